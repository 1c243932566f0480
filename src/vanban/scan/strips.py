"""Lines of letters: which patches of ink stand side by side in one printed line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from vanban.scan.blots import Blots
from vanban.scan.ruling import Ruling

SMALLEST = 4  # pixels; less is a speck or part of an accent
SMALL, TALL, WIDE = 0.5, 3.5, 25.0  # against the usual height of a letter
SMALL_ALONE = 0.75  # what is lower and stands alone is no letter
APART = 3.0  # letter heights of white that end a line
OVERLAP = 0.35  # share of the taller one's height that a letter and its line have in common
RECENT = 10  # letters that tell where a line is now
ABOVE, BELOW, ASIDE = (
    1.1,
    0.35,
    1.3,
)  # letter heights within which accents, dots and dashes belong to a letter
MOST_LETTERS = 20_000  # more than this is a picture


@dataclass(slots=True)
class Strip:
    """One printed line, or the part of it in one column: numbers of its patches, its box in pixels."""

    letters: list[int] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    right: int = 0
    top: float = 0.0  # of the letters met last
    bottom: float = 0.0
    feet: list[float] = field(default_factory=list)  # where the line stands, at each letter


def find_strips(blots: Blots, ruling: Ruling) -> list[Strip]:
    """The lines of letters on a page, from the top."""
    height = usual_height(blots)
    letters = np.flatnonzero(
        (blots.height >= max(SMALL * height, SMALLEST))
        & (blots.height <= TALL * height)
        & (blots.width <= WIDE * height)
    )
    if not len(letters) or len(letters) > MOST_LETTERS:
        return []
    strips = _chain(blots, letters, _columns(blots, letters, ruling), height)
    strips = [strip for strip in strips if not _is_mark(strip, blots, height)]
    _add_marks(strips, blots, height)
    return sorted(strips, key=lambda strip: (strip.top, strip.right))


def _is_mark(strip: Strip, blots: Blots, height: float) -> bool:
    """Whether a line is but one or two small patches: an accent or a comma that stood alone.

    Two as wide as letters are a short word without any tall letter.
    """
    low = len(strip.letters) < 3 and blots.height[strip.letters].max() < SMALL_ALONE * height
    wide = len(strip.letters) == 2 and blots.width[strip.letters].min() >= SMALL * height
    return bool(low and not wide)


def usual_height(blots: Blots) -> float:
    """The height of most letters in pixels, capitals and accented ones among them."""
    tall = blots.height[(blots.height >= 2 * SMALLEST) & (blots.width >= SMALLEST // 2)]
    return float(np.median(tall)) if len(tall) else 2.0 * SMALLEST


def _columns(blots: Blots, letters: NDArray[np.int64], ruling: Ruling) -> NDArray[np.int64]:
    """For every letter how many upright lines stand to its left: letters of two cells are never one line."""
    across = (blots.left[letters] + blots.right[letters]) / 2
    down = (blots.top[letters] + blots.bottom[letters]) / 2
    counts = np.zeros(len(letters), dtype=np.int64)
    for left, top, right, bottom in ruling.upright:
        counts += ((left + right) / 2 < across) & (top - 3 <= down) & (down <= bottom + 3)
    return counts


def _chain(
    blots: Blots, letters: NDArray[np.int64], columns: NDArray[np.int64], height: float
) -> list[Strip]:
    """From left to right every letter joins the line beside it, or begins one."""
    strips: list[Strip] = []
    active: list[tuple[int, Strip]] = []
    order = np.argsort(blots.left[letters], kind="stable")
    for place, number in zip(columns[order].tolist(), letters[order].tolist(), strict=True):
        left, top, bottom = (
            int(blots.left[number]),
            int(blots.top[number]),
            int(blots.bottom[number]),
        )
        active = [entry for entry in active if left - entry[1].right <= APART * height]
        strip = _beside([entry for column, entry in active if column == place], top, bottom)
        if strip is None:
            strip = Strip()
            strips.append(strip)
            active.append((place, strip))
        _extend(strip, number, blots)
    return strips


def _beside(strips: Sequence[Strip], top: int, bottom: int) -> Strip | None:
    """The line that a letter with this top and bottom stands beside, None where there is none."""
    best, found = OVERLAP, None
    for strip in strips:
        shared = min(bottom, strip.bottom) - max(top, strip.top)
        share = shared / max(bottom - top, strip.bottom - strip.top)
        if share > best:
            best, found = share, strip
    return found


def _extend(strip: Strip, number: int, blots: Blots) -> None:
    strip.letters.append(number)
    recent = strip.letters[-RECENT:]
    strip.right = max(strip.right, int(blots.right[number]))
    strip.top = float(np.median(blots.top[recent]))
    strip.bottom = float(np.median(blots.bottom[recent]))
    strip.feet.append(strip.bottom)


def _add_marks(strips: list[Strip], blots: Blots, height: float) -> None:
    """Give every small patch (accent, dot, comma, dash) to the line of the letter it belongs to."""
    owner = np.full(len(blots.left), -1, dtype=np.int64)
    feet = np.zeros(len(blots.left))
    for index, strip in enumerate(strips):
        owner[strip.letters] = index
        feet[strip.letters] = strip.feet
    letters = np.flatnonzero(owner >= 0)
    letters = letters[np.argsort(blots.left[letters], kind="stable")]
    small = np.flatnonzero(
        (blots.height < SMALL_ALONE * height) & (owner < 0) & (blots.width <= 3 * height)
    )
    for mark, letter in _nearest(blots, small, (letters, feet[letters]), height):
        strips[owner[letter]].marks.append(mark)


def _nearest(
    blots: Blots,
    small: NDArray[np.int64],
    standing: tuple[NDArray[np.int64], NDArray[np.float64]],
    height: float,
) -> Iterator[tuple[int, int]]:
    """Each small patch with the letter nearest to it, where one is near enough.

    `standing`: the letters from left to right, and where their lines stand.
    """
    letters, feet = standing
    lefts = blots.left[letters]
    reach = ASIDE * height + (int(blots.width[letters].max()) if len(letters) else 0)
    for mark in small.tolist():
        first = np.searchsorted(lefts, blots.left[mark] - reach)
        last = np.searchsorted(lefts, blots.right[mark] + ASIDE * height)
        near = letters[first:last]
        distance = _distances(blots, mark, (near, feet[first:last]), height)
        if len(near) and np.isfinite(distance).any():
            yield mark, int(near[np.argmin(distance)])


def _distances(
    blots: Blots,
    mark: int,
    standing: tuple[NDArray[np.int64], NDArray[np.float64]],
    height: float,
) -> NDArray[np.float64]:
    """How far a small patch is from letters, infinite where it cannot belong to one."""
    near, feet = standing
    left, right = blots.left[near] - blots.right[mark], blots.left[mark] - blots.right[near]
    aside = np.maximum(np.maximum(left, right), 0)
    above = np.maximum(blots.top[near] - blots.bottom[mark], 0)
    below = np.maximum(blots.top[mark] - feet, 0)
    fits = (aside <= ASIDE * height) & (above <= ABOVE * height) & (below <= BELOW * height)
    return np.where(fits, above + below + aside, np.inf)
