"""Can what was entered of electricity, renewable sources and savings be so? Each rule yields field and what to do."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from tiendo.energy.models import (
    ElectricityCheck,
    ElectricityIncident,
    IncidentKind,
    RenewableSource,
    SafetyItem,
    Saving,
    SourceKind,
)
from tiendo.registers.plain_faults import faults_before, faults_below_zero, faults_to_come
from tiendo.registers.register import Fault, Setting
from tiendo.ui.templatetags.ui import n

LARGE_ROOF = Decimal(1000)  # kWp; more on one roof is a slip of kW and W, or no roof


def check_item(row: SafetyItem, setting: Setting) -> Iterator[Fault]:
    """Done on a day that has come, with a result."""
    yield from faults_to_come(setting.today, row, "done_on")
    yield from faults_below_zero(row, "cost")
    if row.done_on and not row.result:
        yield Fault("result", _("Say what was done."))
    if row.result and not row.done_on:
        yield Fault("done_on", _("Say on which day it was done."))


def check_safety(row: ElectricityCheck, setting: Setting) -> Iterator[Fault]:
    """A check that took place, and no more mended than was found."""
    yield from faults_to_come(setting.today, row, "on")
    if row.mended is not None and row.faults is None:
        yield Fault("faults", _("Say how many faults were found."))
    elif row.mended is not None and row.faults is not None and row.mended > row.faults:
        yield Fault("mended", _("No more can be mended than was found."))
    if row.faults and not row.remark:
        yield Fault("remark", _("Say what has to be put right."))


def check_incident(row: ElectricityIncident, setting: Setting) -> Iterator[Fault]:
    """An incident that happened; an accident to people names how many."""
    yield from faults_to_come(setting.today, row, "on", "settled_on")
    yield from faults_before(row, "on", "settled_on")
    yield from faults_below_zero(row, "damage")
    if row.kind == IncidentKind.ACCIDENT and not (row.deaths or row.injured):
        yield Fault("injured", _("An accident to people has deaths or injured: say how many."))


def check_source(row: RenewableSource, setting: Setting) -> Iterator[Fault]:
    """A source that runs, with its power; one of the size of a power plant on a roof is doubted."""
    yield from faults_to_come(setting.today, row, "started_on", "stopped_on")
    yield from faults_before(row, "started_on", "stopped_on")
    if row.power <= 0:
        yield Fault("power", _("A source has power: fill it in."))
    if row.kind == SourceKind.ROOF and row.power > LARGE_ROOF:
        words = _("%(power)s kWp on one roof: is it W, or a plant on the ground?")
        yield Fault("power", words % {"power": n(row.power)}, unless_reason=True)


def check_saving(row: Saving, setting: Setting) -> Iterator[Fault]:
    """A measure in use, with what it saves; support is a part of the cost."""
    yield from faults_to_come(setting.today, row, "done_on")
    yield from faults_below_zero(row, "cost", "support", "electricity", "material", "worth", "use")
    if row.support and row.cost is None:
        yield Fault("cost", _("Say what it cost in all."))
    elif row.support and row.cost is not None and row.support > row.cost:
        yield Fault("support", _("The support is a part of the cost and cannot be more."))
    if row.electricity is None and row.material is None and row.worth is None:
        words = _("Say what it saves: electricity, material or money.")
        yield Fault("electricity", words, unless_reason=True)
