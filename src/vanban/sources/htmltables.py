"""Which tables of a web page hold data and which only place things; the cells of the former with their spans."""

from collections.abc import Iterator

from lxml import etree

MOST_COLUMNS = 200
SMALL = 2_000  # characters: the head of a document or its signatures, side by side
LARGE_CELL = 5_000  # characters in one cell: it holds a page, not a datum

Placed = tuple[etree._Element, int, int, int]  # cell, column, columns, rows


def is_data_table(table: etree._Element) -> bool:
    """Whether a table is one to those who read it; else what is in it prints one after the other.

    One column, or one row of much text, places things; so does a table around tables. Two columns in few
    rows are the head of a document or its signatures and stay side by side.
    """
    rows = [list(_cells(row)) for row in _rows(table)]
    wide = max((len(cells) for cells in rows), default=0)
    if wide < 2:
        return False
    holds_tables = any(True for inner in table.iter("table") if inner is not table)
    if holds_tables and (wide < 3 or len(rows) < 3):
        return False
    lengths = [_length(cell) for cells in rows for cell in cells]
    if max(lengths) > LARGE_CELL:
        return False
    return len(rows) > 2 or sum(lengths) <= SMALL or (wide > 2 and len(rows) > 1)


def read_cells(table: etree._Element) -> Iterator[list[Placed]]:
    """The cells of each row with the grid column they begin in and the columns and rows they cover."""
    rows = list(_rows(table))
    taken: dict[int, int] = {}  # column → rows below that a cell from above still covers
    for index, row in enumerate(rows):
        placed: list[Placed] = []
        column = 0
        covered, taken = taken, {column: left - 1 for column, left in taken.items() if left > 1}
        for cell in _cells(row):
            while column in covered:
                column += 1
            columns = min(_span(cell, "colspan", 1), max(1, MOST_COLUMNS - column))
            depth = min(_span(cell, "rowspan", len(rows)), len(rows) - index)
            placed.append((cell, column, columns, depth))
            if depth > 1:
                taken |= dict.fromkeys(range(column, column + columns), depth - 1)
            column += columns
        yield placed


def _span(cell: etree._Element, name: str, all_of_them: int) -> int:
    text = (cell.get(name) or "1").strip()
    number = int(text) if text.isdecimal() and len(text) < 6 else 1
    return number or all_of_them


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    yield from row.iterchildren("td", "th")


def _length(cell: etree._Element) -> int:
    return sum(len(text.strip()) for text in cell.itertext())
