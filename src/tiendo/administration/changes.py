"""The history in words: who changed what, when and why, and what stood there before and after."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import DateField, DateTimeField, Field, ForeignKey, Model
from django.utils.text import Truncator, capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from tiendo.administration.field_names import name_of
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

    @property
    def words(self) -> str:
        """The field with what stood there and what stands there now."""
        if self.before is None:
            return f"{capfirst(self.name)}: {_('changed; what to is not recorded')}"
        return f"{capfirst(self.name)}: {self.before} → {self.after}"


@dataclass(frozen=True, slots=True)
class Told:
    """One change in words."""

    at: datetime
    by: str
    action: str
    kind: str
    label: str
    cause: str
    reason: str
    decision: str
    values: tuple[Value, ...]

    @property
    def why(self) -> str:
        """The coded reason and its words."""
        return ": ".join(filter(None, (self.cause, self.reason)))

    @property
    def sentence(self) -> str:
        """The whole change in one sentence, for a sheet."""
        facts = {"by": self.by, "action": self.action, "kind": self.kind, "label": self.label}
        parts = [_("%(by)s %(action)s %(kind)s “%(label)s”") % facts]
        parts += [each.words for each in self.values]
        if self.why:
            parts.append(_("Reason: %(words)s") % {"words": self.why})
        if self.decision:
            parts.append(_("By decision: %(words)s") % {"words": self.decision})
        return ". ".join(parts)


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
        cause=change.get_cause_display(),
        reason=change.reason,
        decision=change.decision,
        values=tuple(_value(field, pair, names) for field, pair in recorded.items()),
    )


def _value(field: Field, pair: list[Any], names: Names) -> Value:
    name, named = name_of(field)
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
    if isinstance(field, DateField) and isinstance(value, str):
        return _day(field, value)
    words = dict(field.flatchoices).get(value) if isinstance(value, str | int) else None
    return str(words or Truncator(str(value)).chars(LONGEST))


def _day(field: DateField, value: str) -> str:
    """A stored day or moment as people read it; what is none is shown as it stands."""
    try:
        if isinstance(field, DateTimeField):
            return f"{localtime(datetime.fromisoformat(value)):%d/%m/%Y %H:%M}"
        return f"{date.fromisoformat(value):%d/%m/%Y}"
    except ValueError:
        return value
