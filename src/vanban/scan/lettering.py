"""How large and how thick the letters of each line are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from vanban.scan.sheets import Sheet
from vanban.scan.strips import Strip
from vanban.scan.voting import Word

MIXED, CAPITALS = 0.52, 0.68  # height of most letters against the font size
ALIKE = 0.15  # sizes that differ less are one
THIN = 0.25  # share of the lines of a page that are surely not bold
BOLD = 1.28  # thickness of strokes against theirs
BLACK = 128  # darker than this is the inside of a stroke


@dataclass(frozen=True, slots=True)
class Lettering:
    """`size` is about the font size, in pixels of the page."""

    size: float
    bold: bool


def lettering_of(sheet: Sheet, lines: Mapping[int, Sequence[Word]]) -> dict[int, Lettering]:
    """The lettering of each line, by number of its strip."""
    if not lines:
        return {}
    sizes = {number: _size(sheet, sheet.strips[number], line) for number, line in lines.items()}
    usual = float(np.median(list(sizes.values())))
    strokes = {number: _stroke(sheet, sheet.strips[number]) for number in lines}
    thin = float(np.quantile(list(strokes.values()), THIN))
    return {
        number: Lettering(
            usual if abs(size - usual) <= ALIKE * usual else size, strokes[number] > BOLD * thin
        )
        for number, size in sizes.items()
    }


def _size(sheet: Sheet, strip: Strip, line: Sequence[Word]) -> float:
    small = any(letter.islower() for word in line for letter in word.text)
    tall = float(np.median(sheet.blots.height[strip.letters])) * sheet.coarse
    return tall / (MIXED if small else CAPITALS)


def _stroke(sheet: Sheet, strip: Strip) -> float:
    """How thick the strokes of a line are on average: its black pixels for every place where a stroke begins."""
    letters, blots, coarse = strip.letters, sheet.blots, sheet.coarse
    left, top = int(blots.left[letters].min()) * coarse, int(blots.top[letters].min()) * coarse
    right, bottom = (
        int(blots.right[letters].max()) * coarse,
        int(blots.bottom[letters].max()) * coarse,
    )
    ink = np.asarray(sheet.print.crop((left, top, right, bottom))) < BLACK
    begun = int((ink[:, 1:] & ~ink[:, :-1]).sum()) + int(ink[:, 0].sum())
    return float(ink.sum()) / max(begun, 1)
