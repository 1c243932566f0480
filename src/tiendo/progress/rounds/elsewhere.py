"""Work that several plans give is asked once: in the round that was opened first, whichever plan it is of.

A round asks for it again only when no earlier one of those plans reaches over its own last day, or when that
one is closed to the office and had no word on it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from tiendo.plans.models import Plan, Task
from tiendo.progress.models import Obligation, Occurrence, OfficeReport, Report, Round

Partners = Mapping[int, set[int]]  # the plans in which an office may have been asked, by office


def before(row: Round) -> Q:
    """Of reports: those of rounds that were opened before `row`."""
    at_once = Q(round__opened_at=row.opened_at, round__lt=row.pk)
    return Q(round__opened_at__lt=row.opened_at) | at_once


def asked_there(plan: Plan, cut_off: date, earlier: Q) -> QuerySet[OfficeReport]:
    """For a queryset of periods: the reports in rounds of other plans that ask for them up to `cut_off`.

    `earlier` says which rounds count; the first one opened comes first.
    """
    work, period = OuterRef(OuterRef("obligation__task")), OuterRef(OuterRef("pk"))
    joined = Exists(Task.objects.filter(same_as=work, plan=OuterRef("round__plan")))
    said = Exists(Report.objects.said().filter(within=OuterRef("pk"), occurrence=period))
    rows = OfficeReport.objects.filter(
        earlier,
        Q(round__plan=OuterRef("obligation__task__plan")) | joined,
        Q(round__closed_at=None) | Q(let_in_at__isnull=False) | said,
        agency=OuterRef("obligation__agency"),
        round__starts__lte=cut_off,
        round__cut_off__gte=cut_off,
    )
    return rows.exclude(round__plan=plan).order_by("round__opened_at", "round")


def place_of(plan: Plan, cut_off: date, earlier: Q) -> Subquery:
    """For a queryset of periods: the key of the report in which they are asked instead."""
    return Subquery(asked_there(plan, cut_off, earlier).values("pk")[:1])


def reports_elsewhere(
    plan: Plan, rounds: Iterable[Round], there: Iterable[OfficeReport]
) -> list[tuple[Round, OfficeReport]]:
    """For each round of a plan the reports of other plans' rounds that stand for it.

    Those of offices which were not asked in it, as all they owe is asked there; `there` are its own reports.
    """
    partners = _partners(plan)
    if not partners:
        return []
    own = {(row.agency_id, row.round_id) for row in there}
    plans = set().union(*partners.values())
    rows = OfficeReport.objects.filter(agency__in=partners, round__plan__in=plans)
    ordered = rows.select_related("agency", "round__plan").order_by("round__opened_at", "round")
    found: dict[tuple[int, int], tuple[Round, OfficeReport]] = {}
    for row in ordered:
        for each in rounds:
            place = (row.agency_id, each.pk)
            if row.round.plan_id in partners[row.agency_id] and _stands_for(row.round, each):
                found.setdefault(place, (each, row))
    return [pair for place, pair in found.items() if place not in own]


def _stands_for(other: Round, row: Round) -> bool:
    first = (other.opened_at, other.pk) < (row.opened_at, row.pk)
    return first and other.starts <= row.cut_off <= other.cut_off


def _partners(plan: Plan) -> Partners:
    """By office the other plans that give some work this plan gives as well, in two queries at most."""
    pairs = Task.objects.exclude(same_as=None).exclude(same_as__plan=F("plan"))
    mine = pairs.filter(plan=plan).values("same_as")
    rows = pairs.filter(Q(same_as__plan=plan) | Q(same_as__in=mine))
    plans: dict[int, set[int]] = defaultdict(set)
    for work, home, guest in rows.values_list("same_as", "same_as__plan", "plan"):
        plans[work or 0] |= {home, guest} - {plan.pk}
    found: dict[int, set[int]] = defaultdict(set)
    owed = Obligation.objects.filter(task__in=plans, ended_on=None) if plans else ()
    for row in owed:
        found[row.agency_id] |= plans[row.task_id]
    return found


def plans_of(rows: Iterable[Occurrence]) -> dict[int, list[Plan]]:
    """By task, for the work of these periods that several plans give: those plans, the one that owes it first."""
    tasks = {row.obligation.task_id: row.obligation.task for row in rows}
    found: dict[int, list[Plan]] = {}
    joined = Task.objects.filter(same_as__in=tasks).exclude(same_as__plan=F("plan"))
    for task in joined.select_related("plan").order_by("plan", "pk"):
        plans = found.setdefault(task.same_as_id or 0, [tasks[task.same_as_id or 0].plan])
        plans += [task.plan] if task.plan not in plans else []
    return found
