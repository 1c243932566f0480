"""Whom a thing concerns on a day: who does it, who heads the office, which leader looks after it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tiendo.accounts.models import Charge, Membership, Role, StandIn
from tiendo.desk.reminders.rules import Thing, Whom
from tiendo.progress.due import NEWS, Due, DueKind
from tiendo.progress.models import Handler
from vanban.text import fold

AT_ONCE = NEWS | {DueKind.RETURNED, DueKind.APPROVAL, DueKind.DIRECTION, DueKind.EXTENSION}
OF_COORDINATORS = frozenset({DueKind.CONDITION, DueKind.EXTENSION})

People = frozenset[int]
NOBODY: People = frozenset()


@dataclass(frozen=True, slots=True)
class Posts:
    """Who holds which post of a locality on one day. Who is away is in it: `present` puts the deputy in his place."""

    holders: Mapping[tuple[Role, int], People]  # by role and office
    leaders: People
    coordinators: People
    handlers: Mapping[int, People]  # by obligation
    charges: Mapping[int | None, Collection[Charge]]  # by office; None: fields in words
    deputies: Mapping[int, int]
    active: People

    def things(self, dues: Iterable[Due]) -> list[Thing]:
        """The dues with the people they concern, for the rules."""
        return [
            Thing(
                key=due.key,
                due=due.due,
                told=self.told(due),
                pressed=due.pressed,
                at_once=due.kind in AT_ONCE,
                news=due.kind in NEWS,
                asked_on=due.asked_on,
            )
            for due in dues
        ]

    def told(self, due: Due) -> dict[Whom, People]:
        """Whom this concerns, by the part each has in it."""
        if due.kind in OF_COORDINATORS:
            return {Whom.COORDINATOR: self.present(self.coordinators)}
        told = {Whom.OFFICER: self.present(self.officers(due))}
        if due.kind is not DueKind.APPROVAL:  # there the head is the one who does it
            told[Whom.HEAD] = self.present(self._in(Role.HEAD, due))
        if not due.inside:
            told[Whom.LEADER] = self.present(self._in_charge(due))
        return told

    def officers(self, due: Due) -> People:
        """Who does it: the person named, else the officers the head named, else who reports, else the head."""
        if due.kind is DueKind.APPROVAL:
            return self._in(Role.HEAD, due)
        named = frozenset({due.person_id}) if due.person_id else NOBODY
        handlers = self.handlers.get(due.obligation_id or 0, NOBODY)
        for people in (named, handlers, self._in(Role.REPORTER, due)):
            if people & self.active:
                return people & self.active
        return self._in(Role.HEAD, due)

    def present(self, people: People) -> People:
        """These people, each who is away replaced by who stands in."""
        return frozenset(self.deputies.get(person, person) for person in people)

    def _in(self, role: Role, due: Due) -> People:
        return self.holders.get((role, due.agency_id), NOBODY)

    def _in_charge(self, due: Due) -> People:
        """The leaders in whose charge the office or the field is; all leaders where it is in nobody's."""
        about = fold(due.about) if self.charges else ""
        offices = self.charges.get(due.agency_id, ())
        fields = [row for row in self.charges.get(None, ()) if _is_of(row, about)]
        exact = [row for row in offices if not row.words or _is_of(row, about)]
        for rows in (exact, fields, offices):
            if found := frozenset(row.leader_id for row in rows) & self.leaders:
                return found
        return self.leaders


folded = lru_cache(maxsize=1_000)(fold)


def _is_of(charge: Charge, about: str) -> bool:
    """Whether the words of the field stand in what the work is about, case and marks aside."""
    return bool(charge.words) and folded(charge.words) in about


def posts_of(locality_id: int, day: date) -> Posts:
    """The posts of a locality on `day`, in four queries."""
    rows = Membership.objects.in_force(day).filter(
        agency__locality=locality_id, user__is_active=True, user__locality=locality_id
    )
    holders: dict[tuple[Role, int], set[int]] = defaultdict(set)
    for user, agency, role in rows.values_list("user", "agency", "role"):
        holders[Role(role), agency].add(user)
    return Posts(
        holders={place: frozenset(people) for place, people in holders.items()},
        leaders=_with(Role.LEADER, holders),
        coordinators=_with(Role.COORDINATOR, holders),
        handlers=_handlers(locality_id),
        charges=_charges(locality_id, day),
        deputies=_deputies(locality_id, day),
        active=frozenset(person for people in holders.values() for person in people),
    )


def _with(role: Role, holders: Mapping[tuple[Role, int], set[int]]) -> People:
    return frozenset(
        person for (held, _agency), people in holders.items() if held == role for person in people
    )


def _handlers(locality_id: int) -> dict[int, People]:
    found: dict[int, set[int]] = defaultdict(set)
    rows = Handler.objects.filter(ended_at=None, obligation__agency__locality=locality_id)
    for obligation, user in rows.values_list("obligation", "user"):
        found[obligation].add(user)
    return {obligation: frozenset(people) for obligation, people in found.items()}


def _charges(locality_id: int, day: date) -> dict[int | None, list[Charge]]:
    found: dict[int | None, list[Charge]] = defaultdict(list)
    for row in Charge.objects.in_force(day).filter(leader__locality=locality_id):
        found[row.agency_id].append(row)
    return dict(found)


def _deputies(locality_id: int, day: date) -> dict[int, int]:
    rows = StandIn.objects.in_force(day).filter(
        absent__locality=locality_id, deputy__is_active=True
    )
    return dict(rows.values_list("absent", "deputy"))
