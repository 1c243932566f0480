"""Land: the split of a cluster by use, parcels, clearance with resettlement, and checks of planning on site."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tiendo.industry.clusters.split import Use
from tiendo.industry.models.clusters import Cluster
from tiendo.industry.models.enterprises import Enterprise
from tiendo.registers.columns import area_of
from tiendo.registers.figures import count, hectares, money, never_negative, once, part_of
from tiendo.registers.models import CommuneRow, Placed, Row


class LandUse(Row):
    """How much land of a cluster is for one use, in the detailed plan in force."""

    cluster = models.ForeignKey(
        Cluster, models.CASCADE, related_name="land_uses", verbose_name=_("cluster")
    )
    use = models.CharField(_("use of the land"), max_length=9, choices=Use)
    area = hectares(_("area (ha)"), _("From the table of the detailed plan at 1/500."), known=True)
    paper = models.CharField(
        _("decision on the detailed plan"),
        max_length=100,
        blank=True,
        help_text=_("Number and symbol; the newest, when the plan was adjusted."),
    )

    class Meta:
        verbose_name = _("land by use")
        verbose_name_plural = _("land of clusters by use")
        ordering = ("cluster", "-area", "use")
        constraints = (
            once("land_use_once", "cluster", "use"),
            never_negative("land_use_figures", "area"),
        )

    def __str__(self) -> str:
        return f"{self.cluster}: {self.get_use_display()}"


class Parcel(CommuneRow, Placed):
    """A parcel of land for production, inside a cluster or not.

    It is clean from `clean_on`: recovered, compensated, without a dispute. It leaves the fund of clean land on
    `leased_on`. Who holds it is personal where it is not an establishment, and not kept here.
    """

    map_sheet = models.CharField(
        _("map sheet"), max_length=20, help_text=_("Number of the sheet of the cadastral map.")
    )
    number = models.CharField(
        _("parcel"), max_length=20, help_text=_("Number of the parcel on that sheet.")
    )
    cluster = models.ForeignKey(
        Cluster,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parcels",
        verbose_name=_("cluster"),
        help_text=_("Blank for land outside clusters."),
    )
    area = hectares(_("area (ha)"), _("From the cadastral map: 10.000 m² are 1 ha."), known=True)
    purpose = models.CharField(
        _("purpose"),
        max_length=100,
        blank=True,
        help_text=_("As in the land-use plan: land for industrial clusters (SKN)."),
    )
    clean_on = models.DateField(
        _("clean since"),
        null=True,
        blank=True,
        help_text=_(
            "The day of the record of hand-over after clearance; blank while it is not clean."
        ),
    )
    leased_to = models.ForeignKey(
        Enterprise,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parcels",
        verbose_name=_("leased to"),
        help_text=_("The establishment, where it stands in the register; else blank."),
    )
    leased_on = models.DateField(
        _("given for use on"),
        null=True,
        blank=True,
        help_text=_("The day it was leased or handed to a user: it is then no longer free."),
    )

    class Meta:
        verbose_name = _("parcel of land")
        verbose_name_plural = _("parcels of land")
        ordering = ("commune__sort_key", "map_sheet", "number", "pk")
        constraints = (
            once("parcel_once", "commune", "map_sheet", "number"),
            never_negative("parcel_figures", "area"),
            models.CheckConstraint(
                condition=models.Q(leased_to=None) | models.Q(leased_on__isnull=False),
                name="parcel_leased_on_a_day",
                violation_error_message=_("Say on which day the parcel was given for use."),
            ),
        )
        indexes = (
            models.Index(fields=["locality", "commune"], name="parcel_commune"),
            models.Index(fields=["locality", "clean_on"], name="parcel_clean"),
        )

    def __str__(self) -> str:
        return f"{self.number}/{self.map_sheet}, {area_of(self.commune)}"


class Clearance(CommuneRow):
    """A phase of clearing land for a cluster or another work, and of resettling who lived there: what is planned."""

    name = models.CharField(
        _("work and phase"),
        max_length=200,
        help_text=_("What the land is for, and which phase: the cluster's road, phase 1."),
    )
    cluster = models.ForeignKey(
        Cluster,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="clearances",
        verbose_name=_("cluster"),
        help_text=_("Blank for works that are not for a cluster."),
    )
    decision = models.CharField(
        _("decision on the compensation scheme"),
        max_length=100,
        blank=True,
        help_text=_(
            "Number and symbol of the decision that approves compensation and resettlement."
        ),
    )
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    ends_on = models.DateField(
        _("to be cleared by"), null=True, blank=True, help_text=_("As planned.")
    )
    area = hectares(_("to be cleared (ha)"), _("From the approved scheme."), known=True)
    households = count(_("households concerned"), _("Whose land or house is recovered."))
    compensation = money(
        _("compensation and support (million VND)"), _("The sum approved, resettlement included.")
    )
    to_move = count(_("of them to be resettled"), _("Households that have to move."))

    class Meta:
        verbose_name = _("clearance of land")
        verbose_name_plural = _("clearances of land")
        ordering = ("name", "pk")
        constraints = (
            once("clearance_once", "commune", "name"),
            never_negative("clearance_figures", "area", "households", "compensation", "to_move"),
            part_of(
                *("clearance_to_move", "to_move", "households"),
                _("Households to be resettled are a part of those concerned: they cannot be more."),
            ),
        )
        indexes = (models.Index(fields=["locality", "commune"], name="clearance_commune"),)

    def __str__(self) -> str:
        return self.name


class ClearanceYear(Row):
    """What of a clearance was done within one year."""

    clearance = models.ForeignKey(
        Clearance, models.CASCADE, related_name="years", verbose_name=_("clearance of land")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    area = hectares(_("cleared in the year (ha)"), _("Handed over clean, by the records."))
    households = count(_("households that handed over"), _("Land handed over in this year."))
    paid = money(_("paid in the year (million VND)"), _("From the lists of payments."))
    moved = count(_("households resettled"), _("That moved in this year."))
    plots = count(_("resettlement plots handed over"), _("Plots or flats, in this year."))
    households_paid = count(_("households paid"), _("That received the whole sum in this year."))

    class Meta:
        verbose_name = _("year of a clearance")
        verbose_name_plural = _("clearance by year")
        ordering = ("-year", "clearance")
        constraints = (
            once("clearance_year_once", "clearance", "year"),
            never_negative(
                "clearance_year_figures",
                *("area", "households", "paid", "moved", "plots", "households_paid"),
            ),
        )
        indexes = (models.Index(fields=["locality", "year"], name="clearance_year_year"),)

    def __str__(self) -> str:
        return f"{self.clearance}, {self.year}"


class Finding(models.TextChoices):
    ORDER = "order", _("in order")
    NO_LICENCE = "no-licence", _("built without a licence")
    OTHER_THAN_LICENCE = "other", _("built otherwise than the licence says")
    AGAINST_PLAN = "plan", _("against the planning")


class PlanningCheck(CommuneRow, Placed):
    """A commune's check of planning and construction on site: what was seen, and what was done about it."""

    personal = ("builder",)
    not_public = True

    on = models.DateField(_("day of the check"))
    site = models.CharField(
        _("place"), max_length=200, help_text=_("House, road, hamlet or parcel that was looked at.")
    )
    cluster = models.ForeignKey(
        Cluster,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="checks",
        verbose_name=_("cluster"),
        help_text=_("Where the place lies in the land of a cluster, planned or established."),
    )
    builder = models.CharField(
        _("who builds"), max_length=150, blank=True, help_text=_("Seen by offices only.")
    )
    finding = models.CharField(_("what was found"), max_length=10, choices=Finding)
    words = models.TextField(
        _("in words"),
        max_length=2000,
        blank=True,
        help_text=_("What stands there, how large, what the licence or the plan says."),
    )
    handled = models.CharField(
        _("what was done about it"),
        max_length=300,
        blank=True,
        help_text=_("Record, stop of the building, fine, demolition: with number and day."),
    )
    handled_on = models.DateField(_("settled on"), null=True, blank=True)

    class Meta:
        verbose_name = _("check of planning on site")
        verbose_name_plural = _("checks of planning on site")
        ordering = ("-on", "-pk")
        constraints = (
            once("planning_check_once", "commune", "on", "site"),
            part_of(
                *("planning_check_handled", "on", "handled_on"),
                _("What was seen cannot be settled before the day of the check."),
            ),
        )
        indexes = (
            models.Index(fields=["locality", "on"], name="planning_check_day"),
            models.Index(fields=["locality", "commune"], name="planning_check_commune"),
        )

    def __str__(self) -> str:
        return f"{self.site}, {self.on:%d/%m/%Y}"
