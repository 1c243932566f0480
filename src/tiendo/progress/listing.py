"""A list of tasks with the status of each: counted, sorted and cut into pages in a fixed number of queries."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Max, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce

from tiendo.plans.models import Assignment, AssignmentRole, Task
from tiendo.progress.looking_back import Then
from tiendo.progress.models import Occurrence
from tiendo.progress.pressing import NO_KEY, counted, day_in, pressing_sql, row_in, status_in
from tiendo.progress.status import Status
from tiendo.progress.wanted import Wanted, narrowed, within


@dataclass(frozen=True, slots=True)
class Line:
    """A task and the period that stands for it; both empty where the task is owed by nobody.

    `others` are the offices besides that of the period which stand no better.
    """

    task: Task
    pressing: Occurrence | None
    status: Status | None
    others: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """The lines of one page; `counts` of every status and `kinds` are of the list without those two filters."""

    page: Page
    lines: list[Line]
    counts: Counter[Status | None]
    kinds: Counter[str]

    @property
    def total(self) -> int:
        """How many tasks there are of this kind, whatever their status."""
        return self.counts.total()


def listing(
    tasks: QuerySet[Task], wanted: Wanted, today: date, then: Then | None = None
) -> Listing:
    """The page of `tasks` that is asked for; with `then` as they stood on that day.

    One query brings number, kind and pressing key of every task that fits; they are counted, sorted and
    cut here, so that counts, order and page come from one reading. Four more bring what the page shows.
    """
    found = _keys(narrowed(tasks, wanted, today), wanted, today, then)
    kinds, asked = Counter(kind for _, kind, _ in found), wanted.kinds
    fitting = [row for row in found if row[1] in asked]
    counts = counted(key for _, _, key in fitting)
    if statuses := wanted.statuses:
        fitting = [row for row in fitting if _status(row[2]) in statuses]
    page = Paginator(_in_order(fitting, wanted), wanted.rows).get_page(wanted.page)
    rows = list(page.object_list)
    shown_ones = lines_then(rows, then) if then else lines(rows, today, wanted.year)
    return Listing(page, shown_ones, counts, kinds)


Row = tuple[int, str, int | None]  # task, kind, key of its pressing period


def _keys(
    tasks: QuerySet[Task], wanted: Wanted, today: date, then: Then | None = None
) -> list[Row]:
    if then:
        pairs = _ordered(tasks, wanted).values_list("pk", "kind")
        keyed = [(pk, kind, then.key(pk, wanted.year)) for pk, kind in pairs]
        return [row for row in keyed if row[2] is not None or not wanted.year]
    pressed = _ordered(tasks, wanted).annotate(pressing=pressing_sql(today, within(wanted.year)))
    rows = pressed.values_list("pk", "kind", "pressing")
    return [row for row in rows if row[2] is not None or not wanted.year]


def _ordered(tasks: QuerySet[Task], wanted: Wanted) -> QuerySet[Task]:
    """Sorted by what the database knows best; status and deadline are in the keys."""
    document = ("plan", "kind", "position", "pk")
    down = wanted.sort.startswith("-")
    match wanted.order:
        case "number":
            return (
                tasks.order_by(*(f"-{name}" for name in document))
                if down
                else tasks.order_by(*document)
            )
        case "office":
            return _directed(tasks.annotate(by=_accountable()), document, down)
        case "report":
            return _directed(tasks.annotate(by=last_heard()), document, down)
    return tasks.order_by()


def _directed(tasks: QuerySet[Task], document: Sequence[str], down: bool) -> QuerySet[Task]:
    by = F("by").desc(nulls_last=True) if down else F("by").asc(nulls_last=True)
    return tasks.order_by(by, *document)


def _accountable() -> Subquery:
    leads = Assignment.objects.filter(task=OuterRef("pk"), role=AssignmentRole.LEAD)
    return Subquery(leads.order_by("-accountable", "position").values("agency__sort_key")[:1])


def last_heard() -> Subquery:
    """For a queryset of tasks: the day of the newest report on any of its periods."""
    owed_as = Coalesce(OuterRef("same_as"), OuterRef("pk"))
    periods = Occurrence.objects.filter(obligation__task=owed_as).order_by()
    heard = periods.values("obligation__task").annotate(heard=Max("last_reported_on"))
    return Subquery(heard.values("heard"))


def _in_order(rows: list[Row], wanted: Wanted) -> list[Row]:
    by: dict[str, Callable[[Row], int]] = {
        "status": lambda row: NO_KEY if row[2] is None else row[2],
        "deadline": lambda row: day_in(NO_KEY if row[2] is None else row[2]),
    }
    if wanted.order not in by:
        return rows
    return sorted(rows, key=by[wanted.order], reverse=wanted.sort.startswith("-"))


def _status(key: int | None) -> Status | None:
    return None if key is None else status_in(key)


def lines(rows: Sequence[Row], today: date, year: int | None = None) -> list[Line]:
    """These tasks with what a list shows of them, in this order, in four queries."""
    keys = {pk: key for pk, _, key in rows}
    tasks = shown(Task.objects.filter(pk__in=keys)).in_bulk()
    owed_as = {pk: task.same_as_id or pk for pk, task in tasks.items()}
    standing = _standing(owed_as.values(), today, year)
    pressing = Occurrence.objects.select_related("obligation__agency").in_bulk(
        [row_in(key) for key in keys.values() if key is not None]
    )
    return [
        Line(tasks[pk], None, None)
        if key is None
        else Line(
            tasks[pk],
            pressing[row_in(key)],
            status_in(key),
            standing[owed_as[pk], status_in(key)] - 1,
        )
        for pk, key in keys.items()
    ]


def lines_then(rows: Sequence[Row], then: Then) -> list[Line]:
    """The same as they stood on a past day, in two queries."""
    tasks = shown(Task.objects.filter(pk__in=[pk for pk, *_ in rows])).in_bulk()
    found = []
    for pk, _kind, key in rows:
        task, pressing = tasks[pk], then.pressing(pk)
        task.heard_on = then.heard.get(pk)  # type: ignore[attr-defined]
        if key is None or pressing is None:
            found.append(Line(task, None, None))
        else:
            found.append(Line(task, pressing, status_in(key), then.beside(pk, pressing)))
    return found


def _standing(tasks: Iterable[int], today: date, year: int | None) -> Counter[tuple[int, str]]:
    """How many offices have a period of each status, task by task."""
    rows = within(year).deciding().filter(obligation__task__in=list(tasks)).with_status(today)
    pairs = rows.values_list("obligation__task", "state")  # type: ignore[misc]
    counted_pairs = pairs.annotate(offices=Count("obligation", distinct=True))
    return Counter({(task, state): number for task, state, number in counted_pairs})


def shown(tasks: QuerySet[Task]) -> QuerySet[Task]:
    """With plan, offices and the day of the newest report, in two queries."""
    offices = Assignment.objects.select_related("agency", "group").order_by("position", "pk")
    return (
        tasks.order_by()
        .annotate(heard_on=last_heard())
        .select_related("plan", "same_as")
        .prefetch_related(Prefetch("assignments", offices))
    )


def worst_first(tasks: QuerySet[Task], today: date, then: Then | None = None) -> list[Row]:
    """Every one of these tasks with the key of its pressing period, the worst first."""
    return _in_order(_keys(tasks, Wanted(), today, then), Wanted())
