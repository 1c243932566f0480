"""The figures an office is asked for are asked of its successor, and of the office itself when that is put back."""

from datetime import date

from django.utils import timezone

from tests.tiendo import samples
from tests.tiendo.indicators.conftest import Ground
from tiendo.agencies.moving import Act, Piece, office_movers
from tiendo.history.models import Change
from tiendo.indicators.office_movers import FIGURES

ACT = Act(date(2025, 7, 1), None, timezone.now(), "Sắp xếp bộ máy")


def test_the_successor_is_asked_and_the_old_office_again_when_it_is_put_back(ground: Ground):
    row = ground.indicator("viec-lam")
    successor = samples.agency(ground.plan.locality, "Phòng Kinh tế")
    assert FIGURES in list(office_movers())
    assert list(FIGURES.rows([ground.office.pk], ACT.day)) == [row]
    pieces = [Piece(row.pk, ground.office.pk, successor.pk)]
    assert FIGURES.move(pieces, ACT)[row.pk].there
    row.refresh_from_db()
    assert row.source_agency == successor
    assert Change.objects.filter(reason="Sắp xếp bộ máy", cause="succession").exists()
    assert FIGURES.put_back(pieces, ACT)[row.pk].there
    row.refresh_from_db()
    assert row.source_agency == ground.office


def test_an_indicator_that_asks_another_office_by_now_stays(ground: Ground):
    row = ground.indicator("viec-lam")
    other = samples.agency(ground.plan.locality, "Phòng Nông nghiệp")
    pieces = [Piece(row.pk, other.pk, ground.office.pk)]
    assert not FIGURES.move(pieces, ACT)[row.pk].there
