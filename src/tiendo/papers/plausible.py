"""Can what was entered of a paper be so? Each rule yields the field it is about and what to do."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _

from tiendo.papers.kinds import Asked
from tiendo.papers.models import PaperOwed, PaperStep
from tiendo.registers.register import Fault

# "05/KH-UBND", "1515/QĐ-UBND.HC"; papers of the Party are written "62-KH/HU".
_NUMBER = re.compile(r"\d+[a-zđ]?\s?[/-]\s?\w", re.IGNORECASE)


def is_number(text: str) -> bool:
    """Whether text is the number and symbol of a paper.

    Decree 30/2020, Appendix I, Part II, item 3: the number in Arabic figures, a stroke, then the symbol.
    """
    return bool(_NUMBER.match(text))


def faults_of_paper(paper: PaperOwed, today: date) -> Iterator[Fault]:
    """What cannot be so in the days, numbers and addressee of a paper entered on `today`."""
    days = {name: getattr(paper, name) for name in _HAPPENED}
    yield from _to_come(days, today)
    yield from _out_of_order(paper)
    yield from _numbers(paper)
    if not paper.submit_to and (paper.submitted_on or paper.asked == Asked.SUBMIT):
        yield Fault("submit_to", _("Say to whom it is submitted."))


_HAPPENED = ("begun_on", "submitted_on", "issued_on", "answered_on")


def _to_come(days: dict[str, date | None], today: date) -> Iterator[Fault]:
    for name, day in days.items():
        if day and day > today:
            yield Fault(name, _("This day has not come yet; enter it when it is done."))


def _out_of_order(paper: PaperOwed) -> Iterable[Fault]:
    if paper.answered_on and not paper.submitted_on:
        yield Fault("submitted_on", _("Enter the day it was submitted: there is an answer to it."))
    if _before(paper.answered_on, paper.submitted_on):
        yield Fault("answered_on", _("The answer is older than the submission; check both days."))
    for name in ("submitted_on", "issued_on"):
        if _before(getattr(paper, name), paper.begun_on):
            yield Fault(name, _("This is before drafting began; check both days."))


def _before(day: date | None, other: date | None) -> bool:
    return bool(day and other and day < other)


def _numbers(paper: PaperOwed) -> Iterable[Fault]:
    if paper.number and not paper.issued_on:
        yield Fault("issued_on", _("Enter the day of issue: there is a number."))
    if paper.issued_on and not paper.number:
        words = _("Enter number and symbol of the issued paper.")
        yield Fault("number", words, unless_reason=True)
    for name in ("number", "answer_number"):
        if (said := getattr(paper, name)) and not is_number(said):
            words = _("“%(number)s” is no number and symbol; write it like 05/KH-UBND.")
            yield Fault(name, words % {"number": said}, unless_reason=True)
    if paper.answer_number and not paper.answered_on:
        yield Fault("answered_on", _("Enter the day of the answer: there is a number of it."))


def faults_of_step(step: PaperStep, today: date) -> Iterator[Fault]:
    """What cannot be so in a step entered on `today`; one that is due after its paper needs a reason."""
    yield from _to_come({"done_on": step.done_on}, today)
    if _before(step.paper.due, step.due):
        words = _("The step is due after the paper itself (%(due)s).")
        due = step.paper.due
        yield Fault("due", words % {"due": f"{due:%d/%m/%Y}"}, unless_reason=True)
