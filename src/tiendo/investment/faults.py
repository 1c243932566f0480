"""May the rows of investment stand as they were entered: days, states, one holder of a case, legal limits."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from tiendo.investment.clock import Span
from tiendo.investment.models import (
    CallProject,
    CallReview,
    CallStatus,
    CaseOutcome,
    CasePause,
    CaseStep,
    Incentive,
    InvestorCase,
    ReviewOutcome,
)
from tiendo.investment.timing import clock_of, table_of
from tiendo.legal.saying import said
from tiendo.registers.plain_faults import faults_to_come
from tiendo.registers.register import Fault, Setting
from tiendo.ui.templatetags.ui import d


def before(field: str, day: date | None, first: date | None, words: str) -> Iterator[Fault]:
    """The fault of a day that lies before another."""
    if day and first and day < first:
        yield Fault(field, words)


def check_call(row: CallProject, setting: Setting) -> Iterator[Fault]:
    """What speaks against a project on the call list."""
    yield from faults_to_come(setting.today, row, "listed_on", "left_on")
    words = _("It cannot leave the list before it stands on it.")
    yield from before("left_on", row.left_on, row.listed_on, words)
    if row.status == CallStatus.WITHDRAWN and not row.left_on:
        yield Fault("left_on", _("Say since which day it is off the list."))
    if row.left_on and row.status in (CallStatus.PROPOSED, CallStatus.CALLING):
        words = _("It is off the list: say how far it is now.")
        yield Fault("status", words, unless_reason=True)
    if row.from_year and row.to_year and row.to_year < row.from_year:
        yield Fault("to_year", _("The last year lies before the first."))


def check_review(row: CallReview, setting: Setting) -> Iterator[Fault]:
    """What speaks against a review: a day to come, a change without words, a project that was not listed yet."""
    yield from faults_to_come(setting.today, row, "reviewed_on")
    if row.outcome in (ReviewOutcome.ADJUST, ReviewOutcome.TAKE_OFF) and not row.words.strip():
        yield Fault("words", _("Say what is to be changed, or why it goes."))
    if row.outcome != ReviewOutcome.ADD and row.reviewed_on < row.project.listed_on:
        words = _("The project stands on the list only since %(day)s.")
        known = {"day": d(row.project.listed_on)}
        yield Fault("reviewed_on", words % known, unless_reason=True)


def check_incentive(row: Incentive, setting: Setting) -> Iterator[Fault]:
    """What speaks against an incentive: days the wrong way round, verified without saying where it stands."""
    words = _("Its last day lies before its first.")
    yield from before("valid_to", row.valid_to, row.valid_from, words)
    if row.verified and not (row.base and row.article):
        yield Fault("article", _("Verified against what? Fill in the legal basis and the article."))


def check_case(row: InvestorCase, setting: Setting) -> Iterator[Fault]:
    """What speaks against a case: days in the wrong order, closed without a result, closed while a step runs."""
    days = {"opened_on": row.opened_on, "valid_on": row.valid_on, "closed_on": row.closed_on}
    yield from faults_to_come(setting.today, row, *days)
    for field in ("valid_on", "closed_on"):
        words = _("This is before the case was opened; check both days.")
        yield from before(field, days[field], row.opened_on, words)
    going_on = row.outcome == CaseOutcome.OPEN
    if going_on and row.closed_on:
        yield Fault("outcome", _("It is closed: say what came out."))
    if not going_on and not row.closed_on:
        yield Fault("closed_on", _("Say on which day it was closed."))
    if not going_on and not row.result:
        yield Fault("result", _("Say which paper came out, or why nothing came of it."))
    if not going_on and row.pk and row.steps.filter(finished_on=None).exists():
        words = _("A step still runs: enter its last day first.")
        yield Fault("outcome", words, unless_reason=True)


def check_step(row: CaseStep, setting: Setting) -> Iterator[Fault]:
    """What speaks against a step: finished before it began, two holders at a time, a promise beyond the law."""
    yield from faults_to_come(setting.today, row, "begun_on", "finished_on")
    words = _("It cannot be finished before it began.")
    yield from before("finished_on", row.finished_on, row.begun_on, words)
    words = _("This is before the case was opened; check both days.")
    yield from before("begun_on", row.begun_on, row.case.opened_on, words)
    words = _("It is promised for a day before it began.")
    yield from before("promised_on", row.promised_on, row.begun_on, words)
    yield from _two_holders(row)
    yield from _promised_too_late(row)
    if row.difficulty and not row.solver:
        yield Fault("solver", _("Say who must solve it."))


def _two_holders(row: CaseStep) -> Iterator[Fault]:
    """A case has one holder at a time: the step may not run while another does."""
    key, span = row.pk or (row.step, row.begun_on), row.span
    held = row.case.held
    others = [each for other, each in held.items() if other != key and each.crosses(span)]
    held[key] = span
    if not others:
        return
    words = _("Another step of this case runs %(days)s. A case has one holder at a time.")
    if others[0].last is None:
        words = _(
            "Another step of this case runs %(days)s: enter its last day first, on the page of the case. "
            "A case has one holder at a time."
        )
    field = "finished_on" if row.begun_on < others[0].first else "begun_on"
    yield Fault(field, words % {"days": _days_of(others[0])})


def _days_of(span: Span) -> str:
    if span.last is None:
        return _("since %(day)s") % {"day": d(span.first)}
    return _("from %(first)s to %(last)s") % {"first": d(span.first), "last": d(span.last)}


def _promised_too_late(row: CaseStep) -> Iterator[Fault]:
    """A promise later than the limit of the norm on the day the step began."""
    if not row.promised_on:
        return
    pauses = list(row.case.stopped.values())
    found = clock_of(row.case, row, pauses, table_of(row.case))
    due = found and found[1].due
    if found and due and row.promised_on > due:
        words = _("The legal limit ends on %(day)s: %(norm)s.")
        yield Fault(
            "promised_on", words % {"day": d(due), "norm": said(found[0])}, unless_reason=True
        )


def check_pause(row: CasePause, setting: Setting) -> Iterator[Fault]:
    """What speaks against a supplement: days to come or in the wrong order, two at a time, no step that ran."""
    yield from faults_to_come(setting.today, row, "asked_on", "received_on")
    words = _("It cannot come before it was asked for.")
    yield from before("received_on", row.received_on, row.asked_on, words)
    yield from before("answer_by", row.answer_by, row.asked_on, words)
    key, span = row.pk or row.asked_on, Span(row.asked_on, row.received_on)
    stopped = row.case.stopped
    others = [each for other, each in stopped.items() if other != key and each.crosses(span)]
    stopped[key] = span
    if others:
        words = _("The investor was asked already %(days)s. Enter first when that came.")
        yield Fault("asked_on", words % {"days": _days_of(others[0])})
    held = row.case.held.values()
    if held and not any(each.holds(row.asked_on) for each in held):
        words = _("No step of the case ran on that day: enter the step first.")
        yield Fault("asked_on", words, unless_reason=True)
