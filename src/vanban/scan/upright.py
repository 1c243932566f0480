"""Which way a page lies, and by how little it is askew: where the feet of its letters stand in rows.

The feet of letters stand on a line, their heads do not (accents, ascenders): of the four sides of the letters
the one whose ends fall into the sharpest rows is the foot.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vanban.scan.blots import Blots

STEEPEST = 5.0  # degrees
COARSE, FINE = 0.5, 0.05
ROW = 2.0  # pixels that count as one row
SMALLEST, LARGEST = 8, 90  # pixels of a letter's longer side
USUAL = 0.7  # against the usual one
FEWEST = 12  # letters from which a direction can be told
SURE = 1.15  # by how much the best direction must stand out

Places = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lie:
    """How a page lies: `quarters` counts quarter turns clockwise that put it upright, `slope` is what is
    left in degrees (positive: the lines fall to the right). `rival` is another way that is almost as likely,
    where heads and feet look alike."""

    quarters: int
    slope: float
    rival: int | None = None


def lie_of(blots: Blots, shape: tuple[int, ...], quarters: int | None = None) -> Lie:
    """How the page lies whose patches of ink these are; a page with hardly any letters lies well.

    `quarters` tells which way it lies where that is known.
    """
    across, down = _letters(blots)
    if len(across) < FEWEST:
        return Lie(quarters or 0, 0.0)
    rows, columns = shape
    left, right, top, bottom = across[:, 0], across[:, 1], down[:, 0], down[:, 1]
    # (how far along the line, how far down to the foot) once turned by 0, 1, 2, 3 quarters
    ways = (
        ((left + right) / 2, bottom),
        (rows - (top + bottom) / 2, right),
        (columns - (left + right) / 2, rows - top),
        ((top + bottom) / 2, columns - left),
    )
    found = [_slope(along, foot) for along, foot in ways]
    if quarters is not None:
        return Lie(quarters, found[quarters][1])
    best, other = sorted(range(4), key=lambda way: -found[way][0])[:2]
    near = found[best][0] <= SURE * found[other][0]
    return Lie(best, found[best][1], other if near else None)


def _letters(blots: Blots) -> tuple[Places, Places]:
    """Left and right, top and bottom of the patches that have the size of most letters."""
    size = np.maximum(blots.width, blots.height)
    fit = (size >= SMALLEST) & (size <= LARGEST)
    if fit.any():
        fit &= size >= USUAL * np.median(size[fit])
    across = np.stack([blots.left[fit], blots.right[fit]], axis=1).astype(np.float64)
    down = np.stack([blots.top[fit], blots.bottom[fit]], axis=1).astype(np.float64)
    return across, down


def _slope(along: Places, foot: Places) -> tuple[float, float]:
    """How sharp the rows are at the best slope, and that slope in degrees."""
    coarse = np.arange(-STEEPEST, STEEPEST + COARSE / 2, COARSE)
    near = max((_sharpness(along, foot, angle, 2 * ROW), angle) for angle in coarse)[1]
    fine = np.arange(near - COARSE, near + COARSE + FINE / 2, FINE)
    return max((_sharpness(along, foot, angle, ROW), float(angle)) for angle in fine)


def _sharpness(along: Places, foot: Places, angle: float, row: float) -> float:
    """How unevenly the feet fall into rows when the page is turned by `angle`: higher is sharper."""
    places = (foot - along * np.tan(np.radians(angle))) / row
    counts = np.bincount((places - places.min()).astype(np.int64)).astype(np.float64)
    return float((counts**2).sum() / len(along))
