"""The only way to write a row that people answer for: every write leaves a line in the history.

`actor` is the person who does it, or None when the product itself does (set-up, the example).
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import QuerySet
from django.utils import timezone

from tiendo.history.models import Action, Change

Row = TypeVar("Row", bound=models.Model)

SYSTEM = "Tiến Độ"


@transaction.atomic
def save(row: models.Model, *, actor: Any, reason: str = "", decision: str = "") -> Change | None:
    """Save `row` and record the fields that differ; return None when nothing did.

    Of the fields a model names in `unrecorded` (a password) only that they changed is recorded.
    """
    stored = type(row)._base_manager.filter(pk=row.pk).first() if row.pk else None
    before, after = _values(stored), _values(row)
    fields = {
        name: [before.get(name), after[name]] for name in after if before.get(name) != after[name]
    }
    if stored and not fields:
        return None
    row.save()
    fields |= {name: [None, None] for name in fields if name in _unrecorded(row)}
    change = _change(row, Action.CHANGE if stored else Action.ADD, actor, fields)
    change.reason, change.decision = reason, decision
    change.save()
    return change


@transaction.atomic
def add_all(rows: Iterable[Row], *, actor: Any, reason: str = "") -> list[Row]:
    """Store many new rows of one model at once, each with its line in the history; return them with keys."""
    rows = list(rows)
    if not rows:
        return []
    stored = type(rows[0])._base_manager.bulk_create(rows, batch_size=500)
    changes = [_change(row, Action.ADD, actor, {}) for row in stored]
    for change in changes:
        change.reason = reason
    Change.objects.bulk_create(changes, batch_size=500)
    return stored


@transaction.atomic
def delete(row: models.Model, *, actor: Any, reason: str = "", decision: str = "") -> Change:
    """Delete `row`, keeping its last values in the history."""
    fields = {
        name: [value, None] for name, value in _values(row).items() if name not in _unrecorded(row)
    }
    change = _change(row, Action.DELETE, actor, fields)
    change.reason, change.decision = reason, decision
    change.save()
    row.delete()
    return change


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
