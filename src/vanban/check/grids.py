"""A table as a grid of texts, whatever its cells are merged over."""

from dataclasses import dataclass

from vanban.model import Cell, Line, Table
from vanban.passages import text_of, words_of


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table: the text of each column that has a cell of its own, and its lines."""

    texts: dict[int, str]
    lines: tuple[Line, ...]

    @property
    def first(self) -> str:
        """The text of the foremost cell that holds any."""
        return next((text for _, text in sorted(self.texts.items()) if text), "")


def grid_of(table: Table) -> list[GridRow]:
    """The rows of a table."""
    return [
        GridRow(
            {cell.column: cell_text(cell) for cell in row},
            tuple(line for cell in row for line in cell.lines),
        )
        for row in table.rows
    ]


def cell_text(cell: Cell) -> str:
    """The words of a cell."""
    return text_of(words_of(cell.lines))
