"""The running words of one flattened table row parted into its columns.

A converter that flattens a table writes the cells one after another. Where one ends is told by empty
lines, by new lines, and by what a cell of the next column must look like: an office's name, a deadline.
Every possible parting is weighed and the best one taken; the weights are below, in one place.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from vanban.deadlines.reading import is_condition, is_deadline
from vanban.offices.agencies import bare, begins_office
from vanban.passages import BULLETS, Word, text_of
from vanban.tables.columns import DATES, OFFICES, Column
from vanban.work.prose import tells_work

# What a boundary costs: after an empty line nothing, at a new line a little, within a line much.
NEW_LINE, WITHIN_LINE = -2.0, -5.0
GAP_INSIDE = -0.7  # an empty line within a cell, where the next line could open one
DANGLING = -4.0  # a cell that ends in "và", "của", "-"
EMPTY = {  # what an empty cell costs
    Column.TITLE: -8.0,
    Column.LEAD: -7.0,
    Column.COORDINATING: -2.0,
    Column.DEADLINE: -4.0,
    Column.PRODUCT: -2.0,
}
EMPTY_ROLE, EMPTY_TEXT = -2.0, -0.5
DEADLINE_WORDS, CONDITION_WORDS, OFFICE_WORDS = (
    25,
    30,
    18,
)  # more words than these are no deadline, no office
LONGEST_LIST = 120  # words of a cell that lists offices
REST, GROUP = (
    -4.0,
    3.0,
)  # words after the last column; less bad if they look like the heading of a group
UNCLEAR = 0.0  # a row whose parting weighs less is for a person to look at

_CELL_START = re.compile(r"[\"“‘(\[]*[^\W_]")
_GROUP = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)]?$")
_DEADLINE_STARTS = frozenset(
    [
        "hàng",
        "hằng",
        "giai",
        "quý",
        "tháng",
        "năm",
        "trước",
        "từ",
        "đến",
        "thường",
        "trong",
        "định",
        "hoàn",
        "ngày",
        "mỗi",
        "cuối",
        "đầu",
        "chậm",
        "liên",
        "nửa",
        "nhiệm",
    ]
)
_DANGLING = frozenset(
    [
        "và",
        "của",
        "với",
        "cho",
        "các",
        "tại",
        "về",
        "theo",
        "do",
        "bởi",
        "trong",
        "thuộc",
        "-",
        "–",
        "&",
        "gồm",
        ",",
        "/",
    ]
)


@dataclass(frozen=True, slots=True)
class Parting:
    """The columns of a row; `rest` is what stands after the last one. The higher the weight the surer."""

    weight: float
    cells: dict[int, tuple[Word, ...]]
    rest: tuple[Word, ...] = ()


@dataclass
class _Row:
    words: Sequence[Word]

    @cached_property
    def offices(self) -> list[bool]:
        """For every word whether an office's name may begin there."""
        return [begins_office(self.words, index) for index in range(len(self.words))]

    @cached_property
    def cuts(self) -> list[int]:
        """The places where a cell may begin or end."""
        inner = [index for index in range(1, len(self.words)) if self._may_begin(index)]
        return [0, *inner, len(self.words)]

    def _may_begin(self, index: int) -> bool:
        word = self.words[index]
        if word.first:
            return word.gap or _opens_cell(word.text)
        if self.words[index - 1].text in BULLETS:
            return False
        if word.text[0] in BULLETS:
            return self.offices[index]
        before = bare(self.words[index - 1].text)
        if self.offices[index]:
            return before not in _DANGLING and not self.words[index - 1].text.endswith(",")
        return self._opens_deadline(index) and is_deadline(self.line_from(index))

    def _opens_deadline(self, index: int) -> bool:
        text = self.words[index].text
        return (text[0].isupper() or text[0].isdigit()) and (
            bare(text) in _DEADLINE_STARTS or text[0].isdigit()
        )

    def line_from(self, index: int) -> str:
        """The rest of the line from a word on."""
        end = index + 1
        while end < len(self.words) and not self.words[end].first:
            end += 1
        return text_of(self.words[index:end])

    @cached_property
    def deadline_lines(self) -> set[int]:
        """Where a line begins that is a deadline and nothing else."""
        starts = (index for index in self.cuts[:-1] if self.words[index].first)
        return {
            index
            for index in starts
            if self._looks_dated(index) and is_deadline(self.line_from(index))
        }

    def _looks_dated(self, index: int) -> bool:
        text = self.words[index].text
        return text[0].isdigit() or bare(text) in _DEADLINE_STARTS

    @cached_property
    def office_lines(self) -> set[int]:
        """Where a line begins that opens with an office's name."""
        return {
            index for index in self.cuts[:-1] if self.words[index].first and self.offices[index]
        }

    @cached_property
    def bullets(self) -> list[int]:
        """Where a bullet stands before an office's name."""
        return [
            index
            for index, word in enumerate(self.words)
            if word.text[0] in BULLETS and self.offices[index]
        ]

    @cached_property
    def items(self) -> list[int]:
        """Where an item of a list of offices would begin."""
        return [
            index
            for index in range(1, len(self.words))
            if self.offices[index] and self._follows_item(index)
        ]

    def _follows_item(self, index: int) -> bool:
        word, before = self.words[index], self.words[index - 1].text
        return before not in BULLETS and (
            word.first or word.text[0] in BULLETS or before[-1] in ";,"
        )

    @cached_property
    def brackets(self) -> list[int]:
        """How many brackets are open before every word."""
        steps = (word.text.count("(") - word.text.count(")") for word in self.words)
        return list(accumulate(steps, initial=0))

    @cached_property
    def points(self) -> list[int]:
        """The words that end a sentence."""
        return [index for index, word in enumerate(self.words) if word.text.endswith(".")]

    @cached_property
    def gaps(self) -> list[int]:
        """The cuts at which a word with a capital stands after a gap."""
        cuts = self.cuts[:-1]
        return [cut for cut in cuts if self.words[cut].gap and _capital(self.words[cut])]

    def bare_offices(self, start: int, end: int) -> float:
        """What is held against offices that open a line without a bullet within a cell of bullets."""
        inner = (self.words[index] for index in self.office_lines if start < index < end)
        return sum(4.0 if word.gap else 1.5 for word in inner if word.text[0] not in BULLETS)

    def joint(self, index: int) -> float:
        """What a boundary before a word costs."""
        if index in (0, len(self.words)) or self.words[index].gap:
            return 0.0
        if self.words[index].first:
            return 2 * NEW_LINE if self.words[index].text[0] in BULLETS else NEW_LINE
        return WITHIN_LINE

    def inside(self, start: int, end: int) -> float:
        """What is held against any cell that reaches from one cut to another."""
        gaps = bisect_left(self.gaps, end) - bisect_right(self.gaps, start)
        opened = self.brackets[end] > self.brackets[start]
        weight = GAP_INSIDE * gaps
        return weight + (DANGLING if opened or bare(self.words[end - 1].text) in _DANGLING else 0.0)


def _opens_cell(text: str) -> bool:
    """Whether a cell may open with such a word at a new line: a bullet, a bracket, a capital, a figure."""
    found = _CELL_START.match(text.lstrip("".join(BULLETS)))
    return (
        text[0] in BULLETS or text[0] == "(" or (found is not None and not found[0][-1].islower())
    )


def _capital(word: Word) -> bool:
    return word.text.lstrip("".join(BULLETS))[:1].isupper()


def _fit_text(row: _Row, start: int, end: int) -> float:
    """How well words make a title or a product."""
    words = row.words[start:end]
    offices = sum(1 for cut in row.office_lines if start < cut < end)
    gapped = sum(1 for cut in row.office_lines if start < cut < end and row.words[cut].gap)
    bullets = sum(
        1 for cut in row.office_lines if start <= cut < end and row.words[cut].text[0] in BULLETS
    )
    dated = sum(1 for cut in row.deadline_lines if start < cut < end and row.words[cut].gap)
    weight = 2.0 - 0.5 * offices - 2.5 * gapped - 3.0 * bullets - 4.0 * dated
    if words[0].text[0].islower() or (words[0].text.isdigit() and len(words[0].text) < 4):
        weight -= 3.0
    if row.offices[start] and len(words) <= OFFICE_WORDS and not tells_work(text_of(words)):
        weight -= 14.0
    if len(words) <= DEADLINE_WORDS and is_deadline(text_of(words)):
        weight -= 6.0
    return weight


def _fit_offices(row: _Row, start: int, end: int) -> float:
    """How well words make a list of offices."""
    if end - start > LONGEST_LIST:
        return -2 * LONGEST_LIST
    starts = [start, *(index for index in row.items if start < index < end), end]
    weight = 5.0 if row.offices[start] else -5.0
    for first, last in pairwise(starts):
        weight -= 3.0 if last - first > OFFICE_WORDS else 0.3
    weight -= 3.0 * sum(1 for index in row.points if start <= index < end - 1)
    bulleted = [index for index in row.bullets if start <= index < end]
    if bulleted:
        weight -= 4.0 if bulleted[0] != start else row.bare_offices(start, end)
    weight -= 6.0 * sum(1 for cut in row.deadline_lines if start < cut < end)
    return weight - 1.5 * sum(
        1 for cut in row.office_lines if start < cut < end and row.words[cut].gap
    )


def _fit_deadline(row: _Row, start: int, end: int) -> float:
    """How well words make a deadline."""
    words = row.words[start:end]
    text = text_of(words)
    if len(words) <= DEADLINE_WORDS and is_deadline(text):
        return 8.0
    offices = sum(1 for cut in row.office_lines if start <= cut < end)
    if len(words) <= CONDITION_WORDS and is_condition(text):
        return (3.0 if text[0].islower() else 5.0) - 2.0 * offices
    return -5.0 - 3.0 * offices - 0.1 * len(words)


_FITS = {
    **dict.fromkeys(Column, _fit_text),
    **dict.fromkeys(OFFICES, _fit_offices),
    **dict.fromkeys(DATES, _fit_deadline),
}


def _empty(column: Column) -> float:
    return EMPTY.get(column, EMPTY_ROLE if column in OFFICES | DATES else EMPTY_TEXT)


def part(words: Sequence[Word], columns: Sequence[Column], *, last: bool = False) -> Parting:
    """The best parting of a row's words (its number left out) into columns in their order; a column may be empty.

    After the `last` row other text may follow; after others only the heading of a group.
    """
    row = _Row(words)
    best: dict[int, tuple[float, tuple[tuple[int, int, int], ...]]] = {0: (0.0, ())}
    for place, column in enumerate(columns):
        best = _with_column(row, best, place, column)
    found = max(
        ((weight + _rest(row, end, last), -end, cells) for end, (weight, cells) in best.items()),
        key=lambda one: one[:2],
    )
    weight, end, cells = found[0], -found[1], found[2]
    return Parting(weight, {place: tuple(words[a:b]) for place, a, b in cells}, tuple(words[end:]))


def _with_column(
    row: _Row,
    best: dict[int, tuple[float, tuple[tuple[int, int, int], ...]]],
    place: int,
    column: Column,
) -> dict[int, tuple[float, tuple[tuple[int, int, int], ...]]]:
    """The best ways to every cut after one more column."""
    longer = {end: (weight + _empty(column), cells) for end, (weight, cells) in best.items()}
    fit = _FITS[column]
    for start, (weight, cells) in best.items():
        for end in row.cuts:
            if end <= start:
                continue
            sum_ = weight + fit(row, start, end) + row.joint(end) + row.inside(start, end)
            if end not in longer or sum_ > longer[end][0]:
                longer[end] = sum_, (*cells, (place, start, end))
    return longer


def _rest(row: _Row, end: int, last: bool) -> float:
    if end == len(row.words):
        return 0.0
    word = row.words[end]
    if not word.first:
        return 3 * REST
    return GROUP if _GROUP.match(word.text) else REST if last else 3 * REST
