"""Putting a reviewed draft in force: all of it or nothing, and what stands in the way is said."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tests.tiendo import samples
from tiendo.agencies.models import KnownName
from tiendo.history.models import Change
from tiendo.plans import naming, review
from tiendo.plans.checking import draft_of, open_questions
from tiendo.plans.confirming import confirm_plan
from tiendo.plans.heads import complete_head
from tiendo.plans.items import Work
from tiendo.plans.models import Assignment, ItemKind, Past, Plan, Stage, Target, Task
from vanban.text import key

TODAY = date(2026, 11, 23)


def answers(intake, finance, **others):
    known = {
        "title": intake.title,
        "short_title": intake.short_title,
        "number": "",
        "issuer": intake.issuer,
        "issued_on": intake.issued_on,
        "standing_agency": finance,
        "until_year": 2030,
        "past": Past.CLOSE,
        "past_reason": "Đã báo cáo bằng giấy",
    }
    return review.Answers(**{**known, **others})


@pytest.fixture
def reviewed(intake, finance, lan):
    """Everything settled; duty 2.1 joined to task 1, which Phòng TC-KH answers for."""
    naming.settle_proposed(intake=intake, actor=lan)
    naming.create_unknown(intake=intake, actor=lan)
    first = intake.items.get(kind=ItemKind.TASK, position=1)
    review.accept(item=first, actor=lan, accountable=key("Phòng TC-KH"))
    duty = intake.items.get(kind=ItemKind.DUTY, position=2)
    review.join(duty=duty, task=first, actor=lan)
    review.accept_all(items=intake.items.all(), actor=lan)
    review.answer(intake=intake, answers=answers(intake, finance), actor=lan)
    return intake


@pytest.fixture
def plan(reviewed, lan):
    return confirm_plan(intake=reviewed, actor=lan, today=TODAY)


def test_the_head_is_what_the_person_answered(plan, finance, lan):
    assert (plan.short_title, plan.issued_on) == ("Phát triển nghề mộc đến năm 2025", "2022-03")
    assert (plan.standing_agency, plan.confirmed_by) == (finance, lan)
    assert (plan.first_year, plan.last_year, plan.followed_from) == (2022, 2030, TODAY)


def test_tasks_and_duties_keep_number_words_and_places(plan):
    rows = [(task.kind, task.number, task.text) for task in plan.tasks.order_by("position")]
    assert rows == [
        ("task", "1", "Mở lớp dạy nghề mộc cho thanh niên. Cấp chứng chỉ cho người học xong."),
        ("task", "2", "Lập quy hoạch làng nghề"),
        ("task", "3", "Sửa đường vào làng nghề"),
        ("duty", "1.1", "Theo dõi chung."),
        ("duty", "2.1", "Mở lớp dạy nghề mộc tại xã."),
    ]
    assert plan.tasks.get(number="3").quotes[0]["line"] == 24


def test_deadlines_are_stored_as_written_and_as_understood(plan):
    first, second, third = plan.tasks.filter(kind="task")
    assert (first.deadline_text, first.deadline_kind, first.recurrence, first.recurs_until) == (
        "Hằng năm",
        "recurring",
        "year",
        2030,
    )
    assert (second.deadline_kind, second.ends) == ("conditional", None)
    assert (third.starts, third.ends) == (date(2022, 1, 1), date(2025, 12, 31))


def test_the_chosen_lead_answers_and_the_words_stay_as_printed(plan, finance):
    leads = plan.tasks.get(kind="task", number="1").leads
    assert (leads[0].agency, leads[0].accountable) == (finance, True)
    assert leads[0].written == "Phòng TC-KH"
    helper = plan.tasks.get(kind="task", number="1").coordinating[0]
    assert (helper.written, helper.agency) == ("UBNDcác xã, thị trấn", None)
    assert helper.group is not None


def test_a_joined_duty_is_not_owed_a_second_time(plan):
    assert {task.number for task in plan.tasks.owed()} == {"1", "2", "3", "1.1"}
    assert plan.tasks.get(number="2.1").same_as.number == "1"


def test_tasks_are_found_by_full_and_short_names_of_offices(plan):
    for words in ("kt-ht", "kinh te va ha tang", "hoc xong"):
        assert plan.tasks.filter(fold__contains=words, number="1").exists(), words


def test_targets_keep_their_legal_form(plan):
    target = Target.objects.get(plan=plan)
    assert (target.comparator, target.low, target.unit, target.recurrence) == (
        ">=",
        40,
        "người/năm",
        "year",
    )


def test_outline_and_named_documents_come_along(plan):
    assert [provision.text for provision in plan.provisions.all()] == ["MỤC TIÊU"]
    parent = plan.related.get()
    assert (parent.relation, parent.number, parent.line, parent.other) == (
        "carries_out",
        "12-ĐA/HU",
        5,
        None,
    )


def test_the_writings_are_known_from_now_on(plan, finance):
    assert KnownName.objects.filter(text="Phòng TC-KH", agency=finance).exists()


def test_every_row_of_the_plan_has_a_line_in_the_history(plan):
    for model in (Plan, Task, Assignment, Target):
        stored = model.objects.count()
        lines = Change.objects.filter(content_type__model=model.__name__.lower(), action="add")
        assert lines.count() == stored > 0, model


def test_a_plan_is_confirmed_once(reviewed, plan, lan):
    with pytest.raises(ValidationError):
        confirm_plan(intake=reviewed, actor=lan, today=TODAY)
    assert Plan.objects.count() == 1


def test_what_is_open_is_said_in_sentences(intake, lan):
    with pytest.raises(ValidationError) as refused:
        confirm_plan(intake=intake, actor=lan, today=TODAY)
    assert len(refused.value.messages) == 4  # items, names, standing office, the past
    assert Plan.objects.count() == 0


def test_yearly_work_that_ends_before_the_plan_is_issued_is_asked_about(reviewed):
    reviewed.issued_on, reviewed.until_year = "2026-03-05", 2025
    assert [question.place for question in open_questions(draft_of(reviewed))] == ["answers"]
    reviewed.until_year = 2026
    assert open_questions(draft_of(reviewed)) == []


def test_a_leading_group_without_members_is_asked_about(reviewed, lan):
    group = reviewed.names.get(is_group=True).group
    naming.set_members(group=group, intake=reviewed, members=(), newcomers=(), actor=lan)
    questions = open_questions(draft_of(reviewed))
    assert [question.place for question in questions] == ["names"]


def test_names_of_items_that_are_left_out_need_no_office(intake, lan):
    for item in intake.items.exclude(kind=ItemKind.TARGET):
        review.remove(item=item, actor=lan)
    assert "names" not in [question.place for question in open_questions(draft_of(intake))]


def test_words_far_too_long_for_an_office_can_still_be_confirmed(reviewed, lan):
    said = Work(text="Việc thêm", leads=("Các cơ quan " + "rất dài " * 60,))
    review.add(intake=reviewed, kind=ItemKind.TASK, said=said, actor=lan)
    naming.create_unknown(intake=reviewed, actor=lan)
    plan = confirm_plan(intake=reviewed, actor=lan, today=TODAY)
    assert plan.tasks.get(text="Việc thêm").leads[0].agency


def test_closing_the_past_wants_a_reason(intake, finance, lan):
    with pytest.raises(ValidationError):
        review.answer(intake=intake, answers=answers(intake, finance, past_reason=" "), actor=lan)


def test_a_failure_in_the_middle_leaves_nothing(reviewed, lan):
    item = reviewed.items.get(kind=ItemKind.DUTY, position=1)
    item.data["leads"][0]["text"] = None  # an assignment without words cannot be stored
    item.save()
    with pytest.raises(TypeError):
        confirm_plan(intake=reviewed, actor=lan, today=TODAY)
    reviewed.refresh_from_db()
    assert (Plan.objects.count(), Task.objects.count()) == (0, 0)
    assert reviewed.stage == Stage.READ


def test_the_number_is_completed_from_the_issued_copy(plan, lan):
    complete_head(plan=plan, number=" 15/KH-UBND ", issued_on="2022-03-21", actor=lan)
    plan.refresh_from_db()
    assert (plan.number, plan.issued_on) == ("15/KH-UBND", "2022-03-21")
    assert "15/kh-ubnd" in plan.fold


@pytest.mark.parametrize("number", ["/KH-UBND", "15", "số mười lăm"])
def test_a_number_without_figure_or_symbol_is_refused(plan, lan, number):
    with pytest.raises(ValidationError):
        complete_head(plan=plan, number=number, issued_on="", actor=lan)


def test_the_plan_that_is_carried_out_is_tied_when_its_number_is_known(plan, home, lan):
    parent = samples.plan(home, "Đề án nghề mộc")
    complete_head(plan=parent, number="12-ĐA/HU", issued_on="2022-03-05", actor=lan)
    assert plan.related.get().other == parent
    child = parent.related.get()
    assert (child.relation, child.other) == ("child", plan)


def test_a_plan_of_another_locality_is_never_tied(plan, lan):
    stranger = samples.plan(samples.locality("Huyện khác"), "Đề án nghề mộc")
    complete_head(plan=stranger, number="12-ĐA/HU", issued_on="2022-03-05", actor=lan)
    assert plan.related.get().other is None
