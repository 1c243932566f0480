"""Passing a difficulty on to the office that can remove it, and gathering equal ones into one petition."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from tiendo.agencies.models import Agency
from tiendo.difficulties.models import Difficulty, Forwarding, Petition
from tiendo.difficulties.registers import DIFFICULTIES, PETITIONS
from tiendo.history import services as history
from tiendo.registers import services as registers


@dataclass(frozen=True, slots=True)
class Onward:
    """To which office a difficulty goes, why, and by which day that one has to answer."""

    agency: Agency
    words: str
    due_on: date | None = None


@transaction.atomic
def forward(*, difficulty: Difficulty, onward: Onward, actor: Any, today: date) -> Forwarding:
    """Let another office answer for a difficulty, and keep who passed it on, when and why.

    Raises ValidationError when it was answered or passed on meanwhile, lies with that office already, or would be
    late at once, and Gone.
    """
    row = Difficulty.objects.select_for_update().filter(pk=difficulty.pk).first()
    if row is None:
        raise history.Gone
    if row.agency_id != difficulty.agency_id:
        raise ValidationError(_("It was passed on meanwhile. Look at it again."))
    _refuse_to_forward(row, onward, today)
    step = Forwarding(
        difficulty=row,
        sender_id=row.agency_id,
        agency=onward.agency,
        forwarded_on=today,
        due_on=onward.due_on,
        words=onward.words,
    )
    history.save(step, actor=actor)
    row.agency, row.due_on = onward.agency, onward.due_on or row.due_on
    registers.write(register=DIFFICULTIES, row=row, actor=actor, today=today, reason=onward.words)
    return step


def _refuse_to_forward(row: Difficulty, onward: Onward, today: date) -> None:
    if row.answered_on:
        raise ValidationError(_("It was answered already; there is nothing to pass on."))
    if row.agency_id == onward.agency.pk:
        raise ValidationError({"agency": _("It lies with this office already.")})
    if onward.due_on and onward.due_on < today:
        raise ValidationError({"due_on": _("This day is over; give the office time to answer.")})


@transaction.atomic
def gather(
    *, petition: Petition, difficulties: Iterable[Difficulty], actor: Any, today: date
) -> int:
    """Put difficulties into a petition, a new one or one that is not submitted; return how many went in.

    Raises ValidationError, and stores nothing, when one was answered or gathered meanwhile, and Gone.
    """
    keys = {row.pk for row in difficulties}
    known = list(Difficulty.objects.select_for_update().filter(pk__in=keys).loose())
    if len(known) < len(keys):
        raise ValidationError(
            _("Some of these were answered or gathered meanwhile. Look at the list again.")
        )
    if petition.pk:
        _still_open(petition)
    else:
        registers.write(register=PETITIONS, row=petition, actor=actor, today=today)
    rows = [copy(row) for row in known]
    for row in rows:
        row.petition = petition
    return len(history.save_all(rows, known=known, actor=actor, reason=petition.title))


def _still_open(petition: Petition) -> None:
    row = Petition.objects.select_for_update().filter(pk=petition.pk).first()
    if row is None:
        raise history.Gone
    if row.put_on:
        raise ValidationError(
            _("“%(petition)s” was submitted already: begin a new one.") % {"petition": row}
        )
