"""What the head of a table of targets calls its columns, and which years they are about."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from vanban.model import Cell, Table
from vanban.passages import text_of, words_of
from vanban.targets.figures import find_figures
from vanban.targets.periods import Period, period_of_title
from vanban.text import fold

Grid = Sequence[
    Mapping[int, Cell]
]  # the rows of a table: the cells by column, merged ones in all they cover


class Column(StrEnum):
    NUMBER = "number"
    INDICATOR = "indicator"
    PLACE = "place"  # whom figures are allotted to, where the head over the figures says of what
    UNIT = "unit"
    VALUE = "value"
    PAST = "past"  # what was reached before: no target
    TRACKING = "tracking"
    DEADLINE = "deadline"
    COST = "cost"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Head:
    """The columns of a table of targets, the periods its columns of values name, the words over each column
    and the first row below."""

    columns: Mapping[int, Column]
    periods: Mapping[int, Period]
    texts: Mapping[int, str]
    after: int

    def places(self, kind: Column) -> list[int]:
        """The columns of a kind, from the left."""
        return sorted(place for place, column in self.columns.items() if column is kind)

    @property
    def name(self) -> int:
        """The column that names what a row is about."""
        return (self.places(Column.INDICATOR) or self.places(Column.PLACE))[-1]

    @property
    def allots(self) -> bool:
        """Whether the rows are communes, schools or offices, each with its share."""
        return not self.places(Column.INDICATOR)


HEAD_ROWS = 4
FEWEST_COLUMNS = 2
_OFFICE = r"(?:co quan|don vi|bo phan|phong|so|dia phuong|nganh|ban)"
_CARE = (
    r"(?:chu tri|theo doi|danh gia|phu trach|thuc hien|tham muu"
    r"|chiu trach nhiem|bao cao|tong hop|duoc giao|dau moi|quan ly|cung cap)"
)
_AIM = r"(?:chi tieu|chi so|muc tieu|tieu chi)"
# Folded; the first that matches the whole head of a column from its start decides.
WORDS: tuple[tuple[Column, str], ...] = (
    (Column.NUMBER, r"(?:so )?(?:tt|stt)$|so thu tu$|ma so$|ma$|#$"),
    (
        Column.COST,
        r"(?:du toan |tong |nhu cau )?kinh phi|don gia|thanh tien|gia (?:ban|tien|thanh)|nguon von"
        r"|diem (?:toi da|chuan|so|tu|cham|thuong)|thang diem",
    ),
    (
        Column.OTHER,
        r"phoi hop|(?:co quan|don vi) phoi hop|ghi chu|can cu|cach tinh|phuong phap|nguon so lieu",
    ),
    (
        Column.UNIT,
        r"don vi(?: tinh| do)?$|dvt$|d\.?v\.?t\.?$|dv tinh$|don vi(?: tinh| do) ?\(.*\)$",
    ),
    (
        Column.TRACKING,
        rf"(?:{_OFFICE}|can bo|nguoi)(?:[ ,/]+{_OFFICE})* .*{_CARE}|chu tri|phan cong|theo doi|trach nhiem"
        rf"|{_OFFICE}, {_OFFICE}",
    ),
    (
        Column.DEADLINE,
        r"thoi (?:gian|han|diem)(?: hoan thanh| thuc hien| dat)?$|tien do|lo trinh$|(?:nam|han|ngay) hoan thanh",
    ),
    (
        Column.PAST,
        r"uth\b|(?:so lieu |ket qua |uoc )*(?:thuc hien|dat duoc)(?! ke hoach)|ket qua (?:nam|20|den|da)|uoc "
        r"|hien trang|th (?:nam|20|\d)|nam goc"
        r"|(?:so lieu )?co so|thuc te|thuc trang|da dat|(?:%|ty le|ti le) ?(?:so|th|dat so)|so (?:sanh|voi|cung)"
        r"|tang/giam|cung ky|den nay|hien nay|so lieu nen",
    ),
    (
        Column.INDICATOR,
        rf"(?:ten |noi dung |danh muc |cac |mot so |he thong |nhom |ten cac |noi dung cac |(?:linh vuc|nhiem vu"
        rf"|giai phap)(?: ?[,/] ?| va ))*{_AIM}",
    ),
    (Column.OTHER, r"nhiem vu|giai phap|hoat dong|cong viec"),
)
# A head made of nothing but these words and years is over figures; what is planned, or the names themselves.
_OVER_FIGURES = re.compile(
    r"(?:(?:ke|hoach|kh|muc|tieu|chi|phan|dau|giao|duoc|du|kien|can|dat|yeu|cau|gia|tri|dinh|ket|qua|so|luong|nam"
    r"|giai|doan|thoi|ky|quy|thang|den|trong|het|cuoi|tung|cac|ca|cu|the|huong|toi|phai|thieu|tong|lo|trinh|hang"
    r"|i{1,3}|iv|ty|ti|le|thuc|hien)(?:\s+|$))*$"
)
_FIRST_OVER_FIGURES = re.compile(
    r"(?:so )?(?:ke hoach|kh\b|muc\b|chi tieu|phan dau|giao|duoc giao|du kien|can dat|yeu cau|gia tri|dinh muc"
    r"|ket qua|so luong|lo trinh|ty le|ti le|tong so|quy (?:i{1,3}|iv|[1-4])\b|0?6 thang|ca nam"
    r"|(?:den |trong |het |cuoi )*(?:nam |giai doan |thoi ky )?\(?20\d\d)"
)
_PATTERNS = tuple((column, re.compile(words)) for column, words in WORDS)
_WEAK = re.compile(r"(?:noi dung|linh vuc|hang muc|danh muc|ten san pham|san pham|loai|ten)\b")
_AIMING = re.compile(rf"{_AIM}")
_PLANNED = re.compile(r"ke hoach|\bkh\b|muc tieu|chi tieu|phan dau|giao|du kien")
_UNITS = (
    r"(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh|thon|ban|ap|khom|khu pho|to dan pho|truong"
    r"|dia phuong|don vi|co quan|so|nganh|phong)"
)
_PLACES = re.compile(
    rf"(?:ten )?(?:cac )?{_UNITS}(?:(?: ?[,/-] ?| va | ){_UNITS})*"
    r"(?: (?:hanh chinh|thuc hien|duoc giao|nhan chi tieu))?"
)
_PLACE = re.compile(rf"(?:{_UNITS}|ubnd|tp\.?|tt\.?|benh vien|tram|trung tam|tong|cong)\b")
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-EĐ])\)?(?:\s*=.*)?$")
WORDS_BEFORE = 3  # before the figure of a value: "giảm còn dưới 5%"
_NUMERIC = 0.5  # of the filled cells of a column of values hold a figure


def grid_of(table: Table) -> list[dict[int, Cell]]:
    """The rows with every cell in each column and row it covers."""
    rows: list[dict[int, Cell]] = []
    reaching: dict[int, tuple[Cell, int]] = {}
    for cells in table.rows:
        row = {place: cell for place, (cell, left) in reaching.items() if left > 0}
        reaching = {place: (cell, left - 1) for place, (cell, left) in reaching.items() if left > 1}
        for cell in cells:
            for place in range(cell.column, cell.column + cell.columns):
                row[place] = cell
                if cell.rows > 1:
                    reaching[place] = cell, cell.rows - 1
        rows.append(row)
    return rows


def text_in(row: Mapping[int, Cell], place: int) -> str:
    """The text of a cell, "" where there is none."""
    return text_of(words_of(row[place].lines)) if place in row else ""


def find_head(grid: Grid, first_year: int | None) -> Head | None:
    """The head of a table of targets, None for any other table. Years before `first_year` are past."""
    top = next((place for place, row in enumerate(grid) if len(_texts(row)) >= FEWEST_COLUMNS), 0)
    body = grid[top:]
    for last in range(1, min(HEAD_ROWS, len(body) - 1) + 1):
        if last > 1 and not _goes_on(body[last - 2], body[last - 1]):
            return None
        head = _head(body, last, first_year)
        if head and not (last < len(body) and _goes_on(body[last - 1], body[last])):
            return replace(head, after=head.after + top)
    return None


def begins_anew(grid: Grid) -> bool:
    """Whether a table opens with a head of its own, whatever it is about."""
    return bool(grid) and any(_column_of(fold(text)) is Column.NUMBER for text in _texts(grid[0]))


def _texts(row: Mapping[int, Cell]) -> list[str]:
    """The different texts of a row, a merged cell once."""
    cells = {id(cell): place for place, cell in row.items()}
    return [text for place in cells.values() if (text := text_in(row, place))]


def _goes_on(above: Mapping[int, Cell], below: Mapping[int, Cell]) -> bool:
    """Whether a row is a second row of the head: it shares cells with the first, or names only years and the like."""
    shared = any(below.get(place) is cell and cell.rows > 1 for place, cell in above.items())
    texts = [text for place in below if (text := text_in(below, place))]
    named = [text for text in texts if _column_of(fold(text)) in (Column.VALUE, Column.PAST)]
    return shared or bool(texts and len(named) == len(texts) and not text_in(below, min(below)))


def _head(grid: Grid, last: int, first_year: int | None) -> Head | None:
    texts = {place: _over(grid, last, place) for place in range(max(grid[0], default=-1) + 1)}
    columns = {place: _column_of(fold(text)) for place, text in texts.items() if text}
    columns = _with_places(_settled(columns, texts, grid, last), texts, grid, last)
    periods = {
        place: period_of_title(texts[place])
        for place, column in columns.items()
        if column is Column.VALUE
    }
    for place, (_, end) in periods.items():
        if (
            end
            and first_year
            and int(end[:4]) < first_year
            and not _PLANNED.search(fold(texts[place]))
        ):
            columns[place] = Column.PAST
    if not _is_targets(columns, texts, grid, last):
        return None
    return Head(columns, periods, texts, _after_numbers(grid, last))


def _over(grid: Grid, last: int, place: int) -> str:
    """The words over a column from the top down, a merged cell once."""
    cells = dict.fromkeys(id(row[place]) for row in grid[:last] if place in row)
    found = {id(row[place]): text_in(row, place) for row in grid[:last] if place in row}
    return " ".join(text for cell in cells if (text := found[cell]))


def _column_of(folded: str) -> Column:
    bare = folded.strip(" .:*")
    found = next((column for column, words in _PATTERNS if words.match(bare)), Column.OTHER)
    if found in (Column.OTHER, Column.INDICATOR) and _FIRST_OVER_FIGURES.match(bare):
        words = re.sub(r"\([^()]*\)|[\W\d_]+", " ", bare).strip()
        return Column.VALUE if _OVER_FIGURES.match(words) else found
    return found


def _settled(
    columns: dict[int, Column], texts: Mapping[int, str], grid: Grid, last: int
) -> dict[int, Column]:
    """ "Chỉ tiêu" may head the names or the figures, as may "Mục tiêu": what stands below decides."""
    settled = dict(columns)
    open_places = [
        place
        for place, text in texts.items()
        if _AIMING.match(fold(text)) or _WEAK.match(fold(text))
    ]
    for place in sorted(open_places):
        if columns.get(place) in (Column.VALUE, Column.INDICATOR, Column.OTHER):
            before = [one for one in texts if one < place and settled.get(one) is not Column.NUMBER]
            named = any(settled.get(one) is Column.INDICATOR for one in before)
            figures = bool(before) and _share_of_figures(grid, last, place) > _NUMERIC
            second = Column.INDICATOR if columns[place] is Column.INDICATOR else Column.OTHER
            settled[place] = Column.VALUE if figures else second if named else Column.INDICATOR
    return settled


def _with_places(
    columns: dict[int, Column], texts: Mapping[int, str], grid: Grid, last: int
) -> dict[int, Column]:
    """The columns with the one of communes or offices that aims are allotted to, where none names indicators."""
    values = [texts[place] for place, kind in columns.items() if kind is Column.VALUE]
    if Column.INDICATOR in columns.values() or not any(
        _AIMING.match(fold(text)) for text in values
    ):
        return columns
    for place in sorted(columns):
        cells = [text_in(row, place) for row in grid[last:] if place in row]
        named = [bool(_PLACE.match(fold(text))) for text in cells if text]
        told = columns[place] is Column.UNIT and sum(named) > _NUMERIC * len(named)
        if _PLACES.fullmatch(fold(texts[place]).strip(" .:")) and (
            told or columns[place] is Column.OTHER
        ):
            return {**columns, place: Column.PLACE}
    return columns


def _share_of_figures(grid: Grid, last: int, place: int) -> float:
    """The share of the filled cells of a column that begin with a figure, or nearly so."""
    rows = grid[_after_numbers(grid, last) :]
    cells = [text_in(row, place) for row in rows if place in row and row[place].columns == 1]
    texts = [text for text in cells if text]
    return sum(map(_begins_with_figure, texts)) / len(texts) if texts else 0.0


def _begins_with_figure(text: str) -> bool:
    figure = next(find_figures(text), None)
    return figure is not None and len(text[: figure.start].split()) <= WORDS_BEFORE


def _is_targets(
    columns: Mapping[int, Column], texts: Mapping[int, str], grid: Grid, last: int
) -> bool:
    kinds = list(columns.values())
    if Column.PLACE in kinds:
        return Column.COST not in kinds
    if Column.INDICATOR not in kinds or (Column.VALUE not in kinds and Column.COST in kinds):
        return False
    named = next(
        texts[place] for place, kind in sorted(columns.items()) if kind is Column.INDICATOR
    )
    values = [place for place, kind in columns.items() if kind is Column.VALUE]
    if _AIMING.search(fold(named)):
        return bool(values) or _tells_figures(columns, grid, last)
    planned = any(
        _PLANNED.search(fold(texts[place])) or re.search(r"20\d\d", texts[place])
        for place in values
    )
    return Column.UNIT in kinds and planned and Column.COST not in kinds


def _tells_figures(columns: Mapping[int, Column], grid: Grid, last: int) -> bool:
    """Whether the names themselves hold the figures: "Tỷ lệ … đạt 90%"."""
    place = max(place for place, kind in columns.items() if kind is Column.INDICATOR)
    return any(next(find_figures(text_in(row, place)), None) for row in grid[last:])


def _after_numbers(grid: Grid, last: int) -> int:
    """The row below the head and below a row that only numbers the columns."""
    if last < len(grid):
        texts = [text for place in grid[last] if (text := text_in(grid[last], place))]
        if len(texts) > 2 and all(_COLUMN_NUMBER.match(text) for text in texts):
            return last + 1
    return last
