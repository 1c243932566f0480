"""Writing what is measured, the figures, and how targets are held against them."""

from collections.abc import Iterable, Mapping
from copy import copy
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from tiendo.history import services as history
from tiendo.history.models import Cause
from tiendo.indicators.definitions import version_of
from tiendo.indicators.judging.values import Nature
from tiendo.indicators.models import (
    Binding,
    Definition,
    Divergence,
    Indicator,
    Observation,
    Obtained,
    Served,
    Waypoint,
    WrittenVerdict,
)
from tiendo.plans.models import Target, Task
from vanban.text import fold

# How far figures of a nature are settled: the further one stands for its period.
SETTLED: Mapping[str, int] = {Nature.ESTIMATE: 0, Nature.PRELIMINARY: 1, Nature.OFFICIAL: 2}
WHAT_COUNTS = ("state", "value", "numerator", "denominator", "nature", "note", "comparable")


@transaction.atomic
def define(*, indicator: Indicator, definition: Definition, actor: Any) -> Indicator:
    """Store a new indicator with the first version of what it means, or a changed name, code or office.

    Raises ValidationError for a code that is taken.
    """
    same = Indicator.objects.filter(locality=indicator.locality_id, code=indicator.code)
    if same.exclude(pk=indicator.pk).exists():
        raise ValidationError({"code": _("Another indicator has this code already.")})
    indicator.fold = fold(f"{indicator.code} {indicator.name}")[:400]
    history.save(indicator, actor=actor)
    definition.indicator = indicator
    if definition._state.adding:
        definition.number = 1
    history.save(definition, actor=actor)
    return indicator


@transaction.atomic
def redefine(*, definition: Definition, actor: Any) -> Definition:
    """Let a definition say something else.

    Where figures were accepted by it, the row stays and a new version begins with `first_year`: raises
    ValidationError without that year or a reason, or for a year not after the version before.
    """
    Indicator.objects.select_for_update().get(pk=definition.indicator_id)
    stored = Definition.objects.get(pk=definition.pk)
    if stored.frozen_at is None:
        history.save(definition, actor=actor, cause=Cause.CORRECTION)
        return definition
    latest = Definition.objects.filter(indicator=definition.indicator_id).latest("number")
    new = copy(definition)
    new.pk, new.number, new.frozen_at = None, latest.number + 1, None
    new._state.adding = True
    if new.first_year is None:
        raise ValidationError({"first_year": _("Say from which year on the new words hold.")})
    if latest.first_year and new.first_year <= latest.first_year:
        words = _("The version before begins with %(year)s; this one begins later.")
        raise ValidationError({"first_year": words % {"year": latest.first_year}})
    if not new.why.strip():
        raise ValidationError({"why": _("Say why it is changed: figures stand on it already.")})
    history.save(new, actor=actor, reason=new.why)
    return new


def same_period(row: Observation) -> QuerySet[Observation]:
    """The current figures of the indicator for the period, place and part of `row`, of every source."""
    return Observation.objects.current().filter(
        indicator=row.indicator_id,
        kind=row.kind,
        year=row.year,
        part=row.part,
        place=row.place_id,
        dimension=row.dimension,
        category=row.category,
    )


@transaction.atomic
def observe(*, row: Observation, actor: Any, now: datetime, reason: str = "") -> Observation:
    """Store a figure, and return the row that holds it.

    The same source again is a correction: a new version, and the one before stays as it was. Of several sources the
    more settled figure counts (official before preliminary before estimate); of equally settled ones the first does,
    until somebody chooses. The same figure again changes nothing. Raises ValidationError for an indicator that is
    computed.
    """
    indicator = Indicator.objects.select_for_update().get(pk=row.indicator_id)
    definition = version_of(indicator.definitions.all(), row.year)
    if definition is None or definition.obtained != Obtained.ENTERED:
        raise ValidationError(_("This figure is computed; it is not typed."))
    there = list(same_period(row))
    before = next((each for each in there if each.source == row.source), None)
    if before and all(getattr(before, name) == getattr(row, name) for name in WHAT_COUNTS):
        return before
    row.entered_at, row.entered_by, row.replaced_at = now, actor, None
    row.version = before.version + 1 if before else 1
    others = [each for each in there if each is not before]
    row.counts = _counts(row, before, others)
    _step_back(before, others if row.counts else [], actor, now)
    history.save(row, actor=actor, cause=Cause.CORRECTION if before else "", reason=reason)
    _freeze(definition, now)
    return row


def _counts(row: Observation, before: Observation | None, others: list[Observation]) -> bool:
    """Whether a figure stands for its period: where it did before, and where it is more settled than what does."""
    counting = next((each for each in others if each.counts), None)
    if counting is None:
        return True
    replaces = before is None or SETTLED[row.nature] > SETTLED[before.nature]
    return replaces and SETTLED[row.nature] > SETTLED[counting.nature]


def _step_back(
    before: Observation | None, others: list[Observation], actor: Any, now: datetime
) -> None:
    if before:
        before.counts, before.replaced_at = False, now
        history.save(before, actor=actor, cause=Cause.CORRECTION)
    for each in others:
        if each.counts:
            each.counts = False
            history.save(each, actor=actor)


def _freeze(definition: Definition, now: datetime) -> None:
    """From the first figure on the meaning stays."""
    Definition.objects.filter(pk=definition.pk, frozen_at=None).update(frozen_at=now)


@transaction.atomic
def choose(*, row: Observation, words: str, actor: Any) -> None:
    """Let the figure of one source stand for its period, and say why the sources differ.

    Raises ValidationError without words, or for a figure that was replaced meanwhile.
    """
    Indicator.objects.select_for_update().get(pk=row.indicator_id)
    there = {each.pk: each for each in same_period(row)}
    chosen = there.pop(row.pk, None)
    if chosen is None:
        raise ValidationError(_("This figure was corrected meanwhile; look at the newer one."))
    if not words.strip():
        raise ValidationError(_("Say why the sources differ, and why this one counts."))
    for each in there.values():
        if each.counts:
            each.counts = False
            history.save(each, actor=actor, reason=words)
    chosen.counts = True
    history.save(chosen, actor=actor, reason=words)
    place = {name: getattr(row, name) for name in ("indicator", "kind", "year", "part")}
    told = Divergence.objects.filter(**place).first() or Divergence(**place)
    told.words = words.strip()
    history.save(told, actor=actor)


@transaction.atomic
def take_out(*, row: Observation, reason: str, actor: Any) -> None:
    """Delete a figure with its reason; the most settled of the other sources stands for the period then."""
    Indicator.objects.select_for_update().get(pk=row.indicator_id)
    if not reason.strip():
        raise ValidationError(_("Say why the figure is taken out."))
    others = [each for each in same_period(row) if each.pk != row.pk]
    history.delete(row, actor=actor, reason=reason)
    heir = max(others, key=lambda each: (SETTLED[each.nature], -each.pk), default=None)
    if row.counts and heir:
        heir.counts = True
        history.save(heir, actor=actor, reason=reason)


@transaction.atomic
def bind(*, binding: Binding, waypoints: Mapping[int, Decimal], actor: Any) -> Binding:
    """Say how a target is judged, with the levels on the way; what was entered before is replaced.

    Raises ValidationError where the form needs an indicator and none is named.
    """
    Target.objects.select_for_update().get(pk=binding.target_id)
    if binding.form != "words" and binding.indicator_id is None:
        raise ValidationError({"indicator": _("Choose what the target is measured by.")})
    history.save(binding, actor=actor)
    there = {each.year: each for each in binding.waypoints.all()}
    for year, each in there.items():
        if year not in waypoints:
            history.delete(each, actor=actor)
    for year, value in waypoints.items():
        row = there.get(year) or Waypoint(binding=binding, year=year)
        row.value = value
        history.save(row, actor=actor)
    return binding


@transaction.atomic
def write_verdict(*, verdict: WrittenVerdict, actor: Any, now: datetime) -> WrittenVerdict:
    """Keep what somebody says of a target in words. Raises ValidationError without words."""
    if not verdict.words.strip():
        raise ValidationError({"words": _("Say what this rests on.")})
    verdict.by, verdict.written_at = actor, now
    history.save(verdict, actor=actor, reason=verdict.words[:500])
    return verdict


@transaction.atomic
def serve(*, target: Target, tasks: Iterable[Task], actor: Any) -> None:
    """Let exactly these tasks and duties work towards a target. Raises ValidationError for one of another plan."""
    Target.objects.select_for_update().get(pk=target.pk)
    wanted = {task.pk: task for task in tasks}
    if any(task.plan_id != target.plan_id for task in wanted.values()):
        raise ValidationError(_("That task belongs to another plan."))
    for row in target.served_by.all():
        if wanted.pop(row.task_id, None) is None:
            history.delete(row, actor=actor)
    history.add_all([Served(target=target, task=task) for task in wanted.values()], actor=actor)
