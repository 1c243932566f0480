"""What a register can count or sum, by year, place and kind. Every figure lists the rows it is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from django.db.models import Count, F, Model, Q, QuerySet, Sum
from django.utils.functional import Promise

Figure = Decimal | int
FIRST_YEAR = 1990  # before it nothing is asked for


class Over(Enum):
    """Which rows belong to a year: those of that year, or all that there were by its end."""

    YEAR = "year"
    UNTIL = "until"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A figure from the rows of a register.

    `when` is the path to the day or the year that says to which year a row belongs; "" where the rows have
    none and are counted as they stand. `until` is the path to the day on which a row stops counting, `holds_to` that
    to the last day on which it counts: a certificate to 31 December is counted at the end of that year.
    `sums` is the path to what is added up; without it rows are counted, or the different values of `each`.
    `base` makes it a share in per cent: `sums` of what is asked, divided by the sum of `base`.
    """

    slug: str
    title: str | Promise
    unit: str | Promise
    when: str = ""
    over: Over = Over.YEAR
    until: str = ""
    holds_to: str = ""
    sums: str = ""
    base: str = ""
    each: str = "pk"
    only: Q = field(default_factory=Q)

    def rows(
        self, rows: QuerySet[Any], year: int | None, since: int | None = None
    ) -> QuerySet[Any]:
        """The rows that the figure of `year` is made of; of all years for None.

        With `since` those of every year from it on, where the rows belong to years.
        """
        rows = rows.filter(self.only)
        if year is None or not self.when:
            return rows
        path = f"{self.when}__year" if is_day(rows.model, self.when) else self.when
        upto = self.over is Over.UNTIL or since is not None
        rows = rows.filter(**{f"{path}__lte" if upto else path: year})
        if since is not None and self.over is Over.YEAR:
            rows = rows.filter(**{f"{path}__gte": since})
        if self.until:
            end = f"{self.until}__year" if is_day(rows.model, self.until) else self.until
            rows = rows.filter(Q(**{self.until: None}) | Q(**{f"{end}__gt": year}))
        if self.holds_to:
            last = date(year, 12, 31)
            rows = rows.filter(Q(**{self.holds_to: None}) | Q(**{f"{self.holds_to}__gte": last}))
        return rows

    def value(
        self, rows: QuerySet[Any], year: int | None, since: int | None = None
    ) -> Figure | None:
        """The figure of `year`, or of the years from `since` to it; None where nothing is known of it.

        No row is nothing, not none: a count is 0 only where somebody confirmed rows in that year or later.
        """
        found = self.rows(rows, year, since).order_by()
        figure = self._of(found.aggregate(rows=Count("pk"), **self._parts()))
        if figure is None and not self.sums and rows.filter(_kept_since(year)).exists():
            return 0
        return figure

    def by(
        self, rows: QuerySet[Any], year: int | None, path: str, since: int | None = None
    ) -> Mapping[Any, Figure | None]:
        """The figure as `value` has it for every value of `path` ("commune"), in one query."""
        grouped = self.rows(rows, year, since).order_by().values(grouped_by=F(path))
        said = grouped.annotate(rows=Count("pk"), **self._parts())
        return {row["grouped_by"]: self._of(row) for row in said}

    def _parts(self) -> dict[str, Any]:
        if not self.sums:
            return {"part": Count(self.each, distinct=self.each != "pk")}
        return {"part": Sum(self.sums)} | ({"whole": Sum(self.base)} if self.base else {})

    def _of(self, said: Mapping[str, Any]) -> Figure | None:
        if not said["rows"] or said["part"] is None:
            return None
        if self.base:
            return _share(Decimal(said["part"]), said["whole"])
        return said["part"]


def _share(part: Decimal, whole: Any) -> Decimal | None:
    """In per cent with two decimals; None of nothing."""
    return (100 * part / Decimal(whole)).quantize(Decimal("0.01")) if whole else None


def _kept_since(year: int | None) -> Q:
    return Q() if year is None else Q(checked_on__year__gte=year)


def is_day(model: type[Model], path: str) -> bool:
    """Whether a path leads to a day, not to a year as a number."""
    *steps, last = path.split("__")
    for step in steps:
        model = model._meta.get_field(step).related_model  # type: ignore[assignment]
    return model._meta.get_field(last).get_internal_type() == "DateField"
