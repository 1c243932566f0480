"""Formulas of computed indicators: `100 × gtsx-cn ÷ gtsx`. A small language with a parser of its own, no `eval`.

Names are the codes of indicators; there are +, −, ×, ÷, parentheses and figures, and nothing else. Pure.
"""

import re
from collections.abc import Collection, Mapping
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter

from django.utils.translation import gettext as _

from tiendo.indicators.formula_tree import (
    ADDING,
    MULTIPLYING,
    DivisionByZero,
    Formula,
    Missing,
    Name,
    Negative,
    Node,
    Number,
    Operation,
    Outcome,
    OutOfRange,
    Ratio,
    may_be_thousands,
)

__all__ = [
    "DivisionByZero",
    "Formula",
    "FormulaError",
    "Missing",
    "OutOfRange",
    "Outcome",
    "Ratio",
    "cycle",
    "order",
    "parse",
    "unknown",
]

LONGEST, DEEPEST, MOST_DIGITS = 300, 30, 18
TOKEN = re.compile(r"\s*(?:(?P<figure>\d+(?:[.,]\d+)*)|(?P<name>[^\W\d]\w*(?:-\w+)*)|(?P<sign>\S))")
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*(-[A-Za-z0-9_]+)*")
SIGNS = {"*": "×", "·": "×", "/": "÷", ":": "÷", "-": "−", "–": "−"}


class FormulaError(ValueError):
    """A formula that cannot be read. `words` say what to write, `place` is the character, counted from 1."""

    def __init__(self, words: str, place: int) -> None:
        self.words, self.place = words, place
        super().__init__(words)


def parse(text: str) -> Formula:
    """Read a formula. Raises FormulaError with a sentence that says where and what to write."""
    if len(text) > LONGEST:
        words = _(
            "A formula has at most %(count)s characters: compute a part of it as an indicator of its own."
        )
        raise FormulaError(words % {"count": LONGEST}, LONGEST + 1)
    return Formula(_Reader(text).whole())


def cycle(formulas: Mapping[str, Formula]) -> tuple[str, ...]:
    """Codes that are computed from each other, the first one again at the end; empty where there are none."""
    try:
        _sorter(formulas).prepare()
    except CycleError as error:
        around = error.args[1][::-1][:-1]
        first = around.index(min(around))
        return (*around[first:], *around[:first], around[first])
    return ()


def order(formulas: Mapping[str, Formula]) -> list[str]:
    """The codes so that each comes after those it is computed from. Raises FormulaError that names a cycle."""
    if around := cycle(formulas):
        words = _(
            "The formulas go in a circle: %(codes)s. Take one of these codes out of the formula before it."
        )
        raise FormulaError(words % {"codes": " → ".join(around)}, 1)
    return [code for code in _sorter(formulas).static_order() if code in formulas]


def unknown(formula: Formula, codes: Collection[str]) -> str:
    """What to say of a formula that names codes which do not exist; "" where all of them do."""
    strange = [name for name in formula.names if name not in codes]
    if not strange:
        return ""
    words = _("There is no indicator with the code: %(names)s.") % {"names": ", ".join(strange)}
    parts = [name for name in strange if set(name.split("-")) <= set(codes)]
    if not parts:
        return words
    known = {"minus": parts[0].replace("-", " − ")}
    return f"{words} " + _("If a minus is meant, leave spaces around it: %(minus)s.") % known


def _sorter(formulas: Mapping[str, Formula]) -> TopologicalSorter[str]:
    return TopologicalSorter({code: sorted(formulas[code].names) for code in sorted(formulas)})


class _Reader:
    """Reads from left to right: sums of products of what has a sign before it, a figure, a name, parentheses."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.depth = text, 0, 0
        self.kind, self.word, self.place = "", "", 1
        self.go_on()

    def go_on(self) -> None:
        """Look at the next word."""
        found = TOKEN.match(self.text, self.at)
        if not found:
            self.kind, self.word, self.place = "", "", len(self.text) + 1
            return
        self.kind = found.lastgroup or ""
        self.word, self.place = found[self.kind], found.start(self.kind) + 1
        self.word = SIGNS.get(self.word, self.word)
        self.at = found.end()

    def whole(self) -> Node:
        node = self.chain(ADDING)
        if self.word == ")":
            raise self.error(_("This closing parenthesis has no opening one."))
        if self.word:
            raise self.error(_("A sign is missing before it: + − × ÷."))
        return node

    def chain(self, signs: tuple[str, ...]) -> Node:
        node = self.part(signs)
        while self.word in signs:
            sign = self.word
            self.go_on()
            node = Operation(sign, node, self.part(signs))
        return node

    def part(self, signs: tuple[str, ...]) -> Node:
        return self.chain(MULTIPLYING) if signs is ADDING else self.single()

    def single(self) -> Node:
        if self.kind == "figure":
            return self.number()
        if self.kind == "name":
            return self.name()
        if self.word not in ("−", "("):
            raise self.error(_("A code or a figure is expected here."))
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.error(_("Too many parentheses within each other."))
        node = Negative(self.after()) if self.word == "−" else self.within()
        self.depth -= 1
        return node

    def after(self) -> Node:
        self.go_on()
        return self.single()

    def within(self) -> Node:
        opened = self.place
        self.go_on()
        node = self.chain(ADDING)
        if self.word != ")":
            words = _("Character %(place)s: this opening parenthesis is not closed.")
            raise FormulaError(words % {"place": opened}, opened)
        self.go_on()
        return node

    def number(self) -> Node:
        text = self.word
        if may_be_thousands(text):
            digits = re.sub(r"[.,]", "", text)
            known = {"whole": digits, "decimal": Number(Decimal(re.sub(",", ".", text)))}
            raise self.error(
                _("It can be read in two ways: write %(whole)s or %(decimal)s.") % known
            )
        if len(re.findall(r"[.,]", text)) > 1:
            raise self.error(
                _("Write figures without separators of thousands, with one decimal comma.")
            )
        if len(text) > MOST_DIGITS:
            raise self.error(_("The figure is too long."))
        self.go_on()
        return Number(Decimal(text.replace(",", ".")))

    def name(self) -> Node:
        code = self.word
        if not NAME.fullmatch(code):
            raise self.error(_("Codes have letters without accents, digits, “-” and “_” only."))
        self.go_on()
        if self.word == "(":
            raise self.error(
                _("There are no functions here: write + − × ÷ between codes and figures.")
            )
        return Name(code)

    def error(self, words: str) -> FormulaError:
        if not self.word:
            where = _("The formula breaks off.")
        else:
            known = {"place": self.place, "word": self.word[:40]}
            where = _("Character %(place)s, “%(word)s”.") % known
        return FormulaError(f"{where} {words}", self.place)
