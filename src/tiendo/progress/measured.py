"""What the registers say of a period of work: the figures its task is tied to."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from tiendo.agencies.models import Kind
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
    """The same of many periods, by their keys: so many queries as there are registers, whatever their number.

    Of what a commune owes only the rows that lie there count.
    """
    found: dict[int, list[Told]] = {}
    by_place = sorted(occurrences, key=lambda row: _commune_of(row) or 0)
    for within, rows in groupby(by_place, key=_commune_of):
        years = {row.pk: (row.obligation.task, year_of(row, today)) for row in rows}
        told = told_of_all(years.values(), within)
        found |= {key: told[task.pk, year] for key, (task, year) in years.items()}
    return found


def _commune_of(occurrence: Occurrence) -> int | None:
    """The commune that owes a period; None where it is another office."""
    office = occurrence.obligation.agency
    return office.pk if office.kind == Kind.COMMUNE else None
