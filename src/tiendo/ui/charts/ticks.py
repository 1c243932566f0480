"""Where the hairlines of an axis stand: round figures, in steps of 1, 2 or 5."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext

MOST = 6
DIGITS = 60  # a huge figure and a tiny difference on one axis


def ticks(
    low: Decimal, high: Decimal, most: int = MOST, least: Decimal = Decimal(0)
) -> tuple[Decimal, ...]:
    """At least two and at most `most` (three or more) round figures; the first is not above `low`, the last
    not below `high`. Never −0. Where both ends are equal there is room around them. No step is
    smaller than `least`: half a cluster is no figure.
    """
    with localcontext(prec=DIGITS):
        low, high = _apart(low, high)
        for step in _steps((high - low) / most):
            first = (low / step).to_integral_value(ROUND_FLOOR)
            last = (high / step).to_integral_value(ROUND_CEILING)
            if step >= least and last - first < most:
                return tuple(_plain(number * step) for number in _from_to(first, last))
    raise AssertionError("the steps never end")


def decimals_of(figures: tuple[Decimal, ...]) -> int:
    """How many decimals these round figures need, so that all are written alike."""
    return max((-int(each.as_tuple().exponent) for each in figures), default=0)


def _apart(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    if low < high:
        return low, high
    around = abs(low) / 10
    return (low - around, high + around) if around else (Decimal(0), Decimal(1))


def _steps(least: Decimal) -> Iterator[Decimal]:
    """1, 2, 5, 10, 20, … (or 0,1, 0,2, …), from just below `least` upwards."""
    exponent = least.adjusted()
    while True:
        for digit in (1, 2, 5):
            yield Decimal(digit).scaleb(exponent)
        exponent += 1


def _from_to(first: Decimal, last: Decimal) -> Iterator[int]:
    return iter(range(int(first), int(last) + 1))


def _plain(figure: Decimal) -> Decimal:
    """Without zeros at the end, without an exponent and without the sign of −0."""
    if not figure:
        return Decimal(0)
    shorter = figure.normalize()
    return shorter if shorter % 1 else shorter.quantize(Decimal(1))
