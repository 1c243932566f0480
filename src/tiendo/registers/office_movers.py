"""Rows that lie in a commune, and registers that an office keeps: they go to who follows the office.

All rows of a commune go, closed ones too: the area is what follows, and with it what stands there.
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from datetime import date
from functools import partial
from typing import Any

from django.db.models import QuerySet, UniqueConstraint
from django.utils.functional import Promise
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
from tiendo.history import services as history
from tiendo.registers.models import Keeper
from tiendo.registers.register import REGISTERS, Register
from tiendo.registers.services import folded

LONGEST_NAME = 20
Place = tuple[Any, ...]  # what only one row of a commune may have


def register_movers() -> Iterator[OfficeMover]:
    """A mover for every register whose rows name the commune they lie in."""
    yield from (mover_of(each) for each in REGISTERS.values() if _names_commune(each))


def _names_commune(register: Register) -> bool:
    return bool(register.place) and "__" not in register.place


def mover_of(register: Register) -> OfficeMover:
    """How the rows of a register go from a commune that ends to the one that follows."""
    title: Promise = register.model._meta.verbose_name_plural
    return OfficeMover(
        name=register.slug[:LONGEST_NAME],
        title=title,
        office=f"{register.place}_id",
        rows=partial(_rows, register),
        label=str,
        move=partial(_go, register),
        put_back=partial(_come_back, register),
    )


def _rows(register: Register, offices: Sequence[int], _day: date) -> QuerySet[Any]:
    rows = register.rows.filter(**{f"{register.place}__in": offices})
    return rows.order_by(register.place, "pk")


def _go(register: Register, pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    return _placed(register, {piece.row: (piece.old, piece.new) for piece in pieces}, pieces, act)


def _come_back(register: Register, pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    return _placed(register, {piece.row: (piece.new, piece.old) for piece in pieces}, pieces, act)


def _placed(
    register: Register, ways: dict[int, tuple[int, int]], pieces: Sequence[Piece], act: Act
) -> dict[int, Result]:
    """Let rows lie in the other commune; one that moved since, or whose like is there already, stays."""
    rows = register.rows.select_related("locality").in_bulk(list(ways))
    known, offices = [copy(row) for row in rows.values()], offices_of(pieces)
    taken = set(_taken(register, {there for _here, there in ways.values()}))
    going = []
    for key, row in rows.items():
        here, there = ways[key]
        if getattr(row, f"{register.place}_id") != here:
            continue
        setattr(row, register.place, offices[there])
        wanted = set(_places(register, row))
        if wanted & taken:
            setattr(row, register.place, offices[here])
            continue
        taken |= wanted
        row.fold = folded(register, row)
        going.append(row)
    history.save_all(going, known=known, **act.why)
    gone = {row.pk for row in going}
    return {key: Result(key in gone) for key in ways}


def _unique(register: Register) -> list[tuple[str, ...]]:
    """The fields that only one row of a commune may have alike."""
    rules = register.model._meta.constraints
    found = [tuple(each.fields) for each in rules if isinstance(each, UniqueConstraint)]
    return [names for names in found if register.place in names]


def _taken(register: Register, communes: Iterable[int]) -> Iterator[Place]:
    there = register.model._default_manager.filter(**{f"{register.place}__in": communes})
    for names in _unique(register):
        yield from ((names, *values) for values in there.values_list(*names))


def _places(register: Register, row: Any) -> Iterator[Place]:
    for names in _unique(register):
        fields = [register.model._meta.get_field(name) for name in names]
        yield (names, *(getattr(row, field.attname) for field in fields))


def _keepers(offices: Sequence[int], _day: date) -> QuerySet[Keeper]:
    return Keeper.objects.filter(agency__in=offices).select_related("agency").order_by("pk")


def _keepers_of(pieces: Sequence[Piece]) -> dict[int, Keeper]:
    rows = Keeper.objects.select_related("agency", "locality")
    return rows.in_bulk([piece.row for piece in pieces])


def _move_keepers(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    there = Keeper.objects.filter(agency__in=[piece.new for piece in pieces])
    taken: set[Place] = set(there.values_list("register", "agency"))
    rows = _keepers_of(pieces)
    return point_at_new(pieces, rows, taken, lambda row: (row.register, row.agency_id), act)


def _put_keepers_back(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    return point_back(pieces, _keepers_of(pieces), act)


def _kept(row: Keeper) -> str:
    register = REGISTERS.get(row.register)
    return register.title if register else row.register


KEEPERS = OfficeMover(
    name="keepers",
    title=_("Registers that the office keeps"),
    office="agency_id",
    rows=_keepers,
    label=_kept,
    move=_move_keepers,
    put_back=_put_keepers_back,
)
