"""Establishments that tests are about."""

from itertools import count
from typing import Any

from tests.tiendo import samples
from tiendo.agencies.models import Agency, Kind
from tiendo.industry.models import Enterprise, EnterpriseFlag, EnterpriseYear
from tiendo.industry.tax_codes import check_digit
from tiendo.registers.register import REGISTERS
from tiendo.registers.services import folded

numbers = count(1)


def commune(name: str = "Xã Thử", **facts: Any) -> Agency:
    """A commune, of a locality of its own unless one is given."""
    home = facts.pop("locality", None) or samples.locality()
    return samples.agency(home, name, kind=Kind.COMMUNE, **facts)


def tax_code() -> str:
    """The next code that a tax office could give, of a range where none does."""
    while True:
        nine = f"{next(numbers):09d}"
        if len(digit := check_digit(nine)) == 1:
            return nine + digit


def unsaved(**facts: Any) -> Enterprise:
    """An establishment against which nothing speaks."""
    sound: dict[str, Any] = {
        "tax_code": "0012345672",
        "name": "Cơ sở xay xát Thử",
        "kind": "private",
        "activity_code": "1061",
        "activity_version": "2018",
        "began": 2016,
    }
    return Enterprise(**sound | facts)


def enterprise(where: Agency, **facts: Any) -> Enterprise:
    """A stored establishment of a commune."""
    row = unsaved(**{"tax_code": tax_code(), "commune": where, "locality": where.locality} | facts)
    row.fold = folded(REGISTERS["doanh-nghiep"], row)
    row.save()
    return row


def year(of: Enterprise, number: int = 2023, **facts: Any) -> EnterpriseYear:
    """The figures of a year."""
    return EnterpriseYear.objects.create(enterprise=of, locality=of.locality, year=number, **facts)


def flag(of: Enterprise, flag: str = "rice", **facts: Any) -> EnterpriseFlag:
    """What an establishment counts as."""
    facts = {"since": "2020-01-01", **facts}
    return EnterpriseFlag.objects.create(enterprise=of, locality=of.locality, flag=flag, **facts)
