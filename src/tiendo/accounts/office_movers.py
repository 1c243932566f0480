"""What people hold in an office that ends: roles, and offices in the charge of leaders.

A stand-in and a sign-in slip belong to persons and go with them; they are tied to no office.
"""

from collections.abc import Iterable, Sequence
from copy import copy
from datetime import date, timedelta
from typing import TypeVar

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tiendo.accounts.models import Charge, Membership
from tiendo.agencies.models import Agency
from tiendo.agencies.moving import Act, OfficeMover, Piece, Result, offices_of
from tiendo.history import services as history

Row = TypeVar("Row", Membership, Charge)
Place = tuple[int, int | None, str]  # who, in which office, what
ONE_DAY = timedelta(days=1)


def _memberships(offices: Sequence[int], day: date) -> QuerySet[Membership]:
    rows = Membership.objects.not_over(day).filter(agency__in=offices)
    return rows.select_related("user", "agency__locality")


def _charges(offices: Sequence[int], day: date) -> QuerySet[Charge]:
    rows = Charge.objects.not_over(day).filter(agency__in=offices)
    return rows.select_related("leader__locality", "agency")


def _move_memberships(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    rows = _memberships_of([piece.row for piece in pieces])
    people = {row.user_id for row in rows.values()}
    there = Membership.objects.filter(user__in=people, agency__in=[each.new for each in pieces])
    return _moved(pieces, rows, there.select_related("user", "agency__locality"), act)


def _memberships_of(keys: Sequence[int]) -> dict[int, Membership]:
    return Membership.objects.select_related("user", "agency__locality").in_bulk(keys)


def _move_charges(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    rows = _charges_of([piece.row for piece in pieces])
    leaders = {row.leader_id for row in rows.values()}
    there = Charge.objects.filter(leader__in=leaders, agency__in=[each.new for each in pieces])
    return _moved(pieces, rows, there.select_related("leader__locality", "agency"), act)


def _charges_of(keys: Sequence[int]) -> dict[int, Charge]:
    return Charge.objects.select_related("leader__locality", "agency").in_bulk(keys)


def _what(row: Membership | Charge) -> Place:
    """Who holds what in which office."""
    if isinstance(row, Membership):
        return (row.user_id, row.agency_id, row.role)
    return (row.leader_id, row.agency_id, row.words)


def _moved(
    pieces: Sequence[Piece], rows: dict[int, Row], there: Iterable[Row], act: Act
) -> dict[int, Result]:
    """End what is held in the old office the day before and let it begin in the new one, where it is not held yet.

    `there` is what these people hold, or held, in the new offices. Of a row that is gone nothing is answered.
    """
    here: dict[Place, Row] = {_what(row): row for row in there}
    known = [copy(row) for row in (*rows.values(), *here.values())]
    offices, results = offices_of(pieces), {}
    made: dict[int, Row] = {}
    for piece in pieces:
        row = rows.get(piece.row)
        if row is None or row.agency_id != piece.old:
            continue
        new = _beginning(row, offices[piece.new], act.day)
        held = here.setdefault(_what(new), new)
        if held is new or _is_over(held, act.day):
            made[piece.row] = _again(held, new)
        results[piece.row] = Result(True, {"last": _text(row.valid_to)})
        row.valid_to = act.day - ONE_DAY  # what was to begin later never does
    history.save_all([*rows.values(), *made.values()], known=known, **act.why)
    for key, held in made.items():
        results[key].after["made"] = held.pk
    return results


def _again(held: Row, new: Row) -> Row:
    """What a hand-over that was put back began and ended begins again."""
    held.valid_from, held.valid_to = new.valid_from, new.valid_to
    return held


def _is_over(row: Membership | Charge, day: date) -> bool:
    return row.valid_to is not None and row.valid_to < day


def _beginning(row: Row, office: Agency, day: date) -> Row:
    new = copy(row)
    new._state = copy(row._state)
    new.pk, new.agency = None, office
    new.valid_from = max(row.valid_from or day, day)
    return new


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _back(
    pieces: Sequence[Piece], rows: dict[int, Row], made: dict[int, Row], act: Act
) -> dict[int, Result]:
    """Let it be held in the old office as before, and in the new one until yesterday."""
    known = [copy(row) for row in (*rows.values(), *made.values())]
    results = {}
    for piece in pieces:
        if (row := rows.get(piece.row)) is not None:
            last = piece.after.get("last")
            row.valid_to = date.fromisoformat(last) if last else None
        results[piece.row] = Result(row is not None)
    for begun in made.values():
        begun.valid_to = act.day - ONE_DAY
    history.save_all([*rows.values(), *made.values()], known=known, **act.why)
    return results


def _put_memberships_back(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    rows = _memberships_of([piece.row for piece in pieces])
    return _back(pieces, rows, _memberships_of(_made(pieces)), act)


def _put_charges_back(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    rows = _charges_of([piece.row for piece in pieces])
    return _back(pieces, rows, _charges_of(_made(pieces)), act)


def _made(pieces: Iterable[Piece]) -> list[int]:
    return [piece.after["made"] for piece in pieces if "made" in piece.after]


ROLES = OfficeMover(
    name="roles",
    title=_("Roles of people"),
    office="agency_id",
    rows=_memberships,
    label=lambda row: f"{row.user}: {row.get_role_display()}",
    move=_move_memberships,
    put_back=_put_memberships_back,
)
CHARGES = OfficeMover(
    name="charges",
    title=_("Offices in the charge of leaders"),
    office="agency_id",
    rows=_charges,
    label=lambda row: f"{row.leader}: {row}",
    move=_move_charges,
    put_back=_put_charges_back,
)
