"""Columns of registers: what each is called, and what it says of a row."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from operator import attrgetter
from typing import Any

from django.db.models import ForeignKey, Model
from django.db.models.expressions import OrderBy
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tiendo.agencies.models import Agency, Kind
from tiendo.ui.templatetags.ui import d, n

HIDDEN = "•"
COMMUNES = {"kind": Kind.COMMUNE}


@dataclass(frozen=True, slots=True)
class Column:
    """One fact of a row: `name` stands in addresses and JSON, `of` gives the value, `sort` what to order by.

    `sums`: the list adds its values up under the page.
    """

    name: str
    label: str | Promise
    of: Callable[[Any], Any]
    sort: str = ""
    figure: bool = False
    sums: bool = False
    data: bool = True  # in the language of the data, not of the reader

    @property
    def head(self) -> str:
        """The label as a heading."""
        return capfirst(str(self.label))


FIGURES = {"DecimalField", "IntegerField", "PositiveIntegerField", "PositiveBigIntegerField"}


def column_of(model: type[Model], given: str | Column) -> Column:
    """The column of a field of `model`; a choice is shown by its words, a row of another table by its own."""
    if isinstance(given, Column):
        return given
    field: Any = model._meta.get_field(given)
    figure = field.get_internal_type() in FIGURES
    if field.related_model is Agency and field.get_limit_choices_to() == COMMUNES:
        return Column(
            given, field.verbose_name, lambda row: _area(row, given), f"{given}__sort_key"
        )
    sort = f"{given}__{_order(field)}" if isinstance(field, ForeignKey) else given
    if field.choices:
        shown = f"get_{given}_display"
        return Column(
            given, field.verbose_name, lambda row: getattr(row, shown)(), given, data=False
        )
    return Column(given, field.verbose_name, attrgetter(given), sort, figure, figure)


def _area(row: Any, name: str) -> str | None:
    office = getattr(row, name)
    return None if office is None else area_of(office)


def _order(field: ForeignKey) -> str:
    """What rows of another table are ordered by first; "pk" where that is nothing or no plain field."""
    first: Any = (field.related_model._meta.ordering or ("pk",))[0]
    if isinstance(first, OrderBy):
        first = getattr(first.expression, "name", "pk")
    return first.removeprefix("-") if isinstance(first, str) else "pk"


def plain(value: Any) -> str | int | float | bool | date | Decimal | None:
    """A value as a cell or JSON holds it: an outline becomes GeoJSON, rows of other tables and lazy words text."""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if value is None or isinstance(value, str | int | float | bool | date | Decimal):
        return value
    return json.dumps(value) if isinstance(value, dict) else str(value)


WHAT_IT_IS = re.compile(r"^(xã|phường|thị trấn|tt\.?)\s+", re.IGNORECASE)
UNDER = re.compile(r"^(ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+", re.IGNORECASE)


def area_of(office: Agency) -> str:
    """The area of a commune's committee: "xã Thường Lạc" of "Ủy ban nhân dân xã Thường Lạc"."""
    return UNDER.sub("", office.name)


def bare_area(name: str) -> str:
    """The name of an area without what it is: "Thường Lạc" of "xã Thường Lạc"."""
    return WHAT_IT_IS.sub("", UNDER.sub("", name.strip()))


def in_words(value: Any) -> str:
    """A value as words, where no cell holds it: a yes or no, nothing for nothing."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "" if value is None else str(value)


def written(row: Any, name: str) -> str:
    """What a row says in a field, as people write it: a choice by its words, days as 01/02/2024, figures as 1.234,5."""
    column = column_of(type(row), name)
    value = column.of(row)
    if isinstance(value, date):
        return d(value)
    return n(value) if column.figure else in_words(value)


def covered(text: str) -> str:
    """A personal number with all but its ends covered: "0871••••••34"."""
    return f"{text[:4]}{HIDDEN * max(0, len(text) - 6)}{text[-2:]}" if len(text) > 6 else HIDDEN * 6
