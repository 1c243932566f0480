"""Which periods a deadline makes fall due."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.plans.models import DeadlineKind
from tiendo.progress.schedule import PARTS, Period, Terms, periods_of

ISSUED = date(2022, 2, 1)


def terms(kind: str = "none", **facts) -> Terms:
    facts = {
        "starts": None,
        "ends": None,
        "recurrence": "",
        "text": "",
        "issued": ISSUED,
        "until_year": 2025,
        **facts,
    }
    return Terms(kind=kind, **facts)


def test_every_year_falls_due_once_a_year_from_the_year_of_issue() -> None:
    periods = periods_of(terms("recurring", recurrence="year"))
    assert [(period.year, period.due) for period in periods] == [
        (year, date(year, 12, 31)) for year in (2022, 2023, 2024, 2025)
    ]


def test_yearly_work_is_not_owed_before_the_year_it_names_as_its_first() -> None:
    periods = periods_of(terms("recurring", recurrence="year", starts=date(2024, 1, 1)))
    assert [period.year for period in periods] == [2024, 2025]


def test_a_first_year_before_the_plan_was_issued_changes_nothing() -> None:
    early = terms("recurring", recurrence="year", starts=date(2015, 1, 1))
    assert [period.year for period in periods_of(early)] == [2022, 2023, 2024, 2025]


def test_weekly_work_is_owed_month_by_month() -> None:
    periods = periods_of(terms("recurring", recurrence="week"))
    assert [(period.kind, period.part) for period in periods[:2]] == [("month", 2), ("month", 3)]


def test_a_quarter_that_was_over_at_issue_is_not_owed() -> None:
    periods = periods_of(terms("recurring", recurrence="quarter", issued=date(2025, 4, 1)))
    assert [(period.year, period.part) for period in periods] == [(2025, 2), (2025, 3), (2025, 4)]


def test_a_span_of_years_falls_due_once_at_its_end() -> None:
    span = terms("year-range", starts=date(2021, 1, 1), ends=date(2025, 12, 31))
    assert periods_of(span) == (Period("span", 2025, 0, date(2021, 1, 1), date(2025, 12, 31)),)


def test_a_quarter_of_a_year_falls_due_on_its_last_day() -> None:
    quarter = terms("quarter", starts=date(2024, 7, 1), ends=date(2024, 9, 30))
    assert periods_of(quarter) == (Period("quarter", 2024, 3, date(2024, 7, 1), date(2024, 9, 30)),)


def test_a_deadline_that_waits_has_no_day() -> None:
    waiting = terms("conditional", text="chờ đề án của Tỉnh")
    assert periods_of(waiting) == (Period("condition", 0, 0, ISSUED, None, "chờ đề án của Tỉnh"),)


def test_a_duty_without_a_date_is_owed_once_a_year() -> None:
    assert [period.year for period in periods_of(terms())] == [2022, 2023, 2024, 2025]


def test_a_duty_with_a_product_is_owed_once_as_that_document() -> None:
    assert periods_of(terms(product=True)) == (Period("product", 0, 0, ISSUED, None),)


def test_monthly_work_falls_due_on_the_day_the_document_names() -> None:
    monthly = terms("recurring", recurrence="month", within="20", issued=date(2025, 10, 3))
    assert [row.due for row in periods_of(monthly)] == [date(2025, m, 20) for m in (10, 11, 12)]
    assert [row.starts for row in periods_of(monthly)] == [date(2025, m, 1) for m in (10, 11, 12)]


def test_the_31st_is_the_last_day_of_a_shorter_month() -> None:
    monthly = terms("recurring", recurrence="month", within="31", issued=date(2024, 2, 1))
    assert [row.due.day for row in periods_of(monthly)[:3]] == [29, 31, 30]


def test_a_month_whose_day_was_over_at_issue_is_not_owed() -> None:
    monthly = terms("recurring", recurrence="month", within="20", issued=date(2025, 11, 21))
    assert [row.part for row in periods_of(monthly)] == [12]


def test_yearly_work_falls_due_on_its_day_of_the_year() -> None:
    yearly = terms("recurring", recurrence="year", within="10-31")
    assert [row.due for row in periods_of(yearly)] == [date(y, 10, 31) for y in range(2022, 2026)]


def test_a_day_of_one_half_of_the_year_stands_for_the_same_day_of_the_other() -> None:
    halves = terms("recurring", recurrence="half-year", within="06-10", issued=date(2025, 1, 1))
    assert [row.due for row in periods_of(halves)] == [date(2025, 6, 10), date(2025, 12, 10)]


def test_a_day_that_nobody_can_read_leaves_the_last_day_of_the_period() -> None:
    monthly = terms("recurring", recurrence="month", within="00", issued=date(2025, 12, 1))
    assert [row.due for row in periods_of(monthly)] == [date(2025, 12, 31)]


def test_monthly_work_that_ends_within_a_year_stops_there() -> None:
    monthly = terms(
        "recurring", recurrence="month", starts=date(2025, 3, 1), ends=date(2025, 9, 15)
    )
    periods = periods_of(monthly)
    assert [row.part for row in periods] == [3, 4, 5, 6, 7, 8, 9]
    assert periods[-1].due == date(2025, 9, 15)


def test_work_from_a_year_on_is_owed_yearly_from_then_on() -> None:
    since = terms("year", starts=date(2023, 1, 1))
    assert [(row.kind, row.year) for row in periods_of(since)] == [
        ("year", 2023),
        ("year", 2024),
        ("year", 2025),
    ]


def test_work_counted_from_a_day_not_known_yet_waits_for_that_day() -> None:
    counted = terms("relative", text="30 ngày kể từ ngày được giao vốn")
    assert periods_of(counted) == (
        Period("date", 0, 0, ISSUED, None, "30 ngày kể từ ngày được giao vốn"),
    )


def test_each_milestone_falls_due_by_itself_and_begins_when_the_one_before_is_due() -> None:
    days = (date(2025, 12, 31), date(2024, 6, 30))
    stepped = terms("month", starts=date(2024, 3, 1), ends=days[0], milestones=days)
    assert periods_of(stepped) == (
        Period("date", 2024, 1, date(2024, 3, 1), date(2024, 6, 30)),
        Period("date", 2025, 2, date(2024, 7, 1), date(2025, 12, 31)),
    )


DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
WITHIN = st.sampled_from(["", "20", "31", "01", "02-29", "12-15", "06-10", "03-31", "99", "5"])
RECURRING = st.builds(
    terms,
    kind=st.just("recurring"),
    recurrence=st.sampled_from([*PARTS, "", "week"]),
    issued=DAYS,
    starts=st.none() | DAYS,
    ends=st.none() | DAYS,
    until_year=st.integers(2000, 2070),
    within=WITHIN,
)
WHOLE = RECURRING.map(lambda each: replace(each, starts=None, ends=None, within=""))
ANY = st.builds(
    terms,
    kind=st.sampled_from(DeadlineKind.values),
    recurrence=st.sampled_from([*PARTS, "", "week"]),
    issued=DAYS,
    starts=st.none() | DAYS,
    ends=st.none() | DAYS,
    until_year=st.integers(2000, 2070),
    within=WITHIN,
    product=st.booleans(),
    milestones=st.lists(DAYS, max_size=4).map(tuple),
    text=st.just("chờ đề án của tỉnh"),
)


def place(period: Period) -> tuple[str, int, int]:
    """What makes a period of one obligation the same as another, as the database has it."""
    return period.kind, period.year, period.part


def end_of(period: Period) -> date:
    """The last day of a recurring period, whatever day of it the work is due on."""
    months = 12 // PARTS[period.kind]
    month = period.starts.month + months - 1
    return date(period.year, month, monthrange(period.year, month)[1])


@given(ANY)
def test_the_periods_of_any_deadline_have_each_a_place_of_its_own(given_terms: Terms) -> None:
    periods = periods_of(given_terms)
    assert len(set(map(place, periods))) == len(periods)


@given(ANY)
def test_the_periods_of_any_deadline_stand_in_order_and_are_due_after_they_begin(
    given_terms: Terms,
) -> None:
    periods = periods_of(given_terms)
    assert list(periods) == sorted(periods, key=lambda row: (row.starts, row.due or date.max))
    assert all(row.due is None or row.starts <= row.due for row in periods)


@given(ANY)
def test_no_two_periods_of_any_deadline_overlap(given_terms: Terms) -> None:
    for period, following in pairwise(periods_of(given_terms)):
        assert period.due < following.starts


@given(ANY)
def test_the_same_deadline_has_the_same_periods_whenever_it_is_asked(given_terms: Terms) -> None:
    assert periods_of(given_terms) == periods_of(replace(given_terms))


@given(ANY)
def test_only_what_has_no_day_waits_for_something(given_terms: Terms) -> None:
    assert all(row.due is None for row in periods_of(given_terms) if row.condition)


@given(ANY, st.integers(1, 5))
def test_a_later_last_year_only_adds_periods(given_terms: Terms, more: int) -> None:
    before = periods_of(given_terms)
    after = periods_of(replace(given_terms, until_year=given_terms.until_year + more))
    assert after[: len(before)] == before


@given(RECURRING)
def test_recurring_periods_follow_each_other_without_gap(given_terms: Terms) -> None:
    for period, following in pairwise(periods_of(given_terms)):
        assert following.starts == end_of(period) + timedelta(days=1)


@given(RECURRING)
def test_recurring_work_falls_due_inside_its_period_and_the_years_of_the_plan(
    given_terms: Terms,
) -> None:
    begins = max(given_terms.issued, given_terms.starts or given_terms.issued)
    last = min(given_terms.ends or date.max, date(given_terms.until_year, 12, 31))
    for period in periods_of(given_terms):
        assert period.starts <= period.due <= min(end_of(period), last)
        assert begins <= period.due
        assert period.starts.year == period.year


@given(WHOLE)
def test_the_first_period_holds_the_day_of_issue_and_the_last_ends_the_last_year(
    given_terms: Terms,
) -> None:
    periods = periods_of(given_terms)
    if given_terms.until_year < given_terms.issued.year:
        assert periods == ()
    else:
        assert periods[0].starts <= given_terms.issued <= periods[0].due
        assert periods[-1].due == date(given_terms.until_year, 12, 31)


@pytest.mark.parametrize("kind", ["year", "year-range", "quarter", "month", "date"])
@given(
    starts=st.none() | st.dates(date(2015, 1, 1), date(2030, 12, 31)),
    length=st.integers(0, 4000),
)
def test_a_dated_deadline_falls_due_once_on_its_day(kind, starts, length) -> None:
    ends = (starts or ISSUED) + timedelta(days=length)
    (period,) = periods_of(terms(kind, starts=starts, ends=ends))
    assert period.due == ends
    assert period.starts <= period.due
