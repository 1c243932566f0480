"""Times that cannot be kept to: a fifth quarter, a span that ends before it begins, "soon"."""

import re
from collections.abc import Iterator

from vanban.check.clarity import name_of
from vanban.check.examined import Examined, matches
from vanban.check.remarks import Code, Remark, Said, Severity

_WHY = Said("Thời hạn sai thì không ai giữ được.", "Nobody can keep to such a time.")
CODES = (
    Code(
        "no-such-quarter",
        Severity.WRONG,
        Said(
            "Không có “{text}”: một năm có bốn quý.",
            "There is no “{text}”: a year has four quarters.",
        ),
        _WHY,
        Said("Sửa quý.", "Mend the quarter."),
    ),
    Code(
        "span-backwards",
        Severity.WRONG,
        Said(
            "Khoảng thời gian “{text}” kết thúc trước khi bắt đầu.",
            "The span “{text}” ends before it begins.",
        ),
        _WHY,
        Said("Sửa ngày đầu hoặc ngày cuối.", "Mend its first or its last day."),
    ),
    Code(
        "vague-time",
        Severity.MISSING,
        Said(
            "Nhiệm vụ {no} chỉ ghi “{text}”, không có thời hạn.",
            "Task {no} only says “{text}”, it has no deadline.",
        ),
        Said(
            "Không có ngày thì không ai biết khi nào là chậm.",
            "Without a day nobody can tell when it is late.",
        ),
        Said("Ghi ngày, tháng hoặc quý hoàn thành.", "Give a day, a month or a quarter."),
    ),
)
QUARTER = re.compile(r"(?<!\w)(?:[Qq]uý|QUÝ)\s+(?:V|VI{1,3}|I?X|0?[5-9]|1[0-2])(?![\w.]|/\d+/)")
_YEAR = r"(?:19|20|21)\d\d"
_DAY = (
    r"(?P<day{0}>\d{{1,2}})(?:\s?/\s?|\s+tháng\s+)(?P<month{0}>\d{{1,2}})(?:(?:\s?/\s?|\s+năm\s+)(?P<year{0}>"
    + _YEAR
    + r"))?"
)
_TO = r"\s*(?:đến(?:\s+hết)?|[-–])\s*"
DAYS = re.compile(
    rf"(?<![\d/.,-])(?:ngày\s+)?{_DAY.format(1)}{_TO}(?:ngày\s+)?{_DAY.format(2)}(?![\d/])"
)
DAYS_OF_MONTH = re.compile(
    rf"(?:từ\s+)?ngày\s+(?P<day1>\d{{1,2}}){_TO}(?:ngày\s+)?(?P<day2>\d{{1,2}})(?:\s?/\s?|\s+tháng\s+)\d{{1,2}}(?!\d)"
)
YEARS = re.compile(
    rf"(?:giai\s+đoạn|từ\s+năm)\s+(?P<first>{_YEAR}){_TO}(?:năm\s+)?(?P<last>{_YEAR})(?![\d/])",
    re.I,
)
VAGUE = re.compile(
    r"(?<!\w)(?:(?:trong\s+)?thời\s+gian\s+(?:tới|sắp\s+tới|sớm\s+nhất|ngắn\s+nhất)|sớm\s+nhất\s+có\s+thể)(?!\w)",
    re.I,
)


def check(document: Examined) -> Iterator[Remark]:
    """Remarks on quarters and spans wherever they stand, and on tasks that are due "soon"."""
    for match in matches(QUARTER, document):
        yield _remark("no-such-quarter", match, document)
    for pattern, backwards in (
        (DAYS, _days_backwards),
        (DAYS_OF_MONTH, _days_of_month_backwards),
        (YEARS, _years_backwards),
    ):
        for match in matches(pattern, document):
            if backwards(match):
                yield _remark("span-backwards", match, document)
    for task in document.reading.tasks:
        words = VAGUE.search(task.deadline.text or "") or VAGUE.search(task.title)
        if words and task.deadline.kind in ("none", "conditional"):
            values = {"no": name_of(task), "text": words.group()}
            yield Remark("vague-time", values, (*task.deadline_quotes[:1], *task.quotes[:1]))


def _remark(code: str, match: re.Match[str], document: Examined) -> Remark:
    return Remark(code, {"text": match.group().strip()}, document.quotes(*match.span()))


def _days_backwards(match: re.Match[str]) -> bool:
    """Compared in full where both years are given, within one month else: a span may cross the turn of a year."""
    first, last = (int(match[f"year{n}"] or match["year2"] or 0) for n in (1, 2))
    months = int(match["month1"]), int(match["month2"])
    days = int(match["day1"]), int(match["day2"])
    if match["year1"] and match["year2"]:
        return (first, months[0], days[0]) > (last, months[1], days[1])
    return months[0] == months[1] and days[0] > days[1]


def _days_of_month_backwards(match: re.Match[str]) -> bool:
    return int(match["day1"]) > int(match["day2"])


def _years_backwards(match: re.Match[str]) -> bool:
    return int(match["first"]) > int(match["last"])
