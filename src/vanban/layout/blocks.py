"""Pages of placed words and rules → the blocks of a source: printed lines, gaps and tables, in reading order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from vanban.layout.aligned import Sheet, parted
from vanban.layout.framed import FramedTable, TableCell, framed_tables
from vanban.layout.furniture import without_furniture
from vanban.layout.geometry import PageLayout
from vanban.layout.joining import join, settle_breaks
from vanban.layout.printed import PrintedLine, median, printed_lines
from vanban.layout.sidebyside import columns_read
from vanban.layout.wrapping import Widths
from vanban.model import Block, Box, Cell, Line, Table

WIDER = 1.2  # times the usual distance between lines, from which an empty line is put in
CENTRED = 0.04  # of the page width by which the margins of a centred line differ at most
INDENTED = 0.05  # of the page width by which a centred line is shorter than the text on each side
Item = PrintedLine | FramedTable | None  # None is a gap


def blocks_of(pages: Iterable[PageLayout]) -> tuple[Block, ...]:
    """Lines with page, box, bold and centred (an empty one for a gap), and tables with merged cells.

    Lines are numbered from 1 in reading order, those in table cells included. Page numbers are left out,
    running heads stand once; a table that runs over pages is one table.
    """
    leaves = [_leaf(page, place) for place, page in enumerate(pages)]
    own = without_furniture([(leaf.lines, leaf.layout.height) for leaf in leaves])
    usual = _usual_distance(own)
    items: list[Item] = []
    for place, leaf in enumerate(leaves):
        sheet = Sheet(place, leaf.layout.width, leaf.layout.rules)
        for item in _in_order(leaf.tables, own[place], sheet, usual):
            _append(items, item)
    writer = _Writer([leaf.layout for leaf in leaves], [_body(lines) for lines in own])
    return tuple(writer.blocks(items))


class _Leaf(NamedTuple):
    """A page without its words and upright rules, its ruled tables, and the lines outside of them."""

    layout: PageLayout
    tables: list[FramedTable]
    lines: list[PrintedLine]


def _leaf(page: PageLayout, place: int) -> _Leaf:
    tables, rest = framed_tables(page, place)
    level = tuple(rule for rule in page.rules if rule.bottom - rule.top < rule.right - rule.left)
    layout = PageLayout(page.number, page.width, page.height, (), level, page.turn)
    return _Leaf(layout, tables, printed_lines(rest, place))


def _body(lines: Sequence[PrintedLine]) -> tuple[float, float]:
    """From where to where the text of a page reaches."""
    lefts, rights = [line.left for line in lines], [line.right for line in lines]
    return min(lefts, default=0.0), max(rights, default=0.0)


def _append(items: list[Item], item: Item) -> None:
    """Add what comes next; a table may go on with the one before it."""
    before = items[-1] if items else None
    if (
        isinstance(before, FramedTable)
        and isinstance(item, FramedTable)
        and item.page > before.last_page
        and join(before, item)
    ):
        before.last_page = item.page
    elif isinstance(item, FramedTable) and item.is_frame:
        items += [line for cell in item.cells for line in cell.lines]
    elif item is not None or before is not None:
        items.append(item)


def _usual_distance(pages: Sequence[Sequence[PrintedLine]]) -> float:
    """The usual distance from line to line, in heights of their letters."""
    distances = [
        _distance(above, below)
        for lines in pages
        for above, below in pairwise(lines)
        if below.middle > above.middle
    ]
    return median(distances, 1.15)


def _distance(above: PrintedLine, below: PrintedLine) -> float:
    return (below.bottom - above.bottom) / max(above.height, below.height)


def _in_order(
    tables: Sequence[FramedTable], lines: Sequence[PrintedLine], sheet: Sheet, usual: float
) -> Iterator[Item]:
    """The lines above, between and below the tables, in columns where they stand in columns."""
    rest = list(lines)
    for table in tables:
        above = [line for line in rest if line.middle < table.top]
        rest = rest[len(above) :]
        yield from _with_gaps(above, sheet, usual)
        yield table
    yield from _with_gaps(rest, sheet, usual)


def _with_gaps(lines: Sequence[PrintedLine], sheet: Sheet, usual: float) -> Iterator[Item]:
    """The lines with tables and columns found among them, and a gap wherever more room is left."""
    for count, part in enumerate(parted(lines, sheet)):
        if count:
            yield None
        if isinstance(part, FramedTable):
            yield part
            continue
        for number, block in enumerate(columns_read(part, sheet.width)):
            if number:
                yield None
            for place, line in enumerate(block):
                if place and _distance(block[place - 1], line) > WIDER * usual:
                    yield None
                yield line


@dataclass(slots=True)
class _Writer:
    """Numbers the lines in reading order and tells their places as fractions of the pages."""

    layouts: Sequence[PageLayout]
    bodies: Sequence[tuple[float, float]]
    number: int = 0

    def blocks(self, items: Iterable[Item]) -> Iterator[Block]:
        for item in items:
            if item is None:
                self.number += 1
                yield Line(self.number, "")
            elif isinstance(item, FramedTable):
                yield self.table(item)
            else:
                yield self.line(item, self._is_centred(item))

    def line(self, line: PrintedLine, centred: bool = False) -> Line:
        self.number += 1
        layout = self.layouts[line.page]
        box = box_of(layout, line.left, line.top, line.right, line.bottom)
        return Line(self.number, line.text, layout.number, bold=line.bold, centred=centred, box=box)

    def table(self, table: FramedTable) -> Table:
        settle_breaks(table)
        widths = Widths(table, [layout.width for layout in self.layouts])
        rows: list[list[TableCell]] = [[] for _ in range(table.height)]
        for cell in table.cells:
            rows[cell.row].append(cell)
        return Table(
            tuple(
                tuple(
                    self._cell(cell, widths) for cell in sorted(row, key=lambda cell: cell.column)
                )
                for row in rows
            )
        )

    def _cell(self, cell: TableCell, widths: Widths) -> Cell:
        lines = [self.line(line) for line in cell.lines]
        for place, (above, line) in enumerate(pairwise(cell.lines), start=1):
            if widths.wraps(cell, above, line):
                lines[place] = replace(lines[place], wrapped=True)
        return Cell(tuple(lines), cell.column, cell.columns, cell.rows)

    def _is_centred(self, line: PrintedLine) -> bool:
        width = self.layouts[line.page].width
        left, right = self.bodies[line.page]
        before, after = line.left - left, right - line.right
        return min(before, after) > INDENTED * width and abs(before - after) < CENTRED * width


def box_of(layout: PageLayout, left: float, top: float, right: float, bottom: float) -> Box:
    """A place on the upright page as fractions of the page as its file shows it."""
    x, u = _share(left, layout.width), _share(right, layout.width)
    y, v = _share(top, layout.height), _share(bottom, layout.height)
    if layout.turn == 90:
        x, y, u, v = y, 1 - u, v, 1 - x
    elif layout.turn == 180:
        x, y, u, v = 1 - u, 1 - v, 1 - x, 1 - y
    elif layout.turn == 270:
        x, y, u, v = 1 - v, x, 1 - y, u
    return Box(layout.number, x, y, u, v)


def _share(part: float, whole: float) -> float:
    return round(min(1.0, max(0.0, part / whole)), 5) if whole else 0.0
