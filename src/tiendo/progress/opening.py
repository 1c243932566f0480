"""Putting a confirmed plan in force: what each office owes, period by period, in one transaction."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from tiendo.agencies.models import Agency, members_on
from tiendo.history import services as history
from tiendo.plans.confirming import confirm_plan
from tiendo.plans.models import Assignment, Intake, Plan, Task, TaskKind
from tiendo.plans.models.documents import Past
from tiendo.progress.models import Obligation, Occurrence
from tiendo.progress.schedule import Period, Terms, periods_of


@transaction.atomic
def open_plan(
    *, intake: Intake, actor: Any, today: date, followed_from: date | None = None
) -> Plan:
    """Write the plan that was reviewed and everything that falls due under it; nothing at all if one part fails.

    Periods that were over before `followed_from` (today unless given) are closed with the reason given at
    intake, or left to be entered. Raises ValidationError when the review is not finished.
    """
    plan = confirm_plan(intake=intake, actor=actor, today=followed_from or today)
    obligations = history.add_all(_owed(plan, today), actor=actor)
    reason = intake.past_reason if intake.past == Past.CLOSE else ""
    history.add_all(_falling_due(plan, obligations, reason), actor=actor)
    return plan


def _owed(plan: Plan, today: date) -> list[Obligation]:
    tasks = plan.tasks.owed().with_offices()
    return [Obligation(task=task, agency=agency) for task in tasks for agency in owing(task, today)]


def owing(task: Task, today: date) -> list[Agency]:
    """The offices that owe `task`, each member where a group is meant.

    A task is owed by its accountable lead. A duty is given to everybody its heading names, and each owes it.
    """
    owing_it = task.leads if task.kind == TaskKind.DUTY else task.leads[:1]
    offices = [agency for lead in owing_it for agency in offices_of(lead, today)]
    return list(dict.fromkeys(offices))


def offices_of(assignment: Assignment, today: date) -> list[Agency]:
    """The office that is assigned, or the members of the group on that day."""
    if assignment.group:
        return members_on(assignment.group, today)
    return [assignment.agency] if assignment.agency else []


def _falling_due(plan: Plan, obligations: Iterable[Obligation], reason: str) -> list[Occurrence]:
    return [
        occurrence_of(obligation, period, plan.followed_from, reason)
        for obligation in obligations
        for period in periods_of(terms_of(obligation.task))
    ]


def terms_of(task: Task) -> Terms:
    """What the document says about when `task` is due, as the schedule wants it."""
    issued = first_day(task.plan)
    return Terms(
        kind=task.deadline_kind,
        starts=task.starts,
        ends=task.ends,
        recurrence=task.recurrence,
        text=task.deadline_text,
        issued=issued,
        until_year=task.recurs_until or task.plan.last_year or issued.year,
        product=bool(task.product) and task.kind == TaskKind.DUTY,
    )


def first_day(plan: Plan) -> date:
    """The first day the plan binds as far as the paper says: "2022-02" is 1 February 2022."""
    year, month, day = ([int(part) for part in plan.issued_on.split("-") if part] + [0, 0, 0])[:3]
    if not year:
        return date(min(plan.first_year or plan.followed_from.year, plan.followed_from.year), 1, 1)
    return date(year, month or 1, day or 1)


def occurrence_of(
    obligation: Obligation, period: Period, followed_from: date, reason: str
) -> Occurrence:
    """The row of one period; closed with `reason` when it was over before the plan was followed here."""
    over = period.due is not None and period.due < followed_from
    return Occurrence(
        obligation=obligation,
        kind=period.kind,
        year=period.year,
        part=period.part,
        starts=period.starts,
        due=period.due,
        watched_from=max(period.starts, followed_from),
        condition=period.condition[:300],
        closed_reason=reason if over else "",
    )
