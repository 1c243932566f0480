"""Fractions as figures to be shown. Verdicts never come from here: they compare the fractions."""

from decimal import Context, Decimal, localcontext
from fractions import Fraction

WORKING = Context(prec=60)
SHOWN = Context(prec=40)


def figure(value: Fraction) -> Decimal:
    """A fraction as a decimal of 40 digits."""
    with localcontext(WORKING):
        return SHOWN.plus(Decimal(value.numerator) / Decimal(value.denominator))


def growth(ratio: Fraction, years: int) -> Decimal:
    """The growth a year, in per cent, that makes `ratio` in so many years: (ratio^(1/years) - 1) * 100.

    `ratio` is at least 0, `years` at least 1.
    """
    if not ratio:
        return Decimal(-100)
    with localcontext(WORKING):
        one = Decimal(ratio.numerator) / Decimal(ratio.denominator)
        return SHOWN.plus(((one.ln() / years).exp() - 1) * 100)
