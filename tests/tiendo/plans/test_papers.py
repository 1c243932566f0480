"""The papers of the worked example: proposed from its words, ticked by the coordinator, tied to their duties."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.tiendo import samples
from tiendo.accounts.models import Role
from tiendo.agencies.models import Agency
from tiendo.example.document import build
from tiendo.history.services import changes_of
from tiendo.papers.models import PaperOwed
from tiendo.papers.registers import PAPERS
from tiendo.papers.stages import Stage
from tiendo.plans import naming, review
from tiendo.plans.links import proposed_percent, told_of
from tiendo.plans.models import Intake, Link, Plan, Provision, TaskKind
from tiendo.plans.papers import Proposed, proposed_papers
from vanban.model import Reading
from vanban.reader import read

pytestmark = pytest.mark.django_db
TODAY = date(2024, 12, 2)
ELECTRICITY = "Kế hoạch an toàn điện"


@pytest.fixture(scope="module")
def reading(tmp_path_factory) -> Reading:
    path = tmp_path_factory.mktemp("example") / "plan.docx"
    build(path)
    return read(path)


@pytest.fixture
def office() -> Agency:
    return samples.agency(samples.locality())


@pytest.fixture
def plan(reading, office) -> Plan:
    """The worked example, all of it given to one office."""
    row = samples.plan(office.locality)
    for task in reading.tasks:
        yearly = task.deadline.kind == "recurring"
        samples.task(
            row,
            office,
            text=task.title,
            deadline_text=task.deadline.text,
            deadline_kind=task.deadline.kind,
            ends=None if yearly else task.deadline.end,
        )
    for duty in reading.duties:
        samples.task(row, office, kind=TaskKind.DUTY, text=duty.text, product=duty.product or "")
    for place, each in enumerate(reading.provisions, start=1):
        facts = {"level": each.level, "number": each.number, "text": each.text, "line": place}
        Provision.objects.create(plan=row, position=place, **facts)
    return row


@pytest.fixture
def coordinator(client, office):
    client.force_login(samples.person(Role.COORDINATOR, office))
    return client


def address(plan: Plan) -> str:
    return reverse("plans:papers", args=[plan.pk])


def called(plan: Plan, title: str) -> Proposed:
    return next(each for each in proposed_papers(plan, TODAY) if each.wanted.title == title)


def ticked(proposed: Proposed, **other: object) -> dict[str, object]:
    """What the form of a proposal sends when it is ticked as it stands, but for `other`."""
    wanted = proposed.wanted
    said = {
        "take": "on",
        "title": wanted.title,
        "kind": wanted.kind.value,
        "asked": wanted.asked.value,
        "agency": proposed.agency.pk if proposed.agency else "",
        "submit_to": wanted.submit_to,
        "due": f"{proposed.due:%d/%m/%Y}" if proposed.due else "",
    }
    return {f"{proposed.key}-{name}": value for name, value in (said | other).items()}


def test_every_paper_of_the_plan_is_proposed_once(plan, office):
    found = proposed_papers(plan, TODAY)
    titles = [each.wanted.title for each in found]
    assert len(titles) == len(set(titles)) == 11
    assert ELECTRICITY in titles
    given = [each for each in found if each.task]
    assert all(each.agency == office for each in given)
    assert [each.wanted.kind.value for each in found if not each.task] == ["mechanism"]


def test_a_proposal_bears_the_deadline_of_its_task(plan):
    quality = "Kế hoạch nâng năng suất, chất lượng hàng hóa của doanh nghiệp"
    assert called(plan, quality).due == date(2025, 12, 31)
    assert called(plan, "Rà soát danh sách cơ sở có nguy cơ").due is None  # every year


def test_reading_proposals_takes_as_many_queries_for_any_plan(plan):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        proposed_papers(plan, TODAY)
    plan.tasks.filter(position__gt=plan.tasks.earliest("position").position).delete()
    with CaptureQueriesContext(connection) as fewer:
        proposed_papers(plan, TODAY)
    assert len(asked) == len(fewer) <= 6


def test_work_that_was_cancelled_and_offices_that_ended_are_left_out(plan, office):
    duty = called(plan, ELECTRICITY).task
    duty.cancelled_on = TODAY
    duty.save()
    Agency.objects.filter(pk=office.pk).update(valid_to=date(2024, 6, 30))
    found = proposed_papers(plan, TODAY)
    assert ELECTRICITY not in [each.wanted.title for each in found]
    assert all(each.agency is None for each in found)


def test_looking_enters_nothing(coordinator, plan):
    page = coordinator.get(address(plan))
    assert page.status_code == 200
    assert ELECTRICITY in page.content.decode()
    assert not PaperOwed.objects.exists()


def test_what_is_ticked_is_entered_and_tied_to_its_duty(coordinator, plan, office):
    proposed = called(plan, ELECTRICITY)
    sent = ticked(proposed, due="31/12/2024")
    assert coordinator.post(address(plan), sent).status_code == 302
    paper = PaperOwed.objects.get()
    assert (paper.title, paper.agency, paper.due) == (ELECTRICITY, office, date(2024, 12, 31))
    assert paper.words == "Trình Ủy ban nhân dân Huyện ban hành Kế hoạch an toàn điện"
    assert paper.fold
    assert changes_of([paper]).count() == 1
    link = Link.objects.get()
    assert (link.task, link.register, link.row_id) == (proposed.task, PAPERS.slug, paper.pk)
    assert link.words == ELECTRICITY
    assert not link.measure  # the duty asks for more than the paper, nobody said otherwise
    assert called(plan, ELECTRICITY).entered == paper


def test_a_duty_said_to_be_nothing_but_its_paper_is_done_when_it_is_issued(
    coordinator, plan, office
):
    text = "Trình Ủy ban nhân dân Huyện ban hành Quy chế phối hợp."
    duty = samples.task(plan, office, kind=TaskKind.DUTY, text=text)
    proposed = called(plan, "Quy chế phối hợp")
    coordinator.post(address(plan), ticked(proposed, due="31/03/2024", follows="on"))
    paper = PaperOwed.objects.get()
    assert paper.stage(TODAY) is Stage.LATE
    assert proposed_percent(told_of(duty, 2024)) in (None, 0)
    paper.number, paper.issued_on = "05/QC-UBND", date(2024, 11, 4)
    paper.save()
    assert proposed_percent(told_of(duty, 2024)) == 100


def test_what_nobody_was_given_needs_an_office_and_is_tied_to_nothing(coordinator, plan, office):
    part = next(each for each in proposed_papers(plan, TODAY) if not each.task)
    assert coordinator.post(address(plan), ticked(part)).status_code == 422
    assert coordinator.post(address(plan), ticked(part, agency=office.pk)).status_code == 302
    assert PaperOwed.objects.get().kind == "mechanism"
    assert [each.entered for each in proposed_papers(plan, TODAY) if not each.task] != [None]
    assert not Link.objects.exists()


def test_sending_twice_enters_once(coordinator, plan):
    sent = ticked(called(plan, ELECTRICITY))
    coordinator.post(address(plan), sent)
    assert coordinator.post(address(plan), sent).status_code == 422
    assert PaperOwed.objects.count() == Link.objects.count() == 1


def test_a_paper_whose_kind_was_corrected_is_not_proposed_again(coordinator, plan):
    submission = called(plan, "Kiến nghị Tỉnh điều chỉnh nếu cần")
    coordinator.post(address(plan), ticked(submission, kind="other", title="Kiến nghị Tỉnh"))
    assert called(plan, submission.wanted.title).entered == PaperOwed.objects.get()
    assert called(plan, "Hằng năm đánh giá, báo cáo Ủy ban nhân dân Huyện").entered is None


def test_two_papers_of_one_name_and_office_are_refused_together(coordinator, plan, office):
    first, second = proposed_papers(plan, TODAY)[:2]
    sent = ticked(first, title="Báo cáo") | ticked(second, title="Báo cáo")
    assert coordinator.post(address(plan), sent).status_code == 422
    assert not PaperOwed.objects.exists()


def test_a_submission_needs_somebody_to_submit_to(coordinator, plan):
    proposed = called(plan, "Kiến nghị Tỉnh điều chỉnh nếu cần")
    assert coordinator.post(address(plan), ticked(proposed, submit_to="")).status_code == 422
    assert coordinator.post(address(plan), ticked(proposed)).status_code == 302


def test_nothing_ticked_is_said(coordinator, plan):
    page = coordinator.post(address(plan), {})
    assert page.status_code == 422
    assert "Chọn" in page.content.decode()


@pytest.mark.parametrize(
    "other",
    [
        {"title": "x" * 301},
        {"title": "a\x00b"},
        {"kind": "khác"},
        {"asked": ["issue", "không"]},
        {"agency": "99999999999999999999999"},
        {"agency": "²"},
        {"due": "31/02/2024"},
        {"due": "1" * 4000},
    ],
)
def test_anything_may_be_sent(coordinator, plan, other):
    sent = ticked(called(plan, ELECTRICITY), **other)
    assert coordinator.post(address(plan), sent).status_code == 422
    assert not PaperOwed.objects.exists()


def test_an_office_of_another_locality_is_no_choice(coordinator, plan):
    stranger = samples.agency(samples.locality("Nơi khác"))
    sent = ticked(called(plan, ELECTRICITY), agency=stranger.pk)
    assert coordinator.post(address(plan), sent).status_code == 422


def test_only_who_keeps_every_register_comes_here(client, plan, office):
    for role, code in ((Role.REPORTER, 403), (Role.LEADER, 403), (Role.AUDITOR, 403)):
        client.force_login(samples.person(role, office))
        assert client.get(address(plan)).status_code == code
    client.force_login(samples.person(Role.COORDINATOR, samples.agency(samples.locality("Xa"))))
    assert client.get(address(plan)).status_code == 404


def test_putting_a_plan_in_force_says_how_many_papers_it_asks_for(signed_in, intake, finance, lan):
    naming.settle_proposed(intake=intake, actor=lan)
    naming.create_unknown(intake=intake, actor=lan)
    review.accept_all(items=intake.items.all(), actor=lan)
    Intake.objects.update(standing_agency=finance, past_reason="Bằng giấy")
    page = signed_in.post(reverse("progress:confirm", args=[intake.pk]), follow=True)
    assert "Kế hoạch yêu cầu 1 văn bản." in page.content.decode()
    found = proposed_papers(Plan.objects.get(), TODAY)
    assert [each.wanted.title for each in found] == ["Quy hoạch làng nghề"]
    assert not PaperOwed.objects.exists()
