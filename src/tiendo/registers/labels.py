"""Where words and numbers stand on a sketch: none over another, none beyond the edge.

What finds no room is left out of the picture; the list beside it names everything.
"""

from collections.abc import Iterator
from itertools import product

from tiendo.ui.charts.room import Box, Point

LETTER, LINE = (
    6.4,
    13.0,
)  # how wide a letter of 12 units is at most, how high a line, in units of the picture
ROUND = 9.0  # the radius of a number


def of_words(words: str, at: Point) -> Iterator[Box]:
    """Where the words of an area may stand: in its middle, else a line or two above or below."""
    width = len(words) * LETTER
    for lines in (0, 1, -1, 2, -2):
        yield Box(at[0], at[1] + lines * LINE, width, LINE)


def of_number(at: Point) -> Iterator[Box]:
    """Where the number of a place may stand: on it, else beside it."""
    yield Box(*at, 2 * ROUND, 2 * ROUND)
    yield from beside(at)


def beside(at: Point) -> Iterator[Box]:
    """Where a number may stand that leaves its place free: around it, ever further away."""
    size = 2 * ROUND
    for far in (1.8 * ROUND, 3 * ROUND, 4.2 * ROUND):
        for across, down in product((0, 1, -1), (-1, 1, 0)):
            if across or down:
                yield Box(at[0] + across * far, at[1] + down * far, size, size)


def of_place(at: Point) -> Box:
    """The ground that the dot of a place covers."""
    return Box(*at, 5, 5)
