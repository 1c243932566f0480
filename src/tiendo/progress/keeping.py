"""Which registers are to be brought up to date before work that they answer is reported on."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from tiendo.accounts.access import Request
from tiendo.plans.models import Link
from tiendo.registers.keeping import Kept, kept_of
from tiendo.registers.register import REGISTERS
from tiendo.registers.scope import hand_of


@dataclass(frozen=True, slots=True)
class ToKeep:
    """A register that work is tied to and that the person enters; `rows` are those of its rows that are named."""

    kept: Kept
    rows: list[Any]

    @property
    def url(self) -> str:
        """Where it is brought up to date: the form of the one row that is named, else the own rows."""
        register = self.kept.register
        if len(self.rows) == 1:
            return reverse("registers:edit", args=[register, self.rows[0].pk])
        own = "?toi=1" if register.office and self.kept.hand.keeps is not None else ""
        return reverse("registers:rows", args=[register]) + own

    @property
    def add_url(self) -> str:
        """Where a row is added; "" where the work is about rows that are named."""
        return "" if self.rows else reverse("registers:add", args=[self.kept.register])


def registers_to_keep(request: Request, tasks: Collection[int]) -> list[ToKeep]:
    """The registers to which these tasks are tied and whose rows the person of the request enters.

    In four queries at most, and one for each register of which tasks name single rows; in none without tasks.
    """
    if not tasks:
        return []
    named: dict[str, set[int]] = defaultdict(set)
    for slug, row in Link.objects.filter(task__in=tasks).values_list("register", "row_id"):
        if slug in REGISTERS:
            named[slug] |= {row or 0}  # 0: all of it
    hands = [hand_of(request, REGISTERS[slug]) for slug in sorted(named)]
    found = [
        ToKeep(kept, _rows(kept, named[kept.register.slug]))
        for kept in kept_of([hand for hand in hands if hand.may_add])
    ]
    return [each for each in found if each.rows or 0 in named[each.kept.register.slug]]


def _rows(kept: Kept, named: set[int]) -> list[Any]:
    """The rows that are named and the person enters; none where the whole register is meant as well."""
    return [] if 0 in named else list(kept.hand.own_rows().filter(pk__in=named))
