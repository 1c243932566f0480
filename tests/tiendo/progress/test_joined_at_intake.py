"""What a person joined in the review is owed and reported once when the plan is put in force."""

from datetime import date

import pytest

from tests.tiendo import samples
from tests.tiendo.plans.conftest import communes, finance, home, intake, lan  # noqa: F401
from tests.tiendo.plans.test_confirming import answers
from tiendo.plans import naming, repeats, review
from tiendo.plans.models import ItemKind
from tiendo.progress.joined import joined_in, take_apart
from tiendo.progress.models import Occurrence
from tiendo.progress.opening import open_plan

TODAY = date(2026, 11, 23)


@pytest.fixture
def joined(intake, finance, lan):  # noqa: F811
    """A plan put in force whose first task a person joined to one of a plan that ran already."""
    other = samples.plan(intake.locality, "Kế hoạch dạy nghề", last_year=2030)
    same = samples.task(other, finance, text="Mở lớp dạy nghề mộc")
    samples.occurrence(same, 2026)
    naming.settle_proposed(intake=intake, actor=lan)
    naming.create_unknown(intake=intake, actor=lan)
    first = intake.items.get(kind=ItemKind.TASK, position=1)
    repeats.share(item=first, task=same, actor=lan)
    review.accept_all(items=intake.items.all(), actor=lan)
    review.answer(intake=intake, answers=answers(intake, finance), actor=lan)
    return open_plan(intake=intake, actor=lan, today=TODAY), same


def test_it_is_owed_with_the_other_plan_and_not_twice(joined):
    plan, same = joined
    (task,) = joined_in(plan)
    assert (task.number, task.same_as) == ("1", same)
    assert not Occurrence.objects.open().filter(obligation__task=task).exists()
    assert Occurrence.objects.open().filter(obligation__task=same).exists()


def test_taken_apart_it_is_owed_by_itself(joined, lan):  # noqa: F811
    plan, _same = joined
    (task,) = joined_in(plan)
    take_apart(task=task, actor=lan)
    assert Occurrence.objects.open().filter(obligation__task=task).exists()


def test_what_was_not_joined_is_owed_by_itself(joined):
    plan, _same = joined
    open_tasks = {row.obligation.task.number for row in Occurrence.objects.open()}
    assert {"1.1", "2"} <= open_tasks
    assert plan.tasks.owed().count() == plan.tasks.count() - 1
