"""Four plans in our own words, of places that do not exist: a wide table, a table of seven columns,
labelled items, and work that is given in sentences.
"""

from tests.vanban.made.content import (
    Grid,
    Merged,
    Plan,
    Text,
    arabic,
    dash,
    letter,
    roman,
    title,
)
from tests.vanban.made.other_plans import DIKES, LIBRARIES

CLOSING = Text(
    "Trên đây là Kế hoạch của Ủy ban nhân dân xã; trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các "
    "cơ quan, đơn vị báo cáo về Ủy ban nhân dân xã để xem xét, quyết định./."
)
_HEAD = (
    (
        Merged("TT", rows=2),
        Merged("Nhiệm vụ", rows=2),
        Merged("Cơ quan thực hiện", columns=2),
        None,
        Merged("Sản phẩm", rows=2),
        Merged("Thời gian hoàn thành", rows=2),
    ),
    (None, None, "Cơ quan chủ trì", "Cơ quan phối hợp", None, None),
)


def _group(number: str, words: str) -> tuple[str | Merged | None, ...]:
    return (number, Merged(words, columns=5), None, None, None, None)


VILLAGES = Plan(
    slug="lang-nghe",
    issuer=("ỦY BAN NHÂN DÂN", "XÃ SEN HỒNG"),
    number="Số: 45/KH-UBND",
    place_and_date="Sen Hồng, ngày 12 tháng 01 năm 2026",
    kind="KẾ HOẠCH",
    title="Phát triển làng nghề gắn với du lịch sinh thái trên địa bàn xã Sen Hồng giai đoạn 2026-2030",
    body=(
        Text(
            "Thực hiện Kế hoạch số 18/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Sông Mẫu về "
            "phát triển ngành nghề nông thôn, Ủy ban nhân dân xã Sen Hồng ban hành Kế hoạch với các nội dung sau:"
        ),
        roman("I.", "MỤC ĐÍCH, YÊU CẦU"),
        arabic("1.", "Mục đích", bold=True),
        dash("Giữ gìn nghề dệt chiếu, đan lục bình; đưa du khách đến với làng nghề và đồng sen."),
        dash("Tạo việc làm tại chỗ, giữ lao động trẻ ở lại quê hương."),
        arabic("2.", "Yêu cầu", bold=True),
        dash("Việc làm rõ người, rõ thời hạn, rõ kết quả; không dàn trải nguồn lực."),
        roman("II.", "MỤC TIÊU"),
        arabic("1.", "Đến năm 2028", bold=True),
        dash("Có ít nhất 03 làng nghề được công nhận."),
        dash("Tỷ lệ hộ làm nghề có đăng ký kinh doanh đạt trên 60%."),
        arabic("2.", "Đến năm 2030", bold=True),
        dash("Doanh thu từ làng nghề và du lịch đạt 120 tỷ đồng."),
        dash("Tỷ lệ cơ sở sản xuất gây ô nhiễm không quá 2%."),
        dash("Tỷ lệ lao động làng nghề qua đào tạo đạt 70-75%."),
        roman("III.", "NHIỆM VỤ, GIẢI PHÁP"),
        arabic(
            "1.", "Huy động vốn xã hội hóa; lồng ghép các chương trình đang thực hiện trên địa bàn."
        ),
        arabic("2.", "Nhiệm vụ cụ thể nêu tại Phụ lục kèm theo Kế hoạch này."),
        roman("IV.", "TỔ CHỨC THỰC HIỆN"),
        arabic("1.", "Phòng Kinh tế", bold=True),
        dash(
            "Theo dõi, đôn đốc việc thực hiện Kế hoạch; tổng hợp kết quả báo cáo Ủy ban nhân dân xã."
        ),
        dash("Tham mưu bố trí kinh phí hằng năm cho các nhiệm vụ được giao."),
        arabic("2.", "Phòng Văn hóa - Xã hội", bold=True),
        dash("Tuyên truyền về làng nghề trên hệ thống truyền thanh của xã."),
        CLOSING,
    ),
    recipients=("UBND tỉnh;", "Các ban, ngành, đoàn thể xã;", "Lưu: VT."),
    capacity=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signer="Lê Thị Mẫu",
    annex=(
        title("PHỤ LỤC"),
        title("DANH MỤC NHIỆM VỤ PHÁT TRIỂN LÀNG NGHỀ GẮN VỚI DU LỊCH SINH THÁI"),
        Text(
            "(Kèm theo Kế hoạch số 45/KH-UBND ngày 12 tháng 01 năm 2026 của Ủy ban nhân dân xã Sen Hồng)",
            centred=True,
            italic=True,
        ),
        Grid(
            head=2,
            widths=(6, 34, 17, 20, 13, 15),
            rows=(
                *_HEAD,
                _group("I", "Quy hoạch, hạ tầng"),
                (
                    "1",
                    "Rà soát đất dành cho khu trưng bày sản phẩm làng nghề và bến đón khách",
                    "Phòng Kinh tế",
                    Merged("Phòng Văn hóa - Xã hội; Trung tâm Phục vụ hành chính công", rows=2),
                    "Báo cáo rà soát",
                    "Quý I/2026",
                ),
                (
                    "2",
                    "Nâng cấp đường vào làng dệt chiếu và bãi đỗ xe cạnh đình",
                    "Phòng Kinh tế",
                    None,
                    "Công trình được nghiệm thu",
                    "2026-2028",
                ),
                (
                    "3",
                    "Lập phương án thoát nước mặt cho khu làng nghề",
                    "Phòng Kinh tế; Phòng Văn hóa - Xã hội",
                    "Công an xã",
                    "Phương án",
                    "Trước ngày 30/11/2026",
                ),
                (
                    "4",
                    "Cắm biển chỉ dẫn và sơ đồ tham quan tại các bến",
                    "Trung tâm Phục vụ hành chính công",
                    "Đoàn Thanh niên xã",
                    "Biển chỉ dẫn, sơ đồ",
                    "Tháng 9/2026",
                ),
                _group("II", "Phát triển sản phẩm, thị trường"),
                (
                    "5",
                    "Mở lớp truyền nghề dệt chiếu cho lao động trẻ",
                    "Hội Nông dân xã",
                    "Hội Liên hiệp Phụ nữ xã; Đoàn Thanh niên xã",
                    "Lớp học",
                    "Hằng năm",
                ),
                (
                    "6",
                    "Hướng dẫn các hộ đăng ký nhãn hiệu tập thể cho chiếu và giỏ lục bình",
                    "Phòng Kinh tế",
                    "Hội Nông dân xã",
                    "Giấy chứng nhận",
                    "30/6/2027",
                ),
                (
                    "7",
                    "Đưa hàng thủ công lên sàn thương mại điện tử",
                    "Hội Nông dân xã",
                    "Phòng Kinh tế",
                    "Gian hàng số",
                    Merged("Năm 2026", rows=2),
                ),
                (
                    "8",
                    "Tổ chức ngày hội sen và hàng thủ công",
                    "Phòng Văn hóa - Xã hội",
                    "Các ban, ngành, đoàn thể xã",
                    "Ngày hội",
                    None,
                ),
                (
                    "9",
                    "Khảo sát ý kiến du khách tại các điểm đến",
                    "Phòng Văn hóa - Xã hội",
                    "",
                    "Báo cáo khảo sát",
                    "Hằng quý",
                ),
                _group("III", "Môi trường, an toàn"),
                (
                    "10",
                    "Thu gom, phân loại rác tại bến đò và làng nghề",
                    "Phòng Kinh tế",
                    "Hội Cựu chiến binh xã",
                    "",
                    "Thường xuyên",
                ),
                (
                    "11",
                    "Kiểm tra an toàn phương tiện thủy chở khách",
                    "Công an xã",
                    "Ban Chỉ huy Quân sự xã",
                    "Biên bản kiểm tra",
                    "Quý IV năm 2026 và các năm tiếp theo",
                ),
                (
                    "12",
                    "Xây dựng trạm xử lý nước thải tập trung của làng nghề",
                    "Phòng Kinh tế",
                    "Trạm Y tế xã",
                    "Dự án được duyệt",
                    "Sau khi tỉnh phê duyệt quy hoạch vùng",
                ),
                (
                    "13",
                    "Ban hành quy chế quản lý khu du lịch cộng đồng",
                    "Văn phòng HĐND và UBND xã",
                    "Phòng Kinh tế, Phòng Văn hóa - Xã hội",
                    "Quy chế",
                    "60 ngày kể từ ngày ban hành Kế hoạch",
                ),
                (
                    "14",
                    "Sơ kết giữa kỳ việc thực hiện Kế hoạch",
                    "Văn phòng HĐND và UBND xã",
                    "Phòng Kinh tế",
                    "Báo cáo sơ kết",
                    "Quý II-III/2028",
                ),
            ),
        ),
    ),
    changed=("30/6/2027", "31/3/2027"),
)

WATER = Plan(
    slug="nuoc-sach",
    issuer=("UBND TỈNH SÔNG MẪU", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"),
    number="Số: 312/KH-SNNMT",
    place_and_date="Sông Mẫu, ngày 20 tháng 3 năm 2025",
    kind="KẾ HOẠCH",
    title="Cấp nước sạch nông thôn vùng hạ lưu năm 2025",
    body=(
        Text(
            "Căn cứ Luật Tài nguyên nước ngày 27 tháng 11 năm 2023, Sở Nông nghiệp và Môi trường xây dựng Kế hoạch "
            "cấp nước sạch nông thôn vùng hạ lưu năm 2025 như sau:"
        ),
        roman("I.", "MỤC TIÊU"),
        dash("Tỷ lệ hộ dân nông thôn dùng nước sạch đạt tối thiểu 92%."),
        dash("Tỷ lệ thất thoát nước giảm còn dưới 15%."),
        roman("II.", "NỘI DUNG CÔNG VIỆC"),
        Grid(
            widths=(5, 30, 16, 18, 20, 14, 12),
            rows=(
                (
                    "STT",
                    "Nội dung công việc",
                    "Sản phẩm đầu ra",
                    "Đơn vị chủ trì",
                    "Đơn vị phối hợp",
                    "Thời hạn",
                    "Ghi chú",
                ),
                (
                    "1",
                    "Thống kê hộ chưa có nước sạch tại các xã ven sông",
                    "Danh sách hộ",
                    "Chi cục Thủy lợi",
                    "UBND các xã",
                    "15/4/2025",
                    "",
                ),
                (
                    "2",
                    "Nạo vét hồ chứa và thay lưới lọc tại trạm đầu nguồn",
                    "Biên bản nghiệm thu",
                    "Trung tâm Nước sạch nông thôn",
                    "Chi cục Thủy lợi",
                    "Quý II/2025",
                    "Theo đợt",
                ),
                (
                    "3",
                    "Lắp đồng hồ từ xa cho các tuyến ống chính",
                    "Hệ thống đo đếm",
                    "Trung tâm Nước sạch nông thôn",
                    "Sở Khoa học và Công nghệ",
                    "Tháng 10/2025",
                    "",
                ),
                (
                    "4",
                    "Lấy mẫu, công bố chất lượng nước trên trang tin của Sở",
                    "Bản tin",
                    "Phòng Tài nguyên nước",
                    "Trung tâm Kiểm soát bệnh tật tỉnh",
                    "Hằng tháng",
                    "",
                ),
                (
                    "5",
                    "Diễn tập ứng phó xâm nhập mặn tại ba cửa lấy nước",
                    "Báo cáo diễn tập",
                    "Chi cục Thủy lợi",
                    "Bộ Chỉ huy Quân sự tỉnh; UBND các xã",
                    "Trước ngày 30/9/2025",
                    "Kinh phí tỉnh",
                ),
            ),
        ),
        roman("III.", "TỔ CHỨC THỰC HIỆN"),
        arabic(
            "1.",
            "Các đơn vị thuộc Sở thực hiện nhiệm vụ được giao, báo cáo kết quả trước ngày 25 hằng tháng.",
        ),
        arabic("2.", "Văn phòng Sở theo dõi việc thực hiện Kế hoạch này./."),
    ),
    recipients=("UBND tỉnh;", "Các đơn vị thuộc Sở;", "Lưu: VT, TL."),
    capacity=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    signer="Trần Văn Ví",
)

RECORDS = Plan(
    slug="so-hoa",
    issuer=("ỦY BAN NHÂN DÂN", "PHƯỜNG BẾN LỤA"),
    number="Số: 07/KH-UBND",
    place_and_date="Bến Lụa, ngày 03 tháng 02 năm 2026",
    kind="KẾ HOẠCH",
    title="Số hóa hồ sơ hộ tịch và đất đai trên địa bàn phường Bến Lụa năm 2026",
    body=(
        Text("Ủy ban nhân dân phường Bến Lụa ban hành Kế hoạch số hóa hồ sơ năm 2026 như sau:"),
        roman("I.", "MỤC TIÊU"),
        dash("Số hóa ít nhất 95% sổ hộ tịch đang lưu."),
        dash("Thời gian tìm một hồ sơ giảm xuống dưới 05 phút."),
        roman("II.", "NHIỆM VỤ"),
        arabic("1.", "Sắp xếp, đánh số lại kho hồ sơ hộ tịch của phường"),
        dash("Cơ quan chủ trì: Công chức Tư pháp - Hộ tịch."),
        dash("Cơ quan phối hợp: Văn phòng HĐND và UBND phường; Công an phường."),
        dash("Thời gian hoàn thành: Quý I/2026."),
        arabic("2.", "Quét và nhập dữ liệu sổ đăng ký khai sinh"),
        dash("Cơ quan chủ trì: Trung tâm Phục vụ hành chính công."),
        dash("Cơ quan phối hợp: Đoàn Thanh niên phường."),
        dash("Thời gian hoàn thành: trước ngày 30/8/2026."),
        dash("Sản phẩm: Dữ liệu khai sinh đã ký số."),
        arabic("3.", "Đối chiếu bản đồ địa chính với hồ sơ giấy tại từng khu phố"),
        dash("Cơ quan chủ trì: Phòng Kinh tế, Hạ tầng và Đô thị."),
        dash("Cơ quan phối hợp: Ban điều hành các khu phố."),
        dash("Thời gian hoàn thành: tháng 11/2026."),
        arabic("4.", "Sao lưu dữ liệu số hóa ra hai nơi"),
        dash("Cơ quan chủ trì: Văn phòng HĐND và UBND phường."),
        dash("Thời gian hoàn thành: Hằng tuần."),
    ),
    recipients=("Như trên;", "Lưu: VT."),
    capacity=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Phạm Thị Dụ",
)

ROADS = Plan(
    slug="duong-que",
    issuer=("ỦY BAN NHÂN DÂN", "TỈNH SÔNG MẪU"),
    number="Số: 128/KH-UBND",
    place_and_date="Sông Mẫu, ngày 06 tháng 5 năm 2024",
    kind="KẾ HOẠCH",
    title="Bảo trì cầu, đường nông thôn tỉnh Sông Mẫu năm 2024",
    body=(
        Text(
            "Ủy ban nhân dân tỉnh Sông Mẫu ban hành Kế hoạch bảo trì cầu, đường nông thôn năm 2024 như sau:"
        ),
        roman("I.", "MỤC TIÊU"),
        dash("Sửa chữa tối thiểu 40 cây cầu yếu."),
        roman("II.", "NHIỆM VỤ VÀ GIẢI PHÁP"),
        arabic("1.", "Kiểm tra, phân loại cầu", bold=True),
        letter(
            "a)",
            "Giao Sở Xây dựng chủ trì, phối hợp với Công an tỉnh kiểm tra tải trọng các cầu trên đường huyện, hoàn "
            "thành trước ngày 30/6/2024.",
        ),
        letter(
            "b)",
            "Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng tham mưu phân bổ kinh phí sửa chữa cầu yếu, hoàn "
            "thành trong quý III/2024.",
        ),
        arabic("2.", "Tuyên truyền, vận động", bold=True),
        letter(
            "a)",
            "Giao Báo và Phát thanh, Truyền hình tỉnh chủ trì, phối hợp với Sở Xây dựng mở chuyên mục về giữ gìn "
            "đường quê, thực hiện thường xuyên.",
        ),
        letter(
            "b)",
            "Giao UBND các huyện chủ trì, phối hợp với Tỉnh đoàn tổ chức ngày công tình nguyện phát quang lề đường, "
            "hoàn thành trong tháng 10/2024.",
        ),
    ),
    recipients=("Bộ Xây dựng;", "Các sở, ngành tỉnh;", "Lưu: VT, KT."),
    capacity=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Võ Văn Thử",
)

PLANS = (VILLAGES, WATER, RECORDS, ROADS, DIKES, LIBRARIES)
