"""Calendars and kept ways of looking of an office that ends: they show the work of its successor."""

import re
from collections.abc import Sequence
from copy import copy
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.moving import (
    Act,
    OfficeMover,
    Piece,
    Result,
    offices_of,
    point_at_new,
    point_back,
)
from tiendo.desk.models import CalendarFeed, SavedView
from tiendo.history import services as history


def _feeds(offices: Sequence[int], day: date) -> QuerySet[CalendarFeed]:
    rows = CalendarFeed.objects.filter(agency__in=offices)
    return rows.select_related("user__locality", "agency").order_by("pk")


def _feeds_of(pieces: Sequence[Piece]) -> dict[int, CalendarFeed]:
    rows = CalendarFeed.objects.select_related("user__locality", "agency")
    return rows.in_bulk([piece.row for piece in pieces])


def _move_feeds(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    rows = _feeds_of(pieces)
    people = {row.user_id for row in rows.values()}
    there = CalendarFeed.objects.filter(user__in=people, agency__in=[each.new for each in pieces])
    taken: set[tuple[Any, ...]] = set(there.values_list("user", "agency"))
    return point_at_new(pieces, rows, taken, lambda row: (row.user_id, row.agency_id), act)


def _put_feeds_back(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    return point_back(pieces, _feeds_of(pieces), act)


def _views(offices: Sequence[int], day: date) -> QuerySet[SavedView]:
    rows = SavedView.objects.filter(agency__in=offices)
    return rows.select_related("user__locality", "agency").order_by("pk")


def _views_of(pieces: Sequence[Piece]) -> dict[int, SavedView]:
    rows = SavedView.objects.select_related("user__locality", "agency")
    return rows.in_bulk([piece.row for piece in pieces])


def _move_views(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    return _looked_at(pieces, _views_of(pieces), act, back=False)


def _put_views_back(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    return _looked_at(pieces, _views_of(pieces), act, back=True)


def _looked_at(
    pieces: Sequence[Piece], rows: dict[int, SavedView], act: Act, *, back: bool
) -> dict[int, Result]:
    """Share views in the other office, and narrow to it those that were narrowed to this one."""
    known, results, offices = [copy(row) for row in rows.values()], {}, offices_of(pieces)
    for piece in pieces:
        before, after = (piece.new, piece.old) if back else (piece.old, piece.new)
        row = rows.get(piece.row)
        results[piece.row] = Result(row is not None and row.agency_id == before)
        if row is not None and row.agency_id == before:
            row.agency = offices[after]
            row.query = re.sub(rf"\boffice={before}\b", f"office={after}", row.query)
    history.save_all(list(rows.values()), known=known, **act.why)
    return results


FEEDS = OfficeMover(
    name="feeds",
    title=_("Calendars of the office"),
    office="agency_id",
    rows=_feeds,
    label=lambda row: str(row.user),
    move=_move_feeds,
    put_back=_put_feeds_back,
)
VIEWS = OfficeMover(
    name="views",
    title=_("Kept ways of looking that the office shares"),
    office="agency_id",
    rows=_views,
    label=lambda row: row.name,
    move=_move_views,
    put_back=_put_views_back,
)
