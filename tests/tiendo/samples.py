"""One function per model, with good defaults: the rows that tests are about."""

from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import count
from typing import Any

from django.core.files.base import ContentFile

from tiendo.accounts.models import Membership, Role, User
from tiendo.agencies.models import Agency, Group, GroupMember, Locality
from tiendo.plans.models import Assignment, AssignmentRole, Plan, Target, Task
from tiendo.progress.models import Evidence, Obligation, Occurrence, Report, WorkState
from vanban.text import fold, sort_key

TODAY = date(2024, 12, 2)
numbers = count(1)


def locality(name: str = "Huyện Bình Sơn", **facts: Any) -> Locality:
    return Locality.objects.create(name=name, **facts)


def agency(
    locality: Locality, name: str = "Phòng Kinh tế và Hạ tầng", short_name: str = "", **facts: Any
) -> Agency:
    return Agency.objects.create(
        locality=locality,
        name=name,
        short_name=short_name,
        fold=fold(f"{name} {short_name}").strip(),
        sort_key=sort_key(name),
        **facts,
    )


def group(
    locality: Locality, *members: Agency, name: str = "Ủy ban nhân dân các xã, thị trấn"
) -> Group:
    row = Group.objects.create(
        locality=locality, name=name, fold=fold(name), sort_key=sort_key(name)
    )
    GroupMember.objects.bulk_create(GroupMember(group=row, agency=member) for member in members)
    return row


def person(
    role: Role | str = Role.REPORTER,
    agency: Agency | None = None,
    home: Locality | None = None,
    **facts: Any,
) -> User:
    """Somebody with one role in one office, or in no office and then with no role."""
    name = facts.pop("full_name", f"Người Thử {next(numbers)}")
    home = agency.locality if agency else home or locality()
    user = User.objects.create(
        username=f"person-{next(numbers)}", full_name=name, locality=home, **facts
    )
    if agency:
        Membership.objects.create(user=user, agency=agency, role=role)
    return user


def plan(locality: Locality, title: str = "Kế hoạch phát triển công nghiệp", **facts: Any) -> Plan:
    facts = {
        "kind": "Kế hoạch",
        "short_title": title,
        "issuer": "Ủy ban nhân dân huyện",
        "issued_on": "2022-02",
        "first_year": 2021,
        "last_year": 2025,
        "followed_from": date(2022, 3, 1),
        "confirmed_at": datetime(2022, 3, 1, 2, 0, tzinfo=UTC),
        **facts,
    }
    return Plan.objects.create(locality=locality, title=title, fold=fold(title), **facts)


def target(plan: Plan, indicator: str = "Tỷ trọng ngành công nghiệp", **facts: Any) -> Target:
    facts = {"position": next(numbers), "text": f"{indicator} đạt ít nhất 12,5%", **facts}
    return Target.objects.create(plan=plan, indicator=indicator, **facts)


def task(plan: Plan, *leads: Agency | Group, coordinating: tuple = (), **facts: Any) -> Task:
    """A task or (kind="duty") a duty; the first of `leads` is accountable."""
    place = next(numbers)
    facts = {"position": place, "number": str(place), "text": "Mở lớp tập huấn", **facts}
    words = " ".join([facts["number"], facts["text"], *(each.name for each in leads)])
    row = Task.objects.create(plan=plan, fold=fold(words), **facts)
    for position, whom in enumerate(leads):
        assign(row, whom, AssignmentRole.LEAD, position=position, accountable=position == 0)
    for position, whom in enumerate(coordinating):
        assign(row, whom, AssignmentRole.COORDINATING, position=position)
    return row


def assign(task: Task, whom: Agency | Group, role: str, **facts: Any) -> Assignment:
    side = {"group": whom} if isinstance(whom, Group) else {"agency": whom}
    return Assignment.objects.create(
        **{"task": task, "role": role, "written": whom.name, "position": 0} | side | facts
    )


def occurrence(
    task: Task, year: int = 2024, agency: Agency | None = None, **facts: Any
) -> Occurrence:
    """The period `year` of `task`, owed by its accountable office unless another is given."""
    owing = agency or task.leads[0].agency
    obligation, _ = Obligation.objects.get_or_create(task=task, agency=owing)
    begins = date(year or 2022, 1, 1)  # year 0 is a period that is no year
    facts = {
        "kind": "year",
        "year": year,
        "starts": begins,
        "due": date(begins.year, 12, 31),
        "watched_from": max(begins, task.plan.followed_from),
        **facts,
    }
    return Occurrence.objects.create(obligation=obligation, **facts)


def report(occurrence: Occurrence, **facts: Any) -> Report:
    facts = {
        "agency": occurrence.obligation.agency,
        "work": WorkState.IN_PROGRESS,
        "result": "Đã mở 02 lớp",
        "reported_at": datetime(2024, 11, 27, 2, 14, tzinfo=UTC),
        **facts,
    }
    return Report.objects.create(occurrence=occurrence, **facts)


def evidence(
    report: Report, name: str = "bien-ban.pdf", content: bytes = b"%PDF-1.7 x"
) -> Evidence:
    return Evidence.objects.create(
        report=report,
        name=name,
        file=ContentFile(content, name),
        sha256=sha256(content).hexdigest(),
        size=len(content),
        media_type="application/pdf",
    )
