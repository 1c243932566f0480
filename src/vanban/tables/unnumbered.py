"""Flattened task tables without a column of numbers: a row is as many stretches of lines as best fill the columns."""

from collections.abc import Sequence
from itertools import pairwise

from vanban.paragraphs.numbering import mark_of
from vanban.passages import Word, text_of
from vanban.tables.columns import (
    DATES,
    OFFICES,
    Column,
    Heading,
    column_of,
    in_place_of_columns,
    is_head,
    resolved,
    tells_tasks,
)
from vanban.tables.rows import Row, TaskTable
from vanban.tables.segments import UNCLEAR, Parting, part
from vanban.text import fold

_MOST_COLUMNS = 12
_LONGEST_NAME = 8  # words of a column's name
_FEWEST_ROWS = 2
_MORE_CELLS = 3  # stretches of a row beyond one for each column
_LONGEST_ROW = 250  # words
_GROUP_COST = -1.0
_LONGEST_GROUP = 30  # words


def unnumbered_at(words: Sequence[Word], start: int, stop: int) -> TaskTable | None:
    """The table whose head begins at a word, None if none does; it ends before `stop`.

    Its head stands apart from its rows, names the work first, then who does it and another column.
    """
    found = _head(words, start)
    if found is None:
        return None
    headings, after = found
    columns = [heading.column for heading in headings]
    cells = _stretches(words, after, stop)
    rows, end = _best(words, cells, columns)
    tasks = [row for row in rows if isinstance(row, Parting)]
    if len(tasks) < _FEWEST_ROWS or min(row.weight for row in tasks) < UNCLEAR:
        return None
    lines = words[start].line, words[end - 1].line
    return TaskTable(headings, tuple(_rows(rows, headings)), lines)


def heads_rows(words: Sequence[Word], start: int) -> bool:
    """Whether the head of such a table begins at a word."""
    line = _line(words, start)
    named = len(line) <= _LONGEST_NAME and column_of(text_of(line)) is Column.TITLE
    return named and _head(words, start) is not None


def _head(words: Sequence[Word], start: int) -> tuple[tuple[Heading, ...], int] | None:
    """The headings from a word on, and the place of the first word behind them."""
    named: list[Heading] = []
    after = start
    while after < len(words) and len(named) < _MOST_COLUMNS:
        line = _line(words, after, whole=True)
        column = column_of(text_of(line)) if len(line) <= _LONGEST_NAME else None
        if column is None:
            line = _line(words, after)
            column = column_of(text_of(line)) if len(line) <= _LONGEST_NAME else None
        if column is None:
            break
        named.append(Heading(column, fold(text_of(line))))
        after += len(line)
    headings = resolved(named)
    columns = [heading.column for heading in headings]
    if after >= len(words) or not is_head(columns) or not tells_tasks(headings):
        return None
    who, other = OFFICES.intersection(columns), {*DATES, Column.COORDINATING, Column.PRODUCT}
    if not who or not other.intersection(columns) or len(columns) <= len(who & other) + 1:
        return None
    return in_place_of_columns(headings), after


def _line(words: Sequence[Word], start: int, *, whole: bool = False) -> Sequence[Word]:
    """The words of a line, or of all lines up to an empty one (`whole`); of a long one the first few."""
    end = start + 1
    while end < len(words) and end - start <= _LONGEST_NAME:
        if words[end].gap if whole else words[end].first:
            break
        end += 1
    return words[start:end]


def _stretches(words: Sequence[Word], start: int, stop: int) -> list[int]:
    """Where the stretches between empty lines begin, or lines where none is empty, and where the last one ends."""
    apart = words[start].gap
    inner = range(start + 1, stop)
    cuts = (place for place in inner if (words[place].gap if apart else words[place].first))
    return [start, *cuts, stop]


def _best(
    words: Sequence[Word], cells: Sequence[int], columns: Sequence[Column]
) -> tuple[list[Parting | str], int]:
    """The rows and headings of groups that weigh most, and the place one past the last of them."""
    ways: list[tuple[float, int, Parting | str | None]] = [(0.0, 0, None)]
    groups = [_group(words[begin:end]) for begin, end in pairwise(cells)]
    for last in range(1, len(cells)):
        options: list[tuple[float, int, Parting | str | None]] = [
            (ways[first][0] + row.weight, first, row)
            for first in range(max(0, last - len(columns) - _MORE_CELLS), last - 1)
            if (ways[first][2] is not None or not first) and not groups[first]
            if cells[last] - cells[first] <= _LONGEST_ROW
            if (row := part(words[cells[first] : cells[last]], columns)).weight > UNCLEAR
        ]
        if groups[last - 1]:
            options.append((ways[last - 1][0] + _GROUP_COST, last - 1, groups[last - 1]))
        ways.append(max(options, key=lambda one: one[0], default=(-1.0, 0, None)))
    last = max(range(len(ways)), key=lambda place: ways[place][0])
    end = cells[last]
    rows: list[Parting | str] = []
    while last:
        _, before, kept = ways[last]
        rows.append(kept if kept is not None else "")
        last = before
    return rows[::-1], end


def _group(words: Sequence[Word]) -> str:
    """The heading of a group of rows: numbered by letters or Roman figures, or in capitals."""
    text = text_of(words[: _LONGEST_GROUP + 1])
    mark = mark_of(text)
    named = text.isupper() or (mark is not None and mark.kind == "roman")
    return text if named and 1 < len(words) <= _LONGEST_GROUP else ""


def _rows(found: Sequence[Parting | str], headings: Sequence[Heading]) -> list[Row]:
    section = ""
    rows: list[Row] = []
    for one in found:
        if isinstance(one, str):
            section = one
            continue
        cells: dict[Column, tuple[Word, ...]] = {}
        for place, cell in one.cells.items():
            column = headings[place].column
            cells[column] = cells.get(column, ()) + cell
        rows.append(Row("", cells, section, ()))
    return rows
