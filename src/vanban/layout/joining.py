"""Tables that run over pages made one again: heads once, cut rows and merged cells whole."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from vanban.layout.cuts import (
    cell_above,
    is_carried,
    is_cut,
    is_full,
    is_repeated,
    numbering_columns,
)
from vanban.layout.framed import FramedTable, TableCell

HEAD_ROWS = 5  # a head has fewer rows
ENOUGH = 12  # cells of a column by which it is known to be filled in every row
ALWAYS = 0.95  # of its cells hold words
NEAR = 0.015  # of the page width: two edges are the same
SHARED = 0.6  # of the inner edges that two parts of one table have in common


def join(first: FramedTable, second: FramedTable) -> bool:
    """Let `first` go on with `second`; False, and nothing done, where that is a table of its own."""
    head = _repeated_head(first, second)
    edges = _common_edges(first.xs, second.xs, bool(head))
    if edges is None:
        return False
    xs, here, there = edges
    _spread(first, xs, here)
    _spread(second, xs, there)
    _append(first, second, head)
    return True


def _append(first: FramedTable, second: FramedTable, head: int) -> None:
    """Put the rows of `second` from `head` on below those of `first`."""
    cut = is_cut(first, second, head)
    numbers = numbering_columns(first)
    full = not cut and is_full(second.row(head), numbers)
    shift = first.height - head - cut
    carried: list[TableCell] = []
    added: list[TableCell] = []
    for cell in second.cells:
        above = cell_above(first, cell) if cell.row == head else None
        if above and (cut or is_carried(above, cell)):
            _prolong(above, cell, shift)
            carried.append(above)
        elif cell.row >= head:
            added.append(replace(cell, row=cell.row + shift))
            if above and full and _may_go_on(above, cell, numbers):
                first.breaks.append((above, added[-1]))
    first.cells += added
    first.tail = [*carried, *added]
    first.height, first.bottom = shift + second.height, second.bottom


def _may_go_on(above: TableCell, cell: TableCell, numbers: set[int]) -> bool:
    """Whether an empty cell below a page break may be the rest of the cell above it."""
    same = (above.column, above.columns) == (cell.column, cell.columns)
    return same and not cell.lines and cell.column not in numbers


def settle_breaks(table: FramedTable) -> None:
    """Join the empty cells below page breaks with the cells above, in columns that are never empty elsewhere
    and hold cells merged over rows."""
    open_cells = {id(cell) for _, cell in table.breaks}
    filled: dict[int, list[bool]] = {}
    merged: set[int] = set()
    for cell in table.cells:
        if id(cell) not in open_cells:
            filled.setdefault(cell.column, []).append(bool(cell.lines))
            merged |= {cell.column} if cell.row and cell.rows > 1 else set()
    joined: dict[int, TableCell] = {}
    for above, cell in table.breaks:
        column = filled.get(cell.column, []) if cell.column in merged else []
        if len(column) >= ENOUGH and sum(column) >= ALWAYS * len(column):
            begun = joined.get(id(above), above)
            begun.rows = cell.end - begun.row
            joined[id(cell)] = begun
    table.cells = [cell for cell in table.cells if id(cell) not in joined]


def _prolong(above: TableCell, cell: TableCell, shift: int) -> None:
    if not is_repeated(above, cell):
        above.lines = [*above.lines, *cell.lines]
    above.rows = max(above.rows, cell.end + shift - above.row)


def _repeated_head(first: FramedTable, second: FramedTable) -> int:
    """How many rows at the top of `second` are the head of `first` printed again."""
    count = 0
    while count < min(HEAD_ROWS, first.height, second.height - 1):
        ours, theirs = _texts(first, count), _texts(second, count)
        if ours != theirs or not any(ours):
            break
        count += 1
    return count


def _texts(table: FramedTable, row: int) -> list[str]:
    return ["".join(cell.text.split()) for cell in table.row(row)]


def _common_edges(
    first: Sequence[float], second: Sequence[float], same_head: bool
) -> tuple[tuple[float, ...], list[int], list[int]] | None:
    """Column edges that hold both, and where the edges of each stand among them; None for other columns."""
    if same_head and len(first) == len(second):
        places = list(range(len(first)))
        return tuple(first), places, places
    if abs(first[0] - second[0]) > 2 * NEAR or abs(first[-1] - second[-1]) > 2 * NEAR:
        return None
    inner = [x for x in second[1:-1] if _near(first[1:-1], x)]
    if not same_head and len(inner) < SHARED * min(len(first), len(second)) - 2 * SHARED:
        return None
    extra = [x for x in second[1:-1] if not _near(first, x)]
    xs = tuple(sorted((*first, *extra)))
    return xs, [_place(xs, x) for x in first], [_place(xs, x) for x in second]


def _near(edges: Sequence[float], x: float) -> bool:
    return bool(edges) and abs(edges[_place(edges, x)] - x) <= NEAR


def _place(edges: Sequence[float], x: float) -> int:
    """The index of the edge nearest to `x`."""
    after = bisect_left(edges, x)
    if after == len(edges) or (after and x - edges[after - 1] <= edges[after] - x):
        return after - 1
    return after


def _spread(table: FramedTable, xs: tuple[float, ...], places: Sequence[int]) -> None:
    """Count the columns of the table by other edges."""
    if xs == table.xs:
        return
    for cell in table.cells:
        begin, end = places[cell.column], places[cell.column + cell.columns]
        cell.column, cell.columns = begin, max(1, end - begin)
    table.xs = xs
