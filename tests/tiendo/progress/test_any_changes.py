"""Any sequence of extensions, amendments and successions: one office answers for each piece of work, the past stays."""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.tiendo import samples
from tiendo.agencies.models import Agency
from tiendo.agencies.services import call
from tiendo.agencies.succeeding import Document, Line, record
from tiendo.plans.amending.services import Head, Said, begin, decide, withdraw, write_clause
from tiendo.plans.amending.versions import said_on
from tiendo.plans.columns import work_said
from tiendo.plans.items import Due
from tiendo.plans.models import Act, Amendment, ItemKind, Plan, Task
from tiendo.progress.amending.carrying import bring_into_force
from tiendo.progress.extensions import services as extensions
from tiendo.progress.extensions.rules import moved_by
from tiendo.progress.handover import services as handing
from tiendo.progress.holders import HOLDERS, owed_then
from tiendo.progress.models import Obligation, Occurrence, Share
from tiendo.progress.owing.services import follow

pytestmark = pytest.mark.django_db

FIRST = date(2024, 2, 1)
STEP = timedelta(days=40)
ACTS = ("extend", "move", "other lead", "withdraw", "rename", "merge", "back", "table")
PLAYED = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 5)), max_size=7)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 2, tzinfo=UTC)


@dataclass
class Played:
    """The world as it is played through, and what was once true of its past days."""

    plan: Plan
    tasks: list[Task]
    living: list[Agency]
    decided: list[Amendment] = field(default_factory=list)
    handed: list = field(default_factory=list)
    first_dues: dict[int, date | None] = field(default_factory=dict)
    holders: dict[tuple[int, date], int] = field(default_factory=dict)
    dues: dict[tuple[int, date], date | None] = field(default_factory=dict)
    said: dict[tuple[int, date], str] = field(default_factory=dict)
    number: int = 100


def begun() -> Played:
    place = samples.locality()
    offices = [samples.agency(place, f"Phòng Số {n}") for n in range(3)]
    for office in offices:
        call(office, office.name, actor=None)
    plan = samples.plan(place, last_year=2026, issued_on="2024-01-01", first_year=2024)
    yearly = {"deadline_kind": "recurring", "recurrence": "year", "recurs_until": 2026}
    once = {"deadline_kind": "date", "starts": FIRST, "ends": date(2025, 6, 30)}
    tasks = [
        samples.task(plan, offices[0], deadline_text="Hằng năm", **yearly),
        samples.task(plan, offices[1], deadline_text="30/06/2025", **once),
    ]
    rows = plan.tasks.owed().with_offices()
    follow(plan=plan, tasks=rows, actor=None, today=FIRST)
    return Played(plan, tasks, offices)


def play(world: Played, act: str, which: int, day: date) -> None:
    """One act; what cannot be is refused and changes nothing."""
    task = world.tasks[which % 2]
    if act == "extend":
        extend(task, which, day)
    elif act == "move":
        amend(world, task, day, due=Due("mới", "date", None, day + timedelta(days=30 + 50 * which)))
    elif act == "other lead":
        amend(world, task, day, leads=(world.living[which % len(world.living)].name,))
    elif act == "withdraw" and world.decided:
        row = world.decided.pop(which % len(world.decided))
        withdraw(amendment=row, on=day, reason="thử", actor=None)
        bring_into_force(plan=world.plan, day=day, actor=None)
    elif act in ("rename", "merge"):
        succeed(world, which, day, merged=act == "merge")
    elif act == "back" and world.handed:
        put_back(world.handed.pop(), day)
    elif act == "table":
        follow(plan=world.plan, tasks=world.plan.tasks.with_offices(), actor=None, today=day)


def extend(task: Task, which: int, day: date) -> None:
    row = Occurrence.objects.open().filter(obligation__task=task).first()
    if row is not None:
        later = (row.deadline or day) + timedelta(days=20 + which * 30)
        wanted = extensions.Wanted(later, "Thiếu vốn")
        asked = extensions.ask(occurrence=row, wanted=wanted, actor=None, today=day)
        extensions.grant(extension=asked, due=wanted.asked_for, actor=None, today=day)


def amend(world: Played, task: Task, day: date, **facts) -> None:
    world.number += 1
    head = Head(f"{world.number}/QĐ-UBND", "UBND huyện", "Điều chỉnh", day, day)
    draft = begin(plan=world.plan, head=head, actor=None, now=at(day))
    item = Task.objects.with_offices().get(pk=task.pk)
    said = Said(Act.CHANGE, ItemKind.TASK, item, work=replace(work_said(item), **facts))
    write_clause(amendment=draft, said=said, actor=None)
    decide(amendment=draft, actor=None, now=at(day))
    bring_into_force(plan=world.plan, day=day, actor=None)
    world.decided.append(Amendment.objects.get(pk=draft.pk))


def succeed(world: Played, which: int, day: date, *, merged: bool) -> None:
    start = which % len(world.living)
    olds = world.living[start : start + (2 if merged else 1)]
    new = Agency(locality=world.plan.locality, name=f"Phòng mới {day:%d%m%Y}")
    lines = [Line(old, new, "merger" if merged else "renaming") for old in olds]
    record(lines=lines, effective_on=day, document=Document(), actor=None)
    row = handing.begin_to_prepare(locality=world.plan.locality, day=day, actor=None)
    handing.prepare(row, at(day))
    handing.confirm(hand_over=row, actor=None, today=day, now=at(day))
    handing.make(row, at(day))
    world.living = [each for each in world.living if each not in olds] + [new]
    world.handed.append(row)


def put_back(row, day: date) -> None:
    row.refresh_from_db()
    handing.begin_to_undo(hand_over=row, actor=None, reason="thử", now=at(day))
    handing.put_back(row, at(day))


def check(world: Played, day: date) -> None:
    """Today one office answers for each piece of work; what was once true of a past day still is."""
    rows = list(
        Occurrence.objects.select_related(
            "obligation__agency", "obligation__task"
        ).prefetch_related(HOLDERS, "new_dues")
    )
    for row in rows:
        assert world.first_dues.setdefault(row.pk, row.due) == row.due
    for task in world.tasks:
        one_answers(task)
    by_key = {row.pk: row for row in rows}
    for (pk, then), office in world.holders.items():
        assert owed_then(by_key[pk], then).agency_id == office
    for (pk, then), due in world.dues.items():
        assert moved_by(by_key[pk].new_dues.all(), then) == due
    for (pk, then), text in world.said.items():
        assert said_on(Task.objects.get(pk=pk), then).values["deadline_text"] == text
    remember(world, rows, day)


def remember(world: Played, rows: list[Occurrence], day: date) -> None:
    """What is true at the end of `day`, which no later act may change."""
    for row in rows:
        world.dues[row.pk, day] = moved_by(row.new_dues.all(), day)
        if row.cancelled_on is None:
            world.holders[row.pk, day] = owed_then(row, day).agency_id
    for task in world.tasks:
        words = said_on(Task.objects.get(pk=task.pk), day).values
        world.said[task.pk, day] = words["deadline_text"]


def one_answers(task: Task) -> None:
    closing = Obligation.objects.filter(task=task, ended_on=None, share=Share.CLOSES)
    assert closing.count() == 1, list(Obligation.objects.filter(task=task).values())
    still_open = Occurrence.objects.open().filter(obligation__task=task)
    assert all(row.obligation_id == closing.get().pk for row in still_open)
    keys = [(row.kind, row.year, row.part) for row in still_open]
    assert len(keys) == len(set(keys))


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(PLAYED)
@example([("rename", 0), ("move", 0), ("table", 0)])
@example([("other lead", 2), ("rename", 0), ("withdraw", 0)])
@example([("rename", 0), ("move", 0), ("back", 0)])
@example([("extend", 1), ("extend", 1), ("merge", 0), ("move", 1), ("back", 0)])
def test_one_office_answers_for_each_piece_of_work_and_the_past_stays(db, played) -> None:
    with transaction.atomic():
        world = begun()
        check(world, FIRST)
        for number, (act, which) in enumerate(played, start=1):
            day = FIRST + number * STEP
            with suppress(ValidationError), transaction.atomic():
                play(world, act, which, day)
            check(world, day)
        transaction.set_rollback(True)
