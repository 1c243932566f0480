"""What is due under the plans, of whom and when: what first screens, calendars and reminders are made of.

One list of one shape for everything an office or a person owes by a day. A body that is asked is in it with
`pressed` false: it is told, never pressed.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from django.db.models import F, Q, QuerySet, Value
from django.urls import reverse
from django.utils import translation
from django.utils.text import capfirst
from django.utils.timezone import localdate

from tiendo.plans.models import Task
from tiendo.progress.models import (
    Contribution,
    Direction,
    Extension,
    ExtensionState,
    Handler,
    Occurrence,
    OfficeReport,
    ReportState,
    Round,
    Share,
    Step,
)
from tiendo.progress.rounds.words import title
from tiendo.registers.due import due_rows


class DueKind(Enum):
    """What somebody has to do."""

    WORK = "work"  # a period of a task or duty ends
    REPORT = "report"  # the report of a round is to be handed in
    RETURNED = "returned"  # it came back and is to be corrected
    APPROVAL = "approval"  # the head is to approve it
    CONTRIBUTION = "contribution"  # a lead asked for a part
    HANDLING = "handling"  # the day inside the office
    STEP = "step"  # a step of long work
    DIRECTION = "direction"  # words of a leader are to be answered
    ROW = "row"  # a row of a register is to be seen to
    EXTENSION = "extension"  # an office asked for more time and somebody has to decide
    CONDITION = "condition"  # somebody outside has to decide before work begins
    DECIDED = "decided"  # news: more time was granted or refused
    AMENDED = "amended"  # news: a decision changes, adds or ends work
    WITHDRAWN = "withdrawn"  # news: such a decision holds no longer


NEWS = frozenset(
    {DueKind.DECIDED, DueKind.AMENDED, DueKind.WITHDRAWN}
)  # nothing to do: to be known
INSIDE = frozenset({DueKind.HANDLING, DueKind.STEP})  # days that an office set itself
OWED = (
    "obligation__agency",
    "obligation__task__plan",
    "obligation__task",
    "obligation__task__number",
    "obligation__task__text",
)
ASKED_FOR = (
    DueKind.WORK,
    DueKind.REPORT,
    DueKind.CONTRIBUTION,
    DueKind.HANDLING,
    DueKind.STEP,
    DueKind.DIRECTION,
    DueKind.ROW,
)


@dataclass(frozen=True, slots=True)
class Due:
    """One thing owed by a day. `person_id` is empty where the whole office is meant; `about` is data.

    `url` is where it is done, `see` where everybody with a role may look at it. `asked_on` is when it was
    last asked for. Of a CONDITION `due` is the day since which it is waited for, of news that of the decision;
    `words` then tell what was decided, `said` (data) what the decider wrote; of a ROW they tell what is to be
    done. `work` (data) is the work it belongs to, where `about` does not name it. A ROW belongs to no plan but to a
    `register`; `private` is a day of a register that the office set itself, `shared_by` the key of the office where
    each that keeps the register has the same row before it.
    """

    kind: DueKind
    row: int
    agency_id: int
    plan_id: int | None
    about: str
    due: date
    url: str
    see: str = ""
    obligation_id: int | None = None
    person_id: int | None = None
    pressed: bool = True
    asked_on: date | None = None
    words: str = ""
    said: str = ""
    work: str = ""
    register: str = ""
    private: bool = False
    shared_by: str = ""

    @property
    def key(self) -> str:
        """A name for it that stays the same from day to day: "work:12"."""
        named = (self.kind.value, self.register, str(self.row), self.shared_by)
        return ":".join(filter(None, named))

    @property
    def inside(self) -> bool:
        """Whether the office set the day itself: nobody above is told of it."""
        return self.private or self.kind in INSIDE


def dues_of(
    agencies: Collection[int], until: date, kinds: Collection[DueKind] = ASKED_FOR
) -> list[Due]:
    """What these offices owe up to `until`, soonest first, in one query for each of `kinds`; for INSIDE together.

    REPORT stands for what becomes of it as well: returned, or to be approved.
    """
    sources = {
        DueKind.WORK: _work,
        DueKind.REPORT: _reports,
        DueKind.CONTRIBUTION: _contributions,
        DueKind.DIRECTION: _directions,
        DueKind.ROW: _rows,
    }
    found = [row for kind in kinds if kind in sources for row in sources[kind](agencies, until)]
    if INSIDE.intersection(kinds):
        found += _inside(kinds, agencies, until)
    return sorted(found, key=lambda row: (row.due, row.kind.value, row.row))


def _work(agencies: Collection[int], until: date) -> Iterator[Due]:
    rows = Occurrence.objects.open().with_deadline().filter(obligation__agency__in=agencies)
    rows = rows.filter(in_force__lte=until, in_force__gte=F("watched_from"))  # type: ignore[misc]
    rows = rows.filter(obligation__task__same_as=None)
    waiting = ~Q(condition="") & Q(condition_met_on=None)
    for row in rows.exclude(waiting).select_related("obligation__task"):
        owed = row.obligation
        yield Due(
            kind=DueKind.WORK,
            row=row.pk,
            agency_id=owed.agency_id,
            plan_id=owed.task.plan_id,
            about=owed.task.text,
            due=row.deadline,  # type: ignore[arg-type]  # those without a day are not among them
            url=reverse("progress:report", args=[row.pk]),
            see=reverse("progress:task", args=[owed.task_id]),
            obligation_id=owed.pk,
            pressed=owed.share != Share.INVITED,
        )


REPORT_KINDS = {
    ReportState.DRAFT: DueKind.REPORT,
    ReportState.RETURNED: DueKind.RETURNED,
    ReportState.WITH_HEAD: DueKind.APPROVAL,
}


def _reports(agencies: Collection[int], until: date) -> Iterator[Due]:
    rows = OfficeReport.objects.filter(agency__in=agencies, due__lte=until)
    rows = rows.filter(round__closed_at=None, state__in=REPORT_KINDS)
    for row in rows.select_related("round__plan"):
        kind, see = REPORT_KINDS[ReportState(row.state)], reverse("rounds:report", args=[row.pk])
        form = f"{reverse('rounds:form', args=[row.round_id])}?co-quan={row.agency_id}"
        yield Due(
            kind=kind,
            row=row.pk,
            agency_id=row.agency_id,
            plan_id=row.round.plan_id,
            about=f"{capfirst(title(row.round))} · {row.round.plan.short_title}",
            due=row.due,
            url=see if kind is DueKind.APPROVAL else form,
            see=see,
            pressed=not row.invited,
            asked_on=row.nudged_at and localdate(row.nudged_at),
        )


def _contributions(agencies: Collection[int], until: date) -> Iterator[Due]:
    rows = Contribution.objects.filter(agency__in=agencies, report=None)
    rows = rows.filter(request__recalled_at=None, request__due__lte=until)
    yield from map(due_of_part, rows.select_related("request__occurrence__obligation__task"))


def due_of_part(row: Contribution) -> Due:
    """A part that is asked of an office, as something it owes."""
    task = row.request.occurrence.obligation.task
    return Due(
        kind=DueKind.CONTRIBUTION,
        row=row.pk,
        agency_id=row.agency_id,
        plan_id=task.plan_id,
        about=row.request.words,
        due=row.request.due,
        url=reverse("owing:contribution", args=[row.pk]),
        see=reverse("progress:task", args=[task.pk]),
        pressed=not row.invited,
    )


def _report_of(round_: Round) -> str:
    """The name of a report, as data: in the language of the house."""
    with translation.override("vi"):
        return capfirst(title(round_))


def _inside(kinds: Collection[DueKind], agencies: Collection[int], until: date) -> Iterator[Due]:
    """What these offices set themselves, of those of INSIDE that are among `kinds`; in one query."""
    sources = _set_inside(until)
    ours = {"obligation__agency__in": agencies, "obligation__ended_on": None}
    first, *others = [sources[kind].filter(**ours).order_by() for kind in kinds if kind in INSIDE]
    for kind, row, owed, due, person, agency, plan, task, *named, words in first.union(*others):
        see = reverse("progress:task", args=[task])
        yield Due(
            kind=DueKind(kind),
            row=row,
            agency_id=agency,
            plan_id=plan,
            about=words or named[1],
            due=due,
            url=see,
            see=see,
            obligation_id=owed,
            person_id=person,
            work=_named(Task(number=named[0], text=named[1])) if words else "",
        )


def _set_inside(until: date) -> dict[DueKind, QuerySet[Any, Any]]:
    """The days that offices set themselves up to `until`, with the same columns for both kinds."""
    given = Handler.objects.filter(ended_at=None, inner_due__lte=until)
    steps = Step.objects.filter(done_on=None, due__lte=until)
    return {
        DueKind.HANDLING: given.values_list(
            Value(DueKind.HANDLING.value), "pk", "obligation", "inner_due", "user", *OWED, "words"
        ),
        DueKind.STEP: steps.values_list(
            Value(DueKind.STEP.value), "pk", "obligation", "due", "user", *OWED, "text"
        ),
    }


def _directions(agencies: Collection[int], until: date) -> Iterator[Due]:
    rows = Direction.objects.filter(agency__in=agencies, due__lte=until)
    rows = rows.filter(answered_at=None, recalled_at=None)
    for row in rows.select_related("obligation__task", "office_report__round", "target"):
        plan, see, work = _said_on(row)
        yield Due(
            kind=DueKind.DIRECTION,
            row=row.pk,
            agency_id=row.agency_id,
            plan_id=plan,
            about=row.words,
            due=row.due,
            url=see,
            see=see,
            obligation_id=row.obligation_id,
            work=work,
        )


def _said_on(row: Direction) -> tuple[int, str, str]:
    """What leaders spoke of: its plan, where it stands, its name."""
    if row.obligation:
        task = row.obligation.task
        return task.plan_id, reverse("progress:task", args=[task.pk]) + "#chi-dao", _named(task)
    if row.target:
        see = reverse("dashboard:target", args=[row.target.pk]) + "#chi-dao"
        return row.target.plan_id, see, row.target.indicator
    see = reverse("rounds:report", args=[row.office_report_id]) + "#chi-dao"
    round_ = row.office_report.round  # type: ignore[union-attr]  # one of the three is there
    return round_.plan_id, see, _report_of(round_)


def _rows(agencies: Collection[int], until: date) -> Iterator[Due]:
    for row in due_rows(agencies, until):
        yield Due(
            kind=DueKind.ROW,
            row=row.pk,
            agency_id=row.agency_id,
            plan_id=None,
            about=row.about,
            due=row.day,
            url=row.url,
            see=row.url,
            words=str(row.words),
            register=row.register.slug,
            private=row.what.inside,
            shared_by=str(row.agency_id) if row.is_shared else "",
        )


def _named(task: Task) -> str:
    return f"{task.number}. {task.text}" if task.number else task.text


def conditions_of(agencies: Collection[int], until: date) -> list[Due]:
    """The work of these offices that waits for a decision from outside since `until` or longer; one query.

    Apart from `dues_of`: no office owes it, the standing office asks after it.
    """
    rows = Occurrence.objects.open().filter(obligation__agency__in=agencies)
    rows = rows.filter(starts__lte=until, condition_met_on=None).exclude(condition="")
    return [
        Due(
            kind=DueKind.CONDITION,
            row=row.pk,
            agency_id=row.obligation.agency_id,
            plan_id=row.obligation.task.plan_id,
            about=f"{row.obligation.task.text.rstrip(' .;')} — {_awaited(row)}",
            due=row.awaited_since,
            url=reverse("progress:condition", args=[row.pk]),
            see=reverse("progress:task", args=[row.obligation.task_id]),
            obligation_id=row.obligation_id,
            pressed=False,
        )
        for row in rows.select_related("obligation__task").order_by("starts", "pk")
    ]


def _awaited(row: Occurrence) -> str:
    """What is waited for, and behind it the body that must decide."""
    words = row.condition.strip(" ()")
    return f"{words} ({row.decider})" if row.decider else words


def extensions_of(agencies: Collection[int]) -> list[Due]:
    """What these offices asked more time for and nobody decided, the deadline that comes first first; one query.

    Apart from `dues_of`: who gave the work decides.
    """
    rows = Extension.objects.filter(occurrence__obligation__agency__in=agencies)
    rows = rows.filter(state=ExtensionState.ASKED, occurrence__in=Occurrence.objects.open())
    found = map(_extension, rows.select_related("occurrence__obligation__task"))
    return sorted(found, key=lambda row: (row.due, row.row))


def _extension(row: Extension) -> Due:
    owed = row.occurrence.obligation
    return Due(
        kind=DueKind.EXTENSION,
        row=row.pk,
        agency_id=owed.agency_id,
        plan_id=owed.task.plan_id,
        about=owed.task.text,
        due=row.occurrence.deadline,  # type: ignore[arg-type]  # what is asked for has one
        url=reverse("extensions:decide", args=[row.pk]),
        see=reverse("progress:task", args=[owed.task_id]),
        obligation_id=owed.pk,
        pressed=False,
    )


def of_person(rows: Iterable[Due], person_id: int) -> list[Due]:
    """Those of a list that are this person's or of the whole office."""
    return [row for row in rows if row.person_id in (None, person_id)]
