"""Any sequence of successions, hand-overs and hand-overs put back: one office owes each period on each day."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.tiendo import samples
from tests.tiendo.progress.handover.conftest import World, at
from tiendo.agencies.models import Agency, Kind
from tiendo.agencies.succeeding import Document, Line, record
from tiendo.progress.handover import services
from tiendo.progress.holders import HOLDERS, owed_then
from tiendo.progress.models import HandOver, Obligation, Occurrence

pytestmark = pytest.mark.django_db
FIRST = date(2025, 1, 1)
acts = st.lists(
    st.tuples(st.sampled_from(["merge", "rename", "undo", "again"]), st.integers(0, 3)), max_size=5
)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(acts)
@example([("merge", 0), ("undo", 0), ("again", 0), ("merge", 0)])
@example([("merge", 0), ("rename", 2), ("undo", 1), ("again", 1), ("undo", 0)])
@example([("merge", 0), ("undo", 0), ("merge", 2), ("undo", 1)])  # the second moves nothing
def test_each_period_is_owed_by_exactly_one_office_on_each_day(
    world: World, acts: list[tuple[str, int]]
) -> None:
    with transaction.atomic():
        _play(world, acts)
        transaction.set_rollback(True)


def _play(world: World, acts: list[tuple[str, int]]) -> None:
    offices = [
        samples.agency(world.locality, f"UBND xã số {at}", kind=Kind.COMMUNE) for at in range(4)
    ]
    tasks = [samples.task(world.plan, office) for office in offices]
    for task in tasks:
        for year in (2024, 2025):
            world.period(task, task.leads[0].agency, year)
    truth = {row.pk: {FIRST: row.obligation.agency_id} for row in _rows()}
    living, made = offices, []
    for number, (act, which) in enumerate(acts, start=1):
        day = FIRST + timedelta(days=10 * number)
        if act in ("undo", "again") and made:
            _redo(world, made[which % len(made)], day, again=act == "again")
        elif act in ("merge", "rename") and living:
            living, row = _follow(world, living, which, day, merged=act == "merge")
            made.append(row)
        _check(truth, day)


def _rows() -> list[Occurrence]:
    rows = Occurrence.objects.select_related("obligation__agency", "obligation__task")
    return list(rows.prefetch_related(HOLDERS))


def _follow(
    world: World, living: list[Agency], which: int, day: date, *, merged: bool
) -> tuple[list[Agency], HandOver]:
    olds = living[which % len(living) :][: 2 if merged else 1]
    new = Agency(locality=world.locality, name=f"UBND mới {day:%d%m}", kind=Kind.COMMUNE)
    lines = [Line(old, new, "merger") for old in olds]
    record(lines=lines, effective_on=day, document=Document(), actor=None)
    row = services.begin_to_prepare(locality=world.locality, day=day, actor=None)
    services.prepare(row, at(day))
    services.confirm(hand_over=row, actor=None, today=day, now=at(day))
    services.make(row, at(day))
    return [each for each in living if each not in olds] + [new], row


def _redo(world: World, row: HandOver, day: date, *, again: bool) -> None:
    """Put a hand-over back, and for `again` make it once more; what cannot be is refused and changes nothing."""
    row.refresh_from_db()
    if row.state == "done" and row.moves.filter(state="moved").exists():
        services.begin_to_undo(hand_over=row, actor=None, reason="thử", now=at(day))
        services.put_back(row, at(day))
    if again:
        new = services.begin_to_prepare(locality=world.locality, day=row.effective_on, actor=None)
        services.prepare(new, at(day))
        new.refresh_from_db()
        if new.state == "ready":
            services.confirm(hand_over=new, actor=None, today=day, now=at(day))
            services.make(new, at(day))


def _check(truth: dict[int, dict[date, int]], day: date) -> None:
    """One obligation a period; one open obligation a task and office; what was true of past days stays true."""
    for row in _rows():
        then = truth[row.pk]
        then[day + timedelta(days=5)] = row.obligation.agency_id
        for asked, office in then.items():
            assert owed_then(row, asked).agency_id == office
    for row in Occurrence.objects.open().select_related("obligation"):
        assert row.obligation.ended_on is None
    owed = Obligation.objects.filter(ended_on=None, occurrences__in=Occurrence.objects.open())
    pairs = list(owed.distinct().values_list("task", "agency"))
    assert len(pairs) == len(set(pairs))
    open_tasks = {
        row.obligation.task_id for row in Occurrence.objects.open().select_related("obligation")
    }
    assert len(open_tasks) == 4
