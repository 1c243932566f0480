"""From the file to the plan in force, by the same services that the pages and the commands use."""

from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tiendo.plans import naming, review
from tiendo.plans.background import read_document
from tiendo.plans.checking import draft_of, open_questions
from tiendo.plans.models import Past, Stage, TaskKind
from tiendo.plans.reception import receive
from tiendo.progress.opening import open_plan

PLAN_01 = Path(__file__).parents[4] / "shared/plans/plan-01-hongngu-taicocau-congnghiep-2022.txt"
TODAY = date(2026, 11, 23)


@pytest.fixture
def confirmed(home, communes, lan):
    if not PLAN_01.exists():
        pytest.skip("the labelled plans are not beside the project (../shared/plans)")
    upload = SimpleUploadedFile("ke-hoach.txt", PLAN_01.read_bytes())
    intake = receive(upload=upload, locality=home, actor=lan)
    read_document.call(intake.pk)
    intake.refresh_from_db()
    assert intake.stage == Stage.READ, intake.error
    review.accept_all(items=intake.items.all(), actor=lan)
    naming.settle_proposed(intake=intake, actor=lan)
    naming.create_unknown(intake=intake, actor=lan)
    answers = review.Answers(
        title=intake.title,
        short_title=intake.short_title,
        number="",
        issuer=intake.issuer,
        issued_on=intake.issued_on,
        standing_agency=home.agency_set.get(name="Phòng Kinh tế và Hạ tầng"),
        until_year=intake.until_year,
        past=Past.CLOSE,
        past_reason="Đã báo cáo bằng giấy",
    )
    review.answer(intake=intake, answers=answers, actor=lan)
    assert open_questions(draft_of(intake)) == []
    return open_plan(intake=intake, actor=lan, today=TODAY)


def test_the_real_plan_runs_with_14_tasks_and_18_duties(confirmed):
    kinds = [task.kind for task in confirmed.tasks.all()]
    assert (kinds.count(TaskKind.TASK), kinds.count(TaskKind.DUTY)) == (14, 18)


def test_every_task_of_the_real_plan_has_one_accountable_lead(confirmed):
    for task in confirmed.tasks.with_offices():
        assert sum(row.accountable for row in task.leads) == 1, task


def test_both_writings_of_an_office_are_one_office(confirmed, home):
    task = confirmed.tasks.get(kind="task", number="7")
    written = {row.written: row.agency.name for row in task.leads}
    assert written == {
        "Phòng KT-HT": "Phòng Kinh tế và Hạ tầng",
        "Phòng TN-MT": "Phòng Tài nguyên và Môi trường",
    }


def test_words_are_found_without_marks(confirmed):
    found = confirmed.tasks.filter(kind="task", fold__contains="khuyen cong")
    assert [task.number for task in found] == ["6", "12"]


def test_no_period_that_was_over_is_held_against_anybody(confirmed):
    late = [
        occurrence
        for task in confirmed.tasks.all()
        for obligation in task.obligations.all()
        for occurrence in obligation.occurrences.all()
        if occurrence.status(TODAY) in ("overdue", "no-report")
    ]
    assert late == []


def test_the_parent_plan_is_a_record_although_it_is_not_here(confirmed):
    related = confirmed.related.get(relation="carries_out")
    assert (related.number, related.issued_on, related.other) == ("62-KH/HU", "2022-01-25", None)
