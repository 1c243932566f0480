"""Writes docs/reference/remarks.md: every code `vanban check` may say, from the registry. Run by `make reference`."""

from collections.abc import Callable, Iterator
from pathlib import Path

from tools.places import ROOT
from vanban.check.present import SEVERITIES
from vanban.check.registry import SUBJECTS, Subject
from vanban.check.remarks import Code

PAGE = ROOT / "docs" / "reference" / "remarks.md"
HEAD = """\
# What `vanban check` may say

Written by `make reference` from the registry of codes; a test says when it is out of date.
Codes are stable. Braces are filled with the words of the document.
"""


def page() -> str:
    """The whole page: what the severities mean, then a table for every subject."""
    return "\n".join([HEAD, *_severities(), *(line for one in SUBJECTS for line in _subject(one))])


def _severities() -> Iterator[str]:
    yield "| severity | *mức* | meaning |\n|---|---|---|"
    meanings = (
        "it contradicts itself, the calendar or the rules of form",
        "it is not said, or not clearly",
        "it may be meant so; a person decides",
    )
    for (severity, said), meaning in zip(SEVERITIES.items(), meanings, strict=True):
        yield f"| `{severity.value}` | {said.vi} | {meaning} |"
    yield ""


def _subject(subject: Subject) -> Iterator[str]:
    yield f"## {subject.title.en} · {subject.title.vi}\n"
    yield "| code | severity | it says | why | what to do |\n|---|---|---|---|---|"
    for code in subject.codes:
        yield _row(code)
    yield ""


def _row(code: Code) -> str:
    both = [f"{one.en}<br>*{one.vi}*" for one in (code.says, code.why, code.todo)]
    return f"| `{code.code}` | {code.severity.value} | {' | '.join(both)} |"


PAGES: dict[Path, Callable[[], str]] = {PAGE: page}
