"""From the words of a deadline to the periods an office owes, as the reader, a person and the plan leave them."""

from datetime import date

import pytest

from tests.tiendo import samples
from tiendo.plans.drafting import deadline
from tiendo.plans.item_forms import WorkForm, due_of
from tiendo.plans.items import due_from
from tiendo.plans.models import Plan, Task
from tiendo.progress.forms import ConditionForm
from tiendo.progress.models import Occurrence
from tiendo.progress.owing.services import follow
from tiendo.progress.services import meet_condition
from tiendo.progress.status import Status
from tiendo.progress.terms import counted_due, occurrences_of

pytestmark = pytest.mark.django_db
TODAY = date(2024, 12, 2)


@pytest.fixture
def plan() -> Plan:
    return samples.plan(samples.locality(), followed_from=TODAY)


def task_due(plan: Plan, words: str, **particulars) -> Task:
    """A task whose deadline is what the reader makes of `words`."""
    due = due_of(words)
    inside = {"within": due.within} if due.within else {}
    return samples.task(
        plan,
        samples.agency(plan.locality),
        deadline_text=words,
        deadline_kind=due.kind,
        starts=due.start,
        ends=due.end,
        recurrence=due.recurrence,
        recurs_until=due.end.year if due.end else None,
        particulars={**inside, **particulars},
    )


def days_owed(task: Task) -> list[date | None]:
    follow(plan=task.plan, tasks=[task], actor=None, today=TODAY)
    rows = Occurrence.objects.filter(obligation__task=task).order_by("starts")
    return [row.due for row in rows]


def test_the_day_within_a_month_reaches_the_periods_of_the_office(plan: Plan) -> None:
    owed = days_owed(task_due(plan, "trước ngày 20 hằng tháng"))
    assert owed[:3] == [date(2024, 12, 19), date(2025, 1, 19), date(2025, 2, 19)]


def test_the_words_from_a_year_on_are_owed_yearly_to_the_end_of_the_plan(plan: Plan) -> None:
    row = deadline({"text": "Từ năm 2024", "kind": "year", "start": "2024-01-01", "end": None,
                    "open_ended": True})  # fmt: skip
    due = due_from(row)
    assert (due.kind, due.recurrence, due.start, due.end) == (
        "recurring",
        "year",
        date(2024, 1, 1),
        None,
    )
    assert days_owed(task_due(plan, "Từ năm 2024")) == [date(2024, 12, 31), date(2025, 12, 31)]


def test_monthly_work_until_the_end_of_a_year_stops_there(plan: Plan) -> None:
    assert days_owed(task_due(plan, "Hằng tháng đến hết năm 2024")) == [date(2024, 12, 31)]


def test_milestones_fall_due_one_by_one(plan: Plan) -> None:
    milestones = [{"text": "Tháng 3/2025", "end": "2025-03-31"}, {"text": "sau đó", "end": None},
                  {"text": "tháng 9/2025", "end": "2025-09-30"}]  # fmt: skip
    task = task_due(plan, "Tháng 3/2025; tháng 9/2025", milestones=milestones)
    assert days_owed(task) == [date(2025, 3, 31), date(2025, 9, 30)]


def test_milestones_are_left_where_a_person_settled_on_another_day(plan: Plan) -> None:
    task = task_due(plan, "30/6/2025", milestones=[{"text": "a", "end": "2025-03-31"},
                                                   {"text": "b", "end": "2025-09-30"}])  # fmt: skip
    assert days_owed(task) == [date(2025, 6, 30)]


def test_asked_again_nothing_more_falls_due(plan: Plan) -> None:
    task = task_due(plan, "Hằng quý")
    before = days_owed(task)
    keys = set(Occurrence.objects.values_list("pk", flat=True))
    assert days_owed(task) == before
    assert set(Occurrence.objects.values_list("pk", flat=True)) == keys


def test_what_is_counted_from_a_day_waits_for_it_and_then_falls_due_so_much_later(
    plan: Plan,
) -> None:
    words = "Trong 02 tháng kể từ ngày ban hành"
    task = task_due(plan, words)
    assert task.deadline_kind == "relative"
    follow(plan=plan, tasks=[task], actor=None, today=TODAY)
    row = Occurrence.objects.get()
    assert row.status(TODAY) == Status.WAITING
    form = ConditionForm({"met_on": "01/12/2024"}, occurrence=row, today=TODAY)
    assert form.is_valid(), form.errors
    meet_condition(occurrence=row, actor=None, **form.cleaned_data)
    row.refresh_from_db()
    assert (row.due, row.status(TODAY)) == (date(2025, 2, 1), Status.IN_PROGRESS)


def test_a_day_typed_by_a_person_stands_before_the_counted_one(plan: Plan) -> None:
    task = task_due(plan, "Trong 02 tháng kể từ ngày ban hành")
    follow(plan=plan, tasks=[task], actor=None, today=TODAY)
    typed = {"met_on": "01/12/2024", "due": "15/01/2025"}
    form = ConditionForm(typed, occurrence=Occurrence.objects.get(), today=TODAY)
    assert form.is_valid()
    assert form.cleaned_data["due"] == date(2025, 1, 15)


def test_words_that_count_nothing_give_no_day() -> None:
    assert counted_due("Khi có đề án của tỉnh", TODAY) is None


def test_an_edited_item_keeps_the_day_its_words_name() -> None:
    form = WorkForm({"text": "Báo cáo", "leads": "Phòng A", "deadline": "trước ngày 20 hằng tháng",
                     "kind": "recurring", "recurrence": "month"})  # fmt: skip
    assert form.is_valid(), form.errors
    assert form.said().due.within == "19"
    other = WorkForm({**form.data, "recurrence": "quarter"})
    assert other.is_valid()
    assert other.said().due.within == ""


SPAN = {"text": "Tìm vốn", "leads": "Phòng A", "deadline": "Giai đoạn 2021-2025", "kind": "year-range",
        "start": date(2021, 1, 1), "end": date(2025, 12, 31), "recurrence": ""}  # fmt: skip
SHOWN = SPAN | {"start": "01/01/2021", "end": "31/12/2025"}


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ({"deadline": "Giai đoạn 2021-2026"}, date(2026, 12, 31)),  # the words alone
        ({"deadline": "Giai đoạn 2021-2026", "end": "30/06/2026"}, date(2026, 6, 30)),
        ({"deadline": "Như đã thống nhất"}, date(2025, 12, 31)),  # words that name no day
        ({"text": "Tìm vốn và đất"}, date(2025, 12, 31)),
    ],
)
def test_other_words_of_a_deadline_mean_what_they_say_unless_more_is_typed(typed, last) -> None:
    form = WorkForm(SHOWN | typed, initial=SPAN)
    assert form.is_valid(), form.errors
    assert form.said().due.end == last


def test_a_period_has_the_same_place_whenever_it_is_worked_out(plan: Plan) -> None:
    task = task_due(plan, "trước ngày 20 hằng tháng")
    follow(plan=plan, tasks=[task], actor=None, today=TODAY)
    obligation = task.obligations.get()
    places = {
        (row.kind, row.year, row.part) for row in occurrences_of(obligation, followed_from=TODAY)
    }
    stored = set(Occurrence.objects.values_list("kind", "year", "part"))
    assert stored < places  # those that were over are not owed by who begins today
    assert len(places) == len(occurrences_of(obligation, followed_from=date(2000, 1, 1)))
