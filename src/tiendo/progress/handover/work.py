"""What offices owe, and how it goes to their successors: a new obligation takes over what is open of the old one.

The old obligation ends and keeps what was settled under it. A period goes over with all that hangs on it:
reports, evidence, extensions, parts asked of others. A period that the successor owes already, because
another old office owed it too, stays where it is and is owed by nobody: the successor owes it once.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, Model, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.moving import Act, OfficeMover, Piece, Result, offices_of
from tiendo.history import services as history
from tiendo.progress.models import (
    CorrectiveCard,
    Direction,
    EarlierHolder,
    Handler,
    Obligation,
    Occurrence,
    Report,
    Step,
)
from tiendo.progress.owing.rules import stronger
from tiendo.progress.owing.shares import Share

Place = tuple[int, int]  # task, office


def open_work(offices: Sequence[int], day: date) -> QuerySet[Obligation]:
    """What these offices owe of which something is open, with everything a list of it shows."""
    periods = Occurrence.objects.open().filter(obligation=OuterRef("pk"))
    rows = Obligation.objects.filter(Exists(periods), agency__in=offices, ended_on=None)
    rows = rows.select_related("agency", "task__plan__locality")
    return rows.order_by("agency", "task__plan", "task__kind", "task__position", "pk")


def _label(row: Obligation) -> str:
    words = f"{row.task.number}. {row.task.text}" if row.task.number else row.task.text
    return words[:300]


def _text(row: Obligation) -> str:
    """Where the words of a field are looked for."""
    return f"{row.task.section} {row.task.text}"


@dataclass(slots=True)
class Going:
    """The rows of one part of a hand-over: old obligations, those they go to, what hangs on them."""

    pieces: dict[int, Piece]
    rows: dict[int, Obligation]
    targets: dict[Place, Obligation]
    made: list[Obligation] = field(default_factory=list)

    def target(self, row: Obligation) -> Obligation:
        """The obligation that takes a row over."""
        return self.targets[row.task_id, self.pieces[row.pk].new]


def move(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    """Let the successors owe this work from the day on."""
    going = _going(pieces, act)
    known = [copy(row) for row in (*going.rows.values(), *going.targets.values()) if row.pk]
    _take_over(going, act)
    carried = _carry(going, act)  # before the old ones end: what is open is asked for
    history.save_all(going.rows.values(), known=known, **act.why)
    results = {key: Result(False) for key in going.pieces}
    for row in going.rows.values():
        target = going.target(row)
        results[row.pk] = Result(True, {"to": target.pk, "made": target in going.made})
    for name, keys in carried.items():
        for row_key, moved in keys.items():
            results[row_key].after[name] = moved
    _name_people(going, act)
    return results


def _going(pieces: Sequence[Piece], act: Act) -> Going:
    by_row = {piece.row: piece for piece in pieces}
    rows = open_work([piece.old for piece in pieces], act.day).in_bulk(list(by_row))
    rows = {key: row for key, row in rows.items() if row.agency_id == by_row[key].old}
    tasks = {row.task_id for row in rows.values()}
    offices = {piece.new for piece in pieces}
    there = Obligation.objects.filter(task__in=tasks, agency__in=offices)
    there = there.select_related("agency", "task__plan__locality")
    return Going(by_row, rows, {(row.task_id, row.agency_id): row for row in there})


def _take_over(going: Going, act: Act) -> None:
    """End the old obligations and begin, or strengthen, those that follow; the new ones are stored first."""
    offices = offices_of(list(going.pieces.values()))
    before = {place: copy(row) for place, row in going.targets.items()}
    for row in going.rows.values():
        place = (row.task_id, going.pieces[row.pk].new)
        if place not in going.targets:
            new = Obligation(task=row.task, agency=offices[place[1]], share=row.share)
            new.since = act.day
            going.targets[place] = new
            going.made.append(new)
        target = going.targets[place]
        target.share = stronger(Share(target.share), Share(row.share))
        target.ended_on, target.ended_reason, target.handed_to = None, "", None
    history.add_all(going.made, **act.why)
    stored = [row for place, row in going.targets.items() if place in before]
    history.save_all(stored, known=before.values(), **act.why)
    for row in going.rows.values():
        row.handed_to, row.ended_on = going.target(row), act.day
        row.ended_reason = act.reason[:300]


def _carry(going: Going, act: Act) -> dict[str, dict[int, list[int]]]:
    """Carry what hangs on the old obligations over; answers which rows went, by kind and old obligation."""
    keys = list(going.rows)
    periods = _periods_to_move(going)
    _remember(periods, act)
    handlers = _handlers_to_move(going)
    steps = list(Step.objects.filter(obligation__in=keys))
    asked = Direction.objects.filter(obligation__in=keys, answered_at=None, recalled_at=None)
    kinds: dict[str, Sequence[Any]] = {
        "periods": periods,
        "handlers": handlers,
        "steps": steps,
        "directions": list(asked.select_related("locality", "agency")),
        "cards": _cards_to_move(going),
    }
    return {name: _carry_rows(rows, going, act) for name, rows in kinds.items() if rows}


def _remember(periods: Iterable[Occurrence], act: Act) -> None:
    """Keep under which obligation these periods were owed until the day before; call it before they go."""
    last = act.day - timedelta(days=1)
    EarlierHolder.objects.bulk_create(
        [
            EarlierHolder(occurrence=row, obligation_id=row.obligation_id, until=last)
            for row in periods
        ],
        batch_size=500,
    )


def _periods_to_move(going: Going) -> list[Occurrence]:
    """The open periods that the successor does not owe yet; of those alike the one last heard of."""
    keys = [row.pk for row in going.targets.values() if row.pk]
    there = Occurrence.objects.filter(obligation__in=keys)
    taken = {
        (owed, *period) for owed, *period in there.values_list("obligation", "kind", "year", "part")
    }
    found = Occurrence.objects.open().filter(obligation__in=list(going.rows))
    found = found.select_for_update(of=("self",))  # nobody settles one meanwhile
    moving = []
    for row in sorted(found, key=lambda row: (-_heard(row), row.pk)):
        place = (going.target(going.rows[row.obligation_id]).pk, row.kind, row.year, row.part)
        if place not in taken:
            taken.add(place)
            moving.append(row)
    return moving


def _heard(row: Occurrence) -> int:
    return row.last_reported_on.toordinal() if row.last_reported_on else 0


def _handlers_to_move(going: Going) -> list[Handler]:
    keys = [row.pk for row in going.targets.values()]
    named = Handler.objects.filter(obligation__in=keys, ended_at=None)
    taken = set(named.values_list("obligation", "user"))
    moving = []
    for row in Handler.objects.filter(obligation__in=list(going.rows), ended_at=None):
        place = (going.target(going.rows[row.obligation_id]).pk, row.user_id)
        if place not in taken:
            taken.add(place)
            moving.append(row)
    return moving


def _cards_to_move(going: Going) -> list[CorrectiveCard]:
    """The open cards; one for each successor, the oldest."""
    taken: set[int] = set()
    moving = []
    rows = CorrectiveCard.objects.filter(obligation__in=list(going.rows), closed_on=None)
    for row in rows.order_by("opened_on", "pk"):
        place = going.target(going.rows[row.obligation_id]).pk
        if place not in taken:
            taken.add(place)
            moving.append(row)
    return moving


def _carry_rows(rows: Sequence[Any], going: Going, act: Act) -> dict[int, list[int]]:
    known = [copy(row) for row in rows]
    went: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        old = going.rows[row.obligation_id]
        went[old.pk].append(row.pk)
        row.obligation = going.target(old)
        if isinstance(row, Direction):
            row.agency = row.obligation.agency
    _store(rows, known, act)
    return went


def _store(rows: Sequence[Model], known: Iterable[Model], act: Act) -> None:
    history.save_all(rows, known=known, **act.why)


def _name_people(going: Going, act: Act) -> None:
    """Name who was placed to do the work at the successor, unless named already."""
    keys = [row.pk for row in going.targets.values()]
    named = Handler.objects.filter(obligation__in=keys, ended_at=None)
    taken = set(named.values_list("obligation", "user"))
    new = []
    for row in going.rows.values():
        person, target = going.pieces[row.pk].person, going.target(row)
        if person and (target.pk, person) not in taken:
            taken.add((target.pk, person))
            named_by = {"named_by": act.actor, "named_at": act.now}
            new.append(Handler(obligation=target, user_id=person, **named_by))
    history.add_all(new, **act.why)


def put_back(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    """Let the old offices owe this work again; what the successors settled since stays with them."""
    rows = Obligation.objects.select_related("agency", "task__plan__locality")
    olds = rows.in_bulk([piece.row for piece in pieces])
    targets = rows.in_bulk([piece.after["to"] for piece in pieces if "to" in piece.after])
    known = [copy(row) for row in (*olds.values(), *targets.values())]
    results = {}
    back: list[Piece] = []
    for piece in pieces:
        old = olds.get(piece.row)
        results[piece.row] = Result(old is not None and old.handed_to_id == piece.after.get("to"))
        if results[piece.row].there and old is not None:
            old.handed_to, old.ended_on, old.ended_reason = None, None, ""
            back.append(piece)
    history.save_all(olds.values(), known=known, **act.why)
    _carry_back(back, olds, act)
    for key, found in _settled_since(back).items():
        results[key].after.update(found)
    _end_made(back, olds, targets, act)
    return results


CARRIED: dict[str, type[Model]] = {
    "periods": Occurrence,
    "handlers": Handler,
    "steps": Step,
    "directions": Direction,
    "cards": CorrectiveCard,
}


def _carry_back(pieces: Sequence[Piece], olds: dict[int, Obligation], act: Act) -> None:
    for name, model in CARRIED.items():
        origin = {key: olds[piece.row] for piece in pieces for key in piece.after.get(name, ())}
        targets = {piece.after["to"] for piece in pieces}
        found = model._base_manager.filter(pk__in=list(origin), obligation__in=targets)
        if model is Occurrence:
            origin |= _come_since(pieces, olds)
            found = Occurrence.objects.open().filter(pk__in=list(origin), obligation__in=targets)
            found = found.select_for_update(of=("self",))
        rows: list[Any] = list(found)
        if model is Occurrence:
            _remember(rows, act)
        known = [copy(row) for row in rows]
        for row in rows:
            row.obligation = origin[row.pk]
            if isinstance(row, Direction):
                row.agency = row.obligation.agency
        _store(rows, known, act)


def _come_since(pieces: Sequence[Piece], olds: dict[int, Obligation]) -> dict[int, Obligation]:
    """The open periods that a decision added under what the hand-over made, each with the old one that owes it now."""
    made: dict[int, Obligation] = {}
    for piece in pieces:
        if piece.after.get("made"):
            made.setdefault(piece.after["to"], olds[piece.row])
    others = Obligation.objects.filter(handed_to__in=made).values_list("handed_to", flat=True)
    alone = made.keys() - set(others)
    carried = [key for piece in pieces for key in piece.after.get("periods", ())]
    rows = Occurrence.objects.open().filter(obligation__in=alone).exclude(pk__in=carried)
    there = Occurrence.objects.filter(obligation__in=[row.pk for row in made.values()])
    taken = set(there.values_list("obligation", "kind", "year", "part"))
    return {
        row.pk: made[row.obligation_id]
        for row in rows
        if (made[row.obligation_id].pk, row.kind, row.year, row.part) not in taken
    }


def _settled_since(pieces: Sequence[Piece]) -> dict[int, dict[str, int]]:
    """How much of what went over stays with the successor: periods it settled, reports it made on the others."""
    whose = {key: piece for piece in pieces for key in piece.after.get("periods", ())}
    found: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    there = Occurrence.objects.filter(pk__in=list(whose))
    for key, obligation in there.values_list("pk", "obligation"):
        if obligation == whose[key].after["to"]:
            found[whose[key].row]["stays"] += 1
    said = Report.objects.filter(occurrence__in=list(whose))
    for key, office in said.values_list("occurrence", "agency"):
        if office == whose[key].new:
            found[whose[key].row]["said"] += 1
    return found


def _end_made(
    pieces: Sequence[Piece],
    olds: dict[int, Obligation],
    targets: dict[int, Obligation],
    act: Act,
) -> None:
    """End the obligations that the hand-over made; they keep what was settled under them."""
    made = {piece.after["to"]: piece.row for piece in pieces if piece.after.get("made")}
    ending = [targets[key] for key in made.keys() - _still_held(made) if key in targets]
    known = [copy(row) for row in ending]
    for row in ending:
        row.ended_on, row.handed_to, row.ended_reason = (
            act.day,
            olds[made[row.pk]],
            act.reason[:300],
        )
    history.save_all(ending, known=known, **act.why)


def _still_held(keys: Collection[int]) -> set[int]:
    """Those of these obligations that have open work, or stand for another old one still."""
    open_rows = Occurrence.objects.open().filter(obligation__in=keys)
    others = Obligation.objects.filter(handed_to__in=keys)
    held = {row.handed_to_id for row in others if row.handed_to_id is not None}
    return held | set(open_rows.values_list("obligation", flat=True))


WORK = OfficeMover(
    name="work",
    title=_("Tasks, duties"),
    office="agency_id",
    rows=open_work,
    label=_label,
    text=_text,
    move=move,
    put_back=put_back,
    by_share=True,
)
