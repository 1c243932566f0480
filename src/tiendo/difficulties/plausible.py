"""Can what was entered of a difficulty or a petition be so? Each rule yields the field and what to do."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _

from tiendo.difficulties.due import last_day_of, norm_of
from tiendo.difficulties.models import Difficulty, Outcome, Petition, Source
from tiendo.legal.saying import said
from tiendo.registers.register import Fault, Setting
from tiendo.ui.templatetags.ui import d

IN_A_COMMUNE = (Source.ESTABLISHMENT, Source.HOUSEHOLD)


def check_difficulty(row: Difficulty, setting: Setting) -> Iterator[Fault]:
    """What speaks against a difficulty: days, an answer that says nothing, no day to answer by."""
    yield from _days(row, setting.today)
    yield from _answered(row)
    if row.source in IN_A_COMMUNE and not row.commune_id:
        yield Fault("commune", _("Say in which commune the establishment lies."))
    if not row.answered_on and row.received_on <= setting.today:
        yield from _due(row)


def _days(row: Difficulty, today: date) -> Iterable[Fault]:
    if row.received_on > today:
        yield Fault("received_on", _("This day has not come yet; enter it when it is received."))
    if row.due_on and row.due_on < row.received_on:
        yield Fault("due_on", _("It cannot be due before it is received; check both days."))
    if row.answered_on and row.answered_on > today:
        yield Fault("answered_on", _("This day has not come yet; enter the answer when it is out."))
    if row.answered_on and row.answered_on < row.received_on:
        yield Fault("answered_on", _("It cannot be answered before it is received."))


def _answered(row: Difficulty) -> Iterable[Fault]:
    if row.outcome == Outcome.IN_HAND:
        if row.answered_on:
            yield Fault("outcome", _("There is an answer: say what came of it."))
        if row.satisfied:
            yield Fault("satisfied", _("Ask for satisfaction when there is an answer."))
        return
    if not row.answered_on:
        yield Fault("answered_on", _("Say on which day it was answered."))
    if not row.answer:
        yield Fault("answer", _("Say in short what was answered."))


def _due(row: Difficulty) -> Iterable[Fault]:
    """The day to answer by, against the norm of the locality; without a norm any day will do, but there is one."""
    norm = norm_of(row.received_on, row.locality_id)
    if norm is None:
        if not row.due_on:
            yield Fault("due_on", _("Say by which day it has to be answered."))
        return
    last = last_day_of(norm, row.received_on)
    told = {"day": d(last), "norm": said(norm)}
    if not row.due_on:
        words = _("Say by which day it has to be answered: %(day)s by “%(norm)s”, or earlier.")
        yield Fault("due_on", words % told)
    elif row.due_on > last:
        words = _("This is later than %(day)s, the last day by “%(norm)s”.")
        yield Fault("due_on", words % told, unless_reason=True)


def check_petition(row: Petition, setting: Setting) -> Iterator[Fault]:
    """What speaks against a petition: days to come or in the wrong order, a decision without number or content."""
    for name in ("gathered_on", "put_on", "decided_on"):
        day = getattr(row, name)
        if day and day > setting.today:
            yield Fault(name, _("This day has not come yet; enter it when it is done."))
    yield from _submitted(row)
    yield from _decided(row)


def _submitted(row: Petition) -> Iterable[Fault]:
    if row.put_number and not row.put_on:
        yield Fault("put_on", _("Say on which day it was submitted: there is a number."))
    if not row.put_on:
        return
    if row.put_on < row.gathered_on:
        yield Fault("put_on", _("It was submitted before it was gathered; check both days."))
    if not row.addressee:
        yield Fault("addressee", _("Say to whom it is submitted."))
    if not row.words:
        yield Fault("words", _("Say what is asked: whoever decides reads these words."))


def _decided(row: Petition) -> Iterable[Fault]:
    """The plan's last clause: the Committee decides, and its decision is entered with its number."""
    if not (row.agreed or row.decision or row.decided_on):
        return
    if not row.put_on:
        yield Fault("put_on", _("Say on which day it was submitted: it is decided."))
    if not row.decided_on:
        yield Fault("decided_on", _("Say on which day it was decided."))
    elif row.put_on and row.decided_on < row.put_on:
        yield Fault("decided_on", _("It was decided before it was submitted; check both days."))
    if not row.agreed:
        yield Fault("agreed", _("Say what was decided."))
    if not row.decision:
        yield Fault("decision", _("The decision has a number: fill it in."), unless_reason=True)
