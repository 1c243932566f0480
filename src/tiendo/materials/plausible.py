"""Can what was entered of raw-material areas be so? Each rule yields the field and what to do."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from tiendo.legal.limits import Limit, NormKind, last_day
from tiendo.legal.models import Norm
from tiendo.legal.saying import said
from tiendo.materials.models import (
    AreaYear,
    MaterialArea,
    QualityCertificate,
    Rating,
    SafetyCheck,
    SupplyContract,
)
from tiendo.registers.columns import column_of
from tiendo.registers.plain_faults import (
    fault_of_year,
    faults_before,
    faults_below_zero,
    faults_to_come,
)
from tiendo.registers.register import Fault, Setting
from tiendo.ui.templatetags.ui import n

JUMP = 10  # times: tonnes and quintals were mistaken, or a zero too many
COMPARED = ("grown", "output", "contracted")
LONGEST, AGAIN = "chung-nhan-", "attp-loai-"  # with the scheme, with the rating: the codes of norms


def check_area(row: MaterialArea, setting: Setting) -> Iterator[Fault]:
    """Days that have come, a planning with its day."""
    yield from faults_to_come(setting.today, row, "planned_on", "ended_on")
    yield from faults_before(row, "planned_on", "ended_on")
    yield from faults_below_zero(row, "planned_area")
    if row.planning and not row.planned_on:
        yield Fault("planned_on", _("Say of which day the decision is."))
    if row.began and row.began > setting.today.year:
        yield Fault("began", _("That year is still to come."))


def check_year(row: AreaYear, setting: Setting) -> Iterator[Fault]:
    """Figures of a year that has come; parts within their wholes, no jump against the year before."""
    yield from fault_of_year(row.year, setting.today)
    yield from faults_below_zero(row, "grown", "output", "contracted", "certified", "converted")
    if row.certified is not None and row.grown is not None and row.certified > row.grown:
        yield Fault("certified", _("It is a part of the grown area."))
    if row.converted is not None and row.grown is not None and row.converted > row.grown:
        yield Fault("converted", _("It is a part of the grown area."))
    if row.contracted is not None and row.output is not None and row.contracted > row.output:
        words = _("More was taken by contract than was grown: %(output)s tonnes.")
        yield Fault("contracted", words % {"output": n(row.output)}, unless_reason=True)
    if row.grown is not None and row.grown > row.area.planned_area:
        words = _("The planned area is %(area)s ha.") % {"area": n(row.area.planned_area)}
        yield Fault("grown", words, unless_reason=True)
    yield from _jumps(row)


def _jumps(row: AreaYear) -> Iterator[Fault]:
    before = row.area.years.filter(year=row.year - 1).first()
    for name in COMPARED if before else ():
        then, now = getattr(before, name), getattr(row, name)
        if then and (now or 0) > 0 and (now >= JUMP * then or then >= JUMP * now):
            words = _("%(label)s: %(year)s had %(before)s. Is the unit right, or a zero too many?")
            label = column_of(AreaYear, name).head
            told = {"label": label, "year": row.year - 1, "before": n(then)}
            yield Fault(name, words % told, unless_reason=True)


def check_contract(row: SupplyContract, setting: Setting) -> Iterator[Fault]:
    """A contract that was signed, over an area or a quantity."""
    yield from faults_to_come(setting.today, row, "signed_on")
    yield from faults_before(row, "signed_on", "until")
    yield from faults_below_zero(row, "covered", "quantity")
    if row.covered is None and row.quantity is None:
        yield Fault("quantity", _("Say how much it is over: an area, a quantity a year, or both."))
    if row.covered is not None and row.covered > row.area.planned_area:
        words = _("The planned area is %(area)s ha.") % {"area": n(row.area.planned_area)}
        yield Fault("covered", words, unless_reason=True)


def check_certificate(row: QualityCertificate, setting: Setting) -> Iterator[Fault]:
    """A certificate that is no longer than the norm of its scheme allows.

    VietGAP and organic 2 years, ASC 3, GlobalG.A.P. and BAP 1 (rules of the schemes; none verified).
    """
    yield from faults_to_come(setting.today, row, "issued_on")
    yield from faults_before(row, "issued_on", "valid_to")
    yield from faults_below_zero(row, "covered")
    norm = Norm.objects.norm_on(f"{LONGEST}{row.scheme}", row.issued_on, row.locality_id)
    last = last_day(norm.limit, row.issued_on, {}) if norm else None
    if norm and last and row.valid_to > last:
        words = _("It can hold to %(day)s at the latest; the norm is %(norm)s.")
        told = {"day": f"{last:%d/%m/%Y}", "norm": said(norm)}
        yield Fault("valid_to", words % told, unless_reason=True)


def check_safety(row: SafetyCheck, setting: Setting) -> Iterator[Fault]:
    """A check that took place; samples that failed among those taken, and what a C asks for."""
    yield from faults_to_come(setting.today, row, "on")
    if row.failed is not None and row.samples is None:
        yield Fault("samples", _("Say how many samples were taken."))
    elif row.failed is not None and row.samples is not None and row.failed > row.samples:
        yield Fault("failed", _("No more samples can fail than were taken."))
    if row.rating == Rating.C and not row.remark:
        yield Fault("remark", _("Say what has to be put right: a C is checked again."))


def check_again_by(on: date, months: Decimal | None) -> date | None:
    """The last day for the next check; None where the rating or its norm is not known.

    A after 18 months, B after 12, C within 3: Circular 38/2018/TT-BNNPTNT (the months verified, not the article).
    """
    return None if months is None else last_day(Limit(NormKind.MONTHS, None, months), on, {})
