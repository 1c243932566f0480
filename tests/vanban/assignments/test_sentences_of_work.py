"""Work that sentences, brackets and headings give out, without any label."""

import pytest

from tests.vanban.assignments.plans import RUN_ON, plan, reading_of, tasks_of, wrapped


def test_giving_is_told_by_its_verb() -> None:
    body = """\
II. NHIỆM VỤ
1. Giao Sở Công Thương chủ trì, phối hợp với Sở Tài chính, UBND các huyện mở hội chợ chiếu cói, hoàn thành \
trước ngày 30/6/2024.
2. Sở Khoa học và Công nghệ chủ trì, phối hợp với các cơ quan liên quan thử loại khung dệt mới trong tháng 9 năm 2024.
3. Yêu cầu Công an tỉnh chủ trì điều tra nạn làm giả nhãn chiếu. Hoàn thành trước ngày 15 tháng 10 năm 2024.
4. Đề nghị Tỉnh đoàn phối hợp với các trường học ra quân vớt bèo vào quý IV/2024.
"""
    assert [task[1:] for task in tasks_of(plan(body))] == [
        (["Sở Công Thương"], ["Sở Tài chính", "UBND các huyện"], "2024-06-30"),
        (["Sở Khoa học và Công nghệ"], ["các cơ quan liên quan"], "2024-09-30"),
        (["Công an tỉnh"], [], "2024-10-15"),
        (["Tỉnh đoàn"], ["các trường học"], "2024-12-31"),
    ]


def test_a_sentence_that_only_gives_leaves_the_work_to_the_one_before() -> None:
    body = """\
II. NHIỆM VỤ
1. Mở hội chợ chiếu cói tại bến sông. Giao Sở Công Thương chủ trì, phối hợp với Sở Tài chính thực hiện.
2. Trồng thêm 20 ha cói. Giao Sở Nông nghiệp và Môi trường chủ trì, phối hợp với UBND các xã tổ chức thực hiện.
"""
    assert [task[:3] for task in tasks_of(plan(body))] == [
        ("Mở hội chợ chiếu cói tại bến sông", ["Sở Công Thương"], ["Sở Tài chính"]),
        ("Trồng thêm 20 ha cói", ["Sở Nông nghiệp và Môi trường"], ["UBND các xã"]),
    ]


BRACKETS = """\
II. NHIỆM VỤ
1. Dạy nghề
(1) Mời mười nghệ nhân về dạy dệt (Sở Công Thương chủ trì, phối hợp với Hội Nghệ nhân). Thời gian hoàn thành: \
Tháng 4/2024.
(2) Mua khung dệt cho trường nghề (Sở Tài chính chủ trì tham mưu). Thời gian hoàn thành: Tháng 5/2024.
(3) Nói về nghề chiếu trong trường học (Các trường học, UBND các xã). Thời gian hoàn thành: Tháng 9/2024.
"""
BRACKETED = [
    ("Mời mười nghệ nhân về dạy dệt", ["Sở Công Thương"], ["Hội Nghệ nhân"], "2024-04-30"),
    ("Mua khung dệt cho trường nghề", ["Sở Tài chính"], [], "2024-05-31"),
    ("Nói về nghề chiếu trong trường học", ["Các trường học", "UBND các xã"], [], "2024-09-30"),
]


def test_offices_in_brackets_at_the_end_do_the_work() -> None:
    assert tasks_of(plan(BRACKETS)) == BRACKETED


def test_brackets_are_read_from_run_on_text_too() -> None:
    text = RUN_ON + "I. MỤC ĐÍCH 1. Giữ nghề cũ. 2. Thêm việc làm. " + BRACKETS

    assert tasks_of(wrapped(text)) == BRACKETED


def test_a_list_inside_an_item_in_the_same_style_stays_in_its_title() -> None:
    text = RUN_ON + (
        "I. MỤC ĐÍCH 1. Giữ nghề cũ. II. NHIỆM VỤ 1. Công tác chung (1) Họp mặt thợ dệt (Sở Công Thương chủ trì). Thời"
        " gian hoàn thành: Tháng 4/2024. (2) Soạn các bộ luật làng nghề: (1) Luật chọn cói; (2) Luật nhuộm; (3) Luật"
        " bán hàng (Sở Tư pháp chủ trì). Thời gian hoàn thành: Tháng 5/2024. (3) Trao giải thợ giỏi (Sở Nội vụ"
        " chủ trì). Thời gian hoàn thành: Tháng 6/2024."
    )

    read = tasks_of(wrapped(text))

    assert [task[1] for task in read] == [["Sở Công Thương"], ["Sở Tư pháp"], ["Sở Nội vụ"]]
    assert (
        read[1][0]
        == "Soạn các bộ luật làng nghề: (1) Luật chọn cói; (2) Luật nhuộm; (3) Luật bán hàng"
    )


def test_offices_as_headings_do_what_stands_below_them() -> None:
    body = """\
II. NHIỆM VỤ, GIẢI PHÁP
1. Giữ vùng cói
a) Sở Nông nghiệp và Môi trường:
- Trồng thêm 20 ha cói ven sông.
- Phối hợp với UBND các xã ngăn nước mặn trước ngày 30/5/2024.
b) UBND các huyện:
- Giữ đất trồng cói không cho xây nhà.
2. Bán hàng
a) Sở Công Thương:
- Mở hai cửa hàng ở thành phố.
"""
    assert tasks_of(plan(body)) == [
        ("Trồng thêm 20 ha cói ven sông", ["Sở Nông nghiệp và Môi trường"], [], None),
        (
            "Phối hợp với UBND các xã ngăn nước mặn trước ngày 30/5/2024",
            ["Sở Nông nghiệp và Môi trường"],
            ["UBND các xã"],
            "2024-05-30",
        ),
        ("Giữ đất trồng cói không cho xây nhà", ["UBND các huyện"], [], None),
        ("Mở hai cửa hàng ở thành phố", ["Sở Công Thương"], [], None),
    ]


def test_a_directive_gives_each_office_its_work() -> None:
    body = """\
Thời gian qua nghề dệt chiếu gặp nhiều khó khăn, Chủ tịch UBND tỉnh yêu cầu:

1. Sở Công Thương:
a) Mở hội chợ chiếu cói.
b) Tìm người mua ở nước ngoài.
2. Sở Tài chính:
Dành đủ tiền cho hội chợ.
"""
    assert [task[:2] for task in tasks_of(plan(body, "CHỈ THỊ", "CT"))] == [
        ("Mở hội chợ chiếu cói", ["Sở Công Thương"]),
        ("Tìm người mua ở nước ngoài", ["Sở Công Thương"]),
        ("Dành đủ tiền cho hội chợ", ["Sở Tài chính"]),
    ]


ORGANISED = """\
I. MỤC ĐÍCH
1. Giữ nghề dệt chiếu.

III. TỔ CHỨC THỰC HIỆN
- Sở Công Thương tổ chức hội chợ chiếu cói và các hội thi dệt trong năm 2019 và những năm tiếp theo.
- Trong năm 2024, Sở Tài chính tiếp tục giúp tiền cho các xưởng dệt nhỏ mua khung mới.
- Nâng cao tay nghề của thợ dệt; mỗi xưởng chọn một thợ đi học nghề.
- Giao Phòng Nghiệp vụ (đồng chí Mẫu) tổng hợp báo cáo kết quả gửi UBND tỉnh. Thời gian xong trước 01/12/2024.
"""


def test_without_table_and_labels_the_items_of_the_last_section_are_the_tasks() -> None:
    read = reading_of(plan(ORGANISED))

    assert read.duties == ()
    assert [task.title for task in read.tasks] == [
        "Sở Công Thương tổ chức hội chợ chiếu cói và các hội thi dệt trong năm 2019 và những năm tiếp theo.",
        "Trong năm 2024, Sở Tài chính tiếp tục giúp tiền cho các xưởng dệt nhỏ mua khung mới.",
        "Nâng cao tay nghề của thợ dệt; mỗi xưởng chọn một thợ đi học nghề.",
        "Giao Phòng Nghiệp vụ (đồng chí Mẫu) tổng hợp báo cáo kết quả gửi UBND tỉnh.",
    ]
    assert [[lead.name for lead in task.leads] for task in read.tasks] == [
        ["Sở Công Thương"],
        ["Sở Tài chính"],
        [],
        ["Phòng Nghiệp vụ"],
    ]
    assert [(task.deadline.kind, task.deadline.end) for task in read.tasks] == [
        ("none", None),
        ("year", "2024-12-31"),
        ("none", None),
        ("date", "2024-12-01"),
    ]


def test_beside_tasks_in_the_text_the_last_section_holds_duties() -> None:
    read = reading_of(
        plan(
            BRACKETS
            + "\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính: Cấp tiền.\n2. Sở Nội vụ: Xét khen thưởng.\n"
        )
    )

    assert len(read.tasks) == 3
    assert [duty.text for duty in read.duties] == ["Cấp tiền.", "Xét khen thưởng."]


RUN_ON_TABLE = (
    "II. NHIỆM VỤ 1. Mở hội thi dệt. - Cơ quan chủ trì: Sở Công Thương. - Thời gian: Quý II/2024. 2. Soạn các quyết"
    " định sau: STT Tên văn bản Cơ quan chủ trì Cơ quan phối hợp Thời gian trình 1 Quyết định về giá cói Sở Tài chính"
    " Sở Công Thương, UBND các huyện Quý III/2024 2 Quyết định về đất trồng cói tại Điều 5 Sở Nông nghiệp và Môi"
    " trường Sở Tư pháp Tháng 10/2024 3 Nội quy chợ cói UBND huyện Tân Phú Công an huyện, các xã có liên quan Trước"
    " ngày 30/11/2024 III. TỔ CHỨC THỰC HIỆN 1. Sở Công Thương: Theo dõi chung."
)


def test_a_table_within_run_on_text_is_parted_by_what_its_cells_look_like() -> None:
    text = RUN_ON + "I. MỤC ĐÍCH 1. Giữ nghề cũ. 2. Thêm việc làm. " + RUN_ON_TABLE

    assert tasks_of(wrapped(text))[1:] == [
        (
            "Quyết định về giá cói",
            ["Sở Tài chính"],
            ["Sở Công Thương", "UBND các huyện"],
            "2024-09-30",
        ),
        (
            "Quyết định về đất trồng cói tại Điều 5",
            ["Sở Nông nghiệp và Môi trường"],
            ["Sở Tư pháp"],
            "2024-10-31",
        ),
        (
            "Nội quy chợ cói",
            ["UBND huyện Tân Phú"],
            ["Công an huyện", "các xã có liên quan"],
            "2024-11-30",
        ),
    ]


MINUTES = """\
BIÊN BẢN
Họp bàn về hội chợ chiếu

1. Ông Nguyễn Văn Mẫu - Phó Giám đốc Sở Công Thương chủ trì cuộc họp.
2. Sở Tài chính chủ trì phần thảo luận về kinh phí.
3. Giao Sở Nội vụ chủ trì ghi chép. Thời gian hoàn thành: tháng 5/2024.
"""
LETTER = """\
ỦY BAN NHÂN DÂN
TỈNH AN THỊNH
Số: 45/UBND-KT
An Thịnh, ngày 05 tháng 3 năm 2024

Kính gửi: Các sở, ban, ngành

1. Đề nghị Sở Công Thương chủ trì, phối hợp với Sở Tài chính xem xét đơn của hợp tác xã, trả lời trước ngày 30/4/2024.
2. Đề nghị Sở Nội vụ chủ trì kiểm tra.
"""
CALENDAR = """\
LỊCH CÔNG TÁC TUẦN

Thứ hai
- Họp giao ban
- Chủ trì: Chủ tịch UBND tỉnh
- Thành phần: Văn phòng UBND tỉnh, các sở
- Địa điểm: Phòng họp số 2
Thứ ba
- Tiếp dân
- Chủ trì: Phó Chủ tịch UBND tỉnh
- Thành phần: Thanh tra tỉnh
- Địa điểm: Trụ sở tiếp dân
"""
REPORT = """\
BÁO CÁO
Kết quả nghề dệt chiếu năm 2023

1. Sở Công Thương chủ trì, phối hợp với Sở Tài chính mở hội chợ trước ngày 30/6/2023.
2. Công an tỉnh chủ trì điều tra nạn hàng giả (Công an tỉnh chủ trì).
"""


@pytest.mark.parametrize("text", [MINUTES, LETTER, CALENDAR, REPORT])
def test_what_is_no_plan_gives_out_no_work(text: str) -> None:
    assert tasks_of(text) == []


def test_headings_of_offices_may_stand_without_a_mark() -> None:
    body = """\
PHÂN CÔNG CÔNG VIỆC

Sở Công Thương
- Mở hội chợ chiếu cói.
- Tìm người mua ở nước ngoài.

Trách nhiệm của Sở Tài chính:
- Dành đủ tiền cho hội chợ.
"""
    assert [task[:2] for task in tasks_of(plan(body))] == [
        ("Mở hội chợ chiếu cói", ["Sở Công Thương"]),
        ("Tìm người mua ở nước ngoài", ["Sở Công Thương"]),
        ("Dành đủ tiền cho hội chợ", ["Sở Tài chính"]),
    ]


def test_what_follows_an_office_on_its_line_is_its_work() -> None:
    body = """\
II. NHIỆM VỤ
1. Giao Sở Công Thương: Mở hội chợ chiếu cói.
2. Yêu cầu Chủ tịch UBND các huyện: Giữ đất trồng cói.
"""
    assert [task[:2] for task in tasks_of(plan(body, "CHỈ THỊ", "CT"))] == [
        ("Mở hội chợ chiếu cói", ["Sở Công Thương"]),
        ("Giữ đất trồng cói", ["Chủ tịch UBND các huyện"]),
    ]


def test_one_sentence_elsewhere_leaves_the_last_section_its_tasks() -> None:
    body = (
        "II. NHIỆM VỤ\n1. Giao Sở Công Thương chủ trì mở hội chợ chiếu cói.\n2. Làm đẹp bến sông.\n"
    )

    read = reading_of(plan(body + ORGANISED.partition("\n\n")[2]))

    assert len(read.tasks) == 5
    assert read.duties == ()
