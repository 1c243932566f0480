"""Days in the text: days the calendar does not have, and weekdays that do not fit."""

import re
from collections.abc import Iterator
from datetime import date

from vanban.check.examined import Examined, matches
from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.header.kinds import DAYS
from vanban.text import fold

CODES = (
    Code(
        "impossible-day",
        Severity.WRONG,
        Said("Không có ngày “{text}” trên lịch.", "The calendar has no day “{text}”."),
        Said("Thời hạn sai ngày thì không ai giữ được.", "Nobody can keep to such a day."),
        Said("Sửa ngày.", "Mend the day."),
    ),
    Code(
        "other-weekday",
        Severity.WRONG,
        Said(
            "Ngày {day} là {right}, không phải {said}.", "“{day}” is a {right_en}, not a {said_en}."
        ),
        Said(
            "Thứ và ngày phải khớp, nếu không người dự không biết theo cái nào.",
            "Day and weekday must agree, or nobody knows which one holds.",
        ),
        Said("Sửa thứ hoặc ngày.", "Mend the weekday or the day."),
    ),
)
DAY = re.compile(
    r"(?<![\d/.,-])(?P<day>\d{1,2})(?:\s?/\s?(?P<month>\d{1,2})\s?/\s?|\s+tháng\s+(?P<named>\d{1,2})(?:\s+năm\s+|\s*/\s*))"
    r"(?P<year>(?:19|20|21)\d\d)(?![\d/])"
)
WITHOUT_YEAR = re.compile(
    r"ngày\s+(?P<day>\d{1,2})\s*(?:/|\s+tháng\s+)\s*(?P<month>\d{1,2})(?![\d/.-])(?!\s*năm)"
)
WEEKDAY = re.compile(
    r"(?<!\w)(?P<name>thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)\s*,?\s*\(?\s*(?:ngày\s+)?$",
    re.I,
)
NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FIGURES = {"2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5}
LOOK_BACK = 40


def check(document: Examined) -> Iterator[Remark]:
    """Remarks on every day that is written with its year, and on impossible ones without."""
    for match in matches(DAY, document):
        day, month = int(match["day"]), int(match["month"] or match["named"])
        quotes = document.quotes(*match.span())
        found = _day(int(match["year"]), month, day)
        if found is None:
            yield Remark("impossible-day", {"text": match.group()}, quotes)
        elif said := WEEKDAY.search(
            document.flat, max(0, match.start() - LOOK_BACK), match.start()
        ):
            yield from _weekday(found, said, match, document)
    for match in matches(WITHOUT_YEAR, document):
        day, month = int(match["day"]), int(match["month"])
        if 1 <= month <= 12 and not 1 <= day <= DAYS[month - 1]:
            yield Remark("impossible-day", {"text": match.group()}, document.quotes(*match.span()))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(
    day: date, said: re.Match[str], match: re.Match[str], document: Examined
) -> Iterator[Remark]:
    place = weekday_of(said["name"])
    if place != day.weekday():
        values = {
            "day": match.group(),
            "right": NAMES[day.weekday()],
            "said": said["name"],
            "right_en": ENGLISH[day.weekday()],
            "said_en": ENGLISH[place],
        }
        yield Remark("other-weekday", values, document.quotes(said.start("name"), match.end()))


def weekday_of(name: str) -> int:
    """0 for Monday … 6 for Sunday, from "thứ Hai", "thứ 2", "Chủ nhật"."""
    last = fold(name).split()[-1]
    if last in FIGURES:
        return FIGURES[last]
    return [fold(one).split()[-1] for one in NAMES].index(last)
