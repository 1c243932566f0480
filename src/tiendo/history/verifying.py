"""Verifying the sealed history of the database, in one pass over it that needs the same memory for any length."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain
from typing import Any

from django.apps import apps
from django.db import Error
from django.db.models import Exists, Max, Model, OuterRef
from django.utils import timezone

from tiendo.history.chain import (
    PREFIX,
    Entry,
    Facts,
    Fault,
    SealFacts,
    What,
    faults,
    moment,
    references,
)
from tiendo.history.models import Action, Change, PersonalValue, Seal, SealedChange
from tiendo.history.personal import reference_of
from tiendo.history.sealing import last_seal, seal_facts

AT_ONCE = 1000  # places of the chain in memory
REMEMBERED = 20_000  # references that were looked up, so as not to ask for them again
LONGEST_WAIT = timedelta(days=1)  # for the first seal; a product that runs seals every minute
# What is raised where something stands in the database that the product never writes.
NOT_READABLE = (
    *(Error, ValueError, TypeError, AttributeError, LookupError, OverflowError, RecursionError),
)
UNREADABLE: Facts = {"at": "", "actor_name": "", "label": "", "fields": {}}
COLUMNS = ("id", "locality_id", "action", "actor_id", "actor_name", "at", "cause", "reason")
MORE = ("decision", "fields", "content_type__app_label", "content_type__model", "object_id")


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a chain goes: seals, places, and changes that wait for the next seal."""

    seals: int
    places: int
    waiting: int
    last: SealFacts | None


def extent(locality_id: int | None) -> Extent:
    """How far the chain of a locality goes; of the installation where it is None."""
    last = last_seal(locality_id)
    after = last.upto if last else 0
    waiting = Change.objects.filter(locality=locality_id, pk__gt=after).count()
    if last is None:
        return Extent(0, 0, waiting, None)
    return Extent(last.number, last.last, waiting, seal_facts(last))


def found(locality_id: int | None) -> Iterator[Fault]:
    """What is wrong with the history of a locality, up to the last seal at the moment of asking.

    What cannot be read, because something stands there that the product never writes, is a fault as well.
    """
    for look in (_walked, _strangers, _personal):
        try:
            yield from look(locality_id)
        except NOT_READABLE as error:
            yield Fault(What.UNREADABLE, name=str(error)[:200])


def strays() -> Iterator[Fault]:
    """What stands in the history for localities that are not there: no walk along a chain comes to it."""
    here = list(apps.get_model("agencies", "Locality").objects.values_list("pk", flat=True))
    models: tuple[type[Model], ...] = (Change, Seal, SealedChange, PersonalValue)
    for model in models:
        rows = model._base_manager.exclude(locality=None).exclude(locality__in=here).order_by()
        for key in sorted(map(str, rows.values_list("locality", flat=True).distinct())):
            yield Fault(What.STRAY, name=f"{key}: {model._meta.db_table}")


def _walked(locality_id: int | None) -> Iterator[Fault]:
    """What is wrong along the chain."""
    sealed = SealedChange.objects.filter(locality=locality_id)
    places = sealed.aggregate(end=Max("place"))["end"]
    last = _last(locality_id)
    if last is None:
        yield from _without_seals(locality_id, places)
        return
    dangling: list[Fault] = []
    batches = _batches(locality_id, max(places or 0, last.last))
    entries = _watched(locality_id, batches, dangling)
    for fault in faults(seals_of(locality_id, last.number), entries):
        yield fault
        yield from _drained(dangling)
    yield from _drained(dangling)
    if sealed.count() > last.last:  # one place twice, or one before the first
        yield Fault(What.BEYOND, place=last.last + 1)


def _last(locality_id: int | None) -> Seal | None:
    return Seal.objects.filter(locality=locality_id).order_by("-number").first()


def _without_seals(locality_id: int | None, places: int | None) -> Iterator[Fault]:
    if places:
        yield Fault(What.SEAL_GONE)
    first = Change.objects.filter(locality=locality_id).order_by("pk").first()
    if first and first.at < timezone.now() - LONGEST_WAIT:
        yield Fault(What.NEVER_SEALED, key=first.pk, at=moment(first.at))


def _drained(faults: list[Fault]) -> Iterator[Fault]:
    while faults:
        yield faults.pop(0)


def seals_of(locality_id: int | None, upto: int) -> Iterator[SealFacts]:
    """The seals of a chain by number, up to one of them."""
    rows = Seal.objects.filter(locality=locality_id)
    number = -1
    while part := list(rows.filter(number__gt=number, number__lte=upto)[:AT_ONCE]):
        yield from map(seal_facts, part)
        number = part[-1].number


def _batches(locality_id: int | None, upto: int) -> Iterator[list[Entry]]:
    rows = SealedChange.objects.filter(locality=locality_id, place__lte=upto).order_by("place")
    columns = ("place", "digest", "change_id")
    place = -1
    while part := list(rows.filter(place__gt=place).values_list(*columns)[:AT_ONCE]):
        facts = told({key for _place, _digest, key in part})
        yield [Entry(place, digest, key, facts.get(key)) for place, digest, key in part]
        place = part[-1][0]


def entries_of(locality_id: int | None, upto: int) -> Iterator[Entry]:
    """The places of a chain in order, up to one of them."""
    return chain.from_iterable(_batches(locality_id, upto))


def told(keys: Iterable[int]) -> dict[int, Facts]:
    """What these changes say now, by their keys; without building a model for each."""
    try:
        return _read(keys)
    except NOT_READABLE:
        return {key: facts for key in keys for facts in [_read_one(key)] if facts}


def _read(keys: Iterable[int]) -> dict[int, Facts]:
    rows = Change.objects.filter(pk__in=keys).order_by()
    return {row[0]: _facts(row) for row in rows.values_list(*COLUMNS, *MORE, "label")}


def _read_one(key: int) -> Facts | None:
    """What one change says; something else than it ever said where that cannot be read."""
    try:
        return _read([key]).get(key)
    except NOT_READABLE:
        return UNREADABLE


def _facts(row: tuple[Any, ...]) -> Facts:
    names = ("id", "locality", "action", "actor", "actor_name", "at", "cause", "reason", "decision")
    facts = dict(zip(names, row, strict=False))
    fields, app, model, key, label = row[len(names) :]
    facts["at"] = moment(facts["at"])
    return facts | {"fields": fields, "kind": f"{app}.{model}", "object": key, "label": label}


def _watched(
    locality_id: int | None, batches: Iterable[list[Entry]], dangling: list[Fault]
) -> Iterator[Entry]:
    """The entries, while references to personal values that are not there are noted."""
    known: set[str] = set()
    for batch in batches:
        wanted = {each: entry for entry in batch for each in _named(entry) if each not in known}
        rows = PersonalValue.objects.filter(locality=locality_id, reference__in=wanted)
        here = set(rows.values_list("reference", flat=True))
        for reference in wanted.keys() - here:
            entry = wanted[reference]
            gone = Fault(What.PERSONAL_GONE, place=entry.place, key=entry.key, name=reference)
            dangling.append(gone)
        known = (known if len(known) < REMEMBERED else set()) | here
        yield from batch


def _named(entry: Entry) -> Iterator[str]:
    if entry.facts:
        yield from references(entry.facts)


def _strangers(locality_id: int | None) -> Iterator[Fault]:
    """Changes that stand before the last seal and in no place that the walk came to."""
    last = _last(locality_id)
    if last is None:
        return
    places = SealedChange.objects.filter(
        locality=locality_id, place__gt=0, place__lte=last.last, change=OuterRef("pk")
    )
    rows = Change.objects.filter(~Exists(places), locality=locality_id, pk__lte=last.upto)
    for key, at in rows.order_by("pk").values_list("pk", "at").iterator(chunk_size=AT_ONCE):
        yield Fault(What.INSERTED, key=key, at=moment(at))


def _personal(locality_id: int | None) -> Iterator[Fault]:
    rows = PersonalValue.objects.filter(locality=locality_id).order_by("pk")
    for row in rows.select_related("erased").iterator(chunk_size=AT_ONCE):
        if row.erased_id is None and row.reference != reference_of(row):
            yield Fault(What.PERSONAL_CHANGED, name=row.reference, key=row.pk)
        if row.erased_id is not None and not _owned(row):
            yield Fault(What.PERSONAL_EMPTIED, name=row.reference, key=row.pk)


def _owned(row: PersonalValue) -> bool:
    """Whether the line of the history that erased a value says that it did."""
    erased: Any = row.erased
    if erased is None or erased.locality_id != row.locality_id:  # taken away, or put elsewhere
        return False
    said = [each for pair in erased.fields.values() for each in pair if isinstance(each, list)]
    whole = erased.action == Action.ERASE and row.reference.startswith(PREFIX)
    return whole and not (row.value or row.salt) and any(row.reference in each for each in said)
