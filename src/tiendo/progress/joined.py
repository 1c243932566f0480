"""The same work in several plans is owed and reported once: which tasks say the same, and joining them.

A task that is joined to one of another plan owes nothing itself: it stands in the lists of its own plan as the
other one does, with the other's periods and reports.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tiendo.history import services as history
from tiendo.history.models import Cause
from tiendo.plans.models import Assignment, AssignmentRole, Plan, Task
from tiendo.plans.repeats import ALIKE, MOST, alike
from tiendo.progress.models import Obligation

MARK = "Ghép với việc giống hệt trong kế hoạch khác"  # kept as data, in the language of the house
SAME_PLAN = _("These two tasks are of one plan. Choose one of another plan.")
TAKEN = _("One of these tasks is joined already. Take that apart first.")


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two tasks of different plans that may be the same work; `alike` is 0 to 100."""

    task: Task
    other: Task
    alike: int

    @property
    def equal(self) -> bool:
        """Whether the words are the same."""
        return self.alike == 100


def proposals(plan: Plan) -> list[Proposal]:
    """Tasks of other plans that say what a task of `plan` says and have a lead in common, most alike first."""
    own = _leads(plan.tasks.filter(same_as=None, repeated_by=None))
    rest = Task.objects.filter(plan__locality=plan.locality_id, same_as=None).exclude(plan=plan)
    by_lead: dict[tuple[int | None, int | None], list[Task]] = defaultdict(list)
    for task, leads in _leads(rest).items():
        for lead in leads:
            by_lead[lead].append(task)
    found = [
        Proposal(task, other, score)
        for task, leads in own.items()
        for other in {each for lead in leads for each in by_lead[lead]}
        if (score := alike(task.text, other.text)) >= ALIKE
    ]
    return sorted(found, key=lambda row: (-row.alike, row.task.position, row.other.pk))[:MOST]


def _leads(tasks: Iterable[Task]) -> dict[Task, set[tuple[int | None, int | None]]]:
    """The lead offices and groups of tasks; those without any are left out."""
    rows = Assignment.objects.filter(task__in=tasks, role=AssignmentRole.LEAD)
    found: dict[Task, set[tuple[int | None, int | None]]] = defaultdict(set)
    for row in rows.select_related("task__plan"):
        found[row.task].add((row.agency_id, row.group_id))
    return found


def given_by(plan: Plan, task: str = "obligation__task") -> Q:
    """Whatever belongs to the work a plan gives, that owed with another plan's included; `task` is the way to it."""
    own = Task.objects.filter(plan=plan).order_by()
    joined = own.exclude(same_as=None)
    # One list of tasks, so that their periods are found by an index: with an "or" every period is read.
    return Q(**{f"{task}__in": own.values("pk").union(joined.values("same_as"))})


def joined_in(plan: Plan) -> list[Task]:
    """The tasks of `plan` that are joined to tasks of other plans."""
    rows = plan.tasks.exclude(same_as=None).exclude(same_as__plan=plan)
    return list(rows.select_related("same_as__plan").order_by("kind", "position"))


@transaction.atomic
def join(*, task: Task, other: Task, actor: Any, today: date) -> None:
    """Let `task` be owed and reported with `other`, of another plan; what was reported on it stays.

    Raises ValidationError when both are of one plan, or one of them is joined already.
    """
    if task.plan_id == other.plan_id:
        raise ValidationError(SAME_PLAN)
    if task.same_as_id or other.same_as_id or task.repeated_by.exists():
        raise ValidationError(TAKEN)
    task.same_as = other
    history.save(task, actor=actor, cause=Cause.SHARING, reason=MARK)
    for row in Obligation.objects.filter(task=task, ended_on=None).select_related("task__plan"):
        row.ended_on, row.ended_reason = today, MARK
        history.save(row, actor=actor, cause=Cause.SHARING, reason=MARK)


@transaction.atomic
def take_apart(*, task: Task, actor: Any) -> None:
    """Let a joined task be owed by itself again, by those who owed it before."""
    task.same_as = None
    history.save(task, actor=actor, cause=Cause.SHARING)
    for row in task.obligations.filter(ended_reason=MARK).select_related("task__plan"):
        row.ended_on, row.ended_reason = None, ""
        history.save(row, actor=actor, cause=Cause.SHARING)
