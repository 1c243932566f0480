"""What a sentence asks for: until when, and which document. Where it is not plainly said, nothing is found."""

import re

from vanban.deadlines.forms import D, M
from vanban.deadlines.reading import FORMS, NOWHERE, Setting, read_deadline
from vanban.deadlines.recurring import DAYS_AGAIN
from vanban.model import Deadline
from vanban.paragraphs.numbering import UPPER
from vanban.text import fold, plain

_NAMED_GROUP = re.compile(r"\?P<\w+>")
_DATED = "|".join(f"(?:{_NAMED_GROUP.sub('?:', form)})" for _, form in FORMS)
_MORE_DAYS = rf"(?:(?:,| va|, va)(?: truoc)?(?: ngay)? {D}\s?/\s?{M}(?![\d/]))*"
_AGAIN = rf"(?:{_MORE_DAYS},? (?:hang|moi) (?:nam|quy|thang))?"
_BY = r"(?:truoc|cham nhat(?: la)?(?: vao)?|muon nhat(?: la)?)"
_DUE = re.compile(rf"(?<!\w)(?P<due>{_BY}\s+(?:{_DATED}){_AGAIN})")
_DONE = re.compile(
    r"(?<!\w)(?:xong|hoan thanh|ban hanh|bao cao|gui|trinh|phe duyet)\b[^.;:]{0,60}?"
    rf"(?<!\w)(?P<due>(?:trong|den het)\s+(?:{_DATED}){_AGAIN})"
)
_LABELLED = re.compile(
    rf"(?P<due>thoi (?:gian|han) (?:hoan thanh|thuc hien|xong)[^.;]{{0,40}}?\s*:?\s*(?:{_DATED}))"
)
# A month or a quarter that closes a sentence is when its work is due; a year may belong to what it is about.
_CLOSING = re.compile(
    r"(?<!\w)(?P<due>(?:trong|vao) (?:thang|quy) (?:[^.;:]{0,30}?(?:19|20|21)\d\d))(?=[.;]?$)"
)
_DAY_EVERY = re.compile(rf"(?<!\w)(?P<due>{DAYS_AGAIN})(?!\w)")
_EVERY = re.compile(
    r"(?<!\w)(?P<due>(?:dinh ky )?(?:(?:6|06|sau) thang,? )?(?:hang|moi) (?:nam|quy|thang|tuan)"
    r"|dinh ky (?:6|06) thang)(?!\w)"
)
_STANDING = re.compile(
    r"(?<!\w)(?:thuc hien|trien khai|tien hanh) (?P<due>thuong xuyen(?:,? lien tuc)?)(?=[.;]?$)"
)
_FOUR_DIGITS = re.compile(r"\d{4}")
_NEAR = 80  # characters between "hằng năm" and the day within the year
# "ngân sách hằng năm" tells of a budget, not of when work is due.
_NOUN_BEFORE = re.compile(
    r"(?:ngan sach|ke hoach|du toan|kinh phi|nguon von|chuong trinh|nhu cau|chi tieu|nhiem vu)(?: \w+){0,2} $"
)

_PAPER = (
    "kế hoạch|chương trình|đề án|phương án|quy chế|quy định|quyết định|nghị quyết|chỉ thị"
    "|hướng dẫn|báo cáo|danh mục|lộ trình"
)
_MAKING = r"xây dựng|ban hành|soạn thảo|biên soạn|dự thảo|phê duyệt|trình"
_PRODUCT = re.compile(
    rf"\b(?:{_MAKING})(?:\s*(?:,|và)\s*(?:{_MAKING}))*\s+(?P<paper>(?:các\s+)?(?:{_PAPER})\b[^.;:,(]*)",
    re.I,
)
_PRODUCT_END = re.compile(
    r"\s(?:trong thời gian|đảm bảo|bảo đảm|để|nhằm|trước|chậm nhất|gửi|báo cáo|và tổ chức|và triển khai"
    r"|làm cơ sở|phù hợp|khi|hằng năm|hàng năm)\b"
)
_HELPING = re.compile(r"(?:hỗ trợ|hướng dẫn|giúp|đôn đốc|kiểm tra|đề nghị|yêu cầu)\b[^.;:]*$", re.I)
# Verbs that follow an office's name; names of offices hold none of them in lower case after a space.
DOING = re.compile(
    r"\s(?=(?:có trách nhiệm|chịu trách nhiệm|chủ trì|phối hợp|chủ động|căn cứ|tham mưu|theo dõi"
    r"|tổ chức (?:thực hiện|triển khai)|xây dựng|triển khai|thực hiện|hướng dẫn|bố trí|cân đối|đẩy mạnh"
    r"|tiếp tục|tăng cường|chỉ đạo|kiểm tra|tổng hợp|báo cáo)\b)"
)
_SENTENCES = re.compile(rf"[.!?]\s+(?=[“\"(]?[{UPPER}])")


def find_deadline(text: str, setting: Setting = NOWHERE) -> Deadline:
    """The deadline a sentence states outright ("trước ngày 15/12", "báo cáo hằng năm"); kind "none" otherwise.

    Years in the names of schemes and recurring budgets are none.
    """
    words = plain(text).split(" ")
    folded = " ".join(fold(word) or "?" for word in words)
    for pattern in (_LABELLED, _DUE, _DONE, _CLOSING, _DAY_EVERY, _EVERY, _STANDING):
        for match in pattern.finditer(folded):
            if pattern is not _EVERY or not _NOUN_BEFORE.search(folded[: match.start()]):
                begin = _again_before(folded, match) if pattern is _DUE else match.start("due")
                first, last = (folded[:at].count(" ") for at in (begin, match.end("due")))
                phrase = words[first : last + 1]
                return read_deadline(_unbracketed(" ".join(phrase).strip(" .,;:")), setting)
    return Deadline()


def _unbracketed(phrase: str) -> str:
    """A phrase without the brackets around it; one within it stays closed."""
    if phrase.count("(") == phrase.count(")") and not phrase.startswith("("):
        return phrase
    return phrase.strip("() .,;:")


def _again_before(folded: str, due: re.Match[str]) -> int:
    """Where the words of a last day begin: at "hằng năm" where that stands before a day without a year."""
    if _FOUR_DIGITS.search(due["due"]):
        return due.start("due")
    every = list(_EVERY.finditer(folded, max(0, due.start() - _NEAR), due.start()))
    parted = bool(every) and re.search(r"[.;:]", folded[every[-1].end() : due.start()])
    if not every or parted or _NOUN_BEFORE.search(folded[: every[-1].start()]):
        return due.start("due")
    return every[-1].start("due")


def find_product(text: str) -> str | None:
    """The document a sentence tells its actor to make, in its own words; None if others make it or none is made."""
    words = plain(text)
    for match in _PRODUCT.finditer(words):
        if not _HELPING.search(words[: match.start()]):
            paper = match["paper"]
            end = _PRODUCT_END.search(paper)
            return (paper[: end.start()] if end else paper).strip(" ,")
    return None


def tells_work(text: str) -> bool:
    """Whether words that begin with an office's name go on to say what it does."""
    return bool(DOING.search(text))


def has_two_sentences(text: str) -> bool:
    """Whether more than one sentence is printed: perhaps more than one task."""
    return bool(_SENTENCES.search(text))
