"""How large an outline is on the ground, and whether that agrees with the area somebody typed."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from geographiclib.geodesic import Geodesic

from tiendo.registers.shapes import parts_of

SQUARE_METRES = 10_000  # of a hectare
MOST_APART = Decimal("0.10")  # of the area typed


def hectares_of(shape: dict[str, Any]) -> Decimal:
    """The area of a GeoJSON outline (longitude before latitude, WGS 84) on the ellipsoid, in ha with four decimals.

    Holes are taken off. An outline that crosses itself is refused before.
    """
    whole = 0.0
    for outer, *holes in parts_of(shape):
        whole += _square_metres(outer) - sum(map(_square_metres, holes))
    return Decimal(str(round(whole / SQUARE_METRES, 4)))


def _square_metres(ring: Sequence[Sequence[float]]) -> float:
    surface = Geodesic.WGS84.Polygon()
    for point in ring[:-1] if ring[0] == ring[-1] else ring:
        surface.AddPoint(float(point[1]), float(point[0]))
    return abs(surface.Compute()[2])


def differ(drawn: Decimal, typed: Decimal) -> bool:
    """Whether the area drawn is more than a tenth of the typed one away from it; both in ha."""
    return abs(drawn - typed) > MOST_APART * abs(typed)
