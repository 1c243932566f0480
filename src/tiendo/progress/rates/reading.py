"""The two rates of a plan and of an office, read from what is stored."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from tiendo.agencies.models import Agency
from tiendo.plans.models import Plan
from tiendo.progress.holders import HOLDERS, ever_asked_of, ever_owed_by, judged
from tiendo.progress.joined import given_by
from tiendo.progress.models import Occurrence, OfficeReport
from tiendo.progress.rates.rules import (
    Owed,
    Rate,
    alike,
    completed_by_first,
    completed_on_time,
    load_of,
    updated_on_time,
)
from tiendo.progress.rounds import words
from tiendo.progress.rounds.elsewhere import reports_elsewhere
from tiendo.progress.rounds.grid import handed


@dataclass(frozen=True, slots=True)
class Both:
    """Updated on time and completed on time: by the deadline in force, and by the first one."""

    updated: Rate
    completed: Rate
    by_first: Rate

    def __add__(self, other: "Both") -> "Both":
        return Both(
            self.updated + other.updated,
            self.completed + other.completed,
            self.by_first + other.by_first,
        )


NONE = Both(Rate(), Rate(), Rate())


def both_of(reports: Iterable[OfficeReport], periods: Iterable[Owed], today: date) -> Both:
    """The rates of these reports and periods."""
    owed = list(periods)
    return Both(
        updated_on_time(map(handed, reports), today),
        completed_on_time(owed, today),
        completed_by_first(owed, today),
    )


@dataclass(frozen=True, slots=True)
class OfficeRates:
    """One office with its two rates."""

    agency: Agency
    rates: Both


@dataclass(frozen=True, slots=True)
class Group:
    """Offices that carry about as much, the best first; `load` is their place in `LOADS`."""

    load: int
    rows: list[OfficeRates]

    @property
    def words(self) -> str:
        """How much they carry: "4 to 10 pieces of work due"."""
        return words.load(self.load)


@dataclass(frozen=True, slots=True)
class PlanRates:
    """Of the whole plan, and of its offices in groups of like load; `others` have nothing due to compare."""

    whole: Both
    groups: list[Group]
    others: list[OfficeRates]


def rates_of_plan(plan: Plan, today: date) -> PlanRates:
    """The two rates of a plan and of each of its offices, in three queries; in five where it shares work.

    Work that is owed with another plan counts here as well, and so does a report that was asked for there.
    """
    periods = Occurrence.objects.filter(given_by(plan), starts__lte=today)
    reports = counted_reports(plan)
    by_office = _by_office(periods, reports, today)
    completed = {agency: both.completed for agency, both in by_office.items()}
    groups = [
        Group(
            load_of(completed[group[0]].whole), [OfficeRates(row, by_office[row]) for row in group]
        )
        for group in alike(completed)
    ]
    compared = {row.agency for group in groups for row in group.rows}
    others = [OfficeRates(agency, by_office[agency]) for agency in by_office.keys() - compared]
    return PlanRates(
        whole=_whole(by_office.values()),
        groups=groups,
        others=sorted(others, key=lambda row: row.agency.sort_key),
    )


def counted_reports(plan: Plan) -> list[OfficeReport]:
    """The reports of a plan's rounds, and those of other plans' rounds that stand for one of them."""
    whose = OfficeReport.objects.filter(round__plan=plan)
    rows = list(whose.select_related("agency", "missed_by", "round"))
    return rows + [row for _round, row in reports_elsewhere(plan, plan.rounds.all(), rows)]


def rates_of_office(agency: Agency, today: date) -> Both:
    """The two rates of one office over all plans, in three queries."""
    periods = Occurrence.objects.filter(ever_owed_by(agency), starts__lte=today).distinct()
    reports = ever_asked_of(agency).select_related("agency", "missed_by")
    return _by_office(periods, reports, today).get(agency, NONE)


def whole_of_plan(plan: Plan, today: date) -> Both:
    """The two rates of a plan as a whole, in two queries."""
    return rates_of_plan(plan, today).whole


def _whole(rates: Iterable[Both]) -> Both:
    return sum(rates, start=NONE)


def _by_office(
    periods: QuerySet[Occurrence], reports: Iterable[OfficeReport], today: date
) -> dict[Agency, Both]:
    owed: dict[Agency, list[Owed]] = defaultdict(list)
    once = periods.exclude(~Q(obligation__task__same_as=None))  # else counted as the other plan's
    rows = once.select_related("obligation__agency").prefetch_related(HOLDERS)
    for row in rows.order_by("obligation__agency"):
        agency, period = judged(row, today)
        owed[agency].append(period)
    sent: dict[Agency, list[OfficeReport]] = defaultdict(list)
    for report in reports:
        sent[report.missed_by or report.agency].append(report)
    return {
        agency: both_of(sent[agency], owed[agency], today)
        for agency in [*owed, *(sent.keys() - owed.keys())]
    }
