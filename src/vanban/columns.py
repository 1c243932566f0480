"""What the head of a task table calls its columns: general words of administration, never of one plan."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from vanban.text import fold


class Column(StrEnum):
    NUMBER = "number"
    TITLE = "title"
    LEAD = "lead"
    COORDINATING = "coordinating"
    DEADLINE = "deadline"
    PRODUCT = "product"
    OTHER = "other"


class Heading(NamedTuple):
    """A column as its head names it; `text` is folded."""

    column: Column
    text: str


_OFFICE_WORD = r"(?:co quan|don vi|bo phan|dia phuong|to chuc|ca nhan|phong|ban|nganh)"
_OFFICE = rf"(?:cac )?{_OFFICE_WORD}(?:(?:, ?| ?/ ?| va | )(?:{_OFFICE_WORD}))*"
_AND = r"(?: ?[,/&-] ?| va | hoac | )"
_DOING = (
    r"(?:thuc hien|tham muu|soan thao|trien khai|trinh|to chuc|chiu trach nhiem|xay dung|chinh)"
)
_CARING = r"(?:theo doi|don doc|tong hop|giam sat|ban hanh|trinh)"
_RESULT = r"(?:san pham|ket qua|dau ra|muc tieu|yeu cau)"
_RESULT_TAIL = r"(?:dau ra|thuc hien|dat duoc|du kien|chu yeu|hoan thanh|can dat|cu the)"
_WORK = r"(?:nhiem vu|cong viec|hoat dong|giai phap|noi dung|noi dung cong viec|noi dung nhiem vu|dau viec)"

# Folded regular expressions; at one place the longest match counts, among equals the first.
COLUMN_WORDS: tuple[tuple[Column, str], ...] = (
    (Column.NUMBER, r"so thu tu|so tt|stt|tt"),
    (Column.COORDINATING, rf"(?:{_OFFICE} )?(?:phoi hop|tham gia)(?:{_AND}{_DOING})*"),
    (
        Column.LEAD,
        rf"(?:{_OFFICE} )?(?:chu tri|dau moi)(?:{_AND}{_DOING})*|{_OFFICE} {_DOING}(?:{_AND}(?:{_DOING}|chu tri))*"
        rf"|(?:phan cong )?trach nhiem(?: {_DOING})?|phan cong(?: {_DOING})?|{_OFFICE} duoc giao",
    ),
    (
        Column.DEADLINE,
        r"(?:thoi (?:gian|han|diem|diem, thoi han)|tien do)(?:(?: ?[,/] ?| va | )(?:thuc hien|hoan thanh|trinh|ban hanh"
        r"|bat dau|ket thuc|tien do|thoi han))*|(?:han|ngay|thoi ky) hoan thanh|hoan thanh",
    ),
    (
        Column.PRODUCT,
        rf"{_RESULT}(?:(?: ?[,/] ?| va | )(?:{_RESULT}|{_RESULT_TAIL}))*",
    ),
    (
        Column.TITLE,
        rf"(?:ten |cac |danh muc |danh muc cac |noi dung )?{_WORK}"
        rf"(?:(?: ?[,/] ?| va | )(?:{_WORK}|cu the|trong tam|chu yeu|thuc hien|can thuc hien|trien khai))*",
    ),
    (
        Column.OTHER,
        rf"ghi chu|(?:du kien )?(?:nguon )?kinh phi(?: {_DOING})?|nguon von|can cu(?: phap ly)?|don vi tinh"
        rf"|(?:{_OFFICE} )?{_CARING}(?:{_AND}{_CARING})*",
    ),
)
_PATTERNS = tuple((column, re.compile(rf"(?:{words})(?![^\W_])")) for column, words in COLUMN_WORDS)
_ASIDE = re.compile(r"\s*\([^()]{1,40}\)|\s*:")
_NEEDED = {Column.LEAD, Column.COORDINATING, Column.DEADLINE}


def heading_at(folded: str, start: int) -> tuple[Heading, int] | None:
    """The column heading that starts at a place of folded text, and where it ends (an aside in brackets included)."""
    best: tuple[Column, int] | None = None
    for column, pattern in _PATTERNS:
        if (match := pattern.match(folded, start)) and (best is None or match.end() > best[1]):
            best = column, match.end()
    if best is None:
        return None
    column, end = best
    if aside := _ASIDE.match(folded, end):
        end = aside.end()
    return Heading(column, folded[start:end]), end


def headings_at(folded: str, start: int) -> tuple[tuple[Heading, ...], int]:
    """The headings that follow one another from a place of folded text, and where the last one ends."""
    headings: list[Heading] = []
    end = place = start
    while found := heading_at(folded, place):
        headings.append(found[0])
        end = found[1]
        place = end + (folded[end : end + 1] == " ")
    return tuple(headings), end


def column_of(text: str) -> Column | None:
    """The column a head cell names, None for a cell that names none."""
    folded = fold(text).strip(" .:")
    found = heading_at(folded, 0)
    return found[0].column if found and found[1] >= len(folded) else None


def is_head(columns: Sequence[Column]) -> bool:
    """Whether columns make a task table: a title, and who or until when."""
    return (
        Column.TITLE in columns
        and bool(_NEEDED.intersection(columns))
        and all(
            columns.count(column) == 1 for column in set(columns) - {Column.OTHER, Column.PRODUCT}
        )
    )
