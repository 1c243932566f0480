"""Incentives for investors: what the law or the province gives, where, for which sector, from when to when."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tiendo.investment.models.calls import CallProject
from tiendo.investment.sectors import Sector, Where, places_of
from tiendo.legal.models import LegalBase
from tiendo.registers.models import Row

__all__ = ["Incentive", "IncentiveKind", "Where"]


class IncentiveKind(models.TextChoices):
    INCOME_TAX = "income-tax", _("corporate income tax")
    LAND_RENT = "land-rent", _("land rent, land-use fee")
    IMPORT_TAX = "import-tax", _("import duty")
    CREDIT = "credit", _("credit, interest")
    SUPPORT = "support", _("support in money or works")
    OTHER = "other", _("other incentive")


class IncentiveQuerySet(models.QuerySet["Incentive"]):
    def fitting(self, project: CallProject, day: object) -> "IncentiveQuerySet":
        """The incentives that a project can ask for on `day`: by its sector and where it lies."""
        held = Q(valid_to=None) | Q(valid_to__gte=day)
        found = self.filter(held, locality=project.locality_id, valid_from__lte=day)
        places = places_of(project.difficult, project.zone)
        return found.filter(sector__in=["", project.sector], place__in=places)


class Incentive(Row):
    """One incentive as its document gives it. `verified`: somebody compared it with the article."""

    title = models.CharField(
        _("incentive"),
        max_length=200,
        help_text=_("In a few words, such as: land rent free 11 years."),
    )
    kind = models.CharField(
        _("kind of incentive"),
        max_length=10,
        choices=IncentiveKind,
        help_text=_("What it is about."),
    )
    place = models.CharField(
        _("where it holds"),
        max_length=11,
        choices=Where,
        default=Where.EVERYWHERE,
        help_text=_("The kind of area that the document names."),
    )
    sector = models.CharField(
        _("sector"),
        max_length=9,
        choices=Sector,
        blank=True,
        help_text=_("Empty when it holds for every sector."),
    )
    content = models.TextField(
        _("what is given"),
        blank=True,
        help_text=_("Rates, years and conditions, in your own words."),
    )
    base = models.ForeignKey(
        LegalBase,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("legal basis"),
        help_text=_("A document of the register of legal bases: enter it there first."),
    )
    article = models.CharField(
        _("article"), max_length=120, blank=True, help_text=_("Such as: Article 15, appendix III.")
    )
    valid_from = models.DateField(
        _("holds from"), help_text=_("The first day on which it can be asked for.")
    )
    valid_to = models.DateField(
        _("holds to"), null=True, blank=True, help_text=_("Blank while no end is known.")
    )
    verified = models.BooleanField(
        _("verified"),
        default=False,
        help_text=_("You compared it with the article itself."),
    )

    objects = IncentiveQuerySet.as_manager()

    class Meta:
        verbose_name = _("incentive for investors")
        verbose_name_plural = _("incentives for investors")
        ordering = ("kind", "title", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "title", "valid_from"], name="incentive_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="incentive_ends_after_it_begins",
                violation_error_message=_("Its last day lies before its first."),
            ),
        )
        indexes = (models.Index(fields=["locality", "valid_from"], name="incentive_day"),)

    def __str__(self) -> str:
        return self.title
