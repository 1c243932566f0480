"""A table as rows in which every cell stands in each column and row it covers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from vanban.model import Cell, Table
from vanban.passages import Word, words_of

APART = 10_000  # more than the words of a cell: ordinals of two cells never follow one another


@dataclass(frozen=True)
class GridRow:
    """A row: the cells that begin in it, and those that reach down into it, by the columns they cover."""

    own: Mapping[int, Cell]
    above: Mapping[int, Cell]

    def at(self, place: int) -> Cell | None:
        """The cell in a column, wherever it begins."""
        return self.own.get(place) or self.above.get(place)

    @cached_property
    def cells(self) -> list[Cell]:
        """The cells that begin in the row, once each."""
        return list({id(cell): cell for cell in self.own.values()}.values())

    @cached_property
    def filled(self) -> list[Cell]:
        """The cells that begin in the row and hold words."""
        return [cell for cell in self.cells if text_in(cell)]


def matrix(table: Table) -> list[GridRow]:
    """The rows of a table."""
    rows: list[GridRow] = []
    reaching: dict[int, tuple[Cell, int]] = {}
    for cells in table.rows:
        own = {
            place: cell
            for cell in cells
            for place in range(cell.column, cell.column + cell.columns)
        }
        above = {place: cell for place, (cell, _) in reaching.items() if place not in own}
        rows.append(GridRow(own, above))
        reaching = {
            place: (cell, left - 1)
            for place, (cell, left) in reaching.items()
            if left > 1 and place in above
        }
        reaching.update(
            {place: (cell, cell.rows - 1) for place, cell in own.items() if cell.rows > 1}
        )
    return rows


def width(rows: Sequence[GridRow]) -> int:
    """How many columns the rows have."""
    return max((place + 1 for row in rows for place in row.own), default=0)


def words_in(cell: Cell | None) -> tuple[Word, ...]:
    """The words of a cell; their ordinals do not go on with those of any other cell."""
    if cell is None or not cell.lines:
        return ()
    return tuple(words_of(cell.lines, cell.lines[0].number * APART))


def text_in(cell: Cell | None) -> str:
    """The text of a cell, "" where there is none."""
    return " ".join(" ".join([line.text for line in cell.lines]).split()) if cell else ""


def number_in(cell: Cell | None) -> str:
    """The number in a cell: what is printed, or what the word processor prints by itself."""
    if cell is None:
        return ""
    printed = text_in(cell)
    labels = [line.label for line in cell.lines if line.label]
    return printed or (labels[0].strip() if labels and labels[0].strip("-•+*– ") else "")
