"""A plan at a glance: how its tasks and duties stand, counted from one reading of their pressing periods."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tiendo.plans.models import Plan, Task
from tiendo.progress.joined import given_by
from tiendo.progress.listing import Line, Row, lines, lines_then, worst_first
from tiendo.progress.looking_back import Then, rates_then
from tiendo.progress.models import Report
from tiendo.progress.pressing import (
    EPOCH,
    NO_DAY,
    SETTLED,
    counted,
    day_in,
    pressing_sql,
    status_in,
)
from tiendo.progress.rates.reading import Both, whole_of_plan
from tiendo.progress.status import NEEDS_ATTENTION, Status
from tiendo.progress.wanted import BOTH, SETTLED_ONES, Wanted

FIRST = 6  # how many of those to look at first
SOON = (Status.DUE_SOON, Status.BACKLOG)
CELLS = (
    ((Status.OVERDUE,), "f-bad"),
    ((Status.NO_REPORT,), "f-silent"),
    ((Status.DUE_SOON,), "f-warn"),
    ((Status.WAITING,), "f-wait"),
    ((Status.IN_PROGRESS,), "f-run"),
    (SETTLED, "f-ok"),
)
WIDTH, GAP = 1394, 6


@dataclass(frozen=True, slots=True)
class Cell:
    """One status on the bar: how many, the day that is nearest or longest ago, and where its piece lies."""

    status: Status
    count: int
    day: date | None
    url: str
    paint: str
    x: float = 0
    width: float = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """`first` are the lines to look at first, or those that come next when nothing is late or silent."""

    counts: Counter[Status | None]
    cells: list[Cell]
    others: list[Cell]
    first: list[Line]
    rates: Both
    reports: list[Report]

    @property
    def total(self) -> int:
        """How many tasks and duties are owed."""
        return self.counts.total()

    @property
    def silent(self) -> int:
        """How many nobody has reported on for a year."""
        return self.counts[Status.NO_REPORT]

    @property
    def soon(self) -> int:
        """How many fall due within 30 days."""
        return self.counts[Status.DUE_SOON]

    @property
    def pressing(self) -> int:
        """How many are late or silent."""
        return sum(self.counts[status] for status in NEEDS_ATTENTION)


def overview(plan: Plan, today: date, then: Then | None = None) -> Overview:
    """How a plan stands on `today`, in seven queries; with `then` as it stood on that day."""
    rows = [row for row in worst_first(plan.tasks.listed(), today, then) if row[2] is not None]
    counts = counted(key for *_, key in rows)
    cells = [_cell(statuses, paint, rows) for statuses, paint in CELLS]
    shown = {status for statuses, _ in CELLS for status in statuses}
    others = [_cell((status,), "f-mute", rows) for status in Status if status not in shown]
    return Overview(
        counts=counts,
        cells=_laid_out(cells, counts.total()),
        others=[cell for cell in others if cell.count],
        first=lines_then(_first(rows), then) if then else lines(_first(rows), today),
        rates=rates_then(plan, then) if then else whole_of_plan(plan, today),
        reports=latest_reports(plan, then.day if then else None),
    )


def _first(rows: list[Row]) -> list[Row]:
    """The late and the silent; when there are none, what falls due next."""
    for wanted in (NEEDS_ATTENTION, SOON):
        if found := [row for row in rows if row[2] is not None and status_in(row[2]) in wanted]:
            return found[:FIRST]
    return []


def _cell(statuses: tuple[Status, ...], paint: str, rows: Iterable[Row]) -> Cell:
    keys = [key for *_, key in rows if key is not None and status_in(key) in statuses]
    days = [day for day in map(day_in, keys) if day != NO_DAY]
    day = EPOCH + timedelta(days=min(days)) if days else None
    shown = statuses[0] if len(statuses) == 1 else Status.DONE
    asked = statuses[0].value if len(statuses) == 1 else SETTLED_ONES
    return Cell(shown, len(keys), day, Wanted().but(status=asked, kind=BOTH), paint)


def _laid_out(cells: list[Cell], total: int) -> list[Cell]:
    """The cells with their place on the bar, in proportion to their numbers."""
    filled = sum(cell.count > 0 for cell in cells)
    share = (WIDTH - GAP * max(0, filled - 1)) / max(1, sum(cell.count for cell in cells))
    x, placed = 0.0, []
    for cell in cells:
        width = cell.count * share if total else 0
        placed.append(Cell(cell.status, cell.count, cell.day, cell.url, cell.paint, x, width))
        x += width + (GAP if cell.count else 0)
    return placed


def latest_reports(plan: Plan, until: date | None, number: int = 5) -> list[Report]:
    """The newest reports on a plan, or those that were the newest by the end of a day."""
    rows = Report.objects.shown().filter(given_by(plan, "occurrence__obligation__task"))
    rows = rows.filter(reported_at__date__lte=until) if until else rows
    related = ("agency", "occurrence__obligation__task")
    return list(rows.select_related(*related)[:number])


def counts_by_plan(plans: Iterable[Plan], today: date) -> dict[int, Counter[Status]]:
    """For each of these plans how many tasks and duties have each status, in one query."""
    counts: dict[int, Counter[Status]] = defaultdict(Counter)
    tasks = Task.objects.listed().filter(plan__in=[plan.pk for plan in plans]).order_by()
    keyed = tasks.annotate(pressing=pressing_sql(today)).values_list("plan", "pressing")
    for plan, key in keyed:
        if key is not None:
            counts[plan][status_in(key)] += 1
    return counts
