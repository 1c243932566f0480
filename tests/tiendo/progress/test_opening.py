"""What a plan makes each office owe: who owes it, in which periods, and what is not held against anybody."""

from datetime import date

import pytest

from tests.tiendo import samples
from tiendo.agencies.models import Agency, GroupMember, Locality
from tiendo.plans.models import AssignmentRole, Plan, Task
from tiendo.progress.models import Obligation, Occurrence, Share
from tiendo.progress.owing.services import offices_of, owing
from tiendo.progress.schedule import Period, periods_of
from tiendo.progress.status import Status
from tiendo.progress.terms import first_day, occurrence_of, terms_of

pytestmark = pytest.mark.django_db
TODAY = date(2024, 12, 2)
YEAR_2023 = Period("year", 2023, 0, date(2023, 1, 1), date(2023, 12, 31))


@pytest.fixture
def locality() -> Locality:
    return samples.locality()


@pytest.fixture
def plan(locality: Locality) -> Plan:
    return samples.plan(locality)


def offices(locality: Locality, *names: str) -> list[Agency]:
    return [samples.agency(locality, name) for name in names]


# --- who owes ------------------------------------------------------------------------------------


def test_the_accountable_lead_closes_and_further_leads_add_their_part(plan: Plan) -> None:
    first, second, helper = offices(plan.locality, "Phòng A", "Phòng B", "Phòng C")
    task = samples.task(plan, first, second, coordinating=(helper,))
    assert owing(task, TODAY) == {first: Share.CLOSES, second: Share.ADDS}


def test_the_accountable_lead_closes_wherever_the_document_names_it(plan: Plan) -> None:
    first, second = offices(plan.locality, "Phòng A", "Phòng B")
    task = samples.task(plan)
    samples.assign(task, first, AssignmentRole.LEAD, position=0, accountable=False)
    samples.assign(task, second, AssignmentRole.LEAD, position=1, accountable=True)
    assert owing(task, TODAY) == {second: Share.CLOSES, first: Share.ADDS}


def test_a_duty_is_owed_by_every_office_and_every_member_its_heading_names(plan: Plan) -> None:
    office, commune = offices(plan.locality, "Phòng A", "UBND xã A")
    group = samples.group(plan.locality, commune, office)
    duty = samples.task(plan, office, group, kind="duty")
    assert sorted(each.name for each in owing(duty, TODAY)) == ["Phòng A", "UBND xã A"]


def test_where_a_group_leads_each_member_owes(plan: Plan) -> None:
    communes = offices(plan.locality, "UBND xã B", "UBND xã A")
    task = samples.task(plan, samples.group(plan.locality, *communes))
    assert [each.name for each in owing(task, TODAY)] == ["UBND xã A", "UBND xã B"]


def test_a_member_that_left_the_group_does_not_owe(plan: Plan) -> None:
    gone, staying = offices(plan.locality, "UBND xã B", "UBND xã A")
    group = samples.group(plan.locality, gone, staying)
    GroupMember.objects.filter(agency=gone).update(valid_to=date(2024, 6, 30))
    assignment = samples.assign(samples.task(plan), group, AssignmentRole.LEAD)
    assert offices_of(assignment, TODAY) == [staying]


def test_a_task_that_nobody_leads_is_owed_by_nobody(plan: Plan) -> None:
    helper = samples.agency(plan.locality)
    assert owing(samples.task(plan, coordinating=(helper,)), TODAY) == {}


# --- when it binds -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("issued_on", "first_year", "day"),
    [
        ("2022-02-21", 2021, date(2022, 2, 21)),
        ("2022-02", 2021, date(2022, 2, 1)),
        ("2022", 2021, date(2022, 1, 1)),
        ("", 2021, date(2021, 1, 1)),
        ("", 2030, date(2022, 1, 1)),  # a plan does not bind after the day it is followed from
        ("", None, date(2022, 1, 1)),
    ],
)
def test_a_plan_binds_from_its_day_of_issue_as_far_as_the_paper_says(
    issued_on: str, first_year: int | None, day: date
) -> None:
    plan = Plan(issued_on=issued_on, first_year=first_year, followed_from=date(2022, 3, 1))
    assert first_day(plan) == day


@pytest.mark.parametrize(
    ("recurs_until", "last_year", "until"),
    [(2027, 2025, 2027), (None, 2025, 2025), (None, None, 2022)],
)
def test_yearly_work_runs_until_the_year_settled_at_intake(
    recurs_until: int | None, last_year: int | None, until: int
) -> None:
    plan = Plan(issued_on="2022-02", last_year=last_year, followed_from=date(2022, 3, 1))
    assert terms_of(Task(plan=plan, recurs_until=recurs_until)).until_year == until


@pytest.mark.parametrize(
    ("kind", "product", "owed_once"),
    [("duty", "Kế hoạch an toàn điện", True), ("duty", "", False), ("task", "Đề án", False)],
)
def test_only_a_duty_is_owed_as_the_document_it_asks_for(
    kind: str, product: str, owed_once: bool
) -> None:
    plan = Plan(issued_on="2022-02", last_year=2025, followed_from=date(2022, 3, 1))
    terms = terms_of(Task(plan=plan, kind=kind, product=product))
    assert (len(periods_of(terms)) == 1) is owed_once


def test_yearly_work_is_owed_every_year_from_the_plans_own(plan: Plan) -> None:
    terms = terms_of(samples.task(plan, deadline_kind="recurring", recurrence="year"))
    assert [period.year for period in periods_of(terms)] == [2022, 2023, 2024, 2025]


# --- what becomes of the past --------------------------------------------------------------------


def owed(plan: Plan) -> Obligation:
    office = samples.agency(plan.locality)
    return Obligation.objects.create(task=samples.task(plan, office), agency=office)


@pytest.mark.parametrize(
    ("followed_from", "reason", "status"),
    [
        (date(2024, 12, 2), "không theo dõi trên hệ thống", Status.UNTRACKED),
        (date(2024, 12, 2), "", Status.BACKLOG),
        (date(2023, 12, 31), "không theo dõi trên hệ thống", Status.OVERDUE),
        (date(2023, 3, 1), "không theo dõi trên hệ thống", Status.OVERDUE),
    ],
)
def test_a_year_that_was_over_before_is_never_overdue(
    plan: Plan, followed_from: date, reason: str, status: Status
) -> None:
    row = occurrence_of(owed(plan), YEAR_2023, followed_from, reason)
    row.save()
    assert row.status(TODAY) == status
    assert Occurrence.objects.with_status(TODAY).get().state == status


def test_a_first_day_has_no_red_year(plan: Plan) -> None:
    plan.followed_from = TODAY
    obligation = owed(plan)
    terms = terms_of(samples.task(plan, deadline_kind="recurring", recurrence="year"))
    for reason in ("", "kỳ trước"):
        rows = [
            occurrence_of(obligation, period, plan.followed_from, reason)
            for period in periods_of(terms)
        ]
        assert Status.OVERDUE not in [row.status(TODAY) for row in rows]


def test_silence_counts_from_the_later_of_start_and_following(plan: Plan) -> None:
    obligation = owed(plan)
    early = occurrence_of(obligation, YEAR_2023, date(2022, 3, 1), "")
    late = occurrence_of(obligation, YEAR_2023, date(2023, 8, 1), "")
    assert (early.watched_from, late.watched_from) == (date(2023, 1, 1), date(2023, 8, 1))


def test_a_period_without_a_day_is_never_closed_as_past(plan: Plan) -> None:
    waiting = Period("condition", 0, 0, date(2022, 2, 1), None, "sau khi Tỉnh phê duyệt")
    row = occurrence_of(owed(plan), waiting, TODAY, "kỳ trước")
    assert row.closed_reason == ""
    assert row.status(TODAY) == Status.WAITING
