"""May what is said of an inspection, a measurement or a fine stand as it was entered."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from tiendo.environment.judging import judged
from tiendo.environment.measuring import (
    NOISE,
    Parameter,
    bands_of,
    in_unit,
    is_by_night,
    jumps,
    unit_of,
)
from tiendo.environment.models import Cause, Fine, Inspection, Measurement, Outcome
from tiendo.legal.models import BaseKind, Norm
from tiendo.legal.saying import said
from tiendo.legal.validity import Validity
from tiendo.registers.plain_faults import faults_before, faults_below_zero, faults_to_come
from tiendo.registers.register import Fault, Setting
from tiendo.ui.templatetags.ui import n

MOST_FINE_OF_ORGANISATION, MOST_FINE_OF_PERSON = (
    "phat-moi-truong-to-chuc",
    "phat-moi-truong-ca-nhan",
)
MOST_PH, MOST_NOISE = Decimal(14), Decimal(200)


def check_inspection(row: Inspection, setting: Setting) -> Iterator[Fault]:
    """Days in their order, a re-inspection after an inspection, a conclusion that fits what was measured."""
    yield from faults_to_come(setting.today, row, "on", "remedied_on")
    yield from faults_before(row, "on", "remedy_due")
    yield from faults_before(row, "on", "remedied_on")
    if row.remedy_due and not row.demands:
        yield Fault("demands", _("Say what has to be put right by that day."))
    if row.remedied_on and not row.demands:
        yield Fault("demands", _("Say what was put right."))
    yield from _faults_of_again(row, setting)
    if row.pk and row.outcome == Outcome.CONFORMS:
        beyond = judged(Measurement.objects.filter(inspection=row)).filter(exceeds=True).count()
        if beyond:
            words = _("%(count)s of its measurements are beyond the limit of their day.")
            yield Fault("outcome", words % {"count": beyond}, unless_reason=True)


def _faults_of_again(row: Inspection, setting: Setting) -> Iterator[Fault]:
    if row.again and row.cause != Cause.AGAIN:
        yield Fault("again", _("Only a re-inspection has this result; else leave it blank."))
    days = setting.once(_days_inspected, row.site_id)
    days.add(row.on)  # the inspection may stand above its re-inspection in one sheet
    if row.cause == Cause.AGAIN and min(days) >= row.on:
        words = _("No earlier inspection of this establishment is in the register.")
        yield Fault("cause", words, unless_reason=True)


def _days_inspected(site: int) -> set[date]:
    return set(Inspection.objects.filter(site=site).values_list("on", flat=True))


def check_measurement(row: Measurement, setting: Setting) -> Iterator[Fault]:
    """A day that has come, a unit that fits, the standard of that day, and no jump against the value before."""
    yield from faults_to_come(setting.today, row, "sampled_on")
    yield from faults_below_zero(row, "value")
    if row.factor is not None and row.factor <= 0:
        yield Fault("factor", _("A factor is more than zero; write 1 where there is none."))
    if row.band not in bands_of(row.parameter):
        words = _("“%(band)s” does not go with “%(parameter)s”.")
        told = {"band": row.get_band_display(), "parameter": row.get_parameter_display()}
        yield Fault("band", words % told)
    yield from _faults_of_hour(row)
    yield from _faults_of_standard(row)
    yield from _faults_of_value(row, setting)


def _faults_of_hour(row: Measurement) -> Iterator[Fault]:
    if row.parameter not in NOISE:
        return
    if row.sampled_at is None:
        yield Fault(
            "sampled_at", _("Say at what hour: noise has one limit by day and one by night.")
        )
    elif is_by_night(row.sampled_at) != (row.parameter == Parameter.NOISE_BY_NIGHT):
        words = _("At %(hour)s it is another part of the day than “%(parameter)s”.")
        told = {"hour": f"{row.sampled_at:%H:%M}", "parameter": row.get_parameter_display()}
        yield Fault("sampled_at", words % told)


def _faults_of_standard(row: Measurement) -> Iterator[Fault]:
    """A sample is held against the version that held on its day, never against a later one."""
    standard = row.standard
    if standard.kind != BaseKind.STANDARD:
        yield Fault("standard", _("Choose a technical regulation, such as QCVN 40:2011/BTNMT."))
        return
    begins = standard.valid_from or standard.issued_on
    if begins and row.sampled_on < begins:
        words = _("“%(standard)s” holds from %(day)s; an older sample is not held against it.")
        yield Fault("standard", words % {"standard": standard, "day": f"{begins:%d/%m/%Y}"})
    elif standard.validity(row.sampled_on) is Validity.ENDED:
        words = _("“%(standard)s” held to %(day)s. Say why the sample is held against it.")
        told = {"standard": standard, "day": f"{standard.valid_to:%d/%m/%Y}"}
        yield Fault("standard", words % told, unless_reason=True)


def _faults_of_value(row: Measurement, setting: Setting) -> Iterator[Fault]:
    wanted = unit_of(row.parameter)
    value = in_unit(row.value, row.unit, wanted)
    if value is None:
        words = _("“%(parameter)s” is limited in %(wanted)s; %(unit)s cannot be converted exactly.")
        told = {
            "parameter": row.get_parameter_display(),
            "wanted": wanted.label,
            "unit": row.get_unit_display(),
        }
        yield Fault("unit", words % told)
        return
    most = MOST_PH if row.parameter == Parameter.PH else MOST_NOISE
    if row.parameter in {Parameter.PH, *NOISE} and value > most:
        yield Fault("value", _("It cannot be more than %(most)s.") % {"most": n(most)})
    yield from _faults_of_jump(row, value, setting)


def _faults_of_jump(row: Measurement, value: Decimal, setting: Setting) -> Iterator[Fault]:
    """A value ten times that of the sample before it at the same point, which may stand in the same sheet."""
    known = setting.once(_values_known, row.inspection.site_id, row.parameter, row.point)
    before = max((day for day in known if day < row.sampled_on), default=None)
    known[row.sampled_on] = value
    if before is not None and jumps(known[before], value):
        words = _("On %(day)s it was %(value)s %(unit)s. Is the comma right, and the unit?")
        told = {
            "day": f"{before:%d/%m/%Y}",
            "value": n(known[before]),
            "unit": unit_of(row.parameter).label,
        }
        yield Fault("value", words % told, unless_reason=True)


def _values_known(site: int, parameter: str, point: str) -> dict[date, Decimal]:
    """What was measured at a point of an establishment by day, in the unit of the parameter."""
    rows = Measurement.objects.filter(
        inspection__site=site, parameter=parameter, point=point
    ).order_by("sampled_on", "pk")
    found = {
        day: in_unit(value, unit, unit_of(parameter))
        for value, unit, day in rows.values_list("value", "unit", "sampled_on")
    }
    return {day: value for day, value in found.items() if value is not None}


def check_fine(row: Fine, setting: Setting) -> Iterator[Fault]:
    """Days in their order, and no more than the highest fine for one breach.

    1.000 million VND for a person, 2.000 for an organisation: Decree 45/2022/NĐ-CP, Article 4 (verified);
    a household business is fined like a person: Article 2, clause 2 (verified).
    """
    yield from faults_to_come(setting.today, row, "decided_on", "paid_on")
    yield from faults_before(row, "decided_on", "paid_on")
    yield from faults_below_zero(row, "amount")
    if row.decided_on < row.inspection.on:
        day = f"{row.inspection.on:%d/%m/%Y}"
        yield Fault("decided_on", _("The inspection was on %(day)s only.") % {"day": day})
    organisation = row.inspection.site.organisation
    code = MOST_FINE_OF_ORGANISATION if organisation else MOST_FINE_OF_PERSON
    norm = Norm.objects.norm_on(code, row.decided_on, row.locality_id)
    if norm and not norm.limit.keeps(row.amount):
        words = _("It is %(value)s million VND; the norm for one breach is %(norm)s.")
        told = {"value": n(row.amount), "norm": said(norm)}
        yield Fault("amount", words % told, unless_reason=True)
