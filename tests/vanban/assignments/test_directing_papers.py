"""Work that directives and notices of what was decided give out, and brackets and labels that say who and when."""

import pytest

from tests.vanban.assignments.plans import HEAD, plan, reading_of, tasks_of

DECIDED = """\
I. Đánh giá chung
Các sở đã cố gắng, số khung dệt mới tăng 12%.
II. Việc cần làm
1. Sở Công Thương:
a) Chủ trì, phối hợp với các địa phương đếm lại khung dệt, báo cáo trước ngày 20 tháng 4 năm 2024.
b) Chỉ đạo các xưởng dệt ba ca.
2. Sở Nội vụ hướng dẫn các xã bầu tổ trưởng tổ dệt.
"""


def test_what_a_meeting_decided_is_work() -> None:
    notice = HEAD.format(kind="THÔNG BÁO", symbol="TB").replace(
        "Phát triển", "Kết luận của Chủ tịch tại cuộc họp về"
    )
    assert [task[1:] for task in tasks_of(notice + DECIDED, printed=False)] == [
        (["Sở Công Thương"], ["các địa phương"], "2024-04-20"),
        (["Sở Công Thương"], [], None),
        (["Sở Nội vụ"], [], None),
    ]


@pytest.mark.parametrize("title", ["Nghỉ chợ chiếu cói", "Kết luận kiểm tra nghề dệt"])
def test_other_notices_give_no_work_out(title: str) -> None:
    notice = HEAD.format(kind="THÔNG BÁO", symbol="TB").replace("Phát triển nghề dệt chiếu", title)
    assert tasks_of(notice + DECIDED, printed=False) == []


@pytest.mark.parametrize(("kind", "symbol"), [("CHỈ THỊ", "CT"), ("CÔNG ĐIỆN", "CĐ")])
def test_each_office_a_directive_names_has_work(kind: str, symbol: str) -> None:
    body = "1. Sở Y tế khám mắt cho thợ dệt.\n2. Sở Nội vụ hướng dẫn các xã bầu tổ trưởng tổ dệt.\n"
    found = tasks_of(plan(body, kind, symbol), printed=False)
    assert [task[1] for task in found][-1] == ["Sở Nội vụ"]


def test_a_bracket_below_an_item_says_who_and_until_when() -> None:
    body = """\
II. NHIỆM VỤ
1. Đếm lại khung dệt của từng xã.
(Giao Sở Công Thương chủ trì; các xã, phường phối hợp; hoàn thành trước ngày 15/6/2024)
2. Cho vay vốn mua cói.
(Giao Ngân hàng Chính sách xã hội tỉnh chủ trì; thực hiện thường xuyên)
"""
    assert tasks_of(plan(body)) == [
        (
            "Đếm lại khung dệt của từng xã",
            ["Sở Công Thương"],
            ["các xã, phường"],
            "2024-06-15",
        ),
        ("Cho vay vốn mua cói", ["Ngân hàng Chính sách xã hội tỉnh"], [], "recurring"),
    ]


def test_a_labelled_quarter_without_a_year_is_of_the_plans_year() -> None:
    body = """\
II. NHIỆM VỤ
1. Đếm lại khung dệt
- Chủ trì: Sở Công Thương
- Thời gian: Quý II
"""
    (task,) = reading_of(plan(body)).tasks
    assert (task.deadline.start, task.deadline.end) == ("2024-04-01", "2024-06-30")
    assert "year-of-plan" in [finding.code for finding in task.findings]


@pytest.mark.parametrize(
    "work",
    [
        "tổng kiểm tra các xưởng dệt",
        "phát huy vai trò giám sát",
        "khắc phục lỗi khung dệt",
        "nhân rộng tổ dệt giỏi",
        "tháo gỡ khó khăn cho thợ dệt",
    ],
)
def test_an_offices_name_ends_before_its_verb(work: str) -> None:
    body = (
        f"II. NHIỆM VỤ\n1. Giao Sở Công Thương chủ trì, phối hợp với UBND các quận, huyện {work}.\n"
    )
    (task,) = tasks_of(plan(body))
    assert task[2] == ["UBND các quận, huyện"]


def test_those_a_dispatch_is_sent_to_and_what_is_agreed_are_no_work() -> None:
    body = """\
CHỦ TỊCH điện:
- Giám đốc các Sở: Công Thương, Nội vụ;
Nước sông lên nhanh. Chủ tịch yêu cầu:
1. Chủ tịch tỉnh thống nhất với báo cáo của Sở Nội vụ.
2. Sở Công Thương chủ trì dời khung dệt lên chỗ cao.
3. Sở Nội vụ báo cáo hằng ngày.
"""
    found = tasks_of(plan(body, "CÔNG ĐIỆN", "CĐ"), printed=False)
    assert [task[1] for task in found] == [["Sở Công Thương"], ["Sở Nội vụ"]]


def test_a_day_of_every_year_comes_again() -> None:
    body = """\
II. NHIỆM VỤ
1. Giao Sở Công Thương chủ trì đếm khung dệt, định kỳ hằng năm báo cáo UBND tỉnh trước ngày 15 tháng 12.
"""
    (task,) = reading_of(plan(body)).tasks
    assert (task.deadline.recurrence, task.deadline.within) == ("year", "12-15")


def test_days_after_other_papers_are_issued_wait_for_them() -> None:
    body = """\
II. NHIỆM VỤ
1. Đăng văn bản lên cổng của tỉnh
- Chủ trì: Sở Công Thương
- Thời gian: Trong thời hạn 05 ngày kể từ ngày văn bản được ban hành
"""
    (task,) = reading_of(plan(body)).tasks
    assert task.deadline.kind == "conditional"
