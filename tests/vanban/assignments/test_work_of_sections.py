"""Work under a heading of tasks, in a plan whose last section gives work out too."""

from tests.vanban.assignments.plans import plan, reading_of, tasks_of

LAST = """\
III. TỔ CHỨC THỰC HIỆN
1. Văn phòng UBND xã theo dõi, đôn đốc việc thực hiện Kế hoạch này.
2. Công chức Tài chính - Kế toán bố trí kinh phí theo quy định.
"""
OF_A_COMMUNE = """\
II. NHIỆM VỤ, GIẢI PHÁP
1. Công chức Địa chính - Xây dựng: chủ trì, phối hợp với các ấp rà soát ranh đất công, hoàn thành trong quý III/2024.
2. Cán bộ phụ trách thủy lợi kiểm tra cống đập trước ngày 15/8/2024.
3. Ban chỉ huy Quân sự xã cập nhật danh sách thanh niên, báo cáo trước ngày 20 hằng tháng.
4. Trưởng ấp vận động hộ dân dọn kênh.
5. Tổ công nghệ số cộng đồng hướng dẫn người dân nộp hồ sơ trực tuyến.
6. Sửa phòng máy của thư viện, xong trước ngày 01/9/2024.
7. Tiếp tục nâng cao chất lượng tin bài.
"""


def test_items_that_say_who_or_by_when_are_tasks_and_the_last_section_holds_duties() -> None:
    reading = reading_of(plan(OF_A_COMMUNE + LAST))

    assert [([one.name for one in task.leads], task.deadline.end) for task in reading.tasks] == [
        (["Công chức Địa chính - Xây dựng"], "2024-09-30"),
        (["Cán bộ phụ trách thủy lợi"], "2024-08-15"),
        (["Ban chỉ huy Quân sự xã"], None),
        (["Trưởng ấp"], None),
        (["Tổ công nghệ số cộng đồng"], None),
        ([], "2024-09-01"),
    ]
    assert [[one.name for one in duty.actors] for duty in reading.duties] == [
        ["Văn phòng UBND xã"],
        ["Công chức Tài chính - Kế toán"],
    ]


def test_the_day_within_each_month_goes_with_the_task() -> None:
    task = reading_of(plan(OF_A_COMMUNE + LAST)).tasks[2]

    assert (task.deadline.recurrence, task.deadline.within) == ("month", "20")


def test_items_that_mostly_say_neither_leave_the_work_to_the_last_section() -> None:
    body = """\
II. NHIỆM VỤ, GIẢI PHÁP
1. Nâng cao nhận thức của cán bộ, công chức.
2. Tăng cường tuyên truyền trên loa truyền thanh.
3. Phòng Kinh tế rà soát hộ nghèo.
"""
    reading = reading_of(plan(body + LAST))

    assert [[one.name for one in task.leads] for task in reading.tasks] == [
        ["Văn phòng UBND xã"],
        ["Công chức Tài chính - Kế toán"],
    ]
    assert reading.duties == ()


def test_days_alone_are_enough_where_every_item_has_one() -> None:
    body = """\
II. NỘI DUNG THỰC HIỆN
1. Rà soát hộ nghèo, hoàn thành trước ngày 30/4/2024.
2. Sửa đường nội đồng, xong trong tháng 7/2024.
"""
    assert [task[3] for task in tasks_of(plan(body + LAST))] == ["2024-04-30", "2024-07-31"]


def test_aims_with_days_are_no_work() -> None:
    body = """\
I. MỤC TIÊU
1. Phấn đấu hoàn thành trước ngày 30/4/2024 việc cấp nước cho 90% hộ dân.
2. Phấn đấu hoàn thành trước ngày 30/6/2024 việc cấp điện cho mọi hộ dân.
"""
    assert [task[1] for task in tasks_of(plan(body + LAST))] == [
        ["Văn phòng UBND xã"],
        ["Công chức Tài chính - Kế toán"],
    ]


def test_a_day_behind_the_office_in_a_bracket_is_no_office() -> None:
    body = """\
II. NHIỆM VỤ
1. Rà soát hộ nghèo (Công chức Văn hóa - Xã hội; trước ngày 30/4/2024).
2. Sửa đường nội đồng (Công chức Địa chính; tháng 7/2024).
"""
    assert [task[1:] for task in tasks_of(plan(body + LAST))] == [
        (["Công chức Văn hóa - Xã hội"], [], "2024-04-30"),
        (["Công chức Địa chính"], [], "2024-07-31"),
    ]
