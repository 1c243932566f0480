"""What somebody leaves open when their account is closed, and who takes it over.

The applications above declare it: `settings.HANDOVER` names their movers, as "tiendo.progress.handing_over.STEPS".
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from tiendo.accounts.models import Membership, User


@dataclass(frozen=True, slots=True)
class Mover:
    """One kind of open thing: which rows of a person, how many in words, how they get to a successor."""

    rows: Callable[[User], QuerySet[Any]]
    words: Callable[[int], str]  # "3 steps of long work"
    move: Callable[[User, User, Any], None]  # user, successor, actor


def movers() -> Iterator[Mover]:
    """The movers that the settings name, in their order."""
    for name in settings.HANDOVER:
        yield import_string(name)


def left_open(user: User) -> list[str]:
    """What `user` would leave open, each kind with its number in words; nothing open is an empty list."""
    counts = ((mover, mover.rows(user).count()) for mover in movers())
    return [mover.words(count) for mover, count in counts if count]


def refuse_unfit(user: User, successor: User | None, today: date) -> None:
    """Raise ValidationError when something is open and nobody, or nobody fit, takes it over."""
    if successor is None:
        if left_open(user):
            raise ValidationError({"successor": _("Say who takes over what is open.")})
        return
    if not colleagues(user, today).filter(pk=successor.pk).exists():
        raise ValidationError(
            {"successor": _("%(name)s holds no role today.") % {"name": successor}}
        )


def move(user: User, successor: User, actor: Any) -> None:
    """Hand everything open over."""
    for mover in movers():
        mover.move(user, successor, actor)


def colleagues(user: User, today: date) -> QuerySet[User]:
    """Those who can take over: active people of the locality with a role today, by their names."""
    held = Membership.objects.in_force(today).values("user")
    people = User.objects.filter(locality=user.locality_id, is_active=True, pk__in=held)
    return people.exclude(pk=user.pk).order_by("sort_key", "pk")
