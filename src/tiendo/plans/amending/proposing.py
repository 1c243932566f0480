"""What offices propose, what becomes of it, and what is submitted to the level above."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NoReturn

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from tiendo.agencies.models import Agency
from tiendo.difficulties.models import Petition
from tiendo.history import services as history
from tiendo.plans.amending.services import held_draft
from tiendo.plans.models import (
    Amendment,
    Outcome,
    Plan,
    Proposal,
    Submission,
    Target,
    Task,
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What an office asks for: `about` a task, a target, or (None) the plan as a whole.

    `petition`: the one that gathers the difficulties it is to remove.
    """

    words: str
    reason: str
    about: Task | Target | None = None
    key: str = ""  # of the form it was typed in: what is sent twice is one
    petition: Petition | None = None


@transaction.atomic
def propose(*, plan: Plan, agency: Agency, wish: Wish, actor: Any, now: datetime) -> Proposal:
    """Store what an office proposes; the same form sent twice is one proposal."""
    Plan.objects.select_for_update().get(pk=plan.pk)
    same = plan.proposals.filter(agency=agency, key=wish.key) if wish.key else plan.proposals.none()
    if there := same.first():
        return there
    row = Proposal(
        plan=plan,
        agency=agency,
        task=wish.about if isinstance(wish.about, Task) else None,
        target=wish.about if isinstance(wish.about, Target) else None,
        words=wish.words,
        reason=wish.reason,
        made_by=actor,
        made_at=now,
        key=wish.key,
        petition=wish.petition,
    )
    history.save(row, actor=actor)
    return row


@transaction.atomic
def take(*, proposal: Proposal, amendment: Amendment, actor: Any, now: datetime) -> None:
    """Collect a proposal into a draft. Raises ValidationError when one of the two was settled meanwhile."""
    row = _still_waiting(proposal)
    row.amendment = held_draft(amendment)
    _answer(row, Outcome.TAKEN, "", actor, now)


@transaction.atomic
def decline(*, proposal: Proposal, answer: str, actor: Any, now: datetime) -> None:
    """Say why a proposal is not taken. Raises ValidationError when it was answered already."""
    _answer(_still_waiting(proposal), Outcome.DECLINED, answer, actor, now)


@transaction.atomic
def take_back(*, proposal: Proposal, actor: Any, now: datetime) -> None:
    """Let the office take back what nobody has answered yet; else raises ValidationError."""
    _answer(_still_open(proposal), Outcome.WITHDRAWN, "", actor, now)


@transaction.atomic
def submit(
    *, submission: Submission, proposals: Iterable[Proposal], actor: Any, now: datetime
) -> Submission:
    """Store a paper to the level above; the proposals that go with it are no longer open.

    Raises ValidationError, and stores nothing, when one of them was answered already.
    """
    rows = [_still_open(row) for row in proposals]
    history.save(submission, actor=actor)
    for row in rows:
        row.submission = submission
        _answer(row, Outcome.SUBMITTED, "", actor, now)
    return submission


@dataclass(frozen=True, slots=True)
class Answer:
    """What the level above answered, with the number and the day of its paper."""

    agreed: str
    answered_on: date
    answer_number: str = ""
    answer: str = ""


def enter_answer(*, submission: Submission, answer: Answer, actor: Any) -> None:
    """Store the answer; an earlier one is replaced, the history keeps it.

    Raises ValidationError for an answer older than the paper it answers.
    """
    if answer.answered_on < submission.issued_on:
        raise ValidationError(
            {"answered_on": _("The answer cannot be older than the paper it answers.")}
        )
    submission.agreed, submission.answered_on = answer.agreed, answer.answered_on
    submission.answer_number, submission.answer = answer.answer_number, answer.answer
    history.save(submission, actor=actor, decision=answer.answer_number)


def _still_open(proposal: Proposal) -> Proposal:
    """The row, held, that nobody has answered or submitted."""
    row = Proposal.objects.select_for_update().get(pk=proposal.pk)
    return _settled(row) if row.outcome != Outcome.OPEN else row


def _still_waiting(proposal: Proposal) -> Proposal:
    """The row, held, on which somebody here has to decide: what the level above answered is among them."""
    row = Proposal.objects.select_for_update().get(pk=proposal.pk)
    return row if row.waits else _settled(row)


def _settled(row: Proposal) -> NoReturn:
    """Raise ValidationError with what became of it."""
    raise ValidationError(
        _("“%(words)s” was answered already: %(outcome)s.")
        % {"words": row, "outcome": row.get_outcome_display()}
    )


def _answer(row: Proposal, outcome: Outcome, answer: str, actor: Any, now: datetime) -> None:
    row.outcome, row.answer, row.answered_at = outcome, answer, now
    history.save(row, actor=actor, reason=answer[:500])
