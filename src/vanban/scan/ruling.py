"""Printed lines on a page, level and upright: tables, frames, underlines; broken and slightly bent ones too."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vanban.scan.blots import Ink, Numbers, find_blots

# In heights of the usual letter:
RUN = 2.0  # unbroken ink that no letter has
LONGEST_GAP = 2.0  # what may be missing in a line
LEVEL, UPRIGHT = 4.0, 2.5  # the shortest lines worth having
CLEAR = 0.35  # beside a line that should be paper

BEND = 2  # pixels by which a line may step up or down
COVERED = 0.6  # share of a line that is really there
CROWDED = 0.4  # more ink than this beside it: a row of letters


@dataclass(frozen=True, slots=True)
class Ruling:
    """The printed lines of a page as rows of (left, top, right, bottom), and the pixels that belong to them."""

    level: Numbers
    upright: Numbers
    pixels: Ink


def find_ruling(ink: Ink, letter: float) -> Ruling:
    """The printed lines on a straightened page, in pixels; `letter` is the usual height of its letters."""
    level, level_pixels = _level_lines(ink, letter, LEVEL)
    turned, turned_pixels = _level_lines(np.ascontiguousarray(ink.T), letter, UPRIGHT)
    upright = turned[:, [1, 0, 3, 2]]
    return Ruling(level, upright, level_pixels | turned_pixels.T)


def _level_lines(ink: Ink, letter: float, least: float) -> tuple[Numbers, Ink]:
    reach = round(LONGEST_GAP * letter / 2)
    runs, near = _long_runs(ink, round(RUN * letter), reach)
    groups = find_blots(_thickened(near, BEND))
    kept = np.zeros(len(groups.left) + 1, dtype=np.bool_)  # the last stands for "no group"
    lines = []
    for number in np.flatnonzero(groups.width >= least * letter):
        left, top = int(groups.left[number]), int(groups.top[number])
        box = slice(top, int(groups.bottom[number])), slice(left, int(groups.right[number]))
        mine = runs[box] & (groups.labels[box] == number)
        found = _line(ink, mine, (left, top), letter)
        if found is not None and found[2] - found[0] >= least * letter:
            kept[number] = True
            lines.append(found)
    pixels = _thickened(runs & kept[groups.labels], 1)
    return np.array(lines, dtype=np.int64).reshape(-1, 4), pixels


def _line(
    ink: Ink, mine: Ink, corner: tuple[int, int], letter: float
) -> tuple[int, int, int, int] | None:
    """The box of one line, None where it is too broken or a row of letters."""
    across = np.flatnonzero(mine.any(axis=0))
    first, last = int(across[0]), int(across[-1]) + 1
    if len(across) < COVERED * (last - first):
        return None
    heights = mine[:, across].sum(axis=0)
    half = float(np.median(heights)) / 2
    middles = (np.argmax(mine[:, across], axis=0) + heights / 2 + corner[1]).astype(np.int64)
    if _beside(ink, across + corner[0], middles, int(half + CLEAR * letter)) > CROWDED:
        return None
    middle = float(np.median(middles))
    return first + corner[0], int(middle - half), last + corner[0], int(np.ceil(middle + half))


def _beside(ink: Ink, across: Numbers, middles: Numbers, away: int) -> float:
    """How much of the line has ink beside it, on the side that has more."""
    above = ink[np.maximum(middles - away, 0), across]
    below = ink[np.minimum(middles + away, ink.shape[0] - 1), across]
    return float(max(above.mean(), below.mean()))


def _long_runs(ink: Ink, least: int, reach: int) -> tuple[Ink, Ink]:
    """The ink in unbroken level runs of at least `least` pixels (single missing pixels closed), and the same
    runs lengthened by `reach` at both ends."""
    closed = ink.copy()
    closed[:, 1:-1] |= ink[:, :-2] & ink[:, 2:]
    rows, columns = closed.shape
    stride = columns + 1
    flat = np.zeros((rows, stride), dtype=np.int8)
    flat[:, :columns] = closed
    steps = np.diff(flat.ravel(), prepend=0)
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    long = ends - starts >= least
    starts, ends = starts[long], ends[long]
    first = starts // stride * stride
    near = _filled(
        np.maximum(starts - reach, first), np.minimum(ends + reach, first + columns), flat
    )
    return _filled(starts, ends, flat), near


def _filled(starts: Numbers, ends: Numbers, flat: NDArray[np.int8]) -> Ink:
    """A mask of the shape of `flat`, its last column apart, in which these runs are set."""
    marks = np.zeros(flat.size + 1, dtype=np.int16)
    np.add.at(marks, starts, 1)
    np.add.at(marks, ends, -1)
    return np.cumsum(marks[:-1], dtype=np.int16).reshape(flat.shape)[:, :-1] > 0


def _thickened(mask: Ink, reach: int) -> Ink:
    """The mask widened by `reach` pixels upwards and downwards."""
    thick = mask.copy()
    for step in range(1, reach + 1):
        thick[step:] |= mask[:-step]
        thick[:-step] |= mask[step:]
    return thick
