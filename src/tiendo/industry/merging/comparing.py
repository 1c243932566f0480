"""What a person sees before two establishments become one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.text import capfirst

from tiendo.industry.enterprise_registers import ENTERPRISES
from tiendo.industry.merging.services import hanging_on, missing_of
from tiendo.industry.merging.twins import Card, Pair, pairs
from tiendo.industry.models import Enterprise, ToldApart
from tiendo.registers.columns import Column, plain


@dataclass(frozen=True, slots=True)
class Likely:
    """Two rows that are likely one, and what they have in common."""

    first: Enterprise
    second: Enterprise
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One field of both: `differs` where they say different things, `taken` where the one that stays says nothing."""

    column: Column
    kept: Any
    twin: Any
    differs: bool
    taken: bool


def likely_pairs(locality_id: int) -> list[Pair]:
    """The pairs of establishments of a locality that are likely one and were not told apart; two queries."""
    apart = set(ToldApart.objects.filter(locality=locality_id).values_list("first", "second"))
    rows = Enterprise.objects.filter(locality=locality_id).order_by("pk")
    facts = rows.values_list("pk", "commune", "name", "tax_code", "telephone")
    found = pairs(Card(*each) for each in facts)
    return [pair for pair in found if (pair.first, pair.second) not in apart]


def with_rows(found: Sequence[Pair]) -> list[Likely]:
    """Pairs with their rows, in one query."""
    keys = {key for pair in found for key in (pair.first, pair.second)}
    rows = Enterprise.objects.select_related("commune").in_bulk(keys)
    return [
        Likely(rows[pair.first], rows[pair.second], tuple(each.value for each in pair.why))
        for pair in found
        if pair.first in rows and pair.second in rows
    ]


def compared(kept: Enterprise, twin: Enterprise) -> Iterator[Line]:
    """Both, field by field; fields of which neither says anything are left out."""
    missing = set(missing_of(kept, twin))
    for column in ENTERPRISES.sheet:
        one, other = plain(column.of(kept)), plain(column.of(twin))
        if one not in (None, "") or other not in (None, ""):
            yield Line(column, one, other, one != other, column.name in missing)


def going_over(kept: Enterprise, twin: Enterprise) -> dict[str, Any]:
    """How many rows of which kind go over to `kept`, and those that stay behind because it has their like."""
    hanging = hanging_on(twin, kept)
    counts: dict[str, int] = {}
    for row in hanging.rows:
        counts[_kind(row)] = counts.get(_kind(row), 0) + 1
    return {"counts": counts, "stays": [(_kind(row), row) for row in hanging.stays]}


def _kind(row: Model) -> str:
    return capfirst(str(row._meta.verbose_name_plural))
