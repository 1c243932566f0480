"""Erasing personal values from the history for good; the seals still fit, and a line says who did it and why."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.history.models import Action, Change, PersonalValue, Removal
from tiendo.history.sealing import seal
from tiendo.history.services import SYSTEM, forget

SHORTEST = 4  # letters of a name that is looked for inside other values


def values_about(locality_id: int, person: int, names: Iterable[str]) -> QuerySet[PersonalValue]:
    """What the sealed history holds of a person: the own values, and those in which one of the names stands."""
    about = Q(person=person)
    for name in names:
        if len(name) >= SHORTEST:
            about |= Q(value__icontains=name)
    rows = PersonalValue.objects.filter(about, locality=locality_id)
    return rows.filter(erased=None).order_by("pk")


def seal_before_erasing() -> None:
    """Seal what is new, so that no value stands in an unsealed line. Raises ValidationError when it cannot be now."""
    if seal() is None:
        raise ValidationError(
            _("Much is being written at this moment. Nothing was erased; try again in a minute.")
        )


@transaction.atomic
def erase(
    *, values: Iterable[PersonalValue], person: int, actor: Any, reason: str, decision: str = ""
) -> Change:
    """Erase these values; return the line that says so. Deletions that hold one of them can no longer be taken back.

    Raises ValidationError without a reason, or when there is nothing left to erase.
    """
    keys = [value.pk for value in values]
    rows = list(PersonalValue.objects.select_for_update().filter(pk__in=keys, erased=None))
    if not reason.strip():
        raise ValidationError(_("Write why it is erased."))
    if not rows:
        raise ValidationError(_("Choose what is to be erased."))
    line = _line(rows, person, actor)
    line.reason, line.decision = reason, decision
    line.save()
    _forget_deletions({row.value for row in rows}, rows[0].locality_id)
    PersonalValue.objects.filter(pk__in=[row.pk for row in rows]).update(
        value="", salt="", erased=line
    )
    return line


def _line(rows: list[PersonalValue], person: int, actor: Any) -> Change:
    return Change(
        locality_id=rows[0].locality_id,
        action=Action.ERASE,
        actor=actor,
        actor_name=str(actor) if actor else SYSTEM,
        at=timezone.now(),
        fields={"references": [sorted(row.reference for row in rows), None]},
        content_type=ContentType.objects.get_for_model(PersonalValue),
        object_id=person,
        label=f"#{person}",
    )


def _forget_deletions(words: set[str], locality_id: int | None) -> None:
    """End the deletions whose rows hold one of these words: they could bring it back."""
    open_ones = Removal.objects.open().filter(change__locality=locality_id)
    keys = [row.pk for row in open_ones.iterator() if words & set(_words(row))]
    forget(Removal.objects.filter(pk__in=keys))


def _words(removal: Removal) -> Iterable[Any]:
    return (
        each
        for row in removal.rows
        for each in row["fields"].values()
        if each and isinstance(each, str)
    )
