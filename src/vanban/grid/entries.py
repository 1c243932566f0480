"""One row of a table by its columns: its number, the words under each heading, and which of them begin in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vanban.grid.heads import Head
from vanban.grid.matrix import GridRow, number_in, text_in, width, words_in
from vanban.grid.ranks import DEEPEST, bare_number, is_number, rank_of
from vanban.model import Cell
from vanban.paragraphs.numbering import mark_of
from vanban.passages import BULLETS, Word, text_of
from vanban.tables.columns import DATES, OFFICES, Column
from vanban.text import fold

WORK = OFFICES | DATES | {Column.PRODUCT}
_MARKS = frozenset(["x", "✓", "✔", "●", "•", "√", "+", "v"])


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as read so far.

    `own` are the columns with words that begin in this row, `single` those of them that end in it too;
    `above` is the number of a cell that reaches down into the row; `wide` tells that its one text stands
    over most columns; `detail` is the second number; `listed` tells of a bullet before the title.
    """

    number: str
    detail: str
    cells: Mapping[Column, tuple[Word, ...]]
    own: frozenset[Column]
    single: frozenset[Column]
    wide: bool
    bold: bool
    above: str = ""
    listed: bool = False

    @property
    def rank(self) -> int:
        """How deep the row's number stands; the second number tells if there is one."""
        return rank_of(self.detail or self.number) if self.detail or self.number else DEEPEST

    @property
    def title(self) -> tuple[Word, ...]:
        return self.cells.get(Column.TITLE, ())

    @property
    def has_work(self) -> bool:
        """Whether more than a title and numbers begins in the row."""
        return bool(self.own & WORK)


def entry_of(row: GridRow, head: Head) -> Entry:
    """The row under a head."""
    cells: dict[Column, tuple[Word, ...]] = {}
    own: set[Column] = set()
    single: set[Column] = set()
    numbers = {Column.NUMBER: "", Column.DETAIL: ""}
    above = ""
    for place, cell in _cells(row, head):
        column = head.columns[head.first.get(place, place)].column
        begins = place in row.own
        if column in numbers or _is_second_number(cell, column, cells):
            if begins:
                numbers[column if column in numbers else Column.DETAIL] = number_in(cell)
            elif column is Column.NUMBER:
                above = bare_number(number_in(cell))
            continue
        words = _marked(words_in(cell), head.periods.get(place, ()))
        if not words:
            continue
        cells[column] = cells.get(column, ()) + words
        own |= {column} if begins else set()
        single |= {column} if begins and cell.rows == 1 else set()
    listed = bool(cells.get(Column.TITLE)) and cells[Column.TITLE][0].text in BULLETS
    entry = _numbered(row, numbers, cells, frozenset(own), frozenset(single))
    return replace(entry, above=above, listed=listed)


def _is_second_number(cell: Cell, column: Column, cells: Mapping[Column, tuple[Word, ...]]) -> bool:
    """Whether a cell under the title holds a number of its own, before the title itself."""
    return column is Column.TITLE and Column.TITLE not in cells and is_number(text_in(cell))


def _cells(row: GridRow, head: Head) -> list[tuple[int, Cell]]:
    """The cells under the headings, each once: one merged over several columns belongs to the title or the first."""
    found: dict[int, tuple[int, Cell]] = {}
    for place in sorted({*head.columns, *head.first}):
        cell = row.at(place)
        if cell is None or head.first.get(place, place) not in head.columns:
            continue
        column = head.columns[head.first.get(place, place)].column
        before = found.get(id(cell))
        numbering = (
            before is not None
            and head.columns[head.first.get(before[0], before[0])].column is Column.NUMBER
        )
        if before is None or column is Column.TITLE or numbering:
            found[id(cell)] = place, cell
    return sorted(found.values(), key=lambda one: one[0])


def _marked(words: tuple[Word, ...], period: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a cell; under a head that is a time an x stands for that time."""
    if period and len(words) == 1 and words[0].text.lower() in _MARKS:
        return period
    return words


def _numbered(
    row: GridRow,
    numbers: Mapping[Column, str],
    cells: dict[Column, tuple[Word, ...]],
    own: frozenset[Column],
    single: frozenset[Column],
) -> Entry:
    """The entry, with a number that stands before the title itself taken from it."""
    number, detail = bare_number(numbers[Column.NUMBER]), numbers[Column.DETAIL].strip()
    title = cells.get(Column.TITLE, ())
    if title:
        said, rest = _without_number(title, row, empty=not number)
        detail = detail or (said if number else "")
        number = number or bare_number(said)
        cells[Column.TITLE] = rest
    return Entry(number, detail, cells, own, single, _is_wide(row), _is_bold(row))


def _without_number(
    title: tuple[Word, ...], row: GridRow, *, empty: bool
) -> tuple[str, tuple[Word, ...]]:
    """A number printed before the title where the row has none elsewhere, and the title without it and bullets."""
    mark = mark_of(text_of(title[:3])) if empty and len(title) > 1 else None
    if mark and mark.kind in ("roman", "arabic", "decimal", "letter", "bracket"):
        return mark.number, _cut(title, mark.length)
    label = next(
        (line.label for cell in row.cells for line in cell.lines if line.label.strip("-•+*– ")), ""
    )
    while len(title) > 1 and title[0].text in BULLETS:
        title = title[1:]
    return (label if empty and is_number(label) else ""), title


def _cut(title: tuple[Word, ...], length: int) -> tuple[Word, ...]:
    """The title from a character on."""
    rest, place = list(title), length
    while rest and place >= len(rest[0].text):
        place -= len(rest.pop(0).text) + 1
    if rest and place > 0:
        rest[0] = rest[0]._replace(text=rest[0].text[place:])
    return tuple(rest)


def _is_wide(row: GridRow) -> bool:
    """Whether one text stands over most of the columns, as one merged cell or printed again in each."""
    filled = row.filled
    if len({fold(text_in(cell)) for cell in filled}) == 1 and len(filled) > 2:
        return True
    texts = [cell for cell in filled if not is_number(text_in(cell))]
    across = width([row])
    return len(texts) == 1 and texts[0].columns > 1 and 2 * texts[0].columns >= across > 2


def _is_bold(row: GridRow) -> bool:
    lines = [line for cell in row.filled for line in cell.lines if line.text.strip()]
    return bool(lines) and all(line.bold or line.text.startswith("**") for line in lines)


def is_total(entry: Entry) -> bool:
    """Whether a row sums up others."""
    return bool(entry.title) and fold(text_of(entry.title)).strip(" :.") in (
        "tong cong",
        "tong so",
        "cong",
        "tong",
    )


def opens_small(words: Sequence[Word]) -> bool:
    """Whether words begin with a small letter: they go on with what stands before."""
    text = words[0].text.lstrip('"“‘(') if words else ""
    return text[:1].islower()
