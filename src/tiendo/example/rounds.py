"""The example's reporting rounds: of last year and this one, with reports in time, late, returned and missing.

Which office was late or silent is made up, and marked as illustrative; days and periods are the product's own.
"""

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from tiendo.accounts.models import User
from tiendo.example.reports import DUTY
from tiendo.history import services as history
from tiendo.plans.models import Plan
from tiendo.progress.models import OfficeReport, Report, ReportState, Round, WorkState
from tiendo.progress.rounds import services
from tiendo.progress.rounds.opening import Asking, offices_asked, working_days
from tiendo.progress.rounds.owed import entries_of
from tiendo.progress.rounds.schedule import Span, days_of, proposed_due
from tiendo.progress.settling import settle_all

KINDS = (("half-year", 1), ("nine-months", 0), ("year", 0))
CALENDAR = "administrative"
CLOSED_AFTER = timedelta(days=60)
OPENED_BEFORE = timedelta(days=20)
RETURNED_NOTE = "Số lao động qua đào tạo lệch sổ; đối chiếu rồi gửi lại (số liệu minh họa)."
OVERVIEW = (
    "Đã thực hiện các việc được giao trong kỳ, không có việc vượt thẩm quyền (số liệu minh họa)."
)

# What each office did, the newest round last: "." in time, a figure of days late, "n" nothing arose,
# "s" sent and not looked at, "r" returned, "-" silent. Of other offices: always in time, the open one awaited.
WAYS: Mapping[str, str] = {
    "Phòng KT-HT": ".....s",
    "Phòng TN-MT": ".4-9--",
    "Phòng LĐ-TB&XH": "..2.r-",
    "UBND thị trấn Thường Thới Tiền": ".....s",
    "UBND xã Thường Phước 1": "...n.-",
    "UBND xã Thường Phước 2": ".3...-",
    "UBND xã Thường Thới Hậu A": "..6.--",
    "UBND xã Long Khánh A": "......",
    "UBND xã Long Khánh B": "n...1-",
    "UBND xã Long Thuận": "...5.-",
    "UBND xã Phú Thuận B": "7..8--",
}
USUAL = ".....-"


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who opens and reviews the rounds, who wrote for which office, and the day of set-up."""

    coordinator: User
    speakers: Mapping[int, User]
    today: date


def open_rounds(plan: Plan, spoken: Spoken) -> None:
    """Open the rounds of last year and this one up to the one that runs, and fill them."""
    periods = list(_periods(spoken.today))
    for place, (kind, year, part, span) in enumerate(periods, start=len(USUAL) - len(periods)):
        row = _open(plan, (kind, year, part), span, spoken)
        _fill(row, place, spoken, running=span.cut_off >= spoken.today)


def _periods(today: date) -> Iterator[tuple[str, int, int, Span]]:
    """At most six: those whose figures are closed, and the next one."""
    found = [
        (kind, year, part, days_of(kind, CALENDAR, year, part))
        for year in (today.year - 1, today.year)
        for kind, part in KINDS
    ]
    over = [row for row in found if row[3].cut_off < today]
    yield from (over + [row for row in found if row[3].cut_off >= today][:1])


def _open(plan: Plan, period: tuple[str, int, int], span: Span, spoken: Spoken) -> Round:
    opened_on = min(span.cut_off - OPENED_BEFORE, spoken.today - timedelta(days=7))
    asked = offices_asked(plan, span, spoken.today)
    table = working_days(plan)
    asking = Asking(
        kind=period[0],
        calendar=CALENDAR,
        year=period[1],
        part=period[2],
        span=span,
        dues={row.agency.kind: proposed_due(span.cut_off, row.agency.kind, table) for row in asked},
        offices=frozenset(row.agency.pk for row in asked if not row.invited),
    )
    row = services.open_round(
        plan=plan, asking=asking, actor=spoken.coordinator, now=_at(opened_on)
    )
    row.illustrative = True
    if span.cut_off + CLOSED_AFTER * 2 < spoken.today:
        row.closed_at, row.closed_by = _at(span.cut_off + CLOSED_AFTER), spoken.coordinator
    history.save(row, actor=spoken.coordinator)
    return row


def _fill(row: Round, place: int, spoken: Spoken, *, running: bool) -> None:
    """Let every office do what it did in this round, in one writing."""
    said = Report.objects.filter(within=None).order_by("-reported_at", "-pk")
    reports = row.reports.select_related("agency", "round__plan__locality").prefetch_related(
        Prefetch("agency__reports", said.select_related("occurrence__obligation__task__plan"))
    )
    changed: list[Any] = []
    known: list[Any] = []
    for report in reports:
        way = WAYS.get(report.agency.label, USUAL)[place]
        entries = [] if way in "-nr" else _entries(report)
        known += [copy.copy(report), *map(copy.copy, entries)]
        if _hand_in(report, entries, way, spoken, running=running):
            changed += [report, *entries]
    history.save_all(changed, actor=spoken.coordinator, known=known)
    if running:
        _say_anew([row for row in changed if isinstance(row, OfficeReport)], spoken)


def _say_anew(reports: list[OfficeReport], spoken: Spoken) -> None:
    """In the round that runs, offices that said nothing else report on each piece of their work."""
    silent = [row for row in reports if not row.nothing and not row.entries.exists()]
    entries = [
        Report(
            occurrence=occurrence,
            agency=row.agency,
            within=row,
            author=row.written_by,
            state=row.state,
            work=WorkState.IN_PROGRESS,
            result=DUTY,
            reported_at=row.sent_at or row.round.opened_at,
            illustrative=True,
        )
        for row in silent
        for occurrence in entries_of(row)
    ]
    history.save_all(entries, actor=spoken.coordinator)
    settle_all([entry.occurrence for entry in entries], actor=spoken.coordinator)


def _entries(report: OfficeReport) -> list[Report]:
    """What the office said in these days of its work, the newest of each."""
    days, newest = report.round, dict[int, Report]()
    for said in report.agency.reports.all():
        on = timezone.localdate(said.reported_at)
        if days.starts <= on <= report.due and said.occurrence.starts <= days.cut_off:
            newest.setdefault(said.occurrence_id, said)
    return list(newest.values())


def _hand_in(
    report: OfficeReport, entries: Iterable[Report], way: str, spoken: Spoken, *, running: bool
) -> bool:
    """Whether the office sent something; what it sent and what became of it goes into these rows."""
    if way == "-":
        return False
    days = int(way) if way.isdecimal() else -1 - report.agency.pk % 2
    sent = min(
        report.due + timedelta(days=days), spoken.today - timedelta(days=2 if running else 1)
    )
    state = {"s": ReportState.SENT, "r": ReportState.RETURNED}.get(way, ReportState.ACCEPTED)
    report.state, report.nothing = state, way == "n"
    report.first_sent_at = report.sent_at = report.saved_at = _at(sent)
    report.written_by = spoken.speakers.get(report.agency_id, spoken.coordinator)
    report.version, report.overview = 1, "" if way == "n" else OVERVIEW
    if state != ReportState.SENT:
        report.reviewed_by, report.reviewed_at = spoken.coordinator, _at(sent + timedelta(days=1))
    if state == ReportState.RETURNED:
        report.note, report.returns = RETURNED_NOTE, 1
    for entry in entries:
        entry.within, entry.state, entry.agency = report, state, report.agency
    return True


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(15, 20)))
