"""One chart as SVG: `draw(chart)` for a desk, `draw(chart, NARROW)` for a phone. Words are never scaled."""

from collections.abc import Iterator
from hashlib import blake2s

from django.utils.safestring import SafeString

from tiendo.ui.charts import ground, marks, reading
from tiendo.ui.charts.captions import captions
from tiendo.ui.charts.chart import Chart, Kind
from tiendo.ui.charts.figures import figures_of
from tiendo.ui.charts.lettering import Lettering, Words, shown
from tiendo.ui.charts.plane import HEIGHTS, WIDE, Plane, plane_of
from tiendo.ui.charts.svg import element

EMPTY = 72  # how high the place of a chart without anything to draw is


def draw(chart: Chart, width: int = WIDE) -> SafeString:
    """The drawing, `width` (WIDE, NARROW or SMALL) units across; without any figure a line that says so."""
    if not chart.amounts():
        return _framed(chart, width, EMPTY, iter([_nothing(width / 2, EMPTY / 2)]))
    plane = plane_of(chart, width, figures_of(chart))
    return _framed(chart, width, HEIGHTS[width], _parts(chart, plane))


def _framed(chart: Chart, width: int, height: int, parts: Iterator[SafeString]) -> SafeString:
    """The parts with the words for those who do not see them."""
    name = f"chart-{_digest(chart, width)}"
    return element(
        "svg",
        element("title", chart.title, id=f"{name}-t", lang=chart.language),
        element("desc", reading.read_out(chart), id=f"{name}-d"),
        *parts,
        class_="chart",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="img",
        aria_labelledby=f"{name}-t {name}-d",
    )


def _parts(chart: Chart, plane: Plane) -> Iterator[SafeString]:
    """From the ground upwards; where words stand is known last."""
    letters = Lettering(plane)
    figures = figures_of(chart)
    yield from ground.ground(chart, plane)
    yield from ground.axes(chart, plane, figures, letters)
    yield from ground.breaks(chart, plane)
    if chart.kind is Kind.BARS:
        yield from marks.bars(chart, plane, letters)
    yield from ground.forecast(chart, plane, letters)
    yield from ground.path(chart, plane, letters)
    if chart.kind is Kind.LINE:
        yield from marks.lines(chart, plane, letters)
    yield from ground.goals(chart, plane, letters)
    captions(chart, plane, figures, letters)
    yield from letters.written


def _nothing(x: float, y: float) -> SafeString:
    return shown(Words(reading.none_yet()), x, y)


def _digest(chart: Chart, width: int) -> str:
    """Letters that are the same for the same drawing only."""
    return blake2s(f"{width} {chart!r}".encode(), digest_size=6).hexdigest()
