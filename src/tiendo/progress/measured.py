"""What the registers say of a period of work: the figures its task is tied to."""

from collections.abc import Iterable
from datetime import date

from tiendo.plans.links import Told, told_of_all
from tiendo.progress.models import Occurrence


def year_of(occurrence: Occurrence, today: date) -> int:
    """The year whose figures belong to a period: its own, or for a span the present one, within the span."""
    if occurrence.year:
        return occurrence.year
    last = occurrence.deadline.year if occurrence.deadline else today.year
    return max(occurrence.starts.year, min(today.year, last)) if occurrence.starts else today.year


def told_for(occurrence: Occurrence, today: date) -> list[Told]:
    """What the registers say of the task of a period, in the year of the period."""
    return told_for_all([occurrence], today)[occurrence.pk]


def told_for_all(occurrences: Iterable[Occurrence], today: date) -> dict[int, list[Told]]:
    """The same of many periods, by their keys: so many queries as there are registers, whatever their number."""
    years = {row.pk: (row.obligation.task, year_of(row, today)) for row in occurrences}
    told = told_of_all(years.values())
    return {key: told[task.pk, year] for key, (task, year) in years.items()}
