"""What waits for somebody, as one queue: each kind only for those who may act on it, what waits longest first."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from tiendo.accounts.charges import in_charge_of
from tiendo.accounts.models import Membership, Role, User
from tiendo.accounts.rights import (
    AMEND,
    ANSWER,
    APPROVE,
    ASK_TO_EXPLAIN,
    CLOSE_CARD,
    DECIDE_EXTENSION,
    DISCUSS,
    HAND_OVER,
    MANAGE_PEOPLE,
    NUDGE,
    READ_IN,
    RECALL,
    REPORT_FOR_ALL,
    REVIEW,
    Standing,
)
from tiendo.agencies.models import Agency
from tiendo.plans.models import Intake, Proposal, Stage
from tiendo.progress.models import (
    CorrectiveCard,
    Direction,
    Extension,
    ExtensionState,
    HandOver,
    HandOverState,
    Obligation,
    Occurrence,
    OfficeReport,
    Receipt,
    ReceiptKind,
    Remark,
    ReportState,
    Share,
)
from tiendo.progress.rounds.queue import taken
from tiendo.registers.due import DueRow, due_rows

OTHERS = ("missing", "late", "late_rows", "said", "cards")
CAP = 200  # so many of one kind are counted
MOST = 20  # of one kind on the page; the page says how many there are
ANSWERED = timedelta(days=14)  # so long an answer is news
TALK = timedelta(days=60)  # a question older than this is no longer waiting


@dataclass(frozen=True, slots=True)
class Part:
    """The first rows of one kind, and how many there are in all."""

    rows: list = field(default_factory=list)
    count: int = 0

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.rows)

    def __bool__(self) -> bool:
        return bool(self.rows)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Everything that waits for one person; what `OTHERS` names lies with others, who may be asked."""

    answers: Part = field(default_factory=Part)
    approve: Part = field(default_factory=Part)
    extensions: Part = field(default_factory=Part)
    review: Part = field(default_factory=Part)
    refused: Part = field(default_factory=Part)
    questions: Part = field(default_factory=Part)
    conditions: Part = field(default_factory=Part)
    missing: Part = field(default_factory=Part)
    late: Part = field(default_factory=Part)
    late_rows: Part = field(default_factory=Part)
    said: Part = field(default_factory=Part)
    cards: Part = field(default_factory=Part)
    proposals: Part = field(default_factory=Part)
    hand_overs: Part = field(default_factory=Part)
    roleless: Part = field(default_factory=Part)
    names: Part = field(default_factory=Part)

    @property
    def own(self) -> int:
        """How many things this person has to settle."""
        return sum(
            getattr(self, each.name).count for each in fields(self) if each.name not in OTHERS
        )

    @property
    def total(self) -> int:
        """How many things stand on the page, with those that lie with others."""
        return self.own + sum(getattr(self, name).count for name in OTHERS)


def waiting_of(user: User, standing: Standing, today: date) -> Waiting:
    """What waits for `user` today: one query for each kind that concerns a role of his."""
    found: dict[str, Part] = {}
    if offices := standing.offices(APPROVE):
        found["approve"] = _part(_to_approve(offices))
    if standing.may(REVIEW):
        found["review"] = _part(_to_review(standing))
    if standing.may(RECALL):
        found["refused"] = _part(_refused(standing))
    if standing.may(REPORT_FOR_ALL):
        found["conditions"] = _part(_conditions(standing, today))
    if standing.may(DISCUSS):
        found["questions"] = _part(_questions(user, standing, today))
    if standing.may(NUDGE):
        found["missing"] = _part(_missing(standing, today))
    if any(role == Role.LEADER for role, _agency in standing.roles):
        found["late"] = _part(_late(user, standing, today))
        found["late_rows"] = _late_rows(user, standing, today)
    found |= _of_changes(user, standing, today)
    return Waiting(**found, **_of_house(standing, today))


def _of_changes(user: User, standing: Standing, today: date) -> dict[str, Part]:
    found: dict[str, Part] = {}
    if offices := standing.offices(ANSWER):
        found["answers"] = _part(_to_answer(offices))
    if standing.may(DECIDE_EXTENSION):
        found["extensions"] = _part(_extensions(standing))
    if standing.may(ASK_TO_EXPLAIN):
        found["said"] = _part(_said(user, today))
    if standing.may(CLOSE_CARD):
        found["cards"] = _part(_cards(standing))
    if standing.may(AMEND):
        found["proposals"] = _part(_proposals(standing))
    return found


def _of_house(standing: Standing, today: date) -> dict[str, Part]:
    found: dict[str, Part] = {}
    if standing.may(HAND_OVER):
        found["hand_overs"] = _part(_hand_overs(standing, today))
    if standing.may(MANAGE_PEOPLE):
        found["roleless"] = _part(_roleless(standing, today))
    if standing.may(READ_IN):
        found["names"] = _part(_unnamed(standing))
    return found


def _part(rows: QuerySet) -> Part:
    """The first rows in hand; more than `CAP` are not counted on."""
    found = list(rows[:CAP])
    return Part(found[:MOST], len(found))


REPORT = ("round__plan", "agency", "written_by")
SAID_ON = (
    *("agency", "by", "answered_by", "target"),
    *("obligation__task", "office_report__round__plan"),
)


def _to_approve(offices: Iterable[int]) -> QuerySet[OfficeReport]:
    rows = OfficeReport.objects.filter(taken(), agency__in=offices, state=ReportState.WITH_HEAD)
    return rows.select_related(*REPORT).order_by("due", "pk")


def _to_review(standing: Standing) -> QuerySet[OfficeReport]:
    rows = OfficeReport.objects.filter(
        round__plan__locality=standing.locality_id, state=ReportState.SENT
    )
    rows = rows.annotate(pieces=Count("entries"))
    return rows.select_related(*REPORT).order_by("sent_at", "pk")


def _refused(standing: Standing) -> QuerySet[Obligation]:
    """Work that offices sent back and nobody decided on, with the reason."""
    newest = Receipt.objects.filter(obligation=OuterRef("pk")).order_by("-at", "-pk")
    rows = Obligation.objects.filter(task__plan__locality=standing.locality_id, ended_on=None)
    rows = rows.filter(receipts__kind=ReceiptKind.REFUSED).annotate(
        stands=Subquery(newest.values("kind")[:1]),
        sent_back_at=Subquery(newest.values("at")[:1]),
        why=Subquery(newest.values("reason")[:1]),
    )
    rows = rows.filter(stands=ReceiptKind.REFUSED).distinct()
    return rows.select_related("task__plan", "agency").order_by("sent_back_at", "pk")


def _conditions(standing: Standing, today: date) -> QuerySet[Occurrence]:
    """Work that waits for a decision from outside."""
    rows = Occurrence.objects.open().filter(
        obligation__task__plan__locality=standing.locality_id,
        condition_met_on=None,
        starts__lte=today,
    )
    rows = rows.exclude(condition="").select_related("obligation__task__plan", "obligation__agency")
    return rows.order_by("starts", "pk")


def _questions(user: User, standing: Standing, today: date) -> QuerySet[Remark]:
    """What others said last in a discussion that is this person's business, and nobody answered."""
    newest = Remark.objects.filter(task=OuterRef("task")).order_by("-at", "-pk").values("pk")[:1]
    rows = Remark.objects.filter(
        task__plan__locality=standing.locality_id,
        at__date__gte=today - TALK,
        pk=Subquery(newest),
    )
    if not standing.may(REVIEW):
        offices = {agency for role, agency in standing.roles if role in DISCUSS.roles}
        owed = Q(task__obligations__agency__in=offices, task__obligations__ended_on=None)
        rows = rows.filter(owed | Q(task__remarks__author=user)).distinct()
    return rows.exclude(author=user).select_related("task__plan", "author", "agency").order_by("at")


def _to_answer(offices: Iterable[int]) -> QuerySet[Direction]:
    """What leaders said to these offices and nobody answered, the day that comes first first."""
    rows = Direction.objects.filter(agency__in=offices, answered_at=None, recalled_at=None)
    return rows.select_related(*SAID_ON).order_by("due", "pk")


def _extensions(standing: Standing) -> QuerySet[Extension]:
    """More time that offices ask for on work that is still open."""
    rows = Extension.objects.filter(
        state=ExtensionState.ASKED,
        occurrence__in=Occurrence.objects.open(),
        occurrence__obligation__task__plan__locality=standing.locality_id,
    )
    related = ("agency", "asked_by", "occurrence__obligation__task__plan")
    return rows.select_related(*related).order_by("asked_on", "pk")


def _said(user: User, today: date) -> QuerySet[Direction]:
    """What this person said: not answered yet, and what was answered lately."""
    rows = Direction.objects.filter(by=user, recalled_at=None)
    rows = rows.filter(Q(answered_at=None) | Q(answered_at__date__gte=today - ANSWERED))
    newest = F("answered_at").desc(nulls_last=True)
    return rows.select_related(*SAID_ON).order_by(newest, "due", "pk")


def _cards(standing: Standing) -> QuerySet[CorrectiveCard]:
    """The corrective cards that are open."""
    rows = CorrectiveCard.objects.filter(
        obligation__task__plan__locality=standing.locality_id, closed_on=None
    )
    rows = rows.select_related("obligation__task__plan", "obligation__agency")
    return rows.order_by("opened_on", "pk")


def _proposals(standing: Standing) -> QuerySet[Proposal]:
    """What offices propose to change and waits for an answer or, answered from above, for a decision here."""
    rows = Proposal.objects.waiting().filter(plan__locality=standing.locality_id)
    return rows.select_related("agency", "plan", "task", "submission").order_by("made_at", "pk")


def _hand_overs(standing: Standing, today: date) -> QuerySet[HandOver]:
    """The hand-overs whose day has come and that nobody has confirmed."""
    rows = HandOver.objects.filter(locality=standing.locality_id, state=HandOverState.READY)
    return rows.filter(effective_on__lte=today).order_by("effective_on", "pk")


def _missing(standing: Standing, today: date) -> QuerySet[OfficeReport]:
    """The reports that are overdue and never came, of offices that are pressed."""
    rows = OfficeReport.objects.filter(
        taken(), round__plan__locality=standing.locality_id, due__lt=today, first_sent_at=None
    )
    return rows.filter(invited=False).select_related(*REPORT).order_by("due", "agency__sort_key")


def _late(user: User, standing: Standing, today: date) -> QuerySet[Occurrence]:
    """Overdue work, the longest overdue first; of the offices in a leader's charge, where he has some."""
    rows: Any = Occurrence.objects.open().with_deadline()
    rows = rows.filter(in_force__lt=today, in_force__gte=F("watched_from"))
    rows = rows.filter(
        obligation__task__plan__locality=standing.locality_id, obligation__task__same_as=None
    )
    rows = rows.exclude(obligation__share__in=(Share.INVITED, Share.ADDS))
    rows = rows.filter(Q(condition="") | Q(condition_met_on__isnull=False))
    if offices := in_charge_of(user, today):
        rows = rows.filter(obligation__agency__in=offices)
    rows = rows.select_related("obligation__task__plan", "obligation__agency")
    return rows.order_by("in_force", "pk")


@dataclass(frozen=True, slots=True)
class LateRow:
    """A row of a register whose day has passed, and the office that was to see to it."""

    due: DueRow
    agency: Agency


def _late_rows(user: User, standing: Standing, today: date) -> Part:
    """Overdue rows of registers, the longest overdue first; of the offices in a leader's charge, where he has some.

    A row that several offices see to stands there once.
    """
    ours = Agency.objects.filter(locality=standing.locality_id)
    if offices := in_charge_of(user, today):
        ours = ours.filter(pk__in=offices)
    known = ours.in_bulk()
    late = due_rows(known, today - timedelta(days=1))
    once = {(row.register, row.pk): row for row in reversed(late) if not row.what.inside}
    pressed = [LateRow(row, known[row.agency_id]) for row in reversed(once.values())]
    return Part(pressed[:MOST], min(len(pressed), CAP))


def _roleless(standing: Standing, today: date) -> QuerySet[User]:
    """People with an open account who hold no role today."""
    held = Membership.objects.in_force(today).values("user")
    rows = User.objects.filter(locality=standing.locality_id, is_active=True)
    return rows.exclude(pk__in=held).order_by("sort_key", "pk")


def _unnamed(standing: Standing) -> QuerySet[Intake]:
    """Documents under review in which names of offices are still to be settled, with how many."""
    rows = Intake.objects.filter(locality=standing.locality_id, stage=Stage.READ)
    rows = rows.annotate(open_names=Count("names", filter=Q(names__settled=False)))
    return rows.filter(open_names__gt=0).order_by("started_at")
