"""A hundred changes planted in the history by SQL, of every kind: all are found, and named with their place."""

import random
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from tests.tiendo import samples
from tests.tiendo.history.test_sealing import changed, wrong
from tiendo.accounts.models import User
from tiendo.agencies.models import Agency, Locality
from tiendo.history import erasing, sealing, verifying
from tiendo.history import services as history
from tiendo.history.chain import What
from tiendo.history.models import Change, PersonalValue, Seal, SealedChange

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def short_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "BATCH", 7)


@pytest.fixture
def locality() -> Locality:
    return samples.locality()


@pytest.fixture
def clerk(locality: Locality) -> User:
    return samples.person(agency=samples.agency(locality), full_name="Trần Văn Thử")


Plant = Callable[[Locality, random.Random], None]


def sql(words: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(words, values)


def sealed_key(locality: Locality, chance: random.Random) -> int:
    rows = SealedChange.objects.filter(locality=locality).exclude(change__actor=None)
    return chance.choice(list(rows.values_list("change_id", flat=True)))


def place(locality: Locality, chance: random.Random) -> int:
    return chance.randint(1, verifying.extent(locality.pk).places)


OTHERWISE: dict[str, Any] = {
    "locality_id": None,
    "action": "restore",
    "actor_id": None,
    "actor_name": "Người khác",
    "at": timezone.now() - timedelta(days=400),
    "cause": "other",
    "reason": "lý do khác",
    "decision": "QĐ 99",
    "fields": '{"short_name": ["", "khác"]}',
    "content_type_id": 1,
    "object_id": 987654,
    "label": "Phòng khác",
}


def column(name: str) -> Plant:
    def plant(locality: Locality, chance: random.Random) -> None:
        key = sealed_key(locality, chance)
        sql(f"UPDATE history_change SET {name} = %s WHERE id = %s", OTHERWISE[name], key)  # noqa: S608

    return plant


def backdate(locality: Locality, chance: random.Random) -> None:
    key, days = sealed_key(locality, chance), chance.randint(1, 900)
    earlier = Change.objects.get(pk=key).at - timedelta(days=days)
    sql("UPDATE history_change SET at = %s WHERE id = %s", earlier, key)


COPIED = (
    "INSERT INTO history_change (id, locality_id, action, actor_id, actor_name, at, cause, reason,"
    " decision, fields, content_type_id, object_id, label) SELECT %s, locality_id, action, actor_id,"
    " actor_name, %s, cause, reason, decision, fields, content_type_id, object_id, label"
    " FROM history_change WHERE id = %s"
)


def insert(locality: Locality, chance: random.Random) -> None:
    """A line with a key that was skipped, as a transaction that was given up leaves one."""
    like = sealed_key(locality, chance)
    used = set(Change.objects.values_list("pk", flat=True))
    upto = Seal.objects.filter(locality=locality).latest("number").upto
    key = chance.choice(sorted(set(range(1, upto)) - used))
    sql(COPIED, key, Change.objects.get(pk=like).at, like)


def insert_late(locality: Locality, chance: random.Random) -> None:
    """A line behind the last seal that says it is old; the next seal takes it in."""
    like = sealed_key(locality, chance)
    key = Change.objects.latest("pk").pk + 1
    sql(COPIED, key, timezone.now() - timedelta(days=chance.randint(1, 900)), like)
    sealing.seal()


def insert_with_place(locality: Locality, chance: random.Random) -> None:
    insert(locality, chance)
    key = Change.objects.filter(locality=locality, sealed=None).earliest("pk").pk
    end = verifying.extent(locality.pk).places + 1
    sql(
        "INSERT INTO history_sealedchange (locality_id, place, change_id, digest)"
        " VALUES (%s, %s, %s, %s)",
        *(locality.pk, end, key, "a" * 64),
    )


def remove(locality: Locality, chance: random.Random) -> None:
    sql("DELETE FROM history_change WHERE id = %s", sealed_key(locality, chance))


def remove_with_place(locality: Locality, chance: random.Random) -> None:
    key = sealed_key(locality, chance)
    sql("DELETE FROM history_sealedchange WHERE change_id = %s", key)
    sql("DELETE FROM history_change WHERE id = %s", key)


def remove_and_close_up(locality: Locality, chance: random.Random) -> None:
    end = verifying.extent(locality.pk).places
    gone = chance.randint(1, end - 1)
    key = SealedChange.objects.get(locality=locality, place=gone).change_id
    sql("DELETE FROM history_sealedchange WHERE change_id = %s", key)
    sql("DELETE FROM history_change WHERE id = %s", key)
    for at in range(gone + 1, end + 1):
        sql(
            "UPDATE history_sealedchange SET place = %s WHERE locality_id = %s AND place = %s",
            *(at - 1, locality.pk, at),
        )


def two(locality: Locality, chance: random.Random) -> tuple[SealedChange, SealedChange]:
    rows = list(SealedChange.objects.filter(locality=locality))
    first = chance.choice(rows)
    return first, chance.choice([row for row in rows if row.digest != first.digest])


def swap(table: str, name: str, of: str) -> Plant:
    """Let two rows have each other's value of a column."""

    def plant(locality: Locality, chance: random.Random) -> None:
        pair = two(locality, chance)
        keys = [row.pk if table == "history_sealedchange" else row.change_id for row in pair]
        values = [getattr(row if of == "place" else row.change, name) for row in pair]
        if values[0] == values[1]:
            values[1] = timezone.now() if name == "at" else f"{values[1]}2"
        words = f"UPDATE {table} SET {name} = %s WHERE id = %s"  # noqa: S608
        sql(words, 10**9 if name in ("place", "change_id") else values[1], keys[0])
        sql(words, values[0], keys[1])
        sql(words, values[1], keys[0])

    return plant


def swap_with_digest(locality: Locality, chance: random.Random) -> None:
    """Two changes trade places with all that is theirs."""
    swap("history_sealedchange", "change_id", "place")(locality, chance)
    rows = SealedChange.objects.filter(locality=locality)
    for row in rows.select_related("change__content_type"):
        digest = sealing.digest(sealing.facts_of(row.change))
        sql("UPDATE history_sealedchange SET digest = %s WHERE id = %s", digest, row.pk)


SEAL: dict[str, Any] = {
    "number": 4321,
    "at": timezone.now() - timedelta(days=3),
    "upto": 999_999,
    "last": 3,
    "previous": "b" * 64,
    "hash": "c" * 64,
    "locality_id": None,
}


def seal_column(name: str) -> Plant:
    def plant(locality: Locality, chance: random.Random) -> None:
        rows = Seal.objects.filter(locality=locality)
        number = chance.randint(0, rows.latest("number").number)
        if name == "locality_id":
            number = rows.latest("number").number
        sql(
            f"UPDATE history_seal SET {name} = %s WHERE locality_id = %s AND number = %s",  # noqa: S608
            *(SEAL[name], locality.pk, number),
        )

    return plant


def seal_gone(locality: Locality, chance: random.Random) -> None:
    number = chance.randint(0, verifying.extent(locality.pk).seals)
    sql("DELETE FROM history_seal WHERE locality_id = %s AND number = %s", locality.pk, number)


SIDE: dict[str, Any] = {
    "value": "Người khác",
    "salt": "d" * 32,
    "person": 4711,
    "reference": "held:" + "e" * 64,
    "locality_id": None,
}


def side_column(name: str) -> Plant:
    def plant(locality: Locality, chance: random.Random) -> None:
        key = chance.choice(PersonalValue.objects.filter(erased=None).values_list("pk", flat=True))
        sql(f"UPDATE history_personalvalue SET {name} = %s WHERE id = %s", SIDE[name], key)  # noqa: S608

    return plant


def side_gone(locality: Locality, chance: random.Random) -> None:
    key = chance.choice(PersonalValue.objects.values_list("pk", flat=True))
    sql("DELETE FROM history_personalvalue WHERE id = %s", key)


def side_emptied(locality: Locality, chance: random.Random) -> None:
    key = chance.choice(PersonalValue.objects.filter(erased=None).values_list("pk", flat=True))
    sql(
        "UPDATE history_personalvalue SET value = '', salt = '', erased_id = %s WHERE id = %s",
        *(sealed_key(locality, chance), key),
    )


def side_refilled(locality: Locality, chance: random.Random) -> None:
    key = chance.choice(PersonalValue.objects.exclude(erased=None).values_list("pk", flat=True))
    sql("UPDATE history_personalvalue SET value = 'Người khác' WHERE id = %s", key)


def digest_of_place(locality: Locality, chance: random.Random) -> None:
    sql(
        "UPDATE history_sealedchange SET digest = %s WHERE locality_id = %s AND place = %s",
        *("f" * 64, locality.pk, place(locality, chance)),
    )


KINDS: dict[str, Iterable[Plant]] = {
    "a column changed": [column(name) for name in OTHERWISE] * 2,
    "inserted": [insert, insert_late, insert_with_place] * 6,
    "removed": [remove, remove_with_place, remove_and_close_up] * 6,
    "reordered": [
        swap("history_sealedchange", "place", "place"),
        swap("history_sealedchange", "change_id", "place"),
        swap("history_change", "label", "change"),
        swap("history_change", "at", "change"),
        swap_with_digest,
    ]
    * 4,
    "back-dated": [backdate, insert_late] * 8,
    "a seal altered": [*(seal_column(name) for name in SEAL), seal_gone, digest_of_place] * 2,
    "a personal value altered": [
        *(side_column(name) for name in SIDE),
        side_gone,
        side_emptied,
        side_refilled,
    ]
    * 2,
}


def planted_world() -> Locality:
    locality = samples.locality()
    clerk = samples.person(agency=samples.agency(locality), full_name="Trần Văn Thử")
    other = samples.person(home=locality, full_name="Lê Thị Nghỉ Hưu")
    for round_ in range(4):
        changed(locality, clerk if round_ % 2 else other, 4)
        clerk.phone = f"0909 {round_}"
        history.save(clerk, actor=None)
        history.save(Agency(locality=locality, name="x", fold="x", sort_key="x"), actor=clerk)
        Change.objects.latest("pk").delete()  # a key that stays free
        sealing.seal()
    values = PersonalValue.objects.filter(person=other.pk)
    erasing.erase(values=values, person=other.pk, actor=clerk, reason="theo đơn")
    changed(locality, clerk, 1)
    sealing.seal()
    return locality


def test_every_planted_change_is_found() -> None:
    chance = random.Random(20261123)  # noqa: S311
    locality = planted_world()
    assert wrong(locality) == []
    missed, planted = [], 0
    for kind, plants in KINDS.items():
        plants = list(plants)
        assert len(plants) >= 15, kind
        for number, plant in enumerate(plants):
            with transaction.atomic():
                plant(locality, chance)
                if not wrong(locality):
                    missed.append((kind, number))
                transaction.set_rollback(True)
            planted += 1
    assert missed == []
    assert planted >= 100
    assert wrong(locality) == []


def test_a_changed_line_is_named_with_its_place_and_nothing_else_is(
    locality: Locality, clerk: User
) -> None:
    changed(locality, clerk, 9)
    sealing.seal()
    row = SealedChange.objects.get(place=11)
    sql("UPDATE history_change SET reason = 'khác' WHERE id = %s", row.change_id)
    (fault,) = wrong(locality)
    assert (fault.what, fault.seal, fault.place, fault.key) == (What.CHANGED, 2, 11, row.change_id)


def test_a_removed_line_is_named_with_its_place(locality: Locality, clerk: User) -> None:
    changed(locality, clerk, 9)
    sealing.seal()
    row = SealedChange.objects.get(place=5)
    with transaction.atomic():
        remove_with_place_of(row)
        (fault,) = wrong(locality)
        transaction.set_rollback(True)
    assert (fault.what, fault.place, fault.until) == (What.PLACE_GONE, 5, 5)


def remove_with_place_of(row: SealedChange) -> None:
    sql("DELETE FROM history_sealedchange WHERE id = %s", row.pk)
    sql("DELETE FROM history_change WHERE id = %s", row.change_id)
