"""Which figures of a row are below zero: said of a sheet's row before the database refuses the sheet as a whole."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from tiendo.registers.register import Fault


def faults_below_zero(row: Any, *names: str) -> Iterator[Fault]:
    """The faults of the figures among these fields that are less than zero."""
    for name in names:
        figure = getattr(row, name)
        if figure is not None and figure < 0:
            yield Fault(name, _("A figure cannot be less than zero."))
