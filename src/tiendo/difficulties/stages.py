"""How does a difficulty stand? Decided from its days, never stored; `ON_TIME` says the same to the database."""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    IN_HAND = "in-hand", _("in hand")
    OVERDUE = "overdue", _("overdue")
    ANSWERED = "answered", _("answered")
    ANSWERED_LATE = "answered-late", _("answered late")


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a difficulty, None for what has not been or was not said."""

    received: date
    due: date | None = None
    answered: date | None = None


def stage_of(days: Days, today: date) -> Stage:
    """How it stands on `today`; an answer of a later day is not known yet. Its last day is not late."""
    if days.answered and days.answered <= today:
        late = days.due and days.answered > days.due
        return Stage.ANSWERED_LATE if late else Stage.ANSWERED
    return Stage.OVERDUE if days.due and days.due < today else Stage.IN_HAND


ON_TIME = Q(answered_on__lte=F("due_on"))
