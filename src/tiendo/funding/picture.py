"""Allocated, committed and paid out by source and year, drawn: one bar each, the three amounts inside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet, Sum
from django.utils.safestring import SafeString

from tiendo.funding.models import Allocation, Source
from tiendo.funding.sums import Money
from tiendo.ui.charts.svg import element

MOST_YEARS = 5
WIDTH, HEIGHT = 160, 16
COMMITTED, DISBURSED = 10, 5  # heights: the picture is read without colour too


@dataclass(frozen=True, slots=True)
class Cell:
    """The money of one source in one year, with its bar; `money` is None where nothing was allocated."""

    year: int
    money: Money | None
    bar: SafeString | str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One source over the years; the last line is the sum of all."""

    label: str
    cells: Sequence[Cell]
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """The years with money, oldest first, at most five; `earlier` when there are more."""

    years: Sequence[int]
    lines: Sequence[Line]
    earlier: bool


def picture_of(rows: QuerySet[Allocation]) -> Picture:
    """The picture of these allocations (rows `with_sums`), in one query."""
    sums = _sums(rows)
    every = sorted({year for year, _source in sums})
    years = every[-MOST_YEARS:]
    by_source = [
        (str(source.label), [sums.get((year, source.value)) for year in years])
        for source in Source
        if any((year, source.value) in sums for year in years)
    ]
    totals = [_added([row[place] for _label, row in by_source]) for place in range(len(years))]
    most = max((_longest(money) for money in totals), default=Decimal(0))
    lines = [Line(label, _cells(years, row, most)) for label, row in by_source]
    if len(lines) > 1:
        lines.append(Line("", _cells(years, totals, most), is_sum=True))
    return Picture(years, lines, len(every) > len(years))


def _sums(rows: QuerySet[Allocation]) -> dict[tuple[int, str], Money]:
    grouped = rows.order_by().values("year", "source")
    said = grouped.annotate(given=Sum("amount"), pledged=Sum("committed"), spent=Sum("disbursed"))
    return {
        (row["year"], row["source"]): Money(row["given"], row["pledged"], row["spent"])
        for row in said
    }


def _added(parts: Sequence[Money | None]) -> Money | None:
    known = [part for part in parts if part is not None]
    return sum(known[1:], known[0]) if known else None


def _longest(money: Money | None) -> Decimal:
    return max(money.allocated, money.committed, money.disbursed) if money else Decimal(0)


def _cells(years: Sequence[int], row: Sequence[Money | None], most: Decimal) -> list[Cell]:
    return [
        Cell(year, money, bar(money, most)) if money else Cell(year, None)
        for year, money in zip(years, row, strict=True)
    ]


def bar(money: Money, most: Decimal) -> SafeString:
    """Allocated as the frame, committed inside it, paid out as the core; what passes the frame is marked.

    `most` is the amount that fills the width. The figures stand beside it: the drawing is not read out.
    """
    parts = [
        _part("plan-bar", money.allocated, most, HEIGHT - 1),
        _part("past", money.committed, most, COMMITTED),
        _part("f-run", money.disbursed, most, DISBURSED),
    ]
    if money.disbursed > money.allocated:
        start = _length(money.allocated, most)
        parts.append(_part("f-bad", money.disbursed, most, DISBURSED, start))
    return _drawn(parts)


def keys() -> dict[str, SafeString]:
    """The marks that explain the picture below it."""
    whole = Decimal(1)
    return {
        "allocated": _drawn([_part("plan-bar", whole, whole, HEIGHT - 1)]),
        "committed": _drawn([_part("past", whole, whole, COMMITTED)]),
        "disbursed": _drawn([_part("f-run", whole, whole, DISBURSED)]),
    }


def _drawn(parts: Sequence[SafeString]) -> SafeString:
    return element(
        "svg",
        *parts,
        class_="money-bar",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        preserveAspectRatio="none",
        aria_hidden="true",
    )


def _part(style: str, amount: Decimal, most: Decimal, height: int, start: float = 0) -> SafeString:
    return element(
        "rect",
        class_=style,
        x=start + 0.5,
        y=(HEIGHT - height) / 2,
        width=max(0.0, _length(amount, most) - start - 1),
        height=height,
    )


def _length(amount: Decimal, most: Decimal) -> float:
    return float(WIDTH * amount / most) if most else 0.0
