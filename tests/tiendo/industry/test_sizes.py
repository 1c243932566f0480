"""The size follows from workers and from revenue or capital, where enough is known."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.industry.sizes import Size, size_of

money = st.none() | st.decimals(0, 1_000_000, places=3)


@pytest.mark.parametrize(
    ("workers", "revenue", "capital", "size"),
    [
        (10, 3_000, None, Size.MICRO),
        (10, None, 3_000, Size.MICRO),
        (11, 3_000, 3_000, Size.SMALL),
        (10, 3_001, 3_001, Size.SMALL),
        (10, 3_001, None, None),
        (100, 50_001, 20_000, Size.SMALL),
        (100, 50_001, 20_001, Size.MEDIUM),
        (200, 200_000, 900_000, Size.MEDIUM),
        (200, 200_001, 100_001, Size.LARGE),
        (201, None, None, Size.LARGE),
        (None, 1, 1, None),
        (5, None, None, None),
        (0, 0, 0, Size.MICRO),
    ],
)
def test_a_size_at_its_edges(
    workers: int | None, revenue: int | None, capital: int | None, size: Size | None
) -> None:
    sums = [None if each is None else Decimal(each) for each in (revenue, capital)]
    assert size_of(workers, sums[0], sums[1]) is size


@given(st.integers(0, 500), money, st.decimals(0, 1_000_000, places=3))
def test_a_size_stays_when_the_revenue_becomes_known(
    workers: int, capital: Decimal | None, revenue: Decimal
) -> None:
    before = size_of(workers, None, capital)
    assert before is None or size_of(workers, revenue, capital) is before
