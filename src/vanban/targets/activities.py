"""Aims that stand among the work: "mỗi quý có ít nhất 01 tin, bài …" in a duty, a bound in a measure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from vanban.model import Confidence, Finding, Target
from vanban.targets.aims import Heading, figures_of
from vanban.targets.periods import NO_PERIOD, Period, period_of
from vanban.targets.sections import LONGEST_HEADING, Placed, Section, heads

# Kinds of document that give work out; in others a figure among the text binds nobody.
KINDS = frozenset(
    [
        "Kế hoạch",
        "Chương trình",
        "Đề án",
        "Phương án",
        "Nghị quyết",
        "Quyết định",
        "Chỉ thị",
        "Dự án",
    ]
)
# Below headings of these words figures describe, found or pay; they set no aim.
SILENT = re.compile(
    r"(?:cac |mot so |ve |nguon |du toan |tong )*(?:kinh phi|thuc trang|tinh hinh|danh gia|ket qua|dac diem"
    r"|su can thiet"
    r"|co so|can cu|doi tuong|pham vi|dieu kien|tieu chuan|co cau|giai thuong|ho so|quan diem|nguyen tac|khai niem"
    r"|giai thich|thanh phan|muc dich|yeu cau|noi nhan|ton tai|han che|nguyen nhan|bai hoc|thoi gian|dia diem"
    r"|cach tinh"
    r"|phu cap|che do|muc (?:chi|thu|ho tro|phat)|boi canh|khai quat)\b"
)
AIMING = re.compile(
    r"(?<!\w)(?:phấn\s+đấu|bảo\s+đảm|đảm\s+bảo|duy\s+trì|nâng|tăng|giảm|hoàn\s+thành|đạt|hướng\s+tới|phủ)(?!\w)",
    re.I,
)
STRIVES = re.compile(r"(?<!\w)(?:phấn\s+đấu|chỉ\s+tiêu|mục\s+tiêu)(?!\w)", re.I)
PAST = re.compile(
    r"(?<!\w)(?:đã\s+(?:đạt|có|hoàn\s+thành|thực\s+hiện|triển\s+khai|xây\s+dựng|tổ\s+chức|được)|hiện\s+(?:nay"
    r"|tại|có|đang|đạt)|"
    r"tính\s+đến|đến\s+nay|theo\s+thống\s+kê|ước\s+tính|năm\s+trước|vừa\s+qua)(?!\w)",
    re.I,
)
CONDITION = re.compile(
    r"(?<!\w)(?:trường\s+hợp|nếu|khi|điều\s+kiện|tiêu\s+chuẩn|trở\s+lên|trở\s+xuống|mức\s+(?:hỗ\s+trợ|chi|phạt"
    r"|vay|thu)|xử\s+phạt|"
    r"lãi\s+suất|hỗ\s+trợ\s+(?:tối\s+đa|không\s+quá|kinh\s+phí|một\s+phần)|định\s+kỳ)(?!\w)",
    re.I,
)
SPAN_OF_TIME = re.compile(r"(?:năm|tháng|ngày|tuần|giờ|phút)(?!\s*/)(?:\s+làm\s+việc)?$", re.I)
SHORTER = re.compile(r"(?<!\w)(?:rút\s+ngắn|giảm)(?!\w)", re.I)
MONEY = re.compile(r"đồng|VNĐ|USD", re.I)


def activity_targets(
    document: Sequence[Placed], sections: Sequence[Section], titled: Period
) -> Iterator[Target]:
    """The bounds and shares that paragraphs outside of the sections on targets set; a person should look at each."""
    taken = {index for section in sections for index in range(section.first, section.last)}
    open_headings: list[tuple[int, Heading, bool]] = []
    begun = False
    for index, one in enumerate(document):
        begun = begun or one.level > 0
        if index in taken or not begun:
            continue
        if one.level:
            open_headings = [other for other in open_headings if other[0] < one.level]
        above, silent = open_headings[-1][1:] if open_headings else (Heading("", titled), False)
        silent = silent or heads(one.paragraph, SILENT)
        if one.level:
            open_headings.append((one.level, _under(above, one), silent))
        if not silent:
            yield from _aims(one, above)


def _under(above: Heading, one: Placed) -> Heading:
    if len(one.paragraph.text) > LONGEST_HEADING:
        return above
    own = period_of(one.paragraph.text)
    section = f"{above.section} / {one.paragraph.number} {one.paragraph.text}".strip(" /:")
    return Heading(section, above.period if own == NO_PERIOD else own)


def _aims(one: Placed, above: Heading) -> Iterator[Target]:
    for target in figures_of(one.paragraph.words, above):
        if is_aim(target):
            yield to_be_checked(target)


def stands_among_work(target: Target) -> bool:
    """Whether a target was found in a task, its product or a duty, and so has its work beside it."""
    return bool(target.task) or any(one.code == "aim-in-activity" for one in target.findings)


def to_be_checked(target: Target) -> Target:
    """The target with the remark that it stands outside of the sections on targets."""
    found = (*target.findings, Finding("aim-in-activity", {"text": target.text}))
    return replace(target, findings=found, confidence=Confidence.CHECK)


def is_aim(target: Target) -> bool:
    """A bound ("ít nhất"), a share somebody is to reach, or a count somebody strives for."""
    unit, text = target.unit or "", target.text
    if not unit or PAST.search(text) or CONDITION.search(text):
        return False
    if SPAN_OF_TIME.match(unit) and not SHORTER.search(text):
        return False
    if MONEY.search(unit) and target.comparator == "<=":
        return False
    if unit.startswith("%"):
        return target.values == ("100",) or bool(AIMING.search(text) or _bound(target))
    return _bound(target) or bool(STRIVES.search(text))


def _bound(target: Target) -> bool:
    return target.comparator in (">=", "<=") and not target.strict
