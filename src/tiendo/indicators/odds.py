"""How likely a goal is reached, in coarse words, from the figures of months, quarters or halves. Pure.

A level goes on by uneven steps. What adds up to a year is held against the same period of the year before, so that
seasons do not disturb: the mean change over a year goes on, and its scatter says how far off that may be.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import sqrt

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from tiendo.indicators.drift import below, drift
from tiendo.indicators.exactly import fraction_of
from tiendo.indicators.judging.bands import Band
from tiendo.indicators.judging.values import Aim, Form, Nature
from tiendo.indicators.models import PeriodKind
from tiendo.indicators.periods import Period

SHORTER = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF)
FEWEST, FEWEST_CHANGES = 12, 8  # figures; changes against the same period of the year before


class Odds(TextChoices):
    """As coarse as the method is: each is said where it is nearer than the others."""

    UNDER_TEN = "under-ten", _("under 10%")
    QUARTER = "quarter", _("about a quarter")
    HALF = "half", _("about half")
    THREE_QUARTERS = "three-quarters", _("about three quarters")
    OVER_NINETY = "over-ninety", _("over 90%")


LIMITS = ((0.1, Odds.UNDER_TEN), (0.375, Odds.QUARTER), (0.625, Odds.HALF))


@dataclass(frozen=True, slots=True)
class Fine:
    """The figure of a month, a quarter or a half."""

    period: Period
    value: Decimal
    nature: Nature = Nature.OFFICIAL


@dataclass(frozen=True, slots=True)
class Finer:
    """The figures of shorter periods of one kind; `flows`: they add up to the figure of the year."""

    figures: tuple[Fine, ...]
    flows: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """Where a figure is expected, its scatter, and how many changes beyond the first that rests on."""

    middle: float
    spread: float
    freedom: int

    def reaches(self, goal: Band) -> float:
        """How likely it meets a goal."""
        above = self._below(goal.high) if goal.high is not None else 1.0
        return above - (self._below(goal.low) if goal.low is not None else 0.0)

    def _below(self, edge: Fraction) -> float:
        return below((float(edge) - self.middle) / self.spread, self.freedom)


def odds_of(
    aim: Aim, goal: Band, finer: Finer | None, *, since: int, today: date
) -> tuple[Odds, int] | None:
    """The odds of reaching the goal, and the year for which; None with fewer than twelve figures in a row.

    Figures before the year `since` and of periods to come are left out, and an estimate counts only as the last. What
    adds up to a year needs eight changes over a year as well: twenty months, or twelve quarters.
    """
    if finer is None or aim.form in (Form.CUMULATIVE, Form.WORDS):
        return None
    run = _run(finer, since, today)
    if len(run) < FEWEST:
        return None
    cycle = 12 // run[-1].period.months
    figures = [(_place(fine.period), float(fine.value)) for fine in run]
    year = (figures[-1][0] + 1) // cycle if aim.form is Form.EACH_YEAR else aim.last_year
    ahead = (year + 1) * cycle - 1 - figures[-1][0]
    if not 0 < ahead <= len(run) or not aim.first_year <= year <= aim.last_year:
        return None
    values = [value for _at, value in figures]
    expected = _flow(values, cycle, ahead) if finer.flows else _level(figures, ahead)
    return (_in_words(expected.reaches(goal)), year) if expected else None


def _run(finer: Finer, since: int, today: date) -> list[Fine]:
    """The latest figures that follow each other without a gap, in order."""
    every = [
        fine
        for fine in sorted(finer.figures, key=lambda fine: fine.period)
        if since <= fine.period.year
        and fine.period.kind in SHORTER
        and fine.period.first_day() <= today
        and fraction_of(fine.value) is not None
    ]
    figures = [fine for fine in every if fine.nature != Nature.ESTIMATE or fine is every[-1]]
    run: list[Fine] = []
    for fine in reversed(figures):
        if run and not _follows(run[-1].period, fine.period):
            break
        run.append(fine)
    return run[::-1]


def _follows(later: Period, earlier: Period) -> bool:
    return later.kind == earlier.kind and _place(later) == _place(earlier) + 1


def _place(period: Period) -> int:
    """The number of a period among all of its kind."""
    return period.year * (12 // period.months) + period.part - 1


def _level(figures: Sequence[tuple[int, float]], ahead: int) -> Expected:
    course = drift(figures, _unit([value for _at, value in figures]))
    return Expected(course.middle(ahead), course.spread(ahead), course.steps - 1)


def _flow(values: list[float], cycle: int, ahead: int) -> Expected | None:
    """The year so far and what is still to come: each period as a year before, and the mean change over a year."""
    changes = [later - earlier for earlier, later in zip(values, values[cycle:], strict=False)]
    if len(changes) < FEWEST_CHANGES:
        return None
    mean = sum(changes) / len(changes)
    squares = sum((change - mean) ** 2 for change in changes)
    scatter = max(sqrt(squares / (len(changes) - 1)), _unit(values))
    every = list(values)
    for _step in range(ahead):
        every.append(every[-cycle] + mean)
    years = [1 + step // cycle for step in range(ahead)][
        -cycle:
    ]  # how often the mean change goes in
    spread = scatter * sqrt(sum(years) + sum(years) ** 2 / len(changes))
    return Expected(sum(every[-cycle:]), spread, len(changes) - 1)


def _unit(values: list[float]) -> float:
    """What a scatter is at least: figures that never change do not promise that they never will."""
    return max(max(map(abs, values)) / 1000, 1e-9)


def _in_words(likely: float) -> Odds:
    for limit, odds in LIMITS:
        if likely < limit:
            return odds
    return Odds.OVER_NINETY if likely > 0.9 else Odds.THREE_QUARTERS
