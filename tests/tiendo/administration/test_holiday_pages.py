"""The page of working days: proposed, confirmed, added, changed, taken out."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.tiendo import samples
from tiendo.accounts.models import Role, User
from tiendo.administration.months import months_of
from tiendo.agencies.models import Agency, Holiday, HolidayKind
from tiendo.agencies.proposals import proposed
from tiendo.history.models import Removal

pytestmark = pytest.mark.django_db
TET = date(2026, 2, 17)


@pytest.fixture
def office() -> Agency:
    return samples.agency(samples.locality(), "UBND huyện")


@pytest.fixture
def keeper(office: Agency, client: Client) -> User:
    person = samples.person(Role.ADMINISTRATOR, office)
    client.force_login(person)
    return person


def at(page: str, *keys: int) -> str:
    return reverse(f"administration:{page}", args=keys)


def year(client: Client, number: object = 2026) -> Any:
    return client.get(at("holidays"), {"nam": number})


def test_only_the_ticked_proposals_are_confirmed(client: Client, keeper: User) -> None:
    days = [row.day for row in year(client).context["proposals"]]
    assert TET in days
    client.post(at("confirm_holidays", 2026), {"days": [str(day) for day in days if day != TET]})
    assert Holiday.objects.count() == len(days) - 1
    assert [row.day for row in year(client).context["proposals"]] == [TET]


def test_nothing_ticked_is_said(client: Client, keeper: User) -> None:
    for sent in ({}, {"days": ["2026-07-08"]}):
        answer = client.post(at("confirm_holidays", 2026), sent)
        assert answer.status_code == 422
        assert "Đánh dấu những ngày" in answer.content.decode()
    assert not Holiday.objects.exists()
    assert client.post(at("confirm_holidays", 3000), {}).status_code == 404


def test_a_day_is_added_changed_and_taken_out(client: Client, keeper: User) -> None:
    sent = {"day": "08/07/2026", "kind": "off", "name": "Kỷ niệm ngày thành lập"}
    client.post(at("add_holiday"), sent)
    day = Holiday.objects.get()
    client.post(at("change_holiday", day.pk), sent | {"day": "09/07/2026"})
    day.refresh_from_db()
    assert day.day == date(2026, 7, 9)
    client.post(at("delete_holiday", day.pk))
    assert not Holiday.objects.exists()
    assert Removal.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"day": "31/02/2026"}, "day"),
        ({"day": "17/02/2026"}, "day"),  # in the table already
        ({"kind": "working"}, "kind"),  # a Wednesday
        ({"name": " "}, "name"),
    ],
)
def test_a_wrong_day_is_refused_at_its_field(
    client: Client, keeper: User, sent: dict[str, str], field: str
) -> None:
    Holiday.objects.create(locality=keeper.locality, day=TET, name="Tết")
    right = {"day": "08/07/2026", "kind": "off", "name": "Nghỉ"}
    answer = client.post(at("add_holiday"), right | sent)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    assert Holiday.objects.count() == 1


@pytest.mark.parametrize("asked", ["", "x", "99", "1800", "9999", "20265", "٢٠٢٦"])
def test_a_year_that_cannot_be_is_this_year(client: Client, keeper: User, asked: str) -> None:
    assert year(client, asked).status_code == 200


def test_everybody_reads_and_only_the_administrator_writes(client: Client, office: Agency) -> None:
    client.force_login(samples.person(Role.COORDINATOR, office))
    page = year(client).content.decode()
    assert "Tết Nguyên Đán" in page
    assert "de-xuat" not in page
    assert client.post(at("confirm_holidays", 2026), {"days": [str(TET)]}).status_code == 403


def test_a_year_has_all_its_days_each_under_its_day_of_the_week() -> None:
    days = [Holiday(day=row.day, kind=row.kind, name=row.name) for row in proposed(2026)]
    months = months_of(2026, days, today=TET)
    cells = [cell for month in months for week in month.weeks for cell in week if cell]
    assert [cell.day for cell in cells] == sorted({cell.day for cell in cells})
    assert len(cells) == 365
    for month in months:
        for week in month.weeks:
            assert [cell.day.weekday() if cell else place for place, cell in enumerate(week)] == [
                *range(7)
            ]
    looks = {cell.day: cell.look for cell in cells}
    assert looks[TET] == "holiday"
    assert looks[date(2026, 8, 22)] == "worked"
    assert looks[date(2026, 8, 23)] == "rest"
    assert [cell.day for cell in cells if cell.today] == [TET]
    assert {row.kind for row in days} == set(HolidayKind)
