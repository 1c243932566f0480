"""One thing done to many: nothing arose, received, marked as key, asked for word.

What is chosen comes as keys: "work:12" a period, "owed:5" an obligation, "task:7" a task, of which what the person may
act on is meant.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tiendo.accounts.access import reach
from tiendo.accounts.rights import (
    FLAG,
    NUDGE,
    RECEIVE,
    REPORT,
    REPORT_FOR_ALL,
    Right,
    Standing,
)
from tiendo.agencies.models import Agency
from tiendo.plans.models import Task
from tiendo.progress import services
from tiendo.progress.models import Obligation, Occurrence, OfficeReport, Share, WorkState
from tiendo.progress.owing import handling, receipt
from tiendo.progress.rounds import nudging
from tiendo.progress.rounds import services as rounds
from tiendo.progress.rounds.queue import of_offices
from tiendo.progress.status import DEADLINE

MOST = 200  # more than this nobody looks through before saying yes
KINDS = ("work", "owed", "task")
IN_DISCUSSION = _("No report is open, so asked in the discussion of the task: %(offices)s.")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The keys that were chosen, kind by kind."""

    work: frozenset[int]
    owed: frozenset[int]
    task: frozenset[int]

    def __bool__(self) -> bool:
        return bool(self.work or self.owed or self.task)


def read_chosen(keys: Iterable[str]) -> Chosen:
    """What the keys of a form name; what names nothing is passed over."""
    found: dict[str, set[int]] = {kind: set() for kind in KINDS}
    for key in list(keys)[:MOST]:
        kind, _colon, number = key.partition(":")
        if kind in found and number.isascii() and number.isdigit() and len(number) < 16:
            found[kind].add(int(number))
    return Chosen(**{kind: frozenset(rows) for kind, rows in found.items()})


@dataclass(frozen=True, slots=True)
class Doing:
    """By whom, with which words, on which day something is done."""

    standing: Standing
    actor: Any
    today: date
    now: datetime
    words: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """To how many it was done, and sentences that say to whom and to whom not."""

    number: int
    told: tuple[str, ...] = ()


# --- which rows are meant


def silent_periods(chosen: Chosen, doing: Doing) -> list[Occurrence]:
    """The open periods that have begun and on which this person may report, the soonest of each obligation."""
    named = Q(pk__in=chosen.work) | Q(obligation__task__in=chosen.task)
    named |= Q(obligation__in=chosen.owed)
    rows = reach(Occurrence.objects.open(), doing.standing).filter(
        named, starts__lte=doing.today, obligation__task__same_as=None
    )
    rows = rows.filter(Q(condition="") | Q(condition_met_on__isnull=False))
    if not doing.standing.may(REPORT_FOR_ALL):
        rows = rows.filter(obligation__agency__in=doing.standing.offices(REPORT))
    ordered = rows.order_by("obligation", DEADLINE.asc(nulls_last=True), "pk")
    soonest: dict[int, Occurrence] = {}
    for row in ordered.select_related("obligation__task__plan", "obligation__agency"):
        if row.pk in chosen.work or row.obligation_id not in soonest:
            soonest[row.pk if row.pk in chosen.work else row.obligation_id] = row
    return list(soonest.values())


def unreceived(chosen: Chosen, doing: Doing) -> list[Obligation]:
    """What was not received yet and this person may receive."""
    named = Q(pk__in=chosen.owed) | Q(occurrences__in=chosen.work) | Q(task__in=chosen.task)
    rows = reach(Obligation.objects.filter(named, receipts=None, ended_on=None), doing.standing)
    rows = rows.filter(agency__in=doing.standing.offices(RECEIVE))
    return list(rows.select_related("agency", "task__plan").distinct().order_by("pk"))


def tasks_of(chosen: Chosen, doing: Doing) -> list[Task]:
    """The tasks that are meant."""
    named = Q(pk__in=chosen.task) | Q(obligations__in=chosen.owed)
    named |= Q(obligations__occurrences__in=chosen.work)
    rows = reach(Task.objects.filter(named), doing.standing)
    return list(rows.select_related("plan").distinct().order_by("plan", "kind", "position"))


def unmarked(chosen: Chosen, doing: Doing) -> list[Task]:
    """Those of the tasks that are no key tasks yet."""
    return [task for task in tasks_of(chosen, doing) if not task.key]


# --- what is done to them


@transaction.atomic
def nothing_arose(rows: Sequence[Occurrence], doing: Doing) -> Done:
    """Report for each that nothing arose, in the stead of whom it may be."""
    for row in rows:
        agency = row.obligation.agency
        absent = doing.standing.acts_for(REPORT, agency.pk)
        words = services.ReportWords(
            WorkState.NOTHING_AROSE, stands_in_for=absent.user_id if absent else None
        )
        services.report(
            occurrence=row, agency=agency, words=words, files=[], actor=doing.actor, now=doing.now
        )
    return Done(len(rows))


@transaction.atomic
def receive(rows: Sequence[Obligation], doing: Doing) -> Done:
    """Say of each that the office has it in hand."""
    for row in rows:
        receipt.receive(obligation=row, actor=doing.actor, now=timezone.now())
    return Done(len(rows))


@transaction.atomic
def mark_key(rows: Sequence[Task], doing: Doing) -> Done:
    """Mark each as a key task, with the words that say so."""
    for row in rows:
        services.set_key(task=row, key=True, words=doing.words, actor=doing.actor)
    return Done(len(rows))


@transaction.atomic
def nudge(rows: Sequence[Task], doing: Doing) -> Done:
    """Ask who owes these tasks for word: for the report of a round that runs, else in the discussion."""
    reports = missing_reports(rows)
    asked = rounds.nudge(reports=reports, actor=doing.actor, now=doing.now)
    told = {(row.round.plan_id, row.agency_id) for row in asked}
    own = Agency.objects.filter(memberships__user=doing.actor).first()
    left, invited = [], []
    for task in rows:
        pressed = [row.agency for row in _owing(task) if row.share != Share.INVITED]
        silent = [each for each in pressed if (task.plan_id, each.pk) not in told]
        invited += [row.agency for row in _owing(task) if row.share == Share.INVITED]
        left += silent
        if silent or not pressed:
            handling.say(
                task=task, agency=own, text=doing.words, actor=doing.actor, now=timezone.now()
            )
    return Done(len(rows), (*nudging.reached(row.agency for row in asked), *_others(left, invited)))


def _owing(task: Task) -> QuerySet[Obligation]:
    return task.obligations.filter(ended_on=None).select_related("agency")


def _others(left: list[Agency], invited: list[Agency]) -> list[str]:
    """The sentences that name whom no report is asked of: asked in the discussion, or only invited."""
    sentences = {IN_DISCUSSION: nudging.named(left), nudging.INVITED: nudging.named(invited)}
    return [str(words) % {"offices": names} for words, names in sentences.items() if names]


def missing_reports(tasks: Iterable[Task]) -> QuerySet[OfficeReport]:
    """The reports that have not come of the offices that owe these tasks, in rounds of their plans that run."""
    tasks = list(tasks)
    rows = Obligation.objects.filter(task__in=tasks, ended_on=None)
    offices = set(rows.exclude(share=Share.INVITED).values_list("agency_id", flat=True))
    plans = {task.plan_id for task in tasks}
    return of_offices(offices).filter(round__plan__in=plans, first_sent_at=None, invited=False)


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done to many: who may, to which rows, how, and whether it asks first.

    `words` is what has to be written for it, `said` what is told afterwards ("%(n)d …").
    """

    name: str
    right: tuple[Right, ...]
    label: str | Promise
    question: str | Promise
    said: str | Promise
    rows: Callable[[Chosen, Doing], Sequence[Any]]
    write: Callable[[Any, Doing], Done]
    asks: bool = True
    words: str | Promise = ""
    starts_with: str | Promise = ""

    def open_to(self, standing: Standing) -> bool:
        """Whether this person may do it anywhere."""
        return any(standing.may(right) for right in self.right)


ACTS = {
    act.name: act
    for act in (
        Act(
            "nothing",
            (REPORT, REPORT_FOR_ALL),
            _("Nothing arose"),
            _("Say that nothing arose in these periods?"),
            _("Reported that nothing arose: %(n)d."),
            silent_periods,
            nothing_arose,
        ),
        Act(
            "receive",
            (RECEIVE,),
            _("Receive"),
            "",
            _("Received: %(n)d. Who gave the work sees it."),
            unreceived,
            receive,
            asks=False,
        ),
        Act(
            "key",
            (FLAG,),
            _("Mark as key tasks"),
            _("Mark these as key tasks?"),
            _("Marked as key tasks: %(n)d."),
            unmarked,
            mark_key,
            words=_("The words that say so, and where they stand"),
        ),
        Act(
            "nudge",
            (NUDGE,),
            _("Ask for word"),
            _("Ask the offices that owe this for word?"),
            _("Asked for word on %(n)d tasks."),
            tasks_of,
            nudge,
            words=_("What you ask"),
            starts_with=_("Please report how this work stands."),
        ),
    )
}
