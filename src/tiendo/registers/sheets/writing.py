"""The form of a register as an .xlsx file: heads, drop-downs, an example row, and what to fill in on a second sheet.

The same file gives a sheet back with the cells marked that cannot stand.
"""

import io
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name, xl_range_abs

from tiendo.agencies.models import Agency
from tiendo.registers.columns import COMMUNES, area_of
from tiendo.registers.export import sheet_name, write_cell
from tiendo.registers.forms import form_of
from tiendo.registers.register import Register
from tiendo.registers.scope import Hand
from tiendo.registers.sheets.reading import Given, Sheet, reason_head

LAST = 5000  # row to which the drop-downs reach
MOST = 400  # entries of a drop-down
HEAD = {"bold": True, "text_wrap": True, "valign": "top"}
TINTS = {True: "#FBEAD2", False: "#EEF2F7"}  # what must be filled in, and the rest
WORDS = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}


def template_of(hand: Hand) -> bytes:
    """The form to fill in, for what the person may enter."""
    content = io.BytesIO()
    register = hand.register
    with Workbook(content, WORDS) as book:
        sheet = book.add_worksheet(sheet_name(register.title))
        lists = _Lists(book)
        heads = {must: book.add_format({**HEAD, "bg_color": tint}) for must, tint in TINTS.items()}
        pale = book.add_format({"italic": True, "font_color": "#66707C"})
        for place, name in enumerate(register.fields):
            field = form_of(register).base_fields[name]
            sheet.set_column(place, place, 24)
            sheet.write_string(0, place, capfirst(str(field.label)), heads[field.required])
            sheet.write_string(1, place, _example(register, name, place), pale)
            if offered := _offered(hand, name):
                lists.offer(sheet, place, offered)
        last = len(register.fields)
        sheet.write_string(0, last, reason_head(), heads[False])
        sheet.set_column(last, last, 30)
        sheet.freeze_panes(1, 1)
        _guide(book, register)
    return content.getvalue()


def _example(register: Register, name: str, place: int) -> str:
    """The example row begins with the word by which it is known and passed over."""
    words = register.guide.example.get(name, "")
    return f"{_('Example')}: {words}" if place == 0 else words


class _Lists:
    """The drop-downs: their entries stand on a sheet of their own that is hidden."""

    def __init__(self, book: Workbook) -> None:
        self.sheet, self.used = book.add_worksheet(_("Lists")), 0
        self.sheet.hide()

    def offer(self, sheet: Any, place: int, entries: list[str]) -> None:
        """Let the cells of a column be chosen from these entries."""
        for line, words in enumerate(entries):
            self.sheet.write_string(line, self.used, words)
        source = f"='{self.sheet.name}'!" + xl_range_abs(0, self.used, len(entries) - 1, self.used)
        rule = {"validate": "list", "source": source, "error_type": "warning"}
        sheet.data_validation(1, place, LAST, place, rule)
        self.used += 1


def _offered(hand: Hand, name: str) -> list[str]:
    column: Any = hand.register.model._meta.get_field(name)
    if column.choices:
        return [str(label) for _value, label in column.flatchoices]
    if isinstance(column, models.BooleanField):
        return [_("yes"), _("no")]
    if column.related_model is Agency:
        rows = Agency.objects.filter(locality=hand.locality_id).in_force(hand.setting.today)
        rows = rows.complex_filter(column.get_limit_choices_to())
        if (limits := hand.limits(name)) is not None:
            rows = rows.filter(pk__in=limits)
        communes = column.get_limit_choices_to() == COMMUNES
        return [area_of(row) if communes else row.label for row in rows[:MOST]]
    return []


def _guide(book: Workbook, register: Register) -> None:
    """The second sheet: who fills the form in, when, from which paper, and each column in words."""
    sheet = book.add_worksheet(_("How to fill it in"))
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 3, 46)
    line = 0
    for label, words in guide_lines(register):
        sheet.write_string(line, 0, label, bold)
        sheet.write_string(line, 1, words, wrap)
        line += 1
    for place, words in enumerate((_("Column"), _("Must be filled in"), _("What"), _("Example"))):
        sheet.write_string(line + 1, place, words, bold)
    for number, name in enumerate(register.fields, start=line + 2):
        field = form_of(register).base_fields[name]
        said = (
            capfirst(str(field.label)),
            _("yes") if field.required else _("no; a blank cell leaves what is stored"),
            str(field.help_text),
            register.guide.example.get(name, ""),
        )
        for place, words in enumerate(said):
            sheet.write_string(number, place, words, wrap)


def guide_lines(register: Register) -> list[tuple[str, str]]:
    """Who fills a register in, when, from which paper; what is not said is left out."""
    guide = register.guide
    pairs = (
        (_("Who fills it in"), guide.who),
        (_("When"), guide.when),
        (_("From which paper"), guide.paper),
    )
    return [(label, str(words)) for label, words in pairs if words]


def marked(sheet: Sheet, faults: Iterable[dict[str, Any]], title: str) -> bytes:
    """The sheet given back: cells that cannot stand are red, with the reason in a remark and in a column at the end."""
    by_line = {said["line"]: said for said in faults}
    content = io.BytesIO()
    with Workbook(content, WORDS | {"default_date_format": "dd/mm/yyyy"}) as book:
        page = book.add_worksheet(sheet_name(title))
        bold = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#EEF2F7"})
        bad = book.add_format({"bg_color": "#F8D3D0"})
        last = len(sheet.heads)
        page.set_column(0, last, 22)
        for place, head in enumerate((*sheet.heads, _("To be corrected"))):
            page.write_string(0, place, head, bold)
        for given in sheet.rows:  # on the lines the person knows them by
            _marked_row(page, given.line - 1, sheet, given, by_line.get(given.line), bad)
        page.freeze_panes(1, 1)
        page.autofilter(f"A1:{xl_col_to_name(last)}{sheet.rows[-1].line if sheet.rows else 1}")
    return content.getvalue()


def _marked_row(
    page: Any, line: int, sheet: Sheet, given: Given, said: dict[str, Any] | None, bad: Any
) -> None:
    fields = said["fields"] if said else []
    for name, place in sheet.places.items():
        write_cell(page, line, place, given.cells.get(name), bad if name in fields else None)
    if said is None:
        return
    for name, (_label, _value, words) in zip(fields, said["faults"], strict=True):
        if name in sheet.places:
            page.write_comment(line, sheet.places[name], words, {"x_scale": 2})
    told = (f"{label}: {words}" if label else words for label, _value, words in said["faults"])
    page.write_string(line, len(sheet.heads), "; ".join(told), bad)
