"""Which days a reporting round is of, and by when it is due. Pure: the table of working days is given.

The periods are those of Decree 09/2019/NĐ-CP, Article 12 (administrative reports run from the 15th to the
14th) and of Decree 60/2018/NĐ-CP (statistics count whole months). Article 8(5) wants at least one working
day between the cut-off and the due day, and a due day for every level.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from tiendo.agencies.workdays import Table, add_working_days, next_working_day

MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "nine-months": 9, "year": 12}
PARTS = {"month": 12, "quarter": 4, "half-year": 2, "nine-months": 1, "year": 1}
STATISTICAL = "statistical"
ADMINISTRATIVE = "administrative"
FIRST_DAY = 15  # of an administrative period; it ends on the 14th
HIGHER_LEVEL_DAY = 25  # Article 13: to the Government by the 25th of the last month
EARLIEST = 1  # working days after the cut-off
WORKING_DAYS = {"commune": 2, "centre": 2, "office": 4, "department": 4}
OTHERS = 4


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day that the figures of a round are of."""

    starts: date
    cut_off: date


def days_of(kind: str, calendar: str, year: int, part: int = 0) -> Span:
    """The days of a period of `kind` in `calendar`; `part` counts from 1 within the year, 0 where there is one.

    Raises ValueError for a kind without days of its own (a special occasion) and for a part the year lacks.
    """
    if kind not in MONTHS:
        raise ValueError(f"{kind} has no days of its own")
    counted = part or 1
    if not 1 <= counted <= PARTS[kind]:
        raise ValueError(f"a year has no {kind} {part}")
    months = MONTHS[kind]
    last = (counted - 1) * months + months
    first = last - months + 1
    if calendar == STATISTICAL:
        return Span(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
    before = date(year, first - 1, FIRST_DAY) if first > 1 else date(year - 1, 12, FIRST_DAY)
    return Span(before, date(year, last, FIRST_DAY - 1))


def working_days_for(office: str) -> int:
    """How many working days offices of this kind are given by our proposal: those below before those that sum up."""
    return WORKING_DAYS.get(office, OTHERS)


def proposed_due(cut_off: date, office: str, table: Table) -> date:
    """By when offices of this kind report unless the coordinator says otherwise; always a working day."""
    return add_working_days(cut_off, working_days_for(office), table)


def earliest_due(cut_off: date, table: Table) -> date:
    """The first day that a report may be asked for: one working day after the cut-off."""
    return add_working_days(cut_off, EARLIEST, table)


def moved_due(due: date, table: Table) -> date:
    """A due day that falls on a day off, moved to the next day on which offices work."""
    return next_working_day(due, table)


def to_higher_level(span: Span) -> date:
    """By when the report that sums these up is with the higher level: the 25th of the period's last month."""
    return span.cut_off.replace(day=HIGHER_LEVEL_DAY)


def covers(cut_off: date, due: date | None) -> bool:
    """Whether a round until `cut_off` reaches to the end of work due on `due`.

    An administrative year ends on 14 December and speaks for the whole year: the month decides.
    """
    return due is not None and (due.year, due.month) <= (cut_off.year, cut_off.month)


def proposals(day: date, calendar: str) -> list[tuple[str, int, int]]:
    """The periods (kind, year, part) a coordinator may want to open on `day`, the earliest cut-off first.

    Of each kind the one that runs and the one before it.
    """
    found = [row for kind in MONTHS for row in _begun(kind, calendar, day)[-2:]]
    return sorted(found, key=lambda row: days_of(row[0], calendar, *row[1:]).cut_off)


def _begun(kind: str, calendar: str, day: date) -> list[tuple[str, int, int]]:
    parts = [0] if PARTS[kind] == 1 else range(1, PARTS[kind] + 1)
    years = (day.year - 1, day.year, day.year + 1)
    rows = [(kind, year, part) for year in years for part in parts]
    return [row for row in rows if days_of(row[0], calendar, *row[1:]).starts <= day]
