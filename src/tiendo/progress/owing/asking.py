"""Asking offices for their part in a period of one's work, and their answers."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency
from tiendo.history import services as history
from tiendo.progress import services
from tiendo.progress.models import (
    Contribution,
    ContributionRequest,
    Occurrence,
    Place,
    Report,
    Share,
)
from tiendo.progress.owing.rules import is_asked
from tiendo.progress.owing.services import table_of
from tiendo.progress.services import ReportWords

NOBODY = _("Choose at least one office to ask.")
PAST = _("That day is over. Type a day from today on.")
RECALLED = _("The office that asked took its request back. Nothing is owed on it.")


class Answer(Enum):
    """Where a contribution stands. A body that is invited is never late."""

    ANSWERED = "answered"
    RECALLED = "recalled"
    LATE = "late"
    OPEN = "open"


def answer_of(contribution: Contribution, today: date) -> Answer:
    """Where one contribution stands on `today`; its request has to be fetched with it."""
    request = contribution.request
    if contribution.report_id:
        return Answer.ANSWERED
    if request.recalled_at:
        return Answer.RECALLED
    late = request.due < today and not contribution.invited
    return Answer.LATE if late else Answer.OPEN


@transaction.atomic
def ask(
    *,
    occurrence: Occurrence,
    agencies: Iterable[Agency],
    words: str,
    due: date,
    actor: Any,
    now: datetime,
    today: date,
) -> ContributionRequest:
    """Ask these offices for their part by a day; ValidationError when nobody is asked or the day is over."""
    asked = list(dict.fromkeys(agencies))
    if not asked or due < today:
        raise ValidationError(PAST if asked else NOBODY)
    request = ContributionRequest(
        occurrence=occurrence, words=words.strip(), due=due, asked_by=actor, asked_at=now
    )
    history.save(request, actor=actor)
    history.add_all(_asked_of(asked, request), actor=actor)
    return request


def _asked_of(agencies: Iterable[Agency], request: ContributionRequest) -> list[Contribution]:
    table = table_of(request.occurrence.obligation.task.plan)
    pressed = table[Place.SUPPORTING] in (Share.ADDS, Share.CLOSES)
    return [
        Contribution(request=request, agency=each, invited=is_asked(each) and not pressed)
        for each in agencies
    ]


@transaction.atomic
def answer(
    *,
    contribution: Contribution,
    words: ReportWords,
    files: Sequence[UploadedFile],
    actor: Any,
    now: datetime,
) -> Report:
    """Store what an office contributes: a report of its own on the lead's period; the newest answer counts.

    The same form sent twice is one answer. Raises ValidationError when the request was taken back or a
    file is not what its name says.
    """
    _hold(contribution)
    if contribution.request.recalled_at:
        raise ValidationError(RECALLED)
    facts: dict[str, Any] = {"words": words, "files": files, "actor": actor, "now": now}
    period, agency = contribution.request.occurrence, contribution.agency
    said = services.report(occurrence=period, agency=agency, **facts)
    if contribution.report_id is None or said.pk > contribution.report_id:
        contribution.report = said
        history.save(contribution, actor=actor)
    return said


def _hold(contribution: Contribution) -> None:
    """Take the row and its request as they are now, and keep others from answering or taking it back."""
    asked = ContributionRequest.objects.select_for_update()
    contribution.request.refresh_from_db(from_queryset=asked)
    contribution.refresh_from_db(fields=["report"])


def recall(*, request: ContributionRequest, reason: str, actor: Any, now: datetime) -> None:
    """Take a request back; answers that were given stay."""
    request.recalled_at, request.recalled_reason = now, reason[:300]
    history.save(request, actor=actor, reason=reason)
