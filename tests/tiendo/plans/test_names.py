"""Which office a written name means: to the letter, shortened, misspelt, or nobody's."""

import pytest

from tiendo.plans.names import (
    Proposal,
    full_name,
    kind_of,
    likeness,
    means,
    member_kinds,
    one_name_each,
    propose,
    short_name,
)

KNOWN = {
    "Phòng Kinh tế và Hạ tầng": "economy",
    "Phòng Tài chính - Kế hoạch": "finance",
    "Phòng Lao động - Thương binh và Xã hội": "labour",
    "Phòng Nông nghiệp và Phát triển nông thôn": "farming",
    "Sở Công Thương": "industry",
    "Ủy ban nhân dân xã Bình An 1": "first commune",
}


@pytest.mark.parametrize("written", ["Sở Công Thương", "SỞ CÔNG THƯƠNG", "Sở CôngThương"])
def test_a_name_known_to_the_letter_is_certain(written):
    assert propose(written, KNOWN) == Proposal("industry", certain=True)


@pytest.mark.parametrize(
    ("written", "owner"),
    [
        ("Phòng KT-HT", "economy"),
        ("Phòng KT&HT", "economy"),
        ("Phòng TC-KH", "finance"),
        ("Phòng Tài chính và Kế hoạch", "finance"),
        ("Phòng Lao động TB và XH", "labour"),
        ("Phòng LĐ-TB&XH", "labour"),
        ("Phòng Nông nghiệp và PTNT", "farming"),
        ("UBND xã Bình An 1", "first commune"),
        ("Phòng Kinh tế và Hạ tâng", "economy"),
    ],
)
def test_a_shortened_or_misspelt_name_is_proposed(written, owner):
    assert propose(written, KNOWN) == Proposal(owner, certain=False)


@pytest.mark.parametrize(
    "written",
    [
        "UBND xã Bình An 2",
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "Sở Tài chính - Kế hoạch",
        "Phòng Kinh tế",
        "Trung tâm Y tế",
        "",
    ],
)
def test_another_office_is_never_proposed(written):
    assert propose(written, KNOWN) is None


def test_a_name_of_two_offices_is_nobodys():
    twice = {"Phòng KT": "one", "Phòng Kinh tế": "two", "Phòng Kiến trúc": "three"}
    assert propose("Phòng KT", {"Phòng Kinh tế": "two", "Phòng Kiến trúc": "three"}) is None
    assert propose("Phòng KT", twice) == Proposal("one", certain=True)


def test_initials_stand_for_words_in_their_order():
    assert means("Phòng TN-MT", "Phòng Tài nguyên và Môi trường")
    assert not means("Phòng MT-TN", "Phòng Tài nguyên và Môi trường")
    assert not means("Phòng TN-MT", "Phòng Tài nguyên và Môi trường huyện")


def test_offices_of_unlike_kind_are_not_alike():
    assert likeness("Sở Nội vụ", "Phòng Nội vụ") == 0


def test_a_usual_abbreviation_is_written_out():
    assert full_name("UBND các xã") == "Ủy ban nhân dân các xã"
    assert full_name("Phòng TN&MT") == "Phòng Tài nguyên và Môi trường"
    assert full_name("Phòng QLĐT") == "Phòng QLĐT"


def test_writings_of_one_office_get_the_name_written_out_in_the_document():
    named = one_name_each(["Phòng QLĐT", "Phòng Quản lý đô thị", "Phòng TN-MT"])
    assert named == {
        "Phòng Quản lý đô thị": "Phòng Quản lý đô thị",
        "Phòng QLĐT": "Phòng Quản lý đô thị",
        "Phòng TN-MT": "Phòng Tài nguyên và Môi trường",
    }


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Phòng Nội vụ", "office"),
        ("UBND xã Bình An", "commune"),
        ("Ủy ban nhân dân thị trấn Sông Đốc", "commune"),
        ("UBND huyện Bình Sơn", "committee"),
        ("Sở Công Thương", "department"),
        ("Trung tâm Y tế", "centre"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam huyện", "organisation"),
        ("Hội Nông dân", "organisation"),
        ("Công ty Điện lực", "other"),
    ],
)
def test_the_first_words_tell_what_an_office_is(name, kind):
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("phrase", "kinds"),
    [
        ("UBND các xã, thị trấn", ["commune"]),
        ("Các phòng, ban ngành Huyện", ["office"]),
        ("các tổ chức chính trị - xã hội", ["organisation"]),
        ("Các sở, ban, ngành; UBND các xã", ["commune", "department"]),
        ("Các cơ quan, đơn vị liên quan", ["office"]),
        ("Doanh nghiệp", []),
    ],
)
def test_the_words_of_a_group_tell_its_members(phrase, kinds):
    assert member_kinds(phrase) == kinds


def test_the_short_name_is_an_abbreviation_or_none():
    assert (
        short_name(["Phòng Kinh tế và Hạ tầng", "Phòng KT-HT"], "Phòng Kinh tế và Hạ tầng")
        == "Phòng KT-HT"
    )
    assert short_name(["Phòng Kinh tế"], "Phòng Kinh tế và Hạ tầng") == ""
