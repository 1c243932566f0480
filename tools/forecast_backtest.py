"""How often forecasts held on made series, for docs/explanation/forecast.md. Run by `make reference`.

The series are drawn with fixed seeds, so that the figures on the page can be checked.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import pi, sin, sqrt
from random import Random

from tiendo.indicators.forecast import Known, forecast
from tiendo.indicators.judging.bands import band
from tiendo.indicators.judging.values import (
    Aim,
    Comparator,
    Direction,
    Form,
    Goal,
    Nature,
    Point,
    Series,
)
from tiendo.indicators.models import PeriodKind
from tiendo.indicators.odds import Fine, Finer, Odds, odds_of
from tiendo.indicators.periods import Period
from tools.places import ROOT

PAGE = ROOT / "docs" / "explanation" / "forecast.md"
MARKS = re.compile(r"(<!-- (\w+) -->\n).*?(<!-- end -->)", re.S)
DRAWN, FIRST_YEAR, AHEAD = 500, 2001, (1, 2, 3, 5)
Draw = Callable[[Random, int], list[float]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of made series; `held` is what the page promises of it, in cases of 100."""

    words: str
    draw: Draw
    held: tuple[int, int]
    grows: bool = False
    share: bool = False


def steps(random: Random, length: int, mean: float = 4, scatter: float = 3) -> list[float]:
    """Every figure is the one before and an uneven step."""
    figures = [100.0]
    while len(figures) < length:
        figures.append(figures[-1] + random.gauss(mean, scatter))
    return figures


def measured(random: Random, length: int) -> list[float]:
    """Steps, each figure with an error of its own."""
    return [figure + random.gauss(0, 1.5) for figure in steps(random, length)]


def growth(random: Random, length: int) -> list[float]:
    """Growth of about 8% a year."""
    figures = [100.0]
    while len(figures) < length:
        figures.append(figures[-1] * (1 + random.gauss(0.08, 0.03)))
    return figures


def share(random: Random, length: int) -> list[float]:
    """A share that climbs towards a hundred per cent."""
    return [min(figure - 20, 100.0) for figure in steps(random, length, 2, 2)]


def flat(random: Random, length: int) -> list[float]:
    """Chance around a level that stays."""
    return [100 + random.gauss(0, 5) for _year in range(length)]


def line(random: Random, length: int) -> list[float]:
    """Chance around a straight line."""
    return [100 + 4 * year + random.gauss(0, 3) for year in range(length)]


def jumps(random: Random, length: int) -> list[float]:
    """Steps, one in ten of them four times as uneven."""
    figures = [100.0]
    while len(figures) < length:
        scatter = 12 if random.random() < 0.1 else 3
        figures.append(figures[-1] + random.gauss(4, scatter))
    return figures


def turned(random: Random, length: int) -> list[float]:
    """Growth that ends after the last figure that was seen: five years before the end."""
    moved = [6.0] * (length - 6) + [0.0] * 5
    figures = [100.0]
    for step in moved:
        figures.append(figures[-1] + step + random.gauss(0, 2))
    return figures


def broken(random: Random, length: int) -> list[float]:
    """Steps, and a fall by thirty after the last figure that was seen."""
    figures = steps(random, length)
    return [figure - 30 * (place >= length - 5) for place, figure in enumerate(figures)]


def broken_before(random: Random, length: int) -> list[float]:
    """The same in the last year that was seen."""
    figures = steps(random, length)
    return [figure - 30 * (place >= length - 6) for place, figure in enumerate(figures)]


KINDS = (
    Kind("uneven steps", steps, (70, 90)),
    Kind("uneven steps, measured with errors", measured, (70, 90)),
    Kind("growth by rates, as growth", growth, (70, 90), grows=True),
    Kind("a share that climbs towards 100%", share, (70, 95), share=True),
    Kind("now and then a large step", jumps, (70, 90)),
    Kind("chance around a level that stays", flat, (75, 100)),
    Kind("chance around a straight line", line, (75, 100)),
    Kind("growth by rates, taken for steps", growth, (0, 80)),
    Kind("a turn after the last figure", turned, (0, 80)),
    Kind("a break after the last figure", broken, (0, 60)),
    Kind("a break among the figures that nobody marked", broken_before, (90, 100)),
)


def held(kind: Kind, values: int) -> list[int]:
    """In how many of 100 made series of `values` figures the band held what came, for each distance."""
    random, counts = Random(f"{kind.words} {values}"), [0] * len(AHEAD)  # noqa: S311 - made series
    last = FIRST_YEAR + values - 1
    aim = Aim(form=Form.LEVEL, goal=None, first_year=FIRST_YEAR, last_year=last + max(AHEAD))
    for _each in range(DRAWN):
        figures = kind.draw(random, values + max(AHEAD))
        found = forecast(
            aim,
            _known(kind, figures[:values]),
            [last + far for far in AHEAD],
            today=date(last, 12, 31),
        )
        bands = {each.year: each for each in found.bands} if found else {}
        for place, far in enumerate(AHEAD):
            known, came = bands.get(last + far), figures[values - 1 + far]
            counts[place] += bool(known and known.low <= Decimal(str(round(came, 1))) <= known.high)
    return [
        round(100 * count / DRAWN) for far, count in zip(AHEAD, counts, strict=True) if far < values
    ]


def _known(kind: Kind, figures: list[float]) -> Known:
    points = [
        Point(FIRST_YEAR + place, Decimal(str(round(figure, 1))))
        for place, figure in enumerate(figures)
    ]
    limits = (Decimal(0), Decimal(100)) if kind.share else (None, None)
    return Known(
        series=Series(tuple(points)), lowest=limits[0], highest=limits[1], grows=kind.grows
    )


@dataclass(frozen=True, slots=True)
class FineKind:
    """A kind of made series of months or quarters."""

    words: str
    kind: PeriodKind
    seen: int
    draw: Draw
    flows: bool = True


def seasons(cycle: int) -> Draw:
    """Amounts that grow slowly, with a season within the year and chance."""

    def draw(random: Random, length: int) -> list[float]:
        strength, climb = random.uniform(10, 40), random.gauss(0, 0.6)
        return [
            100 + climb * place + strength * sin(2 * pi * place / cycle) + random.gauss(0, 8)
            for place in range(length)
        ]

    return draw


def level_with_seasons(random: Random, length: int) -> list[float]:
    """A level that steps on, with a season that the method does not know of."""
    figures = steps(random, length, 0.5, 1)
    return [figure + 8 * sin(2 * pi * place / 12) for place, figure in enumerate(figures)]


FINE_KINDS = (
    FineKind("quarters that add up, with seasons", PeriodKind.QUARTER, 14, seasons(4)),
    FineKind("months that add up, with seasons", PeriodKind.MONTH, 30, seasons(12)),
    FineKind("a level by months, uneven steps", PeriodKind.MONTH, 18, steps, flows=False),
    FineKind(
        "a level by months with seasons", PeriodKind.MONTH, 18, level_with_seasons, flows=False
    ),
)


def reached(kind: FineKind) -> dict[Odds, tuple[int, int]]:
    """Of the goals of which these odds were said: how many of 100 were reached, and how many goals those are."""
    random = Random(kind.words)  # noqa: S311 - made series
    cycle = 4 if kind.kind == PeriodKind.QUARTER else 12
    length = -(-(kind.seen + 1) // cycle) * cycle
    counts: dict[Odds, list[int]] = {odds: [0, 0] for odds in Odds}
    for _each in range(4 * DRAWN):
        figures = kind.draw(random, length)
        came = sum(figures[-cycle:]) if kind.flows else figures[-1]
        seen = figures[: kind.seen]
        wanted = _wanted(kind, seen, cycle) + random.uniform(-2.5, 2.5) * _scatter(seen, cycle)
        if odds := _said(kind, seen, wanted):
            counts[odds][0] += came >= wanted
            counts[odds][1] += 1
    return {odds: (round(100 * met / many), many) for odds, (met, many) in counts.items() if many}


def _wanted(kind: FineKind, seen: list[float], cycle: int) -> float:
    """A goal of the kind people set: a little more of the same."""
    if kind.flows:
        return sum(seen[-cycle:])
    ahead = cycle - len(seen) % cycle
    return seen[-1] + ahead * (seen[-1] - seen[0]) / len(seen)


def _scatter(seen: list[float], cycle: int) -> float:
    return sum(abs(later - earlier) for earlier, later in pairwise(seen)) / len(seen) * sqrt(cycle)


def _said(kind: FineKind, seen: list[float], wanted: float) -> Odds | None:
    cycle = 4 if kind.kind == PeriodKind.QUARTER else 12
    fine = [
        Fine(
            Period(FIRST_YEAR + place // cycle, kind.kind, place % cycle + 1),
            Decimal(str(round(figure, 2))),
            Nature.OFFICIAL,
        )
        for place, figure in enumerate(seen)
    ]
    goal = Goal(Comparator.AT_LEAST, Decimal(str(round(wanted, 2))))
    year = FIRST_YEAR + len(seen) // cycle
    aim = Aim(form=Form.LEVEL, goal=goal, first_year=FIRST_YEAR, last_year=year)
    said = odds_of(
        aim,
        band(goal, Direction.UP, Fraction(0)),
        Finer(tuple(fine), kind.flows),
        since=0,
        today=date(year, 12, 31),
    )
    return said[0] if said else None


def bands_table() -> Iterator[str]:
    """How often the band held, kind by kind."""
    yield "| made series | figures | 1 year ahead | 2 years | 3 years | 5 years |"
    yield "|---|--:|--:|--:|--:|--:|"
    for kind in KINDS:
        for values in (5, 8):
            cells = [str(count) for count in held(kind, values)] + ["–"] * 4
            yield f"| {kind.words} | {values} | {' | '.join(cells[:4])} |"


def odds_table() -> Iterator[str]:
    """How often goals were reached, by the odds that were said."""
    yield "| made series | under 10% | about a quarter | about half | about three quarters | over 90% |"
    yield "|---|--:|--:|--:|--:|--:|"
    for kind in FINE_KINDS:
        found = reached(kind)
        cells = [str(found[odds][0]) if odds in found else "–" for odds in Odds]
        yield f"| {kind.words} | {' | '.join(cells)} |"


TABLES = {"bands": bands_table, "odds": odds_table}


def page() -> str:
    """The page with its two tables computed anew."""
    text = PAGE.read_text("utf-8")
    return MARKS.sub(lambda mark: mark[1] + "\n".join(TABLES[mark[2]]()) + "\n" + mark[3], text)


PAGES = {PAGE: page}
