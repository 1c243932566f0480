"""Writing who owes what: the table of a plan, another accountable lead, and the obligations that follow."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from tiendo.agencies.models import Agency, Group, members_on
from tiendo.history import services as history
from tiendo.history.models import Cause
from tiendo.plans.models import Assignment, AssignmentRole, Plan, Task, TaskKind
from tiendo.progress.models import Obligation, Occurrence, OwingRule, Place, Share
from tiendo.progress.owing.rules import DEFAULTS, OWED, Named, is_asked, share_of, stronger
from tiendo.progress.terms import occurrences_of

Table = Mapping[Place, Share]


def table_of(plan: Plan) -> dict[Place, Share]:
    """What each place owes under `plan`: the default, or what the plan's table says."""
    rows = plan.owing_rules.values_list("place", "share")
    return dict(DEFAULTS) | {Place(place): Share(share) for place, share in rows}


def named_offices(task: Task, day: date) -> Iterator[tuple[Agency, Named]]:
    """Every office that `task` names, each member where a group is meant; leads first."""
    answering = next(iter(task.leads), None)
    for row in (*task.leads, *task.coordinating):
        for agency in offices_of(row, day):
            yield (
                agency,
                Named(
                    leads=row.role == AssignmentRole.LEAD,
                    accountable=row == answering,
                    in_group=row.group_id is not None,
                    duty=task.kind == TaskKind.DUTY,
                    asked=is_asked(agency),
                    written=row.written,
                ),
            )


def offices_of(assignment: Assignment, day: date) -> list[Agency]:
    """The office that is assigned, or the members of the group on that day."""
    if assignment.group:
        return members_on(assignment.group, day)
    return [assignment.agency] if assignment.agency else []


@dataclass(frozen=True, slots=True)
class Helping:
    """Whom a lead can ask: every office that its task names besides, and those that are named as a group."""

    offices: list[Agency]
    groups: dict[Group, list[Agency]]


def helping_with(task: Task, besides: int, day: date) -> Helping:
    """The offices that `task` names on `day` in the order of the document, without the one with key `besides`."""
    named = {row: offices_of(row, day) for row in (*task.leads, *task.coordinating)}
    others = {row: [each for each in found if each.pk != besides] for row, found in named.items()}
    return Helping(
        offices=list(dict.fromkeys(each for found in others.values() for each in found)),
        groups={row.group: found for row, found in others.items() if row.group and found},
    )


def owing(task: Task, day: date, table: Table = DEFAULTS) -> dict[Agency, Share]:
    """The offices that owe `task` on `day` and what each does about it."""
    found: dict[Agency, Share] = {}
    for agency, named in named_offices(task, day):
        share = share_of(named, table)
        if share in OWED:
            found[agency] = stronger(found.get(agency, share), share)
    return found


def obligations_of(plan: Plan, tasks: Iterable[Task], day: date) -> list[Obligation]:
    """The obligations that follow from the assignments of these tasks, not stored."""
    table = table_of(plan)
    return [
        Obligation(task=task, agency=agency, share=share)
        for task in tasks
        for agency, share in owing(task, day, table).items()
    ]


@transaction.atomic
def set_table(*, plan: Plan, shares: Table, actor: Any, today: date) -> None:
    """Let offices in these places owe this under `plan`; obligations follow, what is past stays."""
    Plan.objects.select_for_update().get(pk=plan.pk)
    kept = {row.place: row for row in plan.owing_rules.all()}
    for place, share in shares.items():
        row = kept.get(place) or OwingRule(plan=plan, place=place)
        row.share = share
        history.save(row, actor=actor, cause=Cause.SHARING)
    follow(plan=plan, tasks=plan.tasks.owed().with_offices(), actor=actor, today=today)


@transaction.atomic
def answer_for(*, assignment: Assignment, actor: Any, today: date, reason: str = "") -> None:
    """Let this lead answer for its task instead of the one named first; the words of the document stay."""
    for row in assignment.task.assignments.filter(role=AssignmentRole.LEAD):
        row.accountable = row.pk == assignment.pk
        history.save(row, actor=actor, cause=Cause.SHARING, reason=reason)
    task = Task.objects.with_offices().get(pk=assignment.task_id)
    follow(plan=task.plan, tasks=[task], actor=actor, today=today)


@transaction.atomic
def follow(*, plan: Plan, tasks: Iterable[Task], actor: Any, today: date) -> int:
    """Bring the obligations of these tasks in line with the table; return how many changed.

    One that no longer holds ends today and keeps what was reported on it; one that is new begins with the
    period that runs today: nothing is held against an office for the time before. Asked again, or by two
    at once, nothing more changes.
    """
    Plan.objects.select_for_update().get(pk=plan.pk)
    tasks = list(tasks)
    stored = Obligation.objects.filter(task__in=tasks).select_related("agency", "task__plan")
    rows = list(stored.select_related("handed_to"))
    wanted = _followed(obligations_of(plan, tasks, today), rows)
    changed = 0
    for row in rows:
        changed += _bring_in_line(row, wanted.pop((row.task_id, row.agency_id), None), actor, today)
    added = history.add_all(wanted.values(), actor=actor, cause=Cause.SHARING)
    periods = [period for row in added for period in occurrences_of(row, followed_from=today)]
    history.add_all(_not_over(periods, today), actor=actor, cause=Cause.SHARING)
    return changed + len(added)


def _followed(
    wanted: Iterable[Obligation], rows: Iterable[Obligation]
) -> dict[tuple[int, int], Obligation]:
    """What follows from the words of the document, with the successor where work was handed over."""
    stored = {(row.task_id, row.agency_id): row for row in rows}
    found: dict[tuple[int, int], Obligation] = {}
    for row in wanted:
        here = stored.get((row.task_id, row.agency_id))
        passed = set()
        while here and here.handed_to and here.pk not in passed:
            passed.add(here.pk)
            row.agency_id = here.handed_to.agency_id
            here = stored.get((row.task_id, row.agency_id))
        place = (row.task_id, row.agency_id)
        if place in found:
            row.share = stronger(Share(found[place].share), Share(row.share))
        found[place] = row
    return found


def _bring_in_line(row: Obligation, wanted: Obligation | None, actor: Any, today: date) -> int:
    if wanted is None:
        row.ended_on = row.ended_on or today
    else:
        row.share, row.ended_on, row.ended_reason = wanted.share, None, ""
    return int(history.save(row, actor=actor, cause=Cause.SHARING) is not None)


def _not_over(periods: Iterable[Occurrence], today: date) -> list[Occurrence]:
    return [row for row in periods if row.due is None or row.due >= today]
