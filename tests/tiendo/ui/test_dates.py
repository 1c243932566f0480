"""Days in words."""

from datetime import date, timedelta

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from tiendo.ui import dates

TODAY = date(2024, 12, 2)
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("due", "vietnamese", "english"),
    [
        (date(2024, 12, 31), "còn 29 ngày", "29 days left"),
        (date(2023, 12, 31), "quá hạn 337 ngày", "337 days overdue"),
        (date(2024, 12, 3), "còn 1 ngày", "1 day left"),
        (TODAY, "đến hạn hôm nay", "due today"),
    ],
)
def test_how_far_a_day_is(due, vietnamese, english):
    with override("vi"):
        assert dates.distance(due, TODAY) == vietnamese
    with override("en"):
        assert dates.distance(due, TODAY) == english


def test_how_late_or_early_something_was_done():
    due = date(2022, 12, 31)
    with override("vi"):
        assert dates.margin(date(2023, 1, 12), due) == "trễ 12 ngày"
        assert dates.margin(date(2022, 12, 20), due) == "trước hạn 11 ngày"
        assert dates.margin(due, due) == "đúng ngày"


@given(DAYS, st.integers(1, 5000))
def test_the_number_of_days_is_the_same_from_both_sides(day, days):
    with override("en"):
        later = dates.distance(day + timedelta(days), day).split()[0]
        earlier = dates.distance(day, day + timedelta(days)).split()[0]
    assert later == earlier == f"{days:,}".replace(",", ".")


def test_the_day_of_the_week_is_written_out():
    with override("vi"):
        assert dates.long_day(TODAY) == "Thứ Hai, 02/12/2024"
    with override("en"):
        assert dates.long_day(TODAY) == "Monday, 02/12/2024"
