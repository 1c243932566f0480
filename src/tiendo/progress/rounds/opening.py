"""Opening a reporting round: which offices are asked, until when, and one report for each of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.agencies.models import Agency, Holiday
from tiendo.agencies.workdays import Table
from tiendo.history import services as history
from tiendo.plans.models import Plan
from tiendo.progress.models import OfficeReport, Round, RoundDue, RoundKind, Share
from tiendo.progress.rounds.owed import asked_in
from tiendo.progress.rounds.schedule import Span, earliest_due

CHUNK = 200
STEP = 50  # offices that are asked in one step in the background
AT_ONCE = 100  # offices for whom one waits; more are asked in the background
Told = Callable[[int, int], None]  # how many of how many are written


@dataclass(frozen=True, slots=True)
class Asking:
    """What a coordinator wants to open: the period, the day for each kind of office, and which offices.

    `offices` are primary keys; of a special occasion `part` is 0 and found by us.
    """

    kind: str
    calendar: str
    year: int
    part: int
    span: Span
    dues: Mapping[str, date]
    offices: frozenset[int]
    title: str = ""
    words: str = ""


@dataclass(slots=True)
class Asked:
    """An office that would get a report: how many pieces of work it would be about, and what it does about them."""

    agency: Agency
    pieces: int = 0
    shares: set[str] = field(default_factory=set)

    @property
    def invited(self) -> bool:
        """Whether all it does is answer when it likes: never asked by itself."""
        return self.shares == {Share.INVITED}


def offices_asked(plan: Plan, span: Span, today: date) -> list[Asked]:
    """The offices in force that have something to say in a round over these days, in the order of their names.

    An office that only coordinates owes nothing until a lead asks it, and is not among them.
    """
    counted = asked_in(plan, span).order_by().values_list("obligation__agency", "obligation__share")
    found: dict[int, Asked] = {}
    agencies = Agency.objects.in_force(today).filter(locality=plan.locality_id)
    rows = list(counted.annotate(n=Count("pk")))
    by_key = agencies.in_bulk([agency for agency, _share, _n in rows])
    for agency, share, number in rows:
        if agency in by_key:
            asked = found.setdefault(agency, Asked(by_key[agency]))
            asked.pieces += number
            asked.shares.add(share)
    return sorted(found.values(), key=lambda asked: (asked.agency.sort_key, asked.agency.pk))


def working_days(plan: Plan) -> Table:
    """The days that differ from the week where this plan is carried out."""
    return Holiday.objects.filter(locality=plan.locality_id).table()


@transaction.atomic
def open_round(
    *, plan: Plan, asking: Asking, actor: Any, now: datetime, told: Told | None = None
) -> Round:
    """Open a round with one report for each office that was chosen; return it.

    The same round opened again is the one that is there: nothing is written twice. Raises ValidationError
    when a day is earlier than one working day after the cut-off, or when no office is chosen.
    """
    row, asked = _begun(plan, asking, actor, now)
    _write([_report(row, each.agency, each.invited, asking.dues) for each in asked], actor, told)
    return row


@transaction.atomic
def begin_round(*, plan: Plan, asking: Asking, actor: Any, now: datetime) -> Round:
    """Open a round whose reports are still to be written, by `ask_next`; otherwise as `open_round`."""
    row, asked = _begun(plan, asking, actor, now)
    if asked:
        row.to_ask = [[each.agency.pk, each.invited] for each in asked]
        Round.objects.filter(pk=row.pk).update(to_ask=row.to_ask)
    return row


@transaction.atomic
def ask_next(*, round_: Round) -> int:
    """Write the reports of some of the offices that a round has still to ask; return how many are left.

    Each call is one step: cut off between two, the rest is still there to be asked, and nobody is asked twice.
    """
    row = (
        Round.objects.select_for_update(of=("self",))
        .select_related("opened_by", "plan__locality")
        .get(pk=round_.pk)
    )
    some, rest = row.to_ask[:STEP], row.to_ask[STEP:]
    agencies = Agency.objects.in_bulk([key for key, _invited in some])
    there = set(row.reports.filter(agency__in=agencies).values_list("agency", flat=True))
    dues = {each.kind: each.due for each in row.dues.all()}
    reports = [
        _report(row, agencies[key], invited, dues)
        for key, invited in some
        if key in agencies and key not in there
    ]
    history.add_all(reports, actor=row.opened_by)
    Round.objects.filter(pk=row.pk).update(to_ask=rest, halted=False)
    return len(rest)


def _begun(plan: Plan, asking: Asking, actor: Any, now: datetime) -> tuple[Round, Sequence[Asked]]:
    """The round with its days, and the offices that have still to be asked in it: none in one that was there."""
    Plan.objects.select_for_update().get(pk=plan.pk)
    if there := _there(plan, asking):
        return there, ()
    refuse_early(plan, asking)
    asked = [
        row
        for row in offices_asked(plan, asking.span, timezone.localdate(now))
        if row.agency.pk in asking.offices
    ]
    if not asked:
        raise ValidationError(_("Choose at least one office that is to report."))
    row = _round(plan, asking, actor, now)
    history.save(row, actor=actor)
    dues = [RoundDue(round=row, kind=kind, due=due) for kind, due in asking.dues.items()]
    history.add_all(dues, actor=actor)
    return row, asked


def _there(plan: Plan, asking: Asking) -> Round | None:
    same = plan.rounds.filter(kind=asking.kind, calendar=asking.calendar, year=asking.year)
    if asking.kind == RoundKind.SPECIAL:
        days = {"starts": asking.span.starts, "cut_off": asking.span.cut_off}
        return same.filter(title=asking.title, **days).first()
    return same.filter(part=asking.part).first()


def refuse_early(plan: Plan, asking: Asking) -> None:
    """Raise ValidationError when an office would have less than one working day (Decree 09/2019, Article 8(5))."""
    earliest = earliest_due(asking.span.cut_off, working_days(plan))
    if any(due < earliest for due in asking.dues.values()):
        raise ValidationError(
            _(
                "The due day must lie at least one working day after the cut-off: %(day)s at the "
                "earliest (Decree 09/2019, Article 8)."
            )
            % {"day": f"{earliest:%d/%m/%Y}"}
        )


def _round(plan: Plan, asking: Asking, actor: Any, now: datetime) -> Round:
    return Round(
        plan=plan,
        kind=asking.kind,
        calendar=asking.calendar,
        year=asking.year,
        part=_next_part(plan, asking) if asking.kind == RoundKind.SPECIAL else asking.part,
        title=asking.title,
        words=asking.words,
        starts=asking.span.starts,
        cut_off=asking.span.cut_off,
        opened_by=actor,
        opened_at=now,
    )


def _next_part(plan: Plan, asking: Asking) -> int:
    same = plan.rounds.filter(kind=asking.kind, calendar=asking.calendar, year=asking.year)
    return 1 + max((row.part for row in same), default=0)


def _report(row: Round, agency: Agency, invited: bool, dues: Mapping[str, date]) -> OfficeReport:
    due = dues[agency.kind]
    return OfficeReport(round=row, agency=agency, first_due=due, due=due, invited=invited)


def _write(reports: list[OfficeReport], actor: Any, told: Told | None) -> None:
    for first in range(0, len(reports), CHUNK):
        history.add_all(reports[first : first + CHUNK], actor=actor)
        if told:
            told(min(first + CHUNK, len(reports)), len(reports))
