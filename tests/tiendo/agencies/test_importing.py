"""Rows of a sheet beside the offices that are here: added, changed, left, refused; and all or nothing."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tiendo import samples
from tiendo.agencies import services
from tiendo.agencies.importing import Line, What, carry_out, compare
from tiendo.agencies.models import Agency, Kind, Locality
from tiendo.agencies.spreadsheet import Row
from tiendo.history.models import Change

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def locality() -> Locality:
    return samples.locality()


@pytest.fixture
def office(locality: Locality) -> Agency:
    return services.add_agency(
        locality=locality,
        name="Phòng Kinh tế",
        short_name="P. KT",
        kind=Kind.OFFICE,
        identifier="H20.14",
        called=["Phòng KT"],
        actor=None,
    )


def rows(*facts: dict[str, Any]) -> list[Row]:
    return [Row(line, each) for line, each in enumerate(facts, start=2)]


def lines(locality: Locality, *facts: dict[str, Any]) -> list[Line]:
    return compare(rows(*facts), locality)


def whats(found: list[Line]) -> list[str]:
    return [line.what.value for line in found]


def done(locality: Locality, *facts: dict[str, Any]) -> dict[What, int]:
    return carry_out(lines=lines(locality, *facts), locality=locality, actor=None)


def test_an_office_is_known_by_its_name_without_regard_to_case_and_spaces(
    locality: Locality, office: Agency
) -> None:
    assert whats(lines(locality, {"name": "PHÒNG  KINH TẾ"})) == ["change"]
    assert whats(lines(locality, {"name": "Phòng Kinh tế"})) == ["same"]


def test_an_office_is_known_by_its_identifier_under_a_new_name(
    locality: Locality, office: Agency
) -> None:
    (line,) = lines(locality, {"name": "Phòng Kinh tế và Hạ tầng", "identifier": "H20.14"})
    assert line.changes == [("name", "Phòng Kinh tế", "Phòng Kinh tế và Hạ tầng")]


def test_a_blank_cell_changes_nothing(locality: Locality, office: Agency) -> None:
    assert done(locality, {"name": "Phòng Kinh tế", "short_name": "P. KTế"}) == {
        What.ADD: 0,
        What.CHANGE: 1,
    }
    office.refresh_from_db()
    assert (office.short_name, office.identifier, office.kind) == ("P. KTế", "H20.14", "office")


def test_a_new_office_gets_its_kind_from_its_name(locality: Locality) -> None:
    done(locality, {"name": "UBND xã An Bình", "called": ["xã An Bình"]})
    office = Agency.objects.get()
    assert office.kind == Kind.COMMUNE
    assert {name.text for name in office.known_names.all()} == {"UBND xã An Bình", "xã An Bình"}


def test_bodies_of_the_same_table_may_belong_to_each_other_in_any_order(
    locality: Locality,
) -> None:
    below = {"name": "Đội Quản lý chợ", "parent": "Phòng Kinh tế"}
    middle = {"name": "Phòng Kinh tế", "parent": "UBND huyện"}
    assert done(locality, below, middle, {"name": "UBND huyện"})[What.ADD] == 3
    office = Agency.objects.get(name="Đội Quản lý chợ")
    assert office.parent is not None
    assert str(office.parent.parent) == "UBND huyện"


def test_who_belongs_to_nobody_that_is_known_is_an_error_with_all_below(
    locality: Locality,
) -> None:
    found = lines(
        locality,
        {"name": "Đội B", "parent": "Đội A"},
        {"name": "Đội A", "parent": "Phòng không có"},
        {"name": "Đội C"},
    )
    assert whats(found) == ["error", "error", "add"]
    assert "neither here nor in the table" in found[0].fault


def test_a_superior_that_nobody_knows_is_never_passed_over_in_silence(
    locality: Locality, office: Agency
) -> None:
    found = lines(locality, {"name": "Phòng Kinh tế", "parent": "Phòng không có"})
    assert whats(found) == ["error"]


def test_bodies_that_belong_to_each_other_in_a_circle_are_refused_as_a_whole(
    locality: Locality,
) -> None:
    circle = ({"name": "Đội A", "parent": "Đội B"}, {"name": "Đội B", "parent": "Đội A"})
    with pytest.raises(ValidationError, match="Row 3: An office cannot belong to itself"):
        done(locality, *circle)
    assert not Agency.objects.exists()
    assert not Change.objects.exists()


def test_two_rows_that_mean_one_office_are_told_apart(locality: Locality, office: Agency) -> None:
    found = lines(
        locality,
        {"name": "Phòng Kinh tế", "short_name": "A"},
        {"name": "Phòng KT", "short_name": "B"},
    )
    assert whats(found) == ["change", "error"]
    assert "Row 2 means “Phòng Kinh tế” already" in found[1].fault


def test_an_identifier_of_another_office_is_refused(locality: Locality, office: Agency) -> None:
    samples.agency(locality, "Phòng Y tế")
    other = {"name": "Phòng Y tế", "identifier": "H20.15"}
    assert whats(lines(locality, other)) == ["change"]
    office.identifier = "H20.15"
    office.save()
    (line,) = lines(locality, other)
    assert line.agency == office  # by its identifier: it would take the name of another
    assert line.what is What.ERROR


def test_a_last_day_before_the_first_is_an_error_of_its_row(locality: Locality) -> None:
    days = {"valid_from": date(2025, 7, 1), "valid_to": date(2025, 6, 30)}
    assert whats(lines(locality, {"name": "Phòng Y tế", **days})) == ["error"]


def test_a_sheet_ends_no_office_that_is_here(locality: Locality, office: Agency) -> None:
    ended = {"name": "Phòng Kinh tế", "valid_to": date(2025, 6, 30)}
    (line,) = lines(locality, ended)
    assert line.what is What.ERROR
    assert "“End”" in line.fault
    services.end_agency(agency=office, last_day=date(2025, 6, 30), actor=None)
    assert whats(lines(locality, ended)) == ["same"]
    assert whats(lines(locality, {"name": "Phòng Y tế", "valid_to": date(2025, 6, 30)})) == ["add"]


def test_offices_of_other_localities_are_left_alone(locality: Locality, office: Agency) -> None:
    other = samples.locality("Xã An Bình")
    assert whats(lines(other, {"name": "Phòng Kinh tế", "identifier": "H20.14"})) == ["add"]


NAMES = st.sampled_from(["Phòng A", "Phòng B", "Phòng C", "phòng a"])
FACTS = st.fixed_dictionaries(
    {"name": NAMES},
    optional={
        "short_name": st.sampled_from(["A", "B"]),
        "identifier": st.sampled_from(["H20", "H20.1", "H20.2"]),
        "parent": NAMES,
        "called": st.lists(st.sampled_from(["P. A", "P. B"]), max_size=2),
    },
)


@settings(max_examples=20, deadline=None)
@given(st.lists(FACTS, max_size=4), st.lists(FACTS, max_size=4))
def test_what_was_taken_over_is_the_same_when_it_is_brought_again(
    first: list[dict[str, Any]], second: list[dict[str, Any]]
) -> None:
    locality = samples.locality()
    for facts in (first, second):
        found = lines(locality, *facts)
        try:
            carry_out(lines=found, locality=locality, actor=None)
        except ValidationError:
            continue
        again = lines(locality, *facts)
        fine = [line.row.line for line in found if line.what is not What.ERROR]
        assert [line.what for line in again if line.row.line in fine] == [What.SAME] * len(fine)
