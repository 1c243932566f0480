"""A target commune by commune: the figures of each year, which communes are silent, who is worst off."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from tiendo.agencies.models import Agency, Kind
from tiendo.indicators.aggregation import OfPlaces
from tiendo.indicators.by_place import figures_by_place
from tiendo.indicators.definitions import formula_of, known
from tiendo.indicators.entered import entered_by_category
from tiendo.indicators.figures import Asked, Figure, OfYears, typed
from tiendo.indicators.judged import Judged, first_year, judged_all
from tiendo.indicators.judging.values import Direction
from tiendo.indicators.models import Definition, Dimension, Indicator, Observation, Obtained
from tiendo.plans.models import Target
from tiendo.registers.columns import area_of
from tiendo.registers.register import REGISTERS

COLUMNS = 5  # years beside each other


@dataclass(frozen=True, slots=True)
class Cell:
    """The figure of a commune in a year; `exists` is False where there was no such commune at its end."""

    year: int
    figure: Figure | None
    exists: bool = True

    @property
    def value(self) -> Decimal | None:
        """The figure itself; None where there is none."""
        return self.figure.value if self.figure else None


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune with its figures."""

    office: Agency
    figures: OfYears
    today: date

    @property
    def name(self) -> str:
        """The area: "xã Thường Lạc"."""
        return area_of(self.office)

    def cell(self, year: int) -> Cell:
        """What stands in a year: the figures of communes that existed at its end, or today."""
        day = min(date(year, 12, 31), self.today)
        since, until = self.office.valid_from, self.office.valid_to
        exists = (since or day) <= day <= (until or day)
        return Cell(year, self.figures.get(year) if exists else None, exists)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the whole, such as women, with its figures."""

    name: str
    figures: OfYears


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: its figures of the years shown, and how much the newest differs from the one before."""

    name: str
    cells: list[Cell]
    change: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ByCommune:
    """A target by commune as its page tells it: `year` is the one that is looked at, None where no year has figures."""

    judged: Judged
    communes: list[Commune] = field(default_factory=list)
    parts: Mapping[str, list[Part]] = field(default_factory=dict)
    year: int | None = None

    @property
    def definition(self) -> Definition | None:
        return self.judged.definition

    @property
    def whole(self) -> OfYears:
        """The figures of the whole area."""
        return self.judged.figures

    @property
    def years(self) -> list[int]:
        """The years in which a commune has a figure, in order."""
        return years_of(each.figures for each in self.communes)

    @property
    def columns(self) -> list[int]:
        """The years beside each other: the one looked at and those before it."""
        if self.year is None:
            return []
        return list(range(max(self.years[0], self.year - COLUMNS + 1), self.year + 1))

    @property
    def part_columns(self) -> list[int]:
        """The newest years in which a part of the whole has a figure."""
        some = (part.figures for parts in self.parts.values() for part in parts)
        return years_of(some)[-COLUMNS:]

    def here(self) -> list[Commune]:
        """The communes of the year that is looked at, the worst first; without a figure last, by name.

        Where only the figure itself is good none is better than another: they stay in the order of their names.
        """
        year = self.year
        if year is None:
            return []
        shown = [each for each in self.communes if each.cell(year).exists]
        return sorted(shown, key=self._badness)

    @property
    def rows(self) -> list[Row]:
        """The communes as lines of the table."""
        return [
            Row(each.name, [each.cell(year) for year in self.columns], self.change(each.figures))
            for each in self.here()
        ]

    @property
    def last_row(self) -> Row:
        """The whole area below them."""
        cells = [Cell(year, self.whole.get(year)) for year in self.columns]
        return Row(str(self.judged.target.plan.locality), cells, self.change(self.whole))

    @property
    def coverages(self) -> list[str]:
        """How many communes have a figure in each of the years shown."""
        return [self.coverage(year) for year in self.columns]

    @property
    def part_rows(self) -> dict[str, list[Row]]:
        """The parts of the whole as lines of small tables, by what divides it."""
        return {
            dimension: [
                Row(part.name, [Cell(year, part.figures.get(year)) for year in self.part_columns])
                for part in parts
            ]
            for dimension, parts in self.parts.items()
        }

    def _badness(self, commune: Commune) -> tuple[bool, Decimal]:
        value = commune.cell(self.year or 0).value
        if value is None:
            return True, Decimal(0)
        direction = self.definition.direction if self.definition else Direction.EXACT
        signs = {Direction.UP.value: 1, Direction.DOWN.value: -1}
        return False, value * signs.get(direction, 0)

    def change(self, figures: OfYears) -> Decimal | None:
        """How much more the year looked at has than the one before; None where they are not of the same months and as
        many communes, or not measured alike.
        """
        year = self.year or 0
        now, before = figures.get(year), figures.get(year - 1)
        if not now or not before or now.value is None or before.value is None:
            return None
        alike = (now.months, now.places) == (before.months, before.places)
        broken = year in self.judged.series.breaks
        return now.value - before.value if alike and not broken else None

    def coverage(self, year: int) -> str:
        """How many of the communes of a year have a figure: "8 of 10 communes"."""
        there = [each for each in self.communes if each.cell(year).exists]
        have = tuple(each.office.pk for each in there if each.cell(year).value is not None)
        missing = tuple(each.office.pk for each in there if each.cell(year).value is None)
        return OfPlaces(have=have, missing=missing).coverage


def years_of(some: Iterable[OfYears]) -> list[int]:
    """The years in which one of these has a figure, in order."""
    return sorted({year for each in some for year, said in each.items() if said.value is not None})


def by_commune(
    target: Target, today: date, asked_year: int | None = None, *, back: bool = False
) -> ByCommune:
    """The figures of a target's indicator by commune and by part of the whole, as seen on `today`.

    The newest year that has some is looked at unless another of them is asked for.
    """
    locality = target.plan.locality_id
    (judged,) = judged_all([target], today, locality, back=back)
    if judged.indicator is None:
        return ByCommune(judged)
    names = known(locality, [judged.indicator.pk])
    first = first_year([target], [judged.binding] if judged.binding else [], today)
    asked = Asked(names, locality, first, today, today if back else None)
    communes = _communes(asked, judged.indicator)
    years = years_of(each.figures for each in communes)
    year = asked_year if asked_year in years else max(years, default=None)
    return ByCommune(judged, communes, _parts(asked, judged.indicator), year)


def _communes(asked: Asked, indicator: Indicator) -> list[Commune]:
    """The communes that exist today or have a figure of a year in which they did."""
    figures = figures_by_place(asked)
    offices = Agency.objects.filter(locality=asked.locality_id, kind=Kind.COMMUNE)
    going = set(offices.in_force(asked.today).values_list("pk", flat=True))
    found = []
    for office in offices:
        own = figures.get(office.pk, {}).get(indicator.pk, {})
        commune = Commune(office, own, asked.today)
        seen = {year: said for year, said in own.items() if commune.cell(year).exists}
        if seen or office.pk in going:
            found.append(Commune(office, seen, asked.today))
    return found


def _parts(asked: Asked, indicator: Indicator) -> dict[str, list[Part]]:
    """The parts of the whole that have figures of their own, by what divides it."""
    rows = entered_by_category([indicator.pk], asked.first, asked.today, asked.known_on)
    found: dict[str, list[Part]] = {}
    for (dimension, category), said in sorted(rows.items()):
        figures = {figure.year: figure for _key, figure in typed(asked, said)}
        if years_of([figures]):
            found.setdefault(str(Dimension(dimension).label), []).append(Part(category, figures))
    return found


def has_places(definition: Definition | None) -> bool:
    """Whether there may be something to see by commune or by part: of formulas by what they are computed from.

    Two queries at most.
    """
    if definition is None:
        return False
    if definition.obtained == Obtained.MEASURE:
        return _lies_in_communes(definition.register)
    formula = formula_of(definition) if definition.obtained == Obtained.FORMULA else None
    locality, own = definition.indicator.locality_id, [definition.indicator.code]
    codes = list(formula.names) if formula else own
    parts = Indicator.objects.filter(locality=locality, code__in=codes)
    rows = Observation.objects.counting().filter(indicator__in=parts)
    if (rows.filter(place__isnull=False) | rows.exclude(dimension=Dimension.WHOLE)).exists():
        return True
    measured = Definition.objects.filter(indicator__in=parts, obtained=Obtained.MEASURE)
    return formula is not None and any(
        _lies_in_communes(slug) for slug in measured.values_list("register", flat=True)
    )


def _lies_in_communes(slug: str) -> bool:
    register = REGISTERS.get(slug)
    return bool(register and register.place)


def how_to_begin(definition: Definition | None) -> str:
    """What to do for figures by commune, where there are none yet."""
    if definition is None:
        return _(
            "First say by what this target is measured; then its figures can be given by commune."
        )
    if definition.obtained == Obtained.ENTERED:
        return _("Give the figure of each commune: the form for a figure asks for the commune.")
    if definition.obtained == Obtained.FORMULA:
        return _("It is computed: give the figures it is computed from by commune, then it is too.")
    if _lies_in_communes(definition.register):
        return _("No row of the register says in which commune it lies, or none is of these years.")
    return _("The register it is taken from does not say in which commune a row lies.")
