"""The example's money: what sources gave for the plan's aims by year, what is bound of it, what was paid out.

Every sum is invented. Years before the last were paid out nearly whole, the last one in part; nothing beyond what was
allocated.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tiendo.example.people import FINANCE, LABOUR, STANDING
from tiendo.example.registers import land
from tiendo.example.registers.tables import Table
from tiendo.funding.models import SHORT, Source

PROMOTION = "Chương trình khuyến công"
SCIENCE = "Đổi mới công nghệ, chuyển đổi số cơ sở sản xuất"
TRADE = "Xúc tiến thương mại, đầu tư"
TRAINING = "Đào tạo nghề cho lao động công nghiệp"
PAID = {2021: "0.97", 2022: "0.96", 2023: "0.94", 2024: "0.71"}
BOUND = {2021: "0.99", 2022: "0.98", 2023: "0.98", 2024: "0.9"}

# what it is for, source, office that spends it, million VND by year
GIVEN = (
    (land.ROAD, Source.PROVINCE, STANDING, {2022: 12_000, 2023: 19_000, 2024: 19_500}),
    (land.ROAD, Source.LOCAL, STANDING, {2022: 3_000, 2023: 5_200, 2024: 6_500}),
    (land.ROAD, Source.SOCIALISED, STANDING, {2023: 1_800, 2024: 2_000}),
    (land.WHARF, Source.ENTERPRISE, STANDING, {2023: 3_600, 2024: 6_200}),
    (land.WHARF, Source.CREDIT, STANDING, {2023: 5_400, 2024: 8_800}),
    (land.POWER, Source.PROVINCE, STANDING, {2022: 4_500, 2023: 5_000}),
    (land.HOUSES, Source.PROVINCE, STANDING, {2022: 7_000, 2023: 12_000, 2024: 11_000}),
    (land.HOUSES, Source.LOCAL, STANDING, {2022: 3_000, 2023: 5_000, 2024: 4_600}),
    (land.PLANT, Source.LOCAL, STANDING, {2022: 1_500, 2023: 700}),
    (PROMOTION, Source.PROVINCE, STANDING, {2021: 620, 2022: 780, 2023: 900, 2024: 1_050}),
    (PROMOTION, Source.CENTRAL, STANDING, {2022: 300, 2024: 400}),
    (SCIENCE, Source.LOCAL, STANDING, {2021: 350, 2022: 420, 2023: 500, 2024: 560}),
    (TRADE, Source.LOCAL, FINANCE, {2021: 180, 2022: 240, 2023: 310, 2024: 360}),
    (TRAINING, Source.LOCAL, LABOUR, {2021: 540, 2022: 610, 2023: 680, 2024: 760}),
)


@dataclass(frozen=True, slots=True)
class Gift:
    """Money of one source for one purpose in a year, in million VND."""

    place: int
    year: int
    source: Source
    purpose: str
    office: str
    amount: int

    @property
    def number(self) -> str:
        return f"{self.place + 101}/QĐ-UBND (minh họa)"

    @property
    def name(self) -> str:
        """What the allocation is called once it is stored."""
        return f"{self.purpose} ({SHORT[self.source]} {self.year}, {self.number})"


def gifts() -> Iterator[Gift]:
    """Every allocation of the example."""
    for place, (purpose, source, office, years) in enumerate(GIVEN):
        for year, amount in years.items():
            yield Gift(place, year, source, purpose, office, amount)


def tables() -> Iterator[Table]:
    """The sheets of allocations, commitments and payments."""
    yield Table(
        "phan-bo-von",
        ("year", "source", "purpose", "number", "decided_on", "amount", "giver", "agency"),
        tuple(
            (
                *(each.year, each.source.value, each.purpose, each.number),
                *(date(each.year, 1, 14), each.amount, _giver(each.source), each.office),
            )
            for each in gifts()
        ),
    )
    yield Table(
        "cam-ket-von",
        ("allocation", "number", "signed_on", "partner", "content", "amount"),
        tuple(_bound(each) for each in gifts()),
    )
    yield Table(
        "giai-ngan",
        ("allocation", "year", "number", "paid_on", "amount", "content"),
        tuple(row for each in gifts() for row in _paid(each)),
    )


def _giver(source: Source) -> str | None:
    if source in (Source.ENTERPRISE, Source.CREDIT, Source.SOCIALISED):
        return "Nhà đầu tư, ngân hàng, người góp (minh họa)"
    return None


def _bound(gift: Gift) -> tuple[object, ...]:
    number = f"{gift.place + 1:02d}/{gift.year}/HĐ (minh họa)"
    signed, partner = date(gift.year, 3, 4 + gift.place), "Nhà thầu, đơn vị nhận (minh họa)"
    return gift.name, number, signed, partner, gift.purpose, _part(gift, BOUND[gift.year])


def _paid(gift: Gift) -> Iterator[tuple[object, ...]]:
    """Two payments: an advance, and what was settled by autumn."""
    whole = _part(gift, PAID[gift.year])
    advance = (whole * Decimal("0.3")).quantize(Decimal(1))
    day = 3 + gift.place
    for number, paid_on, amount, words in (
        (1, date(gift.year, 4, day), advance, "Tạm ứng (minh họa)"),
        (2, date(gift.year, 11, day), whole - advance, "Thanh toán khối lượng (minh họa)"),
    ):
        yield gift.name, gift.year, f"UNC {gift.place + 1:02d}-{number}", paid_on, amount, words


def _part(gift: Gift, share: str) -> Decimal:
    """That share of the money, for some purposes a little less, in whole million VND."""
    less = Decimal(gift.place * 3 % 7) / 100
    return (gift.amount * Decimal(share) * (1 - less)).quantize(Decimal(1))
