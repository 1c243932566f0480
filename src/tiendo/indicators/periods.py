"""Periods that figures belong to: a year, half of it, nine months, a quarter, a month. Pure.

Days come from the calendar of the indicator. The statistical year is the calendar year (Decree 60/2018/NĐ-CP); a
report of the administration closes on the 14th of the last month and begins on the 15th of the month before its
first (Decree 09/2019/NĐ-CP, article 12; for nine months it sets nothing, and the same rule is followed).
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from tiendo.indicators.models import Calendar, PeriodKind
from vanban.text import fold

EARLIEST, LATEST = 1900, 2199
MONTHS = {
    PeriodKind.YEAR: 12,
    PeriodKind.NINE: 9,
    PeriodKind.HALF: 6,
    PeriodKind.QUARTER: 3,
    PeriodKind.MONTH: 1,
}
PARTS = {PeriodKind.HALF: 2, PeriodKind.QUARTER: 4, PeriodKind.MONTH: 12}
ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}
FIRST, LAST = 15, 14  # days of the month between which reports of the administration run

YEAR = r"(?P<year>\d{4})"
OF = r"\s*(?:/|-|\.|\bnam\b|\bof\b|\byear\b|\bin\b|,)?\s*(?:nam\s*)?"
NUMBER = r"(?P<part>\d{1,2}|i{1,3}|iv)"
SHAPES = (
    (PeriodKind.YEAR, rf"(?:ca nam|nam|year|12 thang(?: nam)?)?\s*{YEAR}"),
    (PeriodKind.HALF, rf"6 ?(?:t|thang) ?(?P<which>dau|cuoi)?(?: nam)?{OF}{YEAR}"),
    (PeriodKind.HALF, rf"(?P<which>first|second) half{OF}{YEAR}"),
    (PeriodKind.HALF, rf"h(?P<part>[12]){OF}{YEAR}"),
    (PeriodKind.NINE, rf"(?:9 ?(?:t|thang)|nine months|9 months)(?: dau nam)?{OF}{YEAR}"),
    (PeriodKind.QUARTER, rf"3 ?(?:t|thang)(?: dau nam)?{OF}{YEAR}"),
    (PeriodKind.QUARTER, rf"(?:q|qu[yi]|quarter)\.? ?{NUMBER}{OF}{YEAR}"),
    (PeriodKind.MONTH, rf"(?:t|thang|month)\.? ?(?P<part>\d{{1,2}}){OF}{YEAR}"),
    (PeriodKind.MONTH, rf"(?P<part>\d{{1,2}})[/-]{YEAR}"),
    (PeriodKind.MONTH, rf"{YEAR}-(?P<part>\d{{1,2}})"),
)
NUMERALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "dau": 1, "cuoi": 2, "first": 1, "second": 2}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of a year; `part` says which half, quarter or month, and is 0 of a year and of nine months.

    Periods come in the order in which they end; of those that end together the longest is last. Raises ValueError
    for a part that the kind does not have, and for years before 1900 or after 2199.
    """

    year: int
    kind: PeriodKind = PeriodKind.YEAR
    part: int = 0

    def __post_init__(self) -> None:
        parts = PARTS.get(self.kind)
        fits = 1 <= self.part <= parts if parts else self.part == 0
        if not fits or not EARLIEST <= self.year <= LATEST:
            raise ValueError(f"no such period: {self.year}, {self.kind}, {self.part}")

    def __lt__(self, other: "Period") -> bool:
        return (self.year, self.last_month, self.months) < (
            other.year,
            other.last_month,
            other.months,
        )

    def __str__(self) -> str:
        words = self.words
        return words[:1].upper() + words[1:]

    @property
    def months(self) -> int:
        """How many months it covers."""
        return MONTHS[self.kind]

    @property
    def first_month(self) -> int:
        """Its first month, 1 to 12."""
        return self.last_month - self.months + 1

    @property
    def last_month(self) -> int:
        """Its last month, 1 to 12."""
        return self.months * max(self.part, 1)

    @property
    def words(self) -> str:
        """The period within a sentence: "quarter III/2024", "nine months of 2024"."""
        facts = {"year": self.year, "part": self.part}
        match self.kind:
            case PeriodKind.YEAR:
                return _("year %(year)s") % facts
            case PeriodKind.NINE:
                return _("nine months of %(year)s") % facts
            case PeriodKind.HALF if self.part == 1:
                return _("first half of %(year)s") % facts
            case PeriodKind.HALF:
                return _("second half of %(year)s") % facts
            case PeriodKind.QUARTER:
                return _("quarter %(part)s/%(year)s") % {**facts, "part": ROMAN[self.part]}
        return _("month %(part)s/%(year)s") % facts

    def first_day(self, calendar: str = Calendar.STATISTICAL) -> date:
        """The day it begins: 1/7/2024 of quarter III/2024, in the administrative calendar 15/6/2024."""
        if calendar == Calendar.STATISTICAL:
            return date(self.year, self.first_month, 1)
        if self.first_month == 1:
            return date(self.year - 1, 12, FIRST)
        return date(self.year, self.first_month - 1, FIRST)

    def last_day(self, calendar: str = Calendar.STATISTICAL) -> date:
        """The day it ends: 30/9/2024 of quarter III/2024, in the administrative calendar 14/9/2024."""
        if calendar == Calendar.STATISTICAL:
            return date(self.year, self.last_month, monthrange(self.year, self.last_month)[1])
        return date(self.year, self.last_month, LAST)

    def earlier(self, years: int = 1) -> "Period":
        """The same part of an earlier year. Raises ValueError before 1900."""
        return Period(self.year - years, self.kind, self.part)


def read_period(text: str, year: int | None = None) -> Period:
    """The period that is written as "2024", "Q3/2024", "quý III năm 2024", "6 tháng đầu năm 2024", "9T/2024",
    "T11/2024"; `year` is meant where none is written.

    Raises ValidationError with what to write.
    """
    written = fold(text[:100]).strip(" .:;()")
    for each in (written, f"{written} {year}" if year and written else ""):
        for kind, shape in SHAPES:
            if found := re.fullmatch(shape, each):
                return _period(kind, found.groupdict(), text)
    raise ValidationError(
        _(
            "“%(words)s” is no period: write 2024, Q3/2024, T11/2024, 9T/2024 or “6 tháng đầu năm 2024”."
        )
        % {"words": text[:100]}
    )


def _period(kind: PeriodKind, found: dict[str, str | None], text: str) -> Period:
    said = found.get("part") or found.get("which") or ""
    part = (NUMERALS.get(said) or int(said)) if said else int(kind in PARTS)
    try:
        return Period(int(found["year"] or 0), kind, part)
    except ValueError:
        words = _(
            "There is no period “%(words)s”: four quarters, twelve months, years of 1900 to 2199."
        )
        raise ValidationError(words % {"words": text[:100]}) from None
