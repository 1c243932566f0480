"""A month as weeks from Monday to Sunday, as calendars on pages show it. Pure."""

from calendar import Calendar
from datetime import date, timedelta

Week = list[date]


def weeks_of(month: date) -> list[Week]:
    """The weeks that `month` touches; the first and last hold days of its neighbours too."""
    return Calendar().monthdatescalendar(month.year, month.month)


def first_of(day: date) -> date:
    """The first day of the month of `day`."""
    return day.replace(day=1)


def last_of(day: date) -> date:
    """The last day of the month of `day`."""
    return next_month(day) - timedelta(days=1)


def next_month(day: date) -> date:
    """The first day of the month after that of `day`."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def month_before(day: date) -> date:
    """The first day of the month before that of `day`."""
    return first_of(first_of(day) - timedelta(days=1))


def end_of_week(day: date) -> date:
    """The Sunday of the week of `day`."""
    return day + timedelta(days=6 - day.weekday())
