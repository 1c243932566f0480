"""What speaks against an establishment as it was entered."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.tiendo.industry.enterprises import commune, enterprise, flag, unsaved
from tiendo.industry.establishments import check, check_flag
from tiendo.industry.models import Enterprise, EnterpriseFlag
from tiendo.registers.register import Setting

TODAY = date(2024, 12, 2)
REAL, PRACTICE = Setting(TODAY), Setting(TODAY, practice=True)


def faults(row: Enterprise, setting: Setting = REAL) -> list[tuple[str, bool]]:
    return [(each.field, each.unless_reason) for each in check(row, setting)]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, []),
        ({"tax_code": "1012345672"}, [("tax_code", False)]),
        ({"tax_code": "12345672"}, [("tax_code", False)]),
        ({"tax_code": "0012345670"}, [("tax_code", False)]),
        ({"tax_code": "087190001234"}, [("tax_code", True)]),
        ({"tax_code": "087190001234", "kind": "household"}, []),
        ({"activity_code": "10"}, [("activity_code", False)]),
        ({"activity_code": "9999"}, [("activity_code", True)]),
        ({"activity_code": "1104", "activity_version": "2025"}, [("activity_code", True)]),
        ({"workers": -1}, [("workers", False)]),
        ({"capital": Decimal("-0.001")}, [("capital", False)]),
        ({"began": 2025}, [("began", False)]),
        ({"began": 2024}, []),
        ({"closed": date(2024, 12, 2)}, []),
        ({"closed": date(2024, 12, 3)}, [("closed", False)]),
        ({"closed": date(2015, 12, 31)}, [("closed", False)]),
    ],
)
def test_what_speaks_against_an_establishment(
    facts: dict[str, Any], expected: list[tuple[str, bool]]
) -> None:
    assert faults(unsaved(**facts)) == expected


def test_codes_made_up_for_practice_stand_only_where_people_practise() -> None:
    row = unsaved(tax_code="0012345670")
    assert faults(row, REAL) == [("tax_code", False)]
    assert faults(row, PRACTICE) == []
    assert row.is_demonstration
    assert not unsaved().is_demonstration


def test_a_wrong_digit_is_no_practice() -> None:
    assert faults(unsaved(tax_code="1012345672"), PRACTICE) == [("tax_code", False)]


def test_lost_zeros_are_offered() -> None:
    (fault,) = check(unsaved(tax_code="12345672"), REAL)
    assert "0012345672" in fault.words


def test_the_activity_is_told_in_words_where_they_are_known() -> None:
    assert unsaved(activity_code="10611").activity == "xay xát và sản xuất bột thô (10611)"
    assert unsaved(activity_code="9999").activity == "9999"


@pytest.mark.parametrize(
    ("facts", "closed", "expected"),
    [
        ({}, None, []),
        ({"since": date(2025, 1, 1)}, None, ["since"]),
        ({"until": date(2019, 12, 31)}, None, ["until"]),
        ({"until": date(2020, 1, 1)}, None, []),
        ({}, date(2023, 5, 1), ["until"]),
        ({"until": date(2023, 5, 1)}, date(2023, 5, 1), []),
    ],
)
def test_what_speaks_against_a_mark(
    facts: dict[str, Any], closed: date | None, expected: list[str]
) -> None:
    of = unsaved(closed=closed)
    row = EnterpriseFlag(**{"enterprise": of, "flag": "rice", "since": date(2020, 1, 1)} | facts)
    assert [each.field for each in check_flag(row, REAL)] == expected


@pytest.mark.django_db
def test_an_establishment_closes_with_its_marks_or_with_a_reason() -> None:
    row = enterprise(commune(), tax_code="0012345672")
    mark = flag(row)
    row.closed = TODAY
    assert faults(row) == [("closed", True)]
    mark.until = TODAY
    mark.save()
    assert faults(row) == []
