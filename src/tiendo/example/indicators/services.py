"""Entering the example's indicators, figures and verdicts by the product's own services; and taking them out."""

from collections.abc import Mapping
from datetime import date, datetime, time

from django.utils import timezone

from tiendo.accounts.models import User
from tiendo.agencies.models import Agency, Locality
from tiendo.example.indicators.aims import BOUND, SAID
from tiendo.example.indicators.meanings import MEANINGS, Meant
from tiendo.example.indicators.told import OTHER_COUNT, WHY_DIFFERENT, Told, told
from tiendo.indicators import services
from tiendo.indicators.models import Binding, Indicator, Observation, WrittenVerdict
from tiendo.plans.models import Plan

Offices = Mapping[str, Agency]


def fill(plan: Plan, coordinator: User, today: date) -> None:
    """Define what the plan's targets are measured by, with what was known on `today`, and say how each is judged.

    Indicators of an example that was here before stay as they are, with their figures.
    """
    offices = {row.name: row for row in Agency.objects.filter(locality=plan.locality)}
    indicators = {row.code: row for row in Indicator.objects.filter(locality=plan.locality)}
    new = {
        each.code: services.define(
            indicator=_indicator(each, plan.locality, offices),
            definition=each.definition,
            actor=coordinator,
        )
        for each in MEANINGS
        if each.code not in indicators
    }
    for each in told(today):
        if each.code in new:
            _enter(each, new[each.code], offices, coordinator)
    _bind(plan, indicators | new, coordinator)
    _say(plan, coordinator, today)


def empty(locality: Locality) -> None:
    """Take every indicator of the locality out, with its figures."""
    Indicator.objects.filter(locality=locality).delete()


def _indicator(each: Meant, locality: Locality, offices: Offices) -> Indicator:
    source = offices[each.office] if each.office else None
    return Indicator(locality=locality, code=each.code, name=each.name, source_agency=source)


def _enter(each: Told, indicator: Indicator, offices: Offices, coordinator: User) -> None:
    """Enter a figure on the day on which it was known; where it differs from another count, say why."""
    row = services.observe(
        row=_observation(each, indicator, offices), actor=coordinator, now=_at(each.known)
    )
    if each is OTHER_COUNT:
        counting = services.same_period(row).get(counts=True)
        services.choose(row=counting, words=WHY_DIFFERENT, actor=coordinator)


def _observation(each: Told, indicator: Indicator, offices: Offices) -> Observation:
    return Observation(
        indicator=indicator,
        kind=each.kind,
        year=each.year,
        part=each.part,
        place=offices[f"Ủy ban nhân dân {each.commune}"] if each.commune else None,
        dimension=each.dimension,
        category=each.sex,
        value=each.value,
        nature=each.nature,
        source=each.source,
        note=each.note,
        comparable=each.comparable,
    )


def _bind(plan: Plan, indicators: Mapping[str, Indicator], coordinator: User) -> None:
    targets = {target.position: target for target in plan.targets.all()}
    work = {(task.kind, task.number): task for task in plan.tasks.all()}
    for each in BOUND:
        target = targets[each.position]
        binding = Binding(target=target, indicator=indicators.get(each.indicator), **each.facts)
        services.bind(binding=binding, waypoints={}, actor=coordinator)
        tasks = [work[named] for named in each.served_by]
        services.serve(target=target, tasks=tasks, actor=coordinator)


def _say(plan: Plan, coordinator: User, today: date) -> None:
    targets = {target.position: target for target in plan.targets.all()}
    for each in SAID:
        if each.day <= today:
            row = WrittenVerdict(
                target=targets[each.position], verdict=each.verdict, words=each.words, day=each.day
            )
            services.write_verdict(verdict=row, actor=coordinator, now=_at(each.day))


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(10, 5)))
