"""Which work a round asks of which office."""

from datetime import date
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Value, When

from tiendo.plans.models import Plan, Task
from tiendo.progress.joined import given_by
from tiendo.progress.models import Occurrence, OfficeReport, Report, Share
from tiendo.progress.rounds.elsewhere import asked_there, before, place_of
from tiendo.progress.rounds.schedule import Span

REPORTING = (Share.CLOSES, Share.ADDS)
OPEN = Q(done_on=None, nothing_on=None)


def owed_in(plan: Plan, span: Span) -> QuerySet[Occurrence]:
    """The periods a plan's round over these days is about: begun, followed, and not over before that.

    Work that is owed with a task of another plan is among them.
    """
    past = OPEN & Q(in_force__isnull=False, in_force__lt=F("watched_from"))
    rows = Occurrence.objects.with_deadline().filter(
        given_by(plan),
        obligation__ended_on=None,
        starts__lte=span.cut_off,
        cancelled_on=None,
        closed_reason="",
    )
    return rows.exclude(past)


def asked_in(plan: Plan, span: Span) -> QuerySet[Occurrence]:
    """Those of `owed_in` still open, or answered within these days, that no other plan's round asks for already."""
    rows = owed_in(plan, span).filter(OPEN | Q(last_reported_on__gte=span.starts))
    joined = Exists(Task.objects.filter(same_as=OuterRef("obligation__task")))
    alone = Q(
        ~joined, obligation__task__plan=plan
    )  # asked first: it is cheap, and holds of most work
    return rows.filter(alone | ~Exists(asked_there(plan, span.cut_off, Q())))


def entries_of(report: OfficeReport) -> QuerySet[Occurrence]:
    """The periods on which this office has something to say in this round, in the order of the document.

    Those that are open, and those it wrote an entry on, whatever became of them. Work of another plan that
    is reported here comes last.
    """
    return with_places(report).filter(Q(place=None) | Q(pk__in=_written_in(report)))


def with_places(report: OfficeReport) -> QuerySet[Occurrence]:
    """Those of `entries_of` and those that another plan's round, opened before, asks for instead.

    Annotated with `place`, the key of the report that asks for it there; `shared`, whether several plans give
    the work; `foreign`, 1 for work of another plan.
    """
    plan, cut_off = report.round.plan, report.round.cut_off
    rows = Occurrence.objects.filter(
        Q(pk__in=_open_of(report).values("pk")) | Q(pk__in=_written_in(report))
    )
    joined = Task.objects.filter(same_as=OuterRef("obligation__task"))
    rows = rows.annotate(
        place=place_of(plan, cut_off, before(report.round)),
        shared=Exists(joined.exclude(plan=OuterRef("obligation__task__plan"))),
        foreign=Case(When(obligation__task__plan=plan, then=Value(0)), default=Value(1)),
    )
    return rows.select_related("obligation__task__plan__locality", "obligation__agency").order_by(
        "foreign", "-obligation__task__kind", "obligation__task__position", "starts", "pk"
    )


def _written_in(report: OfficeReport) -> QuerySet[Report, Any]:
    return Report.objects.filter(within=report).values("occurrence")


def _open_of(report: OfficeReport) -> QuerySet[Occurrence]:
    owed = owed_in(report.round.plan, span_of(report)).filter(obligation__agency=report.agency_id)
    return owed.filter(OPEN)


def span_of(report: OfficeReport) -> Span:
    """The days of the round of a report."""
    return Span(report.round.starts, report.round.cut_off)


def is_required(occurrence: Occurrence, today: date) -> bool:
    """Whether the report cannot go without a word on this: not while it waits for somebody outside."""
    waiting = bool(occurrence.condition) and occurrence.condition_met_on is None
    return not waiting and occurrence.starts <= today
