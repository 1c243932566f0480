"""Columns whose heads nobody foresaw, told by what stands below them."""

from tests.vanban.grid.drawn import helpers, leads, tasks

WARD = [
    ["STT", "Nội dung cải tiến", "Khoa/phòng thực hiện", "Đơn vị phối hợp", "Hoàn thành"],
    ["1", "Xây dựng lại quầy phát thuốc cho người già", "Khoa Dược", "Phòng Điều dưỡng", "2023-04-30 0:00:00"],
    ["2", "Tổ chức bữa ăn riêng cho người bệnh tiểu đường", "Khoa Dinh dưỡng", "Các khoa", "30/6/2023"],
]  # fmt: skip


def test_the_long_column_of_work_is_the_title() -> None:
    first, second = tasks(WARD)
    assert (first.title, leads(first), helpers(first)) == (
        WARD[1][1],
        ["Khoa Dược"],
        ["Phòng Điều dưỡng"],
    )
    assert (first.deadline.end, second.deadline.end) == ("2023-04-30", "2023-06-30")


def test_a_column_of_months_is_the_deadline() -> None:
    first, second = tasks(
        [
            ["Tháng", "Nội dung công việc", "Bộ phận thực hiện"],
            [("9/2023", 1, 2), "Dạy các em gấp chăn", "Đoàn trường"],
            [None, "Mở hội thi đọc thơ", "Tổ Ngữ văn"],
        ]
    )
    assert (first.deadline.end, second.deadline.end) == ("2023-09-30", "2023-09-30")


def test_a_table_without_work_stays_no_plan() -> None:
    rows = [
        ["STT", "Món quà", "Đơn vị phối hợp", "Hoàn thành"],
        ["1", "Chăn bông", "Hội Nông dân", "2023"],
        ["2", "Áo ấm", "Hội Phụ nữ", "2023"],
        ["3", "Sách vở", "Đoàn xã", "2023"],
    ]
    assert tasks(rows) == ()
