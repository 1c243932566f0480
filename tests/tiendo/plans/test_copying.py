"""A plan of last year as this year's draft: moved, doubtful where a year was moved, confirmed as any other."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.plans.test_confirming import answers
from tiendo.accounts.models import Role
from tiendo.history.models import Removal
from tiendo.history.services import restore
from tiendo.plans import naming, review
from tiendo.plans.checking import draft_of, open_questions
from tiendo.plans.confirming import confirm_plan
from tiendo.plans.copying import copy_as_draft
from tiendo.plans.models import Intake, ItemKind, ItemState, Plan, Stage
from tiendo.plans.reception import AlreadyHere, discard

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)


@pytest.fixture
def old(running_plan) -> Plan:
    """The small plan in force, of 2022 to 2025, with a year in the words of one task."""
    task = running_plan.tasks.get(kind="task", number="3")
    task.text, task.deadline_text = "Sửa đường vào làng nghề trong năm 2025", "Năm 2022-2025"
    task.save()
    running_plan.first_year, running_plan.last_year = 2022, 2025
    running_plan.number, running_plan.issued_on = "15/KH-UBND", "2022-03-01"
    running_plan.save()
    return running_plan


@pytest.fixture
def copied(old, lan) -> Intake:
    return copy_as_draft(plan=old, first_year=2026, actor=lan, now=NOW)


def item_of(copied: Intake, number: str):
    return copied.items.get(kind=ItemKind.TASK, data__number=number)


def settled(copied: Intake, finance, lan) -> Intake:
    naming.settle_proposed(intake=copied, actor=lan)
    review.accept_all(items=copied.items.all(), actor=lan)
    review.answer(intake=copied, answers=answers(copied, finance, until_year=2029), actor=lan)
    return copied


def test_the_draft_has_the_same_work_aims_and_offices(old, copied):
    kinds = {kind: copied.items.filter(kind=kind).count() for kind in ItemKind.values}
    assert kinds == {"task": 3, "duty": 2, "target": old.targets.count()}
    assert (copied.number, copied.issued_on, copied.document) == ("", "", None)
    assert (copied.first_year, copied.until_year, copied.stage) == (2026, 2029, Stage.READ)
    names = {name.whom for name in copied.names.all()}
    assert names == {row.whom for task in old.tasks.all() for row in task.assignments.all()}
    assert all(name.settled for name in copied.names.all())


def test_a_moved_year_is_doubtful_says_so_and_keeps_the_old_words(copied):
    item = item_of(copied, "3")
    assert item.data["text"] == "Sửa đường vào làng nghề trong năm 2029"
    assert item.data["deadline"]["text"] == "Năm 2026-2029"
    assert (item.data["deadline"]["start"], item.data["deadline"]["end"]) == (
        "2026-01-01",
        "2029-12-31",
    )
    assert item.confidence == "doubtful"
    assert {row["code"] for row in item.findings} == {"moved-text", "moved-deadline"}
    assert item.data["before"]["text"] == "Sửa đường vào làng nghề trong năm 2025"


def test_what_names_no_year_is_sure_and_what_is_doubtful_is_not_taken_with_it(copied, lan):
    assert item_of(copied, "1").confidence == "sure"
    review.accept_all_sure(intake=copied, actor=lan)
    assert item_of(copied, "3").state == ItemState.PROPOSED


def test_the_old_plan_is_not_touched(old, copied):
    assert old.tasks.get(number="3").text == "Sửa đường vào làng nghề trong năm 2025"
    old.refresh_from_db()
    assert (old.number, old.copied_from) == ("15/KH-UBND", None)


def test_confirmed_it_says_where_it_came_from_and_has_no_places_of_the_old_document(
    old, copied, finance, lan
):
    plan = confirm_plan(intake=settled(copied, finance, lan), actor=lan, today=TODAY)
    assert (plan.copied_from, list(old.copies.all())) == (old, [plan])
    assert (plan.first_year, plan.last_year, plan.number) == (2026, 2029, "")
    assert plan.tasks.get(number="3").quotes == []
    assert plan.tasks.get(number="3").marks == []
    assert old.tasks.get(number="3").quotes != []
    before = {task.number: {row.whom for row in task.assignments.all()} for task in old.tasks.all()}
    after = {task.number: {row.whom for row in task.assignments.all()} for task in plan.tasks.all()}
    assert after == before


def test_the_words_of_offices_stay_as_printed(old, copied, finance, lan):
    plan = confirm_plan(intake=settled(copied, finance, lan), actor=lan, today=TODAY)
    for task in old.tasks.all():
        copy = plan.tasks.get(kind=task.kind, number=task.number)
        assert [row.written for row in copy.assignments.all()] == [
            row.written for row in task.assignments.all()
        ]


def test_an_office_that_has_ended_is_asked_for_and_never_taken_by_itself(old, finance, lan):
    finance.valid_to = date(2026, 6, 30)
    finance.save()
    copied = copy_as_draft(plan=old, first_year=2026, actor=lan, now=NOW)
    naming.settle_proposed(intake=copied, actor=lan)
    naming.create_unknown(intake=copied, actor=lan)
    name = copied.names.get(agency=finance)
    assert (name.has_ended, name.settled, copied.standing_agency) == (True, False, None)
    assert "names" in {question.place for question in open_questions(draft_of(copied))}


def test_copied_twice_there_is_one_draft_until_it_is_settled(old, copied, lan):
    with pytest.raises(AlreadyHere) as found:
        copy_as_draft(plan=old, first_year=2027, actor=lan, now=NOW)
    assert found.value.intake == copied
    assert Intake.objects.filter(copied_from=old).count() == 1


def test_a_draft_thrown_away_can_be_put_back(copied, lan):
    count = copied.items.count()
    discard(intake=copied, actor=lan)
    assert not Intake.objects.filter(copied_from__isnull=False).exists()
    restore(Removal.objects.get(), actor=lan)
    assert Intake.objects.get(copied_from__isnull=False).items.count() == count


def test_the_coordinator_copies_from_the_page_of_the_plan(signed_in, old):
    page = signed_in.get(reverse("progress:plan", args=[old.pk]))
    url = reverse("plans:copy", args=[old.pk])
    assert url in page.content.decode()
    assert signed_in.get(url).status_code == 200
    made = signed_in.post(url, {"first_year": "2026"}, follow=True)
    shown = made.content.decode()
    assert made.redirect_chain[-1][0] == reverse("plans:review", args=[old.drafts.get().pk])
    assert "2025 → 2029" in shown
    assert "Sửa đường vào làng nghề trong năm 2025" in shown
    again = signed_in.post(url, {"first_year": "2026"}, follow=True)
    assert again.redirect_chain == made.redirect_chain


@pytest.mark.parametrize(
    "year", ["2022", "", "hai nghìn", "99999999999999999999", "2026\x00", "-1"]
)
def test_a_year_that_is_none_or_not_later_is_refused_with_a_sentence(signed_in, old, year):
    page = signed_in.post(reverse("plans:copy", args=[old.pk]), {"first_year": year})
    assert page.status_code == 422
    assert page.context["form"].errors


def test_the_pages_of_a_copied_draft_work_without_a_document(signed_in, old, copied):
    review_url = reverse("plans:review", args=[copied.pk])
    for tab in ("", "nhiem-vu", "trach-nhiem", "chi-tieu", "co-quan", "van-ban", "da-bo"):
        assert signed_in.get(review_url, {"xem": tab}).status_code == 200
    assert "Sửa đường" in signed_in.get(review_url).content.decode()
    assert signed_in.get(reverse("plans:check", args=[copied.pk]), follow=True).status_code == 200
    item = item_of(copied, "3")
    for page in ("item", "split", "merge"):
        assert signed_in.get(reverse(f"plans:{page}", args=[item.pk])).status_code == 200
    assert old.short_title in signed_in.get(reverse("plans:intakes")).content.decode()


def test_a_copy_of_a_plan_without_a_document_shows_no_document(
    signed_in, old, copied, finance, lan
):
    plan = confirm_plan(intake=settled(copied, finance, lan), actor=lan, today=TODAY)
    source = signed_in.get(reverse("plans:source", args=[plan.pk]))
    assert old.short_title in source.content.decode()
    again = copy_as_draft(plan=plan, first_year=2030, actor=lan, now=NOW)
    page = signed_in.get(reverse("plans:review", args=[again.pk]))
    assert page.status_code == 200
    assert "blocks" not in page.context


def test_both_plans_show_it(signed_in, old, copied, finance, lan):
    plan = confirm_plan(intake=settled(copied, finance, lan), actor=lan, today=TODAY)
    shown = {
        row.pk: signed_in.get(reverse("progress:plan", args=[row.pk])).content.decode()
        for row in (old, plan)
    }
    assert reverse("progress:plan", args=[plan.pk]) in shown[old.pk]
    assert reverse("progress:plan", args=[old.pk]) in shown[plan.pk]


def test_a_plan_of_another_locality_is_not_found_and_a_reader_may_not_copy(client, old, finance):
    url = reverse("plans:copy", args=[old.pk])
    client.force_login(samples.person(Role.VIEWER, finance))
    assert client.get(url).status_code == 403
    elsewhere = samples.agency(samples.locality("Huyện Khác"))
    client.force_login(samples.person(Role.COORDINATOR, elsewhere))
    assert client.post(url, {"first_year": "2026"}).status_code == 404
    assert not Intake.objects.filter(copied_from=old).exists()


def test_a_document_under_review_is_no_plan_to_copy(signed_in, intake):
    assert signed_in.get(reverse("plans:copy", args=[intake.pk])).status_code == 404
