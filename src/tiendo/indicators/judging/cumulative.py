"""All years of a term together: "2.750 workers in five years"."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from tiendo.indicators.exactly import decimal_of
from tiendo.indicators.judging.cases import (
    Case,
    is_figure,
    is_provisional,
    is_whole,
    stands,
)
from tiendo.indicators.judging.paces import pace
from tiendo.indicators.judging.values import Direction, Judgement, Point, Verdict, Why


def of_sum(case: Case) -> Judgement:
    """By the sum of the figures of the term; a year that is missing is not zero."""
    aim = case.aim
    addends = case.within(aim.first_year, aim.last_year)
    if not addends:
        return case.nothing()
    told = _told(case, addends)
    total = _total(addends)
    if verdict := _settled(case, total):
        return replace(told, verdict=verdict)
    if case.over and _is_complete(case, aim.last_year) and is_whole(addends[-1]):
        met = case.band.holds(total)
        return replace(told, verdict=Verdict.MET if met else Verdict.MISSED)
    if case.over:
        return replace(told, verdict=Verdict.NOT_ASSESSABLE, why=Why.MISSING_YEARS)
    return _on_the_way(case, told, addends, total)


def _told(case: Case, addends: Sequence[Point]) -> Judgement:
    total = _total(addends)
    return Judgement(
        verdict=Verdict.ON_COURSE,
        why=Why.BREAK if case.broken(addends[0].year, addends[-1].year) else None,
        year=addends[-1].year,
        months=addends[-1].months,
        figure=decimal_of(total),
        gap=decimal_of(case.band.gap(total)),
        provisional=is_provisional(addends),
        beyond=case.band.beyond(total),
        parts=tuple(addends),
    )


def _total(addends: Sequence[Point]) -> Fraction:
    return sum((Fraction(each.value) for each in addends), Fraction(0))


def _settled(case: Case, total: Fraction) -> Verdict | None:
    """What later years cannot undo, as amounts add up: enough where more is better, too much elsewhere."""
    if case.band.way == Direction.UP:
        return Verdict.MET if case.band.holds(total) else None
    over = case.band.high is not None and total > case.band.high
    return Verdict.MISSED if over or (case.band.strict and not case.band.holds(total)) else None


def _is_complete(case: Case, last: int) -> bool:
    """Whether every year of the term before `last` has its whole figure, and `last` has one."""
    before = [case.whole(year) for year in range(case.aim.first_year, last)]
    return all(before) and case.at(last) is not None


def _on_the_way(
    case: Case, told: Judgement, addends: Sequence[Point], total: Fraction
) -> Judgement:
    latest = addends[-1]
    expected = _expected(case, stands(latest))
    told = replace(told, expected=decimal_of(expected))
    at_least = case.band.way == Direction.UP and total >= expected
    if not _is_complete(case, latest.year):
        verdict = Verdict.ON_COURSE if at_least else Verdict.NOT_ASSESSABLE
        return replace(told, verdict=verdict, why=Why.MISSING_YEARS)
    if case.band.holds(total) and case.band.way == Direction.EXACT:
        return told
    left = case.aim.last_year - stands(latest)
    if not left:
        return replace(told, verdict=told.verdict if case.band.holds(total) else Verdict.AT_RISK)
    in_step = total >= expected if case.band.sign(total) > 0 else total <= expected
    return _with_pace(case, told, addends, in_step)


def _expected(case: Case, at: Fraction) -> Fraction:
    """The sum that is called for at a time: by the levels entered, else its share of the goal by time."""
    aim, nothing = case.aim, Fraction(0)
    entered = dict(sorted(each for each in aim.path if is_figure(each[1])))
    way = [(Fraction(aim.first_year - 1), nothing)]
    way += [
        (Fraction(year), Fraction(level))
        for year, level in entered.items()
        if aim.first_year <= year < aim.last_year
    ]
    edge = case.band.low if case.band.low is not None else case.band.high
    way.append((Fraction(aim.last_year), nothing if edge is None else edge))
    legs = pairwise(way)
    (start, low), (end, high) = next(leg for leg in legs if leg[0][0] <= at <= leg[1][0])
    return low + (high - low) * (at - start) / (end - start)


def _with_pace(case: Case, told: Judgement, addends: Sequence[Point], in_step: bool) -> Judgement:
    total, latest = _total(addends), addends[-1]
    required = case.band.gap(total) * case.band.sign(total) / (case.aim.last_year - stands(latest))
    years = [Fraction(each.value) for each in addends if is_whole(each)]
    found = pace(required, years, case.band.sign(total))
    elapsed = stands(latest) - (case.aim.first_year - 1)
    return replace(
        told,
        verdict=Verdict.ON_COURSE if in_step else found.verdict,
        required=decimal_of(found.required),
        reached=decimal_of(total / elapsed),
        best=None if found.best is None else decimal_of(found.best),
    )
