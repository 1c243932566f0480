"""Looking after offices, groups, names and working days: what is refused, and why."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from tests.tiendo import samples
from tiendo.accounts.models import Role
from tiendo.agencies import services as agencies
from tiendo.agencies.holidays import confirm, still_open, write_holiday, years_with_days
from tiendo.agencies.models import Agency, Group, Holiday, HolidayKind, Locality, members_on
from tiendo.agencies.proposals import proposed
from tiendo.agencies.workdays import is_working
from tiendo.history import services as history
from tiendo.history.models import Change, Removal

pytestmark = pytest.mark.django_db
JULY = date(2025, 7, 1)
JUNE = date(2025, 6, 30)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def locality() -> Locality:
    return samples.locality()


def write(office: Agency, **facts: object) -> Agency:
    return agencies.write_agency(agency=office, facts=facts, actor=None)


def refused(office: Agency, **facts: object) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refusal:
        write(office, **facts)
    return refusal.value.message_dict


def test_a_changed_office_is_found_by_its_old_and_its_new_names(locality: Locality) -> None:
    office = agencies.add_agency(locality=locality, name="Phòng Y tế", actor=None)
    write(office, name="Phòng Văn hóa - Xã hội", short_name="P. VHXH", identifier="h20.14")
    office.refresh_from_db()
    assert office.identifier == "H20.14"
    assert "vhxh" in office.fold
    names = {name.text for name in office.known_names.all()}
    assert names == {"Phòng Y tế", "Phòng Văn hóa - Xã hội", "P. VHXH"}


def test_two_offices_at_one_time_have_not_one_name_nor_one_identifier(locality: Locality) -> None:
    write(Agency(locality=locality), name="Phòng Y tế", identifier="H20.14")
    found = refused(Agency(locality=locality), name="PHÒNG Y TẾ", identifier="H20.14")
    assert found == {
        "name": ["There is an office of this name already."],
        "identifier": ["“Phòng Y tế” has this identifier."],
    }


def test_an_ended_office_leaves_its_name_and_identifier_to_its_successor(
    locality: Locality,
) -> None:
    old = write(Agency(locality=locality), name="Phòng Y tế", identifier="H20.14", valid_to=JUNE)
    new = write(Agency(locality=locality), name="Phòng Y tế", identifier="H20.14", valid_from=JULY)
    assert new.pk != old.pk
    with pytest.raises(ValidationError):
        agencies.go_on(agency=old, actor=None)


def test_no_office_belongs_to_itself_over_any_detour(locality: Locality) -> None:
    top = samples.agency(locality, "A")
    middle = samples.agency(locality, "B", parent=top)
    low = samples.agency(locality, "C", parent=middle)
    assert "parent" in refused(top, parent=low)
    top.refresh_from_db()
    assert top.parent is None


def test_an_office_does_not_end_before_it_begins(locality: Locality) -> None:
    office = samples.agency(locality, valid_from=JULY)
    with pytest.raises(ValidationError, match="before the first"):
        agencies.end_agency(agency=office, last_day=JUNE, actor=None)


def test_an_ended_office_leaves_its_groups_on_the_same_day(locality: Locality) -> None:
    office, other = samples.agency(locality, "A"), samples.agency(locality, "B")
    group = samples.group(locality, office, other)
    agencies.end_agency(agency=office, last_day=JUNE, actor=None, decision="NQ 1676")
    assert members_on(group, JUNE) == [office, other]
    assert members_on(group, JULY) == [other]
    assert Change.objects.filter(decision="NQ 1676").count() == 2


def test_a_place_in_a_group_that_was_still_to_come_is_taken_away(locality: Locality) -> None:
    office = samples.agency(locality)
    group = samples.group(locality)
    agencies.add_members(group=group, agencies=[office], since=JULY, actor=None)
    agencies.end_agency(agency=office, last_day=JUNE, actor=None)
    assert not group.members.exists()
    assert Removal.objects.count() == 1


def test_an_office_that_is_named_anywhere_is_ended_not_deleted(locality: Locality) -> None:
    office = samples.agency(locality)
    samples.person(Role.REPORTER, office)
    with pytest.raises(ValidationError, match="end it instead"):
        agencies.delete(office, actor=None)
    assert Agency.objects.filter(pk=office.pk).exists()


def test_an_office_made_by_mistake_goes_and_comes_back_with_its_names(locality: Locality) -> None:
    office = agencies.add_agency(
        locality=locality, name="Phòng Y tế", short_name="P. YT", actor=None
    )
    group = samples.group(locality, office)
    change = agencies.delete(office, actor=None)
    assert members_on(group, JULY) == []
    history.restore(change.removal, actor=None)
    again = Agency.objects.get()
    assert again.known_names.count() == 2
    assert members_on(group, JULY) == [again]


def test_an_office_joins_a_group_from_a_day_and_leaves_it_on_another(locality: Locality) -> None:
    group, office = samples.group(locality), samples.agency(locality)
    (member,) = agencies.add_members(group=group, agencies=[office], since=JULY, actor=None)
    assert members_on(group, JUNE) == []
    agencies.end_member(member=member, last_day=date(2025, 12, 31), actor=None)
    assert members_on(group, date(2025, 12, 31)) == [office]
    assert members_on(group, date(2026, 1, 1)) == []
    with pytest.raises(ValidationError):
        agencies.end_member(member=member, last_day=JUNE, actor=None)


def test_an_office_is_in_a_group_once_at_a_time_and_may_come_back(locality: Locality) -> None:
    group, office = samples.group(locality), samples.agency(locality)
    (member,) = agencies.add_members(group=group, agencies=[office], since=None, actor=None)
    with pytest.raises(ValidationError, match="then already"):
        agencies.add_members(group=group, agencies=[office], since=JULY, actor=None)
    agencies.end_member(member=member, last_day=JUNE, actor=None)
    agencies.add_members(group=group, agencies=[office], since=JULY, actor=None)
    assert group.members.count() == 2


def test_an_ended_office_joins_no_group(locality: Locality) -> None:
    group, office = samples.group(locality), samples.agency(locality, valid_to=JUNE)
    with pytest.raises(ValidationError, match="does not exist any more"):
        agencies.add_members(group=group, agencies=[office], since=JULY, actor=None)


def test_two_groups_have_not_one_name(locality: Locality) -> None:
    agencies.write_group(group=Group(locality=locality), name="UBND các xã", actor=None)
    with pytest.raises(ValidationError, match="already"):
        agencies.write_group(group=Group(locality=locality), name="UBND CÁC XÃ", actor=None)


def test_its_own_names_are_not_taken_from_an_office(locality: Locality) -> None:
    office = agencies.add_agency(locality=locality, name="Phòng Y tế", actor=None)
    other = agencies.call(office, "Phòng Y", actor=None)
    assert other is not None
    agencies.forget_name(name=other, actor=None)
    with pytest.raises(ValidationError, match="its own name"):
        agencies.forget_name(name=office.known_names.get(), actor=None)


# --- working days --------------------------------------------------------------------------------


def holiday(locality: Locality, day: date, kind: str = HolidayKind.OFF) -> Holiday:
    return Holiday(locality=locality, day=day, kind=kind, name="Nghỉ")


def test_a_day_stands_in_the_table_once(locality: Locality) -> None:
    write_holiday(holiday=holiday(locality, JULY), actor=None)
    with pytest.raises(ValidationError, match="already: Nghỉ"):
        write_holiday(holiday=holiday(locality, JULY), actor=None)


def test_only_a_day_of_the_weekend_makes_up(locality: Locality) -> None:
    with pytest.raises(ValidationError, match="Saturday or Sunday"):
        write_holiday(holiday=holiday(locality, JULY, HolidayKind.WORKING), actor=None)
    write_holiday(holiday=holiday(locality, date(2025, 7, 5), HolidayKind.WORKING), actor=None)
    assert is_working(date(2025, 7, 5), Holiday.objects.table())


def test_proposals_are_confirmed_once_and_never_overwrite(locality: Locality) -> None:
    own = write_holiday(holiday=holiday(locality, date(2026, 2, 17)), actor=None)
    days = proposed(2026)
    assert len(still_open(days, Holiday.objects.all())) == len(days) - 1
    assert confirm(locality=locality, proposals=days, actor=None) == len(days) - 1
    assert confirm(locality=locality, proposals=days, actor=None) == 0
    own.refresh_from_db()
    assert own.name == "Nghỉ"
    table = Holiday.objects.table()
    assert not is_working(date(2026, 2, 16), table)
    assert is_working(date(2026, 8, 22), table)


def test_the_years_to_choose_are_those_of_the_table_and_the_next(locality: Locality) -> None:
    confirm(locality=locality, proposals=proposed(2024), actor=None)
    assert years_with_days(locality.pk, date(2026, 3, 1)) == [2024, 2026, 2027]


def test_each_locality_has_its_own_table(locality: Locality) -> None:
    other = samples.locality("Xã An Bình")
    write_holiday(holiday=holiday(locality, JULY), actor=None)
    write_holiday(holiday=holiday(other, JULY), actor=None)
    assert Holiday.objects.filter(locality=other).table() == {JULY: False}
