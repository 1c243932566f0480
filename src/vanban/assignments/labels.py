"""The labels plans put before who does a task, until when and what comes out: "Cơ quan chủ trì:", "Thời gian:".

General words of administration, as data; folded (lower case, no accents).
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from vanban.passages import BULLETS, Word
from vanban.text import fold


class Label(StrEnum):
    LEAD = "lead"
    COORDINATING = "coordinating"
    IMPLEMENTING = "implementing"
    TRACKING = "tracking"
    SYNTHESIZING = "synthesizing"
    SUBMITTING = "submitting"
    ISSUING = "issuing"
    SUPERVISING = "supervising"
    ASSIGNED = "assigned"  # "Phân công thực hiện: Sở A chủ trì, phối hợp với Sở B"
    ACTOR = "actor"  # no label: the office as a heading over its work
    DEADLINE = "deadline"
    PRODUCT = "product"
    FUNDING = "funding"
    REMARK = "remark"
    TITLE = "title"  # "Nội dung thực hiện:", of an item that has no other words
    EVENT = "event"  # place, hour and guests: of a meeting, not of a task
    OTHER = "other"


OFFICES = frozenset(
    [
        Label.LEAD,
        Label.COORDINATING,
        Label.IMPLEMENTING,
        Label.TRACKING,
        Label.SYNTHESIZING,
        Label.SUBMITTING,
        Label.ISSUING,
        Label.SUPERVISING,
    ]
)
_WHO = (
    r"(?:(?:cac )?(?:co quan|don vi|bo phan|dia phuong|to chuc|ca nhan|phong|ban|nganh|so|cap)"
    r"(?:(?:, ?| ?/ ?| va |, | )(?:co quan|don vi|bo phan|dia phuong|to chuc|ca nhan|phong|ban|nganh|so|cap))*)"
)
_DO = r"(?:thuc hien|tham muu|soan thao|trien khai|to chuc|trinh|xay dung|chinh|giai quyet|du thao|chuan bi|tham dinh)"
_MORE = rf"(?:(?: ?[,/&-] ?| va | hoac | ){_DO})*"
_TIME = r"(?:thoi (?:gian|han|diem|ky)|tien do|lo trinh|han|moc thoi gian|ngay)"
_WHEN = (
    r"(?:thuc hien|hoan thanh|trinh|ban hanh|bat dau|ket thuc|trien khai|bao cao|to chuc|xong|dang ky|hoan tat|du kien"
    r"|tien do|thoi han|phe duyet|cong viec)"
)
_OUT = r"(?:san pham|ket qua|dau ra)"
_OUT_MORE = r"(?:dau ra|thuc hien|dat duoc|du kien|chu yeu|hoan thanh|can dat|cu the|ban giao|dat|yeu cau|cuoi cung)"

# At one place the longest match counts, among equals the first.
WORDS: tuple[tuple[Label, str], ...] = (
    (
        Label.ASSIGNED,
        r"(?:phan cong|giao)(?: (?:to chuc|trien khai|trach nhiem|nhiem vu))*(?: thuc hien)?"
        r"|(?:to chuc|trach nhiem)(?: to chuc| trien khai)? thuc hien|thuc hien|trach nhiem",
    ),
    (
        Label.LEAD,
        rf"(?:{_WHO} )?(?:dong )?(?:chu tri|dau moi|chiu trach nhiem chinh){_MORE}"
        rf"|{_WHO} (?:duoc giao|chiu trach nhiem)(?: {_DO})*|{_WHO} (?:tham muu|soan thao|du thao|xay dung){_MORE}"
        rf"|(?:{_WHO} )?chu tri(?:,| va) phoi hop",
    ),
    (
        Label.COORDINATING,
        rf"(?:{_WHO} )?(?:cung )?(?:phoi hop|tham gia){_MORE}|phoi hop (?:voi|cung)",
    ),
    (Label.IMPLEMENTING, rf"{_WHO} (?:trien khai|to chuc|thuc hien)(?: (?:thuc hien|trien khai))?"),
    (
        Label.TRACKING,
        rf"(?:{_WHO} )?(?:theo doi|don doc)(?:(?: ?[,/] ?| va | )(?:theo doi|don doc|kiem tra))*",
    ),
    (Label.SYNTHESIZING, rf"{_WHO} tong hop(?:,? bao cao)?|tong hop,? bao cao|dau moi tong hop"),
    (Label.SUBMITTING, rf"{_WHO} trinh(?: ban hanh)?"),
    (
        Label.ISSUING,
        rf"{_WHO} (?:co tham quyen )?(?:ban hanh|phe duyet)|(?:cap|tham quyen) (?:ban hanh|phe duyet)",
    ),
    (
        Label.SUPERVISING,
        rf"(?:{_WHO} )?(?:giam sat|kiem tra)(?:,? (?:giam sat|kiem tra))?|(?:lanh dao|nguoi) (?:phu trach|chi dao)"
        r"|chi dao(?: thuc hien)?",
    ),
    (
        Label.DEADLINE,
        rf"{_TIME}(?:(?: ?[,/] ?| va | ){_WHEN})*|hoan thanh|(?:du kien )?hoan thanh(?: truoc| trong)?",
    ),
    (
        Label.PRODUCT,
        rf"(?:hinh thuc )?{_OUT}(?:(?: ?[,/] ?| va | )(?:{_OUT}|{_OUT_MORE}))*",
    ),
    (
        Label.FUNDING,
        r"(?:du kien |du toan )?(?:nguon )?(?:kinh phi|von)(?: (?:thuc hien|trien khai|to chuc|du kien))*"
        r"|nguon (?:luc|von)",
    ),
    (Label.REMARK, r"ghi chu|luu y"),
    (
        Label.TITLE,
        r"(?:noi dung|ten)(?: (?:nhiem vu|cong viec|hoat dong|thuc hien|cu the|trien khai|cong tac))?"
        r"|nhiem vu|cong viec|hoat dong",
    ),
    (
        Label.EVENT,
        r"dia diem(?: (?:to chuc|thuc hien))?|thanh phan(?: (?:tham du|tham gia|du hop|moi))?|chu toa|thu ky|khach moi"
        r"|dai bieu(?: tham du)?|nguoi (?:chu tri|du hop)|chu tri (?:cuoc hop|hop|hoi nghi)",
    ),
    (
        Label.OTHER,
        r"muc (?:dich|tieu)|yeu cau|doi tuong(?: tham gia)?|so luong"
        r"|hinh thuc(?: (?:thuc hien|to chuc))?|pham vi(?: thuc hien)?|chi tieu"
        r"|giai phap|phuong phap|cach (?:thuc|lam)",
    ),
)
_PATTERNS = tuple((label, re.compile(rf"{words}(?=:)")) for label, words in WORDS)
_ASIDE = re.compile(r" ?\([^()]*\)")
LONGEST_LABEL = 80  # characters
LONGEST = 14  # words of a label
HEADING = re.compile(
    r"(?:phan cong|to chuc|trach nhiem)(?: (?:nhiem vu|trach nhiem|to chuc|trien khai))*(?: thuc hien)?$"
)


class Found(NamedTuple):
    """A label in a run of words: where it begins and where the words after its colon begin."""

    label: Label
    start: int
    end: int


def label_at(words: Sequence[Word], start: int) -> Found | None:
    """The label that begins at a word and ends with a colon, None if none does. A bullet may stand before it."""
    place = start
    while place < len(words) and words[place].text in BULLETS:
        place += 1
    end = next(
        (
            index + 1
            for index in range(place, min(place + LONGEST, len(words)))
            if words[index].text.endswith(":") or ":" in words[index].text
        ),
        None,
    )
    if end is None:
        return None
    texts = [word.text for word in words[place:end]]
    texts[-1] = texts[-1].partition(":")[0]
    label = label_of(" ".join(texts))
    return Found(label, start, end) if label else None


def label_of(text: str) -> Label | None:
    """The label words are, without their colon."""
    folded = _ASIDE.sub("", fold(text)).strip("-+* ")
    best: tuple[int, Label] | None = None
    for label, pattern in _PATTERNS:
        match = pattern.match(f"{folded}:")
        if match and match.end() == len(folded) and (best is None or match.end() > best[0]):
            best = match.end(), label
    return best[1] if best else None


def begins_label(text: str) -> bool:
    """Whether a line, its mark left out, begins with a label that nobody would take for a part of a sentence."""
    start = text.lstrip(" -+*•").partition(":")
    if not start[1] or len(start[0]) > LONGEST_LABEL or not start[0][:1].isupper():
        return False
    return label_of(start[0]) not in (None, Label.OTHER, Label.TITLE)
