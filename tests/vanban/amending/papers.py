"""Papers of our own that change a plan, each in another style, with what a person reads from them."""

from dataclasses import dataclass, field

Row = tuple[str, ...]


@dataclass(frozen=True)
class Paper:
    """The paragraphs of a paper, its tables (put behind the paragraph that they are keyed by), and what it says.

    A clause is (act, about, numbers, {field: (old, new)}).
    """

    name: str
    lines: tuple[str, ...]
    amends: tuple[str, str]
    effective: str | None
    clauses: tuple[tuple[str, str, tuple[str, ...], dict[str, tuple[str, str]]], ...]
    tables: dict[int, tuple[Row, ...]] = field(default_factory=dict)


def head(issuer: str, number: str, day: str, *title: str) -> tuple[str, ...]:
    """The first lines of a paper."""
    place = "Bình Sơn"
    return (
        issuer,
        f"Số: {number}",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        f"{place}, {day}",
        *title,
    )


def foot(capacity: str = "TM. ỦY BAN NHÂN DÂN") -> tuple[str, ...]:
    """The last lines of a paper."""
    return ("Nơi nhận:", "- Như trên;", "- Lưu: VT.", capacity, "CHỦ TỊCH", "Trần Minh Khoa")


HUYEN = "ỦY BAN NHÂN DÂN HUYỆN BÌNH SƠN"

NUMBERED = Paper(
    "decision-numbered",
    (
        *head(
            HUYEN,
            "215/QĐ-UBND",
            "ngày 14 tháng 3 năm 2025",
            "QUYẾT ĐỊNH",
            "Về việc điều chỉnh, bổ sung một số nội dung của Kế hoạch số 27/KH-UBND ngày 21 tháng 02 năm 2022 của "
            "Ủy ban nhân dân huyện",
            "ỦY BAN NHÂN DÂN HUYỆN BÌNH SƠN",
        ),
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025;",
        "Căn cứ Nghị quyết số 08/NQ-HĐND ngày 10 tháng 01 năm 2025 của Hội đồng nhân dân huyện;",
        "Theo đề nghị của Trưởng phòng Kinh tế tại Tờ trình số 31/TTr-PKT ngày 03 tháng 3 năm 2025.",
        "QUYẾT ĐỊNH:",
        "Điều 1. Điều chỉnh, bổ sung một số nội dung của Kế hoạch số 27/KH-UBND ngày 21 tháng 02 năm 2022 của Ủy ban "
        "nhân dân huyện, cụ thể như sau:",
        "1. Điều chỉnh thời hạn hoàn thành nhiệm vụ số 5 Phụ lục từ “Quý II/2025” thành “Quý IV/2025”.",
        "2. Điều chỉnh cơ quan chủ trì nhiệm vụ số 8 Phụ lục từ “Phòng Kinh tế và Hạ tầng” thành “Phòng Kinh tế”.",
        "3. Bổ sung nhiệm vụ số 15 vào Phụ lục như sau:",
        "- Nội dung: Lập hồ sơ số của từng cụm công nghiệp trên địa bàn huyện.",
        "- Cơ quan chủ trì: Phòng Kinh tế.",
        "- Cơ quan phối hợp: Phòng Văn hóa - Thông tin, UBND các xã.",
        "- Thời hạn hoàn thành: Quý I/2026.",
        "- Sản phẩm: Bộ hồ sơ số.",
        "4. Bãi bỏ nhiệm vụ số 7 Phụ lục.",
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký. Các nội dung khác của Kế hoạch số 27/KH-UBND không "
        "thay đổi.",
        "Điều 3. Chánh Văn phòng Ủy ban nhân dân huyện, Trưởng phòng Kinh tế chịu trách nhiệm thi hành Quyết định này.",
        *foot(),
    ),
    ("27/KH-UBND", "2022-02-21"),
    "2025-03-14",
    (
        ("change", "task", ("5",), {"deadline": ("Quý II/2025", "Quý IV/2025")}),
        ("change", "task", ("8",), {"lead": ("Phòng Kinh tế và Hạ tầng", "Phòng Kinh tế")}),
        (
            "add",
            "task",
            ("15",),
            {
                "text": ("", "Lập hồ sơ số của từng cụm công nghiệp trên địa bàn huyện"),
                "lead": ("", "Phòng Kinh tế"),
                "coordinating": ("", "Phòng Văn hóa - Thông tin, UBND các xã"),
                "deadline": ("", "Quý I/2026"),
                "product": ("", "Bộ hồ sơ số"),
            },
        ),
        ("end", "task", ("7",), {}),
    ),
)

LETTER = Paper(
    "letter",
    (
        *head(
            "SỞ CÔNG THƯƠNG",
            "418/SCT-KHTC",
            "ngày 05 tháng 6 năm 2026",
            "V/v điều chỉnh thời gian thực hiện một số nhiệm vụ tại Kế hoạch số 63/KH-SCT ngày 12/01/2026",
            "Kính gửi: Các phòng, đơn vị thuộc Sở.",
        ),
        "Xét đề nghị của Phòng Quản lý công nghiệp, Giám đốc Sở Công Thương có ý kiến như sau:",
        "Gia hạn thời gian hoàn thành nhiệm vụ số 4 đến hết ngày 30/9/2026.",
        "Giao Phòng Quản lý năng lượng chủ trì thực hiện nhiệm vụ số 9 thay Phòng Quản lý thương mại.",
        "Không tiếp tục thực hiện các nhiệm vụ số 11, 12 và 14 của Kế hoạch nêu trên.",
        "Đề nghị các phòng, đơn vị nghiêm túc thực hiện./.",
        "Nơi nhận:",
        "- Như trên;",
        "GIÁM ĐỐC",
        "Bùi Quốc Vinh",
    ),
    ("63/KH-SCT", "2026-01-12"),
    None,
    (
        ("change", "task", ("4",), {"deadline": ("", "hết ngày 30/9/2026")}),
        (
            "change",
            "task",
            ("9",),
            {"lead": ("Phòng Quản lý thương mại", "Phòng Quản lý năng lượng")},
        ),
        ("end", "task", ("11", "12", "14"), {}),
    ),
)

PLAN = Paper(
    "plan-in-sections",
    (
        *head(
            "ỦY BAN NHÂN DÂN XÃ AN KHÊ",
            "88/KH-UBND",
            "ngày 20 tháng 02 năm 2025",
            "KẾ HOẠCH",
            "Điều chỉnh, bổ sung Kế hoạch số 112/KH-UBND ngày 30/12/2024 về cải cách hành chính năm 2025",
        ),
        "Ủy ban nhân dân xã ban hành Kế hoạch điều chỉnh, bổ sung Kế hoạch số 112/KH-UBND ngày 30/12/2024 như sau:",
        "I. NỘI DUNG ĐIỀU CHỈNH",
        "1. Điều chỉnh thời gian thực hiện các nhiệm vụ sau:",
        "a) Nhiệm vụ số 2: từ tháng 3/2025 sang tháng 5/2025.",
        "b) Nhiệm vụ số 6: từ tháng 4/2025 sang tháng 8/2025.",
        "2. Điều chỉnh tên nhiệm vụ số 10 thành: “Rà soát, công khai thủ tục hành chính tại bộ phận một cửa”.",
        "II. NỘI DUNG BỔ SUNG",
        "Bổ sung 02 nhiệm vụ vào Phụ lục của Kế hoạch, gồm:",
        "1. Mở chuyên mục hỏi đáp trên trang thông tin điện tử; Văn phòng HĐND và UBND chủ trì; hoàn thành trước ngày "
        "30/6/2025.",
        "2. Khảo sát mức độ hài lòng của người dân; Bộ phận một cửa chủ trì, Đoàn Thanh niên phối hợp; hoàn "
        "thành trong "
        "tháng 11/2025.",
        "III. TỔ CHỨC THỰC HIỆN",
        "Kế hoạch này có hiệu lực từ ngày 01/3/2025. Các nội dung khác giữ nguyên theo Kế hoạch số 112/KH-UBND.",
        *foot(),
    ),
    ("112/KH-UBND", "2024-12-30"),
    "2025-03-01",
    (
        ("change", "task", ("2",), {"deadline": ("tháng 3/2025", "tháng 5/2025")}),
        ("change", "task", ("6",), {"deadline": ("tháng 4/2025", "tháng 8/2025")}),
        (
            "change",
            "task",
            ("10",),
            {"text": ("", "Rà soát, công khai thủ tục hành chính tại bộ phận một cửa")},
        ),
        (
            "add",
            "task",
            (),
            {
                "text": ("", "Mở chuyên mục hỏi đáp trên trang thông tin điện tử"),
                "lead": ("", "Văn phòng HĐND và UBND"),
                "deadline": ("", "trước ngày 30/6/2025"),
            },
        ),
        (
            "add",
            "task",
            (),
            {
                "text": ("", "Khảo sát mức độ hài lòng của người dân"),
                "lead": ("", "Bộ phận một cửa"),
                "coordinating": ("", "Đoàn Thanh niên"),
                "deadline": ("", "trong tháng 11/2025"),
            },
        ),
    ),
)

CORRECTION = Paper(
    "correction",
    (
        *head(
            HUYEN,
            "19/TB-UBND",
            "ngày 02 tháng 4 năm 2025",
            "THÔNG BÁO",
            "Đính chính Kế hoạch số 35/KH-UBND ngày 18 tháng 3 năm 2025 của Ủy ban nhân dân huyện",
        ),
        "Do sơ suất trong khâu soạn thảo, Ủy ban nhân dân huyện đính chính Kế hoạch số 35/KH-UBND ngày 18 tháng 3 năm "
        "2025 như sau:",
        "1. Tại nhiệm vụ số 3 Phụ lục, cột thời gian hoàn thành, đã in là: “30/4/2024”; nay sửa lại là: “30/4/2025”.",
        "2. Tại số thứ tự 12 Phụ lục, cột đơn vị chủ trì đã ghi “Phòng Nội vu”, đọc đúng là “Phòng Nội vụ”.",
        "Các nội dung khác của Kế hoạch không thay đổi.",
        *foot(),
    ),
    ("35/KH-UBND", "2025-03-18"),
    None,
    (
        ("change", "task", ("3",), {"deadline": ("30/4/2024", "30/4/2025")}),
        ("change", "task", ("12",), {"lead": ("Phòng Nội vu", "Phòng Nội vụ")}),
    ),
)

TABLE = Paper(
    "decision-table-of-changes",
    (
        *head(
            HUYEN,
            "330/QĐ-UBND",
            "ngày 22 tháng 8 năm 2025",
            "QUYẾT ĐỊNH",
            "Sửa đổi một số nhiệm vụ tại Phụ lục ban hành kèm theo Kế hoạch số 14/KH-UBND ngày 16/01/2025",
            "ỦY BAN NHÂN DÂN HUYỆN BÌNH SƠN",
        ),
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "QUYẾT ĐỊNH:",
        "Điều 1. Sửa đổi một số nhiệm vụ tại Phụ lục ban hành kèm theo Kế hoạch số 14/KH-UBND ngày 16/01/2025 như sau:",
        "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành.",
        *foot(),
    ),
    ("14/KH-UBND", "2025-01-16"),
    "2025-08-22",
    (
        ("change", "task", ("3",), {"deadline": ("Tháng 6/2025", "Tháng 10/2025")}),
        ("change", "task", ("6",), {"lead": ("Phòng Kinh tế", "Phòng Tài chính - Kế hoạch")}),
        ("end", "task", ("9",), {}),
        (
            "add",
            "task",
            (),
            {"text": ("", "Tổ chức hội nghị gặp gỡ doanh nghiệp của huyện")},
        ),
    ),
    {
        -1: (
            ("STT", "Vị trí", "Nội dung cũ", "Nội dung điều chỉnh"),
            ("1", "Nhiệm vụ số 3, cột thời gian", "Tháng 6/2025", "Tháng 10/2025"),
            (
                "2",
                "Nhiệm vụ số 6, cột đơn vị chủ trì",
                "Phòng Kinh tế",
                "Phòng Tài chính - Kế hoạch",
            ),
            ("3", "Nhiệm vụ số 9", "Tổ chức hội chợ xuân", "Bãi bỏ"),
            ("4", "Phụ lục", "", "Tổ chức hội nghị gặp gỡ doanh nghiệp của huyện"),
        )
    },
)
