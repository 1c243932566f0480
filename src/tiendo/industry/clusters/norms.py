"""Which norms limit clusters, by their codes in the register of norms, and what speaks against a figure. Pure.

Decree 32/2024/NĐ-CP, article 2: a cluster has 10 to 75 ha; in mountain areas and for craft villages at least 5 ha
(verified). To be expanded it must be leased to at least 60 % and stay within the ceiling (verified). The least
shares of green, traffic and technical land are from memory and not verified. The values stand in the norms.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Protocol

from tiendo.industry.clusters.split import Use

MOST_AREA = "cluster-area-max"
LEAST_AREA = "cluster-area-min"
LEAST_AREA_SPECIAL = "cluster-area-min-special"
OCCUPANCY_TO_EXPAND = "cluster-expand-occupancy-min"
LEAST_SHARES = {
    Use.GREEN: "cluster-land-green-min",
    Use.TRAFFIC: "cluster-land-traffic-min",
    Use.TECHNICAL: "cluster-land-technical-min",
}


class Keeps(Protocol):
    """What can say whether a value keeps to it."""

    def keeps(self, value: Decimal) -> bool:
        """Whether the value keeps to the limit."""


def area_codes(special: bool) -> tuple[str, str]:
    """The norms for the area of a cluster; `special` in mountain areas and craft villages."""
    return (LEAST_AREA_SPECIAL if special else LEAST_AREA, MOST_AREA)


def broken(value: Decimal | None, limits: Mapping[str, Keeps], *codes: str) -> Iterator[str]:
    """The codes whose limit `value` does not keep; a norm that is not there limits nothing."""
    if value is not None:
        yield from (code for code in codes if code in limits and not limits[code].keeps(value))
