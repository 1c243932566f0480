"""Who stands in for whom while somebody is away."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from tiendo.accounts.models import Membership, Role, StandIn, User
from tiendo.accounts.rights import MANAGE_PEOPLE, NAME_DEPUTY, Standing
from tiendo.history import services as history

LENT_BY_HEADS = frozenset(Role) - {Role.ADMINISTRATOR}


@dataclass(frozen=True, slots=True)
class Days:
    """From a day to a day, both included."""

    first: date
    last: date


def may_be_away(user: User, standing: Standing, day: date) -> QuerySet[User]:
    """For whom this person may name a deputy: himself, the officers of the offices he heads, or everybody.

    A head names none for who looks after people, or works elsewhere too: he would lend what is not his to give.
    """
    people = User.objects.filter(locality=standing.locality_id, is_active=True)
    if standing.may(MANAGE_PEOPLE):
        return people
    heads = standing.offices(NAME_DEPUTY)
    officers = _in_offices(heads, day).values("user")
    beyond = Membership.objects.not_over(day).exclude(agency__in=heads, role__in=LENT_BY_HEADS)
    theirs = Q(pk__in=officers) & ~Q(pk__in=beyond.values("user"))
    return people.filter(Q(pk=user.pk) | theirs)


def may_stand_in(locality_id: int, day: date) -> QuerySet[User]:
    """Those who can be named as deputies: active, with a role on `day`."""
    people = User.objects.filter(locality=locality_id, is_active=True)
    return people.filter(pk__in=_in_offices(None, day).values("user"))


@transaction.atomic
def name_deputy(*, absent: User, deputy: User, days: Days, actor: Any, reason: str = "") -> StandIn:
    """Let `deputy` act in the stead of `absent` in these days, at most a year.

    Raises ValidationError, with a sentence at its field: nobody stands in for himself, a deputy is active, holds a
    role and is not away himself, nobody goes away who stands in for another in these days, days do not overlap.
    """
    User.objects.select_for_update().get(pk=absent.pk)  # named twice at once is once
    _refuse_days(absent, days)
    _refuse_deputy(absent, deputy, days)
    row = StandIn(
        absent=absent, deputy=deputy, valid_from=days.first, valid_to=days.last, reason=reason
    )
    history.save(row, actor=actor)
    return row


def end_stand_in(*, row: StandIn, today: date, actor: Any) -> None:
    """Let a stand-in end: what has begun with yesterday as its last day, what has not at all."""
    if row.valid_from >= today:
        history.delete(row, actor=actor)
        return
    row.valid_to = min(row.valid_to, today - timedelta(days=1))
    history.save(row, actor=actor)


def _refuse_days(absent: User, days: Days) -> None:
    if days.last < days.first:
        raise ValidationError({"valid_to": _("The last day comes before the first one.")})
    if days.last - days.first > timedelta(days=366):
        raise ValidationError(
            {"valid_to": _("Nobody stands in for more than a year. Give the roles instead.")}
        )
    if before := _within(absent.absences, days).first():
        raise ValidationError(
            {
                "valid_from": _("%(name)s stands in from %(first)s to %(last)s already.")
                % {"name": before.deputy, **_told(before)}
            }
        )
    if other := _within(absent.deputises, days).first():
        raise ValidationError(
            {
                "valid_from": _(
                    "%(name)s is the deputy of %(other)s from %(first)s to %(last)s. "
                    "Name another deputy there first."
                )
                % {"name": absent, "other": other.absent, **_told(other)}
            }
        )


def _refuse_deputy(absent: User, deputy: User, days: Days) -> None:
    if absent == deputy:
        raise ValidationError({"deputy": _("Nobody stands in for himself. Choose another person.")})
    if not may_stand_in(absent.locality_id, days.first).filter(pk=deputy.pk).exists():
        raise ValidationError(
            {"deputy": _("%(name)s holds no role on these days.") % {"name": deputy}}
        )
    if away := _within(deputy.absences, days).first():
        raise ValidationError(
            {
                "deputy": _("%(name)s is away from %(first)s to %(last)s. Choose another person.")
                % {"name": deputy, **_told(away)}
            }
        )


def _within(rows: Any, days: Days) -> QuerySet[StandIn]:
    return rows.filter(valid_from__lte=days.last, valid_to__gte=days.first)


def _told(row: StandIn) -> dict[str, str]:
    return {"first": f"{row.valid_from:%d/%m/%Y}", "last": f"{row.valid_to:%d/%m/%Y}"}


def _in_offices(offices: Iterable[int] | None, day: date) -> QuerySet[Membership]:
    rows = Membership.objects.in_force(day)
    return rows if offices is None else rows.filter(agency__in=offices)
