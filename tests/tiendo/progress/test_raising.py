"""What a report says stands in the way becomes a row that somebody answers for; a petition becomes a proposal."""

from datetime import date

import pytest
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.difficulties.rows import difficulty, petition
from tests.tiendo.legal.norms import norm
from tests.tiendo.registers.ground import Ground, client, lay
from tiendo.accounts.models import Role
from tiendo.agencies.models import Agency
from tiendo.difficulties.due import TO_ANSWER
from tiendo.difficulties.models import Difficulty
from tiendo.difficulties.registers import DIFFICULTIES, PETITIONS
from tiendo.plans.models import AmendmentState, Plan, Proposal
from tiendo.progress.models import OfficeReport, RaisedDifficulty, Report, ReportState, Round

WORDS = "Chưa có mặt bằng cho cơ sở dời vào"


@pytest.fixture
def ground(db, settings) -> Ground:
    settings.TODAY = "2024-12-02"
    return lay()


@pytest.fixture
def plan(ground: Ground) -> Plan:
    return samples.plan(ground.locality, standing_agency=ground.office)


@pytest.fixture
def labour() -> Agency:
    return Agency.objects.get(name="Phòng Lao động - Thương binh và Xã hội")


@pytest.fixture
def report(plan: Plan, labour: Agency) -> Report:
    owed = samples.occurrence(samples.task(plan, labour))
    return samples.report(owed, difficulties=WORDS)


def address(report: Report) -> str:
    return reverse("raising:raise", args=[report.pk])


def typed_from(form) -> dict[str, str]:
    """What the form says at first, and the group, as a browser would send it."""
    shown = {bound.html_name: bound.value() for bound in form}
    said = {name: value for name, value in shown.items() if value not in (None, "")}
    days = {name: f"{day:%d/%m/%Y}" for name, day in said.items() if isinstance(day, date)}
    return said | days | {"bottleneck": "land"}


def test_the_office_that_reported_enters_it_for_the_standing_office_to_answer(
    ground, plan, labour, report
):
    norm(
        ground.locality, code=TO_ANSWER, kind="working-days", highest=5, valid_from=date(2024, 1, 1)
    )
    at = client(samples.person(Role.REPORTER, labour))
    task = report.occurrence.obligation.task
    assert address(report) in at.get(reverse("progress:task", args=[task.pk])).content.decode()
    form = at.get(address(report)).context["form"]
    answer = at.post(address(report), typed_from(form))
    assert answer.status_code == 302, answer.context["form"].errors
    row = Difficulty.objects.get()
    assert (row.what, row.whom, row.source) == (WORDS, labour.name, "office")
    assert (row.agency, row.received_on) == (ground.office, date(2024, 11, 27))
    assert row.due_on == date(2024, 12, 4)
    assert RaisedDifficulty.objects.get().report == report
    shown = at.get(reverse("progress:task", args=[task.pk])).content.decode()
    assert reverse("registers:row", args=[DIFFICULTIES, row.pk]) in shown
    back = at.get(answer.url).content.decode()
    assert reverse("progress:task", args=[task.pk]) in back


def test_who_reads_the_report_of_a_round_takes_its_difficulties_over_from_there(
    ground, plan, report
):
    days = {"starts": date(2024, 1, 1), "cut_off": date(2024, 12, 14), "opened_at": ground.now}
    asked = Round.objects.create(plan=plan, kind="year", year=2024, **days)
    due = {"due": date(2024, 12, 31), "first_due": date(2024, 12, 31)}
    facts = {"agency": report.agency, "state": ReportState.SENT, "first_sent_at": ground.now}
    whole = OfficeReport.objects.create(round=asked, **facts, **due)
    Report.objects.update(within=whole)
    page = reverse("rounds:report", args=[whole.pk])
    at = client(ground.coordinator)
    assert address(report) in at.get(page).content.decode()
    typed = typed_from(at.get(address(report)).context["form"]) | {"due_on": "09/12/2024"}
    row = at.post(address(report), typed).url
    assert row in at.get(page).content.decode()


def test_the_same_difficulty_is_entered_once(ground, report):
    at = client(ground.coordinator)
    typed = typed_from(at.get(address(report)).context["form"]) | {"due_on": "09/12/2024"}
    assert at.post(address(report), typed).status_code == 302
    assert at.post(address(report), typed).status_code == 422
    assert RaisedDifficulty.objects.count() == 1


def test_only_what_counts_as_said_and_is_difficult_is_taken_over(ground, report):
    at = client(ground.coordinator)
    Report.objects.update(state=ReportState.DRAFT)
    assert at.get(address(report)).status_code == 404
    Report.objects.update(state=ReportState.SENT, difficulties="")
    assert at.get(address(report)).status_code == 404
    assert at.get(reverse("raising:raise", args=[10**15])).status_code == 404


def test_another_office_does_not_enter_what_this_one_reported(ground, report):
    assert client(ground.of_here).get(address(report)).status_code == 403
    assert (
        client(samples.person(Role.LEADER, ground.office)).get(address(report)).status_code == 403
    )


def test_the_row_goes_and_the_report_stays(ground, report):
    at = client(ground.coordinator)
    typed = typed_from(at.get(address(report)).context["form"]) | {"due_on": "09/12/2024"}
    at.post(address(report), typed)
    row = Difficulty.objects.get()
    gone = reverse("registers:delete", args=[DIFFICULTIES, row.pk])
    assert at.post(gone, {"reason": "Nhập nhầm"}).status_code == 302
    assert Report.objects.get() == report
    assert not RaisedDifficulty.objects.exists()


def test_a_petition_becomes_a_proposal_and_each_leads_to_the_other(ground, plan):
    asked = petition(ground.office, words="Đề nghị bố trí vốn nâng trạm")
    difficulty(ground.office, petition=asked)
    at = client(ground.officer)
    row = reverse("registers:row", args=[PETITIONS, asked.pk])
    propose = f"{reverse('amending:propose', args=[plan.pk])}?kien-nghi={asked.pk}"
    assert propose in at.get(row).content.decode()
    form = at.get(propose).context["form"]
    assert form["words"].value() == "Đề nghị bố trí vốn nâng trạm"
    typed = {
        "agency": ground.office.pk,
        "words": "Thêm việc nâng trạm",
        "reason": "Năm cơ sở cùng vướng",
        "key": form["key"].value(),
    }
    assert at.post(propose, typed).status_code == 302
    made = Proposal.objects.get()
    assert made.petition == asked
    proposal = reverse("amending:proposal", args=[made.pk])
    assert proposal in at.get(row).content.decode()
    assert row in at.get(proposal).content.decode()


def test_the_coordinator_brings_a_petition_into_a_draft_without_another_office(ground, plan):
    asked = petition(ground.office, words="Đề nghị bố trí vốn nâng trạm")
    at = client(ground.coordinator)
    row = at.get(reverse("registers:row", args=[PETITIONS, asked.pk])).content.decode()
    propose = f"{reverse('amending:propose', args=[plan.pk])}?kien-nghi={asked.pk}"
    assert propose in row
    form = at.get(propose).context["form"]
    office = ground.coordinator.memberships.get().agency
    assert list(form.fields["agency"].queryset) == [office]
    typed = {"agency": office.pk, "words": "Thêm việc nâng trạm", "reason": "Năm cơ sở vướng"}
    made = at.post(propose, typed | {"key": form["key"].value()}, follow=True)
    stored = made.context["proposal"]
    assert (stored.petition, stored.agency) == (asked, office)
    at.post(reverse("amending:take", args=[stored.pk]), {"amendment": ""})
    stored.refresh_from_db()
    assert stored.amendment.state == AmendmentState.DRAFT


@pytest.mark.parametrize("said", ["0", "9" * 30, "x", "\x00"])
def test_a_petition_that_is_not_there_is_no_page_or_no_petition(ground, plan, said):
    asked = f"{reverse('amending:propose', args=[plan.pk])}"
    status = client(ground.officer).get(asked, {"kien-nghi": said}).status_code
    assert status in (200, 404)


def test_a_petition_of_another_locality_is_not_there(ground, plan):
    foreign = petition(samples.agency(samples.locality("Huyện khác")))
    asked = f"{reverse('amending:propose', args=[plan.pk])}?kien-nghi={foreign.pk}"
    assert client(ground.officer).get(asked).status_code == 404
