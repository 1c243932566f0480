"""Procedures for enterprises in the example, quarter by quarter; all figures are invented."""

from collections.abc import Iterator
from datetime import date

from tiendo.example.people import FINANCE, LAND, STANDING
from tiendo.example.registers.tables import Table
from tiendo.procedures.quarters import last_day

# field, who receives, dossiers a quarter in the first year, how many more each year
FIELDS = (
    ("business", FINANCE, 44, 6),
    ("land", LAND, 21, 3),
    ("trade", STANDING, 30, 4),
)
YEARS = (2022, 2023, 2024)
QUARTERS = 4
CUT = {(2022, 4): 1, (2023, 2): 2, (2024, 1): 1, (2024, 3): 2}  # procedures, in which quarter
LAST = (2024, 3)  # the last quarter of which there are figures


def tables(today: date) -> Iterator[Table]:
    """The sheet of all fields, of the quarters that were over on `today`."""
    yield Table(
        "thu-tuc-doanh-nghiep",
        (
            *("agency", "field", "year", "quarter", "carried_over", "received", "settled"),
            *("on_time", "late", "days_saved", "cut", "asked", "satisfied"),
        ),
        tuple(row for field in FIELDS for row in _quarters(field, today)),
    )


def _quarters(of: tuple[str, str, int, int], today: date) -> Iterator[tuple[object, ...]]:
    """The quarters of a field: what is left open goes over into the next."""
    field, office, first, more = of
    left = 0
    for year in YEARS:
        for quarter in range(1, QUARTERS + 1):
            if (year, quarter) > LAST or last_day(year, quarter) > today:
                return
            received = first + more * (year - YEARS[0]) + (quarter * 7 + year) % 5
            settled = left + received - (quarter + year) % 4
            late = max(0, 5 - (year - YEARS[0]) * 2 - quarter % 2)
            asked = settled // 2
            cut = CUT.get((year, quarter)) if office == STANDING else None
            yield (
                *(office, field, year, f"quý {('I', 'II', 'III', 'IV')[quarter - 1]}"),
                *(left, received, settled, settled - late, late, settled - late, cut),
                *(asked, asked - asked // (8 + year - YEARS[0])),
            )
            left += received - settled
