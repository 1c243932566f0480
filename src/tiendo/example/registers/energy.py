"""The example's electricity safety, renewable sources and savings. All invented."""

from collections.abc import Iterator
from datetime import date

from tiendo.example.people import COMMUNES, STANDING
from tiendo.example.registers.establishments import establishments
from tiendo.example.registers.places import spot
from tiendo.example.registers.tables import Table

PLAN = "47/KH-UBND năm 2024"
# piece of work, place of the commune that does it (-1: the office), due, done, result, million VND
ITEMS = (
    ("Rà soát đường dây sau công tơ ở hộ nghèo", 1, date(2024, 5, 31), date(2024, 5, 28), "46 hộ", 12),
    ("Rà soát đường dây sau công tơ ở hộ nghèo", 4, date(2024, 5, 31), date(2024, 6, 14), "38 hộ", 9),
    ("Rà soát đường dây sau công tơ ở hộ nghèo", 7, date(2024, 5, 31), None, None, None),
    ("Phát quang hành lang đường dây 22 kV", 3, date(2024, 6, 30), date(2024, 6, 21), "4,2 km", 18),
    ("Phát quang hành lang đường dây 22 kV", 8, date(2024, 6, 30), date(2024, 6, 27), "3,1 km", 14),
    ("Kiểm tra điện ở trạm bơm, ao nuôi trước mùa mưa", -1, date(2024, 5, 15), date(2024, 5, 14), "11 trạm", 6),
    ("Tập huấn an toàn điện cho cơ sở sản xuất", -1, date(2024, 8, 31), date(2024, 8, 22), "64 người", 22),
    ("Kiểm tra an toàn điện cuối năm ở cơ sở sản xuất", -1, date(2024, 12, 20), None, None, None),
    ("Gắn biển cảnh báo dọc kênh có dây vượt", 0, date(2024, 10, 31), None, None, None),
    ("Gắn biển cảnh báo dọc kênh có dây vượt", 9, date(2024, 10, 31), date(2024, 10, 30), "17 biển", 7),
)  # fmt: skip
PLACES = (
    ("pump", "Trạm bơm Cánh Cò (mẫu)"),
    ("station", "Trạm biến áp Nắng Sớm (mẫu)"),
    ("corridor", "Tuyến 22 kV kênh Lục Bình (mẫu)"),
    ("pump", "Cụm ao nuôi Bến Mơ (mẫu)"),
    ("meter", "Ấp Gió Đồng, sau công tơ (mẫu)"),
)
MEND = "Thay cầu dao hở, nối đất tủ điện (minh họa)"
INCIDENTS = (
    (date(2022, 9, 4), "corridor", 2, "Ghe chở rơm vướng dây", 0, 0, 8, date(2022, 9, 4)),
    (date(2023, 4, 18), "fire", 5, "Chập điện ở kho vải", 0, 0, 145, date(2023, 4, 19)),
    (date(2023, 7, 27), "accident", 8, "Dây điện ao nuôi hở", 0, 1, 0, date(2023, 7, 27)),
    (date(2024, 3, 12), "outage", 0, "Giông làm đứt dây trung thế", 0, 0, 32, date(2024, 3, 13)),
    (date(2024, 8, 8), "corridor", 3, "Xe cẩu chạm dây", 0, 0, 12.5, date(2024, 8, 8)),
)
# name, kind, commune, kWp, since, together with farming, notice
SOURCES = (
    ("Mái nhà máy cá tra Nắng Sớm (mẫu)", "roof", 0, 480, date(2021, 3, 15), "không", "02/TB (mẫu)"),
    ("Mái kho gạo Trăng Non (mẫu)", "roof", 4, 320, date(2021, 8, 20), "không", "05/TB (mẫu)"),
    ("Mái xưởng cơ khí Tre Vàng (mẫu)", "roof", 3, 96, date(2022, 5, 11), "không", "03/TB (mẫu)"),
    ("Nhà nấm dưới pin Mây Tím (mẫu)", "roof", 6, 210, date(2022, 10, 6), "có", "09/TB (mẫu)"),
    ("Ao cá dưới pin Bến Mơ (mẫu)", "ground", 5, 650, date(2023, 4, 27), "có", "04/TB (mẫu)"),
    ("Lò hơi trấu Lục Bình (mẫu)", "biomass", 8, 400, date(2023, 9, 18), "không", None),
    ("Hầm khí trại heo Gió Đồng (mẫu)", "biogas", 7, 45, date(2023, 12, 5), "có", None),
    ("Mái chợ Sao Mai (mẫu)", "roof", 0, 88, date(2024, 3, 16), "không", "01/TB (mẫu)"),
    ("Vườn rau dưới pin Cầu Vồng (mẫu)", "ground", 2, 300, date(2024, 7, 9), "có", "06/TB (mẫu)"),
    ("Mái trường nghề Bông Súng (mẫu)", "roof", 0, 60, date(2024, 9, 24), "không", None),
)  # fmt: skip
# establishment by its number, kind, what, since, million VND, support, kWh, tonnes, million VND a year, TOE
SAVINGS = (
    (0, "cold", "Kho lạnh dùng máy nén biến tần", date(2022, 6, 14), 1_850, 300, 312_000, None, 560, 1_240),
    (1, "water", "Thu hồi nước rửa cá", date(2022, 11, 8), 420, 0, None, 9_500, 95, 860),
    (2, "heat", "Thu hồi nhiệt lò hơi", date(2023, 3, 21), 610, 120, None, 140, 260, 780),
    (14, "motors", "Biến tần cho quạt hút trấu", date(2023, 5, 30), 240, 70, 86_400, None, 152, 310),
    (15, "motors", "Động cơ hiệu suất cao cho máy xát", date(2023, 10, 12), 380, 100, 97_200, None, 171, 290),
    (22, "material", "Ép viên trấu thay vì bỏ", date(2024, 1, 19), 145, 40, None, 620, 186, None),
    (42, "heat", "Sấy bơm nhiệt thay lò than", date(2022, 9, 27), 520, 150, None, 64, 148, 95),
    (49, "material", "Tận dụng vỏ, hạt xoài", date(2024, 4, 23), 90, 0, None, 210, 63, None),
    (57, "lighting", "Đèn LED toàn xưởng", date(2023, 8, 15), 28, 0, 7_800, None, 15, 22),
    (83, "management", "Kiểm toán năng lượng", date(2024, 6, 18), 60, 30, 18_500, None, 33, 120),
    (109, "heat", "Cải tạo buồng đốt", date(2024, 8, 6), 310, 90, None, 175, 140, 410),
    (114, "cold", "Thay dàn ngưng nước đá", date(2024, 9, 10), 265, 60, 52_000, None, 92, 180),
)  # fmt: skip


def tables() -> Iterator[Table]:
    """The sheets of the safety plan, checks, incidents, sources and savings."""
    yield from _of_safety()
    yield from _of_use()


def _of_safety() -> Iterator[Table]:
    yield Table(
        "ke-hoach-an-toan-dien",
        ("plan", "title", "agency", "due", "done_on", "result", "cost"),
        tuple((PLAN, row[0], _office(row[1]), *row[2:]) for row in ITEMS),
    )
    yield Table(
        "kiem-tra-an-toan-dien",
        ("place", "kind", "commune", "on", "agency", "faults", "mended", "remark"),
        tuple(_checks()),
    )
    yield Table(
        "su-co-dien",
        (
            *("on", "kind", "commune", "place", "cause", "deaths", "injured", "damage"),
            "settled_on",
        ),
        tuple((row[0], row[1], COMMUNES[row[2]], "Ấp Ví Dụ (mẫu)", *row[3:]) for row in INCIDENTS),
    )


def _of_use() -> Iterator[Table]:
    yield Table(
        "nang-luong-tai-tao",
        (
            *("name", "kind", "commune", "power", "started_on", "farming", "notice"),
            *("latitude", "longitude"),
        ),
        tuple(_source(place, row) for place, row in enumerate(SOURCES)),
    )
    yield Table(
        "tiet-kiem-nang-luong",
        (
            *("establishment", "commune", "kind", "what", "done_on", "cost", "support"),
            *("electricity", "material", "worth", "use"),
        ),
        tuple((_name(row[0]), _commune(row[0]), *row[1:]) for row in SAVINGS),
    )


def _office(place: int) -> str:
    return STANDING if place < 0 else f"Ủy ban nhân dân {COMMUNES[place]}"


def _name(number: int) -> str:
    return establishments()[number].name


def _commune(number: int) -> str:
    return establishments()[number].commune


def _checks() -> Iterator[tuple[object, ...]]:
    for year in (2022, 2023, 2024):
        for place, (kind, name) in enumerate(PLACES):
            faults = (place + year) % 4
            mended = max(0, faults - (year == 2024)) if faults else None
            day, commune = date(year, 5 + place, 8 + place), COMMUNES[place * 2]
            yield (
                *(name, kind, commune, day, STANDING, faults, mended),
                MEND if faults else None,
            )


def _source(place: int, row: tuple[object, ...]) -> tuple[object, ...]:
    name, kind, commune, *rest = row
    where = COMMUNES[int(str(commune))]
    east, north = spot(where, place + 70)
    return name, kind, where, *rest, north, east
