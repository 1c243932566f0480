"""What an office owes, by when: its open periods in the order in which they should be looked at."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from tiendo.agencies.models import Agency
from tiendo.plans.models import AssignmentRole, Task
from tiendo.progress.listing import Line, lines, worst_first
from tiendo.progress.models import Occurrence
from tiendo.progress.status import Status
from tiendo.progress.wanted import concerning

MOST = 600  # open periods of one office that a page reads; more than this no office carries
HELPED = 10


@dataclass(frozen=True, slots=True)
class Group:
    """Periods that stand together under one heading; `bad` ones are red."""

    title: str
    rows: list[Occurrence]
    bad: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """`kept` and `done` count the periods done in time and at all; `helped` is of `helps` tasks."""

    groups: list[Group]
    helped: list[Line]
    helps: int
    leads: int
    kept: int
    done: int
    today: date

    @property
    def total(self) -> int:
        """How many open periods stand on the page."""
        return sum(len(group.rows) for group in self.groups)

    @property
    def plans(self) -> int:
        """How many plans they belong to."""
        return len({row.obligation.task.plan_id for group in self.groups for row in group.rows})

    @property
    def first(self) -> Occurrence | None:
        """What is most urgent."""
        return next((row for group in self.groups for row in group.rows), None)

    @property
    def days(self) -> list[tuple[date, int]]:
        """The next four days on which something falls due, with how much does."""
        dues = Counter(row.due for group in self.groups for row in group.rows if row.due)
        return sorted((day, number) for day, number in dues.items() if day >= self.today)[:4]


def office_of(agency: Agency, tasks: QuerySet[Task], today: date) -> Office:
    """What `agency` owes and helps with among these tasks."""
    leading = Exists(_assigned(agency, today, AssignmentRole.LEAD))
    helping = Exists(_assigned(agency, today, AssignmentRole.COORDINATING))
    rows = worst_first(tasks.filter(helping & ~leading), today)
    done = Occurrence.objects.filter(obligation__agency=agency, done_on__isnull=False)
    kept = Count("pk", filter=Q(due=None) | Q(done_on__lte=F("due")))
    counted = done.aggregate(kept=kept, done=Count("pk"))
    return Office(
        groups=groups_of(_open(agency), today),
        helped=lines(rows[:HELPED], today),
        helps=len(rows),
        leads=tasks.filter(leading).count(),
        today=today,
        **counted,
    )


def _assigned(agency: Agency, today: date, role: str) -> QuerySet:
    return concerning(agency.pk, today).filter(task=OuterRef("pk"), role=role)


def _open(agency: Agency) -> list[Occurrence]:
    rows = Occurrence.objects.open().filter(obligation__agency=agency)
    ordered = rows.order_by(F("due").asc(nulls_last=True), "starts", "pk")
    return list(ordered.select_related("obligation__task__plan")[:MOST])


def groups_of(rows: Iterable[Occurrence], today: date) -> list[Group]:
    """These open periods, given soonest first, under their headings; empty headings are left out."""
    found: dict[str, list[Occurrence]] = {}
    seen: set[int] = set()
    for row in rows:
        name = _heading(row, today)
        if (
            name != "later" or row.obligation_id not in seen
        ):  # of yearly work the next time is enough
            found.setdefault(name, []).append(row)
        if name != "backlog":
            seen.add(row.obligation_id)
    titles = _titles(today)
    return [Group(titles[name], found[name], name in BAD) for name in titles if name in found]


BAD = ("overdue", "silent")
NAMES = {
    Status.OVERDUE: "overdue",
    Status.NO_REPORT: "silent",
    Status.DUE_SOON: "soon",
    Status.WAITING: "waiting",
    Status.BACKLOG: "backlog",
}


def _titles(today: date) -> dict[str, str]:
    return {
        "overdue": _("Overdue"),
        "silent": _("Nothing heard for a year"),
        "soon": _("Due within 30 days"),
        "year": _("This year, %(year)s") % {"year": today.year},
        "later": _("Later"),
        "waiting": _("Waiting for a condition"),
        "backlog": _("Past periods to be entered"),
    }


def _heading(row: Occurrence, today: date) -> str:
    status = row.status(today)
    if status in NAMES:
        return NAMES[status]
    this_year = row.starts <= today and (row.due is None or row.due.year <= today.year)
    return "year" if this_year else "later"


def counted(agencies: Iterable[Agency], today: date) -> dict[int, Counter[str]]:
    """For each of these offices how many of its periods have each status, in one query."""
    rows = Occurrence.objects.filter(obligation__agency__in=agencies).with_status(today)
    pairs = rows.order_by().values_list("obligation__agency", "state")  # type: ignore[misc]
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for agency, state, number in pairs.annotate(n=Count("pk")):
        found[agency][state] = number
    return found
