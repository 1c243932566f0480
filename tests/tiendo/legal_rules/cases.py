"""Cases that try rules of law; each says in its name by which document and article, and whether that was verified."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from vanban.text import fold

FILE = Path(__file__).with_name("rules.toml")
NO_LAW = ""  # the key of cases that stand beside those of a rule


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its source; `document` is "" where no law but a scheme or the locality itself says so.

    `norms` are keys of proposed norms, `places` say where in the product its source is named, `test` tries it.
    """

    key: str
    says: str
    test: str
    document: str = ""
    article: str = ""
    verified: bool = False
    remark: str = ""
    norms: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """As cases are named: "148/QD-TTG, DIEU 5, VERIFIED"."""
        standing = "verified" if self.verified else "not verified"
        words = [self.document or "no law", self.article, standing]
        return fold(", ".join(filter(None, words))).upper()


@cache
def _given() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text("utf-8"))


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its key, in the order of the file."""
    return {each["key"]: _rule(each) for each in _given()["rule"]}


def _rule(given: dict[str, Any]) -> Rule:
    several = {name: tuple(given.get(name, ())) for name in ("norms", "places")}
    return Rule(**given | several)


def named_only() -> dict[str, str]:
    """The places that name a source without a rule that could be tried, each with the reason."""
    found: dict[str, str] = _given()["named-only"]
    return found


def legal_cases(
    names: Sequence[str], cases: Mapping[str, Sequence[tuple[Any, ...]]]
) -> pytest.MarkDecorator:
    """Try a test with the cases of rules; `NO_LAW` holds those that are of none. KeyError for an unknown rule."""
    return pytest.mark.parametrize(
        names,
        [_case(key, each, place) for key in cases for place, each in enumerate(cases[key], 1)],
    )


def _case(key: str, values: tuple[Any, ...], place: int) -> Any:
    if key == NO_LAW:
        return pytest.param(*values, id=f"{place}")
    rule = rules()[key]
    return pytest.param(*values, marks=pytest.mark.legal(key), id=f"{rule.name}: {key} {place}")


def cases_of(test: Any) -> dict[str, list[tuple[Any, ...]]]:
    """The cases that a test tries, by the rule they are of."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    marks = [mark for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
    for mark in marks:
        for case in mark.args[1]:
            for legal in getattr(case, "marks", ()):
                if legal.name == "legal":
                    found.setdefault(legal.args[0], []).append(tuple(case.values))
    return found
