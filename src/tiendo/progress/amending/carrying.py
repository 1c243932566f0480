"""Letting the plan follow what was decided: on its day, once, whoever asks how often."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max, Q

from tiendo.history import services as history
from tiendo.history.models import Cause
from tiendo.plans.amending.offices import Named, assign
from tiendo.plans.amending.versions import revived, to_be_found, write_versions
from tiendo.plans.models import (
    Act,
    Amendment,
    AmendmentState,
    Clause,
    ItemKind,
    Plan,
    Target,
    Task,
    TaskKind,
)
from tiendo.progress.amending.following import (
    cancel_open,
    follow_deadline,
    open_again,
    owe,
)
from tiendo.progress.owing.services import follow


@dataclass(frozen=True, slots=True)
class Carried:
    """A clause that is carried out (or undone) on `since`, on whose word and under which decision."""

    clause: Clause
    since: date
    day: date
    actor: Any

    @property
    def reasons(self) -> dict[str, Any]:
        """What the history says beside the change."""
        amendment = self.clause.amendment
        undone = amendment.state == AmendmentState.WITHDRAWN
        reason = amendment.withdrawn_reason if undone else amendment.words
        return {"actor": self.actor, "reason": reason, "decision": amendment.number}


def waiting(day: date) -> Any:
    """The amendments of which something is still to be carried out, or undone, on `day`."""
    begun = Q(state=AmendmentState.DECIDED, effective_on__lte=day, clauses__carried_on=None)
    over = Q(state=AmendmentState.WITHDRAWN, withdrawn_on__lte=day, clauses__undone_on=None)
    over &= Q(clauses__carried_on__isnull=False)
    return Amendment.objects.filter(begun | over).distinct()


@transaction.atomic
def bring_into_force(*, plan: Plan, day: date, actor: Any) -> int:
    """Carry out every clause of `plan` that is in force on `day`, undo those that are not any more.

    Returns how many clauses were; asked again, or by two at once, none is.
    """
    Plan.objects.select_for_update().get(pk=plan.pk)
    done = 0
    for amendment in waiting(day).filter(plan=plan).order_by("effective_on", "issued_on", "pk"):
        for clause in amendment.clauses.select_related("task__plan", "target"):
            done += _carry_or_undo(clause, amendment, day, actor)
    return done


def bring_all_into_force(*, locality_id: int, day: date) -> int:
    """The same for every plan of a locality, each for itself: what the daily run asks."""
    plans = Plan.objects.filter(locality=locality_id, amendments__in=waiting(day)).distinct()
    return sum(bring_into_force(plan=plan, day=day, actor=None) for plan in plans)


def _carry_or_undo(clause: Clause, amendment: Amendment, day: date, actor: Any) -> int:
    clause.amendment = amendment
    if amendment.in_force(day) and clause.carried_on is None:
        _carry(Carried(clause, amendment.effective_on, day, actor))  # type: ignore[arg-type]
        clause.carried_on = day
    elif clause.carried_on and not clause.undone_on and amendment.withdrawn_on:
        _undo(Carried(clause, amendment.withdrawn_on, day, actor))
        clause.undone_on = day
    else:
        return 0
    history.save(clause, actor=actor, cause=Cause.AMENDMENT, decision=amendment.number)
    return 1


def _carry(one: Carried) -> None:
    if one.clause.act == Act.ADD:
        _add(one)
    elif one.clause.act == Act.END:
        _end(one)
    else:
        _change(one)


def _undo(one: Carried) -> None:
    if one.clause.act == Act.ADD:
        _end(one)
    elif one.clause.act == Act.END:
        _begin_again(one)
    else:
        _change(one)


def _item(clause: Clause) -> Task | Target | None:
    if clause.task_id:
        return Task.objects.with_offices().get(pk=clause.task_id)
    return clause.target


def _change(one: Carried) -> None:
    """The row says what holds from that day on; its offices and its open periods follow."""
    item = _item(one.clause)
    if item is None:
        return
    write_versions(item, day=one.since, **one.reasons)
    if isinstance(item, Task):
        _offices(item, one)
        if item.cancelled_on is None:  # under what another decision ended nothing falls due
            _owe_anew(item, one)


def _owe_anew(item: Task, one: Carried) -> None:
    """Let what is owed under a task follow its offices and its deadline as they are now."""
    task = Task.objects.with_offices().get(pk=item.pk)
    follow(plan=task.plan, tasks=[task], actor=one.actor, today=one.since)
    follow_deadline(task, since=one.since, clause=one.clause, **one.reasons)


def _offices(task: Task, one: Carried) -> None:
    """Who is named follows the newest clause in force that names offices; without one, who was named first."""
    if "offices" not in one.clause.sets:
        return
    if one.clause.amendment.state == AmendmentState.WITHDRAWN:
        wanted = _offices_before(task, one.since)
    else:
        wanted = [Named(**row) for row in one.clause.sets["offices"]]
    _assign(task, wanted, one)


def _offices_before(task: Task, day: date) -> list[Named]:
    """Who is named on `day` once the clause is gone: by another clause in force, or by the plan itself."""
    rows = task.clauses.filter(sets__has_key="offices").select_related("amendment")
    holding = [row for row in rows if row.amendment.in_force(day)]
    if holding:
        newest = max(holding, key=lambda row: (row.amendment.effective_on, row.amendment_id))
        return [Named(**row) for row in newest.sets["offices"]]
    first = task.assignments.filter(Q(valid_from=None) | Q(valid_from=task.valid_from))
    return [
        Named(row.role, row.agency_id, row.group_id, row.written, row.accountable)
        for row in first.order_by("-role", "position")
    ]


def _assign(task: Task, offices: Iterable[Named], one: Carried) -> None:
    decision = one.clause.amendment.number
    assign(task, offices, since=one.since, actor=one.actor, decision=decision)
    fresh = Task.objects.with_offices().get(pk=task.pk)
    fresh.fold = to_be_found(fresh)
    history.save(fresh, actor=one.actor, cause=Cause.AMENDMENT, decision=decision)


def _add(one: Carried) -> None:
    """A row of its own from that day on, owed by the offices that it names."""
    clause, plan = one.clause, one.clause.amendment.plan
    if clause.about == ItemKind.TARGET:
        target = Target(plan=plan, position=_last(plan.targets) + 1, valid_from=one.since)
        _fill(target, clause)
        history.save(target, cause=Cause.AMENDMENT, **one.reasons)
        clause.target = target
        return
    kind = TaskKind.DUTY if clause.about == ItemKind.DUTY else TaskKind.TASK
    task = Task(plan=plan, kind=kind, position=_last(plan.tasks) + 1, valid_from=one.since)
    task.number = str(clause.sets.get("number", ""))[:20]
    _fill(task, clause)
    history.save(task, cause=Cause.AMENDMENT, **one.reasons)
    clause.task = task
    _assign(task, [Named(**row) for row in clause.sets.get("offices", ())], one)
    owe(Task.objects.with_offices().get(pk=task.pk), since=one.since, **one.reasons)


def _fill(item: Task | Target, clause: Clause) -> None:
    for name, value in revived(item, clause.sets).items():
        setattr(item, name, value)
    item.quotes = clause.quotes


def _last(rows: Any) -> int:
    return rows.aggregate(last=Max("position"))["last"] or 0


def _end(one: Carried) -> None:
    """The row stays for what was; nothing more falls due under it."""
    item = _item(one.clause)
    if item is None:
        return
    item.cancelled_on = one.since
    history.save(item, cause=Cause.AMENDMENT, **one.reasons)
    if isinstance(item, Task):
        cancel_open(item, since=one.since, **one.reasons)


def _begin_again(one: Carried) -> None:
    item = _item(one.clause)
    if item is None:
        return
    ended_on, item.cancelled_on = item.cancelled_on, None
    history.save(item, cause=Cause.AMENDMENT, **one.reasons)
    if isinstance(item, Task) and ended_on:
        open_again(item, ended_on=ended_on, **one.reasons)
        _owe_anew(item, one)  # another decision may have changed it while it was ended
