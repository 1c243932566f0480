"""A district for the benchmark of indicators: plans, their targets in every form, the figures they are judged by."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any

from django.db import connection, transaction

from tiendo.accounts.models import Membership, User
from tiendo.agencies.models import Agency, Locality
from tiendo.indicators.judging.values import Form
from tiendo.indicators.models import Binding, Definition, Indicator
from tiendo.plans.models import Plan, Target, TargetVersion

TODAY = date(2024, 12, 31)
TARGETS = 30  # of a plan
YEARS = range(2015, 2025)
PLACES = 10
TERMS = ((2021, 2025), (2019, 2023))  # one that runs, one that is over
EMPTY = 50  # one target in so many has no figure
BLOCK = 20_000  # lines written at once
NOW = datetime(2024, 12, 31, 2, 0, tzinfo=UTC)
COLUMNS = (
    *("indicator_id", "kind", "year", "part", "place_id", "dimension", "category", "state"),
    *("value", "nature", "source", "note", "counts", "comparable", "version", "entered_at"),
)
Seed = tuple[int, int, int]  # an indicator, its plan, the place of its target there


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of target: its form, how its figure is printed, how figures of months and communes become one."""

    form: Form
    comparator: str
    over_time: str
    over_places: str
    strict: bool = False
    direction: str = "up"

    @property
    def adds_up(self) -> bool:
        """Whether a year is the sum of its months, and the whole that of its communes."""
        return self.over_time == "sum"


SHAPES = (
    Shape(Form.LEVEL, ">=", "latest", "mean"),
    Shape(Form.LEVEL, "range", "latest", "mean"),
    Shape(Form.EACH_YEAR, ">=", "sum", "sum", strict=True),
    Shape(Form.MEAN_GROWTH, "=", "sum", "sum"),
    Shape(Form.CUMULATIVE, ">=", "sum", "sum"),
    Shape(Form.LEVEL, "<=", "latest", "mean", direction="down"),
    Shape(Form.LEVEL, "about", "latest", "mean"),
    Shape(Form.LEVEL, "=", "latest", "mean", direction="exact"),
)


@dataclass(frozen=True, slots=True)
class District:
    """What was built."""

    locality: Locality
    plans: Sequence[Plan]
    coordinator: User


def build(name: str, plans: int, fine: int) -> District:
    """A district with so many plans; those of `fine` have figures of months and communes, the others of years."""
    begun = time.perf_counter()
    home = Locality.objects.create(name=name)
    communes = [
        Agency.objects.create(
            locality=home, name=f"UBND xã {number}", kind="commune", fold=str(number), sort_key="x"
        )
        for number in range(PLACES)
    ]
    with transaction.atomic():
        rows = Plan.objects.bulk_create([plan(home, number) for number in range(plans)])
        targets = Target.objects.bulk_create(
            [target(row, number) for row in rows for number in range(TARGETS)], 500
        )
        define(home, targets)
    fill(rows[:fine], communes)
    fill(rows[fine:], [])
    seconds = round(time.perf_counter() - begun, 1)
    print(f"{connection.vendor}, {name}: {len(targets)} targets in {seconds} s", flush=True)
    return District(home, rows, coordinator(communes[0]))


def coordinator(agency: Agency) -> User:
    """Who looks at the plans of a district."""
    username = f"dieuphoi{agency.pk}"
    user = User.objects.create(
        username=username, full_name="Người Đo", locality_id=agency.locality_id
    )
    Membership.objects.create(user=user, agency=agency, role="coordinator")
    return user


def plan(home: Locality, number: int) -> Plan:
    """One of many plans of a term of five years."""
    title = f"Kế hoạch số {number}"
    first, last = TERMS[number % 2]
    return Plan(
        locality=home,
        kind="KẾ HOẠCH",
        title=title,
        short_title=title,
        first_year=first,
        last_year=last,
        followed_from=date(first, 1, 1),
        confirmed_at=NOW,
        fold=title.lower(),
    )


def target(row: Plan, number: int) -> Target:
    """One of the targets of a plan; its goal lies near what its figures come to."""
    shape, low = shape_of(number), goal(row, number)
    return Target(
        plan=row,
        position=number + 1,
        text=f"Chỉ tiêu {number}",
        indicator=f"Chỉ tiêu {number}",
        comparator="=" if shape.comparator == "range" else shape.comparator,
        strict=shape.strict,
        low=low,
        high=low * 2 if shape.comparator == "range" else None,
        unit="%",
        starts=date(row.first_year or 0, 1, 1),
        ends=date(row.last_year or 0, 12, 31),
        recurrence="year" if shape.form == Form.EACH_YEAR else "",
        average=shape.form == Form.MEAN_GROWTH,
    )


def shape_of(number: int) -> Shape:
    """The kind of the target with a number."""
    return SHAPES[number % len(SHAPES)]


def seed_of(plan_key: int, number: int) -> int:
    """What the figures of a target are made from."""
    return plan_key * TARGETS + number


def goal(row: Plan, number: int) -> Decimal:
    """A goal that some series reach exactly, some are on the way to, and some miss by far."""
    shape, seed = shape_of(number), seed_of(row.pk, number)
    if shape.form == Form.MEAN_GROWTH:
        return Decimal(seed % 11 - 2)
    base = monthly(seed, (row.first_year or 0) - 1, shape) * (12 * PLACES if shape.adds_up else 1)
    times = (5 if shape.form == Form.CUMULATIVE else 1) * Decimal(90 + seed % 7 * 5) / 100
    return (base * times).quantize(Decimal("0.0001"))


def monthly(seed: int, year: int, shape: Shape) -> Decimal:
    """The figure of every month of a year, of one commune."""
    growth = 1 + Decimal(seed * 37 % 17 - 4) / 100
    level = (50 + seed % 40) * growth ** (year - YEARS[0])
    return (level / 12 if shape.adds_up else level).quantize(Decimal("0.001"))


def define(home: Locality, targets: Sequence[Target]) -> None:
    """An indicator for every target, what it means, how the target is judged by it."""
    indicators = Indicator.objects.bulk_create(
        [Indicator(locality=home, code=f"c{row.pk}", name=row.text, fold=row.text) for row in targets],
        500,
    )  # fmt: skip
    pairs = list(zip(targets, indicators, strict=True))
    Definition.objects.bulk_create([definition(*pair) for pair in pairs], 500)
    Binding.objects.bulk_create(
        [
            Binding(
                target=row,
                indicator=indicator,
                form=shape_of(row.position - 1).form,
                base_year=(row.plan.first_year or 0) - 1,
            )
            for row, indicator in pairs
        ],
        500,
    )
    TargetVersion.objects.bulk_create([version(row) for row in targets], 500)


def definition(row: Target, indicator: Indicator) -> Definition:
    """What the indicator of a target means."""
    shape = shape_of(row.position - 1)
    return Definition(
        indicator=indicator,
        number=1,
        unit="%",
        direction=shape.direction,
        over_time=shape.over_time,
        over_places=shape.over_places,
    )


def version(row: Target) -> TargetVersion:
    """The words of a target from the beginning on."""
    names = ("text", "indicator", "comparator", "strict", "low", "high", "unit", "starts", "ends")
    more = ("recurrence", "average", "price_basis")
    return TargetVersion(target=row, **{name: getattr(row, name) for name in (*names, *more)})


def fill(plans: Sequence[Plan], communes: Sequence[Agency]) -> None:
    """Figures of ten years for the targets of these plans: of every month and commune, or of the whole years."""
    seeds = Target.objects.filter(plan__in=plans).values_list(
        "binding__indicator", "plan", "position"
    )
    filled = (each for each in seeds.order_by("pk") if seed_of(each[1], each[2]) % EMPTY)
    put = _copy if connection.vendor == "postgresql" else _insert
    put(row for each in filled for row in (months(each, communes) if communes else years(each)))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def months(seed: Seed, communes: Sequence[Agency]) -> Iterator[tuple[Any, ...]]:
    """The figures of one indicator in the order of COLUMNS; the last month is not over yet."""
    indicator, plan_key, position = seed
    shape, at = shape_of(position - 1), seed_of(plan_key, position - 1)
    for year in YEARS:
        value = str(monthly(at, year, shape))
        nature = "estimate" if year == TODAY.year else "official"
        for month in range(1, 12 if year == TODAY.year else 13):
            for commune in communes:
                yield (
                    *(indicator, "month", year, month, commune.pk, "", "", "figure", value),
                    *(nature, "Cơ quan thống kê", "", True, True, 1, NOW),
                )


def years(seed: Seed) -> Iterator[tuple[Any, ...]]:
    """The same by years, of the whole."""
    indicator, plan_key, position = seed
    shape, at = shape_of(position - 1), seed_of(plan_key, position - 1)
    for year in YEARS:
        value = str(monthly(at, year, shape) * (12 * PLACES if shape.adds_up else 1))
        nature = "estimate" if year == TODAY.year else "official"
        yield (
            *(indicator, "year", year, 0, None, "", "", "figure", value),
            *(nature, "Cơ quan thống kê", "", True, True, 1, NOW),
        )


def _copy(figures: Iterator[tuple[Any, ...]]) -> None:
    """Into PostgreSQL, as its manual advises for many rows."""
    columns = ", ".join(COLUMNS)
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # every key is one of ours
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY indicators_observation ({columns}) FROM STDIN") as copy,
    ):
        while block := "".join(map(_line, islice(figures, BLOCK))):
            copy.write(block)


def _line(row: tuple[Any, ...]) -> str:
    return "\t".join("\\N" if cell is None else str(cell) for cell in row) + "\n"


def _insert(figures: Iterator[tuple[Any, ...]]) -> None:
    """Into SQLite."""
    columns, marks = ", ".join(COLUMNS), ", ".join(["%s"] * len(COLUMNS))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO indicators_observation ({columns}) VALUES ({marks})",  # noqa: S608
            figures,
        )
