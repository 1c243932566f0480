"""Where a series leads: the pace reached and the one required, a band, and odds in coarse words. Pure.

How it is computed, how often it held on made series and where it fails: docs/explanation/forecast.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Context, Decimal
from enum import StrEnum
from fractions import Fraction
from math import exp, log

from tiendo.indicators.drift import Drift, drift
from tiendo.indicators.exactly import decimal_of, fraction_of
from tiendo.indicators.judging.bands import Band as GoalBand
from tiendo.indicators.judging.bands import band as band_of
from tiendo.indicators.judging.values import Aim, Form, Nature, Point, Series
from tiendo.indicators.odds import Finer, Odds, odds_of

FOR_PACE, FOR_BAND, SETTLED = 3, 5, 3
FARTHEST, MOST_DECIMALS = 5, 6  # years ahead; decimals of a figure
HIGHEST, LARGEST = 100, Fraction(10**60)  # a logarithm and a figure beyond all that are measured
HUNDREDTH, ROUNDING = Decimal("0.01"), Context(prec=90)


class Method(StrEnum):
    """How the middle and the band come about."""

    STEPS = "steps"  # the mean step of a year
    GROWTH = "growth"  # the mean growth of a year, for amounts that grow by rates


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a forecast stands on, besides the aim.

    No figure lies below `lowest` or above `highest`: 0 and 100 for a share, 0 for a count. `grows`: an amount that
    changes by rates rather than by equal steps. `finer` are the figures of months, quarters or halves, for the odds.
    """

    series: Series
    lowest: Decimal | None = None
    highest: Decimal | None = None
    grows: bool = False
    finer: Finer | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """Where the figure of a year comes to lie in 80 of 100 cases, and the middle of that."""

    year: int
    low: Decimal
    middle: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What can be said of the years to come.

    It looks back on `values` figures from `first_year` to `last_year`; `estimate`: the last of them is an estimate.
    Paces are per year, for `Method.GROWTH` in per cent; `required` is None where the goal needs no pace. `bands` are
    empty with fewer than five figures; for mean growth they are levels, and `rates` the mean growth from the base year
    to each of them, in per cent. `odds` are those of reaching the goal in `odds_year`. `out_of_reach`: the
    band of the goal's year ends before the goal.
    """

    method: Method
    values: int
    first_year: int
    last_year: int
    estimate: bool
    reached: Decimal
    required: Decimal | None = None
    bands: tuple[Band, ...] = ()
    rates: tuple[Band, ...] = ()
    odds: Odds | None = None
    odds_year: int | None = None
    out_of_reach: bool = False


def forecast(aim: Aim, known: Known, years: Sequence[int], *, today: date) -> Forecast | None:
    """What can be said of `years`, as seen on `today`; None with fewer than three settled figures.

    A band needs five figures, of which the last alone may be an estimate. Nothing is carried across a break, farther
    than the figures reach back or than five years. For a sum over the term the figures are the sums so far.
    """
    points = _usable(aim, known.series, today)
    if sum(point.nature != Nature.ESTIMATE for point in points) < SETTLED:
        return None
    course = _course(_method(aim, known, points), points)
    goal, since = _goal(aim, points), _since(known.series, today.year)
    odds = odds_of(aim, goal, known.finer, since=since, today=today) if goal else None
    likely, of_year = odds or (None, None)
    bands = _bands(course, years, known) if len(points) >= FOR_BAND else ()
    return replace(
        _looked_back(course, points),
        required=_required(aim, goal, points[-1], course.method),
        bands=bands,
        rates=_rates(_base(aim, points), bands),
        odds=likely,
        odds_year=of_year,
        out_of_reach=any(_misses(goal, each) for each in bands if each.year == aim.last_year),
    )


@dataclass(frozen=True, slots=True)
class _Course:
    """How the figures went: by which method, the drift on its scale, and what they are rounded to."""

    method: Method
    drift: Drift
    unit: Decimal

    @property
    def pace(self) -> Decimal:
        """The mean step of a year, or the mean growth in per cent."""
        if self.method is Method.GROWTH:
            return _in_per_cent(self.drift.step)
        return Decimal(self.drift.step).quantize(self.unit.scaleb(-2), context=ROUNDING)


def _course(method: Method, points: list[Point]) -> _Course:
    unit, figures = _unit(points), [(point.year, float(point.value)) for point in points]
    if method is Method.STEPS:
        return _Course(method, drift(figures, float(unit)), unit)
    rounded = float(unit / points[-1].value)
    return _Course(method, drift([(year, log(value)) for year, value in figures], rounded), unit)


def _usable(aim: Aim, series: Series, today: date) -> list[Point]:
    """The figures of whole years after the last break, in order; estimates only as the last one."""
    if aim.form is Form.WORDS:
        return []
    whole = [
        point
        for point in sorted(series.points, key=lambda point: point.year)
        if point.months == 12 and point.year <= today.year and fraction_of(point.value) is not None
    ]
    if not whole:
        return []
    since = _since(series, whole[-1].year)
    kept = [
        point
        for point in whole
        if point.year >= since and (point.nature != Nature.ESTIMATE or point is whole[-1])
    ]
    return _sums(aim, kept) if aim.form is Form.CUMULATIVE else kept


def _since(series: Series, year: int) -> int:
    """The first year whose figures are compared with those of `year`."""
    return max((first for first in series.breaks if first <= year), default=0)


def _sums(aim: Aim, points: list[Point]) -> list[Point]:
    """The sums since the first year of the term, up to the first year that has no figure."""
    sums: list[Point] = []
    total = Decimal(0)
    for year, point in zip(
        range(aim.first_year, aim.last_year + 1),
        [point for point in points if aim.first_year <= point.year <= aim.last_year],
        strict=False,
    ):
        if point.year != year:
            break
        total += point.value
        sums.append(Point(year, total, point.nature))
    return sums


def _method(aim: Aim, known: Known, points: list[Point]) -> Method:
    by_rates = known.grows or (aim.form is Form.MEAN_GROWTH and not aim.of_rates)
    return Method.GROWTH if by_rates and all(point.value > 0 for point in points) else Method.STEPS


def _unit(points: list[Point]) -> Decimal:
    """What the figures are rounded to: 0,1 where the finest has one decimal; 1 at most."""
    finest = min(int(point.value.normalize().as_tuple().exponent) for point in points)
    return Decimal(1).scaleb(max(min(finest, 0), -MOST_DECIMALS))


def _looked_back(course: _Course, points: list[Point]) -> Forecast:
    """What the figures say before anything is foretold."""
    return Forecast(
        method=course.method,
        values=len(points),
        first_year=points[0].year,
        last_year=points[-1].year,
        estimate=points[-1].nature == Nature.ESTIMATE,
        reached=course.pace,
    )


def _bands(course: _Course, years: Sequence[int], known: Known) -> tuple[Band, ...]:
    """The bands of those years that are not too far ahead, in order."""
    last = course.drift.now
    farthest = last + min(FARTHEST, course.drift.span)
    return tuple(
        _band(course, year, known) for year in sorted(set(years)) if last < year <= farthest
    )


def _band(course: _Course, year: int, known: Known) -> Band:
    ahead = year - course.drift.now
    middle, half = course.drift.middle(ahead), course.drift.half(ahead)
    figures = [middle - half, middle, middle + half]
    if course.method is Method.GROWTH:
        figures = [exp(min(figure, HIGHEST)) for figure in figures]
    return Band(year, *(_within(_rounded(figure, course.unit), known) for figure in figures))


def _rounded(figure: float, unit: Decimal) -> Decimal:
    """One decimal more than the figures have."""
    return Decimal(figure).quantize(unit.scaleb(-1), context=ROUNDING)


def _within(figure: Decimal, known: Known) -> Decimal:
    if known.lowest is not None:
        figure = max(figure, known.lowest)
    return figure if known.highest is None else min(figure, known.highest)


def _goal(aim: Aim, points: list[Point]) -> GoalBand | None:
    """The figures that meet the goal, on the scale of the series; None where that cannot be said."""
    if aim.goal is None or aim.of_rates:
        return None
    goal = band_of(aim.goal, aim.direction, Fraction(aim.tolerance))
    if aim.form is not Form.MEAN_GROWTH:
        return goal
    base = _base(aim, points)
    if base is None:
        return None
    level, term = Fraction(base.value), aim.last_year - base.year
    return goal.carried(
        lambda rate: min(level * max(1 + rate / 100, Fraction(0)) ** max(term, 0), LARGEST)
    )


def _base(aim: Aim, points: list[Point]) -> Point | None:
    """The level that mean growth is counted from; None for other forms, and where it is not known."""
    if aim.form is not Form.MEAN_GROWTH or aim.of_rates:
        return None
    return next((each for each in points if each.year == aim.base_year and each.value > 0), None)


def _rates(base: Point | None, bands: tuple[Band, ...]) -> tuple[Band, ...]:
    """The mean growth a year that levels come to; nothing where a level is not above zero."""
    if base is None or any(each.low <= 0 for each in bands):
        return ()
    level = float(base.value)
    return tuple(
        Band(
            each.year,
            *(
                _in_per_cent(log(float(figure) / level) / (each.year - base.year))
                for figure in (each.low, each.middle, each.high)
            ),
        )
        for each in bands
    )


def _in_per_cent(rate: float) -> Decimal:
    """A rate of growth from its logarithm."""
    return Decimal((exp(min(rate, HIGHEST)) - 1) * 100).quantize(HUNDREDTH, context=ROUNDING)


def _required(aim: Aim, goal: GoalBand | None, last: Point, method: Method) -> Decimal | None:
    """The pace that leads from the last figure to the goal; None where none is needed, or no time is left."""
    here, years = Fraction(last.value), aim.last_year - last.year
    if goal is None or aim.form is Form.EACH_YEAR or years <= 0 or goal.holds(here):
        return None
    edge = goal.edge(here)
    if method is Method.STEPS:
        return decimal_of((edge - here) / years)
    if edge <= 0:
        return None
    return _in_per_cent(log(edge / here) / years)


def _misses(goal: GoalBand | None, band: Band) -> bool:
    """Whether the whole band lies before the goal, or beyond one that may not be passed."""
    if goal is None:
        return False
    below = goal.low is not None and Fraction(band.high) < goal.low
    return below or (goal.high is not None and Fraction(band.low) > goal.high)
