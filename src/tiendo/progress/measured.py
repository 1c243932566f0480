"""What the registers say of a period of work: the figures its task is tied to."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from tiendo.agencies.models import Kind
from tiendo.plans.links import Part, Told, told_of_all
from tiendo.plans.models import Assignment, AssignmentRole
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

    Of what a commune owes only the rows that lie there count; of what each office of a group owes, those that name it.
    """
    known, found = list(occurrences), dict[int, list[Told]]()
    shared = _led_by_groups({row.obligation.task_id for row in known})
    parts: dict[Part | None, list[Occurrence]] = defaultdict(list)
    for row in known:
        parts[_part_of(row, shared)].append(row)
    for part, rows in parts.items():
        years = {row.pk: (row.obligation.task, year_of(row, today)) for row in rows}
        told = told_of_all(years.values(), part)
        found |= {key: told[task.pk, year] for key, (task, year) in years.items()}
    return found


def _led_by_groups(tasks: Collection[int]) -> set[int]:
    """Which of these tasks each office of a group owes for itself."""
    rows = Assignment.objects.filter(task__in=tasks, role=AssignmentRole.LEAD).exclude(group=None)
    return set(rows.values_list("task", flat=True)) if tasks else set()


def _part_of(occurrence: Occurrence, shared: Collection[int]) -> Part | None:
    """Whose rows count of a period; None: all of the locality."""
    office = occurrence.obligation.agency
    if office.kind == Kind.COMMUNE:
        return Part(office.pk, "place")
    return Part(office.pk, "office") if occurrence.obligation.task_id in shared else None
