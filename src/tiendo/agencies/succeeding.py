"""Recording that offices follow others from a day on, and taking that back before anything was handed over."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from tiendo.agencies import services
from tiendo.agencies.models import Agency, GroupMember, Locality, Succession
from tiendo.agencies.succession import Life, Step, refusals
from tiendo.history import services as history
from tiendo.history.models import Cause

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Line:
    """One old office and who follows it: an office that is here, a new one not stored yet, or nobody."""

    predecessor: Agency
    successor: Agency | None
    kind: str
    share: Decimal | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """The legal document that says so: its number and symbol, its day."""

    number: str = ""
    issued_on: date | None = None

    @property
    def words(self) -> str:
        """For the history: "1663/NQ-UBTVQH15, 16/06/2025"."""
        day = f"{self.issued_on:%d/%m/%Y}" if self.issued_on else ""
        return ", ".join(filter(None, (self.number, day)))


def steps_of(locality: Locality | int) -> list[Step]:
    """Every succession of a locality, for the rules; one query."""
    rows = Succession.objects.filter(predecessor__locality=locality)
    return [step_of(row) for row in rows]


def step_of(row: Succession) -> Step:
    """A succession as the rules take it."""
    return Step(row.predecessor_id, row.successor_id, row.effective_on, row.share, row.field)


@transaction.atomic
def record(
    *, lines: Sequence[Line], effective_on: date, document: Document, actor: Any
) -> list[Succession]:
    """Let offices follow others from `effective_on` on; return the rows, one for each line.

    The old offices exist until the day before, new ones from that day on; where an old office was in a
    group, its successors of the same kind are in it from that day on. All or nothing: raises
    ValidationError with every reason.
    """
    if not lines:
        raise ValidationError(_("Choose at least one office that is followed."))
    Locality.objects.select_for_update().get(pk=lines[0].predecessor.locality_id)
    places = _places([line.predecessor for line in lines], effective_on)
    _end(lines, effective_on, document, actor)
    _begin(lines, effective_on, actor)
    rows = [_row(line, effective_on, document) for line in lines]
    _refuse(rows)
    for row in rows:
        history.save(row, actor=actor, cause=Cause.SUCCESSION, decision=document.words)
    for row in rows:
        _join(row, places, actor)
    return rows


def _places(predecessors: Iterable[Agency], day: date) -> dict[int, list[GroupMember]]:
    """In which groups each old office is on its last day."""
    last = day - ONE_DAY
    found: dict[int, list[GroupMember]] = {agency.pk: [] for agency in predecessors}
    rows = GroupMember.objects.filter(agency__in=list(found)).select_related("group")
    for row in rows:
        if row.in_force(last):
            found[row.agency_id].append(row)
    return found


def _end(lines: Iterable[Line], day: date, document: Document, actor: Any) -> None:
    for agency in dict.fromkeys(line.predecessor for line in lines):
        if agency.valid_to is None or agency.valid_to >= day:
            if agency.valid_from and agency.valid_from >= day:
                continue  # the rules say why
            services.end_agency(
                agency=agency, last_day=day - ONE_DAY, actor=actor, decision=document.words
            )


def _begin(lines: Iterable[Line], day: date, actor: Any) -> None:
    """Store the successors that are new, each once."""
    for agency in {id(line.successor): line.successor for line in lines}.values():
        if agency is not None and agency._state.adding:
            _store_new(agency, day, actor)


def _store_new(agency: Agency, day: date, actor: Any) -> None:
    """Store a new office, the one it belongs to first."""
    above = agency.parent
    if above is not None and above._state.adding:
        _store_new(above, day, actor)
    facts = {"valid_from": day, "name": agency.name, "parent": above}
    services.write_agency(agency=agency, facts=facts, actor=actor)


def _row(line: Line, day: date, document: Document) -> Succession:
    return Succession(
        predecessor=line.predecessor,
        successor=line.successor,
        kind=line.kind,
        effective_on=day,
        share=line.share,
        field=line.field,
        document=document.number,
        document_on=document.issued_on,
    )


def _refuse(rows: Sequence[Succession]) -> None:
    """Raise ValidationError with every reason why these rows cannot stand beside those that are here."""
    locality = rows[0].predecessor.locality_id
    steps = [*steps_of(locality), *map(step_of, rows)]
    named = {step.predecessor for step in steps}
    named |= {step.successor for step in steps if step.successor is not None}
    lives = {
        agency.pk: Life(agency.name, agency.valid_from, agency.valid_to)
        for agency in Agency.objects.filter(pk__in=named)
    }
    if found := refusals(steps, lives):
        raise ValidationError(found)


def _join(row: Succession, places: dict[int, list[GroupMember]], actor: Any) -> None:
    """Let a successor of the same kind take the place of the old office in its groups."""
    agency = row.successor
    if agency is None or agency.kind != row.predecessor.kind:
        return
    for place in places[row.predecessor_id]:
        since = row.effective_on
        there = place.group.members.filter(Q(valid_to=None) | Q(valid_to__gte=since), agency=agency)
        if not there.exists():
            services.add_members(group=place.group, agencies=[agency], since=since, actor=actor)


def follows_from(agencies: Iterable[int], day: date) -> QuerySet[Succession]:
    """What becomes of these offices on `day`, with the offices on both sides."""
    rows = Succession.objects.filter(predecessor__in=agencies, effective_on=day)
    return rows.select_related("predecessor", "successor")


@transaction.atomic
def withdraw(*, predecessor: Agency, actor: Any, reason: str = "") -> None:
    """Let an office go on after all: who was to follow it does not, and it is back in its groups.

    Offices that were made for it stay and can be deleted by hand. Whether something was handed over
    already is for the caller to ask.
    """
    rows = list(predecessor.followed_by.select_related("successor"))
    if not rows:
        return
    last = rows[0].effective_on - ONE_DAY
    for row in rows:
        history.delete(row, actor=actor, reason=reason)
    places = predecessor.groups.filter(valid_to=last).select_related("group")
    for place in places:
        _leave(place, rows, actor)
        place.valid_to = None
        history.save(place, actor=actor, reason=reason)
    if predecessor.valid_to == last:
        services.go_on(agency=predecessor, actor=actor)


def _leave(place: GroupMember, rows: Iterable[Succession], actor: Any) -> None:
    """Take the successors out of a group again, but those that still follow another member of it."""
    for row in rows:
        others = Succession.objects.filter(
            successor=row.successor, predecessor__groups__group=place.group_id
        )
        if row.successor is None or others.exists():
            continue
        joined = place.group.members.filter(agency=row.successor, valid_from=row.effective_on)
        for member in joined:
            history.delete(member, actor=actor)
