"""What of the papers owed goes from an office that ends to its successor: those it has not delivered."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.moving import Act, OfficeMover, Piece, Result, point_at_new, point_back
from tiendo.papers.models import PaperOwed


def _open(offices: Sequence[int], _day: date) -> QuerySet[PaperOwed]:
    return PaperOwed.objects.open().filter(agency__in=offices)


def _rows(pieces: Sequence[Piece]) -> dict[int, PaperOwed]:
    rows = PaperOwed.objects.open().select_for_update()
    return rows.in_bulk([piece.row for piece in pieces])


def _place(paper: PaperOwed) -> tuple[int, str]:
    return paper.agency_id, paper.title


def _move(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    there = PaperOwed.objects.filter(agency__in={piece.new for piece in pieces})
    taken = {_place(paper) for paper in there}
    return point_at_new(pieces, _rows(pieces), taken, _place, act)


def _put_back(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    return point_back(pieces, _rows(pieces), act)


PAPERS = OfficeMover(
    name="papers",
    title=_("papers owed that are not delivered"),
    office="agency_id",
    rows=_open,
    label=str,
    move=_move,
    put_back=_put_back,
)
