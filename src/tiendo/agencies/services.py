"""Writing offices, groups and the names they are called by."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from tiendo.agencies.models import Agency, Group, GroupMember, KnownName, Locality
from tiendo.history import services as history
from vanban.text import fold, key, sort_key

LONGEST_KEY: int = Agency._meta.get_field("sort_key").max_length  # type: ignore[assignment]


@transaction.atomic
def add_agency(
    *, locality: Locality, name: str, actor: Any, called: Iterable[str] = (), **facts: Any
) -> Agency:
    """Store a new office; its own name, its short name and `called` become names it is known by."""
    agency = Agency(locality=locality, name=name, **facts)
    rename(agency, name=name, actor=actor)
    for text in dict.fromkeys([agency.short_name, *called]):
        if text:
            call(agency, text, actor=actor)
    return agency


@transaction.atomic
def rename(agency: Agency | Group, *, name: str, actor: Any, reason: str = "") -> None:
    """Give an office or group this name, with its keys; the names it was known by stay known."""
    words = f"{name} {getattr(agency, 'short_name', '')}"
    agency.name, agency.fold, agency.sort_key = (
        name,
        fold(words).strip(),
        sort_key(name)[:LONGEST_KEY],
    )
    history.save(agency, actor=actor, reason=reason)
    call(agency, name, actor=actor)


@transaction.atomic
def add_group(*, locality: Locality, name: str, members: Iterable[Agency], actor: Any) -> Group:
    """Store a group of offices known by `name`."""
    group = Group(locality=locality)
    rename(group, name=name, actor=actor)
    history.add_all([GroupMember(group=group, agency=agency) for agency in members], actor=actor)
    return group


def call(whom: Agency | Group, text: str, *, actor: Any) -> KnownName | None:
    """Remember that documents call this office or group `text`; None when that is known already."""
    side = {"group": whom} if isinstance(whom, Group) else {"agency": whom}
    found = KnownName.objects.filter(locality=whom.locality, key=key(text), **side)
    if found.exists():
        return None
    name = KnownName(locality=whom.locality, text=text, key=key(text), **side)
    history.save(name, actor=actor)
    return name
