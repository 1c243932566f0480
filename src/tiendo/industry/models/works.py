"""Works: infrastructure inside clusters, transport and other works outside, with their sources and years."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tiendo.industry.models.clusters import Cluster
from tiendo.registers.figures import NOT_NEGATIVE, money, never_negative, once, part_of
from tiendo.registers.models import CommuneRow, Placed, Row


class WorkKind(models.TextChoices):
    """Shared infrastructure as Decree 32/2024, article 2 lists it, and works outside that a cluster needs."""

    ROAD = "road", _("road, pavement, trees")
    WATERWAY = "waterway", _("waterway")
    BRIDGE = "bridge", _("bridge")
    PORT = "port", _("wharf or port")
    LEVELLING = "levelling", _("levelling, embankment")
    WATER = "water", _("water supply")
    WASTEWATER = "wastewater", _("waste-water collection and treatment")
    WASTE = "waste", _("solid waste")
    FIRE = "fire", _("fire protection")
    POWER = "power", _("power and lighting")
    TELECOM = "telecom", _("telecommunication")
    RESETTLEMENT = "resettlement", _("resettlement area")
    OTHER = "other", _("other work")


class Side(models.TextChoices):
    INSIDE = "inside", _("inside the cluster")
    OUTSIDE = "outside", _("outside clusters")


class Work(CommuneRow, Placed):
    """A work of infrastructure as a project: what, where, whose, for how much, from when to when."""

    name = models.CharField(
        _("name of the work"), max_length=200, help_text=_("As in the decision of investment.")
    )
    kind = models.CharField(_("kind of work"), max_length=12, choices=WorkKind)
    side = models.CharField(_("inside or outside"), max_length=7, choices=Side)
    cluster = models.ForeignKey(
        Cluster,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="works",
        verbose_name=_("cluster"),
        help_text=_("The cluster it lies in, or that it leads to; blank for works of all."),
    )
    owner = models.CharField(
        _("owner of the project"),
        max_length=200,
        blank=True,
        help_text=_("Who answers for the investment: board of projects, committee, company."),
    )
    decision = models.CharField(
        _("decision of investment"), max_length=100, blank=True, help_text=_("Number and symbol.")
    )
    total = money(_("total investment (million VND)"), _("As approved; all sources together."))
    begins = models.PositiveSmallIntegerField(_("first year"))
    ends = models.PositiveSmallIntegerField(
        _("last year planned"), null=True, blank=True, help_text=_("From the decision.")
    )
    done_on = models.DateField(
        _("taken over on"),
        null=True,
        blank=True,
        help_text=_("The day of the record that takes the finished work over."),
    )

    class Meta:
        verbose_name = _("work of infrastructure")
        verbose_name_plural = _("works of infrastructure")
        ordering = ("name", "pk")
        constraints = (
            once("work_once", "commune", "name"),
            never_negative("work_figures", "total"),
            part_of(
                *("work_ends_after_it_begins", "begins", "ends"),
                _("It cannot end before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(side=Side.OUTSIDE) | Q(cluster__isnull=False),
                name="work_inside_a_cluster",
                violation_error_message=_("Say in which cluster the work lies."),
            ),
        )
        indexes = (
            models.Index(fields=["locality", "commune"], name="work_commune"),
            models.Index(fields=["locality", "kind"], name="work_kind"),
        )

    def __str__(self) -> str:
        return self.name


class WorkSource(models.TextChoices):
    CENTRAL = "central", _("central budget")
    PROVINCE = "province", _("budget of the province")
    LOCAL = "local", _("budget of the district or commune")
    SOCIALISED = "socialised", _("socialised")
    ENTERPRISE = "enterprise", _("enterprise's own capital")
    CREDIT = "credit", _("credit")


class WorkShare(Row):
    """How much of a work one source pays for."""

    work = models.ForeignKey(
        Work, models.CASCADE, related_name="shares", verbose_name=_("work of infrastructure")
    )
    source = models.CharField(_("source of the capital"), max_length=10, choices=WorkSource)
    amount = models.DecimalField(
        _("amount (million VND)"),
        max_digits=18,
        decimal_places=3,
        validators=[NOT_NEGATIVE],
        help_text=_("From the decision of investment."),
    )
    paper = models.CharField(
        _("paper"),
        max_length=200,
        blank=True,
        help_text=_("List, decision or record that says so, with number and day."),
    )

    class Meta:
        verbose_name = _("source of a work")
        verbose_name_plural = _("sources of works")
        ordering = ("work", "source")
        constraints = (
            once("work_share_once", "work", "source"),
            never_negative("work_share_figures", "amount"),
        )

    def __str__(self) -> str:
        return f"{self.work}: {self.get_source_display()}"


class WorkYear(Row):
    """What of a work was planned and carried out in a year, and how far it was at the end of that year."""

    work = models.ForeignKey(
        Work, models.CASCADE, related_name="years", verbose_name=_("work of infrastructure")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    planned = money(_("planned for the year (million VND)"), _("The capital plan of the year."))
    done = money(_("carried out in the year (million VND)"), _("Value of the work taken over."))
    progress = models.DecimalField(
        _("progress of the whole work (%)"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[NOT_NEGATIVE, MaxValueValidator(100)],
        help_text=_("By volume at the end of the year, from the record of the site: 45."),
    )

    class Meta:
        verbose_name = _("year of a work")
        verbose_name_plural = _("works by year")
        ordering = ("-year", "work")
        constraints = (
            once("work_year_once", "work", "year"),
            never_negative("work_year_figures", "planned", "done", "progress"),
            models.CheckConstraint(
                condition=Q(progress=None) | Q(progress__lte=100),
                name="work_year_progress",
                violation_error_message=_("Progress cannot be more than 100 per cent."),
            ),
        )
        indexes = (models.Index(fields=["locality", "year"], name="work_year_year"),)

    def __str__(self) -> str:
        return f"{self.work}, {self.year}"
