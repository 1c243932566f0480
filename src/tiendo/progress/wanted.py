"""What a list of tasks is narrowed to, in which order and how many at a time: read from its address."""

from dataclasses import dataclass, fields, replace
from datetime import date
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict

from tiendo.plans.models import Assignment, AssignmentRole, Task, TaskKind
from tiendo.progress.models import Occurrence
from tiendo.progress.status import NEEDS_ATTENTION, Status
from vanban.text import fold

ATTENTION = "attention"
BOTH = "all"
SIZES = (25, 10, 100)
SORTS = ("status", "number", "office", "deadline", "report")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One way to look at a list of tasks; the names are those in its address, the defaults are left out there."""

    q: str = ""
    plan: int | None = None
    office: int | None = None
    role: str = ""
    status: str = ""
    year: int | None = None
    kind: str = TaskKind.TASK
    key: bool = False
    sort: str = SORTS[0]
    rows: int = SIZES[0]
    page: int = 1

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses asked for; none of them means every one."""
        if self.status == ATTENTION:
            return NEEDS_ATTENTION
        return (Status(self.status),) if self.status else ()

    @property
    def order(self) -> str:
        """What the list is sorted by, without its direction."""
        return self.sort.removeprefix("-")

    def but(self, **changes: object) -> str:
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
        status=status if status in (ATTENTION, *Status.values) else "",
        year=_number(query.get("year")),
        kind=kind if kind in (*TaskKind.values, BOTH) else TaskKind.TASK,
        key=query.get("key") == "1",
        sort=sort if sort.removeprefix("-") in SORTS else SORTS[0],
        rows=rows if rows in SIZES else SIZES[0],
        page=_number(query.get("page")) or 1,
    )


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None


def narrowed(tasks: QuerySet[Task], wanted: Wanted, today: date) -> QuerySet[Task]:
    """The tasks that `wanted` asks for by everything but kind and status."""
    if wanted.plan:
        tasks = tasks.filter(plan=wanted.plan)
    if wanted.key:
        tasks = tasks.filter(key=True)
    if wanted.office:
        tasks = tasks.filter(Exists(concerning(wanted.office, today, wanted.role)))
    if wanted.q:
        tasks = tasks.filter(holding(fold(wanted.q)))
    return tasks


def holding(words: str) -> Q:
    """The tasks that hold these folded words side by side, in their text or in the name of an office."""
    named = Assignment.objects.filter(task=OuterRef("pk"))
    by_name = Q(agency__fold__contains=words) | Q(group__fold__contains=words)
    return Q(fold__contains=words) | Exists(named.filter(by_name))


def concerning(agency_id: int, today: date, role: str = "") -> QuerySet[Assignment]:
    """For a queryset of tasks: the assignments of an office, by itself or in a group it belongs to today."""
    rows = Assignment.objects.filter(task=OuterRef("pk"))
    if role:
        rows = rows.filter(role=role)
    begun = Q(group__members__valid_from=None) | Q(group__members__valid_from__lte=today)
    lasting = Q(group__members__valid_to=None) | Q(group__members__valid_to__gte=today)
    member = Q(group__members__agency=agency_id) & begun & lasting
    return rows.filter(Q(agency=agency_id) | member)


def within(year: int | None) -> QuerySet[Occurrence]:
    """The periods that touch a year, or all of them."""
    rows = Occurrence.objects.order_by()
    if not year:
        return rows
    ends = Q(due=None) | Q(due__gte=date(year, 1, 1))
    return rows.filter(ends, starts__lte=date(year, 12, 31))
