"""The history as a spreadsheet: one change a row, in columns and in one sentence."""

from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from typing import IO, Any

import xlsxwriter
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from tiendo.administration.changes import Told, told
from tiendo.administration.feeds import stretch
from tiendo.history.models import Change

AT_ONCE = 500
MOST = 100_000  # changes of one sheet taken from a page
LONGEST = 32_000  # letters of a cell
PLAIN = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
WIDTHS = (17, 24, 18, 24, 48, 60, 40, 30, 90)


def sheet_of(rows: QuerySet[Change], most: int = MOST) -> IO[bytes]:
    """An open .xlsx file with at most so many of these changes."""
    opened = TemporaryFile()  # noqa: SIM115  # whoever sends it closes it
    with xlsxwriter.Workbook(opened, PLAIN) as book:
        write_sheet(book, all_of(rows, most))
    opened.seek(0)
    return opened


def all_of(rows: QuerySet[Change], most: int) -> Iterator[Told]:
    """These changes in words, so many at a time that memory stays flat."""
    after, left = 0, most
    while left > 0:
        part = stretch(rows, after, min(AT_ONCE, left))
        yield from told(part.rows)
        after, left = part.older, left - AT_ONCE
        if not after:
            return


def write_sheet(book: Any, rows: Iterable[Told]) -> int:
    """Write the changes into a new sheet of `book`; return how many."""
    sheet = book.add_worksheet(_("History")[:31])
    bold = book.add_format({"bold": True, "text_wrap": True})
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(_heads()):
        sheet.write_string(0, column, name, bold)
    place = 0
    for place, row in enumerate(rows, 1):
        for column, text in enumerate(_cells(row)):
            sheet.write_string(place, column, text[:LONGEST])
    return place


def _heads() -> list[str]:
    heads = (_("When"), _("Who"), _("Kind of change"), _("Kind"), _("To what"))
    return [*heads, _("From → to"), _("Reason"), _("Decision"), _("In one sentence")]


def _cells(row: Told) -> list[str]:
    values = "; ".join(each.words for each in row.values)
    at = f"{localtime(row.at):%d/%m/%Y %H:%M:%S}"
    done, kind = capfirst(row.action), capfirst(row.kind)
    return [at, row.by, done, kind, row.label, values, row.why, row.decision, row.sentence]
