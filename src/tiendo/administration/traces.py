"""What the history says of a person: who changed which role, charge, deputy, slip or account, and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.translation import gettext as _

from tiendo.accounts.models import Charge, Membership, SignInSlip, StandIn, User
from tiendo.history.models import Change

MOST = 50
KEPT_QUIET = {"fold", "sort_key", "digest", "last_login", "made_at"}


@dataclass(frozen=True, slots=True)
class Trace:
    """One change in words: when, by whom, of which kind of row, what it is called, and which fields."""

    at: datetime
    by: str
    action: str
    kind: str
    about: str
    fields: str
    reason: str


def traces_of(person: User) -> list[Trace]:
    """The newest changes that are about a person, whatever is left of the rows they are about."""
    rows = Change.objects.filter(_about(person)).select_related("content_type")[:MOST]
    return [_trace(row) for row in rows]


def _about(person: User) -> Q:
    """A change of the account itself, or of a row that names the person, now or when it was deleted."""
    found = Q(content_type=ContentType.objects.get_for_model(User), object_id=person.pk)
    for model, name in _links():
        kind = ContentType.objects.get_for_model(model)
        here = model._base_manager.filter(**{name: person}).values("pk")
        gone = Q(**{f"fields__{name}_id__0": person.pk})
        found |= Q(content_type=kind) & (Q(object_id__in=here) | gone)
    return found


def _links() -> Iterator[tuple[Any, str]]:
    yield Membership, "user"
    yield Charge, "leader"
    yield StandIn, "absent"
    yield StandIn, "deputy"
    yield SignInSlip, "user"


def _trace(change: Change) -> Trace:
    model = apps.get_model(change.content_type.app_label, change.content_type.model)
    names = [
        str(model._meta.get_field(name).verbose_name)
        for name in change.fields
        if name not in KEPT_QUIET and _known(model, name)
    ]
    return Trace(
        at=change.at,
        by=change.actor_name,
        action=change.get_action_display(),
        kind=_kind(model),
        about=change.label,
        fields=", ".join(names) if change.action == "change" else "",
        reason=change.reason,
    )


def _known(model: Any, name: str) -> bool:
    return any(name in (field.name, field.attname) for field in model._meta.concrete_fields)


def _kind(model: Any) -> str:
    kinds: dict[Any, str] = {
        User: _("account"),
        Membership: _("role"),
        Charge: _("charge"),
        StandIn: _("stand-in"),
        SignInSlip: _("sign-in slip"),
    }
    return kinds[model]
