"""Figures as Vietnamese documents print them, and the words and marks that make a number no figure at all."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.header.kinds import CITED, any_of

# A longer row of digits is no figure anybody aims at.
FIGURE = (
    r"(?:\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,9})?|\d{1,15},\d{1,9}|\d{1,15}\.\d{1,2}|\d{1,15})"
    r"(?![\d]|[.,]\d)"
)
MULTIPLIER = r"(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)"
_REPEATED = rf"(?:\s?%|\s+(?:{MULTIPLIER})(?:\s+đồng)?)?"
NUMBER = re.compile(
    rf"(?<![\w.,/%-])(?P<low>{FIGURE})(?:{_REPEATED}(?:\s?[-–÷~]\s?|\s+(?:đến|tới)\s+)"
    rf"|\s+(?P<same>[^\W\d_]+(?:\s+[^\W\d_]+)?)\s+đến\s+(?=\S+\s+(?P=same)(?!\w)))"
    rf"(?P<high>{FIGURE})(?!\s?/\s?\d)"
    rf"|(?<![\w.,/-])(?P<one>{FIGURE})(?:/(?P<all>{FIGURE})(?=\s+[^\W\d_]))?"
)
# "ít nhất một lần", "tối thiểu hai lớp": numbers in words count only behind a word of comparison.
WORDS = {
    "một": "1", "hai": "2", "ba": "3", "bốn": "4", "sáu": "6", "bảy": "7", "tám": "8", "chín": "9", "mười": "10",
}  # fmt: skip
SPELT = re.compile(rf"(?<!\w)(?P<word>{'|'.join(WORDS)})(?!\w)(?!\s+(?:trong|số|phần))", re.I)
COUNTED = (
    r"(?:xã|phường|thị trấn|huyện|quận|tỉnh|thôn|ấp|khóm|khu phố|bản|tổ dân phố|trường"
    r"|trạm|đơn vị|cơ quan|hộ|sản phẩm|chỉ tiêu|tiêu chí|chợ|dự án|nhiệm vụ|địa phương|cơ sở)"
)
_COUNTED = re.compile(rf"\s+{COUNTED}(?!\w)", re.I)

# Behind these words a number is a day, a provision or the number of a document, not a quantity.
_NUMBERED = (
    r"giờ|(?<!mỗi )(?<!hằng )(?<!hàng )(?:năm|ngày|tháng|quý)|(?<!tổng )(?<!dân )(?<!trong )số|khoản|điều|chương"
    r"|phụ lục|khóa|khoá|giai đoạn|nhiệm kỳ|quốc lộ|"
    r"tỉnh lộ|phiên bản|ISO|QL|ĐT|TCVN|QCVN|nguyên tắc|phương châm|khẩu hiệu|phong trào|ban chỉ đạo|tổ công tác|"
    r"tổng đài|điện thoại|đường dây nóng|lần thứ|mức độ|cấp độ|cơ chế|chính quyền|chính quyền địa phương|NQ|QĐ|CT|NĐ|KH"
)
# Behind these a small number is a name ("lớp 5", "phường 1", "khu vực 3"), any other is a quantity.
_NAMED = (
    r"điểm|(?<!danh )(?<!chuyên )mục|(?<!thành )phần|lần|lớp|(?<!cung )(?<!nâng )cấp|(?<!phân )loại|hạng|khu vực"
    r"|tổ|ấp|khóm|"
    r"(?<!tuyến )(?<!con )đường|tuần|kỳ|đợt|bước|bảng|mẫu|phường|quận|vùng|nhóm|bậc|thửa|km|công nghệ|mạng|thế hệ"
)
NOT_A_QUANTITY = re.compile(rf"(?:(?<!\w)(?:{_NUMBERED}|{any_of(CITED)})|thứ|№)\s*$", re.I)
NAME = re.compile(rf"(?<!\w)(?:{_NAMED})\s*$", re.I)
RANKED = re.compile(
    r"(?:xếp|đứng|hạng|vị\s+trí|thứ\s+hạng|thứ\s+bậc|đạt|từ)\s+(?:thứ|hạng|vị\s+trí(?:\s+thứ)?)\s*$|"
    r"(?:nhóm|tốp|top)\s*$",
    re.I,
)
LEADING = re.compile(
    r"[^.;\d]{0,60}?(?:dẫn\s+đầu|đứng\s+đầu|(?:cao|tốt)\s+nhất|đầu\s+(?:cả\s+nước|tỉnh|toàn))|\s*$",
    re.I,
)
CLOCK = re.compile(r"\s*(?:giờ|h)\s*\d|:\d|h(?:\d|\b)", re.I)
SPAN_OF_TIME = re.compile(
    r"\s*(?:năm|tháng|ngày|tuần|giờ|phút)(?!\w)(?!\s*/)(?:\s+làm\s+việc)?", re.I
)
AGE = re.compile(r"\s*tuổi(?!\w)", re.I)
SHORTENED = re.compile(
    r"thời\s+gian|thời\s+hạn|số\s+(?:ngày|giờ|tháng|năm)|rút\s+ngắn|tuổi\s+thọ", re.I
)
# Letters right behind digits are a name ("5G", "3T") unless they are the sign of a measure.
GLUED = re.compile(
    r"(?!(?:ha|k?m[23²³]?|kg|g|tấn|[kKMGT]?[wW](?:h|p)?|k[vV]|lít|USD|tr|[kKMGT]b(?:ps|/s)?)(?![^\W\d_]))[^\W\d_]"
)
PERCENT_SIGN = re.compile(r"\s?[%‰]")
FIRST_YEAR, LAST_YEAR = 1950, 2100
LOOK_BACK = 40
SUBJECT = 120  # characters before a figure in which its subject stands


@dataclass(frozen=True, slots=True)
class Figure:
    """Digits that count something; offsets into the text. `ranked`: a place in a ranking; `lasting`: a span of time."""

    values: tuple[str, ...]
    start: int
    end: int
    ranked: bool = False
    lasting: bool = False


def find_figures(text: str) -> Iterator[Figure]:
    """The figures of `text` in order; years, days, hours, ages, names and numbers of documents are none."""
    for match in NUMBER.finditer(text):
        before = text[max(0, match.start() - LOOK_BACK) : match.start()]
        ranked = _is_ranked(before, text, match.end())
        if not ranked and _is_name(before, match[0], text, match.end()):
            continue
        if not _counts(text, match):
            continue
        lasting = bool(SPAN_OF_TIME.match(text, match.end()) or AGE.match(text, match.end()))
        if lasting and not _is_aimed_at(text, match.start()):
            continue
        values = tuple(decimal(match[name]) for name in ("low", "high", "one") if match[name])
        yield Figure(values, match.start(), match.end(), ranked, lasting)


def _is_ranked(before: str, text: str, end: int) -> bool:
    found = RANKED.search(before)
    among = bool(found and not found[0].lower().rstrip().endswith("nhóm"))
    return among or bool(found and LEADING.match(text, end))


def _is_name(before: str, digits: str, text: str, end: int) -> bool:
    if PERCENT_SIGN.match(text, end):
        return False
    small = len(digits) <= 2 and not digits.startswith("0")
    return bool(NOT_A_QUANTITY.search(before) or (small and NAME.search(before)))


def _counts(text: str, match: re.Match[str]) -> bool:
    end = match.end()
    if CLOCK.match(text, end) or GLUED.match(text, end) or text[end : end + 1] == "/":
        return text[end : end + 1] == "/" and not text[end + 1 : end + 2].isdigit()
    if match["all"] and not _COUNTED.match(text, end):
        return False
    if match["low"] and float(decimal(match["low"])) >= float(decimal(match["high"])):
        return False
    figures = [match["low"], match["high"]] if match["low"] else [match["one"]]
    years = all(figure.isdigit() and FIRST_YEAR <= int(figure) <= LAST_YEAR for figure in figures)
    return not years or bool(PERCENT_SIGN.match(text, end))


def _is_aimed_at(text: str, at: int) -> bool:
    """Whether a span of time is the aim itself: "rút ngắn thời gian giải quyết còn 05 ngày"."""
    sentence = re.split(r"[.;]\s", text[max(0, at - SUBJECT) : at])[-1]
    return bool(SHORTENED.search(sentence)) and not re.search(r"trong\s*$", sentence)


def decimal(figure: str) -> str:
    """A figure as printed in Vietnamese as a decimal in digits: "1.234,5" → "1234.5", "01" → "1"."""
    if re.fullmatch(r"\d+\.\d{1,2}", figure):
        return figure
    whole, _, part = figure.replace(".", "").partition(",")
    return f"{int(whole)}.{part}" if part else str(int(whole))


@dataclass(frozen=True, slots=True)
class Enclosed:
    """Where a text stands in brackets or in quotation marks; half-open stretches in order."""

    brackets: tuple[tuple[int, int], ...]
    quoted: tuple[tuple[int, int], ...]

    def in_brackets(self, at: int) -> bool:
        return _within(self.brackets, at)

    def in_quotes(self, at: int) -> bool:
        return _within(self.quoted, at)


def _within(stretches: tuple[tuple[int, int], ...], at: int) -> bool:
    place = bisect_right(stretches, (at, FAR)) - 1
    return place >= 0 and stretches[place][0] <= at < stretches[place][1]


FAR = 10**12
LONGEST_ASIDE = 500  # characters; brackets that do not close within them are none
_BRACKET = re.compile(r"[()\[\]]")
_QUOTED = re.compile(r"“[^”]{1,300}”|\"[^\"\n]{1,120}\"|«[^»]{1,300}»")


def enclosed(text: str) -> Enclosed:
    """The stretches of `text` in brackets, nested ones as one, and those in quotation marks."""
    brackets: list[tuple[int, int]] = []
    depth = begin = 0
    for match in _BRACKET.finditer(text):
        if depth and match.start() - begin > LONGEST_ASIDE:
            depth = 0  # somebody forgot to close it
        if match[0] in "([":
            begin = begin if depth else match.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                brackets.append((begin, match.end()))
    return Enclosed(tuple(brackets), tuple(match.span() for match in _QUOTED.finditer(text)))
