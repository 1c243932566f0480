"""Tables of targets in the layouts annexes have: one column of figures, one for each year, groups, parts, ranks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vanban.targets.tables import Text, annex, table, tall, wide
from vanban.model import Line, Source, Target
from vanban.passages import lines_of
from vanban.reader import read_source
from vanban.targets.tables import read_target_tables
from vanban.text import squash

YEAR_2026 = ("2026-01-01", "2026-12-31")
TASKS = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành"]


def targets(*rows: list[Text], head: tuple[str, ...] = (), form: str = "docx") -> list[Target]:
    found = read_target_tables(annex(*rows, head=head, form=form), YEAR_2026, 2026)
    return [target for one in found for target in one.targets]


def figures(*rows: list[Text]) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (target.comparator or "", "-".join(target.values), target.unit, target.end)
        for target in targets(*rows)
    ]


def test_a_row_is_read_with_name_unit_figure_year_and_office() -> None:
    (target,) = targets(
        ["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2026", "Cơ quan theo dõi"],
        ["1", "Tỷ lệ hộ dân dùng nước sạch", "%", "≥ 97,5", "Trạm Cấp nước; Phòng Kinh tế"],
    )

    assert target.text == "Tỷ lệ hộ dân dùng nước sạch: ≥ 97,5"
    assert (target.no, target.indicator) == ("1", "Tỷ lệ hộ dân dùng nước sạch")
    assert (target.comparator, target.values, target.unit) == (">=", ("97.5",), "%")
    assert (target.start, target.end) == YEAR_2026
    assert [mention.name for mention in target.tracking] == ["Trạm Cấp nước", "Phòng Kinh tế"]
    assert [quote.text for quote in target.quotes] == ["Tỷ lệ hộ dân dùng nước sạch", "≥ 97,5"]


def test_each_planned_year_sets_a_target_and_a_past_one_none() -> None:
    found = figures(
        ["TT", "Chỉ tiêu chủ yếu", "ĐVT", "Ước thực hiện 2025", "KH 2026", "Đến năm 2030"],
        ["1", "Đàn bò sữa", "con", "850", "1.000", "2.500"],
    )

    assert found == [
        ("=", "1000", "con", "2026-12-31"),
        ("=", "2500", "con", "2030-12-31"),
    ]


@pytest.mark.parametrize(
    "past", ["Năm 2024", "Thực hiện năm 2025", "Hiện trạng", "Kết quả năm 2025", "So với cùng kỳ"]
)
def test_what_was_reached_before_is_no_target(past: str) -> None:
    found = figures(
        ["Chỉ tiêu", "ĐVT", past, "Mục tiêu 2026"], ["Số lớp mầm non", "lớp", "40", "44"]
    )

    assert found == [("=", "44", "lớp", "2026-12-31")]


@pytest.mark.parametrize(
    "head",
    [
        [
            [tall("TT", 2), tall("Chỉ tiêu", 2), tall("Đơn vị", 2), wide("Kế hoạch", 2)],
            [None, None, None, "2026", "2027"],
        ],
        [["TT", "Chỉ tiêu", "Đơn vị", "Kế hoạch", ""], ["", "", "", "2026", "2027"]],
        [
            ["TT", "Chỉ tiêu", "Đơn vị", "Kế hoạch năm 2026", "Kế hoạch năm 2027"],
            ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ],
    ],
    ids=["merged", "two rows", "numbered columns"],
)  # fmt: skip
def test_a_head_may_take_two_rows(head: list[list[Text]]) -> None:
    found = figures(*head, ["1", "Trồng rừng ngập mặn", "ha", "35", "40"])

    assert found == [("=", "35", "ha", "2026-12-31"), ("=", "40", "ha", "2027-12-31")]


def test_quarters_may_stand_under_a_year() -> None:
    found = figures(
        ["TT", "Nhiệm vụ, chỉ tiêu", "ĐVT", wide("Năm 2026", 3)],
        ["", "", "", "Quý I", "Quý II", "Cả năm"],
        ["1", "Số cuộc kiểm tra", "cuộc", "2", "3", "12"],
    )

    assert [(values, end) for _, values, _, end in found] == [
        ("2", "2026-03-31"),
        ("3", "2026-06-30"),
        ("12", "2026-12-31"),
    ]


def test_a_group_gives_its_rows_the_period_and_the_next_group_takes_it_back() -> None:
    found = figures(
        ["TT", "Chỉ tiêu", "Đơn vị", "Mục tiêu", "Đơn vị theo dõi"],
        ["I", "Đến năm 2030", "", "", ""],
        ["1", "Doanh thu du lịch", "tỷ đồng", "≥ 900", "Phòng Văn hóa"],
        ["II", "Tầm nhìn đến năm 2045", "", "", ""],
        ["1", "Doanh thu du lịch", "tỷ đồng", "4.000", "Phòng Văn hóa"],
        ["III", "Chỉ tiêu thường xuyên", "", "", ""],
        ["1", "Số tin, bài", "bài", "24", "Phòng Văn hóa"],
    )

    assert [end for *_, end in found] == ["2030-12-31", "2045-12-31", "2026-12-31"]


def test_a_group_may_reach_over_all_columns() -> None:
    found = figures(
        ["TT", "Chỉ tiêu", "Đơn vị", "Kế hoạch 2026", "Đơn vị theo dõi"],
        ["I", wide("Văn hóa, xã hội", 4)],
        ["1", "Số tin, bài", "bài", "24", "Phòng Văn hóa"],
        [wide("Đến năm 2028", 5)],
        ["1", "Số ấp có nhà văn hóa", "ấp", "9", "Phòng Văn hóa"],
    )

    assert [(values, unit) for _, values, unit, _ in found] == [("24", "bài"), ("9", "ấp")]


def test_a_group_without_a_year_leaves_the_period_of_the_main_group() -> None:
    found = figures(
        ["TT", "Chỉ tiêu", "Đơn vị", "Kết quả"],
        ["I", "Đến năm 2028", "", ""],
        ["2", "Các chỉ tiêu về trường học", "", ""],
        ["2.1", "Tỷ lệ trường đạt chuẩn", "%", "75"],
    )

    assert found == [("=", "75", "%", "2028-12-31")]


@pytest.mark.parametrize(
    ("cell", "sign", "strict", "values"),
    [
        ("≥ 80", ">=", False, ("80",)),
        (">= 80", ">=", False, ("80",)),
        ("&gt;= 80", ">=", False, ("80",)),
        ("> 0,7", ">=", True, ("0.7",)),
        ("Trên 90", ">=", True, ("90",)),
        ("Tối thiểu 95", ">=", False, ("95",)),
        ("95 trở lên", ">=", False, ("95",)),
        ("≤ 2", "<=", False, ("2",)),
        ("< 1,5", "<=", True, ("1.5",)),
        ("Giảm còn dưới 3", "<=", True, ("3",)),
        ("Không quá 5", "<=", False, ("5",)),
        ("Khoảng 120", "about", False, ("120",)),
        ("40 - 50", "range", False, ("40", "50")),
        ("20% - 50%", "range", False, ("20", "50")),
        ("09", "=", False, ("9",)),
        ("100%", "=", False, ("100",)),
        ("1.250,5", "=", False, ("1250.5",)),
        ("18/18", "=", False, ("18",)),
        ("Đạt 12", "=", False, ("12",)),
        ("≥ 3% và tăng dần qua từng năm", ">=", False, ("3",)),
    ],
)  # fmt: skip
def test_a_cell_is_read_with_its_comparator(
    cell: str, sign: str, strict: bool, values: tuple[str, ...]
) -> None:
    (target,) = targets(["Chỉ tiêu", "ĐVT", "Kế hoạch 2026"], ["Mức phủ sóng", "%", cell])

    assert (target.comparator, target.strict, target.values) == (sign, strict, values)


def test_a_cell_may_set_several_figures() -> None:
    first, second = targets(
        ["TT", "Chỉ tiêu", "Đơn vị", "Kết quả"],
        ["4", "Xếp hạng đổi mới sáng tạo", "Thứ bậc", "≤ 5 khu vực; ≤ 60 cả nước"],
    )

    assert (first.values, second.values) == (("5",), ("60",))
    assert first.text == "Xếp hạng đổi mới sáng tạo: ≤ 5 khu vực"
    assert first.rank
    assert second.rank


def test_lines_of_a_printed_cell_run_on_and_paragraphs_of_a_typed_one_do_not() -> None:
    rows: list[list[Text]] = [
        ["Chỉ tiêu", "ĐVT", "Kế hoạch 2026"],
        ["Số vụ cháy", "vụ", "giảm từ 12\nxuống 8"],
    ]

    assert [one.values for one in targets(*rows, form="docx")] == [("12",), ("8",)]
    assert [len(targets(*rows, form=form)) for form in ("pdf", "scan")] == [1, 1]


def test_being_among_the_first_is_a_rank() -> None:
    (target,) = targets(
        ["STT", "Tên chỉ tiêu", "Mục tiêu năm 2026"], ["1", "Chỉ số chuyển đổi số", "Top 15"]
    )

    assert (target.comparator, target.values, target.rank) == ("<=", ("15",), True)


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Diện tích trồng mới (ha)", "ha"),
        ("Vốn xã hội hóa (ĐVT: tỷ đồng)", "tỷ đồng"),
        ("Tỷ lệ trẻ tiêm đủ mũi", "%"),
        ("Số xã có chợ đạt chuẩn", "xã"),
        ("Năng suất lúa bình quân", None),
    ],
)
def test_without_a_column_of_units_the_name_may_tell(name: str, unit: str | None) -> None:
    (target,) = targets(["STT", "Chỉ tiêu", "Mục tiêu năm 2026"], ["1", name, "45"])

    assert target.unit == unit


def test_a_ditto_mark_repeats_the_unit_and_a_part_belongs_to_its_whole() -> None:
    whole, part = targets(
        ["TT", "Chỉ tiêu", "ĐVT", "KH 2026"],
        ["1", "Lao động được tạo việc làm", "người", "1.200"],
        ["", "Trong đó: lao động nữ", '"', "650"],
    )

    assert (whole.unit, part.unit) == ("người", "người")
    assert part.indicator == "Lao động được tạo việc làm: lao động nữ"
    assert part.text == "Trong đó: lao động nữ: 650"


def test_names_may_hold_the_figures_and_a_column_the_day() -> None:
    first, second = targets(
        ["TT", "Chỉ tiêu", "Đơn vị chủ trì", "Thời gian hoàn thành"],
        ["1", "Tỷ lệ hồ sơ xong trước hạn đạt từ 60% trở lên", "Văn phòng", "Quý III/2026"],
        ["2", "Giảm 20% thời gian chờ của người dân", "Văn phòng", "30/6/2026"],
    )

    assert (first.comparator, first.values, first.end) == (">=", ("60",), "2026-09-30")
    assert (second.change, second.values, second.end) == ("decrease", ("20",), "2026-06-30")


def test_what_a_cell_tells_in_words_is_an_aim_without_a_figure() -> None:
    (target,) = targets(
        ["TT", "Chỉ tiêu", "Đơn vị", "Kết quả"],
        ["1", "Hạ tầng số", "", "Hiện đại, đủ sức phục vụ mọi nhu cầu trong tỉnh"],
    )

    assert (target.values, target.comparator) == ((), None)


def test_growth_on_average_is_told_by_the_name() -> None:
    (target,) = targets(
        ["TT", "Chỉ tiêu", "Đơn vị", "Kế hoạch"],
        ["1", "Số đơn vị áp dụng tăng trung bình", "%/năm", "12"],
    )

    assert (target.average, target.change, target.unit) == (True, "increase", "%/năm")


def test_a_table_cut_by_a_page_goes_on_without_its_head() -> None:
    first = table([["TT", "Chỉ tiêu", "ĐVT", "KH 2026"], ["1", "Số trạm bơm", "trạm", "12"]])
    rest = table([["2", "Số cống được sửa", "cống", "30"]], after=20)
    source = Source((first, Line(19, "2"), rest), "pdf")

    found = read_target_tables(source, YEAR_2026, 2026)

    assert [target.values for one in found for target in one.targets] == [("12",), ("30",)]


def test_a_table_with_another_head_does_not_go_on() -> None:
    first = table([["TT", "Chỉ tiêu", "ĐVT", "KH 2026"], ["1", "Số trạm bơm", "trạm", "12"]])
    other = table([TASKS, ["1", "Sửa 30 cống", "Phòng Kinh tế", "2026"]], after=20)

    found = read_target_tables(Source((first, other), "docx"), YEAR_2026, 2026)

    assert [target.values for one in found for target in one.targets] == [("12",)]


@pytest.mark.parametrize(
    "rows",
    [
        [["TT", "Tên món", "ĐVT", "Số lượng", "Đơn giá"], ["1", "Cơm", "phần", "20", "35.000"]],
        [["TT", "Nội dung chi", "Đơn vị tính", "Số lượng", "Thành tiền"], ["1", "In tờ rơi", "tờ", "500", "1.000.000"]],
        [["TT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm"], ["1", "Có từ 3 sáng kiến trở lên", "30", "25"]],
        [["TT", "Họ và tên", "Năm sinh", "Chức vụ"], ["1", "Một người", "1980", "Trưởng phòng"]],
        [["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian"], ["1", "Mở 05 lớp", "Phòng Nội vụ", "2026"]],
        [["Ngày", "Nội dung", "Số lượng"], ["12/3", "Họp", "20"]],
        [["", "", ""], ["1", "2", "3"]],
        [["Chỉ tiêu"]],
    ],
    ids=["menu", "costs", "marks", "people", "tasks", "calendar", "empty", "head only"],
)  # fmt: skip
def test_other_tables_set_no_targets(rows: list[list[Text]]) -> None:
    assert targets(*rows) == []


def test_a_report_sets_no_targets() -> None:
    rows: list[list[Text]] = [
        ["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm", "Thực hiện"],
        ["1", "Số lớp", "lớp", "12", "11"],
    ]
    title = ("UBND XÃ A", "BÁO CÁO", "Kết quả sáu tháng đầu năm 2026")

    assert read_source(annex(*rows, head=title)).targets == ()
    assert len(read_source(annex(*rows, head=("UBND XÃ A", "KẾ HOẠCH", "Năm 2026"))).targets) == 1


def test_a_table_of_targets_that_is_one_of_tasks_too_sets_each_figure_once() -> None:
    rows: list[list[Text]] = [
        ["TT", "Nội dung nhiệm vụ, chỉ tiêu", "Cơ quan chủ trì", "Thời gian hoàn thành"],
        ["1", "Bảo đảm ít nhất 60% hồ sơ xong trước hạn", "Văn phòng", "Quý III/2026"],
        ["2", "Giảm 20% thời gian chờ của người dân", "Văn phòng", "30/6/2026"],
    ]
    source = annex(*rows, head=("UBND XÃ A", "KẾ HOẠCH", "Cải cách hành chính năm 2026"))

    targets = read_source(source).targets

    assert [(target.values, target.end) for target in targets] == [
        (("60",), "2026-09-30"),
        (("20",), "2026-06-30"),
    ]


def test_the_caption_gives_the_period_where_nothing_else_does() -> None:
    (target,) = targets(
        ["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch"],
        ["1", "Số hộ thoát nghèo", "hộ", "90"],
        head=("Biểu 1: Chỉ tiêu giảm nghèo giai đoạn 2027-2029",),
    )

    assert (target.start, target.end) == ("2027-01-01", "2029-12-31")


WORDS = st.sampled_from(
    [
        "", "TT", "STT", "Chỉ tiêu", "Nội dung", "Đơn vị", "ĐVT", "Kế hoạch 2026", "2026", "2027", "Thực hiện 2025",
        "Cơ quan theo dõi", "Thời gian", "I", "1", "1.1", "Đến năm 2030", "Tỷ lệ hộ nghèo", "%", '"', "≥ 80", "40 - 50",
        "5; 6", "Top 3", "Trong đó: nữ", "99.999.999.999.999.999", "31/12/2026", "(1)", "x", "Số xã", "&gt;", ";;\n;",
    ]
)  # fmt: skip
CELLS = st.one_of(WORDS, st.tuples(WORDS, st.integers(1, 3), st.integers(1, 3)), st.none())


@given(
    st.lists(st.lists(CELLS, max_size=7), min_size=1, max_size=7), st.sampled_from(["docx", "pdf"])
)
def test_no_table_is_too_odd(rows: list[list[Text]], form: str) -> None:
    source = annex(*rows, form=form)
    texts = squash(" ".join(line.text for line in lines_of(source.blocks)))

    for found in read_target_tables(source, YEAR_2026, 2026):
        for target in found.targets:
            assert all(squash(quote.text) in texts for quote in target.quotes)
            assert len(target.values) <= 2


@pytest.mark.parametrize("place", ["Xã, thị trấn", "Đơn vị", "Địa phương"])
def test_what_is_allotted_is_named_with_whom_it_is_allotted_to(place: str) -> None:
    first, second = targets(
        ["STT", place, "Chỉ tiêu trồng cây (cây)"],
        ["1", "Thị trấn An Thịnh", "6.000"],
        ["2", "Xã An Bình", "4.500"],
    )
    assert (first.indicator, first.values, first.unit) == (
        "Chỉ tiêu trồng cây: Thị trấn An Thịnh",
        ("6000",),
        "cây",
    )
    assert (second.indicator, second.end) == ("Chỉ tiêu trồng cây: Xã An Bình", "2026-12-31")


def test_a_list_of_places_without_aims_sets_none() -> None:
    assert not targets(["STT", "Xã", "Diện tích (ha)"], ["1", "Xã An Bình", "4.500"])
