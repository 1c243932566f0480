"""The task tables of a source, whatever form they came in, and the lines outside of them."""

from collections.abc import Sequence

from vanban.flattened import read_flattened
from vanban.model import Line, Source, Table
from vanban.rows import TaskTable
from vanban.wordtables import read_table


def read_tables(source: Source) -> tuple[TaskTable, ...]:
    """The task tables in reading order; tables about something else are not among them."""
    found = [read_table(block) for block in source.blocks if isinstance(block, Table)]
    if source.printed:
        found += read_flattened([block for block in source.blocks if isinstance(block, Line)])
    return tuple(sorted((table for table in found if table), key=lambda table: table.lines))


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
