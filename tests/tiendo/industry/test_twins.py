"""Establishments that are likely one are found; others are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.industry.merging.twins import MOST_ALIKE, Card, Pair, Why, name_key, pairs


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Công ty TNHH MTV Xay xát Tân Thử", "Xay xát Tân Thử", True),
        ("DNTN Hoà Thử", "Doanh nghiệp tư nhân Hòa Thử", True),
        ("HTX Xoài Thử", "Hợp tác xã XOÀI - THỬ", True),
        ("Cơ sở xay xát Út Thử", "Cơ sở xay xát Tư Thử", False),
        ("Xay xát Thử 1", "Xay xát Thử 2", False),
        ("Công ty Cơ Sở", "Công ty", True),
    ],
)
def test_names_are_compared_without_marks_and_legal_form(one: str, other: str, alike: bool) -> None:
    assert (name_key(one) == name_key(other)) is alike


@given(st.text(max_size=40))
def test_any_name_has_a_key_that_comparing_again_does_not_change(name: str) -> None:
    assert name_key(name) == name_key(name.upper()) or not name.isascii()
    assert set(name_key(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789")


def test_the_same_name_counts_in_one_commune_only() -> None:
    cards = [Card(1, 7, "Xay xát Thử"), Card(2, 7, "Cơ sở xay xát Thử"), Card(3, 8, "Xay xát Thử")]
    assert pairs(cards) == [Pair(1, 2, (Why.NAME,))]


def test_what_has_more_in_common_comes_first() -> None:
    cards = [
        Card(1, 7, "Xay xát Thử", "0012345672", "0900 000 001"),
        Card(2, 7, "Sấy lúa Thử", "0012345672-00001", ""),
        Card(3, 7, "Xay xát Thử", "087190001234", "+84 900.000.001"),
    ]
    assert pairs(cards) == [Pair(1, 3, (Why.NAME, Why.TELEPHONE)), Pair(1, 2, (Why.NUMBER,))]


def test_what_is_not_said_is_never_alike() -> None:
    assert (
        pairs([Card(1, 7, "A"), Card(2, 7, "A"), Card(3, 7, "Công ty"), Card(4, 7, "Công ty")])
        == []
    )


def test_what_many_have_in_common_is_no_sign() -> None:
    cards = [Card(key, 7, f"Lò gạch Thử {key}", "", "0900000001") for key in range(MOST_ALIKE + 1)]
    assert pairs(cards) == []
    assert len(pairs(cards[:2])) == 1
