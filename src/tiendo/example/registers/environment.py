"""The example's establishments watched for the environment: lists, papers, inspections, samples, fines. All invented.

Establishments are those of `establishments`; figures are made so that some get better, one stays beyond its limits.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tiendo.example.people import LAND
from tiendo.example.registers.establishments import Made, establishments
from tiendo.example.registers.places import spot
from tiendo.example.registers.tables import Table
from tiendo.industry.models import EnterpriseKind

FISH, WATER, DUST = "QCVN 11-MT:2015/BTNMT", "QCVN 40:2011/BTNMT", "QCVN 19:2009/BTNMT"
NOISE = "QCVN 26:2010/BTNMT"
YEARS = (2022, 2023, 2024)


@dataclass(frozen=True, slots=True)
class Watched:
    """An establishment by its number: what it gives off, waste water (m³ a day), how many times the limit by year."""

    number: int
    standard: str
    gives_off: str
    wastewater: int | None
    times: tuple[str, str, str]
    degree: str = "iii"
    group: str = "iii"


WATCHED = (
    Watched(0, FISH, "Nước thải chế biến cá, mùi", 320, ("1.9", "1.3", "0.8"), "ii", "ii"),
    Watched(1, FISH, "Nước thải chế biến cá", 240, ("0.9", "0.85", "0.8"), "ii", "ii"),
    Watched(2, FISH, "Nước thải chế biến cá, mùi", 180, ("2.6", "3.4", "4.1"), "ii", "ii"),
    Watched(5, FISH, "Nước rửa cá, khói sấy", 18, ("1.1", "0.95", "0.7")),
    Watched(6, FISH, "Nước rửa cá", 12, ("0.8", "0.8", "0.75")),
    Watched(14, DUST, "Bụi trấu, tiếng ồn", None, ("1.6", "0.9", "0.7"), "none"),
    Watched(15, DUST, "Bụi trấu", None, ("0.9", "1.1", "1.05"), "none"),
    Watched(22, DUST, "Bụi trấu, tiếng ồn", None, ("0.8", "0.8", "0.9"), "none", "iv"),
    Watched(49, WATER, "Nước rửa trái cây", 25, ("0.7", "0.9", "0.8")),
    Watched(57, WATER, "Nước thải ngâm bột", 14, ("1.2", "1.5", "2.2")),
    Watched(65, WATER, "Nước nhuộm sợi", 9, ("1.3", "1.2", "0.95")),
    Watched(97, DUST, "Bụi gỗ, tiếng ồn", None, ("0.9", "0.95", "1.2"), "none", "iv"),
    Watched(109, DUST, "Khói lò, bụi", None, ("1.4", "1.7", "1.5"), "ii", "iii"),
    Watched(110, DUST, "Khói lò", None, ("0.95", "0.9", "0.9"), "iii", "iv"),
    Watched(114, WATER, "Nước làm mát", 30, ("0.5", "0.5", "0.6"), "none", "iv"),
)
IN_CLUSTER = frozenset({5, 22, 65})
FIRST, SECOND, THIRD = date(2022, 6, 10), date(2023, 5, 15), date(2024, 4, 12)
ENDED = date(2023, 12, 20)
DECISIONS = {
    FIRST: "812/QĐ-UBND",
    SECOND: "640/QĐ-UBND",
    THIRD: "505/QĐ-UBND",
    ENDED: "2310/QĐ-UBND",
}
# number, level, why, since, what to do, due, remedied, taken off, by which decision
LISTED = (
    (0, "polluting", "COD vượt 1,9 lần khi kiểm tra tháng 3/2022", FIRST, "Nâng công suất trạm xử lý",
     date(2023, 6, 30), date(2023, 11, 28), ENDED, DECISIONS[ENDED]),
    (0, "risk", "Mới khắc phục xong, theo dõi thêm", ENDED, "", None, None, None, ""),
    (1, "risk", "Lưu lượng nước thải lớn, gần sông", FIRST, "", None, None, None, ""),
    (2, "serious", "COD vượt trên 3 lần trong hai năm liền", SECOND, "Xây lại trạm xử lý, ngừng xả",
     date(2024, 6, 30), None, None, ""),
    (5, "risk", "Nước rửa cá xả thẳng ra mương", FIRST, "Đấu nối vào hệ thống của cụm",
     date(2023, 12, 31), date(2024, 2, 20), date(2024, 3, 15), "318/QĐ-UBND"),
    (14, "polluting", "Bụi trấu vượt 1,6 lần", FIRST, "Lắp lọc bụi túi vải", date(2023, 6, 30),
     date(2023, 5, 20), date(2023, 7, 10), "921/QĐ-UBND"),
    (15, "risk", "Hộ dân phản ánh bụi vào mùa gặt", SECOND, "Che kho trấu", date(2023, 12, 31), None,
     None, ""),
    (57, "polluting", "Nước ngâm bột vượt 2,2 lần", THIRD, "Xây bể lắng và hầm biogas",
     date(2024, 12, 31), None, None, ""),
    (65, "risk", "Nước nhuộm có màu", FIRST, "", None, None, None, ""),
    (97, "risk", "Bụi gỗ tăng, gần trường học", THIRD, "", None, None, None, ""),
    (109, "polluting", "Khói lò vượt 1,7 lần", SECOND, "Chuyển sang lò tuynel hoặc di dời",
     date(2024, 12, 15), None, None, ""),
    (110, "risk", "Lò thủ công, chưa có ống khói", SECOND, "", None, None, None, ""),
)  # fmt: skip
# number, kind, filed, number of the paper, who granted it, day, last day
PAPERS = (
    (0, "licence", date(2022, 9, 5), "41/GPMT-UBND (mẫu)", "UBND tỉnh Đồng Tháp", date(2023, 1, 16), date(2033, 1, 15)),
    (1, "licence", date(2022, 10, 3), "47/GPMT-UBND (mẫu)", "UBND tỉnh Đồng Tháp", date(2023, 3, 2), date(2033, 3, 1)),
    (2, "licence", date(2024, 2, 19), None, None, None, None),
    (2, "assessment", date(2019, 3, 11), "77/QĐ-STNMT (mẫu)", "Sở Tài nguyên và Môi trường", date(2019, 6, 4), None),
    (5, "registration", date(2022, 8, 9), "12/ĐKMT (mẫu)", "UBND Huyện", date(2022, 8, 22), None),
    (6, "registration", date(2022, 8, 16), "15/ĐKMT (mẫu)", "UBND Huyện", date(2022, 8, 30), None),
    (14, "licence", date(2022, 11, 7), "06/GPMT-UBND (mẫu)", "UBND Huyện", date(2023, 2, 14), date(2028, 2, 13)),
    (15, "old-plan", date(2018, 5, 7), "33/XN-UBND (mẫu)", "UBND Huyện", date(2018, 5, 28), None),
    (49, "registration", date(2023, 4, 4), "08/ĐKMT (mẫu)", "UBND Huyện", date(2023, 4, 18), None),
    (57, "registration", date(2024, 7, 2), "21/ĐKMT (mẫu)", "UBND Huyện", date(2024, 7, 15), None),
    (65, "registration", date(2023, 9, 12), "19/ĐKMT (mẫu)", "UBND Huyện", date(2023, 9, 25), None),
    (97, "registration", date(2024, 9, 16), None, None, None, None),
    (109, "licence", date(2023, 8, 1), "09/GPMT-UBND (mẫu)", "UBND Huyện", date(2023, 11, 6), date(2028, 11, 5)),
    (114, "registration", date(2022, 12, 6), "27/ĐKMT (mẫu)", "UBND Huyện", date(2022, 12, 20), None),
)  # fmt: skip
# parameter → unit, what it is at its limit in column B
IN_WATER = {
    "bod5": ("mg/l", 50),
    "cod": ("mg/l", 150),
    "tss": ("mg/l", 100),
    "coliform": ("mpn", 5000),
}
INSPECTED = (
    *("site", "on", "cause", "agency", "record", "wastewater", "emissions", "noise", "waste"),
    *("outcome", "demands", "remedy_due", "remedied_on", "again"),
)
HOURS = ("08:40", "09:15", "10:05", "14:20")
PLACES = {True: "Sau xử lý, trước khi xả", False: "Ống thải lò, máy xát"}
BREACH, BEYOND = "Xả thải vượt quy chuẩn (minh họa)", Decimal("1.05")
DEMAND = "Vận hành đủ công trình xử lý (minh họa)"


def tables() -> Iterator[Table]:
    """The sheets of establishments watched, of lists, papers, inspections, samples and fines."""
    yield from _of_sites()
    yield from _of_inspections()


def _of_sites() -> Iterator[Table]:
    yield Table(
        "co-so-moi-truong",
        (
            *("name", "organisation", "commune", "activity", "in_cluster", "degree", "group"),
            *("discharges", "wastewater", "receiver", "latitude", "longitude"),
        ),
        tuple(_site(each) for each in WATCHED),
    )
    yield Table(
        "danh-sach-o-nhiem",
        (
            *("site", "level", "why", "since", "decision", "remedy", "remedy_due"),
            *("remedied_on", "removed_on", "removal"),
        ),
        tuple((_made(row[0]).name, *row[1:4], DECISIONS[row[3]], *row[4:]) for row in LISTED),
        ahead=("remedy_due",),
    )
    yield Table(
        "ho-so-moi-truong",
        ("site", "kind", "filed_on", "number", "issued_by", "issued_on", "valid_to"),
        tuple((_made(row[0]).name, *row[1:]) for row in PAPERS),
        ahead=("valid_to",),
    )


def _of_inspections() -> Iterator[Table]:
    for rows in (_inspections(), _again()):  # a re-inspection asks for the inspection before it
        yield Table("kiem-tra-moi-truong", INSPECTED, tuple(rows), ahead=("remedy_due",))
    yield Table(
        "do-moi-truong",
        (
            *("inspection", "point", "sampled_on", "sampled_at", "parameter", "value", "unit"),
            *("method", "standard", "band", "factor"),
        ),
        tuple(_measurements()),
    )
    yield Table(
        "xu-phat-moi-truong",
        ("inspection", "decision", "decided_on", "breach", "amount"),
        tuple(_fines()),
    )


def _made(number: int) -> Made:
    return establishments()[number]


def _site(each: Watched) -> tuple[object, ...]:
    made = _made(each.number)
    east, north = spot(made.commune, each.number)
    return (
        *(made.name, _yes(made.kind != EnterpriseKind.HOUSEHOLD), made.commune),
        *(made.branch.called, _yes(each.number in IN_CLUSTER), each.degree, each.group),
        *(each.gives_off, each.wastewater, "Kênh nội đồng, cột B" if each.wastewater else None),
        *(north, east),
    )


def _yes(value: bool) -> str:
    return "có" if value else "không"


def _visits() -> Iterator[tuple[Watched, int, date, Decimal]]:
    """Each inspection: who, its place among them, the day, how many times the limit it found."""
    for place, each in enumerate(WATCHED):
        for year, times in zip(YEARS, each.times, strict=True):
            if (place + year) % 3 or Decimal(times) > 1:
                yield each, place, date(year, 3 + place % 6, 4 + place), Decimal(times)


def _inspections() -> Iterator[tuple[object, ...]]:
    for each, place, day, times in _visits():
        outcome = "breach" if times > BEYOND else "faults" if place % 4 == 0 else "conforms"
        water = each.standard in (FISH, WATER)
        asked: tuple[object, ...] = (None,) * 3
        if times > BEYOND:
            mended = date(day.year, 11, 20) if _gets_better(each, day.year) else None
            asked = (DEMAND, date(day.year, 12, 15), mended)
        yield (
            *(_made(each.number).name, day, "complaint" if place % 5 == 4 else "planned", LAND),
            f"{place + 11}/BB-KT (minh họa)",
            *(_yes(water), _yes(not water), _yes("ồn" in each.gives_off), _yes(place % 2 == 0)),
            *(outcome, *asked, None),
        )


def _gets_better(each: Watched, year: int) -> bool:
    """Whether a later year found less than this one."""
    later = each.times[YEARS.index(year) + 1 :]
    return bool(later) and Decimal(later[0]) < Decimal(each.times[YEARS.index(year)])


def _again() -> Iterator[tuple[object, ...]]:
    """Re-inspections, on the day on which what was asked for was put right."""
    for each, _place, day, times in _visits():
        if times > BEYOND and _gets_better(each, day.year):
            water = each.standard in (FISH, WATER)
            yield (
                *(_made(each.number).name, date(day.year, 11, 20), "again", LAND),
                f"Phúc tra {day.year} (minh họa)",
                *(_yes(water), _yes(not water), "không", "không"),
                *("conforms", None, None, None, "yes"),
            )


def _measurements() -> Iterator[tuple[object, ...]]:
    for each, place, day, times in _visits():
        head, at = f"{_made(each.number).name}, {day:%d/%m/%Y}", HOURS[place % len(HOURS)]
        water = each.standard in (FISH, WATER)
        point, method = PLACES[water], "Theo phiếu (minh họa)"
        last = (each.standard, "b", Decimal(1))
        if not water:
            yield head, point, day, at, "bui", 200 * times, "mg/nm3", method, *last
        for number, (name, (unit, limit)) in enumerate(IN_WATER.items() if water else ()):
            value = limit * times * (100 - 9 * number) / 100
            yield head, point, day, at, name, round(value, 1), unit, method, *last
        if water:
            value = Decimal("6.4") + place % 5 * Decimal("0.3")
            yield head, point, day, at, "ph", value, "none", method, *last
        if "ồn" in each.gives_off:
            value = 62 + 6 * times
            noise = (NOISE, "thong-thuong", Decimal(1))
            yield head, "Hàng rào phía nhà dân", day, at, "on-ngay", value, "dba", method, *noise


def _fines() -> Iterator[tuple[object, ...]]:
    for each, place, day, times in _visits():
        if times >= Decimal("1.5"):
            decided_on = date(day.year, day.month + 1, 20)
            decision = f"{place + 31}/QĐ-XPHC-{day.year} (mẫu)"
            name = f"{_made(each.number).name}, {day:%d/%m/%Y}"
            yield name, decision, decided_on, BREACH, int(30 * times)
