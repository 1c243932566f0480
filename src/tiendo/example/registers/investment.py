"""The example's call list with its reviews, investors' cases with their steps, and incentives.

Everything is invented but the articles that incentives name, and those say that nobody has compared them.
"""

from collections.abc import Iterator
from datetime import date

from tiendo.example.people import FINANCE, STANDING
from tiendo.example.registers.land import PLANNED
from tiendo.example.registers.places import spot
from tiendo.example.registers.support import INVESTORS
from tiendo.example.registers.tables import Table

LISTS = {
    2022: (date(2022, 4, 15), "61/KH-UBND (mẫu)"),
    2023: (date(2023, 3, 20), "52/KH-UBND (mẫu)"),
}
NEWEST = (date(2024, 6, 24), "133/KH-UBND (mẫu)")
BORDER = "border-gate"
# what, sector, commune, ha, million VND, land, zone, year of its list, how far it is
CALLED = (
    (f"Hạ tầng {PLANNED}", "cluster", "xã Thường Phước 1", 75, 430_000, "part", BORDER, 2022,
     "calling"),
    ("Nhà máy sấy xoài Cầu Vồng (mẫu)", "fruit", "xã Long Thuận", 3.5, 120_000, "clean", "", 2022,
     "interest"),
    ("Kho lạnh thủy sản Bến Mơ (mẫu)", "fish", "xã Thường Phước 1", 2.4, 45_000, "clean", BORDER,
     2022, "approved"),
    ("Nhà máy gạo sấy Hạt Ngọc Mơ (mẫu)", "rice", "xã Thường Lạc", 5, 160_000, "part", "", 2022,
     "calling"),
    ("Xưởng máy gặt, máy sấy Ban Mai (mẫu)", "machinery", "thị trấn Thường Thới Tiền", 1.8, 38_000,
     "not", "", 2022, "calling"),
    ("Chợ đầu mối cửa khẩu Sao Sáng (mẫu)", "trade", "xã Thường Phước 1", 6.2, 95_000, "part",
     BORDER, 2022, "interest"),
    ("Bột cá và dầu cá Sao Mai (mẫu)", "fish", "xã Phú Thuận B", 2.1, 52_000, "investor", "", 2022,
     "withdrawn"),
    ("Rau quả đông lạnh Mây Trắng (mẫu)", "fruit", "xã Long Khánh A", 2.8, 70_000, "not", "", 2023,
     "calling"),
    ("Điện mặt trời mái kho Nắng Vàng (mẫu)", "energy", "xã Thường Thới Hậu A", 4, 88_000, "clean",
     "", 2023, "calling"),
    ("Viên trấu Lục Bình (mẫu)", "energy", "xã Phú Thuận A", 1.5, 26_000, "clean", "", 2023,
     "carried-out"),
    ("Thức ăn thủy sản Sóng Nhỏ (mẫu)", "fish", "xã Long Khánh B", 4.6, 140_000, "part", "", 2023,
     "interest"),
    ("Bến hàng nông sản Cánh Buồm (mẫu)", "trade", "xã Thường Phước 2", 3, 64_000, "not", BORDER,
     2024, "calling"),
    ("Bún, bánh gạo sấy Trăng Rằm (mẫu)", "rice", "xã Long Thuận", 1.2, 18_500, "clean", "", 2024,
     "proposed"),
    ("Bao bì giấy Diều Giấy (mẫu)", "other", "xã Thường Lạc", 1.6, 31_000, "clean", "", 2024,
     "calling"),
)  # fmt: skip
OFF = {
    "Bột cá và dầu cá Sao Mai (mẫu)": date(2024, 6, 24),
    "Viên trấu Lục Bình (mẫu)": date(2024, 9, 30),
}
# day of the review, its paper, what it says of which projects (by their place in the list); all others stay
REVIEWS: tuple[tuple[date, str, dict[int, tuple[str, str]]], ...] = (
    (date(2022, 12, 12), "214/BC-KTHT (mẫu)", {3: ("adjust",
     "Giảm còn 5 ha cho khớp kế hoạch sử dụng đất")}),
    (date(2023, 12, 8), "231/BC-KTHT (mẫu)", {7: ("adjust", "Chuyển vị trí ra ngoài đê bao")}),
    (
        date(2024, 6, 20),
        "118/BC-KTHT (mẫu)",
        {
            6: ("take-off", "Nhà đầu tư tự thỏa thuận đất không thành"),
            11: ("add", "Có nhu cầu từ tuyến vận tải thủy"),
            12: ("add", "Gắn với vùng nguyên liệu lúa"),
            13: ("add", "Phục vụ cơ sở chế biến của Huyện"),
        },
    ),
)  # fmt: skip

POST, BOARD, PROVINCE = "Sở Kế hoạch và Đầu tư", "Ban Quản lý Khu kinh tế", "UBND tỉnh Đồng Tháp"
# project (by its place above, -1 for none), investor, kind, opened, valid, outcome, closed, result
CASES = (
    (2, 0, "approval", date(2023, 2, 6), date(2023, 3, 6), "done", date(2023, 5, 5),
     "412/QĐ-UBND (mẫu)"),
    (6, 1, "approval", date(2023, 4, 10), date(2023, 5, 15), "withdrawn", date(2024, 2, 20),
     "Không thỏa thuận được đất"),
    (9, 2, "certificate", date(2023, 6, 12), date(2023, 7, 3), "done", date(2023, 7, 14),
     "Giấy chứng nhận số 07 (mẫu)"),
    (10, 3, "approval", date(2024, 8, 5), date(2024, 10, 7), "open", None, None),
    (13, 4, "certificate", date(2024, 9, 16), date(2024, 11, 4), "open", None, None),
    (1, 5, "selected", date(2024, 7, 8), date(2024, 9, 2), "open", None, None),
    (5, 4, "approval", date(2024, 10, 14), None, "open", None, None),
    (0, 0, "approval", date(2024, 5, 6), date(2024, 9, 9), "open", None, None),
)  # fmt: skip
# case, step, who holds it ("" the investor), begun, promised, finished, result, in the way, who solves it
STEPS = (
    (0, "prepare", "", date(2023, 2, 6), None, date(2023, 2, 27), "", "", ""),
    (0, "receive", POST, date(2023, 2, 27), date(2023, 3, 6), date(2023, 3, 6), "", "", ""),
    (0, "ask", POST, date(2023, 3, 6), date(2023, 3, 9), date(2023, 3, 8), "301/SKHĐT-TĐ (mẫu)", "",
     ""),
    (0, "opinions", "Các sở được hỏi", date(2023, 3, 8), date(2023, 3, 23), date(2023, 3, 27), "",
     "", ""),
    (0, "report", POST, date(2023, 3, 27), date(2023, 3, 31), date(2023, 3, 31),
     "88/BC-SKHĐT (mẫu)", "", ""),
    (0, "decision", PROVINCE, date(2023, 3, 31), date(2023, 4, 11), date(2023, 4, 11),
     "412/QĐ-UBND (mẫu)", "", ""),
    (0, "certificate", POST, date(2023, 4, 28), date(2023, 5, 5), date(2023, 5, 5),
     "Giấy chứng nhận số 03 (mẫu)", "", ""),
    (1, "prepare", "", date(2023, 4, 10), None, date(2023, 5, 8), "", "", ""),
    (1, "receive", POST, date(2023, 5, 8), date(2023, 5, 15), date(2023, 5, 15), "", "", ""),
    (1, "land", "", date(2023, 5, 22), None, date(2024, 2, 20), "",
     "Ba hộ chưa đồng ý chuyển nhượng đất", "Nhà đầu tư"),
    (2, "prepare", "", date(2023, 6, 12), None, date(2023, 7, 3), "", "", ""),
    (2, "certificate", POST, date(2023, 7, 3), date(2023, 7, 18), date(2023, 7, 14),
     "Giấy chứng nhận số 07 (mẫu)", "", ""),
    (3, "prepare", "", date(2024, 8, 5), None, date(2024, 9, 30), "", "", ""),
    (3, "receive", POST, date(2024, 9, 30), date(2024, 10, 7), date(2024, 10, 7), "", "", ""),
    (3, "ask", POST, date(2024, 10, 7), date(2024, 10, 10), date(2024, 10, 10),
     "1120/SKHĐT-TĐ (mẫu)", "", ""),
    (3, "opinions", "Các sở được hỏi", date(2024, 10, 10), date(2024, 10, 25), date(2024, 10, 24),
     "", "", ""),
    (3, "report", POST, date(2024, 10, 24), date(2024, 11, 1), None, "",
     "Phương án xử lý nước thải chưa rõ", "Nhà đầu tư"),
    (4, "prepare", "", date(2024, 9, 16), None, date(2024, 11, 4), "", "", ""),
    (4, "certificate", POST, date(2024, 11, 4), date(2024, 11, 19), None, "",
     "Vị trí xin vượt ranh quy hoạch", "Phòng Tài nguyên và Môi trường"),
    (5, "prepare", "", date(2024, 7, 8), None, date(2024, 9, 2), "", "", ""),
    (5, "certificate", POST, date(2024, 9, 2), date(2024, 9, 9), date(2024, 9, 10),
     "Giấy chứng nhận số 15 (mẫu)", "", ""),
    (5, "environment", "Sở Tài nguyên và Môi trường", date(2024, 11, 18), date(2024, 12, 18), None,
     "", "", ""),
    (6, "prepare", "", date(2024, 10, 14), None, None, "", "", ""),
    (7, "prepare", "", date(2024, 5, 6), None, date(2024, 8, 30), "", "", ""),
    (7, "receive", BOARD, date(2024, 8, 30), date(2024, 9, 9), date(2024, 9, 9), "", "", ""),
    (7, "opinions", BOARD, date(2024, 9, 12), date(2024, 9, 27), date(2024, 9, 26), "", "", ""),
    (7, "decision", PROVINCE, date(2024, 11, 25), date(2024, 12, 4), None, "", "", ""),
)  # fmt: skip
# case, asked, to be brought by, received, what is missing
PAUSES = (
    (0, date(2023, 3, 29), date(2023, 4, 5), date(2023, 3, 31), "Bản cam kết vốn (mẫu)"),
    (3, date(2024, 10, 30), date(2024, 12, 6), None, "Phương án xử lý nước thải (mẫu)"),
    (5, date(2024, 11, 20), date(2024, 11, 29), date(2024, 11, 27), "Bản đồ vị trí lấy mẫu (mẫu)"),
)
# what, kind, where, sector ("" for all), what is given, article, first and last day
DECREE = "31/2021/NĐ-CP"
INCENTIVES = (
    ("Thuế suất 10% trong 15 năm", "income-tax", "specially", "",
     "Miễn 4 năm, giảm một nửa 9 năm tiếp theo.", date(2021, 3, 26), date(2026, 2, 28)),
    ("Miễn, giảm tiền thuê đất ở địa bàn đặc biệt khó khăn", "land-rent", "specially", "",
     "Số năm miễn theo dự án.", date(2021, 3, 26), date(2026, 2, 28)),
    ("Miễn thuế nhập khẩu máy móc làm tài sản cố định", "import-tax", "difficult", "",
     "Theo danh mục được xác nhận.", date(2021, 3, 26), date(2026, 2, 28)),
    ("Ưu đãi của khu kinh tế cửa khẩu", "income-tax", "border-gate", "",
     "Như địa bàn đặc biệt khó khăn.", date(2021, 3, 26), None),
    ("Hỗ trợ hạ tầng trong hàng rào cụm công nghiệp", "support", "cluster", "cluster",
     "Theo nghị quyết của Tỉnh.", date(2022, 1, 1), None),
    ("Miễn tiền thuê đất 11 năm cho chế biến nông sản", "land-rent", "specially", "fruit",
     "Gắn với vùng nguyên liệu.", date(2021, 3, 26), None),
    ("Hỗ trợ lãi suất vay đổi mới máy móc (đã hết)", "credit", "everywhere", "", "Dừng nhận hồ sơ.",
     date(2019, 1, 1), date(2022, 12, 31)),
    ("Hướng dẫn thủ tục miễn phí một đầu mối", "support", "everywhere", "",
     "Do cơ quan đầu mối của Huyện.", date(2022, 1, 1), None),
)  # fmt: skip


def tables() -> Iterator[Table]:
    """The sheets of investment; those that others name come first."""
    yield _called_for()
    yield Table(
        "ra-soat-keu-goi",
        ("project", "reviewed_on", "agency", "paper", "outcome", "words"),
        tuple(_reviewed()),
    )
    yield Table(
        "uu-dai-dau-tu",
        (
            *("title", "kind", "place", "sector", "content", "base", "article"),
            *("valid_from", "valid_to", "verified"),
        ),
        tuple(_incentives()),
    )
    yield from _of_cases()


def _called_for() -> Table:
    return Table(
        "du-an-keu-goi",
        (
            *(
                "name",
                "sector",
                "commune",
                "area",
                "capital",
                "land",
                "zone",
                "difficult",
                "agency",
            ),
            *("selection", "in_province_plan", "in_land_plan", "listed_on", "listed_by"),
            *("from_year", "to_year", "status", "left_on", "latitude", "longitude"),
        ),
        tuple(_called(number) for number in range(len(CALLED))),
    )


def _of_cases() -> Iterator[Table]:
    yield Table(
        "ho-so-dau-tu",
        (
            *("name", "investor", "kind", "call", "sector", "commune", "capital", "area", "agency"),
            *("opened_on", "valid_on", "outcome", "closed_on", "result"),
        ),
        tuple(_case(*row) for row in CASES),
    )
    yield Table(
        "buoc-ho-so-dau-tu",
        (
            *("case", "step", "holder", "begun_on", "promised_on", "finished_on", "paper"),
            *("difficulty", "solver"),
        ),
        tuple((_named(row[0]), row[1], row[2] or _investor(row[0]), *row[3:]) for row in STEPS),
    )
    yield Table(
        "bo-sung-ho-so",
        ("case", "asked_on", "answer_by", "received_on", "words"),
        tuple((_named(row[0]), *row[1:]) for row in PAUSES),
    )


def _called(number: int) -> tuple[object, ...]:
    name, sector, commune, area, capital, land, zone, year, status = CALLED[number]
    listed_on, paper = LISTS.get(year, NEWEST)
    longitude, latitude = spot(commune, number + 40)
    return (
        *(name, sector, commune, area, capital, land, zone or None, "specially", STANDING),
        *("tender" if sector == "cluster" else "approval", "fits"),
        "fits" if land == "clean" else "adjust",
        *(listed_on, paper, year, 2025, status, OFF.get(name), latitude, longitude),
    )


def _reviewed() -> Iterator[tuple[object, ...]]:
    for day, paper, found in REVIEWS:
        for number, (name, *_facts, year, _status) in enumerate(CALLED):
            listed = LISTS.get(year, NEWEST)[0]
            if listed <= day or number in found:
                outcome, words = found.get(number, ("keep", None))
                yield (name, day, STANDING, paper, outcome, words)


def _incentives() -> Iterator[tuple[object, ...]]:
    for title, kind, place, sector, content, first, last in INCENTIVES:
        by_decree = place in ("specially", "difficult")
        yield (
            *(title, kind, place, sector or None, content),
            *((DECREE, "Phụ lục III") if by_decree else (None, None)),
            *(first, last, "không"),
        )


def _case(number: int, who: int, kind: str, *facts: object) -> tuple[object, ...]:
    name, sector, commune, area, capital = CALLED[number][:5]
    return (
        *(name, INVESTORS[who], kind, name, sector, commune, capital, area, FINANCE),
        *facts,
    )


def _investor(number: int) -> str:
    return INVESTORS[CASES[number][1]]


def _named(number: int) -> str:
    return f"{CALLED[CASES[number][0]][0]} – {_investor(number)}"
