"""Which periods a deadline makes fall due."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


RECURRING = st.builds(
    terms,
    kind=st.just("recurring"),
    recurrence=st.sampled_from([*PARTS, "", "week"]),
    issued=st.dates(date(2000, 1, 1), date(2060, 12, 31)),
    until_year=st.integers(2000, 2070),
)


@given(RECURRING)
def test_recurring_periods_follow_each_other_without_gap_or_overlap(given_terms: Terms) -> None:
    periods = periods_of(given_terms)
    for period, following in pairwise(periods):
        assert following.starts == period.due + timedelta(days=1)


@given(RECURRING)
def test_each_period_is_owed_once_and_none_was_over_at_issue(given_terms: Terms) -> None:
    periods = periods_of(given_terms)
    assert len({(period.year, period.part) for period in periods}) == len(periods)
    assert all(period.due >= given_terms.issued for period in periods)


@given(RECURRING)
def test_the_first_period_holds_the_day_of_issue_and_the_last_ends_the_last_year(
    given_terms: Terms,
) -> None:
    periods = periods_of(given_terms)
    if given_terms.until_year < given_terms.issued.year:
        assert periods == ()
    else:
        assert periods[0].starts <= given_terms.issued <= periods[0].due
        assert periods[-1].due == date(given_terms.until_year, 12, 31)


@given(RECURRING)
def test_a_period_ends_in_its_own_year(given_terms: Terms) -> None:
    assert all(
        period.starts.year == period.due.year == period.year for period in periods_of(given_terms)
    )


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
