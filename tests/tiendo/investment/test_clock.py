"""A legal clock runs in working days or days of the calendar, and stands while the investor supplements."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tiendo.legal_rules.cases import legal_cases
from tiendo.investment.clock import Clock, Span, State, state_of
from tiendo.legal.limits import Limit, NormKind, last_day

MONDAY = date(2024, 3, 4)
HOLIDAY = {date(2024, 3, 6): False}
DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31))


def limit(kind: NormKind, length: int) -> Limit:
    return Limit(kind, None, Decimal(length), "")


def clock(kind: NormKind, length: int, *pauses: Span, table: dict | None = None) -> Clock:
    return Clock(limit(kind, length), MONDAY, pauses, table or {})


@legal_cases(
    ("kind", "length", "pauses", "table", "due"),
    {
        "clock": [
            # Law 61/2020/QH14 and Decree 31/2021/NĐ-CP as a province published the procedure; not verified.
            ("days", 35, [], {}, date(2024, 4, 8)),
            ("working-days", 3, [], {}, date(2024, 3, 7)),
            ("working-days", 3, [], HOLIDAY, date(2024, 3, 8)),
            ("working-days", 5, [], {}, date(2024, 3, 11)),
            # asked on Tuesday, brought on Thursday: Wednesday and Thursday do not count
            ("working-days", 3, [Span(date(2024, 3, 5), date(2024, 3, 7))], {}, date(2024, 3, 11)),
            ("days", 15, [Span(date(2024, 3, 5), date(2024, 3, 15))], {}, date(2024, 3, 29)),
            # asked and brought on one day: nothing lost
            ("days", 15, [Span(date(2024, 3, 5), date(2024, 3, 5))], {}, date(2024, 3, 19)),
            # asked before the clock began, and after it was over
            ("days", 15, [Span(date(2024, 2, 1), date(2024, 2, 9))], {}, date(2024, 3, 19)),
            ("days", 15, [Span(date(2024, 3, 19), None)], {}, date(2024, 3, 19)),
            # it stands still
            ("days", 15, [Span(date(2024, 3, 18), None)], {}, None),
        ]
    },
)
def test_the_last_day_of_a_step(kind, length, pauses, table, due) -> None:
    assert clock(NormKind(kind), length, *pauses, table=table).due == due


def test_what_is_used_does_not_grow_while_the_clock_stands() -> None:
    stands = clock(NormKind.DAYS, 15, Span(date(2024, 3, 8), None))
    assert [stands.used(date(2024, 3, day)) for day in (4, 8, 9, 31)] == [0, 4, 4, 4]


@given(
    kind=st.sampled_from([NormKind.DAYS, NormKind.WORKING_DAYS, NormKind.MONTHS]),
    length=st.integers(1, 60),
    begun=DAYS,
)
def test_without_a_pause_it_ends_as_every_legal_time_does(kind, length, begun) -> None:
    found = Clock(limit(kind, length), begun, (), HOLIDAY)
    assert found.due == last_day(limit(kind, length), begun, HOLIDAY)


@given(
    kind=st.sampled_from([NormKind.DAYS, NormKind.WORKING_DAYS]),
    length=st.integers(1, 60),
    begun=DAYS,
    asked=DAYS,
    stood=st.integers(0, 90),
)
def test_a_pause_never_brings_the_end_nearer_and_the_time_itself_stays(
    kind, length, begun, asked, stood
) -> None:
    pause = Span(asked, asked + timedelta(stood))
    found = Clock(limit(kind, length), begun, (pause,), HOLIDAY)
    due = found.due
    assert due is not None
    assert due >= Clock(limit(kind, length), begun, (), HOLIDAY).due
    assert found.used(due) == found.length
    assert found.counts(due)


@given(one=st.tuples(DAYS, st.integers(0, 60)), other=st.tuples(DAYS, st.integers(0, 60)))
def test_two_spans_cross_alike_from_both_sides(one, other) -> None:
    left, right = (Span(day, day + timedelta(length)) for day, length in (one, other))
    assert left.crosses(right) == right.crosses(left)


@pytest.mark.parametrize(
    ("other", "crosses"),
    [
        (Span(date(2024, 3, 11), date(2024, 3, 12)), False),
        (Span(date(2024, 3, 10), date(2024, 3, 12)), True),
        (Span(date(2024, 2, 1), date(2024, 3, 4)), False),
        (Span(date(2024, 2, 1), None), True),
        (Span(date(2024, 3, 6), date(2024, 3, 6)), True),
    ],
)
def test_one_step_may_begin_on_the_day_on_which_another_ends(other, crosses) -> None:
    assert Span(MONDAY, date(2024, 3, 11)).crosses(other) is crosses


@pytest.mark.parametrize(
    ("span", "due", "stopped", "state"),
    [
        (None, None, False, State.TO_COME),
        (Span(date(2024, 3, 20)), None, False, State.TO_COME),
        (Span(MONDAY), None, False, State.RUNNING),
        (Span(MONDAY), date(2024, 3, 11), False, State.RUNNING),
        (Span(MONDAY), date(2024, 3, 10), False, State.OVERDUE),
        (Span(MONDAY), None, True, State.STOPPED),
        (Span(MONDAY, date(2024, 3, 8)), date(2024, 3, 8), False, State.DONE),
        (Span(MONDAY, date(2024, 3, 8)), date(2024, 3, 7), False, State.DONE_LATE),
        (Span(MONDAY, date(2024, 3, 8)), None, False, State.DONE),
    ],
)
def test_how_a_step_stands(span, due, stopped, state) -> None:
    assert state_of(span, due, stopped, date(2024, 3, 11)) is state
