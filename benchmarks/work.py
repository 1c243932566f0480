"""A day's work in a district of 300 plans, 400 offices and 2.000 people: what each page asks and costs.

A small district stands in the database, then another of ten times its size beside it. Every page is asked
for in the small one while it is alone, and in the large one: it must ask the same small number of queries,
show the rows that a plain query finds, and what it costs is given beside the small one's. What one office
sees may not cost more because others have more. A round is opened for every office and, side by side, the
same rows are put in by a bare bulk insert. All of it on SQLite and, where this machine has one, on
PostgreSQL. The last line is one JSON object; `missed` names the claims that do not hold. `--quick`: a tenth
of the data, and a round for as many offices all the same.
"""

import copy
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import django

TODAY = date(2024, 12, 2)
ROOT = Path(__file__).resolve().parent.parent
HOME = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
sys.path.insert(0, str(ROOT))

from benchmarks.databases import HERE, on_every_database  # noqa: E402

os.environ |= {
    "TIENDO_HOME": HOME.name,
    "TIENDO_TODAY": TODAY.isoformat(),
    "TIENDO_HOSTS": "testserver",
    "TIENDO_DATABASE": os.environ.get(HERE, ""),
    "DJANGO_SETTINGS_MODULE": "tiendo.settings",
}
django.setup()

# Models can be imported only now that Django is set up on a database of its own.
from django.core.management import call_command  # noqa: E402
from django.db import connection, connections, models, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from benchmarks.workload import District, build  # noqa: E402
from tiendo.history.models import Change  # noqa: E402
from tiendo.plans.models import Task  # noqa: E402
from tiendo.progress.models import Occurrence, OfficeReport, Round  # noqa: E402
from tiendo.progress.rounds import services  # noqa: E402
from tiendo.progress.rounds.opening import Asking  # noqa: E402
from tiendo.progress.rounds.schedule import days_of  # noqa: E402

MOST_QUERIES = 15
MOST_TIMES = 3.0  # what opening a round may cost beside a bare insert of its rows
MOST_GROWTH = 3.0  # what a page of one office may cost where everything else is ten times as much
OF_ONE_OFFICE = ("my_work", "task", "form", "save")
OPENED = 400  # offices of the round that is opened, of `--quick` as well
ROWS = 100
PATIENCE = 2.0  # seconds of CPU for the rounds of one measurement
TURNS = 15
NOW = datetime(2024, 12, 2, 2, 0, tzinfo=UTC)
HIDDEN = re.compile(r'<input type="hidden" name="(version|key|shown)" value="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Cost:
    """What one page asks and costs: queries, milliseconds of CPU (the best of several rounds)."""

    queries: int
    ms: float


def main() -> int:
    """Measure on every kind of database this machine has; exit status 1 where a claim does not hold."""
    return on_every_database("work", __doc__, __file__, measured)


def measured(plans: int, offices: int) -> dict[str, Any]:
    """Build both districts and measure every page in them, then the opening of a round."""
    create_database()
    few = costs_in(build("Huyện Nhỏ", plans // 10, offices // 10))
    many = build("Huyện Lớn", plans, offices)
    costs = {name: (few[name], cost) for name, cost in costs_in(many).items()}
    for name, (small, large) in costs.items():
        print(f"{connection.vendor}, {name}: {large.queries} queries, {large.ms:.0f} ms of CPU, "
              f"a tenth of the data {small.queries} queries, {small.ms:.0f} ms", flush=True)  # fmt: skip
    opening = opened(many if offices == OPENED else build("Huyện Đông", 1, OPENED))
    connections.close_all()
    return {
        **{name: {"queries": large.queries, "cpu_ms": round(large.ms, 1),
                  "times_a_tenth": round(large.ms / small.ms, 2)}
           for name, (small, large) in costs.items()},
        "opening": opening,
        "missed": [*missed_by(costs), *missed_at_opening(opening)],
    }  # fmt: skip


def costs_in(district: District) -> dict[str, Cost]:
    """What every page costs in this district, with what is in the database by now."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return {name: page(district) for name, page in PAGES.items()}


def create_database() -> None:
    """Make the database and its tables; a server does not have it yet."""
    if connection.vendor == "postgresql":
        with connection._nodb_cursor() as cursor:
            cursor.execute("CREATE DATABASE tiendo")
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)


def missed_by(costs: dict[str, tuple[Cost, Cost]]) -> list[str]:
    """The pages that ask too much, or more where there is more; and those of one office that cost more."""
    asking = [
        f"{name} asks {few.queries} and {many.queries} queries"
        for name, (few, many) in costs.items()
        if many.queries > MOST_QUERIES or few.queries != many.queries
    ]
    slow = [
        f"{name} costs {many.ms / few.ms:.1f} times a tenth of the data"
        for name, (few, many) in costs.items()
        if name in OF_ONE_OFFICE and many.ms > MOST_GROWTH * few.ms
    ]
    return asking + slow


def missed_at_opening(opening: dict[str, Any]) -> list[str]:
    """What does not hold of the opening of a round."""
    slow = opening["times_a_bare_insert"] > MOST_TIMES
    lines = [f"opening costs {opening['times_a_bare_insert']} times"] if slow else []
    silent = opening["offices"] != OPENED or opening["told"][-1] != [OPENED, OPENED]
    return lines + (["opening does not say how far it is"] if silent else [])


# --- pages -----------------------------------------------------------------------------------------


def my_work(district: District) -> Cost:
    """What the reporter's office owes: every open period of this year and before."""
    office = district.offices[0]
    wanted = Occurrence.objects.open().filter(obligation__agency=office, year__lte=TODAY.year)
    pattern = re.compile(r'href="/ky/(\d+)/bao-cao/')
    shown = asked(district.reporter, f"/co-quan/{office.pk}/")
    assert set(wanted.values_list("pk", flat=True)) <= ids(pattern, shown.text)
    return shown.cost


def grid(district: District) -> Cost:
    """The plan under which every office owes: a box for each report of each round."""
    shown = asked(district.coordinator, f"/ke-hoach/{district.common.pk}/ky-bao-cao/")
    wanted = OfficeReport.objects.filter(round__plan=district.common)
    found = ids(re.compile(r'href="/bao-cao-ky/(\d+)/"'), shown.text)
    assert found == set(wanted.values_list("pk", flat=True))
    return shown.cost


def tasks(district: District) -> Cost:
    """The list of all tasks in the order of the documents."""
    shown = asked(district.coordinator, f"/nhiem-vu/?kind=all&sort=number&rows={ROWS}")
    rows = Task.objects.filter(plan__locality=district.locality)
    wanted = rows.order_by("plan", "kind", "position", "pk").values_list("pk", flat=True)[:ROWS]
    assert ids(re.compile(r'class="row-link clamp" href="/nhiem-vu/(\d+)/"'), shown.text) == set(
        wanted
    )
    return shown.cost


def task(district: District) -> Cost:
    """One task with everything that was said about it."""
    row = Task.objects.filter(plan=district.common).order_by("position")[0]
    shown = asked(district.coordinator, f"/nhiem-vu/{row.pk}/")
    owed = Occurrence.objects.filter(obligation__task=row, year=TODAY.year).get()
    assert f"/ky/{owed.pk}/bao-cao/" in shown.text
    return shown.cost


def form(district: District) -> Cost:
    """The report of an office in the open round, to be written."""
    return asked(district.reporter, f"/ky-bao-cao/{district.open_round.pk}/bao-cao/").cost


def save(district: District) -> Cost:
    """Saving that report with a word on every piece of work; what was typed must be there afterwards."""
    client = signed_in(district.reporter)
    address = f"/ky-bao-cao/{district.open_round.pk}/bao-cao/"
    numbers = iter(range(10_000))

    def post() -> None:
        number = next(numbers)
        sent = client.post(address, typed(client, address, number))
        assert sent.status_code == 302, sent.content.decode()
        assert district.draft.overview == f"Nhìn chung đúng tiến độ, lần {number}"

    post()  # the first one stores new entries, all others change them
    shown = typed(client, address, next(numbers))
    with CaptureQueriesContext(connection) as queries:
        client.post(address, shown)
    assert district.draft.entries.exclude(result="").exists()
    return Cost(len(queries), best(post, PATIENCE / 2))


def typed(client: Client, address: str, number: int) -> dict[str, str]:
    """What the browser sends of the form, with new words in every box."""
    text = client.get(address).content.decode()
    boxes = dict.fromkeys(re.findall(r'name="(e\d+-result)"', text), f"{number} lớp")
    works = dict.fromkeys(re.findall(r'name="(e\d+-work)"', text), "in-progress")
    hidden = {name: value.replace("&quot;", '"') for name, value in HIDDEN.findall(text)}
    overview = f"Nhìn chung đúng tiến độ, lần {number}"
    return {**hidden, **boxes, **works, "g-overview": overview, "do": "save"}


PAGES: dict[str, Callable[[District], Cost]] = {
    "my_work": my_work,
    "grid": grid,
    "tasks": tasks,
    "task": task,
    "form": form,
    "save": save,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A page and what it cost."""

    text: str
    cost: Cost


def asked(person: Any, address: str) -> Shown:
    """Ask for a page: once for its rows, once to count queries, then for its cost."""
    client = signed_in(person)
    first = client.get(address)
    assert first.status_code == 200, f"{address}: {first.status_code}"
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return Shown(
        first.content.decode(), Cost(len(queries), best(lambda: client.get(address), PATIENCE))
    )


def signed_in(person: Any) -> Client:
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def ids(pattern: re.Pattern[str], text: str) -> set[int]:
    """The row ids that a page shows."""
    return {int(found) for found in pattern.findall(text)}


def best(act: Callable[[], Any], patience: float) -> float:
    """The least milliseconds of CPU `act` took, of three rounds at least."""
    costs: list[float] = []
    while len(costs) < 3 or (len(costs) < 20 and sum(costs) < patience):
        begun = time.process_time()
        act()
        costs.append(time.process_time() - begun)
    return 1000 * min(costs)


# --- opening a round -------------------------------------------------------------------------------


def opened(district: District) -> dict[str, Any]:
    """Open a round for every office, and put the same rows in bare, turn by turn in one run."""
    told: list[list[int]] = []
    rows = written_by(district, told)
    costs: dict[str, list[float]] = {"opening": [], "bare": []}
    for _turn in range(TURNS):
        costs["opening"].append(undone(lambda: open_all(district, [])))
        costs["bare"].append(undone(lambda: put_in(rows)))
    opening, bare = (1000 * min(costs[name]) for name in ("opening", "bare"))
    offices = sum(isinstance(row, OfficeReport) for row in rows)
    print(
        f"{connection.vendor}, opening for {offices} offices: {opening:.0f} ms, bare {bare:.0f} ms"
    )
    return {
        "offices": offices,
        "ms": round(opening, 1),
        "bare_ms": round(bare, 1),
        "times_a_bare_insert": round(opening / bare, 2),
        "told": told,
    }


def open_all(district: District, told: list[list[int]]) -> Round:
    span = days_of("year", "administrative", TODAY.year)
    asking = Asking(
        kind="year",
        calendar="administrative",
        year=TODAY.year,
        part=0,
        span=span,
        dues={office.kind: date(2024, 12, 20) for office in district.offices},
        offices=frozenset(office.pk for office in district.offices),
    )
    return services.open_round(
        plan=district.common,
        asking=asking,
        actor=district.coordinator,
        now=NOW,
        told=lambda done, all_: told.append([done, all_]),
    )


def written_by(district: District, told: list[list[int]]) -> list[models.Model]:
    """Every row that opening a round writes, without keys, the round itself left out."""
    last = Change.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    with transaction.atomic():
        row = open_all(district, told)
        rows = [*row.dues.all(), *row.reports.all(), *Change.objects.filter(pk__gt=last)]
        transaction.set_rollback(True)
    row.pk = None
    for each in rows:
        each.pk = None
        if not isinstance(each, Change):
            each.round = row
    return [row, *rows]


def put_in(rows: Iterable[models.Model]) -> None:
    """The plainest way to put these rows in: one bulk insert for each of their models."""
    row, *others = (copy.copy(each) for each in rows)
    row.save()
    for model in dict.fromkeys(map(type, others)):
        of_model = [each for each in others if isinstance(each, model)]
        for each in of_model:
            if not isinstance(each, Change):
                each.round = row  # type: ignore[attr-defined]
        model._base_manager.bulk_create(of_model)


def undone(act: Callable[[], Any]) -> float:
    """The seconds `act` took in a transaction that is rolled back."""
    with transaction.atomic():
        begun = time.perf_counter()
        act()
        took = time.perf_counter() - begun
        transaction.set_rollback(True)
    return took


if __name__ == "__main__":
    sys.exit(main())
