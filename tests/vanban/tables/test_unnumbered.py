"""Flattened task tables whose rows have no numbers, and heads of two rows that lie flat."""

import pytest

from tests.vanban.assignments.plans import plan, reading_of, tasks_of

HEAD = ("Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành")
WIDE = ("Nhiệm vụ", "Phân công", "Thời gian", "Chủ trì", "Phối hợp")
CELLS = (
    "Dạy nghề dệt cho 30 em gái", "Sở Công Thương", "Hội Phụ nữ tỉnh, UBND các xã", "Quý II/2024",
    "Mua khung dệt mới cho các tổ dệt", "Sở Tài chính", "Sở Công Thương", "Trước ngày 30/9/2024",
    "Kiểm tra chất lượng cói", "Sở Khoa học và Công nghệ", "Các hợp tác xã", "Thường xuyên",
)  # fmt: skip
READ = [
    (CELLS[0], ["Sở Công Thương"], ["Hội Phụ nữ tỉnh", "UBND các xã"], "2024-06-30"),
    (CELLS[4], ["Sở Tài chính"], ["Sở Công Thương"], "2024-09-30"),
    (CELLS[8], ["Sở Khoa học và Công nghệ"], ["Các hợp tác xã"], "recurring"),
]


@pytest.mark.parametrize("head", [HEAD, WIDE])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_rows_are_told_by_what_fills_the_columns(head: tuple[str, ...], between: str) -> None:
    body = between.join(("II. VIỆC CẦN LÀM", *head, *CELLS))
    signed = f"{body}\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn A\n"
    assert tasks_of(plan(signed)) == READ


def test_a_line_in_capitals_is_the_heading_of_a_group() -> None:
    cells = [*CELLS[:4], "VỀ VẬT TƯ", *CELLS[4:]]
    found = reading_of(plan("\n\n".join(("II. VIỆC CẦN LÀM", *HEAD, *cells)))).tasks
    assert [task.section.split(" / ")[-1] for task in found][1:] == ["VỀ VẬT TƯ", "VỀ VẬT TƯ"]


def test_a_flat_head_of_two_rows_may_have_numbers_below() -> None:
    head = (
        "TT",
        "Nội dung công việc",
        "Phân công thực hiện",
        "Thời gian",
        "Sản phẩm",
        "Chủ trì",
        "Phối hợp",
    )
    rows = [
        "1", *CELLS[:4], "Lớp học",
        "2", *CELLS[4:8], "Khung dệt",
        "3", *CELLS[8:], "Biên bản",
    ]  # fmt: skip
    assert tasks_of(plan("\n\n".join(("II. VIỆC CẦN LÀM", *head, *rows)))) == READ


def test_names_of_columns_without_rows_are_no_table() -> None:
    text = "\n\n".join(("II. VIỆC CẦN LÀM", *HEAD, "Xem phụ lục.", "Không có gì khác."))
    assert tasks_of(plan(text)) == []
