"""Task tables of Word files: their head by its words, merged cells, group headings between the rows."""

from vanban.columns import Column, Heading, column_of, is_head
from vanban.model import Cell, Table
from vanban.passages import Word, text_of, words_of
from vanban.rows import Row, TaskTable
from vanban.text import fold

HEAD_ROWS = 3  # a head stands within the first rows


def read_table(table: Table) -> TaskTable | None:
    """The table's rows as tasks are read from them, None for a table about something else."""
    found = _head(table)
    if found is None:
        return None
    columns, after = found
    rows = _rows(table, columns, after)
    numbers = [line.number for row in table.rows for cell in row for line in cell.lines]
    if not rows or not numbers:
        return None
    return TaskTable(tuple(columns.values()), tuple(rows), (min(numbers), max(numbers)))


def _text(cell: Cell) -> str:
    return text_of(words_of(cell.lines))


def _head(table: Table) -> tuple[dict[int, Heading], int] | None:
    """The column headings by place and the row after them; a head of two rows is read as one."""
    columns: dict[int, Heading] = {}
    for index, row in enumerate(table.rows[:HEAD_ROWS]):
        for cell in row:
            column = column_of(_text(cell))
            if column:
                columns[cell.column] = Heading(column, fold(_text(cell)))
        if is_head([heading.column for heading in columns.values()]):
            return columns, index + 1
    return None


def _rows(table: Table, columns: dict[int, Heading], after: int) -> list[Row]:
    rows: list[Row] = []
    section = ""
    spanning: dict[int, tuple[Cell, int]] = {}
    for cells in table.rows[after:]:
        filled = _filled(cells, spanning)
        if _is_group(cells, columns):
            section = " ".join(text for cell in cells if (text := _text(cell)))
        elif row := _row(filled, columns, section):
            rows.append(row)
    return rows


def _filled(cells: tuple[Cell, ...], spanning: dict[int, tuple[Cell, int]]) -> dict[int, Cell]:
    """The cells of a row by column, with those that reach down from a row above."""
    for column in list(spanning):
        cell, left = spanning.pop(column)
        if left > 0 and all(one.column != column for one in cells):
            spanning[column] = cell, left - 1
    filled = {column: cell for column, (cell, _) in spanning.items()}
    for cell in cells:
        filled[cell.column] = cell
        if cell.rows > 1:
            spanning[cell.column] = cell, cell.rows - 1
    return filled


def _is_group(cells: tuple[Cell, ...], columns: dict[int, Heading]) -> bool:
    """Whether a row is a heading: one text over most columns, or a text beside a number and nothing else."""
    filled = [cell for cell in cells if _text(cell)]
    if len(filled) == 1:
        return filled[0].columns > 1 or len(columns) > 2
    wide = max((cell.columns for cell in filled), default=1)
    return wide >= len(columns) - 1 > 1 or (
        len(filled) == 2 and filled[0].column == 0 and _is_upper_number(_text(filled[0]))
    )


def _is_upper_number(text: str) -> bool:
    return bool(text) and all(char in "IVXABCDEGH.)" for char in text)


def _row(filled: dict[int, Cell], columns: dict[int, Heading], section: str) -> Row | None:
    cells: dict[Column, tuple[Word, ...]] = {}
    number = ""
    for place, heading in columns.items():
        words = tuple(words_of(filled[place].lines)) if place in filled else ()
        if heading.column is Column.NUMBER:
            number = text_of(words).rstrip(".)")
        elif words:
            cells[heading.column] = cells.get(heading.column, ()) + words
    if Column.TITLE not in cells or _repeats_head(cells, columns):
        return None
    return Row(number, cells, section)


def _repeats_head(cells: dict[Column, tuple[Word, ...]], columns: dict[int, Heading]) -> bool:
    """Whether a row is the head again, or the numbers of the columns."""
    texts = {fold(text_of(words)) for words in cells.values()}
    return texts <= {heading.text for heading in columns.values()} or all(
        text.strip("()").isdigit() for text in texts
    )
