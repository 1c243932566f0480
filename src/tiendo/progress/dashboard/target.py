"""Everything that stands on the page of a target: the verdict in words, the chart, the figures, what feeds them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from tiendo.indicators.definitions import formula_of
from tiendo.indicators.entered import standing_of
from tiendo.indicators.figures import Figure
from tiendo.indicators.forecast import Forecast, Known, forecast
from tiendo.indicators.forecast_words import explained
from tiendo.indicators.judged import Judged, judged_all
from tiendo.indicators.judging.units import unit_of
from tiendo.indicators.judging.values import Form, Nature
from tiendo.indicators.judging.words import sentences
from tiendo.indicators.models import (
    Definition,
    Divergence,
    Gathering,
    Indicator,
    Observation,
    Obtained,
    PeriodKind,
)
from tiendo.indicators.odds import Fine, Finer
from tiendo.indicators.periods import Period
from tiendo.plans.models import Target, Task
from tiendo.progress.dashboard.pictures import chart_of, way_of
from tiendo.progress.dashboard.pictures import unit_of as chart_unit
from tiendo.progress.dashboard.reading import alike, fetched
from tiendo.progress.listing import Line, lines, worst_first
from tiendo.registers.register import REGISTERS
from tiendo.ui.charts import chart as charts
from tiendo.ui.charts.chart import Chart

MONEY = re.compile(r"đồng|USD", re.IGNORECASE)  # amounts that grow by rates
FINER = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF)


@dataclass(frozen=True, slots=True)
class Row:
    """A year in the table: the figure, and what the way to the goal asks of it, both in the unit of the indicator."""

    figure: Figure
    expected: Decimal | None


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures come from: its name, how, and the page to look at."""

    name: str
    how: str
    url: str


@dataclass(frozen=True, slots=True)
class Told:
    """A target as its page tells it."""

    judged: Judged
    sentences: list[str]
    chart: Chart
    rows: list[Row]
    forecast: Forecast | None
    others: list[Judged]
    sources: list[Source]
    divergences: list[Divergence]
    tasks: list[Line]

    @property
    def explained(self) -> list[str]:
        """How the forecast came about and what it cannot see."""
        return explained(self.forecast) if self.forecast else []

    @property
    def has_parts(self) -> bool:
        """Whether a figure keeps its numerator and denominator."""
        return any(row.figure.denominator is not None for row in self.rows)


def told_of(target: Target, today: date, locality_id: int, *, back: bool = False) -> Told:
    """All that is known of a target on `today`; with `back` only what was known on that day."""
    peers = list(fetched(_measured_alike(target, today)))
    judged, *others = judged_all([target, *peers], today, locality_id, back=back)
    found = forecast_of(judged, today, back=back)
    return Told(
        judged=judged,
        sentences=_sentences(judged),
        chart=chart_of(judged, others=alike(judged, others), forecast=_drawn(judged, found)),
        rows=list(_rows(judged)),
        forecast=found,
        others=others,
        sources=list(_sources(judged)),
        divergences=[] if back else _divergences(judged),  # they do not say when they were written
        tasks=_tasks(target, today),
    )


def _measured_alike(target: Target, today: date) -> QuerySet[Target]:
    """The other targets of the plan that are measured by the same indicator."""
    binding = getattr(target, "binding", None)
    rows = target.plan.targets.in_force(today).exclude(pk=target.pk)
    if binding is None or binding.indicator_id is None:
        return rows.none()
    return rows.filter(binding__indicator=binding.indicator_id)


def _sentences(judged: Judged) -> list[str]:
    if judged.aim is None:
        return [_("The plan does not say until when, so nothing can be held against it yet.")]
    return sentences(judged.judgement, judged.aim, unit_of(chart_unit(judged)))


def _rows(judged: Judged) -> Iterable[Row]:
    """The years, the newest first; a sum over the term asks nothing of one year."""
    adds_up = judged.aim is not None and judged.aim.form is Form.CUMULATIVE
    way = [] if adds_up else way_of(judged)
    scale = judged.binding.scale if judged.binding else Decimal(1)
    for year, figure in sorted(judged.figures.items(), reverse=True):
        asked = asked_of(way, year)
        yield Row(figure, None if asked is None else asked / scale)


def asked_of(way: Sequence[tuple[int, Decimal]], year: int) -> Decimal | None:
    """What the required way asks at the end of a year, straight between two levels; None outside of it."""
    for (start, low), (end, high) in pairwise(way):
        if start < year <= end:
            return round(low + (high - low) * (year - start) / (end - start), 4)
    return None


def forecast_of(judged: Judged, today: date, *, back: bool = False) -> Forecast | None:
    """Where the figures lead; None where they say nothing of it."""
    definition, aim = judged.definition, judged.aim
    if aim is None or definition is None or aim.form is Form.WORDS:
        return None
    known = Known(
        series=judged.series,
        lowest=None if definition.below_zero else Decimal(0),
        highest=Decimal(100) if definition.share else None,
        grows=aim.form is Form.MEAN_GROWTH or bool(MONEY.search(definition.unit)),
        finer=_finer(judged, definition, today if back else None),
    )
    years = range(today.year, max(aim.last_year, today.year) + 1)
    return forecast(aim, known, list(years), today=today)


def _finer(judged: Judged, definition: Definition, known_on: date | None) -> Finer | None:
    """The figures of shorter periods, those of the kind of which there are most."""
    adds_up = definition.over_time == Gathering.SUM
    usable = adds_up or definition.over_time == Gathering.LATEST
    if definition.obtained != Obtained.ENTERED or judged.binding is None or not usable:
        return None
    rows = Observation.objects.of_the_whole().filter(indicator=definition.indicator_id)
    by_kind: dict[str, list[Fine]] = {}
    for row in standing_of(rows.filter(kind__in=FINER), known_on):
        if row.value is None:
            continue
        period = Period(row.year, PeriodKind(row.kind), row.part)
        figure = Fine(period, row.value * judged.binding.scale, Nature(row.nature))
        by_kind.setdefault(row.kind, []).append(figure)
    if not by_kind:
        return None
    most = max(by_kind.values(), key=len)
    return Finer(tuple(most), flows=adds_up)


def _drawn(judged: Judged, found: Forecast | None) -> charts.Forecast | None:
    """A forecast as the chart has it: of levels and of years, not of the growth that bars show."""
    if found is None or not found.bands or judged.aim is None:
        return None
    if judged.aim.form is Form.MEAN_GROWTH:
        return None
    spreads = [charts.Spread(band.year, band.low, band.middle, band.high) for band in found.bands]
    return charts.Forecast(spreads, _("80 in 100"))


def _sources(judged: Judged) -> Iterable[Source]:
    """What the figures are taken from."""
    definition, indicator = judged.definition, judged.indicator
    if definition is None or indicator is None:
        return
    page = reverse("indicators:indicator", args=[indicator.pk])
    if definition.obtained == Obtained.MEASURE:
        register = REGISTERS.get(definition.register)
        measure = register.measure(definition.measure) if register else None
        if register and measure:
            url = reverse("registers:measure", args=[register, measure.slug])
            yield Source(str(register.title), str(measure.title), url)
    elif definition.obtained == Obtained.FORMULA:
        yield Source(indicator.name, definition.formula, page)
        yield from _parts(definition)
    else:
        names = dict.fromkeys(each.source for each in judged.figures.values() if each.source)
        for name in names:
            yield Source(name, _("entered"), page)


def _parts(definition: Definition) -> Iterable[Source]:
    """The indicators that a formula is computed from."""
    formula = formula_of(definition)
    locality = definition.indicator.locality_id
    rows = Indicator.objects.filter(locality=locality, code__in=formula.names if formula else ())
    for row in rows.select_related("source_agency"):
        office = row.source_agency.label if row.source_agency else ""
        yield Source(row.name, office or row.code, reverse("indicators:indicator", args=[row.pk]))


def _divergences(judged: Judged) -> list[Divergence]:
    if judged.indicator is None:
        return []
    return list(judged.indicator.divergences.all())


def _tasks(target: Target, today: date) -> list[Line]:
    """The tasks that serve a target with where they stand, the worst first."""
    rows = Task.objects.filter(serves__target=target)
    return lines(worst_first(rows, today), today)
