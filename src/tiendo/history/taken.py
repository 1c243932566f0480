"""What a deletion takes, as data, and the same put back: every row with its key, every emptied reference.

A row is {"model": "plans.task", "pk": 7, "fields": {column: value as text}}. Fields that a model
names in `unrecorded` (a password) are not kept: such a row comes back without them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models.deletion import SET_NULL, Collector

AT_ONCE = 500  # keys in one query
Stored = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Taken:
    """The rows that went, the asked-for one first, and the references to them that were emptied."""

    rows: list[Stored]
    links: list[Stored]

    @property
    def counts(self) -> dict[str, int]:
        """How many rows of which model: {"plans.task": 14}."""
        return dict(Counter(row["model"] for row in self.rows))


def take(row: models.Model) -> Taken:
    """Delete `row` with what goes with it. Raises ProtectedError when something still needs it."""
    collector = Collector(using=row._state.db or "default", origin=row)
    collector.collect([row])
    gone = _keys(row, collector)
    taken = Taken(
        [stored for model, keys in gone.items() for stored in _stored(model, keys)],
        list(_emptied(collector, gone)),
    )
    collector.delete()
    return taken


def _keys(row: models.Model, collector: Any) -> dict[type[models.Model], list[Any]]:
    """The keys of what is deleted, by model; the asked-for row comes first."""
    found: dict[type[models.Model], dict[Any, None]] = defaultdict(dict)
    found[type(row)] = {row.pk: None}
    for model, instances in collector.data.items():
        found[model] |= dict.fromkeys(each.pk for each in instances)
    for rows in collector.fast_deletes:
        found[rows.model] |= dict.fromkeys(each.pk for each in rows)
    return {model: list(keys) for model, keys in found.items()}


def _stored(model: type[models.Model], keys: list[Any]) -> Iterator[Stored]:
    """The rows as the database has them, in the order of `keys`."""
    label, columns = model._meta.label_lower, _columns(model)
    for start in range(0, len(keys), AT_ONCE):
        found = model._base_manager.in_bulk(keys[start : start + AT_ONCE])
        for key in keys[start : start + AT_ONCE]:
            values = {field.attname: _as_text(field, found[key]) for field in columns}
            yield {"model": label, "pk": key, "fields": values}


def _columns(model: type[models.Model]) -> list[Any]:
    hidden = getattr(model, "unrecorded", ())
    return [
        field
        for field in model._meta.local_concrete_fields
        if not field.primary_key and not field.generated and field.name not in hidden
    ]


def _as_text(field: Any, row: models.Model) -> Any:
    """A value that JSON holds without loss; moments keep their microseconds, figures their decimals."""
    return None if field.value_from_object(row) is None else field.value_to_string(row)


def _emptied(collector: Any, gone: dict[type[models.Model], list[Any]]) -> Iterator[Stored]:
    """The references from rows that stay, with what they point at before they are emptied."""
    for (field, _value), groups in collector.field_updates.items():
        keys = {each.pk for rows in groups for each in rows} - set(gone.get(field.model, ()))
        rows = field.model._base_manager.filter(pk__in=keys).order_by("pk")
        for key, value in rows.values_list("pk", field.attname):
            label = field.model._meta.label_lower
            yield {"model": label, "pk": key, "column": field.attname, "value": value}


def revived(rows: Iterable[Stored]) -> list[models.Model]:
    """Stored rows as unsaved instances with their keys."""
    return [_revived(row) for row in rows]


def _revived(stored: Stored) -> models.Model:
    model = apps.get_model(stored["model"])
    row = model(pk=stored["pk"])
    for field in model._meta.local_concrete_fields:
        if field.attname in stored["fields"]:
            value = stored["fields"][field.attname]
            setattr(row, field.attname, None if value is None else field.to_python(value))
    return row


def insert(row: models.Model) -> None:
    """Store a revived row exactly as it was: with its key, and no field set anew."""
    row.save_base(raw=True, force_insert=True)


def refer_again(links: Iterable[Stored]) -> None:
    """Set emptied references to what they pointed at; one that points elsewhere by now stays."""
    for link in links:
        rows = apps.get_model(link["model"])._base_manager
        column = link["column"]
        rows.filter(pk=link["pk"], **{column: None}).update(**{column: link["value"]})


def lost(rows: Iterable[models.Model]) -> Iterator[tuple[models.Model, Any, Any]]:
    """The references of revived rows to what is neither here nor among them: row, field, key."""
    rows = list(rows)
    back = {(row._meta.label_lower, row.pk) for row in rows}
    for (target, field), pairs in _references(rows).items():
        wanted = {key for _row, key in pairs if (target._meta.label_lower, key) not in back}
        here = _present(target, wanted)
        yield from ((row, field, key) for row, key in pairs if key in wanted - here)


def _references(rows: Iterable[models.Model]) -> dict[Any, list[tuple[models.Model, Any]]]:
    found: dict[Any, list[tuple[models.Model, Any]]] = defaultdict(list)
    for row in rows:
        for field in row._meta.local_concrete_fields:
            key = getattr(row, field.attname)
            if field.is_relation and key is not None:
                found[field.related_model, field].append((row, key))
    return found


def _present(model: Any, keys: set[Any]) -> set[Any]:
    ordered = sorted(keys)
    found: set[Any] = set()
    for start in range(0, len(ordered), AT_ONCE):
        part = model._base_manager.filter(pk__in=ordered[start : start + AT_ONCE])
        found |= set(part.values_list("pk", flat=True))
    return found


def may_be_empty(field: Any) -> bool:
    """Whether the row stands without what this reference points at."""
    return field.remote_field.on_delete is SET_NULL


def holder_of(row: models.Model) -> models.Model | None:
    """The row that has the key or a unique value of `row` now."""
    for columns in _unique_columns(type(row)):
        values = {name: getattr(row, name) for name in columns}
        if None not in values.values():
            found = type(row)._base_manager.filter(**values).first()
            if found is not None:
                return found
    return None


def _unique_columns(model: type[models.Model]) -> list[list[str]]:
    alone = [[field.attname] for field in model._meta.local_concrete_fields if field.unique]
    constraints = model._meta.constraints
    named = [list(each.fields) for each in constraints if isinstance(each, models.UniqueConstraint)]
    together = [list(names) for names in model._meta.unique_together]
    return alone + [names for names in named if names] + together


def files_of(rows: Iterable[Stored]) -> set[tuple[str, str, str]]:
    """The files that stored rows name: (model, field, name in the storage)."""
    return {
        (row["model"], field.name, row["fields"][field.attname])
        for row in rows
        for field in apps.get_model(row["model"])._meta.local_concrete_fields
        if isinstance(field, models.FileField) and row["fields"].get(field.attname)
    }
