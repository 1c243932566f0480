"""Who sees and who keeps which rows of a register.

An office of the whole locality sees every row; who works only in communes sees the rows that lie there. Rows are
entered by the office that keeps the register, by a commune those of its own, by a coordinator all.
"""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

from tiendo.accounts.access import Request, reach
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
        rows = self.register.rows.filter(locality=self.locality_id)
        return self._within(rows, self.sees)

    def kept(self) -> QuerySet[Any]:
        """The rows the person may change."""
        return self._within(self.register.rows.filter(locality=self.locality_id), self.keeps)

    def _within(self, rows: QuerySet[Any], communes: frozenset[int] | None) -> QuerySet[Any]:
        if communes is None:
            return rows
        place = self.register.place
        return rows.filter(**{f"{place}__in": communes}) if place else rows.none()

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


def hand_of(request: Request, register: Register) -> Hand:
    """What the person of a request may do in a register; two queries at most."""
    standing, setting = request.standing, Setting(request.today, request.standing.practice)
    offices = dict(
        Agency.objects.filter(pk__in=standing.offices(READ_REGISTERS)).values_list("pk", "kind")
    )
    communes = frozenset(pk for pk, kind in offices.items() if kind == Kind.COMMUNE)
    only_communes = bool(communes) and len(communes) == len(offices)
    sees = communes if only_communes and _by_commune(register) else None
    return Hand(register, standing.locality_id, sees, _keeps(standing, register, communes), setting)


def _by_commune(register: Register) -> bool:
    return bool(register.place)


def _keeps(
    standing: Standing, register: Register, communes: frozenset[int]
) -> frozenset[int] | None:
    if standing.may(KEEP_ALL):
        return None
    working = standing.offices(KEEP_REGISTER)
    keepers = Keeper.objects.filter(locality=standing.locality_id, register=register.slug)
    if working and keepers.filter(agency__in=working).exists():
        return None
    return communes & working if register.place else frozenset()


def refuse_unless(allowed: bool) -> None:
    """Raise PermissionDenied, which answers 403."""
    if not allowed:
        raise PermissionDenied


def visible(register: Register, standing: Standing) -> QuerySet[Any]:
    """The rows of the own locality, for counts in lists of registers."""
    return reach(register.rows.all(), standing)
