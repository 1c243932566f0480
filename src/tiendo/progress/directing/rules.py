"""When work is late again, and where a direction stands. Pure: facts and the day are given."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from tiendo.progress.status import Status

LATE = (Status.OVERDUE, Status.DONE_LATE)
JUDGED = (*LATE, Status.DONE, Status.NOTHING_AROSE)


class Period(Protocol):
    """A period as far as this rule looks at it."""

    @property
    def due(self) -> date | None: ...

    def status(self, today: date) -> Status: ...


Row = TypeVar("Row", bound=Period)


def late_again(periods: Iterable[Row], today: date) -> Row | None:
    """The second of two periods of an obligation that are late one after the other; None where there are none.

    Only the last two that can be judged count: what is not due, waits, was cancelled, was over before the plan was
    followed or is not followed here stands between nothing. Late is what is overdue or was done late, by the
    deadline in force.
    """
    dated = sorted((row for row in periods if row.due), key=lambda row: row.due or date.max)
    judged = [row for row in dated if row.status(today) in JUDGED]
    last = judged[-2:]
    late = len(last) == 2 and all(row.status(today) in LATE for row in last)
    return last[-1] if late else None
