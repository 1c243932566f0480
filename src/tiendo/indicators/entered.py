"""The figures that were entered, brought from months, quarters and communes to one of each year."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from django.db.models import Count, Max, Q, Sum

from tiendo.indicators.aggregation import MONTHS, Part, gather
from tiendo.indicators.back_then import standing
from tiendo.indicators.judging.values import Nature
from tiendo.indicators.models import (
    Definition,
    Dimension,
    Gathering,
    Observation,
    PeriodKind,
    State,
)
from tiendo.indicators.models.observations import ObservationQuerySet
from tiendo.indicators.periods import Period

Place = tuple[int, int]  # an indicator and a year
PartKey = TypeVar("PartKey", bound=Hashable)  # what tells the parts of the whole apart
OVER_PLACES = {Gathering.SUM: Sum("value"), Gathering.MAX: Max("value")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """The figure of a year as it was entered or put together; `row` where one row is the figure as it stands."""

    value: Decimal | None
    nature: Nature = Nature.PRELIMINARY
    months: int = MONTHS
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    source: str = ""
    row: Observation | None = None
    comparable: bool = True
    applies: bool = True
    places: int | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """Figures that count: of the whole area as rows, of communes as sums of a period."""

    whole: Mapping[Place, list[Observation]] = field(default_factory=dict)
    communes: Mapping[Place, list[dict[str, Any]]] = field(default_factory=dict)

    def of(self, definition: Definition, year: int) -> Entered | None:
        """The figure of a year; None where nothing is known of it."""
        if rows := self.whole.get((definition.indicator_id, year)):
            return _of_rows(definition, year, rows)
        if sums := self.communes.get((definition.indicator_id, year)):
            return _of_communes(definition, year, sums)
        return None


def entered(
    indicators: Iterable[int], first: int, today: date, known_on: date | None = None
) -> Rows:
    """What was entered of these indicators since the year `first`, in two queries; as known on a past day in one."""
    rows = _since(indicators, first, today).filter(dimension=Dimension.WHOLE)
    if known_on:
        return _known_then(standing(rows, known_on))
    communes: dict[Place, list[dict[str, Any]]] = defaultdict(list)
    for said in _over_places(rows.counting().filter(place__isnull=False)):
        communes[said["indicator"], said["year"]].append(said)
    return Rows(_by_year(rows.counting().filter(place=None).order_by("pk")), communes)


def entered_by_place(
    indicators: Iterable[int], first: int, today: date, known_on: date | None = None
) -> Mapping[int, Rows]:
    """The same of each commune by itself, by its key, in one query."""
    rows = _since(indicators, first, today)
    rows = rows.filter(dimension=Dimension.WHOLE, place__isnull=False)
    return _apart(standing_of(rows, known_on), lambda row: row.place_id or 0)


def entered_by_category(
    indicators: Iterable[int], first: int, today: date, known_on: date | None = None
) -> Mapping[tuple[Dimension, str], Rows]:
    """The same of each part of the whole, such as women, by the dimension and the name of the part, in one query."""
    rows = _since(indicators, first, today).filter(place=None).exclude(dimension=Dimension.WHOLE)
    return _apart(standing_of(rows, known_on), lambda row: (Dimension(row.dimension), row.category))


def _since(indicators: Iterable[int], first: int, today: date) -> ObservationQuerySet:
    return Observation.objects.filter(
        indicator__in=list(indicators), year__range=(first, today.year)
    )


def standing_of(rows: ObservationQuerySet, known_on: date | None) -> Iterable[Observation]:
    """Those of `rows` that stand for their period today, or did by what was known on a past day."""
    return standing(rows, known_on) if known_on else rows.counting().order_by("pk")


def _apart(
    rows: Iterable[Observation], part: Callable[[Observation], PartKey]
) -> dict[PartKey, Rows]:
    found: dict[PartKey, list[Observation]] = defaultdict(list)
    for row in rows:
        found[part(row)].append(row)
    return {key: Rows(_by_year(some)) for key, some in found.items()}


def _by_year(rows: Iterable[Observation]) -> dict[Place, list[Observation]]:
    found: dict[Place, list[Observation]] = defaultdict(list)
    for row in rows:
        found[row.indicator_id, row.year].append(row)
    return found


def _known_then(rows: Iterable[Observation]) -> Rows:
    """Figures that stood on a past day: those of the whole, and the sums of those of communes."""
    rows = list(rows)
    periods: dict[tuple[Any, ...], list[Observation]] = defaultdict(list)
    for row in rows:
        if row.place_id and row.state == State.FIGURE:
            periods[row.indicator_id, row.year, row.kind, row.part].append(row)
    communes: dict[Place, list[dict[str, Any]]] = defaultdict(list)
    for (indicator, year, kind, part), some in periods.items():
        communes[indicator, year].append({"kind": kind, "part": part, **_summed(some)})
    return Rows(_by_year(row for row in rows if not row.place_id), communes)


def _summed(rows: list[Observation]) -> dict[str, Any]:
    """What `_over_places` asks the database for, of rows that are here."""
    values = [row.value for row in rows if row.value is not None]
    above = [row.numerator for row in rows if row.numerator is not None]
    below = [row.denominator for row in rows if row.denominator is not None]
    return {
        "sum": sum(values),
        "max": max(values),
        "numerators": sum(above) if above else None,
        "denominators": sum(below) if below else None,
        "places": len(rows),
        "ratios": sum(None not in (row.numerator, row.denominator) for row in rows),
        "estimates": sum(row.nature == Nature.ESTIMATE for row in rows),
        "preliminary": sum(row.nature == Nature.PRELIMINARY for row in rows),
    }


def _over_places(rows: Any) -> Any:
    """The figures of communes for each period: their sum, the greatest, and how many there are."""
    figures = rows.filter(state=State.FIGURE).order_by()
    return figures.values("indicator", "year", "kind", "part").annotate(
        **{way.value: figure for way, figure in OVER_PLACES.items()},
        numerators=Sum("numerator"),
        denominators=Sum("denominator"),
        places=Count("place", distinct=True),
        ratios=Count("pk", filter=Q(numerator__isnull=False, denominator__isnull=False)),
        estimates=Count("pk", filter=Q(nature=Nature.ESTIMATE)),
        preliminary=Count("pk", filter=Q(nature=Nature.PRELIMINARY)),
    )


def _of_rows(definition: Definition, year: int, rows: list[Observation]) -> Entered:
    """The figure of the whole area from its rows of a year."""
    figures = {_period(row): row for row in rows if row.state == State.FIGURE}
    if not figures:
        return Entered(value=None, row=rows[-1], applies=False, source=rows[-1].source)
    one = gather(
        definition.over_time, {period: _part(row) for period, row in figures.items()}, year
    )
    used = [figures[period] for period in one.used]
    return Entered(
        value=one.value,
        nature=one.nature or Nature.PRELIMINARY,
        months=one.months,
        numerator=one.numerator,
        denominator=one.denominator,
        source=used[-1].source if used else "",
        row=used[0] if len(used) == 1 else None,
        comparable=all(row.comparable for row in used),
    )


def _period(row: Observation) -> Period:
    return Period(row.year, PeriodKind(row.kind), row.part)


def _part(row: Observation) -> Part:
    return Part(
        value=row.value or Decimal(0),
        numerator=row.numerator,
        denominator=row.denominator,
        nature=Nature(row.nature),
    )


def _of_communes(definition: Definition, year: int, sums: list[dict[str, Any]]) -> Entered | None:
    """The figure of the whole area put together from its communes, period by period and then over the year."""
    periods = [(Period(year, PeriodKind(said["kind"]), said["part"]), said) for said in sums]
    parts = {
        period: part for period, said in periods if (part := _part_of(definition.over_places, said))
    }
    one = gather(definition.over_time, parts, year)
    if one.value is None:
        return None
    fewest = min(said["places"] for period, said in periods if period in one.used)
    return Entered(
        value=one.value,
        nature=one.nature or Nature.PRELIMINARY,
        months=one.months,
        numerator=one.numerator,
        denominator=one.denominator,
        places=fewest,
    )


def _part_of(way: str, said: Mapping[str, Any]) -> Part | None:
    """The figures of communes for a period as one; None where they cannot be put together."""
    nature = Nature.PRELIMINARY if said["preliminary"] else Nature.OFFICIAL
    nature = Nature.ESTIMATE if said["estimates"] else nature
    above, below = said["numerators"], said["denominators"]
    if way != Gathering.RATIO:
        value = said["sum"] / said["places"] if way == Gathering.MEAN else said.get(way)
        return None if value is None else Part(value=Decimal(value), nature=nature)
    if said["ratios"] < said["places"] or not below:
        return None
    value = 100 * Decimal(above) / Decimal(below)
    return Part(value=value, numerator=above, denominator=below, nature=nature)
