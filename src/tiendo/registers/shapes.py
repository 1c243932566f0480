"""Outlines as GeoJSON: polygons with longitude before latitude (WGS 84). Pure."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

Point = Sequence[float]
Side = tuple[Point, Point]


def geometry_of(given: Any) -> dict[str, Any] | None:
    """The polygon or polygons in a GeoJSON value; None where there is none, or it is out of the world."""
    if isinstance(given, dict) and given.get("type") == "FeatureCollection":
        features = given.get("features")
        return geometry_of(features[0]) if isinstance(features, list) and features else None
    if isinstance(given, dict) and given.get("type") == "Feature":
        return geometry_of(given.get("geometry"))
    if not isinstance(given, dict) or given.get("type") not in ("Polygon", "MultiPolygon"):
        return None
    rings = rings_of(given)
    sound = rings and all(len(ring) > 2 and all(map(_on_earth, ring)) for ring in rings)
    return {"type": given["type"], "coordinates": given["coordinates"]} if sound else None


def parts_of(geometry: dict[str, Any]) -> list[list[Any]]:
    """The polygons of an outline, each a list of rings, the outer one first; none where it holds something else."""
    given = geometry.get("coordinates")
    parts = given if geometry.get("type") == "MultiPolygon" else [given]
    if not isinstance(parts, list) or not all(isinstance(part, list) and part for part in parts):
        return []
    return parts


def rings_of(geometry: dict[str, Any]) -> list[list[Any]]:
    """The rings of a polygon or of several, each a list of [longitude, latitude]."""
    rings = [ring for part in parts_of(geometry) for ring in part]
    return rings if all(isinstance(ring, list) for ring in rings) else []


def _on_earth(point: Any) -> bool:
    if not isinstance(point, list) or len(point) < 2:
        return False
    east, north = point[:2]
    figures = all(
        isinstance(each, int | float) and not isinstance(each, bool) for each in (east, north)
    )
    return figures and -180 <= east <= 180 and -90 <= north <= 90


def crossing_of(geometry: dict[str, Any]) -> list[float] | None:
    """Where a ring of an outline crosses itself: a point close by; None where none does.

    Rings that touch themselves do not cross. Sides are looked at from west to east, each beside those it reaches.
    """
    for ring in rings_of(geometry):
        sides = [pair for pair in pairwise([*ring, ring[0]]) if pair[0][:2] != pair[1][:2]]
        open_sides: list[Side] = []
        for side in sorted(sides, key=_west):
            open_sides = [each for each in open_sides if _east(each) >= _west(side)]
            if any(_cross(side, other) for other in open_sides):
                return list(side[0][:2])
            open_sides.append(side)
    return None


def _west(side: Side) -> float:
    return min(side[0][0], side[1][0])


def _east(side: Side) -> float:
    return max(side[0][0], side[1][0])


def _cross(one: Side, other: Side) -> bool:
    """Whether two sides cross within both of them; those that only touch do not."""
    return _parted(one, other) and _parted(other, one)


def _parted(line: Side, side: Side) -> bool:
    """Whether the ends of a side lie on both sides of a line."""
    first, last = (_turn(*line, end) for end in side)
    return (first < 0 < last) or (last < 0 < first)


def _turn(start: Point, end: Point, to: Point) -> float:
    """Positive where `to` lies left of the way from `start` to `end`, 0 on it."""
    return (end[0] - start[0]) * (to[1] - start[1]) - (end[1] - start[1]) * (to[0] - start[0])
