"""Figures as exact fractions, and back: a third times three is one, and sums do not depend on their order. Pure."""

from decimal import Context, Decimal
from fractions import Fraction

# Beyond these a figure is a slip of the hand, and counting with it would only cost time.
MOST_DIGITS = 40
DIGITS = Context(prec=28)


def fraction_of(value: Decimal) -> Fraction | None:
    """The same figure as a fraction; None where it is no figure, or larger or finer than any that is measured."""
    if not value:
        return Fraction(0)
    if not value.is_finite() or abs(value.adjusted()) > MOST_DIGITS:
        return None
    return Fraction(value)


def decimal_of(value: Fraction) -> Decimal:
    """The same figure with decimals: exact where 28 digits are enough for that, else rounded to them."""
    figure = DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))
    whole = figure == figure.to_integral_value() and figure.adjusted() < DIGITS.prec
    return figure.quantize(Decimal(1), context=DIGITS) if whole else figure
