"""The head of a table: one to four rows, cells merged over several columns with their parts below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from vanban.deadlines.reading import is_deadline
from vanban.grid.matrix import GridRow, text_in, words_in
from vanban.grid.naming import named_column
from vanban.grid.ranks import numbers_columns
from vanban.model import Cell
from vanban.passages import Word
from vanban.tables.columns import DATES, Column, Heading, resolved
from vanban.text import fold

MOST_ROWS = 4  # of a head
LONGEST = 16  # words of a head's cell
_FEWEST = 2  # columns that name themselves, to be a head at all


@dataclass(frozen=True, slots=True)
class Head:
    """The headings by the place of their columns, and the row after the head.

    `periods` are the words of columns whose head is itself a time ("Quý I"), to be marked with an x below;
    `first` names for every column the one whose heading is merged over it.
    """

    columns: Mapping[int, Heading]
    after: int = 0
    periods: Mapping[int, tuple[Word, ...]] = field(default_factory=dict)
    first: Mapping[int, int] = field(default_factory=dict)

    @property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(self.columns.values())

    def places(self, column: Column) -> list[int]:
        """The places of the columns of a kind, from the left."""
        return [place for place, one in sorted(self.columns.items()) if one.column is column]


def head_at(rows: Sequence[GridRow], start: int) -> Head | None:
    """The head that begins at a row, None if none does; the row that numbers the columns belongs to it."""
    if not 0 <= start < len(rows) or not _may_open(rows[start]):
        return None
    end = start + 1
    while end < min(len(rows), start + MOST_ROWS) and _goes_on(rows, start, end):
        end += 1
    found = _headings(rows[start:end])
    if len(found.columns) < _FEWEST:
        return None
    while end < len(rows) and numbers_columns([text_in(cell) for cell in rows[end].filled]):
        end += 1
    places = sorted(found.columns)
    plain = resolved([found.columns[place] for place in places])
    return replace(found, columns=dict(zip(places, plain, strict=True)), after=end)


def _may_open(row: GridRow) -> bool:
    filled = row.filled
    named = [cell for cell in filled if named_column(text_in(cell))]
    short = all(len(text_in(cell).split()) <= 2 * LONGEST for cell in filled)
    return short and len(named) >= _FEWEST and 2 * len(named) >= len(filled)


def _goes_on(rows: Sequence[GridRow], start: int, index: int) -> bool:
    """Whether a row still belongs to the head: cells reach down into it, or it names parts of a cell above."""
    filled = rows[index].filled
    if not filled or any(len(text_in(cell).split()) > LONGEST for cell in filled):
        return False
    if numbers_columns([text_in(cell) for cell in filled]):
        return False
    under = [cell for cell in filled if _stands_under(rows, start, index, cell)]
    named = [cell for cell in filled if named_column(text_in(cell)) or is_deadline(text_in(cell))]
    reached = any(cell.rows > index - start for cell in rows[start].cells if text_in(cell))
    return len(under) == len(filled) and (reached or 2 * len(named) >= len(filled) > 0)


def _stands_under(rows: Sequence[GridRow], start: int, index: int, cell: Cell) -> bool:
    """Whether a cell is a part of a wider one above, or of one with nothing in its own column above."""
    above = rows[index - 1].at(cell.column)
    if above is None or not text_in(above):
        return bool(named_column(text_in(cell)) or is_deadline(text_in(cell)))
    return above.columns > cell.columns or _open_to_the_right(rows[start], above)


def _open_to_the_right(row: GridRow, cell: Cell) -> bool:
    """Whether the next cell of the row is empty: formats without merged cells print a wide one so."""
    place = cell.column + cell.columns
    return place in row.own and not text_in(row.own[place])


def _headings(rows: Sequence[GridRow]) -> Head:
    columns: dict[int, Heading] = {}
    periods: dict[int, tuple[Word, ...]] = {}
    first: dict[int, int] = {}
    seen: dict[tuple[int, ...], int] = {}
    for place in sorted({place for row in rows for place in row.own}):
        chain = _chain(rows, place)
        heading = _heading_of([text_in(cell) for cell in chain])
        if heading is None:
            continue
        first[place] = seen.setdefault(tuple(id(cell) for cell in chain), place)
        if first[place] == place:
            columns[place] = heading
        if len(chain) > 1 and heading.column in DATES and is_deadline(text_in(chain[-1])):
            periods[place] = words_in(chain[-1])
    return Head(columns, 0, periods, first)


def _chain(rows: Sequence[GridRow], place: int) -> list[Cell]:
    """The cells of the head over a column, from the top; one that is empty takes its left neighbour's wide one."""
    chain: list[Cell] = []
    for index, row in enumerate(rows):
        cell = row.own.get(place)
        if cell is not None and not text_in(cell) and index + 1 < len(rows):
            cell = _left_of(row, place) if text_in(rows[index + 1].own.get(place)) else cell
        if cell is not None and text_in(cell) and cell not in chain:
            chain.append(cell)
    return chain


def _left_of(row: GridRow, place: int) -> Cell | None:
    """The nearest cell to the left that holds words."""
    return next(
        (
            row.own[one]
            for one in range(place - 1, -1, -1)
            if one in row.own and text_in(row.own[one])
        ),
        None,
    )


def _heading_of(texts: Sequence[str]) -> Heading | None:
    """What a column is called: by its lowest cell, by all of them together, or by the one over it."""
    if not texts:
        return None
    tries = [texts[-1], " ".join(texts[-2:]), " ".join(texts), *reversed(texts[:-1])]
    for text in tries:
        column = named_column(text)
        if column:
            parents = fold(" ".join(texts))
            return Heading(_of_parent(column, texts), parents)
    return None


def _of_parent(column: Column, texts: Sequence[str]) -> Column:
    """A part of a wider heading that names no column by itself ("Ngân sách", under "Kinh phí") is what that is."""
    over = named_column(texts[0]) if len(texts) > 1 else None
    return over if over in (Column.FUNDING,) and column is not Column.REMARK else column
