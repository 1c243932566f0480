"""The public holidays of a year as the law counts them: a proposal, until the administrator confirms it.

The Prime Minister fixes Tết, the second day of the National Day and exchanged days each year, often
late in the year before; what was not announced yet when the library was made is computed.
"""

from dataclasses import dataclass
from datetime import date

from holidays import VN

from tiendo.agencies.models import HolidayKind

YEARS = range(VN.start_year, VN.end_year + 1)
MADE_UP = "Làm bù"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A day that differs from the week, with its name in Vietnamese."""

    day: date
    kind: HolidayKind
    name: str


def proposed(year: int) -> list[Proposal]:
    """The days off and the working Saturdays of `year`, in their order. Raises ValueError outside `YEARS`."""
    if year not in YEARS:
        raise ValueError(year)
    found = VN(years=[year], language="vi", observed=True)
    off = [Proposal(day, HolidayKind.OFF, name) for day, name in found.items()]
    weekends = found.weekend_workdays  # of every year that the library knows of
    worked = [Proposal(day, HolidayKind.WORKING, MADE_UP) for day in weekends]
    return sorted((row for row in off + worked if row.day.year == year), key=lambda row: row.day)
