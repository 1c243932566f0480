"""The two rates stay honest under any history."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.progress.rates.rules import (
    LOADS,
    LeftOut,
    Owed,
    Rate,
    alike,
    completed_by_first,
    completed_on_time,
    load_of,
    updated_on_time,
)
from tiendo.progress.rounds.status import Handed
from tiendo.progress.status import Facts

TODAY = date(2024, 12, 2)
NEAR = st.dates(date(2023, 1, 1), date(2025, 12, 31))
MAYBE = st.none() | NEAR
REPORTS = st.builds(
    Handed,
    due=NEAR,
    state=st.sampled_from(("draft", "with-head", "sent", "returned", "accepted")),
    first_sent_on=MAYBE,
    nothing=st.booleans(),
    invited=st.booleans(),
)
FACTS = st.builds(
    Facts,
    starts=NEAR,
    due=MAYBE,
    moved_to=MAYBE,
    watched_from=NEAR,
    done_on=MAYBE,
    nothing_on=MAYBE,
    last_reported_on=MAYBE,
    waiting=st.booleans(),
    closed=st.booleans(),
    cancelled_on=MAYBE,
)
PERIODS = st.builds(
    Owed, facts=FACTS, share=st.sampled_from(("closes", "adds", "invited")), ended_on=MAYBE
)
RATES = st.builds(
    lambda part, more: Rate(part, part + more), st.integers(0, 60), st.integers(0, 60)
)


def period(**facts) -> Owed:
    starts = date(2024, 1, 1)
    facts = {"starts": starts, "due": date(2024, 6, 30), "watched_from": starts, **facts}
    return Owed(Facts(**facts))


@given(st.lists(REPORTS))
def test_every_report_is_counted_once_or_left_out_with_a_reason(reports: list[Handed]) -> None:
    rate = updated_on_time(reports, TODAY)
    assert rate.whole + rate.all_left_out == len(reports)
    assert 0 <= rate.part <= rate.whole


@given(st.lists(PERIODS))
def test_every_period_is_counted_once_or_left_out_with_a_reason(periods: list[Owed]) -> None:
    rate = completed_on_time(periods, TODAY)
    assert rate.whole + rate.all_left_out == len(periods)
    assert 0 <= rate.part <= rate.whole


@given(st.lists(REPORTS), st.lists(REPORTS))
def test_rates_add_up(some: list[Handed], others: list[Handed]) -> None:
    both = updated_on_time(some, TODAY) + updated_on_time(others, TODAY)
    together = updated_on_time([*some, *others], TODAY)
    assert (both.part, both.whole, dict(both.left_out)) == (
        together.part,
        together.whole,
        dict(together.left_out),
    )


@given(st.lists(REPORTS))
def test_coming_early_with_what_is_not_due_flatters_nobody(reports: list[Handed]) -> None:
    early = Handed(due=TODAY + timedelta(days=5), state="accepted", first_sent_on=TODAY)
    before, after = updated_on_time(reports, TODAY), updated_on_time([*reports, early], TODAY)
    assert (before.part, before.whole) == (after.part, after.whole)


@given(st.lists(REPORTS), st.booleans())
def test_a_body_that_is_invited_moves_no_rate(reports: list[Handed], sent: bool) -> None:
    guest = Handed(due=date(2024, 1, 5), first_sent_on=TODAY if sent else None, invited=True)
    before, after = updated_on_time(reports, TODAY), updated_on_time([*reports, guest], TODAY)
    assert (before.part, before.whole) == (after.part, after.whole)


@given(REPORTS)
def test_sending_earlier_never_harms(report: Handed) -> None:
    if report.first_sent_on is None:
        return
    earlier = replace(report, first_sent_on=report.first_sent_on - timedelta(days=1))
    assert updated_on_time([earlier], TODAY).part >= updated_on_time([report], TODAY).part


@given(REPORTS, st.integers(1, 60))
def test_more_days_never_harm(report: Handed, days: int) -> None:
    given_more = replace(report, due=report.due + timedelta(days=days))
    now, then = updated_on_time([report], TODAY), updated_on_time([given_more], TODAY)
    assert now.whole - now.part >= then.whole - then.part


@given(PERIODS, st.dates(TODAY, date(2027, 1, 1)))
def test_time_passing_never_makes_late_work_punctual(owed: Owed, later: date) -> None:
    now, then = completed_on_time([owed], TODAY), completed_on_time([owed], later)
    if now.whole and not now.part:
        assert not then.part


@pytest.mark.parametrize(
    ("owed", "reason"),
    [
        (period(due=date(2024, 12, 31)), LeftOut.NOT_DUE),
        (period(due=TODAY), LeftOut.NOT_DUE),
        (period(due=None), LeftOut.NOT_DUE),
        (period(waiting=True), LeftOut.WAITING),
        (period(nothing_on=date(2024, 6, 1)), LeftOut.NOTHING_AROSE),
        (period(closed=True), LeftOut.CLOSED),
        (period(cancelled_on=date(2024, 2, 1)), LeftOut.CANCELLED),
        (period(watched_from=date(2024, 9, 1)), LeftOut.BEFORE),
        (period(watched_from=date(2024, 9, 1), done_on=date(2024, 6, 1)), LeftOut.BEFORE),
        (replace(period(), share="invited"), LeftOut.INVITED),
        (replace(period(), share="adds"), LeftOut.ADDS),
        (replace(period(), ended_on=date(2024, 6, 30)), LeftOut.ENDED),
    ],
)
def test_why_a_period_is_not_counted(owed: Owed, reason: LeftOut) -> None:
    assert dict(completed_on_time([owed], TODAY).left_out) == {reason: 1}


@pytest.mark.parametrize(
    "owed",
    [replace(period(), ended_on=date(2024, 7, 1)), period(cancelled_on=date(2024, 7, 1))],
    ids=["another office took over", "cancelled"],
)
def test_what_was_missed_before_it_ended_stays_missed(owed: Owed) -> None:
    assert completed_on_time([owed], TODAY) == Rate(0, 1)


@pytest.mark.parametrize(
    ("done_on", "part"), [(date(2024, 6, 30), 1), (date(2024, 7, 1), 0), (None, 0)]
)
def test_done_in_time_is_done_by_the_day(done_on: date | None, part: int) -> None:
    assert completed_on_time([period(done_on=done_on)], TODAY) == Rate(part, 1)


def test_a_moved_deadline_is_judged_by_both_days() -> None:
    """Due on 30 June, extended to 30 September, done in August: late by the first day, in time by the other."""
    owed = period(moved_to=date(2024, 9, 30), done_on=date(2024, 8, 15))
    assert completed_on_time([owed], TODAY) == Rate(1, 1)
    assert completed_by_first([owed], TODAY) == Rate(0, 1)


def test_time_that_was_granted_and_still_runs_is_not_due_and_late_by_the_first_day() -> None:
    owed = period(moved_to=date(2025, 3, 31))
    assert completed_on_time([owed], TODAY).left_out == {LeftOut.NOT_DUE: 1}
    assert completed_by_first([owed], TODAY) == Rate(0, 1)


@given(PERIODS, MAYBE)
def test_what_is_granted_moves_nothing_that_is_judged_by_the_first_day(owed: Owed, day) -> None:
    moved = replace(owed, facts=replace(owed.facts, moved_to=day))
    assert completed_by_first([moved], TODAY) == completed_by_first([owed], TODAY)


@given(RATES)
def test_all_and_none_are_said_only_where_they_are_true(rate: Rate) -> None:
    if not rate.whole:
        assert rate.percent is None
        return
    assert (rate.percent == 100) == (rate.part == rate.whole)
    assert (rate.percent == 0) == (rate.part == 0)


@given(st.dictionaries(st.integers(), RATES))
def test_offices_are_compared_once_and_among_their_like(rates: dict[int, Rate]) -> None:
    groups = alike(rates)
    compared = [office for group in groups for office in group]
    assert sorted(compared) == sorted(office for office, rate in rates.items() if rate.whole)
    for group in groups:
        assert len({load_of(rates[office].whole) for office in group}) == 1
        shares = [rates[office].part / rates[office].whole for office in group]
        assert shares == sorted(shares, reverse=True)


def test_the_limits_of_a_load_belong_to_the_lighter_group() -> None:
    assert [load_of(most) for most in LOADS] == [0, 1, 2]
    assert [load_of(most + 1) for most in LOADS] == [1, 2, 3]
