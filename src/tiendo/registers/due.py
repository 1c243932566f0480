"""What falls due in the registers: rows of whatever register that are still to be seen to by a day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, QuerySet, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.functional import Promise

from tiendo.registers.register import REGISTERS, DueDay, Register

Offices = Collection[int] | QuerySet[Any, Any]


@dataclass(frozen=True, slots=True)
class DueRow:
    """A row that an office sees to by a day, and what its register says of such; `about` is what the row is called.

    Where several offices keep the register and none is named, the row is due from each of them.
    """

    register: Register
    what: DueDay
    pk: int
    agency_id: int
    day: date
    about: str

    @property
    def words(self) -> str | Promise:
        """What is to be done."""
        return self.what.words

    @property
    def is_shared(self) -> bool:
        """Whether every office that keeps the register sees to it."""
        return not _paths(self.register, self.what)

    @property
    def url(self) -> str:
        """The page of the row."""
        return reverse("registers:row", args=[self.register, self.pk])


def due_rows(offices: Offices, until: date) -> list[DueRow]:
    """The rows that these offices see to up to `until`, soonest first; of all registers in one query."""
    whats = {each: each.due for each in REGISTERS.values() if each.due}
    parts = [_of(register, due, offices, until) for register, due in whats.items()]
    if not parts:
        return []
    first, *others = parts
    found = [
        DueRow(REGISTERS[slug], whats[REGISTERS[slug]], pk, agency, day, about)
        for slug, pk, agency, day, about in first.union(*others, all=True)
    ]
    return sorted(found, key=lambda row: (row.day, row.register.slug, row.pk))


def _of(register: Register, due: DueDay, offices: Offices, until: date) -> QuerySet[Any, Any]:
    rows = register.rows.filter(due.open, **{f"{due.day}__lte": until})
    paths = _paths(register, due)
    if paths:
        named = F(paths[0]) if len(paths) == 1 else Coalesce(*paths)
        rows = rows.annotate(due_office=named).filter(due_office__in=offices)
    else:
        rows = rows.filter(
            locality__keeper__register=register.slug, locality__keeper__agency__in=offices
        ).annotate(due_office=F("locality__keeper__agency"))
    slug = Value(register.slug)
    return rows.order_by().values_list(slug, "pk", "due_office", due.day, due.about)


def _paths(register: Register, due: DueDay) -> tuple[str, ...]:
    """The paths to the office that sees to a row, the first that names one; none: whoever keeps the register."""
    return due.offices or tuple(filter(None, (register.office,)))
