"""Legal bases and norms to start from: proposals, until somebody takes them into the registers and corrects them."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from tiendo.legal.models import LegalBase, Norm
from tiendo.legal.validity import overlap
from vanban.text import fold

FILE = Path(__file__).with_name("starting.toml")
FOLLOWS = ("replaced_by", "amends")


@dataclass(frozen=True, slots=True)
class StartingBase:
    """A legal basis as proposed; `follows` names other documents by their symbols."""

    facts: dict[str, Any]
    follows: dict[str, str]

    @property
    def symbol(self) -> str:
        return str(self.facts["symbol"])

    @property
    def place(self) -> tuple[str, str]:
        """What it is known by, whatever the case and marks of its issuer."""
        return place_of(self.symbol, str(self.facts["issuer"]))

    def row(self, **more: Any) -> LegalBase:
        """As it would be stored."""
        return LegalBase(**self.facts, **more)


@dataclass(frozen=True, slots=True)
class StartingNorm:
    """A norm as proposed; `base` is the symbol of its legal basis, "" where the locality sets it itself."""

    facts: dict[str, Any]
    base: str

    @property
    def key(self) -> str:
        """Its name on a form: "ccn-dien-tich-toi-da:2024-05-01"."""
        return f"{self.facts['code']}:{self.facts['valid_from']}"

    @property
    def span(self) -> tuple[date, date | None]:
        return self.facts["valid_from"], self.facts.get("valid_to")

    @property
    def basis(self) -> str:
        """The article and the document."""
        return ", ".join(filter(None, (self.facts.get("article", ""), self.base)))

    def row(self, **more: Any) -> Norm:
        """As it would be stored."""
        return Norm(**self.facts, **more)


def place_of(symbol: str, issuer: str) -> tuple[str, str]:
    """What a document is known by among those of all issuers."""
    return fold(symbol), fold(issuer)


@cache
def _given() -> dict[str, Any]:
    with FILE.open("rb") as file:
        return tomllib.load(file, parse_float=Decimal)


def starting_bases() -> list[StartingBase]:
    """Every proposed legal basis, in the order of the file."""
    return [
        StartingBase(
            {name: value for name, value in given.items() if name not in FOLLOWS},
            {name: given[name] for name in FOLLOWS if name in given},
        )
        for given in _given()["base"]
    ]


def starting_norms() -> list[StartingNorm]:
    """Every proposed norm, one for each of its periods, in the order of the file."""
    return [norm for given in _given()["norm"] for norm in _periods(given)]


def _periods(given: dict[str, Any]) -> Iterator[StartingNorm]:
    facts = {name: value for name, value in given.items() if name != "periods"}
    for name in ("lowest", "highest"):
        if name in facts:
            facts[name] = Decimal(facts[name])
    for period in _given()["periods"][given["periods"]] if "periods" in given else [{}]:
        said = facts | period
        yield StartingNorm({k: v for k, v in said.items() if k != "base"}, said.get("base", ""))


def open_bases(stored: Iterable[LegalBase]) -> list[StartingBase]:
    """The proposals for documents that are not in the register yet."""
    known = {place_of(row.symbol, row.issuer) for row in stored}
    return [each for each in starting_bases() if each.place not in known]


def open_norms(stored: Iterable[Norm]) -> list[StartingNorm]:
    """The proposals for days of which the register says nothing; what a person entered stands."""
    spans: dict[str, list[tuple[date, date | None]]] = {}
    for row in stored:
        spans.setdefault(row.code, []).append((row.valid_from, row.valid_to))
    return [
        each
        for each in starting_norms()
        if not any(overlap(each.span, span) for span in spans.get(each.facts["code"], ()))
    ]
