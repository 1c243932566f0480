"""What is refused or doubted of activities, what is counted, and who enters them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.tiendo import samples
from tiendo.accounts.models import Role
from tiendo.agencies.models import Agency, Kind
from tiendo.outreach.models import Activity
from tiendo.outreach.plausible import check
from tiendo.outreach.registers import ACTIVITIES
from tiendo.registers.register import Setting

TODAY, DAY = date(2024, 12, 2), date(2024, 5, 10)
SETTING, TO_COME = Setting(TODAY), TODAY + timedelta(1)


@pytest.fixture
def office(db) -> Agency:
    return samples.agency(samples.locality())


@pytest.fixture
def commune(office) -> Agency:
    return samples.agency(office.locality, "Ủy ban nhân dân xã An", kind=Kind.COMMUNE)


def activity(office: Agency, title: str = "Hội nghị", **facts) -> Activity:
    facts = {"form": "conference", "theme": "scheme", "audience": "people", "held_on": DAY} | facts
    return Activity.objects.create(locality=office.locality, agency=office, title=title, **facts)


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ({"people": 0}, []),
        ({}, [("people", True)]),
        ({"people": 9, "held_on": TO_COME}, [("held_on", False)]),
        ({"people": 9, "ended_on": DAY - timedelta(1)}, [("ended_on", False)]),
        ({"people": 9, "enterprises": 10}, [("enterprises", True)]),
        ({"people": 9, "enterprises": 10, "form": "online"}, []),
        ({"form": "leaflet", "people": 9}, [("copies", False)]),
        ({"form": "leaflet", "copies": 800}, []),
        ({"people": 9, "cost": Decimal(-1)}, [("cost", False)]),
    ],
)
def test_an_activity_was_held_and_says_whom_it_reached(said, faults):
    row = Activity(**{"form": "conference", "theme": "scheme", "held_on": DAY} | said)
    assert [(each.field, each.unless_reason) for each in check(row, SETTING)] == faults


def test_figures_tell_the_scheme_from_trade_and_count_forms_and_communes(office, commune):
    activity(office, people=60, audience="members")
    activity(commune, "Phát loa", form="radio", sessions=12, commune=commune)
    activity(
        commune, "Phát loa", form="radio", sessions=8, held_on=DAY + timedelta(30), commune=commune
    )
    activity(office, "Sàn", form="course", theme="e-commerce", people=30, enterprises=20, cost=18)
    activity(office, "Năm trước", people=5, held_on=date(2023, 5, 5))
    said = {each.slug: each.value(ACTIVITIES.rows.all(), 2024) for each in ACTIVITIES.measures}
    assert {slug: figure for slug, figure in said.items() if figure} == {
        **{"tuyen-truyen": 3, "nguoi-tuyen-truyen": 60, "hinh-thuc": 2, "xa-tuyen-truyen": 1},
        **{"luot-phat": 20, "doan-the": 1, "hoi-nhap": 1, "thuong-mai-dien-tu": 1},
        **{"doanh-nghiep-hoi-nhap": 20, "chi-phi": 18},
    }


def test_an_organisation_enters_what_it_held_without_keeping_the_register(office, settings):
    settings.TODAY = TODAY.isoformat()
    front = samples.agency(office.locality, "Ủy ban Mặt trận Tổ quốc", kind=Kind.ORGANISATION)
    at = Client()
    at.force_login(samples.person(Role.REPORTER, front))
    typed = {
        **{"title": "Sinh hoạt hội viên", "form": "conference", "theme": "scheme"},
        **{"audience": "members", "agency": front.pk, "held_on": "10/05/2024", "people": "40"},
    }
    answer = at.post("/so/truyen-thong-hoi-nhap/them/", typed)
    assert answer.status_code == 302, answer.context["form"].errors
    assert Activity.objects.get().agency == front
    assert (
        at.post("/so/truyen-thong-hoi-nhap/them/", typed | {"agency": office.pk}).status_code == 422
    )


def test_the_database_refuses_what_must_never_be(office):
    activity(office)
    impossible = (
        lambda: activity(office),
        lambda: activity(office, "B", ended_on=DAY - timedelta(1)),
        lambda: activity(office, "C", cost=-1),
    )
    for deed in impossible:
        with pytest.raises(IntegrityError), transaction.atomic():
            deed()
