"""Can what was entered of a quarter's procedures be so? Each rule yields the field and what to do.

What is counted follows the forms of Circular 01/2020/TT-VPCP on dossiers (from memory, not verified): what was
carried over and received; what was settled on time and late.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _

from tiendo.procedures.models import ProcedureQuarter
from tiendo.procedures.quarters import before, first_day, last_day
from tiendo.registers.register import Fault, Setting
from tiendo.ui.templatetags.ui import d, n

JUMP = 10  # times what it was in the quarter before


def check(row: ProcedureQuarter, setting: Setting) -> Iterator[Fault]:
    """What speaks against a row: its quarter, its sums, what it says beside the quarter before."""
    yield from _quarter(row, setting.today)
    yield from _sums(row)
    yield from _satisfaction(row)
    yield from _beside(row, _earlier(row))


def _quarter(row: ProcedureQuarter, today: date) -> Iterable[Fault]:
    quarter = int(row.quarter)
    if first_day(row.year, quarter) > today:
        yield Fault("quarter", _("This quarter has not begun yet."))
    elif (last := last_day(row.year, quarter)) > today:
        words = _("This quarter ends on %(day)s; the figures are not final.")
        yield Fault("quarter", words % {"day": d(last)}, unless_reason=True)


def _sums(row: ProcedureQuarter) -> Iterable[Fault]:
    there, sum_ = row.carried_over + row.received, row.on_time + row.late
    if row.settled != sum_:
        words = _("On time %(on_time)s and late %(late)s make %(sum)s, not %(settled)s.")
        told = {"on_time": row.on_time, "late": row.late, "sum": sum_, "settled": row.settled}
        yield Fault("settled", words % {name: n(figure) for name, figure in told.items()})
    if row.settled > there:
        words = _("More was settled than was there: %(carried)s carried over and %(received)s new.")
        told = {"carried": row.carried_over, "received": row.received}
        yield Fault("settled", words % {name: n(figure) for name, figure in told.items()})
    if row.days_saved and not row.on_time:
        yield Fault("days_saved", _("Nothing was settled on time: no day was saved."))


def _satisfaction(row: ProcedureQuarter) -> Iterable[Fault]:
    if row.satisfied is not None and row.asked is None:
        yield Fault("asked", _("Say how many were asked."))
    if row.satisfied is not None and row.asked is not None and row.satisfied > row.asked:
        yield Fault("satisfied", _("More were satisfied than were asked; check both."))
    if row.asked and row.asked > row.settled:
        words = _("More were asked than dossiers were settled.")
        yield Fault("asked", words, unless_reason=True)


def _earlier(row: ProcedureQuarter) -> ProcedureQuarter | None:
    """The same field of the same office in the quarter before."""
    year, quarter = before(row.year, int(row.quarter))
    rows = ProcedureQuarter.objects.filter(locality=row.locality_id, agency=row.agency_id)
    return rows.filter(field=row.field, year=year, quarter=str(quarter)).first()


def _beside(row: ProcedureQuarter, earlier: ProcedureQuarter | None) -> Iterable[Fault]:
    if earlier is None:
        return
    if row.carried_over != earlier.open:
        words = _("The quarter before ended with %(open)s open; here %(carried)s are carried over.")
        told = {"open": n(earlier.open), "carried": n(row.carried_over)}
        yield Fault("carried_over", words % told, unless_reason=True)
    if earlier.received and row.received >= JUMP * earlier.received:
        words = _("This is %(times)s times what it was in the quarter before.")
        times = n(row.received // earlier.received)
        yield Fault("received", words % {"times": times}, unless_reason=True)
