"""The figures themselves: lines with dots, bars from zero."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from tiendo.ui.charts import reading
from tiendo.ui.charts.chart import OPEN, Chart, Look, Mark, Series, runs
from tiendo.ui.charts.ground import joined
from tiendo.ui.charts.lettering import DOT, Lettering
from tiendo.ui.charts.plane import Plane
from tiendo.ui.charts.room import Box
from tiendo.ui.charts.svg import element

RADIUS, LEAST_RADIUS = 4.5, 2.0
BAR, SHARE = 44.0, 0.68  # how wide a bar is at most, and how much of its year all bars fill
ZERO = 1.5  # how high a bar of zero is: a figure, not a gap


@dataclass(frozen=True)
class Bar:
    """Where one bar stands."""

    mark: Mark
    value: Decimal
    left: float
    top: float
    width: float
    height: float

    @property
    def box(self) -> Box:
        """The ground it covers."""
        middle = (self.left + self.width / 2, self.top + self.height / 2)
        return Box(*middle, self.width, self.height)


def lines(chart: Chart, plane: Plane, letters: Lettering) -> Iterator[SafeString]:
    """Every series as a line with its dots; dotted up to and from a figure that is not final."""
    for number, series in enumerate(chart.series, 1):
        for run in runs(chart, series):
            points = [plane.point(mark.at, value) for mark, value in run]
            letters.keep_off(points)
            yield from _stretches(run, points, number)
    for number, series in enumerate(chart.series, 1):
        yield from _dots(chart, series, plane, letters, number)


def bars(chart: Chart, plane: Plane, letters: Lettering) -> Iterator[SafeString]:
    """Every figure as a bar; darker where the year met its target."""
    for number, series in enumerate(chart.series, 1):
        for bar in bars_of(chart, series, plane):
            letters.keep_clear([bar.box])
            yield element(
                "rect",
                element("title", reading.of_mark(chart, bar.mark)),
                class_=paint_of_bar(chart, bar.mark, number),
                x=bar.left,
                y=bar.top,
                width=bar.width,
                height=bar.height,
            )


def bars_of(chart: Chart, series: Series, plane: Plane) -> Iterator[Bar]:
    """Where the bars of one series stand: beside those of the others."""
    width = min(BAR, plane.slot * SHARE / len(chart.series))
    shift = (list(chart.series).index(series) - len(chart.series) / 2) * width
    for mark in series.marks:
        if mark.value is not None:
            ends = sorted((plane.base, plane.y(mark.value)))
            height = max(ZERO, ends[1] - ends[0])
            top = ends[1] - height if mark.value >= 0 else ends[0]
            left = plane.x(mark.at) + shift
            inner = max(1.0, width - 1) if len(chart.series) > 1 else max(1.0, width)
            yield Bar(mark, mark.value, left, top, inner, height)


def paint_of_bar(chart: Chart, mark: Mark, number: int = 1) -> str:
    """The class of a bar: hollow while its figure is not final, dark or pale where years are judged."""
    if mark.look in OPEN:
        return f"bar open c{number}"
    if len(chart.series) > 1:
        return f"bar b{number}"
    judged = any(each.met is not None for each in chart.marks)
    return "bar missed" if judged and not mark.met else "bar"


def _stretches(
    run: list[tuple[Mark, Decimal]], points: list[tuple[float, float]], number: int
) -> Iterator[SafeString]:
    """The solid part of a line as one, each dotted part for itself."""
    solid = [points[0]]
    for index in range(1, len(run)):
        if {run[index - 1][0].look, run[index][0].look} & OPEN:
            yield from _solid(solid, number)
            solid = []
            (x1, y1), (x2, y2) = points[index - 1], points[index]
            yield element("line", class_=f"series c{number} est", x1=x1, y1=y1, x2=x2, y2=y2)
        solid.append(points[index])
    yield from _solid(solid, number)


def _solid(points: list[tuple[float, float]], number: int) -> Iterator[SafeString]:
    if len(points) > 1:
        yield element("polyline", class_=f"series c{number} d{number}", points=joined(points))


def _dots(
    chart: Chart, series: Series, plane: Plane, letters: Lettering, number: int
) -> Iterator[SafeString]:
    radius = max(LEAST_RADIUS, min(RADIUS, plane.slot / 3))
    for mark in series.marks:
        if mark.value is not None:
            x, y = plane.point(mark.at, mark.value)
            letters.keep_clear([Box(x, y, DOT, DOT)])
            title = element("title", reading.of_mark(chart, mark))
            yield element("g", title, *dot(mark.look, x, y, radius, number))


def dot(look: Look, x: float, y: float, radius: float, number: int = 1) -> Iterator[SafeString]:
    """The shape that says how a figure is known: a full dot is official.

    A full square is preliminary, a hollow dot an estimate, a hollow square a part of the period.
    """
    hollow = " hollow" if look in OPEN else ""
    if look in (Look.PARTIAL, Look.PRELIMINARY):
        side = radius * 1.7
        yield element(
            "rect",
            class_=f"pt{hollow} c{number}",
            x=x - side / 2,
            y=y - side / 2,
            width=side,
            height=side,
        )
        return
    yield element("circle", class_=f"pt{hollow} c{number}", cx=x, cy=y, r=radius)
