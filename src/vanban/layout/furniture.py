"""What is printed on every page and belongs to none: page numbers and running heads."""

import re
from collections import Counter
from collections.abc import Sequence

from vanban.layout.printed import PrintedLine

MARGIN = 0.13  # of the page height, above and below, within which such lines stand
PAGE_NUMBER = re.compile(
    r"(?:[-–—]\s*)?(?:Trang\s+|Page\s+)?\d{1,3}(?:\s*/\s*\d{1,3})?(?:\s*[-–—])?$", re.I
)
DIGITS = re.compile(r"\d+")
OFTEN = 3  # pages that print the same line at the same height
HEIGHTS = 100  # steps of the page height that count as the same
OUTERMOST = 2  # lines from each end of the page

Page = tuple[Sequence[PrintedLine], float]  # the lines of a page outside of tables, its height


def without_furniture(pages: Sequence[Page]) -> list[list[PrintedLine]]:
    """The lines of every page that are its own; a running head stays where it stands first."""
    repeated = _repeated(pages)
    seen: set[tuple[str, int]] = set()
    return [_own_lines(lines, height, repeated, seen) for lines, height in pages]


def _repeated(pages: Sequence[Page]) -> set[tuple[str, int]]:
    counts: Counter[tuple[str, int]] = Counter()
    for lines, height in pages:
        counts.update({_key(line, height) for line in _outer(lines, height)})
    return {key for key, count in counts.items() if count >= OFTEN}


def _outer(lines: Sequence[PrintedLine], height: float) -> list[PrintedLine]:
    """The first and last lines, as far as they stand in the margins."""
    ends = {id(line): line for line in (*lines[:OUTERMOST], *lines[-OUTERMOST:])}
    return [line for line in ends.values() if _in_margin(line, height)]


def _in_margin(line: PrintedLine, height: float) -> bool:
    return line.bottom < MARGIN * height or line.top > (1 - MARGIN) * height


def _key(line: PrintedLine, height: float) -> tuple[str, int]:
    return DIGITS.sub("0", "".join(line.text.split())), round(line.top / height * HEIGHTS)


def _own_lines(
    lines: Sequence[PrintedLine],
    height: float,
    repeated: set[tuple[str, int]],
    seen: set[tuple[str, int]],
) -> list[PrintedLine]:
    outer = {id(line) for line in _outer(lines, height)}
    kept: list[PrintedLine] = []
    for line in lines:
        if id(line) in outer:
            key = _key(line, height)
            if PAGE_NUMBER.match(line.text) or key in seen:
                continue
            if key in repeated:
                seen.add(key)
        kept.append(line)
    return kept
