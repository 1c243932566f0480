"""Rows of task tables, however the table came: as a table of Word or flattened into lines."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vanban.passages import Word
from vanban.tables.columns import Column, Heading


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a task table: the words of each column, the group heading it stands under.

    `marks` are codes of what was hard about it, for a person to look at.
    """

    number: str
    cells: Mapping[Column, tuple[Word, ...]]
    section: str = ""
    marks: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Group:
    """A row that heads the rows from `first` to before `last` and is no task itself; its cells may set a product."""

    row: Row
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class TaskTable:
    """A task table; `lines` are the numbers of the first and the last line it takes up.

    `groups` are the rows that only head others and yet fill more cells than their title.
    """

    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    lines: tuple[int, int]
    groups: tuple[Group, ...] = ()
