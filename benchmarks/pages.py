"""What the list of tasks costs: queries at 10 and at 1.000 times the data, CPU beside a bare Django view.

The list shows 100 rows of a district's tasks. Two baselines render a plain table of number, words, lead
offices and status behind the same sign-in. `bare` takes the first 100 tasks in the order of the documents
and works out the status of these alone. `by_hand` finds the 100 most worrying ones the simplest right
way: it brings every task with its periods and sorts in Python. Both show the same rows as the page, which
the run checks. The last line is one JSON object: queries, milliseconds of CPU (the best of several rounds)
and ratios. `--quick` stops at 100 times the data.
"""

import argparse
import json
import os
import re
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import django

TODAY = date(2024, 12, 2)
ROOT = Path(__file__).resolve().parent.parent
HOME = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
os.environ |= {
    "TIENDO_HOME": HOME.name,
    "TIENDO_TODAY": TODAY.isoformat(),
    "TIENDO_HOSTS": "testserver",
    "DJANGO_SETTINGS_MODULE": "tiendo.settings",
}
os.environ.pop("TIENDO_DATABASE", None)
sys.path.insert(0, str(ROOT))
django.setup()

# Models can be imported only now that Django is set up on a database of its own.
from django.core.management import call_command  # noqa: E402
from django.db import connection, connections  # noqa: E402
from django.db.models import QuerySet  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.template import engines  # noqa: E402
from django.test import Client, override_settings  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import include, path  # noqa: E402

from benchmarks.district import grow  # noqa: E402
from tiendo.accounts.access import page, reach  # noqa: E402
from tiendo.accounts.rights import READ  # noqa: E402
from tiendo.plans.models import Task  # noqa: E402
from tiendo.progress.models import Occurrence  # noqa: E402
from tiendo.progress.pressing import key_of, pressing_of  # noqa: E402

MOST_QUERIES = 12
ROWS = 100
BASE = 12  # tasks at one time the data
PATIENCE = 6.0  # seconds of CPU for the rounds of one page
TABLE = engines["django"].from_string("""<!doctype html><title>Tasks</title><table>
{% for task, status in rows %}<tr><td>{{ task.number }}</td>
<td><a href="/nhiem-vu/{{ task.pk }}/">{{ task.text }}</a></td>
<td>{% for lead in task.leads %}{{ lead.agency }} {% endfor %}</td>
<td>{{ status.label }}</td></tr>{% endfor %}</table>""")
ROW = re.compile(r'<td>(?:<a|<a class="row-link clamp") href="/nhiem-vu/(\d+)/"')
PAGES = {
    "by_status": f"/nhiem-vu/?kind=all&rows={ROWS}",
    "by_hand": "/by-hand/",
    "by_number": f"/nhiem-vu/?kind=all&sort=number&rows={ROWS}",
    "bare": "/bare/",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One page: how many queries it asked, what it cost, which tasks it shows."""

    queries: int
    cpu_ms: float
    tasks: list[str]


@page(READ)
def bare(request: HttpRequest) -> HttpResponse:
    """The first tasks of the documents in a plain table."""
    tasks = with_periods(request).order_by("plan", "kind", "position", "pk")[:ROWS]
    return table([(task, pressing(task)) for task in tasks])


@page(READ)
def by_hand(request: HttpRequest) -> HttpResponse:
    """The most worrying of all tasks in a plain table."""
    found = [(task, pressing(task)) for task in with_periods(request).order_by()]
    found.sort(key=lambda each: key_of(each[1], TODAY))
    return table(found[:ROWS])


def with_periods(request: HttpRequest) -> QuerySet[Task]:
    tasks = reach(Task.objects.owed().with_offices(), request.standing)  # type: ignore[attr-defined]
    return tasks.prefetch_related("obligations__occurrences")


def pressing(task: Task) -> Occurrence:
    periods = [row for owed in task.obligations.all() for row in owed.occurrences.all()]
    found = pressing_of(periods, TODAY)
    assert found is not None
    return found


def table(rows: list[tuple[Task, Occurrence]]) -> HttpResponse:
    context = {"rows": [(task, row.status(TODAY)) for task, row in rows]}
    return HttpResponse(TABLE.render(context))


urlpatterns = [
    path("bare/", bare),
    path("by-hand/", by_hand),
    path("", include("tiendo.urls")),
]


def main() -> int:
    """Print the figures; exit status 1 where a claim does not hold."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--quick", action="store_true", help="100 times the data, not 1.000")
    times = (10, 100) if asked.parse_args().quick else (10, 1000)
    for command in ("migrate", "createcachetable", "collectstatic"):
        call_command(
            command, verbosity=0, **({"interactive": False} if "static" in command else {})
        )
    random = Random(2022)
    few = measured(BASE * times[0], 0, random)
    many = measured(BASE * times[1], BASE * times[0], random)
    connections.close_all()
    figures = {"benchmark": "pages", "tasks": BASE * times[1], **compared(few, many)}
    print(json.dumps(figures))
    return 0 if figures["claims_hold"] else 1


def measured(tasks: int, there: int, random: Random) -> dict[str, Answer]:
    """Grow the district to `tasks` tasks and ask for every page."""
    client = Client()
    client.force_login(grow(tasks - there, random))
    with override_settings(ROOT_URLCONF=__name__):
        answers = {name: answer(client, address) for name, address in PAGES.items()}
    for name, found in answers.items():
        print(f"{tasks} tasks, {name}: {found.queries} queries, {found.cpu_ms:.1f} ms of CPU")
    return answers


def answer(client: Client, address: str) -> Answer:
    """Ask for a page: once for its rows, once to count queries, then for its cost."""
    tasks = ROW.findall(client.get(address).content.decode())
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
        asked = len(queries)
    costs: list[float] = []
    while len(costs) < 3 or (len(costs) < 25 and sum(costs) < PATIENCE):
        begun = time.process_time()
        client.get(address)
        costs.append(time.process_time() - begun)
    return Answer(asked, 1000 * min(costs), tasks)


def compared(few: dict[str, Answer], many: dict[str, Answer]) -> dict[str, Any]:
    """The figures and ratios; page and baseline must show the same tasks in the same order."""
    for answers in (few, many):
        assert len(answers["bare"].tasks) == ROWS
        assert answers["by_status"].tasks == answers["by_hand"].tasks
        assert answers["by_number"].tasks == answers["bare"].tasks
    asked = {one[name].queries for one in (few, many) for name in ("by_status", "by_number")}
    return {
        "queries": max(asked),
        **{f"{name}_ms": round(found.cpu_ms, 1) for name, found in many.items()},
        "ratio_to_bare": round(many["by_number"].cpu_ms / many["bare"].cpu_ms, 2),
        "ratio_to_bare_at_10_times": round(few["by_number"].cpu_ms / few["bare"].cpu_ms, 2),
        "ratio_to_by_hand": round(many["by_status"].cpu_ms / many["by_hand"].cpu_ms, 2),
        "claims_hold": len(asked) == 1 and max(asked) <= MOST_QUERIES,
    }


if __name__ == "__main__":
    sys.exit(main())
