"""Tables without a head, without years, with parts below a task, with misread heads."""

import pytest

from tests.vanban.grid.drawn import (
    HEAD,
    Drawn,
    cell,
    helpers,
    leads,
    rows_read,
    table,
    tasks,
    titles,
)
from vanban.grid.naming import named_column
from vanban.model import Line
from vanban.tables.columns import Column

TWO_ROW_HEAD: list[list[Drawn]] = [
    [
        ("TT", 1, 2), ("Nội dung công việc", 1, 2), ("Phân công thực hiện", 2, 1), None, ("Thời gian", 2, 1), None,
        ("Sản phẩm", 1, 2),
    ],
    [None, None, "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc", None],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
    ["1", "Mở lớp dạy mộc", "Phòng Nội vụ", "Hội Nông dân", "01/2026", "6/2026", "Lớp học"],
]  # fmt: skip


HEADLESS: list[list[Drawn]] = [
    ["1", "Xây dựng kế hoạch trồng rừng ven sông", "Hạt Kiểm lâm", "UBND các xã, Hội Nông dân", "Quý I/2026"],
    ["2", "Tổ chức trồng cây phân tán ở trường học", "Phòng Giáo dục", "UBND các xã", "Quý II/2026"],
    ["3", "Kiểm tra việc giao khoán đất rừng cho dân", "Hạt Kiểm lâm", "Công an huyện", "Hằng năm"],
]  # fmt: skip


def test_a_table_without_a_head_is_read_by_what_its_columns_hold() -> None:
    found = tasks(HEADLESS)
    assert [leads(task) for task in found] == [
        ["Hạt Kiểm lâm"],
        ["Phòng Giáo dục"],
        ["Hạt Kiểm lâm"],
    ]
    assert helpers(found[0]) == ["UBND các xã", "Hội Nông dân"]
    assert found[2].deadline.recurrence == "year"


@pytest.mark.parametrize("column", [0, 1, 4])
def test_without_a_head_and_without_evidence_nothing_is_read(column: int) -> None:
    poorer = [[cell for place, cell in enumerate(row) if place != column] for row in HEADLESS]
    assert tasks(poorer) == ()


def test_a_table_goes_on_in_the_next_block_without_a_head() -> None:
    first = table([list(HEAD), ["1", "Thau bể chứa nước và", "Phòng Kinh tế", "", "2026"]])
    second = table(
        [["", "bể lắng", "", "", ""], ["2", "Thay ống", "Văn phòng", "", "2026"]], first_line=50
    )
    found = rows_read(first, Line(40, "3"), second)
    assert [cell(row, Column.TITLE) for row in found] == [
        "Thau bể chứa nước và bể lắng",
        "Thay ống",
    ]


def test_a_table_behind_other_words_goes_on_only_if_its_cells_fit() -> None:
    first = table([list(HEAD), ["1", "Thau bể", "Phòng Kinh tế", "", "2026"]])
    fitting = table([["2", "Thay ống", "Văn phòng", "", "2026"]], first_line=50)
    other = table([["2", "Bún nước lèo", "phần", "2", "50.000"]], first_line=50)
    assert len(rows_read(first, Line(40, "II. Việc của năm sau"), fitting)) == 2
    assert len(rows_read(first, Line(40, "Món ăn của buổi lễ"), other)) == 1


def test_a_deadline_without_a_year_takes_that_of_the_head() -> None:
    (task,) = tasks(
        [["TT", "Việc", "Chủ trì", "Thời hạn (năm 2026)"], ["1", "Sơn cửa", "Văn phòng", "Tháng 3"]]
    )
    assert task.deadline.end == "2026-03-31"
    assert task.findings == ()


def test_a_deadline_without_any_year_is_asked_about() -> None:
    (task,) = tasks([list(HEAD), ["1", "Sơn cửa", "Văn phòng", "", "Quý IV"]])
    assert [one.code for one in task.findings] == ["no-year"]


def test_a_heading_may_be_numbered_like_the_tasks_below_it() -> None:
    found = tasks(
        [
            list(HEAD),
            ["1", "Nước sạch", "", "", ""],
            ["1", "Thau bể", "Phòng Kinh tế", "", "2026"],
            ["2", "Thay ống", "Phòng Kinh tế", "", "2026"],
            ["2", "Cây xanh", "", "", ""],
            ["1", "Trồng cây", "Hội Nông dân", "", "2026"],
        ]
    )
    assert [(task.title, task.section) for task in found] == [
        ("Thau bể", "1 Nước sạch"),
        ("Thay ống", "1 Nước sạch"),
        ("Trồng cây", "2 Cây xanh"),
    ]


@pytest.mark.parametrize("mark", ["a", "1.1", ""])
def test_parts_without_an_office_belong_to_the_task_above(mark: str) -> None:
    bullet = "" if mark else "- "
    found = tasks(
        [
            list(HEAD),
            ["1", "Làm đường", "Phòng Kinh tế", "", "2026"],
            [mark, f"{bullet}Đổ đá", "", "", ""],
            [mark and mark[:-1] + "b", f"{bullet}Rải nhựa", "", "", ""],
            ["2", "Trồng cây", "Hội Nông dân", "", "2026"],
        ]
    )
    assert [task.title for task in found] == ["Làm đường", "Trồng cây"]
    assert "Rải nhựa" in (found[0].description or "")


def test_parts_that_a_title_announces_complete_it() -> None:
    found = titles(
        [
            list(HEAD),
            ["1", "Làm đường, gồm:", "Phòng Kinh tế", "", "2026"],
            ["", "- Đổ đá;", "", "", ""],
            ["", "- Rải nhựa.", "", "", ""],
        ]
    )
    assert found == ["Làm đường, gồm: - Đổ đá; - Rải nhựa."]


def test_a_head_with_misread_letters_is_still_a_head() -> None:
    head: list[Drawn] = [
        "TT",
        "Nội đung công víec",
        "Cơ quan chủ tni",
        "Cơ quan phôi hợq",
        "Thời gian",
    ]
    (task,) = tasks([head, ["1", "Sơn cửa", "Văn phòng", "Công an xã", "2026"]])
    assert (leads(task), helpers(task)) == (["Văn phòng"], ["Công an xã"])


def test_words_that_only_resemble_a_heading_are_none() -> None:
    assert named_column("Cơ quan chủ quản") is None
    assert named_column("Thời gian lưu trữ") is None
