"""What recognising letters brings back of a page, and how it travels between processes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from vanban.layout.geometry import PageLayout, PlacedWord, Rule


class ScannedWord(NamedTuple):
    """A recognised word in pixels of the upright, straightened page; `size` is about its font size.

    `doubtful` says that somebody should look at the page.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool
    doubtful: bool


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """One page: `turn` (0, 90, 180, 270) degrees clockwise put it upright, then it was straightened by
    turning it `slope` degrees back (positive: its lines fell to the right). Sizes are of the upright page."""

    width: int
    height: int
    turn: int
    slope: float
    words: tuple[ScannedWord, ...]
    rules: tuple[Rule, ...]

    def layout(self, number: int) -> PageLayout:
        """The page for those who make blocks of words and rules; `number` counts from 1."""
        words = tuple(PlacedWord(*word[:5], bold=word.bold, size=word.size) for word in self.words)
        return PageLayout(number, self.width, self.height, words, self.rules, self.turn)

    def plain(self) -> dict[str, Any]:
        """The page in values that JSON knows."""
        place = {"width": self.width, "height": self.height, "turn": self.turn, "slope": self.slope}
        return {**place, "words": list(map(list, self.words)), "rules": list(map(list, self.rules))}


def page_of(plain: Mapping[str, Any]) -> ScannedPage:
    """The page that `plain` was made of."""
    return ScannedPage(
        plain["width"],
        plain["height"],
        plain["turn"],
        plain["slope"],
        tuple(ScannedWord(*word) for word in plain["words"]),
        tuple(Rule(*rule) for rule in plain["rules"]),
    )
