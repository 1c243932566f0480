"""Aims and series as one writes them on paper, and a case: what is judged, the sum beside it, what is said."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from tiendo.indicators.judging.rule import judge
from tiendo.indicators.judging.values import (
    Aim,
    Comparator,
    Direction,
    Form,
    Goal,
    Judgement,
    Nature,
    Point,
    Series,
    Verdict,
)

END_OF_2024 = date(2024, 12, 2)
AFTER = date(2026, 2, 10)

SIGNS = {">=": (Comparator.AT_LEAST, False), ">": (Comparator.AT_LEAST, True)}
SIGNS |= {"<=": (Comparator.AT_MOST, False), "<": (Comparator.AT_MOST, True)}
SIGNS |= {"=": (Comparator.EQUAL, False), "about": (Comparator.ABOUT, False)}


def goal(text: str) -> Goal:
    """ ">= 12.5", "> 550", "= 100", "about 20", "5..6"."""
    if ".." in text:
        low, high = text.split("..")
        return Goal(Comparator.RANGE, Decimal(low), Decimal(high))
    sign, figure = text.split()
    comparator, strict = SIGNS[sign]
    return Goal(comparator, Decimal(figure), strict=strict)


def aim(form: Form, text: str, **said: Any) -> Aim:
    """An aim for 2021-2025 from the base year 2020, more being better, unless something else is said."""
    facts = {"first_year": 2021, "last_year": 2025, "base_year": 2020, "direction": Direction.UP}
    said["path"] = levels(said.get("path", ""))
    return Aim(form=form, goal=goal(text), **{**facts, **said})


def levels(text: str) -> tuple[tuple[int, Decimal], ...]:
    """ "2023 11, 2024 11.8": levels to be reached at the end of years."""
    return tuple((each.year, each.value) for each in series(text).points)


def series(text: str, *breaks: int) -> Series:
    """ "2020 10.1, 2023 11.2, 2024 11.6 est, 2024 512 of 11": years, figures, estimates, first months."""
    return Series(tuple(point(each) for each in text.split(",") if each.strip()), frozenset(breaks))


def point(text: str) -> Point:
    year, figure, *rest = text.split()
    nature = Nature.ESTIMATE if "est" in rest else Nature.OFFICIAL
    months = int(rest[rest.index("of") + 1]) if "of" in rest else 12
    return Point(int(year), Decimal(figure), nature, months)


@dataclass(frozen=True)
class Told:
    """A case; `sum` is the arithmetic by hand, `shown` what else the judgement holds, rounded to one decimal."""

    sum: str
    aim: Aim
    series: Series
    verdict: Verdict
    today: date = END_OF_2024
    shown: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.sum

    def judged(self) -> Judgement:
        return judge(self.aim, self.series, self.today)


def holds(told: Told) -> None:
    """Fails unless the rule says what was worked out by hand."""
    judgement = told.judged()
    assert judgement.verdict == told.verdict, judgement
    for name, wanted in told.shown.items():
        found = getattr(judgement, name)
        if isinstance(found, Decimal):
            found = found.quantize(Decimal(str(wanted)))
            wanted = Decimal(str(wanted))
        assert found == wanted, (name, judgement)
