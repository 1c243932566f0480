"""One part of an item for each figure: where sentences, commas and brackets part them, and what only describes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vanban.paragraphs.numbering import UPPER
from vanban.targets.figures import enclosed
from vanban.targets.quantities import Quantity, find_quantities

STRONG = re.compile(rf"(?<!&[gl][te]);(?=\s|$)|\.(?=\s+(?:[{UPPER}]|[^\w\s(])|\s*$)|\n(?=[-+•*]\s)")
COMMA = re.compile(r",(?=\s)|\s(?=trong\s+đó\s)|\s(?=đồng\s+thời\s|với\s+tổng\s)", re.I)
JOINED = re.compile(
    r"\s(?=(?:và|cùng|cho|với|thu\s+hút|phục\s+vụ)\s+(?:(?:trên|hơn|khoảng|ít\s+nhất|tối\s+thiểu)\s+)?$)",
    re.I,
)
LEAD_WORDS = re.compile(
    r"\s*(?:(?:và|trong\s+đó|riêng|có|đạt|phấn\s+đấu|đồng\s+thời|từ|với|cho|còn|khoảng|tăng|giảm|cùng)(?:\s+|$))*$",
    re.I,
)
MEASURE = re.compile(
    r"(?:,?\s*(?:và|trong\s+đó|riêng|đồng\s+thời)\s*:?)?\s*(?:tốc\s+độ|t[ỷỉ]\s+(?:lệ|trọng)|giá\s+trị|số\s+"
    r"|tổng\s+|mức\s+|"
    r"sản\s+lượng|diện\s+tích|kim\s+ngạch|năng\s+suất|thu\s+nhập|doanh\s+thu|giảm|tăng|nâng|duy\s+trì|hoàn\s+thành|"
    r"phấn\s+đấu|bảo\s+đảm|đảm\s+bảo|mỗi|trên\s+|có\s+)",
    re.I,
)
CAME_FROM = re.compile(r"(?<!\w)từ(?:\s+mức)?\s*$", re.I)
TO = re.compile(
    r"[^,;.]{0,60}?(?<!\w)(?:lên|xuống|còn|thành|đến)(?:\s+(?:đạt|mức|còn|khoảng))*\s*$", re.I
)
# What a thing has or is, not what is to be reached: "hộ có doanh thu trên 1 tỷ đồng", "tốc độ trên 1 Gb/s".
HELD = re.compile(
    r"(?<!\w)(?:có\s+(?:tổng\s+)?|với\s+)(?:mức\s+)?(?:doanh\s+thu|quy\s+mô|diện\s+tích|tốc\s+độ|vốn|đầu\s+tư"
    r"|thu\s+nhập|công\s+suất|"
    r"dân\s+số|trọng\s+tải|chiều\s+dài|giá\s+trị|thời\s+gian|dung\s+lượng|bán\s+kính)(?:\s+[^\W\d_]+){0,4}\s*$",
    re.I,
)
GRADE = re.compile(r"sao(?!\w)", re.I)
SITUATED = re.compile(
    r"(?<!\w)(?:trên\s+địa\s+bàn|tại|của|thuộc|trong|ở|gồm|bao\s+gồm|nhóm|giữa|từng|trên(?:\s+tổng\s+số)?|qua"
    r"|theo|trong\s+số)\s*"
    r"(?:tất\s+cả\s+|toàn\s+bộ\s+|cả\s+)?$",
    re.I,
)
LOOK_BACK = 2000  # characters around a figure among which its sentence begins and ends
NEAR = 90


@dataclass(frozen=True, slots=True)
class Clause:
    """The part of an item that belongs to one figure; offsets into the item's text."""

    quantity: Quantity
    start: int
    end: int
    crowded: bool = False  # further figures could not be parted from this one
    follows: bool = False  # a comma or "và" parts it from the figure before, no full stop


def clauses_of(text: str) -> list[Clause]:
    """One clause for each figure that is an aim, in order; figures in brackets have their brackets for a clause."""
    quantities = find_quantities(text)
    clauses = _parted(
        text,
        [one for one in quantities if not one.aside and not _is_quality(text, one, quantities)],
    )
    asides = [_aside(text, one) for one in quantities if one.aside]
    trimmed = [_trimmed(text, clause) for clause in clauses]
    return sorted([*trimmed, *asides], key=lambda clause: clause.quantity.number)


def sentence_start(text: str, begin: int, at: int) -> int:
    """Where the sentence that holds `at` begins, not before `begin`."""
    return max((match.end() for match in STRONG.finditer(text, begin, at)), default=begin)


def sentence_end(text: str, at: int) -> int:
    """Where the sentence that holds `at` ends; a very long one is cut."""
    far = min(len(text), at + LOOK_BACK)
    stop = STRONG.search(text, at, far)
    return stop.start() if stop else far


def _is_quality(text: str, quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether a figure tells what a counted thing is like, and another figure is there to be the aim."""
    if len(others) < 2 or (quantity.comparator == "=" and not GRADE.match(quantity.unit or "")):
        return False
    if GRADE.match(quantity.unit or ""):
        return True
    return bool(HELD.search(text[max(0, quantity.start - NEAR) : quantity.start]))


def _parted(text: str, quantities: Sequence[Quantity]) -> list[Clause]:
    clauses: list[Clause] = []
    for quantity in quantities:
        if not clauses:
            clauses.append(Clause(quantity, sentence_start(text, 0, quantity.start), 0))
            continue
        before = clauses[-1]
        cut, strong = _cut(text, before.quantity.end, quantity.start)
        if _came_from(text, before, quantity):
            clauses[-1] = replace(before, quantity=quantity)
        elif cut is None:
            situated = SITUATED.search(text[max(0, quantity.start - NEAR) : quantity.start])
            clauses[-1] = replace(before, crowded=before.crowded or not situated)
        else:
            clauses[-1] = replace(before, end=cut)
            begin = sentence_start(text, cut, quantity.start)
            clauses.append(Clause(quantity, begin, 0, follows=not strong))
    return clauses


def _came_from(text: str, clause: Clause, quantity: Quantity) -> bool:
    """Of "từ 5% xuống 3%" the second figure is the aim."""
    first = clause.quantity
    led = CAME_FROM.search(text[max(clause.start, first.start - NEAR) : first.start])
    return bool(led and TO.match(text[first.end : quantity.start]))


def _cut(text: str, begin: int, end: int) -> tuple[int | None, bool]:
    """Where one figure's words end and the next one's begin, and whether a sentence ends there."""
    if strong := STRONG.search(text, begin, end):
        return strong.end(), True
    asides = enclosed(text[begin:end])
    found = COMMA.finditer(text, begin, end)
    commas = [match for match in found if not asides.in_brackets(match.start() - begin)]
    if commas:
        return _best_comma(text, commas, end).end(), False
    word = JOINED.search(text, begin, end)
    return (word.end() if word else None), False


def _best_comma(text: str, commas: Sequence[re.Match[str]], end: int) -> re.Match[str]:
    """The last one if the figure follows it at once; else the last before a measure; else the first."""
    if LEAD_WORDS.match(text, commas[-1].end(), end):
        return commas[-1]
    measures = [comma for comma in commas if MEASURE.match(text, comma.end())]
    return measures[-1] if measures else commas[0]


def _trimmed(text: str, clause: Clause) -> Clause:
    """The clause without the marks around it; the last one ends with its sentence."""
    end = clause.end or sentence_end(text, clause.quantity.end)
    words = text[clause.start : end]
    start = clause.start + len(words) - len(words.lstrip(" \n-–+•*,;"))
    return replace(clause, start=start, end=clause.start + len(words.rstrip(" \n.,;")))


def _aside(text: str, quantity: Quantity) -> Clause:
    start = max(text.rfind("(", 0, quantity.start), text.rfind("[", 0, quantity.start)) + 1
    ends = [place for mark in ")]" if (place := text.find(mark, quantity.end)) >= 0]
    cut = text.rfind(";", start, quantity.start) + 1
    return Clause(quantity, max(start, cut), min(ends, default=len(text)))
