"""A goal that holds for every year by itself: "more than 550 workers a year"."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from tiendo.indicators.exactly import decimal_of
from tiendo.indicators.judging.bands import Band
from tiendo.indicators.judging.cases import (
    MONTHS,
    Case,
    band_of,
    is_sound,
    is_whole,
)
from tiendo.indicators.judging.paces import Pace, pace
from tiendo.indicators.judging.values import (
    Aim,
    Goal,
    Judgement,
    Nature,
    OfYear,
    Point,
    Verdict,
    Why,
)

# What the running year says of a run that is not over: what it has missed already is worse than any pace.
RUNNING = {
    Verdict.MET: Verdict.ON_COURSE,
    Verdict.ON_COURSE: Verdict.ON_COURSE,
    Verdict.BEHIND: Verdict.BEHIND,
    Verdict.AT_RISK: Verdict.AT_RISK,
    Verdict.MISSED: Verdict.AT_RISK,
}
# The same of the last year that is over, where the running one has no figure.
LAST = {Verdict.MET: Verdict.ON_COURSE, Verdict.MISSED: Verdict.BEHIND}


def of_every_year(case: Case) -> Judgement:
    """After the term all years decide; before its end the running one, or the last that has a figure."""
    aim = case.aim
    run = tuple(_of_year(case, year) for year in range(aim.first_year, aim.last_year + 1))
    return replace(_after(case, run) if case.over else _so_far(case, run), run=run)


def _of_year(case: Case, year: int) -> OfYear:
    point = case.at(year)
    if point is None:
        running = year >= case.today.year
        return OfYear(year, Verdict.NOT_DUE if running else Verdict.NO_DATA)
    verdict = _verdict(case, point)
    return OfYear(year, verdict, point.value, point.nature, point.months)


def _verdict(case: Case, point: Point) -> Verdict:
    goal, value = _band(case, point.year), Fraction(point.value)
    if is_whole(point):
        return Verdict.MET if goal.holds(value) else Verdict.MISSED
    early = None if case.aim.of_rates else _early(goal, value)
    if early or point.year < case.today.year:
        return early or Verdict.NO_DATA
    if goal.holds(value) if case.aim.of_rates else _in_step(goal, point):
        return Verdict.ON_COURSE
    return _pace(case, point).verdict


def goal_in(aim: Aim, year: int) -> Goal | None:
    """The goal that a year is held against: the one in force at its end."""
    former = sorted(aim.former, key=lambda each: each[0])
    return next((goal for last, goal in former if year <= last and is_sound(goal)), aim.goal)


def _band(case: Case, year: int) -> Band:
    goal = goal_in(case.aim, year)
    return band_of(case.aim, goal) if goal else case.band


def _early(goal: Band, value: Fraction) -> Verdict | None:
    """What the rest of the year cannot undo, as a count only grows."""
    if goal.high is not None:
        over = value > goal.high or (goal.strict and value == goal.high)
        return Verdict.MISSED if over else None
    return Verdict.MET if goal.holds(value) else None


def _in_step(goal: Band, point: Point) -> bool:
    """Whether the part of a year has its share of the goal, by months."""
    part, value = Fraction(point.months, MONTHS), Fraction(point.value)
    if goal.low is not None:
        return value >= goal.low * part
    return goal.high is not None and value <= goal.high * part


def _pace(case: Case, point: Point) -> Pace:
    """What the months left have to bring a month, held against the months of the years before."""
    goal, value = _band(case, point.year), Fraction(point.value)
    before = [each for each in case.within(case.aim.first_year, point.year - 1) if is_whole(each)]
    comparable = [each for each in before if not case.broken(each.year, point.year)]
    if case.aim.of_rates:
        months = [Fraction(each.value) for each in comparable]
        required = goal.edge(value)
    else:
        months = [Fraction(each.value) / MONTHS for each in comparable]
        required = (goal.edge(value) - value) / (MONTHS - point.months)
    return pace(required, months, goal.sign(value))


def _after(case: Case, run: Sequence[OfYear]) -> Judgement:
    """Met when every year is met, missed when one is; the year told of is the last that decides."""
    missed = [each for each in run if each.verdict == Verdict.MISSED]
    if missed:
        provisional = all(_estimated(each) for each in missed)
        return _told(case, missed[-1], Verdict.MISSED, provisional)
    if any(each.verdict != Verdict.MET for each in run):
        return Judgement(verdict=Verdict.NO_DATA, why=Why.MISSING_YEARS)
    return _told(case, run[-1], Verdict.MET, any(map(_estimated, run)))


def _so_far(case: Case, run: Sequence[OfYear]) -> Judgement:
    """By the running year where it has a figure, else by the last year that is decided."""
    running = next(each for each in run if each.year == case.today.year)
    if running.figure is not None:
        return _told(case, running, RUNNING[running.verdict], _estimated(running))
    past = [each for each in run if each.year < case.today.year and each.verdict in LAST]
    if not past:
        return case.nothing()
    return _told(case, past[-1], LAST[past[-1].verdict], _estimated(past[-1]))


def _estimated(year: OfYear) -> bool:
    return year.nature == Nature.ESTIMATE


def _told(case: Case, judged: OfYear, verdict: Verdict, provisional: bool) -> Judgement:
    goal, value = _band(case, judged.year), Fraction(judged.figure or 0)
    told = Judgement(
        verdict=verdict,
        year=judged.year,
        months=judged.months,
        figure=judged.figure,
        gap=decimal_of(goal.gap(value)),
        provisional=provisional,
        beyond=goal.beyond(value),
    )
    point = case.at(judged.year)
    if point is None or is_whole(point) or judged.year != case.today.year:
        return told
    return _with_pace(case, told, point)


def _with_pace(case: Case, told: Judgement, point: Point) -> Judgement:
    """With the share of the goal that the part of the year calls for, and the paces by month."""
    goal, found = _band(case, point.year), _pace(case, point)
    edge = goal.edge(Fraction(point.value))
    part = Fraction(1) if case.aim.of_rates else Fraction(point.months, MONTHS)
    return replace(
        told,
        expected=decimal_of(edge * part),
        required=decimal_of(found.required),
        best=None if found.best is None else decimal_of(found.best),
    )
