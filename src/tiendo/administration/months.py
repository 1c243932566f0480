"""A year as twelve months of weeks, each day with how it is worked. Pure."""

from calendar import Calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tiendo.agencies.models import Holiday, HolidayKind
from tiendo.agencies.workdays import SATURDAY

LOOKS = {HolidayKind.OFF: "holiday", HolidayKind.WORKING: "worked"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One day: `look` is "", "rest" (a weekend), "holiday" or "worked"; `name` says which."""

    day: date
    look: str = ""
    name: str = ""
    today: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """A month; days of its neighbours are None in the weeks."""

    first: date
    weeks: list[list[Cell | None]]


def months_of(year: int, holidays: Iterable[Holiday], today: date) -> list[Month]:
    """The twelve months of `year`, weeks from Monday to Sunday."""
    said = {holiday.day: holiday for holiday in holidays}
    return [_month(date(year, number, 1), said, today) for number in range(1, 13)]


def _month(first: date, said: dict[date, Holiday], today: date) -> Month:
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    cells = [
        [_cell(day, said.get(day), today) if day.month == first.month else None for day in week]
        for week in weeks
    ]
    return Month(first, cells)


def _cell(day: date, holiday: Holiday | None, today: date) -> Cell:
    if holiday is None:
        return Cell(day, "rest" if day.weekday() >= SATURDAY else "", "", day == today)
    return Cell(day, LOOKS[HolidayKind(holiday.kind)], holiday.name, day == today)
