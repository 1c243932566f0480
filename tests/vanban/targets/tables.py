"""Tables for the tests, written as rows of texts."""

from collections.abc import Sequence

from vanban.model import Block, Cell, Line, Source, Table

Text = str | tuple[str, int, int] | None


def wide(text: str, columns: int) -> Text:
    """A cell over several columns; the columns after the first are not to be given."""
    return text, columns, 1


def tall(text: str, rows: int) -> Text:
    """A cell over several rows; in the rows below it stands None."""
    return text, 1, rows


def table(rows: Sequence[Sequence[Text]], after: int = 0) -> Table:
    """A table whose lines are numbered from `after`; a line break in a text makes a new line of its cell."""
    made = []
    for row in rows:
        cells, column = [], 0
        for text in row:
            words, columns, height = text if isinstance(text, tuple) else (text, 1, 1)
            if words is not None:
                lines = tuple(
                    Line(after + number, part)
                    for number, part in enumerate(words.split("\n"), start=1)
                )
                after += len(lines)
                cells.append(Cell(lines, column, columns, height))
            column += columns
        made.append(tuple(cells))
    return Table(tuple(made))


def annex(*rows: Sequence[Text], head: Sequence[str] = (), form: str = "docx") -> Source:
    """A document that is nothing but a table, with lines above it."""
    lines: list[Block] = [Line(number, text) for number, text in enumerate(head, start=1)]
    return Source((*lines, table(rows, len(lines))), form)
