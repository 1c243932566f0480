"""How work stood on a past day: its facts follow from what had been sent by then, not from what is stored now.

A report that was returned and corrected since counts from the day on which it came the last time; the words it had
before are in its history only.
"""

import copy
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q
from django.utils.timezone import localdate

from tiendo.accounts.access import Request
from tiendo.accounts.clock import day_asked
from tiendo.accounts.models import Role
from tiendo.plans.models import Plan
from tiendo.progress.extensions.rules import moved_by
from tiendo.progress.holders import HOLDERS, owed_then, was_owed
from tiendo.progress.models import SAID, Occurrence, OfficeReport, Report, ReportState, Share
from tiendo.progress.pressing import key_of
from tiendo.progress.rates.reading import Both, both_of, counted_reports
from tiendo.progress.rates.rules import Owed
from tiendo.progress.settling import follow


def look_back(request: Request) -> bool:
    """Whether a past day is asked for; the request is then of that day, and of somebody who only reads."""
    day = day_asked(request)
    if day >= request.today:
        return False
    roles = frozenset((Role.AUDITOR, agency) for _role, agency in request.standing.roles)
    request.standing = replace(request.standing, roles=roles, own=None, stands_in_for=())
    request.today = day
    return True


def counted(report: Report, day: date) -> bool:
    """Whether a report had been sent by the end of `day` and was not returned by then."""
    if localdate(report.reported_at) > day:
        return False
    if report.state in SAID:
        return True
    reviewed = report.reviewed_at
    returned = report.state == ReportState.RETURNED
    return returned and reviewed is not None and localdate(reviewed) > day


def as_of(row: Occurrence, said: Sequence[Report], day: date) -> Occurrence:
    """A copy of a period with the facts of `day`; `said` are its reports that counted then, the newest first.

    Fetch `new_dues` with `row`.
    """
    then = copy.copy(row)
    follow(then, list(said))
    then.moved_to = moved_by(row.new_dues.all(), day)
    if then.condition and then.condition_met_on and then.condition_met_on > day:
        then.condition_met_on = then.due = then.moved_to = None
    if then.cancelled_on and then.cancelled_on > day:
        then.cancelled_on = None
    return then


@dataclass(frozen=True, slots=True)
class Then:
    """The periods of a plan as they stood on a day, task by task, with the newest report of each task."""

    day: date
    periods: dict[int, list[Occurrence]]
    heard: dict[int, date]

    def pressing(self, task: int, year: int | None = None) -> Occurrence | None:
        """The period that stands for a task."""
        rows = [row for row in self.periods.get(task, ()) if _touches(row, year)]
        return min(rows, key=lambda row: key_of(row, self.day), default=None)

    def key(self, task: int, year: int | None = None) -> int | None:
        """Its key, for sorting and counting."""
        row = self.pressing(task, year)
        return None if row is None else key_of(row, self.day)

    def beside(self, task: int, row: Occurrence) -> int:
        """How many offices besides that of `row` stand no better."""
        status = row.status(self.day)
        alike = {
            each.obligation_id for each in self.periods[task] if each.status(self.day) == status
        }
        return len(alike) - 1


def _touches(row: Occurrence, year: int | None) -> bool:
    if not year:
        return True
    return row.starts.year <= year and (row.deadline is None or row.deadline.year >= year)


def then_of(plan: Plan, day: date) -> Then:
    """How the work of a plan stood on `day`, in five queries."""
    joined = plan.tasks.exclude(same_as=None).exclude(same_as__plan=plan)
    owed_as: dict[int, int] = dict(joined.values_list("pk", "same_as__pk"))
    here = Q(obligation__task__plan=plan) | Q(obligation__task__in=owed_as.values())
    rows = Occurrence.objects.filter(here)
    rows = rows.exclude(obligation__share=Share.ADDS).select_related("obligation__agency")
    rows = rows.prefetch_related("new_dues", HOLDERS)
    said = _said(here, day)
    periods: dict[int, list[Occurrence]] = defaultdict(list)
    heard: dict[int, date] = {}
    for row in rows.order_by("starts", "pk"):
        row.obligation = owed_then(row, day)
        then, task = as_of(row, said[row.pk], day), row.obligation.task_id
        if not was_owed(then, day):
            continue
        periods[task].append(then)
        if then.last_reported_on:
            heard[task] = max(then.last_reported_on, heard.get(task, then.last_reported_on))
    for task, other in owed_as.items():
        periods[task] = periods[other]
        heard |= {task: heard[other]} if other in heard else {}
    return Then(day, periods, heard)


def _said(here: Q, day: date) -> dict[int, list[Report]]:
    rows = Report.objects.shown().filter(occurrence__in=Occurrence.objects.filter(here))
    found: dict[int, list[Report]] = defaultdict(list)
    for row in rows.select_related("within__round").order_by("-reported_at", "-pk"):
        if counted(row, day):
            found[row.occurrence_id].append(row)
    return found


def rates_then(plan: Plan, then: Then) -> Both:
    """The two rates of a plan as they were, in two queries; in four where it shares work with other plans."""
    rows = {row.pk: row for rows in then.periods.values() for row in rows}
    owed = (Owed(row.facts, row.obligation.share) for row in rows.values())
    reports = [row for row in counted_reports(plan) if localdate(row.round.opened_at) <= then.day]
    return both_of(_unsent(reports, then.day), owed, then.day)


def _unsent(reports: Iterable[OfficeReport], day: date) -> Iterable[OfficeReport]:
    """The reports, those that came later as not there yet."""
    for row in reports:
        if row.first_sent_at and localdate(row.first_sent_at) > day:
            row.first_sent_at = None
        yield row
