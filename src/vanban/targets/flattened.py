"""Tables of targets that a converter flattened into lines or into one run of words.

What is left of the table is its head ("TT Chỉ tiêu Đơn vị tính Kế hoạch 2026 …"), row numbers that count up,
and figures behind units; a stretch without two such rows is no table.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vanban.joined import Joined, joined
from vanban.model import Target
from vanban.paragraphs.numbering import UPPER
from vanban.passages import Word
from vanban.targets.cellvalues import MEASURE, CellValue, cell_values, is_rank, unit_for
from vanban.targets.figures import FIGURE, MULTIPLIER
from vanban.targets.periods import NO_PERIOD, Period, period_of, period_of_title
from vanban.text import plain

HEAD = re.compile(
    r"(?<!\w)(?:S?TT|Số\s+TT)\s+(?:(?:tên|nội\s+dung|các|danh\s+mục)\s+)*chỉ\s+tiêu(?!\w)(?P<rest>.{0,400}?)"
    rf"\s(?=(?-i:(?:1|I|A)[.)]?\s+[{UPPER}]))",
    re.I | re.S,
)
PAST = re.compile(r"(?:thực\s+hiện|ước|hiện\s+trạng|kết\s+quả|(?<!\w)TH)(?!\w)[^\d]*$", re.I)
YEAR = re.compile(r"(?:(?:đến|giai\s+đoạn)\s+)?(?:năm\s+)?(?:20\d\d\s*[-–]\s*)?20\d\d", re.I)
_VALUE = (
    rf"(?:(?:≥|≤|>=|<=|>|<|trên|dưới|tối\s+thiểu|ít\s+nhất|khoảng|không\s+quá|top)\s*)?{FIGURE}\s?%?"
    rf"(?:\s?[-–]\s?{FIGURE}\s?%?)?"
)
UNIT_END = re.compile(
    rf"\s(?P<unit>(?:{MULTIPLIER}\s+)*{MEASURE.pattern}(?:/[\w./]+)?(?:\s(?:GRDP|GDP|dân\s+số))?|thứ\s+bậc)\s*$",
    re.I,
)
STOP = re.compile(
    rf"\s(?=(?:[IVX]{{1,4}}|\d{{1,2}}|[a-zđ])[.)]\s|[{UPPER}]{{5,}}|Ghi\s+chú)|[.;]\s"
)
# "II Đến năm 2045": a group that gives the rows below it their period, and may count them anew.
GROUP = re.compile(
    rf"(?<=\s)[IVX]{{1,4}}(?:[.)]\s+(?=Đến|Giai|Năm|Tầm)|\s+)"
    rf"(?P<name>[{UPPER}][^\d]{{0,80}}?(?:20\d\d(?:\s*[-–]\s*20\d\d)?)?)(?=\s+\d{{1,3}}(?!\d))"
)
PART = re.compile(r"\s(?=Trong\s+đó(?!\w))")
FEWEST_ROWS = 2
LONGEST_ROW = 600  # characters


@dataclass(frozen=True, slots=True)
class Flat:
    """The targets of a flattened table and the ordinals of its first and last word."""

    targets: tuple[Target, ...]
    words: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of figures, in order: the period of each, None for what is past; empty where the head names none."""

    periods: tuple[Period | None, ...]

    @property
    def run(self) -> re.Pattern[str]:
        more = rf"(?:\s+{_VALUE}){{{max(1, len(self.periods)) - 1}}}"
        return re.compile(rf"(?<=\s)(?P<values>{_VALUE}{more})(?=\s|$)", re.I)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table: its number ("" for a part of the row above), its place in the text, its group's period."""

    number: str
    start: int
    end: int
    period: Period


def flattened_targets(words: Sequence[Word], titled: Period, first_year: int | None) -> list[Flat]:
    """The flattened tables of targets among the words, in order."""
    item = joined(words)
    found: list[Flat] = []
    end = 0
    while head := HEAD.search(item.text, end):
        end = head.end()
        columns = _columns(head["rest"], first_year)
        rows = _rows(item.text, head.end(), titled)
        parts = (part for row in rows for part in _parts(item.text, row))
        read = [(row, some) for row in parts if (some := list(_targets(item, row, columns)))]
        if len(read) >= FEWEST_ROWS:
            end = read[-1][0].end
            inside = item.words_in(head.start(), end)
            targets = tuple(target for _, some in read for target in some)
            found.append(Flat(targets, (inside[0].ordinal, inside[-1].ordinal)))
    return found


def _columns(rest: str, first_year: int | None) -> _Columns:
    """One column for each year the head names."""
    periods: list[Period | None] = []
    for year in YEAR.finditer(rest):
        period = period_of(year[0])
        period = period_of_title(year[0]) if period == NO_PERIOD else period
        before = bool(first_year and period[1] and int(period[1][:4]) < first_year)
        periods.append(None if before or PAST.search(rest[: year.start()]) else period)
    return _Columns(tuple(periods))


def _rows(text: str, start: int, period: Period) -> Iterator[_Row]:
    """The rows as long as their numbers count up, or begin anew below a group."""
    number, at = 1, start - 1
    while True:
        far = at + LONGEST_ROW
        match = _row_start(number).search(text, at, far)
        group = GROUP.search(text, at, match.end() if match else far)
        if group:
            own = period_of(group["name"])
            period = period if own == NO_PERIOD else own
            again = _row_start(1).search(text, group.end(), group.end() + LONGEST_ROW)
            number, match = (number, match) if match else (1, again)
        if match is None:
            return
        end = _end_of_row(text, match.end(), number + 1)
        yield _Row(str(number), match.end(), end, period)
        number, at = number + 1, end


def _end_of_row(text: str, start: int, following: int) -> int:
    far = min(len(text), start + LONGEST_ROW)
    found = _row_start(following).search(text, start, far)
    ends = (
        GROUP.search(text, start, found.end() if found else far)
        or found
        or STOP.search(text, start, far)
    )
    return ends.start() if ends else far


def _parts(text: str, row: _Row) -> Iterator[_Row]:
    """A row and the rows without a number below it ("Trong đó: …")."""
    cuts = [match.start() for match in PART.finditer(text, row.start, row.end)]
    for place, (start, end) in enumerate(zip([row.start, *cuts], [*cuts, row.end], strict=True)):
        yield _Row("" if place else row.number, start, end, row.period)


def _row_start(number: int) -> re.Pattern[str]:
    return re.compile(rf"(?:(?<=\s)|^){number}[.)]?\s+(?=[{UPPER}])")


def _targets(item: Joined, row: _Row, columns: _Columns) -> Iterator[Target]:
    """The figures of a row: the last run of as many as there are columns, behind the unit."""
    runs = list(columns.run.finditer(item.text, row.start, row.end))
    behind = [run for run in runs if UNIT_END.search(item.text, row.start, run.start())]
    if not runs:
        return
    run = (behind or runs)[-1]
    unit = UNIT_END.search(item.text, row.start, run.start())
    name = plain(item.text[row.start : unit.start() if unit else run.start()]).rstrip(":;. ")
    values = re.finditer(_VALUE, run["values"], re.I)
    for value, period in zip(values, columns.periods or (row.period,), strict=False):
        places = (
            item.quotes(row.start, unit.start() if unit else run.start()),
            item.quotes(run.start() + value.start(), run.start() + value.end()),
        )
        for figure in cell_values(value[0]):
            if period and name:
                target = _target(name, unit["unit"] if unit else "", figure, period)
                text = f"{name}: {plain(value[0])}"
                yield replace(target, no=row.number, text=text, quotes=(*places[0], *places[1]))


def _target(name: str, printed: str, value: CellValue, period: Period) -> Target:
    unit = unit_for(printed, None, (name,), value)
    return Target(
        text=name,
        indicator=name,
        comparator=value.comparator,
        values=value.values,
        unit=unit,
        start=period[0],
        end=period[1],
        strict=value.strict,
        rank=value.rank or is_rank(unit),
    )
