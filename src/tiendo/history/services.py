"""The only way to write a row that people answer for: every write leaves a line in the history.

`actor` is the person who does it, or None when the product itself does (set-up, the example).
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from tiendo.history.models import Action, Change, Removal
from tiendo.history.personal import named
from tiendo.history.taken import (
    Taken,
    files_of,
    holder_of,
    insert,
    lost,
    may_be_empty,
    refer_again,
    revived,
    take,
)

Row = TypeVar("Row", bound=models.Model)

SYSTEM = "Tiến Độ"


class Gone(Http404):
    """Somebody else deleted the row meanwhile: it is neither written nor deleted a second time."""


@transaction.atomic
def save(
    row: models.Model, *, actor: Any, cause: str = "", reason: str = "", decision: str = ""
) -> Change | None:
    """Save `row` and record the fields that differ; return None when nothing did.

    `cause` is the code of the reason (`Cause`): it belongs to every change of a target, deadline or assignment.

    Of the fields a model names in `unrecorded` (a password) only that they changed is recorded. Raises Gone.
    """
    here = type(row)._base_manager.select_for_update().filter(pk=row.pk)
    stored = here.first() if row.pk else None
    if stored is None and not row._state.adding:
        raise Gone
    before, after = _values(stored), _values(row)
    fields = {
        name: [before.get(name), after[name]] for name in after if before.get(name) != after[name]
    }
    if stored and not fields:
        return None
    row.save()
    fields |= {name: [None, None] for name in fields if name in _unrecorded(row)}
    change = _change(row, Action.CHANGE if stored else Action.ADD, actor, fields)
    change.cause, change.reason, change.decision = cause, reason, decision
    change.save()
    return change


@transaction.atomic
def add_all(
    rows: Iterable[Row], *, actor: Any, cause: str = "", reason: str = "", decision: str = ""
) -> list[Row]:
    """Store many new rows of one model at once, each with its line in the history; return them with keys."""
    rows = list(rows)
    if not rows:
        return []
    stored = type(rows[0])._base_manager.bulk_create(rows, batch_size=500)
    changes = [_change(row, Action.ADD, actor, {}) for row in stored]
    for change in changes:
        change.cause, change.reason, change.decision = cause, reason, decision
    Change.objects.bulk_create(changes, batch_size=500)
    return stored


def save_all(
    rows: Iterable[models.Model],
    *,
    actor: Any,
    known: Iterable[models.Model] = (),
    cause: str = "",
    reason: str = "",
    decision: str = "",
) -> list[models.Model]:
    """Save many rows, new and stored, each that differs with its line in the history; return those that differ.

    `known` are copies of rows as they are stored, of a caller who holds them locked; others are read first.
    Belongs inside the caller's transaction.
    """
    before = {(type(row), row.pk): _values(row) for row in known}
    rows = [row for row in rows if row.pk is None or _differs(row, before)]
    for model in dict.fromkeys(type(row) for row in rows):
        _write([row for row in rows if type(row) is model], before)
    changes = [_told(row, before.get((type(row), row.pk)), actor) for row in rows]
    for change in changes:
        change.cause, change.reason, change.decision = cause, reason, decision
    Change.objects.bulk_create(changes, batch_size=500)
    return rows


def _differs(row: models.Model, before: dict[Any, dict[str, Any]]) -> bool:
    place = (type(row), row.pk)
    if place not in before:
        before[place] = _values(type(row)._base_manager.get(pk=row.pk))
    return before[place] != _values(row)


def _write(rows: list[Row], before: dict[Any, dict[str, Any]]) -> None:
    model = type(rows[0])
    new, stored = [row for row in rows if row.pk is None], [row for row in rows if row.pk]
    model._base_manager.bulk_create(new, batch_size=500)
    after = {row.pk: _values(row) for row in stored}
    fields = {
        field.name
        for row in stored
        for field in model._meta.concrete_fields
        if before[model, row.pk].get(field.attname) != after[row.pk].get(field.attname)
    }
    if stored and fields:
        model._base_manager.bulk_update(stored, sorted(fields), batch_size=500)


def _told(row: models.Model, before: dict[str, Any] | None, actor: Any) -> Change:
    after = _values(row) if before is not None else {}
    fields = {
        name: [before[name], after[name]]
        for name in after
        if before is not None and before[name] != after[name]
    }
    fields |= {name: [None, None] for name in fields if name in _unrecorded(row)}
    return _change(row, Action.ADD if before is None else Action.CHANGE, actor, fields)


@transaction.atomic
def delete(
    row: models.Model,
    *others: models.Model,
    actor: Any,
    cause: str = "",
    reason: str = "",
    decision: str = "",
) -> Change:
    """Delete `row`, then `others`, with all that goes with them, as one deletion that can be taken back.

    Files stay until `purge`. Raises ProtectedError when something still needs one of them, and Gone.
    """
    here = type(row)._base_manager.select_for_update().filter(pk=row.pk)
    if not here.values_list("pk", flat=True):
        raise Gone
    changes, taken = [], []
    for each in (row, *others):
        changes.append(_last_values(each, actor, (cause, reason, decision)))
        taken.append(take(each))
    rows = [stored for part in taken for stored in part.rows]
    links = [link for part in taken for link in part.links]
    Removal.objects.create(change=changes[0], rows=rows, links=links, counts=Taken(rows, []).counts)
    return changes[0]


@transaction.atomic
def erase(row: models.Model, *, actor: Any, reason: str = "", decision: str = "") -> Change:
    """Delete `row` for good, as what may not be kept here; its last values stay in the history."""
    change = _last_values(row, actor, ("", reason, decision))
    row.delete()
    return change


def _last_values(row: models.Model, actor: Any, why: tuple[str, str, str]) -> Change:
    fields = {
        name: [value, None] for name, value in _values(row).items() if name not in _unrecorded(row)
    }
    change = _change(row, Action.DELETE, actor, fields)
    change.cause, change.reason, change.decision = why
    if not row.locality_path:  # type: ignore[attr-defined]
        change.locality_id = None  # the line outlives the locality
    change.save()
    return change


@transaction.atomic
def restore(removal: Removal, *, actor: Any, reason: str = "") -> list[models.Model]:
    """Put back what a deletion took, with its keys; return the rows, the asked-for one first.

    Raises ValidationError, and changes nothing, when it was taken back already or is kept no longer,
    when what it belongs to is gone, or when something else has its place by now.
    """
    held = Removal.objects.select_for_update().filter(pk=removal.pk, restored=None).first()
    if held is None:
        raise ValidationError(
            _("“%(what)s” was put back already, or is kept no longer.") % {"what": removal}
        )
    named([held.change])
    rows = revived(held.rows)
    _refuse_lost(held, rows)
    _insert(held, rows)
    refer_again(held.links)
    change = _change(rows[0], Action.RESTORE, actor, {})
    change.reason = reason
    change.save()
    held.restored, held.rows, held.links = change, [], []
    held.save()
    return rows


def _refuse_lost(removal: Removal, rows: list[models.Model]) -> None:
    """Empty the references that may be empty; refuse when another one points at nothing."""
    for row, field, key in list(lost(rows)):
        if not may_be_empty(field):
            raise ValidationError(_why_lost(removal, field.related_model._meta.label_lower, key))
        setattr(row, field.attname, None)


def _why_lost(removal: Removal, model: str, key: Any) -> str:
    for other in Removal.objects.open().select_related("change").order_by("-pk"):
        if any(row["model"] == model and row["pk"] == key for row in other.rows):
            named([other.change])
            return _(
                "“%(what)s” cannot be put back yet: it belongs to “%(other)s”, which was deleted on "
                "%(day)s. Put that back first."
            ) % {"what": removal, "other": other, "day": f"{localtime(other.change.at):%d/%m/%Y}"}
    return _("“%(what)s” cannot be put back: what it belongs to is no longer here.") % {
        "what": removal
    }


def _insert(removal: Removal, rows: list[models.Model]) -> None:
    here = rows[0]
    try:
        with transaction.atomic():
            for here in rows:
                insert(here)
    except IntegrityError as error:
        raise ValidationError(_why_refused(removal, holder_of(here))) from error


def _why_refused(removal: Removal, holder: models.Model | None) -> str:
    if holder is None:
        return _("“%(what)s” cannot be put back: it no longer fits what is here.") % {
            "what": removal
        }
    return _(
        "“%(what)s” cannot be put back: “%(other)s” has its place now. Change or delete that one first."
    ) % {"what": removal, "other": holder}


@transaction.atomic
def purge(before: datetime) -> int:
    """End the deletions made before `before`: they can no longer be taken back, and their files go.

    Returns how many ended. What was deleted, by whom and with which last values stays in the history.
    """
    return forget(Removal.objects.filter(change__at__lt=before))


@transaction.atomic
def forget(removals: QuerySet[Removal]) -> int:
    """Take these deletions away with their files, save those that something else still names."""
    keys = [removal.pk for removal in removals]
    ending = Removal.objects.filter(pk__in=keys)
    files = _files_of(ending) - _files_of(Removal.objects.exclude(pk__in=keys))
    ending.delete()
    transaction.on_commit(lambda: _delete_files(files))
    return len(keys)


def _files_of(removals: QuerySet[Removal]) -> set[tuple[str, str, str]]:
    return {file for removal in removals.iterator() for file in files_of(removal.rows)}


def _delete_files(files: Iterable[tuple[str, str, str]]) -> None:
    for label, field, name in files:
        model: Any = apps.get_model(label)
        if not model._base_manager.filter(**{field: name}).exists():
            model._meta.get_field(field).storage.delete(name)


def changes_of(rows: Sequence[models.Model]) -> QuerySet[Change]:
    """The changes of these rows, newest first, in one query."""
    anywhere = models.Q(pk__in=[])
    for row in rows:
        anywhere |= models.Q(content_type=ContentType.objects.get_for_model(row), object_id=row.pk)
    return Change.objects.filter(anywhere)


def _change(row: models.Model, action: str, actor: Any, fields: dict[str, Any]) -> Change:
    return Change(
        locality_id=locality_id_of(row),
        action=action,
        actor=actor,
        actor_name=str(actor) if actor else SYSTEM,
        at=timezone.now(),
        fields=fields,
        content_type=ContentType.objects.get_for_model(row),
        object_id=row.pk,
        label=str(row)[:300],
    )


def locality_id_of(row: models.Model) -> int | None:
    """The locality a row belongs to, followed along its model's `locality_path`; "" is the locality itself."""
    value: Any = row
    for name in filter(None, row.locality_path.split("__")):  # type: ignore[attr-defined]
        value = getattr(value, name) if value is not None else None
    return value.pk if value is not None else None


def _values(row: models.Model | None) -> dict[str, Any]:
    if row is None:
        return {}
    return {
        field.attname: field.get_prep_value(field.value_from_object(row))
        for field in row._meta.concrete_fields
        if not field.primary_key
    }


def _unrecorded(row: models.Model) -> tuple[str, ...]:
    return getattr(row, "unrecorded", ())
