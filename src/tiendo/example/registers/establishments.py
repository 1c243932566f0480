"""The example's establishments: invented, each named as a sample, with tax codes that no tax office gives.

Totals of a year are set first and shared out, so that they agree with the plan: output at 2010 prices grows by 8,0 %
a year, more than 550 workers are added every year, the shares of trained workers rise towards 75 and 60 %. Output
keeps to the scale of the district's whole production (430 to 520 billion VND); exports stay below what an industry of
that size can sell, and far below the 100 million USD that the plan aims at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from tiendo.example.people import COMMUNES
from tiendo.example.registers.places import spot
from tiendo.example.registers.tables import Table
from tiendo.industry.models import EnterpriseKind as Kind
from tiendo.industry.models import Flag
from tiendo.industry.sizes import CODES, Band, bands_of, size_of
from tiendo.industry.tax_codes import check_digit
from tiendo.legal.starting import starting_norms


@dataclass(frozen=True, slots=True)
class Branch:
    """Establishments of one activity: what they are called, how many, how large, and what they count as."""

    called: str
    code: str  # VSIC 2018
    count: int
    weight: int  # of one against others, by output
    workers: int  # weight by workers
    exports: int = 0  # weight by exports
    flags: tuple[Flag, ...] = ()
    household: int = 1  # one in so many is no household business; 1: none is


BRANCHES = (
    Branch("Nhà máy chế biến cá tra", "1020", 5, 90, 95, 90, (Flag.PANGASIUS,)),
    Branch("Xưởng khô và sấy thủy sản", "1020", 9, 10, 12, 0, (Flag.PANGASIUS,), 3),
    Branch("Nhà máy xay xát", "1061", 8, 46, 20, 14, (Flag.RICE,)),
    Branch("Cơ sở xay xát", "1061", 20, 8, 5, 0, (Flag.RICE,), 4),
    Branch("Cơ sở sấy rau củ", "1030", 7, 7, 9, 2, (Flag.VEGETABLES,), 2),
    Branch("Cơ sở chế biến xoài", "1030", 6, 8, 11, 5, (Flag.FRUIT,), 2),
    Branch("Lò bánh và bún", "1074", 10, 3, 5, household=6),
    Branch("Cơ sở dệt choàng", "1312", 11, 3, 8, 1, household=5),
    Branch("Xưởng may", "1410", 7, 9, 42, 6),
    Branch("Xưởng cơ khí máy gặt", "2821", 9, 7, 8, flags=(Flag.SUPPORTING,), household=2),
    Branch("Xưởng máy sấy, máy chế biến", "2825", 4, 9, 9, flags=(Flag.SUPPORTING, Flag.NEW)),
    Branch("Xưởng mộc", "1610", 9, 4, 6, household=4),
    Branch("Xưởng đóng ghe", "3011", 4, 5, 7, household=2),
    Branch("Lò gạch", "2392", 5, 6, 9, household=3),
    Branch("Nhà máy nước đá", "3530", 6, 4, 4, household=3),
)
NAMES = (
    *("Nắng Sớm", "Mây Tím", "Gió Đồng", "Trăng Non", "Bông Súng", "Cánh Cò", "Lá Tràm", "Sao Mai"),
    *("Mưa Rào", "Bến Mơ", "Hạt Sương", "Cầu Vồng", "Chuồn Chuồn", "Đom Đóm", "Lục Bình"),
    *("Tre Vàng", "Sóng Nhỏ", "Diều Giấy", "Cau Xanh", "Ráng Chiều"),
)
FORMS = (Kind.LIMITED, Kind.PRIVATE, Kind.LIMITED, Kind.COOPERATIVE, Kind.JOINT_STOCK)
YEARS = (2021, 2022, 2023, 2024)
# year → output at 2010 prices (million VND), times to current prices, exports (thousand USD), workers, trained,
# trained in a vocation
TOTALS = {
    2021: (412_000, "1.62", 9_200, 3_620, "0.665", "0.512"),
    2022: (443_700, "1.67", 10_300, 4_185, "0.688", "0.536"),
    2023: (479_300, "1.71", 11_600, 4_765, "0.711", "0.558"),
    2024: (519_000, "1.75", 13_200, 5_360, "0.734", "0.577"),
}
CLOSED = {17: date(2022, 10, 31), 58: date(2023, 6, 30), 96: date(2023, 11, 15)}
EVERY_TO_MOVE = 7  # one in so many stands among dwellings and is to move
HIGH_TECH = frozenset({0, 3})


@dataclass(frozen=True, slots=True)
class Made:
    """An invented establishment."""

    number: int
    branch: Branch
    name: str
    commune: str
    tax_code: str
    kind: Kind
    began: int
    weight: int

    @property
    def closed(self) -> date | None:
        return CLOSED.get(self.number)

    def produces_in(self, year: int) -> bool:
        """Whether it has figures of a year: it began by then and did not close in it or before."""
        return self.began <= year and (self.closed is None or self.closed.year > year)


@cache
def establishments() -> tuple[Made, ...]:
    """The 120 establishments, twelve in each of the ten communes."""
    order = [branch for branch in BRANCHES for _each in range(branch.count)]
    return tuple(
        _made(number, branch, order[:number].count(branch)) for number, branch in enumerate(order)
    )


def _made(number: int, branch: Branch, place: int) -> Made:
    household = branch.household > 1 and place % branch.household > 0
    return Made(
        number=number,
        branch=branch,
        name=f"{branch.called} {NAMES[number * 7 % len(NAMES)]} (mẫu)",
        commune=COMMUNES[number % len(COMMUNES)],
        tax_code=_tax_code(number, household=household),
        kind=Kind.HOUSEHOLD if household else FORMS[number % len(FORMS)],
        began=2021 + number // 2 % 4 if number > 30 and number % 9 == 4 else 2004 + number * 5 % 17,
        weight=7 + number * 3 % 7,
    )


def _tax_code(number: int, *, household: bool) -> str:
    """A code of the range for practice: twelve digits for a household, else ten whose last one fits no code."""
    if household:
        return f"000{number * 7919 + 10_000_000:09d}"
    nine = f"00{number * 7919 + 1_000_000:07d}"
    return nine + str((int(check_digit(nine)) + 3) % 10)


def shared(total: int, weights: Sequence[int]) -> list[int]:
    """`total` in whole parts after `weights`; the parts add up to it exactly."""
    whole = sum(weights)
    parts = [total * weight // whole for weight in weights]
    rest = sorted(range(len(parts)), key=lambda at: (-(total * weights[at] % whole), at))
    for at in rest[: total - sum(parts)]:
        parts[at] += 1
    return parts


@dataclass(frozen=True, slots=True)
class Figures:
    """What an establishment made in a year; money in million VND, exports in thousand USD."""

    made: Made
    year: int
    output_2010: int
    output_current: Decimal
    exports: int
    workers: int
    trained: int
    vocational: int


@cache
def figures() -> tuple[Figures, ...]:
    """The figures of every establishment for every year in which it produced."""
    return tuple(row for year in YEARS for row in _of_year(year))


def _of_year(year: int) -> Iterator[Figures]:
    output, prices, exports, workers, trained, vocational = TOTALS[year]
    here = [made for made in establishments() if made.produces_in(year)]
    outputs = shared(output, [made.branch.weight * made.weight for made in here])
    sold = shared(exports, [made.branch.exports * made.weight for made in here])
    people = shared(workers, [made.branch.workers * made.weight for made in here])
    skilled = shared(round(workers * Decimal(trained)), people)
    taught = shared(round(workers * Decimal(vocational)), skilled)
    for place, made in enumerate(here):
        yield Figures(
            made,
            year,
            outputs[place],
            outputs[place] * Decimal(prices),
            sold[place],
            people[place],
            skilled[place],
            taught[place],
        )


def tables() -> Iterator[Table]:
    """The sheets of establishments, of their years and of their marks."""
    yield Table(
        "doanh-nghiep",
        (
            *("tax_code", "name", "kind", "commune", "address", "activity_code"),
            *("activity_version", "began", "closed", "size", "workers", "capital"),
            *("latitude", "longitude"),
        ),
        tuple(_row(made) for made in establishments()),
    )
    yield Table(
        "nam-doanh-nghiep",
        (
            *("enterprise", "year", "output_current", "output_2010", "revenue"),
            *("exports", "re_exports", "workers", "trained", "vocational"),
        ),
        tuple(_year_row(row) for row in figures()),
    )
    yield Table(
        "dac-diem-doanh-nghiep",
        ("enterprise", "flag", "since", "until", "paper"),
        tuple(row for made in establishments() for row in _flag_rows(made)),
    )


@cache
def _bands() -> list[Band]:
    """The bands of size by the norms that the example starts from."""
    norms = (each.facts for each in starting_norms() if each.facts["code"] in CODES)
    return bands_of({facts["code"]: facts["highest"] for facts in norms})


def _row(made: Made) -> tuple[object, ...]:
    last = next((row for row in reversed(figures()) if row.made == made), None)
    workers = last.workers if last else None
    capital = last.output_current // 2 if last else None
    size = "" if made.kind == Kind.HOUSEHOLD else size_of(_bands(), workers, None, capital) or ""
    longitude, latitude = spot(made.commune, made.number + 1)
    address = f"Ấp {made.number % 5 + 1} (địa chỉ minh họa)"
    return (
        *(made.tax_code, made.name, made.kind.value, made.commune, address, made.branch.code),
        *("2018", made.began, made.closed, str(size), workers, capital, latitude, longitude),
    )


def _year_row(row: Figures) -> tuple[object, ...]:
    revenue = (row.output_current * Decimal("1.06")).quantize(Decimal("0.001"))
    exports = (row.exports, row.exports // 60) if row.exports else (None, None)
    return (
        *(row.made.tax_code, row.year, row.output_current, row.output_2010, revenue),
        *(*exports, row.workers, row.trained, row.vocational),
    )


def _flag_rows(made: Made) -> Iterator[tuple[object, ...]]:
    since = date(max(made.began, 2018), 3, 1)
    high = (Flag.HIGH_TECH,) if made.number in HIGH_TECH else ()
    for flag in (*made.branch.flags, *high):
        yield made.tax_code, flag.value, since, made.closed, "Danh sách rà soát (minh họa)"
    if is_to_move(made):
        listed = date(2022, 4, 15)
        until = MOVED.get(made.number)
        yield (
            made.tax_code,
            Flag.TO_MOVE.value,
            listed,
            until,
            "Danh sách cơ sở cần di dời (minh họa)",
        )


# Who moved into the small cluster, and when.
MOVED = {
    5: date(2022, 9, 12),
    15: date(2023, 3, 20),
    25: date(2023, 8, 7),
    35: date(2024, 2, 26),
    45: date(2024, 6, 17),
    55: date(2024, 10, 8),
}


def is_to_move(made: Made) -> bool:
    """Whether it stands, or stood, among dwellings where it should not stay."""
    among = made.number % EVERY_TO_MOVE == 3 and made.closed is None and made.began < 2022
    return among or made.number in MOVED
