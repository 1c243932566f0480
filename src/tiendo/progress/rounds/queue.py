"""What waits for somebody in the rounds of a plan."""

from collections.abc import Iterable

from django.db.models import Count, F, Q, QuerySet

from tiendo.accounts.rights import APPROVE, REPORT, REVIEW, Standing
from tiendo.plans.models import Plan
from tiendo.progress.models import OfficeReport, ReportState

STILL = (ReportState.DRAFT, ReportState.RETURNED)


def taken() -> Q:
    """The reports that their rounds still take."""
    return Q(round__closed_at=None) | Q(let_in_at__gte=F("round__closed_at"))


def to_review(plan: Plan) -> QuerySet[OfficeReport]:
    """The reports that wait for the coordinator, those that wait longest first."""
    rows = OfficeReport.objects.filter(round__plan=plan, state=ReportState.SENT)
    return _shown(rows).order_by("sent_at", "pk")


def returned(plan: Plan) -> QuerySet[OfficeReport]:
    """The reports that were returned and have not come back."""
    rows = OfficeReport.objects.filter(round__plan=plan, first_sent_at__isnull=False)
    return _shown(rows.exclude(state__in=(ReportState.SENT, ReportState.ACCEPTED))).order_by(
        "reviewed_at", "pk"
    )


def _shown(rows: QuerySet[OfficeReport]) -> QuerySet[OfficeReport]:
    pieces = Count("entries", distinct=True)
    return rows.select_related("round", "agency", "written_by").annotate(pieces=pieces)


def of_offices(offices: Iterable[int]) -> QuerySet[OfficeReport]:
    """The reports these offices still owe in rounds that take them, the soonest first."""
    rows = OfficeReport.objects.filter(taken(), agency__in=list(offices))
    rows = rows.filter(state__in=(*STILL, ReportState.WITH_HEAD))
    return rows.select_related("round__plan", "agency").order_by("due", "pk")


def waiting_for(standing: Standing) -> QuerySet[OfficeReport]:
    """The reports that wait for this person: to be written, approved or reviewed."""
    mine = Q(pk__in=[])
    if standing.may(REVIEW):
        mine |= Q(state=ReportState.SENT)
    mine |= Q(agency__in=standing.offices(REPORT), state__in=STILL) & taken()
    mine |= Q(agency__in=standing.offices(APPROVE), state=ReportState.WITH_HEAD) & taken()
    return OfficeReport.objects.filter(mine, round__plan__locality=standing.locality_id)
