"""Papers with a table that is no list of tasks: people, inspections, duty rosters, prices, phone numbers."""

from collections.abc import Callable
from random import Random

from tests.vanban.no_plan_papers import OFFICES, PLACES, Paper, day, head, person


def list_of_people(random: Random) -> Paper:
    """People who sit an exam."""
    rows = [["STT", "Họ và tên", "Ngày sinh", "Đơn vị công tác", "Chức vụ", "Ghi chú"]]
    for number in range(1, 13):
        rows.append([
            str(number), person(random), day(random).replace("2026", "1985"), random.choice(OFFICES), "Chuyên viên", "",
        ])  # fmt: skip
    return ["DANH SÁCH", "Cán bộ dự thi nâng ngạch", ""], rows


def steering_committee(random: Random) -> Paper:
    """Members of a committee with their part in it."""
    rows = [["TT", "Họ và tên", "Chức vụ, đơn vị công tác", "Nhiệm vụ"]]
    for number, part in enumerate(
        ("Trưởng ban", "Phó Trưởng ban", "Ủy viên thường trực", "Ủy viên", "Ủy viên"), 1
    ):
        rows.append([str(number), person(random), f"Lãnh đạo {random.choice(OFFICES)}", part])
    return [
        *head(random, "ỦY BAN NHÂN DÂN XÃ", "QĐ-UBND"),
        "DANH SÁCH THÀNH VIÊN BAN CHỈ ĐẠO",
        "",
    ], rows


def inspection_calendar(random: Random) -> Paper:
    """Who is inspected when and where."""
    rows = [["STT", "Đơn vị được kiểm tra", "Thời gian", "Địa điểm", "Thành phần đoàn"]]
    for number in range(1, 9):
        rows.append([
            str(number), f"UBND xã {random.choice(PLACES)}", f"8 giờ 00, ngày {day(random)}", "Trụ sở UBND xã",
            f"Trưởng đoàn và {random.choice(OFFICES)}",
        ])  # fmt: skip
    return ["LỊCH KIỂM TRA", "Công tác văn thư, lưu trữ năm 2026", ""], rows


def week_of_a_leader(random: Random) -> Paper:
    """The working week of a leader: meetings, places, cars."""
    rows = [["Thứ, ngày", "Giờ", "Nội dung làm việc", "Địa điểm", "Thành phần"]]
    for weekday in ("Hai", "Ba", "Tư", "Năm", "Sáu"):
        rows.append([
            f"Thứ {weekday} ({day(random)})", f"{random.randint(7, 9)}:00", f"Họp với {random.choice(OFFICES)}",
            f"Phòng họp {random.randint(1, 5)}", f"Ông {person(random)}",
        ])  # fmt: skip
    return ["LỊCH CÔNG TÁC TUẦN", ""], rows


def price_list(random: Random) -> Paper:
    """What dishes cost."""
    rows = [["TT", "Tên món", "Đơn vị tính", "Đơn giá (đồng)", "Số lượng", "Thành tiền"]]
    for number, dish in enumerate(
        ("Bún nước lèo", "Cá lóc nướng", "Lẩu mắm", "Chè bưởi", "Trà đá"), 1
    ):
        price, count = random.randint(5, 90), random.randint(1, 20)
        rows.append(
            [str(number), dish, "phần", f"{price}.000", f"{count:02d}", f"{price * count}.000"]
        )
    rows.append(["", "Tổng cộng", "", "", "", ""])
    return ["BẢNG BÁO GIÁ", f"Áp dụng đến hết ngày {day(random)}", ""], rows


def phone_book(random: Random) -> Paper:
    """Whom to call."""
    rows = [["Số TT", "Cơ quan, đơn vị", "Người liên hệ", "Điện thoại"]]
    for number, office in enumerate(OFFICES, 1):
        rows.append(
            [str(number), office, person(random), f"0277.{random.randint(1_000_000, 9_999_999)}"]
        )
    return ["DANH BẠ ĐIỆN THOẠI", ""], rows


def duty_roster(random: Random) -> Paper:
    """Who is on duty in the holidays."""
    rows = [["Ngày trực", "Lãnh đạo trực", "Cán bộ trực", "Bảo vệ"]]
    for number in range(1, 8):
        rows.append([f"{number:02d}/02/2026", person(random), person(random), person(random)])
    return ["BẢNG PHÂN CÔNG TRỰC TẾT", "Từ ngày 01/02/2026 đến ngày 07/02/2026", ""], rows


def agenda(random: Random) -> Paper:
    """What happens at a meeting, minute by minute."""
    rows = [["Thời gian", "Nội dung", "Người thực hiện"]]
    for minute, what in (
        (0, "Đón tiếp đại biểu"),
        (15, "Chào cờ"),
        (20, "Phát biểu khai mạc"),
        (50, "Giải lao"),
    ):
        rows.append([f"8 giờ {minute:02d}", what, f"Ông {person(random)}"])
    return ["CHƯƠNG TRÌNH LỄ KỶ NIỆM", f"Ngày {day(random)}", ""], rows


def statistics(random: Random) -> Paper:
    """What was counted in past years."""
    rows = [["STT", "Xã", "Số hộ", "Dân số", "Diện tích (ha)"]]
    for number, place in enumerate(PLACES, 1):
        people = random.randint(4000, 20000)
        rows.append(
            [str(number), place, str(people // 4), str(people), f"{random.randint(900, 4000)},5"]
        )
    return ["BIỂU SỐ LIỆU DÂN CƯ", "Thời điểm 01/4/2026", ""], rows


PAPERS: tuple[Callable[[Random], Paper], ...] = (
    list_of_people, steering_committee, inspection_calendar, week_of_a_leader, price_list, phone_book, duty_roster,
    agenda, statistics,
)  # fmt: skip
