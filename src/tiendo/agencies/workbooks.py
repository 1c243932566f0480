"""Sheets of .xlsx files that anybody may have made: looked at before they are laid out in memory.

A few hundred bytes can name a cell in the last row of the last column, or one long text many thousand times; who
lays that out has no memory left for anything else, and the process ends.
"""

import lzma
import re
import struct
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import dropwhile
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook

Rows = list[list[Any]]
# Where a cell or a row says it stands; the last part is there where it holds nothing.
PLACE = re.compile(
    rb"""\br\s*=\s*["']([A-Za-z]*)(\d+)["']"""
    rb"""((?:\s+[\w:]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*\s*/>)?"""
)
# A cell whose formula came to #DIV/0! or the like.
FAILED = re.compile(rb"""(<(?:\w+:)?c\b[^<>]*\bt\s*=\s*)(["'])e\2""")
END_OF_TEXT = re.compile(rb"</(?:\w+:)?si\s*>")
MOST_LETTERS = 2  # of a column: up to ZZ
MOST_ROWS = 10_000
LONGEST_TEXT = 200_000  # bytes; a cell of Excel holds 32.767 characters, with or without looks
MOST_TEXT = 20_000_000  # characters of a sheet
# What a file that is not what it promises raises in the readers of zip and .xlsx.
BROKEN = (
    *(CalamineError, BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(OSError, ValueError, LookupError, RuntimeError, EOFError, StopIteration),
)


class Overfull(Exception):
    """There is more in the file than in any table that people fill in."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How much a file may hold when it is unpacked, in bytes, and its sheets, in cells, rows and characters.

    `failed`: a formula that failed is read as what stands in its cell, "#DIV/0!", and not as a blank one.
    """

    inside: int
    cells: int
    rows: int = MOST_ROWS
    text: int = MOST_TEXT
    failed: bool = False


def first_sheet(content: bytes, measure: Measure) -> Rows:
    """The rows of the first sheet from the first that says something; cells that are not there are "".

    Raises Overfull, and one of BROKEN for what is no .xlsx file.
    """
    return list(dropwhile(lambda row: not any(row), top_sheet(content, measure)))


def top_sheet(content: bytes, measure: Measure) -> Rows:
    """All rows of the first sheet, each cell in its place; cells that are not there are "".

    Raises Overfull, and one of BROKEN for what is no .xlsx file.
    """
    with ZipFile(BytesIO(content)) as archive:
        return next(_sheets(archive, measure))[1]


def all_sheets(archive: ZipFile, measure: Measure) -> dict[str, Rows]:
    """All rows of every sheet by its name, each cell in its place. Raises Overfull and BROKEN."""
    return dict(_sheets(archive, measure))


def _sheets(archive: ZipFile, measure: Measure) -> Iterator[tuple[str, Rows]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.xlsx"  # by its ending it is read as this and as nothing else
        _repack(archive, path, measure)
        book = CalamineWorkbook.from_path(path)
        for name in book.sheet_names:
            yield name, _rows(book, name, measure)


def _repack(archive: ZipFile, path: Path, measure: Measure) -> None:
    """Write what was looked at, and nothing else: a zip may hold more than it says."""
    parts = {part.filename: part for part in archive.infolist()}
    if sum(part.file_size for part in parts.values()) > measure.inside:
        raise Overfull
    with ZipFile(path, "w") as plain:
        for name, part in parts.items():
            content = archive.read(part)
            _refuse_far(content, measure.rows)
            if measure.failed and b"sheetData" in content:
                content = FAILED.sub(rb"\1\2str\2", content)
            plain.writestr(name, content)


def _refuse_far(content: bytes, most: int) -> None:
    places = PLACE.finditer(content) if b"sheetData" in content else ()
    texts = END_OF_TEXT.split(content) if b"sst" in content else ()
    if any(_is_far(place, most) for place in places) or any(
        len(text) > LONGEST_TEXT for text in texts
    ):
        raise Overfull


def _is_far(place: re.Match[bytes], most: int) -> bool:
    letters, row, empty = place.groups()
    if empty:
        return False  # LibreOffice ends a sheet with the last row there is, and nothing in it
    return len(letters) > MOST_LETTERS or len(row) > 9 or int(row) > most


def _rows(book: CalamineWorkbook, name: str, measure: Measure) -> Rows:
    sheet = book.get_sheet_by_name(name)
    if sheet.total_height * sheet.total_width > measure.cells:
        raise Overfull
    above, before = sheet.start or (0, 0)
    rows: Rows = [[""] * sheet.total_width for _row in range(above)]
    size = 0
    for row in sheet.iter_rows():
        size += sum(len(cell) for cell in row if isinstance(cell, str))
        if size > measure.text:
            raise Overfull
        rows.append([*[""] * before, *map(_storable, row)])
    return rows


def _storable(cell: Any) -> Any:
    """A cell without the sign that no database takes; a sheet may write it as "_x0000_"."""
    return cell.replace("\0", "") if isinstance(cell, str) else cell
