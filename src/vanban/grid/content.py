"""What the cells of a table hold: offices, deadlines, numbers, work; for heads that do not say it, or none at all."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from vanban.deadlines.reading import is_condition, is_deadline
from vanban.grid.heads import Head
from vanban.grid.matrix import GridRow, text_in, width, words_in
from vanban.grid.ranks import is_number
from vanban.offices.agencies import begins_office, split_items
from vanban.tables.columns import DATES, OFFICES, Column, Heading, tells_tasks
from vanban.text import fold

MOSTLY, ENOUGH_ROWS = 0.7, 3
SAYING = OFFICES | DATES | {Column.PRODUCT}
LONG_TITLE = 6  # words: the work of a row is told in more, on average
_CLOCK = re.compile(r"\s*(?:tu )?\d{1,2} ?(?:gio|h|g|:) ?\d{0,2}(?![\d/])")
_DAY = re.compile(r"ngay|thang|/\d|nam|quy")
# Words that open what is to be done.
_WORK = re.compile(
    r"[-+*• ]*(?:tiep tuc |thuong xuyen |chu dong |phoi hop |to chuc |nghien cuu,? )*(?:xay dung|trien khai"
    r"|to chuc|ban hanh"
    r"|tham muu|phoi hop|ra soat|hoan thien|day manh|tang cuong|nang cao|thuc hien|tuyen truyen|kiem tra"
    r"|giam sat|bao cao"
    r"|so ket|tong ket|dao tao|tap huan|boi duong|dau tu|nang cap|phat trien|huy dong|bo tri|cap nhat|trinh|de xuat"
    r"|nghien cuu|danh gia|hoan thanh|ung dung|ket noi|so hoa|cong bo|cong khai|theo doi|huong dan|ho tro|thanh lap"
    r"|kien toan|lap|ky ket|phat dong|mo|thi diem|quan triet|pho bien|chuan hoa|khao sat|dieu tra|thong ke|van hanh"
    r"|mua sam|sua doi|bo sung|quy hoach|chi dao|giai quyet|bien soan|in an|cung cap|don doc|tiep nhan"
    r"|dam bao|bao dam"
    r"|tham dinh|xac dinh|tham gia|cai tao|trong|duy tri|khuyen khich|thu hut|thuc day|hinh thanh|chuyen doi"
    r"|dua)(?!\w)"
)


def share(texts: Sequence[str], test: Callable[[str], bool]) -> float:
    """How many of the texts that are not empty pass a test, 0 to 1."""
    filled = [text for text in texts if text]
    return sum(map(test, filled)) / len(filled) if filled else 0.0


def column_texts(rows: Sequence[GridRow], place: int) -> list[str]:
    """The texts of the cells that begin in a column."""
    return [text_in(row.own.get(place)) for row in rows]


def tells_time(text: str) -> bool:
    """Whether a cell says until when, or on what that waits."""
    return is_deadline(text) or is_condition(text)


def tells_work(text: str) -> bool:
    """Whether a cell opens with a verb of work."""
    return bool(_WORK.match(fold(text)))


def names_offices(rows: Sequence[GridRow], place: int) -> float:
    """How many of a column's filled cells begin with an office's name, 0 to 1."""
    cells = [words for row in rows if (words := words_in(row.own.get(place)))]
    return (
        sum(begins_office(words, 0, capital=False) for words in cells) / len(cells)
        if cells
        else 0.0
    )


def is_agenda(texts: Sequence[str]) -> bool:
    """Whether the times of a table are hours of a day: what it lists is a meeting."""
    hours = share(
        texts, lambda text: bool(_CLOCK.match(fold(text)) and not _DAY.search(fold(text)))
    )
    return hours >= 1 - MOSTLY


def with_offices(head: Head, body: Sequence[GridRow]) -> Head:
    """The head with a column called only "Đơn vị" taken for those who lead, if its cells name offices."""
    columns = dict(head.columns)
    named = [one.column for one in columns.values()]
    for place, one in columns.items():
        unclear = one.column is Column.DOUBTFUL and re.fullmatch(
            r"(?:cac )?(?:co quan|don vi|so|nganh|[ ,/]|va)+", one.text
        )
        if unclear and Column.LEAD not in named and names_offices(body, place) >= MOSTLY:
            columns[place] = Heading(Column.LEAD, one.text)
            break
    return Head(columns, head.after, head.periods, head.first)


def completed(head: Head, body: Sequence[GridRow]) -> Head:
    """The head with columns of names nobody knows taken for what is missing: who leads, until when, what is done.

    Only beside columns that say the table gives work out: offices of another part, a time.
    """
    named = {one.column for one in head.columns.values()}
    places = {place for row in body for place in row.own} - {*head.columns, *head.first}
    found: dict[int, Heading] = {}
    for place in sorted(places):
        cells = column_texts(body, place)
        if Column.LEAD not in named and named & OFFICES and names_offices(body, place) >= MOSTLY:
            found[place] = Heading(Column.LEAD, "")
        elif named & OFFICES and not named & DATES and share(cells, is_deadline) >= MOSTLY:
            found[place] = Heading(Column.DEADLINE, "")
        named |= {one.column for one in found.values()}
    if Column.TITLE not in named and named & OFFICES and len(named & SAYING) > 1:
        texts = {place: column_texts(body, place) for place in places}
        title = _title_place(texts, {**head.columns, **found})
        found |= {} if title is None else {title: Heading(Column.TITLE, "")}
    columns = {**head.columns, **found}
    return replace(head, columns={place: columns[place] for place in sorted(columns)})


def guessed_head(rows: Sequence[GridRow]) -> Head | None:
    """The head of a table that prints none, by what its columns hold; None without enough evidence.

    Wanted are a column of numbers, a long one that tells work, one that names offices and one of deadlines.
    """
    texts = {place: column_texts(rows, place) for place in range(width(rows))}
    if len(rows) < ENOUGH_ROWS or len(texts) < 4:
        return None
    columns = _plain_columns(rows, texts)
    title = _title_place(texts, columns)
    found = [one.column for one in columns.values()]
    wanted = {Column.NUMBER, Column.LEAD, Column.DEADLINE} <= set(found)
    if title is None or not wanted or found.count(Column.DEADLINE) > 1:
        return None
    columns[title] = Heading(Column.TITLE, "")
    offices = [place for place in columns if columns[place].column is Column.LEAD]
    columns.update(_parted_offices(rows, offices))
    rest = [place for place in texts if place not in columns and any(texts[place])]
    columns.update({place: Heading(Column.PRODUCT, "") for place in rest[:1] if place > title})
    head = Head({place: columns[place] for place in sorted(columns)})
    return head if tells_tasks(head.headings) else None


def _plain_columns(
    rows: Sequence[GridRow], texts: Mapping[int, Sequence[str]]
) -> dict[int, Heading]:
    """The columns that numbers, times and offices make known."""
    columns: dict[int, Heading] = {}
    if share(texts[0], is_number) >= MOSTLY:
        columns[0] = Heading(Column.NUMBER, "")
    for place, cells in texts.items():
        if place in columns or len([one for one in cells if one]) * 2 < len(rows):
            continue
        if share(cells, tells_time) >= MOSTLY:
            columns[place] = Heading(Column.DEADLINE, "")
        elif names_offices(rows, place) >= MOSTLY and share(cells, tells_work) < 1 - MOSTLY:
            columns[place] = Heading(Column.LEAD, "")
    return columns


def _title_place(texts: dict[int, list[str]], columns: dict[int, Heading]) -> int | None:
    """The column of the longest texts, if they tell work."""
    free = {
        place: sum(len(text.split()) for text in cells) / max(1, sum(map(bool, cells)))
        for place, cells in texts.items()
        if place not in columns and any(cells)
    }
    if not free:
        return None
    place = max(free, key=lambda one: free[one])
    return place if free[place] >= LONG_TITLE and share(texts[place], tells_work) >= 0.5 else None


def _parted_offices(rows: Sequence[GridRow], places: Sequence[int]) -> dict[int, Heading]:
    """Who leads and who helps: the column further left leads, unless it names clearly more offices a cell."""
    if len(places) < 2:
        return {place: Heading(Column.LEAD, "") for place in places}
    first, second = places[:2]
    if _items(rows, first) > 1.5 * _items(rows, second):
        first, second = second, first
    return {first: Heading(Column.LEAD, ""), second: Heading(Column.COORDINATING, "")} | {
        place: Heading(Column.TRACKING, "") for place in places[2:]
    }


def _items(rows: Sequence[GridRow], place: int) -> float:
    cells = [words for row in rows if (words := words_in(row.own.get(place)))]
    return sum(len(split_items(words)) for words in cells) / max(1, len(cells))
