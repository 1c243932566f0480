"""A task table within run-on text: "TT Nội dung Cơ quan chủ trì Thời hạn 1 Xây dựng … Sở A Quý I 2 Rà soát …".

No line and no empty line tells its cells apart; the heads of the columns, the numbers that count up, the names
of offices and the forms of deadlines do.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from vanban.assignments.labels import OFFICES, Label, label_of
from vanban.deadlines.reading import is_condition, is_deadline
from vanban.offices.agencies import bare, begins_office
from vanban.passages import Word, text_of
from vanban.tables.columns import Column
from vanban.tables.segments import Parting, part

_STARTS = frozenset(["tt", "stt"])
_TITLE_HEAD = 14  # words of the head of the title column at most
_LABEL = 9  # words of another head at most
_CELLS = OFFICES | {Label.DEADLINE, Label.PRODUCT, Label.FUNDING, Label.REMARK, Label.ASSIGNED}
_NEEDED = frozenset([Label.LEAD, Label.IMPLEMENTING, Label.ASSIGNED])
_GROUP = 40  # words of a group's heading at most
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LETTERS = "ABCDEFGHIJKL"
_LONGEST_DATE = 8  # words of a deadline in such a table
_ROW = 250  # words of a row at most
_TRIED = 6  # numbers that could open the next row
_OPENS_DATE = frozenset(
    [
        "hàng",
        "hằng",
        "quý",
        "tháng",
        "năm",
        "trước",
        "trong",
        "thường",
        "định",
        "ngày",
        "kỳ",
        "sau",
        "khi",
        "giai",
    ]
)
_DANGLING = frozenset(
    ["và", "của", "với", "cho", "các", "tại", "về", "theo", "do", "trong", "thuộc", "-", "–", "&"]
)


@dataclass(frozen=True, slots=True)
class Head:
    """The columns after the number, the title's first; `end` is the word behind the head."""

    labels: tuple[Label, ...]
    end: int


def head_at(words: Sequence[Word], start: int) -> Head | None:
    """The head of a task table that begins at a word with "TT"; None where none does."""
    if bare(words[start].text) not in _STARTS:
        return None
    for place in range(start + 2, min(len(words), start + 2 + _TITLE_HEAD)):
        labels, end = _labels(words, place)
        if len(labels) > 1 and _NEEDED.intersection(labels) and _is_one(words, end):
            return Head((Label.TITLE, *labels), end)
    return None


def _is_one(words: Sequence[Word], index: int) -> bool:
    return index < len(words) and words[index].text.strip(".()") in ("1", "01", "I")


def _labels(words: Sequence[Word], place: int) -> tuple[list[Label], int]:
    """The labels that follow one another from a word, each as long as possible, and where they end."""
    found: list[Label] = []
    while place < len(words):
        lengths = range(min(_LABEL, len(words) - place), 0, -1)
        hits = ((length, label_of(text_of(words[place : place + length]))) for length in lengths)
        best = next(((length, label) for length, label in hits if label in _CELLS), None)
        if best is None or best[1] is None:
            break
        found.append(best[1])
        place += best[0]
    return found, place


@dataclass(frozen=True, slots=True)
class RunRow:
    """A row: its printed number, the words of its cells by label, the group heading it stands under."""

    number: str
    cells: dict[Label, tuple[Word, ...]]
    group: str = ""


def rows_of(words: Sequence[Word], head: Head) -> list[RunRow]:
    """The rows behind a head, in order; the words go on to the end of the table."""
    opened = _opened(words)
    kinds = [_kind(label) for label in head.labels]
    rows: list[RunRow] = []
    start, group, groups = head.end, "", 0
    while start < len(words):
        if first := _past_group(words, start, groups, len(rows)):
            group, groups = text_of(words[start:first]), groups + 1
            start = first
        end, parting = _best_end(opened, start, kinds, groups)
        rows.append(RunRow(_digits(words[start]), _cells(words, start, parting, head), group))
        start = end
    return rows


def _cells(
    words: Sequence[Word], start: int, parting: Parting, head: Head
) -> dict[Label, tuple[Word, ...]]:
    own = {word.ordinal: word for word in words[start : start + _ROW + 1]}
    cells: dict[Label, tuple[Word, ...]] = {}
    for place, cell in parting.cells.items():
        label = head.labels[place]
        cells[label] = cells.get(label, ()) + tuple(own[word.ordinal] for word in cell)
    return cells


def _digits(word: Word) -> str:
    return word.text.strip(".()")


def _past_group(words: Sequence[Word], start: int, groups: int, rows: int) -> int:
    """The number of the first row of the group that is headed here ("II Dạy nghề 4 Mở lớp …"), 0 if none is."""
    if not _is_group(words, start, groups):
        return 0
    for index in range(start + 2, min(len(words), start + _GROUP)):
        if _digits(words[index]).lstrip("0") in ("1", str(rows + 1)):
            return index
    return 0


def _is_group(words: Sequence[Word], index: int, groups: int) -> bool:
    """Whether the next group is headed at a word: "I", "II" or "A", "B" before a capital letter."""
    names = (_ROMANS[groups], _LETTERS[groups]) if groups < len(_ROMANS) else ()
    after = words[index + 1].text if index + 1 < len(words) else ""
    return words[index].text.rstrip(".)") in names and after[:1].isupper()


def _kind(label: Label) -> Column:
    if label is Label.LEAD or label is Label.IMPLEMENTING:
        return Column.LEAD
    if label in OFFICES or label is Label.ASSIGNED:
        return Column.COORDINATING
    return {Label.DEADLINE: Column.DEADLINE, Label.TITLE: Column.TITLE}.get(label, Column.PRODUCT)


def _opened(words: Sequence[Word]) -> list[Word]:
    """The words, marked as possible first ones of a cell where an office or a deadline begins or a deadline ends."""
    ends: set[int] = set()
    opened: list[Word] = []
    for index, word in enumerate(words):
        dated = _deadline_length(words, index)
        if dated:
            ends.add(index + dated)
        opens = index in ends or (
            not _hangs(words, index) and (dated > 0 or begins_office(words, index))
        )
        opened.append(word._replace(first=opens, gap=opens))
    return opened


def _hangs(words: Sequence[Word], index: int) -> bool:
    """Whether what stands before a word is not finished."""
    before = words[index - 1].text if index else ""
    return before.endswith((",", "(")) or bare(before) in _DANGLING


def _deadline_length(words: Sequence[Word], index: int) -> int:
    """How many words a deadline has that begins at a word, 0 if none does."""
    text = words[index].text
    if not (text[0].isdigit() or (text[0].isupper() and bare(text) in _OPENS_DATE)):
        return 0
    for length in range(_LONGEST_DATE, 0, -1):
        some = text_of(words[index : index + length]).rstrip(" .;")
        if is_deadline(some) or (length == _LONGEST_DATE and is_condition(some)):
            return length if is_deadline(some) else 1
    return 0


def _best_end(
    words: Sequence[Word], start: int, kinds: Sequence[Column], groups: int
) -> tuple[int, Parting]:
    """Where a row ends best: before a number that is one higher, before the next group, or with the words."""
    digits = _digits(words[start])
    following = str(int(digits) + 1) if digits.isdecimal() and len(digits) < 5 else "-"
    limit = min(len(words), start + _ROW)
    numbers = [
        index
        for index in range(start + 2, limit)
        if _digits(words[index]).lstrip("0") == following
        or (groups and _is_group(words, index, groups))
    ]
    ends = [*numbers[:_TRIED], *([limit] if limit == len(words) or not numbers else [])]
    tried = [(part(words[start + 1 : end], kinds, last=True), -end) for end in ends]
    best = max(tried, key=lambda one: (one[0].weight, one[1]))
    return -best[1], best[0]
