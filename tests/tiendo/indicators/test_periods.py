"""Periods as people type them, and in the order in which they end."""

from contextlib import suppress
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tiendo.indicators.models import PeriodKind
from tiendo.indicators.periods import PARTS, Period, read_period

YEAR, HALF, NINE = PeriodKind.YEAR, PeriodKind.HALF, PeriodKind.NINE
QUARTER, MONTH = PeriodKind.QUARTER, PeriodKind.MONTH
PERIODS = st.sampled_from(PeriodKind).flatmap(
    lambda kind: st.builds(
        Period,
        st.integers(1900, 2199),
        st.just(kind),
        st.integers(1, PARTS[kind]) if kind in PARTS else st.just(0),
    )
)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024", Period(2024)),
        (" Năm 2024: ", Period(2024)),
        ("cả năm 2024", Period(2024)),
        ("12 tháng năm 2024", Period(2024)),
        ("Q3/2024", Period(2024, QUARTER, 3)),
        ("quý III năm 2024", Period(2024, QUARTER, 3)),
        ("Quí IV-2024", Period(2024, QUARTER, 4)),
        ("QUÝ 1 2024", Period(2024, QUARTER, 1)),
        ("3 tháng đầu năm 2024", Period(2024, QUARTER, 1)),
        ("9T/2024", Period(2024, NINE)),
        ("9 tháng đầu năm 2024", Period(2024, NINE)),
        ("6 tháng 2024", Period(2024, HALF, 1)),
        ("6 tháng đầu năm 2024", Period(2024, HALF, 1)),
        ("6 tháng cuối năm 2024", Period(2024, HALF, 2)),
        ("H2/2024", Period(2024, HALF, 2)),
        ("T11/2024", Period(2024, MONTH, 11)),
        ("tháng 6 năm 2024", Period(2024, MONTH, 6)),  # one month, not six
        ("6/2024", Period(2024, MONTH, 6)),
        ("2024-06", Period(2024, MONTH, 6)),
        ("T5", Period(2023, MONTH, 5)),
        ("quý II", Period(2023, QUARTER, 2)),
    ],
)
def test_a_period_is_read_as_people_write_it(text: str, period: Period) -> None:
    assert read_period(text, 2023) == period


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "không phải là một kỳ"),
        ("5 tháng 2024", "không phải là một kỳ"),
        ("Q3", "không phải là một kỳ"),
        ("2024.0", "không phải là một kỳ"),
        ("quý V/2024", "không phải là một kỳ"),
        ("Q5/2024", "có bốn quý, mười hai tháng"),
        ("13/2024", "có bốn quý, mười hai tháng"),
        ("T0/2024", "có bốn quý, mười hai tháng"),
        ("1066", "năm từ 1900 đến 2199"),
    ],
)
def test_what_is_no_period_is_refused_with_what_to_write(text: str, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        read_period(text)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(2024), "Năm 2024"),
        (Period(2024, NINE), "9 tháng năm 2024"),
        (Period(2024, HALF, 2), "6 tháng cuối năm 2024"),
        (Period(2024, QUARTER, 3), "Quý III/2024"),
        (Period(2024, MONTH, 11), "Tháng 11/2024"),
    ],
)
def test_a_period_has_a_name(period: Period, words: str) -> None:
    assert str(period) == words


@given(PERIODS, st.sampled_from(["vi", "en"]))
def test_a_period_reads_back_as_it_is_named(period: Period, language: str) -> None:
    with translation.override(language):
        assert read_period(str(period)) == period


@given(st.text(max_size=300), st.none() | st.integers(1900, 2199))
def test_any_text_is_a_period_or_refused(text: str, year: int | None) -> None:
    with suppress(ValidationError):
        assert 1900 <= read_period(text, year).year <= 2199


def test_periods_come_in_the_order_in_which_they_end() -> None:
    periods = [Period(2024), Period(2024, NINE), Period(2024, QUARTER, 3), Period(2024, MONTH, 10)]
    assert sorted(periods) == [periods[2], periods[1], periods[3], periods[0]]


@given(PERIODS)
def test_a_period_covers_its_months(period: Period) -> None:
    first, last = period.first_day(), period.last_day()
    assert (first, last.month - first.month + 1) == (
        date(period.year, period.first_month, 1),
        period.months,
    )


@pytest.mark.parametrize(("kind", "part"), [(YEAR, 1), (QUARTER, 0), (QUARTER, 5), (MONTH, 13)])
def test_a_part_that_a_kind_does_not_have_is_refused(kind: PeriodKind, part: int) -> None:
    with pytest.raises(ValueError, match="no such period"):
        Period(2024, kind, part)
