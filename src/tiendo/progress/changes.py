"""What was asked for, said and opened on work: extensions, words of leaders, corrective cards."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.timezone import localdate

from tiendo.accounts.access import Request
from tiendo.accounts.rights import (
    ANSWER,
    ASK_EXTENSION,
    ASK_TO_EXPLAIN,
    DECIDE_EXTENSION,
    Standing,
)
from tiendo.plans.models import Target, Task
from tiendo.progress.directing.services import answer_of
from tiendo.progress.models import (
    CorrectiveCard,
    Direction,
    Extension,
    ExtensionState,
    Occurrence,
    OfficeReport,
)
from tiendo.progress.record import Record


@dataclass(frozen=True, slots=True)
class Told:
    """One thing a leader said; `answer` says where it stands, the rest what the reader may do with it."""

    row: Direction
    answer: str
    may_answer: bool
    may_recall: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """One request for more time, and what the reader may do with it."""

    row: Extension
    may_decide: bool
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """What stands on the page of a task; `ask` is the period for which the reader may ask for more time."""

    told: list[Told]
    requests: list[Asked]
    cards: list[CorrectiveCard]
    closed: list[CorrectiveCard]
    ask: Occurrence | None
    may_say: bool


def changes_of(request: Request, task: Task, record: Record, *, back: bool = False) -> Changes:
    """What was said and asked on `task`, in two queries; `back`: what was known by the end of the day."""
    standing, today, primary = request.standing, request.today, record.primary
    owed_as = task.same_as if task.same_as and task.same_as.plan_id != task.plan_id else task
    until = today if back else None
    requests = [_asked(row, standing, back) for row in _extensions(owed_as, until)]
    asked = {each.row.occurrence_id for each in requests if each.row.state == ExtensionState.ASKED}
    spoken = Direction.objects.filter(obligation__task=owed_as)
    free = primary is not None and primary.pk not in asked
    return Changes(
        told=[_told(row, request, back) for row in _directions(spoken, until)],
        requests=requests,
        cards=[card for card in record.cards if _stands(card, until)],
        closed=[card for card in record.cards if _is_closed(card, until)],
        ask=primary if free and _may_ask(primary, standing) else None,  # type: ignore[arg-type]
        may_say=standing.may(ASK_TO_EXPLAIN) and not back,
    )


def _may_ask(period: Occurrence, standing: Standing) -> bool:
    return bool(period.deadline) and standing.may(ASK_EXTENSION, period.obligation.agency_id)


def _extensions(task: Task, until: date | None) -> Iterable[Extension]:
    rows = Extension.objects.filter(occurrence__obligation__task=task)
    related = ("agency", "asked_by", "decided_by", "stands_in_for", "occurrence__obligation")
    rows = rows.filter(asked_on__lte=until) if until else rows
    for row in rows.select_related(*related).order_by("-asked_on", "-pk"):
        if until and row.decided_on and row.decided_on > until:
            row.state, row.due, row.decided_on = ExtensionState.ASKED, None, None
        yield row


def _asked(row: Extension, standing: Standing, back: bool) -> Asked:
    waits = row.state == ExtensionState.ASKED and not back
    own = standing.may(ASK_EXTENSION, row.occurrence.obligation.agency_id)
    return Asked(row, waits and standing.may(DECIDE_EXTENSION), waits and own)


def _directions(rows: QuerySet[Direction], until: date | None) -> Iterable[Direction]:
    """What leaders said, or what was known of it by the end of a day."""
    rows = rows.select_related(*PEOPLE)
    for row in rows.filter(said_at__date__lte=until) if until else rows:
        if until and row.answered_at and localdate(row.answered_at) > until:
            row.answered_at, row.answer = None, ""
        if until and row.recalled_at and localdate(row.recalled_at) > until:
            row.recalled_at = None
        yield row


PEOPLE = ("agency", "by", "answered_by")


def _told(row: Direction, request: Request, back: bool = False) -> Told:
    waits = row.answered_at is None and row.recalled_at is None and not back
    return Told(
        row,
        answer_of(row, request.today).value,
        may_answer=waits and request.standing.may(ANSWER, row.agency_id),
        may_recall=waits and row.by_id == request.user.pk,
    )


def _stands(card: CorrectiveCard, until: date | None) -> bool:
    """Whether the card is open now, or was open at the end of the day `until`."""
    if until is None:
        return card.closed_on is None
    return card.opened_on <= until and (card.closed_on is None or card.closed_on > until)


def _is_closed(card: CorrectiveCard, until: date | None) -> bool:
    """Whether the card is closed now, or was closed by the end of the day `until`."""
    return card.closed_on is not None and (until is None or card.closed_on <= until)


def told_on_target(request: Request, target: Target, *, back: bool = False) -> list[Told]:
    """What leaders said on a target, in one query; `back`: what was known by the end of the day."""
    rows = _directions(target.directions.all(), request.today if back else None)
    return [_told(row, request, back) for row in rows]


def told_on_report(request: Request, report: OfficeReport) -> list[Told]:
    """What was said on a report that did not come, in one query."""
    return [_told(row, request) for row in report.directions.select_related(*PEOPLE)]
