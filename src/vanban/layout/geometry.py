"""What stands where on a page, whether a PDF file told it or a picture of the page was read."""

from dataclasses import dataclass
from typing import NamedTuple


class PlacedWord(NamedTuple):
    """A word and the box it is printed in, in page units from the top left corner of the page as shown.

    `size` is the height of its letters in the same units (about the font size); `bold` where it is known.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool = False
    size: float = 0.0


class Rule(NamedTuple):
    """A thin printed line, level or upright, by the box it fills."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageLayout:
    """One page as shown (turned upright): its words in any order, its rules, its size in the same units.

    `number` counts the pages of the file from 1. `turn` (0, 90, 180 or 270 degrees clockwise) is how the page
    as its file shows it was turned to stand upright: words and rules are given upright, the boxes of the
    blocks lie on the page as its file shows it, which is how `page_picture` shows it too.
    """

    number: int
    width: float
    height: float
    words: tuple[PlacedWord, ...]
    rules: tuple[Rule, ...] = ()
    turn: int = 0
