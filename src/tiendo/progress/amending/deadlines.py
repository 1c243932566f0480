"""What becomes of the periods of a task when its deadline is amended. Pure: nothing is read or stored.

A period that was done, answered or closed stays. Work that is owed once keeps its row and gets a new
deadline, even when it was overdue: from then on the new day counts. Of work that comes again the periods
to come follow the new deadline; those that were over before stay as they were.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Protocol, TypeVar

from tiendo.progress.schedule import Period

Key = tuple[str, int, int]


class Open(Protocol):
    """A period that somebody still owes."""

    kind: str
    year: int
    part: int

    @property
    def deadline(self) -> date | None:
        """The deadline in force."""


Row = TypeVar("Row", bound=Open)


@dataclass(frozen=True)
class Moves(Generic[Row]):
    """What to do: rows to move, with the period they become; rows to cancel; periods to add."""

    moved: list[tuple[Row, Period]] = field(default_factory=list)
    cancelled: list[Row] = field(default_factory=list)
    added: list[Period] = field(default_factory=list)


def moves(
    rows: Sequence[Row], known: Iterable[Key], periods: Sequence[Period], since: date
) -> Moves[Row]:
    """How the open `rows` of one office follow the `periods` that the amended deadline makes fall due.

    `known` are the keys of all its rows, settled ones included: a period that was answered is not owed again.
    """
    keys = set(known)
    if len(periods) == 1 and len(keys) == 1:
        return Moves(moved=[(row, periods[0]) for row in rows if _differs(row, periods[0])])
    settled = keys - {_key(row) for row in rows}
    by_key = {_key(period): period for period in periods if _key(period) not in settled}
    found: Moves[Row] = Moves()
    for row in rows:
        if (period := by_key.pop(_key(row), None)) is None:
            if not _over(row.deadline, since):
                found.cancelled.append(row)
        elif _differs(row, period) and not _over(row.deadline, since):
            found.moved.append((row, period))
    found.added.extend(period for period in by_key.values() if not _over(period.due, since))
    return found


def _key(row: Open | Period) -> Key:
    return (row.kind, row.year, row.part)


def _differs(row: Open, period: Period) -> bool:
    return row.deadline != period.due


def _over(due: date | None, since: date) -> bool:
    return due is not None and due < since
