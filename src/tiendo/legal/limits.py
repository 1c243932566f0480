"""What a norm says: a ceiling, a share, a band or a time, what keeps to it, and when a time is over. Pure.

A band reaches from its lower value to below its upper one, so that every score falls into one band
(the bands of Decision 148/QĐ-TTg are printed in whole points; scores have decimals).
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.workdays import Table, add_working_days
from tiendo.ui.templatetags.ui import n


class NormKind(TextChoices):
    """How a norm limits."""

    CEILING = "ceiling", _("at most")
    FLOOR = "floor", _("at least")
    SHARE = "share", _("at most this share")
    BAND = "band", _("band, from … to below …")
    WORKING_DAYS = "working-days", _("within working days")
    DAYS = "days", _("within days of the calendar")
    MONTHS = "months", _("for months")
    CALENDAR_YEARS = "calendar-years", _("to the end of a year, the first one counted")


TIMES = {NormKind.WORKING_DAYS, NormKind.DAYS, NormKind.MONTHS, NormKind.CALENDAR_YEARS}
MOST_TIME = 3_650  # ten years of days; more is a slip
WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Limit:
    """A norm's kind with its values; `unit` is what they are counted in."""

    kind: NormKind
    lowest: Decimal | None
    highest: Decimal | None
    unit: str = ""

    def __str__(self) -> str:
        """As it is read: "≤ 75 ha", "≥ 60 %", "70 – < 90 điểm", "35 ngày"."""
        low, high = n(self.lowest), n(self.highest)
        if self.kind is NormKind.BAND:
            said = f"{low} – < {high}" if low and high else (f"≥ {low}" if low else f"< {high}")
        elif self.kind is NormKind.FLOOR:
            said = f"≥ {low}"
        else:
            said = high if self.kind in TIMES else f"≤ {high}"
        return f"{said} {self.unit}".strip()

    def keeps(self, value: Decimal) -> bool:
        """Whether `value`, in the unit of the norm, keeps to it; for a time, a length in its own unit."""
        if self.lowest is not None and value < self.lowest:
            return False
        if self.highest is None:
            return True
        return value < self.highest if self.kind is NormKind.BAND else value <= self.highest


def faults_in(limit: Limit) -> Iterator[tuple[str, str | Promise]]:
    """The fields that do not fit the kind of a norm, with what to do."""
    if limit.kind is NormKind.BAND:
        yield from _faults_in_band(limit)
    elif limit.kind is NormKind.FLOOR:
        if limit.lowest is None or limit.highest is not None:
            yield "lowest", _("“At least” has one value: fill in “from”, leave “to” blank.")
    elif limit.highest is None or limit.lowest is not None:
        yield "highest", _("This kind of norm has one value: fill in “to”, leave “from” blank.")
    elif limit.kind is NormKind.SHARE and not 0 <= limit.highest <= WHOLE:
        yield "highest", _("A share lies between 0 and 100 %.")
    elif limit.kind in TIMES and (limit.highest % 1 or not 0 < limit.highest <= MOST_TIME):
        yield "highest", _("A time is a whole number of days, months or years, 1 or more.")


def _faults_in_band(limit: Limit) -> Iterator[tuple[str, str | Promise]]:
    if limit.lowest is None and limit.highest is None:
        yield "lowest", _("A band needs the value it begins at, the one it ends at, or both.")
    elif limit.lowest is not None and limit.highest is not None and limit.lowest >= limit.highest:
        yield "highest", _("A band ends above where it begins.")


def most_allowed(cost: Decimal, share: Decimal | None, ceiling: Decimal | None) -> Decimal | None:
    """What may be given of `cost`: the smaller of its share (in per cent) and the ceiling, in the unit of `cost`.

    Both rules stand side by side in the norms of industrial promotion (Circular 28/2018/TT-BTC, Article 8; the
    values are rows). None where there is neither.
    """
    given = [ceiling] if ceiling is not None else []
    if share is not None:
        given.append(cost * share / WHOLE)
    return min(given, default=None)


def last_day(limit: Limit, begun: date, table: Table) -> date:
    """The last day of a time that began on `begun`; `table` holds the days off of the locality.

    The day of the beginning is not counted (Civil Code 91/2015/QH13, Articles 147 and 148; not verified). Raises
    ValueError for a norm that is no time.
    """
    if limit.kind not in TIMES or limit.highest is None:
        raise ValueError(limit.kind)
    length = int(limit.highest)
    if limit.kind is NormKind.WORKING_DAYS:
        return add_working_days(begun, length, table)
    if limit.kind is NormKind.DAYS:
        return begun + timedelta(days=length)
    if limit.kind is NormKind.CALENDAR_YEARS:
        return date(begun.year + length - 1, 12, 31)
    return _months_after(begun, length)


def _months_after(day: date, months: int) -> date:
    """The same day of a later month, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
