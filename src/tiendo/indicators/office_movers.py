"""What goes from an office that ends to its successor: the figures it is asked for."""

from collections.abc import Sequence
from copy import copy
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.moving import Act, OfficeMover, Piece, Result, offices_of
from tiendo.history import services as history
from tiendo.indicators.models import Indicator


def _rows(offices: Sequence[int], _day: date) -> QuerySet[Indicator]:
    rows = Indicator.objects.filter(source_agency__in=offices)
    return rows.order_by("source_agency", "fold", "pk")


def _point(pieces: Sequence[Piece], act: Act, *, back: bool) -> dict[int, Result]:
    """Let indicators ask the new office, or the old one again; one that asks another office by now stays."""
    rows = Indicator.objects.select_for_update().in_bulk([piece.row for piece in pieces])
    known, offices = [copy(row) for row in rows.values()], offices_of(pieces)
    results, going = {}, []
    for piece in pieces:
        source, aim = (piece.new, piece.old) if back else (piece.old, piece.new)
        row = rows.get(piece.row)
        here = row is not None and row.source_agency_id == source
        results[piece.row] = Result(here)
        if row is not None and here:
            row.source_agency = offices[aim]
            going.append(row)
    history.save_all(going, known=known, **act.why)
    return results


def _move(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    return _point(pieces, act, back=False)


def _put_back(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    return _point(pieces, act, back=True)


FIGURES = OfficeMover(
    name="figures",
    title=_("figures that the office is asked for"),
    office="source_agency_id",
    rows=_rows,
    label=str,
    move=_move,
    put_back=_put_back,
)
