"""Who sees and who keeps which rows of a register.

An office of the whole locality sees every row; who works only in communes sees the rows that lie there. Rows are
entered by the office that keeps the register, by the office that a row names as the one that answers for it, by a
commune those of its own, by a coordinator all.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from tiendo.accounts.access import Request
from tiendo.accounts.rights import KEEP_ALL, KEEP_REGISTER, READ_REGISTERS, Standing
from tiendo.agencies.models import Agency, Kind
from tiendo.registers.models import Keeper
from tiendo.registers.register import Register, Setting


@dataclass(frozen=True, slots=True)
class Hand:
    """What one person may do in one register.

    `sees` are the communes whose rows the person sees where rows lie in communes, None for all; `keeps` those
    whose rows the person enters, None for all. `answers` are the offices for which the person enters the rows that
    name them, `works` those in which the person has a role.
    """

    register: Register
    locality_id: int
    sees: frozenset[int] | None
    keeps: frozenset[int] | None
    setting: Setting
    answers: frozenset[int] = frozenset()
    works: frozenset[int] = frozenset()

    @property
    def may_add(self) -> bool:
        return self.keeps is None or bool(self.keeps or self.answers)

    def rows(self) -> QuerySet[Any]:
        """The rows the person sees."""
        return self._seen(self.register, self.register.rows.filter(locality=self.locality_id))

    def own_rows(self) -> QuerySet[Any]:
        """The rows the person enters."""
        return self.own_of(self.rows())

    def own_of(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Those of the rows that the person enters."""
        if self.keeps is None:
            return rows
        place, office = self.register.place, self.register.office
        own = Q(**{f"{place}__in": self.keeps}) if place else Q(pk__in=())
        if office:
            own |= Q(**{f"{office}__in": self.answers})
        return rows.filter(own)

    def _seen(self, register: Register, rows: QuerySet[Any]) -> QuerySet[Any]:
        if self.sees is None or not register.place:
            return rows
        return rows.filter(**{f"{register.place}__in": self.sees})

    def offered(self, name: str, other: Register) -> QuerySet[Any]:
        """The rows of another register that the person may choose in the field `name`.

        Those the person sees; where whose a row is follows from the chosen one, those that are the person's own.
        """
        rows = other.model._default_manager.filter(locality=self.locality_id)
        rows = self._seen(other, rows)
        for path in (self.register.place, self.register.office):
            first, _step, rest = path.partition("__")
            if first == name and rest and (limits := self.limits(path)) is not None:
                rows = rows.filter(**{f"{rest}__in": limits})
        return rows

    def writes(self, row: Any) -> bool:
        """Whether the person may change this row."""
        if self.keeps is None:
            return True
        place, office = _at(self.register.place, row), _at(self.register.office, row)
        return place in self.keeps or office in self.answers

    def may_add_to(self, parent: Any) -> bool:
        """Whether the person may enter a row that belongs to this row of the register above."""
        under = self.register.under
        follows = {path.partition("__")[0] for path in (self.register.place, self.register.office)}
        if under not in follows:
            return self.may_add
        return self.writes(self.register.model(**{under: parent}))

    def limits(self, name: str) -> frozenset[int] | None:
        """The offices among which the person chooses at the end of the path `name`; None for all there are.

        Whoever may enter a row by either path is limited in neither: `writes` decides on the row.
        """
        if self.keeps is None or name not in (self.register.place, self.register.office):
            return None
        if name == self.register.place:
            return None if self.answers else self.keeps
        return None if self.keeps else self.answers

    @property
    def refusal(self) -> str:
        """Why a row cannot be entered that the person does not write."""
        if self.register.place and not self.answers:
            return _("You can enter rows of your own commune only.")
        return _("You can enter rows only that name your own office.")


def _at(path: str, row: Any) -> int | None:
    """The key of the office at the end of a path; None where there is none."""
    for step in filter(None, path.split("__")):
        row = getattr(row, step, None) if row is not None else None
    return row.pk if path and row is not None else None


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the person of a request works: in which offices, which of them are communes, whether all are, and which
    registers are kept there.
    """

    offices: frozenset[int]
    communes: frozenset[int]
    only_communes: bool
    keeps: frozenset[str]


def hand_of(request: Request, register: Register) -> Hand:
    """What the person of a request may do in a register; two queries for the first register, none for others."""
    if not hasattr(request, "register_desk"):
        request.register_desk = desk_of(request.standing)  # type: ignore[attr-defined]
    desk: Desk = request.register_desk  # type: ignore[attr-defined]
    return hand_in(register, request.standing, request.today, desk)


def hand_in(register: Register, standing: Standing, today: date, desk: Desk) -> Hand:
    """What somebody with this standing, who works at this desk, may do in a register."""
    sees = desk.communes if desk.only_communes else None
    setting = Setting(today, standing.practice)
    if standing.may(KEEP_ALL) or register.slug in desk.keeps:
        return Hand(register, standing.locality_id, sees, None, setting, works=desk.offices)
    own = standing.offices(KEEP_REGISTER)
    keeps = own & desk.communes if register.place else frozenset()
    answers = own - keeps if register.office else frozenset()
    return Hand(register, standing.locality_id, sees, keeps, setting, answers, desk.offices)


def desk_of(standing: Standing) -> Desk:
    """Where somebody works, in two queries."""
    offices = Agency.objects.filter(pk__in=standing.offices(READ_REGISTERS)).order_by()
    kinds = dict(offices.values_list("pk", "kind"))
    communes = frozenset(pk for pk, kind in kinds.items() if kind == Kind.COMMUNE)
    kept = Keeper.objects.filter(agency__in=standing.offices(KEEP_REGISTER))
    slugs = frozenset(kept.values_list("register", flat=True))
    only = bool(communes) and len(communes) == len(kinds)
    return Desk(frozenset(kinds), communes, only, slugs)


def refuse_unless(allowed: bool) -> None:
    """Raise PermissionDenied, which answers 403."""
    if not allowed:
        raise PermissionDenied
