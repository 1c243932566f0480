"""The completeness grid of a plan: offices by rounds, worst to be seen at once, with the rates at both ends."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from tiendo.agencies.models import Agency, Kind
from tiendo.plans.models import Plan
from tiendo.progress.models import OfficeReport, Round
from tiendo.progress.rates.rules import Rate, updated_on_time
from tiendo.progress.rounds.elsewhere import reports_elsewhere
from tiendo.progress.rounds.status import Handed, Standing, standing_of
from tiendo.progress.rounds.words import CELLS, Cell

ORDER = (
    *(Kind.COMMITTEE, Kind.OFFICE, Kind.CENTRE, Kind.COMMUNE),
    *(Kind.DEPARTMENT, Kind.ORGANISATION, Kind.OTHER),
)


@dataclass(frozen=True, slots=True)
class Box:
    """One report in the grid: where it stands, by how many days late; `row` is None where none is asked for."""

    row: OfficeReport | None
    standing: Standing | None = None
    days: int = 0
    elsewhere: bool = False  # asked for in another plan's round, where the same work is reported

    @property
    def look(self) -> Cell | None:
        """How it is drawn."""
        return CELLS[self.standing] if self.standing else None

    @property
    def more_days(self) -> bool:
        """Whether the office was given more days than first."""
        return self.row is not None and self.row.due > self.row.first_due


@dataclass(frozen=True, slots=True)
class Line:
    """One office with its boxes, one for each round, and how many of its reports came in time."""

    agency: Agency
    boxes: list[Box]
    rate: Rate
    invited: bool


@dataclass(frozen=True, slots=True)
class Section:
    """The offices of one kind."""

    kind: Kind
    lines: list[Line]


@dataclass(slots=True)
class Column:
    """One round: how many of its reports came, how many came in time of those that are due.

    `elsewhere` are those of other plans' rounds that stand for one of it: counted, never pressed from here.
    """

    round: Round
    reports: list[OfficeReport] = field(default_factory=list)
    elsewhere: list[OfficeReport] = field(default_factory=list)
    rate: Rate = field(default_factory=Rate)
    first_of_year: bool = False
    recent: bool = False  # stays on a narrow screen

    @property
    def asked(self) -> list[OfficeReport]:
        """The reports that are expected: not those of bodies that are invited."""
        return [row for row in (*self.reports, *self.elsewhere) if not row.invited]

    @property
    def came(self) -> int:
        """How many of those were sent."""
        return sum(row.first_sent_at is not None for row in self.asked)

    def missing(self, today: date) -> list[OfficeReport]:
        """Those that are overdue and were never sent."""
        asked = [row for row in self.reports if not row.invited]
        return [row for row in asked if standing_of(handed(row), today) == Standing.MISSING]


@dataclass(frozen=True, slots=True)
class Grid:
    """Everything the page shows; `years` are those that rounds were opened for."""

    columns: list[Column]
    sections: list[Section]
    rate: Rate
    years: list[int]
    year: int

    @property
    def groups(self) -> list[tuple[int, list[Column]]]:
        """The columns year by year."""
        found: dict[int, list[Column]] = defaultdict(list)
        for column in self.columns:
            found[column.round.year].append(column)
        return list(found.items())

    @property
    def offices(self) -> int:
        """How many offices stand in it."""
        return sum(len(section.lines) for section in self.sections)


def handed(row: OfficeReport) -> Handed:
    """What the rules ask of a report."""
    sent = row.first_sent_at
    return Handed(
        due=row.due,
        state=row.state,
        first_sent_on=timezone.localdate(sent) if sent else None,
        nothing=row.nothing,
        invited=row.invited,
    )


def grid_of(plan: Plan, today: date, year: int = 0) -> Grid:
    """The rounds of `year` (the last one there is) and of the year before, in four queries.

    In six where the plan shares work with others: what is reported in their rounds stands in the boxes here.
    """
    years = sorted(set(plan.rounds.order_by().values_list("year", flat=True)))
    last = year if year in years else (years[-1] if years else today.year)
    rounds = list(plan.rounds.filter(year__in=(last - 1, last)).order_by("year", "cut_off", "pk"))
    columns = _columns(rounds, last)
    reports = OfficeReport.objects.filter(round__in=rounds).select_related("agency")
    by_round = {column.round.pk: column for column in columns}
    for row in reports.order_by("agency__sort_key", "agency"):
        row.round = by_round[row.round_id].round
        by_round[row.round_id].reports.append(row)
    own = [row for column in columns for row in column.reports]
    for round_, row in reports_elsewhere(plan, rounds, own):
        by_round[round_.pk].elsewhere.append(row)
    for column in columns:
        column.rate = updated_on_time(map(handed, (*column.reports, *column.elsewhere)), today)
    lines = [_line(agency, rows, columns, today) for agency, rows in _by_office(columns).items()]
    total = sum((column.rate for column in columns), Rate())
    return Grid(columns, _sections(lines), total, years, last)


def _by_office(columns: Iterable[Column]) -> dict[Agency, dict[int, OfficeReport]]:
    """The reports of each office, by the round in whose column they stand; the offices by name."""
    found: dict[Agency, dict[int, OfficeReport]] = defaultdict(dict)
    for column in columns:
        for row in (*column.reports, *column.elsewhere):
            found[row.agency][column.round.pk] = row
    return dict(sorted(found.items(), key=lambda pair: (pair[0].sort_key, pair[0].pk)))


def _columns(rounds: list[Round], last: int) -> list[Column]:
    seen: set[int] = set()
    columns = []
    for row in rounds:
        columns.append(Column(row, first_of_year=row.year not in seen, recent=row.year == last))
        seen.add(row.year)
    return columns


def _line(
    agency: Agency, rows: dict[int, OfficeReport], columns: list[Column], today: date
) -> Line:
    boxes = [_box(rows.get(column.round.pk), column.round, today) for column in columns]
    rate = updated_on_time(map(handed, rows.values()), today)
    return Line(agency, boxes, rate, all(row.invited for row in rows.values()))


def _box(row: OfficeReport | None, column: Round, today: date) -> Box:
    if row is None:
        return Box(None)
    facts, elsewhere = handed(row), row.round_id != column.pk
    return Box(row, standing_of(facts, today), facts.days_late(today), elsewhere)


def _sections(lines: Iterable[Line]) -> list[Section]:
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        found[line.agency.kind].append(line)
    return [Section(kind, found[kind]) for kind in ORDER if kind in found]
