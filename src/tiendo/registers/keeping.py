"""What somebody keeps of registers: how many rows are the person's own, and when one was last confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, QuerySet, Subquery

from tiendo.agencies.models import Locality
from tiendo.registers.register import Register
from tiendo.registers.scope import Hand


@dataclass(frozen=True, slots=True)
class Kept:
    """A register with the number of rows that the person of `hand` enters, and the day one was last confirmed."""

    hand: Hand
    count: int
    confirmed_on: date | None

    @property
    def register(self) -> Register:
        """The register that is kept."""
        return self.hand.register


def kept_of(hands: Sequence[Hand]) -> list[Kept]:
    """What the person of these hands keeps of each register, in one query."""
    if not hands:
        return []
    parts = {
        f"{name}_{place}": Subquery(_of(hand).values(name)[:1])
        for place, hand in enumerate(hands)
        for name in ("count", "newest")
    }
    said: Any = Locality.objects.values(**parts).get(pk=hands[0].locality_id)
    return [
        Kept(hand, said[f"count_{place}"] or 0, said[f"newest_{place}"])
        for place, hand in enumerate(hands)
    ]


def _of(hand: Hand) -> QuerySet[Any, Any]:
    rows = hand.own_rows().order_by().values("locality")
    return rows.annotate(count=Count("pk"), newest=Max("checked_on"))
