"""Registers as spreadsheets: one file for each kind of row, one row each, with its key in the first column."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from tempfile import TemporaryFile
from typing import IO, Any

import xlsxwriter
from django.apps import apps
from django.db.models import Field, ForeignKey, JSONField, Model, QuerySet
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from tiendo.administration.changes import KEPT_QUIET, shown
from tiendo.administration.field_names import name_of
from tiendo.administration.history_sheet import LONGEST, PLAIN
from tiendo.administration.kinds import NOUNS

AT_ONCE = 500
APPS = ("agencies", "accounts", "plans", "progress")
# Drafts are not yet a plan; slips and links are ways in.
LEFT_OUT = ("plans.intake", "plans.draftitem", "plans.draftname")
WAYS_IN = ("accounts.signinslip", "progress.outsidelink")
# What these are called is known without reading other rows.
CHEAP = ("agencies.agency", "agencies.group", "accounts.user", "plans.plan", "plans.task")


def registers() -> list[type[Model]]:
    """The kinds of rows an audit asks for."""
    labels = [label for label in NOUNS if label.partition(".")[0] in APPS]
    return [apps.get_model(label) for label in labels if label not in (*LEFT_OUT, *WAYS_IN)]


def register_of(model: type[Model], locality_id: int) -> IO[bytes]:
    """An open .xlsx file with every row of this kind in the locality."""
    path = model.locality_path or "pk"  # type: ignore[attr-defined]
    rows = model._base_manager.filter(**{path: locality_id}).order_by("pk")
    opened = TemporaryFile()  # noqa: SIM115  # whoever packs it closes it
    with xlsxwriter.Workbook(opened, PLAIN) as book:
        _write(book, columns_of(model), rows)
    opened.seek(0)
    return opened


def columns_of(model: type[Model]) -> list[Field]:
    """The columns that say something, without passwords and sums."""
    hidden = (*getattr(model, "unrecorded", ()), *KEPT_QUIET)
    fields = [each for each in model._meta.concrete_fields if not each.primary_key]
    return [each for each in fields if each.name not in hidden and not _is_stored_reading(each)]


def _is_stored_reading(field: Field) -> bool:
    return isinstance(field, JSONField) and field.name in ("reading", "findings", "data")


def _write(book: Any, columns: list[Field], rows: QuerySet) -> None:
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True, "text_wrap": True})
    for column, name in enumerate([_("Key"), *(capfirst(name_of(each)[0]) for each in columns)]):
        sheet.write_string(0, column, name, bold)
    sheet.set_column(1, len(columns), 22)
    sheet.freeze_panes(1, 1)
    for place, cells in enumerate(_cells(columns, rows), 1):
        sheet.write_number(place, 0, cells[0])
        for column, text in enumerate(cells[1:], 1):
            sheet.write_string(place, column, text[:LONGEST])


def _cells(columns: list[Field], rows: QuerySet) -> Iterator[list[Any]]:
    after = 0
    while part := list(rows.filter(pk__gt=after)[:AT_ONCE]):
        names = _names(columns, part)
        for row in part:
            values = (_text(each, each.value_from_object(row), names) for each in columns)
            yield [row.pk, *values]
        after = part[-1].pk


def _names(columns: Iterable[Field], part: list[Model]) -> dict[Any, str]:
    found = {}
    for field in columns:
        if isinstance(field, ForeignKey) and field.related_model._meta.label_lower in CHEAP:
            keys = {field.value_from_object(row) for row in part} - {None}
            for row in field.related_model._base_manager.filter(pk__in=keys):
                found[field.related_model, row.pk] = str(row)
    return found


def _text(field: Field, value: Any, names: dict[Any, str]) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{localtime(value):%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value == "" else shown(field, value, names)
