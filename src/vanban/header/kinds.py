"""The kinds of official document, and the words by which their numbers and days are recognised."""

import re

from vanban.paragraphs.numbering import UPPER

# Decree 30/2020/NĐ-CP, annex III.I, without the papers that never hold a plan or rule.
NAMED = (
    "Nghị quyết",
    "Quyết định",
    "Chỉ thị",
    "Quy chế",
    "Quy định",
    "Thông cáo",
    "Thông báo",
    "Hướng dẫn",
    "Chương trình",
    "Kế hoạch",
    "Phương án",
    "Đề án",
    "Dự án",
    "Báo cáo",
    "Tờ trình",
    "Công điện",
    "Kết luận",
)
# Cited, but not issued by those who issue plans; the longer name first.
CITED = (
    *NAMED,
    "Luật",
    "Bộ luật",
    "Pháp lệnh",
    "Hiến pháp",
    "Nghị định",
    "Thông tư liên tịch",
    "Thông tư",
    "Công văn",
    "Chiến lược",
    "Văn bản",
    "Quy hoạch",
)
# What may stand behind a kind on its line and belongs to it: "KẾ HOẠCH HÀNH ĐỘNG".
FURTHER = ("HÀNH ĐỘNG", "PHỐI HỢP", "LIÊN TỊCH", "LIÊN NGÀNH")
LOWER = rf"[^\W\d_{UPPER}]"
BLANK = r"[\s.…_]"


def spaced(words: str) -> str:
    """A pattern for `words` whatever white space stands between them."""
    return r"\s+".join(re.escape(word) for word in words.split())


def any_of(names: tuple[str, ...]) -> str:
    """A pattern for any of `names`."""
    return "|".join(spaced(name) for name in names)


TITLED = re.compile(
    rf"(?<![^\W\d_])(?:{any_of(tuple(name.upper() for name in NAMED))})(?![^\W\d_])"
)
# "QĐ-TTg" and "CTr-UBND": one small letter may end a part of a symbol, two begin a word that follows.
SYMBOL = rf"(?:\s?[/-]\s?[{UPPER}\d][{UPPER}\d.&]*[gr]?(?!{LOWER}))+(?![^\W\d_])"
NUMBER = re.compile(rf"S[ốỐ]\s*[:.]?\s*(?P<digits>\d*[a-z]?){BLANK}*(?P<symbol>{SYMBOL})")
DATE = re.compile(
    rf"[Nn]gày\s*(?P<day>\d{{1,2}})?{BLANK}*tháng\s*(?P<month>\d{{1,2}})?{BLANK}*năm\s*(?P<year>\d{{4}})"
)
CITED_DATE = re.compile(
    r"ngày\s+(?P<day>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<month>\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(?P<year>\d{4})"
)
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def iso_date(year: str, month: str | None, day: str | None) -> str:
    """ISO as far as the parts are known and possible: 31/2/2022 is known as 2022-02 only."""
    if not month or not 1 <= int(month) <= 12:
        return year
    leap = int(year) % 4 == 0 and (int(year) % 100 != 0 or int(year) % 400 == 0)
    longest = DAYS[int(month) - 1] if int(month) != 2 or leap else 28
    if not day or not 1 <= int(day) <= longest:
        return f"{year}-{int(month):02d}"
    return f"{year}-{int(month):02d}-{int(day):02d}"
