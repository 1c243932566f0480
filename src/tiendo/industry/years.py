"""May the figures of a year stand as they were entered: parts of wholes, and jumps against the year before."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from tiendo.industry.models import EnterpriseYear
from tiendo.registers.plain_faults import faults_below_zero
from tiendo.registers.register import Fault, Setting
from tiendo.ui.templatetags.ui import n

JUMP = 10  # times: the unit was mistaken, or a zero too many
COMPARED = ("output_current", "output_2010", "revenue", "exports", "workers")
FIGURES = (*COMPARED, "re_exports", "trained", "vocational")
PARTS = (("re_exports", "exports"), ("trained", "workers"), ("vocational", "trained"))

Figure = Decimal | int


def check(row: EnterpriseYear, setting: Setting) -> Iterator[Fault]:
    """What speaks against the figures of a year."""
    if row.year > setting.today.year:
        yield Fault("year", _("That year is still to come."))
    if row.year < row.enterprise.began:
        words = _("The establishment began in %(year)s.") % {"year": row.enterprise.began}
        yield Fault("year", words, unless_reason=True)
    yield from faults_below_zero(row, *FIGURES)
    yield from faults_of_parts({name: getattr(row, name) for pair in PARTS for name in pair})
    before = _before(row)
    if before is not None:
        for name in COMPARED:
            yield from fault_of_jump(name, getattr(before, name), getattr(row, name), before.year)


def _before(row: EnterpriseYear) -> EnterpriseYear | None:
    prefetch_related_objects(
        [row.enterprise], "years"
    )  # rows of one sheet ask once for each establishment
    return next((each for each in row.enterprise.years.all() if each.year == row.year - 1), None)


def jumps(before: Figure | None, now: Figure | None) -> bool:
    """Whether a figure is ten times that of the year before, or a tenth; never where one is unknown or zero."""
    if not before or not now:
        return False
    return now >= JUMP * before or before >= JUMP * now


def fault_of_jump(
    name: str, before: Figure | None, now: Figure | None, year: int
) -> Iterator[Fault]:
    """The fault of a figure that jumps against that of `year`."""
    if jumps(before, now):
        label = _label(name)
        words = _("%(label)s: %(year)s had %(before)s. Is the unit right, or a zero too many?")
        said = {"label": label, "year": year, "before": n(before)}
        yield Fault(name, words % said, unless_reason=True)


def faults_of_parts(figures: dict[str, Figure | None]) -> Iterator[Fault]:
    """The faults of parts that are more than their whole, and of exports without word on re-exports."""
    for part, whole in PARTS:
        inside, outside = figures[part], figures[whole]
        if inside is not None and outside is not None and inside > outside:
            words = _("This is a part of “%(whole)s” and cannot be more.")
            yield Fault(part, words % {"whole": _label(whole)})
    if figures["exports"] is not None and figures["re_exports"] is None:
        yield Fault("re_exports", _("Say how much of the exports were re-exports; 0 for none."))


def _label(name: str) -> str:
    column: Any = EnterpriseYear._meta.get_field(name)
    return str(column.verbose_name)
