"""What an office owes by when, what it waits for from others, and how it keeps its days."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from tiendo.agencies.models import Agency
from tiendo.plans.models import AssignmentRole, Link, Task
from tiendo.progress.due import Due, DueKind, due_of_part, dues_of
from tiendo.progress.holders import HOLDERS, ever_asked_of, ever_owed_by, judged
from tiendo.progress.models import (
    Contribution,
    ContributionRequest,
    CorrectiveCard,
    Obligation,
    Occurrence,
    OfficeReport,
    Receipt,
    ReceiptKind,
    ReportState,
)
from tiendo.progress.news import news_of
from tiendo.progress.rates.reading import Both, both_of
from tiendo.progress.todo import (
    Group,
    Todo,
    grouped,
    is_owed,
    may_be_reported,
    of_due,
    of_period,
    of_report,
)
from tiendo.progress.wanted import concerning
from tiendo.ui.weeks import weeks_of

SOON = timedelta(days=31)
FAR = timedelta(days=400)  # what is due later than this nobody plans for
BESIDES = (DueKind.DIRECTION, DueKind.HANDLING, DueKind.STEP, DueKind.ROW)
RECENT = timedelta(days=60)  # a report accepted longer ago is no news
NEXT_DAYS = 5


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the small calendar: what falls due on it; `outside` days are of another month."""

    day: date
    things: int
    outside: bool
    late: bool
    today: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What the office asked of others: of how many, and how many of them answered."""

    request: ContributionRequest
    asked: int
    answered: int


@dataclass(frozen=True, slots=True)
class Waits:
    """What lies with others: reports sent, work sent back, parts asked of other offices."""

    sent: list[OfficeReport]
    refused: list[Obligation]
    asked: list[Asked]

    def __bool__(self) -> bool:
        return bool(self.sent or self.refused or self.asked)


@dataclass(frozen=True)  # without slots: what every row of the page asks for is worked out once
class Office:
    """`new` was given and not received yet; `leads` and `helps` count the work by the part in it."""

    groups: list[Group]
    waits: Waits
    new: list[Obligation]
    rates: Both
    cards: list[CorrectiveCard]
    leads: int
    helps: int
    news: list[Due]
    today: date

    @cached_property
    def rows(self) -> list[Todo]:
        """Everything that is to be done, in the order of the page."""
        return [row for group in self.groups for row in group.rows]

    @property
    def total(self) -> int:
        """How many things stand on the page."""
        return len(self.rows)

    @cached_property
    def plans(self) -> int:
        """How many plans they belong to."""
        return len({row.plan.pk for row in self.rows if row.plan})

    @property
    def tied_tasks(self) -> set[int]:
        """The tasks tied to registers on which something is to be reported soon."""
        return {
            row.period.obligation.task_id
            for row in self.rows
            if row.period
            and row.period.tied  # type: ignore[attr-defined]  # annotated
            and may_be_reported(row, self.today)
            and (row.due is None or row.due <= self.today + SOON)
        }

    @property
    def first(self) -> Todo | None:
        """What is most urgent."""
        return next(iter(self.rows), None)

    @property
    def days(self) -> list[tuple[date, int]]:
        """The next days on which something falls due, with how much does."""
        dues = Counter(row.due for row in self.rows if row.due)
        return sorted((day, number) for day, number in dues.items() if day >= self.today)[
            :NEXT_DAYS
        ]

    @property
    def month(self) -> list[list[Day]]:
        """This month in weeks, each day with how much falls due on it."""
        dues = Counter(row.due for row in self.rows if row.due)
        return [[self._day(day, dues[day]) for day in week] for week in weeks_of(self.today)]

    def _day(self, day: date, things: int) -> Day:
        outside = day.month != self.today.month
        return Day(day, things, outside, bool(things) and day < self.today, day == self.today)


def office_of(
    agency: Agency, tasks: QuerySet[Task], today: date, person: int | None = None
) -> Office:
    """What `agency` owes, helps with among `tasks` and waits for, in ten queries.

    With `person` what the office gave to one of the others by name is left out.
    """
    periods = _ever_owed(agency)
    asked = list(ever_asked_of(agency).select_related("round__plan"))
    reports = [row for row in asked if row.agency_id == agency.pk]
    new, refused = _unsettled(agency, periods)
    work = _work(row for row in periods if row.obligation.agency_id == agency.pk)
    parts = _contributions(agency)
    rows = [*work, *map(of_report, filter(is_owed, reports)), *_besides(agency, parts, today)]
    mine = [row for row in rows if person is None or row.person_id in (None, person)]
    return Office(
        groups=grouped(mine, today),
        waits=Waits(_sent(reports, today), refused, _asked(agency, parts)),
        new=new,
        rates=_rates(agency, periods, asked, today),
        cards=_cards(agency, periods),
        news=news_of([agency.pk], today),
        today=today,
        **_parts(agency, tasks, today),
    )


def _ever_owed(agency: Agency) -> list[Occurrence]:
    """Every period that the office owes or owed, with all that the page says of it, in two queries."""
    ever = Occurrence.objects.filter(ever_owed_by(agency)).distinct()
    fetched = ever.select_related("obligation__task__plan", "obligation__agency", "card")
    tied = Exists(Link.objects.filter(task=OuterRef("obligation__task")))
    fetched = fetched.with_requests().annotate(stands=_standing(), tied=tied)
    return list(fetched.prefetch_related(HOLDERS))


def _work(periods: Iterable[Occurrence]) -> list[Todo]:
    """The periods that somebody still owes; what is joined to other work is reported there."""
    return [
        of_period(row)
        for row in periods
        if row.obligation.ended_on is None
        and row.obligation.task.same_as_id is None
        and not (row.done_on or row.nothing_on or row.closed_reason or row.cancelled_on)
    ]


def _contributions(agency: Agency) -> list[Contribution]:
    """The parts that are asked of the office, and those it asked of others itself; in one query."""
    either = Q(agency=agency) | Q(request__occurrence__obligation__agency=agency)
    rows = Contribution.objects.filter(either, request__recalled_at=None)
    return list(rows.select_related("request__occurrence__obligation__task"))


def _besides(agency: Agency, parts: Iterable[Contribution], today: date) -> list[Todo]:
    until = today + FAR
    found = dues_of([agency.pk], until, BESIDES)
    found += [
        due_of_part(row)
        for row in parts
        if row.agency_id == agency.pk and row.report_id is None and row.request.due <= until
    ]
    return [of_due(row) for row in found]


def _sent(reports: Iterable[OfficeReport], today: date) -> list[OfficeReport]:
    """The reports that wait to be reviewed, and those accepted lately, the newest first."""
    found = [
        row
        for row in reports
        if row.sent_at
        and (
            row.state == ReportState.SENT
            or (row.state == ReportState.ACCEPTED and row.sent_at.date() >= today - RECENT)
        )
    ]
    return sorted(found, key=lambda row: (row.state == ReportState.ACCEPTED, -row.pk))


def _standing() -> Subquery:
    """How the office last answered that the work was given to it: the kind of its newest receipt."""
    newest = Receipt.objects.filter(obligation=OuterRef("obligation")).order_by("-at", "-pk")
    return Subquery(newest.values("kind")[:1])


def _unsettled(
    agency: Agency, periods: Iterable[Occurrence]
) -> tuple[list[Obligation], list[Obligation]]:
    """What was given to the office and not received yet, and what it sent back and nobody decided."""
    given = {
        row.obligation: row.stands  # type: ignore[attr-defined]  # annotated
        for row in periods
        if row.obligation.agency_id == agency.pk
        and row.obligation.ended_on is None
        and row.obligation.task.same_as_id is None
    }
    ordered = sorted(given, key=_in_the_plan)
    new = [row for row in ordered if not given[row]]
    return new, [row for row in ordered if given[row] == ReceiptKind.REFUSED]


def _in_the_plan(row: Obligation) -> tuple[int, str, int]:
    return (row.task.plan_id, row.task.kind, row.task.position)


def _asked(agency: Agency, parts: Iterable[Contribution]) -> list[Asked]:
    """What the office asked of others and not all of them answered, what it asked last first."""
    found: dict[ContributionRequest, list[bool]] = defaultdict(list)
    for row in parts:
        if row.request.occurrence.obligation.agency_id == agency.pk:
            found[row.request].append(row.report_id is not None)
    ordered = sorted(found, key=lambda request: (request.asked_at, request.pk), reverse=True)
    return [Asked(row, len(found[row]), sum(found[row])) for row in ordered if not all(found[row])]


def _cards(agency: Agency, periods: Iterable[Occurrence]) -> list[CorrectiveCard]:
    """The corrective cards of the office that are not closed."""
    found = []
    for row in periods:
        card: CorrectiveCard | None = getattr(row, "card", None)
        if card and card.closed_on is None and row.obligation.agency_id == agency.pk:
            card.obligation = row.obligation
            found.append(card)
    return found


def _rates(
    agency: Agency, periods: Iterable[Occurrence], reports: Iterable[OfficeReport], today: date
) -> Both:
    found = (judged(row, today) for row in periods)
    owed = (period for whose, period in found if whose.pk == agency.pk)
    counting = (row for row in reports if (row.missed_by_id or row.agency_id) == agency.pk)
    return both_of(counting, owed, today)


def _parts(agency: Agency, tasks: QuerySet[Task], today: date) -> dict[str, int]:
    named = concerning(agency.pk, today).filter(task=OuterRef("pk"))
    leading = Exists(named.filter(role=AssignmentRole.LEAD))
    helping = Exists(named.filter(role=AssignmentRole.COORDINATING))
    rows = tasks.annotate(led=leading, helped=helping)
    return rows.aggregate(
        leads=Count("pk", filter=Q(led=True)), helps=Count("pk", filter=Q(helped=True, led=False))
    )


def counted(agencies: Iterable[Agency], today: date) -> dict[int, Counter[str]]:
    """For each of these offices how many of its periods have each status, in one query."""
    rows = Occurrence.objects.filter(obligation__agency__in=agencies).with_status(today)
    pairs = rows.order_by().values_list("obligation__agency", "state")  # type: ignore[misc]
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for agency, state, number in pairs.annotate(n=Count("pk")):
        found[agency][state] = number
    return found
