"""What the rows of a table would do: add, correct, leave as it is, ask, or not stand at all."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from tiendo.agencies.models import Agency, Kind
from tiendo.indicators.asking import Neighbours, asked_about
from tiendo.indicators.entering import says_the_same
from tiendo.indicators.judging.values import Nature
from tiendo.indicators.models import Indicator, Observation
from tiendo.indicators.periods import Period, read_period
from tiendo.indicators.sheets import reading
from tiendo.indicators.sheets.cells import (
    ABSENT,
    Asked,
    figure_of,
    nature_of,
    says_nothing,
)
from tiendo.indicators.sheets.reading import Given, Table
from tiendo.indicators.typed import Typed, faults_of
from tiendo.indicators.units import factor_between
from vanban.text import fold


class What(StrEnum):
    ADD = "add"
    CORRECT = "correct"
    SAME = "same"
    QUESTION = "question"
    ERROR = "error"


@dataclass(slots=True)
class Line:
    """A row of the table and what it would do. `before` stands there now; `faults` are by the field they are in."""

    given: Given
    typed: Typed | None = None
    before: Observation | None = None
    faults: dict[str, list[str]] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)
    reason: str = ""
    asked: bool = False  # a figure can be read in two ways

    @property
    def what(self) -> What:
        """What it would do."""
        if self.asked and not self.faults:
            return What.QUESTION
        if self.faults or self.typed is None:
            return What.ERROR
        if self.before and says_the_same(self.before, self.typed.row()):
            return What.SAME
        if self.doubts and not self.reason:
            return What.QUESTION
        return What.CORRECT if self.before else What.ADD

    @property
    def words(self) -> list[str]:
        """What is wrong, or asked."""
        return [each for some in self.faults.values() for each in some] + self.doubts

    def refuse(self, name: str, words: str) -> None:
        """Note what is wrong with a field."""
        self.faults.setdefault(name, []).append(words)


@dataclass(frozen=True, slots=True)
class About:
    """What a table is about, and what holds for its rows where they say nothing else.

    One of `indicator` and `period` is given: years of an indicator, or indicators of a period.
    """

    indicators: list[Indicator]
    today: date
    indicator: Indicator | None = None
    period: Period | None = None
    nature: str = Nature.PRELIMINARY
    source: str = ""
    answer: str = ""  # how 1.500 is to be read
    convert: bool = False  # to the unit of the indicator
    reasons: Mapping[int, str] = field(default_factory=dict)

    @property
    def first(self) -> str:
        """What the first column says."""
        return reading.PERIOD if self.indicator else reading.INDICATOR


class Comparison:
    """A table held against what is stored."""

    def __init__(self, table: Table, about: About) -> None:
        self.table, self.about = table, about
        self.asked: list[str] = []  # figures that can be read in two ways
        self.units: list[
            tuple[str, str, Decimal | None]
        ] = []  # the unit written, that of the indicator, the factor
        self._refuse_other_form()

    def _refuse_other_form(self) -> None:
        """Raise ValidationError for the form of another indicator or period."""
        code = self.table.said(reading.CODE_OF_FORM)
        if self.about.indicator and code and code != self.about.indicator.code:
            words = _("This form is of the indicator “%(code)s”. Bring it on the page of that one.")
            raise ValidationError(words % {"code": code})
        said = self.table.said(reading.PERIOD_OF_FORM)
        if self.about.period and said and read_period(said) != self.about.period:
            words = _("This form is of %(period)s. Choose that period first.")
            raise ValidationError(words % {"period": said})

    @cached_property
    def lines(self) -> list[Line]:
        """Every row that says something, in the order of the table."""
        found = [line for given in self.table.given if (line := self._line(given))]
        self._refuse_twice(found)
        self._compare(found)
        return found

    @property
    def counts(self) -> dict[str, int]:
        """How many rows do what."""
        whats = [line.what for line in self.lines]
        return {what.value: whats.count(what) for what in What if what in whats}

    @property
    def is_ready(self) -> bool:
        """Whether all of it can be stored as it stands, and there is something to store."""
        counts = self.counts
        wanted = counts.get(What.ADD, 0) + counts.get(What.CORRECT, 0)
        open_ = counts.get(What.QUESTION, 0) + counts.get(What.ERROR, 0)
        return bool(wanted) and not open_ and not self.asked and not self._unit_open

    @property
    def seen(self) -> list[int]:
        """The figures that the person was shown, which the table corrects."""
        return [line.before.pk for line in self.lines if line.before]

    @property
    def _unit_open(self) -> bool:
        strange = any(factor is None for *_units, factor in self.units)
        return strange or (bool(self.units) and not self.about.convert)

    def _line(self, given: Given) -> Line | None:
        """What a row says; None for one that has no figure: a blank erases nothing."""
        cells, line = given.cells, Line(given)
        said = [
            cells.get(name, "") for name in (reading.VALUE, reading.NUMERATOR, reading.DENOMINATOR)
        ]
        if all(says_nothing(each) for each in said):
            return None
        with _Refusing(line, reading.INDICATOR):
            indicator = self.about.indicator or self._indicator(cells.get(reading.INDICATOR, ""))
        with _Refusing(line, reading.PERIOD):
            period = self.about.period or read_period(cells.get(reading.PERIOD, ""))
        if line.faults:
            return line
        line.reason = self.about.reasons.get(given.line, "") or cells.get(reading.REASON, "")[:500]
        self._fill(line, Typed(indicator=indicator, period=period))
        return line

    def _fill(self, line: Line, empty: Typed) -> None:
        cells = line.given.cells
        facts: dict[str, Any] = {"indicator": empty.indicator, "period": empty.period}
        facts["applies"] = fold(cells.get(reading.VALUE, "")) not in ABSENT
        for name in (reading.VALUE, reading.NUMERATOR, reading.DENOMINATOR):
            if facts["applies"] or name != reading.VALUE:
                with _Refusing(line, name):
                    facts[name] = self._figure(cells.get(name, ""), empty, name)
        with _Refusing(line, reading.NATURE):
            facts["nature"] = nature_of(cells.get(reading.NATURE, "")) or self.about.nature
        with _Refusing(line, reading.PLACE):
            facts["place"] = self._place(cells.get(reading.PLACE, ""))
        facts["source"] = (cells.get(reading.SOURCE) or self.about.source or _source(empty))[:200]
        facts["note"] = cells.get(reading.NOTE, "")[:500]
        if not facts["source"]:
            line.refuse(
                reading.SOURCE, _("Say who gives the figure: type the source above the table.")
            )
        if not line.faults and not line.asked:
            line.typed = Typed(**facts)
            for name, words in faults_of(line.typed):
                line.refuse(name, words)

    def _figure(self, text: str, empty: Typed, name: str) -> Decimal | None:
        if text.endswith("%") and not empty.in_per_cent:
            raise ValidationError(
                _("This indicator is not counted in per cent: type it in its unit.")
            )
        try:
            figure = figure_of(text, self.about.answer)
        except Asked:
            self.asked.append(text)
            raise
        if figure is None or name != reading.VALUE:
            return figure
        factor = self._factor(empty)
        return figure if factor is None else figure * factor

    def _factor(self, empty: Typed) -> Decimal | None:
        """What figures are multiplied with where the table is in another unit; noted to be asked about."""
        definition = empty.definition
        written = self.table.unit
        if not written or definition is None or fold(written) == fold(definition.unit):
            return None
        factor = factor_between(written, definition.unit)
        if factor == 1:
            return None
        each = (written, definition.unit, factor)
        if each not in self.units:
            self.units.append(each)
        return factor

    @cached_property
    def _by_name(self) -> dict[str, Indicator]:
        rows = self.about.indicators
        return {fold(row.name): row for row in rows} | {fold(row.code): row for row in rows}

    def _indicator(self, text: str) -> Indicator:
        found = self._by_name.get(fold(text))
        if found is None:
            near = get_close_matches(fold(text), list(self._by_name), 1, 0.6)
            words = _("No indicator of this office is called “%(words)s”.") % {"words": text[:100]}
            if near:
                words += " " + _("Is “%(name)s” meant?") % {"name": self._by_name[near[0]].name}
            raise ValidationError(words)
        return found

    @cached_property
    def _communes(self) -> dict[str, Agency]:
        locality = self.about.indicators[0].locality_id if self.about.indicators else None
        rows = Agency.objects.filter(locality=locality, kind=Kind.COMMUNE).order_by("-pk")
        return {fold(name): row for row in rows for name in (row.name, row.short_name) if name}

    def _place(self, text: str) -> Agency | None:
        if not text:
            return None
        found = self._communes.get(fold(text))
        if found is None:
            raise ValidationError(_("No commune is called “%(words)s”.") % {"words": text[:100]})
        return found

    def _refuse_twice(self, lines: Iterable[Line]) -> None:
        known: dict[Any, int] = {}
        for line in lines:
            if line.typed is None:
                continue
            key = _key(line.typed)
            if key in known:
                words = _("Line %(line)s gives a figure of the same period and source already.")
                line.refuse(reading.PERIOD, words % {"line": known[key]})
            known.setdefault(key, line.given.line)

    def _compare(self, lines: list[Line]) -> None:
        """Find what stands there already, and ask about what is unusual; two queries for all."""
        typed = [line.typed for line in lines if line.typed]
        rows = Observation.objects.current().filter(
            indicator__in={each.indicator.pk for each in typed}
        )
        there = {_key(row): row for row in rows.select_related("entered_by")}
        counting = sorted(
            (row for row in there.values() if row.counts and row.value is not None),
            key=lambda row: (row.year, row.part),
            reverse=True,
        )
        for line in lines:
            if line.typed is None or line.faults:
                continue
            line.before = there.get(_key(line.typed))
            row = line.typed.row()
            if line.before and says_the_same(line.before, row):
                continue
            near = [*(each for each in counting if _alike(each, row)), *_above(lines, line, row)]
            beside = Neighbours.among(line.typed, near)
            self._ask(line, line.typed, beside)

    def _ask(self, line: Line, typed: Typed, beside: Neighbours) -> None:
        """Note what is unusual: refused where no reason would make it right, else asked."""
        for doubt in asked_about(typed, beside, self.about.today):
            if doubt.unless_reason:
                line.doubts.append(doubt.words)
            else:
                line.refuse(doubt.field, doubt.words)


class _Refusing:
    """Notes what a cell cannot mean in its line, in the place of raising it."""

    def __init__(self, line: Line, name: str) -> None:
        self.line, self.name = line, name

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: Any, error: Any, _trace: Any) -> bool:
        if isinstance(error, ValidationError):
            self.line.refuse(self.name, " ".join(error.messages))
            return True
        if isinstance(error, Asked):
            self.line.asked = True
            self.line.doubts.append(_("It can be read in two ways; answer above."))
            return True
        return False


def _source(typed: Typed) -> str:
    office = typed.indicator.source_agency
    return office.label if office else ""


def _key(row: Any) -> tuple[Any, ...]:
    """What only one current figure may have."""
    period = row.period if isinstance(row, Typed) else Period(row.year, row.kind, row.part)
    place = row.place.pk if row.place else None
    return (row.indicator.pk, period, place, row.dimension, row.category, row.source)


def _alike(one: Observation, other: Observation) -> bool:
    names = ("indicator_id", "kind", "place_id", "dimension", "category")
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _above(lines: Iterable[Line], line: Line, row: Observation) -> Iterator[Observation]:
    """The figures of the rows above a row that are of its kind: they are compared with, too."""
    for other in lines:
        if other is line:
            return
        if other.typed and not other.faults and not other.doubts:
            above = other.typed.row()
            if _alike(above, row) and above.value is not None:
                yield above


def marks_of(lines: Iterable[Line]) -> Iterator[tuple[int, str, str]]:
    """Which cells cannot stand: line, field, why; what is asked stands at the figure."""
    for line in lines:
        for name, some in line.faults.items():
            yield line.given.line, name, " ".join(some)
        if line.what == What.QUESTION:
            yield line.given.line, reading.VALUE, " ".join(line.doubts)
