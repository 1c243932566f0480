"""Tax codes are told apart as tax offices do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tiendo.legal_rules.cases import legal_cases
from tiendo.industry.tax_codes import (
    DEMONSTRATION,
    Found,
    TaxCodeInput,
    check_digit,
    found,
    is_personal,
    tidied,
    with_zeros,
)

nine_digits = st.from_regex(r"[1-9][0-9]{8}", fullmatch=True)


@legal_cases(
    ("code", "what"),
    {
        "tax-code": [
            ("0012345672", Found.OFFICIAL),
            ("0012345672-001", Found.OFFICIAL),
            ("0012345672-00001", Found.OFFICIAL),
            ("0012345672-001-00001", Found.OFFICIAL),
            ("1012345672", Found.WRONG_DIGIT),
            ("0012345670", Found.DEMONSTRATION),
            ("0012345670-001", Found.DEMONSTRATION),
            ("087190001234", Found.PERSONAL),
            ("087190001234-00002", Found.PERSONAL),
            ("087190001234-001", Found.NO_CODE),
            ("000190001234", Found.DEMONSTRATION),
            ("", Found.NO_CODE),
            ("12345678", Found.NO_CODE),
            ("00123456721", Found.NO_CODE),
            ("0012345672-1", Found.NO_CODE),
            ("0012345672\n", Found.NO_CODE),
            ("٠٠١٢٣٤٥٦٧٢", Found.NO_CODE),
        ]
    },
)
def test_a_code_is_what_its_digits_say(code: str, what: Found) -> None:
    assert found(code) is what


@given(nine_digits, st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(nine: str, place: int, more: int) -> None:
    digit = check_digit(nine)
    if len(digit) > 1:
        return
    code = nine + digit
    other = code[:place] + str((int(code[place]) + more) % 10) + code[place + 1 :]
    assert found(code) is Found.OFFICIAL
    assert found(other) is not Found.OFFICIAL


@given(nine_digits, st.integers(0, 7))
def test_two_neighbours_that_changed_places_are_always_noticed(nine: str, place: int) -> None:
    other = nine[:place] + nine[place + 1] + nine[place] + nine[place + 2 :]
    if other != nine:
        assert check_digit(other) != check_digit(nine)


@given(st.text(max_size=20))
def test_no_text_breaks_the_rule_and_tidying_twice_changes_nothing(text: str) -> None:
    assert found(text) in Found
    assert tidied(tidied(text)) == tidied(text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" 001 234 5672 ", "0012345672"),
        ("0012345672001", "0012345672-001"),
        ("0012345672 – 001", "0012345672-001"),
        ("0012345672.001", "0012345672-001"),
        ("087190001234", "087190001234"),
    ],
)
def test_a_code_is_kept_in_one_way_of_writing(typed: str, kept: str) -> None:
    assert TaxCodeInput().clean(typed) == kept


def test_zeros_that_a_sheet_lost_are_offered_only_where_the_code_then_fits() -> None:
    assert with_zeros("12345672") == "0012345672"
    assert with_zeros("12345673") is None
    assert with_zeros("0012345672") is None


def test_only_twelve_digits_are_a_personal_number() -> None:
    assert is_personal("087190001234")
    assert is_personal("087190001234-00001")
    assert not is_personal("0012345672-001")
    assert not is_personal("0012345672-00")
    assert DEMONSTRATION == "00"
