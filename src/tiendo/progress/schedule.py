"""Which periods a deadline makes fall due. Pure: the plan's years and the day it is followed from are given."""

from dataclasses import dataclass
from datetime import date, timedelta

PARTS = {"year": 1, "half-year": 2, "quarter": 4, "month": 12}
FOLLOWED = {"week": "month"}  # nobody answers 52 times a year: weekly work is owed month by month


@dataclass(frozen=True, slots=True)
class Terms:
    """What the document says about when. `kind` is a `DeadlineKind`; days are inclusive.

    `issued` is the first day the plan binds: nothing is owed for years before it.
    `until_year` is the last year of recurring work; `product` marks a duty owed as a document.
    """

    kind: str
    starts: date | None
    ends: date | None
    recurrence: str
    text: str
    issued: date
    until_year: int
    product: bool = False


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
    first, to `until_year`. A deadline
    with a day falls due once. Without a date, a document is owed once and everything else once a year.
    A deadline that waits on an outside decision is one occurrence without a day.
    """
    if terms.kind == "conditional":
        return (Period("condition", 0, 0, terms.issued, None, terms.text),)
    if terms.kind == "recurring":
        return _recurring(terms, terms.recurrence)
    if terms.ends is not None:
        return (_single(terms, terms.ends),)
    if terms.product or terms.kind in ("relative", "date"):
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


def _recurring(terms: Terms, recurrence: str) -> tuple[Period, ...]:
    kind = FOLLOWED.get(recurrence, recurrence if recurrence in PARTS else "year")
    parts = PARTS[kind]
    begins = max(terms.issued, terms.starts or terms.issued)
    periods = (
        _part(kind, year, part, parts)
        for year in range(begins.year, terms.until_year + 1)
        for part in range(1, parts + 1)
    )
    return tuple(period for period in periods if period.due is not None and period.due >= begins)


def _part(kind: str, year: int, part: int, parts: int) -> Period:
    months = 12 // parts
    starts = date(year, (part - 1) * months + 1, 1)
    following = date(year + 1, 1, 1) if part == parts else date(year, part * months + 1, 1)
    return Period(kind, year, part if parts > 1 else 0, starts, following - timedelta(days=1))
