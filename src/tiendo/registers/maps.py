"""A sketch of where rows lie: outlines of areas, parcels, and numbered places, drawn by the server as SVG.

Needs no tiles, no network and no JavaScript, and prints. North is up; a degree of longitude is as long as it is at
the middle of what is drawn. Rows that lie close together are drawn larger, with an inset that says where that is.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import cos, radians
from typing import Any

from django.conf import settings

from tiendo.registers.columns import bare_area
from tiendo.registers.labels import ROUND, beside, of_number, of_place, of_words
from tiendo.registers.models import Outline
from tiendo.registers.shapes import rings_of
from tiendo.ui.charts.room import Box, Room
from tiendo.ui.conf import Tiles

WIDTH, MARGIN, TALLEST = 360.0, 24.0, 340.0  # units of the picture
INSET, INSET_MARGIN = 96.0, 4.0
NEAREST = 0.6  # units: corners of land nearer to the last one are left out
SMALL = 0.3  # of the width of the land: rows that take less are drawn larger
WIDEST = 16.0  # the radius of a circle that stands for several rows
LEAST = 0.004  # degrees that a picture shows at least

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a picture shows: west, south, east, north in degrees."""

    west: float
    south: float
    east: float
    north: float

    @property
    def middle(self) -> Point:
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    def wider(self, share: float) -> "Frame":
        """With a margin of this share of its size on every side, and never smaller than a few streets."""
        across = max((self.east - self.west) * (1 + 2 * share), LEAST) / 2
        up = max((self.north - self.south) * (1 + 2 * share), LEAST) / 2
        x, y = self.middle
        return Frame(x - across, y - up, x + across, y + up)


@dataclass(frozen=True, slots=True)
class Area:
    """An outline to be drawn: its path and its name; `url` leads to its row, `kind` is how it looks."""

    path: str
    name: str
    url: str = ""
    kind: str = "land"


@dataclass(frozen=True, slots=True)
class Word:
    """The name of an area, and where its middle stands."""

    words: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A row: the dot where it is, and its number beside it where there was room."""

    number: int
    name: str
    url: str
    x: float
    y: float
    label: Box | None

    @property
    def is_apart(self) -> bool:
        """Whether the number stands beside its place, and a line leads there."""
        return self.label is not None and (self.label.x, self.label.y) != (self.x, self.y)


@dataclass(frozen=True, slots=True)
class Group:
    """Several rows drawn as one circle with their count; `url` leads to the same map, nearer."""

    count: int
    url: str
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is drawn, in units of the picture. `drawn` is the same for a map in the browser, in degrees."""

    width: float
    height: float
    areas: list[Area] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    schematic: bool = False
    inset: "Sketch | None" = None
    drawn: list[dict[str, Any]] = field(default_factory=list)

    @property
    def tiles(self) -> Tiles | None:
        """Where the browser may fetch pictures of the land to lay under it; None where nothing is set."""
        return settings.TILES

    @property
    def as_json(self) -> str:
        """What is drawn, for a map in the browser."""
        return json.dumps(self.drawn, ensure_ascii=False)

    @property
    def is_crowded(self) -> bool:
        """Whether some numbers found no room."""
        return any(mark.label is None for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Spot:
    """A row to be shown: its number on the page, what it is called, its address, its place."""

    number: int
    name: str
    url: str
    point: Point | None
    shape: dict[str, Any] | None

    @property
    def at(self) -> Point | None:
        """Where its number belongs: its point, else the middle of its outline."""
        return self.point or (middle_of(self.shape) if self.shape else None)


@dataclass(frozen=True, slots=True)
class Cell:
    """Several rows of one part of the land: how many, around where, and the address that shows them nearer."""

    count: int
    point: Point
    url: str


class Projection:
    """From longitude and latitude to a picture `wide` units across."""

    def __init__(self, frame: Frame, wide: float = WIDTH, margin: float = MARGIN) -> None:
        self.left, self.top, self.margin = frame.west, frame.north, margin
        self.shrink = cos(radians(frame.middle[1]))
        across = max((frame.east - frame.west) * self.shrink, 1e-4)
        down = max(frame.north - frame.south, 1e-4)
        tallest = wide * TALLEST / WIDTH
        self.scale = min((wide - 2 * margin) / across, (tallest - 2 * margin) / down)
        self.aside = (wide - 2 * margin - across * self.scale) / 2
        self.height = round(down * self.scale + 2 * margin, 1)

    def __call__(self, point: Sequence[float]) -> Point:
        """A place in the picture, in units with one decimal."""
        x = self.margin + self.aside + (point[0] - self.left) * self.shrink * self.scale
        y = self.margin + (self.top - point[1]) * self.scale
        return round(x, 1), round(y, 1)


def sketch_of(
    spots: Iterable[Spot],
    outlines: Iterable[Outline],
    cells: Iterable[Cell] = (),
    frame: Frame | None = None,
) -> Sketch | None:
    """The picture of these rows over these outlines, or of a part of them; None where nothing has a place, or one
    point alone.
    """
    spots, outlines, cells = list(spots), list(outlines), list(cells)
    land = list(_corners(each.shape for each in outlines))
    rows = list(_places(spots)) + [cell.point for cell in cells]
    if not rows or (len({*rows, *land}) < 2 and not (frame or cells)):
        return None
    whole = frame_of(land + rows).wider(0)
    shown = frame or _nearer(spots, frame_of(rows), whole)
    at = Projection(shown)
    return Sketch(
        WIDTH,
        at.height,
        inset=_inset(outlines, whole, shown) if land and shown != whole else None,
        schematic=any(outline.schematic for outline in outlines),
        drawn=[*_for_browser(spots, outlines), *map(_cell_for_browser, cells)],
        **_drawn(spots, outlines, cells, at),
    )


def _drawn(
    spots: Sequence[Spot], outlines: Sequence[Outline], cells: Sequence[Cell], at: Projection
) -> dict[str, Any]:
    """Areas, circles, numbers, names: what is named first finds room first."""
    groups = [_group(cell, at) for cell in cells]
    circles = [Box(each.x, each.y, 2 * each.radius, 2 * each.radius) for each in groups]
    room = Room(WIDTH, at.height, circles)
    marks = list(_marks(spots, at, room))
    words = [
        Word(name, box.x, box.y)
        for name, middle in ((bare_area(each.name), middle_of(each.shape)) for each in outlines)
        if (box := room.take(of_words(name, at(middle))))
    ]
    zones = [Area(path_of(s.shape, at), s.name, s.url, "zone") for s in spots if s.shape]
    land = [Area(path_of(each.shape, at, NEAREST), bare_area(each.name)) for each in outlines]
    return {"areas": land + zones, "words": words, "marks": marks, "groups": groups}


def _marks(spots: Sequence[Spot], at: Projection, room: Room) -> Iterator[Mark]:
    """Each row with its number: on its place, where it hides no other; else beside it, else without."""
    placed = [(spot, at(spot.at)) for spot in spots if spot.at]
    crowd = {
        number
        for number, (_spot, point) in enumerate(placed)
        if any(_near(point, other) for _other, other in placed[:number] + placed[number + 1 :])
    }
    room.taken += [of_place(placed[number][1]) for number in crowd]
    for number, (spot, point) in enumerate(placed):
        wanted = beside(point) if number in crowd else of_number(point)
        label = room.take(wanted) if len(placed) > 1 else None  # one alone needs no number
        yield Mark(spot.number, spot.name, spot.url, *point, label)


def _near(one: Point, other: Point) -> bool:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1])) < ROUND + 3


def _group(cell: Cell, at: Projection) -> Group:
    radius = min(7.0 + 2.2 * len(str(cell.count)), WIDEST)
    return Group(cell.count, cell.url, *at(cell.point), round(radius, 1))


def _nearer(spots: Sequence[Spot], rows: Frame, whole: Frame) -> Frame:
    """The part of the land in which all rows lie, where that is small; one point alone is shown on all of the land."""
    if len(spots) < 2 and not any(spot.shape for spot in spots):
        return whole
    near = rows.wider(0.15)
    small = near.east - near.west < SMALL * (whole.east - whole.west)
    return (
        near if small and near.north - near.south < SMALL * (whole.north - whole.south) else whole
    )


def _inset(outlines: Sequence[Outline], whole: Frame, shown: Frame) -> Sketch:
    """All of the land, small, with the part that is shown."""
    at = Projection(whole, INSET, INSET_MARGIN)
    land = [Area(path_of(each.shape, at, NEAREST), bare_area(each.name)) for each in outlines]
    place = Mark(0, "", "", *at(shown.middle), None)
    return Sketch(INSET, at.height, land, marks=[place])


def path_of(shape: dict[str, Any], at: Projection, nearest: float = 0) -> str:
    """An outline as the path of an SVG; corners nearer than `nearest` units to the last one are left out."""
    rings = ([at(point) for point in ring] for ring in rings_of(shape))
    thinned = (list(_thinned(ring, nearest)) for ring in rings)
    return " ".join("M" + " ".join(f"{x} {y}" for x, y in ring) + "z" for ring in thinned)


def _thinned(ring: Sequence[Point], nearest: float) -> Iterator[Point]:
    last: Point | None = None
    for x, y in ring:
        if last is None or abs(x - last[0]) >= nearest or abs(y - last[1]) >= nearest:
            last = (x, y)
            yield last


def middle_of(shape: dict[str, Any]) -> Point:
    """The middle of the corners of an outline, in degrees; a closing corner does not count twice."""
    ring = rings_of(shape)[0]
    corners = ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring
    x, y = (sum(point[axis] for point in corners) / len(corners) for axis in (0, 1))
    return float(x), float(y)


def frame_of(points: Sequence[Point]) -> Frame:
    """The smallest frame around these places, of which there is one at least."""
    east, north = [each[0] for each in points], [each[1] for each in points]
    return Frame(min(east), min(north), max(east), max(north))


def _corners(shapes: Iterable[dict[str, Any]]) -> Iterator[Point]:
    for shape in shapes:
        for ring in rings_of(shape):
            yield from ((float(point[0]), float(point[1])) for point in ring)


def _places(spots: Iterable[Spot]) -> Iterator[Point]:
    for spot in spots:
        if spot.point:
            yield spot.point
        if spot.shape:
            yield from _corners([spot.shape])


def _for_browser(spots: Sequence[Spot], outlines: Sequence[Outline]) -> Iterator[dict[str, Any]]:
    for each in outlines:
        yield {"shape": each.shape}
    for spot in spots:
        if spot.at:
            said = {"number": spot.number, "name": spot.name, "url": spot.url}
            yield {"shape": spot.shape, "point": spot.at, **said}


def _cell_for_browser(cell: Cell) -> dict[str, Any]:
    return {"shape": None, "point": cell.point, "count": cell.count, "url": cell.url}


def land_for_browser(outlines: Iterable[Outline]) -> str:
    """The outlines of the land as JSON, for a map in the browser."""
    return json.dumps(list(_for_browser([], list(outlines))), ensure_ascii=False)


def point_of(row: Any) -> Point | None:
    """Where a row stands; None where it has no place of its own."""
    east, north = getattr(row, "longitude", None), getattr(row, "latitude", None)
    return None if east is None or north is None else (float(east), float(north))
