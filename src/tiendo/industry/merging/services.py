"""Making one establishment of two, and two again within thirty days.

What hangs on the one that goes is pointed at the one that stays: years, marks, leases, files, ties to tasks. Where
the other has its like already (figures of the same year), the like goes with the row, and comes back with it.
"""

from copy import copy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError, QuerySet
from django.utils.translation import gettext as _

from tiendo.history import services as history
from tiendo.history.models import KEPT, Removal
from tiendo.industry.enterprise_registers import ENTERPRISES
from tiendo.industry.merging.pointers import pointers_at
from tiendo.industry.models import Enterprise, Merging, ToldApart
from tiendo.registers.services import folded, in_turn

# What the one that stays takes over where it says nothing; not the day it closed, for blank means it still works.
FILLED = ("address", "size", "workers", "capital", "owner", "telephone")
PLACE = ("latitude", "longitude", "shape")


@dataclass(slots=True)
class Hanging:
    """What hangs on the row that goes: `goes` over, with the columns to be pointed anew; `stays`, for the other has
    its like; `loose` are those of the latter that nothing would delete with the row.
    """

    goes: dict[tuple[type[models.Model], int], tuple[models.Model, list[str]]] = field(
        default_factory=dict
    )
    stays: list[models.Model] = field(default_factory=list)
    loose: list[models.Model] = field(default_factory=list)

    @property
    def rows(self) -> list[models.Model]:
        """The rows that go over."""
        return [row for row, _columns in self.goes.values()]


def hanging_on(twin: Enterprise, kept: Enterprise) -> Hanging:
    """What hangs on `twin`, and what of it `kept` can take."""
    found = Hanging()
    for pointer in pointers_at(Enterprise):
        taken = {place for row in pointer.rows(kept.pk) for place in pointer.places(row)}
        for row in pointer.rows(twin.pk):
            if pointer.places(row) & taken:
                found.stays.append(row)
                found.loose += [row] if pointer.also else []
            else:
                known = found.goes.setdefault((pointer.model, row.pk), (row, []))
                known[1].append(pointer.column)
    return found


def missing_of(kept: Enterprise, twin: Enterprise) -> list[str]:
    """The fields that `kept` says nothing of, and `twin` does."""
    names = [*FILLED, *(PLACE if all(_is_blank(kept, name) for name in PLACE) else ())]
    return [name for name in names if _is_blank(kept, name) and not _is_blank(twin, name)]


def _is_blank(row: Enterprise, name: str) -> bool:
    return getattr(row, name) in (None, "")


@transaction.atomic
def merge(*, kept: Enterprise, twin: Enterprise, actor: Any, reason: str, now: datetime) -> Merging:
    """Let `kept` stand for both, and delete `twin`; return what can be taken back for thirty days.

    Raises ValidationError when they are one row, of two localities, or something else still needs `twin`; and Gone.
    """
    if kept.pk == twin.pk or kept.locality_id != twin.locality_id:
        raise ValidationError(_("Choose two establishments of the same locality."))
    in_turn(kept.locality_id)
    kept, twin = _held(kept, twin)
    hanging = hanging_on(twin, kept)
    why = {"actor": actor, "reason": reason}
    _point(hanging, kept.pk, why)
    merging = Merging(kept=kept, locality_id=kept.locality_id)
    merging.label, merging.reason, merging.merged_at = twin.name, reason, now
    merging.moved = [
        {"model": row._meta.label_lower, "pk": row.pk, "column": column}
        for row, columns in hanging.goes.values()
        for column in columns
    ]
    merging.filled = _fill(kept, twin, why)
    merging.removal = _deleted(twin, hanging, why)
    history.save(merging, **why)
    return merging


def _held(*rows: Enterprise) -> list[Enterprise]:
    """These rows as they are now, locked in one order whoever asks."""
    keys = [row.pk for row in rows]
    held = Enterprise.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    found = {row.pk: row for row in held}
    if len(found) < len(keys):
        raise history.Gone
    return [found[key] for key in keys]


def _deleted(twin: Enterprise, hanging: Hanging, why: dict[str, Any]) -> Removal:
    try:
        return history.delete(twin, *hanging.loose, **why).removal
    except ProtectedError as error:
        named = ", ".join(sorted({str(each) for each in error.protected_objects})[:3])
        words = _("“%(row)s” is still named by: %(others)s. Change or delete these first.")
        raise ValidationError(words % {"row": twin, "others": named}) from error


def _point(hanging: Hanging, key: int, why: dict[str, Any]) -> None:
    known = [copy(row) for row in hanging.rows]
    for row, columns in hanging.goes.values():
        for column in columns:
            setattr(row, column, key)
    history.save_all(hanging.rows, known=known, **why)


def _fill(kept: Enterprise, twin: Enterprise, why: dict[str, Any]) -> dict[str, str]:
    """Let `kept` say what only `twin` said; return it as text by field."""
    names = missing_of(kept, twin)
    for name in names:
        setattr(kept, name, getattr(twin, name))
    kept.fold = folded(ENTERPRISES, kept)
    history.save(kept, **why)
    return {name: _text(kept, name) for name in names}


def _text(row: Enterprise, name: str) -> str:
    column: Any = Enterprise._meta.get_field(name)
    return str(column.value_to_string(row))


@transaction.atomic
def tell_apart(*, one: Enterprise, other: Enterprise, actor: Any) -> None:
    """Remember that two establishments that are alike are two: they are not asked about again. Raises Gone."""
    first, second = sorted(_held(one, other), key=lambda row: row.pk)
    if not ToldApart.objects.filter(first=first, second=second).exists():
        apart = ToldApart(first=first, second=second, locality_id=first.locality_id)
        history.save(apart, actor=actor)


def open_mergings(locality_id: int, now: datetime) -> QuerySet[Merging]:
    """The mergings that can still be taken back, newest first."""
    rows = Merging.objects.standing().filter(locality=locality_id).exclude(removal=None)
    rows = rows.filter(removal__change__at__gte=now - KEPT)
    return rows.select_related("kept", "removal__change").order_by("-pk")


@transaction.atomic
def take_back(*, merging: Merging, actor: Any, reason: str, now: datetime) -> Enterprise:
    """Make two of one again: the row that went comes back, with what hung on it and still hangs on the other.

    Raises ValidationError when it was taken back already, is kept no longer, or its place is taken.
    """
    in_turn(merging.locality_id)
    rows = Merging.objects.select_for_update().filter(pk=merging.pk, taken_back_at=None)
    held = rows.first()
    if held is None or held.removal is None:
        raise ValidationError(_("This was taken back already, or is kept no longer."))
    why = {"actor": actor, "reason": reason}
    twin = _back(held, why)
    try:
        with transaction.atomic():
            history.save_all(_pointing_back(held, twin.pk), **why)
    except IntegrityError as error:
        words = _("“%(row)s” has such a row by now: change or delete that one first.")
        raise ValidationError(words % {"row": twin}) from error
    _empty(held, why)
    held.taken_back_at = now
    history.save(held, **why)
    return twin


def _back(merging: Merging, why: dict[str, Any]) -> Enterprise:
    removal: Any = merging.removal
    if removal.restored_id is None:
        history.restore(removal, **why)
    twin = Enterprise.objects.filter(pk=removal.change.object_id).first()
    if twin is None:
        raise ValidationError(_("The other establishment was deleted again: put it back first."))
    return twin


def _pointing_back(merging: Merging, key: int) -> list[models.Model]:
    """What went over and still is where it went, pointed at the row with this key again."""
    found: dict[tuple[str, int], models.Model] = {}
    for each in merging.moved:
        place = (each["model"], each["pk"])
        if place not in found:
            row = apps.get_model(each["model"])._base_manager.filter(pk=each["pk"]).first()
            if row is None:
                continue
            found[place] = row
        if getattr(found[place], each["column"]) == merging.kept_id:
            setattr(found[place], each["column"], key)
    return list(found.values())


def _empty(merging: Merging, why: dict[str, Any]) -> None:
    """Let the row that stayed say no more what it took over, where that was not changed since."""
    kept = merging.kept
    for name, text in merging.filled.items():
        if _text(kept, name) == text:
            column: Any = Enterprise._meta.get_field(name)
            setattr(kept, name, None if column.null else "")
    kept.fold = folded(ENTERPRISES, kept)
    history.save(kept, **why)
