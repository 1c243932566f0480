"""Working days over the week and the days that differ from it, at the edges and for any table."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.tiendo.legal_rules.cases import legal_cases
from tiendo.agencies.workdays import (
    Table,
    add_working_days,
    is_working,
    next_working_day,
    previous_working_day,
    working_days_between,
)

# 2026: Tết from 14 (Saturday) to 22 February (Sunday); 22/08, a Saturday, is worked for 31/08.
TET = {date(2026, 2, 16) + timedelta(days=number): False for number in range(5)}
TABLE = TET | {date(2026, 8, 22): True, date(2026, 8, 31): False}
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
TABLES = st.dictionaries(DAYS, st.booleans(), max_size=40) | st.just(TABLE)
NUMBERS = st.integers(-60, 60)


@legal_cases(
    ("day", "worked"),
    {
        "working-days": [
            (date(2026, 2, 13), True),  # a Friday
            (date(2026, 2, 14), False),  # a Saturday
            (date(2026, 2, 17), False),  # a Tuesday, first day of the lunar year
            (date(2026, 2, 23), True),
            (date(2026, 8, 22), True),  # a Saturday that is worked
            (date(2026, 8, 31), False),  # the Monday given for it
        ]
    },
)
def test_the_week_counts_unless_the_table_says_otherwise(day: date, worked: bool) -> None:
    assert is_working(day, TABLE) is worked


def test_a_day_within_tet_moves_to_the_first_working_day_after_it() -> None:
    assert next_working_day(date(2026, 2, 15), TABLE) == date(2026, 2, 23)
    assert previous_working_day(date(2026, 2, 22), TABLE) == date(2026, 2, 13)


def test_five_working_days_over_tet_take_more_than_two_weeks() -> None:
    assert add_working_days(date(2026, 2, 12), 5, TABLE) == date(2026, 2, 26)
    assert add_working_days(date(2026, 2, 26), -5, TABLE) == date(2026, 2, 12)


def test_a_working_saturday_is_counted() -> None:
    friday = date(2026, 8, 21)
    assert add_working_days(friday, 1, TABLE) == date(2026, 8, 22)
    assert working_days_between(friday, date(2026, 9, 1), TABLE) == 7


@given(DAYS, TABLES)
def test_the_next_working_day_is_worked_and_none_before_it_is(day: date, table: Table) -> None:
    moved = next_working_day(day, table)
    assert moved >= day
    assert is_working(moved, table)
    between = (day + timedelta(days=n) for n in range((moved - day).days))
    assert not any(is_working(each, table) for each in between)


@given(DAYS, TABLES)
def test_moving_back_mirrors_moving_on(day: date, table: Table) -> None:
    back = previous_working_day(day, table)
    assert back <= day
    assert is_working(back, table)
    assert working_days_between(back, next_working_day(day, table), table) in (0, 1)


@given(DAYS, NUMBERS, TABLES)
def test_so_many_working_days_lie_between_as_were_added(
    day: date, number: int, table: Table
) -> None:
    reached = add_working_days(day, number, table)
    if number >= 0:
        assert working_days_between(day, reached, table) == number
    else:
        inner = sum(
            is_working(reached + timedelta(days=n), table) for n in range((day - reached).days)
        )
        assert inner == -number
    assert number == 0 or is_working(reached, table)


@given(DAYS, st.integers(0, 30), st.integers(0, 30), TABLES)
def test_adding_in_two_steps_is_adding_at_once(
    day: date, first: int, second: int, table: Table
) -> None:
    at_once = add_working_days(day, first + second, table)
    assert add_working_days(add_working_days(day, first, table), second, table) == at_once
