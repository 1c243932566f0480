"""A made-up district with as many plans, tasks, periods and people as asked for, written in bulk."""

from datetime import UTC, date, datetime
from random import Random

from tiendo.accounts.models import Membership, Role, User
from tiendo.agencies.models import Agency, Locality
from tiendo.plans.models import Assignment, AssignmentRole, Plan, Task, TaskKind
from tiendo.progress.models import Obligation, Occurrence
from vanban.text import fold, sort_key

TASKS_IN_A_PLAN = 40
FOLLOWED_FROM = date(2022, 3, 1)
YEARS = range(2022, 2027)
BATCH = 2000
WORDS = (
    "Tổ chức tuyên truyền, phổ biến chính sách khuyến công tới cơ sở sản xuất trên địa bàn",
    "Rà soát, kêu gọi đầu tư hạ tầng cụm công nghiệp theo quy hoạch được duyệt",
    "Hỗ trợ cơ sở công nghiệp nông thôn ứng dụng máy móc, thiết bị tiên tiến",
    "Kiểm tra, giám sát công tác bảo vệ môi trường tại các cơ sở sản xuất",
)


def grow(tasks: int, random: Random) -> User:
    """Add `tasks` tasks in plans of 40 to the one district; return its coordinator."""
    offices = list(Agency.objects.all()) or _offices()
    plans = _plans(offices[0].locality, -(-tasks // TASKS_IN_A_PLAN))
    rows = Task.objects.bulk_create((_task(plans, place) for place in range(tasks)), BATCH)
    Assignment.objects.bulk_create(
        (each for row in rows for each in _assignments(row, random.sample(offices, 3))), BATCH
    )
    owing = [Obligation(task=row, agency=random.choice(offices)) for row in rows]
    owed = Obligation.objects.bulk_create(owing, BATCH)
    Occurrence.objects.bulk_create(
        (_occurrence(row, year, random) for row in owed for year in YEARS), BATCH
    )
    return User.objects.get()


def _offices() -> list[Agency]:
    district = Locality.objects.create(name="Huyện Mẫu")
    names = [f"Phòng số {number}" for number in range(40)]
    offices = Agency.objects.bulk_create(
        Agency(
            locality=district, name=name, short_name=name, fold=fold(name), sort_key=sort_key(name)
        )
        for name in names
    )
    person = User.objects.create(
        username="dieuphoi", full_name="Người Điều Phối", locality=district
    )
    Membership.objects.create(user=person, agency=offices[0], role=Role.COORDINATOR)
    return offices


def _plans(district: Locality, number: int) -> list[Plan]:
    return Plan.objects.bulk_create(
        Plan(
            locality=district,
            kind="Kế hoạch",
            title=f"Kế hoạch số {place}",
            short_title=f"Kế hoạch số {place}",
            first_year=2022,
            last_year=2026,
            followed_from=FOLLOWED_FROM,
            confirmed_at=datetime(2022, 3, 1, tzinfo=UTC),
            fold=fold(f"Kế hoạch số {place}"),
        )
        for place in range(number)
    )


def _task(plans: list[Plan], place: int) -> Task:
    words = WORDS[place % len(WORDS)]
    return Task(
        plan=plans[place // TASKS_IN_A_PLAN],
        kind=TaskKind.DUTY if place % 4 == 3 else TaskKind.TASK,
        position=place,
        number=str(place % TASKS_IN_A_PLAN + 1),
        text=words,
        deadline_text="Hằng năm",
        deadline_kind="recurring",
        fold=fold(words),
    )


def _assignments(task: Task, offices: list[Agency]) -> list[Assignment]:
    roles = (AssignmentRole.LEAD, AssignmentRole.COORDINATING, AssignmentRole.COORDINATING)
    return [
        Assignment(
            task=task,
            agency=office,
            role=role,
            accountable=place == 0,
            written=office.name,
            position=place,
        )
        for place, (role, office) in enumerate(zip(roles, offices, strict=True))
    ]


def _occurrence(owed: Obligation, year: int, random: Random) -> Occurrence:
    """One year of work: nine of ten past years were done, one in ten of them late."""
    starts, due = date(year, 1, 1), date(year, 12, 31)
    done = year < 2024 and random.random() < 0.9
    late = random.random() < 0.1
    heard = date(year, 11, 20) if done or (year == 2024 and random.random() < 0.5) else None
    return Occurrence(
        obligation=owed,
        kind="year",
        year=year,
        starts=starts,
        due=due,
        watched_from=max(starts, FOLLOWED_FROM),
        done_on=(date(year + 1, 1, 12) if late else heard) if done else None,
        last_reported_on=heard,
    )
