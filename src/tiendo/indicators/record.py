"""Everything that is known of one indicator: its versions, its figures year by year, who uses it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils.functional import cached_property

from tiendo.indicators.checking import users_of_code
from tiendo.indicators.definitions import known
from tiendo.indicators.figures import Asked, Figure, figures_of
from tiendo.indicators.models import (
    Binding,
    Definition,
    Dimension,
    Indicator,
    Observation,
    Obtained,
    PeriodKind,
)
from tiendo.indicators.periods import Period
from tiendo.registers.register import REGISTERS

YEARS = 5  # shown at least
DECIMALS = 2  # of what is computed
COLUMNS = 6  # years beside each other, of communes and parts
Key = tuple[int, str, int]


@dataclass(slots=True)
class Told:
    """What was said of one period of the whole area: the row that counts, those of other sources, those replaced."""

    period: Period
    counts: Observation | None = None
    others: list[Observation] = field(default_factory=list)
    replaced: list[Observation] = field(default_factory=list)
    words: str = ""  # why the sources differ

    def take(self, row: Observation) -> None:
        """Put a row where it belongs."""
        if row.counts:
            self.counts = row
        elif row.replaced_at is None:
            self.others.append(row)
        else:
            self.replaced.insert(0, row)


@dataclass(frozen=True, slots=True)
class OfYear:
    """A year of the table: its figure, what was said of it, and the version of the definition that begins with it."""

    year: int
    figure: Figure | None
    told: Told | None
    begins: Definition | None
    row: Observation | None  # where the figure is one that was given

    @property
    def value(self) -> Decimal | None:
        """The figure as it is shown: as it was given, what is computed with two decimals."""
        figure = self.figure
        if figure is None or figure.value is None:
            return None
        return figure.value if self.row else round(figure.value, DECIMALS)


@dataclass(frozen=True, slots=True)
class Row:
    """A commune, or a part of the whole, with its figures of the years beside each other."""

    label: str
    cells: list[Observation | None]


class Record:
    """One indicator as its page shows it."""

    def __init__(self, indicator: Indicator, today: date, shorter: int | None = None) -> None:
        self.indicator, self.today, self.asked_year = indicator, today, shorter
        self.versions = sorted(indicator.definitions.all(), key=lambda row: row.number)

    @property
    def definition(self) -> Definition:
        """The newest version."""
        return self.versions[-1]

    @property
    def is_entered(self) -> bool:
        """Whether its figures are typed now."""
        return self.definition.obtained == Obtained.ENTERED

    @property
    def register(self) -> object:
        """The register that its figures are taken from; None for another."""
        return REGISTERS.get(self.definition.register)

    @cached_property
    def parts(self) -> list[tuple[str, Indicator | None]]:
        """The codes that the formula names, with the indicators they are."""
        found = known(self.indicator.locality_id, [self.indicator.pk]).by_code
        formula = self.definition.formula
        return [
            (code, row)
            for code, row in found.items()
            if code in formula and row.pk != self.indicator.pk
        ]

    @cached_property
    def rows(self) -> list[Observation]:
        """Every figure that was entered, the replaced ones too."""
        rows = self.indicator.observations.select_related("entered_by", "place")
        return list(rows.order_by("year", "kind", "part", "pk"))

    @cached_property
    def told(self) -> dict[Key, Told]:
        """What was said of each period of the whole area."""
        found: dict[Key, Told] = {}
        for row in self.rows:
            if row.place_id is None and row.dimension == Dimension.WHOLE:
                key = (row.year, row.kind, row.part)
                period = Period(row.year, PeriodKind(row.kind), row.part)
                found.setdefault(key, Told(period)).take(row)
        for said in self.indicator.divergences.all():
            if each := found.get((said.year, said.kind, said.part)):
                each.words = said.words
        return found

    @cached_property
    def years(self) -> list[OfYear]:
        """The years from the first that has a figure, five at least, the newest first."""
        first = min([self.today.year - YEARS + 1, *(row.year for row in self.rows)])
        names = known(self.indicator.locality_id, [self.indicator.pk])
        asked = Asked(names, self.indicator.locality_id, first, self.today)
        figures = figures_of(asked).get(self.indicator.pk, {})
        begins = {row.first_year: row for row in self.versions if row.first_year}
        last = max([self.today.year, *(row.year for row in self.rows), *begins])
        return [
            self._of_year(year, figures.get(year), begins.get(year))
            for year in range(last, first - 1, -1)
        ]

    def _of_year(self, year: int, figure: Figure | None, begins: Definition | None) -> OfYear:
        told = self.told.get((year, PeriodKind.YEAR, 0))
        row = self._by_key.get(figure.row.pk) if figure and figure.row else None
        return OfYear(year, figure, told, begins, row)

    @cached_property
    def _by_key(self) -> dict[int, Observation]:
        return {row.pk: row for row in self.rows}

    @cached_property
    def shorter_years(self) -> list[int]:
        """The years of which figures of months, quarters or halves were entered, the newest first."""
        years = {year for year, kind, _part in self.told if kind != PeriodKind.YEAR}
        return sorted(years, reverse=True)

    @property
    def shorter_year(self) -> int | None:
        """The one whose shorter periods are shown."""
        there = self.shorter_years
        return self.asked_year if self.asked_year in there else next(iter(there), None)

    @property
    def shorter(self) -> list[Told]:
        """The shorter periods of that year in their order."""
        chosen = [
            each
            for (year, kind, _part), each in self.told.items()
            if year == self.shorter_year and kind != PeriodKind.YEAR
        ]
        return sorted(chosen, key=lambda each: each.period)

    @cached_property
    def columns(self) -> list[int]:
        """The years beside each other in the tables of communes and parts."""
        years = {row.year for row in self.rows if row.place_id or row.dimension}
        return sorted(years)[-COLUMNS:]

    @property
    def communes(self) -> list[Row]:
        """The figures of years by commune."""
        return self._table(row for row in self._of_parts() if row.place and not row.dimension)

    @property
    def dimensions(self) -> list[Row]:
        """The figures of years by part of the whole, such as men and women."""
        return self._table(row for row in self._of_parts() if row.dimension)

    def _of_parts(self) -> Iterable[Observation]:
        return (row for row in self.rows if row.counts and row.kind == PeriodKind.YEAR)

    def _table(self, rows: Iterable[Observation]) -> list[Row]:
        found: dict[str, dict[int, Observation]] = defaultdict(dict)
        for row in rows:
            place = row.place.label if row.place else ""
            found[" · ".join(filter(None, (row.category, place)))][row.year] = row
        return [
            Row(label, [cells.get(year) for year in self.columns])
            for label, cells in sorted(found.items())
        ]

    @cached_property
    def bindings(self) -> list[Binding]:
        """The targets that are judged by it."""
        return list(self.indicator.bindings.select_related("target__plan").order_by("target"))

    @cached_property
    def formulas(self) -> list[Indicator]:
        """The indicators that are computed from it."""
        return users_of_code(self.indicator)
