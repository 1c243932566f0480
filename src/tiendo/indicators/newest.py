"""The figures that stand there already, shown beside those that are asked for."""

from collections.abc import Iterable

from tiendo.indicators.models import Indicator, Observation, PeriodKind, State
from tiendo.indicators.periods import Period

Figures = dict[int, Observation]


def by_year(indicator: Indicator) -> Figures:
    """The figures of years of the whole area, by year."""
    rows = indicator.observations.counting().of_the_whole().filter(kind=PeriodKind.YEAR)
    return {row.year: row for row in rows}


def newest_of(indicators: Iterable[int], period: Period) -> Figures:
    """The newest figure of the whole area before a period, of the same kind of period, by the key of the indicator."""
    rows = Observation.objects.counting().of_the_whole().filter(indicator__in=list(indicators))
    rows = rows.filter(kind=period.kind, year__lte=period.year, state=State.FIGURE)
    earlier = (row for row in rows if (row.year, row.part) < (period.year, period.part))
    return {row.indicator_id: row for row in sorted(earlier, key=lambda row: (row.year, row.part))}


def standing_of(indicators: Iterable[int], period: Period) -> Figures:
    """What is stored already of a period itself, by the key of the indicator."""
    rows = Observation.objects.counting().of_the_whole().filter(indicator__in=list(indicators))
    rows = rows.filter(kind=period.kind, year=period.year, part=period.part)
    return {row.indicator_id: row for row in rows}
