"""How large an outline is on the ground, and the doubt when another area was typed."""

import json
from decimal import Decimal
from math import cos, pi, radians
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.example.registers.land import tables
from tiendo.industry.models import Parcel
from tiendo.registers.hectares import differ, hectares_of
from tiendo.registers.places import doubts_about

DEGREE = 6_371_008.8 * pi / 180  # metres of a degree on a ball as large as the earth


def square(side: float, west: float = 105.2, south: float = 10.8) -> dict[str, Any]:
    east, north = west + side, south + side
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


@given(st.floats(0.0005, 0.05), st.floats(102, 117), st.floats(6, 23), st.booleans(), st.booleans())
def test_the_area_is_that_of_a_ball_within_one_percent(
    side: float, west: float, south: float, backwards: bool, is_open: bool
) -> None:
    shape = square(side, west, south)
    ring = shape["coordinates"][0]
    shape["coordinates"] = [ring[::-1] if backwards else ring]
    if is_open:
        shape["coordinates"][0].pop()
    on_a_ball = (side * DEGREE) ** 2 * cos(radians(south + side / 2)) / 10_000
    assert float(hectares_of(shape)) == pytest.approx(on_a_ball, rel=0.01)


def test_a_hole_is_taken_off_and_parts_are_added() -> None:
    whole, hole = square(0.01), square(0.002, 105.203, 10.803)
    holed = {"type": "Polygon", "coordinates": [*whole["coordinates"], *hole["coordinates"]]}
    both = {"type": "MultiPolygon", "coordinates": [whole["coordinates"], hole["coordinates"]]}
    assert abs(hectares_of(holed) - hectares_of(whole) + hectares_of(hole)) < Decimal("0.001")
    assert abs(hectares_of(both) - hectares_of(whole) - hectares_of(hole)) < Decimal("0.001")


@pytest.mark.parametrize(
    ("drawn", "typed", "said"),
    [("1.1", "1", False), ("1.11", "1", True), ("0.9", "1", False), ("0.89", "1", True)],
)
def test_a_tenth_is_forgiven(drawn: str, typed: str, said: bool) -> None:
    assert differ(Decimal(drawn), Decimal(typed)) is said


def test_a_row_whose_outline_is_of_another_size_is_doubted() -> None:
    shape = square(0.001)
    right = hectares_of(shape)
    assert not list(doubts_about(Parcel(area=right, shape=shape)))
    [(field, words, lifted)] = doubts_about(Parcel(area=right * 10, shape=shape))
    assert (field, lifted) == ("area", True)
    assert "1,21" in words
    assert not list(doubts_about(Parcel(area=None, shape=shape)))
    assert not list(doubts_about(Parcel(area=Decimal(5))))


def test_the_outlines_of_the_example_are_as_large_as_it_says() -> None:
    checked = 0
    for table in tables():
        if {"area", "shape"} <= set(table.fields):
            for row in table.rows:
                said = dict(zip(table.fields, row, strict=True))
                assert not differ(hectares_of(json.loads(said["shape"])), Decimal(said["area"]))
                checked += 1
    assert checked > 14
