"""The pages of extensions, directions and cards, as each person sees them."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.progress.conftest import TODAY, occurrence_of
from tiendo.accounts.models import Role
from tiendo.progress.directing import cards
from tiendo.progress.models import CorrectiveCard, Direction, Extension, ExtensionRule, Occurrence

REASON = "Chưa có kinh phí."


def browser_of(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def period(world) -> Occurrence:
    return occurrence_of(world.yearly(years=(2023, 2024)), 2024)


@pytest.fixture
def office(world) -> Client:
    return browser_of(world.reporter)


@pytest.fixture
def leader(world) -> Client:
    return browser_of(samples.person(Role.LEADER, world.office))


def ask(client: Client, period: Occurrence, day: str = "31/03/2025", reason: str = REASON):
    said = {"asked_for": day, "reason": reason}
    return client.post(reverse("extensions:ask", args=[period.pk]), said)


def press(client: Client, do: str, row: int, **said: str):
    return client.post(reverse("desk:act"), {"do": do, "row": row, **said}, follow=True)


# --- more time


def test_an_office_asks_the_coordinator_grants_and_everybody_reads_both_days(
    world, office, signed_in
) -> None:
    period = occurrence_of(world.yearly(years=(2024,)), 2024)
    task = reverse("progress:task", args=[period.obligation.task_id])
    assert ask(office, period).url == task
    waiting = signed_in.get(reverse("desk:queue")).content.decode()
    assert REASON in waiting
    shown = press(signed_in, "grant", Extension.objects.get().pk).content.decode()
    assert REASON not in shown
    for page in (task, reverse("progress:office", args=[period.obligation.agency_id])):
        assert "hạn gốc 31/12/2024, gia hạn đến 31/03/2025" in office.get(page).content.decode()


def test_who_asks_again_reads_the_rule_and_finds_no_form(period, office, signed_in) -> None:
    ask(office, period)
    press(signed_in, "grant", Extension.objects.get().pk)
    page = office.get(reverse("extensions:ask", args=[period.pk])).content.decode()
    assert "790/QĐ-UBND-HC" in page
    assert 'name="asked_for"' not in page
    again = ask(office, period, "30/06/2025")
    assert again.status_code == 422
    assert "790/QĐ-UBND-HC" in again.content.decode()


@pytest.mark.parametrize(
    ("day", "words"),
    [("31/12/2024", "31/12/2024"), ("", "Nhập ngày"), ("31/02/2025", "không có trong lịch")],
)
def test_a_day_that_is_not_later_is_refused_in_words(period, office, day: str, words: str) -> None:
    refused = ask(office, period, day)
    assert refused.status_code == 422
    assert words in refused.content.decode()
    assert REASON in refused.content.decode()  # nothing typed is lost
    assert not Extension.objects.exists()


def test_the_coordinator_grants_another_day_with_a_number(period, office, signed_in) -> None:
    ask(office, period)
    page = reverse("extensions:decide", args=[Extension.objects.get().pk])
    said = {"do": "grant", "due": "31/01/2025", "words": "Hết tháng 01.", "decision": "45/UBND"}
    signed_in.post(page, said)
    period.refresh_from_db()
    assert period.deadline == date(2025, 1, 31)
    assert signed_in.post(page, said).status_code == 422  # decided already
    assert Extension.objects.get().decision == "45/UBND"


def test_refusing_needs_words(period, office, signed_in) -> None:
    ask(office, period)
    row = Extension.objects.get()
    page = reverse("extensions:decide", args=[row.pk])
    assert signed_in.post(page, {"do": "refuse", "words": " "}).status_code == 422
    assert signed_in.post(page, {"do": "refuse", "words": "Việc đã rõ"}).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.words) == ("refused", "Việc đã rõ")


def test_an_office_withdraws_what_it_asked(period, office, signed_in) -> None:
    ask(office, period)
    row = Extension.objects.get()
    office.post(reverse("extensions:withdraw", args=[row.pk]))
    row.refresh_from_db()
    assert row.state == "withdrawn"
    assert REASON not in signed_in.get(reverse("desk:queue")).content.decode()


def test_the_rule_is_kept_with_its_source(world, signed_in) -> None:
    page = reverse("extensions:rule")
    assert signed_in.post(page, {"at_most": "0", "source": "x"}).status_code == 422
    assert signed_in.post(page, {"at_most": "2", "source": "Quy chế 5"}).status_code == 302
    assert ExtensionRule.objects.get().source == "Quy chế 5"


# --- directions


def test_a_leader_directs_from_the_queue_and_is_answered_in_place(
    world, period, office, leader
) -> None:
    owed = period.obligation_id
    press(leader, "direct", owed, words="Làm ngay trong tuần.", due="09/12/2024")
    row = Direction.objects.get()
    assert (row.agency, row.due) == (world.office, date(2024, 12, 9))
    mine = office.get(reverse("progress:office", args=[world.office.pk])).content.decode()
    assert "Làm ngay trong tuần." in mine
    office.post(reverse("directing:answer", args=[row.pk]), {"words": "Đã giao người làm."})
    for page in (reverse("desk:queue"), reverse("progress:task", args=[row.obligation.task_id])):
        assert "Đã giao người làm." in leader.get(page).content.decode()


def test_a_leader_directs_from_the_page_of_the_task(period, leader) -> None:
    page = reverse("directing:direct", args=[period.obligation.task_id])
    form = leader.get(page).context["form"]
    said = {"kind": "explain", "words": "Vì sao trễ?", "due": form["due"].value()}
    said["agencies"] = period.obligation.agency_id
    assert leader.post(page, said).status_code == 302
    assert Direction.objects.get().kind == "explain"
    assert leader.post(page, {**said, "due": "01/12/2024"}).status_code == 422
    assert leader.post(page, {**said, "kind": "khac", "agencies": "0"}).status_code == 422


def test_the_coordinator_asks_to_explain_and_does_not_direct(period, signed_in) -> None:
    page = reverse("directing:direct", args=[period.obligation.task_id])
    kinds = [value for value, _label in signed_in.get(page).context["form"].fields["kind"].choices]
    assert kinds == ["explain"]
    facts = {"words": "Làm ngay.", "due": "09/12/2024"}
    refused = press(signed_in, "direct", period.obligation_id, **facts)
    assert refused.status_code == 403
    assert not Direction.objects.exists()


@pytest.mark.parametrize("due", ["", "31/02/2025", "01/12/2024", "9" * 30, "\0"])
def test_a_day_that_means_nothing_is_told(period, leader, due: str) -> None:
    shown = press(leader, "direct", period.obligation_id, words="Làm ngay.", due=due)
    assert shown.status_code == 200
    assert not Direction.objects.exists()


@pytest.mark.parametrize("words", ["\0", " ", "\0 \0"])
def test_an_answer_without_words_is_none(period, office, leader, words: str) -> None:
    press(leader, "direct", period.obligation_id, words="Làm\0 ngay.", due="09/12/2024")
    row = Direction.objects.get()
    assert row.words == "Làm ngay."
    office.post(reverse("directing:answer", args=[row.pk]), {"words": words})
    row.refresh_from_db()
    assert row.answered_at is None


def test_what_was_said_is_not_seen_on_a_day_before(period, leader, signed_in) -> None:
    press(leader, "direct", period.obligation_id, words="Làm ngay.", due="09/12/2024")
    task = reverse("progress:task", args=[period.obligation.task_id])
    assert "Làm ngay." in signed_in.get(task).content.decode()
    assert "Làm ngay." not in signed_in.get(task, {"ngay": "2024-11-01"}).content.decode()


# --- cards


@pytest.fixture
def card(world) -> CorrectiveCard:
    """Work that is late twice: 2022 and 2023 were not done."""
    world.yearly(years=(2022, 2023, 2024))
    cards.open_cards(locality=world.plan.locality, today=TODAY)
    return CorrectiveCard.objects.get()


def test_a_card_stands_on_three_pages_until_it_is_closed_and_then_on_that_of_the_task(
    world, card, signed_in
) -> None:
    address = reverse("directing:card", args=[card.pk])
    pages = (
        reverse("progress:task", args=[card.obligation.task_id]),
        reverse("progress:office", args=[world.office.pk]),
        reverse("desk:queue"),
    )
    assert all(address in signed_in.get(page).content.decode() for page in pages)
    filled = {"fact": "a", "cause": "b", "action": "c", "owner": "Ông An", "by": "31/01/2025"}
    lacking = signed_in.post(address, {**filled, "owner": "", "do": "close"})
    assert lacking.status_code == 422
    assert "Người thực hiện" in lacking.content.decode()
    assert signed_in.post(address, {**filled, "do": "close"}).status_code == 302
    task, *others = (signed_in.get(page).content.decode() for page in pages)
    assert not any(address in page for page in others)
    assert all(words in task for words in (address, "đã đóng ngày", "c · Ông An"))


def test_the_office_fills_a_card_in_and_does_not_close_it(card, office) -> None:
    address = reverse("directing:card", args=[card.pk])
    assert office.post(address, {"fact": "Chưa mở lớp", "do": "save"}).status_code == 302
    assert office.post(address, {"fact": "Chưa mở lớp", "do": "close"}).status_code == 403
    card.refresh_from_db()
    assert (card.fact, card.closed_on) == ("Chưa mở lớp", None)


def test_another_office_reads_a_card_and_writes_nothing(world, card) -> None:
    other = browser_of(world.helper)
    address = reverse("directing:card", args=[card.pk])
    assert other.get(address).status_code == 200
    assert other.post(address, {"fact": "x", "do": "save"}).status_code == 403
