"""Whether a row can lie where it is said to: its point in the country, its outline as large as the area typed."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from tiendo.registers.hectares import differ, hectares_of
from tiendo.registers.shapes import crossing_of
from tiendo.ui.templatetags.ui import n

# The mainland and the islands of Vietnam with room to spare, in degrees (WGS 84).
SOUTH, NORTH, WEST, EAST = 6, 24, 102, 118


def doubts_about(row: Any) -> Iterator[tuple[str, str, bool]]:
    """What is wrong with where a row lies: the field, the sentence, whether a reason lifts it."""
    yield from _doubts_about_point(row)
    yield from _doubts_about_outline(row)


def _doubts_about_outline(row: Any) -> Iterator[tuple[str, str, bool]]:
    shape = getattr(row, "shape", None)
    crossing = crossing_of(shape) if isinstance(shape, dict) else None
    if crossing:
        words = _(
            "The outline crosses itself near longitude %(east)s, latitude %(north)s: "
            "put its points in order around the land."
        )
        yield "shape", words % {"east": n(crossing[0], 5), "north": n(crossing[1], 5)}, False
    elif words := doubt_of_outline(getattr(row, "shape", None), getattr(row, "area", None)):
        yield "area", words, True


def doubt_of_outline(shape: Any, area: Any) -> str:
    """What speaks against an outline of a row whose `area` is said in hectares; "" where nothing does."""
    if not isinstance(shape, dict) or not shape or not isinstance(area, Decimal):
        return ""
    drawn = hectares_of(shape)
    if not differ(drawn, area):
        return ""
    said = {"drawn": n(drawn, 2), "typed": n(area)}
    return _("The outline has %(drawn)s ha, but %(typed)s ha were typed.") % said


def _doubts_about_point(row: Any) -> Iterator[tuple[str, str, bool]]:
    north: Decimal | None = getattr(row, "latitude", None)
    east: Decimal | None = getattr(row, "longitude", None)
    if (north is None) != (east is None):
        missing = "latitude" if north is None else "longitude"
        yield missing, _("A place has both: latitude and longitude."), False
    if north is None or east is None:
        return
    if SOUTH <= east <= NORTH and WEST <= north <= EAST:
        yield "latitude", _("Latitude and longitude look exchanged."), False
    elif not (-90 <= north <= 90 and -180 <= east <= 180):
        yield "latitude", _("There is no such place: latitude is at most 90, longitude 180."), False
    elif not (SOUTH <= north <= NORTH and WEST <= east <= EAST):
        yield "latitude", _("This place is not in Vietnam."), True
