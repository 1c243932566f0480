"""What stood in the way in the example, who answered, and what went up as one petition; all of it is invented."""

from collections.abc import Iterator
from datetime import date, timedelta

from tiendo.accounts.models import User
from tiendo.agencies.models import Agency, Locality
from tiendo.difficulties import services
from tiendo.difficulties.models import Difficulty
from tiendo.difficulties.services import Onward
from tiendo.example.people import FARMING, FINANCE, LABOUR, LAND, STANDING
from tiendo.example.registers.establishments import Made, establishments
from tiendo.example.registers.tables import Table
from tiendo.plans.models import Plan
from tiendo.progress.models import Report
from tiendo.progress.raising.services import first_words, raise_difficulty

Asked = tuple[str, str, str, date]
Came = tuple[int | None, str, str | None, str | None, str | None]

DISTRICT, PROVINCE = "UBND Huyện", "UBND tỉnh Đồng Tháp"
POWER = "Nâng trạm biến áp tuyến Thường Phước (minh họa)"
CREDIT = "Bảo lãnh vay vốn lưu động cho hộ chế biến (minh họa)"
LEASE = "Rút ngắn thủ tục thuê đất ngoài cụm (minh họa)"
ROAD = "Mở rộng đường vào tuyến chế biến (minh họa)"
DAYS_TO_ANSWER = timedelta(days=11)  # within ten working days, whatever the day of the week
# title, group, gathered, what is asked, to whom, number and day of the submission, decision with its number and day
PETITIONS = (
    (
        *(POWER, "works", date(2023, 5, 22), "Năm cơ sở sấy, xay xát cùng thiếu điện ba pha."),
        *(DISTRICT, "21/TTr-KTHT", date(2023, 5, 29), "wholly", "412/UBND-KT", date(2023, 6, 19)),
        "Giao điện lực nâng trạm trong quý III (minh họa)",
    ),
    (
        *(CREDIT, "capital", date(2024, 5, 13), "Hộ chế biến không có tài sản thế chấp."),
        *(DISTRICT, "18/TTr-KTHT", date(2024, 5, 20), "partly", "655/UBND-KT", date(2024, 6, 18)),
        "Đồng ý với hộ đã vào hợp tác xã (minh họa)",
    ),
    (
        *(LEASE, "land", date(2024, 8, 12), "Thuê đất ngoài cụm qua bốn cơ quan, chờ lâu."),
        *(PROVINCE, "240/UBND-TNMT", date(2024, 8, 19), None, None, None, None),
    ),
    (*(ROAD, "works", date(2024, 11, 18)), *(None,) * 8),
)
# what, group, who answers, on which day it was received, after how many days it was answered, with what outcome,
# what was answered, whether that satisfied, in which petition
RAISED: tuple[tuple[Asked, Came], ...] = (
    (
        (
            "Điện ba pha yếu giờ cao điểm, máy sấy không chạy được",
            "works",
            STANDING,
            date(2023, 3, 13),
        ),
        (7, "removed", "Điện lực đã nâng dây", "yes", POWER),
    ),
    (
        (
            "Điện ba pha yếu giờ cao điểm, máy xát chạy ngắt quãng",
            "works",
            STANDING,
            date(2023, 4, 4),
        ),
        (10, "higher", "Đưa vào kiến nghị nâng trạm", "partly", POWER),
    ),
    (
        ("Điện yếu giờ cao điểm, kho lạnh phải tắt bớt máy", "works", STANDING, date(2023, 5, 9)),
        (9, "higher", "Đưa vào kiến nghị nâng trạm", None, POWER),
    ),
    (
        ("Không có tài sản thế chấp để vay vốn lưu động", "capital", FINANCE, date(2024, 3, 6)),
        (8, "explained", "Hướng dẫn vay theo nhóm", "partly", CREDIT),
    ),
    (
        (
            "Ngân hàng đòi thế chấp, hộ không vay được vốn lưu động",
            "capital",
            FINANCE,
            date(2024, 4, 9),
        ),
        (10, "higher", "Đưa vào kiến nghị bảo lãnh", None, CREDIT),
    ),
    (
        ("Thuê đất làm xưởng phải qua nhiều cơ quan, chờ lâu", "land", LAND, date(2024, 6, 4)),
        (9, "higher", "Đưa vào kiến nghị gửi Tỉnh", "partly", LEASE),
    ),
    (
        ("Hồ sơ thuê đất làm xưởng chờ lâu, qua nhiều cơ quan", "land", LAND, date(2024, 7, 9)),
        (16, "higher", "Đưa vào kiến nghị gửi Tỉnh", "no", LEASE),
    ),
    (
        ("Đường vào xưởng hẹp, xe tải không vào được", "works", STANDING, date(2024, 9, 10)),
        (8, "explained", "Chưa có vốn trong năm", "no", ROAD),
    ),
    (
        ("Đường vào xưởng hẹp, xe tải lớn phải sang hàng", "works", STANDING, date(2024, 11, 5)),
        (None, "in-hand", None, None, ROAD),
    ),
    (
        ("Lúng túng khi lập hồ sơ đăng ký môi trường", "environment", LAND, date(2022, 8, 16)),
        (5, "removed", "Cử người lập hồ sơ giúp", "yes", None),
    ),
    (
        ("Bị nhắc về khói bụi, chưa biết lắp lọc loại nào", "environment", LAND, date(2023, 9, 12)),
        (9, "removed", "Mời kỹ thuật viên xem tại chỗ", "yes", None),
    ),
    (
        ("Thiếu thợ đứng máy, học xong không ai ở lại", "labour", LABOUR, date(2023, 7, 11)),
        (10, "removed", "Mở lớp tại xưởng", "yes", None),
    ),
    (
        (
            "Cá nguyên liệu lúc thừa lúc thiếu, không có hợp đồng",
            "market",
            FARMING,
            date(2023, 10, 3),
        ),
        (10, "removed", "Nối với tổ hợp tác nuôi cá", "yes", None),
    ),
    (
        ("Máy sấy cũ hao củi, muốn vay đổi máy mới", "technology", STANDING, date(2024, 2, 20)),
        (7, "removed", "Làm đề án khuyến công", "yes", None),
    ),
    (
        (
            "Xin giấy phép xây xưởng phải sửa hồ sơ ba lần",
            "procedures",
            STANDING,
            date(2022, 10, 4),
        ),
        (6, "removed", "Trả kết quả, xin lỗi chủ cơ sở", "yes", None),
    ),
    (
        (
            "Biển hiệu ở đường tỉnh bị nhắc, không rõ quy định",
            "procedures",
            STANDING,
            date(2024, 5, 7),
        ),
        (4, "explained", "Gửi hướng dẫn kèm mẫu đơn", "partly", None),
    ),
    (
        (
            "Không rõ ưu đãi thuế ở xã biên giới còn áp dụng không",
            "policy",
            FINANCE,
            date(2024, 10, 8),
        ),
        (9, "explained", "Trả lời bằng công văn", "yes", None),
    ),
    (
        ("Hàng qua cửa khẩu chờ kiểm dịch lâu", "procedures", STANDING, date(2024, 10, 22)),
        (10, "not", "Việc của cơ quan ngành dọc, đã chuyển lời", "no", None),
    ),
    (
        (
            "Nước thải xưởng chưa có chỗ đấu nối, phải tự chở đi",
            "environment",
            LAND,
            date(2024, 11, 21),
        ),
        (None, "in-hand", None, None, None),
    ),
    (
        ("Nước thải xưởng chưa có chỗ đấu nối ra kênh", "environment", LAND, date(2024, 11, 22)),
        (None, "in-hand", None, None, None),
    ),
    (
        ("Xưởng mới chưa có chỗ đấu nối nước thải", "environment", LAND, date(2024, 11, 25)),
        (None, "in-hand", None, None, None),
    ),
)
# of an office, without a commune
FROM_OFFICES: tuple[tuple[tuple[str, str, str, str, date], Came], ...] = (
    (
        ("Chưa có mặt bằng cho cơ sở dời vào cụm", "land", LAND, LABOUR, date(2023, 11, 14)),
        (9, "higher", "Chờ phê duyệt quy hoạch", None, None),
    ),
    (
        ("Không có kinh phí mở lớp nghề trong quý", "capital", FINANCE, LABOUR, date(2024, 4, 16)),
        (8, "removed", "Bố trí từ nguồn dự phòng", "yes", None),
    ),
    (
        ("Số liệu doanh nghiệp mỗi nơi một khác", "other", STANDING, FARMING, date(2024, 11, 26)),
        (None, "in-hand", None, None, None),
    ),
)
# what was passed on, to whom, why, on which day
PASSED_ON = (
    ("Đường vào xưởng hẹp, xe tải lớn", FINANCE, "Chờ bố trí vốn (minh họa)", date(2024, 11, 7)),
)


def tables() -> Iterator[Table]:
    """The sheets of petitions and difficulties; petitions first, because difficulties name them."""
    yield Table(
        "kien-nghi",
        (
            *("title", "bottleneck", "gathered_on", "words", "addressee", "put_number", "put_on"),
            *("agreed", "decision", "decided_on", "answer", "agency"),
        ),
        tuple((*row, STANDING) for row in PETITIONS),
    )
    yield Table(
        "kho-khan",
        (
            *("what", "bottleneck", "agency", "received_on", "due_on", "answered_on", "outcome"),
            *("answer", "satisfied", "petition", "whom", "source", "commune"),
        ),
        (*_raised(), *_from_offices()),
    )


def pass_on(locality: Locality, coordinator: User, today: date) -> None:
    """Pass on what is still open and lies with the wrong office."""
    for what, name, why, day in PASSED_ON:
        rows = Difficulty.objects.open().filter(locality=locality, what__startswith=what)
        for row in rows if day <= today else ():
            onward = Onward(Agency.objects.get(locality=locality, name=name), why)
            services.forward(difficulty=row, onward=onward, actor=coordinator, today=day)


def take_over(plan: Plan, coordinator: User, today: date) -> None:
    """Take the newest difficulty that a report of the plan speaks of into the register."""
    reports = Report.objects.said().filter(occurrence__obligation__task__plan=plan)
    report = reports.exclude(difficulties="").order_by("-reported_at", "-pk").first()
    if report is None:
        return
    facts = first_words(report) | {"bottleneck": "other", "agency_id": plan.standing_agency_id}
    facts.pop("agency")
    row = Difficulty(locality=plan.locality, **facts)
    raise_difficulty(report=report, row=row, actor=coordinator, today=today)


def _raised() -> Iterator[tuple[object, ...]]:
    known = [made for made in establishments() if made.produces_in(2022)]
    for turn, (asked, came) in enumerate(RAISED):
        made: Made = known[turn * 29 % len(known)]
        source = "household" if made.kind == "household" else "establishment"
        yield (*_told(asked, came), made.name, source, made.commune)


def _from_offices() -> Iterator[tuple[object, ...]]:
    for (what, group, office, whom, received), came in FROM_OFFICES:
        told = _told((what, group, office, received), came)
        yield (*told, whom, "office", None)


def _told(asked: Asked, came: Came) -> tuple[object, ...]:
    what, group, office, received = asked
    after, outcome, answer, satisfied, petition = came
    return (
        *(f"{what} (minh họa)", group, office, received, received + DAYS_TO_ANSWER),
        *(received + timedelta(days=after) if after else None, outcome),
        *(f"{answer} (minh họa)" if answer else None, satisfied, petition),
    )
