"""The page of rules of law is made from the list of rules and cannot lag behind it."""

from tests.tiendo.legal_rules.cases import rules
from tiendo.legal.starting import starting_norms
from tools.legal_reference import PAGE, page


def test_the_page_is_what_the_list_says() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: make reference"


def test_every_rule_and_every_value_has_its_line() -> None:
    lines, values = page().split("\n## ")[1:3]
    assert lines.count("\n| **") == len(rules())
    assert values.count("\n| ") == len(starting_norms()) + 1
