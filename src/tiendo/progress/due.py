"""What is due under the plans, of whom and when: what first screens, calendars and reminders are made of.

One list of one shape for everything an office or a person owes by a day. A body that is asked is in it with
`pressed` false: it is told, never pressed.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from django.db.models import F, Q
from django.urls import reverse

from tiendo.progress.models import (
    Contribution,
    Handler,
    Occurrence,
    OfficeReport,
    ReportState,
    Share,
    Step,
)


class DueKind(Enum):
    """What somebody has to do."""

    WORK = "work"  # a period of a task or duty ends
    REPORT = "report"  # the report of a round is to be handed in
    RETURNED = "returned"  # it came back and is to be corrected
    APPROVAL = "approval"  # the head is to approve it
    CONTRIBUTION = "contribution"  # a lead asked for a part
    HANDLING = "handling"  # the day inside the office
    STEP = "step"  # a step of long work


@dataclass(frozen=True, slots=True)
class Due:
    """One thing owed by a day. `person_id` is empty where the whole office is meant; `about` is data."""

    kind: DueKind
    row: int
    agency_id: int
    plan_id: int
    about: str
    due: date
    url: str
    person_id: int | None = None
    pressed: bool = True

    @property
    def key(self) -> str:
        """A name for it that stays the same from day to day: "work:12"."""
        return f"{self.kind.value}:{self.row}"


def dues_of(agencies: Collection[int], until: date) -> list[Due]:
    """What these offices owe up to `until`, soonest first, in five queries whatever their number."""
    sources = (_work, _reports, _contributions, _handling, _steps)
    found = [row for source in sources for row in source(agencies, until)]
    return sorted(found, key=lambda row: (row.due, row.kind.value, row.row))


def _work(agencies: Collection[int], until: date) -> Iterator[Due]:
    rows = Occurrence.objects.open().filter(obligation__agency__in=agencies, due__lte=until)
    rows = rows.filter(due__gte=F("watched_from"), obligation__task__same_as=None)
    waiting = ~Q(condition="") & Q(condition_met_on=None)
    for row in rows.exclude(waiting).select_related("obligation__task"):
        owed = row.obligation
        yield Due(
            kind=DueKind.WORK,
            row=row.pk,
            agency_id=owed.agency_id,
            plan_id=owed.task.plan_id,
            about=owed.task.text,
            due=row.due,  # type: ignore[arg-type]  # those without a day are not among them
            url=reverse("progress:report", args=[row.pk]),
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
    for row in rows.select_related("round"):
        yield Due(
            kind=REPORT_KINDS[ReportState(row.state)],
            row=row.pk,
            agency_id=row.agency_id,
            plan_id=row.round.plan_id,
            about=str(row.round),
            due=row.due,
            url=reverse("rounds:form", args=[row.pk]),
        )


def _contributions(agencies: Collection[int], until: date) -> Iterator[Due]:
    rows = Contribution.objects.filter(agency__in=agencies, report=None)
    rows = rows.filter(request__recalled_at=None, request__due__lte=until)
    for row in rows.select_related("request__occurrence__obligation__task"):
        yield Due(
            kind=DueKind.CONTRIBUTION,
            row=row.pk,
            agency_id=row.agency_id,
            plan_id=row.request.occurrence.obligation.task.plan_id,
            about=row.request.words,
            due=row.request.due,
            url=reverse("owing:contribution", args=[row.pk]),
            pressed=not row.invited,
        )


def _handling(agencies: Collection[int], until: date) -> Iterator[Due]:
    rows = Handler.objects.filter(obligation__agency__in=agencies, ended_at=None)
    rows = rows.filter(inner_due__lte=until, obligation__ended_on=None)
    for row in rows.select_related("obligation__task"):
        yield _inside(DueKind.HANDLING, row, row.inner_due, row.user_id)


def _steps(agencies: Collection[int], until: date) -> Iterator[Due]:
    rows = Step.objects.filter(obligation__agency__in=agencies, done_on=None)
    rows = rows.filter(due__lte=until, obligation__ended_on=None)
    for row in rows.select_related("obligation__task"):
        yield _inside(DueKind.STEP, row, row.due, row.user_id)


def _inside(kind: DueKind, row: Handler | Step, due: date | None, person: int | None) -> Due:
    """Something an office set itself."""
    task = row.obligation.task
    return Due(
        kind=kind,
        row=row.pk,
        agency_id=row.obligation.agency_id,
        plan_id=task.plan_id,
        about=row.text if isinstance(row, Step) else row.words or task.text,
        due=due,  # type: ignore[arg-type]  # those without a day are not among them
        url=reverse("progress:task", args=[task.pk]),
        person_id=person,
    )


def of_person(rows: Iterable[Due], person_id: int) -> list[Due]:
    """Those of a list that are this person's or of the whole office."""
    return [row for row in rows if row.person_id in (None, person_id)]
