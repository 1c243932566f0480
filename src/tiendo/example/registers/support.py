"""Who was helped in the example, at which events it was made known, and who asked about investing there."""

from collections.abc import Iterator
from datetime import date

from tiendo.example.people import COMMUNES, FARMING, FINANCE, LABOUR, LAND, STANDING
from tiendo.example.registers.establishments import Made, establishments
from tiendo.example.registers.tables import Table
from tiendo.industry.models import EnterpriseKind

YEARS = (2021, 2022, 2023, 2024)
# kind, who helps ("" for the commune), with what, how often a year
HELP = (
    ("difficulty", "", "Gỡ vướng về điện, đường vào cơ sở", 10),
    ("dossier", "", "Hồ sơ đăng ký kinh doanh, đăng ký sản phẩm", 10),
    ("environment", LAND, "Hồ sơ đăng ký môi trường", 8),
    ("khuyen-cong", LAND, "Đề án khuyến công mua máy sấy, máy chế biến", 4),
    ("market", STANDING, "Đưa hàng lên sàn thương mại điện tử", 6),
    ("training", LABOUR, "Lớp nghề tại cơ sở", 4),
)
INVESTORS = (
    *("Nhà đầu tư Kho Lạnh Bến Mơ (mẫu)", "Nhà đầu tư Dầu Cá Sao Mai (mẫu)"),
    *("Nhà đầu tư Viên Trấu Lục Bình (mẫu)", "Nhà đầu tư Thức Ăn Thủy Sản Sóng Nhỏ (mẫu)"),
    *("Nhà đầu tư Bao Bì Diều Giấy (mẫu)", "Nhà đầu tư Sấy Xoài Cầu Vồng (mẫu)"),
)
# how often investors were shown the way in a year
INVESTMENT = {2021: 6, 2022: 8, 2023: 9, 2024: 11}
IDEAS = (
    "Ý tưởng ống hút từ sậy (mẫu)",
    "Ý tưởng trà bông súng (mẫu)",
    "Ý tưởng ví dệt choàng (mẫu)",
)
EVENTS = (
    ("Gặp mặt doanh nghiệp năm 2022 (minh họa)", "meeting", STANDING, date(2022, 10, 13), 38),
    ("Gặp mặt doanh nghiệp năm 2023 (minh họa)", "meeting", STANDING, date(2023, 10, 12), 44),
    ("Mời gọi đầu tư cụm Thường Phước (minh họa)", "investment", FINANCE, date(2023, 5, 18), 21),
    ("Phiên chợ hàng cửa khẩu năm 2024 (minh họa)", "trade", STANDING, date(2024, 4, 25), 52),
    ("Gặp mặt doanh nghiệp năm 2024 (minh họa)", "meeting", STANDING, date(2024, 10, 11), 46),
)
OUTCOMES = ("visited", "memorandum", "open", "filed", "nothing", "invested")
INTERESTS = ("kho lạnh", "dầu cá", "viên trấu", "thức ăn thủy sản", "bao bì", "sấy xoài")
NOTHING = "Chọn địa điểm khác (minh họa)"


def tables() -> Iterator[Table]:
    """The sheets of help, events and contacts."""
    yield Table(
        "ho-tro",
        (
            *("whom", "whom_kind", "commune", "agency", "kind", "words", "given_on"),
            *("outcome", "result", "satisfied"),
        ),
        (*_help(), *_investors(), *_ideas()),
    )
    yield Table(
        "xuc-tien",
        ("name", "kind", "agency", "held_on", "place", "enterprises", "result"),
        tuple((*row[:4], "Hội trường UBND Huyện", row[4], "Số liệu minh họa") for row in EVENTS),
    )
    yield Table(
        "lien-he-xuc-tien",
        ("name", "event", "agency", "contacted_on", "interest", "capital", "outcome", "result"),
        tuple(_contact(place, name) for place, name in enumerate(INVESTORS)),
    )


def _help() -> Iterator[tuple[object, ...]]:
    """What establishments were helped with: in turn over all of them, by the day of each."""
    known = establishments()
    turn = 0
    for year in YEARS:
        for kind, office, words, times in HELP:
            for _time in range(times):
                turn += 1
                made = known[turn * 37 % len(known)]
                if made.produces_in(year):
                    yield _helped(made, (kind, office, words), year, turn)


def _helped(made: Made, help_: tuple[str, str, str], year: int, turn: int) -> tuple[object, ...]:
    kind, office, words = help_
    household = made.kind == EnterpriseKind.HOUSEHOLD
    done = turn % 6 > 0
    satisfied = ("yes", "yes", "partly", None)[turn % 4] if done else None
    return (
        *(made.name, "household" if household else "establishment", made.commune),
        *(office or f"Ủy ban nhân dân {made.commune}", kind, f"{words} (minh họa)"),
        date(year, turn % 11 + 1, turn % 27 + 1),
        *("done" if done else "in-hand", "Xong (minh họa)" if done else None, satisfied),
    )


def _investors() -> Iterator[tuple[object, ...]]:
    for year, times in INVESTMENT.items():
        for time in range(times):
            name = INVESTORS[(time + year) % len(INVESTORS)]
            done = time % 3 < 2
            yield (
                *(name, "investor", COMMUNES[time % 3], FINANCE, "investment"),
                "Thủ tục chấp thuận chủ trương, giấy chứng nhận đầu tư (minh họa)",
                date(year, time + 1, 5 + time * 2),
                "done" if done else "in-hand",
                "Đã nộp hồ sơ (minh họa)" if done else None,
                "yes" if done and time % 2 else None,
            )


def _ideas() -> Iterator[tuple[object, ...]]:
    for place, name in enumerate(IDEAS):
        yield (
            *(name, "idea", COMMUNES[place * 3], FARMING, "dossier", "Hồ sơ OCOP (minh họa)"),
            *(date(2023, 4 + place, 12), "done", "Đã hướng dẫn (minh họa)", "yes"),
        )


def _contact(place: int, name: str) -> tuple[object, ...]:
    event, _kind, office, held_on, _enterprises = EVENTS[place % len(EVENTS)]
    outcome = OUTCOMES[place]
    words = NOTHING if outcome == "nothing" else "Còn theo dõi (minh họa)"
    capital = 18_000 + place * 9_500
    return (
        name,
        event,
        office,
        held_on,
        f"{INTERESTS[place]} tại Thường Phước",
        capital,
        outcome,
        words,
    )
