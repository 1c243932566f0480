"""The two rates of a plan and of an office, read from what is stored."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from tiendo.agencies.models import Agency
from tiendo.plans.models import Plan
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
    """The two rates of a plan and of each of its offices, in two queries."""
    periods = Occurrence.objects.filter(obligation__task__plan=plan, starts__lte=today)
    reports = OfficeReport.objects.filter(round__plan=plan)
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


def rates_of_office(agency: Agency, today: date) -> Both:
    """The two rates of one office over all plans, in two queries."""
    periods = Occurrence.objects.filter(obligation__agency=agency, starts__lte=today)
    reports = OfficeReport.objects.filter(agency=agency)
    return _by_office(periods, reports, today).get(agency, NONE)


def whole_of_plan(plan: Plan, today: date) -> Both:
    """The two rates of a plan as a whole, in two queries."""
    return rates_of_plan(plan, today).whole


def _whole(rates: Iterable[Both]) -> Both:
    return sum(rates, start=NONE)


def _by_office(
    periods: QuerySet[Occurrence], reports: QuerySet[OfficeReport], today: date
) -> dict[Agency, Both]:
    owed: dict[Agency, list[Owed]] = defaultdict(list)
    for row in periods.select_related("obligation__agency").order_by("obligation__agency"):
        obligation = row.obligation
        ended = obligation.ended_on is not None
        owed[obligation.agency].append(Owed(row.facts, obligation.share, ended))
    sent: dict[Agency, list[OfficeReport]] = defaultdict(list)
    for report in reports.select_related("agency"):
        sent[report.agency].append(report)
    return {
        agency: both_of(sent[agency], owed[agency], today)
        for agency in [*owed, *(sent.keys() - owed.keys())]
    }
