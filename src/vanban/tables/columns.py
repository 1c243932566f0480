"""What the head of a task table calls its columns: general words of administration, never of one plan."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from vanban.text import fold


class Column(StrEnum):
    NUMBER = "number"
    DETAIL = "detail"  # a second numbering: "Mã nhiệm vụ", "Chi tiết"
    GROUP = "group"  # "Nhóm nhiệm vụ": what several rows stand under
    TITLE = "title"
    DESCRIPTION = "description"  # a second column of words about the work: never from a head alone
    LEAD = "lead"
    COORDINATING = "coordinating"
    IMPLEMENTING = "implementing"
    TRACKING = "tracking"
    SYNTHESIZING = "synthesizing"
    SUBMITTING = "submitting"
    ISSUING = "issuing"
    SUPERVISING = "supervising"
    DEADLINE = "deadline"
    START = "start"
    END = "end"
    PRODUCT = "product"
    FUNDING = "funding"
    REMARK = "remark"
    FOREIGN = "foreign"  # "Họ và tên", "Đơn vị được kiểm tra": the table is about something else
    DOUBTFUL = "doubtful"  # "Địa điểm", "Số lượng": two of them, and it is
    OTHER = "other"


class Heading(NamedTuple):
    """A column as its head names it; `text` is folded."""

    column: Column
    text: str


ROLES = (
    Column.IMPLEMENTING,
    Column.TRACKING,
    Column.SYNTHESIZING,
    Column.SUBMITTING,
    Column.ISSUING,
    Column.SUPERVISING,
)
OFFICES = frozenset([Column.LEAD, Column.COORDINATING, *ROLES])
DATES = frozenset([Column.DEADLINE, Column.START, Column.END])

_OFFICE_WORD = (
    r"(?:co quan|don vi|bo phan|dia phuong|to chuc|ca nhan|phong|ban|nganh|cap|so|nguoi|can bo|khoa|to"
    r"|doan the|hoi|luc luong|giao vien)"
)
_OFFICE = rf"(?:cac )?{_OFFICE_WORD}(?:(?:, ?| ?/ ?| va | )(?:{_OFFICE_WORD}))*"
_AND = r"(?: ?[,/&-] ?| va | hoac | )"
_DOING = (
    r"(?:thuc hien|tham muu|soan thao|trien khai|trinh|to chuc|chiu trach nhiem|xay dung|chinh|nhiem vu|giai quyet"
    r"|du thao)"
)
_CARRYING = r"(?:to chuc thuc hien|thuc hien|trien khai|to chuc|chiu trach nhiem|phu trach)"
_WATCHING = r"(?:theo doi|don doc|danh gia|giam sat|kiem tra)"
_RESULT = r"(?:san pham|ket qua|dau ra|muc tieu|yeu cau)"
_RESULT_TAIL = (
    r"(?:dau ra|thuc hien|dat duoc|du kien|chu yeu|hoan thanh|can dat|cu the|phai dat|ban giao|cuoi cung"
    r"|dat|chi tieu)"
)
_WORK = (
    r"(?:nhiem vu|cong viec|hoat dong|giai phap|noi dung|noi dung cong viec|noi dung nhiem vu|dau viec|cong tac"
    r"|de an|du an|chuong trinh|ke hoach|van ban|nhom viec|viec)"
)
_WORK_TAIL = (
    r"(?:cu the|trong tam|chu yeu|thuc hien|can thuc hien|trien khai|chi tiet|chinh|can trien khai|can lam|duoc giao"
    r"|giao|can hoan thanh|trong nam|cong tac|to chuc|phai thuc hien|thanh phan)"
)
_DATED = (
    r"(?:thuc hien|hoan thanh|trinh|ban hanh|tien do|thoi han|trien khai|du kien|phe duyet|xong|to chuc"
    r"|thuc hien xong"
    r"|bao cao|hoan tat|thong qua|nam)"
)

# Folded regular expressions; at one place the longest match counts, among equals the first.
COLUMN_WORDS: tuple[tuple[Column, str], ...] = (
    (Column.NUMBER, r"(?:so thu tu|so tt|s\.?t\.?t\.?|tt|thu tu)(?: (?:stt|tt))?"),
    (
        Column.DETAIL,
        r"(?:stt |tt )?chi tiet|ma(?: so)?(?: nhiem vu| cong viec| hieu)?|ky hieu|so hieu|muc",
    ),
    (Column.GROUP, rf"nhom (?:nhiem vu|giai phap|cong viec|noi dung)(?:{_AND}giai phap)?|linh vuc"),
    (
        Column.COORDINATING,
        rf"(?:{_OFFICE} )?(?:phoi hop|tham gia|cung thuc hien)(?:{_AND}{_DOING})*",
    ),
    (
        Column.SUBMITTING,
        rf"{_OFFICE} trinh(?: ban hanh| phe duyet)?",
    ),
    (
        Column.ISSUING,
        rf"{_OFFICE} (?:co tham quyen )?(?:ban hanh|phe duyet|quyet dinh|thong qua)"
        r"|cap trinh ?[,/] ?(?:phe duyet|ban hanh)|(?:cap|tham quyen) (?:co tham quyen )?(?:ban hanh"
        r"|phe duyet|quyet dinh|thong qua)",
    ),
    (
        Column.SYNTHESIZING,
        rf"{_OFFICE} (?:dau moi )?tong hop(?:{_AND}bao cao)?|dau moi tong hop(?:{_AND}bao cao)?",
    ),
    (
        Column.SUPERVISING,
        r"(?:lanh dao|nguoi|dong chi|thuong truc|chi dao)(?: (?:ubnd|uy ban|so|tinh|huyen|xa|don vi|co quan"
        r"|bo|thanh pho))*"
        rf"(?: (?:phu trach|chi dao|theo doi))(?:{_AND}(?:chi dao|theo doi|phu trach))*"
        rf"|{_OFFICE} (?:giam sat|kiem tra|tham dinh)(?:{_AND}(?:giam sat|kiem tra))*|chi dao",
    ),
    (
        Column.TRACKING,
        rf"(?:{_OFFICE} )?(?:chu tri )?{_WATCHING}(?:{_AND}(?:{_WATCHING}|tong hop|bao cao))*",
    ),
    (
        Column.LEAD,
        rf"(?:{_OFFICE} )?chu tri(?: ?[,/&-] ?| va )(?:{_OFFICE} )?phoi hop(?: {_DOING})*"
        rf"|(?:{_OFFICE} )?(?:dau moi chu tri|chu tri|dau moi|chiu trach nhiem chinh)(?:{_AND}{_DOING})*"
        rf"|{_OFFICE} (?:tham muu|soan thao|xay dung|du thao|chinh)(?:{_AND}(?:{_DOING}|chu tri))*"
        rf"|{_OFFICE} duoc giao(?: nhiem vu| chu tri)?",
    ),
    (
        Column.IMPLEMENTING,
        rf"{_OFFICE} {_CARRYING}(?:{_AND}(?:{_DOING}|chu tri))*"
        rf"|(?:phan cong )?trach nhiem(?: {_DOING})*|(?:phan cong|giao)(?: (?:nhiem vu|cong viec"
        rf"|trach nhiem))?(?: {_DOING})*",
    ),
    (
        Column.START,
        r"(?:thoi (?:gian|diem)|ngay|thang)? ?(?:bat dau|khoi cong|khoi dong)|tu ngay|tu thang",
    ),
    (
        Column.END,
        r"(?:thoi (?:gian|diem)|ngay|thang)? ?(?:ket thuc)|den ngay|den thang",
    ),
    (
        Column.DEADLINE,
        rf"(?:thoi (?:gian|han|diem|ky)|thoi diem, thoi han|tien do|moc thoi gian|lo trinh|han)(?:{_AND}{_DATED})*"
        r"|(?:thoi (?:gian|han)|tien do)(?: ?[,/] ?| va | )(?:bat dau|ket thuc)(?:(?: ?[,/-] ?"
        r"| va )(?:bat dau|ket thuc))*"
        r"|(?:han|ngay|thoi ky|thang|nam|du kien) (?:hoan thanh|thuc hien|trinh)"
        r"|(?:can |phai )?hoan thanh(?: (?:truoc|trong|vao))?(?: (?:ngay|nam|thang))?",
    ),
    (
        Column.PRODUCT,
        rf"(?:hinh thuc |du kien |ten )?{_RESULT}(?:(?: ?[,/] ?| va | )(?:{_RESULT}|{_RESULT_TAIL}))*",
    ),
    (
        Column.TITLE,
        r"(?:(?:muc tieu|chi tieu|quan diem)(?: ?[,/;-] ?| va ))*"
        rf"(?:ten |cac |danh muc |danh muc cac |noi dung |mo ta )?{_WORK}"
        rf"(?:(?: ?[,/;&-] ?| va | )(?:{_WORK}|{_WORK_TAIL})|(?: ?[,/] ?| va )chi tieu)*",
    ),
    (
        Column.FUNDING,
        rf"(?:du kien |du toan |khai toan |tong |nhu cau )*(?:nguon )?(?:kinh phi|von|ngan sach|muc dau tu)"
        rf"(?:(?:{_AND})(?:{_DOING}|du kien|dau tu|ngan sach|kinh phi|von|thuc hien|nam))*|nguon luc",
    ),
    (Column.REMARK, r"ghi chu(?:,? [\w ]{0,20})?|luu y"),
    (
        Column.FOREIGN,
        r"ho (?:va )?ten|ho,? ten|(?:ngay(?:,? thang)?(?:,? nam)?|nam) sinh|gioi tinh|(?:so )?dien thoai"
        r"|email|que quan"
        r"|(?:ten )?(?:don vi|co quan|doi tuong|to chuc|ca nhan|doanh nghiep|dia phuong|co so) duoc"
        r" (?:kiem tra|thanh tra|giam sat|kiem toan|khao sat|danh gia)|(?:don vi|doi tuong|noi dung|thoi ky|pham vi)"
        r" (?:kiem tra|thanh tra|giam sat|kiem toan)|don gia|thanh tien|ca truc|(?:lanh dao|can bo|nguoi|ngay) truc"
        r"|diem(?: so| toi da| chuan| tu cham| cham)?|so cmnd|so cccd|ngach|he so luong|tieu chi(?: danh gia)?"
        r"|don vi cong tac|nguoi lien he|truong doan|ten (?:hang|mon|vat tu|hang hoa)|bien so",
    ),
    (
        Column.DOUBTFUL,
        r"(?:thoi gian,? )?dia diem(?: [\w ]{0,20})?|thanh phan(?: [\w ]{0,20})?|buoi|gio|thu(?:,? ngay)?"
        r"|ngay(?:,? gio)?|so luong|don vi tinh|dvt"
        rf"|(?:ten )?{_OFFICE}|don vi do|chuc vu(?: [\w ]{0, 20})?|chuc danh|doi tuong(?: [\w ]{0, 12})?"
        rf"|dien tich|dan so"
        r"|so ho|so nguoi"
        r"|tinh trang|chi tieu|ke hoach nam|thuc hien nam|nam \d{4}|dia chi|ty le|quy mo|nguoi du|noi nhan",
    ),
    (
        Column.OTHER,
        r"can cu(?: (?:phap ly|giao|thuc hien|giao nhiem vu))?|co so phap ly|muc do|ghi nhan|phan loai"
        r"|uu tien|muc do uu tien",
    ),
)
_PATTERNS = tuple((column, re.compile(rf"(?:{words})(?![^\W_])")) for column, words in COLUMN_WORDS)
_ASIDE = re.compile(r"\s*\([^()]{1,60}\)|\s*:")
_WHO_OR_WHEN = OFFICES | DATES
_REPEATABLE = frozenset(
    [Column.OTHER, Column.PRODUCT, Column.FUNDING, Column.REMARK, Column.DOUBTFUL, Column.FOREIGN]
)
# A wide cell of a head, the columns it may be parted into below, and those that must be among them.
_WIDE = (
    (
        Column.IMPLEMENTING,
        OFFICES - {Column.IMPLEMENTING},
        frozenset([Column.LEAD, Column.COORDINATING]),
    ),
    (Column.DEADLINE, DATES - {Column.DEADLINE}, frozenset([Column.START])),
)
_PARTS_BELOW = frozenset(column for _, parts, _ in _WIDE for column in parts)
_PLAIN_TITLES = re.compile(r"noi dung(?: thuc hien)?|chuong trinh|hoat dong|ke hoach|van ban")


def heading_at(folded: str, start: int) -> tuple[Heading, int] | None:
    """The column heading that starts at a place of folded text, and where it ends (an aside in brackets included)."""
    best: tuple[Column, int] | None = None
    for column, pattern in _PATTERNS:
        match = pattern.match(folded, start)
        if match and match.end() > start and (best is None or match.end() > best[1]):
            best = column, match.end()
    if best is None:
        return None
    column, end = best
    while aside := _ASIDE.match(folded, end):
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
    return resolved(headings), end


def column_of(text: str) -> Column | None:
    """The column a head cell names, None for a cell that names none."""
    folded = fold(text).strip(" .:*")
    found = heading_at(folded, 0)
    return found[0].column if found and found[1] >= len(folded) else None


def resolved(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """The headings with those made plain by their neighbours: who carries work out leads it where no lead is named."""
    columns = [heading.column for heading in headings]
    changes: dict[Column, Column] = {}
    if Column.LEAD not in columns and columns.count(Column.IMPLEMENTING) == 1:
        changes[Column.IMPLEMENTING] = Column.LEAD
    if (
        Column.START in columns
        and Column.END not in columns
        and columns.count(Column.DEADLINE) == 1
    ):
        changes[Column.DEADLINE] = Column.END
    return tuple(Heading(changes.get(one.column, one.column), one.text) for one in headings)


def in_place_of_columns(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """The headings of two printed rows of a head as its columns stand: parts of a wide cell in the place of it.

    "Nhiệm vụ, Phân công, Thời gian" and below them "Chủ trì, Phối hợp" → work, lead, helpers, time.
    """
    columns = [heading.column for heading in headings]
    start = len(columns)
    while start and columns[start - 1] in _PARTS_BELOW:
        start -= 1
    ordered = list(headings[:start])
    below = list(headings[start:])
    for whole, parts, needed in _WIDE:
        own = [one for one in below if one.column in parts]
        place = next((index for index, one in enumerate(ordered) if one.column is whole), None)
        if place is None or not needed <= {one.column for one in own}:
            continue
        ordered[place : place + 1] = own
        below = [one for one in below if one not in own]
    return (*ordered, *below)


def is_head(columns: Sequence[Column]) -> bool:
    """Whether columns make the head of a flattened task table: each once, one title, who or until when."""
    single = set(columns) - _REPEATABLE
    return (
        Column.TITLE in columns
        and bool(_WHO_OR_WHEN.intersection(columns))
        and all(columns.count(column) == 1 for column in single)
    )


def tells_tasks(headings: Sequence[Heading]) -> bool:
    """Whether the columns of a table make it a list of tasks and not of people, meetings, prices or inspections."""
    columns = [heading.column for heading in headings]
    if (
        Column.TITLE not in columns
        or not _WHO_OR_WHEN.intersection(columns)
        or Column.FOREIGN in columns
    ):
        return False
    doubts = columns.count(Column.DOUBTFUL)
    strong = sum(
        column in columns
        for column in (
            Column.LEAD,
            Column.COORDINATING,
            Column.DEADLINE,
            Column.END,
            Column.PRODUCT,
        )
    )
    titles = [heading.text for heading in headings if heading.column is Column.TITLE]
    plain = all(_PLAIN_TITLES.fullmatch(title.strip(" .:")) for title in titles)
    if plain and strong == 1 and (doubts or Column.FUNDING in columns):
        return False
    return doubts <= 1 if strong <= 2 else doubts <= 2
