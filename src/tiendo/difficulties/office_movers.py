"""What goes from an office that ends to its successor: difficulties it has not answered, petitions not decided."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.moving import Act, OfficeMover, Piece, Result, point_at_new, point_back
from tiendo.difficulties.models import Difficulty, Petition

Rows = QuerySet[Any]


def _difficulties() -> Rows:
    return Difficulty.objects.open()


def _petitions() -> Rows:
    return Petition.objects.filter(decided_on=None)


def _open(asked: Any, offices: Sequence[int], _day: date) -> Rows:
    return asked().filter(agency__in=offices).order_by("agency", "pk")


def _held(asked: Any, pieces: Sequence[Piece]) -> dict[int, Any]:
    return asked().select_for_update().in_bulk([piece.row for piece in pieces])


def _move(asked: Any, pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    return point_at_new(pieces, _held(asked, pieces), set(), lambda row: (row.pk,), act)


def _put_back(asked: Any, pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    return point_back(pieces, _held(asked, pieces), act)


DIFFICULTIES = OfficeMover(
    name="difficulties",
    title=_("difficulties that are not answered"),
    office="agency_id",
    rows=partial(_open, _difficulties),
    label=str,
    move=partial(_move, _difficulties),
    put_back=partial(_put_back, _difficulties),
)
PETITIONS = OfficeMover(
    name="petitions",
    title=_("petitions that are not decided"),
    office="agency_id",
    rows=partial(_open, _petitions),
    label=str,
    move=partial(_move, _petitions),
    put_back=partial(_put_back, _petitions),
)
