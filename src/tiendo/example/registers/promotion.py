"""The example's promotion projects with the checks after them, whom to help first, ideas and OCOP projects helped.

Names, sums and days are invented; the beneficiaries are establishments of the example.
"""

from collections.abc import Iterator
from datetime import date

from tiendo.example.people import COMMUNES, FARMING, STANDING
from tiendo.example.registers.establishments import Made, establishments
from tiendo.example.registers.support import IDEAS
from tiendo.example.registers.tables import Table
from tiendo.industry.models import EnterpriseKind as Kind

CENTRE = "Trung tâm Tư vấn và Phát triển công nghiệp (mẫu)"
KINDS = {Kind.HOUSEHOLD: "household", Kind.COOPERATIVE: "cooperative"}
# what, content, machine, which establishment, level, cost, support, days from the application to the settlement
Days = tuple[date | None, ...]
PROJECTS: tuple[tuple[str, str, str | None, int, str, int, int, Days], ...] = (
    ("Máy sấy khô cá", "machine", "dryer", 6, "local", 380, 150,
     (date(2021, 1, 18), date(2021, 3, 4), date(2021, 4, 12), date(2021, 4, 26), date(2021, 5, 10),
      date(2021, 9, 15), date(2021, 11, 30))),
    ("Máy tách màu gạo", "machine", "processing", 15, "local", 900, 200,
     (date(2021, 2, 1), date(2021, 3, 4), date(2021, 4, 12), date(2021, 5, 4), None,
      date(2021, 10, 5), date(2021, 12, 10))),
    ("Mô hình sấy năng lượng mặt trời", "demonstration", "dryer", 42, "local", 1_200, 300,
     (date(2021, 11, 22), date(2022, 2, 24), date(2022, 3, 21), date(2022, 4, 4), date(2022, 4, 18),
      date(2022, 9, 20), date(2022, 11, 25))),
    ("Máy cắt CNC làm máy gặt", "machine", "harvest", 84, "local", 640, 200,
     (date(2021, 12, 6), date(2022, 2, 24), date(2022, 3, 21), date(2022, 4, 11), None,
      date(2022, 8, 16), date(2022, 11, 25))),
    ("Khung dệt cải tiến", "machine", None, 66, "local", 160, 70,
     (date(2022, 1, 10), date(2022, 2, 24), date(2022, 3, 21), date(2022, 4, 11), None,
      date(2022, 7, 5), date(2022, 10, 14))),
    ("Máy chế biến xoài sấy dẻo", "machine", "processing", 50, "local", 720, 250,
     (date(2022, 11, 14), date(2023, 2, 16), date(2023, 3, 20), date(2023, 4, 3), date(2023, 4, 17),
      date(2023, 8, 29), date(2023, 11, 20))),
    ("Mô hình sản xuất sạch hơn tại lò bún", "cleaner", None, 57, "local", 600, 180,
     (date(2022, 12, 5), date(2023, 2, 16), date(2023, 3, 20), date(2023, 4, 10), None,
      date(2023, 9, 12), date(2023, 12, 8))),
    ("Máy phi lê cá tra", "machine", "aquatic", 1, "national", 2_400, 300,
     (date(2022, 10, 3), date(2023, 1, 12), date(2023, 3, 1), date(2023, 3, 27), date(2023, 4, 10),
      date(2023, 10, 26), date(2023, 12, 20))),
    ("Máy đóng gói gạo", "machine", "processing", 18, "local", 310, 120,
     (date(2022, 12, 12), date(2023, 2, 16), None, None, None, None, None)),
    ("Dây chuyền sấy rau củ", "line", "dryer", 44, "local", 1_500, 300,
     (date(2023, 11, 20), date(2024, 2, 22), date(2024, 3, 18), date(2024, 4, 8), date(2024, 4, 22),
      date(2024, 8, 27), date(2024, 11, 18))),
    ("Máy sấy lúa tháp", "machine", "dryer", 93, "local", 860, 280,
     (date(2023, 12, 4), date(2024, 2, 22), date(2024, 3, 18), date(2024, 4, 15), date(2024, 5, 6),
      date(2024, 9, 10), None)),
    ("Mô hình xay xát nhân rộng", "replication", "processing", 24, "local", 330, 90,
     (date(2024, 1, 8), date(2024, 2, 22), date(2024, 3, 18), date(2024, 4, 15), None,
      date(2024, 10, 15), None)),
    ("Máy may công nghiệp", "machine", None, 76, "local", 540, 200,
     (date(2024, 1, 15), date(2024, 7, 4), date(2024, 8, 12), date(2024, 9, 9), date(2024, 9, 23),
      None, None)),
    ("Máy chế biến khô cá lóc", "machine", "aquatic", 9, "local", 420, 200,
     (date(2024, 9, 16), date(2024, 10, 29), None, None, None, None, None)),
    ("Máy thu hoạch bắp", "machine", "harvest", 87, "local", 500, 230,
     (date(2024, 10, 21), None, None, None, None, None, None)),
)  # fmt: skip
STEPS = (
    *("applied_on", "appraised_on", "approved_on", "contracted_on", "advanced_on"),
    *("accepted_on", "settled_on"),
)
STOPPED = {8: (date(2023, 5, 15), "Cơ sở chưa lo được vốn đối ứng (minh họa)")}
# project, day, what was found, jobs, million VND a year, per cent saved
CHECKS = (
    (0, date(2022, 6, 14), "used", 3, 220, 10), (1, date(2022, 6, 15), "used", 2, 400, None),
    (2, date(2023, 5, 23), "used", 4, 310, 18), (3, date(2023, 5, 24), "partly", 1, 90, None),
    (4, date(2023, 5, 25), "used", 5, 120, 8), (5, date(2024, 5, 16), "used", 6, 480, 12),
    (6, date(2024, 5, 17), "used", 0, 60, 25), (7, date(2024, 5, 21), "used", 14, 2_600, 9),
    (3, date(2024, 5, 22), "used", 2, 180, None), (9, date(2024, 11, 26), "used", 7, 350, 15),
)  # fmt: skip
POINTS = {
    **{"sector": 25, "export": 15, "technology": 15, "material": 10, "jobs": 10},
    **{"environment": 5, "own-money": 20},
}
# which establishment, what for, day, answers in the order of the criteria, own share, pollutes, chosen, why
ANSWERS = {"y": "yes", "n": "no", "?": None}
SEEDS = (
    (6, "Kho lạnh nhỏ cho khô cá", 2023, "yynyyy", 55, "n", "chosen", None),
    (42, "Mở rộng dây chuyền sấy rau củ", 2023, "yyyyyy", 62, "n", "chosen", None),
    (66, "Máy mắc sợi", 2023, "nynyyy", 45, "n", "chosen", "Giữ làng nghề (minh họa)"),
    (110, "Lò nung liên tục", 2023, "n?yn?n", 70, "y", "not", None),
    (84, "Máy hàn tự động", 2023, "ynyn?y", 50, "n", "not", None),
    (50, "Máy gọt xoài", 2024, "yyyyyy", 58, "n", "waiting", None),
    (18, "Máy đóng gói gạo", 2024, "yn?yny", 35, "n", "waiting", None),
    (93, "Xưởng lắp máy sấy", 2024, "ynynyy", 64, "n", "waiting", None),
    (57, "Máy sấy bún", 2024, "nnyyy?", None, "n", "waiting", None),
    (2, "Thu hồi nhiệt lò hơi", 2024, "yyyynn", 70, "y", "waiting", None),
    (76, "Máy cắt vải tự động", 2024, "nyyny?", 60, None, "waiting", None),
    (30, "Máy bóc vỏ trấu", 2024, "y?n?yn", 20, "n", "waiting", None),
)  # fmt: skip
# kind, name, whose, commune, day, helped with, cost, support, what came of it, when
VENTURES = (
    ("idea", IDEAS[0], "Nhóm Sậy Xanh (mẫu)", 0, date(2023, 4, 12), "trial", 90, 30, "done",
     date(2024, 3, 20)),
    ("idea", IDEAS[1], "Nhóm Bông Súng (mẫu)", 3, date(2024, 4, 12), "trial", 60, 25, "helped", None),
    ("idea", IDEAS[2], "Tổ dệt Ráng Chiều (mẫu)", 6, date(2024, 5, 12), "brand", 45, 20, "helped",
     None),
    ("idea", "Ý tưởng than trấu nén (mẫu)", "Nhóm Trấu Vàng (mẫu)", 8, date(2022, 6, 7), "trial",
     120, 40, "nothing", date(2023, 9, 5)),
    ("idea", "Ý tưởng túi lá sen (mẫu)", "Nhóm Lá Sen (mẫu)", 2, date(2024, 9, 10), "advice", None,
     0, "helped", None),
    ("ocop", "Khô cá lóc Mây Tím (mẫu)", "Hộ Mây Tím (mẫu)", 1, date(2021, 8, 3), "brand", 70, 30,
     "done", date(2022, 6, 24)),
    ("ocop", "Xoài sấy dẻo Cầu Vồng (mẫu)", "Tổ hợp tác Cầu Vồng (mẫu)", 7, date(2022, 3, 15),
     "machine", 180, 60, "done", date(2023, 5, 30)),
    ("ocop", "Bún gạo Trăng Non (mẫu)", "Hộ Trăng Non (mẫu)", 4, date(2022, 9, 6), "quality", 55,
     25, "done", date(2023, 12, 12)),
    ("ocop", "Khăn choàng Ráng Chiều (mẫu)", "Tổ dệt Ráng Chiều (mẫu)", 5, date(2023, 3, 21),
     "brand", 65, 30, "done", date(2024, 6, 18)),
    ("ocop", "Mắm cá linh Bến Mơ (mẫu)", "Hộ Bến Mơ (mẫu)", 9, date(2023, 9, 19), "quality", 80, 35,
     "helped", None),
    ("ocop", "Bánh phồng Hạt Sương (mẫu)", "Hộ Hạt Sương (mẫu)", 2, date(2024, 2, 27), "market", 40,
     15, "helped", None),
    ("ocop", "Tinh dầu sả Gió Đồng (mẫu)", "Hợp tác xã Gió Đồng (mẫu)", 3, date(2024, 7, 16),
     "machine", 150, 50, "helped", None),
)  # fmt: skip


def tables() -> Iterator[Table]:
    """The sheets of promotion; those that others name come first."""
    yield Table(
        "de-an-khuyen-cong",
        (
            *("name", "content", "machine", "level", "year", "beneficiary", "beneficiary_kind"),
            *("commune", "agency", "executor", "cost", "support", "own", "other", *STEPS),
            *("decision", "contract", "advance", "settled", "check_by"),
            *("stopped_on", "stopped_words"),
        ),
        tuple(_project(number) for number in range(len(PROJECTS))),
        ahead=("check_by",),
    )
    yield Table(
        "kiem-tra-sau-ho-tro",
        ("project", "checked", "finding", "jobs", "revenue", "saving"),
        tuple((_named(row[0]), *row[1:]) for row in CHECKS),
    )
    yield Table(
        "tieu-chi-uu-tien",
        ("criterion", "points", "valid_from", "decision"),
        tuple((*each, date(2022, 3, 1), "15/TB-UBND (mẫu)") for each in POINTS.items()),
    )
    yield from _seeds_and_ventures()


def _seeds_and_ventures() -> Iterator[Table]:
    yield Table(
        "uu-tien-ho-tro",
        (
            *("name", "commune", "agency", "proposed_on", "need", "sector", "export", "technology"),
            *("material", "jobs", "environment", "own_share", "serious", "chosen", "decided_on"),
            "reason_words",
        ),
        tuple(_seed(*row) for row in SEEDS),
    )
    yield Table(
        "khoi-nghiep-ocop",
        (
            *("kind", "name", "owner", "commune", "agency", "received_on", "help", "cost"),
            *("support", "decision", "stage", "ended_on", "result"),
        ),
        tuple(_venture(*row) for row in VENTURES),
    )


def _project(number: int) -> tuple[object, ...]:
    name, content, machine, who, level, cost, support, days = PROJECTS[number]
    made = establishments()[who]
    approved, contracted, advanced, accepted, settled = days[2:7]
    return (
        *(f"{name} (minh họa)", content, machine, level, _year(number), made.name),
        *(KINDS.get(made.kind, "small"), made.commune, STANDING, CENTRE),
        *(cost, support, cost - support, 0, *days),
        f"{210 + number}/QĐ-UBND (mẫu)" if approved else None,
        f"{10 + number}/HĐKC (mẫu)" if contracted else None,
        *(support // 2 if advanced else None, support if settled else None),
        accepted.replace(year=accepted.year + 1, day=28) if accepted else None,
        *STOPPED.get(number, (None, None)),
    )


def _year(number: int) -> int:
    """The year of the programme: that of the last step of the decision that has been."""
    return max(day for day in PROJECTS[number][7][:3] if day).year


def _named(number: int) -> str:
    name, *_facts = PROJECTS[number]
    made = establishments()[PROJECTS[number][3]]
    return f"{name} (minh họa) ({made.name}, {_year(number)})"


def _seed(who: int, need: str, year: int, said: str, *facts: object) -> tuple[object, ...]:
    own_share, pollutes, chosen, why = facts
    made: Made = establishments()[who]
    decided = None if chosen == "waiting" else date(year, 11, 20)
    return (
        *(made.name, made.commune, STANDING, date(year, 9, 16), f"{need} (minh họa)"),
        *(ANSWERS[each] for each in said),
        *(own_share, ANSWERS.get(str(pollutes)), chosen, decided, why),
    )


def _venture(kind: str, name: str, owner: str, place: int, *facts: object) -> tuple[object, ...]:
    received, help_, cost, support, stage, ended = facts
    results = {"done": "Đạt mục tiêu (minh họa)", "nothing": "Chưa có đầu ra (minh họa)"}
    return (
        *(kind, name, owner, COMMUNES[place], FARMING, received, help_, cost, support),
        "88/QĐ-UBND (mẫu)" if support else None,
        *(stage, ended, results.get(str(stage))),
    )
