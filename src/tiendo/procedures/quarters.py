"""Quarters of the year: their days, and the one before. Pure."""

from datetime import date, timedelta

MONTHS = 3


def first_day(year: int, quarter: int) -> date:
    """The first day of a quarter, 1 to 4."""
    return date(year, MONTHS * (quarter - 1) + 1, 1)


def last_day(year: int, quarter: int) -> date:
    """The last day of a quarter, 1 to 4."""
    following = (year, quarter + 1) if quarter < 4 else (year + 1, 1)
    return first_day(*following) - timedelta(days=1)


def before(year: int, quarter: int) -> tuple[int, int]:
    """The quarter before, with its year."""
    return (year, quarter - 1) if quarter > 1 else (year - 1, 4)
