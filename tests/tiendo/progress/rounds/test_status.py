"""Where a report stands, and what may be done with it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.progress.rounds.status import (
    ACCEPTED,
    DRAFT,
    RETURNED,
    SENT,
    WITH_HEAD,
    Door,
    Handed,
    Standing,
    entry_open,
    may_hand_up,
    may_send,
    may_write,
    standing_of,
)

TODAY = date(2024, 12, 2)
PAST, TO_COME = TODAY - timedelta(days=5), TODAY + timedelta(days=5)
STATES = st.sampled_from((DRAFT, WITH_HEAD, SENT, RETURNED, ACCEPTED))
DOORS = st.builds(Door, closed=st.booleans(), let_in=st.booleans())


@pytest.mark.parametrize(
    ("report", "standing"),
    [
        (Handed(TO_COME), Standing.WAITING),
        (Handed(TODAY), Standing.WAITING),
        (Handed(PAST), Standing.MISSING),
        (Handed(PAST, invited=True), Standing.WAITING),
        (Handed(TO_COME, WITH_HEAD), Standing.WITH_HEAD),
        (Handed(PAST, WITH_HEAD), Standing.MISSING),
        (Handed(PAST, SENT, PAST), Standing.SENT),
        (Handed(PAST, ACCEPTED, PAST), Standing.ON_TIME),
        (Handed(PAST, ACCEPTED, TODAY), Standing.LATE),
        (Handed(PAST, ACCEPTED, PAST, nothing=True), Standing.NOTHING),
        (Handed(PAST, RETURNED, PAST), Standing.RETURNED),
        (Handed(PAST, WITH_HEAD, PAST), Standing.RETURNED),
    ],
)
def test_where_a_report_stands(report: Handed, standing: Standing) -> None:
    assert standing_of(report, TODAY) == standing


def test_days_late_are_counted_from_the_day_it_was_due() -> None:
    assert Handed(PAST).days_late(TODAY) == 5
    assert Handed(PAST, ACCEPTED, PAST + timedelta(days=2)).days_late(TODAY) == 2
    assert Handed(PAST, ACCEPTED, PAST).days_late(TODAY) == 0


@given(STATES, DOORS, st.booleans(), st.booleans())
def test_a_closed_door_lets_nothing_in(state: str, door: Door, headed: bool, head: bool) -> None:
    if not door.is_open:
        assert not may_write(state, door)
        assert not may_hand_up(state, door, has_head=headed)
        assert not may_send(state, door, has_head=headed, is_head=head)


@given(STATES, st.booleans())
def test_past_the_head_only_the_head_sends(state: str, head: bool) -> None:
    if may_send(state, Door(), has_head=True, is_head=head):
        assert head


@given(STATES, st.none() | STATES)
def test_what_was_accepted_or_sent_is_never_open(report: str, entry: str | None) -> None:
    if entry in (SENT, ACCEPTED) or report in (WITH_HEAD, SENT, ACCEPTED):
        assert not entry_open(report, entry)
