"""Whether the point of a row can be right: both figures are there, on earth, and in the country."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

# The mainland and the islands of Vietnam with room to spare, in degrees (WGS 84).
SOUTH, NORTH, WEST, EAST = 6, 24, 102, 118


def doubts_about(row: Any) -> Iterator[tuple[str, str, bool]]:
    """What is wrong with where a row stands: the field, the sentence, whether a reason lifts it."""
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
