"""What is refused of support, events and contacts, and what is counted of them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from tests.tiendo import samples
from tests.tiendo.legal_rules.cases import NO_LAW, legal_cases
from tiendo.agencies.models import Agency, Kind
from tiendo.registers.register import Register
from tiendo.support.models import (
    ContactOutcome,
    Helped,
    PromotionContact,
    PromotionEvent,
    SupportGiven,
    SupportKind,
    SupportOutcome,
)
from tiendo.support.plausible import faults_of_contact, faults_of_event, faults_of_support
from tiendo.support.registers import CONTACTS, EVENTS, SUPPORT

TODAY = date(2024, 12, 2)
DAY, TO_COME = date(2024, 5, 12), TODAY + timedelta(1)
TRAINED = {"whom": "Cơ sở A", "kind": SupportKind.TRAINING, "given_on": DAY}


@legal_cases(
    ("said", "faults"),
    {
        NO_LAW: [
            ({}, []),
            ({"given_on": TODAY}, []),
            ({"given_on": TO_COME}, [("given_on", False)]),
            ({"satisfied": "yes"}, [("satisfied", False)]),
            ({"satisfied": "no", "outcome": SupportOutcome.DONE}, []),
            ({"outcome": SupportOutcome.NOTHING}, [("result", False)]),
            ({"outcome": SupportOutcome.NOTHING, "result": "Rút hồ sơ"}, []),
            ({"kind": SupportKind.PROMOTION_FILE}, []),
            ({"kind": SupportKind.PROMOTION_FILE, "whom_kind": Helped.INVESTOR}, []),
        ],
        "promotion-for-no-idea": [
            ({"kind": SupportKind.PROMOTION_FILE, "whom_kind": Helped.IDEA}, [("kind", True)]),
            ({"kind": SupportKind.PROMOTION_FILE, "whom_kind": Helped.ESTABLISHMENT}, []),
        ],
    },
)
def test_support_is_refused_where_it_cannot_be_so(said, faults):
    found = faults_of_support(SupportGiven(**TRAINED | said), TODAY)
    assert [(each.field, each.unless_reason) for each in found] == faults


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ({}, []),
        ({"held_on": TO_COME}, []),
        ({"held_on": TO_COME, "enterprises": 40, "result": "Tốt"}, ["enterprises", "result"]),
        ({"ended_on": DAY - timedelta(1)}, ["ended_on"]),
        ({"ended_on": DAY}, []),
    ],
)
def test_an_event_to_come_has_no_results(said, faults):
    event = PromotionEvent(**{"name": "Hội nghị", "kind": "meeting", "held_on": DAY} | said)
    assert [each.field for each in faults_of_event(event, TODAY)] == faults


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ({}, []),
        ({"contacted_on": TO_COME}, ["contacted_on"]),
        ({"capital": Decimal(-1)}, ["capital"]),
        ({"capital": Decimal(0)}, []),
        ({"outcome": ContactOutcome.NOTHING}, ["result"]),
        ({"outcome": ContactOutcome.NOTHING, "result": "Chọn nơi khác"}, []),
    ],
)
def test_a_contact_is_refused_where_it_cannot_be_so(said, faults):
    contact = PromotionContact(**{"name": "Công ty A", "contacted_on": DAY} | said)
    assert [each.field for each in faults_of_contact(contact, TODAY)] == faults


@pytest.fixture
def office(db) -> Agency:
    return samples.agency(samples.locality())


@pytest.fixture
def commune(office) -> Agency:
    return samples.agency(office.locality, "Ủy ban nhân dân xã An", kind=Kind.COMMUNE)


def figures(register: Register, year: int) -> dict[str, object]:
    """The figures of a year that are not nothing."""
    said = {each.slug: each.value(register.rows.all(), year) for each in register.measures}
    return {slug: figure for slug, figure in said.items() if figure}


def support(office: Agency, commune: Agency, whom: str, **facts: object) -> SupportGiven:
    facts = {"kind": SupportKind.DOSSIER, "given_on": DAY} | facts
    return SupportGiven.objects.create(
        locality=office.locality, agency=office, commune=commune, whom=whom, **facts
    )


def test_who_was_helped_twice_is_one_who_was_helped(office, commune):
    support(office, commune, "Cơ sở A")
    support(office, commune, "Cơ sở A", kind=SupportKind.TRAINING)
    support(office, commune, "Hộ B", whom_kind=Helped.HOUSEHOLD, outcome="done", satisfied="yes")
    support(office, commune, "Nhà đầu tư C", whom_kind=Helped.INVESTOR, kind=SupportKind.INVESTMENT)
    support(office, commune, "Cơ sở D", given_on=date(2023, 5, 5))
    assert figures(SUPPORT, 2024) == {
        "co-so": 2,
        "nha-dau-tu": 1,
        "luot": 4,
        "ho-so": 2,
        "dau-tu": 1,
        "tap-huan": 1,
        "duoc-hoi": 1,
        "hai-long": 1,
    }
    assert figures(SUPPORT, 2023) == {"co-so": 1, "luot": 1, "ho-so": 1}


def test_contacts_that_led_to_something_are_counted_with_their_capital(office):
    home = {"locality": office.locality, "agency": office}
    event = PromotionEvent.objects.create(
        name="Hội nghị", kind="meeting", held_on=DAY, enterprises=46, **home
    )
    outcomes = (ContactOutcome.OPEN, ContactOutcome.VISITED, ContactOutcome.INVESTED)
    for place, outcome in enumerate(outcomes):
        PromotionContact.objects.create(
            event=event if place else None,
            name=f"Công ty {place}",
            contacted_on=DAY,
            interest="Kho lạnh",
            capital=None if place == 0 else Decimal("1500.5"),
            outcome=outcome,
            **home,
        )
    assert figures(EVENTS, 2024) == {"su-kien": 1, "doanh-nghiep-du": 46}
    assert figures(CONTACTS, 2024) == {
        "lien-he": 3,
        "co-ket-qua": 2,
        "da-dau-tu": 1,
        "von-quan-tam": Decimal("3001.000"),
    }


def test_the_database_refuses_what_must_never_be(office, commune):
    home = {"locality": office.locality, "agency": office}
    support(office, commune, "Cơ sở A")
    impossible = (
        lambda: support(office, commune, "Cơ sở A"),
        lambda: support(office, commune, "Cơ sở B", satisfied="yes"),
        lambda: PromotionEvent.objects.create(
            name="Hội chợ", kind="trade", held_on=DAY, ended_on=DAY - timedelta(1), **home
        ),
        lambda: PromotionContact.objects.create(
            name="C", contacted_on=DAY, interest="x", capital=Decimal(-1), **home
        ),
    )
    for deed in impossible:
        with pytest.raises(IntegrityError), transaction.atomic():
            deed()
