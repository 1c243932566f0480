"""Where figures go that move by uneven steps: the mean step from here on, and how far off that has been. Pure.

The next figure is the last one and the mean step. The steps so far scatter around their mean; that scatter grows
with the root of how far one looks ahead, and what is not known of the mean step itself grows with the distance.
The quantiles are those of Student's distribution, because few steps tell little of their scatter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from statistics import NormalDist

# Of 100 figures 80 lie within so many scatters, by how many steps beyond the first were seen (Student, 0.9).
WIDTHS = (
    *(3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372),
    *(1.363, 1.356, 1.350, 1.345, 1.341, 1.337, 1.333, 1.330, 1.328, 1.325),
)
OF_THIRTY, OF_SIXTY = 1.310, 1.296


@dataclass(frozen=True, slots=True)
class Drift:
    """The last figure and its time, the mean step, the scatter of one step, the time looked back on, how many steps.

    All figures are plain floats: a forecast is no exact thing.
    """

    now: int
    last: float
    step: float
    scatter: float
    span: int
    steps: int

    def middle(self, ahead: int) -> float:
        """The figure so many steps ahead, if all goes as in the mean."""
        return self.last + ahead * self.step

    def spread(self, ahead: int) -> float:
        """The scatter so many steps ahead."""
        return self.scatter * sqrt(ahead + ahead * ahead / self.span)

    def half(self, ahead: int) -> float:
        """How far below and above the middle 80 of 100 figures lie."""
        return width(self.steps - 1) * self.spread(ahead)


def drift(figures: Sequence[tuple[int, float]], unit: float) -> Drift:
    """The drift of three or more figures, each with its time, in the order of time.

    `unit` is what the figures are rounded to: their steps scatter at least as much as rounding makes them.
    """
    (first, begun), (now, last) = figures[0], figures[-1]
    span = now - first
    step = (last - begun) / span
    squares = [
        (later - earlier - step * (then - when)) ** 2 / (then - when)
        for (when, earlier), (then, later) in pairwise(figures)
    ]
    scatter = sqrt(sum(squares) / (len(squares) - 1))
    return Drift(now, last, step, max(scatter, unit / sqrt(6)), span, len(squares))


def width(freedom: int) -> float:
    """Within how many scatters 80 of 100 figures lie."""
    if freedom <= len(WIDTHS):
        return WIDTHS[freedom - 1]
    return OF_THIRTY if freedom < 60 else OF_SIXTY


def below(scatters: float, freedom: int) -> float:
    """How likely a figure lies below so many scatters from the middle: Student's distribution, to one in a hundred.

    By the normal distribution after the usual transformation (Abramowitz and Stegun, 26.7.8).
    """
    bent = scatters * (1 - 1 / (4 * freedom)) / sqrt(1 + scatters * scatters / (2 * freedom))
    return NormalDist().cdf(bent)
