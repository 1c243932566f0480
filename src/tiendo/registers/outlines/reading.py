"""A .geojson file as people get it from a map program: its outlines, or a sentence that says why it cannot be used."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from tiendo.registers.places import EAST, NORTH, SOUTH, WEST
from tiendo.registers.shapes import geometry_of, parts_of
from vanban.text import nfc

LARGEST = 5_000_000  # bytes
MOST_FEATURES = 1_000
MOST_CORNERS = 20_000  # of a file: more than a screen shows, and every page with a map reads them
LONGEST_WORDS = 200
DECIMALS = 6  # of a degree: a tenth of a metre
METRES = 100_000  # coordinates from here on are metres of a plane, not degrees
# What the member "crs" of older files says of WGS 84.
WGS_84 = ("CRS84", "4326", "WGS84", "WGS 84")


@dataclass(frozen=True, slots=True)
class Feature:
    """An outline of a file: its place in the file from 1 on, what the file says of it, its shape.

    `fault` says why it is no outline; its shape is then empty.
    """

    number: int
    said: dict[str, str]
    shape: dict[str, Any]
    fault: str = ""


def read(content: bytes) -> list[Feature]:
    """The outlines of a file. Raises ValidationError where the file as a whole cannot be used."""
    if not content.strip() or len(content) > LARGEST:
        raise ValidationError(_("The file is empty or larger than 5 MB. Simplify it first."))
    try:
        given = json.loads(content.decode("utf-8-sig"), parse_constant=_no_figure)
    except (ValueError, RecursionError):
        raise ValidationError(
            _("This is no GeoJSON file. Export the outlines from the map program as GeoJSON.")
        ) from None
    _refuse_other_systems(given)
    features = [_feature(number, each) for number, each in enumerate(_features(given), start=1)]
    if sum(map(_corners, features)) > MOST_CORNERS:
        told = {"most": MOST_CORNERS}
        raise ValidationError(
            _("More than %(most)d corners. Simplify the outlines in the map program.") % told
        )
    return features


def _no_figure(words: str) -> NoReturn:
    raise ValueError(words)


def _features(given: Any) -> list[Any]:
    """Everything in the file that may be an outline. Raises ValidationError where there is nothing."""
    features = given.get("features") if isinstance(given, dict) else None
    if isinstance(given, dict) and features is None:
        features = [given]
    if not isinstance(features, list) or not features:
        raise ValidationError(_("The file holds no outlines."))
    if len(features) > MOST_FEATURES:
        told = {"most": MOST_FEATURES}
        raise ValidationError(_("More than %(most)d outlines. Bring them in parts.") % told)
    return features


def _refuse_other_systems(given: Any) -> None:
    """Coordinates are degrees of WGS 84. Raises ValidationError that says which system it looks like instead."""
    named = given.get("crs") if isinstance(given, dict) else None
    said = json.dumps(named) if named else ""
    if said and not any(name in said for name in WGS_84):
        raise ValidationError(_other_system())
    for east, north in _figures(given):
        if max(abs(east), abs(north)) >= METRES:
            raise ValidationError(_other_system())
        if SOUTH <= east <= NORTH and WEST <= north <= EAST:
            raise ValidationError(
                _("Latitude and longitude look exchanged: GeoJSON has longitude first.")
            )


def _other_system() -> str:
    return _(
        "The coordinates are not degrees of WGS 84; they look like metres of VN-2000. In the map program choose the "
        "coordinate system WGS 84 (EPSG:4326) when exporting."
    )


def _figures(given: Any) -> Iterator[tuple[float, float]]:
    """The first pair of figures of every feature."""
    for feature in _features(given):
        geometry = feature.get("geometry", feature) if isinstance(feature, dict) else {}
        value = geometry.get("coordinates") if isinstance(geometry, dict) else None
        while isinstance(value, list) and value and isinstance(value[0], list):
            value = value[0]
        if isinstance(value, list) and len(value) > 1 and all(map(_is_figure, value[:2])):
            yield value[0], value[1]


def _is_figure(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _feature(number: int, given: Any) -> Feature:
    said = given.get("properties") if isinstance(given, dict) else None
    words = {
        _plain(name): _plain(value)
        for name, value in (said.items() if isinstance(said, dict) else ())
        if isinstance(value, str) or _is_figure(value)
    }
    shape = geometry_of(given)
    if shape is None or not all(map(_is_closed, parts_of(shape))):
        return Feature(number, words, {}, _("This is no outline: it must be a polygon."))
    shape = {"type": shape["type"], "coordinates": _rounded(shape)}
    if not all(WEST <= x <= EAST and SOUTH <= y <= NORTH for x, y in corners_of(shape)):
        return Feature(number, words, {}, _("This outline does not lie in Vietnam."))
    return Feature(number, words, shape)


def _plain(value: Any) -> str:
    """Words of a file as they can be stored and compared: 12.0 is 12."""
    if isinstance(value, float) and value == int(value):
        value = int(value)
    text = str(value).replace("\0", "").encode("utf-8", "replace").decode()
    return nfc(text).strip()[:LONGEST_WORDS]


def _is_closed(part: Sequence[Any]) -> bool:
    """Whether every ring of a polygon encloses something."""
    return all(len({tuple(point[:2]) for point in ring}) > 2 for ring in part)


def _rounded(shape: dict[str, Any]) -> list[Any]:
    parts = [[_ring(ring) for ring in part] for part in parts_of(shape)]
    return parts if shape["type"] == "MultiPolygon" else parts[0]


def _ring(ring: Sequence[Sequence[float]]) -> list[list[float]]:
    """A ring that ends where it began, without heights."""
    corners = [[round(float(each), DECIMALS) for each in point[:2]] for point in ring]
    return corners if corners[0] == corners[-1] else [*corners, corners[0]]


def corners_of(shape: dict[str, Any]) -> Iterator[tuple[float, float]]:
    """Every corner of an outline: longitude, latitude."""
    for part in parts_of(shape):
        for ring in part:
            yield from ((point[0], point[1]) for point in ring)


def _corners(feature: Feature) -> int:
    return sum(1 for _corner in corners_of(feature.shape)) if feature.shape else 0
