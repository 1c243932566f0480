"""A target with the figures that count on a day, put in order: what every form is judged from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from tiendo.indicators.exactly import fraction_of
from tiendo.indicators.judging.bands import Band, band
from tiendo.indicators.judging.values import (
    Aim,
    Goal,
    Judgement,
    Nature,
    Point,
    Series,
    Verdict,
    Why,
)

MONTHS = 12
# No term and no series of ours is longer; a year far off is a slip of typing.
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Case:
    """An aim, the goal of its last year as a band, and its figures by year up to `today`."""

    aim: Aim
    band: Band
    points: tuple[Point, ...]
    breaks: tuple[int, ...]
    today: date

    @property
    def over(self) -> bool:
        """Whether the last year of the term is over."""
        return self.today.year > self.aim.last_year

    @property
    def start(self) -> int:
        """The year from which the way to the goal is counted: the base year, else the one before the term."""
        base = self.aim.base_year
        return base if base is not None and base < self.aim.last_year else self.aim.first_year - 1

    def at(self, year: int | None) -> Point | None:
        """The figure of a year, whole or not."""
        return next((point for point in self.points if point.year == year), None)

    def whole(self, year: int | None) -> Point | None:
        """The figure of a whole year."""
        point = self.at(year)
        return point if point and is_whole(point) else None

    def base(self) -> Point | None:
        """The figure of the base year, where there is one before the goal is due."""
        return self.whole(self.start) if self.aim.base_year == self.start else None

    def within(self, first: int, last: int) -> list[Point]:
        """The figures from a year to a year, in their order."""
        return [point for point in self.points if first <= point.year <= last]

    def broken(self, first: int, last: int) -> bool:
        """Whether figures of two years are set apart by a new definition or territory."""
        return any(first < each <= last for each in self.breaks)

    def nothing(self) -> Judgement:
        """What is said where the term has no figure yet: not due until its first year is over."""
        if self.today.year <= self.aim.first_year:
            return Judgement(verdict=Verdict.NOT_DUE, why=Why.NOT_BEGUN)
        return Judgement(verdict=Verdict.NO_DATA, why=Why.NO_FIGURE)


def case_of(aim: Aim, goal: Goal, series: Series, today: date) -> Case:
    """The aim with those figures that can be judged: of years that have begun, one for a year."""
    latest = min(today.year, aim.last_year)
    sound = [each for each in series.points if _is_sound(each, latest)]
    by_year = {each.year: each for each in sorted(sound, key=_order)}
    points = tuple(by_year[year] for year in sorted(by_year))
    return Case(aim, band_of(aim, goal), points, tuple(sorted(series.breaks)), today)


def band_of(aim: Aim, goal: Goal) -> Band:
    """Which figures meet a goal of the aim."""
    reach = Fraction(aim.tolerance) if is_figure(aim.tolerance) else Fraction(0)
    return band(goal, aim.direction, reach)


def is_figure(value: Decimal | None) -> bool:
    """Whether a number can stand in a series: finite, and of a size that is measured."""
    return value is not None and fraction_of(value) is not None


def is_sound(goal: Goal | None) -> bool:
    """Whether figures can be held against a goal."""
    if goal is None or not is_figure(goal.low):
        return False
    return goal.high is None or is_figure(goal.high)


def is_whole(point: Point) -> bool:
    return point.months == MONTHS


def stands(point: Point) -> Fraction:
    """Until when a figure reaches, in years: 2024 at the end of 2024."""
    return point.year - 1 + Fraction(point.months, MONTHS)


def is_provisional(points: Iterable[Point | None]) -> bool:
    return any(point is not None and point.nature == Nature.ESTIMATE for point in points)


def steps(points: Iterable[Point], breaks: tuple[int, ...]) -> list[tuple[Point, Point]]:
    """Whole years that follow one another, in pairs, where no break lies between."""
    whole = [point for point in points if is_whole(point)]
    pairs = pairwise(whole)
    return [(a, b) for a, b in pairs if b.year == a.year + 1 and b.year not in breaks]


def _is_sound(point: Point, latest: int) -> bool:
    in_time = latest - LONGEST <= point.year <= latest and 1 <= point.months <= MONTHS
    return in_time and is_figure(point.value)


def _order(point: Point) -> tuple[Any, ...]:
    return point.year, point.months, list(Nature).index(Nature(point.nature)), point.value
