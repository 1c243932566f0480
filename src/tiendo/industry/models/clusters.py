"""Industrial clusters: what each is, the stages of its life, who works in it, and its half-yearly figures."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tiendo.industry.clusters.periods import Period
from tiendo.industry.clusters.stages import Entered
from tiendo.industry.models.enterprises import Enterprise
from tiendo.registers.figures import (
    NOT_NEGATIVE,
    count,
    hectares,
    money,
    never_negative,
    once,
    part_of,
)
from tiendo.registers.models import CommuneRow, Placed, Row


class ClusterKind(models.TextChoices):
    ORDINARY = "ordinary", _("industrial cluster")
    CRAFT = "craft", _("cluster of a craft village")
    MOUNTAIN = "mountain", _("cluster in a mountain area")


class Cluster(CommuneRow, Placed):
    """An industrial cluster, from the list of the province on.

    `decided_on` is the day of the decision that establishes it, `abolished_on` of the one that abolishes it. The
    stage in between is entered row by row, see `ClusterStage`; which one holds is computed.
    """

    name = models.CharField(
        _("name of the cluster"), max_length=200, help_text=_("As in the list of the province.")
    )
    code = models.CharField(
        _("code of the cluster"),
        max_length=20,
        blank=True,
        help_text=_("From the national database of industrial clusters; blank until it has one."),
    )
    kind = models.CharField(
        _("kind of cluster"), max_length=8, choices=ClusterKind, default=ClusterKind.ORDINARY
    )
    planning_basis = models.CharField(
        _("planning basis"),
        max_length=300,
        blank=True,
        help_text=_(
            "The paper that names the cluster: province plan, list, scheme, with its number."
        ),
    )
    decision = models.CharField(
        _("decision of establishment"),
        max_length=100,
        blank=True,
        help_text=_("Number and symbol; blank while the cluster waits for the province."),
    )
    decided_on = models.DateField(_("established on"), null=True, blank=True)
    abolished_on = models.DateField(
        _("abolished on"), null=True, blank=True, help_text=_("Day of the decision that ends it.")
    )
    sectors = models.CharField(
        _("sectors called for"),
        max_length=300,
        blank=True,
        help_text=_("From the decision: food processing, mechanics."),
    )
    area = hectares(
        _("natural area (ha)"),
        _("Everything inside the boundary, from the decision or the list."),
        known=True,
    )
    industrial_area = hectares(
        _("industrial and service land (ha)"), _("From the detailed plan at 1/500.")
    )
    leasable_area = hectares(
        _("of it leasable (ha)"),
        _(
            "What can be let to producers: the base of the occupancy. From the infrastructure investor."
        ),
    )
    investor = models.CharField(
        _("infrastructure investor"),
        max_length=200,
        blank=True,
        help_text=_("Company or public unit that builds and runs the cluster."),
    )
    investment = money(
        _("total investment in infrastructure (million VND)"), _("From the approved project.")
    )
    wastewater_capacity = models.DecimalField(
        _("waste-water plant: capacity (m³ a day)"),
        max_digits=9,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[NOT_NEGATIVE],
        help_text=_("What is built; 0 where there is no plant."),
    )
    wastewater_since = models.DateField(
        _("waste-water plant: running since"),
        null=True,
        blank=True,
        help_text=_("The day it was taken into service; blank while it does not run."),
    )
    wastewater_licence = models.CharField(
        _("environmental licence"),
        max_length=100,
        blank=True,
        help_text=_("Number and symbol of the licence of the cluster's infrastructure."),
    )

    class Meta:
        verbose_name = _("industrial cluster")
        verbose_name_plural = _("industrial clusters")
        ordering = ("name", "pk")
        constraints = (
            once("cluster_name_once", "name"),
            never_negative(
                "cluster_figures",
                *("area", "industrial_area", "leasable_area", "investment"),
                "wastewater_capacity",
            ),
            part_of(
                *("cluster_industrial", "industrial_area", "area"),
                _("Industrial and service land is a part of the natural area: it cannot be more."),
            ),
            part_of(
                *("cluster_leasable", "leasable_area", "industrial_area"),
                _("Leasable land is a part of the industrial and service land: it cannot be more."),
            ),
            part_of(
                *("cluster_abolished", "decided_on", "abolished_on"),
                _("A cluster cannot be abolished before it is established."),
            ),
        )
        indexes = (models.Index(fields=["locality", "commune"], name="cluster_commune"),)

    def __str__(self) -> str:
        return self.name


class ClusterStage(Row):
    """A stage a cluster came to on a day. Establishment and abolition are decisions and stand with the cluster."""

    cluster = models.ForeignKey(
        Cluster, models.CASCADE, related_name="stages", verbose_name=_("cluster")
    )
    stage = models.CharField(_("stage"), max_length=14, choices=Entered)
    since = models.DateField(_("since"), help_text=_("The day of the paper, or of what happened."))
    paper = models.CharField(
        _("paper"),
        max_length=200,
        blank=True,
        help_text=_("List, decision or record that says so, with number and day."),
    )
    waits_for = models.CharField(
        _("waits for"),
        max_length=200,
        blank=True,
        help_text=_("What somebody else has to decide first, and who: the scheme of the province."),
    )

    class Meta:
        verbose_name = _("stage of a cluster")
        verbose_name_plural = _("stages of clusters")
        ordering = ("cluster", "-since", "-pk")
        constraints = (once("cluster_stage_once", "cluster", "stage", "since"),)
        indexes = (models.Index(fields=["cluster", "since"], name="cluster_stage_since"),)

    def __str__(self) -> str:
        return f"{self.cluster}: {self.get_stage_display()}"


class Tenancy(Row):
    """An establishment that leases land in a cluster, and when it moved in.

    `relocated`: it produced elsewhere before, mostly among dwellings.
    """

    personal: ClassVar = ("fold", "__str__")  # it names the establishment

    cluster = models.ForeignKey(
        Cluster, models.CASCADE, related_name="tenancies", verbose_name=_("cluster")
    )
    enterprise = models.ForeignKey(
        Enterprise, models.PROTECT, related_name="tenancies", verbose_name=_("establishment")
    )
    plot = models.CharField(
        _("plot"), max_length=50, blank=True, help_text=_("As on the 1/500 plan: A3, lot 12.")
    )
    area = hectares(
        _("leased area (ha)"), _("Industrial and service land in the contract."), known=True
    )
    contract = models.CharField(
        _("contract"), max_length=100, blank=True, help_text=_("Number of the lease contract.")
    )
    since = models.DateField(_("leased from"), help_text=_("First day of the lease."))
    until = models.DateField(
        _("lease ended on"),
        null=True,
        blank=True,
        help_text=_("The day from which it no longer leases; blank while the lease runs."),
    )
    moved_in_on = models.DateField(
        _("moved in on"), null=True, blank=True, help_text=_("The day it began to produce there.")
    )
    relocated = models.BooleanField(
        _("moved from outside the cluster"),
        default=False,
        help_text=_("It produced elsewhere before; unmarked for a new establishment."),
    )

    class Meta:
        verbose_name = _("lease in a cluster")
        verbose_name_plural = _("leases in clusters")
        ordering = ("cluster", "enterprise__name", "-since")
        constraints = (
            once("tenancy_once", "cluster", "enterprise", "since", "plot"),
            never_negative("tenancy_figures", "area"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="tenancy_ends_after_it_begins",
                violation_error_message=_("It cannot end before it begins."),
            ),
        )
        indexes = (models.Index(fields=["locality", "moved_in_on"], name="tenancy_moved_in"),)

    def __str__(self) -> str:
        return f"{self.enterprise}, {self.cluster}"


class ClusterPeriod(Row):
    """The figures of a cluster for half a year or a year, as the infrastructure investor reports them.

    Circular 14/2024/TT-BCT (amended by 38/2025/TT-BCT). The figures are those at the end of the period; sums run
    from the first of its days. Numerator and denominator of the occupancy are kept, not the share.
    """

    cluster = models.ForeignKey(
        Cluster, models.CASCADE, related_name="periods", verbose_name=_("cluster")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    period = models.CharField(_("reporting period"), max_length=4, choices=Period)
    reported_on = models.DateField(
        _("handed in on"), null=True, blank=True, help_text=_("The day the commune received it.")
    )
    leasable_area = hectares(
        _("leasable land (ha)"), _("Industrial and service land that can be let, on the last day.")
    )
    leased_area = hectares(_("leased land (ha)"), _("Of it under lease on the last day."))
    projects = count(_("investment projects"), _("In the cluster on the last day; 0 where none."))
    capital = money(_("registered capital (million VND)"), _("Of these projects together."))
    infrastructure = money(
        _("infrastructure carried out so far (million VND)"),
        _("From the beginning of the project."),
    )
    workers = count(_("workers in the cluster"), _("On the last day of the period."))
    revenue = money(_("revenue (million VND)"), _("Of the producers, within the period."))
    exports = money(_("exports (thousand USD)"), _("Of the producers, within the period."))
    paid = money(_("paid to the budget (million VND)"), _("By the producers, within the period."))

    class Meta:
        verbose_name = _("half-yearly figures of a cluster")
        verbose_name_plural = _("half-yearly figures of clusters")
        ordering = ("-year", "period", "cluster")
        constraints = (
            once("cluster_period_once", "cluster", "year", "period"),
            never_negative(
                "cluster_period_figures",
                *("leasable_area", "leased_area", "projects", "capital", "infrastructure"),
                *("workers", "revenue", "exports", "paid"),
            ),
            part_of(
                *("cluster_period_leased", "leased_area", "leasable_area"),
                _("Leased land is a part of the leasable land: it cannot be more."),
            ),
        )
        indexes = (models.Index(fields=["locality", "year"], name="cluster_period_year"),)

    def __str__(self) -> str:
        return f"{self.cluster}, {self.get_period_display()} {self.year}"
