"""The figures of indicators, year by year: as entered, as registers have them, as formulas compute them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from tiendo.indicators.definitions import Known, formula_of
from tiendo.indicators.entered import Entered, Rows, entered
from tiendo.indicators.formulas import Formula, FormulaError, Ratio, order
from tiendo.indicators.judging.values import Nature
from tiendo.indicators.models import Definition, Indicator, Observation, Obtained
from tiendo.indicators.services import SETTLED
from tiendo.registers.measures import Wanted, all_values, is_day
from tiendo.registers.register import REGISTERS, Register

MONTHS = 12
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """The figure of an indicator in a year; `value` is None where there is none, `missing` then says why in words.

    `months` are those it covers. `row` is the observation it was taken from, `url` where the rows stand behind it.
    `applies` is False where somebody said that there is nothing to measure. `places` is from how many communes it was
    put together. `as_of_now` is True where it rests on rows of a register, which do not say how they stood on a past
    day.
    """

    year: int
    value: Decimal | None
    nature: Nature = Nature.PRELIMINARY
    months: int = MONTHS
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    source: str = ""
    url: str = ""
    row: Observation | None = None
    comparable: bool = True
    applies: bool = True
    missing: str = ""
    places: int | None = None
    as_of_now: bool = False

    @property
    def whole(self) -> bool:
        """Whether it covers its year."""
        return self.months == MONTHS


OfYears = dict[int, Figure]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which figures are asked for: of which indicators of a locality, since which year, as seen on a day.

    With `known_on` what was entered is that which was known by the end of that day.
    """

    known: Known
    locality_id: int
    first: int
    today: date
    known_on: date | None = None

    @property
    def years(self) -> range:
        """The years that are asked for: none that has not begun."""
        return range(self.first, self.today.year + 1)

    @property
    def past_months(self) -> int:
        """How many months of the present year are over."""
        return (
            (self.today + DAY).month - 1 if (self.today + DAY).year == self.today.year else MONTHS
        )

    def obtained(self, way: Obtained) -> Iterable[tuple[Indicator, Definition, int]]:
        """The indicators and years whose figures come this way, with the version that holds then."""
        for indicator in self.known.indicators.values():
            for year in self.years:
                definition = self.known.version(indicator, year)
                if definition and definition.obtained == way:
                    yield indicator, definition, year


def figures_of(asked: Asked) -> Mapping[int, OfYears]:
    """The figures of every indicator that is known, by its key and the year.

    Two queries for what was entered, one or two for each register that figures are taken from, and one for each
    measure whose rows are of quarters.
    """
    found: dict[int, OfYears] = defaultdict(dict)
    rows = entered(asked.known.indicators, asked.first, asked.today, asked.known_on)
    for key, figure in (*typed(asked, rows), *_measured(asked)):
        found[key][figure.year] = figure
    compute(asked, found)
    return found


def typed(asked: Asked, rows: Rows) -> Iterable[tuple[int, Figure]]:
    """The figures that were entered, each with the key of its indicator."""
    for indicator, definition, year in asked.obtained(Obtained.ENTERED):
        if said := rows.of(definition, year):
            yield indicator.pk, _typed(said, year)


def _typed(said: Entered, year: int) -> Figure:
    names = ("value", "nature", "months", "numerator", "denominator", "source", "row", "comparable")
    facts = {name: getattr(said, name) for name in (*names, "applies", "places")}
    return Figure(year=year, **facts)


def _measured(asked: Asked) -> Iterable[tuple[int, Figure]]:
    """Figures from registers: those of one register together."""
    for register, some in wanted_of(asked).items():
        rows = register.rows.filter(locality=asked.locality_id)
        values = all_values(rows, [each for *_, each in some])
        measures = {each.measure.slug: each.measure for *_, each in some}
        months = {slug: measure.months(rows) for slug, measure in measures.items()}
        for (indicator, definition, each), value in zip(some, values, strict=True):
            covered = months[each.measure.slug].get(each.year or 0)
            if value is not None and (figure := of_register(asked, register, each, value, covered)):
                yield indicator.pk, scaled(figure, definition)


def wanted_of(asked: Asked) -> Mapping[Register, list[tuple[Indicator, Definition, Wanted]]]:
    """What is asked of each register, with the indicator and the version it is for."""
    wanted: dict[Register, list[tuple[Indicator, Definition, Wanted]]] = defaultdict(list)
    for indicator, definition, year in asked.obtained(Obtained.MEASURE):
        register = REGISTERS.get(definition.register)
        measure = register.measure(definition.measure) if register else None
        if register and measure:
            wanted[register].append((indicator, definition, Wanted(measure, year)))
    return wanted


def of_register(
    asked: Asked, register: Register, wanted: Wanted, value: Decimal | int, covered: int | None
) -> Figure | None:
    """A figure of a register.

    Rows of quarters reach over the months `covered`. Of the present year rows with a day cover the months that are
    over, None before one is; rows that belong to the year as a whole are an estimate until it is over.
    """
    year = wanted.year or asked.today.year
    by_day = bool(wanted.measure.when) and is_day(register.model, wanted.measure.when)
    present = year == asked.today.year
    months = covered or (asked.past_months if present and by_day else MONTHS)
    if not months:
        return None
    guessed = present and not by_day and covered is None
    return Figure(
        year=year,
        value=Decimal(value),
        nature=Nature.ESTIMATE if guessed else Nature.PRELIMINARY,
        months=months,
        source=str(register.title),
        as_of_now=True,
        url=f"{reverse('registers:measure', args=[register, wanted.measure.slug])}?nam={year}",
    )


def scaled(figure: Figure, definition: Definition | None) -> Figure:
    """In the unit of the indicator."""
    if definition is None or figure.value is None:
        return figure
    return replace(figure, value=figure.value * definition.factor)


def compute(asked: Asked, found: dict[int, OfYears]) -> None:
    """Add the figures of formulas, each after those it is computed from."""
    by_code = asked.known.by_code
    for year, formulas in _formulas(asked).items():
        try:
            codes = order(formulas)
        except FormulaError as error:  # no form lets a circle in
            for code in formulas:
                found[by_code[code].pk][year] = Figure(year=year, value=None, missing=error.words)
            continue
        for code in codes:
            if figure := _of_formula(asked, found, formulas[code], year):
                definition = asked.known.version(by_code[code], year)
                found[by_code[code].pk][year] = scaled(figure, definition)


def _of_formula(
    asked: Asked, found: Mapping[int, OfYears], formula: Formula, year: int
) -> Figure | None:
    """The figure of a formula in a year; None where nothing at all is known of its parts."""
    by_code = asked.known.by_code
    of_part = {name: found[by_code[name].pk] if name in by_code else {} for name in formula.names}
    parts = {name: figures.get(year) for name, figures in of_part.items()}
    if all(each is None or each.value is None for each in parts.values()):
        return None
    return _computed(formula, parts, year)


def _formulas(asked: Asked) -> dict[int, dict[str, Formula]]:
    """For every year the formulas that hold in it, by the codes of their indicators."""
    found: dict[int, dict[str, Formula]] = defaultdict(dict)
    for indicator, definition, year in asked.obtained(Obtained.FORMULA):
        if formula := formula_of(definition):
            found[year][indicator.code] = formula
    return found


def _computed(formula: Formula, parts: Mapping[str, Figure | None], year: int) -> Figure:
    """The figure of a formula: as settled as the least settled part, of as many months as the shortest."""
    values = {name: each.value if each else None for name, each in parts.items()}
    outcome = formula.evaluate(values)
    known = [each for each in parts.values() if each and each.value is not None]
    if not isinstance(outcome, Decimal):
        return Figure(year=year, value=None, missing=str(outcome))
    above, below = _ratio(formula.ratio, values)
    return Figure(
        year=year,
        value=outcome,
        nature=min((each.nature for each in known), key=lambda nature: SETTLED[nature]),
        months=min(each.months for each in known),
        numerator=above,
        denominator=below,
        source=_("computed"),
        comparable=all(each.comparable for each in known),
        as_of_now=any(each.as_of_now for each in known),
    )


def _ratio(
    ratio: Ratio | None, values: Mapping[str, Decimal | None]
) -> tuple[Decimal | None, Decimal | None]:
    """What stands above and below, where a formula is a division."""
    if ratio is None:
        return None, None
    above, below = ratio.numerator.evaluate(values), ratio.denominator.evaluate(values)
    if isinstance(above, Decimal) and isinstance(below, Decimal):
        return above, below
    return None, None
