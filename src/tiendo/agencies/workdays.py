"""Working days: Monday to Friday, unless the table of the locality says otherwise. Pure.

A table holds the days that differ from the week: False for a day off (a public holiday, a day given
off in its place), True for a Saturday or Sunday worked to make up for one (Labour Code 2019,
articles 111 and 112).
"""

from collections.abc import Mapping
from datetime import date, timedelta

Table = Mapping[date, bool]
SATURDAY = 5
DAY = timedelta(days=1)


def is_working(day: date, table: Table) -> bool:
    """Whether offices work on `day`."""
    return table.get(day, day.weekday() < SATURDAY)


def next_working_day(day: date, table: Table) -> date:
    """`day` itself when offices work on it, else the first working day after it."""
    while not is_working(day, table):
        day += DAY
    return day


def previous_working_day(day: date, table: Table) -> date:
    """`day` itself when offices work on it, else the last working day before it."""
    while not is_working(day, table):
        day -= DAY
    return day


def add_working_days(day: date, number: int, table: Table) -> date:
    """The `number`-th working day after `day`, or before it for a negative `number`; `day` itself for 0."""
    step = DAY if number > 0 else -DAY
    for _each in range(abs(number)):
        day += step
        while not is_working(day, table):
            day += step
    return day


def working_days_between(first: date, last: date, table: Table) -> int:
    """How many working days lie after `first` up to and with `last`; negative when `last` is earlier."""
    if last < first:
        return -working_days_between(last, first, table)
    days = (first + DAY * number for number in range(1, (last - first).days + 1))
    return sum(is_working(day, table) for day in days)
