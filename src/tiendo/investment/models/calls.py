"""Projects that investors are called for, and the acts by which the list is reviewed."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency
from tiendo.investment.sectors import Difficult, Sector, Zone
from tiendo.registers.models import CommuneRow, Placed, Row

MONEY: dict[str, Any] = {"max_digits": 18, "decimal_places": 3}  # million dong
NEVER_NEGATIVE = _("A figure cannot be less than zero.")

__all__ = [
    "CallProject",
    "CallReview",
    "CallStatus",
    "Difficult",
    "Fit",
    "LandState",
    "ReviewOutcome",
    "Selection",
    "Zone",
]


class Selection(models.TextChoices):
    """How the investor is to be found."""

    AUCTION = "auction", _("auction of land-use rights")
    TENDER = "tender", _("tender")
    APPROVAL = "approval", _("approval of an investor")
    PPP = "ppp", _("public-private partnership")
    OPEN = "open", _("not decided yet")


class LandState(models.TextChoices):
    """How far the land of a project is."""

    CLEAN = "clean", _("clean land")
    PART = "part", _("cleared in part")
    NOT = "not", _("not cleared yet")
    INVESTOR = "investor", _("the investor finds the land")


class Fit(models.TextChoices):
    """Whether a project stands in a plan of space."""

    FITS = "fits", _("in the plan")
    ADJUST = "adjust", _("plan to be adjusted")
    NOT = "not", _("not in the plan")


class CallStatus(models.TextChoices):
    """How far a project on the list is."""

    PROPOSED = "proposed", _("proposed")
    CALLING = "calling", _("calling for investors")
    INTEREST = "interest", _("an investor is interested")
    APPROVED = "approved", _("investor approved")
    CARRIED_OUT = "carried-out", _("being carried out")
    WITHDRAWN = "withdrawn", _("taken off the list")


class CallProject(CommuneRow, Placed):
    """A project for which the locality looks for an investor; it stands on the list from a day to a day."""

    name = models.CharField(_("project"), max_length=200, help_text=_("As on the call list."))
    sector = models.CharField(
        _("sector"), max_length=9, choices=Sector, help_text=_("Decides which incentives fit.")
    )
    site = models.CharField(
        _("site"), max_length=200, blank=True, help_text=_("Hamlet, road, cluster: where it lies.")
    )
    area = models.DecimalField(
        _("area (ha)"),
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("From the call list."),
    )
    aim = models.CharField(
        _("aim and scale"),
        max_length=500,
        blank=True,
        help_text=_("What is to be made there, how much a year."),
    )
    capital = models.DecimalField(
        _("capital expected (million VND)"),
        **MONEY,
        null=True,
        blank=True,
        help_text=_("From the call list; one thousand million VND is 1.000."),
    )
    selection = models.CharField(
        _("how the investor is found"),
        max_length=8,
        choices=Selection,
        default=Selection.OPEN,
        help_text=_("From the call list or the plan of land auctions."),
    )
    land = models.CharField(
        _("state of the land"),
        max_length=8,
        choices=LandState,
        blank=True,
        help_text=_("As it is today; the office of land knows."),
    )
    in_province_plan = models.CharField(
        _("plan of the province"),
        max_length=6,
        choices=Fit,
        blank=True,
        help_text=_("Leave it empty while nobody has looked."),
    )
    in_land_plan = models.CharField(
        _("land-use plan"),
        max_length=6,
        choices=Fit,
        blank=True,
        help_text=_("Leave it empty while nobody has looked."),
    )
    in_building_plan = models.CharField(
        _("construction plan"),
        max_length=6,
        choices=Fit,
        blank=True,
        help_text=_("Leave it empty while nobody has looked."),
    )
    links = models.CharField(
        _("roads, power, water"),
        max_length=300,
        blank=True,
        help_text=_("What leads to the site already, and what is still missing."),
    )
    difficult = models.CharField(
        _("difficult area"),
        max_length=9,
        choices=Difficult,
        blank=True,
        help_text=_("By the list that was in force on the day of the call; decides incentives."),
    )
    zone = models.CharField(
        _("zone"),
        max_length=11,
        choices=Zone,
        blank=True,
        help_text=_("The border-gate economic zone or a cluster; empty outside both."),
    )
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="+",
        verbose_name=_("whom to ask"),
        help_text=_("The office that an investor turns to."),
    )
    listed_on = models.DateField(
        _("on the list since"), help_text=_("The day of the decision or plan with the list.")
    )
    listed_by = models.CharField(
        _("listed by"), max_length=100, blank=True, help_text=_("Number and symbol of that paper.")
    )
    from_year = models.PositiveSmallIntegerField(
        _("called from (year)"), null=True, blank=True, help_text=_("As on the list, such as 2021.")
    )
    to_year = models.PositiveSmallIntegerField(
        _("called until (year)"),
        null=True,
        blank=True,
        help_text=_("As on the list, such as 2025."),
    )
    status = models.CharField(
        _("how far it is"),
        max_length=11,
        choices=CallStatus,
        default=CallStatus.CALLING,
        help_text=_("As it is today."),
    )
    left_on = models.DateField(
        _("off the list since"),
        null=True,
        blank=True,
        help_text=_("When an investor began or the project was given up; else empty."),
    )

    class Meta:
        verbose_name = _("project investors are called for")
        verbose_name_plural = _("projects investors are called for")
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "name", "listed_on"], name="call_project_once"
            ),
            models.CheckConstraint(
                condition=(Q(area=None) | Q(area__gte=0)) & (Q(capital=None) | Q(capital__gte=0)),
                name="call_project_figures",
                violation_error_message=NEVER_NEGATIVE,
            ),
            models.CheckConstraint(
                condition=Q(left_on=None) | Q(left_on__gte=F("listed_on")),
                name="call_project_leaves_after_it_came",
                violation_error_message=_("It cannot leave the list before it stands on it."),
            ),
            models.CheckConstraint(
                condition=Q(from_year=None) | Q(to_year=None) | Q(to_year__gte=F("from_year")),
                name="call_project_years",
                violation_error_message=_("The last year lies before the first."),
            ),
        )
        indexes = (
            models.Index(fields=["locality", "listed_on"], name="call_project_day"),
            models.Index(fields=["locality", "commune"], name="call_project_commune"),
        )

    def __str__(self) -> str:
        return self.name


class ReviewOutcome(models.TextChoices):
    """What a review says of a project."""

    KEEP = "keep", _("stays as it is")
    ADJUST = "adjust", _("to be changed")
    ADD = "add", _("put on the list")
    TAKE_OFF = "take-off", _("taken off the list")


class CallReview(Row):
    """What one review of the call list said of one project; reviews of one day are one act."""

    project = models.ForeignKey(
        CallProject,
        models.CASCADE,
        related_name="reviews",
        verbose_name=_("project investors are called for"),
    )
    reviewed_on = models.DateField(
        _("reviewed on"), help_text=_("The day of the minutes or of the paper with the result.")
    )
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="+",
        verbose_name=_("review led by"),
        help_text=_("The office that led the review."),
    )
    paper = models.CharField(
        _("paper"), max_length=100, blank=True, help_text=_("Number and symbol of that paper.")
    )
    outcome = models.CharField(
        _("result of the review"),
        max_length=8,
        choices=ReviewOutcome,
        help_text=_("What the review says of this project."),
    )
    words = models.CharField(
        _("what the review found"),
        max_length=500,
        blank=True,
        help_text=_("What is to be changed, or why it comes or goes."),
    )

    class Meta:
        verbose_name = _("review of the call list")
        verbose_name_plural = _("reviews of the call list")
        ordering = ("-reviewed_on", "project", "pk")
        constraints = (
            models.UniqueConstraint(fields=["project", "reviewed_on"], name="call_review_once"),
        )
        indexes = (models.Index(fields=["locality", "reviewed_on"], name="call_review_day"),)

    def __str__(self) -> str:
        return f"{self.project} ({self.reviewed_on:%d/%m/%Y})"
