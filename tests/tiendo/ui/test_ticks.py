"""The hairlines of an axis: round figures around everything that is drawn, never too many."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.ui.charts.ticks import MOST, decimals_of, ticks

AMOUNTS = st.decimals(-(10**15), 10**15, places=3)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("10.1", "15", "10 11 12 13 14 15"),
        ("0", "587", "0 200 400 600"),
        ("431", "579", "400 450 500 550 600"),
        ("-2.1", "6.2", "-5 0 5 10"),
        ("0.001", "0.0042", "0.001 0.002 0.003 0.004 0.005"),
        ("0", "0", "0 0.2 0.4 0.6 0.8 1"),
        ("5", "5", "4.5 5 5.5"),
        ("-40", "-12", "-40 -30 -20 -10"),
        ("0", "1000000000000000", "0 200000000000000 400000000000000 600000000000000 "
         "800000000000000 1000000000000000"),
        ("1000000000000000", "1000000000000001", "1000000000000000 1000000000000000.2 "
         "1000000000000000.4 1000000000000000.6 1000000000000000.8 1000000000000001"),
    ],
)  # fmt: skip
def test_ticks_are_round(low, high, expected):
    assert [str(tick) for tick in ticks(Decimal(low), Decimal(high))] == expected.split()


@given(AMOUNTS, AMOUNTS, st.integers(3, MOST))
def test_ticks_hold_everything_in_even_steps_of_one_two_or_five(one, other, most):
    low, high = min(one, other), max(one, other)
    found = ticks(low, high, most)
    assert 2 <= len(found) <= most
    assert found[0] <= low <= high <= found[-1]
    steps = {after - before for before, after in pairwise(found)}
    assert len(steps) == 1
    assert steps.pop().normalize().as_tuple().digits in {(1,), (2,), (5,)}


@pytest.mark.parametrize(("high", "expected"), [("1", "0 1"), ("3", "0 1 2 3"), ("7", "0 2 4 6 8")])
def test_steps_are_no_smaller_than_asked(high, expected):
    found = ticks(Decimal(0), Decimal(high), least=Decimal(1))
    assert [str(tick) for tick in found] == expected.split()


@given(AMOUNTS, AMOUNTS)
def test_there_is_no_minus_zero(one, other):
    assert "-0" not in {str(tick) for tick in ticks(min(one, other), max(one, other))}


@pytest.mark.parametrize(
    ("figures", "decimals"), [(("1", "20"), 0), (("0", "0.5", "1"), 1), (("0.25", "0.5"), 2)]
)
def test_all_ticks_are_written_with_the_same_decimals(figures, decimals):
    assert decimals_of(tuple(map(Decimal, figures))) == decimals
