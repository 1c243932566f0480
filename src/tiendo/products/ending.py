"""Which certificates end soon or have just ended, and by which rule one holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from tiendo.legal.models import Norm
from tiendo.products.models import MARKS, Brand, OcopProduct
from tiendo.products.validity import MARK, NOTICE, OCOP, TYPICAL, State, last_day_by, state_on

LOOKED_BACK = timedelta(days=365)  # what ended earlier without a new evaluation was given up
MOST = 8


@dataclass(frozen=True, slots=True)
class Ending:
    """The first rows that end soon or have ended, by their last day, and whether there are more."""

    rows: Sequence[tuple[Any, State]]
    more: bool


def ending(rows: QuerySet[Any], today: date) -> Ending:
    """Of these rows those whose certificate ends within half a year or ended within the last one, and not followed."""
    found = rows.filter(given_up=False, until__range=(today - LOOKED_BACK, today + NOTICE))
    if rows.model is not Brand:
        found = found.filter(followed=False)
    some = list(found.order_by("until", "pk")[: MOST + 1])
    return Ending([(row, state_on(row.until, today)) for row in some[:MOST]], len(some) > MOST)


@dataclass(frozen=True, slots=True)
class Certificate:
    """From when a row holds, how it stands, the norm that says how long, and the last day by it."""

    begun: date
    until: date | None
    state: State
    norm: Norm | None
    last: date | None
    passed: int  # days
    whole: int


def certificate_of(row: Any, today: date) -> Certificate | None:
    """The certificate of a product or a brand as it stands on `today`; None for a brand that is not granted."""
    begun, code, terms = _rule_of(row)
    if begun is None:
        return None
    norm = Norm.objects.norm_on(code, begun, row.locality_id) if code else None
    last = last_day_by(norm.limit, begun, terms) if norm else None
    whole = (row.until - begun).days if row.until else 0
    passed = min(max((today - begun).days, 0), whole)
    return Certificate(begun, row.until, state_on(row.until, today), norm, last, passed, whole)


def _rule_of(row: Any) -> tuple[date | None, str, int]:
    """From which day the validity of a row is counted, the norm for it, and how many terms of it."""
    if isinstance(row, Brand):
        code = MARK if row.kind in MARKS else ""
        return (row.filed_on if row.granted_on else None), code, row.renewals + 1
    return row.decided_on, OCOP if isinstance(row, OcopProduct) else TYPICAL, 1
