"""A decision changes a plan: on its day, once, and without touching what was before."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from tests.tiendo import samples
from tiendo.agencies.services import call
from tiendo.plans.amending.services import (
    Head,
    Said,
    begin,
    decide,
    withdraw,
    write_clause,
)
from tiendo.plans.amending.versions import said_on
from tiendo.plans.columns import aim_said, work_said
from tiendo.plans.items import Due, Work
from tiendo.plans.models import Act, Amendment, ItemKind, Target, Task
from tiendo.progress.amending.carrying import bring_into_force
from tiendo.progress.due import DueKind
from tiendo.progress.models import Occurrence
from tiendo.progress.news import news_of
from tiendo.progress.owing.services import follow
from tiendo.progress.rates.rules import Owed, completed_on_time
from tiendo.progress.status import Status

pytestmark = pytest.mark.django_db

NOW = datetime(2025, 2, 15, 3, 0, tzinfo=UTC)
DECIDED, EFFECTIVE, LATER = date(2025, 2, 15), date(2025, 3, 1), date(2025, 6, 1)


@pytest.fixture
def world():
    return World()


class World:
    def __init__(self) -> None:
        self.place = samples.locality()
        self.office = samples.agency(self.place)
        self.farming = samples.agency(self.place, "Phòng Nông nghiệp và Môi trường")
        for agency in (self.office, self.farming):
            call(agency, agency.name, actor=None)
        self.plan = samples.plan(self.place, last_year=2027)
        self.task = samples.task(
            self.plan,
            self.office,
            text="Lập quy hoạch cụm công nghiệp",
            deadline_text="Năm 2024",
            deadline_kind="year",
            starts=date(2024, 1, 1),
            ends=date(2024, 12, 31),
            recurs_until=2024,
        )
        self.yearly = samples.task(
            self.plan,
            self.office,
            text="Báo cáo kết quả",
            deadline_text="Hằng năm",
            deadline_kind="recurring",
            recurrence="year",
            recurs_until=2027,
        )
        follow(
            plan=self.plan,
            tasks=self.plan.tasks.owed().with_offices(),
            actor=None,
            today=date(2022, 3, 1),
        )

    def amendment(self, **facts) -> Amendment:
        head = {
            "number": "45/QĐ-UBND",
            "issuer": "UBND huyện",
            "words": "Điều chỉnh thời hạn",
            "issued_on": DECIDED,
            "effective_on": EFFECTIVE,
        }
        return begin(plan=self.plan, head=Head(**head | facts), actor=None, now=NOW)

    def change(self, amendment: Amendment, task: Task, **facts):
        task = Task.objects.with_offices().get(pk=task.pk)
        said = work_said(task)
        work = Work(**{**{name: getattr(said, name) for name in said.__slots__}, **facts})
        about = ItemKind.TASK
        return write_clause(
            amendment=amendment, said=Said(Act.CHANGE, about, task, work=work), actor=None
        )

    def decided(self, amendment: Amendment, day: date | None = None) -> None:
        decide(amendment=amendment, actor=None, now=NOW)
        bring_into_force(plan=self.plan, day=day or EFFECTIVE, actor=None)


BY_JUNE = Due("Tháng 6/2025", "date", date(2025, 3, 1), date(2025, 6, 30))


def only(task: Task) -> Occurrence:
    return Occurrence.objects.select_related("obligation").get(obligation__task=task)


def test_a_decision_moves_a_deadline_from_its_day_on_and_the_first_one_stays(world) -> None:
    amendment = world.amendment()
    world.change(amendment, world.task, due=BY_JUNE)
    decide(amendment=amendment, actor=None, now=NOW)
    assert bring_into_force(plan=world.plan, day=date(2025, 2, 28), actor=None) == 0
    assert only(world.task).status(date(2025, 2, 28)) == Status.OVERDUE
    assert bring_into_force(plan=world.plan, day=EFFECTIVE, actor=None) == 1
    row = only(world.task)
    assert (row.due, row.moved_to) == (date(2024, 12, 31), date(2025, 6, 30))
    assert row.status(EFFECTIVE) != Status.OVERDUE
    (moved,) = row.new_dues.all()
    assert (moved.since, moved.due, moved.clause.amendment) == (EFFECTIVE, row.moved_to, amendment)


def test_asked_again_nothing_more_changes(world) -> None:
    amendment = world.amendment()
    world.change(amendment, world.task, due=BY_JUNE)
    world.decided(amendment)
    assert bring_into_force(plan=world.plan, day=LATER, actor=None) == 0
    assert only(world.task).new_dues.count() == 1


def test_the_task_says_on_each_day_what_held_on_it(world) -> None:
    amendment = world.amendment()
    world.change(amendment, world.task, text="Lập và duyệt quy hoạch cụm", due=BY_JUNE)
    world.decided(amendment)
    task = Task.objects.get(pk=world.task.pk)
    assert task.text == "Lập và duyệt quy hoạch cụm"
    assert said_on(task, date(2025, 2, 28)).values["text"] == "Lập quy hoạch cụm công nghiệp"
    assert said_on(task, EFFECTIVE).values["ends"] == date(2025, 6, 30)
    assert [row.valid_from for row in task.versions.all()] == [None, EFFECTIVE]


def test_a_target_gets_its_new_figure_and_keeps_the_old_for_the_days_before(world) -> None:
    target = samples.target(
        world.plan, comparator=">=", low=Decimal("12.5"), unit="%", ends=date(2025, 12, 31)
    )
    amendment = world.amendment()
    aim = aim_said(target)
    wanted = replace(aim, low=Decimal("14"), text=aim.text.replace("12,5", "14"))
    write_clause(
        amendment=amendment, said=Said(Act.CHANGE, ItemKind.TARGET, target, aim=wanted), actor=None
    )
    world.decided(amendment)
    target = Target.objects.get(pk=target.pk)
    assert target.low == Decimal("14")
    assert said_on(target, date(2025, 2, 1)).values["low"] == Decimal("12.5")


def test_yearly_work_follows_for_the_years_to_come_only(world) -> None:
    amendment = world.amendment()
    until_2026 = Due("Hằng năm đến 2026", "recurring", None, date(2026, 12, 31), "year")
    world.change(amendment, world.yearly, due=until_2026)
    world.decided(amendment)
    rows = Occurrence.objects.filter(obligation__task=world.yearly).order_by("year")
    assert [row.year for row in rows if row.cancelled_on] == [2027]
    assert rows.get(year=2027).cancelled_on == EFFECTIVE
    assert not rows.exclude(moved_to=None).exists()


def test_another_lead_owes_from_that_day_and_the_old_one_keeps_its_past(world) -> None:
    amendment = world.amendment()
    world.change(amendment, world.yearly, leads=(world.farming.name,))
    world.decided(amendment)
    task = Task.objects.with_offices().get(pk=world.yearly.pk)
    assert [row.agency for row in task.leads] == [world.farming]
    old = task.obligations.get(agency=world.office)
    new = task.obligations.get(agency=world.farming)
    assert (old.ended_on, new.ended_on) == (EFFECTIVE, None)
    assert old.occurrences.filter(year=2023).exists()
    assert sorted(new.occurrences.values_list("year", flat=True)) == [2025, 2026, 2027]
    assert "nong nghiep" in task.fold


def test_a_task_that_is_ended_is_owed_no_more_and_what_was_missed_stays_missed(world) -> None:
    amendment = world.amendment()
    write_clause(amendment=amendment, said=Said(Act.END, ItemKind.TASK, world.yearly), actor=None)
    periods = Occurrence.objects.filter(obligation__task=world.yearly)
    before = rate(periods, date(2025, 2, 1))
    assert before.whole > 0
    world.decided(amendment)
    assert not Occurrence.objects.open().filter(obligation__task=world.yearly).exists()
    after = rate(periods.all(), date(2026, 1, 15))
    assert (after.part, after.whole) == (before.part, before.whole)


def rate(periods, day):
    rows = periods.select_related("obligation")
    return completed_on_time([Owed(row.facts, row.obligation.share) for row in rows], day)


def test_a_task_is_added_and_owed_from_its_day(world) -> None:
    amendment = world.amendment()
    work = Work(
        text="Số hóa hồ sơ cụm công nghiệp",
        number="15",
        leads=(world.farming.name,),
        due=Due("Năm 2026", "year", date(2026, 1, 1), date(2026, 12, 31)),
    )
    write_clause(amendment=amendment, said=Said(Act.ADD, ItemKind.TASK, work=work), actor=None)
    decide(amendment=amendment, actor=None, now=NOW)
    bring_into_force(plan=world.plan, day=date(2025, 2, 20), actor=None)
    assert not world.plan.tasks.filter(number="15", text__startswith="Số hóa").exists()
    bring_into_force(plan=world.plan, day=EFFECTIVE, actor=None)
    added = world.plan.tasks.get(text__startswith="Số hóa")
    assert added.valid_from == EFFECTIVE
    (row,) = Occurrence.objects.filter(obligation__task=added)
    assert (row.obligation.agency, row.due) == (world.farming, date(2026, 12, 31))


def test_a_decision_withdrawn_later_gives_back_what_held_before_and_keeps_its_days(world) -> None:
    amendment = world.amendment()
    world.change(amendment, world.task, due=BY_JUNE, leads=(world.farming.name,))
    world.decided(amendment)
    withdraw(amendment=amendment, on=LATER, reason="Ban hành nhầm", actor=None)
    assert bring_into_force(plan=world.plan, day=LATER, actor=None) == 1
    task = Task.objects.with_offices().get(pk=world.task.pk)
    assert task.ends == date(2024, 12, 31)
    assert said_on(task, date(2025, 4, 1)).values["ends"] == date(2025, 6, 30)
    assert [row.agency for row in task.leads] == [world.office]
    holding = task.obligations.filter(ended_on=None)
    assert [row.agency for row in holding] == [world.office]


def test_a_decision_withdrawn_before_its_day_never_holds(world) -> None:
    amendment = world.amendment()
    world.change(amendment, world.task, due=BY_JUNE)
    decide(amendment=amendment, actor=None, now=NOW)
    withdraw(amendment=amendment, on=date(2025, 2, 20), reason="Ban hành nhầm", actor=None)
    assert bring_into_force(plan=world.plan, day=LATER, actor=None) == 0
    assert only(world.task).moved_to is None


def test_an_ended_task_whose_decision_is_withdrawn_is_owed_again(world) -> None:
    amendment = world.amendment()
    said = Said(Act.END, ItemKind.TASK, world.yearly)
    write_clause(amendment=amendment, said=said, actor=None)
    before = set(Occurrence.objects.open().filter(obligation__task=world.yearly))
    world.decided(amendment)
    withdraw(amendment=amendment, on=LATER, reason="Ban hành nhầm", actor=None)
    bring_into_force(plan=world.plan, day=LATER, actor=None)
    assert set(Occurrence.objects.open().filter(obligation__task=world.yearly)) == before


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"effective_on": date(2021, 1, 1), "issued_on": date(2021, 1, 1)}, "trước"),
        ({"effective_on": date(2025, 2, 1)}, "trước"),
        ({"number": "45"}, "số"),
        ({"issued_on": None}, "ngày"),
        ({"issued_on": date(2025, 2, 16)}, "16/02/2025 còn chưa tới"),
    ],
)
def test_a_decision_that_cannot_be_is_refused_with_a_sentence(world, facts, words) -> None:
    amendment = world.amendment(**facts)
    world.change(amendment, world.task, due=BY_JUNE)
    with pytest.raises(ValidationError) as told:
        decide(amendment=amendment, actor=None, now=NOW)
    assert words in " ".join(told.value.messages).lower()


def test_two_decisions_of_one_day_may_not_change_the_same_task(world) -> None:
    first, second = world.amendment(), world.amendment(number="46/QĐ-UBND")
    for amendment in (first, second):
        world.change(amendment, world.task, due=BY_JUNE)
    decide(amendment=first, actor=None, now=NOW)
    with pytest.raises(ValidationError, match="45/QĐ-UBND"):
        decide(amendment=second, actor=None, now=NOW)
    withdraw(amendment=first, on=EFFECTIVE, reason="Thay bằng quyết định khác", actor=None)
    decide(amendment=second, actor=None, now=NOW)


def test_an_empty_decision_and_a_change_of_nothing_are_refused(world) -> None:
    amendment = world.amendment()
    with pytest.raises(ValidationError):
        decide(amendment=amendment, actor=None, now=NOW)
    with pytest.raises(ValidationError):
        world.change(amendment, world.task)


def test_an_office_nobody_knows_is_named_in_the_refusal(world) -> None:
    with pytest.raises(ValidationError, match="Phòng Không Có"):
        world.change(world.amendment(), world.task, leads=("Phòng Không Có",))


def test_what_was_decided_does_not_change_any_more(world) -> None:
    amendment = world.amendment()
    world.change(amendment, world.task, due=BY_JUNE)
    world.decided(amendment)
    amendment.refresh_from_db()
    with pytest.raises(ValidationError):
        world.change(amendment, world.yearly, text="Khác")
    with pytest.raises(ValidationError):
        decide(amendment=amendment, actor=None, now=NOW)


def test_both_offices_learn_that_a_decision_moves_work_from_one_to_the_other(world) -> None:
    amendment = world.amendment()
    world.change(amendment, world.yearly, leads=(world.farming.name,))
    decide(amendment=amendment, actor=None, now=NOW)
    both = {world.office.pk, world.farming.pk}
    (coming,) = news_of(both, DECIDED)
    assert (coming.agency_id, coming.due) == (world.office.pk, DECIDED)
    bring_into_force(plan=world.plan, day=EFFECTIVE, actor=None)
    told = news_of(both, EFFECTIVE)
    assert {row.agency_id for row in told} == both
    assert {row.due for row in told} == {EFFECTIVE}
    assert all(row.words == "thay đổi từ 01/03/2025" for row in told)
    assert {row.said for row in told} == {"45/QĐ-UBND"}
    assert news_of(both, EFFECTIVE + timedelta(days=14)) == []


def test_offices_learn_that_a_decision_was_withdrawn(world) -> None:
    amendment = world.amendment()
    world.change(amendment, world.yearly, due=BY_JUNE)
    world.decided(amendment)
    withdraw(amendment=amendment, on=LATER, reason="Ghi nhầm", actor=None)
    before = LATER - timedelta(days=1)
    for day, told_on in ((before, before), (LATER, LATER), (LATER + timedelta(days=13), LATER)):
        (told,) = news_of({world.office.pk}, day)
        assert (told.kind, told.due) == (DueKind.WITHDRAWN, told_on)
        assert told.words == f"thu hồi: hết hiệu lực từ {LATER:%d/%m/%Y}"
    assert news_of({world.office.pk}, LATER + timedelta(days=14)) == []
