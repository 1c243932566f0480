"""A chart in words: what a screen reader says, the sentences under it, how a figure is known."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext, pgettext_lazy

from tiendo.ui.charts.chart import Chart, Look, Mark, Series
from tiendo.ui.charts.figures import PERCENT, figures_of, whole
from tiendo.ui.charts.plane import ends_without_zero

LOOKS: dict[Look, str | Promise] = {
    Look.OFFICIAL: "",
    Look.PRELIMINARY: pgettext_lazy("chart", "preliminary"),
    Look.ESTIMATE: pgettext_lazy("chart", "estimate"),
    Look.PARTIAL: pgettext_lazy("chart", "part of the period"),
}


def sentences(chart: Chart) -> list[str]:
    """What has to be said under the drawing: an axis without zero, the odds, remarks of the caller."""
    return [*_about_the_axis(chart), *_about_the_forecast(chart), *map(str, chart.remarks)]


def read_out(chart: Chart) -> str:
    """All figures of a chart as sentences; names and units stand in quotes, for they are data."""
    return " ".join(_read(chart))


def of_mark(chart: Chart, mark: Mark) -> str:
    """One figure in words: "2023: 11,2% (preliminary). A note"."""
    return f"{_said(chart, mark)}. {mark.note}".removesuffix(". ")


def none_yet() -> str:
    """What is said where there is no figure."""
    return pgettext("chart", "No figures yet")


def _about_the_axis(chart: Chart) -> Iterator[str]:
    ends = ends_without_zero(chart)
    if ends:
        figures = figures_of(chart)
        low, high = (figures.tick(end, ends) for end in ends)
        words = gettext(
            "The axis runs from %(low)s to %(high)s, without zero, so that changes can be seen."
        )
        yield words % {"low": low, "high": high}


def _about_the_forecast(chart: Chart) -> Iterator[str]:
    if chart.forecast:
        words = gettext("The forecast is a range, not a promise: the odds are %(odds)s.")
        yield words % {"odds": chart.forecast.odds}


def _read(chart: Chart) -> Iterator[str]:
    if chart.unit:
        yield gettext("Unit: “%(unit)s”.") % {"unit": chart.unit}
    for series in chart.series:
        yield _read_series(chart, series)
    if chart.path:
        parts = [f"{chart.label(each.at)}: {_short(chart, each.value)}" for each in chart.path]
        yield gettext("Required: %(figures)s.") % {"figures": "; ".join(parts)}
    for goal in chart.goals:
        words = gettext("Target %(year)s: %(words)s.")
        yield words % {"year": chart.label(goal.at), "words": goal.words}
    yield from _read_forecast(chart)
    for each in chart.breaks:
        words = gettext("Break after %(year)s: %(words)s.")
        yield words % {"year": chart.label(each.after), "words": each.words}


def _read_series(chart: Chart, series: Series) -> str:
    name = f"“{series.name}”: " if series.name else ""
    if all(mark.value is None for mark in series.marks):
        return f"{name}{none_yet()}."
    return f"{name}{'; '.join(_said(chart, mark) for mark in series.marks)}."


def _read_forecast(chart: Chart) -> Iterator[str]:
    if chart.forecast:
        parts = [
            gettext("%(year)s: %(low)s to %(high)s")
            % {
                "year": chart.label(each.at),
                "low": _short(chart, each.low),
                "high": _short(chart, each.high),
            }
            for each in chart.spreads
        ]
        words = gettext("Forecast (%(odds)s): %(figures)s.")
        yield words % {"odds": chart.forecast.odds, "figures": "; ".join(parts)}


def _said(chart: Chart, mark: Mark) -> str:
    """The year, its figure and how it is known."""
    if mark.value is None:
        return f"{chart.label(mark.at)}: {pgettext('chart', 'no figure')}"
    known = ", ".join(filter(None, (mark.brief, str(LOOKS[mark.look]))))
    figure = f"{chart.label(mark.at)}: {_short(chart, mark.value)}"
    return f"{figure} ({known})" if known else figure


def _short(chart: Chart, value: Decimal) -> str:
    """A figure whose unit was said before, but for the sign of a share."""
    return whole(value, PERCENT if chart.unit == PERCENT else "")
