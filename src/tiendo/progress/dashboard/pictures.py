"""How a target is drawn: its figures with the way to the goal, or year by year beside what each year demands."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from django.utils.translation import gettext as _

from tiendo.indicators.figures import Figure, OfYears
from tiendo.indicators.judged import Judged
from tiendo.indicators.judging.values import (
    Aim,
    Comparator,
    Direction,
    Form,
    Goal,
    Nature,
    Point,
    Series,
    Verdict,
)
from tiendo.indicators.models import Gathering
from tiendo.progress.words import figure
from tiendo.ui.charts import chart as charts

YEARLY = (Form.EACH_YEAR, Form.MEAN_GROWTH)
MONTHS = 12
SIGNS = {Comparator.AT_LEAST: "≥ ", Comparator.AT_MOST: "≤ ", Comparator.ABOUT: "≈ "}
STRICT = {Comparator.AT_LEAST: "> ", Comparator.AT_MOST: "< "}
LOOKS = {
    Nature.ESTIMATE: charts.Look.ESTIMATE,
    Nature.PRELIMINARY: charts.Look.PRELIMINARY,
    Nature.OFFICIAL: charts.Look.OFFICIAL,
}


def chart_of(
    judged: Judged, others: Sequence[Judged] = (), forecast: charts.Forecast | None = None
) -> charts.Chart:
    """The chart of a target in its own unit.

    What every year is judged by are bars, growth as that of each year; levels and sums are a line with the way to the
    goal. `others` are the targets of the same plan that are measured alike: their goals stand on the same chart.
    """
    goals = [goal for each in (judged, *others) for goal in _goals(each)]
    points = points_of(judged)
    return charts.Chart(
        title=judged.target.indicator,
        unit=unit_of(judged),
        series=[charts.Series("", [_mark(judged, point) for point in points])],
        kind=charts.Kind.BARS if is_yearly(judged) else charts.Kind.LINE,
        path=[charts.Level(year, value) for year, value in way_of(judged)],
        goals=goals,
        forecast=forecast,
        breaks=[
            charts.Break(year - 1, _("until %(year)s measured otherwise") % {"year": year - 1})
            for year in sorted(judged.series.breaks)
        ],
        outlook=_outlook(judged, others),
        name=str(judged.target.pk),
    )


def is_yearly(judged: Judged) -> bool:
    """Whether each year is held against the goal by itself."""
    return bool(judged.aim and judged.aim.form in YEARLY)


def unit_of(judged: Judged) -> str:
    """What the figures of a target are counted in: "%" alone of a share, whatever it is a share of."""
    unit = judged.target.unit or (judged.definition.unit if judged.definition else "")
    growth = judged.aim is not None and judged.aim.form == Form.MEAN_GROWTH
    return "%" if growth or unit.startswith("%") else unit


def points_of(judged: Judged) -> list[Point]:
    """The figures that are drawn: the growth of each year, the sum of all years so far, or those of the series."""
    aim, series = judged.aim, judged.series
    if aim is None:
        return list(series.points)
    if aim.form == Form.MEAN_GROWTH and not aim.of_rates:
        return list(growth_of(series))
    if aim.form == Form.CUMULATIVE:
        return list(_sums(series, aim))
    return list(series.points)


def growth_of(series: Series) -> Iterator[Point]:
    """The growth of each year in per cent, where the year before has a level and is of the same kind."""
    whole = [point for point in series.points if point.months == MONTHS]
    for before, now in pairwise(whole):
        if now.year == before.year + 1 and now.year not in series.breaks and before.value > 0:
            rate = 100 * (now.value / before.value - 1)
            yield Point(now.year, round(rate, 2), now.nature)


def _sums(series: Series, aim: Aim) -> Iterator[Point]:
    total = Decimal(0)
    for point in series.points:
        if aim.first_year <= point.year <= aim.last_year:
            total += point.value
            yield Point(point.year, total, point.nature, point.months)


def small_chart(name: str, judged: Judged, years: Sequence[int], figures: OfYears) -> charts.Chart:
    """The figures of one commune in the unit of the indicator, to stand beside those of the others.

    What happened within each year are bars, as on the chart of the target.
    """
    definition = judged.definition
    adds_up = definition is not None and definition.over_time == Gathering.SUM
    return charts.Chart(
        title=name,
        unit=definition.unit if definition else "",
        kind=charts.Kind.BARS if adds_up or is_yearly(judged) else charts.Kind.LINE,
        series=[charts.Series("", [_plain_mark(year, figures.get(year)) for year in years])],
    )


def _plain_mark(year: int, figure: Figure | None) -> charts.Mark:
    """A figure held against nothing; a year without one stays empty."""
    if figure is None or figure.value is None:
        return charts.Mark(at=year, value=None)
    look = LOOKS[figure.nature] if figure.whole else charts.Look.PARTIAL
    return charts.Mark(at=year, value=figure.value, look=look)


def _mark(judged: Judged, point: Point) -> charts.Mark:
    partial = point.months < MONTHS
    met = {
        each.year: each.verdict is Verdict.MET
        for each in judged.judgement.run
        if each.figure is not None
    }
    return charts.Mark(
        at=point.year,
        value=point.value,
        look=charts.Look.PARTIAL if partial else LOOKS[Nature(point.nature)],
        met=met.get(point.year, _holds(judged, point) if is_yearly(judged) else None),
        brief=_("%(n)s months") % {"n": point.months} if partial else "",
    )


def _holds(judged: Judged, point: Point) -> bool | None:
    """Whether the growth of one year is what the mean is to be; nothing is said of years before the term."""
    aim = judged.aim
    if aim is None or aim.goal is None or point.year < aim.first_year:
        return None
    if aim.direction == Direction.DOWN:
        return point.value <= aim.goal.low
    return point.value >= aim.goal.low


def _goals(judged: Judged) -> Iterable[charts.Goal]:
    aim = judged.aim
    if aim is None or aim.goal is None:
        return
    yield charts.Goal(
        at=aim.last_year,
        low=aim.goal.low,
        high=aim.goal.high,
        words=sign_of(aim.goal, unit_of(judged)),
        since=aim.first_year if aim.form in YEARLY else None,
    )


def sign_of(goal: Goal, unit: str) -> str:
    """A goal as its sign beside the lozenge: "≥ 12,5%", "> 550", "5–6%"."""
    low, percent = figure(goal.low), "%" if unit == "%" else ""
    if goal.high is not None:
        return f"{low}–{figure(goal.high)}{percent}"
    sign = STRICT.get(goal.comparator, "") if goal.strict else SIGNS.get(goal.comparator, "")
    return f"{sign}{low}{percent}"


def way_of(judged: Judged) -> list[tuple[int, Decimal]]:
    """The levels of the required way by year: the base, what was entered, the nearer edge of the goal."""
    aim = judged.aim
    if aim is None or aim.goal is None or aim.form in YEARLY:
        return []
    edge = aim.goal.low
    if aim.goal.high is not None and aim.direction == Direction.DOWN:
        edge = aim.goal.high
    start = (
        [(aim.first_year - 1, Decimal(0))] if aim.form == Form.CUMULATIVE else _base(judged, aim)
    )
    way = [*start, *sorted(aim.path), (aim.last_year, edge)]
    return way if len(way) > 1 else []


def _base(judged: Judged, aim: Aim) -> list[tuple[int, Decimal]]:
    return [
        (point.year, point.value) for point in judged.series.points if point.year == aim.base_year
    ]


def _outlook(judged: Judged, others: Sequence[Judged]) -> charts.Outlook | None:
    """The years between the nearer goal and a further one."""
    ends = sorted({each.aim.last_year for each in (judged, *others) if each.aim})
    if len(ends) < 2:
        return None
    return charts.Outlook(ends[0], _("outlook to %(year)s") % {"year": ends[-1]})
