"""Which figures meet a goal, and how far all others are from it. Exact: fractions, never rounded."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from tiendo.indicators.judging.values import Comparator, Direction, Goal


@dataclass(frozen=True, slots=True)
class Band:
    """The figures that meet a goal: `low` to `high`, without end where None.

    `strict`: the edge itself does not meet it. `far` is the other edge of a range that may be passed.
    """

    way: Direction
    low: Fraction | None
    high: Fraction | None
    strict: bool = False
    far: Fraction | None = None

    def holds(self, value: Fraction) -> bool:
        """Whether a figure meets the goal."""
        if self.low is not None and (value < self.low or (self.strict and value == self.low)):
            return False
        above = self.high is not None and value > self.high
        return not (above or (self.strict and value == self.high))

    def beyond(self, value: Fraction) -> bool:
        """Whether a figure has passed the range on its good side."""
        if self.far is None:
            return False
        return value > self.far if self.way == Direction.UP else value < self.far

    def edge(self, value: Fraction) -> Fraction:
        """Where the goal begins, seen from a figure; the figure itself inside a goal with two edges."""
        if self.way == Direction.UP and self.low is not None:
            return self.low
        if self.way == Direction.DOWN and self.high is not None:
            return self.high
        if self.low is not None and value < self.low:
            return self.low
        return self.high if self.high is not None and value > self.high else value

    def sign(self, value: Fraction) -> int:
        """1 where a figure has to grow to come to the goal, -1 where it has to fall."""
        if self.way == Direction.EXACT:
            return 1 if self.low is not None and value < self.low else -1
        return 1 if self.way == Direction.UP else -1

    def gap(self, value: Fraction) -> Fraction:
        """What is missing to the goal; below zero beyond it, zero inside a goal with two edges."""
        return self.sign(value) * (self.edge(value) - value)

    def distance(self, value: Fraction) -> Fraction:
        """How far outside the goal a figure lies; never below zero."""
        return max(self.gap(value), Fraction(0))

    def carried(self, by: Callable[[Fraction], Fraction]) -> "Band":
        """The same goal on another scale; `by` keeps the order."""

        def edge(value: Fraction | None) -> Fraction | None:
            return None if value is None else by(value)

        return Band(self.way, edge(self.low), edge(self.high), self.strict, edge(self.far))


def band(goal: Goal, direction: Direction, tolerance: Fraction) -> Band:
    """The figures that meet `goal`; `tolerance` is how far "about" reaches, in per cent.

    "At least" and "at most" say themselves which way is better; all others go by `direction`: a bare figure and a
    range may be passed on the good side, and are met exactly only where the definition says so.
    """
    low = Fraction(goal.low)
    if goal.comparator == Comparator.AT_LEAST:
        return Band(Direction.UP, low, None, goal.strict)
    if goal.comparator == Comparator.AT_MOST:
        return Band(Direction.DOWN, None, low, goal.strict)
    first, last = _edges(goal, low, tolerance)
    if direction == Direction.EXACT:
        return Band(direction, first, last)
    wide = goal.comparator != Comparator.EQUAL
    if direction == Direction.UP:
        return Band(direction, first, None, far=last if wide else None)
    return Band(direction, None, last, far=first if wide else None)


def _edges(goal: Goal, low: Fraction, tolerance: Fraction) -> tuple[Fraction, Fraction]:
    if goal.comparator == Comparator.RANGE and goal.high is not None:
        high = Fraction(goal.high)
        return min(low, high), max(low, high)
    if goal.comparator == Comparator.ABOUT:
        reach = abs(low * tolerance / 100)
        return low - reach, low + reach
    return low, low
