"""The indicators that are asked for, with those their formulas are computed from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.functional import cached_property

from tiendo.indicators.formulas import Formula, FormulaError, parse
from tiendo.indicators.models import Definition, Indicator, Obtained

DEEPEST = 5  # formulas of formulas of formulas …


@dataclass(frozen=True)
class Known:
    """Indicators of one locality by key, each with the versions of what it means, the oldest first."""

    indicators: dict[int, Indicator] = field(default_factory=dict)
    versions: dict[int, list[Definition]] = field(default_factory=dict)

    @cached_property
    def by_code(self) -> dict[str, Indicator]:
        """The same by the code that formulas call them by."""
        return {each.code: each for each in self.indicators.values()}

    def version(self, indicator: Indicator, year: int) -> Definition | None:
        """What an indicator means in a year."""
        return version_of(self.versions[indicator.pk], year)

    def breaks(self, indicator: Indicator) -> frozenset[int]:
        """The first years of versions whose figures cannot be compared with those before."""
        versions = self.versions[indicator.pk]
        return frozenset(
            each.first_year for each in versions if each.first_year and not each.comparable
        )


def version_of(definitions: Iterable[Definition], year: int) -> Definition | None:
    """The version that holds in a year; None where there is none."""
    held = [each for each in definitions if (each.first_year or 0) <= year]
    return max(held, key=lambda each: each.number, default=None)


def known(locality_id: int, wanted: Iterable[int] | QuerySet[Any, Any]) -> Known:
    """These indicators and all that their formulas name: one query, and one for each depth of formulas."""
    rows = Definition.objects.filter(indicator__locality=locality_id)
    rows = rows.select_related("indicator__source_agency").order_by("indicator", "number")
    found, names = Known(), Q(indicator__in=wanted)
    for _depth in range(DEEPEST):
        fetched = list(rows.filter(names))
        for row in fetched:
            found.indicators.setdefault(row.indicator_id, row.indicator)
            found.versions.setdefault(row.indicator_id, []).append(row)
        missing = _named(fetched) - {each.code for each in found.indicators.values()}
        if not fetched or not missing:
            break
        names = Q(indicator__code__in=missing)
    return found


def _named(definitions: Iterable[Definition]) -> set[str]:
    """The codes that these are computed from."""
    computed = (row for row in definitions if row.obtained == Obtained.FORMULA)
    return {name for row in computed if (formula := formula_of(row)) for name in formula.names}


def formula_of(definition: Definition) -> Formula | None:
    """What a computed indicator is computed by; None where its formula cannot be read any more."""
    try:
        return parse(definition.formula)
    except FormulaError:
        return None
