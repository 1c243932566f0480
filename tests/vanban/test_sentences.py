"""Whatever the reader finds, it can say in two languages."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from vanban.model import Finding
from vanban.sentences import FINDINGS, WORDS, language_of, sentence_of

SOURCES = sorted((Path(__file__).resolve().parents[2] / "src" / "vanban").rglob("*.py"))


def codes(path: Path) -> Iterator[str]:
    """The codes of the findings that a module makes, and of the marks it puts on rows."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Finding" and node.args:
            yield from strings(node.args[0])
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "marks":
            yield from strings(node.value)


def strings(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and "-" in part.value:
            yield part.value


def test_every_finding_the_reader_makes_has_its_sentences() -> None:
    made = {code for path in SOURCES for code in codes(path)}

    assert made >= {"no-tasks", "no-lead", "inherited-measure"}
    assert made <= FINDINGS.keys()


@pytest.mark.parametrize("words", [*FINDINGS.values(), *WORDS.values()])
def test_both_languages_are_there_and_differ(words: dict[str, str]) -> None:
    assert set(words) == {"vi", "en"}
    assert words["vi"] != words["en"]
    assert words["en"].replace("“", "").replace("”", "").isascii()


def test_values_fill_the_sentence() -> None:
    finding = Finding("annex-year", {"annex": "2021", "head": "2022"})

    assert sentence_of(finding, "en") == "The annex says 2021, the head of the document 2022."


def test_a_code_without_a_sentence_stands_for_itself() -> None:
    assert sentence_of(Finding("new-thing", {"text": "x"}), "vi") == "new-thing (text: x)"


@pytest.mark.parametrize(
    ("name", "language"), [("vi", "vi"), ("en", "en"), ("en-gb", "en"), ("fr", "vi")]
)
def test_languages_fall_back_to_vietnamese(name: str, language: str) -> None:
    assert language_of(name) == language
