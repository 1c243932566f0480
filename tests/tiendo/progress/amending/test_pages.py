"""Amending a plan on its pages: from what an office proposes to the decision that the plan follows."""

from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse
from lxml import html

from tests.tiendo import samples
from tiendo.accounts.models import Role
from tiendo.agencies.services import call
from tiendo.plans.models import Amendment, Clause, Outcome, Proposal, Submission, Task
from tiendo.progress.models import Occurrence

pytestmark = [pytest.mark.django_db, pytest.mark.pages]

TODAY = date(2025, 3, 10)


def said(answer: HttpResponse) -> str:
    """The words of a page, as people read them."""
    body = html.fromstring(answer.content).body
    return " ".join(body.text_content().split())


EVERY_HEAD = {
    "words": "Điều chỉnh thời hạn",
    "number": "45/QĐ-UBND",
    "issuer": "UBND huyện",
    "issued_on": "01/03/2025",
    "effective_on": "05/03/2025",
}


@pytest.fixture(autouse=True)
def _today():
    with override_settings(TODAY=str(TODAY)):
        yield


class Plan:
    """A plan with one task of one office, and somebody for each role."""

    def __init__(self) -> None:
        place = samples.locality()
        self.office = samples.agency(place)
        self.farming = samples.agency(place, "Phòng Nông nghiệp và Môi trường")
        for agency in (self.office, self.farming):
            call(agency, agency.name, actor=None)
        self.plan = samples.plan(place)
        due = {"starts": date(2024, 1, 1), "ends": date(2024, 12, 31)}
        words = {"deadline_text": "Năm 2024", "deadline_kind": "year", "recurs_until": 2024}
        self.task = samples.task(self.plan, self.office, text="Lập quy hoạch cụm", **due, **words)
        self.period = samples.occurrence(self.task, 2024)
        self.target = samples.target(self.plan)
        self.coordinator = self._client(Role.COORDINATOR)
        self.reporter = self._client(Role.REPORTER)

    def _client(self, role: Role) -> Client:
        client = Client()
        client.force_login(samples.person(role, self.office))
        return client

    def drafted(self) -> Amendment:
        self.coordinator.post(reverse("amending:begin", args=[self.plan.pk]), EVERY_HEAD)
        return Amendment.objects.get()

    def changed(self, draft: Amendment, **facts):
        address = reverse("amending:change", args=[draft.pk, "task", self.task.pk])
        typed = {
            **{"text": "Lập quy hoạch cụm", "leads": self.office.name, "number": self.task.number},
            **{"deadline": "Tháng 6/2025", "kind": "date", "end": "30/06/2025"},
            **{"start": "", "recurrence": "", "product": "", "coordinating": ""},
        }
        return self.coordinator.post(address, typed | facts)


@pytest.fixture
def world() -> Plan:
    return Plan()


def test_from_the_draft_to_the_plan_that_follows_the_decision(world) -> None:
    draft = world.drafted()
    assert world.changed(draft, decision="Lùi thời hạn đến hết tháng 6.").status_code == 302
    page = said(world.coordinator.get(reverse("amending:amendment", args=[draft.pk])))
    assert "Năm 2024" in page
    assert "Tháng 6/2025" in page
    assert "Lùi thời hạn đến hết tháng 6." in page
    answer = world.coordinator.post(reverse("amending:decide", args=[draft.pk]), follow=True)
    assert "từ bây giờ" in said(answer)
    assert Occurrence.objects.get(pk=world.period.pk).moved_to == date(2025, 6, 30)
    task_page = said(world.reporter.get(reverse("progress:task", args=[world.task.pk])))
    assert "45/QĐ-UBND" in task_page
    assert "30/06/2025" in task_page


def test_the_page_of_a_past_day_says_what_held_on_it(world) -> None:
    draft = world.drafted()
    world.changed(draft, text="Lập và duyệt quy hoạch cụm")
    world.coordinator.post(reverse("amending:decide", args=[draft.pk]))
    address = reverse("progress:task", args=[world.task.pk])
    assert "Lập và duyệt quy hoạch cụm" in said(world.coordinator.get(address))
    past = said(world.coordinator.get(address, {"ngay": "2025-02-01"}))
    assert "Lập quy hoạch cụm" in past
    assert "Lập và duyệt" not in past


def test_a_decision_without_number_is_refused_and_nothing_changes(world) -> None:
    world.coordinator.post(
        reverse("amending:begin", args=[world.plan.pk]), EVERY_HEAD | {"number": ""}
    )
    draft = Amendment.objects.get()
    world.changed(draft)
    answer = world.coordinator.post(reverse("amending:decide", args=[draft.pk]), follow=True)
    assert "số và ký hiệu" in said(answer)
    assert Amendment.objects.get().state == "draft"
    assert Occurrence.objects.get(pk=world.period.pk).moved_to is None


def test_an_unknown_office_is_named_and_what_was_typed_stays(world) -> None:
    answer = world.changed(world.drafted(), leads="Phòng Không Có")
    assert answer.status_code == 422
    assert "“Phòng Không Có”" in said(answer)
    assert "Tháng 6/2025" in answer.content.decode()
    assert not Clause.objects.exists()


def test_a_draft_is_hidden_from_those_who_do_not_draft(world) -> None:
    draft = world.drafted()
    assert world.reporter.get(reverse("amending:amendment", args=[draft.pk])).status_code == 404
    overview = said(world.reporter.get(reverse("amending:amendments", args=[world.plan.pk])))
    assert "45/QĐ-UBND" not in overview


def test_a_target_is_ended_and_stands_apart_with_its_decision(world) -> None:
    draft = world.drafted()
    ended = {"about": "target", "item": world.target.pk}
    world.coordinator.post(reverse("amending:end", args=[draft.pk]), ended)
    world.coordinator.post(reverse("amending:decide", args=[draft.pk]))
    page = said(world.reporter.get(reverse("progress:targets", args=[world.plan.pk])))
    assert "Không còn hiệu lực" in page
    assert "bãi bỏ từ 05/03/2025" in page


def test_an_office_proposes_and_the_coordinator_takes_it_into_a_draft(world) -> None:
    address = reverse("amending:propose", args=[world.plan.pk]) + f"?viec={world.task.pk}"
    typed = {
        **{"agency": world.office.pk, "words": "Lùi đến 30/06/2025", "reason": "Chưa có vốn"},
        "key": "0123456789abcdef0123456789abcdef",
    }
    for _ in range(2):  # the form sent twice
        assert world.reporter.post(address, typed).status_code == 302
    (row,) = Proposal.objects.all()
    assert row.task == world.task
    queue = said(world.coordinator.get(reverse("desk:queue")))
    assert "Lùi đến 30/06/2025" in queue
    world.coordinator.post(reverse("amending:take", args=[row.pk]), {"amendment": ""})
    row.refresh_from_db()
    assert row.outcome == Outcome.TAKEN
    assert row.amendment == Amendment.objects.get()
    again = world.coordinator.post(
        reverse("amending:take", args=[row.pk]), {"amendment": ""}, follow=True
    )
    assert "đã được trả lời" in said(again)


def test_a_proposal_goes_to_the_level_above_and_its_answer_is_entered(world) -> None:
    facts = {"plan": world.plan, "agency": world.office, "reason": "Vượt thẩm quyền"}
    row = Proposal.objects.create(words="Tăng vốn", made_at="2025-03-01T02:00Z", **facts)
    typed = {
        **{"addressee": "UBND tỉnh", "number": "12/TTr-UBND", "issued_on": "05/03/2025"},
        **{"words": "Xin vốn", "proposals": [row.pk]},
    }
    world.coordinator.post(reverse("amending:submit", args=[world.plan.pk]), typed)
    submission = Submission.objects.get()
    assert submission.proposals.get() == row
    address = reverse("amending:submission", args=[submission.pk])
    early = {"agreed": "partly", "answered_on": "01/02/2025", "answer": "", "answer_number": ""}
    assert world.coordinator.post(address, early).status_code == 422
    late = early | {"answered_on": "20/03/2025", "answer": "Bố trí một phần"}
    assert world.coordinator.post(address, late).status_code == 302
    assert "đồng ý một phần" in said(world.reporter.get(address)).lower()


def test_what_the_level_above_answered_stands_on_the_proposal_and_waits_to_be_decided(
    world,
) -> None:
    facts = {"plan": world.plan, "agency": world.office, "reason": "Vượt thẩm quyền"}
    facts |= {"made_at": "2025-03-01T02:00Z", "outcome": Outcome.SUBMITTED}
    paper = {"number": "12/TTr-UBND", "addressee": "UBND tỉnh", "issued_on": date(2025, 3, 2)}
    submission = Submission.objects.create(plan=world.plan, **paper)
    row = Proposal.objects.create(words="Tăng vốn", submission=submission, **facts)
    own, queue = reverse("amending:proposal", args=[row.pk]), reverse("desk:queue")
    taken = reverse("amending:take", args=[row.pk])
    assert "Tăng vốn" not in said(world.coordinator.get(queue))
    assert "Đưa vào dự thảo" not in said(world.coordinator.get(own))
    world.coordinator.post(taken, {"amendment": ""})
    assert not Amendment.objects.exists()

    answer = {"agreed": "wholly", "answered_on": "08/03/2025", "answer_number": "9/UBND-TH"}
    answered = reverse("amending:submission", args=[submission.pk])
    world.coordinator.post(answered, answer | {"answer": "Bố trí trong quý II"})
    assert "Bố trí trong quý II" in said(world.reporter.get(own))
    assert "Tăng vốn" in said(world.coordinator.get(queue))
    assert "trình cấp trên" not in said(world.coordinator.get(own)).split("Không tiếp thu")[1]
    world.coordinator.post(taken, {"amendment": ""})
    row.refresh_from_db()
    assert (row.outcome, row.amendment) == (Outcome.TAKEN, Amendment.objects.get())
    assert "Bố trí trong quý II" in said(world.reporter.get(own))


@pytest.mark.parametrize("number", ["0", "99999999999999999999", "abc", "\x00", "-1"])
def test_an_item_that_is_not_there_is_not_found(world, number) -> None:
    draft = world.drafted()
    typed = {"about": "task", "item": number}
    answer = world.coordinator.post(reverse("amending:end", args=[draft.pk]), typed)
    assert answer.status_code == 404
    assert Task.objects.count() == 1


def test_a_task_of_another_plan_cannot_be_amended_here(world) -> None:
    other = samples.task(samples.plan(world.plan.locality, "Kế hoạch khác"), world.office)
    draft = world.drafted()
    address = reverse("amending:change", args=[draft.pk, "task", other.pk])
    assert world.coordinator.get(address).status_code == 404


def test_work_that_was_ended_says_from_which_day_and_counts_no_days(world) -> None:
    days = {"due": date(2025, 12, 31), "cancelled_on": date(2025, 3, 5)}
    Occurrence.objects.filter(pk=world.period.pk).update(**days)
    words = said(world.reporter.get(reverse("progress:task", args=[world.task.pk])))
    assert "bãi bỏ từ 05/03/2025" in words
    assert "còn 296 ngày" not in words


def test_a_task_is_named_without_a_number_it_has_not_and_never_cut_within_a_word() -> None:
    words = "Lập danh mục cơ sở công nghiệp nông thôn tiêu biểu " * 4
    assert str(Task(text="Lập danh mục")) == "Lập danh mục"
    assert str(Task(number="7", text=words)).endswith("tiêu …")
