"""Writing offices, the names they are called by, and the days on which offices do not work."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError, Q
from django.utils.translation import gettext as _

from tiendo.agencies.identifiers import new_style, old_style
from tiendo.agencies.models import Agency, Group, GroupMember, KnownName, Locality
from tiendo.history import services as history
from tiendo.history.models import Change
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
def rename(
    agency: Agency | Group, *, name: str, actor: Any, reason: str = "", decision: str = ""
) -> None:
    """Give an office or group this name, with its keys; the names it was known by stay known."""
    words = f"{name} {getattr(agency, 'short_name', '')}"
    agency.name, agency.fold, agency.sort_key = (
        name,
        fold(words).strip(),
        sort_key(name)[:LONGEST_KEY],
    )
    history.save(agency, actor=actor, reason=reason, decision=decision)
    call(agency, name, actor=actor)


@transaction.atomic
def write_agency(
    *, agency: Agency, facts: dict[str, Any], actor: Any, reason: str = "", decision: str = ""
) -> Agency:
    """Store an office, new or changed, with these facts checked.

    Raises ValidationError by field: a name or identifier that another office has, an identifier of
    no style, a body that would belong to itself, a last day before the first.
    """
    Locality.objects.select_for_update().get(pk=agency.locality_id)  # one after the other
    for name, value in facts.items():
        setattr(agency, name, value)
    check_agency(agency)
    rename(agency, name=agency.name, actor=actor, reason=reason, decision=decision)
    if agency.short_name:
        call(agency, agency.short_name, actor=actor)
    return agency


def check_agency(agency: Agency) -> None:
    """Raise ValidationError, by field, for what an office may not be; identifiers are put into their style."""
    found: dict[str, str] = {}
    for column, style in (("identifier", new_style), ("old_identifier", old_style)):
        try:
            setattr(agency, column, style(getattr(agency, column)))
        except ValidationError as error:
            found[column] = error.messages[0]
    others = [each for each in _others(agency) if _meet(each, agency)]
    found |= _names_taken(agency, others)
    if _belongs_to_itself(agency):
        found["parent"] = _("An office cannot belong to itself or to one that belongs to it.")
    if agency.valid_from and agency.valid_to and agency.valid_to < agency.valid_from:
        found["valid_to"] = _("The last day cannot be before the first.")
    if found:
        raise ValidationError(found)


def _others(agency: Agency) -> Iterable[Agency]:
    """The offices that may have its name or an identifier of it; few, whatever the size of the locality."""
    alike = Q(fold__startswith=fold(agency.name)) | Q(known_names__key=key(agency.name))
    for column in ("identifier", "old_identifier", "code"):
        if value := getattr(agency, column):
            alike |= Q(**{column: value})
    others = Agency.objects.filter(locality_id=agency.locality_id).exclude(pk=agency.pk)
    return others.filter(alike).distinct()


def _meet(one: Agency | GroupMember, other: Agency | GroupMember) -> bool:
    """Whether the two are in force on the same day."""
    first = (one.valid_from or date.min, one.valid_to or date.max)
    second = (other.valid_from or date.min, other.valid_to or date.max)
    return first[0] <= second[1] and second[0] <= first[1]


def _names_taken(agency: Agency, others: Iterable[Agency]) -> dict[str, str]:
    """What another office that is in force at the same time has already."""
    found = {}
    for other in others:
        if key(other.name) == key(agency.name):
            found["name"] = _("There is an office of this name already.")
        for column in ("identifier", "old_identifier"):
            if getattr(agency, column) and getattr(agency, column) == getattr(other, column):
                found[column] = _("“%(other)s” has this identifier.") % {"other": other.label}
        if agency.code and (agency.code, agency.kind) == (other.code, other.kind):
            found["code"] = _("“%(other)s” has this code on the same days.") % {
                "other": other.label
            }
    return found


def _belongs_to_itself(agency: Agency) -> bool:
    """Whether the way up from `agency` leads back to it, as the database has the others."""
    offices = Agency.objects.filter(locality_id=agency.locality_id)
    parents = dict(offices.values_list("pk", "parent")) if agency.parent_id and agency.pk else {}
    above = agency.parent_id
    while above is not None and above != agency.pk:
        above = parents.pop(above, None)  # taken out, so that no circle goes round for ever
    return above is not None


@transaction.atomic
def end_agency(
    *, agency: Agency, last_day: date, actor: Any, reason: str = "", decision: str = ""
) -> None:
    """Let an office exist until `last_day`; with it ends its place in every group.

    Raises ValidationError for a last day before the first.
    """
    agency.valid_to = last_day
    check_agency(agency)
    history.save(agency, actor=actor, reason=reason, decision=decision)
    for member in agency.groups.all():
        if member.valid_from and member.valid_from > last_day:
            history.delete(member, actor=actor, reason=reason, decision=decision)
        elif member.valid_to is None or member.valid_to > last_day:
            member.valid_to = last_day
            history.save(member, actor=actor, reason=reason, decision=decision)


def go_on(*, agency: Agency, actor: Any) -> None:
    """Let an office that was to end exist on; it is put back into its groups by hand.

    Raises ValidationError when another office has its name or identifier by now.
    """
    agency.valid_to = None
    check_agency(agency)
    history.save(agency, actor=actor)


def delete(row: Agency | Group, *, actor: Any) -> Change:
    """Delete an office or group entered by mistake; raises ValidationError for one that is named anywhere."""
    name = row.name
    try:
        return history.delete(row, actor=actor)
    except ProtectedError as error:
        raise ValidationError(
            _("“%(name)s” has people, work or offices under it: end it instead of deleting it.")
            % {"name": name}
        ) from error


@transaction.atomic
def add_group(*, locality: Locality, name: str, members: Iterable[Agency], actor: Any) -> Group:
    """Store a group of offices known by `name`."""
    group = Group(locality=locality)
    rename(group, name=name, actor=actor)
    history.add_all([GroupMember(group=group, agency=agency) for agency in members], actor=actor)
    return group


@transaction.atomic
def write_group(*, group: Group, name: str, actor: Any) -> Group:
    """Store a group, new or renamed. Raises ValidationError for a name that another group has."""
    Locality.objects.select_for_update().get(pk=group.locality_id)  # one after the other
    others = Group.objects.filter(locality_id=group.locality_id).exclude(pk=group.pk)
    if any(key(other.name) == key(name) for other in others):
        raise ValidationError({"name": _("There is a group of this name already.")})
    rename(group, name=name, actor=actor)
    return group


@transaction.atomic
def add_members(
    *, group: Group, agencies: Iterable[Agency], since: date | None, actor: Any
) -> list[GroupMember]:
    """Let offices belong to a group from `since` on. Raises ValidationError for one that belongs to it then."""
    Group.objects.select_for_update().get(pk=group.pk)
    present = list(group.members.select_related("agency"))
    fresh = [
        GroupMember(group=group, agency=agency, valid_from=since, valid_to=agency.valid_to)
        for agency in agencies
    ]
    for member in fresh:
        _check_member(member, present)
    return history.add_all(fresh, actor=actor)


def _check_member(member: GroupMember, present: Iterable[GroupMember]) -> None:
    office = {"office": member.agency.label}
    if member.valid_from and member.valid_to and member.valid_to < member.valid_from:
        raise ValidationError(_("“%(office)s” does not exist any more on that day.") % office)
    for other in present:
        if other.agency_id == member.agency_id and _meet(other, member):
            raise ValidationError(_("“%(office)s” belongs to the group then already.") % office)


def end_member(*, member: GroupMember, last_day: date, actor: Any) -> None:
    """Let an office belong to a group until `last_day`. Raises ValidationError for a day before its first."""
    if member.valid_from and last_day < member.valid_from:
        raise ValidationError(_("The last day cannot be before the first."))
    member.valid_to = last_day
    history.save(member, actor=actor)


def call(whom: Agency | Group, text: str, *, actor: Any) -> KnownName | None:
    """Remember that documents call this office or group `text`; None when that is known already."""
    side = {"group": whom} if isinstance(whom, Group) else {"agency": whom}
    found = KnownName.objects.filter(locality=whom.locality, key=key(text), **side)
    if found.exists():
        return None
    name = KnownName(locality=whom.locality, text=text, key=key(text), **side)
    history.save(name, actor=actor)
    return name


def is_own(name: KnownName) -> bool:
    """Whether this is the official or the short name of whom it means."""
    whom = name.agency or name.group
    own = {key(whom.name), key(getattr(whom, "short_name", ""))} if whom else set()
    return name.key in own


def forget_name(*, name: KnownName, actor: Any) -> Change:
    """No longer take `name` for its office or group. Raises ValidationError for its official or short name."""
    if is_own(name):
        raise ValidationError(
            _("“%(name)s” is its own name. To change it, change the office or group.")
            % {"name": name.text}
        )
    return history.delete(name, actor=actor)
