"""The grid as a spreadsheet: what is seen, text as text."""

from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tiendo.plans.models import Plan
from tiendo.progress.rounds import words
from tiendo.progress.rounds.grid import Box, Grid, Line

WIDTHS = (42, 16)


def spreadsheet(plan: Plan, grid: Grid, today: date) -> bytes:
    """The bytes of an .xlsx file with one row an office and one column a round."""
    opened = BytesIO()
    with xlsxwriter.Workbook(opened, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet(_("Rounds")[:31])
        sheet.write_string(0, 0, str(plan), bold)
        sheet.write_string(1, 0, _("Judged on %(day)s") % {"day": f"{today:%d/%m/%Y}"})
        _head(sheet, grid, bold)
        lines = [line for section in grid.sections for line in section.lines]
        for place, line in enumerate(lines, start=4):
            _office(sheet, place, line)
        _foot(sheet, 4 + len(lines), grid, bold)
        sheet.set_column(0, 0, WIDTHS[0])
        sheet.set_column(1, len(grid.columns) + 4, WIDTHS[1])
        sheet.freeze_panes(4, 1)
    return opened.getvalue()


def _head(sheet: Any, grid: Grid, bold: Any) -> None:
    names = [capfirst(words.title(column.round)) for column in grid.columns]
    heads = [_("Office"), *names, _("In time"), _("Due"), _("In time, %")]
    for column, text in enumerate(heads):
        sheet.write_string(3, column, text, bold)


def _office(sheet: Any, place: int, line: Line) -> None:
    sheet.write_string(place, 0, line.agency.name)
    for column, box in enumerate(line.boxes, start=1):
        sheet.write_string(place, column, said(box))
    _rate(sheet, place, len(line.boxes) + 1, line.rate)


def _rate(sheet: Any, place: int, column: int, rate: Any) -> None:
    sheet.write_number(place, column, rate.part)
    sheet.write_number(place, column + 1, rate.whole)
    if rate.percent is not None:
        sheet.write_number(place, column + 2, rate.percent)


def _foot(sheet: Any, place: int, grid: Grid, bold: Any) -> None:
    sheet.write_string(place, 0, _("Updated on time"), bold)
    for column, each in enumerate(grid.columns, start=1):
        sheet.write_string(place, column, words.of_whole(each.rate), bold)
    _rate(sheet, place, len(grid.columns) + 1, grid.rate)


def said(box: Box) -> str:
    """What a box of the grid says in words; "" where no report was asked for."""
    return words.said(box.standing, box.days) if box.standing else ""
