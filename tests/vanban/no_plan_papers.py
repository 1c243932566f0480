"""Papers without a table that are no plan, each written with other names, days and figures for every seed."""

from collections.abc import Callable
from random import Random

Paper = tuple[list[str], list[list[str]]]

GIVEN = (
    "An",
    "Bình",
    "Cúc",
    "Dũng",
    "Giang",
    "Hạnh",
    "Khoa",
    "Lan",
    "Minh",
    "Ngọc",
    "Phúc",
    "Sơn",
    "Thảo",
    "Vinh",
)
FAMILY = (
    "Lê Văn",
    "Trần Thị",
    "Phạm Minh",
    "Võ Thanh",
    "Đỗ Thu",
    "Bùi Quốc",
    "Huỳnh Kim",
    "Đặng Hữu",
)
PLACES = ("Tân Phước", "Cửa Lạch", "Bình Sơn", "Phú Tây", "Đồng Mía", "An Khê")
OFFICES = (
    "Sở Nội vụ",
    "Sở Tài chính",
    "Sở Y tế",
    "Phòng Kinh tế",
    "Phòng Nội vụ",
    "Thanh tra tỉnh",
)
WORDS = """
ba ca da đa ga ha la ma na pha qua ra sa ta va xa bên cạnh dòng sông trời xanh lá rụng mưa chiều
nắng sớm gió đêm trăng nhà cửa đường phố chợ quê bữa cơm bát đũa con trâu cánh đồng mùa gặt tiếng
trống trường học trang sách
"""
SYLLABLES = WORDS.split()


def person(random: Random) -> str:
    """A made-up name."""
    return f"{random.choice(FAMILY)} {random.choice(GIVEN)}"


def day(random: Random) -> str:
    """A day as printed, "05/9/2026"."""
    return f"{random.randint(1, 28):02d}/{random.randint(1, 12)}/2026"


def head(random: Random, issuer: str, symbol: str) -> list[str]:
    """The head of an official paper."""
    place = random.choice(PLACES)
    return [
        f"{issuer} {place.upper()}", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "",
        f"Số: {random.randint(10, 900)}/{symbol}",
        f"{place}, ngày {random.randint(1, 28):02d} tháng {random.randint(1, 9)} năm 2026", "",
    ]  # fmt: skip


def letter_asking_for_figures(random: Random) -> Paper:
    """A letter that asks offices to send figures by a day."""
    return [
        *head(random, "ỦY BAN NHÂN DÂN XÃ", "UBND-KT"),
        "V/v cung cấp số liệu", "",
        f"Kính gửi: {random.choice(OFFICES)}", "",
        f"Ngày {day(random)}, Ủy ban nhân dân xã nhận được văn bản hỏi về số hộ nuôi cá lồng.",
        f"Ủy ban nhân dân xã đề nghị {random.choice(OFFICES)} chủ trì, phối hợp với các đơn vị liên quan gửi số liệu "
        f"trước ngày {day(random)} để có cơ sở trả lời.",
        f"Đầu mối liên hệ: bà {person(random)}, điện thoại 0900 000 {random.randint(100, 999)}.",
        "Rất mong nhận được sự quan tâm của quý cơ quan./.", "",
        "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", person(random),
    ], []  # fmt: skip


def letter_of_thanks(random: Random) -> Paper:
    """A letter that thanks and asks for nothing."""
    return [
        *head(random, "CÔNG TY CỔ PHẦN", "CV-HC"),
        f"Kính gửi: Ban Giám hiệu Trường Tiểu học {random.choice(PLACES)}", "",
        f"Công ty chân thành cảm ơn nhà trường đã đón đoàn gồm {random.randint(5, 20)} người trong ngày {day(random)}.",
        "Chúng tôi ấn tượng với thư viện và vườn rau của các em.",
        f"Công ty xin tặng {random.randint(50, 300)} cuốn vở và {random.randint(2, 9)} bộ bàn ghế.",
        "Trân trọng./.", "", "GIÁM ĐỐC", "", person(random),
    ], []  # fmt: skip


def invitation(random: Random) -> Paper:
    """An invitation with time, place and those who come."""
    return [
        *head(random, "HỘI ĐỒNG NHÂN DÂN XÃ", "GM-HĐND"),
        "GIẤY MỜI", "Dự buổi gặp mặt đầu xuân", "",
        f"Kính mời: Ông (bà) {person(random)}",
        f"1. Thời gian: {random.randint(7, 9)} giờ 30 phút, ngày {day(random)}.",
        "2. Địa điểm: Hội trường tầng 2.",
        f"3. Chủ trì: Ông {person(random)}, Chủ tịch Hội đồng nhân dân.",
        "4. Thành phần: Thường trực, các vị đại biểu, trưởng các ấp.",
        "Rất mong ông (bà) đến dự đúng giờ./.",
    ], []  # fmt: skip


def minutes_of_a_meeting(random: Random) -> Paper:
    """Minutes: who said what, who chaired."""
    return [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "", "BIÊN BẢN", "Họp tổ dân phố", "",
        f"Thời gian: 19 giờ ngày {day(random)}. Địa điểm: nhà văn hóa tổ {random.randint(1, 30)}.",
        f"Chủ trì: ông {person(random)}, tổ trưởng. Thư ký: bà {person(random)}.",
        f"Có mặt: {random.randint(30, 90)} hộ, đạt {random.randint(60, 95)}% số hộ.",
        "I. NỘI DUNG",
        f"1. Ông {person(random)} nêu ý kiến về con hẻm ngập khi triều lên.",
        f"2. Bà {person(random)} phản ánh tiếng ồn của xưởng gỗ.",
        f"3. Ông {person(random)} cho biết phường đã trả lời hôm {day(random)}.",
        "II. BIỂU QUYẾT",
        f"Tán thành: {random.randint(25, 30)}; không tán thành: {random.randint(0, 3)}; ý kiến khác: 0.",
        "Biên bản lập xong lúc 21 giờ, đọc lại cho mọi người nghe và nhất trí.", "",
        "THƯ KÝ", person(random), "CHỦ TRÌ", person(random),
    ], []  # fmt: skip


def minutes_of_a_handover(random: Random) -> Paper:
    """Minutes of handing over goods."""
    goods = ("máy bơm", "xuồng cứu hộ", "áo phao", "máy tính", "bàn họp")
    return [
        "BIÊN BẢN BÀN GIAO TÀI SẢN", f"Hôm nay, ngày {day(random)}, tại {random.choice(PLACES)}, gồm có:",
        f"Bên giao: ông {person(random)}. Bên nhận: bà {person(random)}.",
        *(f"{place}. {good}: {random.randint(1, 40):02d} cái, còn {random.randint(50, 99)}% giá trị."
          for place, good in enumerate(goods, 1)),
        "Hai bên đã kiểm đếm và ký tên dưới đây.",
    ], []  # fmt: skip


def news(random: Random) -> Paper:
    """A piece of news full of figures about what has been."""
    return [
        f"Chợ nổi {random.choice(PLACES)} đông khách trở lại", "",
        f"Theo ban quản lý, sáng {day(random)} có khoảng {random.randint(300, 900)} lượt khách, tăng "
        f"{random.randint(5, 40)}% so với tuần trước. Giá dứa {random.randint(8, 15)}.000 đồng/kg.",
        f"Chị {person(random)}, bán hàng đã {random.randint(5, 30)} năm, cho biết mỗi ngày bán trên "
        f"{random.randint(100, 300)} kg. Năm ngoái, nước lũ về muộn nên cá linh ít hơn {random.randint(10, 50)}%.",
        "Trời nhiều mây, có lúc có mưa rào; gió nhẹ, nhiệt độ cao nhất 33 độ.",
    ], []  # fmt: skip


def award_decision(random: Random) -> Paper:
    """A decision that gives a certificate of merit."""
    return [
        *head(random, "ỦY BAN NHÂN DÂN XÃ", "QĐ-UBND"),
        "QUYẾT ĐỊNH", "Về việc tặng Giấy khen", "", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ", "",
        "Căn cứ Luật Thi đua, khen thưởng;",
        f"Xét đề nghị của ông {person(random)},", "", "QUYẾT ĐỊNH:", "",
        f"Điều 1. Tặng Giấy khen cho ông {person(random)} và bà {person(random)} vì đã cứu người đuối nước.",
        f"Điều 2. Mức thưởng kèm theo là {random.randint(3, 9)}00.000 đồng mỗi người.",
        "Điều 3. Văn phòng và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.", "",
        "CHỦ TỊCH", "", person(random),
    ], []  # fmt: skip


def contract(random: Random) -> Paper:
    """A contract between two parties."""
    return [
        "HỢP ĐỒNG THUÊ NHÀ", f"Hôm nay, ngày {day(random)}, chúng tôi gồm:",
        f"Bên A: ông {person(random)}. Bên B: bà {person(random)}.",
        f"Điều 1. Bên A cho bên B thuê căn nhà số {random.randint(1, 99)}, diện tích {random.randint(40, 120)} m2.",
        f"Điều 2. Giá thuê {random.randint(3, 12)}.000.000 đồng/tháng, trả trước ngày 05 hằng tháng.",
        f"Điều 3. Thời hạn thuê {random.randint(1, 5)} năm. Đặt cọc tối thiểu 02 tháng tiền nhà.",
        "Điều 4. Bên B giữ gìn nhà cửa, không nuôi chó quá 10 kg.",
        "Điều 5. Hợp đồng lập thành 02 bản, mỗi bên giữ 01 bản.",
    ], []  # fmt: skip


def report_of_results(random: Random) -> Paper:
    """A report on what has been done; its figures are results and no aims."""
    return [
        *head(random, "TRẠM Y TẾ XÃ", "BC-TYT"),
        "BÁO CÁO", "Kết quả công tác quý vừa qua", "",
        "I. KẾT QUẢ",
        f"1. Đã khám cho {random.randint(800, 3000)} lượt người, đạt {random.randint(80, 120)}% so với cùng kỳ.",
        f"2. Tiêm {random.randint(100, 400)} mũi; {random.randint(90, 99)}% trẻ có phản ứng nhẹ rồi khỏi.",
        "3. Phòng thuốc được sửa lại mái, thay cửa sổ.",
        "II. NHẬN XÉT",
        f"Số ca sốt giảm {random.randint(5, 30)}% vì mưa đến muộn; máy đo huyết áp hỏng {random.randint(1, 3)} cái.",
        "Trên đây là báo cáo của Trạm./.", "", "TRƯỞNG TRẠM", person(random),
    ], []  # fmt: skip


def recipe(random: Random) -> Paper:
    """A recipe: numbered steps, quantities, times."""
    return [
        "CÁ LINH KHO MÍA", f"Cho {random.randint(4, 8)} người ăn, nấu trong khoảng {random.randint(40, 90)} phút.", "",
        "Nguyên liệu:", f"- Cá linh: {random.randint(5, 9)}00 g", "- Mía lau: 02 khúc",
        "- Nước mắm: ít nhất 3 muỗng", "",
        "Cách làm:", "1. Rửa cá với nước muối, để ráo.", "2. Chẻ mía lót đáy nồi, xếp cá lên.",
        f"3. Thêm nước dừa, kho lửa nhỏ {random.randint(30, 60)} phút, không quá 100 độ.",
        "4. Rắc tiêu, ăn với cơm nóng và bông điên điển.",
    ], []  # fmt: skip


def random_words(random: Random) -> Paper:
    """Words and numbers without any sense."""

    def line() -> str:
        words = [random.choice(SYLLABLES) for _ in range(random.randint(4, 14))]
        return " ".join(
            [
                *words,
                random.choice(
                    ["", ".", f"{random.randint(1, 100)}%", str(random.randint(1, 2030))]
                ),
            ]
        )

    return [line() for _ in range(40)], []


PAPERS: tuple[Callable[[Random], Paper], ...] = (
    letter_asking_for_figures, letter_of_thanks, invitation, minutes_of_a_meeting, minutes_of_a_handover, news,
    award_decision, contract, report_of_results, recipe, random_words,
)  # fmt: skip
