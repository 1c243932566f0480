"""The sealed history: an honest one verifies, and whatever is altered past the product is found."""

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
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


def test_what_waited_long_is_sealed_in_several_batches_and_verifies(
    locality: Locality, clerk: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The product stood still after a large sheet: all batches are sealed at one moment, long after the changes."""
    changed(locality, clerk, 8)
    later = timezone.now() + timedelta(hours=3)
    monkeypatch.setattr(sealing.timezone, "now", lambda: later)
    sealing.seal()
    assert Seal.objects.filter(locality=locality).count() > 3
    assert wrong(locality) == []


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
