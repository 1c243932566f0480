"""The reference pages of rights and statuses say what the rules decide."""

from dataclasses import fields, replace
from itertools import combinations
from pathlib import Path

import pytest
from django.utils import translation

from tiendo.progress.status import Status, status_of
from tiendo.ui.looks import LOOKS
from tools.rules_reference import PAGES, SAID, TODAY, UNDER_WAY, YEAR, vietnamese

# A status here is told by days that a settled one leaves as they are.
DECIDING = {
    status: {
        field.name: getattr(facts, field.name)
        for field in fields(facts)
        if getattr(facts, field.name) != getattr(YEAR, field.name)
    }
    for status, (_when, facts) in SAID.items()
}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_page_is_what_the_rule_says(path: Path) -> None:
    assert path.read_text("utf-8") == PAGES[path](), "run: make reference"


@pytest.mark.parametrize("status", Status)
def test_every_status_has_a_sentence_and_an_example_that_is_one(status: Status) -> None:
    when, facts = SAID[status]
    assert when.endswith(".")
    assert status_of(facts, TODAY) == status


@pytest.mark.parametrize(
    ("earlier", "later"), list(combinations(SAID, 2)), ids=lambda status: str(status.value)
)
def test_the_earlier_row_decides_where_both_apply(earlier: Status, later: Status) -> None:
    both = replace(UNDER_WAY, **DECIDING[later] | DECIDING[earlier])
    assert status_of(both, TODAY) == earlier


def test_every_role_and_status_has_vietnamese_words() -> None:
    assert vietnamese("overdue", "status")
    assert vietnamese("coordinator")
    assert vietnamese("no such words") == ""


@translation.override("en")
@pytest.mark.parametrize("status", Status)
def test_a_status_is_called_the_same_in_lists_and_in_its_tag(status: Status) -> None:
    in_list, in_tag = str(status.label), str(LOOKS[status].words)
    assert in_list == in_tag.lower()
    assert vietnamese(in_list, "status") == vietnamese(in_tag).lower()
