"""Which deadline is in force on a day, and whether more time may be asked for. Pure: facts and the day are given."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, Protocol

from tiendo.progress.status import Facts, Status


class Move(Protocol):
    """A new deadline and the day from which it is in force."""

    @property
    def pk(self) -> Any: ...

    @property
    def due(self) -> date: ...

    @property
    def since(self) -> date: ...


def moved_by(moves: Iterable[Move], day: date) -> date | None:
    """The deadline to which these moves had brought a period by the end of `day`; None: it stood as it was set.

    The last one in force counts; of several on one day the one that was written last.
    """
    made = [move for move in moves if move.since <= day]
    return max(made, key=lambda move: (move.since, move.pk or 0)).due if made else None


RUNNING = (Status.DUE_SOON, Status.IN_PROGRESS, Status.NO_REPORT)


class Dated(Protocol):
    """A period with its deadline in force."""

    @property
    def deadline(self) -> date | None: ...

    def status(self, today: date) -> Status: ...


def extendable(period: Dated, today: date) -> bool:
    """Whether a period runs towards a day that is still to come, so that more time may be thought of."""
    deadline = period.deadline
    return deadline is not None and deadline >= today and period.status(today) in RUNNING


class No(Enum):
    """Why no more time may be asked for or granted, in the order in which it is looked at."""

    ENDED = "ended"  # the office owes it no longer
    CANCELLED = "cancelled"
    ANSWERED = "answered"  # done, or nothing arose, or not followed
    WAITING = "waiting"  # no day runs
    NO_DAY = "no-day"
    ASKED = "asked"  # a request waits for its decision
    OVER = "over"  # the deadline in force is past
    OFTEN = "often"  # as often as the rule allows
    NOT_LATER = "not-later"


@dataclass(frozen=True, slots=True)
class Asking:
    """A period as far as an extension concerns it, on a day. `day` is the one asked for or to be granted."""

    facts: Facts
    today: date
    ended: bool = False
    waits: bool = False
    granted: int = 0
    at_most: int = 1
    day: date | None = None


def refused(asking: Asking, *, deciding: bool = False) -> No | None:
    """Why it is refused, or None: it is in order.

    Where the request is there already and is decided (`deciding`), the deadline may have passed meanwhile.
    How often a deadline may be extended is each locality's own rule; in Đồng Tháp it is once (Decision
    790/QĐ-UBND-HC on the follow-up of tasks).
    """
    facts = asking.facts
    deadline = facts.deadline
    conditions = (
        (asking.ended, No.ENDED),
        (facts.cancelled_on is not None, No.CANCELLED),
        (bool(facts.done_on or facts.nothing_on or facts.closed), No.ANSWERED),
        (facts.waiting, No.WAITING),
        (deadline is None, No.NO_DAY),
        (asking.waits and not deciding, No.ASKED),
        (not deciding and deadline is not None and asking.today > deadline, No.OVER),
        (asking.granted >= asking.at_most, No.OFTEN),
        (bool(deadline and asking.day and asking.day <= deadline), No.NOT_LATER),
    )
    return next((why for holds, why in conditions if holds), None)
