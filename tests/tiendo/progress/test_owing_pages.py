"""The pages of who owes what: the table, an office's own handling, asking and answering, the discussion."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.tiendo import samples
from tiendo.accounts import deputies
from tiendo.accounts.deputies import Days
from tiendo.accounts.models import Role
from tiendo.history.models import Removal
from tiendo.progress.models import ContributionRequest, Obligation, Remark, Report, Share

pytestmark = pytest.mark.django_db


@pytest.fixture
def owed(world) -> Obligation:
    """Yearly work of the office, which the communes help with."""
    task = world.yearly(coordinating=(world.communes, world.farming), years=(2024,))
    return task.obligations.get()


def browser(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def go(client: Client, name: str, pk: int, **data):
    return client.post(reverse(f"owing:{name}", args=[pk]), data, follow=True)


def test_the_coordinator_changes_a_line_of_the_table_and_work_follows(world, signed_in) -> None:
    task = samples.task(world.plan, world.office, world.farming, deadline_kind="recurring")
    address = reverse("owing:table", args=[world.plan.pk])
    form = signed_in.get(address).context["form"]
    signed_in.post(address, {**form.initial, "co-lead": "nothing"})
    assert {row.agency: row.share for row in task.obligations.all()} == {world.office: Share.CLOSES}
    signed_in.post(address, {**form.initial, "co-lead": "adds"})
    assert task.obligations.get(agency=world.farming).share == Share.ADDS


def test_a_choice_that_is_not_offered_is_refused_and_nothing_changes(world, signed_in) -> None:
    address = reverse("owing:table", args=[world.plan.pk])
    form = signed_in.get(address).context["form"]
    answer = signed_in.post(address, {**form.initial, "accountable": "nothing"})
    assert answer.status_code == 422
    assert not world.plan.owing_rules.exists()


def test_another_lead_is_chosen_on_the_page_of_the_task(world, signed_in) -> None:
    task = samples.task(world.plan, world.office, world.farming, deadline_kind="recurring")
    other = task.assignments.get(agency=world.farming)
    page = go(signed_in, "lead", other.pk)
    assert "Phòng Nông nghiệp" in page.content.decode()
    assert task.obligations.get(agency=world.farming).share == Share.CLOSES


def test_an_office_receives_its_work_shares_it_out_and_ticks_a_step(world, owed) -> None:
    head = samples.person(Role.HEAD, world.office, full_name="Trưởng Phòng Mẫu")
    client = browser(head)
    go(client, "receive", owed.pk)
    go(client, "name_officer", owed.pk, user=world.reporter.pk, inner_due="20/12/2024")
    go(client, "add_step", owed.pk, text="Lập danh sách", due="10/12/2024")
    page = go(client, "step", owed.steps.get().pk, do="done")
    assert [row.kind for row in owed.receipts.all()] == ["received"]
    assert owed.handlers.get().user == world.reporter
    assert "100%" in page.content.decode()


def test_a_step_that_was_taken_out_can_be_taken_back(world, owed) -> None:
    client = browser(world.reporter)
    go(client, "add_step", owed.pk, text="Lập danh sách")
    go(client, "step", owed.steps.get().pk, do="remove")
    assert not owed.steps.exists()
    assert Removal.objects.count() == 1


def test_work_is_refused_with_a_reason_and_the_coordinator_decides(world, owed, signed_in) -> None:
    client = browser(samples.person(Role.HEAD, world.office))
    assert go(client, "refuse", owed.pk, reason="").status_code == 422
    go(client, "refuse", owed.pk, reason="Không thuộc chức năng của phòng")
    go(signed_in, "recall", owed.pk, reason="Theo quy chế làm việc", do="uphold")
    page = go(client, "refuse", owed.pk, reason="Vẫn không thuộc")
    assert "đã trả lại một lần" in page.content.decode()
    assert [row.kind for row in owed.receipts.all()] == ["refused", "upheld"]


def test_the_coordinator_takes_work_back_with_a_reason(owed, signed_in) -> None:
    go(signed_in, "recall", owed.pk, reason="Giao cho phòng khác", do="recall")
    owed.refresh_from_db()
    assert (owed.ended_on, owed.ended_reason) == (samples.TODAY, "Giao cho phòng khác")


def test_the_lead_asks_the_communes_and_one_answers(world, owed) -> None:
    period = owed.occurrences.get()
    client = browser(world.reporter)
    form = client.get(reverse("owing:ask", args=[period.pk])).context["form"]
    assert list(form.fields["agencies"].queryset) == [world.farming, world.commune]
    go(client, "ask", period.pk, agencies=[world.commune.pk], words="Số lớp", due="10/12/2024")
    contribution = ContributionRequest.objects.get().contributions.get()
    commune = browser(samples.person(Role.REPORTER, world.commune))
    page = commune.get(reverse("owing:contribution", args=[contribution.pk]))
    assert "Số lớp" in page.content.decode()
    go(commune, "contribution", contribution.pk, work="done", result="Đã mở 02 lớp")
    said = Report.objects.get()
    assert (said.agency, said.occurrence) == (world.commune, period)
    period.refresh_from_db()
    assert period.done_on is None
    assert "1 trên 1" in client.get(reverse("owing:obligation", args=[owed.pk])).content.decode()


def test_a_group_is_asked_in_one_tick(world, owed) -> None:
    period = owed.occurrences.get()
    client = browser(world.reporter)
    due = {"words": "Số lớp", "due": "10/12/2024"}
    assert go(client, "ask", period.pk, **due).status_code == 422
    again = {"groups": [world.communes.pk], "agencies": [world.commune.pk]}
    go(client, "ask", period.pk, **due, **again)
    asked = ContributionRequest.objects.get().contributions.all()
    assert {row.agency for row in asked} == {row.agency for row in world.communes.members.all()}


def test_a_group_that_the_task_does_not_name_cannot_be_asked(world, owed) -> None:
    other = samples.group(world.plan.locality, world.farming, name="Các phòng ban")
    said = {"groups": [other.pk], "words": "Số lớp", "due": "10/12/2024"}
    page = go(browser(world.reporter), "ask", owed.occurrences.get().pk, **said)
    assert page.status_code == 422
    assert not ContributionRequest.objects.exists()


def test_an_answer_that_is_sent_twice_is_one_answer(world, owed) -> None:
    period = owed.occurrences.get()
    asked = {"agencies": [world.commune.pk], "words": "Số lớp", "due": "10/12/2024"}
    go(browser(world.reporter), "ask", period.pk, **asked)
    contribution = ContributionRequest.objects.get().contributions.get()
    commune = browser(samples.person(Role.REPORTER, world.commune))
    page = commune.get(reverse("owing:contribution", args=[contribution.pk])).content.decode()
    [key] = re.findall(r'<input type="hidden" name="key" value="([^"]+)"', page)
    for _ in range(2):
        said = {"work": "done", "result": "Đã mở 02 lớp", "key": key}
        go(commune, "contribution", contribution.pk, **said)
    assert Report.objects.count() == 1


def test_a_request_that_was_taken_back_is_answered_by_nobody(world, owed) -> None:
    client = browser(world.reporter)
    period = owed.occurrences.get()
    go(client, "ask", period.pk, agencies=[world.commune.pk], words="Số lớp", due="10/12/2024")
    request = ContributionRequest.objects.get()
    go(client, "recall_request", request.pk)
    commune = browser(samples.person(Role.REPORTER, world.commune))
    go(commune, "contribution", request.contributions.get().pk, work="done", result="Có")
    assert not Report.objects.exists()


def test_people_write_to_each_other_and_take_their_own_words_out(world, owed, signed_in) -> None:
    client = browser(world.helper)
    page = go(client, "say", owed.task_id, text="Đề nghị gửi danh sách trước 10/12")
    assert "Đề nghị gửi danh sách" in page.content.decode()
    remark = Remark.objects.get()
    assert go(signed_in, "unsay", remark.pk).status_code == 403
    go(client, "unsay", remark.pk)
    assert not Remark.objects.exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("receive", {}),
        ("refuse", {"reason": "x"}),
        ("name_officer", {}),
        ("add_step", {"text": "x"}),
        ("recall", {"reason": "x"}),
    ],
)
def test_another_office_may_not_handle_this_work(world, owed, name, data) -> None:
    assert go(browser(world.helper), name, owed.pk, **data).status_code == 403
    assert go(browser(world.stranger), name, owed.pk, **data).status_code == 404


def test_an_answer_in_the_stead_of_somebody_away_names_both(world, owed) -> None:
    period = owed.occurrences.get()
    asked = {"agencies": [world.commune.pk], "words": "Số lớp", "due": "10/12/2024"}
    go(browser(world.reporter), "ask", period.pk, **asked)
    away = samples.person(Role.REPORTER, world.commune)
    days = Days(samples.TODAY, samples.TODAY)
    deputies.name_deputy(absent=away, deputy=world.helper, days=days, actor=away)
    answer = {"work": "done", "result": "Đã mở 02 lớp"}
    go(browser(world.helper), "contribution", world.commune.contributions.get().pk, **answer)
    said = Report.objects.get()
    assert (said.author, said.stands_in_for) == (world.helper, away)
