"""Rows under a head: which are tasks, which head others, which go on with the row above."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import NamedTuple

from vanban.grid.entries import WORK, Entry, is_total, opens_small
from vanban.grid.ranks import DEEPEST, bare_number, rank_of
from vanban.passages import Word, text_of
from vanban.tables.columns import Column
from vanban.tables.rows import Group, Row
from vanban.text import fold

_BELOW = re.compile(r"(?:sau day|duoi day|nhu sau|bao gom|gom|cu the)\s*:?\s*$")
MOST_JOINED = 60  # rows that may go on with one task
_COUNTING = 2  # the rank of "1", "2", "3"
_HIGH = 1  # ranks of letters and roman numerals, which head others
_UNNUMBERED = DEEPEST - 1  # where a heading without a number stands
_DANGLING = frozenset(
    ["và", "của", "với", "cho", "các", "tại", "về", "theo", "trong", "thuộc", "-", "–", "để", "từ"]
)


class _Heading(NamedTuple):
    rank: float
    number: str
    text: str


@dataclass
class Gathered:
    """The tasks of a table and the rows that head them, as they are found."""

    rows: list[Row] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    _entries: list[Entry] = field(default_factory=list)
    _headings: list[_Heading] = field(default_factory=list)
    _open: list[tuple[int, Row, int]] = field(default_factory=list)
    _joined: int = 0  # rows that went on with the last task

    def add_task(self, entry: Entry, marks: tuple[str, ...] = ()) -> None:
        self._headings = [over for one in self._headings if (over := _over(one, entry))]
        group = text_of(entry.cells.get(Column.GROUP, ()))
        section = " / ".join([*(one.text for one in self._headings), *([group] if group else [])])
        cells: dict[Column, tuple[Word, ...]] = dict(entry.cells)
        cells.pop(Column.GROUP, None)
        self.rows.append(Row(entry.number or entry.detail or entry.above, cells, section, marks))
        self._entries.append(entry)
        self._joined = 0

    def add_group(self, entry: Entry) -> None:
        rank = _group_rank(entry)
        number = entry.detail or entry.number
        text = text_of(entry.title) or " ".join(text_of(words) for words in entry.cells.values())
        self._headings = [one for one in self._headings if one.rank + 0.5 < rank]
        self._headings.append(_Heading(rank, number, f"{number} {text}" if number else text))
        self._close(rank)
        cells = {
            column: words
            for column, words in entry.cells.items()
            if column in entry.single | {Column.TITLE}
        }
        self._open.append((rank, Row(number, cells), len(self.rows)))
        self._entries.clear()

    def _close(self, rank: int) -> None:
        """End the groups that a heading of a rank ends; those that head nothing fall away."""
        while self._open and self._open[-1][0] >= rank:
            _, row, first = self._open.pop()
            if len(self.rows) > first:
                self.groups.append(Group(row, first, len(self.rows)))

    def close(self) -> None:
        """End every group."""
        self._close(0)
        self.groups.sort(key=lambda group: group.first)

    @property
    def last(self) -> Entry | None:
        """The task that a row may go on with."""
        return self._entries[-1] if self._entries and self._joined < MOST_JOINED else None

    def complete(self, entry: Entry) -> None:
        """Add a part to the task above: to a title that announces it, else to what describes the work."""
        self._joined += 1
        announced = text_of(self._entries[-1].title).endswith((":", ";"))
        column = Column.TITLE if announced else Column.DESCRIPTION
        first = entry.title[0]
        bullet = (first._replace(text="-", ordinal=first.ordinal - 1),) if entry.listed else ()
        cells = dict(self.rows[-1].cells)
        cells[column] = cells.get(column, ()) + bullet + entry.title
        self.rows[-1] = replace(self.rows[-1], cells=cells)

    def join(self, entry: Entry) -> None:
        """Add the words of a row to the one above; what is printed again there is not added twice."""
        self._joined += 1
        cells = dict(self.rows[-1].cells)
        for column in sorted(entry.own):
            before, words = cells.get(column, ()), entry.cells[column]
            if fold(text_of(words)) != fold(text_of(before)):
                goes_on = bool(before) and opens_small(words)
                cells[column] = before + (_run_on(words) if goes_on else words)
        self.rows[-1] = replace(self.rows[-1], cells=cells)
        self._entries[-1] = replace(self._entries[-1], cells=cells)


def _over(heading: _Heading, entry: Entry) -> _Heading | None:
    """The heading if it stands over a task: not if the task's number goes on from the heading's own.

    Where tasks begin at 1 again under a numbered heading, they stand below it though both count alike.
    """
    if entry.rank == DEEPEST or heading.rank < entry.rank or not heading.number:
        return heading
    if heading.rank > entry.rank or entry.rank != _COUNTING:
        return None
    number, before = bare_number(entry.detail or entry.number), bare_number(heading.number)
    return heading._replace(rank=heading.rank - 0.5) if int(number) <= int(before) else None


def gathered(entries: Sequence[Entry]) -> Gathered:
    """The entries as tasks under their groups."""
    found = Gathered()
    numbered = 2 * sum(bool(entry.number) for entry in entries) >= len(entries)
    twice = numbered and any(entry.detail for entry in entries)
    filled = [entry for entry in entries if entry.cells]
    for entry, after in zip_longest(filled, filled[1:]):
        if is_total(entry):
            continue
        if found.last is not None and _completes(entry, found.last) and _stays(entry, after):
            found.complete(entry)
        elif found.last is not None and _continues(entry, found.last, numbered=numbered):
            found.join(entry)
        elif Column.TITLE not in entry.cells:
            found.add_task(entry)  # without title: told to the reader, never a task
        elif _heads(entry, after, found.last, twice=twice):
            found.add_group(entry)
        else:
            found.add_task(entry)
    found.close()
    return found


def _stays(entry: Entry, after: Entry | None) -> bool:
    """Whether what follows a row does not stand under it."""
    return after is None or after.rank <= entry.rank or not WORK.intersection(after.cells)


def _run_on(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words that go on within the line above."""
    return (words[0]._replace(first=False, gap=False), *words[1:])


def _group_rank(entry: Entry) -> int:
    if entry.rank < DEEPEST:
        return entry.rank
    first = entry.title[0].text if entry.title else ""
    return min(rank_of(first), _UNNUMBERED) if first[-1:] in ".):" else _UNNUMBERED


def _continues(entry: Entry, last: Entry, *, numbered: bool) -> bool:
    """Whether a row goes on with the one above: a page cut it, or one title has several lines of offices."""
    if entry.wide or (entry.number and entry.number != last.number):
        return False
    if entry.number:
        return _is_repeated(entry, last)
    if Column.TITLE not in entry.own:
        return not entry.detail and bool(
            entry.own & (WORK | {Column.DESCRIPTION, Column.FUNDING, Column.REMARK})
        )
    if entry.detail:
        return False
    if not entry.has_work and _is_listed(entry) and last.has_work:
        return True
    return numbered and (opens_small(entry.title) or (_dangles(last.title) and not entry.has_work))


def _is_repeated(entry: Entry, last: Entry) -> bool:
    """Whether a row with the same number repeats the merged cells of the one above and goes on with its title."""
    others = entry.own - {Column.TITLE}
    same = all(
        fold(text_of(entry.cells[one])) == fold(text_of(last.cells.get(one, ()))) for one in others
    )
    title = fold(text_of(entry.title))
    return (
        same
        and entry.detail == last.detail
        and (opens_small(entry.title) or title == fold(text_of(last.title)))
    )


def _is_listed(entry: Entry) -> bool:
    """Whether a row without a number is a bullet of the one above."""
    return not entry.bold and (entry.listed or opens_small(entry.title))


def _dangles(title: Sequence[Word]) -> bool:
    return bool(title) and (title[-1].text.lower() in _DANGLING or title[-1].text.endswith(","))


def _heads(entry: Entry, after: Entry | None, last: Entry | None, *, twice: bool) -> bool:
    """Whether a row only heads those below."""
    if entry.wide:
        return True
    deeper = after is not None and after.rank > entry.rank and after.number != entry.number
    if twice and not entry.number and entry.detail and after is not None:
        return True
    if entry.has_work:
        shared = after is not None and bool(WORK.intersection(after.cells))
        return deeper and shared and (_points_below(entry) or not entry.single & WORK)
    if any(column in entry.cells for column in WORK) and not entry.own & WORK:
        return deeper and text_of(entry.title).rstrip().endswith(":")
    if after is None:
        return last is None or entry.rank <= _HIGH
    if not entry.number and not entry.detail:
        return True
    return entry.rank <= _HIGH or deeper or entry.bold or _counts_anew(entry, after, last)


def _counts_anew(entry: Entry, after: Entry, last: Entry | None) -> bool:
    """Whether a row's number is no part of the count of the tasks around it."""
    if entry.rank != _COUNTING:
        return False
    own = int(bare_number(entry.detail or entry.number))
    behind = (
        last is not None
        and last.rank == _COUNTING
        and own <= int(bare_number(last.detail or last.number))
    )
    before = after.rank == _COUNTING and int(bare_number(after.detail or after.number)) <= own
    return behind or before


def _completes(entry: Entry, last: Entry) -> bool:
    """Whether a row with a deeper number and nothing but words is a part of the task above."""
    parts = entry.listed or max(last.rank, _COUNTING) < entry.rank < DEEPEST
    return parts and last.has_work and not WORK.intersection(entry.cells) and not entry.bold


def _points_below(entry: Entry) -> bool:
    """Whether a row says that what counts stands below: "theo thời hạn dưới đây", "gồm:"."""
    said = [entry.title, *(entry.cells[column] for column in entry.own & WORK)]
    return any(
        text_of(words).rstrip().endswith(":") or _BELOW.search(fold(text_of(words)))
        for words in said
        if words
    )
