"""Words on a drawing: written where there is room, the most needed first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from django.utils.safestring import SafeString

from tiendo.ui.charts.plane import SMALL_TEXT, Plane
from tiendo.ui.charts.room import Box, Point, Room, length
from tiendo.ui.charts.svg import element

TEXT = 12.0
LINE = 15.0  # room for two marks on a capital
DOT = 11.0  # a dot and the white around it
LOZENGE = 18.0


@dataclass(frozen=True)
class Words:
    """A few words and their look: the class of their paint, their size, the language when it is data."""

    text: str
    style: str = ""
    size: float = TEXT
    language: str = ""
    anchor: str = "m"  # their middle stands at the place, or with "" their beginning

    def box(self, x: float, y: float) -> Box:
        """The ground they cover when they stand there."""
        width = length(self.text, self.size)
        return Box(x if self.anchor else x + width / 2, y, width, LINE)


class Lettering:
    """Everything written on one drawing."""

    def __init__(self, plane: Plane) -> None:
        self.room = Room(plane.width, plane.height)
        self.written: list[SafeString] = []

    def keep_clear(self, boxes: Iterable[Box]) -> None:
        """Nothing is written over these."""
        self.room.taken.extend(boxes)

    def keep_off(self, points: Iterable[Point]) -> None:
        """The line through these points is written over only where words are needed."""
        self.room.lines.extend(pairwise(points))

    def write(self, words: Words, places: Iterable[Point], *, needed: bool = False) -> bool:
        """Write at the first free place; on a line only when they are needed. Whether there was room."""
        boxes = [words.box(*place) for place in places]
        box = self.room.take(boxes, off_lines=True)
        if box is None and needed:
            box = self.room.take(boxes)
        if box is not None:
            x = box.x if words.anchor else box.x - box.width / 2
            self.written.append(shown(words, x, box.y, words.anchor))
        return box is not None


def shown(words: Words, x: float, y: float, anchor: str = "m") -> SafeString:
    """The element of these words, its middle (or end, "e"; or start, "") at this place."""
    styles = ["sm" if words.size == SMALL_TEXT else "", words.style, anchor]
    return element(
        "text",
        words.text,
        class_=" ".join(filter(None, styles)) or None,
        lang=words.language or None,
        x=x,
        y=y + words.size / 3,
    )


def around(point: Point, width: float, *, above: bool) -> Iterator[Point]:
    """Where the words of a mark may stand: over and under it (the likelier first), then beside it."""
    x, y = point
    first, second = (-1, 1) if above else (1, -1)
    for way in (first, second):
        for across in (0.0, width / 2 - 4, 4 - width / 2):
            yield x + across, y + way * (LINE / 2 + DOT / 2)
    for across in (1, -1):
        yield x + across * (width / 2 + DOT / 2 + 2), y


def further(point: Point) -> Iterator[Point]:
    """Where the words of a mark may stand that has to have words, when there is no room close by."""
    x, y = point
    for lines, way in product((1.4, 2.0, 2.6), (1, -1)):
        yield x, y + way * (LINE * lines + DOT / 2)


def above(point: Point, width: float) -> Iterator[Point]:
    """Where the words of a target may stand: over its lozenge, beside it, under it, ever further away."""
    x, y = point
    for lines in (0, 1, 2, 3):
        for way in (-1, 1):
            for across in (0.0, 8 - width / 2, width / 2 - 8):
                yield x + across, y + way * (LINE / 2 + LOZENGE / 2 + lines * LINE)
    for across in (-1, 1):
        yield x + across * (width / 2 + LOZENGE / 2 + 2), y
