"""Which evidence somebody may open and change, and where the same file stands a second time."""

from collections.abc import Iterable, Mapping

from django.db.models import Q, QuerySet

from tiendo.accounts.access import reach
from tiendo.accounts.rights import APPROVE, REPORT, REPORT_FOR_ALL, Standing
from tiendo.plans.models import Task
from tiendo.progress.models import SAID, Evidence, Report, ReportState
from tiendo.progress.rounds.status import entry_open, may_write
from tiendo.progress.rounds.writing import door_of

SHOWN = (*SAID, ReportState.RETURNED)
TASK = "report__occurrence__obligation__task"


def readable(standing: Standing) -> QuerySet[Evidence]:
    """The evidence this person may open: what was sent, and what the own offices are still writing."""
    rows = reach(Evidence.objects.all(), standing)
    if standing.may(REPORT_FOR_ALL):
        return rows
    own = standing.offices(REPORT) | standing.offices(APPROVE)
    return rows.filter(Q(report__state__in=SHOWN) | Q(report__agency__in=own))


def readable_reports(standing: Standing) -> QuerySet[Report]:
    """The reports whose evidence this person may read, with what their pages name."""
    rows = reach(Report.objects.all(), standing)
    if not standing.may(REPORT_FOR_ALL):
        own = standing.offices(REPORT) | standing.offices(APPROVE)
        rows = rows.filter(Q(state__in=SHOWN) | Q(agency__in=own))
    return rows.select_related(
        "agency", "author", "occurrence__obligation__task__plan__locality", "within__round"
    )


def may_change(report: Report, standing: Standing) -> bool:
    """Whether this person may add to, describe and take away the evidence of a report now."""
    if not (standing.may(REPORT, report.agency_id) or standing.may(REPORT_FOR_ALL)):
        return False
    return is_open(report)


def is_open(report: Report) -> bool:
    """Whether the evidence may still change: until a reviewer has it, or has accepted it."""
    within = report.within
    if within is None:
        return report.state != ReportState.ACCEPTED
    return may_write(within.state, door_of(within)) and entry_open(within.state, report.state)


def repeats(evidence: Iterable[Evidence]) -> Mapping[str, list[Task]]:
    """By hash: every task of the locality whose evidence is the same file; one query."""
    rows = list(evidence)
    digests = {row.sha256 for row in rows if row.sha256}
    if not digests:
        return {}
    locality = rows[0].report.occurrence.obligation.task.plan.locality_id
    same = Evidence.objects.filter(sha256__in=digests, **{Evidence.locality_path: locality})
    found: dict[str, list[Task]] = {}
    for row in same.select_related(TASK):
        task = row.report.occurrence.obligation.task
        if task not in found.setdefault(row.sha256, []):
            found[row.sha256].append(task)
    return found
