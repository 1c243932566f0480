"""The example's clusters, their land, its clearance, and the works inside and outside.

Of the cluster of Thường Phước the plan says 75 ha and that it waits for the province: so it stands here. Its parcels,
sums and households are invented, and so is the small craft cluster, which gives tenants and an occupancy.
"""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from tiendo.example.people import COMMUNES
from tiendo.example.registers.establishments import MOVED, establishments
from tiendo.example.registers.places import rectangle, spot
from tiendo.example.registers.tables import Table

PLANNED = "Cụm công nghiệp Thường Phước"
CRAFT = "Cụm công nghiệp làng nghề Cồn Mây (mẫu)"
PLANNED_IN, CRAFT_IN = "xã Thường Phước 1", "xã Long Khánh A"
DRAFT = "Dự thảo quy hoạch 1/500 (minh họa)"
APPROVED = "98/QĐ-UBND (minh họa)"
CORNER = (105.1755, 10.9000)  # south-west of the planned cluster
CELL = (0.002287, 0.001695)  # 250 m by 187,5 m: a sixteenth of 75 ha
CELL_AREA = Decimal("4.6875")  # ha
CRAFT_CORNER = (105.2720, 10.7900)
SPLIT = {
    PLANNED: {
        "factory": "49.5",
        "service": "3",
        "green": "8.25",
        "traffic": "9.75",
        "technical": "2.25",
        "other": "2.25",
    },
    CRAFT: {
        "factory": "8.4",
        "service": "0.6",
        "green": "1.4",
        "traffic": "1.2",
        "technical": "0.3",
        "other": "0.1",
    },
}
# Measured parcels (ha), 62 of 75 ha; those cleared so far with the day of the hand-over.
PARCELS = (
    *("5.2", "4.1", "4.8", "3.9", "4.6", "4.7", "4.4"),
    *("4.2", "4.5", "4.3", "4.6", "4.1", "4.5", "4.1"),
)
CLEAN = (
    *(date(2022, 11, 15), date(2022, 11, 15), date(2022, 12, 5)),
    *(date(2023, 8, 21), date(2023, 10, 20), date(2024, 5, 14), date(2024, 9, 10)),
)
# work and phase, decided, planned end, ha, households, million VND, of them to be resettled
CLEARANCES = (
    ("Cụm Thường Phước, khu 1", date(2022, 6, 20), date(2024, 12, 31), "31.7", 96, 118_500, 34),
    ("Cụm Thường Phước, khu 2", date(2024, 3, 18), date(2025, 12, 31), "30.3", 88, 121_000, 27),
    (
        *("Đường nối vào cụm Thường Phước, giai đoạn 3", date(2023, 2, 10), date(2025, 6, 30)),
        *("16.87", 64, 58_200, 22),
    ),
)
# of which clearance, year, ha, households, million VND, households paid, resettled, plots
CLEARED = (
    (0, 2022, "14.1", 41, 46_800, 39, 10, 12),
    (0, 2023, "8.5", 26, 31_900, 25, 11, 11),
    (0, 2024, "9.1", 24, 33_400, 22, 8, 9),
    (2, 2023, "6.2", 21, 19_600, 20, 6, 8),
    (2, 2024, "5.4", 19, 17_900, 17, 7, 7),
)
# name, kind, side, cluster, owner, begins, ends, done; then million VND by source, and by year planned, done, progress
BOARD = "Ban Quản lý dự án (minh họa)"
ROAD = "Đường nối vào cụm Thường Phước (minh họa)"
WHARF = "Bến hàng đường thủy Thường Phước (minh họa)"
POWER = "Đường điện trung thế tới cụm Thường Phước (minh họa)"
HOUSES = "Khu tái định cư Thường Phước 1 (minh họa)"
SPINE = "Đường trục chính cụm Thường Phước (minh họa)"
PLANT = "Trạm xử lý nước thải cụm Cồn Mây (mẫu)"
STREET = "Đường nội bộ cụm Cồn Mây (mẫu)"
WORKS = (
    (ROAD, "road", "outside", PLANNED, BOARD, 2022, 2025, None),
    (WHARF, "port", "outside", PLANNED, "Nhà đầu tư hạ tầng (minh họa)", 2023, 2025, None),
    (POWER, "power", "outside", PLANNED, BOARD, 2022, 2023, date(2023, 11, 28)),
    (HOUSES, "resettlement", "outside", PLANNED, BOARD, 2022, 2024, None),
    (SPINE, "road", "inside", PLANNED, BOARD, 2025, 2027, None),
    (
        PLANT,
        "wastewater",
        "inside",
        CRAFT,
        "Hợp tác xã Cồn Mây (mẫu)",
        2022,
        2023,
        date(2023, 3, 1),
    ),
    (STREET, "road", "inside", CRAFT, "Hợp tác xã Cồn Mây (mẫu)", 2021, 2022, date(2022, 8, 19)),
)
SOURCES = {
    ROAD: {"province": 52_000, "local": 18_400, "socialised": 8_000},
    WHARF: {"enterprise": 14_000, "credit": 21_000},
    POWER: {"province": 9_500, "enterprise": 3_100},
    HOUSES: {"province": 30_000, "local": 12_600},
    SPINE: {"province": 46_000, "socialised": 22_000, "credit": 18_000},
    PLANT: {"local": 2_200, "enterprise": 3_600},
    STREET: {"local": 2_900, "socialised": 1_100},
}
# The cooperative of the craft cluster gave no figures by year.
PROGRESS = {
    ROAD: ((2022, 15_000, 13_850, 17), (2023, 26_000, 23_400, 47), (2024, 28_000, 20_150, 72)),
    WHARF: ((2023, 9_000, 7_200, 20), (2024, 15_000, 11_300, 52)),
    POWER: ((2022, 6_000, 5_700, 45), (2023, 6_600, 6_450, 100)),
    HOUSES: ((2022, 10_000, 9_100, 22), (2023, 17_000, 15_800, 60), (2024, 15_600, 11_900, 88)),
}
LEASES = ("0.85", "0.6", "0.9", "0.55", "0.7", "0.65", "0.8", "0.75", "0.5")
NEW_TENANTS = (65, 75, 85)  # began in the cluster itself
# year, period, handed in, projects, capital, infrastructure, workers, revenue, exports, paid
PERIODS = (
    (2023, "half", date(2023, 6, 16), "3.75", 5, 61_500, 8_900, 128, 42_300, 310, 640),
    (2023, "year", date(2023, 12, 18), "4.4", 6, 68_000, 9_580, 151, 91_700, 655, 1_390),
    (2024, "half", date(2024, 6, 24), "5", 7, 76_200, 9_580, 174, 51_900, 402, 780),
    (2024, "year", date(2024, 12, 17), "6.3", 9, 94_000, 9_580, 221, 118_600, 870, 1_760),
)
LEASABLE = Decimal("8.4")
MORE_CHECKED = frozenset({"xã Thường Phước 1", "xã Thường Phước 2", "xã Long Khánh A"})
WRONG = ("no-licence", "plan", "other")
SAID = {
    "no-licence": "Nhà kho tạm dựng khi chưa có giấy phép (minh họa)",
    "plan": "San lấp trong phần đất dự kiến làm cụm (minh họa)",
    "other": "Xây cao hơn giấy phép một tầng lửng (minh họa)",
}


def tables() -> Iterator[Table]:
    """The sheets of clusters and land, those that others name first."""
    yield from _clusters()
    yield from _parcels()
    yield from _clearances()
    yield from _works()
    yield _tenancies()
    yield _checks()


CLUSTER_FIELDS = (
    *("name", "kind", "commune", "planning_basis", "decision", "decided_on", "sectors"),
    *("area", "industrial_area", "leasable_area", "investor", "investment"),
    *("wastewater_capacity", "wastewater_since", "wastewater_licence"),
    *("latitude", "longitude", "shape"),
)
BASIS = "Danh mục cụm công nghiệp của Tỉnh (minh họa)"
STAGES = (
    (PLANNED, "planned", date(2022, 2, 25), None, "Tỉnh phê duyệt lại đề án điều chỉnh"),
    (CRAFT, "building", date(2021, 3, 15), "Biên bản khởi công (minh họa)", None),
    (CRAFT, "operating", date(2022, 9, 1), "Biên bản nghiệm thu (minh họa)", None),
)


def _clusters() -> Iterator[Table]:
    yield Table("cum-cong-nghiep", CLUSTER_FIELDS, (_planned(), _craft()))
    yield Table("giai-doan-cum", ("cluster", "stage", "since", "paper", "waits_for"), STAGES)
    uses = (
        (cluster, use, Decimal(area), DRAFT if cluster == PLANNED else APPROVED)
        for cluster, split in SPLIT.items()
        for use, area in split.items()
    )
    yield Table("su-dung-dat", ("cluster", "use", "area", "paper"), tuple(uses))
    yield Table(
        "so-lieu-cum-6-thang",
        (
            *("cluster", "year", "period", "reported_on", "leasable_area", "leased_area"),
            *("projects", "capital", "infrastructure", "workers", "revenue", "exports", "paid"),
        ),
        tuple(
            (CRAFT, year, period, on, LEASABLE, Decimal(leased), *rest)
            for year, period, on, leased, *rest in PERIODS
        ),
    )


def _planned() -> tuple[object, ...]:
    """Of a cluster that waits nothing is known but what was asked for: no decision, no investor, nothing leasable."""
    shape = rectangle(*CORNER, CORNER[0] + CELL[0] * 4, CORNER[1] + CELL[1] * 4)
    return (
        *(PLANNED, "ordinary", PLANNED_IN, BASIS, None, None),
        *("Chế biến nông sản, thủy sản; cơ khí nông nghiệp", 75, Decimal("52.5"), None),
        *(None, None, None, None, None),
        *(10.90339, 105.180074, _json(shape)),
    )


def _craft() -> tuple[object, ...]:
    shape = rectangle(*CRAFT_CORNER, CRAFT_CORNER[0] + 0.0037, CRAFT_CORNER[1] + 0.00268)
    return (
        *(CRAFT, "craft", CRAFT_IN, BASIS, "214/QĐ-UBND (minh họa)", date(2019, 5, 20)),
        *("Dệt choàng, chế biến nông sản, cơ khí nhỏ", 12, 9, LEASABLE),
        *("Hợp tác xã Cồn Mây (mẫu)", 11_200, 300, date(2023, 3, 1)),
        *("06/GPMT (minh họa)", 10.79148, 105.27385, _json(shape)),
    )


def _json(shape: dict[str, object]) -> str:
    return json.dumps(shape)


def _parcels() -> Iterator[Table]:
    rows = []
    for place, area in enumerate(PARCELS):
        inside = rectangle(*_corners(place))
        clean = CLEAN[place] if place < len(CLEAN) else None
        purpose = "Đất cụm công nghiệp (SKN)"
        rows.append(
            (
                "14",
                str(201 + place),
                PLANNED_IN,
                PLANNED,
                Decimal(area),
                purpose,
                clean,
                _json(inside),
            )
        )
    yield Table(
        "thua-dat",
        ("map_sheet", "number", "commune", "cluster", "area", "purpose", "clean_on", "shape"),
        tuple(rows),
    )


def _corners(place: int) -> tuple[float, float, float, float]:
    """West, south, east, north of a parcel: four in a row one after the other, each as wide as its area asks."""
    row, degrees = place // 4, CELL[0] / float(CELL_AREA)
    west = CORNER[0] + sum(map(float, PARCELS[row * 4 : place])) * degrees
    south = CORNER[1] + row * CELL[1]
    return west, south, west + float(PARCELS[place]) * degrees, south + CELL[1]


def _clearances() -> Iterator[Table]:
    yield Table(
        "giai-phong-mat-bang",
        (
            *("name", "commune", "cluster", "decision", "decided_on", "ends_on", "area"),
            *("households", "compensation", "to_move"),
        ),
        tuple(
            (
                *(name, PLANNED_IN, PLANNED, f"{311 + place}/QĐ-UBND (minh họa)", decided, ends),
                *(Decimal(area), *rest),
            )
            for place, (name, decided, ends, area, *rest) in enumerate(CLEARANCES)
        ),
    )
    yield Table(
        "nam-giai-phong-mat-bang",
        (
            *("clearance", "year", "area", "households", "paid", "households_paid"),
            *("moved", "plots"),
        ),
        tuple((CLEARANCES[of][0], year, Decimal(area), *rest) for of, year, area, *rest in CLEARED),
    )


def _works() -> Iterator[Table]:
    yield Table(
        "ha-tang-cum",
        (
            *("name", "kind", "side", "commune", "cluster", "owner", "decision", "total"),
            *("begins", "ends", "done_on", "latitude", "longitude"),
        ),
        tuple(_work(place, *row) for place, row in enumerate(WORKS)),
    )
    yield Table(
        "nguon-von-du-an",
        ("work", "source", "amount", "paper"),
        tuple(
            (work, source, amount, "Quyết định đầu tư (minh họa)")
            for work, shares in SOURCES.items()
            for source, amount in shares.items()
        ),
    )
    yield Table(
        "nam-ha-tang",
        ("work", "year", "planned", "done", "progress"),
        tuple((work, *year) for work, years in PROGRESS.items() for year in years),
    )


def _work(
    place: int, name: str, kind: str, side: str, cluster: str, *rest: object
) -> tuple[object, ...]:
    owner, begins, ends, done_on = rest
    commune = PLANNED_IN if cluster == PLANNED else CRAFT_IN
    longitude, latitude = spot(commune, 40 + place)
    total = sum(SOURCES[name].values())
    decision = f"{421 + place}/QĐ-UBND (minh họa)"
    return (
        *(name, kind, side, commune, cluster, owner, decision, total),
        *(begins, ends, done_on, latitude, longitude),
    )


def _tenancies() -> Table:
    moved = dict(MOVED) | dict.fromkeys(NEW_TENANTS, date(2022, 10, 3))
    fields = (
        *("cluster", "enterprise", "plot", "area", "contract", "since"),
        *("moved_in_on", "relocated"),
    )
    rows = (_lease(place, number, day) for place, (number, day) in enumerate(moved.items()))
    return Table("thue-dat-cum", fields, tuple(rows))


def _lease(place: int, number: int, day: date) -> tuple[object, ...]:
    contract = f"{place + 1:02d}/HĐTĐ (minh họa)"
    return (
        *(CRAFT, establishments()[number].tax_code, f"B{place + 1}", Decimal(LEASES[place])),
        *(contract, date(day.year, day.month, 1), day, number in MOVED),
    )


def _checks() -> Table:
    """What communes looked at on site: in each twice a year, more often where a cluster is to come."""
    rows = []
    for year in (2022, 2023, 2024):
        for number, commune in enumerate(COMMUNES):
            times = 4 if commune in MORE_CHECKED else 2
            for time in range(times):
                rows.append(_check(commune, number, year, time))
    return Table(
        "kiem-tra-quy-hoach",
        (
            *("on", "site", "commune", "cluster", "finding", "words", "handled", "handled_on"),
            *("latitude", "longitude"),
        ),
        tuple(rows),
    )


def _check(commune: str, number: int, year: int, time: int) -> tuple[object, ...]:
    turn = number * 7 + time * 3 + year
    wrong = WRONG[turn % 3] if turn % 5 == 0 else ""
    on = date(year, 2 + time * 2 + number % 3, 4 + turn % 22)
    settled = bool(wrong) and (number + year) % 4 > 0
    site = f"Ấp {turn % 5 + 1}, đường số {turn % 7 + 1} (minh họa)"
    longitude, latitude = spot(commune, 200 + turn)
    return (
        *(on, site, commune, PLANNED if commune == PLANNED_IN and time == 0 else None),
        *(wrong or "order", SAID.get(wrong)),
        f"{turn % 40 + 1:02d}/BB-VPHC (minh họa)" if settled else None,
        date(year, on.month + 1, on.day) if settled else None,
        *(latitude, longitude),
    )
