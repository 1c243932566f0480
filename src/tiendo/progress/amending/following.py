"""The periods of a task after an amendment: moved, cancelled, added, opened again. Part of the caller's transaction."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from tiendo.history import services as history
from tiendo.history.models import Cause
from tiendo.plans.models import Clause, Task
from tiendo.progress.amending.deadlines import moves
from tiendo.progress.models import NewDue, Obligation, Occurrence
from tiendo.progress.owing.services import obligations_of
from tiendo.progress.schedule import Period, periods_of
from tiendo.progress.terms import occurrence_of, occurrences_of, terms_of


def follow_deadline(
    task: Task, *, since: date, clause: Clause, actor: Any, reason: str, decision: str
) -> None:
    """Let the open periods of every office follow the deadline that `task` has now, from `since` on."""
    periods = periods_of(terms_of(task))
    facts = {"actor": actor, "reason": reason, "decision": decision}
    for obligation in Obligation.objects.filter(task=task, ended_on=None):
        rows = list(obligation.occurrences.select_for_update().select_related("obligation"))
        still = set(
            Occurrence.objects.open().filter(obligation=obligation).values_list("pk", flat=True)
        )
        open_rows = [row for row in rows if row.pk in still]
        found = moves(open_rows, [(row.kind, row.year, row.part) for row in rows], periods, since)
        for row, period in found.moved:
            _move(row, period, since, clause, facts)
        _cancel(found.cancelled, since, facts)
        _open(obligation, found.added, since, facts)


def _move(
    row: Occurrence, period: Period, since: date, clause: Clause, facts: dict[str, Any]
) -> None:
    """A new deadline for a period that is owed, or a condition in place of a day; its first day stays."""
    row.condition, row.condition_met_on = period.condition[:300], None
    if row.due is None:
        row.due = period.due
    elif period.due is not None:
        row.moved_to = period.due
        moved = NewDue(occurrence=row, due=period.due, since=since, clause=clause)
        history.save(moved, cause=Cause.AMENDMENT, **facts)
    history.save(row, cause=Cause.AMENDMENT, **facts)


def _open(
    obligation: Obligation, periods: Iterable[Period], since: date, facts: dict[str, Any]
) -> None:
    rows = [occurrence_of(obligation, period, since, "") for period in periods]
    history.add_all(rows, cause=Cause.AMENDMENT, **facts)


def _cancel(rows: Sequence[Occurrence], since: date, facts: dict[str, Any]) -> None:
    for row in rows:
        row.cancelled_on = since
        history.save(row, cause=Cause.AMENDMENT, **facts)


def cancel_open(task: Task, *, since: date, actor: Any, reason: str, decision: str) -> None:
    """Nobody owes `task` any more from `since` on; what was done or answered stays."""
    rows = Occurrence.objects.open().filter(obligation__task=task).select_for_update()
    _cancel(list(rows), since, {"actor": actor, "reason": reason, "decision": decision})


def open_again(task: Task, *, ended_on: date, actor: Any, reason: str, decision: str) -> None:
    """What was cancelled when `task` ended on that day is owed again."""
    facts = {"actor": actor, "reason": reason, "decision": decision}
    rows = Occurrence.objects.filter(obligation__task=task, cancelled_on=ended_on)
    for row in rows.select_for_update():
        row.cancelled_on = None
        history.save(row, cause=Cause.AMENDMENT, **facts)


def owe(task: Task, *, since: date, actor: Any, reason: str, decision: str) -> None:
    """What the offices of a task that was added owe from `since` on."""
    facts = {"actor": actor, "reason": reason, "decision": decision}
    owed = obligations_of(task.plan, [task], since)
    obligations = history.add_all(owed, cause=Cause.AMENDMENT, **facts)
    rows = [
        row
        for obligation in obligations
        for row in occurrences_of(obligation, followed_from=since)
        if row.due is None or row.due >= since
    ]
    history.add_all(rows, cause=Cause.AMENDMENT, **facts)
