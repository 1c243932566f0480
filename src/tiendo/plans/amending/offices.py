"""The offices of a task as a clause names them: who they are, and the rows that follow."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from tiendo.agencies.models import KnownName
from tiendo.history import services as history
from tiendo.history.models import Cause
from tiendo.plans.items import Work
from tiendo.plans.models import Assignment, AssignmentRole, Plan, Task
from vanban.text import key


@dataclass(frozen=True, slots=True)
class Named:
    """An office or a group (by key) in a task, with the words as written; the first lead answers."""

    role: str
    agency: int | None
    group: int | None
    written: str
    accountable: bool = False


def named_on(task: Task, day: date) -> list[Named]:
    """The offices that `task` names on `day`, leads first (prefetched rows are used)."""
    rows = [row for row in task.assignments.all() if _holds(row, day)]
    rows.sort(key=lambda row: (row.role != AssignmentRole.LEAD, row.position, row.pk))
    return [
        Named(row.role, row.agency_id, row.group_id, row.written, row.accountable) for row in rows
    ]


def _holds(row: Assignment, day: date) -> bool:
    return (row.valid_from or day) <= day <= (row.valid_to or day)


def named_in(plan: Plan, work: Work) -> list[Named]:
    """The offices that a person typed, leads first.

    Raises ValidationError that names every writing no office of the locality is known by.
    """
    known = _known(plan)
    typed = [*((AssignmentRole.LEAD, name) for name in work.leads)]
    typed += [(AssignmentRole.COORDINATING, name) for name in work.coordinating]
    _refuse_unknown([name for _role, name in typed if key(name) not in known])
    answering = key(work.accountable or (work.leads[0] if work.leads else ""))
    return [
        Named(
            role=role,
            agency=known[key(name)][0],
            group=known[key(name)][1],
            written=name[:300],
            accountable=role == AssignmentRole.LEAD and key(name) == answering,
        )
        for role, name in typed
    ]


def _known(plan: Plan) -> dict[str, tuple[int | None, int | None]]:
    """The office or the group of every known writing; of two with one writing the one known first."""
    rows = KnownName.objects.filter(locality_id=plan.locality_id).order_by("-pk")
    return {row.key: (row.agency_id, row.group_id) for row in rows}


def _refuse_unknown(names: Iterable[str]) -> None:
    if unknown := ", ".join(f"“{name}”" for name in names):
        raise ValidationError(
            _("No office is known as %(names)s. Write the name as the list of offices has it.")
            % {"names": unknown}
        )


def refuse_two_roles(offices: Iterable[Named]) -> None:
    """Raise ValidationError for an office or group that is to lead and to coordinate the same task."""
    roles: dict[tuple[int | None, int | None], str] = {}
    for one in offices:
        if roles.setdefault((one.agency, one.group), one.role) != one.role:
            words = _("“%(name)s” is to lead and to coordinate. Name it in one of the two lines.")
            raise ValidationError(words % {"name": one.written})


def assign(task: Task, offices: Iterable[Named], *, since: date, actor: Any, decision: str) -> None:
    """Let `task` name these offices from `since` on; who was named before stays with its days."""
    wanted = list(offices)
    kept = []
    for row in task.assignments.filter(valid_to=None):
        same = _taken(wanted, row)
        if same is None:
            row.valid_to = since - timedelta(days=1)
            history.save(row, actor=actor, cause=Cause.AMENDMENT, decision=decision)
        else:
            kept.append(same)
    rows = [
        _assignment(task, row, position, since)
        for position, row in enumerate(wanted, start=1)
        if row not in kept
    ]
    for assignment in rows:
        history.save(assignment, actor=actor, cause=Cause.AMENDMENT, decision=decision)


def _taken(wanted: Iterable[Named], row: Assignment) -> Named | None:
    """The wanted office that this row names already, in the same role and answering alike."""
    facts = (row.role, row.agency_id, row.group_id, row.accountable)
    return next(
        (one for one in wanted if (one.role, one.agency, one.group, one.accountable) == facts), None
    )


def _assignment(task: Task, row: Named, position: int, since: date) -> Assignment:
    return Assignment(
        task=task,
        agency_id=row.agency,
        group_id=row.group,
        role=row.role,
        accountable=row.accountable,
        written=row.written,
        position=position,
        valid_from=since,
    )
