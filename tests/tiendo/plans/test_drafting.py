"""What a reading becomes: items, written offices with proposals, a proposed head."""

from dataclasses import asdict

import pytest

from tiendo.plans.drafting import deadline, leading_most, number, short_title
from tiendo.plans.models import ItemKind
from vanban.deadlines import read_deadline


def test_every_task_duty_and_target_becomes_an_item(intake):
    kinds = [item.kind for item in intake.items.all()]
    assert sorted(kinds) == ["duty", "duty", "target", "task", "task", "task"]


def test_a_duty_is_numbered_by_its_actor(intake):
    numbers = [item.number for item in intake.items.filter(kind=ItemKind.DUTY)]
    assert numbers == ["1.1", "2.1"]


def test_two_writings_of_a_known_office_are_proposed_and_not_settled(intake, finance):
    name = intake.names.get(text="Phòng TC-KH")
    assert (name.agency, name.settled) == (finance, False)


def test_a_name_known_to_the_letter_is_settled(intake, finance):
    name = intake.names.get(text="Phòng Tài chính - Kế hoạch")
    assert (name.agency, name.settled) == (finance, True)


def test_an_unknown_office_gets_the_name_written_out_in_the_document(intake):
    name = intake.names.get(text="Phòng KT-HT")
    assert (name.whom, name.official) == (None, "Phòng Kinh tế và Hạ tầng")


def test_a_phrase_for_many_offices_is_a_group_once_however_it_is_glued(intake):
    groups = [name.text for name in intake.names.all() if name.is_group]
    assert groups == ["UBND các xã, thị trấn"]


def test_what_is_blank_on_paper_stays_blank(intake):
    assert (intake.number, intake.issued_on) == ("", "2022-03")


def test_yearly_work_is_proposed_to_run_until_the_last_year_the_plan_names(intake):
    assert intake.until_year == 2030


@pytest.mark.parametrize(
    ("title", "short"),
    [
        (
            "Thực hiện phát triển nghề mộc đến năm 2025, tầm nhìn đến năm 2030",
            "Phát triển nghề mộc đến năm 2025",
        ),
        ("Về việc triển khai chuyển đổi số năm 2026", "Chuyển đổi số năm 2026"),
        ("An toàn giao thông", "An toàn giao thông"),
        ("x " * 100, "X" + " x" * 58 + "…"),
    ],
)
def test_the_short_name_drops_the_opening_verb_and_the_outlook(title, short):
    assert short_title(title) == short


@pytest.mark.parametrize(
    ("words", "end", "within"),
    [
        ("trước ngày 15/6/2026", "2026-06-14", None),
        ("trước tháng 6/2026", "2026-05-31", None),
        ("ngày 15/6/2026", "2026-06-15", None),
        ("trước ngày 20 hằng tháng", None, "19"),
        ("chậm nhất ngày 20 hằng tháng", None, "20"),
        ("trước ngày 01 hằng tháng", None, "31"),
        ("trước ngày 15/12 hằng năm", None, "12-14"),
        ("trước ngày 01/01 hằng năm", None, "12-31"),
        ("trước ngày 01 tháng cuối quý", None, "02-31"),
    ],
)
def test_before_a_day_means_by_the_day_before_once_and_again(words, end, within):
    drafted = deadline(asdict(read_deadline(words)))
    assert (drafted["end"], drafted.get("within")) == (end, within)


def test_work_that_goes_on_after_its_first_year_comes_again_every_year():
    drafted = deadline(asdict(read_deadline("Năm 2022 và các năm tiếp theo")))
    assert (drafted["kind"], drafted["recurrence"]) == ("recurring", "year")
    assert (drafted["start"], drafted["end"]) == ("2022-01-01", None)


def test_the_office_that_leads_most_is_proposed_to_follow_the_plan_only_when_it_is_known(
    intake, finance
):
    items, names = list(intake.items.all()), list(intake.names.all())
    assert leading_most(items, names) is None  # "Phòng KT-HT" leads most and is new
    of_finance = [item for item in items if "Tài chính" in str(item.data.get("leads", ""))]
    assert leading_most(of_finance, names) == finance
    assert leading_most([], names) is None


@pytest.mark.parametrize(
    ("printed", "kept"),
    [("1.2", "1.2"), ("a)", "a)"), ("IV", "IV"), ("-", ""), ("+", ""), ("", "")],
)
def test_a_dash_before_an_item_is_no_number(printed, kept):
    assert number(printed) == kept
