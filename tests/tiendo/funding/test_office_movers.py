"""Money still to be spent goes over with its office, and comes back."""

from datetime import date

import pytest
from django.utils import timezone

from tests.tiendo import samples
from tests.tiendo.funding.money import allocation
from tiendo.agencies.moving import Act, Piece, office_movers
from tiendo.funding.office_movers import MONEY
from tiendo.history.models import Change

DAY = date(2025, 7, 1)


@pytest.mark.django_db
def test_money_of_the_year_goes_to_the_successor_and_that_of_the_past_stays() -> None:
    old = samples.agency(samples.locality(), "Phòng cũ")
    new = samples.agency(old.locality, "Phòng mới")
    allocation(old.locality, agency=old, year=2024)
    row = allocation(old.locality, agency=old, year=2025)
    allocation(old.locality, agency=new, year=2025)
    assert list(MONEY.rows([old.pk], DAY)) == [row]
    assert getattr(row, MONEY.office) == old.pk
    piece, act = Piece(row.pk, old.pk, new.pk), Act(DAY, None, timezone.now(), "Sáp nhập")
    assert MONEY.move([piece], act)[row.pk].there
    row.refresh_from_db()
    assert row.agency == new
    assert Change.objects.get().reason == "Sáp nhập"
    assert MONEY.put_back([piece], act)[row.pk].there
    row.refresh_from_db()
    assert row.agency == old


def test_money_is_among_what_is_handed_over() -> None:
    assert MONEY in list(office_movers())
