"""What a target demands, the figures it is judged by, and what the judgement says: plain values."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Form(TextChoices):
    """How the figures of the years are held against the goal."""

    LEVEL = "level", _("the level reached by the end of the term")
    EACH_YEAR = "each-year", _("every year by itself")
    MEAN_GROWTH = "mean-growth", _("mean growth a year, compound")
    CUMULATIVE = "cumulative", _("all years of the term together")
    WORDS = "words", _("in words; somebody writes the verdict")


class Comparator(TextChoices):
    """As the plan prints it; "=" stands for a bare figure ("đạt 60%")."""

    AT_LEAST = ">=", _("at least")
    AT_MOST = "<=", _("at most")
    EQUAL = "=", _("exactly as printed")
    RANGE = "range", _("from … to …")
    ABOUT = "about", _("about")


class Direction(TextChoices):
    """Which way is better."""

    UP = "up", _("more is better")
    DOWN = "down", _("less is better")
    EXACT = "exact", _("only the figure itself does")


class Nature(TextChoices):
    """How far a figure is settled."""

    ESTIMATE = "estimate", _("estimate")
    PRELIMINARY = "preliminary", _("preliminary")
    OFFICIAL = "official", _("official")


class Verdict(TextChoices):
    """What is said of a target on a day."""

    MET = "met", _("met")
    MISSED = "missed", _("missed")
    ON_COURSE = "on-course", _("on course")
    BEHIND = "behind", _("behind")
    AT_RISK = "at-risk", _("at risk")
    NO_DATA = "no-data", _("no data")
    NOT_DUE = "not-due", _("not due")
    NOT_ASSESSABLE = "not-assessable", _("not assessable")


class Why(StrEnum):
    """Why nothing can be said, or not more than that."""

    NO_FIGURE = "no-figure"  # of the year that counts
    NOT_BEGUN = "not-begun"  # the term has not begun, or its first year is not over
    NO_BASE = "no-base"  # the level of the base year is missing, and no path is entered
    MISSING_YEARS = "missing-years"  # the figure needs every year
    NOT_POSITIVE = "not-positive"  # growth from or to nothing or less
    BREAK = "break"  # the definition or the territory changed between
    NO_GOAL = "no-goal"  # no figure to hold against, and no verdict written
    NO_TERM = "no-term"  # the plan does not say until when


@dataclass(frozen=True, slots=True)
class Goal:
    """The figure demanded: `low` alone, or `low` and `high` of a range; in the unit of the target."""

    comparator: Comparator
    low: Decimal
    high: Decimal | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A target as it is judged.

    `goal` is None for an aim in words. `first_year` and `last_year` are the term: a level is due at the end of
    `last_year`. `former` are the goals that held in earlier years, by the last year each was in force at its end.
    `tolerance` is how far "about" reaches, in per cent of the figure. `path` are levels to be reached at the end of
    years on the way, as entered; without it the way from the base to the goal is straight. `of_rates`: the figures
    are rates of a year in per cent, such as growth: those of months do not add up to that of the year.
    """

    form: Form
    goal: Goal | None
    direction: Direction = Direction.UP
    first_year: int
    last_year: int
    base_year: int | None = None
    former: tuple[tuple[int, Goal], ...] = ()
    tolerance: Decimal = Decimal(5)
    path: tuple[tuple[int, Decimal], ...] = ()
    of_rates: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """The figure of a year: of its first `months` months where it is not whole yet."""

    year: int
    value: Decimal
    nature: Nature = Nature.OFFICIAL
    months: int = 12


@dataclass(frozen=True, slots=True)
class Series:
    """The figures that count, one for a year at most, in any order.

    `breaks` are the first years of a new definition or territory: figures before and after are not compared.
    """

    points: tuple[Point, ...] = ()
    breaks: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Written:
    """A verdict that somebody wrote of an aim in words."""

    verdict: Verdict
    day: date


@dataclass(frozen=True, slots=True)
class OfYear:
    """One year of a target that is judged year by year."""

    year: int
    verdict: Verdict
    figure: Decimal | None = None
    nature: Nature | None = None
    months: int = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What is said of a target on a day, with all that it is computed from.

    `figure` is what is held against the goal: a level, a mean growth in per cent, a sum, the figure of a year; it is
    of `year`. `expected` is where it should be by then, `gap` what is missing to the goal (negative: beyond it).
    Paces are per year, and below zero where figures fall: `required` from here on, `reached` in the mean, `best` of
    any year; of a count in its running year they are per month, of growth they are rates in per cent.
    `provisional`: an estimate decides. `beyond`: above a range whose direction is up, or below one whose direction is
    down. `run` is every year of the term, where each is judged. `parts` are the figures that the arithmetic starts
    from, by year: the first and the latest level of a pace or of growth, the rates of a mean, the addends of a sum.
    A target that is judged may carry `why` too: a sum over a break.
    """

    verdict: Verdict
    why: Why | None = None
    year: int | None = None
    months: int = 12
    figure: Decimal | None = None
    expected: Decimal | None = None
    gap: Decimal | None = None
    required: Decimal | None = None
    reached: Decimal | None = None
    best: Decimal | None = None
    provisional: bool = False
    beyond: bool = False
    run: tuple[OfYear, ...] = field(default=())
    parts: tuple[Point, ...] = field(default=())

    def years(self, verdict: Verdict) -> tuple[int, ...]:
        """The years of the run with this verdict."""
        return tuple(each.year for each in self.run if each.verdict is verdict)
