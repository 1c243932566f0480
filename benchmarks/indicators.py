"""The figures of 300 plans: 30 targets each, ten years of months for every commune; what a dashboard asks and costs.

A small district stands in the database, then another of ten times its size beside it. The targets of one plan are
judged in both: they must ask the same small number of queries, and the time is given beside that of counting the same
rows and of a bare query for the same sums. Then every target of the large one is judged by the rule in Python and by
its twin in SQL, which must agree on all of them. On PostgreSQL, where this machine has one, every plan has its months
by commune, eleven million figures put in by COPY; on SQLite a tenth of the plans has, a million, and the others have
figures of years. The last line is one JSON object; `missed` names the claims that do not hold. `--quick`: a tenth of
the data.
"""

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import django

TODAY = date(2024, 12, 31)
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
from django.db import connection, connections  # noqa: E402
from django.db.models import Sum  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from benchmarks.series import SHAPES, District, build  # noqa: E402
from benchmarks.twins import verdicts_in_sql  # noqa: E402
from tiendo.indicators.judged import judged_all  # noqa: E402
from tiendo.indicators.judging.values import Verdict  # noqa: E402
from tiendo.indicators.models import Observation  # noqa: E402

PAGES = {"targets": "progress:targets", "plan": "progress:plan"}
MOST_QUERIES = 12
MOST_QUERIES_OF_A_PAGE = {"targets": 12, "plan": 20}  # with who looks and what else stands there
MOST_TIMES = 200.0  # what judging a plan's targets may cost beside counting their figures
MOST_TIMES_BARE = 6.0  # and beside a bare query for the sums they are judged by
MOST_TIES = 0.2  # goals that are met to the last digit are left to Python
TURNS = 15


def main() -> int:
    """Measure on every kind of database this machine has; exit status 1 where a claim does not hold."""
    return on_every_database("indicators", __doc__, __file__, measured)


def measured(plans: int, _offices: int) -> dict[str, Any]:
    """Build both districts, judge one plan in each, then every target of the large one."""
    create_database()
    fine = plans if connection.vendor == "postgresql" else plans // 10
    few = costs_in(build("Huyện Nhỏ", plans // 10, max(fine // 10, 1)))
    large = build("Huyện Lớn", plans, fine)
    many = costs_in(large)
    found: dict[str, Any] = {"figures": Observation.objects.count()}
    found |= {"dashboard": many, "dashboard_at_a_tenth": few, "judging": judging(large)}
    connections.close_all()
    return found | {"missed": missed(found)}


def create_database() -> None:
    """Make the database and its tables; a server does not have it yet."""
    if connection.vendor == "postgresql":
        with connection._nodb_cursor() as cursor:
            cursor.execute("CREATE DATABASE tiendo")
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)


def costs_in(district: District) -> dict[str, Any]:
    """What it asks and costs to judge the targets of the first plan, beside counting and adding its figures up."""
    row = district.plans[0]
    keys = [each.binding.indicator_id for each in row.targets.all()]
    figures = Observation.objects.filter(indicator__in=keys)
    grouped = figures.order_by().values("indicator", "year", "kind", "part")
    judge = timed(lambda: judged_all(list(row.targets.all()), TODAY, district.locality.pk))
    count, bare = timed(figures.count), timed(lambda: list(grouped.annotate(Sum("value"))))
    at = Client()
    at.force_login(district.coordinator)
    pages = {name: timed(partial(look, at, url, row.pk)) for name, url in PAGES.items()}
    found = {
        **judge,
        **{f"{name}_page_queries": page["queries"] for name, page in pages.items()},
        **{f"{name}_page_ms": page["ms"] for name, page in pages.items()},
        "counting_ms": count["ms"],
        "bare_ms": bare["ms"],
        "times_counting": round(judge["ms"] / count["ms"], 1),
        "times_bare": round(judge["ms"] / bare["ms"], 1),
    }
    print(f"{connection.vendor}, {district.locality}: {found}", flush=True)
    return found


def look(at: Client, url: str, pk: int) -> None:
    """Ask for a page of a plan. Raises AssertionError where it is not shown."""
    assert at.get(reverse(url, args=[pk])).status_code == 200, url


def timed(act: Callable[[], Any]) -> dict[str, Any]:
    """The number of queries and milliseconds, the best of several turns.

    Of CPU on SQLite, which works within this process; by the clock where a server works beside it.
    """
    queries = 0

    def counting(execute: Callable[..., Any], *arguments: Any) -> Any:
        nonlocal queries
        queries += 1
        return execute(*arguments)

    act()  # what a process asks once and keeps
    with connection.execute_wrapper(counting):
        act()
    best = min(_once(act) for _turn in range(TURNS))
    return {"queries": queries, "ms": round(best * 1000, 1)}


def _once(act: Callable[[], Any]) -> float:
    clock = time.process_time if connection.vendor == "sqlite" else time.perf_counter
    begun = clock()
    act()
    return clock() - begun


def judging(district: District) -> dict[str, Any]:
    """Every target by the rule in Python and by that in SQL; where SQL leaves a tie to Python there is no verdict."""
    begun = time.perf_counter()
    said: dict[int, Verdict] = {}
    for row in district.plans:
        judged = judged_all(list(row.targets.all()), TODAY, district.locality.pk)
        said |= {each.target.pk: each.judgement.verdict for each in judged}
    between = time.perf_counter()
    in_sql = verdicts_in_sql(district.locality, TODAY)
    found = {
        "targets": len(said),
        "seconds": round(between - begun, 1),
        "sql_seconds": round(time.perf_counter() - between, 1),
        "verdicts": dict(Counter(verdict.value for verdict in said.values())),
        "ties": sum(1 for verdict in in_sql.values() if verdict is None),
        "differing": sum(1 for key in said if in_sql.get(key, "") not in (said[key], None)),
    }
    print(f"{connection.vendor}, judging: {found}", flush=True)
    return found


def missed(found: dict[str, Any]) -> list[str]:
    """What does not hold."""
    few, many = found["dashboard_at_a_tenth"], found["dashboard"]
    lines = []
    if many["queries"] > MOST_QUERIES:
        lines.append(f"judging a plan takes {many['queries']} queries")
    for name, count in many.items():
        if "queries" in name and count != few[name]:
            lines.append(f"{name} grow with the data: {few[name]}, {count}")
    lines += [
        f"the page {name} asks {many[f'{name}_page_queries']} queries"
        for name, most in MOST_QUERIES_OF_A_PAGE.items()
        if many[f"{name}_page_queries"] > most
    ]
    if many["times_counting"] > MOST_TIMES:
        lines.append(f"judging a plan costs {many['times_counting']} times counting its figures")
    if many["times_bare"] > MOST_TIMES_BARE:
        lines.append(f"judging a plan costs {many['times_bare']} times a bare query for its sums")
    if found["judging"]["differing"]:
        lines.append(f"Python and SQL differ on {found['judging']['differing']} targets")
    if found["judging"]["ties"] > found["judging"]["targets"] * MOST_TIES:
        lines.append(f"SQL leaves {found['judging']['ties']} targets to Python")
    if len(found["judging"]["verdicts"]) < len(SHAPES) // 2:
        lines.append("the targets do not show enough different verdicts")
    return lines


if __name__ == "__main__":
    sys.exit(main())
