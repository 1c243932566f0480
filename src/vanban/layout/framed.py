"""Grids filled with the words that stand in them: the ruled tables of one page."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from vanban.layout.geometry import PageLayout, PlacedWord
from vanban.layout.grid import Grid, grids_of, within
from vanban.layout.printed import PrintedLine, printed_lines
from vanban.layout.stamps import without_stamps

A4 = 842.0  # points of its long side: tells how large a point is in page units


@dataclass(slots=True)
class TableCell:
    """Printed lines in a cell, the row and column it begins in and how many it covers."""

    row: int
    column: int
    rows: int
    columns: int
    lines: list[PrintedLine] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def end(self) -> int:
        """The row after its last."""
        return self.row + self.rows


@dataclass(slots=True)
class FramedTable:
    """A table; `xs` are its column edges as fractions of the page width, `top` and `bottom` in page units.

    `page` is the place of the page it begins on, `last_page` where it ends. `cells` stand in reading order;
    `tail` holds those of the last page, and those of earlier pages that reach down to the end of the table.
    `breaks` holds the empty cells right below a page break, each behind the cell above the break.
    """

    page: int
    xs: tuple[float, ...]
    height: int
    cells: list[TableCell]
    top: float
    bottom: float
    tail: list[TableCell]
    last_page: int
    breaks: list[tuple[TableCell, TableCell]] = field(default_factory=list)

    @property
    def is_frame(self) -> bool:
        """Whether only one cell holds words: the end of a row cut by the page, or no table at all."""
        return sum(bool(cell.lines) for cell in self.cells) < 2

    def row(self, number: int) -> list[TableCell]:
        """The cells that begin in one of the first rows, from left to right."""
        first = self.cells[: (number + 1) * len(self.xs)]
        return sorted((cell for cell in first if cell.row == number), key=lambda cell: cell.column)


def framed_tables(page: PageLayout, place: int) -> tuple[list[FramedTable], list[PlacedWord]]:
    """The ruled tables of a page, top to bottom, and the words that stand in none."""
    point = max(page.width, page.height) / A4
    rest = without_stamps(page.words)
    tables: list[FramedTable] = []
    for grid in _outermost(grids_of(page.rules, point)):
        inside, outside = _parted(rest, grid)
        table = _filled(grid, inside, page, place)
        if any(cell.lines for cell in table.cells):
            tables.append(table)
            rest = outside
    return tables, rest


def _outermost(grids: Sequence[Grid]) -> list[Grid]:
    """The grids that do not lie within another: a table inside a cell is text of that cell."""
    kept: list[Grid] = []
    for grid in sorted(grids, key=_area, reverse=True):
        left, top, right, bottom = grid.box
        across, down = (left + right) / 2, (top + bottom) / 2
        if not any(
            one.xs[0] <= across <= one.xs[-1] and one.ys[0] <= down <= one.ys[-1] for one in kept
        ):
            kept.append(grid)
    return sorted(kept, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _area(grid: Grid) -> float:
    left, top, right, bottom = grid.box
    return (right - left) * (bottom - top)


def _parted(words: Sequence[PlacedWord], grid: Grid) -> tuple[list[PlacedWord], list[PlacedWord]]:
    left, top, right, bottom = grid.box
    inside: list[PlacedWord] = []
    outside: list[PlacedWord] = []
    for word in words:
        across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        held = left <= across < right and top <= down < bottom
        (inside if held else outside).append(word)
    return inside, outside


def _filled(grid: Grid, words: Sequence[PlacedWord], page: PageLayout, place: int) -> FramedTable:
    owner = {
        (row, column): index
        for index, cell in enumerate(grid.cells)
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }
    held: dict[int, list[PlacedWord]] = {}
    for word in words:
        column = within(grid.xs, (word.left + word.right) / 2)
        row = within(grid.ys, (word.top + word.bottom) / 2)
        if row is not None and column is not None:
            held.setdefault(owner[row, column], []).append(word)
    cells = [
        TableCell(c.row, c.column, c.rows, c.columns, printed_lines(held.get(index, ()), place))
        for index, c in enumerate(grid.cells)
    ]
    xs = tuple(x / page.width for x in grid.xs)
    return FramedTable(
        place, xs, len(grid.ys) - 1, cells, grid.ys[0], grid.ys[-1], list(cells), place
    )
