"""A made-up district a few years into its plans: offices, people, work, rounds and what was reported in them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from typing import Any

from tiendo.accounts.models import Membership, Role, User
from tiendo.agencies.models import Agency, Group, GroupMember, Kind, Locality
from tiendo.plans.models import Assignment, AssignmentRole, Plan, Task
from tiendo.progress.models import (
    Calendar,
    Obligation,
    Occurrence,
    OfficeReport,
    Report,
    ReportState,
    Round,
    RoundDue,
    RoundKind,
    WorkState,
)
from tiendo.progress.rounds.schedule import days_of
from vanban.text import fold, sort_key

BATCH = 1000
TASKS_IN_A_PLAN = 40
PEOPLE_IN_AN_OFFICE = 5
ROUNDS = 5  # that are over, of the months before the one that is open
FOLLOWED_FROM = date(2022, 3, 1)
YEARS = range(2022, 2027)
YEAR, OPEN_MONTH = 2024, 11
DUE = {month: date(YEAR, month, 18) for month in range(1, 12)}
KINDS = (Kind.COMMUNE, Kind.COMMUNE, Kind.COMMUNE, Kind.OFFICE, Kind.CENTRE)
WORDS = (
    "Rà soát đường dây và trạm biến áp do xã quản lý",
    "Vận động cơ sở sản xuất đăng ký nhãn hiệu cho hàng của mình",
    "Cử cán bộ dự lớp về an toàn hóa chất",
    "Lập danh sách cơ sở cần di dời vào cụm công nghiệp",
)


@dataclass(slots=True)
class District:
    """What was built: `common` is the plan under which every office owes something."""

    locality: Locality
    offices: list[Agency]
    coordinator: User
    reporter: User
    common: Plan
    open_round: Round

    @property
    def draft(self) -> OfficeReport:
        """The report the reporter's office is writing."""
        return OfficeReport.objects.get(round=self.open_round, agency=self.offices[0])


def build(name: str, plans: int, offices: int) -> District:
    """Build a district with so many plans of 40 tasks and so many offices of five people."""
    locality = Locality.objects.create(name=name)
    agencies = _offices(locality, offices)
    people = _people(locality, agencies)
    documents = _plans(locality, plans)
    _work(documents, agencies)
    _common_work(documents[0], locality, agencies)
    rounds = [row for plan in documents for row in _rounds(plan)]
    _hand_in(rounds)
    return District(
        locality=locality,
        offices=agencies,
        coordinator=people[Role.COORDINATOR],
        reporter=people[Role.REPORTER],
        common=documents[0],
        open_round=next(row for row in rounds if row.part == OPEN_MONTH),
    )


def _offices(locality: Locality, number: int) -> list[Agency]:
    names = [f"Đơn vị số {place:03d}" for place in range(number)]
    return Agency.objects.bulk_create(
        Agency(
            locality=locality,
            name=name,
            short_name=name,
            kind=KINDS[place % len(KINDS)],
            fold=fold(name),
            sort_key=sort_key(name),
        )
        for place, name in enumerate(names)
    )


def _people(locality: Locality, offices: list[Agency]) -> dict[str, User]:
    """Five people in every office; returns the coordinator and the reporter of the first one."""
    roles = (Role.REPORTER, Role.HEAD, Role.REPORTER, Role.VIEWER, Role.VIEWER)
    users = User.objects.bulk_create(
        User(
            username=f"l{locality.pk}-{office.pk}-{place}",
            full_name=f"Người {place} của {office.short_name}",
            locality=locality,
        )
        for office in offices
        for place in range(PEOPLE_IN_AN_OFFICE)
    )
    roles = [
        Role.COORDINATOR if place == len(users) - 1 else roles[place % PEOPLE_IN_AN_OFFICE]
        for place in range(len(users))
    ]
    Membership.objects.bulk_create(
        (
            Membership(user=user, agency=offices[place // PEOPLE_IN_AN_OFFICE], role=roles[place])
            for place, user in enumerate(users)
        ),
        BATCH,
    )
    return {Role.COORDINATOR: users[-1], Role.REPORTER: users[0]}


def _plans(locality: Locality, number: int) -> list[Plan]:
    return Plan.objects.bulk_create(
        Plan(
            locality=locality,
            kind="Kế hoạch",
            title=f"Kế hoạch số {place}",
            short_title=f"Kế hoạch số {place}",
            first_year=YEARS[0],
            last_year=YEARS[-1],
            followed_from=FOLLOWED_FROM,
            confirmed_at=datetime(2022, 3, 1, tzinfo=UTC),
            fold=fold(f"Kế hoạch số {place}"),
        )
        for place in range(number)
    )


def _task(plan: Plan, place: int) -> Task:
    words = WORDS[place % len(WORDS)]
    return Task(
        plan=plan,
        position=place,
        number=str(place + 1),
        text=words,
        deadline_text="Hằng năm",
        deadline_kind="recurring",
        recurrence="year",
        fold=fold(words),
    )


def _work(plans: list[Plan], offices: list[Agency]) -> None:
    """Tasks dealt out in turn, so that every office leads as many."""
    tasks = Task.objects.bulk_create(
        (_task(plan, place) for plan in plans for place in range(TASKS_IN_A_PLAN)), BATCH
    )
    Assignment.objects.bulk_create(
        chain.from_iterable(
            _assignments(task, offices[place % len(offices)], offices[(7 * place) % len(offices)])
            for place, task in enumerate(tasks)
        ),
        BATCH,
    )
    _owe((task, offices[place % len(offices)]) for place, task in enumerate(tasks))


def _assignments(task: Task, lead: Agency, helper: Agency) -> Iterator[Assignment]:
    yield Assignment(
        task=task, agency=lead, role=AssignmentRole.LEAD, accountable=True, written=lead.name,
        position=0,
    )  # fmt: skip
    yield Assignment(
        task=task, agency=helper, role=AssignmentRole.COORDINATING, written=helper.name, position=1
    )


def _common_work(plan: Plan, locality: Locality, offices: list[Agency]) -> None:
    """One task that all offices lead together: each owes it."""
    everybody = Group.objects.create(
        locality=locality, name="Các đơn vị", fold="cac don vi", sort_key=sort_key("Các đơn vị")
    )
    GroupMember.objects.bulk_create(
        GroupMember(group=everybody, agency=office) for office in offices
    )
    task = _task(plan, TASKS_IN_A_PLAN)
    task.save()
    Assignment.objects.create(
        task=task, group=everybody, role=AssignmentRole.LEAD, accountable=True,
        written="Các đơn vị", position=0,
    )  # fmt: skip
    _owe((task, office) for office in offices)


def _owe(owing: Iterable[tuple[Task, Agency]]) -> None:
    rows = Obligation.objects.bulk_create(
        (Obligation(task=task, agency=agency) for task, agency in owing), BATCH
    )
    Occurrence.objects.bulk_create(
        (_occurrence(row, place, year) for place, row in enumerate(rows) for year in YEARS), BATCH
    )


def _occurrence(owed: Obligation, place: int, year: int) -> Occurrence:
    """One year of work: past years are done but for one in ten, this year's was heard of in October."""
    starts = date(year, 1, 1)
    heard = date(year, 10, 16) if year <= YEAR else None
    return Occurrence(
        obligation=owed,
        kind="year",
        year=year,
        starts=starts,
        due=date(year, 12, 31),
        watched_from=max(starts, FOLLOWED_FROM),
        done_on=heard if year < YEAR and place % 10 else None,
        last_reported_on=heard,
    )


def _rounds(plan: Plan) -> list[Round]:
    """Five months that are over and the one that is open, each with its due days."""
    rounds = Round.objects.bulk_create(
        Round(
            plan=plan,
            kind=RoundKind.MONTH,
            calendar=Calendar.ADMINISTRATIVE,
            year=YEAR,
            part=month,
            starts=days_of("month", "administrative", YEAR, month).starts,
            cut_off=days_of("month", "administrative", YEAR, month).cut_off,
            opened_at=_at(DUE[month] - timedelta(days=10)),
        )
        for month in range(OPEN_MONTH - ROUNDS, OPEN_MONTH + 1)
    )
    RoundDue.objects.bulk_create(
        RoundDue(round=row, kind=kind, due=DUE[row.part]) for row in rounds for kind in set(KINDS)
    )
    return rounds


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 2, 0, tzinfo=UTC)


def _hand_in(rounds: list[Round]) -> None:
    """A report of every office in every round, with an entry for each piece of this year's work."""
    owed: dict[int, dict[int, list[int]]] = {}
    rows = Occurrence.objects.filter(
        year=YEAR, obligation__task__plan__in={row.plan_id for row in rounds}
    ).values_list("obligation__task__plan", "obligation__agency", "pk")
    for plan, agency, key in rows:
        owed.setdefault(plan, {}).setdefault(agency, []).append(key)
    reports = OfficeReport.objects.bulk_create(
        (
            _report(row, agency, place)
            for row in rounds
            for place, agency in enumerate(owed[row.plan_id])
        ),
        BATCH,
    )
    Report.objects.bulk_create(
        (
            _entry(row, key)
            for row in reports
            if row.first_sent_at
            for key in owed[row.round.plan_id][row.agency_id]
        ),
        BATCH,
    )


def _report(row: Round, agency: int, place: int) -> OfficeReport:
    """Accepted where the round is over, but for one in twelve; being written in the open one."""
    facts: dict[str, Any] = {}
    if row.part < OPEN_MONTH and place % 12:
        sent = _at(DUE[row.part] + timedelta(days=place % 6 - 3))
        facts = {"state": ReportState.ACCEPTED, "first_sent_at": sent, "sent_at": sent}
    due = DUE[row.part]
    return OfficeReport(round=row, agency_id=agency, first_due=due, due=due, **facts)


def _entry(row: OfficeReport, occurrence: int) -> Report:
    return Report(
        within=row,
        occurrence_id=occurrence,
        agency_id=row.agency_id,
        state=ReportState.ACCEPTED,
        work=WorkState.IN_PROGRESS,
        result="Đã làm được một nửa, phần còn lại trong tháng tới",
        reported_at=row.sent_at,
    )
