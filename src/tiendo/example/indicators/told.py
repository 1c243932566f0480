"""The figures of the example that offices and statisticians gave, each with the day on which it was known.

All of them are invented. Output of the establishments in the register is part of that of the whole industry: a test
holds both against each other. The district's own figures end with its last day, 30 June 2025.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain

from tiendo.example.people import COMMUNES, STANDING
from tiendo.example.registers.establishments import shared
from tiendo.indicators.aggregation import Part, recompose
from tiendo.indicators.judging.values import Nature
from tiendo.indicators.models import Dimension, Gathering, PeriodKind

YEARBOOK, STATISTICS = "Niên giám thống kê", "Chi cục Thống kê"
CUSTOMS = "Hải quan cửa khẩu Thường Phước"
NOTE = "số liệu minh họa"
OFFICIAL, PRELIMINARY, ESTIMATE = Nature.OFFICIAL, Nature.PRELIMINARY, Nature.ESTIMATE


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A figure of a period, who gave it and when it was known; of a commune, or of one sex, where that is said."""

    code: str
    year: int
    value: Decimal
    source: str
    nature: Nature
    known: date
    kind: PeriodKind = PeriodKind.YEAR
    part: int = 0
    commune: str = ""
    sex: str = ""
    note: str = NOTE
    comparable: bool = True

    @property
    def dimension(self) -> Dimension:
        """By what it is a part of the whole."""
        return Dimension.SEX if self.sex else Dimension.WHOLE


# year, figures, source, nature, known on
Row = tuple[int, tuple[str, str, str], str, Nature, date]
CODES = ("gtsx-cn", "gtsx", "gtsx-che-bien")
OUTPUT: tuple[Row, ...] = (
    (2020, ("431", "4267", "350"), YEARBOOK, OFFICIAL, date(2022, 5, 12)),
    (2021, ("450", "4370", "364"), YEARBOOK, OFFICIAL, date(2023, 6, 30)),
    (2022, ("497", "4592", "394"), STANDING, PRELIMINARY, date(2022, 12, 20)),
    (2022, ("494", "4578", "393"), YEARBOOK, OFFICIAL, date(2024, 6, 28)),
    (2023, ("534", "4764", "422"), STANDING, PRELIMINARY, date(2023, 12, 20)),
    (2023, ("532", "4755", "421"), YEARBOOK, OFFICIAL, date(2025, 6, 27)),
    (2024, ("575", "4990", "450"), STANDING, ESTIMATE, date(2024, 9, 18)),
    (2024, ("579", "4990", "452"), STANDING, ESTIMATE, date(2024, 11, 20)),
    (2024, ("577", "4981", "451"), STANDING, PRELIMINARY, date(2024, 12, 20)),
)
OTHER_COUNT = Told(
    code="gtsx-cn",
    year=2023,
    value=Decimal(531),
    source=STATISTICS,
    nature=PRELIMINARY,
    known=date(2024, 3, 15),
)
WHY_DIFFERENT = (
    "Chi cục Thống kê chưa tính 06 cơ sở bắt đầu sản xuất trong quý IV/2023, chênh 3 tỷ đồng. Dùng số của Phòng vì đủ"
    " cơ sở hơn; khi có niên giám thì theo niên giám (số liệu minh họa)."
)
HALF = ("308", "2610", "240")  # of 2025, the last that the district gave
HALF_KNOWN = date(2025, 6, 25)
# unit after 1 July 2025 → share of it that was the district, its figures of 2025
SUCCESSORS: dict[str, tuple[str, tuple[str, str, str]]] = {
    "xã Thường Phước": ("1", ("262", "1904", "205")),
    "xã Long Khánh": ("1", ("93", "742", "72")),
    "xã Long Phú Thuận": ("1", ("148", "1196", "115")),
    "phường Thường Lạc": ("0.8", ("142", "1455", "110")),
    "xã Tân Long": ("0.05", ("160", "3060", "125")),
}
SUCCEEDED_KNOWN = date(2026, 1, 20)
# millions of USD, month by month
GATE = {
    2022: ("5.1", "4.2", "5.8", "6.3", "6.9", "7.4", "7.8", "8.1", "8.6", "9.0", "8.4", "7.7"),
    2023: ("5.4", "4.9", "6.2", "6.8", "7.3", "7.9", "8.5", "8.8", "9.2", "9.7", "9.1", "8.2"),
    2024: ("6.2", "4.8", "6.6", "7.4", "7.9", "8.4", "9.1", "9.5", "9.8", "10.4", "9.9", "9.0"),
    2025: ("6.0", "5.7", "7.1", "7.8", "8.6", "9.0"),
}
WEIGHTS = (21, 12, 10, 17, 16, 14, 11, 24, 9, 13)  # of the communes, in their order
SILENT = (2024, "xã Phú Thuận B")
CRAFTS = {2022: (820, 531), 2023: (856, 559), 2024: (905, 592)}  # all who work at home; women


def told(today: date) -> Iterator[Told]:
    """What was known on `today`, in the order in which it came to be known."""
    every = chain(_output(), (OTHER_COUNT,), _half_year(), _put_together(), _gate(), _crafts())
    yield from sorted((each for each in every if each.known <= today), key=lambda each: each.known)


def _output() -> Iterator[Told]:
    for year, values, source, nature, known in OUTPUT:
        for code, value in zip(CODES, values, strict=True):
            yield Told(
                code=code,
                year=year,
                value=Decimal(value),
                source=source,
                nature=nature,
                known=known,
            )


def _half_year() -> Iterator[Told]:
    for code, value in zip(CODES, HALF, strict=True):
        yield Told(
            code=code,
            year=2025,
            kind=PeriodKind.HALF,
            part=1,
            value=Decimal(value),
            source=STANDING,
            nature=ESTIMATE,
            known=HALF_KNOWN,
        )


def _put_together() -> Iterator[Told]:
    """The whole year 2025 of the district that was: from its successors, each with the share of it that was here."""
    shares = {name: Decimal(share) for name, (share, _values) in SUCCESSORS.items()}
    for place, code in enumerate(CODES):
        parts = {
            name: Part(value=Decimal(values[place]))
            for name, (_share, values) in SUCCESSORS.items()
        }
        whole = recompose(Gathering.SUM, parts, shares)
        yield Told(
            code=code,
            year=2025,
            value=whole.value or Decimal(0),
            source="Ghép từ số của các xã, phường kế tục",
            nature=PRELIMINARY,
            known=SUCCEEDED_KNOWN,
            comparable=whole.comparable,
        )


def _gate() -> Iterator[Told]:
    for year, values in GATE.items():
        for month, value in enumerate(values, start=1):
            yield Told(
                code="hang-qua-cua-khau",
                year=year,
                kind=PeriodKind.MONTH,
                part=month,
                value=Decimal(value),
                source=CUSTOMS,
                nature=PRELIMINARY,
                known=date(year, month, 1) + timedelta(days=30),
            )


def _crafts() -> Iterator[Told]:
    """Who works at home, by commune and by sex; a commune that is silent has no figure, so the sum is not whole."""
    for year, (people, women) in CRAFTS.items():
        for name, count in zip(COMMUNES, shared(people, WEIGHTS), strict=True):
            if (year, name) != SILENT:
                yield _of_crafts(year, count, commune=name)
        yield _of_crafts(year, women, sex="Nữ")
        yield _of_crafts(year, people - women, sex="Nam")


def _of_crafts(year: int, count: int, commune: str = "", sex: str = "") -> Told:
    estimate = year == max(CRAFTS)
    return Told(
        code="lao-dong-ttcn",
        year=year,
        value=Decimal(count),
        source=f"UBND {commune}" if commune else "Phòng LĐ-TB&XH",
        nature=ESTIMATE if estimate else PRELIMINARY,
        known=date(year, 11, 25),
        commune=commune,
        sex=sex,
    )
