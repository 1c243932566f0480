"""Where the example's communes lie: simple shapes of our own around their rough places, no boundaries.

They share corners so that the map has no holes but the rivers, and say that they are schematic.
"""

from typing import Any

Corner = tuple[float, float]  # longitude, latitude

OUTLINES: dict[str, tuple[Corner, ...]] = {
    "xã Thường Phước 1": (
        *((105.155, 10.925), (105.205, 10.940), (105.215, 10.895), (105.165, 10.880)),
    ),
    "xã Thường Phước 2": (
        *((105.165, 10.880), (105.215, 10.895), (105.235, 10.868), (105.190, 10.850)),
    ),
    "thị trấn Thường Thới Tiền": (
        *((105.190, 10.850), (105.235, 10.868), (105.268, 10.838), (105.225, 10.822)),
    ),
    "xã Thường Thới Hậu A": (
        *((105.205, 10.940), (105.262, 10.918), (105.300, 10.890)),
        *((105.268, 10.838), (105.235, 10.868), (105.215, 10.895)),
    ),
    "xã Thường Lạc": (
        *((105.300, 10.890), (105.335, 10.862), (105.315, 10.818), (105.268, 10.838)),
    ),
    "xã Long Khánh A": (
        *((105.245, 10.805), (105.300, 10.808), (105.305, 10.782), (105.255, 10.778)),
    ),
    "xã Long Khánh B": (
        *((105.300, 10.808), (105.345, 10.800), (105.345, 10.772), (105.305, 10.782)),
    ),
    "xã Long Thuận": (
        *((105.235, 10.765), (105.305, 10.768), (105.315, 10.740), (105.255, 10.732)),
    ),
    "xã Phú Thuận A": (
        *((105.305, 10.768), (105.350, 10.760), (105.362, 10.728), (105.315, 10.740)),
    ),
    "xã Phú Thuận B": (
        *((105.255, 10.732), (105.315, 10.740), (105.362, 10.728)),
        *((105.385, 10.700), (105.320, 10.695)),
    ),
}
SHARES = (0.618034, 0.381966, 0.754878, 0.569840, 0.324718, 0.855675)


def polygon(corners: tuple[Corner, ...]) -> dict[str, Any]:
    """Corners as a closed GeoJSON polygon."""
    return {"type": "Polygon", "coordinates": [[list(each) for each in (*corners, corners[0])]]}


def rectangle(west: float, south: float, east: float, north: float) -> dict[str, Any]:
    """A piece of land with straight sides as a GeoJSON polygon."""
    corners = ((west, south), (east, south), (east, north), (west, north))
    return polygon(tuple((round(x, 6), round(y, 6)) for x, y in corners))


def spot(commune: str, number: int) -> Corner:
    """A place inside a commune, another one for every number: corners weighed so that places spread."""
    corners = OUTLINES[commune]
    weights = [0.04 + (number * share % 1) ** 3 for share in SHARES[: len(corners)]]
    whole = sum(weights)
    x, y = (
        sum(each[axis] * weight for each, weight in zip(corners, weights, strict=True)) / whole
        for axis in (0, 1)
    )
    return round(x, 6), round(y, 6)
