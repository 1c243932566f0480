"""What a chart says, before anybody draws it: plain values, no lengths, no colours."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

MOST_SERIES = 5  # more are told apart by nobody: small multiples
MOST = 10**24


class Kind(StrEnum):
    """Lines for levels, bars for what happened within each year."""

    LINE = "line"
    BARS = "bars"


class Look(StrEnum):
    """How far a figure may be trusted; a partial one covers a part of its period only."""

    OFFICIAL = "official"
    PRELIMINARY = "preliminary"
    ESTIMATE = "estimate"
    PARTIAL = "partial"


OPEN = frozenset({Look.ESTIMATE, Look.PARTIAL})  # drawn hollow: another figure will follow


@dataclass(frozen=True)
class Mark:
    """One figure: its year (or number of its period), how it is known, whether it met its target.

    `value` is None where there is no figure, which is not zero. `note` is said when the mark is pointed
    at; `brief` ("11 tháng") stands beside the figure.
    """

    at: int
    value: Decimal | None
    look: Look = Look.OFFICIAL
    met: bool | None = None
    note: str = ""
    brief: str = ""


@dataclass(frozen=True)
class Series:
    """Figures that belong together, in order of their years; the name is data."""

    name: str
    marks: Sequence[Mark]


@dataclass(frozen=True)
class Level:
    """What is required at one year."""

    at: int
    value: Decimal


@dataclass(frozen=True)
class Goal:
    """A target as it is written: "≥ 12,5%" at its year, or from `low` to `high`.

    With `since` every year from there to `at` is held to it, which is drawn as a dashed line across them.
    """

    at: int
    low: Decimal
    words: str
    high: Decimal | None = None
    since: int | None = None

    @property
    def top(self) -> Decimal:
        """The upper end, which is the lower one unless the target is a range."""
        return self.low if self.high is None else self.high


@dataclass(frozen=True)
class Spread:
    """Where the figure of one year is expected."""

    at: int
    low: Decimal
    middle: Decimal
    high: Decimal


@dataclass(frozen=True)
class Forecast:
    """What is expected, with its odds in words ("80 in 100"); it is never shown without them."""

    spreads: Sequence[Spread]
    odds: str


@dataclass(frozen=True)
class Break:
    """The figures before and after are not of the same thing: no line crosses from `after` to the next."""

    after: int
    words: str


@dataclass(frozen=True)
class Outlook:
    """The years that are further away than the plan reaches, on darker ground."""

    after: int
    words: str


@dataclass(frozen=True)
class Chart:
    """Everything one drawing says.

    Title, unit and names of series are data, in `language`; all other words are said by the page and come
    translated. `labels` names positions that are not years ("T1" for month 1). `covers` widens the axis
    of figures and `over` that of years, so that several drawings can be compared.

    Raises ValueError for what could only be drawn wrongly: more than five series, several without
    different names, two figures of one year, an end below its beginning, a forecast without odds.
    """

    title: str
    unit: str
    series: Sequence[Series]
    kind: Kind = Kind.LINE
    path: Sequence[Level] = ()
    goals: Sequence[Goal] = ()
    forecast: Forecast | None = None
    breaks: Sequence[Break] = ()
    outlook: Outlook | None = None
    labels: Mapping[int, str] = field(default_factory=dict)
    remarks: Sequence[str] = ()
    covers: tuple[Decimal, Decimal] | None = None
    over: tuple[int, int] | None = None
    language: str = "vi"
    name: str = ""  # makes the ids of two equal drawings on one page differ

    def __post_init__(self) -> None:
        for fault in _faults(self):
            raise ValueError(fault)

    @property
    def marks(self) -> list[Mark]:
        """The marks of all series that have a figure."""
        return [mark for each in self.series for mark in each.marks if mark.value is not None]

    @property
    def is_empty(self) -> bool:
        """Whether no series has a figure."""
        return not self.marks

    def positions(self) -> list[int]:
        """Every year that something is drawn at, in order."""
        found = {mark.at for each in self.series for mark in each.marks}
        found |= {level.at for level in self.path} | {goal.at for goal in self.goals}
        found |= {goal.since for goal in self.goals if goal.since is not None}
        found |= {spread.at for spread in self.spreads} | set(self.over or ())
        return sorted(found)

    @property
    def spreads(self) -> Sequence[Spread]:
        """The years of the forecast, none without one."""
        return self.forecast.spreads if self.forecast else ()

    def amounts(self) -> list[Decimal]:
        """Every figure that has to find room on the axis."""
        found = [mark.value for mark in self.marks if mark.value is not None]
        found += [level.value for level in self.path]
        found += [end for goal in self.goals for end in (goal.low, goal.top)]
        found += [end for spread in self.spreads for end in (spread.low, spread.high)]
        return [*found, *(self.covers or ())]

    def label(self, at: int) -> str:
        """The word below the axis: the year, or what `labels` calls it."""
        return self.labels.get(at, str(at))


def runs(chart: Chart, series: Series) -> Iterator[list[tuple[Mark, Decimal]]]:
    """The stretches of a series that a line may join: neither a missing year nor a break between."""
    broken = {each.after for each in chart.breaks}
    run: list[tuple[Mark, Decimal]] = []
    for mark in series.marks:
        joins = run and mark.at == run[-1][0].at + 1 and run[-1][0].at not in broken
        if run and (mark.value is None or not joins):
            yield run
            run = []
        if mark.value is not None:
            run.append((mark, mark.value))
    if run:
        yield run


def _faults(chart: Chart) -> Iterator[str]:
    if len(chart.series) > MOST_SERIES:
        yield f"{len(chart.series)} series in one chart; more than {MOST_SERIES} are small multiples"
    names = [each.name for each in chart.series]
    if len(names) > 1 and (len(set(names)) < len(names) or not all(names)):
        yield "several series need different names"
    for each in chart.series:
        years = [mark.at for mark in each.marks]
        if years != sorted(set(years)):
            yield f"the years of “{each.name}” are not in order, or one is there twice"
    if chart.forecast and not chart.forecast.odds.strip():
        yield "a forecast without its odds in words"
    yield from _wrong_ends(chart)


def _wrong_ends(chart: Chart) -> Iterator[str]:
    if any(goal.low > goal.top for goal in chart.goals):
        yield "a target that ends below its beginning"
    if any(not spread.low <= spread.middle <= spread.high for spread in chart.spreads):
        yield "a forecast whose middle is not inside"
    if not all(Decimal(each).is_finite() and abs(each) < MOST for each in chart.amounts()):
        yield "a figure that is no number, or too large to be one of a locality"
