"""The task tables of a source, whatever form they came in, and the lines outside of them."""

from collections.abc import Sequence

from vanban.grid import read_table_blocks
from vanban.model import Line, Source
from vanban.tables.flattened import read_flattened
from vanban.tables.rows import TaskTable


def read_tables(source: Source) -> tuple[TaskTable, ...]:
    """The task tables in reading order; tables about something else are not among them."""
    found = read_table_blocks(source.blocks)
    if source.printed:
        found += read_flattened([block for block in source.blocks if isinstance(block, Line)])
    return tuple(sorted(found, key=lambda table: table.lines))


def body_lines(source: Source, tables: Sequence[TaskTable]) -> list[Line]:
    """The lines that stand in no table."""
    lines = [block for block in source.blocks if isinstance(block, Line)]
    return [
        line
        for line in lines
        if not any(first <= line.number <= last for first, last in _spans(tables))
    ]


def _spans(tables: Sequence[TaskTable]) -> list[tuple[int, int]]:
    return [table.lines for table in tables]
