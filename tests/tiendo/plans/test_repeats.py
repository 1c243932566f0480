"""Work that plans in force give as well: proposed in the review, settled by a person, kept in the draft."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from tests.tiendo import samples
from tiendo.plans import naming, repeats, review
from tiendo.plans.checking import draft_of, open_questions
from tiendo.plans.models import ItemKind, ItemState, Plan, Task

WORDS = "Mở lớp dạy nghề mộc cho thanh niên. Cấp chứng chỉ cho người học xong."


@pytest.fixture
def running(home) -> Plan:
    """Another plan in force until 2026."""
    return samples.plan(home, "Kế hoạch dạy nghề", last_year=2026)


@pytest.fixture
def same(running, finance) -> Task:
    """What it says of the work of the first task, to one of the same leads."""
    return samples.task(running, finance, text=WORDS.upper())


@pytest.fixture
def first(intake, lan):
    naming.settle_proposed(intake=intake, actor=lan)
    naming.create_unknown(intake=intake, actor=lan)
    return intake.items.get(kind=ItemKind.TASK, position=1)


def found(intake) -> list[tuple[int, int]]:
    return [(row.item.pk, row.task.pk) for row in repeats.repeats(draft_of(intake))]


def test_alike_words_with_a_lead_in_common_are_proposed(intake, first, same):
    (row,) = repeats.repeats(draft_of(intake))
    assert (row.item, row.task, row.equal) == (first, same, True)


def test_other_words_another_lead_and_another_locality_are_not(intake, first, running, communes):
    samples.task(running, communes[0], text=WORDS)
    lead = draft_of(intake).names[0].agency
    samples.task(running, lead, text="Xây chợ đầu mối") if lead else None
    elsewhere = samples.agency(samples.locality("Huyện Khác"))
    samples.task(samples.plan(elsewhere.locality), elsewhere, text=WORDS)
    assert found(intake) == []


def test_a_plan_that_ended_before_is_not_compared(intake, first, same, running):
    running.last_year = 2021
    running.save()
    assert found(intake) == []


def test_joined_work_and_work_that_was_cancelled_are_not_proposed(intake, first, same, running):
    same.cancelled_on = date(2026, 1, 1)
    same.save()
    assert found(intake) == []


def test_a_person_joins_and_takes_apart_and_says_that_it_is_other_work(intake, first, same, lan):
    repeats.share(item=first, task=same, actor=lan)
    assert (first.same_work, found(intake)) == (same, [])
    repeats.part(item=first, actor=lan)
    assert found(intake) == [(first.pk, same.pk)]
    repeats.say_unlike(item=first, task=same, actor=lan)
    assert found(intake) == []


def test_an_item_is_joined_in_one_way_only(intake, first, same, lan):
    duty = intake.items.get(kind=ItemKind.DUTY, position=2)
    review.join(duty=duty, task=first, actor=lan)
    with pytest.raises(ValidationError):
        repeats.share(item=first, task=same, actor=lan)
    with pytest.raises(ValidationError):
        repeats.share(item=duty, task=same, actor=lan)
    review.join(duty=duty, task=None, actor=lan)
    first.refresh_from_db()
    repeats.share(item=first, task=same, actor=lan)
    with pytest.raises(ValidationError):
        review.join(duty=duty, task=first, actor=lan)


def test_what_is_joined_there_meanwhile_stands_in_the_way_with_a_sentence(
    intake, first, same, running, finance, lan
):
    repeats.share(item=first, task=same, actor=lan)
    same.same_as = samples.task(samples.plan(intake.locality, "Kế hoạch ba"), finance, text=WORDS)
    same.save()
    assert "repeats" in {question.place for question in open_questions(draft_of(intake))}


def test_the_review_shows_the_pair_and_what_became_of_it(signed_in, intake, first, same, running):
    url = reverse("plans:review", args=[intake.pk])
    assert "ke-hoach-khac" in signed_in.get(url).content.decode()
    page = signed_in.get(url, {"xem": "ke-hoach-khac"}).content.decode()
    assert same.text in page
    shared = signed_in.post(
        reverse("plans:share", args=[first.pk]), {"task": same.pk, "do": "share"}, follow=True
    )
    assert running.short_title in shared.content.decode()
    first.refresh_from_db()
    assert (first.same_work, first.state) == (same, ItemState.PROPOSED)
    signed_in.post(reverse("plans:share", args=[first.pk]), {"do": "part"})
    first.refresh_from_db()
    assert first.same_work is None


@pytest.mark.parametrize("task", ["", "0", "x\x00", "9" * 40, "-1"])
def test_a_task_that_is_none_is_said(signed_in, intake, first, same, task):
    answer = signed_in.post(reverse("plans:share", args=[first.pk]), {"task": task}, follow=True)
    assert answer.status_code == 200
    first.refresh_from_db()
    assert first.same_work is None
