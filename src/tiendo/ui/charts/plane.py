"""Where years and figures lie in a drawing of a given width."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext

from tiendo.ui.charts.chart import Chart, Kind
from tiendo.ui.charts.figures import Figures
from tiendo.ui.charts.room import Point, length
from tiendo.ui.charts.ticks import DIGITS, MOST, ticks

WIDE, NARROW, SMALL = 740, 326, 212  # a desk, a phone, one of many
HEIGHTS = {WIDE: 330, NARROW: 270, SMALL: 144}
HEAD, FOOT, NEAR = 32, 34, 10
HEADING = 8  # more above the hairlines, where the unit stands there
BELOW = 16  # under the lowest hairline where that is not zero, for figures below their dots
END = 112  # at the right of a wide drawing, for words at the ends of lines
BESIDE = 12  # between the end of a line and its words
BESIDE_ZERO = 3  # a line starts at zero where that costs no more than a third of the height
SMALL_TEXT = 11.0
FEW = 4  # hairlines of a small drawing


@dataclass(frozen=True)
class Plane:
    """A drawing's size, the ground its figures lie on, and both axes."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    floor: float
    ticks: tuple[Decimal, ...]
    first: int
    last: int
    slots: bool

    def x(self, at: float) -> float:
        """Where a year lies: on the axis for lines, in the middle of its slot for bars."""
        if self.slots:
            return self.left + (at - self.first + 0.5) * self.slot
        if self.first == self.last:
            return (self.left + self.right) / 2
        return self.left + (at - self.first) / (self.last - self.first) * (self.right - self.left)

    @property
    def slot(self) -> float:
        """How much of the axis belongs to one year."""
        return (self.right - self.left) / max(1, self.last - self.first + self.slots)

    def y(self, value: Decimal) -> float:
        """Where a figure lies."""
        with localcontext(prec=DIGITS):
            share = (value - self.ticks[0]) / (self.ticks[-1] - self.ticks[0])
        return self.bottom - float(share) * (self.bottom - self.top)

    def point(self, at: int, value: Decimal) -> Point:
        """Where the figure of a year lies."""
        return self.x(at), self.y(value)

    @property
    def base(self) -> float:
        """Where bars stand and the axis of years is drawn: at zero, or at the bottom of the drawing."""
        if self.ticks[0] <= 0 <= self.ticks[-1]:
            return self.y(Decimal(0))
        return self.floor

    def years(self) -> Iterator[int]:
        """The years that may be written below the axis, no closer than a hair's breadth."""
        step = max(1, math.ceil((self.last - self.first) / (self.right - self.left)))
        return iter(range(self.first, self.last + 1, step))


def plane_of(chart: Chart, width: int, figures: Figures) -> Plane:
    """The ground for a chart that has something to draw."""
    height = HEIGHTS[width]
    marks = _ticks(chart, FEW if width == SMALL else MOST)
    years = chart.positions()
    widest = max(length(figures.tick(mark, marks), SMALL_TEXT) for mark in marks)
    return Plane(
        width=width,
        height=height,
        left=NEAR + widest,
        right=width - _kept_at_the_right(chart, width, figures),
        top=HEAD + (HEADING if figures.heading else 0),
        bottom=height - FOOT - (0 if marks[0] <= 0 <= marks[-1] else BELOW),
        floor=height - FOOT,
        ticks=marks,
        first=years[0],
        last=years[-1],
        slots=chart.kind is Kind.BARS,
    )


def _kept_at_the_right(chart: Chart, width: int, figures: Figures) -> float:
    """The room for names of lines, for the forecast and for targets that hold every year."""
    lasting = [length(goal.words) for goal in chart.goals if goal.since is not None]
    if width == SMALL:
        return 16
    if chart.kind is Kind.LINE and len(chart.series) > 1:
        lasting += [length(" ".join(each)) for each in names_at_ends(chart, width, figures)]
    beside = min(max(lasting, default=0) + BESIDE + 4, width / 3.5)
    return max(16, END if width == WIDE and chart.spreads else 0, beside)


def names_at_ends(chart: Chart, width: int, figures: Figures) -> list[tuple[str, str]]:
    """What stands at the end of each of several lines: on a wide drawing its name, and the last figure."""
    found = []
    for series in chart.series:
        values = [mark.value for mark in series.marks if mark.value is not None]
        last = figures.short(values[-1]) if values else ""
        found.append((series.name if width == WIDE else "", last))
    return found


def ends_without_zero(chart: Chart, most: int = MOST) -> tuple[Decimal, Decimal] | None:
    """Where the axis of this chart begins and ends when zero is not on it; None where it is."""
    if not chart.amounts():
        return None
    marks = _ticks(chart, most)
    return None if marks[0] <= 0 <= marks[-1] else (marks[0], marks[-1])


def _ticks(chart: Chart, most: int) -> tuple[Decimal, ...]:
    """The hairlines; where every figure is whole, they are whole, too."""
    whole = all(amount == amount.to_integral_value() for amount in chart.amounts())
    return ticks(*_ends(chart), most=most, least=Decimal(1 if whole else 0))


def _ends(chart: Chart) -> tuple[Decimal, Decimal]:
    """The lowest and highest figure the axis must show; zero is one of them for bars.

    A line starts at zero, too, where its figures leave little room below them.
    """
    amounts = chart.amounts()
    low, high = min(amounts), max(amounts)
    if chart.kind is Kind.BARS or 0 < low * BESIDE_ZERO <= high:
        low = min(low, Decimal(0))
    if chart.kind is Kind.BARS:
        high = max(high, Decimal(0))
    return low, high
