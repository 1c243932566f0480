"""The succession of 1 July 2025 in the example: prepared, shown, and to be confirmed on its day.

Communes, codes and documents are the real ones (Resolution 1663/NQ-UBTVQH15, Decision 19/2025/QĐ-TTg); which
office takes which part of the work, and the names of centres after that day, are illustrative.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal

from django.utils import timezone

from tiendo.accounts.models import User
from tiendo.agencies.models import Agency, Kind, Locality, SuccessionKind
from tiendo.agencies.succeeding import Document, Line, record
from tiendo.example import people
from tiendo.progress.handover import services

DAY = date(2025, 7, 1)
MERGED = Document("1663/NQ-UBTVQH15", date(2025, 6, 16))
ORGANS = Document("150/2025/NĐ-CP", date(2025, 6, 12))
ENDED = Document("72/2025/QH15", date(2025, 6, 16))
PROVINCE = "Ủy ban nhân dân tỉnh Đồng Tháp"

# new unit, its code → the old units it is made of
UNITS = {
    ("xã Thường Phước", "29971"): (
        *("thị trấn Thường Thới Tiền", "xã Thường Phước 1", "xã Thường Phước 2"),
    ),
    ("xã Long Khánh", "29983"): ("xã Long Khánh A", "xã Long Khánh B"),
    ("xã Long Phú Thuận", "29992"): ("xã Long Thuận", "xã Phú Thuận A"),
    ("phường Thường Lạc", "29978"): ("xã Thường Thới Hậu A", "xã Thường Lạc"),
}
DIVIDED = "xã Phú Thuận B"
PARTS = (("xã Long Phú Thuận", "29992", "0.9"), ("xã Tân Long", "30154", "0.1"))
ECONOMY = (
    "Phòng Kinh tế và Hạ tầng",
    "Phòng Tài chính - Kế hoạch",
    "Phòng Tài nguyên và Môi trường",
    "Phòng Nông nghiệp và Phát triển nông thôn",
)
RENAMED = {
    "Sở Công Thương": ("Sở Công Thương tỉnh Đồng Tháp", Kind.DEPARTMENT),
    "Trung tâm Giáo dục nghề nghiệp Huyện": (
        "Trung tâm Giáo dục nghề nghiệp Hồng Ngự",
        Kind.CENTRE,
    ),
    "Trung tâm tư vấn và Phát triển công nghiệp Tỉnh": (
        "Trung tâm Khuyến công và Phát triển công nghiệp tỉnh Đồng Tháp",
        Kind.CENTRE,
    ),
}
FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội Huyện"
QUARTER = Decimal("0.25")


def succeed(locality: Locality, actor: User, today: date) -> None:
    """Record what becomes of the offices on 1 July 2025 and prepare the hand-over; nothing when that day is over."""
    if today >= DAY:
        return
    old = {agency.name: agency for agency in Agency.objects.filter(locality=locality)}
    top = Agency(locality=locality, name=PROVINCE, short_name="UBND Tỉnh", kind=Kind.COMMITTEE)
    committee = Line(old[people.COMMITTEE], top, SuccessionKind.DISSOLUTION)
    units = _units(locality, top)
    acts = (
        (ENDED, [committee]),
        (MERGED, list(_communes(old, units))),
        (ORGANS, [*_offices(old, units), *_renamed(old, top)]),
    )
    for document, lines in acts:
        record(lines=lines, effective_on=DAY, document=document, actor=actor)
    hand_over = services.begin_to_prepare(locality=locality, day=DAY, actor=actor)
    services.prepare(hand_over, timezone.make_aware(datetime.combine(today, time(9))))


def _units(locality: Locality, top: Agency) -> dict[str, Agency]:
    """The committees of the new communes and the ward, not stored yet."""
    named = [*UNITS, *((name, code) for name, code, _share in PARTS)]
    return {
        name: Agency(
            locality=locality,
            name=f"Ủy ban nhân dân {name}",
            short_name=f"UBND {name}",
            kind=Kind.COMMUNE,
            code=code,
            parent=top,
        )
        for name, code in dict.fromkeys(named)
    }


def _communes(old: dict[str, Agency], units: dict[str, Agency]) -> Iterator[Line]:
    for (name, _code), merged in UNITS.items():
        for each in merged:
            yield Line(old[_committee(each)], units[name], SuccessionKind.MERGER)
    for name, _code, share in PARTS:
        divided = old[_committee(DIVIDED)]
        yield Line(divided, units[name], SuccessionKind.SPLIT, Decimal(share))


def _committee(name: str) -> str:
    return f"Ủy ban nhân dân {name}"


def _offices(old: dict[str, Agency], units: dict[str, Agency]) -> Iterator[Line]:
    """Each district office goes to the same office of the three communes and the ward, a quarter each."""
    for name, _code in UNITS:
        unit = units[name]
        economy = "Phòng Kinh tế" if name.startswith("xã") else "Phòng Kinh tế, Hạ tầng và Đô thị"
        for title, kind, olds in (
            (economy, Kind.OFFICE, ECONOMY),
            ("Phòng Văn hóa - Xã hội", Kind.OFFICE, (people.LABOUR,)),
            ("Ủy ban Mặt trận Tổ quốc Việt Nam", Kind.ORGANISATION, (FRONT,)),
        ):
            new = Agency(locality=unit.locality, name=f"{title} {name}", kind=kind, parent=unit)
            for each in olds:
                yield Line(old[each], new, SuccessionKind.SPLIT, QUARTER)


def _renamed(old: dict[str, Agency], top: Agency) -> Iterator[Line]:
    for name, (after, kind) in RENAMED.items():
        new = Agency(locality=top.locality, name=after, kind=kind)
        yield Line(old[name], new, SuccessionKind.RENAMING)
