"""What of the electricity-safety plan goes from an office that ends to its successor: the work that is not done."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.moving import Act, OfficeMover, Piece, Result, point_at_new, point_back
from tiendo.energy.models import SafetyItem


def _open(offices: Sequence[int], _day: date) -> QuerySet[SafetyItem]:
    return SafetyItem.objects.open().filter(agency__in=offices)


def _rows(pieces: Sequence[Piece]) -> dict[int, SafetyItem]:
    rows = SafetyItem.objects.open().select_for_update()
    return rows.in_bulk([piece.row for piece in pieces])


def _place(item: SafetyItem) -> tuple[int, str, str]:
    return item.agency_id, item.plan, item.title


def _move(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    there = SafetyItem.objects.filter(agency__in={piece.new for piece in pieces})
    return point_at_new(pieces, _rows(pieces), {_place(item) for item in there}, _place, act)


def _put_back(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    return point_back(pieces, _rows(pieces), act)


SAFETY = OfficeMover(
    name="electricity-safety",
    title=_("electricity-safety work that is not done"),
    office="agency_id",
    rows=_open,
    label=str,
    move=_move,
    put_back=_put_back,
)
