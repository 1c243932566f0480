"""The one feed of changes: of everything, of one record with what hangs on it, of an office, a person, of days."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from typing import Any, TypeVar

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import CASCADE, Model, Q, QuerySet
from django.utils.timezone import make_aware

from tiendo.accounts.models import Charge, Membership, SignInSlip, StandIn, User
from tiendo.agencies.models import Agency
from tiendo.history.models import Action, Change
from tiendo.history.personal import named
from tiendo.progress.models import Handler

Row = TypeVar("Row", bound=Model)
OFFICE = "agency"  # the field in which a row names the office it is about
PEOPLE: tuple[tuple[type[Model], str], ...] = (
    (Membership, "user"),
    (Charge, "leader"),
    (StandIn, "absent"),
    (StandIn, "deputy"),
    (SignInSlip, "user"),
    (Handler, "user"),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a feed is narrowed to; everything may be left out."""

    words: str = ""
    kind: ContentType | None = None
    first: date | None = None
    last: date | None = None
    record: Model | None = None
    office: Agency | None = None
    person: User | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some changes of a feed, newest first; `older` is the key after which the next stretch begins, 0 at the end."""

    rows: list[Change]
    older: int
    newest: bool


def feed(changes: QuerySet[Change], asked: Asked) -> QuerySet[Change]:
    """The changes asked for, newest first."""
    rows = changes.telling(asked.words) if asked.words else changes  # type: ignore[attr-defined]
    if asked.kind:
        rows = rows.filter(content_type=asked.kind)
    if asked.first:
        rows = rows.filter(at__gte=make_aware(datetime.combine(asked.first, time.min)))
    if asked.last:
        rows = rows.filter(at__lte=make_aware(datetime.combine(asked.last, time.max)))
    if asked.record:
        rows = rows.filter(_about(asked.record, hanging_on(type(asked.record))))
    if asked.office:
        rows = rows.filter(_about(asked.office, naming_an_office()))
    if asked.person:
        rows = rows.filter(Q(actor=asked.person) | about_person(asked.person))
    return rows.select_related("content_type").order_by("-at", "-pk")


def stretch(rows: QuerySet[Change], after: int, most: int) -> Stretch:
    """At most so many changes of a feed after the one with this key, from the newest on where there is none."""
    before = Change.objects.filter(pk=after).values_list("at", flat=True).first() if after else None
    if before:
        rows = rows.filter(Q(at__lt=before) | Q(at=before, pk__lt=after), at__lte=before)
    part = list(rows[: most + 1])
    older = part[most - 1].pk if len(part) > most else 0
    return Stretch(named(part[:most]), older, before is None)


def _about(row: Model, paths: dict[type[Model], str]) -> Q:
    """A change of a row itself, or of one that is tied to it along one of these paths, now or when it was deleted."""
    found = Q(content_type=ContentType.objects.get_for_model(row), object_id=row.pk)
    for model, path in paths.items():
        kind = ContentType.objects.get_for_model(model)
        tied = Q(object_id__in=model._base_manager.filter(**{path: row.pk}).order_by().values("pk"))
        if "__" not in path:
            tied |= Q(action=Action.DELETE, **{f"fields__{path}_id__0": row.pk})
        found |= Q(content_type=kind) & tied
    return found


def about_person(person: User) -> Q:
    """A change of the account itself, or of a row that names the person, now or when it was deleted."""
    found = _about(person, {})
    for model, name in PEOPLE:
        found |= _about(person, {model: name})
    return found


@cache
def hanging_on(target: type[Model]) -> dict[type[Model], str]:
    """By model, the references along which its rows hang on a row of `target`, so that they would go with it."""
    return _along({target: ""})


@cache
def naming_an_office() -> dict[type[Model], str]:
    """By model, the references along which its rows lead to the office they are about."""
    models = [model for model in apps.get_models() if _names_an_office(model)]
    return _along(dict.fromkeys(models, OFFICE))


def _names_an_office(model: type[Model]) -> bool:
    fields = {field.name: field for field in model._meta.concrete_fields}
    return OFFICE in fields and fields[OFFICE].related_model is Agency


def _along(paths: dict[Any, str]) -> dict[type[Model], str]:
    """These models with all whose rows hang on theirs, each by its shortest path."""
    found, open_ones = dict(paths), deque(paths)
    while open_ones:
        parent = open_ones.popleft()
        for tie in parent._meta.related_objects:
            model = tie.related_model
            owned = getattr(tie, "on_delete", None) is CASCADE and hasattr(model, "locality_path")
            if owned and model not in found:
                found[model] = "__".join(filter(None, (tie.field.name, found[parent])))
                open_ones.append(model)
    return {model: path for model, path in found.items() if path}


def record_of(written: str, allowed: Iterable[str]) -> tuple[type[Model], int] | None:
    """The model and key that an address names, "plans.task:12"; None for what is not among the labels allowed."""
    label, _colon, key = written.partition(":")
    if label in set(allowed) and key.isdecimal() and len(key) < 16:
        return apps.get_model(label), int(key)
    return None
