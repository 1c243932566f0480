"""Which norms limit clusters, by their codes in the register of norms. Pure.

Decree 32/2024/NĐ-CP, article 2: a cluster has 10 to 75 ha; in mountain areas and for craft villages at least 5 ha
(verified). To be expanded it must be leased to at least 60 % and stay within the ceiling (verified). The least
shares of green, traffic and technical land are from memory and not verified. The values stand in the norms.
"""

from tiendo.industry.clusters.split import Use

MOST_AREA = "ccn-dien-tich-toi-da"
LEAST_AREA = "ccn-dien-tich-toi-thieu"
LEAST_AREA_SPECIAL = "ccn-dien-tich-toi-thieu-mien-nui"
OCCUPANCY_TO_EXPAND = "ccn-mo-rong-lap-day"
LEAST_SHARES = {
    Use.GREEN: "ccn-dat-cay-xanh",
    Use.TRAFFIC: "ccn-dat-giao-thong",
    Use.TECHNICAL: "ccn-dat-ha-tang-ky-thuat",
}


def area_codes(special: bool) -> tuple[str, str]:
    """The norms for the area of a cluster; `special` in mountain areas and craft villages."""
    return (LEAST_AREA_SPECIAL if special else LEAST_AREA, MOST_AREA)
