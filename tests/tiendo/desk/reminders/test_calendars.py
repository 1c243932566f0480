"""Calendars for the phone: as RFC 5545 wants them, at secret addresses that end when they should."""

from datetime import date, timedelta

import icalendar
import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tests.tiendo import samples
from tests.tiendo.desk.reminders.conftest import TODAY, at
from tests.tiendo.progress.conftest import World
from tiendo.accounts.models import Charge, Membership, Role, User
from tiendo.desk.models import CalendarFeed
from tiendo.desk.reminders import feeds, services
from tiendo.desk.reminders.calendar import Event, escaped, folded, written
from tiendo.history.models import Change

NOW = at(TODAY)
PAGE = "/nhac-viec/lich/"
words = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300)


@given(words)
def test_lines_are_folded_at_75_octets_and_unfold_to_what_they_were(text: str) -> None:
    line = folded(text)
    assert all(len(piece.encode()) <= 75 for piece in line.split("\r\n"))
    assert line.replace("\r\n ", "").removesuffix("\r\n") == text


@given(words, words, st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_what_is_written_is_read_back_by_another_program(title: str, more: str, day: date) -> None:
    event = Event("work-1.2@tiendo", day, title, f"{more}\nhết", "https://tiendo.example.vn/a/")
    calendar = icalendar.Calendar.from_ical(written("Lịch", [event], NOW))
    assert calendar["X-WR-CALNAME"] == "Lịch"
    (read,) = calendar.walk("VEVENT")
    assert (str(read["SUMMARY"]), read["DTSTART"].dt) == (title, day)
    assert read["DTEND"].dt == day + timedelta(days=1)
    assert str(read["DESCRIPTION"]) == f"{more}\nhết"
    assert read.errors == []


def test_marks_of_the_format_are_escaped() -> None:
    assert escaped("a;b,c\\d\ne\r\x07") == "a\\;b\\,c\\\\d\\ne"


def test_every_line_ends_with_carriage_return_and_line_feed_and_days_are_whole() -> None:
    text = written("Lịch", [Event("x", TODAY, "y")], NOW)
    assert text.count("\n") == text.count("\r\n")
    assert "DTSTART;VALUE=DATE:20241202\r\n" in text
    assert "DTSTAMP:20241202T000500Z\r\n" in text


@pytest.fixture
def feed(world: World) -> CalendarFeed:
    task = samples.task(world.plan, world.office, text="Mở lớp; khuyến công, đợt 1")
    samples.occurrence(task, 2024, world.office, due=TODAY + timedelta(days=20))
    return services.open_feed(user=world.reporter, agency=None, now=NOW)


def fetched(feed: CalendarFeed) -> icalendar.Calendar | None:
    """What a phone gets that knows no password; None for 404."""
    answer = Client().get(feeds.path_of(feed))
    assert answer.status_code in (200, 404)
    return icalendar.Calendar.from_ical(answer.content) if answer.status_code == 200 else None


def days_in(calendar: icalendar.Calendar | None) -> dict[str, date]:
    assert calendar is not None
    return {str(event["UID"]): event["DTSTART"].dt for event in calendar.walk("VEVENT")}


@pytest.mark.django_db
def test_a_phone_fetches_what_the_person_owes_without_a_password(feed: CalendarFeed) -> None:
    answer = Client().get(feeds.path_of(feed))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, max-age=900"
    calendar = fetched(feed)
    assert calendar is not None
    (event,) = calendar.walk("VEVENT")
    assert event["SUMMARY"] == "Phòng KT-HT: Mở lớp; khuyến công, đợt 1"
    assert str(event["URL"]).startswith("https://tiendo.example.vn/nhiem-vu/")


@pytest.mark.django_db
def test_a_day_keeps_its_name_from_one_time_to_the_next(feed: CalendarFeed) -> None:
    assert days_in(fetched(feed)) == days_in(fetched(feed))


@pytest.mark.django_db
def test_a_new_address_makes_the_old_one_useless(feed: CalendarFeed) -> None:
    old = feeds.path_of(feed)
    new = services.open_feed(user=feed.user, agency=None, now=NOW)
    assert new.pk == feed.pk
    assert Client().get(old).status_code == 404
    assert fetched(new)


@pytest.mark.django_db
def test_a_wrong_secret_finds_nothing(feed: CalendarFeed) -> None:
    for token in ("0" * 40, feeds.token_of(feed)[:-1], "khong"):
        assert Client().get(reverse("reminders:feed", args=[feed.pk, token])).status_code == 404


@pytest.mark.django_db
def test_the_secret_is_in_neither_the_database_nor_the_history(feed: CalendarFeed) -> None:
    assert feeds.token_of(feed) not in str(CalendarFeed.objects.values().get())
    services.open_feed(user=feed.user, agency=None, now=NOW)
    told = str(list(Change.objects.values_list("fields", flat=True)))
    feed.refresh_from_db()
    assert feed.key not in told


@pytest.mark.django_db
def test_who_lost_the_role_or_the_account_gets_nothing_more(feed: CalendarFeed) -> None:
    Membership.objects.filter(user=feed.user).update(valid_to=TODAY - timedelta(days=1))
    assert fetched(feed) is None
    Membership.objects.filter(user=feed.user).update(valid_to=None)
    assert fetched(feed)
    User.objects.filter(pk=feed.user_id).update(is_active=False)
    assert fetched(feed) is None


@pytest.mark.django_db
def test_a_person_has_the_calendar_of_his_own_office_and_of_no_other(
    world: World, feed: CalendarFeed, client: Client
) -> None:
    client.force_login(world.reporter)
    assert client.post(f"{PAGE}lay/", {"office": world.office.pk}).status_code == 302
    assert client.post(f"{PAGE}lay/", {"office": world.farming.pk}).status_code == 404
    own = CalendarFeed.objects.get(agency=world.office)
    assert list(days_in(fetched(own)).values()) == [TODAY + timedelta(days=20)]
    Membership.objects.filter(user=world.reporter).update(agency=world.farming)
    assert fetched(own) is None, "he moved to another office"


@pytest.mark.django_db
def test_a_leader_sees_what_the_offices_in_his_charge_owe(world: World, feed: CalendarFeed) -> None:
    leader = samples.person(Role.LEADER, world.farming)
    Charge.objects.create(leader=leader, agency=world.office)
    calendar = fetched(services.open_feed(user=leader, agency=None, now=NOW))
    assert len(days_in(calendar)) == 1


@pytest.mark.django_db
def test_the_page_gives_renews_and_ends_an_address(world: World, client: Client) -> None:
    client.force_login(world.reporter)
    client.post(f"{PAGE}lay/")
    feed = CalendarFeed.objects.get()
    page = client.get(PAGE).content.decode()
    assert f"https://tiendo.example.vn{feeds.path_of(feed)}" in page
    assert f"webcal://tiendo.example.vn{feeds.path_of(feed)}" in page
    assert Client().post(f"{PAGE}{feed.pk}/thoi/").status_code == 302
    client.post(f"{PAGE}{feed.pk}/thoi/")
    assert not CalendarFeed.objects.exists()


@pytest.mark.django_db
def test_nobody_ends_the_address_of_another(
    world: World, feed: CalendarFeed, client: Client
) -> None:
    client.force_login(world.helper)
    assert client.post(f"{PAGE}{feed.pk}/thoi/").status_code == 404
    assert fetched(feed)


def test_the_first_address_speaks_of_no_older_one(client: Client, world: World) -> None:
    client.force_login(world.reporter)
    first = client.post(reverse("reminders:take"), follow=True).content.decode()
    again = client.post(reverse("reminders:take"), follow=True).content.decode()
    assert ["Địa chỉ cũ" in page for page in (first, again)] == [False, True]
