"""Sheets → blocks: the table where it is ruled or filled, what stands above and below it as lines.

A sheet is a page. Hidden rows, columns and sheets are not read; formulas show the value that was saved.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vanban.model import Block, Cell, Line, Source, Table
from vanban.sources.blocks import LineCounter, checked
from vanban.sources.excel.workbook import Look, Sheet, Shown, read_workbook

_MARK = re.compile(r"(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[-+–•*])[.)]?")
APART = 4  # rows: group headings between those of a table
MANY = 6  # rows of two cells that make a table; a head or signatures have fewer
WIDEST = 200  # columns that a merged cell covers
FEW = 2  # cells beside each other that still make no table: the head of a document, its signatures


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell with text, or a ruled one, on the grid of columns in use; `last` is its last column."""

    shown: Shown
    column: int
    last: int
    rows: int

    @property
    def filled(self) -> bool:
        return bool(self.shown.text.strip())


_Row = list[_Placed]
_BLANK = Shown("", Look())  # what was never written into stands in its column all the same


def read_xlsx(path: Path) -> Source:
    """The visible sheets, each a page. Raises `Unreadable`: what `read_workbook` raises, no-text, long-line."""
    sheets = read_workbook(path)
    counter = LineCounter()
    pages: list[Block] = []
    for number, sheet in enumerate(sheets, start=1):
        pages += _Page(number, counter).blocks(_grid(sheet))
    return checked(pages, "xlsx", len(sheets))


def _grid(sheet: Sheet) -> list[_Row]:
    """The rows of a sheet from the first to the last with text, cells covered by merged ones left out."""
    numbers = sorted(sheet.cells)
    columns = sorted({column for row in sheet.cells.values() for column in row})
    order = {column: index for index, column in enumerate(columns)}
    covered: dict[int, int] = {}  # column → last row that a cell from above covers
    rows: list[_Row] = []
    for index, number in enumerate(numbers):
        row: _Row = []
        cells = sheet.cells[number]
        for column in columns if len(columns) <= WIDEST else sorted(cells):
            place = order[column]
            if covered.get(place, 0) >= number:
                continue
            last_row, last, depth = number, place, 1
            if end := sheet.merged.get((number, column)):
                last_row = end[0]
                last = bisect_right(columns, end[1]) - 1
                depth = bisect_right(numbers, last_row) - index
                covered |= dict.fromkeys(range(place, min(last, place + WIDEST) + 1), last_row)
            row.append(_Placed(cells.get(column, _BLANK), place, last, depth))
        rows.append(row)
        if index + 1 < len(numbers) and sheet.skips(number, numbers[index + 1]):
            rows.append([])
    return rows


def _filled(row: _Row) -> int:
    return sum(cell.filled for cell in row)


def _is_ruled(row: _Row) -> bool:
    return sum(cell.shown.look.ruled for cell in row) > 1 or any(
        cell.shown.look.ruled and cell.last > cell.column for cell in row
    )


def _table_rows(rows: Sequence[_Row]) -> list[bool]:
    """For each row whether it belongs to a table: by its rules, or by how much stands in it."""
    widest = max((_filled(row) for row in rows), default=0)
    needed = min(widest, FEW + 1)
    wide = [_filled(row) >= needed > 1 for row in rows]
    ruled = [_is_ruled(row) for row in rows]
    within = sum(is_wide and is_ruled for is_wide, is_ruled in zip(wide, ruled, strict=True))
    if within * 2 >= sum(wide) > 0 or (needed <= FEW and any(ruled)):
        return ruled
    return _around(rows, wide, 2 if needed > FEW else MANY)


def _around(rows: Sequence[_Row], wide: Sequence[bool], least: int) -> list[bool]:
    """The stretches of rows that hold wide ones close together, and what follows them without a gap."""
    inside = [False] * len(rows)
    for first, last in _stretches(wide):
        if sum(wide[first : last + 1]) < least:
            continue
        while last + 1 < len(rows) and _filled(rows[last + 1]):
            last += 1
        inside[first : last + 1] = [True] * (last + 1 - first)
    return inside


def _stretches(wide: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First and last of the wide rows with at most a few others between."""
    places = [index for index, is_wide in enumerate(wide) if is_wide]
    start = 0
    for place in range(1, len(places) + 1):
        if place == len(places) or places[place] - places[place - 1] > APART:
            yield places[start], places[place - 1]
            start = place


@dataclass(slots=True)
class _Page:
    number: int
    counter: LineCounter
    pairs: list[_Row] = field(default_factory=list)  # rows of two cells, waiting for their like
    table: list[_Row] = field(default_factory=list)

    def blocks(self, rows: list[_Row]) -> Iterator[Block]:
        for row, in_table in zip(rows, _table_rows(rows), strict=True):
            if in_table:
                yield from self._pairs()
                self.table.append(row)
                continue
            yield from self._table()
            yield from self._outside([cell for cell in row if cell.filled])
        yield from self._pairs()
        yield from self._table()

    def _outside(self, row: _Row) -> Iterator[Block]:
        """A row above or below a table: a line, or one of several that stand side by side."""
        if self.pairs and (not row or not self._fits(row)):
            yield from self._pairs()
        if len(row) == FEW and _MARK.fullmatch(row[0].shown.text.strip()):
            words = " ".join(cell.shown.text.strip() for cell in row)
            yield from self._lines(words, row[1])
        elif len(row) == FEW or (row and self.pairs):
            self.pairs.append(row)
        elif len(row) > FEW:
            yield Table((tuple(self._cell(cell, 1) for cell in row),))
        elif row:
            yield from self._lines(row[0].shown.text, row[0])

    def _fits(self, row: _Row) -> bool:
        """Whether a row goes on with the two columns above it."""
        split = min(pair[1].column for pair in self.pairs if len(pair) == FEW)
        return len(row) <= FEW and not any(cell.column < split <= cell.last for cell in row)

    def _pairs(self) -> Iterator[Block]:
        """The waiting rows as two columns side by side, each with its lines, as Word keeps such a head."""
        if not self.pairs:
            return
        split = min(pair[1].column for pair in self.pairs if len(pair) == FEW)
        sides: tuple[list[Line], list[Line]] = ([], [])
        for side in (0, 1):
            for row in self.pairs:
                for cell in row:
                    if (cell.column >= split) == bool(side):
                        sides[side].extend(self._lines(cell.shown.text, cell))
        self.pairs = []
        yield Table(((Cell(tuple(sides[0]), 0), Cell(tuple(sides[1]), 1)),))

    def _table(self) -> Iterator[Block]:
        rows, self.table = self.table, []
        while rows and not _filled(rows[-1]):
            rows.pop()
        if rows:
            yield Table(
                tuple(
                    tuple(self._cell(cell, min(cell.rows, len(rows) - index)) for cell in row)
                    for index, row in enumerate(rows)
                )
            )

    def _cell(self, cell: _Placed, rows: int) -> Cell:
        lines = tuple(self._lines(cell.shown.text, cell))
        return Cell(lines, cell.column, cell.last - cell.column + 1, rows)

    def _lines(self, text: str, cell: _Placed) -> Iterator[Line]:
        look = cell.shown.look
        for words in text.split("\n"):
            if words.strip():
                yield self.counter.line(words.strip(), self.number, "", look.bold, look.centred)
