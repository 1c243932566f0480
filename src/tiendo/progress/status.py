"""Where an occurrence stands, from facts alone. The day is always given, never read from the clock.

Two statements of one rule: `status_of` for a row in hand, `status_sql` for lists that filter, sort and
count by status; a test compares them on every combination of facts. Both judge by the deadline in force: the day
the document sets, or the one it was moved to.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import (
    Case,
    CharField,
    DateField,
    F,
    IntegerField,
    Q,
    TextChoices,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThan, LessThan, LessThanOrEqual
from django.utils.translation import pgettext_lazy

from tiendo.progress.owing.shares import Share

SOON = timedelta(days=30)
SILENCE = timedelta(days=365)
DEADLINE = Coalesce("moved_to", "due", output_field=DateField())  # the one in force


class Status(TextChoices):
    """Worst first: the order in which pages and reports list them."""

    OVERDUE = "overdue", pgettext_lazy("status", "overdue")
    NO_REPORT = "no-report", pgettext_lazy("status", "no report")
    DUE_SOON = "due-soon", pgettext_lazy("status", "due soon")
    WAITING = "waiting", pgettext_lazy("status", "waiting on a condition")
    IN_PROGRESS = "in-progress", pgettext_lazy("status", "in progress")
    BACKLOG = "backlog", pgettext_lazy("status", "to be entered")
    DONE_LATE = "done-late", pgettext_lazy("status", "done late")
    DONE = "done", pgettext_lazy("status", "done")
    NOTHING_AROSE = "nothing-arose", pgettext_lazy("status", "nothing arose")
    NOT_DUE = "not-due", pgettext_lazy("status", "not due yet")
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
    moved_to: date | None = None
    done_on: date | None = None
    nothing_on: date | None = None
    last_reported_on: date | None = None
    waiting: bool = False
    closed: bool = False
    cancelled_on: date | None = None
    pressed: bool = True  # False for a body that is asked and cannot be late

    @property
    def deadline(self) -> date | None:
        """The deadline in force."""
        return self.moved_to or self.due


def status_of(facts: Facts, today: date) -> Status:
    """The one status of an occurrence on `today`.

    Decided in this order: cancelled, not followed, waiting, done, nothing arose, not due, overdue
    (or still to be entered, when the period was over before the plan was followed; a body that is asked is
    silent then, never late), due soon, silent for a year, in progress.
    """
    if settled := _settled(facts):
        return settled
    if today < facts.starts:
        return Status.NOT_DUE
    due = facts.deadline
    if due is not None and today > due:
        if due < facts.watched_from:
            return Status.BACKLOG
        return Status.OVERDUE if facts.pressed else Status.NO_REPORT
    if due is not None and due - today <= SOON:
        return Status.DUE_SOON
    heard = facts.last_reported_on or facts.watched_from
    return Status.NO_REPORT if today - heard > SILENCE else Status.IN_PROGRESS


def _settled(facts: Facts) -> Status | None:
    if facts.cancelled_on:
        return Status.CANCELLED
    if facts.closed:
        return Status.UNTRACKED
    if facts.waiting:
        return Status.WAITING
    if facts.done_on:
        late = facts.deadline is not None and facts.done_on > facts.deadline
        return Status.DONE_LATE if late else Status.DONE
    return Status.NOTHING_AROSE if facts.nothing_on else None


def decisions(today: date) -> tuple[tuple[Q, Status], ...]:
    """The same decision for the database: the first condition that holds gives the status."""
    heard_before, over = today - SILENCE, Q(LessThan(DEADLINE, today))
    return (
        (Q(cancelled_on__isnull=False), Status.CANCELLED),
        (~Q(closed_reason=""), Status.UNTRACKED),
        (~Q(condition="") & Q(condition_met_on=None), Status.WAITING),
        (Q(GreaterThan(F("done_on"), DEADLINE)), Status.DONE_LATE),
        (Q(done_on__isnull=False), Status.DONE),
        (Q(nothing_on__isnull=False), Status.NOTHING_AROSE),
        (Q(starts__gt=today), Status.NOT_DUE),
        (over & Q(watched_from__gt=DEADLINE), Status.BACKLOG),
        (over & Q(obligation__share=Share.INVITED), Status.NO_REPORT),
        (over, Status.OVERDUE),
        (Q(LessThanOrEqual(DEADLINE, today + SOON)), Status.DUE_SOON),
        (Q(last_reported_on__lt=heard_before), Status.NO_REPORT),
        (Q(last_reported_on=None, watched_from__lt=heard_before), Status.NO_REPORT),
        (Q(pk__isnull=False), Status.IN_PROGRESS),
    )


def status_sql(today: date) -> Case:
    """The status of an occurrence on `today`, decided by the database."""
    whens = [When(condition, then=Value(status)) for condition, status in decisions(today)]
    return Case(*whens, output_field=CharField())


def urgency_sql(name: str) -> Case:
    """The place of the status in column `name`, 0 for the worst."""
    whens = [When(**{name: status, "then": Value(place)}) for status, place in ORDER.items()]
    return Case(*whens, default=Value(len(ORDER)), output_field=IntegerField())
