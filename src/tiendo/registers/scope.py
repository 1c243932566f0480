"""Who sees and who keeps which rows of a register.

An office of the whole locality sees every row; who works only in communes sees the rows that lie there. Rows are
entered by the office that keeps the register, by a commune those of its own, by a coordinator all.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

from tiendo.accounts.access import Request
from tiendo.accounts.rights import KEEP_ALL, KEEP_REGISTER, READ_REGISTERS, Standing
from tiendo.agencies.models import Agency, Kind
from tiendo.registers.models import Keeper
from tiendo.registers.register import Register, Setting


@dataclass(frozen=True, slots=True)
class Hand:
    """What one person may do in one register.

    `sees` are the communes whose rows the person sees, None for all rows; `keeps` those whose rows the person
    enters, None for all.
    """

    register: Register
    locality_id: int
    sees: frozenset[int] | None
    keeps: frozenset[int] | None
    setting: Setting

    @property
    def may_add(self) -> bool:
        return self.keeps is None or bool(self.keeps)

    def rows(self) -> QuerySet[Any]:
        """The rows the person sees."""
        rows, place = self.register.rows.filter(locality=self.locality_id), self.register.place
        return rows if self.sees is None else rows.filter(**{f"{place}__in": self.sees})

    def writes(self, row: Any) -> bool:
        """Whether the person may change this row."""
        if self.keeps is None:
            return True
        return commune_of(self.register, row) in self.keeps


def commune_of(register: Register, row: Any) -> int | None:
    """The key of the commune a row lies in."""
    value = row
    for step in filter(None, register.place.split("__")):
        value = getattr(value, step, None) if value is not None else None
    return value.pk if register.place and value is not None else None


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the person of a request works: in which communes, only there, and which registers are kept there."""

    communes: frozenset[int]
    only_communes: bool
    keeps: frozenset[str]


def hand_of(request: Request, register: Register) -> Hand:
    """What the person of a request may do in a register; two queries for the first register, none for others."""
    if not hasattr(request, "register_desk"):
        request.register_desk = desk_of(request.standing)  # type: ignore[attr-defined]
    desk: Desk = request.register_desk  # type: ignore[attr-defined]
    return hand_in(register, request.standing, request.today, desk)


def hand_in(register: Register, standing: Standing, today: date, desk: Desk) -> Hand:
    """What somebody with this standing, who works at this desk, may do in a register."""
    sees = desk.communes if desk.only_communes and register.place else None
    keeps: frozenset[int] | None = None
    if not standing.may(KEEP_ALL) and register.slug not in desk.keeps:
        own = desk.communes & standing.offices(KEEP_REGISTER)
        keeps = own if register.place else frozenset()
    return Hand(register, standing.locality_id, sees, keeps, Setting(today, standing.practice))


def desk_of(standing: Standing) -> Desk:
    """Where somebody works, in two queries."""
    offices = Agency.objects.filter(pk__in=standing.offices(READ_REGISTERS)).order_by()
    kinds = dict(offices.values_list("pk", "kind"))
    communes = frozenset(pk for pk, kind in kinds.items() if kind == Kind.COMMUNE)
    kept = Keeper.objects.filter(agency__in=standing.offices(KEEP_REGISTER))
    slugs = frozenset(kept.values_list("register", flat=True))
    return Desk(communes, bool(communes) and len(communes) == len(kinds), slugs)


def refuse_unless(allowed: bool) -> None:
    """Raise PermissionDenied, which answers 403."""
    if not allowed:
        raise PermissionDenied
