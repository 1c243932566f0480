"""How an office stands with one report, and what may be done with it. Pure: facts and the day are given."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

DRAFT, WITH_HEAD, SENT, RETURNED, ACCEPTED = "draft", "with-head", "sent", "returned", "accepted"
WRITABLE = frozenset({DRAFT, RETURNED})
IN = frozenset({SENT, ACCEPTED, RETURNED})  # came at least once


class Standing(Enum):
    """Worst first."""

    MISSING = "missing"
    RETURNED = "returned"
    WITH_HEAD = "with-head"
    WAITING = "waiting"
    SENT = "sent"
    LATE = "late"
    NOTHING = "nothing"
    ON_TIME = "on-time"


@dataclass(frozen=True, slots=True)
class Handed:
    """What is known of one report of an office: by when it is due, where it is, when it first came."""

    due: date
    state: str = DRAFT
    first_sent_on: date | None = None
    nothing: bool = False
    invited: bool = False

    @property
    def is_in(self) -> bool:
        """Whether the office has sent it, be it returned since."""
        return self.first_sent_on is not None

    def days_late(self, today: date) -> int:
        """By how many days it came late, or is late by now; 0 in time."""
        return max(0, ((self.first_sent_on or today) - self.due).days)


def standing_of(report: Handed, today: date) -> Standing:
    """Where a report stands on `today`.

    Decided in this order: never sent (missing after its day unless it is of a body that is invited, with
    the head, waited for), returned, nothing arose, not yet looked at, came late, in time.
    """
    if not report.is_in:
        return _not_in(report, today)
    if report.state in (RETURNED, DRAFT, WITH_HEAD):
        return Standing.RETURNED
    if report.nothing:
        return Standing.NOTHING
    if report.state == SENT:
        return Standing.SENT
    return Standing.LATE if report.days_late(today) else Standing.ON_TIME


def _not_in(report: Handed, today: date) -> Standing:
    if today > report.due and not report.invited:
        return Standing.MISSING
    return Standing.WITH_HEAD if report.state == WITH_HEAD else Standing.WAITING


@dataclass(frozen=True, slots=True)
class Door:
    """Whether a round still takes reports; `let_in` is whether this office was let in after it was closed."""

    closed: bool = False
    let_in: bool = False

    @property
    def is_open(self) -> bool:
        return not self.closed or self.let_in


def may_write(state: str, door: Door) -> bool:
    """Whether what an office typed may be stored: a draft, or what was returned, while the round takes it."""
    return state in WRITABLE and door.is_open


def may_hand_up(state: str, door: Door, *, has_head: bool) -> bool:
    """Whether the report goes to the head of the office next."""
    return may_write(state, door) and has_head


def may_send(state: str, door: Door, *, has_head: bool, is_head: bool) -> bool:
    """Whether the report can be sent: by the head, or by the reporter of an office without one."""
    if not door.is_open or state not in (DRAFT, RETURNED, WITH_HEAD):
        return False
    return is_head or (not has_head and state != WITH_HEAD)


def may_review(state: str) -> bool:
    """Whether the coordinator may accept or return it."""
    return state == SENT


def entry_open(report_state: str, entry_state: str | None) -> bool:
    """Whether one entry may be changed: in a draft every one, in a returned report those that were returned.

    `entry_state` is None for work on which nothing was written yet.
    """
    if report_state == RETURNED:
        return entry_state in (None, RETURNED, DRAFT)
    return report_state == DRAFT and entry_state not in (SENT, ACCEPTED)
