"""Closing the account of an officer: what was open is shown in numbers, then done by the successor."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.tiendo import samples
from tests.tiendo.progress.conftest import World, occurrence_of
from tiendo.accounts import deputies, handover, people
from tiendo.accounts.deputies import Days
from tiendo.accounts.models import Role, User
from tiendo.progress.models import Handler, Obligation, Report, Step


@pytest.fixture
def obligation(world: World) -> Obligation:
    return Obligation.objects.get(task=world.yearly())


@pytest.fixture
def officer(world: World, obligation: Obligation) -> User:
    """Named for one piece of work, with one step done and one open."""
    Handler.objects.create(
        obligation=obligation, user=world.reporter, words="số liệu", named_at=timezone.now()
    )
    for position, done in enumerate((date(2024, 3, 1), None), 1):
        facts = {"position": position, "text": f"Bước {position}", "done_on": done}
        Step.objects.create(obligation=obligation, user=world.reporter, **facts)
    return world.reporter


def test_what_is_open_is_counted_in_words(officer: User) -> None:
    assert handover.left_open(officer) == ["được giao làm 1 việc", "1 bước chưa xong"]


def test_the_page_shows_the_counts_and_asks_who_takes_over(client, world, officer) -> None:
    client.force_login(samples.person(Role.ADMINISTRATOR, world.office))
    address = reverse("administration:deactivate", args=[officer.pk])
    page = client.get(address).content.decode()
    assert "được giao làm 1 việc" in page
    assert "1 bước chưa xong" in page
    assert client.post(address, {}).status_code == 422
    assert client.post(address, {"successor": world.helper.pk}).status_code == 302
    officer.refresh_from_db()
    assert not officer.is_active
    assert handover.left_open(world.helper) == ["được giao làm 1 việc", "1 bước chưa xong"]


def test_what_is_done_stays_under_the_name(world, officer, obligation) -> None:
    facts = {"user": officer, "successor": world.helper, "today": samples.TODAY}
    people.deactivate(**facts, actor=None)
    assert Step.objects.get(position=1).user == officer
    assert Step.objects.get(position=2).user == world.helper
    ended, taken = Handler.objects.order_by("pk")
    assert (ended.user, ended.ended_at is not None) == (officer, True)
    assert (taken.user, taken.words, taken.ended_at) == (world.helper, "số liệu", None)


def test_who_does_the_work_already_is_not_named_twice(world, officer, obligation) -> None:
    Handler.objects.create(obligation=obligation, user=world.helper, named_at=timezone.now())
    facts = {"user": officer, "successor": world.helper, "today": samples.TODAY}
    people.deactivate(**facts, actor=None)
    assert Handler.objects.filter(user=world.helper, ended_at=None).count() == 1


def test_a_deputy_reports_and_both_names_stand_on_the_report(client, world) -> None:
    task = world.yearly()
    days = Days(samples.TODAY, samples.TODAY)
    deputies.name_deputy(absent=world.reporter, deputy=world.viewer, days=days, actor=None)
    client.force_login(world.viewer)
    address = reverse("progress:report", args=[occurrence_of(task, 2024).pk])
    said = {"agency": world.office.pk, "work": "in-progress", "result": "Đã mở 02 lớp"}
    page = client.post(address, said, follow=True).content.decode()
    row = Report.objects.get()
    assert (row.author, row.stands_in_for) == (world.viewer, world.reporter)
    assert str(world.viewer) in page
    assert str(world.reporter) in page
