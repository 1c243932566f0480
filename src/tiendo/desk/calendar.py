"""What falls due on the days of a month: of one office or all, of one plan or all."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import ngettext

from tiendo.accounts.access import reach
from tiendo.accounts.rights import APPROVE, REPORT, REVIEW, Standing
from tiendo.agencies.models import Agency, Holiday, HolidayKind
from tiendo.desk.reminders.digest import KINDS
from tiendo.plans.models import Plan
from tiendo.progress.due import Due, DueKind, dues_of
from tiendo.ui.weeks import first_of, month_before, next_month, weeks_of

YEARS = range(1945, 2201)  # plans are of these
IN_A_BOX = 4  # how many things a day of the table shows; the list below shows them all
NAMED = 2  # so many offices are named in a box; of more it says how many


@dataclass(frozen=True, slots=True)
class Part:
    """One office that owes a thing, whether it is late, and where its part is looked at."""

    office: str
    late: bool
    see: str


@dataclass(slots=True)
class Line:
    """One thing that falls due, with every office that owes it: what many owe alike is one line."""

    due: Due
    parts: list[Part]

    @property
    def office(self) -> str:
        """The office that owes it, or how many do where they are many."""
        names = [part.office for part in self.parts]
        if len(names) <= NAMED:
            return ", ".join(names)
        return ngettext("%(n)s office", "%(n)s offices", len(names)) % {"n": len(names)}

    @property
    def late(self) -> bool:
        """Whether one of them is late."""
        return any(part.late for part in self.parts)

    @property
    def see(self) -> str:
        """Where it is looked at; "" where each office has a page of its own."""
        addresses = {part.see for part in self.parts}
        return self.due.see if len(addresses) == 1 else ""

    @property
    def words(self) -> str:
        """What kind of thing it is; "" for work, which speaks for itself."""
        if self.due.kind is DueKind.ROW:
            return capfirst(self.due.words)
        return "" if self.due.kind is DueKind.WORK else str(KINDS[self.due.kind])


@dataclass(slots=True)
class Day:
    """One day of the month; `outside` belongs to a neighbour, `off` is a holiday and `name` says which."""

    day: date
    outside: bool = False
    today: bool = False
    off: bool = False
    name: str = ""
    lines: list[Line] = field(default_factory=list)

    @property
    def address(self) -> str:
        """The day within addresses: "2024-12-31"."""
        return self.day.isoformat()

    @property
    def shown(self) -> list[Line]:
        """What fits into the box of a table."""
        return self.lines[:IN_A_BOX]

    @property
    def more(self) -> int:
        """How many do not."""
        return max(0, len(self.lines) - IN_A_BOX)


@dataclass(frozen=True, slots=True)
class Asked:
    """The month that is looked at, the office and the plan it is narrowed to."""

    month: date
    office: int | None = None
    plan: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month in weeks, with what can be chosen; `before` and `after` are the neighbours, as far as there are any."""

    first: date
    weeks: list[list[Day]]
    offices: list[tuple[int, str]]
    plans: list[tuple[int, str]]
    asked: Asked
    all_offices: bool  # what stands here without an office asked for is of every office

    @property
    def before(self) -> date | None:
        """The first day of the month before; None before the years that are shown."""
        return (
            month_before(self.first)
            if (self.first.year, self.first.month) > (YEARS[0], 1)
            else None
        )

    @property
    def after(self) -> date | None:
        """The first day of the next month; None after the years that are shown."""
        return (
            next_month(self.first)
            if (self.first.year, self.first.month) < (YEARS[-1], 12)
            else None
        )

    @property
    def busy(self) -> list[Day]:
        """The days of this month on which something falls due."""
        return [day for week in self.weeks for day in week if day.lines and not day.outside]

    @property
    def things(self) -> int:
        """How much falls due in the month."""
        return sum(len(line.parts) for day in self.busy for line in day.lines)


def read_month(text: str, today: date) -> date:
    """The first day of the month an address asks for ("2024-12"); this month for what is none."""
    try:
        month = date.fromisoformat(f"{text}-01")
    except ValueError:
        return first_of(today)
    return month if month.year in YEARS else first_of(today)


def month_of(asked: Asked, standing: Standing, today: date) -> Month:
    """What falls due in the month that is asked for, in ten queries whatever there is."""
    offices = {row.pk: row.label for row in reach(Agency.objects.all(), standing)}
    plans = list(reach(Plan.objects.all(), standing).values_list("pk", "short_title"))
    weeks = [[Day(day) for day in week] for week in weeks_of(asked.month)]
    chosen = [asked.office] if asked.office in offices else _own(standing, offices)
    by_day = _lines(chosen, weeks[-1][-1].day, asked, offices, today)
    names = {row.day: row for row in _holidays(weeks, standing)}
    for day in (day for week in weeks for day in week):
        holiday = names.get(day.day)
        day.outside, day.today = day.day.month != asked.month.month, day.day == today
        day.lines = by_day.get(day.day, [])
        day.name = holiday.name if holiday else ""
        rest = day.day.weekday() > 4
        day.off = holiday.kind == HolidayKind.OFF if holiday else rest
    everyone = _own(standing, offices) == offices.keys()
    return Month(asked.month, weeks, list(offices.items()), plans, asked, everyone)


def _own(standing: Standing, offices: dict[int, str]) -> Collection[int]:
    """The offices of the person; all of them for who reviews reports and for who works in none that reports."""
    own = standing.offices(REPORT) | standing.offices(APPROVE)
    return own if own and not standing.may(REVIEW) else offices.keys()


def _lines(
    chosen: Collection[int], until: date, asked: Asked, offices: dict[int, str], today: date
) -> dict[date, list[Line]]:
    found: dict[date, dict[tuple[DueKind, int | None, str], Line]] = defaultdict(dict)
    for due in dues_of(list(chosen), until):
        if asked.plan in (None, due.plan_id):
            late = due.due < today and due.pressed
            part = Part(offices.get(due.agency_id, ""), late, due.see)
            alike = (due.kind, due.plan_id, due.about)
            found[due.due].setdefault(alike, Line(due, [])).parts.append(part)
    return {day: list(lines.values()) for day, lines in found.items()}


def _holidays(weeks: list[list[Day]], standing: Standing) -> Iterable[Holiday]:
    span = (weeks[0][0].day, weeks[-1][-1].day)
    return reach(Holiday.objects.filter(day__range=span), standing)
