"""Two communes that become one, with people, work and reports; and one that is divided."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.utils.translation import override

from tests.tiendo import samples
from tiendo.accounts.models import Role, User
from tiendo.agencies.models import Agency, Kind, Locality
from tiendo.agencies.succeeding import Document, Line, record
from tiendo.plans.models import Plan, Task
from tiendo.progress.handover import services
from tiendo.progress.models import HandOver, Occurrence

DAY, LAST = date(2025, 7, 1), date(2025, 6, 30)
NOW = datetime(2025, 7, 1, 2, tzinfo=UTC)
PAPER = Document("1663/NQ-UBTVQH15", date(2025, 6, 16))


def at(day: date) -> datetime:
    """A moment of that day."""
    return datetime(day.year, day.month, day.day, 2, tzinfo=UTC)


@dataclass
class World:
    """`a` and `b` become `c` on the day; the group of communes and `a` alone owe work."""

    locality: Locality
    a: Agency
    b: Agency
    c: Agency
    plan: Plan
    own: Task
    common: Task
    people: dict[str, User]

    def succeed(self, *lines: Line) -> None:
        """Record that offices are followed on the day."""
        record(lines=list(lines), effective_on=DAY, document=PAPER, actor=None)

    def merge(self) -> None:
        """`a` and `b` become `c`."""
        self.succeed(Line(self.a, self.c, "merger"), Line(self.b, self.c, "merger"))

    def prepared(self) -> HandOver:
        """The hand-over of the day, prepared."""
        row = services.begin_to_prepare(locality=self.locality, day=DAY, actor=None)
        return services.prepare(row, NOW)

    def made(self, today: date = DAY) -> HandOver:
        """The hand-over of the day, made."""
        now = at(today)
        row = services.confirm(
            hand_over=self.prepared(), actor=self.people["head"], today=today, now=now
        )
        return services.make(row, now)

    def undone(self, row: HandOver, today: date = DAY) -> HandOver:
        """The same put back."""
        now = at(today)
        row = services.begin_to_undo(
            hand_over=row, actor=self.people["head"], reason="Nhầm ngày", now=now
        )
        return services.put_back(row, now)

    def period(self, task: Task, agency: Agency, year: int = 2025, **facts: Any) -> Occurrence:
        """A period of work of an office."""
        return samples.occurrence(task, year, agency, **facts)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """What is refused is read in English here."""
    with override("en"):
        yield


@pytest.fixture
def world(db: None) -> World:
    locality = samples.locality("Huyện Hồng Ngự thử")
    a, b = (
        samples.agency(locality, f"UBND xã Long Khánh {name}", kind=Kind.COMMUNE) for name in "AB"
    )
    c = Agency(locality=locality, name="UBND xã Long Khánh", kind=Kind.COMMUNE)
    plan = samples.plan(locality, last_year=2030)
    group = samples.group(locality, a, b)
    own, common = samples.task(plan, a, text="Đào tạo nghề"), samples.task(plan, group)
    people = {
        "head": samples.person(Role.HEAD, a),
        "reporter": samples.person(Role.REPORTER, a),
        "other": samples.person(Role.REPORTER, b),
    }
    return World(locality, a, b, c, plan, own, common, people)


HALF = Decimal("0.5")
