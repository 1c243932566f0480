"""What points at a row of a register: children, files, rows about it, ties to tasks, in whichever application."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet, UniqueConstraint

from tiendo.registers.register import register_of

# How rows point at any row: by its kind and key, or by the name of its register and its key.
BY_KIND = (("content_type", "object_id"), ("about_type", "about_id"))
BY_REGISTER = ("register", "row_id")
Place = tuple[Any, ...]  # what only one row may have


@dataclass(frozen=True, slots=True)
class Pointer:
    """A column by which the rows of a model point at a row; `also` has to fit as well."""

    model: type[Model]
    column: str
    also: Mapping[str, Any] = field(default_factory=dict)

    def rows(self, key: int) -> QuerySet[Any]:
        """The rows that point at the row with this key."""
        found = self.model._base_manager.filter(**{self.column: key}, **self.also)
        return found.order_by("pk")

    def places(self, row: Model) -> set[Place]:
        """What only one of the rows that point at the same may have, as this row has it."""
        name = self.model._meta.get_field(self.column).name
        return {
            (fields, *(getattr(row, self._column(each)) for each in fields if each != name))
            for fields in _unique(self.model)
            if name in fields
        }

    def _column(self, name: str) -> str:
        return self.model._meta.get_field(name).attname  # type: ignore[union-attr]


def _unique(model: type[Model]) -> list[tuple[str, ...]]:
    rules = [each for each in model._meta.constraints if isinstance(each, UniqueConstraint)]
    alone = [(each.name,) for each in model._meta.local_concrete_fields if each.unique]
    return [*alone, *(tuple(each.fields) for each in rules)]


def pointers_at(model: type[Model]) -> Iterator[Pointer]:
    """Every way in which rows point at the rows of a register; what the history says of them stays as it is."""
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and (relation.one_to_many or relation.one_to_one):
            yield Pointer(relation.related_model, relation.field.attname)  # type: ignore[arg-type,union-attr]
    kind, register = ContentType.objects.get_for_model(model), register_of(model)
    for other in apps.get_models():
        names = {each.name for each in other._meta.concrete_fields}
        for of_kind, key in BY_KIND:
            if {of_kind, key} <= names and other._meta.app_label != "history":
                yield Pointer(other, key, {of_kind: kind})
        if register and set(BY_REGISTER) <= names:
            yield Pointer(other, BY_REGISTER[1], {BY_REGISTER[0]: register.slug})
