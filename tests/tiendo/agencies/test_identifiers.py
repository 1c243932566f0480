"""Official identifiers as people type them: taken, put into their style, or refused with what to type."""

from collections.abc import Callable, Iterator

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tests.tiendo.legal_rules.cases import legal_cases
from tiendo.agencies.identifiers import LONGEST, new_style, old_style


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@legal_cases(
    ("typed", "taken"),
    {
        "identifier": [
            ("H20", True),
            ("H20." + "1" * 31, True),  # 35 characters
            ("H20." + "1" * 32, False),
            ("H20.Đ5", False),
            ("H20..14", False),
            ("000.14.05.H20", False),
        ]
    },
)
def test_an_identifier_is_taken_or_refused(typed: str, taken: bool) -> None:
    assert _takes(new_style, typed) is taken


@legal_cases(
    ("typed", "taken"),
    {
        "identifier-of-before": [
            ("000.14.05.H20", True),
            ("000.00.00.G09", True),
            ("00.14.05.H20", False),
            ("000.14.05", False),
            ("H20.14.05", False),
        ]
    },
)
def test_an_identifier_of_the_old_style_is_taken_or_refused(typed: str, taken: bool) -> None:
    assert _takes(old_style, typed) is taken


def _takes(style: Callable[[str], str], typed: str) -> bool:
    try:
        style(typed)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("H20", "H20"),
        ("h20.14.05", "H20.14.05"),
        (" H20 . 14 ", "H20.14"),
        ("G01.A" + "B" * 30, "G01.A" + "B" * 30),
        ("", ""),
    ],
)
def test_an_identifier_of_the_new_style_is_put_into_capitals(typed: str, kept: str) -> None:
    assert new_style(typed) == kept


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("H20." + "1" * 32, "has 36 characters"),
        ("H20.Đ5", "“Đ” may not stand"),
        ("H20-14", "“-” may not stand"),
        ("H20..14", "one dot between"),
        (".H20", "one dot between"),
        ("H20.", "one dot between"),
        ("000.14.05.H20", "old style"),
    ],
)
def test_what_is_no_identifier_is_refused_with_what_to_type(typed: str, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        new_style(typed)


@pytest.mark.parametrize("typed", ["000.14.05.H20", "000.00.00.h20", " 000.00.00.G09 "])
def test_the_old_style_has_four_groups_of_fixed_length(typed: str) -> None:
    assert old_style(typed) == typed.strip().upper()


@pytest.mark.parametrize("typed", ["H20.14.05", "000.14.05", "00.14.05.H20", "000.14.05.20H", "x"])
def test_another_shape_is_not_the_old_style(typed: str) -> None:
    with pytest.raises(ValidationError, match=r"000\.14\.05\.H20"):
        old_style(typed)


@given(st.text(alphabet="H0129.GĐ- a", max_size=45))
def test_what_is_taken_obeys_the_decision_and_is_taken_again(typed: str) -> None:
    try:
        kept = new_style(typed)
    except ValidationError:
        return
    assert len(kept) <= LONGEST
    assert set(kept) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.")
    assert new_style(kept) == kept
