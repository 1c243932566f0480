"""Which periods a deadline makes fall due. Pure: the plan's years and the day it is followed from are given."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

PARTS = {"year": 1, "half-year": 2, "quarter": 4, "month": 12}
_WITHIN = re.compile(r"(?:(0[1-9]|1[0-2])-)?(0[1-9]|[12]\d|3[01])")
FOLLOWED = {"week": "month"}  # nobody answers 52 times a year: weekly work is owed month by month


@dataclass(frozen=True, slots=True)
class Terms:
    """What the document says about when. `kind` is a `DeadlineKind`; days are inclusive.

    `issued` is the first day the plan binds: nothing is owed for years before it.
    `until_year` is the last year of recurring work; `product` marks a duty owed as a document.
    `within` is the last day inside each period that comes again: "12-15" of a year, "20" of a month.
    `milestones` are the days by which parts of the work are due, where there are several.
    """

    kind: str
    starts: date | None
    ends: date | None
    recurrence: str
    text: str
    issued: date
    until_year: int
    product: bool = False
    within: str = ""
    milestones: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """One occurrence to be: `kind` is a `PeriodKind`; `condition` is what is waited for."""

    kind: str
    year: int  # 0 where the period is no year
    part: int
    starts: date
    due: date | None
    condition: str = ""


def periods_of(terms: Terms) -> tuple[Period, ...]:
    """Every period the deadline makes fall due, in order.

    A recurring deadline falls due once in every period from the plan's year, or the year it names as its
    first, to `until_year` and no later than the day on which it ends. A deadline with a day falls due once,
    with several milestones once at each. Without a date, a document is owed once and everything else once
    a year. What waits on an outside decision, or is counted from a day not known yet, has no day and says
    what it waits for.
    """
    if terms.kind == "conditional":
        return (Period("condition", 0, 0, terms.issued, None, terms.text),)
    if terms.kind == "relative" and terms.ends is None:
        return (Period("date", 0, 0, terms.issued, None, terms.text),)
    if terms.kind == "recurring":
        return _recurring(terms, terms.recurrence)
    if len(terms.milestones) > 1:
        return tuple(_by_milestone(terms))
    if terms.ends is not None:
        return (_single(terms, terms.ends),)
    if terms.product or terms.kind == "date":
        return (Period("product" if terms.product else "date", 0, 0, terms.issued, None),)
    return _recurring(terms, "year")


def _single(terms: Terms, ends: date) -> Period:
    starts = min(terms.starts or terms.issued, ends)
    kind = "span" if starts.year != ends.year else _kind_within_a_year(terms.kind)
    part = {"quarter": (ends.month + 2) // 3, "month": ends.month}.get(kind, 0)
    return Period(kind, ends.year, part, starts, ends)


def _kind_within_a_year(kind: str) -> str:
    if kind == "year-range":
        return "year"
    return kind if kind in ("year", "quarter", "month") else "date"


def _by_milestone(terms: Terms) -> Iterator[Period]:
    """One period for each milestone, each beginning when the one before is due; counted through."""
    days = sorted(set(terms.milestones))
    starts = min(terms.starts or terms.issued, days[0])
    for number, day in enumerate(days, start=1):
        yield Period("date", day.year, number, starts, day)
        starts = day + timedelta(days=1)


def _recurring(terms: Terms, recurrence: str) -> tuple[Period, ...]:
    kind = FOLLOWED.get(recurrence, recurrence if recurrence in PARTS else "year")
    parts = PARTS[kind]
    begins = max(terms.issued, terms.starts or terms.issued)
    last = min(terms.ends or date.max, date(terms.until_year, 12, 31))
    periods = (
        _part(kind, year, part, last, terms.within)
        for year in range(begins.year, last.year + 1)
        for part in range(1, parts + 1)
    )
    return tuple(
        period
        for period in periods
        if period.due is not None and period.starts <= last and period.due >= begins
    )


def _part(kind: str, year: int, part: int, last: date, within: str) -> Period:
    """A period of a year, due on the day `within` it, or on its last day, and never after `last`."""
    parts = PARTS[kind]
    months = 12 // parts
    starts = date(year, (part - 1) * months + 1, 1)
    due = min(_day_within(within, year, starts.month, months), max(last, starts))
    return Period(kind, year, part if parts > 1 else 0, starts, due)


def _day_within(within: str, year: int, first: int, months: int) -> date:
    """The day that falls due of `months` months from month `first` on: a day in its month, the last day without one.

    "31" is the last day of a shorter month; "06-10" of a half-year is the tenth of its last month.
    """
    named = _WITHIN.fullmatch(within)
    month = first + months - 1
    if named and named[1]:
        month = first + (int(named[1]) - 1) % months
    length = monthrange(year, month)[1]
    return date(year, month, min(int(named[2]), length) if named else length)
