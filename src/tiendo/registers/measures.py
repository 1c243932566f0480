"""What a register can count or sum, by year, place and kind. Every figure lists the rows it is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache, partial, reduce
from operator import or_
from typing import Any

from django.db.models import Count, F, Max, Model, Q, QuerySet, Sum
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
    `quarter` is the path to the quarter of its year, "1" to "4", where a row is of one.
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
    quarter: str = ""
    only: Q = field(default_factory=Q)

    def rows(
        self, rows: QuerySet[Any], year: int | None, since: int | None = None
    ) -> QuerySet[Any]:
        """The rows that the figure of `year` is made of; of all years for None.

        With `since` those of every year from it on, where the rows belong to years.
        """
        return rows.filter(self.condition(rows.model, year, since))

    def condition(self, model: type[Model], year: int | None, since: int | None = None) -> Q:
        """The same as a condition on rows of `model`."""
        if year is None or not self.when:
            return self.only
        path = _year(model, self.when)
        upto = self.over is Over.UNTIL or since is not None
        found = Q(**{f"{path}__lte" if upto else path: year}) & self.only  # the cheaper test first
        if since is not None and self.over is Over.YEAR:
            found &= Q(**{f"{path}__gte": since})
        if self.until:
            found &= Q(**{self.until: None}) | Q(**{f"{_year(model, self.until)}__gt": year})
        if self.holds_to:
            last = date(year, 12, 31)
            found &= Q(**{self.holds_to: None}) | Q(**{f"{self.holds_to}__gte": last})
        return found

    def value(
        self, rows: QuerySet[Any], year: int | None, since: int | None = None
    ) -> Figure | None:
        """The figure of `year`, or of the years from `since` to it; None where nothing is known of it.

        No row is nothing, not none: a count is 0 only where somebody confirmed rows in that year or later.
        """
        (figure,) = all_values(rows, [Wanted(self, year, since)])
        return figure

    def by(
        self, rows: QuerySet[Any], year: int | None, path: str, since: int | None = None
    ) -> Mapping[Any, Figure | None]:
        """The figure as `value` has it for every value of `path` ("commune"), in one query."""
        grouped = self.rows(rows, year, since).order_by().values(grouped_by=F(path))
        said = grouped.annotate(**self.parts())
        return {row["grouped_by"]: self.of(row) for row in said}

    def months(self, rows: QuerySet[Any]) -> Mapping[int, int]:
        """How many months of each year rows reach over, by its last quarter; {} where rows are of no quarter."""
        if not self.quarter:
            return {}
        said = rows.filter(self.only).order_by().values_list(self.when).annotate(Max(self.quarter))
        return {year: 3 * int(last) for year, last in said}

    def parts(self, only: Q | None = None) -> dict[str, Any]:
        """What the figure is made of, as the database computes it; of the rows with `only`."""
        found: dict[str, Any] = {"rows": Count("pk", filter=only)}
        if not self.sums:
            return found | {"part": Count(self.each, distinct=self.each != "pk", filter=only)}
        found["part"] = Sum(self.sums, filter=only)
        return found | ({"whole": Sum(self.base, filter=only)} if self.base else {})

    def of(self, said: Mapping[str, Any]) -> Figure | None:
        """The figure from its parts; None where nothing is known of it."""
        if not said["rows"] or said["part"] is None:
            return None
        if self.base:
            return _share(Decimal(said["part"]), said["whole"])
        return said["part"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A figure that is asked for: of which year, since which, and of which one row only."""

    measure: Measure
    year: int | None
    since: int | None = None
    row: int | None = None

    def condition(self, model: type[Model]) -> Q:
        """Which rows it is made of."""
        found = self.measure.condition(model, self.year, self.since)
        return found if self.row is None else found & Q(pk=self.row)


def all_values(rows: QuerySet[Any], wanted: Sequence[Wanted]) -> list[Figure | None]:
    """Several figures from the rows of one register, as `Measure.value` has them.

    In one query, and where counts found nothing one more: until when the register was kept.
    """
    asked, parts = _asked_together(rows, wanted)
    said = asked.order_by().aggregate(**parts)
    kept_until = cache(partial(_kept_until, rows))
    return [
        0 if _may_be_none(each, figure) and kept_until(each.row) >= (each.year or 0) else figure
        for each, figure in (
            (each, _figure(each, said, place)) for place, each in enumerate(wanted)
        )
    ]


def all_by(
    rows: QuerySet[Any], wanted: Sequence[Wanted], path: str
) -> Mapping[Any, list[Figure | None]]:
    """The same for every value of `path` ("commune") that a row has, each with the figures in the order asked.

    In two queries: the figures, and until when the rows of each were kept.
    """
    kept = rows.order_by().values_list(path).annotate(last=Max("checked_on"))
    kept_until = {key: last.year if last else 0 for key, last in kept if key is not None}
    asked, parts = _asked_together(rows, wanted)
    grouped = asked.order_by().values(grouped_by=F(path)).annotate(**parts)
    said = {row["grouped_by"]: row for row in grouped}
    return {
        key: [
            0 if _may_be_none(each, figure) and until >= (each.year or 0) else figure
            for each, figure in (
                (each, _figure(each, said[key], place) if key in said else None)
                for place, each in enumerate(wanted)
            )
        ]
        for key, until in kept_until.items()
    }


def months_by(rows: QuerySet[Any], measure: Measure, path: str) -> Mapping[tuple[Any, int], int]:
    """How many months of each year the rows of each value of `path` reach over, as `Measure.months` has them."""
    if not measure.quarter:
        return {}
    said = rows.filter(measure.only).order_by().values_list(path, measure.when)
    return {(key, year): 3 * int(last) for key, year, last in said.annotate(Max(measure.quarter))}


def _asked_together(
    rows: QuerySet[Any], wanted: Sequence[Wanted]
) -> tuple[QuerySet[Any], dict[str, Any]]:
    """The rows of several figures and what the database computes of them, each part by the place of its figure."""
    conditions = [each.condition(rows.model) for each in wanted]
    parts = {
        f"{name}_{place}": part
        for place, (each, only) in enumerate(zip(wanted, conditions, strict=True))
        for name, part in each.measure.parts(only if only and len(wanted) > 1 else None).items()
    }
    # An empty condition lets every row count, and so does what is joined to it by "or".
    return rows.filter(reduce(or_, conditions)) if all(conditions) else rows, parts


def _may_be_none(wanted: Wanted, figure: Figure | None) -> bool:
    """Whether no row may mean none: of a count, where rows were confirmed in its year or later."""
    return figure is None and not wanted.measure.sums


def _figure(wanted: Wanted, said: Mapping[str, Any], place: int) -> Figure | None:
    return wanted.measure.of({name: said[f"{name}_{place}"] for name in wanted.measure.parts()})


def _kept_until(rows: QuerySet[Any], row: int | None) -> int:
    """The last year in which somebody confirmed rows: up to it nothing is none. 0: never confirmed; -1: no rows."""
    rows = rows if row is None else rows.filter(pk=row)
    said = rows.order_by().aggregate(rows=Count("pk"), last=Max("checked_on"))
    if not said["rows"]:
        return -1
    return said["last"].year if said["last"] else 0


def _share(part: Decimal, whole: Any) -> Decimal | None:
    """In per cent with two decimals; None of nothing."""
    return (100 * part / Decimal(whole)).quantize(Decimal("0.01")) if whole else None


def _year(model: type[Model], path: str) -> str:
    """The path to the year at the end of a path to a day or a year."""
    return f"{path}__year" if is_day(model, path) else path


def is_day(model: type[Model], path: str) -> bool:
    """Whether a path leads to a day, not to a year as a number."""
    *steps, last = path.split("__")
    for step in steps:
        model = model._meta.get_field(step).related_model  # type: ignore[assignment]
    return model._meta.get_field(last).get_internal_type() == "DateField"
