"""A level that is to be reached by the end of a year: a share, a count, an amount."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from tiendo.indicators.exactly import decimal_of
from tiendo.indicators.judging.cases import (
    Case,
    is_figure,
    is_provisional,
    stands,
    steps,
)
from tiendo.indicators.judging.paces import pace
from tiendo.indicators.judging.values import Judgement, Point, Verdict, Why

Waypoint = tuple[Fraction, Fraction]


def of_level(case: Case) -> Judgement:
    """After the last year its figure alone decides; before, the way from the base to the goal."""
    if not case.over:
        return _on_the_way(case)
    point = case.whole(case.aim.last_year)
    if point is None:
        return Judgement(verdict=Verdict.NO_DATA, why=Why.NO_FIGURE, year=case.aim.last_year)
    met = case.band.holds(Fraction(point.value))
    return replace(_told(case, point), verdict=Verdict.MET if met else Verdict.MISSED)


def _told(case: Case, point: Point) -> Judgement:
    value = Fraction(point.value)
    return Judgement(
        verdict=Verdict.ON_COURSE,
        year=point.year,
        months=point.months,
        figure=point.value,
        gap=decimal_of(case.band.gap(value)),
        provisional=is_provisional([point]),
        beyond=case.band.beyond(value),
        parts=(point,),
    )


def _on_the_way(case: Case) -> Judgement:
    within = case.within(case.start + 1, case.aim.last_year)
    if not within:
        return case.nothing()
    latest = within[-1]
    value, told = Fraction(latest.value), _told(case, latest)
    expected = _expected(case, latest)
    if expected is not None:
        told = replace(told, expected=decimal_of(expected))
    told = _with_reached(case, told, latest)
    if case.band.holds(value):
        return told
    if stands(latest) >= case.aim.last_year:
        return replace(told, verdict=Verdict.AT_RISK)
    if expected is None:
        return _by_the_mean(case, told, latest)
    if case.band.distance(value) <= case.band.distance(expected):
        return _with_pace(case, told, latest, Verdict.ON_COURSE)
    return _with_pace(case, told, latest)


def _expected(case: Case, latest: Point) -> Fraction | None:
    """The level that is called for when `latest` was reached; None without a base or an entered path."""
    way, at = _way(case, latest), stands(latest)
    for (start, low), (end, high) in pairwise(way):
        if start <= at <= end:
            return low + (high - low) * (at - start) / (end - start)
    return None


def _way(case: Case, latest: Point) -> list[Waypoint]:
    """The points of the required way: the base, the levels entered, the edge of the goal."""
    aim, base = case.aim, case.base()
    if base and case.broken(base.year, latest.year):
        base = None
    entered = dict(sorted(each for each in aim.path if is_figure(each[1])))
    way = [
        (Fraction(year), Fraction(level))
        for year, level in entered.items()
        if case.start < year < aim.last_year
    ]
    if base:
        way.insert(0, (Fraction(base.year), Fraction(base.value)))
    if way:
        way.append((Fraction(aim.last_year), case.band.edge(way[-1][1])))
    return way


def _comparable(case: Case, latest: Point) -> list[Point]:
    """The figures from the base on that the latest may be compared with, and itself."""
    series = case.within(case.start, latest.year)
    return [each for each in series if not case.broken(each.year, latest.year)]


def _with_reached(case: Case, told: Judgement, latest: Point) -> Judgement:
    """With the mean pace since the base, or since the first figure that may be compared."""
    first = _comparable(case, latest)[0]
    if first is latest:
        return told
    slope = _slope(first, latest)
    provisional = is_provisional([first, latest])
    return replace(told, reached=decimal_of(slope), parts=(first, latest), provisional=provisional)


def _slope(first: Point, last: Point) -> Fraction:
    return (Fraction(last.value) - Fraction(first.value)) / (stands(last) - stands(first))


def _with_pace(
    case: Case, told: Judgement, latest: Point, verdict: Verdict | None = None
) -> Judgement:
    value = Fraction(latest.value)
    required = (case.band.edge(value) - value) / (case.aim.last_year - stands(latest))
    series = case.within(case.start, latest.year)
    years = [Fraction(b.value) - Fraction(a.value) for a, b in steps(series, case.breaks)]
    found = pace(required, years, case.band.sign(value))
    return replace(
        told,
        verdict=verdict or found.verdict,
        required=decimal_of(found.required),
        best=None if found.best is None else decimal_of(found.best),
    )


def _by_the_mean(case: Case, told: Judgement, latest: Point) -> Judgement:
    """Without a base that may be compared and without a path: by the mean pace of the figures there are."""
    series, first = case.within(case.start, latest.year), _comparable(case, latest)[0]
    if case.base() or (first is latest and len(series) > 1):
        return replace(told, verdict=Verdict.NOT_ASSESSABLE, why=Why.BREAK)
    if first is latest:
        return replace(told, verdict=Verdict.NOT_ASSESSABLE, why=Why.NO_BASE)
    value = Fraction(latest.value)
    sign = case.band.sign(value)
    required = (case.band.edge(value) - value) / (case.aim.last_year - stands(latest))
    enough = sign * _slope(first, latest) >= sign * required
    return _with_pace(case, told, latest, Verdict.ON_COURSE if enough else None)
