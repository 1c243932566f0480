"""The history in words: who changed what, when and why, and what stood there before and after."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Field, ForeignKey, Model
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from tiendo.administration.kinds import noun_of
from tiendo.history.models import Action, Change

KEPT_QUIET = frozenset({"fold", "sort_key", "digest", "last_login", "version", "key"})
LONGEST = 300  # letters of a value
Names = Mapping[tuple[type[Model], object], str]


@dataclass(frozen=True, slots=True)
class Value:
    """A field of a change: what it is called, and what stood there; None where it is not recorded."""

    name: str
    named: bool  # whether the name is a word for people, or that of the column
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """One change in words."""

    at: datetime
    by: str
    action: str
    kind: str
    label: str
    why: str
    values: tuple[Value, ...]


def told(changes: Iterable[Change]) -> list[Told]:
    """These changes in words, in their order; the names of the rows they point to in one query for each model."""
    rows = [(change, _fields(change)) for change in changes]
    names = _names(rows)
    return [_told(change, fields, names) for change, fields in rows]


def _fields(change: Change) -> dict[Field, list[Any]]:
    """The recorded fields that the model still has, and that say something to people."""
    model = change.content_type.model_class()
    if model is None:
        return {}
    known = {field.attname: field for field in model._meta.concrete_fields}
    return {
        known[name]: pair
        for name, pair in change.fields.items()
        if name in known and name not in KEPT_QUIET
    }


def _names(rows: Iterable[tuple[Change, dict[Field, list[Any]]]]) -> Names:
    wanted: dict[type[Model], set[object]] = defaultdict(set)
    for _change, fields in rows:
        for field, pair in fields.items():
            if isinstance(field, ForeignKey):
                wanted[field.related_model] |= {key for key in pair if key}
    return {
        (model, row.pk): str(row)
        for model, keys in wanted.items()
        for row in model._base_manager.filter(pk__in=keys)
    }


def _told(change: Change, fields: dict[Field, list[Any]], names: Names) -> Told:
    kind = ContentType.objects.get_for_id(change.content_type_id)
    recorded = fields if change.action != Action.ADD else {}
    return Told(
        at=change.at,
        by=change.actor_name,
        action=change.get_action_display(),
        kind=noun_of(f"{kind.app_label}.{kind.model}"),
        label=change.label,
        why=" · ".join(filter(None, (change.reason, change.decision))),
        values=tuple(_value(field, pair, names) for field, pair in recorded.items()),
    )


def _value(field: Field, pair: list[Any], names: Names) -> Value:
    named = isinstance(field.verbose_name, Promise)
    name = str(field.verbose_name) if named else field.name
    if pair == [None, None]:
        return Value(name, named, None, None)
    before, after = (shown(field, each, names) for each in pair)
    return Value(name, named, before, after)


def shown(field: Field, value: Any, names: Names) -> str:
    """A stored value as people read it: names of rows, words of choices, yes and no."""
    if value in (None, ""):
        return "—"
    if isinstance(field, ForeignKey):
        return names.get((field.related_model, value), f"#{value}")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    words = dict(field.flatchoices).get(value) if isinstance(value, str | int) else None
    return str(words or Truncator(str(value)).chars(LONGEST))
