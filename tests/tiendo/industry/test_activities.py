"""A code of activity is read with its version."""

import pytest

from tests.tiendo.legal_rules.cases import legal_cases
from tiendo.industry.activities import ACTIVITIES, Version, activity, is_code

DRINKS = "đồ uống không cồn, nước khoáng"


@legal_cases(
    ("version", "code", "words"),
    {
        "activities": [
            ("2018", "1104", DRINKS),
            ("2025", "1105", DRINKS),
            ("2025", "1104", None),
            ("2018", "1105", None),
        ]
    },
)
def test_a_number_may_mean_nothing_in_the_other_version(
    version: str, code: str, words: str | None
) -> None:
    assert activity(version, code) == words


def test_a_code_of_level_five_is_read_by_its_class() -> None:
    assert activity("2018", "10611") == activity("2018", "1061")


@pytest.mark.parametrize("text", ["", "106", "106111", "C1061", "10 61", "1061\n", "١٠٦١"])
def test_what_is_no_code_is_refused(text: str) -> None:
    assert not is_code(text)


def test_every_code_of_the_table_is_a_code_of_level_four() -> None:
    for version in Version:
        assert all(is_code(code) and len(code) == 4 for code in ACTIVITIES[version])
