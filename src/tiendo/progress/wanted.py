"""What a list of tasks is narrowed to, in which order and how many at a time: read from its address."""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict

from tiendo.agencies.models import GroupMember, Succession
from tiendo.plans.models import Assignment, AssignmentRole, Task, TaskKind
from tiendo.progress.models import Occurrence, OccurrenceQuerySet
from tiendo.progress.pressing import SETTLED
from tiendo.progress.status import NEEDS_ATTENTION, Status
from vanban.text import fold

ATTENTION = "attention"
SETTLED_ONES = "settled"
GROUPS = {ATTENTION: NEEDS_ATTENTION, SETTLED_ONES: SETTLED}
BOTH, KEY = "all", "key"
SIZES = (25, 10, 100)
SORTS = ("status", "number", "office", "deadline", "report")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One way to look at a list of tasks; the names are those in its address, the defaults are left out there.

    `loosely` looks for words anywhere, not side by side; it is tried when nothing else was found.
    """

    q: str = ""
    plan: int | None = None
    office: int | None = None
    role: str = ""
    status: str = ""
    year: int | None = None
    kind: str = TaskKind.TASK
    sort: str = SORTS[0]
    rows: int = SIZES[0]
    page: int = 1
    loosely: bool = False
    ngay: str = ""  # the past day on which the list is looked at, kept in its links

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses asked for; none of them means every one."""
        if self.status in GROUPS:
            return GROUPS[self.status]
        return (Status(self.status),) if self.status else ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of task asked for; key tasks are looked for among both."""
        return (self.kind,) if self.kind in TaskKind.values else tuple(TaskKind.values)

    @property
    def order(self) -> str:
        """What the list is sorted by, without its direction."""
        return self.sort.removeprefix("-")

    def but(self, **changes: Any) -> str:
        """The address of this list with something changed, on its first page."""
        other = replace(self, **{"page": 1, **changes})
        default = Wanted()
        differing = {
            field.name: getattr(other, field.name)
            for field in fields(Wanted)
            if getattr(other, field.name) != getattr(default, field.name)
        }
        return "?" + urlencode(
            {name: 1 if value is True else value for name, value in differing.items()}
        )


def read_wanted(query: QueryDict) -> Wanted:
    """What an address asks for; a value that means nothing is as if it were not there."""
    status, kind, sort = query.get("status", ""), query.get("kind", ""), query.get("sort", "")
    rows = _number(query.get("rows"))
    return Wanted(
        q=query.get("q", "").strip()[:200],
        plan=_number(query.get("plan")),
        office=_number(query.get("office")),
        role=query.get("role", "") if query.get("role") in AssignmentRole.values else "",
        status=status if status in (*GROUPS, *Status.values) else "",
        year=_year(query.get("year")),
        kind=kind if kind in (*TaskKind.values, BOTH, KEY) else TaskKind.TASK,
        sort=sort if sort.removeprefix("-") in SORTS else SORTS[0],
        rows=rows if rows in SIZES else SIZES[0],
        page=_number(query.get("page")) or 1,
        ngay=query.get("ngay", "")[:10],
    )


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None


def _year(text: str | None) -> int | None:
    number = _number(text)
    return number if number and number <= date.max.year else None


def narrowed(tasks: QuerySet[Task], wanted: Wanted, today: date) -> QuerySet[Task]:
    """The tasks that `wanted` asks for by everything but kind and status."""
    if wanted.plan:
        tasks = tasks.filter(plan=wanted.plan)
    if wanted.kind == KEY:
        tasks = tasks.filter(key=True)
    if wanted.office:
        offices = concerning(wanted.office, today).filter(task=OuterRef("pk"))
        offices = offices.filter(role=wanted.role) if wanted.role else offices
        tasks = tasks.filter(Exists(offices))
    words = fold(wanted.q)
    for part in words.split() if wanted.loosely else [words]:
        tasks = tasks.filter(holding(part)) if part else tasks
    return tasks


def holding(words: str) -> Q:
    """The tasks that hold these folded words side by side, in their text or in the name of an office."""
    named = Assignment.objects.filter(task=OuterRef("pk"))
    by_name = Q(agency__fold__contains=words) | Q(group__fold__contains=words)
    return Q(fold__contains=words) | Q(Exists(named.filter(by_name)))


def concerning(agency: int | OuterRef, today: date) -> QuerySet[Assignment]:
    """The assignments of an office, or of one it follows, by itself or in a group it belongs to today."""
    groups = members_in_force(today).filter(agency=agency).values("group")
    followed = Succession.objects.filter(effective_on__lte=today)
    before = followed.filter(successor=agency).values("predecessor")
    long_before = followed.filter(successor__in=before).values("predecessor")
    named = Q(agency=agency) | Q(agency__in=before) | Q(agency__in=long_before)
    return Assignment.objects.filter(named | Q(group__in=groups))


def members_in_force(day: date) -> QuerySet[GroupMember]:
    """Which office belongs to which group on `day`."""
    begun = Q(valid_from=None) | Q(valid_from__lte=day)
    return GroupMember.objects.filter(begun, Q(valid_to=None) | Q(valid_to__gte=day))


def within(year: int | None) -> OccurrenceQuerySet:
    """The periods that touch a year, or all of them."""
    rows = Occurrence.objects.order_by()
    if not year:
        return rows
    ends = Q(due=None) | Q(in_force__gte=date(year, 1, 1))
    return rows.with_deadline().filter(ends, starts__lte=date(year, 12, 31))
