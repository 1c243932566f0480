"""Two more plans in our own words: an annex of seven columns under a head of two rows, its page on its side, and
work with labels of its own in running text, with targets by subject below years.
"""

from tests.vanban.made.content import Grid, Merged, Plan, Text, arabic, dash, letter, roman, title

_HEAD = (
    (
        Merged("STT", rows=2),
        Merged("Nội dung nhiệm vụ", rows=2),
        Merged("Phân công thực hiện", columns=2),
        None,
        Merged("Kết quả", rows=2),
        Merged("Thời hạn", rows=2),
        Merged("Ghi chú", rows=2),
    ),
    (None, None, "Đơn vị chủ trì", "Đơn vị phối hợp", None, None, None),
)


def _group(number: str, words: str) -> tuple[str | Merged | None, ...]:
    return (number, Merged(words, columns=6), None, None, None, None, None)


DIKES = Plan(
    slug="de-bao",
    issuer=("ỦY BAN NHÂN DÂN", "XÃ VÀM LỚN"),
    number="Số: 09/KH-UBND",
    place_and_date="Vàm Lớn, ngày 15 tháng 4 năm 2025",
    kind="KẾ HOẠCH",
    title="Phòng, chống sạt lở bờ sông và gia cố đê bao trên địa bàn xã Vàm Lớn năm 2025",
    body=(
        Text(
            "Thực hiện Chỉ thị số 04/CT-UBND ngày 10 tháng 3 năm 2025 của Chủ tịch Ủy ban nhân dân tỉnh, Ủy ban nhân "
            "dân xã Vàm Lớn ban hành Kế hoạch như sau:"
        ),
        roman("I.", "MỤC TIÊU"),
        dash("Gia cố tối thiểu 3,5 km đê bao trước mùa nước nổi."),
        dash("Di dời trên 20 hộ ở nơi có nguy cơ sạt lở cao."),
        roman("II.", "NHIỆM VỤ"),
        Text("Nhiệm vụ, phân công và thời hạn nêu tại Phụ lục kèm theo Kế hoạch này."),
        roman("III.", "TỔ CHỨC THỰC HIỆN"),
        arabic("1.", "Phòng Kinh tế", bold=True),
        dash("Theo dõi việc thực hiện Kế hoạch, báo cáo Ủy ban nhân dân xã khi có vướng mắc./."),
    ),
    recipients=("UBND tỉnh;", "Các ấp;", "Lưu: VT."),
    capacity=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signer="Đỗ Thị Thí",
    annex=(
        title("PHỤ LỤC"),
        title("PHÂN CÔNG NHIỆM VỤ PHÒNG, CHỐNG SẠT LỞ"),
        Text(
            "(Kèm theo Kế hoạch số 09/KH-UBND ngày 15 tháng 4 năm 2025 của Ủy ban nhân dân xã Vàm Lớn)",
            centred=True,
            italic=True,
        ),
        Grid(
            head=2,
            widths=(7, 32, 19, 20, 16, 16, 12),
            rows=(
                *_HEAD,
                _group("A", "Khảo sát, cảnh báo"),
                (
                    "1",
                    "Đo độ sâu lòng sông tại các đoạn cong",
                    "Phòng Kinh tế",
                    "Trưởng các ấp",
                    "Sơ đồ đo sâu",
                    "30/4/2025",
                    "",
                ),
                (
                    "2",
                    "Cắm phao, biển báo tại nơi có nguy cơ sạt lở",
                    "Công an xã",
                    "Ban Chỉ huy Quân sự xã; Trưởng các ấp",
                    "Phao, biển báo",
                    "Trước ngày 15/5/2025",
                    "Làm trước ấp ven sông",
                ),
                (
                    "3",
                    "Trực theo dõi mực nước, báo tin qua loa của ấp",
                    "Trưởng các ấp",
                    "",
                    "Sổ trực",
                    "Hằng ngày",
                    "",
                ),
                _group("B", "Gia cố, di dời"),
                (
                    "4",
                    "Đóng cừ tràm, đắp đất các đoạn đê thấp",
                    "Phòng Kinh tế",
                    Merged("Ban Chỉ huy Quân sự xã; Đoàn Thanh niên xã", rows=2),
                    "Đoạn đê được nghiệm thu",
                    "Quý III/2025",
                    "",
                ),
                (
                    "5",
                    "Di dời các hộ ven bờ vào cụm dân cư",
                    "Phòng Văn hóa - Xã hội",
                    None,
                    "Danh sách hộ đã di dời",
                    "Tháng 7/2025",
                    "",
                ),
                (
                    "6",
                    "Trồng dải cây chắn sóng ngoài chân đê",
                    "Hội Nông dân xã; Đoàn Thanh niên xã",
                    "Phòng Kinh tế",
                    "Dải cây",
                    "Quý III-IV/2025",
                    "",
                ),
                (
                    "7",
                    "Duy tu cống dưới đê",
                    "Phòng Kinh tế",
                    "Trưởng các ấp",
                    "Biên bản duy tu",
                    "Thường xuyên",
                    "",
                ),
            ),
        ),
    ),
)

LIBRARIES = Plan(
    slug="thu-vien",
    issuer=("UBND TỈNH SÔNG MẪU", "SỞ VĂN HÓA VÀ THỂ THAO"),
    number="Số: 77/KH-SVHTT",
    place_and_date="Sông Mẫu, ngày 02 tháng 7 năm 2025",
    kind="KẾ HOẠCH",
    title="Phát triển thư viện lưu động tỉnh Sông Mẫu giai đoạn 2025-2027",
    body=(
        Text(
            "Sở Văn hóa và Thể thao ban hành Kế hoạch phát triển thư viện lưu động giai đoạn 2025-2027 như sau:"
        ),
        roman("I.", "MỤC TIÊU"),
        arabic("1.", "Đến năm 2026", bold=True),
        letter("a)", "Có tối thiểu 12 xe thư viện lưu động."),
        letter("b)", "Tỷ lệ trường tiểu học được phục vụ đạt trên 65%."),
        arabic("2.", "Đến năm 2027", bold=True),
        letter("a)", "Số lượt bạn đọc đạt ít nhất 200.000 lượt."),
        letter("b)", "Tỷ lệ sách hư hỏng dưới 4%."),
        roman("II.", "NHIỆM VỤ, GIẢI PHÁP"),
        arabic("1.", "Phát triển vốn tài liệu", bold=True),
        letter("a)", "Bổ sung sách thiếu nhi và sách nông nghiệp cho các xe thư viện"),
        dash("Cơ quan chủ trì: Thư viện tỉnh."),
        dash("Cơ quan phối hợp: Sở Giáo dục và Đào tạo; Hội Nông dân tỉnh."),
        dash("Thời gian thực hiện: Quý IV/2025."),
        letter("b)", "Biên mục, dán mã sách để mượn bằng điện thoại"),
        dash("Cơ quan chủ trì: Thư viện tỉnh."),
        dash("Cơ quan phối hợp: Sở Khoa học và Công nghệ."),
        dash("Thời gian thực hiện: trước ngày 31/3/2026."),
        arabic("2.", "Tổ chức phục vụ", bold=True),
        letter("a)", "Lập lịch đưa xe sách đến trường học và nhà văn hóa"),
        dash("Cơ quan chủ trì: Phòng Quản lý văn hóa."),
        dash("Cơ quan phối hợp: UBND các xã, phường."),
        dash("Thời gian thực hiện: Hằng quý."),
        letter("b)", "Mở ngày hội đọc sách tại các xã biên giới"),
        dash("Cơ quan chủ trì: Trung tâm Văn hóa tỉnh."),
        dash("Cơ quan phối hợp: Tỉnh đoàn."),
        dash("Thời gian thực hiện: tháng 4/2026."),
    ),
    recipients=("UBND tỉnh;", "Các phòng thuộc Sở;", "Lưu: VT."),
    capacity=("GIÁM ĐỐC",),
    signer="Hồ Văn Tả",
)
