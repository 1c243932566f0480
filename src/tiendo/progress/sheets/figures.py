"""The figures of a report on a sheet of their own in its form: asked for, with the last one, and where one types."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tiendo.indicators.judging.values import Nature
from tiendo.progress.models import NoFigure
from tiendo.progress.rounds.form import OfficeForm
from tiendo.progress.rounds.slots import Slot, SlotForm
from tiendo.progress.sheets.layout import CODE, value_of

HEAD = 1  # the row of the heads
NAME, UNIT, LAST = 1, 2, 3
INPUTS = {"value": 4, "nature": 5, "none": 6, "why": 7}
WIDTHS = {CODE: 2, NAME: 44, UNIT: 14, LAST: 22} | dict(
    zip(INPUTS.values(), (16, 16, 30, 40), strict=True)
)
ROW = re.compile(r"s\d{1,18}")
CHOICES: Mapping[str, Any] = {"nature": Nature, "none": NoFigure}


def write_figures(book: Any, looks: dict[str, Any], form: OfficeForm) -> None:
    """A sheet with a row for each figure; none where no figure is asked for."""
    if not form.open_slots:
        return
    sheet = book.add_worksheet(_("Figures")[:31])
    sheet.write_string(0, NAME, str(form.slots[0].period), looks["title"])
    heads = {place: SlotForm.base_fields[name].label for name, place in INPUTS.items()}
    heads |= {NAME: pgettext("indicators", "Indicator"), UNIT: _("Unit"), LAST: _("Last figure")}
    for column, words in heads.items():
        sheet.write_string(HEAD, column, str(words), looks["head"])
    for place, slot in enumerate(form.open_slots, start=HEAD + 1):
        _row(sheet, looks, place, slot)
    last = HEAD + len(form.open_slots)
    for name, choices in CHOICES.items():
        labels = [capfirst(str(each.label)) for each in choices]
        rule = {"validate": "list", "source": labels, "error_type": "warning"}
        sheet.data_validation(HEAD + 1, INPUTS[name], last, INPUTS[name], rule)
    for column, width in WIDTHS.items():
        sheet.set_column(column, column, width)
    sheet.set_column(CODE, CODE, None, None, {"hidden": True})
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _row(sheet: Any, looks: dict[str, Any], place: int, slot: Slot) -> None:
    form, last = slot.form, slot.last
    shown = dict(form.as_shown())
    sheet.write_string(place, CODE, form.prefix)
    sheet.write_string(place, NAME, slot.indicator.name, looks["fixed"])
    sheet.write_string(place, UNIT, slot.definition.unit, looks["fixed"])
    before = f"{form.fields['value'].prepare_value(last.value)} ({last.year})" if last else ""
    sheet.write_string(place, LAST, before, looks["fixed"])
    for name, column in INPUTS.items():
        wrong = [str(error) for error in form.errors.get(name, [])] if form.is_bound else []
        text = read_figure(name, shown.get(f"{form.prefix}-{name}", ""))
        sheet.write_string(place, column, text, looks["wrong" if wrong else "open"])
        if wrong:
            sheet.write_comment(place, column, "\n".join(wrong), {"x_scale": 2})


def read_figure(name: str, text: str) -> str:
    """What a field of a figure says, as people read it."""
    choices = CHOICES.get(name)
    known = {each.value: capfirst(str(each.label)) for each in choices} if choices else {}
    return known.get(text, text)


def figures_in(code: str, cells: list[str]) -> Iterator[tuple[str, str]]:
    """What the row of a figure says, by the name of its field; nothing for another row."""
    if not ROW.fullmatch(code):
        return
    for name, column in INPUTS.items():
        text = cells[column] if column < len(cells) else ""
        choices = CHOICES.get(name)
        yield f"{code}-{name}", value_of(choices, text) if choices else text
