"""Figures as Vietnamese plans write them: "ít nhất 12,5%", "5-6%", "hơn 550 lao động mỗi năm".

Conventions of the comparators: "ít nhất", "tối thiểu" are >=; "trên", "hơn" are >= and strict; "không
quá" is <=; "khoảng" is about; two figures with a dash are a range; a bare figure is =.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.text import plain

# A longer row of digits is no figure anybody aims at.
FIGURE = (
    r"(?:\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,9})?|\d{1,15},\d{1,9}|\d{1,15}\.\d{1,2}|\d{1,15})"
    r"(?![\d]|[.,]\d)"
)
NUMBER = re.compile(
    rf"(?<![\w.,/%-])(?P<low>{FIGURE})(?:\s?%)?(?:\s?[-–]\s?|\s+đến\s+)(?P<high>{FIGURE})(?!\s?/\s?\d)|(?<![\w.,/-])(?P<one>{FIGURE})"
)
SIGNS: tuple[tuple[str, bool, str], ...] = (
    (">=", False, r"ít nhất|tối thiểu|không (?:ít|thấp|nhỏ) hơn|không dưới|≥|>="),
    ("<=", False, r"không (?:vượt )?quá|không (?:cao|lớn|nhiều) hơn|tối đa|≤|<="),
    (">=", True, r"trên|hơn|vượt(?: mức)?|(?:cao|lớn|nhiều) hơn|>"),
    ("<=", True, r"dưới|(?:thấp|ít|nhỏ) hơn|<"),
    ("about", False, r"khoảng|xấp xỉ|ước|gần"),
)
FILLERS = r"(?:\s+(?:đạt|là|bình quân|mức|có|được|từ|khoảng))*\s*"
BEFORE = tuple(
    (
        sign,
        strict,
        re.compile(rf"(?:(?<=\W)|^)(?:{words.replace(' ', chr(92) + 's+')}){FILLERS}$", re.I),
    )
    for sign, strict, words in SIGNS
)
AND_MORE = re.compile(r"\s+trở\s+lên(?!\w)")
AND_LESS = re.compile(r"\s+trở\s+xuống(?!\w)")
AVERAGE = re.compile(r"bình\s+quân", re.I)
OTHERS = re.compile(r"\d|[,;]\s")  # before these stands what belongs to another figure
LOOK_BACK = 40

# Behind these words a number is a name, a day or a place in a list, not a quantity.
NOT_A_QUANTITY = re.compile(
    r"(?:năm|ngày|tháng|quý|số|khoản|điểm|điều|mục|phần|chương|khóa|khoá|thứ|lần|lớp|cấp|mức độ|loại|hạng|khu vực|"
    r"tổ|ấp|khóm|quốc lộ|tỉnh lộ|đường|phụ lục|phiên bản|giai đoạn|nhiệm kỳ|ISO|QL|ĐT|TCVN|QCVN)\s*$",
    re.I,
)
DURATION = re.compile(r"\s*(?:năm|tháng|ngày|giờ|phút|tuần)(?!\w)(?!\s*/)", re.I)
FIRST_YEAR, LAST_YEAR = 1950, 2100

PERCENT = re.compile(r"\s?(?P<sign>%|‰)(?P<every>\s?/\s?(?:năm|tháng|quý))?")
WHOLE = re.compile(r"\s+(?P<of>(?:tổng|GRDP|GDP|giá\s+trị|kim\s+ngạch)(?:\s+[^\W\d_]+){0,6})")
MULTIPLIER = r"(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)"
NOUN = re.compile(
    rf"\s*(?P<noun>(?:{MULTIPLIER}\s+)*[^\W\d_][\w-]*(?:\s*/\s*[^\W\d_]+)?(?:\s+[^\W\d_][\w-]*(?:/[^\W\d_]+)?){{0,5}})"
)
STOPS = re.compile(
    r"(?<!\w)(?:mỗi|hằng|hàng|trên|trong|vào|tại|ở|của|cho|để|được|có|đạt|phục\s+vụ|theo|với|và|so|đến|từ|trở|nhằm|"
    r"bình\s+quân|quy\s+mô|sử\s+dụng|tham\s+gia|hoạt\s+động|hoàn\s+thành|thực\s+hiện|áp\s+dụng|trở\s+lên|do|khi|nếu|thuộc|là)(?!\w)",
    re.I,
)
EVERY = re.compile(r"\s*(?:/\s*|(?:mỗi|hằng|hàng|một)\s+)(?P<every>năm|quý|tháng|tuần)(?!\w)")
RECURRENCES = {"năm": "year", "quý": "quarter", "tháng": "month", "tuần": "week"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a text. `start` is where its comparator begins, `number` the figure, `end` behind the unit.

    `values` are decimals in digits ("12.5"), two for a range; `unit` is as printed, "mỗi năm" as "/năm".
    """

    values: tuple[str, ...]
    comparator: str
    strict: bool
    unit: str | None
    recurrence: str | None
    average: bool
    start: int
    number: int
    end: int


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities in `text` in order; years, days, numbers of documents and figures in brackets are none."""
    return tuple(_quantities(text, _bracketed(text)))


def _quantities(text: str, bracketed: list[bool]) -> Iterator[Quantity]:
    for match in NUMBER.finditer(text):
        if not bracketed[match.start()] and _counts(text, match):
            quantity = _quantity(text, match)
            if quantity.unit or quantity.start < quantity.number:
                yield quantity


def _bracketed(text: str) -> list[bool]:
    """For each character, whether it stands in brackets or in quotation marks."""
    inside: list[bool] = []
    depth = 0
    for character in text:
        depth += character in "([“"
        inside.append(depth > 0)
        depth = max(0, depth - (character in ")]”"))
    return inside


def _counts(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - LOOK_BACK) : match.start()]
    if NOT_A_QUANTITY.search(before) or DURATION.match(text, match.end()):
        return False
    figures = [match["low"], match["high"]] if match["low"] else [match["one"]]
    years = all(figure.isdigit() and FIRST_YEAR <= int(figure) <= LAST_YEAR for figure in figures)
    return not years or bool(PERCENT.match(text, match.end()))


def _quantity(text: str, match: re.Match[str]) -> Quantity:
    values = tuple(decimal(match[name]) for name in ("low", "high", "one") if match[name])
    start, sign, strict = _comparator(text, match.start())
    unit, recurrence, end = _unit(text, match.end())
    more, less = AND_MORE.match(text, end), AND_LESS.match(text, end)
    if more or less:
        sign, strict = (">=", False) if more else ("<=", False)
        end = (more or less).end()  # type: ignore[union-attr]
    own = OTHERS.split(text[max(0, match.start() - LOOK_BACK) : match.start()])[-1]
    sign, average = "range" if len(values) == 2 else sign, bool(AVERAGE.search(own))
    return Quantity(
        values,
        sign,
        strict and sign != "range",
        unit,
        recurrence,
        average,
        start,
        match.start(),
        end,
    )


def decimal(figure: str) -> str:
    """A figure as printed in Vietnamese as a decimal in digits: "1.234,5" → "1234.5", "01" → "1"."""
    if re.fullmatch(r"\d+\.\d{1,2}", figure):
        return figure
    whole, _, part = figure.replace(".", "").partition(",")
    return f"{int(whole)}.{part}" if part else str(int(whole))


def _comparator(text: str, number: int) -> tuple[int, str, bool]:
    """Where the comparator before the figure begins (at the figure without one), its sign, and strictness."""
    begin = max(0, number - LOOK_BACK)
    before = text[begin:number]
    found = [
        (match.start(), sign, strict)
        for sign, strict, words in BEFORE
        if (match := words.search(before))
    ]
    if not found:
        return number, "=", False
    first, sign, strict = min(found)
    return begin + first, sign, strict


def _unit(text: str, at: int) -> tuple[str | None, str | None, int]:
    """The unit behind a figure, how often it recurs, and where it ends."""
    percent = PERCENT.match(text, at)
    if percent:
        return _share(text, percent)
    noun = NOUN.match(text, at)
    if noun is None:
        return None, None, at
    stop = STOPS.search(text, noun.start("noun"), noun.end("noun"))
    end = stop.start() if stop else noun.end("noun")
    unit = plain(text[noun.start("noun") : end])
    if not unit:
        return None, None, at
    end = noun.start("noun") + len(text[noun.start("noun") : end].rstrip())
    every = EVERY.match(text, end)
    if every:
        return f"{unit}/{every['every']}", RECURRENCES[every["every"]], every.end()
    recurrence = RECURRENCES.get(unit.rpartition("/")[2]) if "/" in unit else None
    return unit, recurrence, end


def _share(text: str, percent: re.Match[str]) -> tuple[str, None, int]:
    unit = plain(percent.group()).replace(" ", "")
    whole = WHOLE.match(text, percent.end())
    if whole is None or percent["every"]:
        return unit, None, percent.end()
    stop = STOPS.search(text, whole.start("of"), whole.end("of"))
    end = stop.start() if stop else whole.end("of")
    of = plain(text[whole.start("of") : end])
    return f"{unit} {of}", None, whole.start("of") + len(text[whole.start("of") : end].rstrip())
