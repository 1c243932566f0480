"""Whether the formula of an indicator can stand among those that are there."""

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _

from tiendo.indicators.definitions import formula_of
from tiendo.indicators.formulas import (
    DivisionByZero,
    Formula,
    FormulaError,
    cycle,
    parse,
    unknown,
)
from tiendo.indicators.models import Definition, Indicator, Obtained

# Two rows of figures that share nothing: what is 0 for both is 0 for all that people write.
MADE_UP = (2, 3, 5, 7, 11, 13), (17, 23, 31, 41, 53, 67)


def fault_of_formula(indicator: Indicator, text: str) -> str:
    """What is wrong with a formula of `indicator`, in a sentence; "" where it can stand."""
    try:
        formula = parse(text)
    except FormulaError as error:
        return error.words
    others = Indicator.objects.filter(locality=indicator.locality_id).exclude(pk=indicator.pk)
    codes = set(others.values_list("code", flat=True))
    if words := unknown(formula, codes | {indicator.code}):
        return words
    around = cycle(formulas_beside(indicator) | {indicator.code: formula})
    if around:
        told = _("It is computed from itself: %(codes)s. Take one of these codes out of a formula.")
        return told % {"codes": " → ".join(around)}
    return _by_zero(formula)


def formulas_beside(indicator: Indicator) -> dict[str, Formula]:
    """The formulas of the other indicators, by code; of several versions the newest."""
    rows = Definition.objects.filter(
        indicator__locality=indicator.locality_id, obtained=Obtained.FORMULA
    )
    rows = rows.exclude(indicator=indicator.pk).select_related("indicator").order_by("number")
    return {row.indicator.code: formula for row in rows if (formula := formula_of(row))}


def users_of_code(indicator: Indicator) -> list[Indicator]:
    """The indicators whose formulas, of any version, name this one."""
    rows = Definition.objects.filter(
        indicator__locality=indicator.locality_id, obtained=Obtained.FORMULA
    )
    naming = (row for row in rows.select_related("indicator") if indicator.code in _names(row))
    return list(dict.fromkeys(row.indicator for row in naming))


def _names(row: Definition) -> Iterable[str]:
    formula = formula_of(row)
    return formula.names if formula else ()


def _by_zero(formula: Formula) -> str:
    """What to say of a formula that divides by 0 whatever its figures are; "" for all others."""
    outcomes = []
    for figures in MADE_UP:
        repeated = figures * (len(formula.names) // len(figures) + 1)
        values = {name: Decimal(each) for name, each in zip(formula.names, repeated, strict=False)}
        outcomes.append(formula.evaluate(values))
    zero = all(isinstance(each, DivisionByZero) for each in outcomes)
    return str(outcomes[0]) if zero else ""
