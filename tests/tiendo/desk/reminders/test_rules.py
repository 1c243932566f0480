"""Who is told of what: what holds under any things, any table and any past."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.desk.reminders.rules import (
    DEFAULT,
    ESCALATED,
    Days,
    Last,
    Mention,
    Thing,
    Whom,
    latest_day,
    said,
)

DUE = date(2024, 6, 10)
LAN, MINH, HOA, TAM = 1, 2, 3, 4
PARTS = {
    Whom.OFFICER: {LAN},
    Whom.HEAD: {MINH},
    Whom.LEADER: {HOA},
    Whom.COORDINATOR: frozenset[int](),
}

days = st.dates(date(2023, 1, 1), date(2026, 12, 31))
people = st.frozensets(st.integers(1, 5), max_size=3)
numbers = st.lists(st.integers(1, 90), max_size=4, unique=True).map(tuple)
tables = st.dictionaries(
    st.sampled_from(Whom),
    st.builds(
        Days, before=numbers, after=numbers, every=st.integers(0, 60), gap=st.integers(1, 20)
    ),
)
lists = st.lists(
    st.builds(
        Thing,
        key=st.sampled_from([f"work:{n}" for n in range(6)]),
        due=days,
        told=st.dictionaries(st.sampled_from(Whom), people),
        pressed=st.booleans(),
        at_once=st.booleans(),
        asked_on=st.none() | days,
    ),
    max_size=6,
    unique_by=lambda thing: thing.key,
)
logs = st.dictionaries(
    st.tuples(st.integers(1, 5), st.sampled_from([f"work:{n}" for n in range(6)])),
    st.builds(Last, day=days, asked_on=st.none() | days),
)


def remembered(log, things, mentions, today):
    """The log after these mentions, as the services keep it."""
    by_key = {thing.key: thing for thing in things}
    after = dict(log)
    for person, lines in mentions.items():
        for line in lines:
            before = after.get((person, line.key))
            asked_on = by_key[line.key].asked_on if line.asked else before and before.asked_on
            after[person, line.key] = Last(today, asked_on)
    return after


def told_on(today: date, log=None, **facts) -> dict[int, tuple[Mention, ...]]:
    thing = Thing(**{"key": "work:1", "due": DUE, "told": PARTS, **facts})
    return said([thing], DEFAULT, log or {}, today)


@given(lists, tables, logs, days)
def test_nobody_has_an_empty_digest_or_a_thing_twice(things, table, log, today) -> None:
    for lines in said(things, table, log, today).values():
        assert lines
        assert len({line.key for line in lines}) == len(lines)


@given(tables, logs, days)
def test_where_nothing_is_due_nobody_is_told(table, log, today) -> None:
    assert said([], table, log, today) == {}


@given(lists, tables, logs, days)
def test_a_second_time_on_the_same_day_nothing_is_left(things, table, log, today) -> None:
    first = said(things, table, log, today)
    assert said(things, table, remembered(log, things, first, today), today) == {}


@given(lists, tables, days, st.lists(st.integers(0, 9), min_size=1, max_size=12))
def test_the_gap_is_kept_however_often_it_runs(things, table, first, steps) -> None:
    log, today = {}, first
    for step in steps:
        today += timedelta(days=step)
        mentions = said(things, table, log, today)
        for person, lines in mentions.items():
            for line in lines:
                last = log.get((person, line.key))
                gap = table.get(line.whom, Days()).gap
                assert line.asked or last is None or (today - last.day).days >= gap
        log = remembered(log, things, mentions, today)


@given(lists, tables, logs, days)
def test_what_is_not_pressed_never_goes_up(things, table, log, today) -> None:
    invited = {thing.key for thing in things if not thing.pressed}
    for lines in said(things, table, log, today).values():
        assert not [line for line in lines if line.key in invited and line.whom in ESCALATED]


@given(lists, logs, days)
def test_nothing_goes_up_before_its_day_has_passed(things, log, today) -> None:
    due = {thing.key: thing.due for thing in things}
    for lines in said(things, DEFAULT, log, today).values():
        for line in lines:
            if line.whom in ESCALATED:
                assert (today - due[line.key]).days >= min(DEFAULT[line.whom].after)


@given(lists, tables, logs, days)
def test_only_those_whom_it_concerns_are_told(things, table, log, today) -> None:
    by_key = {thing.key: thing for thing in things}
    for person, lines in said(things, table, log, today).items():
        for line in lines:
            assert person in by_key[line.key].told[line.whom]


@pytest.mark.parametrize("away", [-30, -7, -1, 1, 7, 30, 60, 90, 390])
def test_the_officer_is_told_on_each_day_of_the_table(away: int) -> None:
    before = {(LAN, "work:1"): Last(DUE + timedelta(days=away - 3))}
    today = DUE + timedelta(days=away)
    assert told_on(today, before)[LAN] == (Mention("work:1", Whom.OFFICER),)
    assert LAN not in told_on(today, {(LAN, "work:1"): Last(today)})


@pytest.mark.parametrize("away", [-31, -200])
def test_before_the_first_day_nobody_is_told(away: int) -> None:
    assert told_on(DUE + timedelta(days=away)) == {}


def test_a_day_on_which_nothing_ran_is_made_up_for() -> None:
    before = {(LAN, "work:1"): Last(DUE - timedelta(days=30))}
    assert LAN in told_on(DUE - timedelta(days=5), before)


def test_it_goes_up_to_the_head_after_a_week_and_to_the_leader_after_a_month() -> None:
    week, month = DUE + timedelta(days=7), DUE + timedelta(days=30)
    assert MINH not in told_on(week - timedelta(days=1))
    assert set(told_on(week)) == {LAN, MINH}
    assert set(told_on(month)) == {LAN, MINH, HOA}
    assert set(told_on(month, pressed=False)) == {LAN}


def test_what_came_back_is_told_at_once_and_to_nobody_above() -> None:
    assert set(told_on(DUE - timedelta(days=90), at_once=True)) == {LAN}


def test_who_is_asked_is_told_on_that_day_even_if_he_was_told_that_morning() -> None:
    today = DUE - timedelta(days=20)
    before = {(LAN, "work:1"): Last(today)}
    told = told_on(today, before, asked_on=today)
    assert told == {LAN: (Mention("work:1", Whom.OFFICER, asked=True),)}
    after = {(LAN, "work:1"): Last(today, today)}
    assert told_on(today, after, asked_on=today) == {}


def test_the_standing_office_asks_after_a_decision_every_month() -> None:
    waits = {"told": {Whom.COORDINATOR: {TAM}}, "pressed": False}
    since = [n for n in range(100) if told_on(DUE + timedelta(days=n), waiting_log(n), **waits)]
    assert since == [30, 60, 90]


def waiting_log(day: int) -> dict[tuple[int, str], Last]:
    """What was mentioned before the day so many days after: each month once."""
    last = (day - 1) // 30 * 30
    return {(TAM, "work:1"): Last(DUE + timedelta(days=last))} if last >= 30 else {}


def test_somebody_with_two_parts_is_told_once_in_the_higher_one() -> None:
    both = {Whom.OFFICER: {LAN}, Whom.HEAD: {LAN}}
    assert told_on(DUE + timedelta(days=8), told=both) == {LAN: (Mention("work:1", Whom.HEAD),)}


@given(days, tables, days)
def test_the_latest_day_of_a_table_is_never_to_come(due, table, today) -> None:
    for each in table.values():
        assert (latest_day(due, each, today) or today) <= today
