"""Everything the page of a task shows: its periods, what was reported on them, what was changed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery, prefetch_related_objects
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tiendo.accounts.rights import (
    DISCUSS,
    FLAG,
    PROPOSE,
    READ_HISTORY,
    REPORT_FOR_ALL,
    SET_OWING,
    Standing,
)
from tiendo.agencies.models import Agency
from tiendo.history.models import Action, Change
from tiendo.history.personal import named
from tiendo.history.services import changes_of
from tiendo.plans.models import Task
from tiendo.progress.holders import HOLDERS, owed_then, was_owed
from tiendo.progress.looking_back import as_of, counted
from tiendo.progress.models import (
    CorrectiveCard,
    Obligation,
    Occurrence,
    Receipt,
    Remark,
    Report,
)
from tiendo.progress.owing.rules import DECIDES
from tiendo.progress.pressing import SETTLED, pressing_of
from tiendo.progress.reporters import is_open, reportable, with_named
from tiendo.progress.status import Status

ANSWERED = (*SETTLED, Status.UNTRACKED, Status.CANCELLED)
CHANGES = 20  # the newest ones; the whole history has its own place
FAR = 2  # so many periods not yet due stand one by one
FOLLOWS = {"done_on", "nothing_on", "last_reported_on"}  # facts that follow from a report


@dataclass(frozen=True, slots=True)
class Period:
    """One period on the strip: what was last said on it, whether it runs today, whether the reader may report."""

    row: Occurrence
    said: Report | None
    current: bool
    shut: bool
    may_report: bool


@dataclass(frozen=True, slots=True)
class Owed:
    """A task as one office owes it, period by period."""

    obligation: Obligation
    periods: list[Period]

    @property
    def agency(self) -> Agency:
        return self.obligation.agency

    @property
    def received(self) -> Receipt | None:
        """The newest row of its receipt."""
        kind, at = self.obligation.settled_as, self.obligation.settled_at  # type: ignore[attr-defined]
        return Receipt(obligation=self.obligation, kind=kind, at=at) if kind else None

    @property
    def near(self) -> list[Period]:
        """The periods that are shown one by one: all but those far ahead."""
        return self.periods[: len(self.periods) - len(self.far)]

    @property
    def far(self) -> list[Period]:
        """The periods at the end that are not due yet, after the next one; none where they are a single one."""
        ahead = 0
        for period in reversed(self.periods):
            if not (period.shut and period.row.deadline and period.said is None):
                break
            ahead += 1
        return self.periods[len(self.periods) - ahead + 1 :] if ahead > FAR else []

    @property
    def begun(self) -> list[Occurrence]:
        """The periods that have begun."""
        return [period.row for period in self.periods if not period.shut]


@dataclass(frozen=True, slots=True)
class Clear:
    """One of the six things that an assignment of work should make clear."""

    words: str
    clear: bool


@dataclass(frozen=True, slots=True)
class May:
    """What the reader may do on the page."""

    flag: bool
    settle: bool
    name_lead: bool
    discuss: bool
    see_history: bool
    propose: bool


@dataclass(frozen=True, slots=True)
class Record:
    """`owed` has one entry per office that decides how the task stands, `adding` one per office that adds its part.

    `primary` is the period to report on now. `others` are the offices besides that of the pressing period
    which stand no better.
    """

    owed: list[Owed]
    adding: list[Owed]
    occurrences: list[Occurrence]
    pressing: Occurrence | None
    others: int
    primary: Occurrence | None
    reports: list[Report]
    changes: list[Change]
    six: list[Clear]
    remarks: list[Remark]
    may: May

    @property
    def cards(self) -> list[CorrectiveCard]:
        """The corrective cards of its periods, closed ones too, each with its office."""
        periods = [period.row for office in (*self.owed, *self.adding) for period in office.periods]
        found = [(row, getattr(row, "card", None)) for row in periods]
        for row, card in found:
            if card:
                card.obligation = row.obligation
        return [card for _row, card in found if card]

    @property
    def evidence(self) -> list:
        """Every file that was handed in, the newest report first."""
        return [file for report in self.reports for file in report.evidence.all()]

    @property
    def missing(self) -> int:
        """How many of the six things are not clear."""
        return sum(not each.clear for each in self.six)


def record_of(task: Task, standing: Standing, today: date, *, back: bool = False) -> Record:
    """What is known of `task`, in a fixed number of queries; `back`: what was known by the end of `today`."""
    owed_as = _owed_as(task)
    reports = [row for row in _reports(owed_as) if not back or counted(row, today)]
    every = _every(owed_as, reports, standing, today, back)
    owed = [office for office in every if office.obligation.share in DECIDES]
    rows = [period.row for office in owed for period in office.periods]
    mine = [period.row for office in every for period in office.periods if period.may_report]
    pressing = pressing_of(rows, today)
    return Record(
        owed=owed,
        adding=[office for office in every if office not in owed],
        occurrences=sorted(rows, key=lambda row: (row.due or date.max, row.starts)),
        pressing=pressing,
        others=_others(rows, pressing, today),
        primary=_primary(mine, today),
        reports=reports,
        changes=[row for row in _changes(task, rows) if not back or localdate(row.at) <= today],
        six=six_clear(task, rows),
        may=_may(standing),
        remarks=_remarks(task, today if back else None),
    )


def _every(
    task: Task, reports: list[Report], standing: Standing, today: date, back: bool
) -> list[Owed]:
    """What each office owes of it, on `today` or (`back`) on that past day."""
    then = today if back else None
    owing = _obligations(task, then)
    obligations = list(owing if back else with_named(owing, standing, today))
    may = set() if back else reportable(obligations, standing)
    said = _by_period(reports)
    periods = _periods(obligations, said, then)
    begun = [row for row in obligations if not (back and row.since and row.since > today)]
    return [_owed(row, periods[row.pk], said, row.pk in may, today) for row in begun]


def _may(standing: Standing) -> May:
    return May(
        flag=standing.may(FLAG),
        settle=standing.may(REPORT_FOR_ALL),
        name_lead=standing.may(SET_OWING),
        discuss=standing.may(DISCUSS),
        see_history=standing.may(READ_HISTORY),
        propose=bool(standing.offices(PROPOSE)),
    )


def _owed_as(task: Task) -> Task:
    """The task of another plan whose periods and reports this one shares; itself where there is none."""
    other = task.same_as
    return other if other and other.plan_id != task.plan_id else task


def _remarks(task: Task, until: date | None) -> list[Remark]:
    rows = task.remarks.select_related("author", "agency")
    return list(rows.filter(at__date__lte=until) if until else rows)


def _obligations(task: Task, then: date | None) -> QuerySet[Obligation]:
    """Who owes the task; with `then` who owed it on that day, and had received it."""
    rows = Occurrence.objects.select_related("card").order_by("starts", "due", "pk")
    periods = Prefetch("occurrences", rows.prefetch_related("new_dues", HOLDERS) if then else rows)
    receipts = Receipt.objects.filter(at__date__lte=then) if then else Receipt.objects.all()
    holding = Q(ended_on=None) | Q(handed_to__isnull=False)  # what was handed over keeps its past
    if then:
        holding |= Q(ended_on__gt=then)
    newest = receipts.filter(obligation=OuterRef("pk")).order_by("-at", "-pk")
    found = task.obligations.filter(holding).select_related("agency").prefetch_related(periods)
    found = found.annotate(
        settled_as=Subquery(newest.values("kind")[:1]), settled_at=Subquery(newest.values("at")[:1])
    )
    return found.order_by("agency__sort_key", "pk")


def _periods(
    rows: Sequence[Obligation], said: dict[int, list[Report]], then: date | None
) -> dict[int, list[Occurrence]]:
    """The periods of each obligation; with `then` those that were owed under it on that day, as they stood."""
    by_key = {row.pk: row for row in rows}
    found: dict[int, list[Occurrence]] = defaultdict(list)
    for row in rows:
        for period in row.occurrences.all():
            period.obligation = row
            holder = owed_then(period, then) if then else row
            period.obligation = by_key.get(holder.pk, holder)
            found[holder.pk].append(as_of(period, said[period.pk], then) if then else period)
    return found


def _by_period(reports: list[Report]) -> dict[int, list[Report]]:
    """The reports of each period, the newest first."""
    said: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        said[report.occurrence_id].append(report)
    return said


def _reports(task: Task) -> list[Report]:
    rows = Report.objects.shown().filter(occurrence__obligation__task=task)
    related = ("agency", "author", "stands_in_for", "occurrence__obligation")
    found = list(rows.select_related(*related).prefetch_related("evidence"))
    prefetch_related_objects([row for row in found if row.difficulties], "raised__difficulty")
    return found


def _owed(
    row: Obligation,
    periods: Sequence[Occurrence],
    said: dict[int, list[Report]],
    may: bool,
    today: date,
) -> Owed:
    newest = {period: _of_office(rows, row.agency_id) for period, rows in said.items() if rows}
    kept = [period for period in periods if was_owed(period, today)]
    return Owed(row, [_period(period, newest.get(period.pk), may, today) for period in kept])


def _of_office(rows: list[Report], agency: int) -> Report:
    """The newest that the office itself said; what others said of it where it said nothing."""
    return next((row for row in rows if row.agency_id == agency), rows[0])


def _period(row: Occurrence, said: Report | None, may: bool, today: date) -> Period:
    runs = row.starts <= today and (row.deadline is None or today <= row.deadline)
    return Period(row, said, runs, row.status(today) == Status.NOT_DUE, may and is_open(row, today))


def _others(rows: list[Occurrence], pressing: Occurrence | None, today: date) -> int:
    if pressing is None:
        return 0
    status = pressing.status(today)
    return len({row.obligation_id for row in rows if row.status(today) == status}) - 1


def _primary(rows: list[Occurrence], today: date) -> Occurrence | None:
    """The unanswered period that runs today, else the most pressing one; never one that was closed."""
    unanswered = [row for row in rows if row.status(today) not in ANSWERED]
    running = [row for row in unanswered if row.deadline is None or row.deadline >= today]
    return pressing_of(running or unanswered, today)


def _changes(task: Task, occurrences: list[Occurrence]) -> list[Change]:
    """The newest changes a person made; what only follows from a report is left out."""
    rows = changes_of([task, *occurrences]).select_related("content_type")
    made = [row for row in rows[: 4 * CHANGES] if not _follows(row)]
    return named(made[:CHANGES])


def _follows(change: Change) -> bool:
    if change.content_type.model != "occurrence":
        return False
    fields = set(change.fields)
    if not change.fields.get("closed_reason", ["", "closed"])[1]:
        fields.discard("closed_reason")  # a report opens a closed period again
    return change.action == Action.ADD or FOLLOWS.issuperset(fields)


def six_clear(task: Task, occurrences: list[Occurrence]) -> list[Clear]:
    """Who, what, by when, who answers, by whose authority, with what result ("sáu rõ")."""
    leads = task.leads
    answers = sum(lead.accountable for lead in leads) == 1
    dated = any(row.due for row in occurrences)
    issued, product = bool(task.plan.issuer), bool(task.product)
    return [
        Clear(_("Who: an office is named") if leads else _("Who: nobody is named"), bool(leads)),
        Clear(_("What: the work is written down"), True),
        Clear(_("When: a day is known") if dated else _("When: no day is known"), dated),
        Clear(_("Answers: one office") if answers else _("Answers: not decided"), answers),
        Clear(_("Authority: the issuer") if issued else _("Authority: issuer unknown"), issued),
        Clear(_("Result: a product") if product else _("Result: no product named"), product),
    ]
