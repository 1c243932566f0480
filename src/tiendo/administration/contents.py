"""What a deletion took, in words: the fields that have a name for people, and what stood in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.text import capfirst

from tiendo.administration.changes import KEPT_QUIET, shown
from tiendo.administration.kinds import noun_of
from tiendo.history.taken import Stored, revived


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that was deleted: what kind of thing, and its fields by name."""

    kind: str
    values: list[tuple[str, str]]


def contents(rows: Iterable[Stored]) -> list[Entry]:
    """The stored rows of a removal in words; references to other rows are left out."""
    return [Entry(noun_of(row._meta.label_lower), _values(row)) for row in revived(rows)]


def _values(row: Model) -> list[tuple[str, str]]:
    found = []
    for field in row._meta.concrete_fields:
        value = field.value_from_object(row)
        for_people = isinstance(field.verbose_name, Promise) and field.name not in KEPT_QUIET
        if for_people and not field.is_relation and value not in (None, ""):
            found.append((capfirst(str(field.verbose_name)), _words(field, value)))
    return found


def _words(field: Any, value: Any) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else shown(field, value, {})
