"""Where words stand in a drawing: none over another, none beyond the edge.

Who asks first gets the better place. What finds no room is left out of the drawing; the table or the list
beside it says everything.
"""

from collections.abc import Iterable
from dataclasses import dataclass

Point = tuple[float, float]
OFF = 5.0  # between words and a line they keep off

NARROW = frozenset(" .,:;'’|!iljI·")
SLIM = frozenset('frtjk()[]{}/-*“”"')
WIDE = frozenset("mwMWOÔÖƠỐỒỔỖỘQ%@&≥≤…—")


def length(words: str, size: float = 12.0) -> float:
    """How wide these words are at most, in the face of the pages at `size` units, bold or not.

    Measured on Be Vietnam Pro 600 and its tabular digits, rounded up by kind of letter.
    """
    return size * sum(map(_share, words))


def _share(letter: str) -> float:
    if letter in WIDE:
        return 1.0
    if letter.isdigit():
        return 0.68
    if letter in NARROW:
        return 0.34
    if letter in SLIM:
        return 0.6
    return 0.8 if letter.isupper() else 0.7


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the drawing: its middle and its size."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        """Whether both cover some of the same ground."""
        across = abs(self.x - other.x) * 2 < self.width + other.width
        return across and abs(self.y - other.y) * 2 < self.height + other.height

    def lies_in(self, width: float, height: float) -> bool:
        """Whether all of it is inside a drawing of this size."""
        inside = self.width <= 2 * self.x <= 2 * width - self.width
        return inside and self.height <= 2 * self.y <= 2 * height - self.height

    def is_crossed(self, start: Point, end: Point) -> bool:
        """Whether a straight line from one point to the other passes through it."""
        entering, leaving = 0.0, 1.0
        for middle, size, one, other in (
            (self.x, self.width, start[0], end[0]),
            (self.y, self.height, start[1], end[1]),
        ):
            near, far = middle - size / 2 - one, middle + size / 2 - one
            way = other - one
            if not way:
                if not near < 0 < far:
                    return False
                continue
            sooner, later = sorted((near / way, far / way))
            entering, leaving = max(entering, sooner), min(leaving, later)
        return entering < leaving


class Room:
    """What is still free in a drawing of this size; lines are kept clear of where that is possible."""

    def __init__(self, width: float, height: float, taken: Iterable[Box] = ()) -> None:
        self.width, self.height = width, height
        self.taken = list(taken)
        self.lines: list[tuple[Point, Point]] = []

    def take(self, wanted: Iterable[Box], *, off_lines: bool = False) -> Box | None:
        """The first of these places that is free, taken from now on; None where none is."""
        for box in wanted:
            if self._is_free(box) and not (off_lines and self._is_on_a_line(box)):
                self.taken.append(box)
                return box
        return None

    def _is_free(self, box: Box) -> bool:
        inside = box.lies_in(self.width, self.height)
        return inside and not any(box.meets(other) for other in self.taken)

    def _is_on_a_line(self, box: Box) -> bool:
        wider = Box(box.x, box.y, box.width + OFF, box.height + OFF)
        return any(wider.is_crossed(*line) for line in self.lines)
