"""A document that changes a plan, brought the usual way: offered as an amendment, drafted by one button."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from lxml import html

from tests.tiendo import samples
from tests.vanban.documents import text_source
from tiendo.accounts.models import Role
from tiendo.agencies.services import call
from tiendo.plans.amending import reading_in, services
from tiendo.plans.background import _refused
from tiendo.plans.drafting import draft
from tiendo.plans.models import Act, Amendment, Clause, Document, Intake, Plan, Stage
from vanban.jsonform import plain_value
from vanban.reader import read_source

pytestmark = [pytest.mark.django_db, pytest.mark.pages]
NOW = datetime(2025, 3, 20, 2, 0, tzinfo=UTC)
KEPT = "Phòng Kinh tế và Hạ tầng"

PAPER = """\
ỦY BAN NHÂN DÂN HUYỆN BÌNH SƠN

Số: 215/QĐ-UBND

Bình Sơn, ngày 14 tháng 3 năm 2025

QUYẾT ĐỊNH

Về việc điều chỉnh, bổ sung một số nội dung của Kế hoạch số 27/KH-UBND ngày 21 tháng 02 năm 2022

Căn cứ Luật Tổ chức chính quyền địa phương;

QUYẾT ĐỊNH:

Điều 1. Điều chỉnh, bổ sung Kế hoạch số 27/KH-UBND ngày 21 tháng 02 năm 2022 như sau:

1. Điều chỉnh thời hạn hoàn thành nhiệm vụ số 5 Phụ lục từ “Quý II/2025” thành “Quý IV/2025”.

2. Bãi bỏ nhiệm vụ số 7 Phụ lục.

3. Điều chỉnh cơ quan chủ trì nhiệm vụ số 40 Phụ lục từ “Phòng Nội vụ” thành “Phòng Kinh tế và Hạ tầng”.

4. Điều chỉnh chỉ tiêu “Tỷ trọng ngành công nghiệp” từ 12,5% lên 14%.

5. Bổ sung nhiệm vụ số 15: “Lập hồ sơ số của từng cụm”, do Phòng Kinh tế và Hạ tầng chủ trì, xong trước quý II/2026.

6. Điều chỉnh cơ quan chủ trì nhiệm vụ số 6 thành “Ban Quản lý chợ”.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

Nơi nhận:

- Như trên.
"""


class World:
    """A plan in force, a paper that changes it under review, and people."""

    def __init__(self, folder: Path, paper: str = PAPER) -> None:
        place = samples.locality()
        self.office = samples.agency(place, KEPT)
        call(self.office, KEPT, actor=None)
        self.plan = samples.plan(place, number="27/KH-UBND")
        due = {
            "deadline_text": "Quý II/2025",
            "deadline_kind": "quarter",
            "ends": date(2025, 6, 30),
        }
        self.tasks = {
            number: samples.task(self.plan, self.office, text=text, number=number, **due)
            for number, text in (("5", "Lập quy hoạch cụm"), ("6", "Sửa chợ"), ("7", "Mở hội chợ"))
        }
        self.target = samples.target(self.plan, comparator=">=", low="12.5", unit="%")
        self.intake = self._brought(place, paper, folder)
        self.coordinator = self._client(Role.COORDINATOR)
        self.reporter = self._client(Role.REPORTER)

    def _brought(self, place, paper: str, folder: Path) -> Intake:
        content = ContentFile(paper.encode(), "quyet-dinh.txt")
        facts = {"locality": place, "name": "quyet-dinh-215.txt"}
        document = Document.objects.create(
            **facts, file=content, sha256="b" * 64, size=len(paper), uploaded_at=NOW
        )
        reading = plain_value(read_source(text_source(paper, folder)))
        row = Intake.objects.create(
            **facts,
            document=document,
            stage=Stage.READ,
            reading=reading,
            started_at=NOW,
            read_at=NOW,
        )
        draft(intake=row, actor=None)
        return row

    def _client(self, role: Role) -> Client:
        client = Client()
        client.force_login(samples.person(role, self.office))
        return client

    @property
    def review(self) -> str:
        return said(self.coordinator.get(reverse("plans:review", args=[self.intake.pk])))

    def made(self) -> Amendment:
        address = reverse("plans:amends", args=[self.intake.pk])
        answer = self.coordinator.post(address, {"plan": self.plan.pk})
        found = Amendment.objects.get()
        assert answer.url == reverse("amending:amendment", args=[found.pk])
        return found


def said(answer) -> str:
    return " ".join(html.fromstring(answer.content).body.text_content().split())


@pytest.fixture
def world(tmp_path) -> World:
    return World(tmp_path)


def of(draft: Amendment, item) -> Clause:
    return next(row for row in draft.clauses.all() if item in (row.task, row.target))


def test_the_review_says_which_plan_is_changed_and_one_button_drafts_it(world) -> None:
    assert "Văn bản này điều chỉnh một kế hoạch có ở đây" in world.review
    found = world.made()
    assert (found.number, found.issuer) == ("215/QĐ-UBND", world.intake.issuer)
    assert (found.issued_on, found.effective_on) == (date(2025, 3, 14), date(2025, 3, 14))
    assert found.document == world.intake.document
    world.intake.refresh_from_db()
    assert world.intake.stage == Stage.AMENDS


def test_a_clause_that_is_told_is_written_with_what_it_sets(world) -> None:
    clause = of(world.made(), world.tasks["5"])
    assert clause.sets == {
        "deadline_text": "Quý IV/2025",
        "starts": "2025-10-01",
        "ends": "2025-12-31",
        "recurs_until": 2025,
    }
    assert clause.reading == {}
    assert "nhiệm vụ số 5" in clause.words


def test_an_end_a_figure_and_an_addition_are_written(world) -> None:
    found = world.made()
    assert of(found, world.tasks["7"]).act == Act.END
    target = of(found, world.target)
    assert target.sets["low"] == "14.0000"
    assert target.sets["text"] == world.target.text.replace("12,5%", "14%")
    assert target.reading["doubts"] == ["by-words"]
    added = found.clauses.get(act=Act.ADD)
    assert (added.sets["number"], added.sets["text"]) == ("15", "Lập hồ sơ số của từng cụm")
    assert [row["written"] for row in added.sets["offices"]] == [KEPT]


def test_what_is_not_told_is_kept_with_its_words_and_stops_the_decision(world) -> None:
    found = world.made()
    lost = found.clauses.get(task=None, target=None, act=Act.CHANGE)
    assert lost.reading["doubts"] == ["not-found"]
    assert "nhiệm vụ số 40" in lost.words
    page = said(world.coordinator.get(reverse("amending:amendment", args=[found.pk])))
    assert "chưa rõ mục nào" in page
    with pytest.raises(ValidationError) as refused:
        services.decide(amendment=found, actor=None, now=NOW)
    assert len(refused.value.messages) == 3


def test_a_person_chooses_what_a_clause_is_about(world) -> None:
    found = world.made()
    lost = found.clauses.get(task=None, target=None, act=Act.CHANGE)
    other = samples.task(world.plan, world.office, text="Trồng cây", number="41")
    address = reverse("amending:match", args=[lost.pk])
    assert "Trồng cây" in said(world.coordinator.get(address, {"q": "trong cay"}))
    world.coordinator.post(address, {"about": "task", "item": other.pk})
    lost.refresh_from_db()
    assert lost.task == other
    assert lost.reading["doubts"] == [
        "old-differs"
    ]  # the plan has another office than the decision says


def test_two_clauses_cannot_be_about_one_task(world) -> None:
    found = world.made()
    lost = found.clauses.get(task=None, target=None, act=Act.CHANGE)
    address = reverse("amending:match", args=[lost.pk])
    posted = {"about": "task", "item": world.tasks["5"].pk}
    assert "Dự thảo đã có một nội dung khác" in said(
        world.coordinator.post(address, posted, follow=True)
    )
    lost.refresh_from_db()
    assert lost.task is None


def test_an_office_that_is_not_known_stands_in_the_form_to_be_corrected(world) -> None:
    found = world.made()
    clause = of(found, world.tasks["6"])
    assert (clause.sets, clause.reading["doubts"]) == ({}, ["offices"])
    page = world.coordinator.get(reverse("amending:clause", args=[clause.pk]))
    assert "Ban Quản lý chợ" in page.content.decode()


def test_settling_takes_the_mark_away(world) -> None:
    found = world.made()
    clause = of(found, world.target)
    world.coordinator.post(reverse("amending:settle", args=[clause.pk]))
    clause.refresh_from_db()
    assert clause.reading == {}
    unsaid = of(found, world.tasks["6"])
    answer = world.coordinator.post(reverse("amending:settle", args=[unsaid.pk]), follow=True)
    assert "chưa quy định gì" in said(answer)


def test_the_document_of_a_decision_is_read_by_all_and_that_of_a_draft_is_not(world) -> None:
    found = world.made()
    address = reverse("plans:file", args=[found.document_id])
    assert world.reporter.get(address).status_code == 404
    found.clauses.exclude(task=world.tasks["5"]).delete()
    services.decide(amendment=found, actor=None, now=NOW)
    answer = world.reporter.get(address)
    assert b"".join(answer).decode() == PAPER


def test_the_closed_intake_leads_to_the_draft_and_opens_again_when_that_is_deleted(world) -> None:
    found = world.made()
    address = reverse("plans:review", args=[world.intake.pk])
    assert world.coordinator.get(address).url == reverse("amending:amendment", args=[found.pk])
    throw = reverse("plans:discard", args=[world.intake.pk])
    assert "hãy xóa dự thảo đó" in said(world.coordinator.post(throw, follow=True)).lower()
    world.coordinator.post(reverse("amending:give_up", args=[found.pk]))
    world.intake.refresh_from_db()
    assert world.intake.stage == Stage.READ
    assert "Lập dự thảo điều chỉnh" in world.review


def test_where_no_plan_has_the_number_one_is_chosen(tmp_path) -> None:
    world = World(tmp_path)
    Plan.objects.filter(pk=world.plan.pk).update(number="99/KH-UBND")
    assert "hãy chọn kế hoạch được điều chỉnh" in world.review
    address = reverse("plans:amends", args=[world.intake.pk])
    answer = world.coordinator.post(address, {"plan": ""}, follow=True)
    assert "Hãy chọn kế hoạch" in said(answer)
    assert not Amendment.objects.exists()
    assert world.made().plan == world.plan


@pytest.mark.parametrize("plan", ["0", "99999999999999999999", "x\0", "-1"])
def test_a_wrong_plan_is_refused_and_nothing_breaks(world, plan: str) -> None:
    address = reverse("plans:amends", args=[world.intake.pk])
    assert world.coordinator.post(address, {"plan": plan}).status_code == 302
    assert not Amendment.objects.exists()


def test_pressing_twice_makes_one_draft(world) -> None:
    world.made()
    world.coordinator.post(reverse("plans:amends", args=[world.intake.pk]), {"plan": world.plan.pk})
    assert Amendment.objects.count() == 1


def test_a_paper_that_names_more_than_anybody_checks_makes_no_draft(world) -> None:
    row, clause = world.intake, world.intake.reading["amending"]["clauses"][0]
    clause["numbers"] = [str(number) for number in range(1, 1000)]
    row.reading["amending"]["clauses"] = [clause, clause]
    row.save()
    with pytest.raises(ValidationError, match=r"1\.000"):
        reading_in.draft_from(intake=row, plan=world.plan, actor=None, now=NOW)
    assert not Amendment.objects.exists()


def test_a_paper_that_only_amends_is_no_paper_without_work() -> None:
    read = {"header": {}, "source": {"blocks": []}, "tasks": [], "duties": [], "targets": []}
    assert _refused(read)
    assert _refused({**read, "amending": {"clauses": []}}) is None


def test_clauses_about_one_task_become_one(tmp_path) -> None:
    more = PAPER.replace(
        "nhiệm vụ số 6 thành “Ban Quản lý chợ”", "nhiệm vụ số 5 thành “Phòng Kinh tế và Hạ tầng”"
    )
    found = World(tmp_path, more).made()
    assert found.clauses.filter(task__number="5").count() == 1


def test_offices_of_a_list_are_told_apart() -> None:
    named = reading_in.offices_in("Phòng Văn hóa - Thông tin, UBND các xã")
    assert named == ("Phòng Văn hóa - Thông tin", "UBND các xã")
