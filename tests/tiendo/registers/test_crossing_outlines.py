"""An outline whose sides cross has no area: it is refused with the place where they do."""

from math import atan2
from typing import Any

import pytest
from django.utils import translation
from hypothesis import assume, given
from hypothesis import strategies as st

from tiendo.industry.models import Parcel
from tiendo.registers.places import doubts_about
from tiendo.registers.shapes import crossing_of

SQUARE = [[105.27, 10.79], [105.28, 10.79], [105.28, 10.8], [105.27, 10.8]]
BOW = [SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3]]
TOUCHING = [[0, 0], [2, 0], [1, 1], [2, 2], [0, 2], [1, 1]]  # two triangles with one corner
FIGURES = st.floats(0, 10).map(lambda figure: round(figure, 3))


def outline(*rings: list[Any]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": list(rings)}


@pytest.mark.parametrize(
    ("shape", "crosses"),
    [
        (outline(SQUARE), False),
        (outline([*SQUARE, SQUARE[0]]), False),
        (outline(BOW), True),
        (outline([*BOW, BOW[0]]), True),
        (outline(SQUARE, BOW), True),  # its hole
        (outline(TOUCHING), False),
        (outline([[*point, 3] for point in SQUARE]), False),  # with heights
        (outline([SQUARE[0], *SQUARE]), False),  # a corner twice
        ({"type": "MultiPolygon", "coordinates": [[SQUARE], [BOW]]}, True),
        ({}, False),
    ],
)
def test_a_ring_that_crosses_itself_is_noticed(shape: dict[str, Any], crosses: bool) -> None:
    assert bool(crossing_of(shape)) is crosses


@given(st.lists(st.tuples(FIGURES, FIGURES), min_size=3, max_size=12, unique=True))
def test_points_in_order_around_a_middle_never_cross(points: list[tuple[float, float]]) -> None:
    east = sum(x for x, _y in points) / len(points)
    north = sum(y for _x, y in points) / len(points)
    angles = {(x, y): atan2(y - north, x - east) for x, y in points}
    assume(len({round(angle, 6) for angle in angles.values()}) == len(points))
    around = sorted(points, key=angles.__getitem__)
    assert crossing_of(outline([list(point) for point in around])) is None


def test_it_is_refused_with_its_place_and_the_area_is_not_doubted_too() -> None:
    with translation.override("vi"):
        ((field, words, lifted),) = doubts_about(Parcel(area=None, shape=outline(BOW)))
    assert (field, lifted) == ("shape", False)
    assert "kinh độ 105,2" in words
