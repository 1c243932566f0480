"""Saying which office each written name means: one that is here, or a new one made with a click."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from tiendo.agencies.models import Agency, Group, GroupMember
from tiendo.agencies.services import add_agency, add_group
from tiendo.history import services as history
from tiendo.plans import names
from tiendo.plans.drafting import offices_of
from tiendo.plans.models import DraftItem, DraftName, Intake, ItemState
from tiendo.plans.review import must_be_open
from vanban.text import key, plain


def in_use(items: Iterable[DraftItem], written: Iterable[DraftName]) -> list[DraftName]:
    """The written names that stand in items that are kept, in the order of the document."""
    used = {
        key(row["name"])
        for item in items
        if item.state != ItemState.REMOVED
        for row in offices_of(item)
    }
    return [name for name in written if name.key in used]


@transaction.atomic
def settle(*, name: DraftName, whom: Agency | Group | None, actor: Any) -> None:
    """Say which office or group a written name means; None puts it back among the open ones.

    Other writings of the same office that are still open follow.
    """
    must_be_open(name.intake)
    if whom is not None and whom.locality_id != name.intake.locality_id:
        raise ValidationError(_("That office belongs to another locality."))
    _mean(name, whom, actor)
    alike = name.intake.names.filter(official=name.official, settled=False).exclude(pk=name.pk)
    for other in alike if whom is not None else ():
        _mean(other, whom, actor)


def _mean(name: DraftName, whom: Agency | Group | None, actor: Any) -> None:
    name.group = whom if isinstance(whom, Group) else None
    name.agency = whom if isinstance(whom, Agency) else None
    name.is_group, name.settled = isinstance(whom, Group), whom is not None
    history.save(name, actor=actor)


@transaction.atomic
def settle_proposed(*, intake: Intake, actor: Any) -> int:
    """Take every proposal of an office that is here already; return how many.

    One of an office that has ended is left: a person says who does its work now.
    """
    must_be_open(intake)
    proposed = [
        name
        for name in intake.names.filter(settled=False).select_related("agency", "group")
        if name.whom is not None and not name.has_ended
    ]
    for name in proposed:
        name.settled = True
        history.save(name, actor=actor)
    return len(proposed)


@transaction.atomic
def create_agency(*, name: DraftName, official: str, kind: str, actor: Any) -> Agency:
    """Make a new office of a written name; every writing of it in this document means the new office."""
    must_be_open(name.intake)
    official = plain(official)
    if not official:
        raise ValidationError(_("Write the full name of the office."))
    writings = name.intake.names.filter(official=name.official).values_list("text", flat=True)
    agency = add_agency(
        locality=name.intake.locality,
        name=official,
        actor=actor,
        kind=kind,
        short_name=names.short_name(writings, official)[:100],
    )
    settle(name=name, whom=agency, actor=actor)
    return agency


@transaction.atomic
def create_group(
    *,
    name: DraftName,
    official: str,
    members: Iterable[Agency],
    newcomers: Iterable[str],
    actor: Any,
) -> Group:
    """Make a group of a written phrase, of offices that are here and of new ones given by name."""
    must_be_open(name.intake)
    official, locality = plain(official), name.intake.locality
    if not official:
        raise ValidationError(_("Write the name of the group."))
    added = _new_agencies(name.intake, newcomers, actor)
    group = add_group(locality=locality, name=official, members=[*members, *added], actor=actor)
    settle(name=name, whom=group, actor=actor)
    return group


@transaction.atomic
def set_members(
    *, group: Group, intake: Intake, members: Iterable[Agency], newcomers: Iterable[str], actor: Any
) -> None:
    """Give a group these members: who is missing is added, who is not named leaves it."""
    wanted = {agency.pk: agency for agency in [*members, *_new_agencies(intake, newcomers, actor)]}
    present = {row.agency_id: row for row in group.members.all()}
    for agency_id, row in present.items():
        if agency_id not in wanted:
            history.delete(row, actor=actor)
    fresh = [agency for pk, agency in wanted.items() if pk not in present]
    history.add_all([GroupMember(group=group, agency=agency) for agency in fresh], actor=actor)


def _new_agencies(intake: Intake, newcomers: Iterable[str], actor: Any) -> list[Agency]:
    locality = intake.locality
    return [
        add_agency(locality=locality, name=name, actor=actor, kind=names.kind_of(name))
        for name in dict.fromkeys(plain(text) for text in newcomers)
        if name
    ]


@transaction.atomic
def create_unknown(*, intake: Intake, actor: Any) -> int:
    """Make an office or group of every written name that means nobody yet; return how many were made.

    A group gets the offices of the locality that its words name ("UBND các xã, thị trấn": the communes).
    """
    must_be_open(intake)
    made = 0
    unknown = in_use(
        intake.items.all(), intake.names.filter(settled=False, agency=None, group=None)
    )
    for name in sorted(unknown, key=lambda row: row.is_group):
        name.refresh_from_db()
        if name.whom is None:
            _create(name, actor)
            made += 1
    return made


def _create(name: DraftName, actor: Any) -> None:
    if name.is_group:
        fitting = likely_members(name)
        create_group(
            name=name, official=name.text[:200], members=fitting, newcomers=(), actor=actor
        )
    else:
        kind = names.kind_of(name.official)
        create_agency(name=name, official=name.official, kind=kind, actor=actor)


def likely_members(name: DraftName) -> list[Agency]:
    """The offices of the locality that the words of a group name, by their kind.

    A group that only helps ("các tổ chức liên quan") and whose words name no office that is here is taken
    to mean the offices that the document itself names.
    """
    here = Agency.objects.filter(locality=name.intake.locality)
    fitting = list(here.filter(kind__in=names.member_kinds(name.text)))
    if fitting or name.key in _leading(name.intake):
        return fitting
    return list(here.filter(draftname__intake=name.intake).distinct())


def _leading(intake: Intake) -> set[str]:
    kept = intake.items.exclude(state=ItemState.REMOVED)
    return {key(row["name"]) for item in kept for row in item.data.get("leads", ())}
