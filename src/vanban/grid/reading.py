"""From the table blocks of a source to task tables: heads found, pages joined, tables about something else left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from vanban.grid.content import (
    column_texts,
    completed,
    guessed_head,
    is_agenda,
    names_offices,
    share,
    tells_time,
    with_offices,
)
from vanban.grid.entries import entry_of
from vanban.grid.gathering import gathered
from vanban.grid.heads import Head, head_at
from vanban.grid.matrix import GridRow, matrix, text_in, width
from vanban.model import Block, Line
from vanban.tables.columns import OFFICES, Column, Heading, tells_tasks
from vanban.tables.rows import TaskTable

_HEAD_WITHIN = 12  # rows: captions may stand before a head
_FITS = 0.5
_SHARED = 0.3  # of the rows have a second text of their own under a first one that stays: the first is a group
_PAGE_NUMBER = 4  # characters


@dataclass
class _Part:
    """Rows under one head."""

    head: Head
    columns: int
    rows: list[GridRow] = field(default_factory=list)


def read_table_blocks(blocks: Sequence[Block]) -> list[TaskTable]:
    """The task tables among a source's blocks; a table that goes on in the next block is one."""
    tables = [_task_table(part) for part in _parts(blocks)]
    return [table for table in tables if table is not None]


def _parts(blocks: Sequence[Block]) -> list[_Part]:
    parts: list[_Part] = []
    apart = True
    for block in blocks:
        if isinstance(block, Line):
            apart = apart or len(block.text.strip()) > _PAGE_NUMBER
            continue
        rows = [row for row in matrix(block) if row.filled]
        last = parts[-1] if parts else None
        found = list(_cut(rows))
        if found:
            if last and not apart and _same(last, found[0]):
                last.rows += found.pop(0).rows
            parts += found
        elif last and width(rows) == last.columns and (not apart or _fits(rows, last.head)):
            last.rows += rows
        elif head := guessed_head(rows):
            parts.append(_Part(head, width(rows), rows))
        apart = False
    return parts


def _same(last: _Part, first: _Part) -> bool:
    """Whether a table goes on with the same head on the next page."""
    return last.columns == first.columns and last.head.columns == first.head.columns


def _cut(rows: Sequence[GridRow]) -> Iterator[_Part]:
    """The rows parted at every head; a head that is printed again begins nothing new."""
    place, part = 0, None
    while place < len(rows):
        head = head_at(rows, place) if part or place < _HEAD_WITHIN else None
        if head and part and not _is_new(head, part):
            head = None if head.columns != part.head.columns else head
            place = head.after if head else place
        elif head:
            if part:
                yield part
            part = _Part(head, width(rows))
            place = head.after
        if part and not head and place < len(rows):
            part.rows.append(rows[place])
        place += not head
    if part:
        yield part


def _is_new(head: Head, part: _Part) -> bool:
    """Whether a head inside a table begins another one: it names enough columns, and others."""
    named = [one.column for one in head.columns.values()]
    return len(named) > 2 and Column.NUMBER in named and head.columns != part.head.columns


def _fits(rows: Sequence[GridRow], head: Head) -> bool:
    """Whether rows without a head hold offices and times where the head of the table before has them."""
    evidence = [
        names_offices(rows, place)
        if one.column in OFFICES
        else share(column_texts(rows, place), tells_time)
        for place, one in head.columns.items()
        if (one.column in OFFICES or one.column is Column.DEADLINE)
        and any(column_texts(rows, place))
    ]
    titles = [text for place in head.places(Column.TITLE) for text in column_texts(rows, place)]
    return bool(titles and evidence) and max(evidence) >= _FITS and min(evidence) >= 1 - _FITS


def _task_table(part: _Part) -> TaskTable | None:
    """The table as tasks, None if it is about something else."""
    head = completed(with_offices(part.head, part.rows), part.rows)
    if not tells_tasks(head.headings):
        return None
    times = [
        text for place in head.places(Column.DEADLINE) for text in column_texts(part.rows, place)
    ]
    if is_agenda(times):
        return None
    head = _with_one_title(head, part.rows)
    found = gathered([entry_of(row, head) for row in part.rows])
    numbers = [line.number for row in part.rows for cell in row.cells for line in cell.lines]
    if not numbers or not any(Column.TITLE in row.cells for row in found.rows):
        return None
    return TaskTable(
        head.headings, tuple(found.rows), (min(numbers), max(numbers)), tuple(found.groups)
    )


def _with_one_title(head: Head, rows: Sequence[GridRow]) -> Head:
    """The head with one column as the title: of two the first, unless several of the second share it."""
    places = head.places(Column.TITLE)
    if len(places) < 2:
        return head
    columns = dict(head.columns)
    first, second = places[:2]
    shared = sum(
        1 for row in rows if not text_in(row.own.get(first)) and text_in(row.own.get(second))
    )
    groups = shared >= _SHARED * len(rows)
    columns[first] = Heading(Column.GROUP if groups else Column.TITLE, columns[first].text)
    for place in places[1:]:
        named = groups and place == second
        columns[place] = Heading(Column.TITLE if named else Column.DESCRIPTION, columns[place].text)
    return replace(head, columns=columns)
