"""The same work in several plans: proposed by words and lead, joined by a person, owed and reported once."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.tiendo import samples
from tests.tiendo.progress.conftest import TODAY, World, occurrence_of
from tiendo.plans.models import Plan, Task
from tiendo.progress.joined import alike, join, proposals, take_apart
from tiendo.progress.models import Occurrence
from tiendo.progress.services import ReportWords, report
from tiendo.progress.status import Status

WORK = "Mở lớp tập huấn nghề cho lao động nông thôn"


@pytest.fixture
def other(world: World) -> Plan:
    return samples.plan(world.plan.locality, "Kế hoạch đào tạo nghề")


@pytest.fixture
def pair(world: World, other: Plan) -> tuple[Task, Task]:
    """The same work in both plans, owed in both."""
    first = world.yearly(years=(2024,), text=WORK)
    second = samples.task(other, world.office, text=WORK.upper())
    samples.occurrence(second)
    return first, second


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_is_between_0_and_100_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0 <= alike(one, other) <= 100
    assert alike(one, other) == alike(other, one)
    assert alike(one, one) == 100


@pytest.mark.django_db
def test_only_alike_words_with_a_lead_in_common_are_proposed(world, other, pair) -> None:
    samples.task(other, world.farming, text=WORK)
    samples.task(other, world.office, text="Xây chợ đầu mối")
    (found,) = proposals(world.plan)
    assert ((found.task, found.other), found.equal) == (pair, True)


@pytest.mark.django_db
def test_work_of_another_locality_is_not_proposed(world, pair) -> None:
    elsewhere = samples.agency(samples.locality("Huyện Khác"))
    samples.task(samples.plan(elsewhere.locality), elsewhere, text=WORK)
    assert len(proposals(world.plan)) == 1


@pytest.mark.django_db
def test_joined_work_is_owed_once_and_both_plans_show_how_it_stands(world, other, pair) -> None:
    task, kept = pair
    join(task=task, other=kept, actor=world.coordinator, today=TODAY)
    assert [row.obligation.task for row in Occurrence.objects.open()] == [kept]
    words = ReportWords("done", work_on=TODAY, result="Đã mở 03 lớp.")
    facts = {"agency": world.office, "files": [], "actor": None, "now": timezone.now()}
    report(occurrence=occurrence_of(kept, 2024), words=words, **facts)
    client = Client()
    client.force_login(world.viewer)
    for plan in (world.plan, other):
        page = client.get(reverse("progress:plan_tasks", args=[plan.pk]))
        assert [line.status for line in page.context["found"].lines] == [Status.DONE]
        shown = client.get(reverse("progress:plan", args=[plan.pk])).context["overview"]
        assert shown.counts == {Status.DONE: 1}
    page = client.get(reverse("progress:task", args=[task.pk]))
    assert "Đã mở 03 lớp." in page.content.decode()


@pytest.mark.django_db
def test_taken_apart_each_is_owed_by_itself_again(world, pair) -> None:
    task, kept = pair
    join(task=task, other=kept, actor=world.coordinator, today=TODAY)
    take_apart(task=task, actor=world.coordinator)
    assert {row.obligation.task for row in Occurrence.objects.open()} == {task, kept}


@pytest.mark.django_db
def test_a_chain_and_two_tasks_of_one_plan_are_refused(world, other, pair) -> None:
    task, kept = pair
    with pytest.raises(ValidationError):
        join(task=task, other=world.yearly(text=WORK), actor=None, today=TODAY)
    join(task=task, other=kept, actor=None, today=TODAY)
    third = samples.task(samples.plan(world.plan.locality, "Kế hoạch ba"), world.office, text=WORK)
    for one, two in ((third, task), (kept, third), (task, third)):
        with pytest.raises(ValidationError):
            join(task=Task.objects.get(pk=one.pk), other=two, actor=None, today=TODAY)


@pytest.mark.django_db
def test_the_coordinator_joins_on_the_page(world, signed_in, pair) -> None:
    task, kept = pair
    page = signed_in.get(reverse("progress:joined", args=[world.plan.pk]))
    assert "lời văn giống hệt" in page.content.decode()
    signed_in.post(reverse("progress:join", args=[task.pk]), {"other": kept.pk})
    task.refresh_from_db()
    assert task.same_as == kept
    signed_in.post(reverse("progress:join", args=[task.pk]), {"do": "apart"})
    task.refresh_from_db()
    assert task.same_as is None
