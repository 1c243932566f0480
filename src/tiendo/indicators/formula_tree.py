"""What a formula is once it is read: how it is written, which figure it gives, what stands above and below. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from tiendo.indicators.exactly import decimal_of, fraction_of
from tiendo.registers.sheets.cells import TWO_WAYS

ADDING, MULTIPLYING = ("+", "−"), ("×", "÷")


def may_be_thousands(text: str) -> bool:
    """Whether a figure can be read in two ways: "1.500" is one thousand five hundred, or one and a half."""
    return bool(TWO_WAYS.fullmatch(text)) and not text.lstrip("-−").startswith("0")


@dataclass(frozen=True, slots=True)
class Number:
    value: Decimal

    def __str__(self) -> str:
        text = f"{self.value:f}"
        if "." in text:
            text = text.rstrip("0").removesuffix(".").replace(".", ",")
        return f"{text}0" if may_be_thousands(text) else text


@dataclass(frozen=True, slots=True)
class Name:
    code: str

    def __str__(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True)
class Negative:
    of: "Node"

    def __str__(self) -> str:
        return f"−({self.of})" if isinstance(self.of, Operation) else f"−{self.of}"


@dataclass(frozen=True, slots=True)
class Operation:
    sign: str
    left: "Node"
    right: "Node"

    def __str__(self) -> str:
        left, right = str(self.left), str(self.right)
        if (
            self.sign in MULTIPLYING
            and isinstance(self.left, Operation)
            and self.left.sign in ADDING
        ):
            left = f"({left})"
        if isinstance(self.right, Operation) and (
            self.sign in MULTIPLYING or self.right.sign in ADDING
        ):
            right = f"({right})"
        return f"{left} {self.sign} {right}"


Node = Number | Name | Negative | Operation


@dataclass(frozen=True, slots=True)
class Missing:
    """No figure, because these have none."""

    names: tuple[str, ...]

    def __str__(self) -> str:
        return _("There is no figure for: %(names)s.") % {"names": ", ".join(self.names)}


@dataclass(frozen=True, slots=True)
class DivisionByZero:
    """No figure, because this is zero and stands below."""

    by: str

    def __str__(self) -> str:
        return _("“%(part)s” is 0, and nothing can be divided by 0.") % {"part": self.by}


@dataclass(frozen=True, slots=True)
class OutOfRange:
    """No figure, because these are larger or finer than anything that is measured."""

    names: tuple[str, ...]

    def __str__(self) -> str:
        return _("This is no figure to count with: %(names)s.") % {"names": ", ".join(self.names)}


Outcome = Decimal | Missing | DivisionByZero | OutOfRange


@dataclass(frozen=True, slots=True)
class Ratio:
    """The two parts of a formula that is a division, and what the quotient is multiplied with: 100 for per cent."""

    numerator: "Formula"
    denominator: "Formula"
    times: Decimal


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was read; `str` writes it so that it reads back as the same."""

    top: Node

    def __str__(self) -> str:
        return str(self.top)

    @property
    def names(self) -> tuple[str, ...]:
        """The codes of the indicators it is computed from, each once, in the order of the formula."""
        return tuple(dict.fromkeys(_names(self.top)))

    @property
    def ratio(self) -> Ratio | None:
        """Its numerator and denominator where it is a division, times a figure or not; else None."""
        top, times = _without_times(self.top)
        if not isinstance(top, Operation) or top.sign != "÷":
            return None
        above, more = _without_times(top.left)
        return Ratio(Formula(above), Formula(top.right), times * more)

    def evaluate(self, values: Mapping[str, Decimal | None]) -> Outcome:
        """The figure, or why there is none. Exact until the end, which has 28 digits."""
        known = {name: values.get(name) for name in self.names}
        if missing := tuple(name for name, value in known.items() if value is None):
            return Missing(missing)
        exact = {name: fraction_of(value) for name, value in known.items() if value is not None}
        if strange := tuple(name for name, value in exact.items() if value is None):
            return OutOfRange(strange)
        try:
            figure = _figure(
                self.top, {name: value for name, value in exact.items() if value is not None}
            )
        except ZeroDivisionError as error:
            return DivisionByZero(str(error))
        return decimal_of(figure)


def _names(node: Node) -> Iterator[str]:
    if isinstance(node, Name):
        yield node.code
    elif isinstance(node, Negative):
        yield from _names(node.of)
    elif isinstance(node, Operation):
        yield from _names(node.left)
        yield from _names(node.right)


def _without_times(node: Node) -> tuple[Node, Decimal]:
    """A product without the figure that stands at one of its ends, and that figure."""
    if isinstance(node, Operation) and node.sign == "×":
        if isinstance(node.left, Number):
            return node.right, node.left.value
        if isinstance(node.right, Number):
            return node.left, node.right.value
    return node, Decimal(1)


def _figure(node: Node, values: Mapping[str, Fraction]) -> Fraction:
    if isinstance(node, Number):
        return Fraction(node.value)
    if isinstance(node, Name):
        return values[node.code]
    if isinstance(node, Negative):
        return -_figure(node.of, values)
    left, right = _figure(node.left, values), _figure(node.right, values)
    if node.sign == "÷":
        if not right:
            raise ZeroDivisionError(str(node.right))
        return left / right
    return {"+": left + right, "−": left - right, "×": left * right}[node.sign]
