"""The example's products with stars and marks, machines made there, what establishments did for productivity, brands.

Every product, decision and figure is invented; makers are establishments of the example.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tiendo.example.registers.establishments import Made, establishments
from tiendo.example.registers.tables import Table
from tiendo.industry.models import EnterpriseKind as Kind

FISH, RICE, SAUSAGE = "Xưởng khô và sấy thủy sản", "Cơ sở xay xát", "Nhà máy chế biến cá tra"
VEGETABLES, MANGO, NOODLES = "Cơ sở sấy rau củ", "Cơ sở chế biến xoài", "Lò bánh và bún"
WEAVING, HARVESTERS, DRYERS = (
    "Cơ sở dệt choàng",
    "Xưởng cơ khí máy gặt",
    "Xưởng máy sấy, máy chế biến",
)
MILLS, SEWING, ICE = "Nhà máy xay xát", "Xưởng may", "Nhà máy nước đá"

# product, branch and place in it of the maker, group, stars, score, day of the decision, sales
STARS = (
    ("Khô cá lóc", FISH, 0, "food", 3, 66, date(2021, 9, 14), 620),
    ("Khô cá lóc", FISH, 0, "food", 4, 76, date(2024, 9, 10), 1_150),
    ("Khô cá sặc", FISH, 1, "food", 3, 61, date(2021, 9, 14), 480),
    ("Mắm cá linh", FISH, 2, "food", 3, "69.5", date(2022, 6, 20), 390),
    ("Chả cá thát lát", SAUSAGE, 1, "food", 4, 81, date(2022, 6, 20), 4_200),
    ("Gạo thơm đồng biên giới", RICE, 2, "food", 3, 58, date(2022, 6, 20), 2_750),
    ("Xoài sấy dẻo", MANGO, 0, "food", 4, 84, date(2023, 5, 12), 3_100),
    ("Bắp sấy giòn", VEGETABLES, 0, "food", 3, 63, date(2023, 5, 12), 540),
    ("Dưa cải muối", VEGETABLES, 1, "food", 3, 55, date(2023, 5, 12), 310),
    ("Bún sấy", NOODLES, 1, "food", 3, 64, date(2023, 11, 23), 860),
    ("Khăn choàng dệt tay", WEAVING, 0, "craft", 4, 78, date(2023, 11, 23), 1_900),
    ("Trà bông súng", VEGETABLES, 3, "drink", 3, 52, date(2024, 9, 10), 150),
    ("Nấm sấy", VEGETABLES, 4, "food", 3, 60, date(2024, 9, 10), 270),
    ("Khô cá tra phồng", FISH, 4, "food", 4, 73, date(2024, 9, 10), 980),
)
# product, maker, group, level, day of the decision
TYPICAL = (
    ("Máy gặt đập cỡ nhỏ", HARVESTERS, 0, "mechanical", "district", date(2022, 8, 18)),
    ("Máy gặt đập cỡ nhỏ", HARVESTERS, 0, "mechanical", "province", date(2023, 10, 5)),
    ("Khăn choàng dệt tay", WEAVING, 0, "craft", "district", date(2022, 8, 18)),
    ("Khăn choàng dệt tay", WEAVING, 0, "craft", "province", date(2023, 10, 5)),
    ("Xoài sấy dẻo", MANGO, 0, "processed", "province", date(2021, 11, 2)),
    ("Xoài sấy dẻo", MANGO, 0, "processed", "region", date(2022, 9, 30)),
    ("Khô cá lóc", FISH, 0, "processed", "district", date(2024, 8, 22)),
    ("Máy sấy tháp", DRYERS, 0, "mechanical", "district", date(2024, 8, 22)),
)
# machine, maker, kind, since, what one does, made last year, list
MACHINES = (
    ("Máy gặt đập cỡ nhỏ", HARVESTERS, 0, "harvester", 2019, "0,3 ha/giờ", 26, "315/QĐ-UBND"),
    ("Máy gặt bánh xích", HARVESTERS, 2, "harvester", 2021, "0,5 ha/giờ", 11, "315/QĐ-UBND"),
    ("Máy gieo hàng", HARVESTERS, 3, "field", 2022, "1 ha/giờ", 18, None),
    ("Máy sấy tháp", DRYERS, 0, "dryer", 2020, "15 tấn/mẻ", 4, "315/QĐ-UBND"),
    ("Máy sấy bơm nhiệt", DRYERS, 1, "dryer", 2023, "0,5 tấn/mẻ", 9, None),
    ("Máy lạng cá", DRYERS, 2, "aquatic", 2022, "300 kg/giờ", 7, "315/QĐ-UBND"),
    ("Máy cắt lát xoài", DRYERS, 3, "produce", 2024, "200 kg/giờ", 3, None),
    ("Dao, xích máy gặt", HARVESTERS, 5, "parts", 2018, None, 640, None),
)
# establishment, means, what, since when, cost, support, programme, gain, effect
PROMOTION, QUALITY = "Khuyến công", "Chương trình năng suất chất lượng"
DONE = (
    (SAUSAGE, 0, "iso-22000", "Chứng nhận HACCP", date(2021, 7, 6), 180, 0, None, None, None),
    (MILLS, 1, "new", "Máy tách màu", date(2021, 10, 19), 2_400, 0, None, "9.5", "Ít gạo lẫn"),
    (
        FISH,
        0,
        "new",
        "Máy sấy bơm nhiệt",
        date(2022, 5, 24),
        640,
        200,
        PROMOTION,
        22,
        "Bớt hao hụt",
    ),
    (MILLS, 0, "iso-9001", "Hệ thống chất lượng", date(2022, 8, 9), 210, 60, QUALITY, None, None),
    (
        WEAVING,
        2,
        "5s",
        "Sắp xếp lại xưởng",
        date(2022, 9, 14),
        35,
        20,
        QUALITY,
        6,
        "Ít thời gian chờ",
    ),
    (
        MANGO,
        1,
        "clean",
        "Thu hồi nước rửa",
        date(2022, 11, 3),
        420,
        120,
        PROMOTION,
        None,
        "Bớt 1/3 nước",
    ),
    (
        SAUSAGE,
        1,
        "automation",
        "Dây chuyền cân, đóng gói",
        date(2023, 3, 16),
        5_800,
        0,
        None,
        17,
        None,
    ),
    (
        MANGO,
        0,
        "iso-22000",
        "Chứng nhận ISO 22000",
        date(2023, 4, 27),
        260,
        70,
        QUALITY,
        None,
        None,
    ),
    (SEWING, 1, "digital", "Phần mềm chuyền may", date(2023, 6, 8), 310, 90, QUALITY, 11, None),
    (
        MILLS,
        3,
        "measuring",
        "Phòng thử ẩm, tạp chất",
        date(2023, 9, 21),
        150,
        45,
        QUALITY,
        None,
        None,
    ),
    (RICE, 2, "new", "Máy sấy tuần hoàn", date(2023, 10, 12), 1_450, 300, PROMOTION, "18.5", None),
    (
        ICE,
        0,
        "iso-50001",
        "Hệ thống năng lượng",
        date(2024, 2, 29),
        190,
        60,
        QUALITY,
        None,
        "Bớt điện",
    ),
    (FISH, 3, "tracing", "Tem truy xuất", date(2024, 4, 11), 40, 25, QUALITY, None, None),
    (DRYERS, 0, "research", "Thử máy sấy hai tầng", date(2024, 6, 5), 380, 0, None, None, None),
    (
        MILLS,
        2,
        "clean",
        "Lò hơi đốt trấu ép",
        date(2024, 8, 15),
        1_900,
        300,
        PROMOTION,
        8,
        "Bớt khói",
    ),
    (SAUSAGE, 2, "high", "Cấp đông siêu nhanh", date(2024, 10, 3), 12_500, 0, None, 14, None),
)
# mark, kind, owner, goods, applied for, granted, until, users, exported
BRANDS = (
    ("Gạo Đồng Mẫu", "collective", RICE, 2, "Gạo, tấm", (2020, 3, 9), (2021, 8, 16), 14, "x"),
    (
        "Xoài Nắng Mẫu",
        "certification",
        MANGO,
        0,
        "Xoài, xoài sấy",
        (2021, 4, 20),
        (2022, 10, 4),
        9,
        "x",
    ),
    ("Khô Bến Mẫu", "mark", FISH, 0, "Khô cá các loại", (2019, 6, 3), (2021, 1, 12), 1, None),
    ("Cá Tra Sông Mẫu", "mark", SAUSAGE, 0, "Cá tra phi lê", (2021, 9, 8), (2023, 2, 21), 1, "x"),
    (
        "Choàng Làng Mẫu",
        "collective",
        WEAVING,
        0,
        "Khăn choàng",
        (2022, 2, 15),
        (2023, 7, 25),
        11,
        None,
    ),
    (
        "Máy Gặt Tám Mẫu",
        "mark",
        HARVESTERS,
        0,
        "Máy nông nghiệp",
        (2023, 5, 18),
        (2024, 9, 17),
        1,
        None,
    ),
    ("893600000001", "code", FISH, 0, "Khô cá lóc 500 g", (2022, 1, 6), (2022, 1, 20), 1, None),
    ("Mắm Linh Mẫu", "mark", FISH, 2, "Mắm, nước mắm", (2024, 3, 27), None, 1, None),
)


def tables() -> Iterator[Table]:
    """The sheets of products, machines, measures taken and brands."""
    yield from _of_products()
    yield from _of_enterprises()


def _of_products() -> Iterator[Table]:
    yield Table(
        "san-pham-ocop",
        (
            *("name", "maker", "maker_kind", "commune", "group", "stars", "score", "decision"),
            *("decided_on", "evaluator", "until", "sales"),
        ),
        tuple(_stars(*row) for row in STARS),
        ahead=("until",),
    )
    yield Table(
        "san-pham-tieu-bieu",
        ("name", "maker", "commune", "group", "level", "decision", "decided_on", "until"),
        tuple(_typical(*row) for row in TYPICAL),
        ahead=("until",),
    )


def _of_enterprises() -> Iterator[Table]:
    yield Table(
        "san-pham-co-khi",
        ("name", "maker", "commune", "kind", "since", "performance", "made", "listed"),
        tuple(_machine(*row) for row in MACHINES),
    )
    yield Table(
        "nang-suat-chat-luong",
        (
            *("whom", "commune", "means", "words", "done_on", "certificate", "cost", "support"),
            *("programme", "gain", "effect"),
        ),
        tuple(_done(*row) for row in DONE),
    )
    yield Table(
        "nhan-hieu",
        (
            *("name", "kind", "owner", "commune", "goods", "filed_on", "granted_on", "number"),
            *("until", "users", "exported"),
        ),
        tuple(_brand(*row) for row in BRANDS),
        ahead=("until",),
    )


def maker(branch: str, place: int) -> Made:
    """An establishment of a branch by its place in it."""
    return [made for made in establishments() if made.branch.called == branch][place]


def _kind(made: Made) -> str:
    kinds = {Kind.HOUSEHOLD: "household", Kind.COOPERATIVE: "cooperative"}
    return kinds.get(made.kind, "enterprise")


def _decision(day: date) -> str:
    return f"{day:%d%m}/QĐ-UBND (minh họa)"


def _stars(product: str, branch: str, place: int, *facts: Any) -> tuple[object, ...]:
    group, stars, score, day, sales = facts
    made = maker(branch, place)
    return (
        *(f"{product} (mẫu)", made.name, _kind(made), made.commune, group, str(stars), score),
        *(_decision(day), day, "district" if stars == 3 else "province"),
        *(day.replace(year=day.year + 3), sales),
    )


def _typical(product: str, branch: str, place: int, *facts: Any) -> tuple[object, ...]:
    group, level, day = facts
    made = maker(branch, place)
    return (
        *(f"{product} (mẫu)", made.name, made.commune, group, level, _decision(day), day),
        date(day.year + 3, 12, 31),
    )


def _machine(machine: str, branch: str, place: int, *facts: Any) -> tuple[object, ...]:
    kind, since, performance, made_last_year, listed = facts
    made = maker(branch, place)
    named = f"{listed} (minh họa)" if listed else None
    return (
        *(f"{machine} (mẫu)", made.name, made.commune, kind, since, performance),
        *(made_last_year, named),
    )


def _done(branch: str, place: int, means: str, words: str, *facts: Any) -> tuple[object, ...]:
    day, cost, support, programme, gain, effect = facts
    made = maker(branch, place)
    certificate = f"MAU-{day:%y%m%d}" if means.startswith("iso") else None
    return (
        *(made.name, made.commune, means, f"{words} (minh họa)", day, certificate, cost, support),
        *(programme, gain, effect),
    )


def _brand(name: str, kind: str, branch: str, place: int, *facts: Any) -> tuple[object, ...]:
    goods, filed, granted, users, exported = facts
    made = maker(branch, place)
    day = date(*filed)
    number = f"MAU-{day:%y%m}" if granted else None
    until = day.replace(year=day.year + 10) if granted and kind != "code" else None
    return (
        *(f"{name} (mẫu)", kind, made.name, made.commune, goods, day),
        *(date(*granted) if granted else None, number, until, users, exported),
    )
