"""How an application says what of its rows goes from an office that ends to its successor.

The applications declare it: `settings.OFFICE_MOVERS` names their movers, as
"tiendo.progress.handover.work.WORK", or a function that gives several. The hand-over previews, makes and puts back
what they say.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from tiendo.agencies.models import Agency
from tiendo.history import services as history
from tiendo.history.models import Cause


@dataclass(frozen=True, slots=True)
class Act:
    """A hand-over being made or put back: the day it holds from, by whom, when, and the reason for the history."""

    day: date
    actor: Any
    now: datetime
    reason: str

    @property
    def why(self) -> dict[str, Any]:
        """Who and why, as the history wants it."""
        return {"actor": self.actor, "cause": Cause.SUCCESSION, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Piece:
    """One row that goes from office `old` to office `new`; `person` is who is placed to do it there."""

    row: int
    old: int
    new: int
    person: int | None = None
    after: Mapping[str, Any] = field(default_factory=dict)  # what the move left, to put it back


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a piece. `there`: it went, or is back; else it stays. `after` is for putting it back."""

    there: bool
    after: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OfficeMover:
    """One kind of open thing of offices.

    `rows(offices, day)` are the open rows; `office` is the path from a row to the key of its office.
    `label` says in words what a row is, for lists; `by_share`: where an office is divided, its rows are
    proposed for the successors in proportion to their shares, else all for the largest. `move` and
    `put_back` write many rows at once, belong inside the caller's transaction, and answer for each piece by
    its `row`; a row that another hand has moved or settled since stays as it is.
    """

    name: str
    title: Promise
    office: str
    rows: Callable[[Sequence[int], date], QuerySet[Any]]
    label: Callable[[Any], str]
    move: Callable[[Sequence[Piece], Act], dict[int, Result]]
    put_back: Callable[[Sequence[Piece], Act], dict[int, Result]]
    by_share: bool = False
    text: Callable[[Any], str] = str  # where the words of a field are looked for


def office_movers() -> Iterator[OfficeMover]:
    """The movers that the settings name, in their order."""
    for name in settings.OFFICE_MOVERS:
        found = import_string(name)
        yield from found() if callable(found) else (found,)


def offices_of(pieces: Sequence[Piece]) -> dict[int, Agency]:
    """The offices that pieces name, old and new, in one query."""
    return Agency.objects.in_bulk({each for piece in pieces for each in (piece.old, piece.new)})


Place = tuple[Any, ...]  # what only one row of an office may have


def point_at_new(
    pieces: Sequence[Piece],
    rows: Mapping[int, Any],
    taken: set[Place],
    place: Callable[[Any], Place],
    act: Act,
) -> dict[int, Result]:
    """Let rows with an `agency` belong to the new office; one whose `place` is `taken` there stays. For `move`."""
    going = []
    known, offices = [copy(row) for row in rows.values()], offices_of(pieces)
    for piece in pieces:
        row = rows.get(piece.row)
        if row is None or row.agency_id != piece.old:
            continue
        row.agency = offices[piece.new]
        if place(row) in taken:
            row.agency = offices[piece.old]
        else:
            taken.add(place(row))
            going.append(row)
    history.save_all(going, known=known, **act.why)
    gone = {row.pk for row in going}
    return {piece.row: Result(piece.row in gone) for piece in pieces}


def point_back(pieces: Sequence[Piece], rows: Mapping[int, Any], act: Act) -> dict[int, Result]:
    """Let rows belong to the old office again, those that still belong to the new one; for `put_back`."""
    results: dict[int, Result] = {}
    going: list[Any] = []
    known, offices = [copy(row) for row in rows.values()], offices_of(pieces)
    for piece in pieces:
        row: Any = rows.get(piece.row)
        here = row is not None and row.agency_id == piece.new
        results[piece.row] = Result(here)
        if here:
            row.agency = offices[piece.old]
            going.append(row)
    history.save_all(going, known=known, **act.why)
    return results


Open = Callable[[], QuerySet[Any]]
PlaceOf = Callable[[Any], tuple[Any, ...]]


def mover_of_open(
    name: str, title: Promise, open_rows: Open, place: PlaceOf | None = None
) -> OfficeMover:
    """A mover for the open rows of a model with an `agency`.

    An office may have one row of each `place`, of which the office is a part, and any number where none is given.
    """
    return OfficeMover(
        name=name,
        title=title,
        office="agency_id",
        rows=partial(_open_of, open_rows),
        label=str,
        move=partial(_move_open, open_rows, place),
        put_back=partial(_put_open_back, open_rows),
    )


def _open_of(open_rows: Open, offices: Sequence[int], _day: date) -> QuerySet[Any]:
    return open_rows().filter(agency__in=offices).order_by("agency", "pk")


def _locked(open_rows: Open, pieces: Sequence[Piece]) -> dict[int, Any]:
    return open_rows().select_for_update().in_bulk([piece.row for piece in pieces])


def _move_open(
    open_rows: Open, place: PlaceOf | None, pieces: Sequence[Piece], act: Act
) -> dict[int, Result]:
    rows = _locked(open_rows, pieces)
    if place is None:
        return point_at_new(pieces, rows, set(), lambda row: (row.pk,), act)
    model: Any = open_rows().model
    there = model.objects.filter(agency__in={piece.new for piece in pieces})
    return point_at_new(pieces, rows, set(map(place, there)), place, act)


def _put_open_back(open_rows: Open, pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    return point_back(pieces, _locked(open_rows, pieces), act)
