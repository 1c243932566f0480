"""Sealing: new changes are closed in batches, each hash over the seal before it. Doing it again seals nothing twice.

Changes are sealed in the order of their keys, and only up to a key below which nothing can appear any more. On
PostgreSQL transactions end in another order than they drew keys: a short lock waits for those under way. Whatever
is found later below that key, and in no seal, was put there past the product.
"""

from dataclasses import replace
from datetime import datetime

from django.apps import apps
from django.db import OperationalError, connection, transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from tiendo.history.chain import Facts, SealFacts, Sealing, digest, moment
from tiendo.history.models import Change, Seal, SealedChange
from tiendo.history.personal import put_aside

BATCH = 1000  # changes in one seal
PATIENCE = "2s"  # for which writers under way are waited for, and others wait meanwhile


def seal() -> int | None:
    """Seal what was changed up to now; return how many changes, or None when a long write is under way.

    Several may seal at once: of each batch one does.
    """
    chains = [key for key in _chains() if _new(key, _upto(key)).exists()]
    if not chains:
        return 0
    settled = _settled()
    if settled is None:
        return None
    done = 0
    for key in chains:
        while sealed := _seal_next(key, *settled):
            done += sealed
    return done


def _chains() -> list[int | None]:
    return [None, *apps.get_model("agencies", "Locality").objects.values_list("pk", flat=True)]


def last_seal(locality_id: int | None) -> Seal | None:
    """The newest seal of a chain; None when nothing was sealed yet."""
    return Seal.objects.filter(locality=locality_id, number__gt=0).order_by("-number").first()


def _upto(locality_id: int | None) -> int:
    last = last_seal(locality_id)
    return last.upto if last else 0


def _new(locality_id: int | None, after: int) -> QuerySet[Change]:
    return Change.objects.filter(locality=locality_id, pk__gt=after)


def _settled() -> tuple[int, datetime] | None:
    """The key below which no change can appear any more, and the moment; None when writers are not done in time."""
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT set_config('lock_timeout', %s, true)", [PATIENCE])
                    cursor.execute("LOCK TABLE history_change IN SHARE MODE")
            return Change.objects.aggregate(newest=Max("pk"))["newest"] or 0, timezone.now()
    except OperationalError:
        return None


@transaction.atomic
def _seal_next(locality_id: int | None, upto: int, at: datetime) -> int:
    """Seal the next batch of a chain; return how many changes it holds."""
    before = _held_end(locality_id)
    found = _new(locality_id, before.upto).filter(pk__lte=upto).select_related("content_type")
    rows = list(found.order_by("pk")[:BATCH])
    if not rows:
        return 0
    put_aside(locality_id, rows)
    row = Seal(locality_id=locality_id, number=before.number + 1, previous=before.hash, at=at)
    row.upto = rows[-1].pk if len(rows) == BATCH else upto
    row.last = before.last + len(rows)
    digests = [digest(facts_of(change)) for change in rows]
    row.hash = _hash(row, digests)
    row.save()
    SealedChange.objects.bulk_create(
        [
            SealedChange(locality_id=locality_id, place=place, change=change, digest=each)
            for place, (change, each) in enumerate(zip(rows, digests, strict=True), before.last + 1)
        ],
        batch_size=500,
    )
    return len(rows)


def _held_end(locality_id: int | None) -> Seal:
    """The newest seal of a chain, read while nobody else seals in it; the chain is begun where there is none."""
    row = Seal(locality_id=locality_id, number=0, at=timezone.now(), upto=0, last=0)
    row.hash = _hash(row, [])
    facts = {"locality_id": locality_id, "at": row.at, "upto": 0, "last": 0, "hash": row.hash}
    Seal.objects.filter(locality=locality_id).get_or_create(number=0, defaults=facts)
    Seal.objects.select_for_update().get(locality=locality_id, number=0)
    return Seal.objects.filter(locality=locality_id).latest("number")


def _hash(row: Seal, digests: list[str]) -> str:
    sealing = Sealing(replace(seal_facts(row), hash=""))
    for each in digests:
        sealing.add(each)
    return sealing.hash()


def seal_facts(row: Seal) -> SealFacts:
    """A seal as the chain speaks of it."""
    return SealFacts(
        locality=row.locality_id,
        number=row.number,
        at=moment(row.at),
        upto=row.upto,
        last=row.last,
        previous=row.previous,
        hash=row.hash,
    )


def facts_of(change: Change) -> Facts:
    """What a change says, all of it, as its digest is taken; `kind` is the label of its model."""
    kind = change.content_type
    return {
        "id": change.pk,
        "locality": change.locality_id,
        "action": change.action,
        "actor": change.actor_id,
        "actor_name": change.actor_name,
        "at": moment(change.at),
        "cause": change.cause,
        "reason": change.reason,
        "decision": change.decision,
        "fields": change.fields,
        "kind": f"{kind.app_label}.{kind.model}",
        "object": change.object_id,
        "label": change.label,
    }
