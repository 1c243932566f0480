"""Where a period stands: the rule, its twin in the database, and which period stands for a task."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest

from tests.tiendo import samples
from tiendo.plans.models import Task
from tiendo.progress.models import Obligation, Occurrence
from tiendo.progress.pressing import key_of, pressing_of, pressing_sql, row_in, status_in
from tiendo.progress.status import ORDER, SILENCE, SOON, Facts, Status, status_of

TODAY = date(2024, 12, 2)
DAY = timedelta(days=1)
STARTS = (date(2023, 1, 1), TODAY, TODAY + DAY)
DUES = (None, date(2023, 6, 30), TODAY - DAY, TODAY, TODAY + SOON, TODAY + SOON + DAY)
MOVES = (None, TODAY - DAY, TODAY + SOON)
WATCHED = (date(2023, 1, 1), date(2023, 7, 1), TODAY - SILENCE, TODAY - SILENCE - DAY, TODAY)
HEARD = (None, TODAY - SILENCE, TODAY - SILENCE - DAY)
ENDS = ((None, None), (date(2023, 7, 1), None), (TODAY, None), (None, TODAY))
WAITS = (("", None), ("chờ đề án", None), ("chờ đề án", TODAY))


def days() -> list[tuple[date | None, date | None]]:
    """Every day that is set, as it was set and moved; what has no day cannot be moved."""
    return [(due, moved) for due, moved in product(DUES, MOVES) if due or not moved]


def combinations() -> Iterator[dict]:
    """The facts of every period that can be stored, on days at and beside every boundary."""
    for starts, (due, moved), watched, heard, (done, nothing), (
        condition,
        met,
    ), closed, cancelled in product(
        STARTS, days(), WATCHED, HEARD, ENDS, WAITS, ("", "không theo dõi"), (None, TODAY)
    ):
        if due is None or due >= starts:
            yield {
                "starts": starts,
                "due": due,
                "moved_to": moved,
                "watched_from": watched,
                "last_reported_on": heard,
                "done_on": done,
                "nothing_on": nothing,
                "condition": condition,
                "condition_met_on": met,
                "closed_reason": closed,
                "cancelled_on": cancelled,
            }


@pytest.fixture
def every_combination(world) -> list[Occurrence]:
    task = samples.task(world.plan, world.office)
    owed = Obligation.objects.create(task=task, agency=world.office)
    rows = [
        Occurrence(obligation=owed, kind="year", year=year, **facts)
        for year, facts in enumerate(combinations())
    ]
    return Occurrence.objects.bulk_create(rows, batch_size=500)


def test_the_database_decides_like_the_rule_on_every_combination(every_combination) -> None:
    assert len(every_combination) > 15000
    rows = Occurrence.objects.with_status(TODAY).select_related("obligation")
    assert [row.pk for row in rows if row.state != row.status(TODAY)] == []


def test_every_status_occurs_among_the_combinations(every_combination) -> None:
    assert {row.status(TODAY) for row in every_combination} == set(Status)


def test_the_database_orders_by_urgency_like_the_list_of_statuses(every_combination) -> None:
    rows = Occurrence.objects.with_status(TODAY).worst_first()
    places = [ORDER[Status(row.state)] for row in rows]
    assert places == sorted(places)


def test_the_database_makes_the_same_key_as_the_rule(world) -> None:
    """One task for each combination, so that its key is that of its one period."""
    for facts in list(combinations())[::37]:
        samples.occurrence(samples.task(world.plan, world.office), **facts)
    keys = dict(Task.objects.annotate(pressing=pressing_sql(TODAY)).values_list("pk", "pressing"))
    rows = Occurrence.objects.select_related("obligation")
    assert {row.obligation.task_id: key_of(row, TODAY) for row in rows} == keys


def test_the_database_chooses_the_same_pressing_period(world) -> None:
    """Two periods of one task at a time, of every pair of kinds."""
    facts = list(combinations())[::331]
    tasks = [samples.task(world.plan, world.office) for _ in range(len(facts) - 1)]
    for task, first, second in zip(tasks, facts, facts[1:], strict=False):
        samples.occurrence(task, 2023, **first)
        samples.occurrence(task, 2024, **second)
    for task in Task.objects.annotate(pressing=pressing_sql(TODAY)):
        rows = Occurrence.objects.filter(obligation__task=task)
        chosen = pressing_of(rows, TODAY)
        assert (row_in(task.pressing), status_in(task.pressing)) == (
            chosen.pk,
            chosen.status(TODAY),
        )


FOLLOWED = {"starts": date(2023, 1, 1), "watched_from": date(2023, 1, 1)}


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ({"due": date(2024, 12, 1)}, Status.OVERDUE),
        ({"due": date(2024, 12, 2)}, Status.DUE_SOON),
        ({"due": date(2025, 1, 1)}, Status.DUE_SOON),
        ({"due": date(2025, 1, 2), "last_reported_on": date(2024, 11, 1)}, Status.IN_PROGRESS),
        ({"due": date(2025, 1, 2)}, Status.NO_REPORT),
        ({"due": date(2023, 12, 31), "done_on": date(2023, 12, 31)}, Status.DONE),
        ({"due": date(2023, 12, 31), "done_on": date(2024, 1, 1)}, Status.DONE_LATE),
        ({"due": None, "done_on": date(2024, 1, 1)}, Status.DONE),
        ({"due": date(2023, 12, 31), "nothing_on": date(2024, 6, 1)}, Status.NOTHING_AROSE),
        ({"due": None, "waiting": True}, Status.WAITING),
        ({"due": date(2023, 12, 31), "closed": True}, Status.UNTRACKED),
        ({"due": date(2023, 12, 31), "cancelled_on": date(2024, 1, 15)}, Status.CANCELLED),
        ({"due": date(2023, 12, 31), "watched_from": date(2024, 3, 1)}, Status.BACKLOG),
        ({"due": date(2025, 12, 31), "starts": date(2025, 1, 1)}, Status.NOT_DUE),
    ],
)
def test_the_status_on_2_december_2024(facts: dict, status: Status) -> None:
    assert status_of(Facts(**FOLLOWED | facts), TODAY) == status


def test_a_missed_year_is_not_absorbed_by_the_next(world) -> None:
    task = world.yearly(years=(2023, 2024))
    rows = Occurrence.objects.filter(obligation__task=task)
    rows.filter(year=2024).update(done_on=date(2024, 6, 1))
    assert pressing_of(rows, TODAY).year == 2023
    assert pressing_of(rows, TODAY).status(TODAY) == Status.OVERDUE


def test_of_two_overdue_years_the_older_one_presses(world) -> None:
    task = world.yearly(years=(2022, 2023, 2024))
    assert pressing_of(Occurrence.objects.filter(obligation__task=task), TODAY).year == 2022


def test_of_settled_years_the_latest_one_stands_for_the_task(world) -> None:
    task = world.yearly(years=(2022, 2023, 2025))
    rows = Occurrence.objects.filter(obligation__task=task)
    rows.filter(year=2022).update(done_on=date(2023, 1, 12))
    rows.filter(year=2023).update(done_on=date(2023, 12, 20))
    assert pressing_of(rows, TODAY).year == 2023
    assert pressing_of(rows, TODAY).status(TODAY) == Status.DONE
