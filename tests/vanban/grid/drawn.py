"""Tables drawn in tests: each cell a text, or a text with how many columns and rows it covers; None is covered."""

from collections.abc import Sequence

from vanban.model import Block, Cell, Line, Source, Table, Task
from vanban.passages import text_of
from vanban.reader import read_source
from vanban.tables.columns import Column
from vanban.tables.reading import read_tables
from vanban.tables.rows import Row

Drawn = str | tuple[str, int, int] | None
HEAD = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành")


def table(rows: Sequence[Sequence[Drawn]], first_line: int = 1) -> Table:
    """The table; lines are counted on from the first."""
    number = first_line
    drawn: list[tuple[Cell, ...]] = []
    for row in rows:
        cells = []
        for place, cell in enumerate(row):
            if cell is None:
                continue
            text, columns, height = (cell, 1, 1) if isinstance(cell, str) else cell
            parts = text.split("\n")
            lines = tuple(Line(number + index, part) for index, part in enumerate(parts))
            number += len(parts)
            cells.append(Cell(lines, place, columns, height))
        drawn.append(tuple(cells))
    return Table(tuple(drawn))


def source(*blocks: Block) -> Source:
    return Source(blocks, "docx")


def tasks(rows: Sequence[Sequence[Drawn]]) -> tuple[Task, ...]:
    """The tasks of a document that is this table."""
    return read_source(source(table(rows))).tasks


def rows_read(*blocks: Block) -> list[Row]:
    """The rows of all task tables among blocks."""
    return [row for found in read_tables(source(*blocks)) for row in found.rows]


def titles(rows: Sequence[Sequence[Drawn]]) -> list[str]:
    return [task.title for task in tasks(rows)]


def leads(task: Task) -> list[str]:
    return [mention.name for mention in task.leads]


def helpers(task: Task) -> list[str]:
    return [mention.name for mention in task.coordinating]


def cell(row: Row, column: Column) -> str:
    return text_of(row.cells.get(column, ()))
