"""Measurements with the limits of the day they were sampled on, as the register shows and counts them."""

from decimal import Decimal
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    DecimalField,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Concat, Lower, Replace, Round
from django.db.models.lookups import GreaterThan, LessThan

from tiendo.environment.measuring import (
    DIVISORS,
    LEAST,
    WITHOUT_FACTOR,
    Limits,
    code_of,
    in_unit,
    limits,
    unit_of,
)
from tiendo.environment.models import Measurement
from tiendo.legal.models import LegalBase, Norm

FIGURE = DecimalField(max_digits=26, decimal_places=8)  # of what is divided by 1.000, too
DECIMALS = 8


def judged(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Measurements with the norms of their day: `most`, `least`, whether somebody `verified` them; and `exceeds`.

    A norm holds where its code and its days say so: a sample is never held against a norm of another day. `exceeds`
    is False too where no limit is known; `limits_of` tells the two apart.
    """
    most, least = _norm("highest", ""), _norm("lowest", LEAST)
    exact = Round(_in_its_unit(), precision=DECIMALS, output_field=FIGURE)
    limit = Round(most * _factor(), precision=DECIMALS, output_field=FIGURE)
    beyond = Q(GreaterThan(exact, limit)) | Q(LessThan(exact, least))
    exceeds = Case(
        When(beyond, then=Value(True)), default=Value(False), output_field=BooleanField()
    )
    return rows.annotate(most=most, least=least, verified=_verified(), exceeds=exceeds)


def limits_of(row: Any) -> Limits:
    """The limits of a measurement that `judged` fetched."""
    return limits(row.parameter, row.most, row.least, row.factor)


def value_of(row: Measurement) -> Decimal:
    """The value of a measurement in the unit of its parameter; the rules let no other one in."""
    value = in_unit(row.value, row.unit, unit_of(row.parameter))
    return row.value if value is None else value


def norms_of(row: Measurement) -> list[Norm]:
    """The norms that a measurement is held against."""
    code = code_of(row.standard.symbol, row.parameter, row.band)
    norms = Norm.objects.in_force(row.sampled_on).filter(locality=row.locality_id)
    return list(norms.filter(code__in=(code, code + LEAST)).order_by("code"))


def _code() -> Combinable:
    """The code of a measurement's norm as `code_of` makes it, from inside a query of norms.

    The symbol is fetched by a query of its own: a join would burden every count of measurements.
    """
    bases = LegalBase.objects.filter(pk=OuterRef(OuterRef("standard")))
    symbol: Any = Lower(Subquery(bases.values("symbol")[:1]))
    for mark in " :/":
        symbol = Replace(symbol, Value(mark), Value("-"))
    parts = (Value("-"), OuterRef("parameter"), Value("-"), OuterRef("band"))
    return Concat(symbol, *parts, output_field=CharField())


def _norms(ending: str) -> QuerySet[Norm]:
    day = OuterRef("sampled_on")
    code = Concat(_code(), Value(ending), output_field=CharField())
    found = Norm.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=day),
        locality=OuterRef("locality"),
        code=code,
        valid_from__lte=day,
    )
    return found.order_by("-valid_from", "-pk")


def _norm(value: str, ending: str) -> Subquery:
    return Subquery(_norms(ending).values(value)[:1], output_field=FIGURE)


def _verified() -> Coalesce:
    """Whether the norm was compared with its article: that of the most, else that of the least."""
    found = (Subquery(_norms(ending).values("verified")[:1]) for ending in ("", LEAST))
    return Coalesce(*found, output_field=BooleanField(null=True))


def _in_its_unit() -> Case:
    cases = [
        When(unit=unit.value, then=F("value") / Value(divisor, output_field=FIGURE))
        for (unit, _wanted), divisor in DIVISORS.items()
    ]
    return Case(*cases, default=F("value"), output_field=FIGURE)


def _factor() -> Case:
    without = [each.value for each in WITHOUT_FACTOR]
    return Case(
        When(parameter__in=without, then=Value(Decimal(1))),
        default=F("factor"),
        output_field=FIGURE,
    )
