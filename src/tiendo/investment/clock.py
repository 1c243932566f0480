"""A clock with a legal limit that stands still while the investor supplements the dossier. Pure.

The day of the beginning is not counted, as in `legal.limits.last_day`; so with pauses: the day on which the investor
was asked still counts, the day on which the supplement came does not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from tiendo.agencies.workdays import Table, is_working
from tiendo.legal.limits import Limit, NormKind, last_day

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """From a day to a day; `last` is None while it goes on."""

    first: date
    last: date | None = None

    @property
    def end(self) -> date:
        return self.last or date.max

    def crosses(self, other: "Span") -> bool:
        """Whether both go on at one time; one may end on the day on which the other begins."""
        return self.first < other.end and other.first < self.end

    def holds(self, day: date) -> bool:
        """Whether `day` lies in it, its last day with it."""
        return self.first <= day <= self.end


class State(Enum):
    """How a step stands."""

    TO_COME = "to-come"
    RUNNING = "running"
    STOPPED = "stopped"
    OVERDUE = "overdue"
    DONE = "done"
    DONE_LATE = "done-late"


@dataclass(frozen=True, slots=True)
class Clock:
    """A limit that runs from `begun` on, and the `pauses` in which it stands."""

    limit: Limit
    begun: date
    pauses: Sequence[Span]
    table: Table

    @property
    def length(self) -> int:
        """How many days it has: working days or days of the calendar, as its norm counts."""
        if self.limit.kind is NormKind.WORKING_DAYS:
            return int(self.limit.highest or 0)
        return (last_day(self.limit, self.begun, self.table) - self.begun).days

    def counts(self, day: date) -> bool:
        """Whether a day after the beginning is one of its days."""
        if any(pause.first < day <= pause.end for pause in self.pauses):
            return False
        return self.limit.kind is not NormKind.WORKING_DAYS or is_working(day, self.table)

    def used(self, until: date) -> int:
        """How many of its days are gone at the end of `until`."""
        days = (self.begun + DAY * number for number in range(1, (until - self.begun).days + 1))
        return sum(map(self.counts, days))

    @property
    def due(self) -> date | None:
        """Its last day; None while it stands, for then nobody can know."""
        stands_from = min((each.first for each in self.pauses if each.last is None), default=None)
        day, left = self.begun, self.length
        while left:
            if stands_from is not None and day >= stands_from:
                return None
            day += DAY
            left -= self.counts(day)
        return day


def state_of(span: Span | None, due: date | None, stopped: bool, today: date) -> State:
    """How a step stands on `today`: `span` is None for one that has not begun, `due` where there is no limit."""
    if span is None or span.first > today:
        return State.TO_COME
    if span.last is not None and span.last <= today:
        return State.DONE_LATE if due and span.last > due else State.DONE
    if due and today > due:
        return State.OVERDUE
    return State.STOPPED if stopped else State.RUNNING
