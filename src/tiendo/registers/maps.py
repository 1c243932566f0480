"""A sketch of where rows lie: outlines of areas, parcels, and numbered pins, drawn by the server as SVG.

Needs no tiles, no network and no JavaScript, and prints. North is up; a degree of longitude is as long as it is at
the middle of what is drawn.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import cos, radians
from typing import Any

from tiendo.registers.columns import bare_area
from tiendo.registers.fields import rings_of
from tiendo.registers.models import Outline

WIDTH, MARGIN = 640.0, 44.0
TALLEST = 560.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """An outline to be drawn: its path, its name and where the name stands; `url` leads to its row."""

    path: str
    name: str
    x: float
    y: float
    url: str = ""
    kind: str = "land"


@dataclass(frozen=True, slots=True)
class Pin:
    """A numbered place."""

    number: int
    name: str
    x: float
    y: float
    url: str


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is drawn, in units of the picture."""

    width: float
    height: float
    areas: list[Area] = field(default_factory=list)
    pins: list[Pin] = field(default_factory=list)
    schematic: bool = False

    @property
    def labelled(self) -> list[Area]:
        """The areas that have a name to write."""
        return [area for area in self.areas if area.name]


@dataclass(frozen=True, slots=True)
class Spot:
    """A row to be shown: its number on the page, what it is called, its address, its place."""

    number: int
    name: str
    url: str
    point: Point | None
    shape: dict[str, Any] | None


class Projection:
    """From longitude and latitude to the picture."""

    def __init__(self, points: Sequence[Point]) -> None:
        east, north = [each[0] for each in points], [each[1] for each in points]
        self.left, self.top = min(east), max(north)
        middle = (min(north) + max(north)) / 2
        self.shrink = cos(radians(middle))
        wide = max((max(east) - min(east)) * self.shrink, 1e-4)
        tall = max(max(north) - min(north), 1e-4)
        self.scale = min((WIDTH - 2 * MARGIN) / wide, (TALLEST - 2 * MARGIN) / tall)
        self.height = tall * self.scale + 2 * MARGIN

    def __call__(self, point: Sequence[float]) -> Point:
        """A place in the picture, in units with one decimal."""
        x = MARGIN + (point[0] - self.left) * self.shrink * self.scale
        y = MARGIN + (self.top - point[1]) * self.scale
        return round(x, 1), round(y, 1)


def sketch_of(spots: Iterable[Spot], outlines: Iterable[Outline]) -> Sketch | None:
    """The picture of these rows over these outlines; None where nothing of it has a place, or one point alone."""
    spots, outlines = list(spots), list(outlines)
    shapes = [each.shape for each in outlines] + [each.shape for each in spots if each.shape]
    points = [_pair(point) for shape in shapes for ring in rings_of(shape) for point in ring]
    points += [spot.point for spot in spots if spot.point]
    if len(points) < 2 or not any(spot.point or spot.shape for spot in spots):
        return None
    at = Projection(points)
    land = [_area(outline.shape, bare_area(outline.name), at) for outline in outlines]
    parcels = [_area(spot.shape, spot.name, at, spot.url) for spot in spots if spot.shape]
    pins = [Pin(spot.number, spot.name, *at(spot.point), spot.url) for spot in spots if spot.point]
    schematic = any(outline.schematic for outline in outlines)
    return Sketch(WIDTH, round(at.height, 1), land + parcels, pins, schematic)


def _area(shape: dict[str, Any], name: str, at: Projection, url: str = "") -> Area:
    rings = [[at(point) for point in ring] for ring in rings_of(shape)]
    path = " ".join("M" + " ".join(f"{x} {y}" for x, y in ring) + "z" for ring in rings)
    first = rings[0]
    x = sum(point[0] for point in first) / len(first)
    y = sum(point[1] for point in first) / len(first)
    return Area(path, name, round(x, 1), round(y, 1), url, "zone" if url else "land")


def _pair(point: Sequence[float]) -> Point:
    return float(point[0]), float(point[1])


def point_of(row: Any) -> Point | None:
    """Where a row stands; None where it has no place of its own."""
    east, north = getattr(row, "longitude", None), getattr(row, "latitude", None)
    return None if east is None or north is None else (float(east), float(north))
