"""May the rows of works stand as they were entered: days, sources that make up the total, progress that goes on."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from tiendo.industry.clusters.limits import added, faults_beyond
from tiendo.industry.models import Work, WorkShare, WorkYear
from tiendo.registers.columns import column_of
from tiendo.registers.plain_faults import faults_to_come
from tiendo.registers.register import Fault, Setting
from tiendo.ui.templatetags.ui import n

TOTAL = column_of(Work, "total")


def check_work(row: Work, setting: Setting) -> Iterator[Fault]:
    """What speaks against a work: taken over before it began, or sources that come to more than the total."""
    yield from faults_to_come(setting.today, row, "done_on")
    if row.done_on and row.done_on.year < row.begins:
        yield Fault("done_on", _("It was taken over before its first year."))
    if row.pk:
        given = added(row.shares.values_list("amount", flat=True))
        yield from faults_beyond("total", given, row.total, TOTAL.label)


def check_share(row: WorkShare, setting: Setting) -> Iterator[Fault]:
    """What speaks against a source of a work: all sources come to more than the total."""
    others = row.work.shares.exclude(pk=row.pk).exclude(source=row.source)
    total = added([row.amount, *others.values_list("amount", flat=True)])
    yield from faults_beyond("amount", total, row.work.total, TOTAL.label)


def check_year(row: WorkYear, setting: Setting) -> Iterator[Fault]:
    """What speaks against a year of a work: done before its time, more than the total, progress that falls."""
    yield from faults_of_time(row.year, row.done is not None or bool(row.progress), setting.today)
    if row.year < row.work.begins:
        words = _("The work begins in %(year)s.") % {"year": row.work.begins}
        yield Fault("year", words, unless_reason=True)
    others = list(row.work.years.exclude(pk=row.pk).exclude(year=row.year))
    total = added([row.done, *(each.done for each in others)])
    if row.done is not None:
        yield from faults_beyond("done", total, row.work.total, TOTAL.label)
    earlier = [(each.year, each.progress or 0) for each in others if each.year < row.year]
    year, progress = max(earlier, key=lambda pair: pair[1], default=(row.year, 0))
    if row.progress is not None and row.progress < progress:
        words = _("It was %(share)s per cent at the end of %(year)s already.")
        yield Fault("progress", words % {"share": n(progress), "year": year}, unless_reason=True)


def faults_of_time(year: int, done: bool, today: date) -> Iterator[Fault]:
    """The fault of work that is done in a year to come; a plan may be for that year."""
    if done and year > today.year:
        yield Fault("year", _("That year is still to come: only the plan of it can be entered."))
