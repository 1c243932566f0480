"""May the rows of land stand as they were entered: split by use, parcels, clearance, checks on site."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from tiendo.industry.cluster_faults import faults_of_norms
from tiendo.industry.clusters.limits import added, faults_beyond
from tiendo.industry.clusters.norms import LEAST_SHARES
from tiendo.industry.clusters.split import Split, Use
from tiendo.industry.models import (
    Clearance,
    ClearanceYear,
    Cluster,
    Finding,
    LandUse,
    Parcel,
    PlanningCheck,
)
from tiendo.registers.columns import column_of
from tiendo.registers.plain_faults import fault_of_year, faults_to_come
from tiendo.registers.register import Fault, Setting

AREA = column_of(Cluster, "area")
# What a year adds to, and the plan it is measured by.
DONE_OF = {
    "area": "area",
    "households": "households",
    "paid": "compensation",
    "moved": "to_move",
    "households_paid": "households",
}


def split_of(cluster: Cluster) -> Split:
    """The land of a cluster by use, of rows that were fetched with it."""
    return Split({each.use: each.area for each in cluster.land_uses.all()}, cluster.area)


def check_land_use(row: LandUse, setting: Setting) -> Iterator[Fault]:
    """What speaks against land for one use: more than the cluster has, or less than the norm asks."""
    others = row.cluster.land_uses.exclude(pk=row.pk).exclude(use=row.use)
    total = added([row.area, *others.values_list("area", flat=True)])
    yield from faults_beyond("area", total, row.cluster.area, AREA.label)
    code = LEAST_SHARES.get(Use(row.use))
    if code:
        share = Split({row.use: row.area}, row.cluster.area).share(row.use)
        day = row.cluster.decided_on or setting.today
        yield from faults_of_norms("area", share, day, row.cluster.locality_id, code)


def check_parcel(row: Parcel, setting: Setting) -> Iterator[Fault]:
    """What speaks against a parcel: leased before it was clean, or more land than its cluster has."""
    yield from faults_to_come(setting.today, row, "clean_on", "leased_on")
    if row.leased_to and not row.leased_on:
        yield Fault("leased_on", _("Say on which day the parcel was given for use."))
    if row.leased_on and (row.clean_on is None or row.clean_on > row.leased_on):
        words = _("It was given for use before it was clean.")
        yield Fault("leased_on", words, unless_reason=True)
    if row.cluster:
        others = row.cluster.parcels.exclude(pk=row.pk).values_list("area", flat=True)
        total = added([row.area, *others])
        yield from faults_beyond("area", total, row.cluster.area, AREA.label)


def check_clearance(row: Clearance, setting: Setting) -> Iterator[Fault]:
    """What speaks against a planned clearance: a decision to come, or an end before the decision."""
    yield from faults_to_come(setting.today, row, "decided_on")
    if row.decided_on and row.ends_on and row.ends_on < row.decided_on:
        words = _("It is to be cleared before the scheme was decided.")
        yield Fault("ends_on", words, unless_reason=True)


def check_clearance_year(row: ClearanceYear, setting: Setting) -> Iterator[Fault]:
    """What speaks against a year of a clearance: it is to come, or all years come to more than was planned."""
    yield from fault_of_year(row.year, setting.today)
    plan = row.clearance
    others = list(plan.years.exclude(pk=row.pk).exclude(year=row.year))
    for name, planned in DONE_OF.items():
        if getattr(row, name) is not None:
            total = added([getattr(row, name), *(getattr(each, name) for each in others)])
            label = column_of(Clearance, planned).label
            yield from faults_beyond(name, total, getattr(plan, planned), label)


def check_planning(row: PlanningCheck, setting: Setting) -> Iterator[Fault]:
    """What speaks against a check on site: a day to come, or something wrong without a word on it."""
    yield from faults_to_come(setting.today, row, "on", "handled_on")
    if row.finding != Finding.ORDER and not row.words.strip():
        yield Fault("words", _("Say in a few words what was wrong."))
    if row.handled_on and not row.handled.strip():
        yield Fault("handled", _("Say what was done about it."))
