"""Help in hand, events to be reported on and contacts being followed go over with their office, and come back."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from tests.tiendo import samples
from tiendo.agencies.models import Agency
from tiendo.agencies.moving import Act, OfficeMover, Piece, office_movers
from tiendo.support.models import PromotionContact, PromotionEvent, SupportGiven
from tiendo.support.office_movers import CONTACTS, EVENTS, GIVEN

DAY = date(2025, 7, 1)
Stored = Callable[..., Any]


def given(office: Agency, **facts: Any) -> SupportGiven:
    said = {"whom": "Cơ sở Ví Dụ", "kind": "dossier", "given_on": date(2025, 6, 2)} | facts
    return SupportGiven.objects.create(
        locality=office.locality, commune=office, agency=office, **said
    )


def event(office: Agency, **facts: Any) -> PromotionEvent:
    said = {"name": "Hội chợ Ví Dụ", "kind": "trade", "held_on": date(2025, 6, 2)} | facts
    return PromotionEvent.objects.create(locality=office.locality, agency=office, **said)


def contact(office: Agency, **facts: Any) -> PromotionContact:
    said = {"name": "Công ty Ví Dụ", "interest": "kho", "contacted_on": date(2025, 6, 2)} | facts
    return PromotionContact.objects.create(locality=office.locality, agency=office, **said)


CASES = [
    pytest.param(GIVEN, given, {"whom": "Cơ sở Xong", "outcome": "done"}, id="support"),
    pytest.param(EVENTS, event, {"name": "Hội chợ cũ", "result": "Đã ký"}, id="events"),
    pytest.param(CONTACTS, contact, {"name": "Công ty xong", "outcome": "nothing"}, id="contacts"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("mover", "stored", "over"), CASES)
def test_what_is_open_goes_to_the_successor_and_what_is_over_stays(
    mover: OfficeMover, stored: Stored, over: dict[str, str]
) -> None:
    old = samples.agency(samples.locality(), "Phòng cũ")
    new = samples.agency(old.locality, "Phòng mới")
    stored(old, **over)
    row = stored(old)
    assert list(mover.rows([old.pk], DAY)) == [row]
    piece, act = Piece(row.pk, old.pk, new.pk), Act(DAY, None, timezone.now(), "Sáp nhập")
    assert mover.move([piece], act)[row.pk].there
    row.refresh_from_db()
    assert row.agency == new
    assert mover.put_back([piece], act)[row.pk].there
    row.refresh_from_db()
    assert row.agency == old


@pytest.mark.parametrize("mover", [GIVEN, EVENTS, CONTACTS], ids=lambda each: each.name)
def test_they_are_among_what_is_handed_over(mover: OfficeMover) -> None:
    assert mover in list(office_movers())
