"""A table that lists something else than work gives no tasks."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vanban.grid.drawn import HEAD, Drawn, helpers, leads, tasks, titles

OTHERS: dict[str, list[list[Drawn]]] = {
    "people": [
        ["TT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Nhiệm vụ"],
        ["1", "Trần Văn Mẫu", "Trưởng phòng", "Phòng Nội vụ", "Trưởng ban"],
    ],
    "people with duties and days": [
        ["TT", "Họ tên", "Đơn vị", "Nhiệm vụ", "Thời gian"],
        ["1", "Trần Văn Mẫu", "Phòng Nội vụ", "Thu hồ sơ", "2026"],
    ],
    "inspections": [
        ["TT", "Đơn vị được kiểm tra", "Nội dung", "Thời gian", "Đơn vị chủ trì"],
        ["1", "UBND xã Phú Hữu", "Công tác văn thư", "Tháng 3/2026", "Phòng Nội vụ"],
    ],
    "audits": [
        ["TT", "Đối tượng thanh tra", "Nội dung thanh tra", "Thời hạn", "Đơn vị chủ trì", "Đơn vị phối hợp"],
        ["1", "Trường Mầm non", "Thu chi", "Quý II/2026", "Thanh tra huyện", "Phòng Giáo dục"],
    ],
    "agenda": [
        ["Thời gian", "Nội dung", "Người thực hiện"],
        ["7h30 - 8h00", "Đón khách", "Ban tổ chức"],
        ["8h00", "Khai mạc", "Văn phòng"],
    ],
    "meetings": [
        ["TT", "Nội dung", "Thời gian", "Địa điểm", "Thành phần", "Chủ trì"],
        ["1", "Họp bàn việc làm đường", "08/3/2026", "Phòng họp 1", "Trưởng các phòng", "Chủ tịch"],
    ],
    "week": [
        ["Thứ, ngày", "Buổi", "Nội dung", "Chủ trì", "Địa điểm"],
        ["Hai (02/3)", "Sáng", "Giao ban", "Chủ tịch", "Phòng họp"],
    ],
    "budget": [
        ["TT", "Nội dung", "Đơn vị tính", "Số lượng", "Đơn giá", "Thành tiền"],
        ["1", "Thuê hội trường", "buổi", "2", "500.000", "1.000.000"],
    ],
    "budget by office": [
        ["TT", "Nội dung", "Đơn vị thực hiện", "Kinh phí"],
        ["1", "Thuê hội trường", "Văn phòng", "1.000.000"],
    ],
    "statistics": [["TT", "Xã", "Số hộ", "Diện tích"], ["1", "Phú Hữu", "1200", "300"]],
    "telephones": [["TT", "Cơ quan, đơn vị", "Điện thoại"], ["1", "Văn phòng", "0277.1234567"]],
    "targets": [
        ["TT", "Chỉ tiêu", "Đơn vị", "Kết quả", "Cơ quan chủ trì theo dõi"],
        ["1", "Tỷ lệ hộ dùng nước sạch", "%", "≥ 95", "Phòng Kinh tế"],
    ],
    "targets of offices": [
        ["TT", "Nội dung", "ĐVT", "Chỉ tiêu", "Cơ quan chủ trì"],
        ["1", "Hộ dùng nước sạch", "%", "95", "Phòng Kinh tế"],
    ],
    "scores": [
        ["TT", "Nội dung", "Điểm tối đa", "Thời gian", "Đơn vị"],
        ["1", "Có sổ trực", "10", "2026", "Văn phòng"],
    ],
    "signature": [["Nơi nhận:\n- Như trên;", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"]],
    "classes": [
        ["TT", "Nội dung", "Thời gian", "Địa điểm", "Số lượng", "Đơn vị chủ trì"],
        ["1", "Lớp nấu ăn", "Tháng 3/2026", "Nhà văn hóa", "30", "Hội Phụ nữ"],
    ],
}  # fmt: skip


@pytest.mark.parametrize("rows", OTHERS.values(), ids=list(OTHERS))
def test_a_table_about_something_else_is_left_alone(rows: list[list[Drawn]]) -> None:
    assert titles(rows) == []


def test_one_doubtful_column_does_not_hide_a_task() -> None:
    head: list[Drawn] = [*HEAD, "Địa điểm"]
    assert titles([head, ["1", "Thau bể", "Phòng Kinh tế", "", "2026", "Xã Phú Hữu"]]) == [
        "Thau bể"
    ]


PLACES: list[list[str]] = [
    list(HEAD),
    ["1", "Thau bể chứa", "Phòng Kinh tế", "UBND các xã", "Quý II/2026"],
    ["2", "Thay đường ống", "Văn phòng", "Công an xã; Hội Nông dân", "30/6/2026"],
    ["3", "Trồng cây bóng mát", "Hội Nông dân", "", "Hằng năm"],
]


def said(rows: Sequence[Sequence[Drawn]]) -> list[tuple[object, ...]]:
    return [
        (task.no, task.title, leads(task), helpers(task), task.deadline) for task in tasks(rows)
    ]


@given(st.permutations(range(len(HEAD))))
def test_the_order_of_the_columns_does_not_matter(order: list[int]) -> None:
    assert said([[row[place] for place in order] for row in PLACES]) == said(PLACES)


@given(st.lists(st.integers(1, 3), max_size=3))
def test_empty_rows_and_repeated_heads_change_nothing(places: list[int]) -> None:
    rows: list[list[str]] = list(PLACES)
    for place in places:
        rows[place:place] = [[""] * len(HEAD), list(HEAD)]
    assert said(rows) == said(PLACES)
