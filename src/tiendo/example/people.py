"""Offices, communes and people of the worked example. The people are invented."""

from dataclasses import dataclass

from tiendo.accounts.models import Role
from tiendo.agencies.models import Kind

LOCALITY = "Huyện Hồng Ngự (bản mẫu)"
SHORT = "UBND huyện Hồng Ngự"
COMMITTEE = "Ủy ban nhân dân huyện Hồng Ngự"
PASSWORD = "thuc-hanh-2026"  # noqa: S105  the demonstration's accounts are for practice and say so


@dataclass(frozen=True, slots=True)
class Office:
    """An office of the example and the other names its plan calls it by."""

    name: str
    short_name: str
    kind: Kind
    called: tuple[str, ...] = ()


STANDING = "Phòng Kinh tế và Hạ tầng"
FINANCE = "Phòng Tài chính - Kế hoạch"
LAND = "Phòng Tài nguyên và Môi trường"
LABOUR = "Phòng Lao động - Thương binh và Xã hội"
FARMING = "Phòng Nông nghiệp và Phát triển nông thôn"

OFFICES = (
    Office(COMMITTEE, "UBND Huyện", Kind.COMMITTEE, ("Ủy ban nhân dân Huyện",)),
    Office(STANDING, "Phòng KT-HT", Kind.OFFICE, ("Phòng KT&HT",)),
    Office(FINANCE, "Phòng TC-KH", Kind.OFFICE, ("Phòng Tài chính và Kế hoạch",)),
    Office(LAND, "Phòng TN-MT", Kind.OFFICE, ("Phòng TN&MT",)),
    Office(LABOUR, "Phòng LĐ-TB&XH", Kind.OFFICE, ("Phòng Lao động TB và XH",)),
    Office(FARMING, "Phòng NN&PTNT", Kind.OFFICE, ("Phòng Nông nghiệp và PTNT",)),
    Office("Sở Công Thương", "Sở Công Thương", Kind.DEPARTMENT),
    Office("Trung tâm Giáo dục nghề nghiệp Huyện", "Trung tâm GDNN", Kind.CENTRE),
    Office("Trung tâm tư vấn và Phát triển công nghiệp Tỉnh", "Trung tâm TV&PTCN", Kind.CENTRE),
    Office(
        "Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội Huyện",
        "UBMTTQ và đoàn thể",
        Kind.ORGANISATION,
    ),
)

COMMUNES = (
    "thị trấn Thường Thới Tiền",
    "xã Thường Phước 1",
    "xã Thường Phước 2",
    "xã Thường Thới Hậu A",
    "xã Thường Lạc",
    "xã Long Khánh A",
    "xã Long Khánh B",
    "xã Long Thuận",
    "xã Phú Thuận A",
    "xã Phú Thuận B",
)
# Codes of the units until 30 June 2025; three of them are used again for another extent.
CODES = {
    f"Ủy ban nhân dân {name}": code
    for name, code in zip(
        COMMUNES,
        (
            *("29971", "29956", "29974", "29962", "29977"),
            *("29980", "29983", "29992", "29998", "29995"),
        ),
        strict=True,
    )
}
GROUPS = {
    "Các phòng, ban ngành Huyện": tuple(
        office.name for office in OFFICES if office.kind == Kind.OFFICE
    ),
    "UBND các xã, thị trấn": tuple(f"Ủy ban nhân dân {name}" for name in COMMUNES),
}

# user name, full name, role, office; every office that leads has somebody who writes and a head who sends
PEOPLE = (
    ("dieuphoi", "Trần Hữu Phúc", Role.COORDINATOR, STANDING),
    ("chuyenvien", "Lê Minh Tâm", Role.REPORTER, LABOUR),
    ("truongphong", "Nguyễn Thị Hạnh", Role.HEAD, LABOUR),
    ("lanhdao", "Phạm Quốc Bình", Role.LEADER, COMMITTEE),
    ("xem", "Võ Thanh Hà", Role.VIEWER, COMMITTEE),
    ("kiemtra", "Đặng Thu Nga", Role.AUDITOR, COMMITTEE),
    ("quantri", "Bùi Gia Khiêm", Role.ADMINISTRATOR, COMMITTEE),
    ("xathuonglac", "Huỳnh Kim Yến", Role.REPORTER, "Ủy ban nhân dân xã Thường Lạc"),
    ("kinhte", "Đỗ Quang Khải", Role.REPORTER, STANDING),
    ("truongkinhte", "Lưu Bích Vân", Role.HEAD, STANDING),
    ("taichinh", "Ngô Thanh Thảo", Role.REPORTER, FINANCE),
    ("truongtaichinh", "Hồ Đức Thịnh", Role.HEAD, FINANCE),
    ("moitruong", "Dương Hải Yến", Role.REPORTER, LAND),
    ("truongmoitruong", "Tô Văn Lâm", Role.HEAD, LAND),
    ("nongnghiep", "Cao Nhật Minh", Role.REPORTER, FARMING),
    ("truongnongnghiep", "Lương Thu Cúc", Role.HEAD, FARMING),
)
