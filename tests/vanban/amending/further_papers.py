"""More papers that change a plan: annexes, words, targets; and what the whole list of papers is."""

from tests.vanban.amending.papers import (
    CORRECTION,
    HUYEN,
    LETTER,
    NUMBERED,
    PLAN,
    TABLE,
    Paper,
    foot,
    head,
)

ANNEX = Paper(
    "decision-annex-anew",
    (
        *head(
            "ỦY BAN NHÂN DÂN TỈNH CỬA LẠCH",
            "1120/QĐ-UBND",
            "ngày 09 tháng 7 năm 2026",
            "QUYẾT ĐỊNH",
            "Về việc thay thế Phụ lục của Kế hoạch số 140/KH-UBND ngày 04 tháng 02 năm 2026",
            "ỦY BAN NHÂN DÂN TỈNH CỬA LẠCH",
        ),
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "QUYẾT ĐỊNH:",
        "Điều 1. Thay thế Phụ lục ban hành kèm theo Kế hoạch số 140/KH-UBND ngày 04 tháng 02 năm 2026 bằng Phụ lục ban "
        "hành kèm theo Quyết định này.",
        "Điều 2. Quyết định này có hiệu lực từ ngày 15 tháng 7 năm 2026.",
        *foot(),
        "PHỤ LỤC",
        "(Kèm theo Quyết định số 1120/QĐ-UBND ngày 09 tháng 7 năm 2026)",
    ),
    ("140/KH-UBND", "2026-02-04"),
    "2026-07-15",
    (
        (
            "change",
            "task",
            ("1",),
            {
                "text": ("", "Xây dựng cơ sở dữ liệu nhà máy nước"),
                "lead": ("", "Sở Nông nghiệp và Môi trường"),
                "coordinating": ("", "Sở Xây dựng"),
                "deadline": ("", "Quý III/2026"),
            },
        ),
        (
            "change",
            "task",
            ("2",),
            {
                "text": ("", "Ban hành quy chế phối hợp quản lý đê điều"),
                "lead": ("", "Sở Tư pháp"),
                "coordinating": ("", "Sở Nông nghiệp và Môi trường"),
                "deadline": ("", "Tháng 12/2026"),
            },
        ),
    ),
    {
        0: (
            (
                "STT",
                "Nội dung nhiệm vụ",
                "Cơ quan chủ trì",
                "Cơ quan phối hợp",
                "Thời gian hoàn thành",
            ),
            (
                "1",
                "Xây dựng cơ sở dữ liệu nhà máy nước",
                "Sở Nông nghiệp và Môi trường",
                "Sở Xây dựng",
                "Quý III/2026",
            ),
            (
                "2",
                "Ban hành quy chế phối hợp quản lý đê điều",
                "Sở Tư pháp",
                "Sở Nông nghiệp và Môi trường",
                "Tháng 12/2026",
            ),
        )
    },
)

WORDED = Paper(
    "decision-words-and-items",
    (
        *head(
            HUYEN,
            "402/QĐ-UBND",
            "ngày 01 tháng 7 năm 2025",
            "QUYẾT ĐỊNH",
            "Sửa đổi, bổ sung Kế hoạch ban hành kèm theo Quyết định số 96/QĐ-UBND ngày 11/02/2025",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BÌNH SƠN",
        ),
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "QUYẾT ĐỊNH:",
        "Điều 1. Sửa đổi, bổ sung một số điểm của Kế hoạch ban hành kèm theo Quyết định số 96/QĐ-UBND ngày 11/02/2025:",
        "1. Thay cụm từ “Phòng Lao động - Thương binh và Xã hội” bằng cụm từ “Phòng Nội vụ” tại các nhiệm vụ số "
        "2, 5 và "
        "8.",
        "2. Khoản 3 Mục IV được sửa đổi như sau:",
        "“3. Phòng Nội vụ: Theo dõi, đôn đốc; tổng hợp kết quả báo cáo Ủy ban nhân dân huyện trước ngày 15 tháng cuối "
        "quý.”",
        "3. Bổ sung Phòng Tư pháp vào cơ quan phối hợp thực hiện nhiệm vụ số 6.",
        "4. Bỏ trách nhiệm số 4.2 tại Mục IV.",
        "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày 15 tháng 7 năm 2025.",
        *foot(),
    ),
    ("96/QĐ-UBND", "2025-02-11"),
    "2025-07-15",
    (
        (
            "change",
            "task",
            ("2", "5", "8"),
            {"": ("Phòng Lao động - Thương binh và Xã hội", "Phòng Nội vụ")},
        ),
        (
            "change",
            "duty",
            ("3",),
            {
                "text": (
                    "",
                    "3. Phòng Nội vụ: Theo dõi, đôn đốc; tổng hợp kết quả báo cáo Ủy ban nhân dân huyện trước ngày 15 "
                    "tháng cuối quý.",
                )
            },
        ),
        ("change", "task", ("6",), {"coordinating": ("", "Phòng Tư pháp")}),
        ("end", "duty", ("4.2",), {}),
    ),
)

TARGETS = Paper(
    "decision-targets",
    (
        *head(
            HUYEN,
            "57/QĐ-UBND",
            "ngày 20 tháng 01 năm 2026",
            "QUYẾT ĐỊNH",
            "Về việc điều chỉnh chỉ tiêu tại Kế hoạch số 210/KH-UBND ngày 25 tháng 12 năm 2025",
            "ỦY BAN NHÂN DÂN HUYỆN BÌNH SƠN",
        ),
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "QUYẾT ĐỊNH:",
        "Điều 1. Điều chỉnh chỉ tiêu “tỷ lệ lấp đầy các cụm công nghiệp” tại Kế hoạch số 210/KH-UBND ngày 25 tháng 12 "
        "năm 2025 từ 75% lên 80%.",
        "Điều 2. Điều chỉnh chỉ tiêu số 4 từ “ít nhất 12 doanh nghiệp” xuống còn “ít nhất 9 doanh nghiệp”.",
        "Điều 3. Bổ sung chỉ tiêu: Trên 90% hộ kinh doanh nộp thuế điện tử đến hết năm 2026.",
        "Điều 4. Không thực hiện chỉ tiêu số 6.",
        "Điều 5. Quyết định này có hiệu lực từ ngày ký.",
        "Điều 6. Các ông (bà) Chánh Văn phòng, Trưởng phòng Kinh tế và thủ trưởng các đơn vị có liên quan chịu trách "
        "nhiệm thi hành Quyết định này./.",
        *foot(),
    ),
    ("210/KH-UBND", "2025-12-25"),
    "2026-01-20",
    (
        ("change", "target", (), {"figure": ("75%", "80%")}),
        (
            "change",
            "target",
            ("4",),
            {"figure": ("ít nhất 12 doanh nghiệp", "ít nhất 9 doanh nghiệp")},
        ),
        (
            "add",
            "target",
            (),
            {"text": ("", "Trên 90% hộ kinh doanh nộp thuế điện tử đến hết năm 2026")},
        ),
        ("end", "target", ("6",), {}),
    ),
)

# The papers below were written after the rules, to see what the rules do with words they were not made for.
ROWS = Paper(
    "decision-rows-of-the-annex",
    (
        *head(
            "ỦY BAN NHÂN DÂN TỈNH CỬA LẠCH",
            "655/QĐ-UBND",
            "ngày 24 tháng 4 năm 2026",
            "QUYẾT ĐỊNH",
            "Về việc sửa đổi, bổ sung Phụ lục ban hành kèm theo Quyết định số 118/QĐ-UBND ngày 19 tháng 01 năm "
            "2026 của "
            "Chủ tịch Ủy ban nhân dân tỉnh",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH CỬA LẠCH",
        ),
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Xét đề nghị của Giám đốc Sở Y tế tại Tờ trình số 77/TTr-SYT ngày 15 tháng 4 năm 2026.",
        "QUYẾT ĐỊNH:",
        "Điều 1. Sửa đổi, bổ sung Phụ lục ban hành kèm theo Quyết định số 118/QĐ-UBND ngày 19 tháng 01 năm "
        "2026, như sau:",
        "1. Sửa đổi các số thứ tự 4 và 7:",
        "a) Số thứ tự 4: Thời gian hoàn thành là quý IV năm 2026.",
        "b) Số thứ tự 7: Giao Ban Quản lý khu kinh tế chủ trì thay Sở Xây dựng.",
        "2. Bỏ các số thứ tự 9, 10.",
        "3. Thêm nhiệm vụ mới: “Khám sàng lọc sức khỏe cho học sinh tiểu học”, do Sở Y tế chủ trì, phối hợp với "
        "Sở Giáo "
        "dục và Đào tạo, hoàn thành trước ngày 31/12/2026.",
        "Điều 2. Quyết định này có hiệu lực thi hành từ ngày 01/5/2026 và là bộ phận không tách rời của Quyết định số "
        "118/QĐ-UBND.",
        "Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Y tế và các cơ quan liên quan chịu trách nhiệm thi "
        "hành./.",
        *foot("CHỦ TỊCH"),
    ),
    ("118/QĐ-UBND", "2026-01-19"),
    "2026-05-01",
    (
        ("change", "task", ("4",), {"deadline": ("", "quý IV năm 2026")}),
        ("change", "task", ("7",), {"lead": ("Sở Xây dựng", "Ban Quản lý khu kinh tế")}),
        ("end", "task", ("9", "10"), {}),
        (
            "add",
            "task",
            (),
            {
                "text": ("", "Khám sàng lọc sức khỏe cho học sinh tiểu học"),
                "lead": ("", "Sở Y tế"),
                "coordinating": ("", "Sở Giáo dục và Đào tạo"),
                "deadline": ("", "trước ngày 31/12/2026"),
            },
        ),
    ),
)

LETTER_TABLE = Paper(
    "letter-with-a-table",
    (
        *head(
            "ỦY BAN NHÂN DÂN XÃ TÂN PHƯỚC",
            "240/UBND-KT",
            "ngày 10 tháng 9 năm 2026",
            "V/v gia hạn và bổ sung nhiệm vụ năm 2026",
            "Kính gửi: Trưởng các phòng, ban thuộc xã.",
        ),
        "Ngày 05/01/2026 Ủy ban nhân dân xã đã ban hành Kế hoạch số 03/KH-UBND về nhiệm vụ kinh tế - xã hội năm 2026.",
        "Qua rà soát, Ủy ban nhân dân xã điều chỉnh Kế hoạch số 03/KH-UBND ngày 05/01/2026 như sau:",
        "1. Gia hạn các nhiệm vụ theo bảng dưới đây:",
        "2. Chỉ tiêu số 3 được nâng từ 40 hộ lên 55 hộ.",
        "3. Nhiệm vụ số 13 không thực hiện trong năm 2026.",
        "Việc điều chỉnh này áp dụng từ ngày 15/9/2026.",
        *foot("CHỦ TỊCH"),
    ),
    ("03/KH-UBND", "2026-01-05"),
    "2026-09-15",
    (
        ("change", "task", ("5",), {"deadline": ("Tháng 8/2026", "Tháng 11/2026")}),
        ("change", "task", ("11",), {"deadline": ("Quý III/2026", "Quý IV/2026")}),
        ("change", "target", ("3",), {"figure": ("40 hộ", "55 hộ")}),
        ("end", "task", ("13",), {}),
    ),
    {
        9: (
            (
                "TT",
                "Số thứ tự trong Kế hoạch",
                "Tên nhiệm vụ",
                "Thời hạn đã giao",
                "Thời hạn điều chỉnh",
            ),
            ("1", "5", "Nâng cấp chợ trung tâm", "Tháng 8/2026", "Tháng 11/2026"),
            ("2", "11", "Lắp đèn chiếu sáng đường thôn", "Quý III/2026", "Quý IV/2026"),
        )
    },
)

PAPERS = (NUMBERED, LETTER, PLAN, CORRECTION, TABLE, ANNEX, WORDED, TARGETS, ROWS, LETTER_TABLE)
