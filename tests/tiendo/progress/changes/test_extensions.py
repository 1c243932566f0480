"""More time: who may ask when, what is decided, and that the first deadline never moves."""

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tiendo.legal_rules.cases import NO_LAW, legal_cases
from tests.tiendo.progress.conftest import TODAY, occurrence_of
from tiendo.history.models import Cause, Change
from tiendo.progress.extensions import services
from tiendo.progress.extensions.rules import Asking, No, moved_by, refused
from tiendo.progress.extensions.services import Wanted
from tiendo.progress.models import Extension, ExtensionState, NewDue, Occurrence
from tiendo.progress.status import Facts, Status

DUE, LATER = date(2024, 12, 31), date(2025, 3, 31)
OPEN = Facts(starts=date(2024, 1, 1), due=DUE, watched_from=date(2024, 1, 1))
REASON = "Chưa có kinh phí."


# --- the rule


@legal_cases(
    ("changed", "why"),
    {
        NO_LAW: [
            ({}, None),
            ({"today": DUE}, None),
            ({"today": DUE + timedelta(days=1)}, No.OVER),
            ({"day": DUE}, No.NOT_LATER),
            ({"day": DUE + timedelta(days=1)}, None),
            ({"waits": True}, No.ASKED),
            ({"ended": True}, No.ENDED),
            ({"facts": replace(OPEN, done_on=TODAY)}, No.ANSWERED),
            ({"facts": replace(OPEN, nothing_on=TODAY)}, No.ANSWERED),
            ({"facts": replace(OPEN, closed=True)}, No.ANSWERED),
            ({"facts": replace(OPEN, cancelled_on=TODAY)}, No.CANCELLED),
            ({"facts": replace(OPEN, waiting=True)}, No.WAITING),
            ({"facts": replace(OPEN, due=None)}, No.NO_DAY),
            ({"facts": replace(OPEN, moved_to=LATER), "today": LATER, "day": None}, None),
            ({"facts": replace(OPEN, moved_to=LATER), "day": LATER}, No.NOT_LATER),
        ],
        "extended-once": [
            ({"granted": 0}, None),
            ({"granted": 1}, No.OFTEN),
            ({"granted": 1, "at_most": 2}, None),
            ({"granted": 2, "at_most": 2}, No.OFTEN),
        ],
    },
)
def test_when_more_time_may_be_asked_for(changed: dict, why: No | None) -> None:
    asking = Asking(**{"facts": OPEN, "today": TODAY, "day": LATER} | changed)
    assert refused(asking) == why


def test_what_was_asked_in_time_is_decided_after_the_deadline_too() -> None:
    late = Asking(facts=OPEN, today=DUE + timedelta(days=5), day=LATER, waits=True)
    assert refused(late) == No.ASKED
    assert refused(late, deciding=True) is None


DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))
MOVES = st.lists(st.tuples(DAYS, DAYS), max_size=6).map(
    lambda pairs: [
        SimpleNamespace(pk=place, since=since, due=due)
        for place, (since, due) in enumerate(pairs, start=1)
    ]
)


@given(MOVES, DAYS)
def test_the_deadline_of_a_day_is_the_last_one_in_force_by_then(moves: list, day: date) -> None:
    made = sorted((move.since, move.pk, move.due) for move in moves if move.since <= day)
    assert moved_by(moves, day) == (made[-1][2] if made else None)


@given(MOVES, DAYS, DAYS, DAYS)
def test_what_is_moved_later_changes_no_day_before(moves: list, day, since, due) -> None:
    later = SimpleNamespace(pk=99, since=max(since, day + timedelta(days=1)), due=due)
    assert moved_by([*moves, later], day) == moved_by(moves, day)


# --- the services


@pytest.fixture
def period(world) -> Occurrence:
    return occurrence_of(world.yearly(years=(2024,)), 2024)


def ask(period: Occurrence, world, day: date = LATER, today: date = TODAY, reason: str = REASON):
    wanted = Wanted(day, reason)
    return services.ask(occurrence=period, wanted=wanted, actor=world.reporter, today=today)


def grant(extension: Extension, world, due: date | None = None, today: date = TODAY, **facts):
    due = due or extension.asked_for
    facts = {"actor": world.coordinator, "today": today, **facts}
    services.grant(extension=extension, due=due, **facts)


def test_a_request_changes_no_deadline(world, period) -> None:
    row = ask(period, world)
    period.refresh_from_db()
    assert (row.state, row.agency, period.moved_to) == ("asked", world.office, None)


def test_a_granted_request_moves_the_deadline_in_force_and_not_the_first(world, period) -> None:
    grant(ask(period, world), world, decision="12/UBND")
    period.refresh_from_db()
    assert (period.due, period.moved_to, period.deadline) == (DUE, LATER, LATER)
    assert period.status(date(2025, 3, 10)) == Status.DUE_SOON
    new = NewDue.objects.get()
    assert (new.due, new.since, new.extension.decision) == (LATER, TODAY, "12/UBND")


def test_another_day_may_be_granted(world, period) -> None:
    row = ask(period, world)
    grant(row, world, date(2025, 1, 31), words="Chỉ đến hết tháng 01.")
    period.refresh_from_db()
    row.refresh_from_db()
    assert period.deadline == row.due == date(2025, 1, 31)
    assert row.asked_for == LATER


def test_a_refused_request_moves_nothing_and_needs_a_reason(world, period) -> None:
    row = ask(period, world)
    facts = {"actor": world.coordinator, "today": TODAY}
    with pytest.raises(ValidationError):
        services.refuse(extension=row, words=" ", **facts)
    services.refuse(extension=row, words="Việc đã rõ.", **facts)
    row.refresh_from_db()
    period.refresh_from_db()
    assert (row.state, row.words, period.moved_to) == ("refused", "Việc đã rõ.", None)
    assert ask(period, world).state == "asked"  # the rule counts what was granted


def test_a_second_request_is_refused_with_the_rule(world, period) -> None:
    grant(ask(period, world), world)
    with pytest.raises(ValidationError) as caught:
        ask(period, world, date(2025, 6, 30))
    assert caught.value.code == No.OFTEN.value
    (sentence,) = caught.value.messages
    assert "31/12/2024" in sentence
    assert "790/QĐ-UBND-HC" in sentence


def test_a_locality_may_allow_more_and_names_its_own_rule(world, period) -> None:
    facts = {"locality": world.plan.locality, "actor": world.coordinator}
    services.set_rule(at_most=2, source="Quy chế 5/QC-UBND", **facts)
    grant(ask(period, world), world)
    grant(ask(period, world, date(2025, 6, 30)), world)
    with pytest.raises(ValidationError, match="Quy chế 5/QC-UBND"):
        ask(period, world, date(2025, 9, 30))
    period.refresh_from_db()
    assert (period.due, period.deadline) == (DUE, date(2025, 6, 30))


def test_a_request_after_the_deadline_is_refused(world, period) -> None:
    with pytest.raises(ValidationError, match="31/12/2024"):
        ask(period, world, today=date(2025, 1, 1))
    assert not Extension.objects.exists()


def test_the_same_request_sent_twice_is_one(world, period) -> None:
    assert ask(period, world) == ask(period, world)
    assert Extension.objects.count() == 1


def test_a_different_request_waits_for_the_first(world, period) -> None:
    ask(period, world)
    with pytest.raises(ValidationError) as caught:
        ask(period, world, date(2025, 6, 30))
    assert caught.value.code == No.ASKED.value


def test_of_two_who_decide_at_once_the_second_is_told(world, period) -> None:
    """Both read the request while it waits; the one who comes second changes nothing."""
    ask(period, world)
    first, second = Extension.objects.get(), Extension.objects.get()
    grant(first, world)
    with pytest.raises(ValidationError) as caught:
        services.refuse(extension=second, words="Không.", actor=world.coordinator, today=TODAY)
    assert caught.value.code == "settled"
    with pytest.raises(ValidationError):
        grant(second, world, date(2025, 6, 30))
    period.refresh_from_db()
    assert (NewDue.objects.count(), period.deadline) == (1, LATER)


def test_what_was_withdrawn_is_not_decided(world, period) -> None:
    row = ask(period, world)
    services.withdraw(extension=row, actor=world.reporter, today=TODAY)
    with pytest.raises(ValidationError):
        grant(row, world)
    assert Extension.objects.get().state == ExtensionState.WITHDRAWN


def test_work_done_meanwhile_is_not_extended(world, period) -> None:
    row = ask(period, world)
    Occurrence.objects.filter(pk=period.pk).update(done_on=TODAY)
    with pytest.raises(ValidationError) as caught:
        grant(row, world)
    assert caught.value.code == No.ANSWERED.value


def test_the_history_says_why_and_under_which_decision(world, period) -> None:
    grant(ask(period, world), world, decision="12/UBND")
    change = Change.objects.filter(object_id=period.pk, fields__has_key="moved_to").get()
    assert (change.cause, change.reason, change.decision) == (Cause.EXTENSION, REASON, "12/UBND")


# --- any sequence


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("ask", "grant", "other", "refuse", "withdraw", "wait")),
        st.integers(1, 400),
    ),
    max_size=10,
)


@pytest.mark.django_db
def test_whatever_is_asked_and_decided_the_first_deadline_stands(world, period) -> None:
    """The deadline in force is the last one granted, and every earlier day keeps the one it had."""
    locality = world.plan.locality
    services.set_rule(locality=locality, at_most=3, source="Quy chế", actor=None)

    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(STEPS)
    def run(steps: list[tuple[str, int]]) -> None:
        Extension.objects.all().delete()
        Occurrence.objects.filter(pk=period.pk).update(moved_to=None)
        day, granted = TODAY, []
        for step, number in steps:
            day += timedelta(days=number % 20)
            if due := attempt(step, number, day, world, period):
                granted.append((day, due))
        row = Occurrence.objects.get(pk=period.pk)
        assert row.due == DUE
        assert row.deadline == (granted[-1][1] if granted else DUE)
        assert len(granted) <= 3
        for since, _due in granted:
            last = [each for at, each in granted if at == since][-1]
            assert moved_by(row.new_dues.all(), since) == last
        assert moved_by(row.new_dues.all(), TODAY - timedelta(days=1)) is None

    run()


def attempt(step: str, number: int, day: date, world, period: Occurrence) -> date | None:
    """Do one step if the rules allow it; the day that was granted by it, if any."""
    row = Extension.objects.filter(state=ExtensionState.ASKED).first()
    wanted = DUE + timedelta(days=number)
    try:
        match step, row:
            case "ask", _:
                ask(period, world, wanted, day)
            case "grant" | "other", Extension():
                due = row.asked_for if step == "grant" else wanted
                grant(row, world, due, day)
                return due
            case "refuse", Extension():
                facts = {"words": "Không", "actor": world.coordinator, "today": day}
                services.refuse(extension=row, **facts)
            case "withdraw", Extension():
                services.withdraw(extension=row, actor=world.reporter, today=day)
    except ValidationError:
        return None
    return None
