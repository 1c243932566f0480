"""Aims and series for properties: of every form, comparator and direction, with figures of all sizes."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from tiendo.indicators.judging.values import (
    Aim,
    Comparator,
    Direction,
    Form,
    Goal,
    Nature,
    Point,
    Series,
)

COUNTED = (Form.LEVEL, Form.EACH_YEAR, Form.MEAN_GROWTH, Form.CUMULATIVE)
FIGURES = st.decimals(-20, 200, places=1)
LEVELS = st.decimals(Decimal("0.1"), 200, places=1)
DAYS = st.dates(date(2019, 1, 1), date(2028, 12, 31))
YEARS = range(2018, 2029)


@st.composite
def goals(draw, comparators=tuple(Comparator)):
    comparator = draw(st.sampled_from(comparators))
    low, high = draw(FIGURES), draw(FIGURES)
    strict = comparator in (Comparator.AT_LEAST, Comparator.AT_MOST) and draw(st.booleans())
    return Goal(comparator, low, high if comparator == Comparator.RANGE else None, strict)


@st.composite
def aims(draw, forms=COUNTED, comparators=tuple(Comparator), directions=tuple(Direction)):
    first = draw(st.integers(2020, 2022))
    last = draw(st.integers(first, 2026))
    years = st.integers(first - 1, last)
    return Aim(
        form=draw(st.sampled_from(forms)),
        goal=draw(goals(comparators)),
        direction=draw(st.sampled_from(directions)),
        first_year=first,
        last_year=last,
        base_year=draw(st.sampled_from([None, first - 1, first - 1, first - 1, first, last])),
        former=tuple(draw(st.dictionaries(years, goals(comparators), max_size=2)).items()),
        tolerance=draw(st.sampled_from([Decimal(0), Decimal(5), Decimal(10)])),
        path=tuple(draw(st.dictionaries(years, FIGURES, max_size=2)).items()),
        of_rates=draw(st.booleans()),
    )


@st.composite
def points(draw, year, figures=FIGURES):
    months = draw(st.sampled_from([12, 12, 12, 11, 9, 6]))
    return Point(year, draw(figures), draw(st.sampled_from(Nature)), months)


@st.composite
def serieses(draw, figures=FIGURES):
    """A figure for many of the years, now and then a break."""
    years = [year for year in YEARS if draw(st.integers(0, 3))]
    breaks = draw(st.sets(st.sampled_from(YEARS), max_size=1)) if draw(st.booleans()) else set()
    return Series(tuple(draw(points(year, figures)) for year in years), frozenset(breaks))


def with_figure(series: Series, year: int, value: Decimal) -> Series:
    """The series with another figure of one year."""
    changed = [replace(each, value=value) if each.year == year else each for each in series.points]
    return replace(series, points=tuple(changed))
