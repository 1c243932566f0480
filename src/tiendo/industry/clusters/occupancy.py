"""How full a cluster is. Pure.

Occupancy is leased land by leasable land, both industrial and service land (Decree 32/2024; a published example
agrees: 29,46 ha leased are 73,04 % of a cluster of 50 ha). It is never leased land by the area of the cluster.
"""

from decimal import Decimal


def occupancy(leased: Decimal | None, leasable: Decimal | None) -> Decimal | None:
    """The share in per cent; None where a figure is missing or nothing can be leased."""
    if leased is None or not leasable:
        return None
    return 100 * leased / leasable
