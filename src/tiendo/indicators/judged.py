"""Targets with all that is known of them on a day: the indicator, the figures, the judgement."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import Prefetch, prefetch_related_objects

from tiendo.indicators.aims import TOLERANCE, USUAL_TOLERANCE, aim_of
from tiendo.indicators.back_then import end_of
from tiendo.indicators.definitions import Known, known
from tiendo.indicators.figures import Asked, Figure, OfYears, figures_of
from tiendo.indicators.judging.rule import judge
from tiendo.indicators.judging.values import (
    Aim,
    Form,
    Judgement,
    Nature,
    Point,
    Series,
    Verdict,
    Why,
    Written,
)
from tiendo.indicators.models import Binding, Definition, Indicator, WrittenVerdict
from tiendo.legal.models import Norm
from tiendo.plans.models import Target

YEARS_BEFORE = 5  # shown before the first year of a plan

# Worst first, as every list is.
URGENCY = (
    *(Verdict.MISSED, Verdict.AT_RISK, Verdict.BEHIND, Verdict.NO_DATA, Verdict.NOT_ASSESSABLE),
    *(Verdict.ON_COURSE, Verdict.MET, Verdict.NOT_DUE),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A target on a day. `figures` are in the unit of the indicator, `series` in that of the target."""

    target: Target
    binding: Binding | None
    definition: Definition | None
    aim: Aim | None
    judgement: Judgement
    figures: OfYears = field(default_factory=dict)
    series: Series = field(default_factory=Series)

    @property
    def indicator(self) -> Indicator | None:
        """What it is measured by."""
        return self.binding.indicator if self.binding else None

    @property
    def in_words(self) -> bool:
        """Whether somebody writes the verdict."""
        return _in_words(self.target)

    @property
    def written(self) -> WrittenVerdict | None:
        """What was written of it last; None where it has a figure."""
        rows = self.target.verdicts.all() if self.in_words else ()
        return next(iter(rows), None)

    @property
    def latest(self) -> Figure | None:
        """The figure of the last year that has one."""
        known = [each for each in self.figures.values() if each.value is not None]
        return max(known, key=lambda each: each.year, default=None)

    @property
    def is_as_of_now(self) -> bool:
        """Whether a figure rests on a register, which does not say how it stood on a past day."""
        return any(each.as_of_now for each in self.figures.values())

    @property
    def urgency(self) -> int:
        """Its place among targets: the worst first."""
        return URGENCY.index(self.judgement.verdict)


def judged_all(
    targets: Sequence[Target], today: date, locality_id: int, *, back: bool = False
) -> list[Judged]:
    """These targets as they stand on `today`, in the order given; with `back` by what was known on that day.

    The rows say already what was in force on that day. A fixed number of queries, and one or two for each register
    that figures are taken from.
    """
    known_on = today if back else None
    _fetch(targets, known_on)
    bindings = [binding for target in targets if (binding := binding_of(target))]
    names = known(locality_id, {row.indicator_id for row in bindings if row.indicator_id})
    asked = Asked(names, locality_id, first_year(targets, bindings, today), today, known_on)
    figures = figures_of(asked)
    tolerance = _tolerance(targets, today, locality_id)
    return [_judged(target, names, figures, today, tolerance) for target in targets]


def _fetch(targets: Sequence[Target], known_on: date | None) -> None:
    """Everything that is stored of these targets, asking only for what may be there."""
    prefetch_related_objects(targets, "plan", "binding__indicator", "binding__waypoints")
    worded = [each for each in targets if _in_words(each)]
    written = WrittenVerdict.objects.all()
    if known_on:
        written = written.filter(written_at__lt=end_of(known_on))
    prefetch_related_objects(worded, Prefetch("verdicts", written))
    changed = [each for each in targets if getattr(each, "amended_by", each.pk)]
    prefetch_related_objects(changed, "versions")


def _in_words(target: Target) -> bool:
    binding = binding_of(target)
    return target.low is None or bool(binding and binding.form == Form.WORDS)


def binding_of(target: Target) -> Binding | None:
    """How a target is judged; None while nobody said so."""
    return getattr(target, "binding", None)


def first_year(targets: Sequence[Target], bindings: Iterable[Binding], today: date) -> int:
    """The first year that is shown of these targets."""
    begun = [target.plan.first_year or today.year for target in targets]
    based = [row.base_year for row in bindings if row.base_year]
    return min([*(year - YEARS_BEFORE for year in begun), *based], default=today.year)


def _tolerance(targets: Iterable[Target], today: date, locality_id: int) -> Decimal:
    """How far "about" reaches by the norm of the day; asked only where a target says it."""
    if all(target.comparator != "about" for target in targets):
        return USUAL_TOLERANCE
    norm = Norm.objects.norm_on(TOLERANCE, today, locality_id)
    return norm.highest if norm and norm.highest is not None else USUAL_TOLERANCE


def _judged(
    target: Target,
    names: Known,
    figures: Mapping[int, OfYears],
    today: date,
    tolerance: Decimal,
) -> Judged:
    binding = binding_of(target)
    indicator = names.indicators.get(binding.indicator_id or 0) if binding else None
    definition = names.version(indicator, today.year) if indicator else None
    aim = aim_of(target, binding, definition, tolerance)
    here = figures.get(indicator.pk, {}) if indicator else {}
    series = _series(here, binding, names.breaks(indicator)) if binding and indicator else Series()
    return Judged(
        target=target,
        binding=binding,
        definition=definition,
        aim=aim,
        judgement=_judge(target, aim, series, today),
        figures=here,
        series=series,
    )


def _judge(target: Target, aim: Aim | None, series: Series, today: date) -> Judgement:
    if aim is None:
        return Judgement(verdict=Verdict.NOT_ASSESSABLE, why=Why.NO_TERM)
    rows = reversed(target.verdicts.all()) if _in_words(target) else ()  # the oldest first
    return judge(aim, series, today, [Written(Verdict(row.verdict), row.day) for row in rows])


def _series(figures: OfYears, binding: Binding, breaks: frozenset[int]) -> Series:
    """The figures in the unit of the target, with the level of the base year where only the binding has it."""
    points = [
        Point(each.year, each.value * binding.scale, each.nature, each.months)
        for each in figures.values()
        if each.value is not None
    ]
    base = binding.base_year
    if base and binding.base_value is not None and all(point.year != base for point in points):
        points.append(Point(base, binding.base_value, Nature.OFFICIAL))
    return Series(tuple(sorted(points, key=lambda point: point.year)), breaks)


def worst_first(rows: Iterable[Judged]) -> list[Judged]:
    """Targets by how much they need attention, then as the plan has them."""
    return sorted(rows, key=lambda each: (each.urgency, each.target.position))
