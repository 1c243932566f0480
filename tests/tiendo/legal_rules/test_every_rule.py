"""The list of rules with a source is whole and honest: nothing sourced without a rule, no rule without its cases."""

from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.tiendo.legal_rules.cases import Rule, cases_of, named_only, rules
from tests.tiendo.legal_rules.naming import sources_named
from tiendo.legal.starting import starting_bases, starting_norms

NORMS = {each.key: each for each in starting_norms()}
RULES = [pytest.param(each, id=each.key) for each in rules().values()]


def test_of(rule: Rule) -> Any:
    """The test that a rule names. ModuleNotFoundError or AttributeError where there is none."""
    path, _, name = rule.test.partition("::")
    module = import_module(f"tests.tiendo.{path.removesuffix('.py').replace('/', '.')}")
    return getattr(module, name)


test_of.__test__ = False  # type: ignore[attr-defined]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_tried_by_cases_that_do_not_all_expect_the_same(rule: Rule) -> None:
    cases = cases_of(test_of(rule)).get(rule.key, [])
    assert len(cases) >= 2, f"{rule.test}: legal_cases of {rule.key!r} are wanted"
    assert len({repr(case[-1]) for case in cases}) > 1, (
        f"{rule.key}: no case tells right from wrong"
    )


@pytest.mark.parametrize("rule", RULES)
def test_a_case_names_its_document_its_article_and_whether_it_was_verified(rule: Rule) -> None:
    marks = [mark for mark in test_of(rule).pytestmark if mark.name == "parametrize"]
    named = [case.id for mark in marks for case in mark.args[1] if f": {rule.key} " in str(case.id)]
    assert named
    standing = "VERIFIED" if rule.verified else "NOT VERIFIED"
    assert all(each.startswith(rule.name) and standing in each for each in named)
    assert not rule.verified or rule.document


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_and_its_norms_say_the_same_of_their_source(rule: Rule) -> None:
    said = {
        (NORMS[key].base, NORMS[key].facts.get("article", ""), NORMS[key].row().verified)
        for key in rule.norms
    }
    assert said <= {(rule.document, rule.article, rule.verified)}


def test_every_proposed_norm_is_of_one_rule() -> None:
    claimed = [key for rule in rules().values() for key in rule.norms]
    assert sorted(claimed) == sorted(NORMS)


def test_every_place_that_names_a_source_is_of_a_rule_or_says_why_there_is_none() -> None:
    claimed = {place for rule in rules().values() for place in rule.places}
    assert sources_named() - claimed - set(named_only()) == set(), "no rule claims these"
    assert (claimed | set(named_only())) - sources_named() == set(), (
        "these name no source (any more)"
    )
    assert claimed & set(named_only()) == set()
    assert all(len(why) > 10 for why in named_only().values())


def test_documents_of_rules_that_are_proposed_are_spelled_alike() -> None:
    symbols = {each.symbol for each in starting_bases()}
    spelled = {symbol.casefold().replace(" ", "") for symbol in symbols}
    for rule in rules().values():
        if rule.document.casefold().replace(" ", "") in spelled:
            assert rule.document in symbols


RULE = rules()["ocop-term"]


@pytest.mark.parametrize(
    ("test", "error"),
    [
        ("products/test_validity.py::test_that_is_gone", AttributeError),
        ("products/test_gone.py::test_a_certificate_holds", ModuleNotFoundError),
    ],
)
def test_a_test_that_is_gone_is_noticed(test: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        test_of(replace(RULE, test=test))


def test_a_test_without_cases_of_the_rule_is_noticed() -> None:
    other = "products/test_bands.py::test_a_score_falls_into_the_band_it_reaches"
    assert cases_of(test_of(replace(RULE, test=other))).get(RULE.key, []) == []


MODULE = """
def longest(begun):
    \"\"\"How long it holds: {source}.\"\"\"
    return {words!r}
"""


@pytest.mark.parametrize(
    ("source", "words", "named"),
    [
        ("Decree 99/2030/NĐ-CP, Article 5", "", True),
        ("QCVN 99:2030/BTNMT", "", True),
        ("article 7", "", True),
        ("99/2030/QH15", "", True),
        ("by habit", "Too long (Decree 99/2030).", True),
        ("by habit", "715/QĐ-UBND", False),  # the number of a paper in an example
        ("by habit", "Too long.", False),
    ],
)
def test_a_new_source_is_found_wherever_it_is_named(
    tmp_path: Path, source: str, words: str, named: bool
) -> None:
    path = tmp_path / "new" / "lengths.py"
    path.parent.mkdir()
    path.write_text(MODULE.format(source=source, words=words), encoding="utf-8")
    assert sources_named(tmp_path) == ({"new.lengths:longest"} if named else set())
