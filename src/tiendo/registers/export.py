"""The rows of a list as a file: .xlsx, .csv or .json, row by row, so that many rows need little memory.

What is taken out can be brought back: the heads are those that an import reads. Text stays text: a name that
begins with "=" is no formula in any of them.
"""

import csv
import json
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

from django.db.models import QuerySet
from django.http import FileResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from xlsxwriter import Workbook

from tiendo.registers.apart import InSheets
from tiendo.registers.columns import Column, covered, in_words, plain
from tiendo.registers.finding import Found
from tiendo.registers.scope import Hand
from vanban.text import nfc

CHUNK = 1000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A name that begins with "=" stays a name; rows already written leave the memory.
PLAIN_WORDS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "constant_memory": True,
    "default_date_format": "dd/mm/yyyy",
}
# What a sheet takes for a formula when it opens .csv, with the quotes that may stand before it.
RUNS = re.compile(r"'*[=+\-@\t\r]")


def values_of(
    hand: Hand, columns: Iterable[Column], row: Any, words: Callable[[Any], Any] = plain
) -> list[Any]:
    """The values of a row as a person may see them: a personal number is covered where it is another office's.

    `words` says how each is called.
    """
    covers = getattr(row, "masked", {})
    own = hand.writes(row) if covers else True
    covered_here = {} if own else covers
    return [_value(column, row, covered_here, words) for column in columns]


def _value(
    column: Column,
    row: Any,
    covers: dict[str, Callable[[Any], bool]],
    words: Callable[[Any], Any],
) -> Any:
    value = words(column.of(row))
    if column.name in covers and covers[column.name](row) and value:
        return covered(str(value))
    return value


def _lines(hand: Hand, rows: QuerySet[Any], columns: list[Column]) -> Iterator[list[Any]]:
    words = InSheets(hand.locality_id).words
    for row in rows.iterator(chunk_size=CHUNK):
        yield values_of(hand, columns, row, words)


def _heads(columns: Iterable[Column]) -> list[str]:
    return [column.head for column in columns]


def _columns(found: Found) -> list[Column]:
    return list(found.register.sheet)


def as_xlsx(found: Found) -> HttpResponseBase:
    """An .xlsx file, written to the disk row by row and sent from there."""
    file = tempfile.NamedTemporaryFile(suffix=".xlsx")  # noqa: SIM115  closed by the response
    write_xlsx(file.name, found.hand, found.rows, _columns(found))
    sent = Path(file.name).open("rb")  # noqa: SIM115  closed by the response; the name may go before
    name = f"{found.register.slug}.xlsx"
    return FileResponse(sent, as_attachment=True, filename=name, content_type=XLSX)


def write_xlsx(
    file: str | IO[bytes], hand: Hand, rows: QuerySet[Any], columns: list[Column]
) -> None:
    """Write rows as the person of `hand` may see them to a file, row by row."""
    with Workbook(file, PLAIN_WORDS) as book:
        sheet = book.add_worksheet(sheet_name(hand.register.title))
        head = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#EEF2F7"})
        sheet.freeze_panes(1, 1)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, 24)
            sheet.write_string(0, place, column.head, head)
        for line, values in enumerate(_lines(hand, rows, columns), start=1):
            for place, value in enumerate(values):
                write_cell(sheet, line, place, value)


def write_cell(sheet: Any, line: int, place: int, value: Any, look: Any = None) -> None:
    """Write one value as what it is: text as text, a figure as a figure, a day as a day."""
    match value:
        case None | "":
            sheet.write_blank(line, place, None, look)
        case bool():
            sheet.write_string(line, place, in_words(value), look)
        case int() | float() | Decimal():
            sheet.write_number(line, place, value, look)
        case date():
            sheet.write_datetime(line, place, value, look)
        case _:
            sheet.write_string(line, place, nfc(str(value)), look)


def sheet_name(title: str) -> str:
    """A title as the name of a sheet: 31 letters, none that Excel refuses."""
    return "".join(" " if letter in "[]:*?/\\'" else letter for letter in title)[:31].strip()


def as_csv(found: Found) -> HttpResponseBase:
    """A .csv file with the mark by which Excel knows UTF-8."""
    columns = _columns(found)
    writer = csv.writer(_Echo())

    def lines() -> Iterator[str]:
        yield "\ufeff" + writer.writerow(_heads(columns))
        for values in _lines(found.hand, found.rows, columns):
            yield writer.writerow([csv_words(value) for value in values])

    return _sent(lines(), f"{found.register.slug}.csv", "text/csv; charset=utf-8")


def csv_words(value: Any) -> str:
    """A value as a cell of .csv: days and figures as people here write them; text that would run gets a quote."""
    match value:
        case bool():
            return in_words(value)
        case date():
            return f"{value:%d/%m/%Y}"
        case int() | float() | Decimal():
            return _figure_words(value)
        case str() if RUNS.match(value):
            return "'" + value
    return in_words(value)


def _figure_words(value: float | Decimal) -> str:
    """A figure with a decimal comma that can be read in one way: 1,2340 and not 1,234, which may be thousands."""
    whole, _point, part = f"{Decimal(str(value)):f}".partition(".")
    part = part.rstrip("0")
    return f"{whole},{part}{'0' * (len(part) == 3)}" if part else whole


def as_json(found: Found) -> HttpResponseBase:
    """The rows under the names of their columns, with their keys."""
    columns = _columns(found)

    def lines() -> Iterator[str]:
        yield json.dumps({"register": found.register.slug})[:-1] + ', "rows": [\n'
        before = ""
        for row in found.rows.iterator(chunk_size=CHUNK):
            said = dict(
                zip((c.name for c in columns), values_of(found.hand, columns, row), strict=True)
            )
            yield before + json.dumps({"id": row.pk, **said}, default=str, ensure_ascii=False)
            before = ",\n"
        yield "\n]}\n"

    return _sent(lines(), f"{found.register.slug}.json", "application/json")


WRITERS: dict[str, Callable[[Found], HttpResponseBase]] = {
    "xlsx": as_xlsx,
    "csv": as_csv,
    "json": as_json,
}


class _Echo:
    """What csv writes to: hands each line back."""

    def write(self, line: str) -> str:
        return line


def _sent(lines: Iterator[str], name: str, kind: str) -> StreamingHttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(lines, content_type=kind, headers=headers)
