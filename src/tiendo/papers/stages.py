"""How far is a paper? Decided from its days, never stored; `DELIVERED` and `ON_TIME` say the same to the database."""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tiendo.papers.kinds import Asked


class Stage(models.TextChoices):
    NOT_BEGUN = "not-begun", _("not yet begun")
    DRAFTING = "drafting", _("being drafted")
    LATE = "late", _("overdue")
    SUBMITTED = "submitted", _("submitted")
    ISSUED = "issued", _("issued")
    ANSWERED = "answered", _("answered")


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days of a paper, None for what has not been."""

    due: date | None = None
    begun: date | None = None
    submitted: date | None = None
    issued: date | None = None
    answered: date | None = None


def delivered_on(asked: str, days: Days) -> date | None:
    """The day on which a paper was what the plan asks for; None while it is not.

    Issuing delivers what is to be issued, submitting what is to be submitted; anything else either of them.
    """
    match asked:
        case Asked.ISSUE:
            return days.issued
        case Asked.SUBMIT:
            return days.submitted
    return min((day for day in (days.issued, days.submitted) if day), default=None)


def stage_of(asked: str, days: Days, today: date) -> Stage:
    """How far a paper is on `today`; what happened on a later day is not known yet.

    Late is what was due before `today` and is not delivered, however far it has come.
    """
    delivered = delivered_on(asked, days)
    if days.due and days.due < today and not (delivered and delivered <= today):
        return Stage.LATE
    reached = (
        (days.answered, Stage.ANSWERED),
        (days.issued, Stage.ISSUED),
        (days.submitted, Stage.SUBMITTED),
        (days.begun, Stage.DRAFTING),
    )
    return next((stage for day, stage in reached if day and day <= today), Stage.NOT_BEGUN)


def on_time(asked: str, days: Days) -> bool:
    """Whether a paper was delivered by the day it was due."""
    delivered = delivered_on(asked, days)
    return bool(days.due and delivered and delivered <= days.due)


_EITHER = ~Q(asked__in=[Asked.ISSUE, Asked.SUBMIT])

DELIVERED = (
    Q(asked=Asked.ISSUE, issued_on__isnull=False)
    | Q(asked=Asked.SUBMIT, submitted_on__isnull=False)
    | _EITHER & (Q(issued_on__isnull=False) | Q(submitted_on__isnull=False))
)
ON_TIME = (
    Q(asked=Asked.ISSUE, issued_on__lte=F("due"))
    | Q(asked=Asked.SUBMIT, submitted_on__lte=F("due"))
    | _EITHER & (Q(issued_on__lte=F("due")) | Q(submitted_on__lte=F("due")))
)
