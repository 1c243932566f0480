"""One queue of what waits for somebody, and what is done on it with one press."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from tests.tiendo import samples
from tests.tiendo.samples import TODAY
from tiendo.accounts.models import Role, User
from tiendo.agencies.models import Agency
from tiendo.plans.models import Plan
from tiendo.progress.models import (
    HandOver,
    HandOverState,
    OfficeReport,
    Receipt,
    Remark,
    ReportState,
    Round,
)

pytestmark = pytest.mark.django_db
Press = Callable[..., object]


@pytest.fixture(autouse=True)
def on_that_day():
    with override_settings(TODAY=TODAY.isoformat()):
        yield


@pytest.fixture
def office() -> Agency:
    return samples.agency(samples.locality(), "Phòng Kinh tế và Hạ tầng", "Phòng KT-HT")


@pytest.fixture
def plan(office: Agency) -> Plan:
    return samples.plan(office.locality)


def report(plan: Plan, office: Agency, **facts) -> OfficeReport:
    """A report of the nine months of 2024, due in September."""
    days = {"starts": "2023-12-15", "cut_off": "2024-09-14", "opened_at": timezone.now()}
    opened, _new = Round.objects.get_or_create(
        plan=plan, kind="nine-months", year=2024, defaults=days
    )
    dues = {"first_due": "2024-09-19", "due": "2024-09-19"}
    return OfficeReport.objects.create(round=opened, agency=office, **{**dues, **facts})


def browser(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def waiting(client: Client):
    return client.get(reverse("desk:queue")).context["waiting"]


def press(client: Client, do: str, row: int, words: str = ""):
    return client.post(reverse("desk:act"), {"do": do, "row": row, "words": words})


def test_a_head_approves_with_one_press(plan: Plan, office: Agency) -> None:
    row = report(plan, office, state=ReportState.WITH_HEAD)
    head = browser(samples.person(Role.HEAD, office))
    assert waiting(head).approve.rows == [row]
    press(head, "approve", row.pk)
    row.refresh_from_db()
    assert row.state == ReportState.SENT
    assert not waiting(head).approve


def test_a_head_approves_for_no_other_office(plan: Plan, office: Agency) -> None:
    other = samples.agency(office.locality, "Phòng Nông nghiệp")
    row = report(plan, office, state=ReportState.WITH_HEAD)
    head = browser(samples.person(Role.HEAD, other))
    assert not waiting(head).approve
    assert press(head, "approve", row.pk).status_code == 403


def test_a_report_of_another_locality_is_not_there(plan: Plan, office: Agency) -> None:
    row = report(plan, office, state=ReportState.SENT, sent_at=timezone.now())
    stranger = samples.agency(samples.locality("Huyện Khác"))
    client = browser(samples.person(Role.COORDINATOR, stranger))
    assert not waiting(client).review
    assert press(client, "accept", row.pk).status_code == 404


def test_a_coordinator_accepts_or_returns_where_the_report_stands(plan, office) -> None:
    row = report(plan, office, state=ReportState.SENT, sent_at=timezone.now())
    client = browser(samples.person(Role.COORDINATOR, office))
    assert waiting(client).review.count == 1
    page = press(client, "return", row.pk)
    row.refresh_from_db()
    assert (page.status_code, row.state) == (302, ReportState.SENT), "without words it stays"
    press(client, "return", row.pk, "Số liệu lệch sổ")
    row.refresh_from_db()
    assert (row.state, row.note) == (ReportState.RETURNED, "Số liệu lệch sổ")


def test_silent_offices_are_worst_first_and_asked_with_one_press(plan, office) -> None:
    later = samples.agency(office.locality, "Phòng Nông nghiệp")
    invited = samples.agency(office.locality, "Sở Công Thương")
    report(plan, later, due="2024-11-20")
    worst = report(plan, office)
    report(plan, invited, invited=True)
    leader = browser(samples.person(Role.LEADER, office))
    assert [row.agency for row in waiting(leader).missing.rows] == [office, later]
    press(leader, "nudge", worst.pk)
    worst.refresh_from_db()
    assert worst.nudged_at


def test_refused_work_waits_until_the_coordinator_decides(plan, office) -> None:
    owed = samples.occurrence(samples.task(plan, office)).obligation
    facts = {"obligation": owed, "at": timezone.now(), "reason": "Không thuộc chức năng"}
    Receipt.objects.create(kind="refused", **facts)
    client = browser(samples.person(Role.COORDINATOR, office))
    assert [row.why for row in waiting(client).refused.rows] == ["Không thuộc chức năng"]
    press(client, "uphold", owed.pk, "Theo quy chế")
    assert not waiting(client).refused


def test_a_question_waits_for_whom_it_concerns_until_somebody_answers(plan, office) -> None:
    task = samples.task(plan, office)
    samples.occurrence(task)
    leader, reporter = samples.person(Role.LEADER, office), samples.person(Role.REPORTER, office)
    press(browser(leader), "say", task.pk, "Vướng ở đâu?")
    assert [row.text for row in waiting(browser(reporter)).questions.rows] == ["Vướng ở đâu?"]
    assert not waiting(browser(leader)).questions
    press(browser(reporter), "say", task.pk, "Chờ vốn.")
    assert not waiting(browser(reporter)).questions
    assert [row.text for row in waiting(browser(leader)).questions.rows] == ["Chờ vốn."]


def test_nothing_is_written_without_words(plan, office) -> None:
    task = samples.task(plan, office)
    press(browser(samples.person(Role.LEADER, office)), "say", task.pk, "  ")
    assert not Remark.objects.exists()


def test_an_administrator_sees_who_has_no_role(plan, office) -> None:
    nobody = samples.person(home=office.locality, full_name="Người Chưa Có Vai")
    client = browser(samples.person(Role.ADMINISTRATOR, office))
    assert waiting(client).roleless.rows == [nobody]
    assert not waiting(browser(samples.person(Role.VIEWER, office))).roleless


def test_a_hand_over_whose_day_has_come_waits_to_be_confirmed(office: Agency) -> None:
    facts = {"locality": office.locality, "state": HandOverState.READY}
    HandOver.objects.create(effective_on=TODAY + timedelta(days=1), **facts)
    today = HandOver.objects.create(effective_on=TODAY, **facts)
    client = browser(samples.person(Role.COORDINATOR, office))
    assert waiting(client).hand_overs.rows == [today]
    assert "Bàn giao chờ xác nhận" in client.get(reverse("desk:queue")).content.decode()
    assert not waiting(browser(samples.person(Role.LEADER, office))).hand_overs


def test_where_nothing_waits_the_page_says_so(plan, office) -> None:
    page = browser(samples.person(Role.VIEWER, office)).get(reverse("desk:queue"))
    assert "Không có việc chờ xử lý" in page.content.decode()


def test_the_queue_costs_the_same_however_much_waits(
    plan, office, django_assert_max_num_queries
) -> None:
    for number in range(8):
        each = samples.agency(office.locality, f"Phòng {number}")
        state = ReportState.SENT if number % 2 else ReportState.DRAFT
        at = timezone.now() if number % 2 else None
        report(plan, each, state=state, sent_at=at, first_sent_at=at)
        samples.occurrence(samples.task(plan, each), 2023)
    client = browser(samples.person(Role.COORDINATOR, office))
    client.get(reverse("desk:queue"))
    with django_assert_max_num_queries(16):
        assert waiting(client).total == 8
