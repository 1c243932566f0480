"""A figure as it was typed for a period, before it is stored: what it comes to, and what cannot stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from django.utils.translation import gettext as _

from tiendo.agencies.models import Agency
from tiendo.indicators.definitions import version_of
from tiendo.indicators.judging.values import Nature
from tiendo.indicators.models import (
    Definition,
    Dimension,
    Indicator,
    Observation,
    Obtained,
    State,
)
from tiendo.indicators.periods import Period
from tiendo.ui.templatetags.ui import n

LARGEST = Decimal(10) ** 18  # what a row holds before the comma
FINEST = Decimal("0.000001")
HUNDRED = Decimal(100)
Fault = tuple[str, str]  # the field, the sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What somebody says of an indicator for a period; `applies` is False for "there is nothing to measure"."""

    indicator: Indicator
    period: Period
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    applies: bool = True
    place: Agency | None = None
    dimension: str = Dimension.WHOLE
    category: str = ""
    nature: str = Nature.PRELIMINARY
    source: str = ""
    note: str = ""

    @property
    def definition(self) -> Definition | None:
        """The version that holds in the year of the period."""
        return version_of(self.indicator.definitions.all(), self.period.year)

    @property
    def quotient(self) -> Decimal | None:
        """What numerator and denominator come to, in per cent for a share; None where one of them is missing."""
        if self.numerator is None or not self.denominator:
            return None
        times = HUNDRED if self.in_per_cent else Decimal(1)
        return (self.numerator * times / self.denominator).quantize(FINEST, ROUND_HALF_EVEN)

    @property
    def in_per_cent(self) -> bool:
        """Whether the figure is counted in hundredths."""
        definition = self.definition
        return bool(definition and (definition.share or definition.unit.strip().startswith("%")))

    @property
    def figure(self) -> Decimal | None:
        """The figure: as typed, or what its two parts come to."""
        return self.quotient if self.value is None else self.value

    def row(self) -> Observation:
        """The row that says it, not stored yet."""
        return Observation(
            indicator=self.indicator,
            kind=self.period.kind,
            year=self.period.year,
            part=self.period.part,
            place=self.place,
            dimension=self.dimension,
            category=self.category,
            state=State.FIGURE if self.applies else State.NOT_APPLICABLE,
            value=self.figure if self.applies else None,
            numerator=self.numerator if self.applies else None,
            denominator=self.denominator if self.applies else None,
            nature=self.nature,
            source=self.source,
            note=self.note,
        )


def faults_of(typed: Typed) -> Iterator[Fault]:
    """What cannot be stored of it, whatever the reason: the field and the sentence that says what to type."""
    definition = typed.definition
    if definition is None or definition.obtained != Obtained.ENTERED:
        yield (
            "period",
            _("In %(year)s this figure is computed; it is not typed.")
            % {"year": typed.period.year},
        )
        return
    yield from _faults_of_parts(typed)
    if typed.applies and typed.figure is not None:
        yield from _faults_of_figure(typed, definition)
    yield from _faults_of_place(typed, definition)


def _faults_of_parts(typed: Typed) -> Iterator[Fault]:
    above, below = typed.numerator, typed.denominator
    if not typed.applies:
        if (typed.value, above, below) != (None, None, None):
            yield "value", _("Type a figure, or tick that there is nothing to measure; not both.")
        return
    if (above is None) != (below is None):
        missing = "numerator" if above is None else "denominator"
        yield missing, _("Type both numerator and denominator, or neither.")
    elif below == 0:
        yield "denominator", _("Nothing can be divided by 0.")
    elif typed.figure is None:
        yield "value", _("Type the figure, or its numerator and denominator.")
    elif typed.value is not None and typed.quotient is not None and _differs(typed):
        words = _(
            "Numerator and denominator come to %(figure)s. Leave the figure empty, or correct it."
        )
        yield "value", words % {"figure": n(typed.quotient)}


def _differs(typed: Typed) -> bool:
    """Whether a figure is not its quotient, even rounded as it was typed."""
    value, quotient = typed.value or Decimal(0), typed.quotient or Decimal(0)
    exponent = value.as_tuple().exponent
    finest = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else FINEST
    return abs(value - quotient) >= finest


def _faults_of_figure(typed: Typed, definition: Definition) -> Iterator[Fault]:
    figure = typed.figure or Decimal(0)
    if abs(figure) >= LARGEST:
        yield "value", _("The figure is too long.")
    elif figure < 0 and not definition.below_zero:
        yield (
            "value",
            _("%(figure)s is below zero, which this indicator cannot be.") % {"figure": n(figure)},
        )
    elif definition.share and figure > HUNDRED:
        yield (
            "value",
            _("%(figure)s is more than 100%%, which a share cannot be.") % {"figure": n(figure)},
        )


def _faults_of_place(typed: Typed, definition: Definition) -> Iterator[Fault]:
    if bool(typed.category) != bool(typed.dimension):
        yield "category", _("Say both by what the figure is a part, and which part it is.")
    place = typed.place
    if place is None:
        return
    first = typed.period.first_day(definition.calendar)
    last = typed.period.last_day(definition.calendar)
    names = {"place": place.label, "period": typed.period.words}
    if place.valid_from and place.valid_from > last:
        day = f"{place.valid_from:%d/%m/%Y}"
        words = _("%(place)s exists since %(day)s only, not in %(period)s.")
        yield "place", words % {**names, "day": day}
    elif place.valid_to and place.valid_to < first:
        day = f"{place.valid_to:%d/%m/%Y}"
        words = _("%(place)s existed until %(day)s, not in %(period)s. Choose who came after it.")
        yield "place", words % {**names, "day": day}
