"""Work whose parts are labelled, in every layout plans use."""

import pytest

from tests.vanban.assignments.plans import RUN_ON, plan, reading_of, tasks_of, wrapped

TWO = [
    (
        "Mở lớp dạy dệt chiếu cho thợ trẻ",
        ["Sở Công Thương"],
        ["Hội Phụ nữ tỉnh", "UBND các xã"],
        "2024-06-30",
    ),
    ("Lập sổ ghi các xưởng dệt", ["Sở Nội vụ"], ["Chi cục Thống kê"], "2024-09-30"),
]

DASHES = """\
II. NỘI DUNG
1. Mở lớp dạy dệt chiếu cho thợ trẻ.
- Cơ quan chủ trì: Sở Công Thương.
- Cơ quan phối hợp: Hội Phụ nữ tỉnh; UBND các xã.
- Thời gian hoàn thành: Quý II/2024.
2. Lập sổ ghi các xưởng dệt.
- Cơ quan chủ trì: Sở Nội vụ.
- Cơ quan phối hợp: Chi cục Thống kê.
- Thời gian hoàn thành: Tháng 9/2024.
"""
BARE = """\
II. NỘI DUNG
1. Mở lớp dạy dệt chiếu cho thợ trẻ.
Đơn vị chủ trì thực hiện: Sở Công Thương.
Đơn vị phối hợp thực hiện: Hội Phụ nữ tỉnh, UBND các xã.
Tiến độ: Xong trước ngày 30/6/2024.
2. Lập sổ ghi các xưởng dệt.
Đơn vị chủ trì thực hiện: Sở Nội vụ.
Đơn vị phối hợp thực hiện: Chi cục Thống kê.
Tiến độ: Xong trước ngày 30/9/2024.
"""
LETTERS = """\
II. NỘI DUNG
1. Mở lớp dạy dệt chiếu cho thợ trẻ
a) Chủ trì: Sở Công Thương;
b) Phối hợp: Hội Phụ nữ tỉnh, UBND các xã;
c) Thời hạn: 30/6/2024;
d) Sản phẩm: Danh sách người học.
2. Lập sổ ghi các xưởng dệt
a) Chủ trì: Sở Nội vụ;
b) Phối hợp: Chi cục Thống kê;
c) Thời hạn: 30/9/2024;
d) Sản phẩm: Cuốn sổ.
"""
ONE_LINE = """\
II. NỘI DUNG
1. Mở lớp dạy dệt chiếu cho thợ trẻ. Cơ quan chủ trì: Sở Công Thương; cơ quan phối hợp: Hội Phụ nữ tỉnh, \
UBND các xã; thời gian hoàn thành: Quý II/2024.
2. Lập sổ ghi các xưởng dệt. Cơ quan chủ trì: Sở Nội vụ; cơ quan phối hợp: Chi cục Thống kê; thời gian hoàn \
thành: Quý III/2024.
"""
BRACKETS = """\
II. NỘI DUNG
- Mở lớp dạy dệt chiếu cho thợ trẻ (Chủ trì: Sở Công Thương; phối hợp: Hội Phụ nữ tỉnh, UBND các xã; thời gian: \
tháng 6/2024).
- Lập sổ ghi các xưởng dệt (Chủ trì: Sở Nội vụ; phối hợp: Chi cục Thống kê; thời gian: tháng 9/2024).
"""
BULLETS = """\
II. NỘI DUNG
1. Dạy nghề
- Mở lớp dạy dệt chiếu cho thợ trẻ.
Cơ quan chủ trì: Sở Công Thương.
Cơ quan phối hợp: Hội Phụ nữ tỉnh; UBND các xã.
Thời gian thực hiện: Tháng 6/2024.
- Lập sổ ghi các xưởng dệt.
Cơ quan chủ trì: Sở Nội vụ.
Cơ quan phối hợp: Chi cục Thống kê.
Thời gian thực hiện: Quý III năm 2024.
"""
SAME_MARK = """\
II. NỘI DUNG
- Mở lớp dạy dệt chiếu cho thợ trẻ.
- Đơn vị chủ trì: Sở Công Thương.
- Đơn vị phối hợp: Hội Phụ nữ tỉnh, UBND các xã.
- Hoàn thành: tháng 6 năm 2024.
- Lập sổ ghi các xưởng dệt.
- Đơn vị chủ trì: Sở Nội vụ.
- Đơn vị phối hợp: Chi cục Thống kê.
- Hoàn thành: tháng 9 năm 2024.
"""
LISTED_BELOW = """\
II. NỘI DUNG
1. Mở lớp dạy dệt chiếu cho thợ trẻ.
- Cơ quan chủ trì: Sở Công Thương.
- Cơ quan phối hợp:
+ Hội Phụ nữ tỉnh;
+ UBND các xã.
- Thời gian: Quý II/2024.
2. Lập sổ ghi các xưởng dệt.
- Cơ quan chủ trì: Sở Nội vụ.
- Cơ quan phối hợp:
+ Chi cục Thống kê.
- Thời gian: Quý III/2024.
"""
EXPLAINED = """\
II. NỘI DUNG
1. Mở lớp dạy dệt chiếu cho thợ trẻ
Lớp học dạy cách chọn cói, nhuộm cói, căng sợi và dệt hoa; người học được giúp tiền ăn và tiền đi lại trong suốt khóa.
a) Phân công thực hiện
- Đơn vị đầu mối: Sở Công Thương.
- Đơn vị phối hợp: Hội Phụ nữ tỉnh; UBND các xã.
b) Thời gian thực hiện: Quý II/2024
2. Lập sổ ghi các xưởng dệt
Sổ ghi tên chủ xưởng, số khung dệt và số thợ của từng xưởng trong toàn tỉnh để sau này dễ tra cứu và dễ giúp đỡ.
a) Phân công thực hiện
- Đơn vị đầu mối: Sở Nội vụ.
- Đơn vị phối hợp: Chi cục Thống kê.
b) Thời gian thực hiện: Quý III/2024
"""
NAMED = """\
II. NỘI DUNG
Nhiệm vụ 1: Mở lớp dạy dệt chiếu cho thợ trẻ.
Lớp học dạy cách chọn cói, nhuộm cói, căng sợi và dệt hoa; người học được giúp tiền ăn và tiền đi lại trong suốt khóa.
- Chủ trì: Sở Công Thương.
- Phối hợp: Hội Phụ nữ tỉnh, UBND các xã.
- Thời gian: Quý II/2024.
Nhiệm vụ 2: Lập sổ ghi các xưởng dệt.
Sổ ghi tên chủ xưởng, số khung dệt và số thợ của từng xưởng trong toàn tỉnh để sau này dễ tra cứu và dễ giúp đỡ.
- Chủ trì: Sở Nội vụ.
- Phối hợp: Chi cục Thống kê.
- Thời gian: Quý III/2024.
"""
PHRASED = """\
II. NỘI DUNG
1. Mở lớp dạy dệt chiếu cho thợ trẻ.
- Phân công thực hiện: Sở Công Thương chủ trì, phối hợp với Hội Phụ nữ tỉnh, UBND các xã.
- Thời gian thực hiện: Quý II/2024.
2. Lập sổ ghi các xưởng dệt.
- Phân công thực hiện: Sở Nội vụ chủ trì, phối hợp với Chi cục Thống kê.
- Thời gian thực hiện: Quý III/2024.
"""
UNMARKED = """\
NỘI DUNG

Mở lớp dạy dệt chiếu cho thợ trẻ.
Cơ quan chủ trì: Sở Công Thương.
Cơ quan phối hợp: Hội Phụ nữ tỉnh; UBND các xã.
Thời gian: Quý II/2024.

Lập sổ ghi các xưởng dệt.
Cơ quan chủ trì: Sở Nội vụ.
Cơ quan phối hợp: Chi cục Thống kê.
Thời gian: Quý III/2024.
"""
CONTENTS = """\
II. CÁC VIỆC CẦN LÀM
- Nội dung: Mở lớp dạy dệt chiếu cho thợ trẻ.
- Đơn vị thực hiện: Sở Công Thương.
- Đơn vị phối hợp: Hội Phụ nữ tỉnh, UBND các xã.
- Thời gian thực hiện: Quý II/2024.
- Nội dung: Lập sổ ghi các xưởng dệt.
- Đơn vị thực hiện: Sở Nội vụ.
- Đơn vị phối hợp: Chi cục Thống kê.
- Thời gian thực hiện: Quý III/2024.
"""
SUBLABELS = """\
II. NỘI DUNG
1. Mở lớp dạy dệt chiếu cho thợ trẻ
a) Nội dung: Dạy chọn cói, nhuộm cói, căng sợi, dệt hoa.
b) Cơ quan thực hiện:
- Cơ quan chủ trì: Sở Công Thương.
- Cơ quan phối hợp: Hội Phụ nữ tỉnh; UBND các xã.
c) Thời gian hoàn thành: trước ngày 30 tháng 6 năm 2024.
2. Lập sổ ghi các xưởng dệt
a) Nội dung: Ghi tên chủ xưởng và số thợ.
b) Cơ quan thực hiện:
- Cơ quan chủ trì: Sở Nội vụ.
- Cơ quan phối hợp: Chi cục Thống kê.
c) Thời gian hoàn thành: trước ngày 30 tháng 9 năm 2024.
"""
SENTENCES = """\
II. NỘI DUNG
1. Mở lớp dạy dệt chiếu cho thợ trẻ.
- Giao Sở Công Thương chủ trì, phối hợp với Hội Phụ nữ tỉnh, UBND các xã thực hiện.
- Hoàn thành trước ngày 30/6/2024.
2. Lập sổ ghi các xưởng dệt.
- Giao Sở Nội vụ chủ trì, phối hợp với Chi cục Thống kê thực hiện.
- Hoàn thành trước ngày 30/9/2024.
"""
LAYOUTS = {
    "contents": CONTENTS,
    "sublabels": SUBLABELS,
    "sentences": SENTENCES,
    "dashes": DASHES,
    "bare": BARE,
    "letters": LETTERS,
    "one line": ONE_LINE,
    "brackets": BRACKETS,
    "bullets": BULLETS,
    "same mark": SAME_MARK,
    "listed below": LISTED_BELOW,
    "explained": EXPLAINED,
    "named": NAMED,
    "phrased": PHRASED,
    "unmarked": UNMARKED,
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_work_is_read_from_every_layout(layout: str) -> None:
    assert tasks_of(plan(LAYOUTS[layout])) == TWO


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_work_is_read_where_every_line_is_a_paragraph(layout: str) -> None:
    assert tasks_of(plan(LAYOUTS[layout].replace("\\\n", "")), printed=False) == TWO


@pytest.mark.parametrize(
    "layout",
    [
        "dashes",
        "letters",
        "explained",
        "phrased",
        "listed below",
        "sublabels",
        "sentences",
        "contents",
    ],
)
def test_the_same_work_is_read_from_run_on_text(layout: str) -> None:
    text = RUN_ON + "I. MỤC ĐÍCH 1. Giữ nghề cũ. 2. Thêm việc làm. " + LAYOUTS[layout]

    read = tasks_of(wrapped(text))

    assert [task[1:] for task in read] == [task[1:] for task in TWO]
    assert [task[0][:20] for task in read] == [task[0][:20] for task in TWO]


def test_further_labels_have_their_place() -> None:
    (task,) = reading_of(
        plan(
            "II. NỘI DUNG\n1. Sửa nhà trưng bày chiếu.\n- Cơ quan chủ trì: Sở Xây dựng.\n"
            "- Đơn vị thực hiện: Ban Quản lý dự án huyện.\n- Cơ quan theo dõi, đôn đốc: Văn phòng UBND tỉnh.\n"
            "- Cơ quan trình: Sở Tài chính.\n- Cơ quan ban hành: UBND tỉnh.\n- Kinh phí: 200 triệu đồng.\n"
            "- Kết quả: Nhà trưng bày mở cửa.\n- Thời gian: Hằng năm.\n"
        )
    ).tasks

    roles = {role: [one.name for one in mentions] for role, mentions in task.roles.items()}
    assert roles == {
        "implementing": ["Ban Quản lý dự án huyện"],
        "tracking": ["Văn phòng UBND tỉnh"],
        "submitting": ["Sở Tài chính"],
        "issuing": ["UBND tỉnh"],
    }
    assert (task.funding, task.product) == ("200 triệu đồng.", "Nhà trưng bày mở cửa.")
    assert task.section == "II. NỘI DUNG"


def test_who_only_carries_out_leads_where_nobody_else_does() -> None:
    body = (
        "II. NỘI DUNG\n1. Thi dệt giỏi.\n- Đơn vị thực hiện: Trường Cao đẳng nghề An Thịnh.\n"
        "- Thời gian: Tháng 5/2024.\n"
    )

    assert tasks_of(plan(body)) == [
        ("Thi dệt giỏi", ["Trường Cao đẳng nghề An Thịnh"], [], "2024-05-31")
    ]


def test_work_without_an_office_is_read_beside_work_that_has_one_and_asked_about() -> None:
    body = (
        DASHES
        + "3. In sách về chiếu hoa.\n- Thời gian hoàn thành: Quý IV/2024.\n- Sản phẩm: 500 cuốn.\n"
    )

    tasks = reading_of(plan(body)).tasks

    assert [task.no for task in tasks] == ["1", "2", "3"]
    assert "no-lead" in {finding.code for finding in tasks[2].findings}


def test_group_headings_are_no_tasks_and_tell_where_a_task_stands() -> None:
    body = (
        "II. NỘI DUNG\n1. Dạy nghề và truyền nghề\n1.1. Mở lớp dạy dệt chiếu.\n- Chủ trì: Sở Công Thương.\n"
        "1.2. Mời nghệ nhân về làng.\n- Chủ trì: Sở Văn hóa và Thể thao.\n"
    )

    tasks = reading_of(plan(body)).tasks

    assert [task.no for task in tasks] == ["1.1", "1.2"]
    assert tasks[0].section == "II. NỘI DUNG / 1. Dạy nghề và truyền nghề"


def test_every_part_of_a_labelled_task_is_quoted_where_it_stands() -> None:
    (first, _) = reading_of(plan(DASHES)).tasks

    assert [quote.text for quote in first.quotes] == ["Mở lớp dạy dệt chiếu cho thợ trẻ."]
    assert [quote.text for quote in first.deadline_quotes] == ["Quý II/2024."]
    assert first.leads[0].quote is not None
    assert first.leads[0].quote.text == "Sở Công Thương"
