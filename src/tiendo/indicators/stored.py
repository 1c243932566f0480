"""Verdicts straight from the database, by one query: of targets whose figures were entered for whole years."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import (
    Case,
    Exists,
    F,
    FloatField,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, ExtractYear, Least

from tiendo.indicators.aims import USUAL_TOLERANCE
from tiendo.indicators.judging.sql.verdicts import Query, verdicts
from tiendo.indicators.judging.values import Comparator, Direction, Form, Verdict
from tiendo.indicators.models import (
    Binding,
    Definition,
    Observation,
    Obtained,
    PeriodKind,
    State,
    Waypoint,
    WrittenVerdict,
)
from tiendo.plans.models import Target, TargetVersion

BASED = (Form.LEVEL, Form.MEAN_GROWTH)
# Without other goals in earlier years: targets whose words were changed are left to Python.
NO_FORMER = Query("SELECT id, since, comparator, low, high, strict FROM aims WHERE 1 = 0")


def verdicts_stored(
    targets: QuerySet[Target], today: date, tolerance: Decimal = USUAL_TOLERANCE
) -> dict[int, Verdict | None]:
    """The verdict of each of these targets by its key, as `judged_all` says it.

    None where figures are so near one another that Python has to decide. Left out, for Python too: targets that are
    not bound, that were changed, or whose figures come from registers, formulas, communes or parts of years.
    """
    bound = _bound(targets)
    tables = {
        "aims": _aims(bound, today, tolerance),
        "points": _points(bound),
        "breaks": _query(_breaks(bound), "indicator__bindings__target", "first_year"),
        "former": NO_FORMER,
        "path": _query(_path(bound), "binding__target", "year", "level"),
        "written": _query(_written(bound), "target", "day", "pk", "verdict"),
    }
    return verdicts(tables, today)


def _query(rows: QuerySet[Any], *columns: str) -> Query:
    sql, params = rows.order_by().values_list(*columns).query.sql_with_params()
    return Query(sql, params)


def _bound(targets: QuerySet[Target]) -> QuerySet[Binding]:
    """The bindings of targets that can be judged from whole years as they were entered."""
    computed = Definition.objects.filter(indicator=OuterRef("indicator"))
    computed = computed.exclude(obtained=Obtained.ENTERED)
    parts = Observation.objects.counting().filter(indicator=OuterRef("indicator"), dimension="")
    parts = parts.filter(~Q(kind=PeriodKind.YEAR) | Q(place__isnull=False))
    changed = TargetVersion.objects.filter(target=OuterRef("target"))
    rows = Binding.objects.filter(target__in=targets.order_by().values("pk"))
    rows = rows.exclude(target__ends=None, target__plan__last_year=None)
    return rows.filter(~Exists(computed), ~Exists(parts), ~Exists(changed))


def _aims(bound: QuerySet[Binding], today: date, tolerance: Decimal) -> Query:
    year = IntegerField()
    ends = Coalesce(ExtractYear("target__ends"), "target__plan__last_year", output_field=year)
    begun = ExtractYear("target__starts")
    rows = bound.annotate(
        comparator=Case(
            When(target__high__isnull=False, then=Value(Comparator.RANGE.value)),
            When(target__comparator="", then=Value(Comparator.EQUAL.value)),
            default=F("target__comparator"),
        ),
        direction=Coalesce(_meant("direction", today), Value(Direction.UP.value)),
        low=Cast("target__low", FloatField()),
        high=Cast("target__high", FloatField()),
        strict=Case(When(target__strict=True, then=1), default=0),
        until=ends,
        since=Least(
            Coalesce("first_year", begun, "target__plan__first_year", ends, output_field=year), ends
        ),
        tolerance=Value(float(tolerance), FloatField()),
        of_rates=Coalesce(Cast(_meant("rate", today), IntegerField()), 0),
    )
    since_base = Coalesce("base_year", F("since") - 1, output_field=year)
    rows = rows.annotate(base=Case(When(form__in=BASED, then=since_base)))
    goal = ("comparator", "direction", "low", "high", "strict")
    return _query(rows, "target", "form", *goal, "since", "until", "base", "tolerance", "of_rates")


def _meant(column: str, today: date) -> Subquery:
    """What the definition that holds today says."""
    held = Definition.objects.filter(indicator=OuterRef("indicator"))
    held = held.filter(Q(first_year=None) | Q(first_year__lte=today.year))
    return Subquery(held.order_by("-number").values(column)[:1])


def _points(bound: QuerySet[Binding]) -> Query:
    """The figures in the unit of the target, and the level of the base year where only the binding has it."""
    figures = Observation.objects.counting().of_the_whole()
    figures = figures.filter(state=State.FIGURE, indicator__bindings__in=bound.values("pk"))
    scaled = Cast("value", FloatField()) * Cast("indicator__bindings__scale", FloatField())
    entered = _query(
        figures.annotate(figure=scaled, covered=Value(12)),
        *("indicator__bindings__target", "year", "figure", "covered"),
    )
    there = figures.filter(indicator=OuterRef("indicator"), year=OuterRef("base_year"))
    bases = bound.filter(base_value__isnull=False, base_year__isnull=False).filter(~Exists(there))
    bases = bases.annotate(figure=Cast("base_value", FloatField()), covered=Value(12))
    known = _query(bases, "target", "base_year", "figure", "covered")
    return Query(f"{entered.sql} UNION ALL {known.sql}", [*entered.params, *known.params])


def _breaks(bound: QuerySet[Binding]) -> QuerySet[Definition]:
    rows = Definition.objects.filter(comparable=False, first_year__isnull=False)
    return rows.filter(indicator__bindings__in=bound.values("pk"))


def _path(bound: QuerySet[Binding]) -> QuerySet[Waypoint]:
    rows = Waypoint.objects.filter(binding__in=bound.values("pk"))
    return rows.annotate(level=Cast("value", FloatField()))


def _written(bound: QuerySet[Binding]) -> QuerySet[WrittenVerdict]:
    return WrittenVerdict.objects.filter(target__in=bound.values("target"))
