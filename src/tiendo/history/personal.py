"""Personal values of the history: put aside into rows of their own, read back, and erased.

A model names in `personal` the fields that say something personal; "__str__" there means that its label does.
"""

import secrets
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from tiendo.history.chain import PREFIX, digest, references, refers
from tiendo.history.models import Change, PersonalValue

LABEL = "__str__"
Turn = Callable[[str, int | None], str]
Whose = tuple[int | None, str]


def reference_of(row: PersonalValue) -> str:
    """The salted hash by which sealed changes speak of a personal value."""
    facts = {"salt": row.salt, "locality": row.locality_id, "person": row.person}
    return PREFIX + digest(facts | {"value": row.value})


def put_aside(locality_id: int | None, changes: list[Change]) -> None:
    """Hold the personal values of these stored changes apart; the changes then have references to them.

    What looks like a reference and is none is held apart too, so that every reference of a sealed change is one.
    """
    wanted: dict[Whose, None] = {}
    for change in changes:
        _turn(change, lambda value, person: wanted.setdefault((person, value)) or value)
    held = _held(locality_id, wanted)
    _store_names(locality_id, changes)
    rest = []
    for change in changes:
        before = change.actor_id or change.actor_name, change.label, repr(change.fields)
        _turn(change, lambda value, person: held[person, value])
        if (change.actor_id or change.actor_name, change.label, repr(change.fields)) != before:
            rest.append(change)
    Change.objects.bulk_update(rest, ["actor_name", "label", "fields"], batch_size=200)


def _store_names(locality_id: int | None, changes: Iterable[Change]) -> None:
    """Put the reference in the place of the name of whoever made each of these changes, in one statement."""
    held = PersonalValue.objects.filter(
        locality=locality_id, person=OuterRef("actor"), value=OuterRef("actor_name"), erased=None
    )
    reference = Subquery(held.order_by("-pk").values("reference")[:1])
    rows = Change.objects.filter(pk__in=[change.pk for change in changes]).exclude(actor=None)
    rows.update(actor_name=reference)


def _turn(change: Change, turn: Turn) -> None:
    """Replace every personal value of a change by what `turn` makes of it and of whose it is."""
    model: Any = ContentType.objects.get_for_id(change.content_type_id).model_class()
    personal = getattr(model, "personal", ())
    whose = change.object_id if model and model._meta.label == settings.AUTH_USER_MODEL else None
    if change.actor_id or refers(change.actor_name):
        change.actor_name = turn(change.actor_name, change.actor_id)
    if LABEL in personal or refers(change.label):
        change.label = turn(change.label, whose)
    for name, pair in change.fields.items():
        change.fields[name] = [
            turn(each, whose)
            if isinstance(each, str) and each and (name in personal or refers(each))
            else each
            for each in pair
        ]


def _held(locality_id: int | None, wanted: Iterable[Whose]) -> dict[Whose, str]:
    """The reference of each value; a value of the same person is held once."""
    people = {person for person, _value in wanted if person}
    stored = PersonalValue.objects.filter(locality=locality_id, person__in=people, erased=None)
    held = {(row.person, row.value): row.reference for row in stored.order_by("pk")}
    fresh = []
    for person, value in wanted:
        if (person, value) not in held:
            row = PersonalValue(locality_id=locality_id, person=person, value=value)
            row.salt = secrets.token_hex(16)
            row.reference = held[person, value] = reference_of(row)
            fresh.append(row)
    PersonalValue.objects.bulk_create(fresh, batch_size=500)
    return held


def named(changes: Iterable[Change]) -> list[Change]:
    """These changes with the personal values they refer to, in one query; not to be saved."""
    rows = list(changes)
    wanted = {each for row in rows for each in references(_texts(row))}
    stored = PersonalValue.objects.filter(reference__in=wanted) if wanted else ()
    words = {row.reference: row.value if row.erased_id is None else erased() for row in stored}
    for row in rows if words else ():
        row.actor_name = words.get(row.actor_name, row.actor_name)
        row.label = words.get(row.label, row.label)
        row.fields = {name: _said(pair, words) for name, pair in row.fields.items()}
    return rows


def _said(pair: list[Any], words: dict[str, str]) -> list[Any]:
    return [words.get(each, each) if isinstance(each, str) else each for each in pair]


def erased() -> str:
    """What is read where a personal value was erased."""
    return _("[personal value erased]")


def _texts(change: Change) -> dict[str, Any]:
    return {"actor_name": change.actor_name, "label": change.label, "fields": change.fields}
