"""Mean growth over a term, compound: what the level of the last year is to that of the base year.

Powers are compared, never roots: mean growth g over n years is met when last/base >= (1 + g/100)^n.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from math import prod

from tiendo.indicators.exactly import decimal_of
from tiendo.indicators.judging.bands import Band
from tiendo.indicators.judging.cases import Case, is_provisional, steps
from tiendo.indicators.judging.paces import pace
from tiendo.indicators.judging.values import Direction, Judgement, Point, Verdict, Why

WORKING = Context(prec=60)
SHOWN = Context(prec=28)


@dataclass(frozen=True, slots=True)
class Grown:
    """How many times the level of the base year is reached after `years` of the `term`, and by which years."""

    ratio: Fraction
    years: int
    term: int
    factors: tuple[Fraction, ...]
    parts: tuple[Point, ...]


def of_growth(case: Case) -> Judgement:
    """By the compound mean from the base year to the latest whole year."""
    found = _of_rates(case) if case.aim.of_rates else _of_levels(case)
    return found if isinstance(found, Judgement) else _judged(case, found)


def _of_levels(case: Case) -> Grown | Judgement:
    latest = _latest(case, case.start + 1)
    if latest is None:
        return _no_figure(case)
    base = case.base()
    if base is None:
        return _cannot(Why.NO_BASE, latest)
    if case.broken(base.year, latest.year):
        return _cannot(Why.BREAK, latest)
    if base.value <= 0 or latest.value <= 0:
        return _cannot(Why.NOT_POSITIVE, latest)
    pairs = steps(case.within(base.year, latest.year), case.breaks)
    return Grown(
        ratio=Fraction(latest.value) / Fraction(base.value),
        years=latest.year - base.year,
        term=case.aim.last_year - base.year,
        factors=tuple(_factor(a, b) for a, b in pairs if a.value > 0 and b.value > 0),
        parts=(base, latest),
    )


def _factor(before: Point, after: Point) -> Fraction:
    return Fraction(after.value) / Fraction(before.value)


def _of_rates(case: Case) -> Grown | Judgement:
    first = case.aim.first_year
    latest = _latest(case, first)
    if latest is None:
        return _no_figure(case)
    rates = [case.whole(year) for year in range(first, latest.year + 1)]
    known = [each for each in rates if each is not None]
    if len(known) < len(rates):
        return _cannot(Why.MISSING_YEARS, latest)
    factors = tuple(1 + Fraction(each.value) / 100 for each in known)
    if min(factors) <= 0:
        return _cannot(Why.NOT_POSITIVE, latest)
    term = case.aim.last_year - first + 1
    return Grown(prod(factors, start=Fraction(1)), len(factors), term, factors, tuple(known))


def _latest(case: Case, first: int) -> Point | None:
    """The figure that is judged: after the term that of its last year, before it the latest of a whole year."""
    if case.over:
        return case.whole(case.aim.last_year)
    whole = [case.whole(each.year) for each in case.within(first, case.aim.last_year)]
    return next((each for each in reversed(whole) if each), None)


def _no_figure(case: Case) -> Judgement:
    if case.over:
        return Judgement(verdict=Verdict.NO_DATA, why=Why.NO_FIGURE, year=case.aim.last_year)
    return case.nothing()


def _cannot(why: Why, latest: Point) -> Judgement:
    return Judgement(verdict=Verdict.NOT_ASSESSABLE, why=why, year=latest.year, parts=(latest,))


def growth(ratio: Fraction, years: int) -> Decimal:
    """The growth a year, in per cent, that makes `ratio` in so many years: (ratio^(1/years) - 1) * 100.

    `ratio` is at least 0, `years` at least 1. To be shown; no verdict comes from it.
    """
    if not ratio:
        return Decimal(-100)
    with localcontext(WORKING):
        one = Decimal(ratio.numerator) / Decimal(ratio.denominator)
        return SHOWN.plus(((one.ln() / years).exp() - 1) * 100)


def _powers(years: int) -> Callable[[Fraction], Fraction]:
    """From a mean rate in per cent to the factor it makes in so many years; nothing is left at -100%."""
    return lambda rate: max(1 + rate / 100, Fraction(0)) ** years


def _judged(case: Case, grown: Grown) -> Judgement:
    goal = case.band.carried(_powers(grown.years))
    mean, met = growth(grown.ratio, grown.years), goal.holds(grown.ratio)
    told = Judgement(
        verdict=Verdict.MET if met else Verdict.MISSED,
        year=grown.parts[-1].year,
        figure=mean,
        gap=decimal_of(case.band.gap(Fraction(mean))),
        reached=mean,
        provisional=is_provisional(grown.parts),
        beyond=goal.beyond(grown.ratio),
        parts=grown.parts,
    )
    if case.over:
        return told
    if grown.years >= grown.term:
        return replace(told, verdict=Verdict.ON_COURSE if met else Verdict.AT_RISK)
    return _with_pace(case, told, grown, goal)


def _with_pace(case: Case, told: Judgement, grown: Grown, goal: Band) -> Judgement:
    """With the growth that each year left needs so that the whole term has the mean of the goal."""
    left, sign = grown.term - grown.years, goal.sign(grown.ratio)
    whole = case.band.carried(_powers(grown.term))
    edge = whole.low if sign > 0 else whole.high
    met = told.verdict == Verdict.MET
    if edge is None or (met and goal.way == Direction.EXACT):
        return replace(told, verdict=Verdict.ON_COURSE)
    required = edge / grown.ratio
    found = pace(required, [each**left for each in grown.factors], sign)
    best = max(grown.factors, key=lambda each: sign * each, default=None)
    return replace(
        told,
        verdict=Verdict.ON_COURSE if met else found.verdict,
        required=growth(required, left),
        best=None if best is None else decimal_of((best - 1) * 100),
    )
