"""What may be wrong with a row of any register: a day that is still to come, a figure below zero.

Said of a sheet's row before the database refuses the sheet as a whole.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from tiendo.registers.register import Fault


def faults_to_come(today: date, row: Any, *names: str) -> Iterator[Fault]:
    """The faults of the days among these fields that are still to come."""
    for name in names:
        day = getattr(row, name)
        if day and day > today:
            yield Fault(name, _("That day is still to come."))


def fault_of_year(year: int, today: date) -> Iterator[Fault]:
    """The fault of a year that is still to come."""
    if year > today.year:
        yield Fault("year", _("That year is still to come."))


def faults_before(row: Any, first: str, then: str) -> Iterator[Fault]:
    """The fault of the day `then` where it lies before the day `first`, which it cannot."""
    begun, ended = getattr(row, first), getattr(row, then)
    if begun and ended and ended < begun:
        label = row._meta.get_field(first).verbose_name
        words = _("It lies before “%(label)s” (%(day)s).")
        yield Fault(then, words % {"label": label, "day": f"{begun:%d/%m/%Y}"})


def faults_below_zero(row: Any, *names: str) -> Iterator[Fault]:
    """The faults of the figures among these fields that are less than zero."""
    for name in names:
        figure = getattr(row, name)
        if figure is not None and figure < 0:
            yield Fault(name, _("A figure cannot be less than zero."))
