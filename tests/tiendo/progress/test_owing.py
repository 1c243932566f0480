"""Who owes what: the default table, what a plan says otherwise, and another lead that answers."""

from datetime import date

import pytest

from tests.tiendo import samples
from tiendo.agencies.models import Agency
from tiendo.plans.models import AssignmentRole, Plan
from tiendo.progress.listing import lines, worst_first
from tiendo.progress.models import Occurrence, Place, Share
from tiendo.progress.owing.rules import CHOICES, DEFAULTS, Named, is_asked, place_of
from tiendo.progress.owing.services import answer_for, follow, owing, set_table
from tiendo.progress.status import Status

pytestmark = pytest.mark.django_db
TODAY = date(2024, 12, 2)


@pytest.fixture
def plan() -> Plan:
    return samples.plan(samples.locality())


def yearly(plan: Plan, *leads, **facts):
    words = {"deadline_text": "Hằng năm", "deadline_kind": "recurring", "recurrence": "year"}
    return samples.task(plan, *leads, **words | facts)


def opened(plan: Plan) -> None:
    follow(plan=plan, tasks=plan.tasks.owed().with_offices(), actor=None, today=TODAY)


def shares(task) -> dict[str, str]:
    return {row.agency.name: row.share for row in task.obligations.filter(ended_on=None)}


# --- the table -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "place"),
    [
        ({"leads": True, "accountable": True}, Place.ACCOUNTABLE),
        ({"leads": True}, Place.CO_LEAD),
        ({"leads": True, "accountable": True, "in_group": True}, Place.LEADING_GROUP),
        ({"leads": True, "duty": True}, Place.DUTY),
        ({}, Place.COORDINATING),
        ({"in_group": True}, Place.COORDINATING_GROUP),
        ({"leads": True, "accountable": True, "asked": True}, Place.SUPPORTING),
        ({"asked": True}, Place.SUPPORTING),
        ({"leads": True, "written": "Phòng A (hỗ trợ)"}, Place.SUPPORTING),
    ],
)
def test_an_office_has_its_place_by_how_the_task_names_it(facts, place) -> None:
    default = {"leads": False, "accountable": False, "in_group": False, "duty": False}
    assert place_of(Named(**default | facts)) == place


@pytest.mark.parametrize(
    ("name", "kind", "asked"),
    [
        ("Hội Nông dân huyện", "organisation", True),
        ("Sở Công Thương", "department", True),
        ("Trung tâm tư vấn và Phát triển công nghiệp Tỉnh", "centre", True),
        ("Trung tâm Khuyến nông tỉnh Đồng Tháp", "centre", True),
        ("Trung tâm Giáo dục nghề nghiệp Huyện", "centre", False),
        ("Trung tâm Văn hóa huyện Tam Nông, tỉnh Đồng Tháp", "centre", False),
        ("Trung tâm Máy tính", "centre", False),
        ("Phòng Tài chính - Kế hoạch", "office", False),
    ],
)
def test_what_the_province_has_is_asked_and_what_the_district_has_is_told(
    name: str, kind: str, asked: bool
) -> None:
    assert is_asked(Agency(name=name, kind=kind)) is asked


def test_the_office_that_one_belongs_to_decides_before_its_name() -> None:
    department = Agency(name="Sở Công Thương", kind="department")
    committee = Agency(name="Ủy ban nhân dân huyện Hồng Ngự", kind="committee")
    centre = {"name": "Trung tâm Xúc tiến thương mại", "kind": "centre"}
    assert is_asked(Agency(parent=department, **centre))
    assert not is_asked(Agency(parent=committee, **centre))
    assert not is_asked(Agency(parent=committee, name="Trạm liên tỉnh", kind="centre"))


def test_whom_to_ask_is_known_without_a_query_more(plan: Plan, django_assert_num_queries) -> None:
    above = samples.agency(plan.locality, "Sở Công Thương", kind="department")
    centres = [samples.agency(plan.locality, f"Trung tâm {n}", parent=above) for n in range(5)]
    for centre in centres:
        yearly(plan, centre)
    tasks = list(plan.tasks.owed().with_offices())
    with django_assert_num_queries(0):
        found = [owing(task, TODAY) for task in tasks]
    assert found == [{centre: Share.INVITED} for centre in centres]


def test_a_province_may_say_that_its_centres_report_and_close(plan: Plan) -> None:
    centre = samples.agency(plan.locality, "Trung tâm Khuyến nông tỉnh", kind="centre")
    led = yearly(plan, centre)
    helped = yearly(plan, samples.agency(plan.locality), coordinating=(centre,))
    opened(plan)
    assert shares(led) == {centre.name: Share.INVITED}
    set_table(plan=plan, shares={Place.SUPPORTING: Share.CLOSES}, actor=None, today=TODAY)
    assert shares(led) == {centre.name: Share.CLOSES}
    assert centre.name not in shares(helped)


def test_every_place_has_a_default_among_its_choices() -> None:
    assert all(DEFAULTS[place] in CHOICES[place] for place in Place)


def test_ten_communes_that_coordinate_owe_nothing_until_they_are_asked(plan: Plan) -> None:
    office = samples.agency(plan.locality, "Phòng A")
    communes = [samples.agency(plan.locality, f"Xã {n}", kind="commune") for n in range(10)]
    tasks = [
        yearly(plan, office, coordinating=(samples.group(plan.locality, *communes),))
        for _ in range(14)
    ]
    opened(plan)
    assert [shares(task) for task in tasks] == [{"Phòng A": Share.CLOSES}] * 14


def test_the_front_is_asked_for_its_duty_and_never_late(plan: Plan) -> None:
    front = samples.agency(plan.locality, "Ủy ban Mặt trận Tổ quốc", kind="organisation")
    duty = yearly(plan, front, kind="duty")
    assert owing(duty, TODAY) == {front: Share.INVITED}
    opened(plan)
    running = Occurrence.objects.get(obligation__task=duty, year=2024)
    assert running.status(date(2025, 3, 1)) == Status.NO_REPORT
    stored = Occurrence.objects.with_status(date(2025, 3, 1)).get(pk=running.pk)
    assert stored.state == Status.NO_REPORT


def test_a_plan_says_otherwise_and_its_obligations_follow(plan: Plan) -> None:
    first, second = (samples.agency(plan.locality, name) for name in ("Phòng A", "Phòng B"))
    task = yearly(plan, first, second)
    opened(plan)
    assert shares(task) == {"Phòng A": Share.CLOSES, "Phòng B": Share.ADDS}
    set_table(plan=plan, shares={Place.CO_LEAD: Share.NOTHING}, actor=None, today=TODAY)
    assert shares(task) == {"Phòng A": Share.CLOSES}
    set_table(plan=plan, shares={Place.CO_LEAD: Share.ADDS}, actor=None, today=TODAY)
    assert shares(task) == {"Phòng A": Share.CLOSES, "Phòng B": Share.ADDS}
    assert task.obligations.count() == 2


def test_following_twice_changes_nothing(plan: Plan) -> None:
    task = yearly(plan, samples.agency(plan.locality, "Phòng A"))
    opened(plan)
    before = set(Occurrence.objects.values_list("pk", flat=True))
    assert follow(plan=plan, tasks=plan.tasks.with_offices(), actor=None, today=TODAY) == 0
    assert set(Occurrence.objects.values_list("pk", flat=True)) == before
    assert {row.year for row in Occurrence.objects.filter(obligation__task=task)} == {2024, 2025}


# --- who answers ---------------------------------------------------------------------------------


def test_another_lead_answers_and_the_words_of_the_document_stay(plan: Plan) -> None:
    first, second = (samples.agency(plan.locality, name) for name in ("Phòng A", "Phòng B"))
    task = yearly(plan, first, second)
    opened(plan)
    written = list(task.assignments.values_list("written", "position"))
    chosen = task.assignments.get(agency=second, role=AssignmentRole.LEAD)
    answer_for(assignment=chosen, actor=None, today=TODAY, reason="theo phân công")
    assert shares(task) == {"Phòng B": Share.CLOSES, "Phòng A": Share.ADDS}
    assert list(task.assignments.values_list("written", "position")) == written


# --- how a task stands ---------------------------------------------------------------------------


def test_a_silent_further_lead_does_not_make_a_task_late(plan: Plan) -> None:
    first, second = (samples.agency(plan.locality, name) for name in ("Phòng A", "Phòng B"))
    task = yearly(plan, first, second)
    opened(plan)
    done = Occurrence.objects.get(obligation__agency=first, year=2024)
    Occurrence.objects.filter(pk=done.pk).update(done_on=TODAY)
    Occurrence.objects.filter(obligation__task=task, year=2025).delete()
    later = date(2025, 6, 1)
    [line] = lines(worst_first(plan.tasks.all(), later), later)
    assert line.status == Status.DONE
    silent = Occurrence.objects.get(obligation__agency=second, year=2024)
    assert silent.status(later) == Status.OVERDUE


def test_an_obligation_that_ended_is_owed_no_more(plan: Plan) -> None:
    first, second = (samples.agency(plan.locality, name) for name in ("Phòng A", "Phòng B"))
    yearly(plan, first, second)
    opened(plan)
    set_table(plan=plan, shares={Place.CO_LEAD: Share.NOTHING}, actor=None, today=TODAY)
    assert not Occurrence.objects.open().filter(obligation__agency=second).exists()
