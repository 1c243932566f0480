"""The two honest rates: updated on time and completed on time. Pure: facts and the day are given.

Completion is judged twice, by the first deadline and by the one in force: a day that was moved hides nothing.

A rate is never a bare per cent: it keeps how many of how many, and what it leaves out, reason by reason.
Only what is due is counted, so that what came early cannot flatter and what has time left cannot harm.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import TypeVar

from tiendo.progress.rounds.status import Handed
from tiendo.progress.status import Facts, Status, status_of

Office = TypeVar("Office", bound=Hashable)


class LeftOut(Enum):
    """Why something is not counted in a rate."""

    NOT_DUE = "not-due"
    WAITING = "waiting"
    NOTHING_AROSE = "nothing-arose"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    INVITED = "invited"
    ADDS = "adds"
    ENDED = "ended"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Rate:
    """`part` of `whole`; `left_out` counts what is in neither."""

    part: int = 0
    whole: int = 0
    left_out: Mapping[LeftOut, int] = field(default_factory=dict)

    @property
    def percent(self) -> int | None:
        """Rounded to whole per cent, but 100 only where all are, and 0 only where none is; None of nothing."""
        if not self.whole:
            return None
        rounded = round(100 * self.part / self.whole)
        if self.part < self.whole:
            rounded = min(99, rounded)
        return max(1, rounded) if self.part else 0

    @property
    def all_left_out(self) -> int:
        """How many are left out."""
        return sum(self.left_out.values())

    def __add__(self, other: "Rate") -> "Rate":
        left_out = Counter(self.left_out)
        left_out.update(other.left_out)
        return Rate(self.part + other.part, self.whole + other.whole, left_out)


@dataclass(frozen=True, slots=True)
class Owed:
    """One period as an office owes it: its facts and what the office does, `share` as in `Share`.

    `ended_on` is the day from which the office owes it no longer.
    """

    facts: Facts
    share: str = "closes"
    ended_on: date | None = None


SHARES = {"invited": LeftOut.INVITED, "adds": LeftOut.ADDS}
STATUSES = {
    Status.CANCELLED: LeftOut.CANCELLED,
    Status.UNTRACKED: LeftOut.CLOSED,
    Status.WAITING: LeftOut.WAITING,
    Status.NOTHING_AROSE: LeftOut.NOTHING_AROSE,
    Status.BACKLOG: LeftOut.BEFORE,
}


def updated_on_time(reports: Iterable[Handed], today: date) -> Rate:
    """How many of the reports that were due before `today` had come by their day.

    One that was returned counts by the day it first came; one that said that nothing arose is an answer.
    """
    return _rate(_updated(report, today) for report in reports)


def _updated(report: Handed, today: date) -> bool | LeftOut:
    if report.invited:
        return LeftOut.INVITED
    if report.due >= today:
        return LeftOut.NOT_DUE
    return report.first_sent_on is not None and report.first_sent_on <= report.due


def completed_on_time(periods: Iterable[Owed], today: date) -> Rate:
    """How many of the periods that were due before `today` were done by the deadline in force."""
    return _rate(_completed(period, today) for period in periods)


def completed_by_first(periods: Iterable[Owed], today: date) -> Rate:
    """How many were done by the day the document set, whatever was granted since."""
    return completed_on_time(map(_unmoved, periods), today)


def _unmoved(period: Owed) -> Owed:
    return replace(period, facts=replace(period.facts, moved_to=None))


def _completed(period: Owed, today: date) -> bool | LeftOut:
    if period.ended_on and not _due_before(period.facts, period.ended_on):
        return LeftOut.ENDED
    if period.share in SHARES:
        return SHARES[period.share]
    reason = STATUSES.get(status_of(period.facts, today))
    if reason and not _missed_before_it_ended(period.facts):
        return reason
    due, done = period.facts.deadline, period.facts.done_on
    if due is None or due >= today:
        return LeftOut.NOT_DUE
    if due < period.facts.watched_from:
        return LeftOut.BEFORE
    return done is not None and done <= due


def _missed_before_it_ended(facts: Facts) -> bool:
    """Whether the work was cancelled only after its deadline: that nobody owes it now mends no past."""
    return facts.cancelled_on is not None and _due_before(facts, facts.cancelled_on)


def _due_before(facts: Facts, day: date) -> bool:
    return facts.deadline is not None and facts.deadline < day


def _rate(judged: Iterable[bool | LeftOut]) -> Rate:
    found = Counter(judged)
    kept, missed = found.pop(True, 0), found.pop(False, 0)
    left_out = {reason: number for reason, number in found.items() if isinstance(reason, LeftOut)}
    return Rate(kept, kept + missed, left_out)


LOADS = (3, 10, 30)  # pieces of work due: up to 3, up to 10, up to 30, more


def load_of(whole: int) -> int:
    """The group of like load that an office with so much due belongs to, from 0 for the lightest."""
    return sum(whole > most for most in LOADS)


def alike(rates: Mapping[Office, Rate]) -> list[list[Office]]:
    """The offices in groups of like load, the best first in each; an office with nothing due is in none.

    Compare only within a group: three of three is no better than twenty-eight of thirty.
    """
    groups: dict[int, list[Office]] = {}
    for office, rate in rates.items():
        if rate.whole:
            groups.setdefault(load_of(rate.whole), []).append(office)
    return [
        sorted(group, key=lambda office: -rates[office].part / rates[office].whole)
        for _load, group in sorted(groups.items())
    ]
