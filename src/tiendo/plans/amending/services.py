"""Drafting an amendment clause by clause, deciding it, and withdrawing it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tiendo.history import services as history
from tiendo.plans.amending.applying import figure_left_in
from tiendo.plans.amending.offices import Named, named_in, named_on, refuse_two_roles
from tiendo.plans.amending.refusals import refusals
from tiendo.plans.amending.versions import Item, said_on, stored
from tiendo.plans.columns import aim_said, target_words, task_words
from tiendo.plans.items import Aim, Work
from tiendo.plans.models import (
    Act,
    Amendment,
    AmendmentState,
    Clause,
    Document,
    Intake,
    ItemKind,
    Plan,
    Stage,
    Target,
    Task,
)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the head of the decision; days may still be missing while it is drafted."""

    number: str = ""
    issuer: str = ""
    words: str = ""
    issued_on: date | None = None
    effective_on: date | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One clause as a person types it: `about` a task, a duty or a target, `item` unless it is added.

    `work` or `aim` is what it says afterwards, whole; neither where it ends. `words` are the decision's.
    `reading` is what the reader said of it and a person has still to settle.
    """

    act: Act
    about: ItemKind
    item: Item | None = None
    work: Work | None = None
    aim: Aim | None = None
    words: str = ""
    quotes: Sequence[Mapping[str, Any]] = ()
    reading: Mapping[str, Any] = field(default_factory=dict)


def begin(
    *, plan: Plan, head: Head, actor: Any, now: datetime, document: Document | None = None
) -> Amendment:
    """Store a new draft."""
    row = Amendment(plan=plan, document=document, drafted_by=actor, drafted_at=now, **asdict(head))
    history.save(row, actor=actor)
    return row


@transaction.atomic
def write_head(*, amendment: Amendment, head: Head, actor: Any) -> None:
    """Store what stands at the head of a draft. Raises ValidationError once it was decided."""
    row = held_draft(amendment)
    for name, value in asdict(head).items():
        setattr(row, name, value)
    history.save(row, actor=actor)


@transaction.atomic
def write_clause(
    *, amendment: Amendment, said: Said, actor: Any, clause: Clause | None = None
) -> Clause:
    """Store a clause of a draft, new or in place of `clause`.

    Raises ValidationError once the amendment was decided, for a task or target that another clause of it
    names already, for an office nobody knows or in two roles, for a figure that the words of the target do
    not follow, and for a change that changes nothing.
    """
    held_draft(amendment)
    row = clause or Clause(amendment=amendment, position=_next(amendment))
    _tell(row, said)
    row.sets = _sets(amendment, said)
    refuse_twice(row)
    history.save(row, actor=actor)
    return row


def _next(amendment: Amendment) -> int:
    last = amendment.clauses.aggregate(last=Max("position"))["last"]
    return (last or 0) + 1


def refuse_twice(clause: Clause) -> None:
    """Raise ValidationError where another clause of the amendment is about the same item."""
    item = {"task": clause.task, "target": clause.target}
    if clause.act == Act.ADD:
        return
    if clause.amendment.clauses.filter(**item).exclude(pk=clause.pk).exists():
        raise ValidationError(
            _("Another clause of this amendment is about the same item: change that clause.")
        )


def _sets(amendment: Amendment, said: Said) -> dict[str, Any]:
    """What the clause sets, as JSON: all of what is added, of a change only what differs."""
    if said.act == Act.END:
        return {}
    values = _values(amendment.plan, said)
    if said.item is None:
        return stored(values) | _named(amendment.plan, said)
    now = said_on(said.item, amendment.effective_on or date.max).values
    kept = {name: value for name, value in values.items() if now[name] != value}
    sets = stored(kept) | _offices_that_differ(said, amendment)
    if not sets:
        raise ValidationError(_("Nothing differs from what the plan says. Change it, or leave it."))
    return sets


def _values(plan: Plan, said: Said) -> dict[str, Any]:
    if said.aim:
        _refuse_words_behind(said)
        return target_words(said.aim)
    if said.work is None:
        raise ValueError("a clause that changes or adds says what holds afterwards")
    words = task_words(said.work, plan.last_year)
    if isinstance(said.item, Task):
        words["particulars"] = _particulars(said.item, words["particulars"])
    return words


def _refuse_words_behind(said: Said) -> None:
    """Raise ValidationError where a target gets another figure and its words keep the old one."""
    if said.aim is None or not isinstance(said.item, Target):
        return
    if old := figure_left_in(aim_said(said.item), said.aim):
        words = _("The words of the target still say %(old)s. Write the new figure there too.")
        raise ValidationError(words % {"old": old})


def _particulars(task: Task, new: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in task.particulars.items() if name != "within"}
    return kept | dict(new)


def _named(plan: Plan, said: Said) -> dict[str, Any]:
    """The number and the offices of a task that is added."""
    if said.work is None:
        return {}
    named = named_in(plan, said.work)
    refuse_two_roles(named)
    return {"number": said.work.number, "offices": [asdict(row) for row in named]}


def _offices_that_differ(said: Said, amendment: Amendment) -> dict[str, Any]:
    if said.work is None or not isinstance(said.item, Task):
        return {}
    wanted = named_in(amendment.plan, said.work)
    now = named_on(said.item, amendment.effective_on or date.max)
    if _whom(wanted) == _whom(now):
        return {}
    refuse_two_roles(wanted)
    return {"offices": [asdict(row) for row in wanted]}


def _whom(rows: Iterable[Named]) -> set[tuple[Any, ...]]:
    return {(row.role, row.agency, row.group, row.accountable) for row in rows}


@transaction.atomic
def keep_as_read(
    *, amendment: Amendment, said: Said, actor: Any, clause: Clause | None = None
) -> Clause:
    """Store a clause in the words of the decision alone: what it is about, or what it sets, is for a person to say."""
    held_draft(amendment)
    row = clause or Clause(amendment=amendment, position=_next(amendment))
    _tell(row, said)
    row.sets = {}
    history.save(row, actor=actor)
    return row


def _tell(row: Clause, said: Said) -> None:
    row.act, row.about, row.words = said.act, said.about, said.words
    row.task = said.item if isinstance(said.item, Task) else None
    row.target = said.item if isinstance(said.item, Target) else None
    row.quotes, row.reading = list(said.quotes), dict(said.reading)


@transaction.atomic
def settle(*, clause: Clause, actor: Any) -> None:
    """Enter that a person looked at a clause that was read, and that it is right.

    Raises ValidationError while it is about nothing yet, or sets nothing.
    """
    row = held_clause(clause)
    if row.act != Act.ADD and row.task_id is None and row.target_id is None:
        raise ValidationError(_("Choose first what the clause is about."))
    if row.act != Act.END and not row.sets:
        raise ValidationError(_("The clause sets nothing yet: edit it, or leave it out."))
    row.reading = {}
    history.save(row, actor=actor)


@transaction.atomic
def remove_clause(*, clause: Clause, actor: Any) -> None:
    """Take a clause out of a draft; it can be put back for 30 days."""
    held_draft(clause.amendment)
    history.delete(clause, actor=actor)


@transaction.atomic
def decide(*, amendment: Amendment, actor: Any, now: datetime) -> None:
    """Enter that the decision was issued; from its day on the plan follows it.

    Raises ValidationError with a sentence for everything that speaks against it; nothing is written then.
    """
    Plan.objects.select_for_update().get(pk=amendment.plan_id)  # others are entered before or after
    row = held_draft(amendment)
    if found := refusals(row, localdate(now)):
        raise ValidationError(found)
    row.state, row.decided_at = AmendmentState.DECIDED, now
    history.save(row, actor=actor, decision=row.number)


@transaction.atomic
def withdraw(*, amendment: Amendment, on: date, reason: str, actor: Any) -> None:
    """Let a decided amendment hold no longer from `on`; one not yet effective then never holds.

    Raises ValidationError for a draft (it is deleted instead) and for one that was withdrawn already.
    """
    row = Amendment.objects.select_for_update().get(pk=amendment.pk)
    if row.state != AmendmentState.DECIDED:
        raise ValidationError(_("Only an amendment that was decided can be withdrawn, and once."))
    row.state, row.withdrawn_on, row.withdrawn_reason = AmendmentState.WITHDRAWN, on, reason
    history.save(row, actor=actor, reason=reason, decision=row.number)


@transaction.atomic
def give_up(*, amendment: Amendment, actor: Any) -> None:
    """Delete a draft; it can be put back for 30 days. The document it was read from can be reviewed again."""
    held_draft(amendment)
    history.delete(amendment, actor=actor)
    for intake in Intake.objects.filter(document=amendment.document_id, stage=Stage.AMENDS):
        intake.stage = Stage.READ
        history.save(intake, actor=actor)


def held_draft(amendment: Amendment) -> Amendment:
    """The draft as it is now, held until the transaction ends: nobody decides it or writes in it meanwhile.

    Raises ValidationError for an amendment that was decided, for what was decided does not change, and Gone
    for one that was given up.
    """
    row = Amendment.objects.select_for_update().filter(pk=amendment.pk).first()
    if row is None:
        raise history.Gone
    if row.state != AmendmentState.DRAFT:
        raise ValidationError(
            _("%(number)s was decided. A further amendment changes it, or it is withdrawn.")
            % {"number": row}
        )
    return row


def held_clause(clause: Clause) -> Clause:
    """The clause of a draft as it is now, the draft held. Raises as `held_draft` does."""
    draft = held_draft(clause.amendment)
    row = draft.clauses.filter(pk=clause.pk).first()
    if row is None:
        raise history.Gone
    return row
