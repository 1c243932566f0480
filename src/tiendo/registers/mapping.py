"""The map of all rows that a list finds: each of them where they are few, else counted by the square they lie in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Avg, Count, F, FloatField, Max, Min, Q, QuerySet
from django.db.models.functions import Cast, Floor
from django.urls import reverse

from tiendo.agencies.models import Agency
from tiendo.registers.columns import area_of
from tiendo.registers.finding import Found
from tiendo.registers.maps import (
    LEAST,
    Cell,
    Frame,
    Sketch,
    Spot,
    land_for_browser,
    middle_of,
    point_of,
    sketch_of,
)
from tiendo.registers.models import Outline
from tiendo.registers.register import Register
from tiendo.registers.scope import Hand

MOST_SPOTS = 60  # rows drawn one by one
ACROSS = 7  # squares of a map from west to east, and as many from south to north
MIDDLE = 0.4  # of a square: circles stand no nearer to its edge
PLACED = Q(latitude__isnull=False, longitude__isnull=False)
FIELDS = ("west", "south", "east", "north")


@dataclass(frozen=True, slots=True)
class Shown:
    """A map with what it leaves out: of `total` rows `placed` have a place in the part shown, `spots` are drawn one by
    one. `communes` are the areas with how many of these rows lie there and the address that shows them.
    """

    sketch: Sketch | None
    spots: list[Spot]
    communes: list[tuple[str, int, str]]
    total: int
    placed: int
    is_part: bool

    @property
    def undrawn(self) -> int:
        """Rows that lie too close together to be drawn one by one."""
        return self.placed - len(self.spots) if self.spots else 0


def map_of(found: Found, asked: str) -> Shown:
    """The map of the rows found; `asked` narrows it to a part of the land ("105.1,10.7,105.3,10.9").

    At most eight queries, whatever the number of rows.
    """
    frame = frame_asked(asked)
    rows = _with_place(found, frame)
    total, placed = found.rows.count(), rows.count()
    outlines = Outline.objects.drawn(found.hand.locality_id, found.hand.setting.today)
    one_by_one = placed <= MOST_SPOTS or (frame and frame.east - frame.west < LEAST)
    some = enumerate(rows[:MOST_SPOTS] if one_by_one else (), start=1)
    spots = [spot_of(found.register, row, number) for number, row in some]
    counts = [] if one_by_one else list(_by_commune(found, rows))
    cells = [] if one_by_one else [*_squares(found, rows, frame), *_areas(found, rows, outlines)]
    sketch = sketch_of(spots, outlines, cells, frame)
    return Shown(sketch, spots, counts, total, placed, frame is not None)


def spot_of(register: Register, row: Any, number: int) -> Spot:
    """A row as it stands on a map."""
    url = reverse("registers:row", args=[register, row.pk])
    return Spot(number, str(row), url, point_of(row), getattr(row, "shape", None))


def land_of(hand: Hand) -> dict[str, Any]:
    """What the form of a row needs to be drawn in: the land around it, and pictures of it; nothing where rows have no
    place.
    """
    if not hand.register.is_placed:
        return {}
    outlines = Outline.objects.drawn(hand.locality_id, hand.setting.today)
    return {"land": land_for_browser(outlines), "tiles": settings.TILES}


def frame_asked(said: str) -> Frame | None:
    """The part of the land an address asks for; None where it asks for none that there is."""
    parts = said.split(",")
    try:
        west, south, east, north = (round(float(part), 6) for part in parts)
    except (ValueError, OverflowError):
        return None
    sound = -180 <= west < east <= 180 and -90 <= south < north <= 90
    return Frame(west, south, east, north) if sound else None


def _with_place(found: Found, frame: Frame | None) -> QuerySet[Any]:
    """The rows that can be drawn. An outline without a point belongs to the whole of the land only."""
    if frame is None:
        return found.rows.filter(PLACED | Q(shape__isnull=False))
    inside = Q(longitude__gte=frame.west, longitude__lt=frame.east)
    return found.rows.filter(inside, latitude__gte=frame.south, latitude__lt=frame.north)


def _squares(found: Found, rows: QuerySet[Any], frame: Frame | None) -> Iterator[Cell]:
    """The points counted by squares of the land, in two queries whatever their number."""
    rows = rows.filter(PLACED).order_by()
    whole = frame or _around(rows)
    if whole is None:
        return
    side = max(whole.east - whole.west, whole.north - whole.south, LEAST) / ACROSS
    for each in _counted(rows, whole, side):
        west, south = whole.west + each["column"] * side, whole.south + each["line"] * side
        square = ",".join(f"{edge:.6f}" for edge in (west, south, west + side, south + side))
        point = (_kept_in(float(each["x"]), west, side), _kept_in(float(each["y"]), south, side))
        yield Cell(each["count"], point, found.but(khung=square))


def _kept_in(value: float, edge: float, side: float) -> float:
    """A coordinate near the middle of its square, so that the circles of neighbours do not touch."""
    return min(max(value, edge + side * MIDDLE), edge + side * (1 - MIDDLE))


def _counted(rows: QuerySet[Any], whole: Frame, side: float) -> QuerySet[Any, dict[str, Any]]:
    """How many rows lie in each square of `side` degrees, and around where."""
    east, north = Cast("longitude", FloatField()), Cast("latitude", FloatField())
    squares = rows.annotate(
        column=Floor((east - whole.west) / side), line=Floor((north - whole.south) / side)
    )
    grouped = squares.values("column", "line")
    sums = grouped.annotate(count=Count("pk"), x=Avg("longitude"), y=Avg("latitude"))
    return sums.order_by("line", "column")


def _areas(found: Found, rows: QuerySet[Any], outlines: list[Outline]) -> Iterator[Cell]:
    """Rows with an outline and no point, counted by the commune in whose middle the circle stands."""
    middles = {each.agency_id: middle_of(each.shape) for each in outlines}
    for place, count in _counts(found, rows.exclude(PLACED)).items():
        if place in middles:
            yield Cell(count, middles[place], _of_commune(found, place))


def _around(rows: QuerySet[Any]) -> Frame | None:
    edges: Mapping[str, Any] = rows.aggregate(
        west=Min("longitude"), south=Min("latitude"), east=Max("longitude"), north=Max("latitude")
    )
    if edges["west"] is None:
        return None
    return Frame(*(float(edges[name]) for name in FIELDS))


def _by_commune(found: Found, rows: QuerySet[Any]) -> Iterator[tuple[str, int, str]]:
    """The communes of these rows: what each is called, how many there are, and the address of these."""
    counts = _counts(found, rows)
    for office in Agency.objects.filter(pk__in=counts):
        yield area_of(office), counts[office.pk], _of_commune(found, office.pk)


def _counts(found: Found, rows: QuerySet[Any]) -> dict[int, int]:
    counted = rows.order_by().values(place=F(found.register.place)).annotate(count=Count("pk"))
    return {each["place"]: each["count"] for each in counted}


def _of_commune(found: Found, place: int) -> str:
    return found.but(**{found.register.place: place, "khung": None})
