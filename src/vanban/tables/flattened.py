"""Task tables that a converter flattened into lines: found by their heads, freed of page breaks, cut into rows."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from vanban.model import Line
from vanban.paragraphs.numbering import UPPER
from vanban.passages import Word, text_of, words_of
from vanban.tables.columns import (
    Column,
    Heading,
    headings_at,
    in_place_of_columns,
    is_head,
    tells_tasks,
)
from vanban.tables.rows import Row, TaskTable
from vanban.tables.segments import UNCLEAR, Parting, part
from vanban.tables.unnumbered import heads_rows, unnumbered_at
from vanban.text import fold

_HEAD_STARTS = frozenset(["stt", "tt", "so"])
_HEAD_WORDS = 60  # a head has fewer words
_NUMBER = re.compile(r"\d{1,3}[.)]?$")
_AFTER = re.compile(
    r"(?:PHỤ LỤC|Phụ lục)(?:\s+[\dIVX]+)?\s*[.:]?$|Nơi nhận|(?:TM|KT|TL|TUQ)\.\s|Ghi chú\s*:"
    rf"|[IVX]+\.\s*[{UPPER}\s,-]{{8,}}[.:]?$"
)
RESTART, SKIPPED, ODD_START = (
    -6.0,
    -8.0,
    -4.0,
)  # what it costs if rows begin again at 1, leave out a number, begin elsewhere

TOO_LONG = -60.0  # what it costs a row to be longer than rows are
LONGEST_ROW = 400  # words
NEAREST = 2  # of the numbers that could come right before, so many are tried


@dataclass(frozen=True, slots=True)
class _Head:
    headings: tuple[Heading, ...]
    start: int
    end: int
    key: str


def read_flattened(lines: Sequence[Line]) -> tuple[TaskTable, ...]:
    """The flattened task tables among printed lines, in reading order."""
    words = words_of(lines)
    ends = {line.number for line in lines if _AFTER.match(line.text.strip())}
    tables: list[TaskTable] = []
    place = 0
    while head := _find_head(words, place):
        stop = _stop(words, head.end, ends)
        table = _read_region(words, head, stop)
        if table:
            tables.append(table)
        place = stop
    return (*tables, *_without_numbers(words, ends, tables))


def _without_numbers(
    words: Sequence[Word], ends: set[int], tables: Sequence[TaskTable]
) -> Iterator[TaskTable]:
    """The tables among the words outside of those already found whose rows have no numbers."""
    taken = {line for table in tables for line in range(table.lines[0], table.lines[1] + 1)}
    heads = [
        place
        for place, word in enumerate(words)
        if word.first and word.line not in taken and heads_rows(words, place)
    ]
    closing = [place for place, word in enumerate(words) if word.first and word.line in ends]
    for place, following in pairwise([*heads, len(words)]):
        after = bisect_right(closing, place)
        stop = min(following, closing[after]) if after < len(closing) else following
        if found := unnumbered_at(words, place, stop):
            yield found


def _find_head(words: Sequence[Word], place: int) -> _Head | None:
    """The next run of words that names the columns of a task table, its number column first."""
    for start in range(place, len(words)):
        if not words[start].first or fold(words[start].text).strip(".") not in _HEAD_STARTS:
            continue
        folded = [fold(word.text) or "?" for word in words[start : start + _HEAD_WORDS]]
        headings, end = headings_at(" ".join(folded), 0)
        columns = [heading.column for heading in headings]
        if columns[:1] == [Column.NUMBER] and is_head(columns) and tells_tasks(headings):
            count = " ".join(folded)[:end].count(" ") + 1
            key = "".join(folded[:count])
            return _Head(in_place_of_columns(headings), start, start + count, key)
    return None


def _stop(words: Sequence[Word], start: int, ends: set[int]) -> int:
    for index in range(start, len(words)):
        if words[index].first and words[index].line in ends:
            return index
    return len(words)


def _read_region(words: Sequence[Word], head: _Head, stop: int) -> TaskTable | None:
    kept = _without_breaks(words[head.end : stop], head)
    columns = [heading.column for heading in head.headings[1:]]
    chain = _Chain(kept, columns)
    starts = chain.best()
    if not starts:
        return None
    rows = _rows(kept, chain, starts, head)
    printed = [word.line for row in rows for cell in row.cells.values() for word in cell]
    last = max(printed, default=words[head.end - 1].line)
    return TaskTable(head.headings, tuple(rows), (words[head.start].line, last))


def _without_breaks(words: Sequence[Word], head: _Head) -> list[Word]:
    """The words without repeated heads and the page numbers that stand alone."""
    kept: list[Word] = []
    index, cut = 0, False
    while index < len(words):
        if length := _repeated(words, index, head.key):
            if kept and _is_alone(kept, len(kept) - 1, closed=True):
                kept.pop()
            index, cut = index + length, True
            continue
        kept.append(words[index]._replace(gap=True) if cut else words[index])
        index, cut = index + 1, False
    return kept


def _repeated(words: Sequence[Word], index: int, key: str) -> int:
    """How many words from here repeat the head, 0 if they do not."""
    sofar = ""
    for length in range(1, min(_HEAD_WORDS, len(words) - index) + 1):
        sofar += fold(words[index + length - 1].text) or "?"
        if not key.startswith(sofar):
            return 0
        if len(sofar) == len(key):
            return length
    return 0


def _is_alone(words: Sequence[Word], index: int, *, closed: bool = False) -> bool:
    """Whether a number stands alone on its line; `closed` if the line ends with the words given."""
    alone = closed or index + 1 == len(words) or words[index + 1].first
    return (
        words[index].first and alone and words[index].text.isdigit() and len(words[index].text) <= 3
    )


def _is_page_number(words: Sequence[Word], index: int) -> bool:
    """Whether a number alone on its line belongs to the page: apart from the rest, or where a text runs on."""
    if not _is_alone(words, index):
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    if words[index].gap:
        return after is None or after.gap or not after.text[0].isdigit()
    return (
        after is not None and not after.gap and (after.text[0].islower() or after.text[0] in "-–")
    )


class _Chain:
    """The rows' numbers: of all numbers that open a line those are chosen that count up and leave good rows."""

    def __init__(self, words: Sequence[Word], columns: Sequence[Column]) -> None:
        self.words = words
        self.columns = columns
        self.openers = [
            index for index, word in enumerate(words) if word.first and _NUMBER.match(word.text)
        ]
        self.values = {index: int(words[index].text.rstrip(".)")) for index in self.openers}
        self._partings: dict[tuple[int, int], Parting] = {}

    def parting(self, start: int, end: int) -> Parting:
        """How the words of a row part that reaches from its number to the next one's."""
        if (start, end) not in self._partings:
            self._partings[start, end] = self._part(start, end)
        return self._partings[start, end]

    def _part(self, start: int, end: int) -> Parting:
        if end - start > LONGEST_ROW and end < len(self.words):
            return Parting(TOO_LONG, {})
        return part(self.row_words(start, end), self.columns, last=end == len(self.words))

    def row_words(self, start: int, end: int) -> list[Word]:
        """The words of a row without its number, page numbers and what is too far to belong to it."""
        inner = range(start + 1, min(end, start + 1 + LONGEST_ROW))
        return [self.words[index] for index in inner if not _is_page_number(self.words, index)]

    def best(self) -> list[int]:
        """The places of the rows' numbers, in order."""
        ways: dict[int, tuple[float, tuple[int, ...]]] = {}
        first = 1 if 1 in self.values.values() else min(self.values.values(), default=1)
        for opener in self.openers:
            options = [
                self._from(before, ways[before], opener) for before in self._before(opener, ways)
            ]
            if self.values[opener] == first:
                options.append((0.0 if not ways else ODD_START * 2, (opener,)))
            if options:
                ways[opener] = max(options)
        longest = max((len(chain) for _, chain in ways.values()), default=0)
        lasts = [(last, way) for last, way in ways.items() if len(way[1]) >= longest - 1][-NEAREST:]
        ends = [
            (weight + self.parting(last, len(self.words)).weight, chain)
            for last, (weight, chain) in lasts
        ]
        return list(max(ends)[1]) if ends else []

    def _before(self, opener: int, ways: dict[int, tuple[float, tuple[int, ...]]]) -> list[int]:
        """The rows that may stand right before one: numbered one less, or any if it begins again at 1."""
        value = self.values[opener]
        next_to = [index for index in ways if self.values[index] == value - 1][-NEAREST:]
        if next_to or value > 1:
            return next_to or [index for index in ways if 1 < value - self.values[index] <= 3][-1:]
        return list(ways)[-NEAREST:]

    def _from(
        self, before: int, way: tuple[float, tuple[int, ...]], opener: int
    ) -> tuple[float, tuple[int, ...]]:
        step = self.values[opener] - self.values[before]
        cost = 0.0 if step == 1 else RESTART if step < 1 else SKIPPED
        return way[0] + self.parting(before, opener).weight + cost, (*way[1], opener)


def _rows(words: Sequence[Word], chain: _Chain, starts: Sequence[int], head: _Head) -> list[Row]:
    section = text_of(words[: starts[0]])
    rows: list[Row] = []
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        parting = chain.parting(start, end)
        if parting.weight <= TOO_LONG:
            parting = replace(part(chain.row_words(start, end), chain.columns), weight=TOO_LONG)
        cells: dict[Column, tuple[Word, ...]] = {}
        for place, cell in parting.cells.items():
            column = head.headings[place + 1].column
            cells[column] = cells.get(column, ()) + cell
        marks = ("row-unclear",) if parting.weight < UNCLEAR else ()
        rows.append(Row(words[start].text.rstrip(".)"), cells, section, marks))
        if parting.rest and end < len(words):
            section = text_of(parting.rest)
    return rows
