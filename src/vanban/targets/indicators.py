"""What a figure measures, from the words around it: our shortest faithful phrase, never a quotation."""

import re
from dataclasses import dataclass

from vanban.targets.clauses import Clause
from vanban.targets.figures import MULTIPLIER
from vanban.text import plain

LEADS_IN = re.compile(
    r"(?:[-–+*•]\s*|(?:trong\s+đó|riêng|phấn\s+đấu|đồng\s+thời|và|tầm\s+nhìn|có(?=\s+$))(?:\s*[:,])?\s+)+",
    re.I,
)
DATED = re.compile(
    r"(?:(?:đến|trong|hết|trước|cuối|từ|tới|vào|giai\s+đoạn|thời\s+kỳ)\s+)*(?:(?:hết|cuối|năm|quý\s+\S+)\s+)*"
    r"(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?\s*[,:]?\s*",
    re.I,
)
DATED_LAST = re.compile(rf"(?:[,:]?\s*phấn\s+đấu)?[,:]?\s+{DATED.pattern}$", re.I)
REACHES = re.compile(
    r"(?:(?:\s|^)(?:đạt|chiếm|là|còn|lên|xuống|cho|với|có|được|khoảng|bình\s+quân|trung\s+bình|mức|từ|ở|đến"
    r"|phấn\s+đấu|bằng)|"
    r"\s*[:,])+\s*$",
    re.I,
)
SETS = re.compile(r"(?<!\w)(?:đạt|chiếm|là|còn|lên|xuống|mức|bằng|cho)(?!\w)|:", re.I)
TOWARDS = re.compile(r"\s+(?:đối|phấn\s+đấu)$", re.I)
CAME_FROM = re.compile(r"\s*(?<!\w)từ(?:\s+mức)?\s+\d[\d.,]*[^;.]*$", re.I)
MEASURES = re.compile(
    r"\s*(?:tốc\s+độ\s+(?:tăng\s+trưởng|tăng|giảm)|t[ỷỉ]\s+(?:lệ|trọng|suất)|giá\s+trị|số\s+lượng"
    r"|mức(?:\s+độ(?:\s+hài\s+lòng)?)?|"
    r"sản\s+lượng|diện\s+tích|kim\s+ngạch|năng\s+suất|thu\s+nhập|doanh\s+thu|cơ\s+cấu|tổng)(?!\w)",
    re.I,
)
SUBJECTS = re.compile(r"\s*(?:(?:chỉ\s+)?số|quy\s+mô|mật\s+độ|thời\s+gian|lượng)\s", re.I)
EACH = re.compile(r"(?<!\w)(?:mỗi|hằng|hàng)\s+(?P<every>năm|quý|tháng|tuần)(?!\w)[\s,:]*", re.I)
CHANGES = re.compile(
    r"(?<!tốc\s)(?<!độ\s)(?<!\w)(?P<way>(?:cắt\s+)?giảm(?!\s+nghèo)|rút\s+ngắn|hạ(?=\s+(?:tỷ|tỉ|mức))"
    r"|tăng(?!\s+(?:trưởng|cường))|"
    r"thêm)(?!\w)(?P<what>(?:(?!\s(?:còn|xuống|lên|đạt|chiếm|là|ở\s+mức|đến|dưới\s+mức)\s)[^,;:])*)$",
    re.I,
)
ONLY_CHANGE = re.compile(r"\s*(?:và\s+)?(?:tăng|giảm|tăng\s+thêm|giảm\s+thêm|đạt)?\s*$", re.I)
SIZES = re.compile(
    rf"(?:(?:{MULTIPLIER}|ha|km2?|m[23²³]|tấn|tạ|kg|lít|đồng|USD|VNĐ|MW|kWh?|(?:điểm|lần)$|%|‰"
    rf"|phần trăm)(?!\w)(?:/\S+)?\s*)+",
    re.I,
)
# Words behind a share that lead away from what the share is of.
AWAY = re.compile(
    r"\W*(?:trong|vào|so|theo|trở|đến|trước|tại|năm|mỗi|hằng|hàng|và|từ|kế\s+hoạch|dự\s+toán|giá\s+so\s+sánh|của"
    r"|với|để|nhằm)(?!\w)|\W*$",
    re.I,
)


LONGEST_LEAD = 600  # characters before a figure that may say what it measures


@dataclass(frozen=True, slots=True)
class Indicator:
    """The phrase; whether a word of reaching ("đạt", "ít nhất") led to the figure; whether it only carries on."""

    text: str
    reaching: bool
    carried: bool = False


def indicator_of(text: str, clause: Clause) -> Indicator:
    """What the figure of a clause measures. `carried`: the words before the clause say it ("… và 50% vào năm 2030")."""
    quantity = clause.quantity
    begin = max(clause.start, quantity.start - LONGEST_LEAD)
    lead = EACH.sub("", _bare_lead(text[begin : quantity.start]))
    stripped = REACHES.sub("", lead)
    sets = bool(SETS.search(lead[len(stripped) :]))
    bare = CAME_FROM.sub("", TOWARDS.sub("", stripped.rstrip()))
    bare = DATED_LAST.sub("", bare).strip(" ,:")
    share = (quantity.unit or "").startswith(("%", "‰"))
    reaching = (
        share
        or quantity.rank
        or quantity.start < quantity.number
        or len(stripped) < len(lead.rstrip())
    )
    reaching = reaching or bool(CHANGES.search(bare) or MEASURES.match(bare))
    after = _after(text, clause, listed=not bare)
    if ONLY_CHANGE.match(bare) and not after:
        return Indicator(plain(bare), True, carried=True)
    measured = MEASURES.match(bare) or SUBJECTS.match(bare)
    if bare and (sets or measured or (share and not after)):
        return Indicator(plain(bare), reaching)
    return Indicator(plain(f"{bare} {after}"), reaching)


def _bare_lead(lead: str) -> str:
    """The words before a figure without what introduces them: marks, "phấn đấu", a period."""
    while True:
        part = LEADS_IN.match(lead) or DATED.match(lead)
        if part is None or not part.end():
            return lead
        lead = lead[part.end() :]


def _after(text: str, clause: Clause, *, listed: bool) -> str:
    """The counted things and what is said of them behind the figure; `listed`: a comma there only parts a list."""
    quantity = clause.quantity
    counted = (
        SIZES.sub("", (quantity.unit or "").partition("/")[0], count=1) if quantity.unit else ""
    )
    whole = quantity.unit or ""
    if whole.startswith(("%", "‰")) and not whole.startswith(("%/", "‰/")):
        counted = whole.lstrip("%‰ ")
    behind = text[quantity.end : clause.end]
    parted = behind.startswith(",") and not listed
    rest = "" if parted or AWAY.match(behind) else behind
    joint = "" if rest.startswith(",") else " "
    return plain(f"{counted}{joint}{rest}").strip(" ,;:")
