"""Which figures an office is asked for in a round, and what becomes of them when its report is accepted."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, prefetch_related_objects
from django.utils import translation
from django.utils.translation import gettext as _

from tiendo.history import services as history
from tiendo.indicators.definitions import known, version_of
from tiendo.indicators.models import Indicator, Observation, Obtained, PeriodKind, State
from tiendo.indicators.periods import Period
from tiendo.indicators.services import observe
from tiendo.plans.models import Target
from tiendo.progress.models import GivenFigure, NoFigure, OfficeReport, Round, RoundKind

PERIODS: Mapping[str, PeriodKind] = {
    RoundKind.MONTH: PeriodKind.MONTH,
    RoundKind.QUARTER: PeriodKind.QUARTER,
    RoundKind.HALF: PeriodKind.HALF,
    RoundKind.NINE_MONTHS: PeriodKind.NINE,
    RoundKind.YEAR: PeriodKind.YEAR,
}


def period_of(round_: Round) -> Period | None:
    """The period whose figures a round asks for; None on a special occasion, which has days and no period."""
    kind = PERIODS.get(round_.kind)
    return Period(round_.year, kind, round_.part) if kind else None


def may_ask() -> Exists:
    """For a queryset of reports, as `may_ask`: whether targets of the plan are measured by anything."""
    targets = Target.objects.filter(plan=OuterRef("round__plan"))
    return Exists(targets.filter(binding__indicator__isnull=False))


def figures_asked(report: OfficeReport) -> list[Indicator]:
    """The indicators whose figures this office gives, by which the plan's targets in force are judged.

    Nothing is asked of the database where the report was fetched with `may_ask` and nothing is measured.
    """
    if not getattr(report, "may_ask", True):
        return []
    return asked_by_office(report.round).get(report.agency_id, [])


def asked_by_office(round_: Round) -> dict[int, list[Indicator]]:
    """The indicators by which the plan's targets in force are judged, by the key of the office that gives the figure.

    Those that formulas are computed from are among them; in a period shorter than a year only what was ever given for
    such a period: nobody is asked every month for what is known once a year. One query where there are none, else
    three at most, and one for each depth of formulas.
    """
    period = period_of(round_)
    if period is None:
        return {}
    targets = Target.objects.filter(plan=round_.plan_id).in_force(round_.cut_off)
    bound = targets.filter(binding__indicator__isnull=False).order_by()
    rows = list(
        known(round_.plan.locality_id, bound.values("binding__indicator")).indicators.values()
    )
    prefetch_related_objects(rows, "definitions")
    rows = _given_so_often(rows, period)
    found: dict[int, list[Indicator]] = defaultdict(list)
    for row in sorted(rows, key=lambda each: each.fold):
        if row.source_agency_id and _is_typed(row, period.year):
            found[row.source_agency_id].append(row)
    return found


def _given_so_often(rows: list[Indicator], period: Period) -> list[Indicator]:
    """Those that are given for periods this short: all of them for a year, else those that ever were."""
    if period.kind == PeriodKind.YEAR or not rows:
        return rows
    seen = Observation.objects.filter(indicator__in=rows, kind=period.kind)
    known_ones = set(seen.order_by().values_list("indicator", flat=True).distinct())
    return [row for row in rows if row.pk in known_ones]


def _is_typed(indicator: Indicator, year: int) -> bool:
    definition = version_of(indicator.definitions.all(), year)
    return definition is not None and definition.obtained == Obtained.ENTERED


def unit_in(indicator: Indicator, year: int) -> str:
    """What an indicator is counted in, in a year."""
    definition = version_of(indicator.definitions.all(), year)
    return definition.unit if definition else ""


def answered(figures: Iterable[GivenFigure], asked: Iterable[Indicator]) -> tuple[int, int]:
    """How many of the figures asked for have an answer, and how many are asked for."""
    said = {row.indicator_id for row in figures if row.is_answer}
    keys = {row.pk for row in asked}
    return len(said & keys), len(keys)


def answered_in(round_: Round) -> dict[int, tuple[int, int]]:
    """For every office that is asked for figures in a round how many have an answer, and how many are asked for."""
    asked = asked_by_office(round_)
    if not asked:
        return {}
    given: dict[int, list[GivenFigure]] = defaultdict(list)
    for row in GivenFigure.objects.filter(within__round=round_).select_related("within"):
        given[row.within.agency_id].append(row)
    return {office: answered(given[office], rows) for office, rows in asked.items()}


def source_of(report: OfficeReport) -> str:
    """How the report is called as the source of a figure, in the language of the plans."""
    period = period_of(report.round)
    with translation.override(settings.LANGUAGE_CODE):
        told = {"office": report.agency.label, "period": period.words if period else ""}
        return (_("%(office)s, report of %(period)s") % told)[:200]


def keep_figures(report: OfficeReport, *, actor: Any, now: datetime) -> None:
    """Let the figures of an accepted report count; one that differs from what it gave before is a correction.

    Belongs inside the caller's transaction. What is computed by now is passed over.
    """
    period = period_of(report.round)
    rows = report.figures.select_related("indicator") if period else []
    for row in rows:
        if row.value is None and row.none != NoFigure.NOTHING:
            continue
        try:
            said = observe(row=_observed(row, period, report), actor=actor, now=now)
        except ValidationError:
            continue
        if row.observation_id != said.pk:
            row.observation = said
            history.save(row, actor=actor)


def _observed(row: GivenFigure, period: Any, report: OfficeReport) -> Observation:
    return Observation(
        indicator=row.indicator,
        kind=period.kind,
        year=period.year,
        part=period.part,
        state=State.FIGURE if row.value is not None else State.NOT_APPLICABLE,
        value=row.value,
        nature=row.nature,
        source=source_of(report),
        note=row.why,
    )
