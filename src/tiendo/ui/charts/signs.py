"""The key below a drawing: every sign that occurs on it, and what it means."""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from tiendo.ui.charts.chart import Chart, Kind, Look
from tiendo.ui.charts.marks import dot
from tiendo.ui.charts.reading import LOOKS
from tiendo.ui.charts.svg import element

HEIGHT, LONG, SHORT = 14, 28, 14


class Sign(NamedTuple):
    """A little drawing and how wide it is, its words, and their language when they are data."""

    drawing: SafeString
    words: str
    language: str = ""
    width: int = SHORT


def signs(chart: Chart) -> list[Sign]:
    """What the key of this chart explains, nothing that it does not show."""
    if not chart.amounts():
        return []
    found = [*_of_series(chart), *_of_bars(chart), *_of_looks(chart)]
    if chart.path:
        found.append(Sign(_across("path"), pgettext("chart", "required"), width=LONG))
    if any(goal.since is None for goal in chart.goals):
        lozenge = element("path", class_="goal-pt", d="M7 1l6 6-6 6-6-6z")
        found.append(Sign(_drawn(SHORT, lozenge), pgettext("chart", "target")))
    if any(goal.since is not None for goal in chart.goals):
        found.append(Sign(_across("held"), pgettext("chart", "target of every year"), width=LONG))
    if chart.forecast:
        words = gettext("forecast, %(odds)s") % {"odds": chart.forecast.odds}
        found.append(Sign(_box("band"), words))
    if chart.breaks:
        line = element("line", class_="break", x1=7, x2=7, y1=0, y2=HEIGHT)
        found.append(
            Sign(_drawn(SHORT, line), pgettext("chart", "not comparable across this line"))
        )
    return found


def _of_series(chart: Chart) -> Iterator[Sign]:
    if len(chart.series) < 2:
        if chart.kind is Kind.LINE and not chart.is_empty:
            yield Sign(_line(1), pgettext("chart", "achieved"), width=LONG)
        return
    for number, series in enumerate(chart.series, 1):
        if chart.kind is Kind.LINE:
            yield Sign(_line(number), series.name, chart.language, LONG)
        else:
            yield Sign(_box(f"bar b{number}"), series.name, chart.language)


def _of_bars(chart: Chart) -> Iterator[Sign]:
    """Dark and pale bars, where years were judged."""
    if chart.kind is Kind.BARS and len(chart.series) < 2:
        verdicts = {mark.met for mark in chart.marks if mark.met is not None}
        if verdicts:
            yield Sign(_box("bar"), pgettext("chart", "year met its target"))
            yield Sign(_box("bar missed"), pgettext("chart", "not met, or not over"))


def _of_looks(chart: Chart) -> Iterator[Sign]:
    shown = {mark.look for mark in chart.marks}
    if chart.kind is Kind.BARS:
        for look in (Look.ESTIMATE, Look.PARTIAL):
            if look in shown:
                yield Sign(_box("bar open c1"), str(LOOKS[look]))
        return
    for look in (Look.PRELIMINARY, Look.ESTIMATE, Look.PARTIAL):
        if look in shown:
            yield Sign(_drawn(SHORT, *dot(look, 7, 7, 4.5)), str(LOOKS[look]))


def _line(number: int) -> SafeString:
    line = element(
        "line",
        class_=f"series c{number} d{number}",
        x1=1,
        x2=LONG - 1,
        y1=HEIGHT / 2,
        y2=HEIGHT / 2,
    )
    return _drawn(LONG, line)


def _across(style: str) -> SafeString:
    line = element("line", class_=style, x1=0, x2=LONG, y1=HEIGHT / 2, y2=HEIGHT / 2)
    return _drawn(LONG, line)


def _box(style: str) -> SafeString:
    return _drawn(
        SHORT, element("rect", class_=style, x=1, y=1, width=SHORT - 2, height=HEIGHT - 2)
    )


def _drawn(width: int, *parts: SafeString) -> SafeString:
    return element(
        "svg",
        *parts,
        class_="chart",
        viewBox=f"0 0 {width} {HEIGHT}",
        width=width,
        height=HEIGHT,
        aria_hidden="true",
    )
