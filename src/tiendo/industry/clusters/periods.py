"""Periods and due days of the figures of clusters. Pure.

Circular 14/2024/TT-BCT of 15/8/2024, in force from 1/10/2024, amended by 38/2025/TT-BCT: the first half runs from
15/12 to 14/6, the year from 15/12 to 14/12; investors of the infrastructure report before 20/6 and before 20/12
(verified). The later days of communes and of the department stand in the form and were not seen.
"Before" leaves its day out.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Period(TextChoices):
    """Half a year, or the whole."""

    HALF = "half", _("first half")
    YEAR = "year", _("whole year")


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day of a period, and the last day on which its figures are in time."""

    first: date
    last: date
    due: date


MONTHS = {Period.HALF: 6, Period.YEAR: 12}


def days_of(year: int, period: str) -> Days:
    """The days of a period: `days_of(2025, "half")` is 15/12/2024 to 14/6/2025, due by 19/6/2025."""
    month = MONTHS[Period(period)]
    return Days(date(year - 1, 12, 15), date(year, month, 14), date(year, month, 19))


def is_late(year: int, period: str, reported_on: date | None, today: date) -> bool:
    """Whether figures came after their day, or have not come and the day is over."""
    return (reported_on or today) > days_of(year, period).due


def owed_on(
    today: date, since: date | None, handed_in: Collection[tuple[int, str]]
) -> list[tuple[int, Period]]:
    """Which of the last two periods of a cluster established on `since` are over and not handed in, oldest first."""
    recent = [
        (year, period)
        for year in (today.year - 1, today.year)
        for period in Period
        if days_of(year, period).last < today
    ][-2:]
    return [
        (year, period)
        for year, period in recent
        if since and since <= days_of(year, period).last and (year, period) not in handed_in
    ]
