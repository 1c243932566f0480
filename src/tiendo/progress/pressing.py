"""Which one of a task's periods stands for it in a list: the one that should worry most.

The worst status decides. Among open periods of one status it is the one that falls due first, among
settled ones (done, done late, nothing arose) the latest. Two statements of one rule, for rows in hand
and for the database; a test compares them.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    F,
    Func,
    OuterRef,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Coalesce

from tiendo.progress.models import Occurrence, OccurrenceQuerySet
from tiendo.progress.status import DEADLINE, ORDER, Status, decisions

SETTLED = (Status.DONE_LATE, Status.DONE, Status.NOTHING_AROSE)
STATUSES = tuple(Status)
EPOCH = date(1970, 1, 1)
NO_DAY = 99_999  # later than every day, 10/10/2243

# The parts of the key of a period: place of its status, its day, the status itself, its row.
ROWS = 10**9
STATES = 100
DAYS = 10**6
NO_KEY = 2**63 - 1  # after every key


def rank_of(status: Status) -> int:
    """The place of a status when the pressing period is chosen: all settled ones share one."""
    return ORDER[SETTLED[0]] if status in SETTLED else ORDER[status]


def key_of(occurrence: Occurrence, today: date) -> int:
    """A number that is smaller the more pressing a period is; it ends in its status and row."""
    status = occurrence.status(today)
    due = occurrence.deadline
    days = (due - EPOCH).days if due else NO_DAY
    day = NO_DAY - days if status in SETTLED else days
    return ((rank_of(status) * DAYS + day) * STATES + ORDER[status]) * ROWS + occurrence.pk


def pressing_of(occurrences: Iterable[Occurrence], today: date) -> Occurrence | None:
    """The most pressing one of these periods; None of none."""
    return min(occurrences, key=lambda row: key_of(row, today), default=None)


def status_in(key: int) -> Status:
    """The status a key ends in."""
    return STATUSES[key // ROWS % STATES]


def counted(keys: Iterable[int | None]) -> Counter[Status | None]:
    """How many of these keys end in each status; a key may be None, for a task without periods."""
    places = Counter(None if key is None else key // ROWS % STATES for key in keys)
    return Counter(
        {None if place is None else STATUSES[place]: number for place, number in places.items()}
    )


def day_in(key: int) -> int:
    """The days from 1 January 1970 to the day a period is due; `NO_DAY` when it has none."""
    day = key // ROWS // STATES % DAYS
    return NO_DAY - day if status_in(key) in SETTLED else day


def row_in(key: int) -> int:
    """The primary key of the period a key ends in."""
    return key % ROWS


class DayNumber(Func):
    """The days since 1 January 1970, as every database counts them."""

    output_field = BigIntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "CAST(julianday(%(expressions)s) - 2440587.5 AS INTEGER)"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "(%(expressions)s - DATE '1970-01-01')"
        return self.as_sql(compiler, connection, template=template, **context)


def pressing_sql(today: date, occurrences: OccurrenceQuerySet | None = None) -> Subquery:
    """For a queryset of tasks: the key of the pressing one among `occurrences`, in one subquery."""
    rows = Occurrence.objects.all() if occurrences is None else occurrences
    owed_as = Coalesce(OuterRef("same_as"), OuterRef("pk"))  # joined work stands as the other does
    keys = rows.deciding().filter(obligation__task=owed_as).annotate(key=_key_sql(today))
    return Subquery(keys.order_by("key").values("key")[:1])


def _key_sql(today: date) -> Case:
    whens = [When(condition, then=_packed(status)) for condition, status in decisions(today)]
    return Case(*whens, output_field=BigIntegerField())


def _packed(status: Status) -> CombinedExpression:
    days = Coalesce(DayNumber(DEADLINE), Value(NO_DAY))
    day = NO_DAY - days if status in SETTLED else days
    constant = (rank_of(status) * DAYS * STATES + ORDER[status]) * ROWS
    return day * Value(STATES * ROWS) + Value(constant) + F("pk")
