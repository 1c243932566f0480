"""May rows of products, measures taken and brands stand as they were entered? Each rule yields field and what to do."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from tiendo.legal.models import Norm
from tiendo.legal.saying import said
from tiendo.products.bands import CODES, MOST_POINTS, may_decide, stars_for
from tiendo.products.models import (
    CERTIFIED,
    MARKS,
    Brand,
    BrandKind,
    Improvement,
    Level,
    MechanicalProduct,
    OcopProduct,
    TypicalProduct,
)
from tiendo.products.validity import MARK, OCOP, TYPICAL, faults_of_end
from tiendo.registers.plain_faults import faults_before, faults_below_zero, faults_to_come
from tiendo.registers.register import Fault, Setting
from tiendo.ui.templatetags.ui import n

NO_DISTRICTS_ON = date(
    2025, 7, 1
)  # Law on Organisation of Local Government 72/2025/QH15 (verified)
NO_COMMUNES_BEFORE = (
    NO_DISTRICTS_ON  # Circular 38/2025/TT-BCT: communes in place of districts (verified)
)
MOST_TERMS = 20
MOST_GAIN = 100  # per cent in a year: the unit was mistaken, or a zero too many


def check_ocop(row: OcopProduct, setting: Setting) -> Iterator[Fault]:
    """What speaks against a product with stars: its day, its last day, stars against score and council."""
    yield from faults_to_come(setting.today, row, "decided_on")
    yield from faults_below_zero(row, "score", "sales")
    norm = setting.once(Norm.objects.norm_on, OCOP, row.decided_on, row.locality_id)
    yield from faults_of_end(row.until, row.decided_on, norm)
    if row.score is not None:
        norms = setting.once(_norms_of_score, row.decided_on, row.locality_id)
        yield from _faults_of_score(row, row.score, norms)
    if not may_decide(row.evaluator, row.stars, row.decided_on):
        words = _("That council did not decide on %(stars)s at that time.")
        stars = row.get_stars_display()
        yield Fault("evaluator", words % {"stars": stars}, unless_reason=True)


def _norms_of_score(day: date, locality: int) -> list[Norm]:
    """The norms on points and bands that hold in a locality on `day`."""
    rows = Norm.objects.in_force(day).filter(locality=locality)
    return list(rows.filter(code__in=[*CODES, MOST_POINTS]))


def _faults_of_score(row: OcopProduct, score: Decimal, norms: list[Norm]) -> Iterator[Fault]:
    most = next((each for each in norms if each.code == MOST_POINTS), None)
    if most and not most.limit.keeps(score):
        yield Fault("score", _("The score is at most %(norm)s.") % {"norm": said(most)})
        return
    bands = {CODES[each.code]: each for each in norms if each.code in CODES}
    stars = stars_for(score, {stars: norm.limit for stars, norm in bands.items()})
    if stars is not None and int(row.stars) > stars:
        words = _("A score of %(score)s allows %(stars)s stars at most: %(norm)s.")
        known = {"score": n(score), "stars": stars, "norm": said(bands[stars])}
        yield Fault("stars", words % known, unless_reason=True)


def check_typical(row: TypicalProduct, setting: Setting) -> Iterator[Fault]:
    """What speaks against a typical product: its day, its last day, a level that was not there on that day."""
    yield from faults_to_come(setting.today, row, "decided_on")
    norm = setting.once(Norm.objects.norm_on, TYPICAL, row.decided_on, row.locality_id)
    yield from faults_of_end(row.until, row.decided_on, norm)
    if row.level == Level.DISTRICT and row.decided_on >= NO_DISTRICTS_ON:
        yield Fault("level", _("There were no districts any more on that day."), unless_reason=True)
    if row.level == Level.COMMUNE and row.decided_on < NO_COMMUNES_BEFORE:
        words = _("Districts, not communes, chose products at that time.")
        yield Fault("level", words, unless_reason=True)


def check_machine(row: MechanicalProduct, setting: Setting) -> Iterator[Fault]:
    """What speaks against a machine: made in a year to come, given up before it was made or on a day to come."""
    if row.since > setting.today.year:
        yield Fault("since", _("That year is still to come."))
    yield from faults_to_come(setting.today, row, "ended_on")
    if row.ended_on and row.ended_on.year < row.since:
        yield Fault("ended_on", _("It cannot end before it begins."))


def check_improvement(row: Improvement, setting: Setting) -> Iterator[Fault]:
    """What speaks against a measure taken: its days, support above cost, a system without certificate, a great gain."""
    yield from faults_to_come(setting.today, row, "done_on")
    yield from faults_below_zero(row, "cost", "support")
    yield from faults_before(row, "done_on", "until")
    if row.cost is not None and row.support is not None and row.support > row.cost:
        words = _("The support of %(support)s is more than the cost of %(cost)s million VND.")
        yield Fault("support", words % {"support": n(row.support), "cost": n(row.cost)})
    if row.support and not row.programme:
        yield Fault("programme", _("Say from which programme the support came."))
    if row.means in CERTIFIED and not row.certificate:
        words = _("A system has a certificate: fill in its number.")
        yield Fault("certificate", words, unless_reason=True)
    if row.gain is not None and abs(row.gain) > MOST_GAIN:
        words = _("%(gain)s per cent in a year: is the figure right, or a zero too many?")
        yield Fault("gain", words % {"gain": n(row.gain)}, unless_reason=True)


def check_brand(row: Brand, setting: Setting) -> Iterator[Fault]:
    """What speaks against a brand: days in the wrong order, no number, a last day that its kind does not allow."""
    yield from faults_to_come(setting.today, row, "filed_on", "granted_on")
    yield from faults_before(row, "filed_on", "granted_on")
    if row.granted_on and not row.number:
        yield Fault("number", _("Fill in the number of the certificate."), unless_reason=True)
    if row.kind == BrandKind.INDICATION and row.until:
        yield Fault("until", _("A geographical indication has no last day."))
    elif row.kind in MARKS and row.granted_on:
        yield from _faults_of_term(row, setting)
    else:
        yield from faults_before(row, "filed_on", "until")


def _faults_of_term(row: Brand, setting: Setting) -> Iterator[Fault]:
    if row.renewals > MOST_TERMS:
        yield Fault("renewals", _("A mark is renewed once in ten years: that is too often."))
        return
    norm = setting.once(Norm.objects.norm_on, MARK, row.filed_on, row.locality_id)
    yield from faults_of_end(row.until, row.filed_on, norm, row.renewals + 1)
