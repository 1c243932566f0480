"""Writing what leaders say on work, and what offices answer."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from tiendo.agencies.models import Agency
from tiendo.history import services as history
from tiendo.history.models import Cause
from tiendo.plans.models import Target
from tiendo.progress.models import Direction, DirectionKind, Obligation, OfficeReport
from tiendo.progress.owing.asking import Answer
from tiendo.progress.pressing import pressing_of
from tiendo.progress.status import NEEDS_ATTENTION

TIME_TO_ANSWER = timedelta(days=7)  # what forms propose


def answer_of(direction: Direction, today: date) -> Answer:
    """Where a direction stands on `today`."""
    if direction.answered_at:
        return Answer.ANSWERED
    if direction.recalled_at:
        return Answer.RECALLED
    return Answer.LATE if direction.due < today else Answer.OPEN


@dataclass(frozen=True, slots=True)
class Words:
    """What is said to an office: a direction or a request to explain, and the day by which it answers."""

    kind: str
    words: str
    due: date


@dataclass(frozen=True, slots=True)
class TargetOf:
    """A target, and the office that is asked about it; `off_course` where it is not what it should be."""

    target: Target
    agency: Agency
    off_course: bool = True


About = Obligation | OfficeReport | TargetOf


@transaction.atomic
def say(*, about: About, said: Words, actor: Any, now: datetime, today: date) -> Direction:
    """Direct an office on its work or a target, or ask it to explain; the same words sent twice are one.

    Raises ValidationError without words, for a day that is over, and where there is nothing to explain.
    """
    name, row = _subject(about)
    type(row)._base_manager.select_for_update().get(pk=row.pk)
    facts = {"kind": said.kind, "words": said.words.strip(), "due": said.due, "by": actor}
    facts |= {name: row, "agency": about.agency}
    there = Direction.objects.filter(answered_at=None, recalled_at=None, **facts).first()
    if there:
        return there
    if why := _why_not(about, said, today):
        raise ValidationError(why)
    new = Direction(locality_id=about.agency.locality_id, said_at=now, **facts)
    history.save(new, actor=actor, cause=Cause.DIRECTION, reason=said.words.strip()[:500])
    return new


def _subject(about: About) -> tuple[str, Obligation | OfficeReport | Target]:
    """What is spoken of, and the name of the column that leads to it."""
    if isinstance(about, TargetOf):
        return "target", about.target
    return ("obligation" if isinstance(about, Obligation) else "office_report"), about


def _why_not(about: About, said: Words, today: date) -> str:
    if not said.words.strip():
        return _("Write what the office is to do or to explain.")
    if said.due < today:
        return _("That day is over. Type a day from today on.")
    if isinstance(about, Obligation) and about.ended_on:
        return _("This office does not owe the work any more.")
    if said.kind == DirectionKind.EXPLAIN and not is_late(about, today):
        return _("Nothing is late or silent here, so there is nothing to explain.")
    return ""


def is_late(about: About, today: date) -> bool:
    """Whether work is late or silent, a report is overdue and never came, or a target is off course."""
    if isinstance(about, TargetOf):
        return about.off_course
    if isinstance(about, OfficeReport):
        return about.first_sent_at is None and about.due < today
    periods = list(about.occurrences.all())
    for period in periods:
        period.obligation = about
    pressing = pressing_of(periods, today)
    return pressing is not None and pressing.status(today) in NEEDS_ATTENTION


@transaction.atomic
def answer(*, direction: Direction, words: str, actor: Any, now: datetime) -> None:
    """Answer on behalf of the office, once. Raises ValidationError without words, or when it is settled already."""
    row = Direction.objects.select_for_update(of=("self",)).get(pk=direction.pk)
    said = words.strip()
    if row.answered_at and row.answer == said:
        return
    if row.recalled_at:
        raise ValidationError(_("This was taken back meanwhile. Nothing has to be answered."))
    if row.answered_at:
        raise ValidationError(
            _("This was answered already by %(name)s. Write more in the discussion of the task.")
            % {"name": row.answered_by}
        )
    if not said:
        raise ValidationError(_("Write the answer."))
    row.answer, row.answered_by, row.answered_at = said, actor, now
    history.save(row, actor=actor, cause=Cause.DIRECTION, reason=said[:500])


@transaction.atomic
def recall(*, direction: Direction, actor: Any, now: datetime) -> None:
    """Take words back that nobody answered yet. Raises ValidationError when somebody did."""
    row = Direction.objects.select_for_update(of=("self",)).get(pk=direction.pk)
    if row.answered_at:
        raise ValidationError(_("The office answered meanwhile: what was said stays."))
    row.recalled_at = row.recalled_at or now
    history.save(row, actor=actor, cause=Cause.DIRECTION)
