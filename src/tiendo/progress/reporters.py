"""Who may say something on a period: the office that owes it, or one that the task names beside it."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from tiendo.accounts.rights import REPORT, REPORT_FOR_ALL, Standing
from tiendo.agencies.models import Agency
from tiendo.progress.models import Obligation, Occurrence
from tiendo.progress.status import Status
from tiendo.progress.wanted import concerning

SHUT = (Status.NOT_DUE, Status.CANCELLED)  # nothing can be reported on these


def reporting_offices(occurrence: Occurrence, standing: Standing, today: date) -> QuerySet[Agency]:
    """The offices for which this person may report on `occurrence`.

    An office that owes the same task itself, as each member of a leading group does, reports on its own
    period and not on another's.
    """
    owed = occurrence.obligation
    named = concerning(OuterRef("pk"), today).filter(task=owed.task_id)
    itself = Obligation.objects.filter(task=owed.task_id, agency=OuterRef("pk"))
    rows = Agency.objects.filter(Q(pk=owed.agency_id) | (Exists(named) & ~Exists(itself)))
    if standing.may(REPORT_FOR_ALL):
        return rows
    return rows.filter(pk__in=standing.offices(REPORT))


def with_named(
    obligations: QuerySet[Obligation], standing: Standing, today: date
) -> QuerySet[Obligation]:
    """Annotated with what `reportable` asks: `names_7`, whether the task names the person's office 7."""
    own = () if standing.may(REPORT_FOR_ALL) else sorted(standing.offices(REPORT))
    named = {agency: concerning(agency, today).filter(task=OuterRef("task")) for agency in own}
    return obligations.annotate(**{f"names_{agency}": Exists(named[agency]) for agency in own})


def reportable(obligations: Sequence[Obligation], standing: Standing) -> set[int]:
    """Of these obligations of one task, fetched `with_named`, those on which this person may report."""
    if standing.may(REPORT_FOR_ALL):
        return {row.pk for row in obligations}
    own = standing.offices(REPORT)
    beside = own - {row.agency_id for row in obligations}
    named = any(getattr(row, f"names_{agency}") for row in obligations for agency in beside)
    return {row.pk for row in obligations if named or row.agency_id in own}


def is_open(occurrence: Occurrence, today: date) -> bool:
    """Whether something can be reported on it: it has begun and was not cancelled."""
    return occurrence.status(today) not in SHUT
