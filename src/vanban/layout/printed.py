"""Placed words → printed lines, top to bottom, each from left to right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vanban.layout.geometry import PlacedWord

HALF = 0.5
WIDE = 1.0  # letter heights between two words from which they may stand in two columns


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Words printed on one line, from left to right; `page` is the place of the page in the file, from 0."""

    words: tuple[PlacedWord, ...]
    page: int

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """The height of its tallest letters."""
        return max(height_of(word) for word in self.words)

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words if any(map(str.isalnum, word.text)))


def height_of(word: PlacedWord) -> float:
    """The height of a word's letters, at least a hair, so that ratios to it can be taken."""
    return max(word.size or word.bottom - word.top, 1e-6)


def middle_of(word: PlacedWord) -> float:
    return (word.top + word.bottom) / 2


def printed_lines(words: Iterable[PlacedWord], page: int) -> list[PrintedLine]:
    """The lines the words stand on; a small raised or lowered word belongs to the line beside it."""
    groups: list[list[PlacedWord]] = []
    middle = height = 0.0
    for word in sorted(words, key=middle_of):
        tall = max(height, height_of(word))
        if groups and middle_of(word) - middle <= HALF * tall:
            groups[-1].append(word)
            middle += (middle_of(word) - middle) / len(groups[-1])
            height = tall
        else:
            groups.append([word])
            middle, height = middle_of(word), height_of(word)
    return [PrintedLine(tuple(sorted(group, key=lambda word: word.left)), page) for group in groups]


def segments(line: PrintedLine, wide: float = WIDE) -> list[PrintedLine]:
    """The line cut wherever the gap between two words is wider than `wide` letter heights."""
    pieces: list[list[PlacedWord]] = []
    right = 0.0
    for word in line.words:
        if pieces and word.left - right <= wide * height_of(word):
            pieces[-1].append(word)
            right = max(right, word.right)
        else:
            pieces.append([word])
            right = word.right
    return [PrintedLine(tuple(piece), line.page) for piece in pieces]


def median(values: Sequence[float], default: float) -> float:
    """The value in the middle, `default` of none."""
    return sorted(values)[len(values) // 2] if values else default
