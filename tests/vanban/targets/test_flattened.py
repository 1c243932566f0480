"""Tables of targets that a converter flattened: cells on lines of their own, or all in one run of words."""

from pathlib import Path

import pytest

from tests.vanban.documents import text_source
from vanban.model import Line, Target
from vanban.passages import words_of
from vanban.reader import read_source
from vanban.targets.flattened import flattened_targets
from vanban.text import squash

YEAR_2026 = ("2026-01-01", "2026-12-31")
CELLS = [
    "TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2026", "Cơ quan theo dõi",
    "1", "Tỷ lệ hộ dân dùng nước sạch", "%", "≥ 92,5", "Trạm Cấp nước",
    "2", "Doanh thu từ bến khách", "tỷ đồng", "12", "Phòng Kinh tế",
    "3", "Xếp hạng chuyển đổi số", "Thứ bậc", "≤ 15", "Văn phòng",
]  # fmt: skip


def found(text: str) -> list[Target]:
    words = words_of(Line(number, line) for number, line in enumerate(text.split("\n"), start=1))
    tables = flattened_targets(words, YEAR_2026, 2026)
    return [target for table in tables for target in table.targets]


@pytest.mark.parametrize("between", [" ", "\n", "\n\n"])
def test_a_flattened_table_is_read_row_by_row(between: str) -> None:
    first, second, third = found(between.join(CELLS))

    assert (first.no, first.indicator, first.end) == (
        "1",
        "Tỷ lệ hộ dân dùng nước sạch",
        "2026-12-31",
    )
    assert (first.comparator, first.values, first.unit) == (">=", ("92.5",), "%")
    assert (second.values, second.unit) == (("12",), "tỷ đồng")
    assert (third.comparator, third.values, third.rank) == ("<=", ("15",), True)


def test_each_year_of_the_head_is_a_column_and_the_past_is_none() -> None:
    text = (
        "STT Chỉ tiêu chủ yếu ĐVT Thực hiện năm 2025 Năm 2026 Đến năm 2030 "
        "1 Đàn bò con 850 900 1.500 2 Tỷ lệ chuồng có hầm khí % 40 45 70 - 75"
    )

    assert [(target.values, target.end) for target in found(text)] == [
        (("900",), "2026-12-31"),
        (("1500",), "2030-12-31"),
        (("45",), "2026-12-31"),
        (("70", "75"), "2030-12-31"),
    ]


def test_groups_give_periods_and_parts_follow_their_whole() -> None:
    text = (
        "TT Chỉ tiêu Đơn vị Mục tiêu I Đến năm 2030 1 Lao động có việc người 500 Trong đó: lao động nữ người 260 "
        "2 Số lớp nghề lớp 12 II Đến năm 2045 1 Lao động có việc người 900"
    )

    assert [(target.no, target.values[0], target.end) for target in found(text)] == [
        ("1", "500", "2030-12-31"),
        ("", "260", "2030-12-31"),
        ("2", "12", "2030-12-31"),
        ("1", "900", "2045-12-31"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Các chỉ tiêu nêu trên do 1 Phòng theo dõi.",
        "TT Chỉ tiêu Đơn vị tính Kế hoạch 1 Tỷ lệ hộ dân dùng nước sạch % 92",
        "TT Chỉ tiêu 1 Nội dung không có con số nào 2 Nội dung khác",
        "TT Họ và tên Chỉ tiêu 1 Người thứ nhất 2 Người thứ hai",
    ],
)
def test_what_has_no_two_rows_is_no_table(text: str) -> None:
    assert found(text) == []


def test_quotes_are_the_words_of_name_and_figure() -> None:
    for target in found("\n".join(CELLS)):
        name, figure = target.quotes[0], target.quotes[-1]
        assert squash(name.text + ":" + figure.text) == squash(target.text)
        assert CELLS[name.line - 1] == name.text


def test_the_items_around_the_table_stay_items(tmp_path: Path) -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nXÃ TÂN PHÚ\n\nKẾ HOẠCH\nPhát triển dịch vụ năm 2026\n\nI. MỤC TIÊU\n"
        f"1. Có ít nhất 05 bến khách đạt chuẩn.\n2. Các chỉ tiêu khác:\n{chr(10).join(CELLS)}\n\n"
        "II. NHIỆM VỤ\n1. Sửa 12 bến khách.\n"
    )

    targets = read_source(text_source(text, tmp_path)).targets

    assert [target.values[0] for target in targets if target.values] == ["5", "92.5", "12", "15"]
