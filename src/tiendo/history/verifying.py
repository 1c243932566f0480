"""Verifying the sealed history of the database, in one pass over it that needs the same memory for any length."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import Max

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
    """What is wrong with the history of a locality, up to the last seal at the moment of asking."""
    places = SealedChange.objects.filter(locality=locality_id).aggregate(end=Max("place"))["end"]
    last = Seal.objects.filter(locality=locality_id).order_by("-number").first()
    if last is None:
        if places:
            yield Fault(What.SEAL_GONE)
        return
    dangling: list[Fault] = []
    batches = _batches(locality_id, max(places or 0, last.last))
    entries = _watched(locality_id, batches, dangling)
    for fault in faults(seals_of(locality_id, last.number), entries):
        yield fault
        yield from _drained(dangling)
    yield from _drained(dangling)
    yield from _strangers(locality_id, last.upto)
    yield from _personal(locality_id)


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
    rows = Change.objects.filter(pk__in=keys).order_by()
    return {row[0]: _facts(row) for row in rows.values_list(*COLUMNS, *MORE, "label")}


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


def _strangers(locality_id: int | None, upto: int) -> Iterator[Fault]:
    """Changes that stand before the last seal and in none."""
    rows = Change.objects.filter(locality=locality_id, pk__lte=upto, sealed=None).order_by("pk")
    for key, at in rows.values_list("pk", "at").iterator(chunk_size=AT_ONCE):
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
    if erased is None:  # the line was taken away past the product
        return False
    said = [each for pair in erased.fields.values() for each in pair if isinstance(each, list)]
    whole = erased.action == Action.ERASE and row.reference.startswith(PREFIX)
    return whole and not row.value and any(row.reference in each for each in said)
