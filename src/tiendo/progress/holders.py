"""Which office owed a period on a day, where it went from one office to another since.

Fetch `HOLDERS` with the periods, and their obligation with its office.
"""

from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from tiendo.agencies.models import Agency
from tiendo.progress.handover.rules import holder_on
from tiendo.progress.models import EarlierHolder, Obligation, Occurrence, OfficeReport
from tiendo.progress.rates.rules import Owed

HOLDERS = Prefetch("earlier_holders", EarlierHolder.objects.select_related("obligation__agency"))


def ever_owed_by(agency: Agency) -> Q:
    """The periods that an office owes or owed."""
    return Q(obligation__agency=agency) | Q(earlier_holders__obligation__agency=agency)


def ever_asked_of(agency: Agency) -> QuerySet[OfficeReport]:
    """The reports that an office owes, and those it had missed when another followed it."""
    return OfficeReport.objects.filter(Q(agency=agency) | Q(missed_by=agency))


def owed_then(row: Occurrence, day: date) -> Obligation:
    """The obligation under which a period was owed on `day`."""
    earlier = {each.obligation_id: each.obligation for each in row.earlier_holders.all()}
    steps = [(each.until, each.obligation_id) for each in row.earlier_holders.all()]
    return earlier.get(holder_on(day, row.obligation_id, steps), row.obligation)


def judged(row: Occurrence, today: date) -> tuple[Agency, Owed]:
    """A period for the rates, and the office it counts for: the one that owed it on the day it fell due."""
    holder = owed_then(row, min(row.deadline or today, today))
    ended_on = row.left_on if holder.pk == row.obligation_id else None
    return holder.agency, Owed(row.facts, holder.share, ended_on)


def was_owed(row: Occurrence, day: date) -> bool:
    """Whether somebody owed, or had settled, a period on `day`; its facts are those of that day."""
    holder = row.obligation
    if holder.since and holder.since > day:
        return False
    return row.left_on is None or row.left_on > day
