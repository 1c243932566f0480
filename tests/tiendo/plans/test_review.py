"""Settling a draft, decision by decision."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from tests.tiendo import samples
from tiendo.history.models import Change
from tiendo.plans import naming, review
from tiendo.plans.items import Aim, Due, Work, aim_of, work_of
from tiendo.plans.models import ItemKind, ItemState, Stage
from vanban.text import key


@pytest.fixture
def task(intake):
    """Two sentences, two leads, a group that helps, every year."""
    return intake.items.get(kind=ItemKind.TASK, position=1)


@pytest.fixture
def sure_task(intake):
    return intake.items.get(kind=ItemKind.TASK, position=3)


@pytest.fixture
def duty(intake):
    return intake.items.get(kind=ItemKind.DUTY, position=2)


def test_an_accepted_item_says_who_accepted_it(sure_task, lan):
    review.accept(item=sure_task, actor=lan)
    change = Change.objects.filter(object_id=sure_task.pk, content_type__model="draftitem").first()
    assert (change.actor, change.fields["state"]) == (lan, ["proposed", "accepted"])


def test_of_two_leads_the_chosen_one_answers(task, lan):
    review.accept(item=task, actor=lan, accountable=key("Phòng TC-KH"))
    assert task.data["accountable"] == key("Phòng TC-KH")


def test_without_a_choice_the_first_lead_answers(task, lan):
    review.accept(item=task, actor=lan, accountable="somebody else")
    assert task.data["accountable"] == key("Phòng KT-HT")


def test_an_item_without_a_lead_is_not_accepted(sure_task, lan):
    sure_task.data["leads"] = []
    with pytest.raises(ValidationError):
        review.accept(item=sure_task, actor=lan)
    sure_task.refresh_from_db()
    assert sure_task.state == ItemState.PROPOSED


def test_all_sure_leaves_what_asks_something(intake, lan):
    review.accept_all_sure(intake=intake, actor=lan)
    left = [str(item) for item in intake.items.filter(state=ItemState.PROPOSED)]
    assert left == [
        "Mở lớp dạy nghề mộc tại xã.",  # repeats a task
        "Mở lớp dạy nghề mộc cho thanh niên. Cấp chứng chỉ cho người học xong.",  # two leads
        "Lập quy hoạch làng nghề",  # doubtful
    ]


def test_an_edited_item_counts_as_accepted_and_a_new_office_is_asked_about(intake, sure_task, lan):
    said = Work(
        text="Sửa đường vào làng nghề",
        number="3",
        leads=("Phòng Giao thông",),
        due=Due("trong năm 2025", "year", date(2025, 1, 1), date(2025, 12, 31)),
    )
    review.edit(item=sure_task, said=said, actor=lan)
    assert sure_task.state == ItemState.ACCEPTED
    assert work_of(sure_task) == said
    assert intake.names.get(text="Phòng Giao thông").whom is None


def test_an_office_keeps_its_printed_words_when_the_item_is_edited(task, lan):
    said = Work(
        text=task.data["text"], leads=("Phòng KT-HT",), coordinating=("UBND các xã, thị trấn",)
    )
    review.edit(item=task, said=said, actor=lan)
    assert task.data["coordinating"][0]["text"] == "UBNDcác xã, thị trấn"


def test_words_that_are_changed_move_their_place(task, lan):
    said = Work(text="Cấp chứng chỉ cho người học xong.", leads=("Phòng KT-HT",))
    review.edit(item=task, said=said, actor=lan)
    assert [(quote["line"], quote["last_line"]) for quote in task.quotes] == [(13, 14)]


def test_an_edited_target_keeps_its_figures_exactly(intake, lan):
    target = intake.items.get(kind=ItemKind.TARGET)
    said = Aim(
        text="Số thợ", indicator="Số thợ", comparator="range", low=Decimal("5.5"), high=Decimal("6")
    )
    review.edit(item=target, said=said, actor=lan)
    assert (aim_of(target).low, aim_of(target).high) == (Decimal("5.5"), Decimal("6"))


def test_an_added_item_finds_its_place_in_the_document(intake, lan):
    said = Work(text="Theo dõi chung.", leads=("Phòng Kinh tế và Hạ tầng",))
    item = review.add(intake=intake, kind=ItemKind.TASK, said=said, actor=lan)
    assert (item.quotes[0]["line"], item.position) == (9, 4)


def test_an_added_item_in_own_words_has_no_place(intake, lan):
    said = Work(text="Việc không có trong văn bản", leads=("Phòng Kinh tế và Hạ tầng",))
    item = review.add(intake=intake, kind=ItemKind.TASK, said=said, actor=lan)
    assert item.quotes == []


def test_a_split_item_becomes_a_and_b_with_their_own_places(intake, task, lan):
    parts = review.split(
        item=task,
        texts=["Mở lớp dạy nghề mộc cho thanh niên.", "Cấp chứng chỉ cho người học xong."],
        actor=lan,
    )
    assert [part.number for part in parts] == ["1a", "1b"]
    assert [part.quotes[0]["last_line"] for part in parts] == [13, 14]
    order = [item.number for item in intake.items.filter(kind=ItemKind.TASK)]
    assert order == ["1a", "1b", "2", "3"]


def test_a_part_split_again_stays_between_its_neighbours(intake, task, lan):
    words = ["Mở lớp dạy nghề mộc cho thanh niên.", "Cấp chứng chỉ cho người học xong."]
    first, _second = review.split(item=task, texts=words, actor=lan)
    review.split(item=first, texts=["Mở lớp dạy nghề mộc", "cho thanh niên."], actor=lan)
    order = [item.number for item in intake.items.filter(kind=ItemKind.TASK)]
    assert order == ["1aa", "1ab", "1b", "2", "3"]


@pytest.mark.parametrize("texts", [["Mở lớp dạy nghề mộc cho thanh niên."], ["Mở lớp", "Mua máy"]])
def test_a_split_keeps_to_the_words_of_the_item(task, lan, texts):
    with pytest.raises(ValidationError):
        review.split(item=task, texts=texts, actor=lan)
    assert task.intake.items.filter(kind=ItemKind.TASK).count() == 3


def test_merged_items_have_the_words_and_offices_of_both(intake, task, sure_task, lan):
    kept = review.merge(item=sure_task, other=task, actor=lan)
    sure_task.refresh_from_db()
    assert kept.pk == task.pk
    assert kept.data["text"].endswith("người học xong. Sửa đường vào làng nghề")
    leads = [row["name"] for row in kept.data["leads"]]
    assert leads == ["Phòng KT-HT", "Phòng TC-KH", "Phòng Kinh tế và Hạ tầng"]
    assert sure_task.state == ItemState.REMOVED


def test_what_is_merged_split_or_joined_without_a_lead_is_looked_at_again(
    intake, task, sure_task, duty, lan
):
    for item in (task, sure_task, duty):
        item.data = {**item.data, "leads": []}
        item.save()
    words = ["Mở lớp dạy nghề mộc cho thanh niên.", "Cấp chứng chỉ cho người học xong."]
    parts = review.split(item=task, texts=words, actor=lan)
    kept = review.merge(item=parts[1], other=sure_task, actor=lan)
    review.join(duty=duty, task=parts[0], actor=lan)
    assert {row.state for row in (parts[0], kept, duty)} == {ItemState.PROPOSED}


def test_a_task_and_a_duty_are_not_merged(task, duty, lan):
    with pytest.raises(ValidationError):
        review.merge(item=task, other=duty, actor=lan)


def test_what_was_left_out_can_be_restored(task, lan):
    review.remove(item=task, actor=lan)
    assert review.progress_of(task.intake.items.all()) == (0, 5)
    review.restore(item=task, actor=lan)
    assert review.progress_of(task.intake.items.all()) == (0, 6)


def test_a_duty_can_be_joined_to_the_task_it_repeats_and_parted_again(task, duty, lan):
    review.join(duty=duty, task=task, actor=lan)
    assert (duty.joined_to, duty.state) == (task, ItemState.ACCEPTED)
    review.join(duty=duty, task=None, actor=lan)
    assert duty.joined_to is None


def test_a_task_is_not_joined_to_a_task(task, sure_task, lan):
    with pytest.raises(ValidationError):
        review.join(duty=task, task=sure_task, actor=lan)


def test_nothing_is_decided_once_the_plan_is_in_force(task, lan):
    task.intake.stage = Stage.CONFIRMED
    for decide in (review.accept, review.remove, review.restore):
        with pytest.raises(ValidationError):
            decide(item=task, actor=lan)


def test_a_chosen_office_settles_every_writing_of_it(intake, finance, lan):
    name = intake.names.get(text="Phòng KT-HT")
    naming.settle(name=name, whom=finance, actor=lan)
    other = intake.names.get(text="Phòng Kinh tế và Hạ tầng")
    assert (other.agency, other.settled) == (finance, True)


def test_a_new_office_gets_its_short_name_and_kind_from_the_document(intake, lan):
    naming.create_unknown(intake=intake, actor=lan)
    office = intake.names.get(text="Phòng KT-HT").agency
    assert (office.name, office.short_name, office.kind) == (
        "Phòng Kinh tế và Hạ tầng",
        "Phòng KT-HT",
        "office",
    )
    assert intake.names.get(text="Phòng Kinh tế và Hạ tầng").agency == office


def test_a_new_group_of_communes_has_the_communes_of_the_locality(intake, communes, lan):
    naming.create_unknown(intake=intake, actor=lan)
    group = intake.names.get(is_group=True).group
    assert {row.agency for row in group.members.all()} == set(communes)


def test_creating_all_unknown_makes_no_office_twice(intake, lan):
    assert naming.create_unknown(intake=intake, actor=lan) == 2
    assert naming.create_unknown(intake=intake, actor=lan) == 0


def test_a_group_can_be_made_with_offices_that_are_not_here_yet(intake, communes, lan):
    name = intake.names.get(is_group=True)
    group = naming.create_group(
        name=name,
        official="UBND các xã",
        members=communes[:1],
        newcomers=["UBND xã Bình Tân", "UBND xã Bình Tân"],
        actor=lan,
    )
    members = {row.agency.name: row.agency.kind for row in group.members.all()}
    assert members == {"Ủy ban nhân dân xã Bình An": "commune", "UBND xã Bình Tân": "commune"}


def test_members_that_are_not_named_any_more_leave_the_group(intake, communes, lan):
    naming.create_unknown(intake=intake, actor=lan)
    group = intake.names.get(is_group=True).group
    naming.set_members(group=group, intake=intake, members=communes[1:], newcomers=(), actor=lan)
    assert [row.agency for row in group.members.all()] == communes[1:]


def test_an_office_of_another_locality_is_never_meant(intake, lan):
    stranger = samples.agency(samples.locality("Huyện khác"))
    with pytest.raises(ValidationError):
        naming.settle(name=intake.names.first(), whom=stranger, actor=lan)


def test_proposals_are_taken_together(intake, finance, lan):
    assert naming.settle_proposed(intake=intake, actor=lan) == 1
    assert intake.names.get(text="Phòng TC-KH").settled


def test_a_group_that_only_helps_gets_the_offices_the_document_names(intake, lan, finance):
    item = intake.items.get(kind=ItemKind.TASK, position=3)
    written = {"text": "các hội liên quan", "name": "các hội liên quan", "group": True, "note": ""}
    item.data = {**item.data, "coordinating": [written]}
    item.save()
    review._know_offices(item, lan)
    naming.create_unknown(intake=intake, actor=lan)
    group = intake.names.get(text="các hội liên quan").group
    named = {str(row.agency) for row in group.members.all()}
    assert finance.name in named
    assert not {name for name in named if "xã" in name}


def test_a_group_that_leads_is_never_guessed(intake, lan):
    item = intake.items.get(kind=ItemKind.TASK, position=3)
    written = {"text": "các hội liên quan", "name": "các hội liên quan", "group": True, "note": ""}
    item.data = {**item.data, "leads": [written]}
    item.save()
    review._know_offices(item, lan)
    naming.create_unknown(intake=intake, actor=lan)
    assert not intake.names.get(text="các hội liên quan").group.members.exists()
