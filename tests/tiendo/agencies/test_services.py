"""Offices and groups: the names they are known by, and who belongs when."""

from datetime import date

import pytest
from django.db import IntegrityError

from tests.tiendo import samples
from tiendo.agencies import services as agencies
from tiendo.agencies.models import Agency, GroupMember, Kind, KnownName, Locality, members_on
from tiendo.history.models import Change

pytestmark = pytest.mark.django_db


@pytest.fixture
def locality() -> Locality:
    return samples.locality()


def names_of(whom: object) -> list[str]:
    return [name.text for name in whom.known_names.order_by("pk")]  # type: ignore[attr-defined]


def test_an_office_is_known_by_its_name_its_short_name_and_what_it_is_called(
    locality: Locality,
) -> None:
    office = agencies.add_agency(
        locality=locality,
        name="Phòng Kinh tế và Hạ tầng",
        short_name="Phòng KT-HT",
        called=["Phòng KT&HT", "phòng kinh tế và hạ tầng"],
        actor=None,
    )
    assert names_of(office) == ["Phòng Kinh tế và Hạ tầng", "Phòng KT-HT", "Phòng KT&HT"]


def test_an_office_is_found_without_marks_by_both_its_names(locality: Locality) -> None:
    agencies.add_agency(locality=locality, name="Phòng Nội vụ", short_name="Phòng NV", actor=None)
    assert Agency.objects.filter(fold__contains="noi vu").exists()
    assert Agency.objects.filter(fold__contains="phong nv").exists()


def test_offices_come_in_vietnamese_order(locality: Locality) -> None:
    for name in ("Ủy ban xã Ân", "Ủy ban xã Đức", "Ủy ban xã An", "Ủy ban xã Dân"):
        agencies.add_agency(locality=locality, name=name, actor=None)
    assert [office.name.split()[-1] for office in Agency.objects.all()] == [
        "An",
        "Ân",
        "Dân",
        "Đức",
    ]


def test_a_renamed_office_is_known_by_both_names(locality: Locality) -> None:
    office = agencies.add_agency(locality=locality, name="Phòng Y tế", actor=None)
    agencies.rename(office, name="Phòng Văn hóa", actor=None, reason="sáp nhập")
    office.refresh_from_db()
    assert office.name == "Phòng Văn hóa"
    assert office.fold == "phong van hoa"
    assert names_of(office) == ["Phòng Y tế", "Phòng Văn hóa"]
    assert Change.objects.filter(reason="sáp nhập", label="Phòng Văn hóa").exists()


def test_calling_an_office_what_it_is_called_already_adds_nothing(locality: Locality) -> None:
    office = agencies.add_agency(locality=locality, name="Phòng Tài chính - Kế hoạch", actor=None)
    assert agencies.call(office, "PHÒNG TÀI CHÍNH – KẾ HOẠCH", actor=None) is None
    assert agencies.call(office, "Phòng TC-KH", actor=None) is not None
    assert KnownName.objects.count() == 2


def test_two_offices_may_be_called_the_same(locality: Locality) -> None:
    first = agencies.add_agency(locality=locality, name="Trung tâm Y tế", actor=None)
    second = agencies.add_agency(locality=locality, name="Trung tâm Văn hóa", actor=None)
    assert agencies.call(first, "Trung tâm", actor=None) is not None
    assert agencies.call(second, "Trung tâm", actor=None) is not None


def test_a_name_means_an_office_or_a_group_and_never_both(locality: Locality) -> None:
    office = samples.agency(locality)
    with pytest.raises(IntegrityError):
        KnownName.objects.create(
            locality=locality, text="x", key="x", agency=office, group=samples.group(locality)
        )


def test_an_office_cannot_end_before_it_begins(locality: Locality) -> None:
    with pytest.raises(IntegrityError):
        samples.agency(locality, valid_from=date(2025, 7, 1), valid_to=date(2025, 6, 30))


def test_a_group_is_known_by_its_phrase_and_has_its_members(locality: Locality) -> None:
    communes = [samples.agency(locality, f"UBND xã {name}") for name in ("Tân", "An")]
    group = agencies.add_group(locality=locality, name="UBND các xã", members=communes, actor=None)
    assert names_of(group) == ["UBND các xã"]
    assert [each.name for each in members_on(group, date(2024, 1, 1))] == [
        "UBND xã An",
        "UBND xã Tân",
    ]
    assert Change.objects.filter(label="UBND các xã: UBND xã An").exists()


@pytest.mark.parametrize(
    ("day", "there"),
    [
        (date(2025, 6, 30), False),
        (date(2025, 7, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_membership_counts_from_its_first_to_its_last_day(
    locality: Locality, day: date, there: bool
) -> None:
    group, office = samples.group(locality), samples.agency(locality)
    GroupMember.objects.create(
        group=group, agency=office, valid_from=date(2025, 7, 1), valid_to=date(2026, 12, 31)
    )
    assert (office in members_on(group, day)) is there


@pytest.mark.parametrize(
    ("day", "there"),
    [(date(2025, 6, 30), True), (date(2025, 7, 1), False)],
)
def test_an_office_is_in_force_until_its_last_day(
    locality: Locality, day: date, there: bool
) -> None:
    samples.agency(locality, valid_to=date(2025, 6, 30), kind=Kind.OFFICE)
    assert Agency.objects.in_force(day).exists() is there
