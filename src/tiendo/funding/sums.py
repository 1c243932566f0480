"""Money against money: what is left, what is too much, and until when a payment counts for a year. Pure.

All amounts are in million dong.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Money:
    """What was allocated, committed of it, and paid out."""

    allocated: Decimal = Decimal(0)
    committed: Decimal = Decimal(0)
    disbursed: Decimal = Decimal(0)

    def __add__(self, other: "Money") -> "Money":
        return Money(
            self.allocated + other.allocated,
            self.committed + other.committed,
            self.disbursed + other.disbursed,
        )

    @property
    def share(self) -> Decimal | None:
        """How much of the allocated money was paid out, in per cent; None where nothing was allocated."""
        return WHOLE * self.disbursed / self.allocated if self.allocated else None

    @property
    def left(self) -> Decimal:
        """What can still be paid out; 0 when all or more was."""
        return max(Decimal(0), self.allocated - self.disbursed)


class Tally:
    """Amounts that add up, each under a key; what is entered later under a key takes the place of what stood there."""

    def __init__(self, amounts: Mapping[Hashable, Decimal]) -> None:
        self.amounts = dict(amounts)
        self.total = sum(self.amounts.values(), Decimal(0))

    def enter(self, key: Hashable, amount: Decimal) -> Decimal:
        """Count `amount` under `key`; return the sum of all others."""
        others = self.total - self.amounts.get(key, Decimal(0))
        self.amounts[key], self.total = amount, others + amount
        return others


def excess(allocated: Decimal, others: Decimal, amount: Decimal) -> Decimal:
    """By how much `amount` with the `others` passes what was allocated; 0 when it does not."""
    return max(Decimal(0), others + amount - allocated)


def last_day_of_payments(year: int, days: int) -> date:
    """The last day on which a payment still counts for a budget year, `days` after its end."""
    return date(year, 12, 31) + timedelta(days=days)


def counts_for(year: int, paid_on: date, days: int) -> bool:
    """Whether a payment of a day can stand in the accounts of `year`, which close `days` after its end.

    Advances of the year before are paid in the year itself: nothing is paid before it begins.
    """
    return date(year, 1, 1) <= paid_on <= last_day_of_payments(year, days)
