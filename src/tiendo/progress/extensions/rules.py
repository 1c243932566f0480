"""Which deadline is in force on a day, and whether more time may be asked for. Pure: facts and the day are given."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol


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
