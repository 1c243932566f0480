"""Which days a round is of, by both calendars, and by when it is due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tiendo.legal_rules.cases import legal_cases
from tiendo.agencies.workdays import is_working
from tiendo.progress.rounds.schedule import (
    MONTHS,
    PARTS,
    Span,
    covers,
    days_of,
    earliest_due,
    moved_due,
    proposals,
    proposed_due,
    to_higher_level,
)

CALENDARS = ("administrative", "statistical")
KINDS = st.sampled_from(sorted(MONTHS))
YEARS = st.integers(2000, 2100)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
TABLES = st.dictionaries(DAYS, st.booleans(), max_size=40)
TET = {date(2024, 2, 8) + timedelta(days=number): False for number in range(7)}


@legal_cases(
    ("kind", "part", "first", "last"),
    {
        "administrative-periods": [
            ("month", 11, date(2026, 10, 15), date(2026, 11, 14)),
            ("month", 1, date(2025, 12, 15), date(2026, 1, 14)),
            ("quarter", 4, date(2026, 9, 15), date(2026, 12, 14)),
            ("half-year", 1, date(2025, 12, 15), date(2026, 6, 14)),
            ("half-year", 2, date(2026, 6, 15), date(2026, 12, 14)),
            ("nine-months", 0, date(2025, 12, 15), date(2026, 9, 14)),
            ("year", 0, date(2025, 12, 15), date(2026, 12, 14)),
        ]
    },
)
def test_administrative_periods_are_those_of_the_decree(
    kind: str, part: int, first: date, last: date
) -> None:
    assert days_of(kind, "administrative", 2026, part) == Span(first, last)


@legal_cases(
    ("kind", "part", "first", "last"),
    {
        "statistical-periods": [
            ("month", 2, date(2024, 2, 1), date(2024, 2, 29)),
            ("quarter", 1, date(2024, 1, 1), date(2024, 3, 31)),
            ("half-year", 2, date(2024, 7, 1), date(2024, 12, 31)),
            ("nine-months", 0, date(2024, 1, 1), date(2024, 9, 30)),
            ("year", 0, date(2024, 1, 1), date(2024, 12, 31)),
        ]
    },
)
def test_statistics_count_whole_months(kind: str, part: int, first: date, last: date) -> None:
    assert days_of(kind, "statistical", 2024, part) == Span(first, last)


@pytest.mark.parametrize(
    ("kind", "part"), [("quarter", 5), ("month", 13), ("year", 2), ("special", 0)]
)
def test_what_a_year_does_not_have_is_refused(kind: str, part: int) -> None:
    with pytest.raises(ValueError, match=kind):
        days_of(kind, "administrative", 2024, part)


@given(KINDS, st.sampled_from(CALENDARS), YEARS)
def test_the_parts_of_a_year_follow_each_other_without_a_gap(
    kind: str, calendar: str, year: int
) -> None:
    parts = [days_of(kind, calendar, year, part) for part in range(1, PARTS[kind] + 1)]
    following = days_of(kind, calendar, year + 1, 1)
    for before, after in zip(parts, [*parts[1:], following], strict=True):
        if kind != "nine-months":
            assert after.starts - before.cut_off == timedelta(days=1)
        assert before.starts < before.cut_off < after.cut_off


@given(DAYS, st.sampled_from(("office", "commune", "centre", "other")), TABLES)
def test_a_proposed_day_is_a_working_day_and_leaves_one_after_the_cut_off(
    cut_off: date, office: str, table: dict[date, bool]
) -> None:
    due = proposed_due(cut_off, office, table)
    assert is_working(due, table)
    assert cut_off < earliest_due(cut_off, table) <= due


@given(DAYS, TABLES)
def test_communes_report_before_those_who_sum_up(cut_off: date, table: dict[date, bool]) -> None:
    assert proposed_due(cut_off, "commune", table) < proposed_due(cut_off, "office", table)


@given(DAYS, TABLES)
def test_a_day_is_moved_to_the_first_working_day_from_it_on(
    day: date, table: dict[date, bool]
) -> None:
    moved = moved_due(day, table)
    between = [day + timedelta(days=number) for number in range((moved - day).days)]
    assert is_working(moved, table)
    assert not any(is_working(each, table) for each in between)


def test_tet_moves_the_day() -> None:
    assert moved_due(date(2024, 2, 10), TET) == date(2024, 2, 15)
    assert earliest_due(date(2024, 2, 7), TET) == date(2024, 2, 15)


@legal_cases(
    ("cut_off", "table", "earliest"),
    {
        "a-working-day-to-report": [
            (date(2024, 11, 14), {}, date(2024, 11, 15)),  # a Thursday
            (date(2024, 6, 14), {}, date(2024, 6, 17)),  # a Friday: not the Saturday
            (date(2024, 2, 7), TET, date(2024, 2, 15)),
            (date(2026, 8, 21), {date(2026, 8, 22): True}, date(2026, 8, 22)),  # worked for another
        ]
    },
)
def test_a_report_is_due_a_working_day_after_the_cut_off(
    cut_off: date, table: dict[date, bool], earliest: date
) -> None:
    assert earliest_due(cut_off, table) == earliest


@legal_cases(
    ("kind", "calendar", "part", "day"),
    {
        "to-the-higher-level": [
            ("quarter", "administrative", 4, date(2024, 12, 25)),
            ("half-year", "administrative", 1, date(2024, 6, 25)),
            ("month", "administrative", 2, date(2024, 2, 25)),
            ("year", "statistical", 0, date(2024, 12, 25)),
        ]
    },
)
def test_the_higher_level_has_it_by_the_25th_of_the_last_month(
    kind: str, calendar: str, part: int, day: date
) -> None:
    assert to_higher_level(days_of(kind, calendar, 2024, part)) == day


@pytest.mark.parametrize(
    ("cut_off", "due", "reaches"),
    [
        (date(2024, 12, 14), date(2024, 12, 31), True),
        (date(2024, 6, 14), date(2024, 12, 31), False),
        (date(2024, 6, 14), date(2024, 6, 30), True),
        (date(2024, 12, 14), None, False),
        (date(2024, 12, 14), date(2025, 1, 1), False),
    ],
)
def test_a_round_speaks_for_work_that_ends_in_its_last_month(
    cut_off: date, due: date | None, reaches: bool
) -> None:
    assert covers(cut_off, due) is reaches


@given(DAYS, st.sampled_from(CALENDARS))
def test_what_is_proposed_has_begun_and_is_two_of_each_kind(day: date, calendar: str) -> None:
    found = proposals(day, calendar)
    spans = [days_of(kind, calendar, year, part) for kind, year, part in found]
    assert all(span.starts <= day for span in spans)
    assert [span.cut_off for span in spans] == sorted(span.cut_off for span in spans)
    assert all([kind for kind, *_ in found].count(each) == 2 for each in MONTHS)
