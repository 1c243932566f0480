"""The example's courses, who learnt in them, agreements of schools and enterprises, and jobs by quarter.

People are called “Học viên Mẫu” with a number. Jobs in industry come, net, to what the workers of the example's
establishments grew by in the year.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from tiendo.example.people import COMMUNES
from tiendo.example.registers.establishments import shared
from tiendo.example.registers.products import (
    DRYERS,
    HARVESTERS,
    MANGO,
    MILLS,
    SAUSAGE,
    SEWING,
    WEAVING,
    maker,
)
from tiendo.example.registers.tables import Table

CENTRE = "Trung tâm Giáo dục nghề nghiệp Huyện"
COLLEGE = "Trường cao đẳng nghề Mẫu (minh họa)"
# course, trade, kind, months, opened for, high technology, first day, last day, planned trainees, cost
COURSES: tuple[tuple[Any, ...], ...] = (
    (
        "May K1",
        "May công nghiệp",
        "elementary",
        3,
        (SEWING, 0),
        date(2021, 4, 5),
        date(2021, 7, 9),
        35,
        168,
    ),
    (
        "Vận hành máy sấy K1",
        "Vận hành máy sấy",
        "short",
        1,
        None,
        date(2021, 9, 6),
        date(2021, 10, 8),
        25,
        52,
    ),
    (
        "Hàn điện K1",
        "Hàn điện",
        "elementary",
        "3.5",
        (HARVESTERS, 0),
        date(2022, 3, 7),
        date(2022, 6, 22),
        30,
        182,
    ),
    (
        "May K2",
        "May công nghiệp",
        "elementary",
        3,
        (SEWING, 1),
        date(2022, 5, 9),
        date(2022, 8, 12),
        40,
        190,
    ),
    (
        "Chế biến cá K1",
        "Chế biến thủy sản",
        "on-job",
        4,
        (SAUSAGE, 0),
        date(2022, 8, 1),
        date(2022, 12, 2),
        60,
        240,
    ),
    (
        "Điện công nghiệp K1",
        "Điện công nghiệp",
        "intermediate",
        18,
        None,
        date(2022, 9, 5),
        date(2024, 3, 8),
        25,
        610,
    ),
    (
        "Vận hành máy CNC K1",
        "Gia công CNC",
        "elementary",
        5,
        (HARVESTERS, 2),
        date(2023, 3, 6),
        date(2023, 8, 11),
        20,
        265,
    ),
    (
        "Chế biến trái cây K1",
        "Chế biến trái cây",
        "elementary",
        3,
        (MANGO, 0),
        date(2023, 5, 8),
        date(2023, 8, 11),
        35,
        171,
    ),
    (
        "Dệt choàng K1",
        "Dệt thủ công",
        "on-job",
        3,
        (WEAVING, 0),
        date(2023, 9, 4),
        date(2023, 12, 8),
        20,
        76,
    ),
    (
        "Dây chuyền tự động K1",
        "Vận hành dây chuyền",
        "elementary",
        4,
        (SAUSAGE, 1),
        date(2024, 2, 26),
        date(2024, 6, 28),
        30,
        288,
    ),
    (
        "Xay xát, bảo quản gạo K1",
        "Xay xát gạo",
        "short",
        2,
        (MILLS, 1),
        date(2024, 4, 1),
        date(2024, 5, 31),
        25,
        88,
    ),
    (
        "Lắp máy sấy K1",
        "Lắp ráp máy",
        "elementary",
        3,
        (DRYERS, 0),
        date(2024, 8, 5),
        date(2024, 11, 8),
        25,
        159,
    ),
)
HIGH_TECH = ("Vận hành máy CNC K1", "Dây chuyền tự động K1")
IN_EACH = 3  # trainees of a course
BEFORE = ("farm", "none", "farm", "learning", "industry")
AFTER = ("industry", "industry", "", "industry", "services", "industry")
GIVEN = {
    "short": "short",
    "elementary": "elementary",
    "on-job": "long",
    "intermediate": "intermediate",
}
# school, opened for, trade, signed, years, trainees and jobs a year
AGREEMENTS = (
    (CENTRE, SEWING, 0, "May công nghiệp", date(2021, 3, 15), 3, 35, 30),
    (CENTRE, HARVESTERS, 0, "Hàn điện", date(2022, 2, 21), 3, 30, 20),
    (CENTRE, SAUSAGE, 0, "Chế biến thủy sản", date(2022, 7, 11), None, 60, 50),
    (COLLEGE, HARVESTERS, 2, "Gia công CNC", date(2023, 2, 13), 3, 20, 15),
    (CENTRE, MANGO, 0, "Chế biến trái cây", date(2023, 4, 17), 2, 35, 25),
    (COLLEGE, SAUSAGE, 1, "Vận hành dây chuyền", date(2024, 1, 29), 3, 30, 30),
)
# year → found and lost in industry, found in services, abroad; of 2024 three quarters
JOBS = {
    2021: (640, 75, 84, 12),
    2022: (760, 195, 90, 16),
    2023: (790, 210, 96, 18),
    2024: (590, 150, 70, 14),
}
LAST_QUARTER = {2024: 3}
PLACES = (SAUSAGE, SEWING, MILLS, HARVESTERS)


def tables() -> Iterator[Table]:
    """The sheets of courses, trainees, agreements and jobs; a course comes before those who learn there."""
    yield from _of_training()
    yield from _of_work()


def _of_training() -> Iterator[Table]:
    yield Table(
        "lop-dao-tao",
        (
            *("name", "occupation", "kind", "months", "trainer", "establishment", "high_tech"),
            *("begins_on", "ends_on", "planned", "cost"),
        ),
        tuple(_course(*row) for row in COURSES),
    )
    yield Table(
        "hoc-vien",
        (
            *("course", "name", "born", "sex", "commune", "before", "finished_on", "certificate"),
            *("after", "employed_on", "employer"),
        ),
        tuple(_trainees()),
    )


def _of_work() -> Iterator[Table]:
    yield Table(
        "lien-ket-dao-tao",
        (
            *("school", "establishment", "commune", "occupation", "number", "signed_on", "until"),
            *("seats", "jobs"),
        ),
        tuple(_agreement(*row) for row in AGREEMENTS),
        ahead=("until",),
    )
    yield Table(
        "viec-lam",
        (
            *("commune", "establishment", "kind", "year", "quarter", "found", "women"),
            *("from_farm", "lost"),
        ),
        tuple(row for year in JOBS for row in _jobs(year)),
    )


def _called(name: str) -> str:
    return f"{name} (mẫu)"


def _course(name: str, trade: str, kind: str, months: Any, *facts: Any) -> tuple[object, ...]:
    place, begins, ends, planned, cost = facts
    return (
        *(_called(name), trade, kind, months, COLLEGE if kind == "intermediate" else CENTRE),
        *(maker(*place).name if place else None, "x" if name in HIGH_TECH else None),
        *(begins, ends, planned, cost),
    )


def _trainees() -> Iterator[tuple[object, ...]]:
    number = 0
    for name, _trade, kind, _months, place, *days in COURSES:
        for _each in range(IN_EACH):
            number += 1
            employer = maker(*place).name if place else None
            yield (_called(name), *_trainee(number, days[1], GIVEN[kind], employer))


def _trainee(number: int, ended: date, given: str, employer: str | None) -> Iterator[object]:
    after = AFTER[number % len(AFTER)]
    certificate = "none" if number % 8 == 5 else given
    yield from (f"Học viên Mẫu {number:02d}", 1980 + number * 7 % 24)
    yield from ("female" if number % 3 else "male", COMMUNES[number * 3 % len(COMMUNES)])
    yield from (BEFORE[number % len(BEFORE)], ended, certificate, after or None)
    yield ended + timedelta(10) if after else None
    yield employer if after == "industry" else None


def _agreement(school: str, branch: str, place: int, *facts: Any) -> tuple[object, ...]:
    trade, signed, years, seats, jobs = facts
    made = maker(branch, place)
    until = signed.replace(year=signed.year + years) if years else None
    number = f"{signed:%d}/TTLK (minh họa)"
    return (school, made.name, made.commune, trade, number, signed, until, seats, jobs)


def _jobs(year: int) -> Iterator[tuple[object, ...]]:
    found, lost, services, abroad = JOBS[year]
    quarters = range(1, LAST_QUARTER.get(year, 4) + 1)
    rows = [(quarter, branch) for quarter in quarters for branch in PLACES[quarter % 2 :: 2]]
    weights = [3 + place % 3 for place in range(len(rows))]
    sums = zip(rows, shared(found, weights), shared(lost, weights), strict=True)
    for (quarter, branch), here, gone in sums:
        made = maker(branch, quarter % 3)
        women = here * 6 // 10 if branch in (SAUSAGE, SEWING) else here // 5
        yield (
            made.commune,
            made.name,
            "industry",
            year,
            str(quarter),
            here,
            women,
            here // 3,
            gone,
        )
    for kind, total in (("services", services), ("abroad", abroad)):
        yield (COMMUNES[year % 10], None, kind, year, "2", total, total // 2, total // 4, 0)
