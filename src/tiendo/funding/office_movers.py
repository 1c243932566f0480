"""What of the money goes from an office that ends to its successor: what it still has to spend."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.moving import Act, OfficeMover, Piece, Result, point_at_new, point_back
from tiendo.funding.models import Allocation


def _open(offices: Sequence[int], day: date) -> QuerySet[Allocation]:
    """Money of this year and of years to come; who spent that of earlier years stays known."""
    return Allocation.objects.filter(agency__in=offices, year__gte=day.year).order_by(
        "agency", "pk"
    )


def _rows(pieces: Sequence[Piece]) -> dict[int, Allocation]:
    return Allocation.objects.select_for_update().in_bulk([piece.row for piece in pieces])


def _move(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    return point_at_new(pieces, _rows(pieces), set(), lambda row: (row.pk,), act)


def _put_back(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    return point_back(pieces, _rows(pieces), act)


MONEY = OfficeMover(
    name="allocations",
    title=_("money that is still to be spent"),
    office="agency_id",
    rows=_open,
    label=str,
    move=_move,
    put_back=_put_back,
)
