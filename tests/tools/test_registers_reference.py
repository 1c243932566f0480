"""The page of registers is made from the declarations and cannot lag behind them."""

from tiendo.example.registers.ties import TIES
from tiendo.registers.register import REGISTERS
from tools.registers_reference import PAGE, page


def test_the_page_is_what_is_declared() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: make reference"


def test_every_register_has_its_section_with_all_fields_and_figures() -> None:
    sections = [section.partition("\n## ")[0] for section in page().split("\n### ")[1:]]
    assert len(sections) == len(REGISTERS)
    rows = [section.count("\n| ") for section in sections]
    heads = [1 + bool(each.measures) for each in REGISTERS.values()]
    declared = [len(each.fields) + len(each.measures) for each in REGISTERS.values()]
    assert sum(rows) == sum(heads) + sum(declared)


def test_a_rule_is_told_with_what_it_says_to_people() -> None:
    assert "  - “The last of the ten digits does not fit the others: " in page()
    assert "- \n" not in page()


def test_every_tie_stands_beside_the_words_that_ask_for_it() -> None:
    table = page().partition("\n## What the registers answer")[2]
    rows = [line.split(" | ") for line in table.splitlines() if line.startswith("| ")][1:]
    assert [row[1] for row in rows] == [tie.words for tie in TIES]
    assert all(row[3] for row in rows)
