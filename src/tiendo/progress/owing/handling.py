"""How an office does its work: by whom, in which steps, and what is said about it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from tiendo.accounts.models import User
from tiendo.agencies.models import Agency
from tiendo.history import services as history
from tiendo.plans.models import Task
from tiendo.progress.models import Handler, Obligation, Remark, Step
from vanban.text import fold

NOT_OF_THE_OFFICE = _("%(name)s has no role in this office on this day.")


@transaction.atomic
def name_handler(
    *,
    obligation: Obligation,
    user: User,
    inner_due: date | None,
    words: str,
    actor: Any,
    now: datetime,
    today: date,
) -> Handler:
    """Name an officer of the office who does this work; named again, his part and inner day are changed.

    Raises ValidationError when the person holds no role in the office.
    """
    held = user.memberships.in_force(today).filter(agency=obligation.agency_id)
    if not held.exists():
        raise ValidationError(NOT_OF_THE_OFFICE, params={"name": str(user)})
    Obligation.objects.select_for_update().get(pk=obligation.pk)  # named twice at once is once
    row = obligation.handlers.filter(user=user, ended_at=None).first()
    row = row or Handler(obligation=obligation, user=user, named_by=actor, named_at=now)
    row.inner_due, row.words = inner_due, words
    history.save(row, actor=actor)
    return row


def release_handler(*, handler: Handler, actor: Any, now: datetime) -> None:
    """Let an officer no longer do this work."""
    handler.ended_at = handler.ended_at or now
    history.save(handler, actor=actor)


@transaction.atomic
def add_step(
    *, obligation: Obligation, text: str, due: date | None, user: User | None, actor: Any
) -> Step:
    """Add a step after the others."""
    last = obligation.steps.aggregate(last=Max("position"))["last"] or 0
    step = Step(obligation=obligation, position=last + 1, text=text, due=due, user=user)
    history.save(step, actor=actor)
    return step


def finish_step(*, step: Step, done_on: date | None, actor: Any) -> None:
    """Say on which day a step was done; None: it is not done after all."""
    step.done_on = done_on
    history.save(step, actor=actor)


def percent_of(steps: Sequence[Step]) -> int | None:
    """The share of steps that are done, in whole percent; None where there are no steps."""
    if not steps:
        return None
    return 100 * sum(step.done_on is not None for step in steps) // len(steps)


def say(*, task: Task, agency: Agency | None, text: str, actor: Any, now: datetime) -> Remark:
    """Add a remark to the discussion of a task, on behalf of an office."""
    words = text.strip()
    row = Remark(task=task, agency=agency, author=actor, text=words, fold=fold(words), at=now)
    history.save(row, actor=actor)
    return row
