"""The public holidays that are proposed: Tết by the lunar calendar of Vietnam, days given and made up."""

from datetime import date

import pytest

from tiendo.agencies.models import HolidayKind
from tiendo.agencies.proposals import YEARS, Proposal, proposed

# The first day of the lunar year, as the astronomers of Vietnam have it (UTC+7): in 2030 a day before China.
LUNAR_YEARS = {
    2024: date(2024, 2, 10),
    2025: date(2025, 1, 29),
    2026: date(2026, 2, 17),
    2027: date(2027, 2, 6),
    2028: date(2028, 1, 26),
    2029: date(2029, 2, 13),
    2030: date(2030, 2, 2),
    2031: date(2031, 1, 23),
    2035: date(2035, 2, 8),
}
HUNG_KINGS = {2024: date(2024, 4, 18), 2026: date(2026, 4, 26), 2030: date(2030, 4, 12)}


def off(year: int) -> dict[date, str]:
    return {row.day: row.name for row in proposed(year) if row.kind == HolidayKind.OFF}


@pytest.mark.parametrize(("year", "day"), LUNAR_YEARS.items())
def test_tet_is_where_the_vietnamese_calendar_has_it(year: int, day: date) -> None:
    assert off(year)[day] == "Tết Nguyên Đán"


@pytest.mark.parametrize(("year", "day"), HUNG_KINGS.items())
def test_the_day_of_the_hung_kings_follows_the_moon(year: int, day: date) -> None:
    assert "Hùng Vương" in off(year)[day]


def test_the_fixed_days_are_there_every_year() -> None:
    for year in range(2024, 2036):
        days = off(year)
        fixed = [date(year, 1, 1), date(year, 4, 30), date(year, 5, 1), date(year, 9, 2)]
        assert [day for day in fixed if day not in days] == []


def test_a_holiday_on_a_sunday_is_given_on_the_next_working_day() -> None:
    assert date(2026, 4, 26).weekday() == 6
    assert "nghỉ bù" in off(2026)[date(2026, 4, 27)]


def test_an_exchanged_day_comes_with_its_working_saturday() -> None:
    days = {row.day: row for row in proposed(2026)}
    assert days[date(2026, 8, 31)].kind == HolidayKind.OFF
    worked = Proposal(date(2026, 8, 22), HolidayKind.WORKING, "Làm bù")
    assert days[date(2026, 8, 22)] == worked


def test_every_day_is_of_the_year_once_and_in_order() -> None:
    for year in (2025, 2026, 2027, 2030):
        days = [row.day for row in proposed(year)]
        assert days == sorted(set(days))
        assert {day.year for day in days} == {year}


def test_the_names_are_vietnamese_and_of_one_line() -> None:
    names = {row.name for row in proposed(2026)}
    assert all(name and "\n" not in name and len(name) <= 200 for name in names)
    assert "Quốc khánh" in names


@pytest.mark.parametrize("year", [YEARS.start - 1, YEARS.stop])
def test_years_without_a_lunar_calendar_are_refused(year: int) -> None:
    with pytest.raises(ValueError, match=str(year)):
        proposed(year)
