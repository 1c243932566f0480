"""May the rows of clusters stand as they were entered: area, stages, leases and half-yearly figures."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from tiendo.industry.clusters.limits import added, faults_beyond
from tiendo.industry.clusters.norms import OCCUPANCY_TO_EXPAND, area_codes
from tiendo.industry.clusters.occupancy import occupancy
from tiendo.industry.clusters.periods import days_of
from tiendo.industry.clusters.stages import Entered
from tiendo.industry.models import Cluster, ClusterKind, ClusterPeriod, ClusterStage, Tenancy
from tiendo.legal.models import Norm
from tiendo.legal.saying import said
from tiendo.registers.columns import column_of
from tiendo.registers.plain_faults import faults_to_come
from tiendo.registers.register import Fault, Setting
from tiendo.ui.templatetags.ui import n

LEASABLE = column_of(Cluster, "leasable_area")
CONTENTS = ("leased_area", "projects", "capital", "infrastructure", "workers", "revenue", "exports")


def faults_of_norms(
    field: str, value: Decimal | None, day: date, locality: int, *codes: str
) -> Iterator[Fault]:
    """The faults of a value that does not keep to the norms of these codes on a day."""
    if value is None:
        return
    for code in codes:
        norm = Norm.objects.norm_on(code, day, locality)
        if norm and not norm.limit.keeps(value):
            words = _("It is %(value)s %(unit)s; the norm is %(norm)s.")
            known = {"value": n(round(value, 2)), "unit": norm.unit, "norm": said(norm)}
            yield Fault(field, words % known, unless_reason=True)


def leased_now(cluster: Cluster) -> Decimal | None:
    """The land of a cluster that is leased now, in ha; None where no lease was entered."""
    return added(lease.area for lease in cluster.tenancies.all() if lease.until is None)  # type: ignore[return-value]


def check_cluster(row: Cluster, setting: Setting) -> Iterator[Fault]:
    """What speaks against a cluster: its area by the norms of the day of its decision, days, leases, the plant."""
    yield from faults_to_come(setting.today, row, "decided_on", "abolished_on", "wastewater_since")
    codes = area_codes(row.kind != ClusterKind.ORDINARY)
    day = row.decided_on or setting.today
    yield from faults_of_norms("area", row.area, day, row.locality_id, *codes)
    if row.decision and not row.decided_on:
        yield Fault("decided_on", _("Say of which day the decision is."))
    if row.decided_on and not row.decision:
        yield Fault("decision", _("The decision has a number: fill it in."), unless_reason=True)
    if row.wastewater_since and not row.wastewater_capacity:
        yield Fault("wastewater_capacity", _("A plant that runs has a capacity: fill it in."))
    if row.pk:
        yield from faults_beyond(
            "leasable_area", leased_now(row), row.leasable_area, LEASABLE.label
        )


def check_stage(row: ClusterStage, setting: Setting) -> Iterator[Fault]:
    """What speaks against a stage: a day to come, waiting after establishment, expanding while land is free."""
    yield from faults_to_come(setting.today, row, "since")
    decided_on = row.cluster.decided_on
    if row.stage == Entered.PLANNED and decided_on and row.since >= decided_on:
        words = _("The cluster was established on %(day)s already.")
        yield Fault("since", words % {"day": f"{decided_on:%d/%m/%Y}"}, unless_reason=True)
    if row.stage == Entered.EXPANDING:
        share = occupancy(leased_now(row.cluster), row.cluster.leasable_area)
        yield from faults_of_norms(
            "stage", share, row.since, row.cluster.locality_id, OCCUPANCY_TO_EXPAND
        )


def check_tenancy(row: Tenancy, setting: Setting) -> Iterator[Fault]:
    """What speaks against a lease: days to come or in the wrong order, more land than can be leased."""
    yield from faults_to_come(setting.today, row, "moved_in_on")
    if row.until and row.until < row.since:
        yield Fault("until", _("It cannot end before it begins."))
    if row.moved_in_on and row.moved_in_on < row.since:
        words = _("It moved in before the lease began.")
        yield Fault("moved_in_on", words, unless_reason=True)
    if row.relocated and not row.moved_in_on:
        words = _("Say on which day it moved in, or leave “moved from outside” unmarked for now.")
        yield Fault("moved_in_on", words)
    if row.until is None:
        others = row.cluster.tenancies.exclude(pk=row.pk).filter(until=None)
        total = added([row.area, *others.values_list("area", flat=True)])
        yield from faults_beyond("area", total, row.cluster.leasable_area, LEASABLE.label)


def check_period(row: ClusterPeriod, setting: Setting) -> Iterator[Fault]:
    """What speaks against the figures of a half-year: the period runs still, or they came before it was over."""
    days = days_of(row.year, row.period)
    yield from faults_to_come(setting.today, row, "reported_on")
    if days.last > setting.today:
        words = _("This period ends on %(day)s.") % {"day": f"{days.last:%d/%m/%Y}"}
        yield Fault("period", words, unless_reason=True)
    elif row.reported_on and row.reported_on <= days.last:
        words = _("It was handed in before the period was over, on %(day)s.")
        day = f"{days.last:%d/%m/%Y}"
        yield Fault("reported_on", words % {"day": day}, unless_reason=True)
    if row.leased_area is not None and row.leasable_area is None:
        words = _("Say how much land can be leased: without it there is no occupancy.")
        yield Fault("leasable_area", words)
    if row.reported_on and all(getattr(row, name) is None for name in CONTENTS):
        words = _("No figure is filled in. Write 0 where there was nothing.")
        yield Fault("", words)
