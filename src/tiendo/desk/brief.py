"""One page for the Monday meeting, made by itself: late, off course, waiting for my decision, promised last time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from tiendo.accounts.models import User
from tiendo.accounts.rights import Standing
from tiendo.desk.waiting import Waiting, waiting_of
from tiendo.indicators.judging.values import Verdict
from tiendo.plans.models import Plan
from tiendo.progress.dashboard.reading import Line as TargetLine
from tiendo.progress.dashboard.reading import lines, targets_of
from tiendo.progress.directing.services import answer_of
from tiendo.progress.listing import Line, worst_first
from tiendo.progress.listing import lines as task_lines
from tiendo.progress.models import Direction, OfficeReport
from tiendo.progress.pressing import status_in
from tiendo.progress.rounds.queue import taken
from tiendo.progress.status import NEEDS_ATTENTION

MOST = 5  # of each kind: the page is one sheet
LAST_TIME = timedelta(days=14)  # promises of the last two weeks
OFF = (Verdict.MISSED, Verdict.AT_RISK, Verdict.BEHIND)
# What a leader or a coordinator settles, in the order of the page.
TO_SETTLE = (
    ("extensions", _("more time asked for")),
    ("proposals", _("changes that offices propose")),
    ("approve", _("reports to approve")),
    ("review", _("reports to review")),
    ("refused", _("work that offices sent back")),
    ("conditions", _("decisions that are waited for")),
    ("hand_overs", _("hand-overs to confirm")),
)


@dataclass(frozen=True, slots=True)
class Promise:
    """Words of a leader with what the office answered."""

    row: Direction
    answer: str


@dataclass(frozen=True, slots=True)
class Brief:
    """What stands on the sheet; of each kind the first few, and how many there are."""

    late: list[Line]
    late_count: int
    off: list[TargetLine]
    off_count: int
    settle: list[tuple[Any, int]]
    promised: list[Promise]
    promised_count: int
    silent: list[OfficeReport]
    targets: int


def brief_of(plan: Plan, user: User, standing: Standing, today: date) -> Brief:
    """The sheet of a plan for one reader on a day."""
    rows = [row for row in worst_first(plan.tasks.listed(), today) if _is_late(row)]
    targets = lines(targets_of(plan, today), today, plan.locality_id)
    off = [row for row in targets if row.judged.judgement.verdict in OFF]
    promised = _promised(plan, today)
    return Brief(
        late=_key_first(task_lines(rows, today))[:MOST],
        late_count=len(rows),
        off=off[:MOST],
        off_count=len(off),
        settle=list(_to_settle(waiting_of(user, standing, today))),
        promised=[Promise(row, answer_of(row, today).value) for row in promised[:MOST]],
        promised_count=promised.count(),
        silent=list(_silent(plan, today)),
        targets=len(targets),
    )


def _is_late(row: tuple[int, str, int | None]) -> bool:
    return row[2] is not None and status_in(row[2]) in NEEDS_ATTENTION


def _key_first(rows: list[Line]) -> list[Line]:
    """Key tasks before the others, each as they came."""
    return sorted(rows, key=lambda row: not row.task.key)


def _to_settle(waiting: Waiting) -> Iterable[tuple[Any, int]]:
    for name, words in TO_SETTLE:
        if count := getattr(waiting, name).count:
            yield words, count


def _promised(plan: Plan, today: date) -> QuerySet[Direction]:
    """What leaders said on a plan that fell due, or was answered, since the meetings before, and what is still open."""
    about = (
        Q(obligation__task__plan=plan) | Q(office_report__round__plan=plan) | Q(target__plan=plan)
    )
    lately = Q(due__gte=today - LAST_TIME) | Q(answered_at=None)
    rows = Direction.objects.filter(about & lately, recalled_at=None)
    related = ("agency", "obligation__task", "office_report__round", "target")
    return rows.select_related(*related).order_by("due", "pk")


def _silent(plan: Plan, today: date) -> QuerySet[OfficeReport]:
    """The reports that are overdue and were never sent."""
    rows = OfficeReport.objects.filter(taken(), round__plan=plan, first_sent_at=None)
    rows = rows.filter(due__lt=today, invited=False, round__closed_at=None)
    return rows.select_related("agency", "round").order_by("due", "agency__sort_key")
