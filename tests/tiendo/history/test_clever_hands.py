"""Somebody who knows the product and holds the database: what a simple change of one column does not do."""

from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.utils import timezone

from tests.tiendo import samples
from tests.tiendo.history.test_planting import COPIED, sql
from tests.tiendo.history.test_sealing import changed
from tiendo.accounts.models import User
from tiendo.agencies.models import Agency, Locality
from tiendo.history import erasing, sealing, verifying
from tiendo.history import services as history
from tiendo.history.chain import Fault, What
from tiendo.history.models import Action, Change, PersonalValue, Seal, SealedChange

pytestmark = pytest.mark.django_db

NOWHERE = 987_654  # the key of no locality


@pytest.fixture(autouse=True)
def short_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "BATCH", 7)


@pytest.fixture
def locality() -> Locality:
    locality = samples.locality()
    clerk = samples.person(agency=samples.agency(locality), full_name="Trần Văn Thử")
    changed(locality, clerk, 5)
    history.save(Agency(locality=locality, name="x", fold="x", sort_key="x"), actor=clerk)
    Change.objects.latest("pk").delete()  # a key that stays free
    changed(locality, clerk, 1)
    sealing.seal()
    assert everything(locality) == []
    return locality


def everything(locality: Locality) -> list[Fault]:
    return [*verifying.strays(), *verifying.found(locality.pk), *verifying.found(None)]


def after(locality: Locality, plant: Callable[[], None]) -> set[What]:
    """What is found after a change past the product, which is taken back."""
    with transaction.atomic():
        plant()
        found = everything(locality)
        transaction.set_rollback(True)
    return {fault.what for fault in found}


STRANGE = (
    ("history_change", "at", "'abc'"),
    ("history_change", "at", "'9999-99-99 00:00:00'"),
    ("history_change", "label", "x'ff00'"),
    ("history_change", "reason", "x'6161'"),
    ("history_change", "reason", "CAST(x'ff' AS TEXT)"),
    ("history_change", "object_id", "'abc'"),
    ("history_sealedchange", "place", "'abc'"),
    ("history_sealedchange", "digest", "x'ff'"),
    ("history_seal", "number", "'abc'"),
    ("history_seal", "at", "'abc'"),
    ("history_seal", "last", "'abc'"),
    ("history_seal", "hash", "x'ff'"),
    ("history_seal", "previous", "x'ff'"),
    ("history_personalvalue", "value", "x'ff'"),
    ("history_personalvalue", "salt", "x'ff'"),
)


@pytest.mark.parametrize(("table", "column", "value"), STRANGE)
def test_what_no_product_writes_is_a_fault_and_not_the_end_of_the_walk(
    locality: Locality, table: str, column: str, value: str
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite stores what is of another type than the column")
    words = f"UPDATE {table} SET {column} = {value} WHERE id = (SELECT max(id) FROM {table})"  # noqa: S608
    assert after(locality, lambda: sql(words))


def test_a_moment_without_end_is_a_fault(locality: Locality) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL has one")
    words = "UPDATE history_{} SET at = 'infinity' WHERE id = (SELECT max(id) FROM history_{})"
    assert What.CHANGED in after(locality, lambda: sql(words.format("change", "change")))
    assert What.UNREADABLE in after(locality, lambda: sql(words.format("seal", "seal")))


def test_values_in_values_without_end_are_a_fault(locality: Locality) -> None:
    deep = '{"name": ' + "[" * 900 + "]" * 900 + "}"
    key = SealedChange.objects.get(locality=locality, place=3).change_id
    words = "UPDATE history_change SET fields = %s WHERE id = %s"
    assert after(locality, lambda: sql(words, deep, key)) == {What.CHANGED}


def _insert_with_place(locality: Locality, whose: int) -> None:
    """A line with a key that stayed free; its place stands where nobody walks."""
    like = Change.objects.filter(locality=locality).earliest("pk")
    used = set(Change.objects.values_list("pk", flat=True))
    key = max(set(range(1, Change.objects.latest("pk").pk)) - used)
    sql(COPIED, key, like.at, like.pk)
    words = "INSERT INTO history_sealedchange (locality_id, place, change_id, digest) VALUES (%s, %s, %s, %s)"
    sql(words, whose, 1, key, "a" * 64)


def test_a_line_put_in_with_its_place_in_a_chain_of_no_locality_is_found(
    locality: Locality,
) -> None:
    found = after(locality, lambda: _insert_with_place(locality, NOWHERE))
    assert {What.INSERTED, What.STRAY} <= found


def test_a_line_put_in_with_its_place_in_another_chain_is_found_in_its_own(
    locality: Locality,
) -> None:
    other = samples.locality("Huyện Khác")
    assert What.INSERTED in after(locality, lambda: _insert_with_place(locality, other.pk))


def test_a_chain_that_was_moved_to_no_locality_is_found(locality: Locality) -> None:
    def move() -> None:
        for table in ("change", "seal", "sealedchange", "personalvalue"):
            words = f"UPDATE history_{table} SET locality_id = %s WHERE locality_id = %s"  # noqa: S608
            sql(words, NOWHERE, locality.pk)

    assert after(locality, move) == {What.STRAY}


def test_all_seals_taken_away_are_missed_once_a_day_went_by(
    locality: Locality, monkeypatch: pytest.MonkeyPatch
) -> None:
    def remove() -> None:
        sql("DELETE FROM history_sealedchange")
        sql("DELETE FROM history_seal")

    assert after(locality, remove) == set()
    later = timezone.now() + verifying.LONGEST_WAIT * 1.1
    monkeypatch.setattr(verifying.timezone, "now", lambda: later)
    assert after(locality, remove) == {What.NEVER_SEALED}


def _erased(person: User, locality: Locality) -> PersonalValue:
    rows = PersonalValue.objects.filter(person=person.pk, locality=locality)
    facts = {"person": person.pk, "actor": None, "reason": "theo đơn"}
    erasing.erase(values=rows[:1], **facts)
    sealing.seal()
    assert everything(locality) == []
    return PersonalValue.objects.exclude(erased=None).get()


def test_an_erasure_that_another_locality_speaks_of_is_none(locality: Locality) -> None:
    other = samples.locality("Huyện Khác")
    row = _erased(User.objects.get(full_name="Trần Văn Thử"), locality)
    line = row.erased
    assert line is not None

    def elsewhere() -> None:
        copied = Change.objects.get(pk=line.pk)
        copied.pk, copied.locality = None, other
        copied.save()
        sql("UPDATE history_personalvalue SET erased_id = %s WHERE id = %s", copied.pk, row.pk)

    assert line.action == Action.ERASE
    assert after(locality, elsewhere) == {What.PERSONAL_EMPTIED}


def test_an_erased_value_whose_salt_came_back_is_found(locality: Locality) -> None:
    """With the salt a name can be guessed."""
    row = _erased(User.objects.get(full_name="Trần Văn Thử"), locality)
    words = "UPDATE history_personalvalue SET salt = %s WHERE id = %s"
    assert after(locality, lambda: sql(words, "d" * 32, row.pk)) == {What.PERSONAL_EMPTIED}


def test_a_whole_history_made_anew_has_another_code(locality: Locality) -> None:
    """Who can write everything can make every hash anew: the code that left the building tells."""
    code = Seal.objects.filter(locality=locality).latest("number").hash
    with transaction.atomic():
        sql("DELETE FROM history_sealedchange")
        sql("DELETE FROM history_seal")
        sql("UPDATE history_change SET reason = 'khác' WHERE actor_id IS NOT NULL")
        sealing.seal()
        assert everything(locality) == []
        assert not Seal.objects.filter(hash=code).exists()
        transaction.set_rollback(True)
