"""How many items are announced, and how many follow."""

import re
from collections.abc import Iterator, Sequence

from vanban.check.examined import Examined, paragraph_quotes, short
from vanban.check.grids import grid_of
from vanban.check.headings import kind_of, ordinal_of
from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.model import Line, Table
from vanban.paragraphs.numbering import RANKS
from vanban.paragraphs.reading import Paragraph

CODES = (
    Code(
        "other-count",
        Severity.WRONG,
        Said(
            "Báo trước {said} {what} nhưng liệt kê {listed}: “{text}”.",
            "“{said} {what}” are announced, {listed} are listed: “{text}”.",
        ),
        Said(
            "Thiếu một mục thì không biết mục nào bị bỏ.",
            "Where one is missing nobody knows which.",
        ),
        Said("Sửa con số, hoặc thêm mục còn thiếu.", "Mend the number, or add what is missing."),
    ),
)
NOUNS = (
    "chuyên mục|chuyên đề|nhiệm vụ|nhóm nhiệm vụ|nhóm giải pháp|giải pháp|nội dung|chỉ tiêu|mục tiêu|nhóm chỉ tiêu"
    "|đề án"
    "|dự án|chương trình|tiêu chí|nhóm|lĩnh vực|đơn vị|hạng mục|công trình|lớp|bước|giai đoạn|hoạt động|thủ tục"
    "|dịch vụ|văn bản|điểm|xã|phường|đồng chí|thành viên|mô hình|sản phẩm|nội dung chính"
)
ANNOUNCED = re.compile(
    rf"(?:gồm|có|là|theo|vào|thực hiện|triển khai)\s+(?P<said>\d{{1,2}})\s+(?P<what>{NOUNS})(?!\w)"
    r"(?P<rest>[^.;:\d]{0,50}):?\s*$",
    re.I,
)
LISTING = re.compile(r"sau(?: đây)?\s*:?\s*$|:\s*$|cụ thể(?: như sau)?\s*:?\s*$", re.I)
FEWEST = 2


def check(document: Examined) -> Iterator[Remark]:
    """Remarks on announcements that end a paragraph, with a list or a table right behind."""
    paragraphs = document.paragraphs
    places = {paragraph.line: place for place, paragraph in enumerate(paragraphs)}
    tables = _tables_below(document)
    for paragraph in paragraphs:
        match = ANNOUNCED.search(paragraph.text)
        if not match or not LISTING.search(paragraph.text):
            continue
        last = paragraph.words[-1].line
        listed = tables.get(last) or items_below(paragraphs, places[paragraph.line])
        if listed and listed >= FEWEST and listed != int(match["said"]):
            values = {
                "said": match["said"],
                "what": match["what"],
                "listed": str(listed),
                "text": short(match.group()),
            }
            yield Remark("other-count", values, paragraph_quotes(paragraph))


def _tables_below(document: Examined) -> dict[int, int]:
    """For the line above each table: how many numbered rows it has, when they count 1, 2, 3 …"""
    found: dict[int, int] = {}
    above = 0
    for block in document.reading.source.blocks:
        if isinstance(block, Line):
            above = block.number if block.text.strip() else above
        elif count := _numbered_rows(block):
            found[above] = count
    return found


def _numbered_rows(table: Table) -> int:
    numbers = [row.first.strip(" .)") for row in grid_of(table)]
    counted = [int(number) for number in numbers if number.isdecimal() and len(number) < 4]
    return len(counted) if counted == list(range(1, len(counted) + 1)) else 0


def items_below(paragraphs: Sequence[Paragraph], place: int) -> int:
    """How many items of one kind follow a paragraph before one of its own rank or above; 0 where it is not sure.

    Bullets may be broken off by a page, numbers that count up from 1 are sure.
    """
    own = RANKS.get(paragraphs[place].kind, len(RANKS))
    following = paragraphs[place + 1 :]
    if not following or not following[0].kind or following[0].kind in ("annex", "part"):
        return 0
    kind = following[0].kind
    if RANKS[kind] <= own and paragraphs[place].kind:
        return 0
    count = 0
    for one in following:
        if one.kind and RANKS[one.kind] < RANKS[kind]:
            break
        if one.kind == kind:
            if kind in ("dash", "plus"):
                count += 1
                continue
            _, ordinal = ordinal_of(one.number, kind_of(one.number))
            if ordinal != count + 1:
                return 0
            count += 1
    return count if kind not in ("dash", "plus") else 0
