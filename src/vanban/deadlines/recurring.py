"""The day inside a period that comes again: "trước ngày 20 hằng tháng", "ngày 15 tháng cuối quý", "15/12 hằng năm"."""

import re
from collections.abc import Sequence

from vanban.deadlines.forms import MONTH, D, M
from vanban.deadlines.timespans import Timespan, befores, days_of

_BY = r"(?:truoc|cham nhat(?: la)?(?: vao)?|muon nhat(?: la)?(?: vao)?|vao|den)"
_EVERY = r"(?:hang|moi|tung)"
_WHICH = r"(?:dau tien|cuoi cung|dau|cuoi|thu (?:nhat|hai|ba|[123]))"
_OF_QUARTER = rf"thang (?P<which>{_WHICH})(?: cua)?(?: {_EVERY})? quy(?! (?:[iv]+|[1-4])\b)"
_DAY = rf"(?:ngay (?:thu )?|{_BY} )(?P<day>{D})(?!\d|[ ]?[/.-][ ]?\d)"
_OTHER = rf"(?! thang {M}(?!\d)| (?:gio|ngay|tuan|thang (?:sau|truoc|ke)))"
_ON_DAY = re.compile(rf"(?<!\w){_DAY}{_OTHER}")
_MONTH_OF_QUARTER = re.compile(rf"(?<!\w){_OF_QUARTER}")
_DAY_OF_YEAR = re.compile(rf"(?<![\d/])(?P<day>{D})\s?/\s?(?P<month>{M})(?![\d/])")
_NAMELESS = re.compile(r"\?P<\w+>")
_PLAIN_DAY = _NAMELESS.sub("?:", _DAY)
_PLAIN_QUARTER = _NAMELESS.sub("?:", _OF_QUARTER)
# A sentence that names such a day, before the recurrence or behind it.
_STATED = (
    rf"(?:(?:dinh ky|{_BY}) )*{_PLAIN_DAY}(?: cua)? {_EVERY} (?:thang|quy)",
    rf"(?:(?:dinh ky|{_BY}) )*{_PLAIN_DAY}(?: cua)? {_PLAIN_QUARTER}",
    rf"(?:dinh ky )?{_EVERY} (?:thang|quy),? \(?(?:{_BY} )*{_PLAIN_DAY}{_OTHER}(?:(?: cua)? {_PLAIN_QUARTER})?",
    rf"(?:(?:trong|vao|truoc|cuoi) )*(?:{MONTH}{M}|quy (?:iv|i{{1,3}}|[1-4])) {_EVERY} nam",
)
DAYS_AGAIN = "|".join(f"(?:{form})" for form in _STATED)
# The months of a year that end the periods, for days that are given with their month.
_PERIOD_MONTHS = {"quarter": 3, "half-year": 6, "year": 12}
_LAST_DAY = 31  # stands for the last day of a shorter month too


def is_before(folded: str, periods: Sequence[Timespan]) -> bool:
    """Whether the last of the days named inside each period comes too late itself: "trước ngày 20 hằng tháng".

    "Trước ngày 15/6 và 15/12" says it of both.
    """
    named = {match.span("day") for match in _ON_DAY.finditer(folded)}
    return befores(folded, sorted(named | {one.place for one in periods}))[-1:] == [True]


def day_within(every: str | None, folded: str, periods: Sequence[Timespan]) -> str | None:
    """The last day inside each period, None where none is named; of several the last.

    "12-15" is a day of a year, "20" one of a month, "01-05" one of a quarter's first month (month, day); day 31 is the
    last of a month that is shorter. A day without its month lies in a quarter's last one. `periods` are those named
    besides years.
    """
    if every in ("month", None):
        return _number(_last_day(folded))
    if every == "quarter":
        return _of_quarter(folded, periods)
    if every not in ("year", "half-year"):
        return None
    if (named := list(_DAY_OF_YEAR.finditer(folded))) and len(named) > 1:
        return f"{int(named[-1]['month']):02d}-{int(named[-1]['day']):02d}"
    return _of_year(periods, before=is_before(folded, periods))


def _last_day(folded: str) -> int | None:
    days = [int(match["day"]) for match in _ON_DAY.finditer(folded)]
    return days[-1] if days else None


def _number(day: int | None) -> str | None:
    return f"{day:02d}" if day else None


def _of_quarter(folded: str, periods: Sequence[Timespan]) -> str | None:
    dated = _of_year([one for one in periods if not (one.parts.get("y1") or one.parts.get("yy"))])
    if dated:
        return f"{(int(dated[:2]) - 1) % _PERIOD_MONTHS['quarter'] + 1:02d}-{dated[3:]}"
    day, month = _last_day(folded), _MONTH_OF_QUARTER.search(folded)
    if month:
        return f"{_place(month['which']):02d}-{day or _LAST_DAY:02d}"
    return f"03-{day:02d}" if day else None


def _place(which: str) -> int:
    """Which month of a quarter words mean: 1, 2 or 3."""
    if which.startswith("dau") or which.endswith(("nhat", "1")):
        return 1
    return 2 if which.endswith(("hai", "2")) else 3


def _of_year(periods: Sequence[Timespan], *, before: bool = False) -> str | None:
    """The last day of the last one; its first where the work has to be ready `before` it."""
    if not periods:
        return None
    days = days_of(periods[-1].kind, periods[-1].parts, 2023)  # any year that is no leap year
    return days[0 if before else 1].strftime("%m-%d") if days else None
