"""What the example's offices, communes and organisations did to make the scheme known, and on trade. All invented."""

from collections.abc import Iterator
from datetime import date

from tiendo.example.people import COMMUNES, OFFICES, STANDING
from tiendo.example.registers.tables import Table

FRONT = OFFICES[-1].name
YEARS = (2022, 2023, 2024)
# what, form, theme, for whom, by whom, month, sessions, people, enterprises, copies, million VND
OF_OFFICES = (
    ("Hội nghị phổ biến Đề án", "conference", "scheme", "enterprises", STANDING, 3, 1, 92, 54, 150, 24),
    ("Tờ rơi về chính sách khuyến công", "leaflet", "scheme", "enterprises", STANDING, 5, None, None, None, 800, 9.5),
    ("Lớp bán hàng trên sàn thương mại điện tử", "course", "e-commerce", "enterprises", STANDING, 6, 2, 48, 31, 60, 18),
    ("Hướng dẫn quy tắc xuất xứ hàng gạo, cá tra", "course", "origin", "enterprises", STANDING, 7, 1, 36, 27, 50, 12),
    ("Phiên chợ hàng cửa khẩu Thường Phước", "fair", "border", "households", STANDING, 8, 3, 1_450, 52, 300, 65),
    ("Phổ biến cảnh báo phòng vệ thương mại", "conference", "defence", "enterprises", STANDING, 9, 1, 33, 29, 40, 8),
    ("Bài trên trang tin về vai trò công nghiệp", "online", "role", "people", STANDING, 10, 6, None, None, None, 0),
    ("Sinh hoạt đoàn viên, hội viên về Đề án", "conference", "scheme", "members", FRONT, 4, 5, 260, None, 200, 10),
)  # fmt: skip
LOUDSPEAKER = "Phát loa về Đề án và khuyến công"
TITLE = "{} năm {} (minh họa)"


def tables() -> Iterator[Table]:
    """The sheet of activities."""
    yield Table(
        "truyen-thong-hoi-nhap",
        (
            *("title", "form", "theme", "audience", "agency", "commune", "held_on", "sessions"),
            *("people", "enterprises", "copies", "cost", "evidence"),
        ),
        (*_of_offices(), *_of_communes()),
    )


def _of_offices() -> Iterator[tuple[object, ...]]:
    for year in YEARS:
        for place, (what, form, theme, whom, office, month, *figures) in enumerate(OF_OFFICES):
            if (place + year) % 4:
                yield (
                    *(TITLE.format(what, year), form, theme, whom, office),
                    *(COMMUNES[0] if form == "fair" else None, date(year, month, 9 + place)),
                    *(*figures, "Báo cáo sau hoạt động (minh họa)"),
                )


def _of_communes() -> Iterator[tuple[object, ...]]:
    for year in YEARS:
        for place, commune in enumerate(COMMUNES):
            if (place + year) % 3:
                office = f"Ủy ban nhân dân {commune}"
                yield (
                    *(
                        TITLE.format(LOUDSPEAKER, year),
                        "radio",
                        "scheme",
                        "people",
                        office,
                        commune,
                    ),
                    *(date(year, 2 + place, 12), 8 + place, None, None, None, 0),
                    "Sổ theo dõi phát thanh (minh họa)",
                )
