"""Which figures stood on a past day: those known by its end that no correction had replaced by then."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from tiendo.indicators.models import Observation
from tiendo.indicators.models.observations import ObservationQuerySet
from tiendo.indicators.services import SETTLED

DAY = timedelta(days=1)
PERIOD = ("indicator_id", "year", "kind", "part", "place_id", "dimension", "category")


def end_of(day: date) -> datetime:
    """The first moment after a day."""
    return timezone.make_aware(datetime.combine(day + DAY, time.min))


def standing(rows: ObservationQuerySet, day: date) -> list[Observation]:
    """Those of `rows` that stood for their period, place and part at the end of `day`, in one query.

    Of several sources the most settled one, of equally settled ones that which spoke first: which of them somebody
    chose later is not asked. What was deleted since is not there.
    """
    end = end_of(day)
    return _chosen(rows.filter(entered_at__lt=end).order_by("pk"), end)


def _chosen(rows: Iterable[Observation], end: datetime) -> list[Observation]:
    """Of rows in the order in which they were entered the one of each period that stood at `end`."""
    spoke: dict[tuple[Any, ...], int] = {}
    then: dict[tuple[Any, ...], list[Observation]] = defaultdict(list)
    for row in rows:
        period = tuple(getattr(row, name) for name in PERIOD)
        spoke.setdefault((*period, row.source), row.pk)
        if row.replaced_at is None or row.replaced_at >= end:
            then[period].append(row)
    return [
        max(some, key=lambda row: (SETTLED[row.nature], -spoke[*period, row.source]))
        for period, some in then.items()
    ]
