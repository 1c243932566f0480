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
from tiendo.agencies.moving import Act, OfficeMover, Piece, Result
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
    rows = _memberships_of(pieces)
    people = {row.user_id for row in rows.values()}
    held = Membership.objects.not_over(act.day).filter(user__in=people)
    taken: set[Place] = {(row.user_id, row.agency_id, row.role) for row in held}
    return _moved(pieces, rows, taken, act)


def _memberships_of(pieces: Iterable[Piece]) -> dict[int, Membership]:
    keys = [piece.row for piece in pieces]
    return Membership.objects.select_related("user", "agency__locality").in_bulk(keys)


def _move_charges(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    rows = _charges_of(pieces)
    leaders = {row.leader_id for row in rows.values()}
    held = Charge.objects.not_over(act.day).filter(leader__in=leaders)
    taken: set[Place] = {(row.leader_id, row.agency_id, row.words) for row in held}
    return _moved(pieces, rows, taken, act)


def _charges_of(pieces: Iterable[Piece]) -> dict[int, Charge]:
    keys = [piece.row for piece in pieces]
    return Charge.objects.select_related("leader__locality", "agency").in_bulk(keys)


def _what(row: Membership | Charge) -> tuple[int, str]:
    """Who holds what, whatever the office."""
    return (row.user_id, row.role) if isinstance(row, Membership) else (row.leader_id, row.words)


def _moved(
    pieces: Sequence[Piece],
    rows: dict[int, Row],
    taken: set[Place],
    act: Act,
) -> dict[int, Result]:
    """End what is held in the old office the day before and let it begin in the new one, where it is not held yet."""
    ended, begun, results = [], {}, {}
    known = [copy(row) for row in rows.values()]
    for piece in pieces:
        row = rows.get(piece.row)
        if row is None or row.agency_id != piece.old:
            results[piece.row] = Result(False)
            continue
        who, what = _what(row)
        if (who, piece.new, what) not in taken:
            taken.add((who, piece.new, what))
            begun[piece.row] = _beginning(row, piece.new, act.day)
        results[piece.row] = Result(True, {"last": _text(row.valid_to)})
        row.valid_to = act.day - ONE_DAY  # what was to begin later never does
        ended.append(row)
    history.save_all(ended, known=known, **act.why)
    for key, new in zip(begun, _added(begun.values(), act), strict=True):
        results[key].after["made"] = new.pk
    return results


def _added(rows: Iterable[Row], act: Act) -> list[Row]:
    return history.add_all(rows, **act.why)


def _beginning(row: Row, office: int, day: date) -> Row:
    new = copy(row)
    new._state = copy(row._state)
    new.pk, new.agency_id = None, office
    new.valid_from = max(row.valid_from or day, day)
    return new


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _back(pieces: Sequence[Piece], rows: dict[int, Row], act: Act) -> dict[int, Result]:
    """Let it be held in the old office as before, and no longer in the new one."""
    known = [copy(row) for row in rows.values()]
    results = {}
    for piece in pieces:
        if (row := rows.get(piece.row)) is not None:
            last = piece.after.get("last")
            row.valid_to = date.fromisoformat(last) if last else None
        results[piece.row] = Result(row is not None)
    history.save_all(list(rows.values()), known=known, **act.why)
    return results


def _put_memberships_back(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    for row in Membership.objects.filter(pk__in=_made(pieces)).select_related("agency__locality"):
        history.erase(row, actor=act.actor, reason=act.reason)
    return _back(pieces, _memberships_of(pieces), act)


def _put_charges_back(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    for row in Charge.objects.filter(pk__in=_made(pieces)).select_related("leader__locality"):
        history.erase(row, actor=act.actor, reason=act.reason)
    return _back(pieces, _charges_of(pieces), act)


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
