"""The sealed history: an honest one verifies, and whatever is altered past the product is found."""

import random
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tiendo import samples
from tiendo.accounts.models import User
from tiendo.agencies.models import Agency, Holiday, Locality
from tiendo.history import erasing, sealing, verifying
from tiendo.history import services as history
from tiendo.history.chain import Fault, What, refers
from tiendo.history.models import (
    Action,
    Cause,
    Change,
    PersonalValue,
    Removal,
    Seal,
    SealedChange,
)
from tiendo.history.personal import named

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


def changed(locality: Locality, actor: User | None, times: int) -> list[Agency]:
    """Offices added, renamed and deleted, so that the history grows by three lines for each."""
    rows = []
    for each in range(times):
        office = samples.agency(locality, f"Phòng {each} {random.random()}")  # noqa: S311
        office.short_name = f"P. {each}"
        history.save(office, actor=actor, cause=Cause.CORRECTION, reason="viết tắt")
        office.valid_to = date(2025, 6, 30)
        history.save(office, actor=actor, decision="NQ 1676")
        rows.append(office)
    return rows


def wrong(locality: Locality) -> list[Fault]:
    return list(verifying.found(locality.pk))


def whats(locality: Locality) -> set[What]:
    return {fault.what for fault in wrong(locality)}


# --- An honest history --------------------------------------------------------------------------


def test_an_honest_history_verifies_and_sealing_again_seals_nothing(
    locality: Locality, clerk: User
) -> None:
    changed(locality, clerk, 5)
    assert sealing.seal() == 10
    assert sealing.seal() == 0
    changed(locality, clerk, 2)
    assert sealing.seal() == 4
    assert wrong(locality) == []
    places = SealedChange.objects.values_list("place", flat=True)
    assert list(places) == list(range(1, 15))
    assert Seal.objects.filter(locality=locality, number__gt=0).count() == 3


def test_what_is_not_sealed_yet_is_counted_and_no_fault(locality: Locality, clerk: User) -> None:
    changed(locality, clerk, 1)
    sealing.seal()
    changed(locality, clerk, 2)
    assert verifying.extent(locality.pk).waiting == 4
    assert wrong(locality) == []


def test_each_locality_has_a_chain_of_its_own_and_goes_with_it(
    locality: Locality, clerk: User
) -> None:
    other = samples.locality("Huyện khác")
    changed(locality, clerk, 2)
    changed(other, None, 2)
    sealing.seal()
    Agency.objects.filter(locality=other).delete()
    Change.objects.filter(locality=other).delete()
    other.delete()
    assert wrong(locality) == []
    assert not Seal.objects.exclude(locality=locality).exists()


def test_what_belongs_to_no_locality_is_sealed_too(locality: Locality) -> None:
    other = Locality(name="Huyện tạm")
    history.save(other, actor=None)
    history.erase(other, actor=None)
    sealing.seal()
    assert verifying.extent(None).places == 1
    assert list(verifying.found(None)) == []


def test_deletions_taken_back_and_purged_leave_the_chain_whole(
    locality: Locality, clerk: User
) -> None:
    offices = [samples.agency(locality, name) for name in ("Một", "Hai", "Ba")]
    for office in offices:
        history.delete(office, actor=clerk, reason="nhập nhầm")
    sealing.seal()
    history.restore(Removal.objects.all()[0], actor=clerk)
    history.purge(timezone.now() + timedelta(days=1))
    sealing.seal()
    assert not Removal.objects.exists()
    assert wrong(locality) == []


DEEDS = st.lists(
    st.sampled_from(["add", "rename", "delete", "restore", "purge", "erase", "many", "seal"]),
    max_size=14,
)


@settings(max_examples=30, deadline=None)
@given(
    deeds=DEEDS, words=st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=9)
)
def test_any_history_of_the_services_verifies(deeds: list[str], words: str) -> None:
    with transaction.atomic():
        locality = samples.locality()
        actor = samples.person(agency=samples.agency(locality), full_name=f"{words} Thử")
        for deed in deeds:
            DO[deed](locality, actor, words)
            assert wrong(locality) == []
        sealing.seal()
        assert wrong(locality) == []
        transaction.set_rollback(True)


def _offices(locality: Locality) -> list[Agency]:
    return list(Agency.objects.filter(locality=locality, valid_to=None, memberships=None))


def _add(locality: Locality, actor: User, words: str) -> None:
    history.save(Agency(locality=locality, name=words, fold="f", sort_key="s"), actor=actor)


def _rename(locality: Locality, actor: User, words: str) -> None:
    actor.full_name = f"{words} {random.random()}"  # noqa: S311
    history.save(actor, actor=actor, reason=words)


def _delete(locality: Locality, actor: User, words: str) -> None:
    for office in _offices(locality)[:1]:
        history.delete(office, actor=actor, reason=words)


def _restore(locality: Locality, actor: User, words: str) -> None:
    for removal in Removal.objects.open().filter(change__locality=locality)[:1]:
        history.restore(removal, actor=actor, reason=words)


def _purge(locality: Locality, actor: User, words: str) -> None:
    history.purge(timezone.now() + timedelta(days=1))


def _erase(locality: Locality, actor: User, words: str) -> None:
    sealing.seal()
    values = PersonalValue.objects.filter(locality=locality, erased=None)[:2]
    if values:
        erasing.erase(values=values, person=actor.pk, actor=actor, reason="theo yêu cầu")


def _many(locality: Locality, actor: User, words: str) -> None:
    rows = [
        Agency(locality=locality, name=f"{words} {each}", fold="f", sort_key="s")
        for each in range(9)
    ]
    history.add_all(rows, actor=actor, reason=words)


def _seal(locality: Locality, actor: User, words: str) -> None:
    sealing.seal()


DO: dict[str, Callable[[Locality, User, str], None]] = {
    "add": _add,
    "rename": _rename,
    "delete": _delete,
    "restore": _restore,
    "purge": _purge,
    "erase": _erase,
    "many": _many,
    "seal": _seal,
}

# --- Personal values ----------------------------------------------------------------------------


def test_sealed_lines_hold_no_name_and_are_read_with_it(locality: Locality, clerk: User) -> None:
    clerk.phone = "0909 123 456"
    history.save(clerk, actor=clerk)
    changed(locality, clerk, 3)
    sealing.seal()
    stored = str(list(Change.objects.values()))
    assert "Trần Văn Thử" not in stored
    assert "0909 123 456" not in stored
    rows = named(Change.objects.order_by("pk"))
    assert {row.actor_name for row in rows} == {"Trần Văn Thử"}
    assert rows[0].label == "Trần Văn Thử"
    assert rows[0].fields["phone"] == ["", "0909 123 456"]
    assert PersonalValue.objects.filter(value="Trần Văn Thử").count() == 1  # held once


def test_the_names_of_offices_stay_in_the_line(locality: Locality, clerk: User) -> None:
    changed(locality, clerk, 1)
    sealing.seal()
    assert Change.objects.filter(label__startswith="Phòng 0").count() == 2


def test_a_line_is_found_by_a_name_that_is_held_apart(locality: Locality, clerk: User) -> None:
    changed(locality, clerk, 2)
    changed(locality, None, 2)
    sealing.seal()
    assert Change.objects.all().telling("văn thử".title()).count() == 4


def test_an_erased_value_is_gone_and_the_chain_whole(locality: Locality, clerk: User) -> None:
    changed(locality, clerk, 4)
    sealing.seal()
    values = erasing.values_about(locality.pk, clerk.pk, [clerk.full_name])
    line = erasing.erase(values=values, person=clerk.pk, actor=None, reason="theo đơn")
    sealing.seal()
    assert wrong(locality) == []
    assert line.action == Action.ERASE
    assert not PersonalValue.objects.filter(value__icontains="Thử").exists()
    assert not PersonalValue.objects.exclude(salt="").filter(person=clerk.pk).exists()
    assert "Trần Văn Thử" not in str(named(Change.objects.exclude(actor=None)))


def test_erasing_ends_the_deletions_that_could_bring_it_back(
    locality: Locality, clerk: User
) -> None:
    gone = samples.person(home=locality, full_name="Lê Thị Đã Nghỉ")
    history.save(gone, actor=clerk)
    gone.phone = "0911"
    history.save(gone, actor=clerk)
    key = gone.pk
    history.delete(gone, actor=clerk)
    sealing.seal()
    values = erasing.values_about(locality.pk, key, ["Lê Thị Đã Nghỉ"])
    erasing.erase(values=values, person=key, actor=clerk, reason="theo đơn")
    assert not Removal.objects.exists()
    assert wrong(locality) == []


def test_erasing_asks_for_a_reason_and_for_something_to_erase(
    locality: Locality, clerk: User
) -> None:
    changed(locality, clerk, 1)
    sealing.seal()
    values = PersonalValue.objects.all()
    with pytest.raises(ValidationError):
        erasing.erase(values=values, person=clerk.pk, actor=clerk, reason=" ")
    erasing.erase(values=values, person=clerk.pk, actor=clerk, reason="theo đơn")
    with pytest.raises(ValidationError):
        erasing.erase(values=values, person=clerk.pk, actor=clerk, reason="lần nữa")


def test_what_looks_like_a_reference_is_held_apart_as_one(locality: Locality, clerk: User) -> None:
    imitation = "held:" + "0" * 64
    history.save(Holiday(locality=locality, day=date(2026, 1, 1), name=imitation), actor=clerk)
    sealing.seal()
    change = Change.objects.get()
    assert refers(change.fields["name"][1])
    assert change.fields["name"][1] != imitation
    assert wrong(locality) == []
    assert named([change])[0].fields["name"][1] == imitation


# --- Planted changes ----------------------------------------------------------------------------

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
