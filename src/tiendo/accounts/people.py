"""Writing people and their roles."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from tiendo.accounts.models import Membership, Role, User
from tiendo.agencies.models import Agency
from tiendo.history import services as history


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
    roles = tuple(roles)
    user = User(username=username, full_name=full_name, locality=roles[0][0].locality)
    user.set_password(password)
    history.save(user, actor=actor)
    history.add_all(
        [Membership(user=user, agency=agency, role=role) for agency, role in roles], actor=actor
    )
    return user


def give_role(*, user: User, agency: Agency, role: Role, actor: Any) -> Membership:
    """Let a person hold one more role; the role held already is returned as it is."""
    held = user.memberships.filter(agency=agency, role=role, valid_to=None).first()
    if held:
        return held
    membership = Membership(user=user, agency=agency, role=role)
    history.save(membership, actor=actor)
    return membership


def set_password(*, user: User, password: str, actor: Any) -> None:
    """Give a person who forgot it a new password; the history says that, not which."""
    user.set_password(password)
    history.save(user, actor=actor, reason="password")
