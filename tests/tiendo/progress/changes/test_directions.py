"""What leaders say to offices and what these answer; cards of work that is late again."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from tests.tiendo import samples
from tests.tiendo.progress.conftest import TODAY
from tiendo.accounts.models import Role
from tiendo.progress.directing import cards, services
from tiendo.progress.directing.rules import late_again
from tiendo.progress.directing.services import Words, answer_of
from tiendo.progress.due import DueKind, dues_of
from tiendo.progress.models import CorrectiveCard, Direction, Obligation, Occurrence
from tiendo.progress.owing.asking import Answer

NOW = datetime(2024, 12, 2, 3, tzinfo=UTC)
DUE = date(2024, 12, 9)
WORDS = "Đề nghị báo cáo ngay."


@pytest.fixture
def leader(world):
    return samples.person(Role.LEADER, world.office)


@pytest.fixture
def owed(world) -> Obligation:
    """Yearly work; the years 2022 and 2023 were not done."""
    return world.yearly(years=(2022, 2023, 2024)).obligations.get()


def say(owed: Obligation, leader, kind: str = "direct", words: str = WORDS, due: date = DUE):
    said = Words(kind, words, due)
    return services.say(about=owed, said=said, actor=leader, now=NOW, today=TODAY)


def test_words_of_a_leader_are_due_at_the_office(world, owed, leader) -> None:
    row = say(owed, leader)
    (due,) = dues_of([world.office.pk], TODAY + timedelta(days=30), [DueKind.DIRECTION])
    assert (due.about, due.due, due.row) == (WORDS, DUE, row.pk)


def test_what_was_answered_is_due_no_more(world, owed, leader) -> None:
    row = say(owed, leader)
    services.answer(direction=row, words="Đã rõ.", actor=world.reporter, now=NOW)
    row.refresh_from_db()
    assert (row.answer, answer_of(row, TODAY)) == ("Đã rõ.", Answer.ANSWERED)
    assert dues_of([world.office.pk], DUE, [DueKind.DIRECTION]) == []


def test_the_same_words_sent_twice_are_one(owed, leader) -> None:
    assert say(owed, leader) == say(owed, leader)
    assert Direction.objects.count() == 1


@pytest.mark.parametrize(("words", "due"), [("  ", DUE), (WORDS, TODAY - timedelta(days=1))])
def test_words_and_a_day_to_come_are_needed(owed, leader, words: str, due: date) -> None:
    with pytest.raises(ValidationError):
        say(owed, leader, words=words, due=due)
    assert not Direction.objects.exists()


def test_only_what_is_late_or_silent_is_to_be_explained(world, owed, leader) -> None:
    assert say(owed, leader, "explain").kind == "explain"
    fresh = world.yearly(years=(2025,)).obligations.get()
    with pytest.raises(ValidationError):
        say(fresh, leader, "explain")


def test_of_two_who_answer_at_once_the_second_is_told(world, owed, leader) -> None:
    row = say(owed, leader)
    first, second = Direction.objects.get(), Direction.objects.get()
    services.answer(direction=first, words="Đã rõ.", actor=world.reporter, now=NOW)
    services.answer(direction=second, words="Đã rõ.", actor=world.reporter, now=NOW)  # posted twice
    with pytest.raises(ValidationError):
        services.answer(direction=second, words="Chưa rõ.", actor=world.reporter, now=NOW)
    row.refresh_from_db()
    assert row.answer == "Đã rõ."


def test_words_may_be_taken_back_until_they_are_answered(world, owed, leader) -> None:
    row = say(owed, leader)
    services.recall(direction=row, actor=leader, now=NOW)
    with pytest.raises(ValidationError):
        services.answer(direction=row, words="Đã rõ.", actor=world.reporter, now=NOW)
    assert dues_of([world.office.pk], DUE, [DueKind.DIRECTION]) == []
    other = say(owed, leader)
    services.answer(direction=other, words="Đã rõ.", actor=world.reporter, now=NOW)
    with pytest.raises(ValidationError):
        services.recall(direction=other, actor=leader, now=NOW)


# --- late again


def years(*done: date | str | None) -> list[Occurrence]:
    """One period a year from 2020 on: None is not done, "gone" is cancelled."""
    owed = Obligation(share="closes")
    rows = []
    for year, day in enumerate(done, start=2020):
        row = Occurrence(obligation=owed, kind="year", year=year, starts=date(year, 1, 1))
        row.due, row.watched_from = date(year, 12, 31), date(2020, 1, 1)
        row.done_on = day if isinstance(day, date) else None
        row.cancelled_on = date(year, 6, 1) if day == "gone" else None
        rows.append(row)
    return rows


IN_TIME = [date(year, 11, 1) for year in range(2020, 2025)]
LATE = [date(year + 1, 2, 1) for year in range(2020, 2024)]


@pytest.mark.parametrize(
    ("done", "second"),
    [
        ((), None),
        ((None,), None),
        ((None, None), 2021),
        ((LATE[0], LATE[1]), 2021),
        ((LATE[0], None), 2021),
        ((LATE[0], IN_TIME[1]), None),
        ((IN_TIME[0], None), None),
        ((None, IN_TIME[1], None), None),
        ((None, "gone", None), 2022),
        ((None, None, IN_TIME[2]), None),
        ((IN_TIME[0], None, None, LATE[3]), 2023),
    ],
)
def test_two_late_periods_one_after_the_other(done: tuple, second: int | None) -> None:
    found = late_again(years(*done), TODAY)
    assert (found and found.year) == second


@given(st.lists(st.sampled_from(["in time", "late", "gone", "open"]), max_size=5))
def test_a_period_done_in_time_ends_the_row(kinds: list[str]) -> None:
    known = {"gone": lambda _place: "gone", "open": lambda _place: None}
    known["in time"] = lambda place: date(2020 + place, 11, 1)
    known["late"] = lambda place: date(2021 + place, 2, 1)
    found = late_again(years(*(known[kind](n) for n, kind in enumerate(kinds))), date(2026, 1, 1))
    judged = [kind for kind in kinds if kind != "gone"][-2:]
    assert (found is not None) == (len(judged) == 2 and "in time" not in judged)


# --- cards


def test_a_card_opens_by_itself_and_once(world, owed) -> None:
    facts = {"locality": world.plan.locality, "today": TODAY}
    assert [cards.open_cards(**facts), cards.open_cards(**facts)] == [1, 0]
    card = CorrectiveCard.objects.get()
    assert (card.obligation, card.period.year, card.opened_on) == (owed, 2023, TODAY)


def test_a_card_is_closed_only_when_nothing_on_it_is_missing(world, owed) -> None:
    cards.open_cards(locality=world.plan.locality, today=TODAY)
    card, by = CorrectiveCard.objects.get(), {"actor": world.coordinator}
    filled = {"fact": "Chưa mở lớp", "cause": "Thiếu vốn", "action": "Xin vốn", "owner": "Ông An"}
    for missing in ("fact", "cause", "action", "owner", "by"):
        values = {**filled, "by": DUE} | {missing: None if missing == "by" else ""}
        cards.fill(card=card, values=values, **by)
        with pytest.raises(ValidationError):
            cards.close(card=card, today=TODAY, **by)
    cards.fill(card=card, values={**filled, "by": DUE}, **by)
    cards.close(card=card, today=TODAY, **by)
    card.refresh_from_db()
    assert card.closed_on == TODAY
    with pytest.raises(ValidationError):
        cards.fill(card=card, values={**filled, "by": DUE}, **by)


def test_a_closed_card_comes_back_only_with_another_late_period(world, owed) -> None:
    locality = world.plan.locality
    cards.open_cards(locality=locality, today=TODAY)
    card = CorrectiveCard.objects.get()
    values = {"fact": "a", "cause": "b", "action": "c", "owner": "d", "by": DUE}
    cards.fill(card=card, values=values, actor=None)
    cards.close(card=card, actor=None, today=TODAY)
    assert cards.open_cards(locality=locality, today=TODAY) == 0
    assert cards.open_cards(locality=locality, today=date(2025, 1, 1)) == 1
    assert CorrectiveCard.objects.get(closed_on=None).period.year == 2024
