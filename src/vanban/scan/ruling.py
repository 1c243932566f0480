"""Printed lines on a page, level and upright: tables, frames, underlines; broken and slightly bent ones too."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vanban.scan.blots import Ink, Numbers, find_blots

# In heights of the usual letter:
RUN = 2.0  # unbroken ink that no letter has
STROKE = 1.5  # unbroken ink of a short line held at both ends
LONGEST_GAP = 2.0  # what may be missing in a line
LEVEL, UPRIGHT = 4.0, 2.5  # the shortest lines worth having, if they are not held at both ends
HELD = 0.4  # how near the end of a short line lies to the line that holds it
CLEAR = 0.35  # beside a line that should be paper

BEND = 2  # pixels by which a line may step up or down
COVERED = 0.6  # share of a line that is really there
Line = tuple[int, int, int, int]  # left, top, right, bottom

TURNED = [1, 0, 3, 2]  # a box with its two directions changed
CROWDED = 0.4  # more ink than this beside it: a row of letters


@dataclass(frozen=True, slots=True)
class Ruling:
    """The printed lines of a page as rows of (left, top, right, bottom), and the pixels that belong to them."""

    level: Numbers
    upright: Numbers
    pixels: Ink


def find_ruling(ink: Ink, letter: float) -> Ruling:
    """The printed lines on a straightened page, in pixels; `letter` is the usual height of its letters."""
    level, level_pixels = _level_lines(ink, letter, RUN, LONGEST_GAP, _longer(LEVEL * letter))
    turned = np.ascontiguousarray(ink.T)
    holding = level[:, TURNED]
    long, long_pixels = _level_lines(turned, letter, RUN, LONGEST_GAP, _longer(UPRIGHT * letter))
    short, short_pixels = _level_lines(
        turned & ~long_pixels, letter, STROKE, 0.0, lambda line: _is_held(line, holding, letter)
    )
    upright = np.concatenate([long, short])[:, TURNED]
    return Ruling(level, upright, level_pixels | (long_pixels | short_pixels).T)


def _longer(least: float) -> Callable[[Line], bool]:
    return lambda line: line[2] - line[0] >= least


def _level_lines(
    ink: Ink, letter: float, run: float, gap: float, fits: Callable[[Line], bool]
) -> tuple[Numbers, Ink]:
    """The level lines of unbroken runs of at least `run`, at most `gap` apart, that `fits` takes."""
    runs, near = _long_runs(ink, round(run * letter), round(gap * letter / 2))
    groups = find_blots(_thickened(near, BEND))
    kept = np.zeros(len(groups.left) + 1, dtype=np.bool_)  # the last stands for "no group"
    lines = []
    for number in range(len(groups.left)):
        left, top = int(groups.left[number]), int(groups.top[number])
        box = slice(top, int(groups.bottom[number])), slice(left, int(groups.right[number]))
        mine = runs[box] & (groups.labels[box] == number)
        found = _line(ink, mine, (left, top), letter)
        if found and fits(found):
            kept[number] = True
            lines.append(found)
    pixels = _thickened(runs & kept[groups.labels], 1)
    return np.array(lines, dtype=np.int64).reshape(-1, 4), pixels


def _is_held(line: Line, holding: Numbers, letter: float) -> bool:
    """Whether both ends of a level line lie on the upright lines `holding`."""
    left, top, right, bottom = line
    crossing = holding[(holding[:, 1] <= top) & (holding[:, 3] >= bottom)]
    middles = (crossing[:, 0] + crossing[:, 2]) / 2
    near = HELD * letter
    return bool((abs(middles - left) <= near).any() and (abs(middles - right) <= near).any())


def _line(ink: Ink, mine: Ink, corner: tuple[int, int], letter: float) -> Line | None:
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
