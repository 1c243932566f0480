"""The words of the example plan: our own sentences about the facts of a real plan of a district.

Offices, targets, deadlines, places and the plan carried out are those of the real plan; the number and
the day are blank as there; nobody's name stands under it.
"""

from dataclasses import dataclass, field

SUPERIOR = "ỦY BAN NHÂN DÂN"
ISSUER = "HUYỆN HỒNG NGỰ"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
NUMBER = "Số:          /KH-UBND"
PLACE_AND_DAY = "Hồng Ngự, ngày       tháng 02 năm 2022"
KIND = "KẾ HOẠCH"
TITLE = "Cơ cấu lại ngành công nghiệp của huyện Hồng Ngự trong giai đoạn 2021 - 2025, định hướng đến năm 2030"

BASES = ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015.",)
OPENING = (
    "Thực hiện Kế hoạch số 62-KH/HU ngày 25/01/2022 của Huyện ủy Hồng Ngự về cơ cấu lại công "
    "nghiệp "
    "của Huyện trong giai đoạn mới, Ủy ban nhân dân Huyện đề ra các mục tiêu và phân công như sau:"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it; `parts` are numbered 1., 2., … by hand as in the real plan."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    parts: tuple["Part", ...] = field(default=())


PURPOSE = Part(
    "I. MỤC ĐÍCH, YÊU CẦU",
    parts=(
        Part(
            "1. Mục đích",
            (
                "- Đưa công nghiệp lên vị trí lớn hơn trong kinh tế của Huyện, mở thêm chỗ làm "
                "cho người dân "
                "và tạo sức hút với nhà đầu tư.",
                "- Gỡ sớm những chỗ còn vướng khi sắp xếp lại các ngành sản xuất.",
                "- Dồn sức cho một số việc chính để tạo chuyển biến rõ, kéo theo các việc còn lại.",
            ),
        ),
        Part(
            "2. Yêu cầu",
            (
                "- Cơ quan được giao việc phải bắt tay làm ngay, chịu trách nhiệm đến cùng; "
                "cơ quan phối hợp tham gia chủ động.",
                "- Mỗi đồng vốn, mỗi nguồn lực đều phải dùng đúng chỗ và đem lại kết quả.",
            ),
        ),
    ),
)

TARGETS = Part(
    "II. MỤC TIÊU",
    parts=(
        Part(
            "1. Giai đoạn 2021 - 2025",
            (
                "- Tỷ trọng công nghiệp chiếm tối thiểu 12,5% tổng giá trị sản xuất của Huyện.",
                "- Tốc độ tăng trưởng công nghiệp bình quân là 8,0%/năm, trong đó riêng khâu "
                "chế biến đạt "
                "6,5%/năm (cùng tính theo giá so sánh năm 2010).",
                "- Tỷ lệ lao động công nghiệp đã qua đào tạo lên trên 75%, riêng lao động học "
                "nghề bài bản đạt 60%; "
                "số việc làm tăng thêm hơn 550 lao động mỗi năm.",
                "- Giá trị hàng công nghiệp xuất khẩu đạt 100 triệu USD (không kể hàng tạm nhập "
                "tái xuất).",
                "- Huy động vốn làm hạ tầng cho 01 cụm công nghiệp.",
                "- Vận động cơ sở chế biến gạo, cá tra, rau quả đổi mới công nghệ để hàng xuất "
                "khẩu mang "
                "nhãn hiệu của địa phương.",
            ),
        ),
        Part(
            "2. Đến năm 2030",
            (
                "- Tỷ trọng công nghiệp chiếm tối thiểu 15% tổng giá trị sản xuất của Huyện, công "
                "nghiệp chế tạo "
                "chiếm 5-6%, chủ yếu làm ra thiết bị cho chế biến nông sản.",
                "- Đưa công nghệ cao vào chế biến nông sản, mở thêm những ngành công nghiệp mới.",
                "- Phát triển các cụm công nghiệp đúng với đề án mà cấp trên duyệt.",
            ),
        ),
    ),
)

SOLUTIONS = Part(
    "III. NHIỆM VỤ VÀ GIẢI PHÁP",
    (
        "1. Nói rõ cho cán bộ, doanh nghiệp và người dân hiểu vai trò của công nghiệp; lồng ghép "
        "các nguồn vốn "
        "và tận dụng cửa khẩu quốc tế Thường Phước để đưa hàng ra ngoài.",
        "2. Mời gọi doanh nghiệp chế biến sâu, áp dụng đúng các ưu đãi, giúp họ đưa kết quả "
        "nghiên cứu vào "
        "dây chuyền sản xuất.",
        "3. Làm dứt điểm việc thu hồi đất và tái định cư, chuẩn bị quỹ đất sạch, nối đường bộ và "
        "đường thủy "
        "tới nơi sẽ đặt cụm công nghiệp.",
        "4. Rút gọn giấy tờ, giảm thời gian chờ, gặp doanh nghiệp định kỳ để nghe và xử lý khó "
        "khăn.",
        "5. Soát lại chính sách dành cho doanh nghiệp nhỏ và vừa, nâng đỡ ý tưởng khởi nghiệp "
        "gắn với "
        "sản phẩm OCOP.",
        "6. Nâng tay nghề người lao động, giúp lao động nông nghiệp chuyển dần sang nhà máy.",
    ),
)

FUNDING = Part(
    "IV. KINH PHÍ",
    ("Sử dụng phần ngân sách Tỉnh hỗ trợ và các khoản xã hội hóa đúng quy định.",),
)

# Number and office on one line where there is a single duty, else the duties below.
DUTIES = Part(
    "V. TỔ CHỨC THỰC HIỆN",
    parts=(
        Part(
            "1. Các phòng, ban ngành Huyện: Rút gọn thủ tục trong phạm vi phụ trách, cùng cơ sở "
            "sản xuất gỡ "
            "vướng ngay khi phát sinh để nhà đầu tư yên tâm làm ăn tại Huyện."
        ),
        Part(
            "2. Phòng Kinh tế và Hạ tầng:",
            (
                "- Giới thiệu vai trò của công nghiệp tới doanh nghiệp và người dân; soạn thảo "
                "và đưa vào cuộc "
                "sống Đề án cơ cấu lại công nghiệp của Huyện, đi cùng Đề án của ngành nông nghiệp.",
                "- Làm đầu mối cùng các cơ quan của Huyện và UBND cấp xã thực hiện Đề án; hằng "
                "năm đánh giá, "
                "báo cáo Ủy ban nhân dân Huyện và kiến nghị Tỉnh điều chỉnh nếu cần.",
                "- Đề xuất hướng phát triển cụm công nghiệp, hoàn chỉnh quy hoạch để lập mới 01 "
                "cụm tại "
                "Thường Phước và kêu gọi tư nhân làm hạ tầng.",
                "- Cùng các sở của Tỉnh lồng quy hoạch công nghiệp của Huyện vào quy hoạch Tỉnh "
                "đến năm 2030; "
                "cập nhật danh mục dự án mời gọi đầu tư.",
                "- Trình Ủy ban nhân dân Huyện ban hành Kế hoạch an toàn điện; khuyến khích điện "
                "mặt trời, "
                "điện gió kết hợp sản xuất nông nghiệp xanh.",
                "- Đề xuất chọn những cơ sở có thế mạnh để hỗ trợ trước, lấy vốn nhà nước dẫn "
                "dắt việc đổi mới "
                "máy móc.",
                "- Hoàn thành phần việc của mình trong Phụ lục.",
            ),
        ),
        Part(
            "3. Phòng Tài chính và Kế hoạch:",
            (
                "- Giúp Ủy ban nhân dân Huyện thu xếp vốn cho Kế hoạch, cho việc dùng năng lượng "
                "tiết kiệm và "
                "năng lượng sạch.",
                "- Hướng dẫn nhà đầu tư làm thủ tục theo Luật Đầu tư, đồng hành đến khi dự án "
                "khởi công.",
            ),
        ),
        Part(
            "4. Phòng Tài nguyên và Môi trường:",
            (
                "- Giúp cơ sở sản xuất lập hồ sơ về môi trường.",
                "- Đề xuất việc áp dụng công nghệ ít phát thải tại nơi có xử lý nước thải chung; "
                "xây dựng kế hoạch của ngành công thương về bảo vệ môi trường.",
                "- Chỉ dẫn cơ sở làm đề án để nhận hỗ trợ khuyến công; tìm cách đẩy mạnh cơ khí "
                "phục vụ nông "
                "nghiệp như máy gặt, máy sấy, máy chế biến thủy sản.",
            ),
        ),
        Part(
            "5. Phòng Lao động - Thương binh và Xã hội: Nối trường nghề với nhà máy, mở lớp theo "
            "nhu cầu tuyển "
            "dụng, chú ý nghề dùng công nghệ cao."
        ),
        Part(
            "6. Phòng Nông nghiệp và Phát triển nông thôn: Lập quy hoạch vùng nguyên liệu cho nông "
            "sản, thủy sản chủ "
            "lực; điều chỉnh cây trồng, vật nuôi theo thị trường và giữ vệ sinh thực phẩm."
        ),
        Part(
            "7. UBND các xã, thị trấn:",
            (
                "- Cùng Phòng Kinh tế và Hạ tầng đưa Đề án về cơ sở; trông coi quy hoạch, xây "
                "dựng và mời gọi "
                "đầu tư vào cụm công nghiệp trên địa bàn.",
                "- Hoàn thành phần việc của mình trong Phụ lục.",
            ),
        ),
        Part(
            "8. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội "
            "Huyện: Vận động "
            "đoàn viên, hội viên hiểu và ủng hộ Đề án."
        ),
    ),
)
CLOSING = (
    "Trong quá trình thực hiện, gặp điều chưa hợp lý thì các cơ quan báo về Phòng Kinh tế và Hạ "
    "tầng để "
    "trình cấp có thẩm quyền sửa đổi./."
)

RECEIVERS = (
    "- Thường trực Huyện ủy, HĐND Huyện;",
    "- Lãnh đạo UBND Huyện;",
    "- Các cơ quan của Huyện;",
    "- UBND 10 xã, thị trấn;",
    "- Lưu: VT.",
)
SIGNATURE = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
SIGNER = "(mẫu)"

ANNEX = "Phụ lục"
ANNEX_TITLE = "PHÂN CÔNG NHIỆM VỤ CƠ CẤU LẠI NGÀNH CÔNG NGHIỆP"
ANNEX_GUIDE = (
    "(Kèm theo Kế hoạch số          /KH-UBND ngày       tháng 02 năm 2022 "
    "của Ủy ban nhân dân huyện Hồng Ngự)"
)
COLUMNS = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn hoàn thành")
OFFICES_AND_COMMUNES = "- Các phòng, ban ngành Huyện\n- UBND các xã, thị trấn"
CONSULTING = "- Trung tâm tư vấn và Phát triển công nghiệp Tỉnh"
INFRASTRUCTURE_AND_COMMUNES = "- Phòng Kinh tế và Hạ tầng\n- UBND các xã, thị trấn"

# number, what, lead, coordinating, deadline; a line break is one in the cell
TASKS = (
    (
        "1",
        "Đưa Đề án cơ cấu lại công nghiệp vào thực hiện, khớp với chiến lược kinh tế - xã hội "
        "giai đoạn "
        "2021 - 2025 và nghị quyết đại hội Đảng các cấp nhiệm kỳ 2020 - 2025.",
        "Phòng Kinh tế và Hạ tầng",
        OFFICES_AND_COMMUNES,
        "2021-2022",
    ),
    (
        "2",
        "Lập được 01 cụm công nghiệp tại Huyện, dành phần đất hợp lý cho cơ sở tiểu thủ công "
        "nghiệp dời vào.",
        "Phòng Kinh tế và Hạ tầng",
        f"{OFFICES_AND_COMMUNES}\n- Sở Công Thương (hỗ trợ)",
        "(chờ Tỉnh duyệt lại đề án điều chỉnh)",
    ),
    (
        "3",
        "Tuyên truyền Đề án bằng nhiều hình thức, sát từng thời kỳ, để ai cũng nắm được chủ "
        "trương của Đảng.",
        "Phòng Kinh tế và Hạ tầng",
        OFFICES_AND_COMMUNES,
        "Hằng năm",
    ),
    (
        "4",
        "Cùng ngành chức năng đưa thương mại điện tử, phòng vệ thương mại và hội nhập quốc tế "
        "đến cơ sở sản xuất.",
        "Phòng Kinh tế và Hạ tầng",
        OFFICES_AND_COMMUNES,
        "Hằng năm",
    ),
    (
        "5",
        "Giúp cơ sở công nghiệp nông thôn dựng mô hình trình diễn, đưa máy móc tiên tiến vào sản "
        "xuất để tăng "
        "năng suất, tiết kiệm nguyên liệu, bớt ô nhiễm.",
        "Phòng Kinh tế và Hạ tầng",
        f"{OFFICES_AND_COMMUNES}\n{CONSULTING}",
        "Hằng năm",
    ),
    (
        "6",
        "Mở rộng chương trình khuyến công cho doanh nghiệp nhỏ và vừa, làng nghề, hộ khởi "
        "nghiệp, chủ thể OCOP, "
        "giúp hàng hóa đạt chuẩn môi trường và xã hội của nơi nhập khẩu.",
        "Phòng Kinh tế và Hạ tầng;\nPhòng Nông nghiệp và PTNT",
        f"- UBND các xã, thị trấn\n{CONSULTING}",
        "Hằng năm",
    ),
    (
        "7",
        "Tìm vốn cho cụm công nghiệp Thường Phước rộng 75 ha, mời tư nhân cùng làm hạ tầng.",
        "Phòng KT-HT;\nPhòng TN-MT",
        OFFICES_AND_COMMUNES,
        "Giai đoạn 2021-2025",
    ),
    (
        "8",
        "Đào tạo nhân lực cho ngành công nghiệp ưu tiên, gắn trường nghề với doanh nghiệp để học "
        "xong có việc.",
        "Phòng Lao động TB và XH",
        "- Các phòng, ban ngành Huyện\n- Trung tâm Giáo dục nghề nghiệp Huyện\n- UBND các xã, "
        "thị trấn",
        "Hằng năm",
    ),
    (
        "9",
        "Hướng dẫn doanh nghiệp xin chủ trương đầu tư và giấy phép đầu tư.",
        "Phòng Tài chính và Kế hoạch",
        OFFICES_AND_COMMUNES,
        "Hằng năm",
    ),
    (
        "10",
        "Thực hiện chính sách của Đề án tái cơ cấu nông nghiệp để có nguyên liệu đều và tốt cho "
        "nhà máy chế biến.",
        "Phòng Nông nghiệp và PTNT",
        OFFICES_AND_COMMUNES,
        "2021-2030",
    ),
    (
        "11",
        "Lập và thực hiện kế hoạch nâng năng suất, chất lượng hàng hóa của doanh nghiệp.",
        "Phòng Kinh tế và Hạ tầng",
        OFFICES_AND_COMMUNES,
        "2021-2025",
    ),
    (
        "12",
        "Bố trí ngân sách từng năm, ưu tiên hạ tầng, khoa học công nghệ, khuyến công và xúc tiến "
        "thương mại.",
        "Phòng Tài chính và Kế hoạch",
        INFRASTRUCTURE_AND_COMMUNES,
        "Hằng năm",
    ),
    (
        "13",
        "Giúp UBND Huyện chỉ ra cơ sở gây ô nhiễm và cơ sở gây ô nhiễm nghiêm trọng.",
        "Phòng Tài nguyên và Môi trường",
        INFRASTRUCTURE_AND_COMMUNES,
        "2021-2025",
    ),
    (
        "14",
        "Kiểm tra nước thải, khí thải, tiếng ồn, chất thải rắn ở dự án trong và ngoài cụm công "
        "nghiệp; cập nhật "
        "danh sách cơ sở có nguy cơ.",
        "Phòng Tài nguyên và Môi trường",
        "- UBND các xã, thị trấn",
        "Hằng năm",
    ),
)
