"""Drawings that stand in a row of a table, and many small ones side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from tiendo.ui.charts import reading
from tiendo.ui.charts.chart import OPEN, Chart, Kind, Mark, Series, runs
from tiendo.ui.charts.drawing import draw
from tiendo.ui.charts.ground import joined
from tiendo.ui.charts.marks import paint_of_bar
from tiendo.ui.charts.plane import SMALL
from tiendo.ui.charts.room import Point
from tiendo.ui.charts.svg import element
from tiendo.ui.templatetags.ui import n

WIDTH, HEIGHT = 132, 36
TOP, BOTTOM, SIDE = 5.0, 31.0, 4.0
DOT = 3.2
LEAST = 1.5  # how high the bar of zero is


class Small(NamedTuple):
    """One of many: its name, which is data, and its drawing."""

    title: str
    drawing: SafeString
    language: str


def multiples(charts: Sequence[Chart]) -> list[Small]:
    """The same drawing for many places or offices: all with one axis of figures and the same years."""
    amounts = [amount for chart in charts for amount in chart.amounts()]
    years = [year for chart in charts for year in chart.positions()]
    if not amounts:
        return [Small(chart.title, draw(chart, SMALL), chart.language) for chart in charts]
    covers, over = (min(amounts), max(amounts)), (min(years), max(years))
    alike = (replace(chart, covers=covers, over=over) for chart in charts)
    return [Small(chart.title, draw(chart, SMALL), chart.language) for chart in alike]


def spark(chart: Chart) -> SafeString:
    """The first series of a chart at 132 × 36, without words: a line, or bars from zero; targets dashed.

    Without a figure it is a dash in the middle, read out as "No figures yet".
    """
    series = chart.series[0] if chart.series else Series("", ())
    marks = [mark for mark in series.marks if mark.value is not None]
    parts = _parts(chart, series) if marks else iter([_dash()])
    return element(
        "svg",
        *parts,
        class_="chart spark",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        width=WIDTH,
        height=HEIGHT,
        role="img",
        aria_label=_in_words(chart, marks),
    )


class _Sheet(NamedTuple):
    """Where years and figures lie on the little ground."""

    first: int
    years: int
    low: Decimal
    high: Decimal
    bars: bool

    def x(self, at: int) -> float:
        if self.bars:
            return (at - self.first + 0.5) * WIDTH / self.years
        return SIDE + (at - self.first) * (WIDTH - 2 * SIDE) / max(1, self.years - 1)

    def y(self, value: Decimal) -> float:
        if self.high == self.low:
            return (TOP + BOTTOM) / 2
        return BOTTOM - float((value - self.low) / (self.high - self.low)) * (BOTTOM - TOP)


def _parts(chart: Chart, series: Series) -> Iterator[SafeString]:
    sheet = _sheet(chart, series)
    if sheet.bars:
        yield from _bars(chart, series, sheet)
    else:
        yield from _line(chart, series, sheet)
    for value in sorted({end for goal in chart.goals[:1] for end in (goal.low, goal.top)}):
        y = sheet.y(value)
        yield element("line", class_="held", x1=0, x2=WIDTH, y1=y, y2=y)


def _sheet(chart: Chart, series: Series) -> _Sheet:
    bars = chart.kind is Kind.BARS
    amounts = [mark.value for mark in series.marks if mark.value is not None]
    amounts += [end for goal in chart.goals[:1] for end in (goal.low, goal.top)]
    amounts += [Decimal(0)] if bars else []
    years = [mark.at for mark in series.marks]
    return _Sheet(min(years), max(years) - min(years) + 1, min(amounts), max(amounts), bars)


def _bars(chart: Chart, series: Series, sheet: _Sheet) -> Iterator[SafeString]:
    base = sheet.y(Decimal(0))
    yield element("line", class_="axis", x1=0, x2=WIDTH, y1=base, y2=base)
    width = min(24.0, WIDTH / sheet.years * 0.74)
    for mark in series.marks:
        if mark.value is not None:
            end = sheet.y(mark.value)
            height = max(LEAST, abs(end - base))
            yield element(
                "rect",
                class_=paint_of_bar(replace(chart, series=[series]), mark),
                x=sheet.x(mark.at) - width / 2,
                y=base if mark.value < 0 else base - height,
                width=width,
                height=height,
            )


def _line(chart: Chart, series: Series, sheet: _Sheet) -> Iterator[SafeString]:
    last: tuple[Mark, Point] | None = None
    for run in runs(chart, series):
        stops = [(mark, (sheet.x(mark.at), sheet.y(value))) for mark, value in run]
        last = stops[-1]
        for (one, start), (other, end) in pairwise(stops):
            dotted = " est" if {one.look, other.look} & OPEN else ""
            yield element("polyline", class_=f"series thin{dotted}", points=joined([start, end]))
        if len(stops) == 1:
            yield element("circle", class_="end", cx=stops[0][1][0], cy=stops[0][1][1], r=LEAST)
    if last:
        style = "end-open" if last[0].look in OPEN else "end"
        yield element("circle", class_=style, cx=last[1][0], cy=last[1][1], r=DOT)


def _dash() -> SafeString:
    return element("line", class_="axis", x1=WIDTH / 2 - 8, x2=WIDTH / 2 + 8, y1=18, y2=18)


def _in_words(chart: Chart, marks: Sequence[Mark]) -> str:
    """The first and the last figure and the target, as the drawing is read out."""
    if not marks:
        return reading.none_yet()
    first, last = (reading.of_mark(chart, mark) for mark in (marks[0], marks[-1]))
    words = gettext("%(first)s to %(last)s") % {"first": first, "last": last}
    if len(marks) == 1:
        words = last
    goals = [
        f"{pgettext('chart', 'target')} {goal.words or n(goal.low)}" for goal in chart.goals[:1]
    ]
    return "; ".join([words, *goals])
