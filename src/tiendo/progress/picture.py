"""The rows of the timeline: each task of a plan with one box per period."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tiendo.plans.models import Plan, Task
from tiendo.progress import words
from tiendo.progress.models import Occurrence
from tiendo.progress.pressing import key_of, pressing_of
from tiendo.progress.status import Status
from tiendo.progress.wanted import Wanted, narrowed
from tiendo.ui.charts import timeline as charts
from tiendo.ui.looks import words_of

PAINT = {
    Status.OVERDUE: "bad",
    Status.DUE_SOON: "warn",
    Status.WAITING: "wait",
    Status.IN_PROGRESS: "acc",
}
KEYS = (
    Status.DONE,
    Status.DONE_LATE,
    Status.OVERDUE,
    Status.DUE_SOON,
    Status.IN_PROGRESS,
    Status.NO_REPORT,
    Status.WAITING,
    Status.NOTHING_AROSE,
    Status.NOT_DUE,
    Status.UNTRACKED,
)


@dataclass(frozen=True, slots=True)
class Strip:
    """One task for a narrow screen: itself, the period that presses most, its drawing."""

    task: Task
    pressing: Occurrence | None
    drawing: SafeString


@dataclass(frozen=True, slots=True)
class Picture:
    """The timeline drawn twice, for a desk and for a phone, and the same as rows of a table."""

    first_year: int
    last_year: int
    wide: SafeString
    axis: SafeString
    strips: list[Strip]
    years: range
    table: list[tuple[Task, list[list[Occurrence]]]]
    keys: list[tuple[SafeString, str]]
    today_key: SafeString


def picture(plan: Plan, wanted: Wanted, today: date) -> Picture:
    """The tasks that are wanted along the years, in the order of the document."""
    rows_of_plan = plan.tasks.listed().with_offices().filter(kind__in=wanted.kinds)
    tasks = list(narrowed(rows_of_plan, wanted, today).order_by("kind", "position", "pk"))
    periods = _by_task(tasks)
    first, last = _years(plan, [row for rows in periods.values() for row in rows], today)
    rows = [_row(task, periods[task.pk], last, today) for task in tasks]
    title = _("Timeline from %(first)s to %(last)s") % {"first": first, "last": last}
    chart = charts.Timeline(title, rows, first, last, today, heading=_("Task, lead office"))
    return Picture(
        first_year=first,
        last_year=last,
        wide=charts.wide(chart),
        axis=charts.strip_axis(chart),
        strips=[
            Strip(task, pressing_of(periods[task.pk], today), charts.strip(row, chart))
            for task, row in zip(tasks, rows, strict=True)
        ],
        years=range(first, last + 1),
        table=[(task, _in_years(periods[task.pk], first, last)) for task in tasks],
        keys=[(charts.key(state), words_of(state)) for state in KEYS],
        today_key=charts.key_of_today(),
    )


def _by_task(tasks: list[Task]) -> dict[int, list[Occurrence]]:
    owed_as = {task.pk: task.same_as_id or task.pk for task in tasks}
    rows = Occurrence.objects.deciding().filter(obligation__task__in=owed_as.values())
    found: dict[int, list[Occurrence]] = defaultdict(list)
    for row in rows.select_related("obligation").order_by("starts", "due", "pk"):
        found[row.obligation.task_id].append(row)
    return defaultdict(list, {task: found[other] for task, other in owed_as.items()})


def _years(plan: Plan, rows: list[Occurrence], today: date) -> tuple[int, int]:
    firsts = [row.starts.year for row in rows] + [plan.first_year or today.year]
    lasts = [row.deadline.year for row in rows if row.deadline] + [plan.last_year or today.year]
    return min(firsts), max(*lasts, min(firsts))


def _row(task: Task, periods: list[Occurrence], last: int, today: date) -> charts.Row:
    pressing = pressing_of(periods, today)
    status = pressing.status(today) if pressing else None
    leads = ", ".join(lead.whom.label for lead in task.leads)  # type: ignore[attr-defined]
    said = status in (Status.OVERDUE, Status.NO_REPORT, Status.WAITING, Status.IN_PROGRESS)
    return charts.Row(
        number=task.number,
        label=task.text,
        sub=" · ".join(filter(None, [leads, task.deadline_text])),
        boxes=[_box(group, last, today) for group in _stacked(periods).values()],
        url=reverse("progress:task", args=[task.pk]),
        remark=_remark(pressing, today) if pressing and said else "",
        remark_kind=PAINT.get(status, "") if status else "",
    )


def _stacked(periods: list[Occurrence]) -> dict[tuple[date, date | None], list[Occurrence]]:
    """Periods of the same days together: a group's members owe the same year each for itself."""
    found: dict[tuple[date, date | None], list[Occurrence]] = defaultdict(list)
    for row in periods:
        found[row.starts, row.deadline].append(row)
    return found


def _box(rows: list[Occurrence], last: int, today: date) -> charts.Box:
    worst = min(rows, key=lambda row: key_of(row, today))
    status = worst.status(today)
    title = f"{words.period(worst)}: {words_of(status)}"
    return charts.Box(worst.starts, worst.deadline or date(last, 12, 31), status.value, title)


def _remark(row: Occurrence, today: date) -> str:
    status = row.status(today)
    if status == Status.OVERDUE and row.deadline:
        late = words_of(status, days=(today - row.deadline).days)
        return f"{words.period(row)}: {late}"
    if status == Status.NO_REPORT:
        return words_of(status, months=words.silent_months(row, today))
    if status == Status.WAITING:
        return words_of(status)
    return words.remark(row, today)


def _in_years(periods: list[Occurrence], first: int, last: int) -> list[list[Occurrence]]:
    """For each year the periods that end in it; one without a day stands in its first year."""
    ends = [(row.due or row.starts).year for row in periods]
    return [
        [row for row, year in zip(periods, ends, strict=True) if year == column]
        for column in range(first, last + 1)
    ]
