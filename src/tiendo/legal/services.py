"""Taking proposed legal bases and norms into the registers."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tiendo.agencies.models import Locality
from tiendo.legal.models import LegalBase, Norm
from tiendo.legal.starting import (
    StartingBase,
    StartingNorm,
    open_bases,
    open_norms,
    place_of,
    starting_bases,
)
from tiendo.registers import services
from tiendo.registers.register import REGISTERS


@transaction.atomic
def propose_norms(
    *,
    locality: Locality,
    actor: Any,
    today: date,
    norms: Collection[str] | None = None,
    bases: Collection[str] | None = None,
) -> int:
    """Store the proposed norms and legal bases that the registers do not have yet; return how many rows.

    `norms` are keys of proposals, `bases` symbols; None takes all. The documents that a norm or a document names
    come with it. What people entered stands as it is.
    """
    Locality.objects.select_for_update().get(pk=locality.pk)  # one after the other
    shelf = _Shelf(locality, actor, today)
    still_open = open_norms(Norm.objects.filter(locality=locality))
    wanted = [each for each in still_open if norms is None or each.key in norms]
    for base in open_bases(LegalBase.objects.filter(locality=locality)):
        if bases is None or base.symbol in bases:
            shelf.take(base.symbol)
    taken = _write(wanted, shelf)
    return taken + shelf.stored


def _write(wanted: Collection[StartingNorm], shelf: "_Shelf") -> int:
    rows = [
        each.row(locality=shelf.locality, base=shelf.take(each.base) if each.base else None)
        for each in wanted
    ]
    return services.write_all(
        register=REGISTERS["dinh-muc"],
        rows=rows,
        known=(),
        actor=shelf.actor,
        today=shelf.today,
        reason=_("Taken from the norms to start from"),
    )


class _Shelf:
    """The legal bases of a locality by symbol; one that is missing is stored when it is first asked for."""

    def __init__(self, locality: Locality, actor: Any, today: date) -> None:
        self.locality, self.actor, self.today, self.stored = locality, actor, today, 0
        self.proposed = {each.symbol: each for each in starting_bases()}
        rows = LegalBase.objects.filter(locality=locality)
        self.rows = {place_of(row.symbol, row.issuer): row for row in rows}

    def take(self, symbol: str) -> LegalBase:
        """The document of that symbol. Raises KeyError for one that is not among the proposals."""
        proposed = self.proposed[symbol]
        if proposed.place not in self.rows:
            self.rows[proposed.place] = self._written(proposed)
        return self.rows[proposed.place]

    def _written(self, proposed: StartingBase) -> LegalBase:
        others = {name: self.take(symbol) for name, symbol in proposed.follows.items()}
        row = proposed.row(locality=self.locality, **others)
        register = REGISTERS["phap-ly"]
        reason = _("Taken from the norms to start from")
        services.write(
            register=register, row=row, actor=self.actor, today=self.today, reason=reason
        )
        self.stored += 1
        return row
