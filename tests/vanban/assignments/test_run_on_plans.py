"""Whole plans of other layouts and fields, as pages on the net give them: without paragraph breaks."""

from tests.vanban.assignments.plans import RUN_ON, reading_of, tasks_of, wrapped

OPENING = (
    RUN_ON
    + "I. MỤC ĐÍCH, YÊU CẦU 1. Mục đích a) Làm đúng khoản 2 Điều 5; b) Làm thống nhất. 2. Yêu cầu Đúng hẹn. "
)


def test_work_at_two_levels_of_government_under_one_heading() -> None:
    text = OPENING + (
        "II. NỘI DUNG 1. Họp phổ biến quy định mới a) Ở tỉnh: Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp mở hội"
        " nghị trực tuyến. Thời gian thực hiện: Quý II năm 2024. b) Ở huyện: Ủy ban nhân dân các huyện, thành"
        " phố tổ chức hội nghị. Thời gian thực hiện: Năm 2024. 2. Soạn văn bản quy định chi tiết a) Nội dung:"
        " Soạn thảo quyết định theo khoản 3 Điều 12. b) Cơ quan thực hiện: - Cơ quan chủ trì: Chi cục Văn thư -"
        " Lưu trữ. - Cơ quan phối hợp: Phòng Pháp chế, các đơn vị liên quan. c) Thời gian hoàn thành: Trước"
        " ngày 15 tháng 10 năm 2024. III. TỔ CHỨC THỰC HIỆN 1. Sở Nội vụ đôn đốc chung. 2. Các sở báo cáo kết"
        " quả."
    )

    read = reading_of(wrapped(text))

    assert [(task.no, [lead.name for lead in task.leads]) for task in read.tasks] == [
        ("a", ["Sở Nội vụ"]),
        ("b", ["Ủy ban nhân dân các huyện, thành phố"]),
        ("2", ["Chi cục Văn thư - Lưu trữ"]),
    ]
    assert [task.deadline.end for task in read.tasks] == ["2024-06-30", "2024-12-31", "2024-10-15"]
    assert read.tasks[0].section == "II. NỘI DUNG / 1. Họp phổ biến quy định mới"
    assert [duty.actor_no for duty in read.duties] == ["1", "2"]


def test_labels_without_any_dash_between() -> None:
    text = OPENING + (
        "II. NỘI DUNG NHIỆM VỤ 1. Số hóa sổ làng nghề. Đơn vị chủ trì: Trung tâm Lưu trữ tỉnh. Đơn vị phối hợp:"
        " Văn phòng UBND tỉnh, Phòng Kế hoạch - Tài chính. Tiến độ: Tháng 6 - Tháng 9/2024. Sản phẩm: Bộ dữ"
        " liệu. 2. Tập huấn 500 thợ dệt. Đơn vị chủ trì: Phòng Đào tạo. Tiến độ: Thường xuyên. Sản phẩm: 05"
        " lớp. III. KINH PHÍ Từ ngân sách."
    )

    assert tasks_of(wrapped(text)) == [
        (
            "Số hóa sổ làng nghề",
            ["Trung tâm Lưu trữ tỉnh"],
            ["Văn phòng UBND tỉnh", "Phòng Kế hoạch - Tài chính"],
            "2024-09-30",
        ),
        ("Tập huấn 500 thợ dệt", ["Phòng Đào tạo"], [], "recurring"),
    ]


def test_rows_of_a_table_stand_under_the_heading_of_their_group() -> None:
    text = OPENING + (
        "II. NHIỆM VỤ Các nhiệm vụ như sau: STT Nội dung công việc Cơ quan chủ trì Cơ quan phối hợp Thời gian"
        " hoàn thành Sản phẩm I Soạn quy định 1 Quyết định về nhãn chiếu Sở Khoa học và Công nghệ Sở Tư pháp"
        " Quý III/2024 Quyết định 2 Nội quy chợ cói Sở Công Thương Các sở, ngành Tháng 11/2024 Nội quy II Nói"
        " cho dân biết 3 Hội nghị ở mười xã Sở Tư pháp Văn phòng UBND tỉnh Quý II/2024 Hội nghị 4 Viết bài trên"
        " cổng thông tin Trung tâm Thông tin Các sở, ngành Thường xuyên Tin, bài III. TỔ CHỨC THỰC HIỆN 1. Sở"
        " Tư pháp theo dõi. 2. Các sở báo cáo."
    )

    tasks = reading_of(wrapped(text)).tasks

    assert [(task.no, task.title, task.product) for task in tasks] == [
        ("1", "Quyết định về nhãn chiếu", "Quyết định"),
        ("2", "Nội quy chợ cói", "Nội quy"),
        ("3", "Hội nghị ở mười xã", "Hội nghị"),
        ("4", "Viết bài trên cổng thông tin", "Tin, bài"),
    ]
    assert [task.section.rpartition(" / ")[2] for task in tasks] == [
        "I Soạn quy định",
        "I Soạn quy định",
        "II Nói cho dân biết",
        "II Nói cho dân biết",
    ]
    assert [task.deadline.kind for task in tasks] == ["quarter", "month", "quarter", "recurring"]


def test_a_programme_within_an_article_ends_with_the_article() -> None:
    head = RUN_ON.replace("KẾ HOẠCH PHÁT TRIỂN", "QUYẾT ĐỊNH PHÊ DUYỆT CHƯƠNG TRÌNH PHÁT TRIỂN")
    text = head + (
        "QUYẾT ĐỊNH: Điều 1. Phê duyệt Chương trình với nội dung sau: I. QUAN ĐIỂM 1. Lấy người thợ làm gốc. 2."
        " Làm thật. II. GIẢI PHÁP 1. Dạy nghề a) Mở lớp. b) Mời thợ giỏi. III. TỔ CHỨC THỰC HIỆN 1. Sở Công"
        " Thương a) Chủ trì, phối hợp với các sở liên quan làm Chương trình này; b) Báo cáo trước ngày"
        " 15/12/2024. 2. Sở Tài chính bố trí tiền. Điều 2. Quyết định có hiệu lực từ ngày ký. Điều 3. Giám đốc"
        " các sở chịu trách nhiệm thi hành. Nơi nhận: - Như Điều 3; - Lưu: VT. KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần"
        " Văn Mẫu"
    )

    read = reading_of(wrapped(text))

    assert [([one.name for one in task.leads], task.deadline.end) for task in read.tasks] == [
        (["Sở Công Thương"], None),
        (["Sở Công Thương"], "2024-12-15"),
        (["Sở Tài chính"], None),
    ]
    assert read.header.recipients == ("Như Điều 3", "Lưu: VT")
    assert read.header.signer == "Trần Văn Mẫu"


def test_party_bodies_are_given_work_like_offices() -> None:
    text = OPENING + (
        "II. NỘI DUNG 1. Quán triệt - Giao Ban Tuyên giáo Tỉnh ủy chủ trì, phối hợp với Văn phòng Tỉnh ủy mở"
        " hội nghị, hoàn thành trước ngày 30/4/2024. - Các huyện ủy, thành ủy xây dựng kế hoạch của mình. 2."
        " Kiểm tra - Ủy ban Kiểm tra Tỉnh ủy chủ trì kiểm tra trong Quý III/2024. III. TỔ CHỨC THỰC HIỆN 1. Văn"
        " phòng Tỉnh ủy theo dõi. 2. Các ban báo cáo."
    )

    assert [(task[1], task[2], task[3]) for task in tasks_of(wrapped(text))] == [
        (["Ban Tuyên giáo Tỉnh ủy"], ["Văn phòng Tỉnh ủy"], "2024-04-30"),
        (["Các huyện ủy, thành ủy"], [], None),
        (["Ủy ban Kiểm tra Tỉnh ủy"], [], "2024-09-30"),
    ]


def test_offices_as_headings_over_bullets_without_a_point_between() -> None:
    text = OPENING + (
        "II. NHIỆM VỤ, GIẢI PHÁP 1. Giữ vùng cói a) Sở Nông nghiệp và Môi trường - Chủ trì, phối hợp với UBND các xã "
        "trồng thêm cói; - Tăng cường ngăn mặn. b) Sở Kế hoạch - Đầu tư - Bố trí vốn trước ngày 30/5/2024; - Theo dõi "
        "việc trồng cói. 2. Bán hàng a) Sở Công Thương - Mở hội chợ. b) Công an tỉnh - Điều tra hàng giả."
    )

    assert [(task[1], task[2], task[3]) for task in tasks_of(wrapped(text))] == [
        (["Sở Nông nghiệp và Môi trường"], ["UBND các xã"], None),
        (["Sở Nông nghiệp và Môi trường"], [], None),
        (["Sở Kế hoạch - Đầu tư"], [], "2024-05-30"),
        (["Sở Kế hoạch - Đầu tư"], [], None),
        (["Sở Công Thương"], [], None),
        (["Công an tỉnh"], [], None),
    ]
