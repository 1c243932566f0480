"""Handing over what is open of 400 offices with 12.000 tasks to 100 successors, and putting it back.

Beside it the same rows are written bare: the new obligations and roles by a bulk insert, the old ones and the
periods by a bulk update, without history, without what is needed to put them back. Preview, hand-over and undoing
are timed and their queries counted for 1.000 rows that move. All of it on SQLite and, where this machine has one, on
PostgreSQL. The last line is one JSON object; `missed` names the claims that do not hold. `--quick`: a tenth.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import django

DAY = date(2025, 7, 1)
ROOT = Path(__file__).resolve().parent.parent
HOME = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
sys.path.insert(0, str(ROOT))

from benchmarks.databases import HERE, on_every_database  # noqa: E402

os.environ |= {
    "TIENDO_HOME": HOME.name,
    "TIENDO_TODAY": DAY.isoformat(),
    "TIENDO_DATABASE": os.environ.get(HERE, ""),
    "DJANGO_SETTINGS_MODULE": "tiendo.settings",
}
django.setup()

# Models can be imported only now that Django is set up on a database of its own.
from django.core.management import call_command  # noqa: E402
from django.db import connection, connections, transaction  # noqa: E402

from benchmarks.workload import District, build  # noqa: E402
from tiendo.accounts.models import Membership  # noqa: E402
from tiendo.agencies.models import Agency  # noqa: E402
from tiendo.agencies.succeeding import Document, Line, record  # noqa: E402
from tiendo.progress.handover import services  # noqa: E402
from tiendo.progress.handover.reading import overview_of  # noqa: E402
from tiendo.progress.models import HandOver, Obligation, Occurrence, OfficeReport  # noqa: E402

TOGETHER = 4  # offices that become one
NOW = datetime(2025, 7, 1, 2, 0, tzinfo=UTC)
MOST_TIMES = 6.0  # what the hand-over may cost beside the bare writing of its rows
MOST_QUERIES = 150.0  # for 1.000 rows that move
ROWS = 500


def main() -> int:
    """Measure on every kind of database this machine has; exit status 1 where a claim does not hold."""
    return on_every_database("change", __doc__, __file__, measured)


def measured(plans: int, offices: int) -> dict[str, Any]:
    """Build a district, let its offices become a quarter as many, and measure."""
    create_database()
    district = build("Huyện Lớn", plans, offices)
    recording = timed(lambda: succeed(district))
    row = services.begin_to_prepare(locality=district.locality, day=DAY, actor=district.coordinator)
    preview = timed(lambda: services.prepare(row, NOW))
    shown = timed(lambda: overview_of(HandOver.objects.get(pk=row.pk)))
    bare = bare_cost(row)
    services.confirm(hand_over=row, actor=district.coordinator, today=DAY, now=NOW)
    made = timed(lambda: services.make(row, NOW))
    once = Obligation.objects.filter(ended_on=None).exclude(agency__valid_to=None).count()
    services.begin_to_undo(hand_over=row, actor=district.coordinator, reason="thử", now=NOW)
    back = timed(lambda: services.put_back(row, NOW))
    connections.close_all()
    found = figures(row, {"recording": recording, "preview": preview, "page": shown})
    found |= told("hand_over", made, row) | told("undo", back, row)
    found["times_a_bare_writing"] = round(made["seconds"] / bare["seconds"], 2)
    found |= {"bare_seconds": bare["seconds"], "bare_rows": bare["rows"]}
    return found | {"missed": missed(found, once)}


def figures(row: HandOver, parts: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """How much there is, and what the parts around the hand-over cost."""
    row.refresh_from_db()
    found: dict[str, Any] = {"moves": row.moves.count()}
    found |= {f"{name}_seconds": cost["seconds"] for name, cost in parts.items()}
    return found | {"preview_queries": parts["preview"]["queries"]}


def told(name: str, cost: dict[str, Any], row: HandOver) -> dict[str, Any]:
    """What making or undoing it cost."""
    moves = row.moves.count()
    per_thousand = round(1000 * cost["queries"] / moves, 1)
    print(
        f"{connection.vendor}, {name}: {moves} rows in {cost['seconds']:.1f} s, "
        f"{per_thousand} queries for 1.000 rows",
        flush=True,
    )
    return {f"{name}_seconds": cost["seconds"], f"{name}_queries_of_1000": per_thousand}


def missed(found: dict[str, Any], left: int) -> list[str]:
    """What does not hold."""
    lines = []
    if found["times_a_bare_writing"] > MOST_TIMES:
        lines.append(f"the hand-over costs {found['times_a_bare_writing']} times the bare writing")
    if found["hand_over_queries_of_1000"] > MOST_QUERIES:
        lines.append(f"{found['hand_over_queries_of_1000']} queries for 1.000 rows")
    return lines + ([f"{left} obligations stay with old offices"] if left else [])


def create_database() -> None:
    """Make the database and its tables; a server does not have it yet."""
    if connection.vendor == "postgresql":
        with connection._nodb_cursor() as cursor:
            cursor.execute("CREATE DATABASE tiendo")
    call_command("migrate", verbosity=0)


def succeed(district: District) -> None:
    """Let every four offices become one."""
    lines = []
    for first in range(0, len(district.offices), TOGETHER):
        name = f"Đơn vị mới số {first // TOGETHER:03d}"
        kind = district.offices[first].kind
        new = Agency(locality=district.locality, name=name, kind=kind)
        lines += [Line(old, new, "merger") for old in district.offices[first : first + TOGETHER]]
    record(lines=lines, effective_on=DAY, document=Document("1/NQ"), actor=district.coordinator)


def timed(act: Callable[[], Any]) -> dict[str, Any]:
    """Seconds by the clock and the number of queries."""
    queries = 0

    def counting(execute: Callable[..., Any], *arguments: Any) -> Any:
        nonlocal queries
        queries += 1
        return execute(*arguments)

    begun = time.perf_counter()
    with connection.execute_wrapper(counting):
        act()
    return {"seconds": round(time.perf_counter() - begun, 3), "queries": queries}


def bare_cost(row: HandOver) -> dict[str, Any]:
    """What writing the same rows costs without anything around it; undone at once."""
    rows = 0

    def write() -> None:
        nonlocal rows
        with transaction.atomic():
            rows = write_bare(row)
            transaction.set_rollback(True)

    return {**timed(write), "rows": rows}


def write_bare(row: HandOver) -> int:
    """Insert and update the rows that the hand-over inserts and updates; answers how many."""
    goes = dict(row.moves.filter(mover="work").values_list("row", "new"))
    olds = list(Obligation.objects.filter(pk__in=goes))
    new = {
        (old.task_id, goes[old.pk]): Obligation(
            task_id=old.task_id, agency_id=goes[old.pk], since=DAY
        )
        for old in olds
    }
    Obligation.objects.bulk_create(new.values(), ROWS)
    for old in olds:
        old.ended_on, old.handed_to = DAY, new[old.task_id, goes[old.pk]]
    Obligation.objects.bulk_update(olds, ["ended_on", "handed_to"], ROWS)
    return 2 * len(olds) + write_periods_bare(olds) + write_people_bare(row)


def write_periods_bare(olds: list[Obligation]) -> int:
    """The open periods, each once for its successor."""
    by_key = {old.pk: old for old in olds}
    periods = list(Occurrence.objects.filter(obligation__in=by_key, done_on=None, nothing_on=None))
    taken = set()
    moving = []
    for period in periods:
        period.obligation_id = by_key[period.obligation_id].handed_to_id or 0
        place = (period.obligation_id, period.kind, period.year, period.part)
        if place not in taken:
            taken.add(place)
            moving.append(period)
    Occurrence.objects.bulk_update(moving, ["obligation"], ROWS)
    return len(moving)


def write_people_bare(row: HandOver) -> int:
    """The roles and the reports that were not sent."""
    goes = dict(row.moves.filter(mover="roles").values_list("row", "new"))
    held = list(Membership.objects.filter(pk__in=goes))
    begun = [
        Membership(user_id=each.user_id, agency_id=goes[each.pk], role=each.role, valid_from=DAY)
        for each in held
    ]
    Membership.objects.bulk_create(begun, ROWS)
    for each in held:
        each.valid_to = DAY
    Membership.objects.bulk_update(held, ["valid_to"], ROWS)
    goes = dict(row.moves.filter(mover="reports").values_list("row", "new"))
    reports: dict[tuple[int, Any], OfficeReport] = {}
    for report in OfficeReport.objects.filter(pk__in=goes):
        reports.setdefault((report.round_id, goes[report.pk]), report)
    for (_round, office), report in reports.items():
        report.agency_id = office
    OfficeReport.objects.bulk_update(reports.values(), ["agency"], ROWS)
    return 2 * len(held) + len(reports)


if __name__ == "__main__":
    sys.exit(main())
