"""Writing people and their roles."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from tiendo.accounts import handover
from tiendo.accounts.models import Membership, Role, User
from tiendo.agencies.models import Agency, Locality
from tiendo.history import services as history
from vanban.text import fold, sort_key

LONGEST_KEY: int = User._meta.get_field("sort_key").max_length  # type: ignore[assignment]
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Given:
    """A role in an office, from a day to a day, both included; None has no end on that side."""

    agency: Agency
    role: Role
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is said of a person; the user name is what they sign in with."""

    username: str
    full_name: str
    position: str = ""
    email: str = ""
    phone: str = ""


@transaction.atomic
def add_person(
    *,
    username: str,
    full_name: str,
    password: str,
    roles: Iterable[tuple[Agency, Role]],
    actor: Any,
) -> User:
    """Store a person who signs in with `username`, with these roles; the locality is that of the offices."""
    given = [Given(agency, role) for agency, role in roles]
    return add(facts=Facts(username, full_name), given=given, actor=actor, password=password)


@transaction.atomic
def add(*, facts: Facts, given: Iterable[Given], actor: Any, password: str | None = None) -> User:
    """Store a person with these roles; without a password they come in by a sign-in slip first.

    Raises ValidationError as `refuse_days` and `change` do.
    """
    given = tuple(given)
    for each in given:
        refuse_days(each)
    user = User(locality=given[0].agency.locality)
    user.set_password(password)
    change(user=user, facts=facts, actor=actor)
    rows = [
        Membership(user=user, agency=each.agency, role=each.role, **_days(each)) for each in given
    ]
    history.add_all(rows, actor=actor)
    return user


@transaction.atomic
def change(*, user: User, facts: Facts, actor: Any) -> None:
    """Let what is said of a person be `facts`, with the keys to search and to sort by.

    Raises ValidationError for the user name of somebody else.
    """
    Locality.objects.select_for_update().get(pk=user.locality_id)  # one after the other
    if User.objects.filter(username__iexact=facts.username).exclude(pk=user.pk).exists():
        words = _("“%(name)s” is the user name of somebody else.") % {"name": facts.username}
        raise ValidationError({"username": words})
    user.username, user.full_name = facts.username, facts.full_name
    user.position, user.email, user.phone = facts.position, facts.email, facts.phone
    user.fold = fold(f"{facts.full_name} {facts.username} {facts.position}")[:400]
    user.sort_key = name_key(facts.full_name)
    history.save(user, actor=actor)


def name_key(full_name: str) -> str:
    """The key that sorts people as lists here do: by the given name, which comes last, then from the first word."""
    words = full_name.split()
    return sort_key(" ".join([*words[-1:], *words[:-1]]))[:LONGEST_KEY]


def give_role(*, user: User, agency: Agency, role: Role, actor: Any) -> Membership:
    """Let a person hold one more role from now on; the role held already is returned as it is."""
    held = user.memberships.filter(agency=agency, role=role, valid_to=None).first()
    return held or give(user=user, given=Given(agency, role), actor=actor)


@transaction.atomic
def give(*, user: User, given: Given, actor: Any) -> Membership:
    """Let a person hold one more role, from a day to a day.

    Raises ValidationError, with a sentence, for days in the wrong order, for an auditor without an end, and
    for days in which the role is held already.
    """
    refuse_days(given)
    User.objects.select_for_update().get(pk=user.pk)  # given twice at once is once
    same = user.memberships.filter(agency=given.agency, role=given.role)
    if any(_overlap(row, given) for row in same):
        raise ValidationError(_("This role is held in these days already. End it first."))
    row = Membership(user=user, agency=given.agency, role=given.role, **_days(given))
    history.save(row, actor=actor)
    return row


def refuse_days(given: Given) -> None:
    """Raise ValidationError for days in the wrong order, and for an auditor whose role has no end."""
    if given.valid_from and given.valid_to and given.valid_to < given.valid_from:
        raise ValidationError({"valid_to": _("The last day comes before the first one.")})
    if given.role == Role.AUDITOR and given.valid_to is None:
        raise ValidationError(
            {"valid_to": _("An auditor is here for a time: give the last day of the audit.")}
        )


@transaction.atomic
def end_role(*, membership: Membership, last_day: date, actor: Any) -> None:
    """Let a role be held until `last_day`; one that would end before it began is taken back.

    Raises ValidationError when nobody would be left who looks after people.
    """
    if membership.role == Role.ADMINISTRATOR:
        _refuse_last_administrator(membership.user, last_day + A_DAY, besides=membership)
    if membership.valid_from and membership.valid_from > last_day:
        history.delete(membership, actor=actor)
        return
    membership.valid_to = last_day
    history.save(membership, actor=actor)


def set_password(*, user: User, password: str, actor: Any) -> None:
    """Give a person a new password; the history says that, not which."""
    user.set_password(password)
    history.save(user, actor=actor, reason="password")


@transaction.atomic
def deactivate(*, user: User, successor: User | None, today: date, actor: Any) -> None:
    """Close an account: roles, charges and stand-ins end, slips are withdrawn, what is open goes to `successor`.

    Raises ValidationError when something is open and nobody takes it over, or when nobody would be left
    who looks after people.
    """
    if not user.is_active:
        return
    _refuse_last_administrator(user, today)
    handover.refuse_unfit(user, successor, today)
    if successor is not None:
        handover.move(user, successor, actor)
    _end_everything(user, today, actor)
    user.is_active = False
    history.save(user, actor=actor)


def reactivate(*, user: User, actor: Any) -> None:
    """Open a closed account again; roles are given anew."""
    user.is_active = True
    history.save(user, actor=actor)


def _end_everything(user: User, today: date, actor: Any) -> None:
    """What holds begins its end yesterday; what had not begun before today is taken away."""
    yesterday = today - A_DAY
    for rows in (user.memberships, user.charges, user.absences, user.deputises):
        for row in rows.not_over(today):
            if row.valid_from and row.valid_from >= today:
                history.delete(row, actor=actor)
            else:
                row.valid_to = yesterday
                history.save(row, actor=actor)
    for slip in user.slips.filter(used=None, withdrawn=False):
        slip.withdrawn = True
        history.save(slip, actor=actor)


def _refuse_last_administrator(user: User, day: date, besides: Membership | None = None) -> None:
    """Raise ValidationError when on `day` no active administrator is left without this one."""
    held = Membership.objects.in_force(day).filter(
        role=Role.ADMINISTRATOR, user__is_active=True, agency__locality=user.locality_id
    )
    own = [besides] if besides else list(held.filter(user=user))
    if own and not held.exclude(pk__in=[row.pk for row in own]).exists():
        raise ValidationError(
            _("%(name)s is the only administrator. Give somebody else that role first.")
            % {"name": user}
        )


def _days(given: Given) -> dict[str, date | None]:
    return {"valid_from": given.valid_from, "valid_to": given.valid_to}


def _overlap(row: Membership, given: Given) -> bool:
    begins_late = given.valid_from and row.valid_to and given.valid_from > row.valid_to
    ends_early = given.valid_to and row.valid_from and given.valid_to < row.valid_from
    return not begins_late and not ends_early
