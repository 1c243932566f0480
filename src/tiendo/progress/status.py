"""Where an occurrence stands, from facts alone. The day is always given, never read from the clock.

Two statements of one rule: `status_of` for a row in hand, `status_sql` for lists that filter, sort and
count by status; a test compares them on every combination of facts.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, CharField, F, IntegerField, Q, TextChoices, Value, When
from django.utils.translation import pgettext_lazy

SOON = timedelta(days=30)
SILENCE = timedelta(days=365)


class Status(TextChoices):
    """Worst first: the order in which pages and reports list them."""

    OVERDUE = "overdue", pgettext_lazy("status", "overdue")
    NO_REPORT = "no-report", pgettext_lazy("status", "no report")
    DUE_SOON = "due-soon", pgettext_lazy("status", "due soon")
    WAITING = "waiting", pgettext_lazy("status", "waiting")
    IN_PROGRESS = "in-progress", pgettext_lazy("status", "in progress")
    BACKLOG = "backlog", pgettext_lazy("status", "to be entered")
    DONE_LATE = "done-late", pgettext_lazy("status", "done late")
    DONE = "done", pgettext_lazy("status", "done")
    NOTHING_AROSE = "nothing-arose", pgettext_lazy("status", "nothing arose")
    NOT_DUE = "not-due", pgettext_lazy("status", "not due")
    UNTRACKED = "untracked", pgettext_lazy("status", "not followed here")
    CANCELLED = "cancelled", pgettext_lazy("status", "cancelled")


ORDER = {status: place for place, status in enumerate(Status)}
NEEDS_ATTENTION = (Status.OVERDUE, Status.NO_REPORT)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is stored of one occurrence; see `Occurrence` for what the days mean."""

    starts: date
    due: date | None
    watched_from: date
    done_on: date | None = None
    nothing_on: date | None = None
    last_reported_on: date | None = None
    waiting: bool = False
    closed: bool = False
    cancelled: bool = False


def status_of(facts: Facts, today: date) -> Status:
    """The one status of an occurrence on `today`.

    Decided in this order: cancelled, not followed, waiting, done, nothing arose, not due, overdue
    (or still to be entered, when the period was over before the plan was followed), due soon, silent
    for a year, in progress.
    """
    if settled := _settled(facts):
        return settled
    if today < facts.starts:
        return Status.NOT_DUE
    if facts.due is not None and today > facts.due:
        return Status.BACKLOG if facts.due < facts.watched_from else Status.OVERDUE
    if facts.due is not None and facts.due - today <= SOON:
        return Status.DUE_SOON
    heard = facts.last_reported_on or facts.watched_from
    return Status.NO_REPORT if today - heard > SILENCE else Status.IN_PROGRESS


def _settled(facts: Facts) -> Status | None:
    if facts.cancelled:
        return Status.CANCELLED
    if facts.closed:
        return Status.UNTRACKED
    if facts.waiting:
        return Status.WAITING
    if facts.done_on:
        return Status.DONE_LATE if facts.due and facts.done_on > facts.due else Status.DONE
    return Status.NOTHING_AROSE if facts.nothing_on else None


def status_sql(today: date) -> Case:
    """The same decision for the database."""
    heard_before = today - SILENCE
    return Case(
        When(cancelled_on__isnull=False, then=Value(Status.CANCELLED)),
        When(~Q(closed_reason=""), then=Value(Status.UNTRACKED)),
        When(~Q(condition="") & Q(condition_met_on=None), then=Value(Status.WAITING)),
        When(done_on__gt=F("due"), then=Value(Status.DONE_LATE)),
        When(done_on__isnull=False, then=Value(Status.DONE)),
        When(nothing_on__isnull=False, then=Value(Status.NOTHING_AROSE)),
        When(starts__gt=today, then=Value(Status.NOT_DUE)),
        When(due__lt=today, watched_from__gt=F("due"), then=Value(Status.BACKLOG)),
        When(due__lt=today, then=Value(Status.OVERDUE)),
        When(due__lte=today + SOON, then=Value(Status.DUE_SOON)),
        When(last_reported_on__lt=heard_before, then=Value(Status.NO_REPORT)),
        When(last_reported_on=None, watched_from__lt=heard_before, then=Value(Status.NO_REPORT)),
        default=Value(Status.IN_PROGRESS),
        output_field=CharField(),
    )


def urgency_sql(name: str) -> Case:
    """The place of the status in column `name`, 0 for the worst."""
    whens = [When(**{name: status, "then": Value(place)}) for status, place in ORDER.items()]
    return Case(*whens, default=Value(len(ORDER)), output_field=IntegerField())
