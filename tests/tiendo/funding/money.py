"""Allocations, commitments and payments that tests are about."""

from decimal import Decimal
from itertools import count
from typing import Any

from tiendo.agencies.models import Locality
from tiendo.funding.models import Allocation, Commitment, Disbursement
from tiendo.registers.register import REGISTERS
from tiendo.registers.services import folded

numbers = count(1)


def unsaved_allocation(amount: int | str = 1000, **facts: Any) -> Allocation:
    """An allocation against which nothing speaks."""
    sound: dict[str, Any] = {
        "year": 2023,
        "source": "province",
        "purpose": "Đường thử",
        "number": f"{next(numbers)}/QĐ-UBND",
    }
    return Allocation(amount=Decimal(amount), **sound | facts)


def allocation(where: Locality, amount: int | str = 1000, **facts: Any) -> Allocation:
    """A stored allocation."""
    row = unsaved_allocation(amount, locality=where, **facts)
    row.fold = folded(REGISTERS["phan-bo-von"], row)
    row.save()
    return row


def unsaved_commitment(of: Allocation, amount: int | str, **facts: Any) -> Commitment:
    """A contract against which nothing but its amount may speak."""
    sound: dict[str, Any] = {"number": f"{next(numbers)}/HĐ", "locality": of.locality}
    return Commitment(allocation=of, amount=Decimal(amount), **sound | facts)


def commitment(of: Allocation, amount: int | str, **facts: Any) -> Commitment:
    """A stored contract."""
    row = unsaved_commitment(of, amount, **facts)
    row.save()
    return row


def unsaved_payment(of: Allocation, amount: int | str, **facts: Any) -> Disbursement:
    """A payment against which nothing but its amount may speak."""
    sound: dict[str, Any] = {
        "number": f"UNC {next(numbers)}",
        "year": of.year,
        "locality": of.locality,
    }
    return Disbursement(allocation=of, amount=Decimal(amount), **sound | facts)


def payment(of: Allocation, amount: int | str, **facts: Any) -> Disbursement:
    """A stored payment."""
    row = unsaved_payment(of, amount, **facts)
    row.save()
    return row
