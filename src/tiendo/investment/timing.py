"""How the steps of a case stand by their legal limits: who holds it, since when, until when it may take."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from tiendo.agencies.models import Holiday
from tiendo.agencies.workdays import Table
from tiendo.investment.clock import Clock, Span, State, state_of
from tiendo.investment.models import CasePause, CaseStep, InvestorCase
from tiendo.investment.steps import IN_ALL, RULED, WAYS, CaseKind, Step
from tiendo.legal.limits import TIMES
from tiendo.legal.models import Norm


@dataclass(frozen=True, slots=True)
class Timed:
    """A legal limit at work: its norm, its last day (None while it stands), days used and days there are."""

    norm: Norm
    due: date | None
    used: int
    length: int

    @property
    def left(self) -> int:
        """Days that are left; negative when it is over."""
        return self.length - self.used


@dataclass(frozen=True, slots=True)
class Told:
    """A step of the way: its row where it has begun, its state, its legal limit, and the pauses within it."""

    step: Step
    row: CaseStep | None
    state: State
    timed: Timed | None
    pauses: Sequence[CasePause] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """A case: its steps, the one that runs, who holds it ("" for nobody), the open supplement, its whole limit."""

    steps: Sequence[Told]
    running: CaseStep | None
    holder: str
    since: date | None
    stopped: CasePause | None
    in_all: Timed | None


def table_of(case: InvestorCase) -> Table:
    """The days that differ from the week where the case is."""
    return Holiday.objects.filter(locality=case.locality_id).table()


def way_of(case: InvestorCase, today: date) -> Way:
    """The way of a case on `today`: the steps it went, the one that runs, those its kind still asks for."""
    rows, pauses, table = list(case.steps.all()), list(case.pauses.all()), table_of(case)
    running = next((row for row in rows if row.finished_on is None), None)
    stopped = next((each for each in pauses if each.received_on is None), None)
    spans = spans_of(pauses)
    told = [_told(case, row, spans, table, today) for row in rows]
    steps = [_with(each, pauses) for each in told]
    if not case.closed_on:
        ahead = ahead_of(case.kind, {row.step for row in rows})
        steps += [Told(step, None, State.TO_COME, None) for step in ahead]
    holder = case.investor if stopped else (running.holder if running else "")
    since = stopped.asked_on if stopped else (running.begun_on if running else None)
    return Way(steps, running, holder, since, stopped, _in_all(case, rows, spans, table, today))


def ahead_of(kind: str, gone: Collection[str]) -> Sequence[Step]:
    """The steps that a kind of case still asks for, after the furthest of those that were begun."""
    way = WAYS[kind]
    reached = max((place for place, step in enumerate(way) if step in gone), default=-1)
    return way[reached + 1 :]


def spans_of(pauses: Sequence[CasePause]) -> list[Span]:
    """When the clock stood."""
    return [Span(each.asked_on, each.received_on) for each in pauses]


def _told(
    case: InvestorCase, row: CaseStep, spans: Sequence[Span], table: Table, today: date
) -> Told:
    clock = clock_of(case, row, spans, table)
    timed = _timed(*clock, row.finished_on or today) if clock else None
    due = timed.due if timed else row.promised_on
    stands = any(each.last is None and row.span.holds(each.first) for each in spans)
    return Told(Step(row.step), row, state_of(row.span, due, stands, today), timed)


def _with(told: Told, pauses: Sequence[CasePause]) -> Told:
    row = told.row
    within = [each for each in pauses if row and row.span.holds(each.asked_on)]
    return Told(told.step, row, told.state, told.timed, within)


def clock_of(
    case: InvestorCase, row: CaseStep, spans: Sequence[Span], table: Table
) -> tuple[Norm, Clock] | None:
    """The norm that limits a step and its clock; None where none does, or the dossier is not valid yet."""
    ruled = RULED.get((case.kind, row.step))
    begun = case.valid_on if ruled and ruled.from_valid else row.begun_on
    norm = ruled and begun and Norm.objects.norm_on(ruled.code, begun, case.locality_id)
    if not norm or not begun or norm.limit.kind not in TIMES:
        return None
    return norm, Clock(norm.limit, begun, spans, table)


def _timed(norm: Norm, clock: Clock, until: date) -> Timed:
    return Timed(norm, clock.due, clock.used(until), clock.length)


def _in_all(
    case: InvestorCase,
    rows: Sequence[CaseStep],
    spans: Sequence[Span],
    table: Table,
    today: date,
) -> Timed | None:
    """The limit from the valid dossier to the decision."""
    if case.kind != CaseKind.APPROVAL or not case.valid_on:
        return None
    norm = Norm.objects.norm_on(IN_ALL, case.valid_on, case.locality_id)
    if norm is None or norm.limit.kind not in TIMES:
        return None
    decided = [row.finished_on for row in rows if row.step == Step.DECISION and row.finished_on]
    clock = Clock(norm.limit, case.valid_on, spans, table)
    return _timed(norm, clock, min(decided, default=today))
