"""The days and periods that folded text names, in order: `vanban.deadlines.forms` with their days worked out."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from vanban.deadlines.forms import BEFORE, FORMS, MONTHS, ORDINALS, QUARTERS

PATTERNS = tuple((kind, re.compile(rf"(?<![\w/]){form}")) for kind, form in FORMS)
_JOINED = re.compile(r"[\s,;]*(?:va|hoac)?\s*(?:ngay )?")


@dataclass(frozen=True, slots=True)
class Timespan:
    """A day or period as one form names it; `place` is where, `year` what it says or takes from its neighbours."""

    kind: str
    parts: dict[str, str | None]
    year: int | None
    place: tuple[int, int]

    @property
    def days(self) -> tuple[date | None, date | None]:
        """First and last day; none where no year is known or the calendar has no such day."""
        return (days_of(self.kind, self.parts, self.year) if self.year else None) or (None, None)

    @property
    def start(self) -> date | None:
        return self.days[0]

    @property
    def end(self) -> date | None:
        return self.days[1]

    @property
    def inner(self) -> bool:
        """Whether the form itself names a first and a last part: "tháng 3 - 6", "15-20/5"."""
        return any(self.parts.get(name) for name in ("d2", "m2", "q2", "y2"))

    @property
    def name(self) -> str:
        return "month" if self.kind in ("half", "half-month") else self.kind


def timespans(folded: str, year_around: int | None) -> list[Timespan]:
    """The days and periods named, in order. One without a year takes the next one's, the last one's, the setting's."""
    found: list[Timespan] = []
    place = 0
    while place < len(folded) and (hit := _first_form(folded, place)):
        kind, match = hit
        parts = match.groupdict()
        year = (
            int(parts["y1"])
            if parts.get("y1")
            else 2000 + int(parts["yy"] or 0)
            if parts.get("yy")
            else None
        )
        found.append(Timespan(kind, parts, year, match.span()))
        place = match.end()
    after: int | None = None
    for index in range(len(found) - 1, -1, -1):
        after = found[index].year or after
        found[index] = replace(found[index], year=after)
    before = year_around
    for index, period in enumerate(found):
        before = period.year or before
        found[index] = replace(period, year=before)
    return found


def _first_form(folded: str, place: int) -> tuple[str, re.Match[str]] | None:
    hits = [
        (match.start(), rank, match)
        for rank, (_, form) in enumerate(PATTERNS)
        if (match := form.search(folded, place))
    ]
    if not hits:
        return None
    _, rank, match = min(hits, key=lambda hit: hit[:2])
    return PATTERNS[rank][0], match


def befores(folded: str, places: Sequence[tuple[int, int]]) -> list[bool]:
    """For days named at these places, in order, whether each is one to be ready before: "trước ngày 15/6 và 15/12"."""
    found: list[bool] = []
    after = 0
    for start, end in places:
        joined = bool(found) and found[-1] and bool(_JOINED.fullmatch(folded[after:start]))
        found.append(joined or bool(BEFORE.search(folded[:start])))
        after = end
    return found


def days_of(kind: str, parts: dict[str, str | None], year: int) -> tuple[date, date] | None:
    """First and last day of a form, None where the calendar has no such day."""
    try:
        if kind == "date":
            day = date(year, _number("m1", parts), _number("d1", parts))
            last = date(year, day.month, _number("d2", parts, "d1"))
            return (day, last) if last >= day else None
        if kind == "half-month":
            return _half_month(parts, year)
        first, final_month = _months(kind, parts)
        final = int(parts.get("y2") or year)
        end = date(final, final_month, monthrange(final, final_month)[1])
        return (date(year, first, 1), end) if end >= date(year, first, 1) else None
    except ValueError:
        return None


def _half_month(parts: dict[str, str | None], year: int) -> tuple[date, date]:
    month = _number("m1", parts)
    if parts["half"] == "dau":
        return date(year, month, 1), date(year, month, 15)
    return date(year, month, 16), date(year, month, monthrange(year, month)[1])


def _months(kind: str, parts: dict[str, str | None]) -> tuple[int, int]:
    """The first and last month of a form within its years."""
    if kind == "quarter":
        return 3 * _number("q1", parts) - 2, 3 * _number("q2", parts, "q1")
    if kind == "month":
        return _number("m1", parts), _number("m2", parts, "m1")
    if kind == "half":
        count = MONTHS.get(parts.get("count") or "sau", 0) or int(parts["count"] or 6)
        return (1, count) if parts["half"] == "dau" else (13 - count, 12)
    return 1, 12


def _number(name: str, parts: dict[str, str | None], otherwise: str = "") -> int:
    value = parts.get(name) or parts.get(otherwise) or ""
    if name.startswith("q"):
        return QUARTERS[value.lstrip("0")]
    return ORDINALS.get(value) or int(value)
