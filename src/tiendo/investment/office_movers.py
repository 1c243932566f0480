"""What of investment goes from an office that ends to its successor: what is still on the list, what goes on."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.moving import Act, OfficeMover, Piece, Result, point_at_new, point_back
from tiendo.investment.models import CallProject, InvestorCase

Open = Callable[[], QuerySet[Any]]


def _of(rows: Open, offices: Sequence[int], _day: date) -> QuerySet[Any]:
    return rows().filter(agency__in=offices).order_by("agency", "pk")


def _rows(rows: Open, pieces: Sequence[Piece]) -> dict[int, Any]:
    return rows().select_for_update().in_bulk([piece.row for piece in pieces])


def _move(rows: Open, pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    return point_at_new(pieces, _rows(rows, pieces), set(), lambda row: (row.pk,), act)


def _put_back(rows: Open, pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    return point_back(pieces, _rows(rows, pieces), act)


def _mover(name: str, title: Promise, rows: Open) -> OfficeMover:
    return OfficeMover(
        name=name,
        title=title,
        office="agency_id",
        rows=partial(_of, rows),
        label=str,
        move=partial(_move, rows),
        put_back=partial(_put_back, rows),
    )


CALLS = _mover(
    "investment-calls",
    _("projects that investors are still called for"),
    lambda: CallProject.objects.filter(left_on=None),
)
CASES = _mover("investors-cases", _("investors' cases that go on"), InvestorCase.objects.open)
