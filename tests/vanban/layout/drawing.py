"""Pages drawn for the tests: words set in a type of even width, tables ruled around them."""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from vanban.layout.blocks import blocks_of
from vanban.layout.geometry import PageLayout, PlacedWord, Rule
from vanban.model import Cell, Line, Table

WIDTH, HEIGHT, SIZE = 595.0, 842.0, 10.0
LETTER = SIZE / 2
Edge = tuple[str, int, int]  # "right" or "below", row, column: an edge that is not drawn


def line(
    text: str, left: float, top: float, bold: bool = False, size: float = SIZE
) -> list[PlacedWord]:
    """The words of a line, its first letter at `left`."""
    words = []
    for part in text.split():
        right = left + len(part) * size / 2
        words.append(PlacedWord(part, left, top, right, top + size, bold, size))
        left = right + size / 2
    return words


def paragraph(lines: Sequence[str], left: float, top: float) -> list[PlacedWord]:
    """Lines one below the other."""
    return [
        word
        for place, text in enumerate(lines)
        for word in line(text, left, top + place * 1.2 * SIZE)
    ]


def ruled(
    xs: Sequence[float], ys: Sequence[float], open_edges: Collection[Edge] = ()
) -> list[Rule]:
    """The edges of a grid, drawn cell by cell as Word does, without the open ones."""
    rules = []
    for row, (top, bottom) in enumerate(pairwise(ys)):
        for column, (left, right) in enumerate(pairwise(xs)):
            if row == 0:
                rules.append(Rule(left, top, right, top + 0.5))
            if column == 0:
                rules.append(Rule(left, top, left + 0.5, bottom))
            if ("right", row, column) not in open_edges:
                rules.append(Rule(right, top, right + 0.5, bottom))
            if ("below", row, column) not in open_edges:
                rules.append(Rule(left, bottom, right, bottom + 0.5))
    return rules


def table_page(
    number: int,
    cells: Mapping[tuple[int, int], str],
    open_edges: Collection[Edge] = (),
    xs: Sequence[float] = (50, 90, 290, 410, 530),
    top: float = 100,
) -> PageLayout:
    """A page with one table: the text of each cell by row and column, lines parted by "/"."""
    rows = max(row for row, _ in cells) + 1
    ys = [top + 50 * row for row in range(rows + 1)]
    words = [
        word
        for (row, column), text in cells.items()
        for word in paragraph(text.split("/"), xs[column] + 3, ys[row] + 3)
    ]
    rules = ruled(xs, ys, open_edges)
    return PageLayout(number, WIDTH, HEIGHT, tuple(words), tuple(rules))


def page(*words: Sequence[PlacedWord], number: int = 1, rules: Sequence[Rule] = ()) -> PageLayout:
    """A page of these lines."""
    return PageLayout(
        number, WIDTH, HEIGHT, tuple(word for some in words for word in some), tuple(rules)
    )


def texts(*pages: PageLayout) -> list[str]:
    """The lines outside of tables as read, "" for a gap."""
    return [block.text for block in blocks_of(pages) if isinstance(block, Line)]


def tables(*pages: PageLayout) -> list[Table]:
    """The tables as read."""
    return [block for block in blocks_of(pages) if isinstance(block, Table)]


def text_of(cell: Cell) -> str:
    return " ".join(line.text for line in cell.lines)


def rows_of(table: Table) -> list[list[str]]:
    """The texts of the cells of every row, a merged cell where it begins."""
    return [[text_of(cell) for cell in row] for row in table.rows]
