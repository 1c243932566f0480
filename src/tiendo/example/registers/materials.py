"""The example's raw-material areas: four years of figures, contracts, certificates, checks. All invented."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tiendo.example.people import FARMING
from tiendo.example.registers.places import spot
from tiendo.example.registers.tables import Table

YEARS = (2021, 2022, 2023, 2024)
PLANNING, PLANNED_ON = "2210/QĐ-UBND (mẫu)", date(2022, 11, 25)


@dataclass(frozen=True, slots=True)
class Area:
    """An area: planned ha, tonnes a ha, the share under contract in 2021 (%), more of it each year, certified (%)."""

    name: str
    material: str
    commune: str
    planned: int
    yield_: float
    contract: int
    more: int
    certified: int
    households: int
    code: str = ""


AREAS = (
    Area("Vùng lúa Cánh Cò (mẫu)", "rice", "xã Thường Phước 1", 320, 18.5, 34, 8, 25, 140, "MV-0001"),
    Area("Vùng lúa Nắng Sớm (mẫu)", "rice", "xã Thường Thới Hậu A", 410, 18.1, 28, 7, 15, 190),
    Area("Vùng lúa Gió Đồng (mẫu)", "rice", "xã Thường Lạc", 260, 18.8, 22, 6, 10, 118),
    Area("Vùng cá tra Bến Mơ (mẫu)", "pangasius", "xã Long Khánh A", 86, 295, 70, 5, 60, 24, "MN-0001"),
    Area("Vùng cá tra Sóng Nhỏ (mẫu)", "pangasius", "xã Phú Thuận A", 64, 288, 62, 6, 45, 19, "MN-0002"),
    Area("Vùng cá tra Lục Bình (mẫu)", "pangasius", "xã Long Thuận", 48, 281, 55, 4, 30, 15),
    Area("Vùng rau Mây Tím (mẫu)", "vegetables", "xã Long Khánh B", 55, 42, 18, 9, 20, 76),
    Area("Vùng ớt Ráng Chiều (mẫu)", "vegetables", "thị trấn Thường Thới Tiền", 40, 22, 12, 10, 8, 63),
    Area("Vùng xoài Cầu Vồng (mẫu)", "fruit", "xã Thường Phước 2", 95, 11.5, 25, 8, 35, 88, "MV-0002"),
    Area("Vùng xoài Sao Mai (mẫu)", "fruit", "xã Phú Thuận B", 120, 10.8, 20, 7, 22, 104),
)  # fmt: skip
PROCESSORS = {
    "rice": ("Nhà máy gạo Hạt Mơ (mẫu)", "Nhà máy xay xát Trăng Non (mẫu)"),
    "pangasius": ("Nhà máy cá tra Nắng Sớm (mẫu)", "Nhà máy cá tra Diều Giấy (mẫu)"),
    "vegetables": ("Cơ sở sấy rau củ Tre Vàng (mẫu)",),
    "fruit": ("Cơ sở chế biến xoài Cầu Vồng (mẫu)", "Nhà máy trái cây Bông Súng (mẫu)"),
}
# area, rules, number, day, last day, share of the planned area (%)
CERTIFICATES = (
    (0, "vietgap", "VG-01 (mẫu)", date(2022, 8, 12), date(2024, 8, 11), 20),
    (0, "vietgap", "VG-07 (mẫu)", date(2024, 8, 20), date(2026, 8, 19), 25),
    (1, "vietgap", "VG-03 (mẫu)", date(2023, 5, 9), date(2025, 5, 8), 15),
    (2, "huu-co", "HC-01 (mẫu)", date(2024, 3, 18), date(2026, 3, 17), 6),
    (3, "asc", "ASC-01 (mẫu)", date(2022, 4, 4), date(2025, 4, 3), 40),
    (3, "bap", "BAP-02 (mẫu)", date(2024, 6, 17), date(2025, 6, 16), 30),
    (4, "asc", "ASC-03 (mẫu)", date(2023, 9, 11), date(2026, 9, 10), 35),
    (4, "vietgap", "VG-05 (mẫu)", date(2022, 10, 3), date(2024, 10, 2), 20),
    (6, "vietgap", "VG-06 (mẫu)", date(2023, 11, 14), date(2025, 11, 13), 20),
    (8, "globalgap", "GG-01 (mẫu)", date(2024, 2, 26), date(2025, 2, 25), 18),
    (8, "vietgap", "VG-02 (mẫu)", date(2023, 1, 16), date(2025, 1, 15), 35),
    (9, "vietgap", "VG-08 (mẫu)", date(2024, 9, 9), date(2026, 9, 8), 22),
)  # fmt: skip
SUBJECTS = {
    "rice": "Nhật ký đồng ruộng, kho vật tư",
    "pangasius": "Ao nuôi, kho thức ăn, sổ thuốc",
    "vegetables": "Nhật ký phun thuốc, nhà sơ chế",
    "fruit": "Vườn có mã số, nhà đóng gói",
}
NOTES = {"c": "Thiếu sổ theo dõi thuốc, bổ sung trong 60 ngày (minh họa)"}


def tables() -> Iterator[Table]:
    """The sheets of areas, their years, contracts, certificates and checks."""
    yield from _of_areas()
    yield from _of_quality()


def _of_areas() -> Iterator[Table]:
    yield Table(
        "vung-nguyen-lieu",
        (
            *("name", "material", "commune", "holder", "households", "code", "planned_area"),
            *("planning", "planned_on", "began", "latitude", "longitude"),
        ),
        tuple(_area(place, each) for place, each in enumerate(AREAS)),
    )
    yield Table(
        "nam-vung-nguyen-lieu",
        ("area", "year", "grown", "output", "contracted", "certified", "converted"),
        tuple(_year(each, year) for each in AREAS for year in YEARS),
    )
    yield Table(
        "hop-dong-nguyen-lieu",
        ("area", "processor", "number", "signed_on", "until", "covered", "quantity"),
        tuple(_contracts()),
        ahead=("until",),
    )


def _of_quality() -> Iterator[Table]:
    yield Table(
        "chung-nhan-vung",
        ("area", "scheme", "number", "issued_by", "issued_on", "valid_to", "covered"),
        tuple(_certificate(*each) for each in CERTIFICATES),
        ahead=("valid_to",),
    )
    yield Table(
        "kiem-tra-attp",
        ("area", "on", "agency", "subject", "rating", "samples", "failed", "remark"),
        tuple(_checks()),
    )


def _area(place: int, each: Area) -> tuple[object, ...]:
    east, north = spot(each.commune, place + 40)
    holder = f"Hợp tác xã {each.name.removeprefix('Vùng ')}"
    return (
        *(each.name, each.material, each.commune, holder, each.households, each.code or None),
        *(each.planned, PLANNING, PLANNED_ON, 2019 + place % 3, north, east),
    )


def _year(each: Area, year: int) -> tuple[object, ...]:
    passed = year - YEARS[0]
    grown = round(each.planned * (0.86 + 0.04 * passed), 1)
    output = round(grown * each.yield_ * (1 + 0.01 * passed))
    contracted = round(output * (each.contract + each.more * passed) / 100)
    certified = round(each.planned * each.certified * passed / 300, 1)
    converted = round(each.planned * 0.04, 1) if passed else 0
    return each.name, year, grown, output, contracted, certified, converted


def _contracts() -> Iterator[tuple[object, ...]]:
    for place, each in enumerate(AREAS):
        buyers = PROCESSORS[each.material]
        buyer, share = buyers[place % len(buyers)], each.contract + each.more
        signed = date(2022 + place % 3, 1 + place, 15)
        covered = round(each.planned * share / 100, 1)
        number = f"{place + 3}/HĐTT-{signed.year} (mẫu)"
        until = date(signed.year + 2, 12, 31)
        yield each.name, buyer, number, signed, until, covered, round(covered * each.yield_)


def _certificate(
    area: int, scheme: str, number: str, day: date, last: date, share: int
) -> tuple[object, ...]:
    each = AREAS[area]
    covered = round(each.planned * share / 100, 1)
    return each.name, scheme, number, "Tổ chức chứng nhận Ví Dụ (mẫu)", day, last, covered


def _checks() -> Iterator[tuple[object, ...]]:
    for place, each in enumerate(AREAS):
        for year in YEARS[1:]:
            if (place + year) % 2:
                rating = "abbacb"[(place * 2 + year) % 6]
                failed = 1 if rating == "c" else 0
                yield (
                    *(each.name, date(year, 4 + place % 7, 6 + place), FARMING),
                    *(SUBJECTS[each.material], rating, 4, failed, NOTES.get(rating)),
                )
