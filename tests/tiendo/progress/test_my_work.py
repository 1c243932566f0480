"""The work of an office: grouped by when, most urgent first, with what waits for others and what is new."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.tiendo import samples
from tests.tiendo.progress.conftest import TODAY, World
from tiendo.accounts.models import Membership, Role, StandIn
from tiendo.agencies.models import Succession
from tiendo.plans.models import Amendment, Task
from tiendo.progress.directing.services import Words, say
from tiendo.progress.models import (
    ContributionRequest,
    CorrectiveCard,
    Direction,
    EarlierHolder,
    Extension,
    Handler,
    Obligation,
    Occurrence,
    OfficeReport,
    ReportState,
    Round,
    Step,
)
from tiendo.progress.owed import office_of

pytestmark = pytest.mark.django_db


def due(world: World, day: date, **facts):
    """Work of the office that falls due on this day."""
    return samples.occurrence(samples.task(world.plan, world.office), due=day, **facts)


def report(world: World, **facts) -> OfficeReport:
    days = {"starts": "2023-12-15", "cut_off": "2024-11-14", "opened_at": timezone.now()}
    opened = Round.objects.create(plan=world.plan, kind="year", year=2024, **days)
    dues = {"first_due": "2024-11-29", "due": date(2024, 11, 29)}
    return OfficeReport.objects.create(round=opened, agency=world.office, **{**dues, **facts})


def seen(world: World, person: int | None = None):
    return office_of(world.office, world.plan.tasks.all(), TODAY, person)


def page(person, office):
    client = Client()
    client.force_login(person)
    return client.get(reverse("progress:office", args=[office.pk]))


def test_work_stands_under_when_it_is_due(world) -> None:
    days = [date(2024, 12, 8), date(2024, 12, 9), date(2025, 1, 1), date(2024, 11, 1)]
    for day in days:
        due(world, day)
    assert [(group.title, [row.due for row in group.rows]) for group in seen(world).groups] == [
        ("Quá hạn", [date(2024, 11, 1)]),
        ("Tuần này", [date(2024, 12, 8)]),
        ("Tháng này", [date(2024, 12, 9)]),
        ("Sau đó", [date(2025, 1, 1)]),
    ]


def test_the_week_goes_on_over_the_end_of_the_month(world) -> None:
    due(world, date(2025, 1, 5))
    (group,) = office_of(world.office, world.plan.tasks.all(), date(2024, 12, 30)).groups
    assert group.title == "Tuần này"


def test_a_returned_report_is_the_first_thing_and_says_why(world) -> None:
    report(world, state=ReportState.RETURNED, note="Số liệu lệch sổ", first_sent_at=timezone.now())
    due(world, date(2024, 12, 6))
    text = page(world.reporter, world.office).content.decode()
    assert "Còn <b>2 việc</b>" in text
    assert "sửa báo cáo năm 2024, <b>quá hạn 3 ngày</b>" in text
    assert "Số liệu lệch sổ" in text


def test_a_head_finds_what_is_to_be_approved_and_a_reporter_cannot(world) -> None:
    report(world, state=ReportState.WITH_HEAD)
    head = samples.person(Role.HEAD, world.office)
    assert "Xem và duyệt" in page(head, world.office).content.decode()
    assert "Xem và duyệt" not in page(world.reporter, world.office).content.decode()


def test_what_was_sent_lies_with_others(world) -> None:
    row = report(world, state=ReportState.SENT, sent_at=timezone.now())
    asked = ContributionRequest.objects.create(
        occurrence=due(world, TODAY), words="Số liệu", due=TODAY, asked_at=timezone.now()
    )
    asked.contributions.create(agency=world.farming)
    waits = seen(world).waits
    assert (waits.sent, [(each.asked, each.answered) for each in waits.asked]) == ([row], [(1, 0)])


def test_new_work_is_received_with_one_press_by_who_may(world) -> None:
    owed = due(world, TODAY).obligation
    assert seen(world).new == [owed]
    assert f"receive:owed:{owed.pk}" in page(world.reporter, world.office).content.decode()
    assert f"receive:owed:{owed.pk}" not in page(world.helper, world.office).content.decode()


def test_a_day_given_to_another_officer_is_not_on_my_page(world) -> None:
    owed = due(world, date(2024, 12, 31)).obligation
    facts = {"obligation": owed, "text": "Lập danh sách", "due": TODAY, "position": 1}
    Step.objects.create(user=samples.person(Role.REPORTER, world.office), **facts)
    assert seen(world).total == 2
    assert seen(world, world.reporter.pk).total == 1


def test_who_works_in_two_offices_goes_from_one_to_the_other(world) -> None:
    facts = {"user": world.reporter, "role": Role.REPORTER}
    Membership.objects.create(agency=world.farming, **facts)
    shown = page(world.reporter, world.farming)
    assert {row.pk for row in shown.context["others"]} == {world.office.pk, world.farming.pk}
    assert reverse("progress:office", args=[world.office.pk]) in shown.content.decode()


def test_who_stands_in_reads_whose_work_it_is(world) -> None:
    days = {"valid_from": TODAY, "valid_to": TODAY + timedelta(days=3)}
    StandIn.objects.create(absent=world.reporter, deputy=world.helper, **days)
    assert f'thay <b lang="vi">{world.reporter}</b>' in page(
        world.helper, world.office
    ).content.decode().replace("làm ", "")


def test_the_month_marks_the_days_on_which_something_is_due(world) -> None:
    due(world, date(2024, 12, 31))
    due(world, date(2024, 12, 1))
    marked = [day for week in seen(world).month for day in week if day.things]
    assert [(day.day.day, day.late) for day in marked] == [(1, True), (31, False)]


def every_kind(world: World, day: date) -> None:
    """One more row of every kind that the page of an office, or of its task, shows."""
    row, now, office = due(world, day), timezone.now(), world.office
    owed, task = row.obligation, row.obligation.task
    asked = row.contribution_requests.create(words="Số liệu", due=day, asked_at=now)
    asked.contributions.create(agency=world.farming)
    other = samples.occurrence(samples.task(world.plan, world.farming), due=day)
    part = other.contribution_requests.create(words="Danh sách", due=day, asked_at=now)
    part.contributions.create(agency=office)
    facts = {"obligation": owed, "due": day}
    locality = office.locality
    Direction.objects.create(
        locality=locality,
        agency=office,
        words="Làm ngay",
        by=world.coordinator,
        said_at=now,
        **facts,
    )
    Step.objects.create(user=world.reporter, text="Lập danh sách", position=1, **facts)
    Handler.objects.create(
        obligation=owed, user=world.reporter, inner_due=day, words="Soạn", named_at=now
    )
    CorrectiveCard.objects.create(obligation=owed, period=row, opened_on=TODAY)
    days = {"asked_on": TODAY, "asked_for": day, "due": day, "decided_on": TODAY}
    Extension.objects.create(
        occurrence=row, agency=office, reason="Mưa lũ", state="granted", **days
    )
    before = Obligation.objects.create(task=task, agency=world.farming, ended_on=TODAY)
    EarlierHolder.objects.create(occurrence=row, obligation=before, until=TODAY)
    samples.evidence(samples.report(row))
    task.remarks.create(author=world.helper, agency=world.farming, text="Đã gửi", at=now)
    samples.task(world.plan, office, kind="duty", same_as=task)
    samples.assign(task, world.communes, "coordinating", position=1)
    amend(task, world)


def amend(task: Task, world: World) -> None:
    """A decision of these days that changes the task."""
    facts = {"number": f"{task.pk}/QĐ-UBND", "issued_on": TODAY, "effective_on": TODAY}
    decision = Amendment.objects.create(
        plan=world.plan,
        state="decided",
        drafted_at=timezone.now(),
        decided_at=timezone.now(),
        **facts,
    )
    decision.clauses.create(task=task, about="task", act="change", position=1)


@pytest.mark.parametrize(
    ("page_of", "followed", "most"),
    [("office", False, 15), ("office", True, 16), ("task", True, 15)],
)
def test_a_page_with_every_kind_of_row_asks_fifteen_times_and_once_more_for_successions(
    world, page_of: str, followed: bool, most: int, django_assert_max_num_queries
) -> None:
    report(world)
    for number in range(6):
        every_kind(world, date(2024, 12, 3 + number))
    seen_row = Occurrence.objects.filter(contribution_requests__isnull=False).first()
    if followed:
        old = samples.agency(world.office.locality, "Phòng Công Thương", valid_to=TODAY)
        Succession.objects.create(predecessor=old, successor=world.office, effective_on=TODAY)
    client = Client()
    client.force_login(world.reporter)
    at = {"office": world.office.pk, "task": seen_row.obligation.task_id}[page_of]
    address = reverse(f"progress:{page_of}", args=[at])
    client.get(address)
    with django_assert_max_num_queries(most):
        assert client.get(address).status_code == 200


def test_words_of_a_leader_and_steps_name_the_work_they_belong_to(world) -> None:
    period = due(world, date(2025, 3, 1))
    words = Words("direct", "Báo cáo ngay.", date(2024, 12, 9))
    said_at = {"now": timezone.now(), "today": TODAY, "actor": world.coordinator}
    say(about=period.obligation, said=words, **said_at)
    Step.objects.create(
        obligation=period.obligation, position=1, text="Khai giảng", due=date(2024, 12, 10)
    )
    task = period.obligation.task
    rows = {row.about: row.work for row in seen(world).rows}
    assert rows["Báo cáo ngay."] == rows["Khai giảng"] == f"{task.number}. {task.text}"
    assert task.text in page(world.reporter, world.office).content.decode()
