"""Preparing a hand-over, choosing where things go, making it in parts and putting it back in parts.

Each part is one transaction: whoever is killed, and whenever, leaves whole parts behind, and who goes on
takes up the next one. Asked again, nothing is done twice.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import copy
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tiendo.accounts.models import Membership, User
from tiendo.agencies.models import Agency, Locality, Succession
from tiendo.agencies.moving import Act, OfficeMover, Piece, Result, office_movers
from tiendo.agencies.succeeding import step_of
from tiendo.agencies.succession import Step
from tiendo.history import services as history
from tiendo.history.models import Cause
from tiendo.progress.handover.rules import placed
from tiendo.progress.models import HandOver, HandOverMove, HandOverState, MoveState

PART = 500  # rows of one transaction
CAME_SINCE = "came-since"  # code of the refusal to confirm a table that is behind
HANDED_OVER = "Bàn giao từ ngày %(day)s"  # kept as data, in the language of the house


def successions_on(locality: Locality | int, day: date) -> QuerySet[Succession]:
    """Who follows whom in a locality on `day`."""
    rows = Succession.objects.filter(predecessor__locality=locality, effective_on=day)
    return rows.select_related("predecessor", "successor")


@transaction.atomic
def begin_to_prepare(*, locality: Locality, day: date, actor: Any) -> HandOver:
    """The hand-over of `day`, to be prepared (again); `prepare` does the rest.

    Raises ValidationError when no office ends then, or while the product is busy with it.
    """
    Locality.objects.select_for_update().get(pk=locality.pk)
    if not successions_on(locality, day).exists():
        raise ValidationError(_("No office is followed by another on %(day)s.") % _said(day))
    here = HandOver.objects.filter(locality=locality, effective_on=day)
    row = here.exclude(state=HandOverState.UNDONE).first()
    if row and row.at_work and row.state != HandOverState.PREPARING:
        raise ValidationError(_("This hand-over is at work just now. Wait until it has finished."))
    row = row or HandOver(locality=locality, effective_on=day)
    row.state, row.prepared_by, row.stopped_at = HandOverState.PREPARING, actor, None
    history.save(row, actor=actor)
    return row


def _said(day: date) -> dict[str, str]:
    return {"day": f"{day:%d/%m/%Y}"}


def prepare(hand_over: HandOver, now: datetime) -> HandOver:
    """Find everything that is open and propose where it goes; what a person chose before stays chosen."""
    with transaction.atomic():
        row = _held(hand_over, HandOverState.PREPARING)
        if row is None:
            return HandOver.objects.get(pk=hand_over.pk)
        steps = _steps(row)
        for mover in office_movers():
            _plan(row, mover, steps)
        row.state, row.prepared_at = HandOverState.READY, now
        row.total, row.done = row.moves.count(), row.moves.exclude(state=MoveState.PLANNED).count()
        if not row.moves.filter(state=MoveState.PLANNED).exists() and row.confirmed_at:
            row.state = HandOverState.DONE
        row.save()
        return row


def _held(hand_over: HandOver, state: str) -> HandOver | None:
    """The row, held until the transaction ends; None when it is not in this state any more."""
    rows = HandOver.objects.select_for_update(of=("self",)).select_related("locality")
    return rows.filter(pk=hand_over.pk, state=state).first()


def _steps(row: HandOver) -> dict[int, list[Step]]:
    found: dict[int, list[Step]] = defaultdict(list)
    for each in successions_on(row.locality_id, row.effective_on):
        found[each.predecessor_id].append(step_of(each))
    return found


def _plan(row: HandOver, mover: OfficeMover, steps: dict[int, list[Step]]) -> None:
    """Store a move for each open row that has none, and take those away whose row is open no more."""
    by_office: dict[int, list[Any]] = defaultdict(list)
    for each in mover.rows(list(steps), row.effective_on).iterator(chunk_size=2000):
        by_office[getattr(each, mover.office)].append(each)
    there = dict(row.moves.filter(mover=mover.name).values_list("row", "state"))
    open_rows = {each.pk for rows in by_office.values() for each in rows}
    over = {key for key, state in there.items() if state == MoveState.PLANNED} - open_rows
    for part in _parts(sorted(over)):
        row.moves.filter(mover=mover.name, row__in=part).delete()
    again = {key for key, state in there.items() if state != MoveState.PLANNED} & open_rows
    for part in _parts(sorted(again)):  # came back to the old office by another way
        row.moves.filter(mover=mover.name, row__in=part).delete()
    fresh = open_rows - (there.keys() - again)
    moves = [
        move
        for office, rows in by_office.items()
        for move in _proposed(row, mover, office, rows, steps[office])
        if move.row in fresh
    ]
    HandOverMove.objects.bulk_create(moves, batch_size=PART)


def _proposed(
    row: HandOver, mover: OfficeMover, office: int, rows: Sequence[Any], steps: Sequence[Step]
) -> Iterator[HandOverMove]:
    texts = [mover.text(each) for each in rows]
    offices = placed(steps, texts, by_share=mover.by_share)
    for each, new in zip(rows, offices, strict=True):
        yield HandOverMove(
            hand_over=row,
            mover=mover.name,
            row=each.pk,
            old_id=office,
            new_id=new,
            label=mover.label(each)[:300],
        )


def _parts(keys: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for first in range(0, len(keys), PART):
        yield keys[first : first + PART]


def choices_for(moves: Iterable[HandOverMove], hand_over: HandOver) -> QuerySet[Agency]:
    """The offices to which these moves may go: the successors of their old offices; where there is none, any."""
    olds = {move.old_id for move in moves}
    rows = successions_on(hand_over.locality_id, hand_over.effective_on)
    keys = set(rows.filter(predecessor__in=olds).values_list("successor", flat=True)) - {None}
    offices = Agency.objects.filter(locality=hand_over.locality_id)
    if keys:
        return offices.filter(pk__in=keys)
    return offices.in_force(hand_over.effective_on)


def people_for(office: int, hand_over: HandOver) -> QuerySet[User]:
    """Who can be placed to do work at `office`: who holds a role there, or comes there with the hand-over."""
    coming = hand_over.moves.filter(mover="roles", new=office).values("row")
    there = Membership.objects.not_over(hand_over.effective_on).filter(agency=office)
    held = Q(memberships__in=coming) | Q(memberships__in=there.values("pk"))
    return User.objects.filter(held, is_active=True).distinct().order_by("sort_key", "pk")


@transaction.atomic
def go_on(*, hand_over: HandOver, actor: Any) -> HandOver:
    """Let a hand-over that an error stopped go on where it is. Raises ValidationError when none did."""
    rows = HandOver.objects.select_for_update(of=("self",)).filter(stopped_at__isnull=False)
    row = rows.filter(pk=hand_over.pk).first()
    if row is None:
        raise ValidationError(_("This hand-over did not stop, or somebody let it go on."))
    row.stopped_at = None
    history.save(row, actor=actor, cause=Cause.SUCCESSION)
    return row


@transaction.atomic
def place(
    *,
    hand_over: HandOver,
    moves: Collection[int],
    new: Agency | None,
    person: User | None,
    actor: Any,
) -> int:
    """Let these rows go to `new` (None: where they were to go) and be done by `person`; return how many changed.

    Raises ValidationError once it has begun, for an office that does not follow, for a person without a role there.
    """
    row = _held(hand_over, HandOverState.READY)
    if row is None:
        raise ValidationError(_("This hand-over has begun. What has gone over is changed there."))
    rows = list(row.moves.filter(pk__in=moves, state=MoveState.PLANNED).select_related("old"))
    known = [copy(each) for each in rows]
    if new:
        _refuse_other(new, rows, row)
    for each in rows:
        each.new_id = new.pk if new else each.new_id
        each.person = person
    if person:
        _refuse_strangers(person, {each.new_id for each in rows}, row)
    return len(history.save_all(rows, actor=actor, known=known, cause=Cause.SUCCESSION))


def _refuse_other(new: Agency, rows: Iterable[HandOverMove], row: HandOver) -> None:
    """Raise ValidationError for an office that does not follow the old office of each of these rows."""
    for each in {each.old_id: each for each in rows}.values():
        if not choices_for([each], row).filter(pk=new.pk).exists():
            words = _("“%(name)s” does not follow “%(old)s”. Tick only what goes there.")
            raise ValidationError(words % {"name": new, "old": each.old})


def _refuse_strangers(person: User, offices: Iterable[int | None], row: HandOver) -> None:
    for office in offices:
        if office is None or not people_for(office, row).filter(pk=person.pk).exists():
            words = _("%(name)s will hold no role at the successor. Choose somebody who will.")
            raise ValidationError(words % {"name": person})


def refuse_handed_over(agency: Agency) -> None:
    """Raise ValidationError for an office of which something has gone over to its successors."""
    gone = HandOverMove.objects.filter(old=agency, state=MoveState.MOVED)
    if gone.exists():
        words = _(
            "What was open of “%(name)s” is with its successors. Put the hand-over back first."
        )
        raise ValidationError(words % {"name": agency.name})


@transaction.atomic
def confirm(*, hand_over: HandOver, actor: Any, today: date, now: datetime) -> HandOver:
    """Let a prepared hand-over begin; `make` does the rest.

    Raises ValidationError before its day, when it is not prepared, and (code CAME_SINCE) when something came
    since: nobody has seen where that goes.
    """
    row = _held(hand_over, HandOverState.READY)
    if row is None:
        raise ValidationError(_("This hand-over is not prepared, or has begun already."))
    if today < row.effective_on:
        words = _("The successors begin on %(day)s. From that day on it can be confirmed.")
        raise ValidationError(words % _said(row.effective_on))
    if number := came_since(row):
        words = ngettext(
            "%(n)s thing came since this table was made. It is looked through again; see where that goes, then "
            "confirm.",
            "%(n)s things came since this table was made. It is looked through again; see where they go, then "
            "confirm.",
            number,
        )
        raise ValidationError(words % {"n": number}, code=CAME_SINCE)
    row.state, row.confirmed_by, row.confirmed_at = HandOverState.MOVING, actor, now
    history.save(row, actor=actor, cause=Cause.SUCCESSION)
    return row


def came_since(row: HandOver) -> int:
    """How many open rows of the old offices the table does not send anywhere yet; two queries for each kind."""
    offices, number = list(_steps(row)), 0
    for mover in office_movers():
        planned = set(
            row.moves.filter(mover=mover.name, state=MoveState.PLANNED).values_list(
                "row", flat=True
            )
        )
        there = {each.pk for each in mover.rows(offices, row.effective_on)}
        number += len(there - planned)
    return number


def make(hand_over: HandOver, now: datetime) -> HandOver:
    """Hand everything over, part by part, until nothing is left; taken up where it was left."""
    movers = list(office_movers())
    while _make_part(hand_over, movers, now):
        pass
    return HandOver.objects.get(pk=hand_over.pk)


@transaction.atomic
def _make_part(hand_over: HandOver, movers: Sequence[OfficeMover], now: datetime) -> bool:
    row = _held(hand_over, HandOverState.MOVING)
    if row is None:
        return False
    act = Act(_day_of(row.confirmed_at), row.confirmed_by, now, _reason(row))
    for mover in movers:
        moves = list(row.moves.filter(mover=mover.name, state=MoveState.PLANNED)[:PART])
        if moves:
            results = mover.move([_piece(move) for move in moves if move.new_id], act)
            _note(row, moves, results, (MoveState.MOVED, MoveState.LEFT))
            return True
    row.state = HandOverState.DONE
    history.save(row, actor=row.confirmed_by, cause=Cause.SUCCESSION)
    return False


def _day_of(moment: datetime | None) -> date:
    """The day from which it holds: that of the confirmation. What the old offices did until then stays theirs."""
    return localdate(moment)


def _reason(row: HandOver) -> str:
    """The words for the history."""
    words = HANDED_OVER % _said(_day_of(row.confirmed_at))
    first = successions_on(row.locality_id, row.effective_on).exclude(document="").first()
    return f"{words} ({first.document})" if first else words


def _piece(move: HandOverMove) -> Piece:
    return Piece(move.row, move.old_id, move.new_id or 0, move.person_id, move.after)


def _note(
    row: HandOver,
    moves: Sequence[HandOverMove],
    results: dict[int, Result],
    states: tuple[str, str],
) -> None:
    """Keep what became of a part, and how far the whole is."""
    went, stayed = states
    for move in moves:
        result = results.get(move.row, Result(False))
        move.state = went if result.there else stayed
        move.after = move.after | result.after
    HandOverMove.objects.bulk_update(moves, ["state", "after"], batch_size=PART)
    HandOver.objects.filter(pk=row.pk).update(done=row.done + len(moves))


@transaction.atomic
def begin_to_undo(*, hand_over: HandOver, actor: Any, reason: str, now: datetime) -> HandOver:
    """Let a hand-over be put back; `put_back` does the rest. Raises ValidationError when nothing went over yet."""
    row = _held(hand_over, HandOverState.DONE) or _held(hand_over, HandOverState.READY)
    if row is None or not row.moves.filter(state=MoveState.MOVED).exists():
        raise ValidationError(
            _("Nothing of this hand-over has gone over, or it is at work just now.")
        )
    row.state, row.undone_by, row.undone_at = HandOverState.UNDOING, actor, now
    row.reason, row.done = reason[:300], 0
    row.total = row.moves.filter(state=MoveState.MOVED).count()
    history.save(row, actor=actor, cause=Cause.SUCCESSION, reason=reason[:500])
    return row


def put_back(hand_over: HandOver, now: datetime) -> HandOver:
    """Put everything back, part by part and the last first; what the successors settled since stays."""
    movers = list(office_movers())[::-1]
    while _put_part_back(hand_over, movers, now):
        pass
    return HandOver.objects.get(pk=hand_over.pk)


@transaction.atomic
def _put_part_back(hand_over: HandOver, movers: Sequence[OfficeMover], now: datetime) -> bool:
    row = _held(hand_over, HandOverState.UNDOING)
    if row is None:
        return False
    act = Act(_day_of(row.undone_at), row.undone_by, now, row.reason)
    for mover in movers:
        rows = row.moves.filter(mover=mover.name, state=MoveState.MOVED)
        moves = list(rows.order_by("-pk")[:PART])
        if moves:
            results = mover.put_back([_piece(move) for move in moves], act)
            _note(row, moves, results, (MoveState.BACK, MoveState.STAYS))
            return True
    row.state = HandOverState.UNDONE
    history.save(row, actor=row.undone_by, cause=Cause.SUCCESSION, reason=row.reason)
    return False
