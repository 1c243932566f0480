"""The things an office has to do as rows of one list, under the headings of when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from tiendo.plans.models import Plan
from tiendo.progress.due import REPORT_KINDS, Due, DueKind
from tiendo.progress.models import Occurrence, OfficeReport, ReportState
from tiendo.progress.reporters import is_open
from tiendo.progress.rounds.writing import door_of
from tiendo.progress.status import Status
from tiendo.ui.weeks import end_of_week, last_of


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do. `period` is there for work, `report` for the report of a round; `about` is data, and so is
    `work`, to which it belongs where `about` does not name it.

    `url` is where it is done, `see` where one may look at it. `due` may be empty for work.
    """

    kind: DueKind
    row: int
    due: date | None
    url: str
    see: str
    about: str = ""
    pressed: bool = True
    period: Occurrence | None = None
    report: OfficeReport | None = None
    person_id: int | None = None
    work: str = ""
    words: str = ""  # what is to be done, where the kind does not say it
    register: str = ""

    @property
    def key(self) -> str:
        """A name for it: "work:12"."""
        return ":".join(filter(None, (self.kind.value, self.register, str(self.row))))

    @property
    def plan(self) -> Plan | None:
        """The plan it belongs to, where that is at hand."""
        if self.period:
            return self.period.obligation.task.plan
        return self.report.round.plan if self.report else None


@dataclass(frozen=True, slots=True)
class Group:
    """Things that stand together under one heading; `bad` ones are red."""

    title: str
    rows: list[Todo]
    bad: bool = False


def of_period(row: Occurrence) -> Todo:
    """A period of work; its obligation, task and plan have to be fetched with it."""
    task = row.obligation.task
    return Todo(
        kind=DueKind.WORK,
        row=row.pk,
        due=row.deadline,
        url=reverse("progress:report", args=[row.pk]),
        see=reverse("progress:task", args=[task.pk]),
        about=f"{task.number}. {task.text}" if task.number else task.text,
        period=row,
    )


def of_report(row: OfficeReport) -> Todo:
    """The report of a round that is still to be written, corrected or approved."""
    kind, see = REPORT_KINDS[ReportState(row.state)], reverse("rounds:report", args=[row.pk])
    form = f"{reverse('rounds:form', args=[row.round_id])}?co-quan={row.agency_id}"
    return Todo(
        kind=kind,
        row=row.pk,
        due=row.due,
        url=see if kind is DueKind.APPROVAL else form,
        see=see,
        pressed=not row.invited,
        report=row,
    )


def of_due(row: Due) -> Todo:
    """A part that was asked for, a day the office set itself, or a row of a register."""
    return Todo(
        kind=row.kind,
        row=row.row,
        due=row.due,
        url=row.url,
        see=row.see,
        about=row.about,
        pressed=row.pressed,
        person_id=row.person_id,
        work=row.work,
        words=row.words,
        register=row.register,
    )


def is_owed(row: OfficeReport) -> bool:
    """Whether a report is still to be handed in, and its round takes it."""
    return row.state in REPORT_KINDS and door_of(row).is_open


def grouped(rows: Iterable[Todo], today: date) -> list[Group]:
    """These things, soonest first, under their headings; of yearly work to come the next time is enough."""
    found: dict[str, list[Todo]] = {}
    seen: set[int] = set()
    for row in sorted(rows, key=_order):
        name, owed = _heading(row, today), row.period.obligation_id if row.period else 0
        if name != "later" or owed not in seen:
            found.setdefault(name, []).append(row)
        if owed and name != "backlog":
            seen.add(owed)
    return [Group(title, found[name], name in BAD) for name, title in _titles() if name in found]


def _order(row: Todo) -> tuple[date, str, int]:
    return (row.due or date.max, row.kind.value, row.row)


BAD = ("overdue", "silent")
NAMES = {
    Status.OVERDUE: "overdue",
    Status.NO_REPORT: "silent",
    Status.WAITING: "waiting",
    Status.BACKLOG: "backlog",
}


def _titles() -> Sequence[tuple[str, str]]:
    return (
        ("overdue", _("Overdue")),
        ("silent", _("Nothing heard for a long time")),
        ("week", _("This week")),
        ("month", _("This month")),
        ("later", _("After that")),
        ("asked", _("Asked for, and never pressed")),
        ("waiting", _("Waiting for a condition")),
        ("backlog", _("Past periods to be entered")),
    )


def _heading(row: Todo, today: date) -> str:
    if row.period and (name := NAMES.get(row.period.status(today))):
        return name
    if row.due is None or row.due > last_of(today):
        return "week" if row.due and row.due <= end_of_week(today) else "later"
    if row.due < today:
        return "overdue" if row.pressed else "asked"
    return "week" if row.due <= end_of_week(today) else "month"


def may_be_reported(row: Todo, today: date) -> bool:
    """Whether something can be said on it now: work that has begun, and everything that is no work."""
    return row.period is None or is_open(row.period, today)
