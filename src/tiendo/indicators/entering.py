"""Storing what was typed, one person after the other: nobody writes over what he has not seen."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from tiendo.indicators import services
from tiendo.indicators.models import Indicator, Observation

SAME = ("state", "value", "numerator", "denominator", "nature")


class Meanwhile(Exception):
    """A figure of the same source stands there that the person has not seen: `row`."""

    def __init__(self, row: Observation) -> None:
        self.row = row
        super().__init__(str(row))


def there_already(row: Observation) -> Observation | None:
    """The current figure of the same source for the same period, place and part; None where there is none."""
    found = services.same_period(row).filter(source=row.source)
    return found.select_related("entered_by").first()


def says_the_same(one: Observation, other: Observation) -> bool:
    """Whether two rows give the same figure, equally settled."""
    return all(getattr(one, name) == getattr(other, name) for name in SAME)


@transaction.atomic
def enter(
    *, row: Observation, seen: Iterable[int], actor: Any, now: datetime, reason: str = ""
) -> Observation:
    """Store a figure; one that stands there is corrected only by who has seen it (`seen`, keys of rows).

    Raises Meanwhile for one not seen, and ValidationError for an indicator that is computed.
    """
    Indicator.objects.select_for_update().get(pk=row.indicator_id)
    before = there_already(row)
    if before and before.pk not in set(seen) and not says_the_same(before, row):
        raise Meanwhile(before)
    return services.observe(row=row, actor=actor, now=now, reason=reason)
