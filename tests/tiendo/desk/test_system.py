"""What runs, for the administrator: the worker, the morning's work, what waits, mail, room."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from django.urls import reverse

from tests.tiendo import samples
from tiendo.accounts.models import Role
from tiendo.agencies.models import Locality
from tiendo.desk.heartbeat import KEY, beat
from tiendo.desk.models import DailyRun
from tiendo.desk.system import LITTLE_ROOM, State, System, system_of

pytestmark = pytest.mark.django_db

NOW = datetime(2024, 12, 2, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture
def locality() -> Locality:
    cache.delete(KEY)
    return samples.locality()


def care(locality: Locality, number: int) -> tuple[str, State]:
    fact = system_of(locality, NOW).care[number]
    return fact.words, fact.state


def test_a_worker_is_alive_while_it_is_heard_of(locality) -> None:
    assert care(locality, 0)[1] is State.BAD
    beat(NOW - timedelta(hours=2), NOW - timedelta(minutes=1))
    assert care(locality, 0) == ("chạy từ 02/12/2024 07:00", State.GOOD)
    beat(NOW - timedelta(hours=2), NOW - timedelta(minutes=10))
    assert care(locality, 0) == ("thấy lần cuối lúc 02/12/2024 08:50", State.BAD)


@pytest.mark.parametrize(("days", "state"), [(0, State.GOOD), (1, State.GOOD), (2, State.BAD)])
def test_a_morning_that_was_left_out_is_seen(locality, days: int, state: State) -> None:
    assert care(locality, 1)[1] is State.UNKNOWN
    day = NOW.date() - timedelta(days=days)
    DailyRun.objects.create(locality=locality, day=day, finished_at=NOW)
    assert care(locality, 1) == (f"lần gần nhất cho ngày {day:%d/%m/%Y}", state)


def test_a_disk_that_is_nearly_full_needs_a_hand(locality, monkeypatch) -> None:
    full = (LITTLE_ROOM * 10, LITTLE_ROOM * 10 - 1, 1)
    usage = type("usage", (), dict(zip(("total", "used", "free"), full, strict=True)))
    monkeypatch.setattr("tiendo.desk.system.shutil.disk_usage", lambda _folder: usage)
    found = system_of(locality, NOW)
    assert found.care[-2].state is State.BAD


def test_only_what_is_bad_is_counted() -> None:
    assert System([], []).bad == 0


def test_the_administrator_finds_it_in_the_menu(client, locality) -> None:
    office = samples.agency(locality)
    client.force_login(samples.person(Role.ADMINISTRATOR, office))
    page = client.get(reverse("desk:system"))
    words = page.content.decode()
    assert page.status_code == 200
    assert "Tiến trình nền" in words
    assert f'href="{reverse("desk:system")}"' in words
