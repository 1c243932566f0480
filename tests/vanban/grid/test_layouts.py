"""Task tables are read however they are laid out."""

import pytest

from tests.vanban.grid.drawn import (
    HEAD,
    Drawn,
    helpers,
    leads,
    tasks,
    titles,
)

TWO_ROW_HEAD: list[list[Drawn]] = [
    [
        ("TT", 1, 2), ("Nội dung công việc", 1, 2), ("Phân công thực hiện", 2, 1), None, ("Thời gian", 2, 1), None,
        ("Sản phẩm", 1, 2),
    ],
    [None, None, "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc", None],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
    ["1", "Mở lớp dạy mộc", "Phòng Nội vụ", "Hội Nông dân", "01/2026", "6/2026", "Lớp học"],
]  # fmt: skip


def test_a_head_of_two_rows_names_every_column() -> None:
    (task,) = tasks(TWO_ROW_HEAD)
    assert (leads(task), helpers(task)) == (["Phòng Nội vụ"], ["Hội Nông dân"])
    assert (task.deadline.start, task.deadline.end) == ("2026-01-01", "2026-06-30")
    assert task.product == "Lớp học"


def test_a_head_of_two_rows_needs_no_merged_cells() -> None:
    (task,) = tasks(
        [
            ["TT", "Nội dung công việc", "Phân công thực hiện", "", "Thời gian"],
            ["", "", "Chủ trì", "Phối hợp", ""],
            ["1", "Mở lớp dạy mộc", "Phòng Nội vụ", "Hội Nông dân", "Quý I/2026"],
        ]
    )
    assert (leads(task), helpers(task)) == (["Phòng Nội vụ"], ["Hội Nông dân"])


def test_a_caption_row_may_stand_over_the_head() -> None:
    caption: list[Drawn] = [("DANH MỤC VIỆC CẦN LÀM NĂM 2026", 5, 1), None, None, None, None]
    assert titles([caption, list(HEAD), ["1", "Đắp đê bao", "Phòng Kinh tế", "", "2026"]]) == [
        "Đắp đê bao"
    ]


def test_eight_columns_fill_eight_fields() -> None:
    (task,) = tasks(
        [
            [
                "TT",
                "Nội dung",
                "Cơ quan chủ trì",
                "Cơ quan phối hợp",
                "Thời gian",
                "Sản phẩm",
                "Kinh phí (triệu đồng)",
                "Ghi chú",
            ],
            [
                "1",
                "Khoan giếng",
                "Phòng Kinh tế",
                "UBND các xã",
                "2026",
                "Giếng",
                "500",
                "Xã hội hóa",
            ],
        ]
    )
    assert (task.product, task.funding, task.remark) == ("Giếng", "500", "Xã hội hóa")


def test_further_offices_stand_by_their_role() -> None:
    (task,) = tasks(
        [
            [
                "STT",
                "Tên nhiệm vụ",
                "Đơn vị chủ trì",
                "Đơn vị thực hiện",
                "Cơ quan theo dõi, đôn đốc",
                "Cơ quan tổng hợp",
                "Cơ quan trình",
                "Cấp ban hành",
                "Đơn vị giám sát",
                "Thời hạn",
            ],
            [
                "1",
                "Soạn quy chế chợ",
                "Phòng Kinh tế",
                "Ban Quản lý chợ",
                "Thanh tra huyện",
                "Văn phòng huyện",
                "Phòng Tư pháp",
                "UBND huyện",
                "Hội Nông dân",
                "30/6/2026",
            ],
        ]
    )
    assert {role: [one.name for one in offices] for role, offices in task.roles.items()} == {
        "implementing": ["Ban Quản lý chợ"],
        "tracking": ["Thanh tra huyện"],
        "synthesizing": ["Văn phòng huyện"],
        "submitting": ["Phòng Tư pháp"],
        "issuing": ["UBND huyện"],
        "supervising": ["Hội Nông dân"],
    }
    assert leads(task) == ["Phòng Kinh tế"]


@pytest.mark.parametrize(
    ("words", "lead", "helping"),
    [
        ("Phòng Kinh tế chủ trì; Công an xã, UBND các xã phối hợp", ["Phòng Kinh tế"], 2),
        ("Chủ trì: Phòng Kinh tế\nPhối hợp: Công an xã, UBND các xã", ["Phòng Kinh tế"], 2),
        ("Phòng Kinh tế chủ trì, phối hợp với UBND các xã", ["Phòng Kinh tế"], 1),
        ("Phòng Kinh tế (chủ trì), Công an xã (phối hợp)", ["Phòng Kinh tế"], 1),
        ("Phòng Kinh tế, Công an xã", ["Phòng Kinh tế", "Công an xã"], 0),
    ],
)
@pytest.mark.parametrize("head", ["Cơ quan thực hiện", "Trách nhiệm thực hiện", "Phân công"])
def test_one_column_may_name_both_who_leads_and_who_helps(
    words: str, lead: list[str], helping: int, head: str
) -> None:
    (task,) = tasks([["TT", "Nhiệm vụ", head, "Thời gian"], ["1", "Sửa cầu", words, "2026"]])
    assert leads(task) == lead
    assert len(task.coordinating) == helping


def test_a_document_instead_of_an_office_is_a_reference() -> None:
    words = "Theo phân công tại Quyết định số 7/QĐ-UBND"
    (task,) = tasks([list(HEAD), ["1", "Sửa cầu", words, "", "2026"]])
    assert [one.number for one in task.references] == ["7/QĐ-UBND"]
    assert [one.code for one in task.findings] == ["lead-by-reference"]


def test_a_merged_cell_holds_for_all_rows_it_covers() -> None:
    found = tasks(
        [
            list(HEAD),
            ["1", "Thu vỏ chai", ("Phòng Kinh tế", 1, 3), ("UBND các xã", 1, 2), ("2026", 1, 3)],
            ["2", "Phân loại rác", None, None, None],
            ["3", "Ủ phân", None, "Hội Nông dân", None],
        ]
    )
    assert [leads(task) for task in found] == [["Phòng Kinh tế"]] * 3
    assert [helpers(task) for task in found] == [["UBND các xã"], ["UBND các xã"], ["Hội Nông dân"]]
    assert {task.deadline.end for task in found} == {"2026-12-31"}


def test_a_row_that_announces_those_below_is_their_heading_even_with_merged_cells() -> None:
    found = tasks(
        [
            list(HEAD),
            ["1", "Nâng chất lượng nước:", ("Phòng Kinh tế", 1, 3), ("", 1, 3), ""],
            ["a)", "Thau bể", None, None, "3/2026"],
            ["b)", "Thay ống", None, None, "6/2026"],
            ["2", "Sơn trụ sở", "Văn phòng", "", "2026"],
        ]
    )
    assert [task.title for task in found] == ["Thau bể", "Thay ống", "Sơn trụ sở"]
    assert [task.section for task in found] == ["1 Nâng chất lượng nước:"] * 2 + [""]
    assert leads(found[1]) == ["Phòng Kinh tế"]


@pytest.mark.parametrize(
    "heading",
    [
        ["I", "NƯỚC SẠCH", "", "", ""],
        ["A", "Nước sạch", "", "", ""],
        [("I. Nước sạch", 5, 1), None, None, None, None],
        ["I", ("Nước sạch", 4, 1), None, None, None],
        ["1", "Nước sạch", "", "", ""],
        ["", "Nước sạch", "", "", ""],
    ],
)
def test_a_heading_between_rows_is_no_task(heading: list[Drawn]) -> None:
    found = tasks([list(HEAD), heading, ["1.1", "Thau bể", "Phòng Kinh tế", "", "2026"]])
    assert [task.title for task in found] == ["Thau bể"]
    assert "nước sạch" in found[0].section.lower()


def test_rows_with_two_numbers_are_headed_by_those_with_one() -> None:
    head: list[Drawn] = ["Stt\nTT", "Chi tiết", "Tên nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"]
    found = tasks(
        [
            head,
            ["", "1", "Nước sạch", "Phòng Kinh tế", "Theo mốc dưới đây"],
            ["1", "a)", "Thau bể", "Phòng Kinh tế", "30/6/2026"],
            ["2", "b)", "Thay ống", "Phòng Kinh tế", "30/9/2026"],
            ["3", "2", "Sơn trụ sở", "Văn phòng", "30/9/2026"],
        ]
    )
    assert [(task.no, task.title) for task in found] == [
        ("1", "Thau bể"),
        ("2", "Thay ống"),
        ("3", "Sơn trụ sở"),
    ]
    assert found[2].section == ""


def test_sub_rows_are_tasks_of_their_own() -> None:
    found = tasks(
        [
            list(HEAD),
            ["1", "Chăm cây", "Hội Nông dân", "", "2026"],
            ["1.1", "Tưới cây", "UBND các xã", "", "2026"],
            ["1.1.1", "Đào mương", "UBND các xã", "", "2026"],
        ]
    )
    assert [task.no for task in found] == ["1", "1.1", "1.1.1"]


def test_a_head_printed_again_and_a_row_of_column_numbers_are_no_tasks() -> None:
    found = titles(
        [
            list(HEAD),
            ["1", "2", "3", "4", "5"],
            ["1", "Thau bể", "Phòng Kinh tế", "", "2026"],
            list(HEAD),
            ["(1)", "(2)", "(3)", "(4)", "(5)"],
            ["2", "Thay ống", "Phòng Kinh tế", "", "2026"],
            ["", "Tổng cộng", "", "", ""],
        ]
    )
    assert found == ["Thau bể", "Thay ống"]


def test_a_second_head_with_other_columns_begins_another_table() -> None:
    found = tasks(
        [
            list(HEAD),
            ["1", "Thau bể", "Phòng Kinh tế", "", "2026"],
            ["TT", "Thời gian", "Nhiệm vụ", "Cơ quan phối hợp", "Cơ quan chủ trì"],
            ["1", "Quý I/2026", "Thay ống", "Hội Nông dân", "Văn phòng"],
        ]
    )
    assert [(task.title, leads(task)) for task in found] == [
        ("Thau bể", ["Phòng Kinh tế"]),
        ("Thay ống", ["Văn phòng"]),
    ]


def test_a_row_cut_by_a_page_is_one_task() -> None:
    found = tasks(
        [
            list(HEAD),
            ["1", "Xây kho chứa phân bón và", "Phòng Kinh tế, UBND", "", "Quý"],
            ["", "thuốc trừ sâu", "các xã", "", "II/2026"],
            ["2", "Mở lớp dạy nghề", "Hội Nông dân", "", "2026"],
            ["2", "cho thanh niên", "Hội Nông dân", "", "2026"],
        ]
    )
    assert [task.title for task in found] == [
        "Xây kho chứa phân bón và thuốc trừ sâu",
        "Mở lớp dạy nghề cho thanh niên",
    ]
    assert leads(found[0]) == ["Phòng Kinh tế", "UBND các xã"]
    assert leads(found[1]) == ["Hội Nông dân"]
    assert found[0].deadline.end == "2026-06-30"


def test_of_two_text_columns_one_that_stays_is_the_heading() -> None:
    found = tasks(
        [
            ["TT", "Nhiệm vụ", "Hoạt động chi tiết", "Chủ trì", "Thời gian"],
            [("1", 1, 2), ("Giữ nghề đan", 1, 2), "Mở lớp", "Hội Phụ nữ", "Quý I/2026"],
            [None, None, "Dựng gian hàng", "Văn phòng", "Quý II/2026"],
        ]
    )
    assert [(task.title, task.section) for task in found] == [
        ("Mở lớp", "Giữ nghề đan"),
        ("Dựng gian hàng", "Giữ nghề đan"),
    ]


def test_of_two_text_columns_filled_in_every_row_the_second_describes() -> None:
    (task,) = tasks(
        [
            ["TT", "Nhiệm vụ", "Nội dung thực hiện", "Chủ trì", "Thời gian"],
            ["1", "Giữ nghề đan", "Mở lớp cho 30 người", "Hội Phụ nữ", "Quý I/2026"],
        ]
    )
    assert (task.title, task.description) == ("Giữ nghề đan", "Mở lớp cho 30 người")


def test_a_cross_under_a_quarter_is_a_deadline() -> None:
    head: list[list[Drawn]] = [
        [("TT", 1, 2), ("Nội dung", 1, 2), ("Đơn vị chủ trì", 1, 2), ("Thời gian (năm 2026)", 4, 1), None, None, None],
        [None, None, None, "Quý I", "Quý II", "Quý III", "Quý IV"],
    ]  # fmt: skip
    found = tasks([*head, ["1", "Đo đạc ruộng", "Văn phòng", "x", "x", "", ""]])
    assert (found[0].deadline.start, found[0].deadline.end) == ("2026-01-01", "2026-06-30")


def test_a_number_may_stand_in_the_title() -> None:
    (task,) = tasks(
        [
            ["Thời hạn", "Đơn vị chủ trì", "Nội dung nhiệm vụ"],
            ["30/6/2026", "Văn phòng", "1. Xếp hồ sơ"],
        ]
    )
    assert (task.no, task.title) == ("1", "Xếp hồ sơ")
