"""Promotion projects from the application to the settlement, and the checks that come after."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency
from tiendo.promotion.contents import Beneficiary, Content, Machine
from tiendo.promotion.stages import DAYS, Stage, stage_of
from tiendo.registers.models import CommuneRow, Concerning, Row

MONEY: dict[str, Any] = {"max_digits": 18, "decimal_places": 3}  # million dong
NEVER_NEGATIVE = _("Money is never negative.")
AMOUNTS = ("cost", "support", "own", "other", "advance", "settled")


def money(label: Any, words: Any) -> models.DecimalField:
    """An amount in million dong that may be unknown."""
    return models.DecimalField(label, **MONEY, null=True, blank=True, help_text=words)


def day(label: Any, words: Any) -> models.DateField:
    """A day that may not have come."""
    return models.DateField(label, null=True, blank=True, help_text=words)


class Level(models.TextChoices):
    NATIONAL = "national", _("national promotion")
    LOCAL = "local", _("promotion of the province")


class PromotionProject(CommuneRow, Concerning):
    """A project that industrial promotion supports; `about` is the establishment that gets the support.

    `agency` answers for the row. Who helps with the file need not: that is support given, about this row.
    """

    name = models.CharField(
        _("promotion project"), max_length=300, help_text=_("As in the application or decision.")
    )
    code = models.CharField(
        _("code"), max_length=40, blank=True, help_text=_("As in the programme of the year.")
    )
    level = models.CharField(
        _("level"), max_length=8, choices=Level, help_text=_("Whose programme pays.")
    )
    year = models.PositiveSmallIntegerField(
        _("programme year"), help_text=_("The year whose programme it belongs to.")
    )
    content = models.CharField(
        _("what is supported"),
        max_length=13,
        choices=Content,
        help_text=_("Decides share and ceiling of the support."),
    )
    machine = models.CharField(
        _("key mechanical product"),
        max_length=10,
        choices=Machine,
        blank=True,
        help_text=_("When it is about machines for farms or processing; else empty."),
    )
    beneficiary = models.CharField(
        _("who gets the support"), max_length=200, help_text=_("As in the contract, always alike.")
    )
    beneficiary_kind = models.CharField(
        _("kind of who gets it"),
        max_length=11,
        choices=Beneficiary,
        help_text=_("From the registration certificate."),
    )
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="+",
        verbose_name=_("answerable office"),
        help_text=_("Who answers for the project here; who only helps enters support given."),
    )
    executor = models.CharField(
        _("carried out by"),
        max_length=200,
        blank=True,
        help_text=_("The promotion centre or office that signs the contract."),
    )
    cost = money(_("total cost (million VND)"), _("Of the whole investment, from the estimate."))
    support = money(
        _("support (million VND)"), _("From promotion money: as asked for, then as approved.")
    )
    own = money(_("own money (million VND)"), _("What the establishment pays itself."))
    other = money(_("other money (million VND)"), _("From other sources; 0 when there is none."))
    applied_on = models.DateField(
        _("applied on"), help_text=_("The day on which the application came.")
    )
    appraised_on = day(_("appraised on"), _("The day of the minutes of appraisal."))
    approved_on = day(_("approved on"), _("The day of the decision on the support."))
    decision = models.CharField(
        _("decision"),
        max_length=100,
        blank=True,
        help_text=_("Number and symbol of the decision."),
    )
    contracted_on = day(_("contract signed on"), _("The day on the contract."))
    contract = models.CharField(
        _("contract"),
        max_length=100,
        blank=True,
        help_text=_("Number and symbol of the contract."),
    )
    advanced_on = day(_("advance paid on"), _("Empty when no advance was paid."))
    advance = money(_("advance (million VND)"), _("What was paid before the work was accepted."))
    accepted_on = day(_("accepted on"), _("The day of the minutes of acceptance on site."))
    settled_on = day(
        _("accounts settled on"), _("The day of the last payment or of the settlement.")
    )
    settled = money(_("settled (million VND)"), _("All that was paid, the advance with it."))
    check_by = day(_("check after support by"), _("By when somebody is to look how it is used."))
    stopped_on = day(_("stopped on"), _("When it was given up; else empty."))
    stopped_words = models.CharField(
        _("why it was stopped"), max_length=300, blank=True, help_text=_("In a few words.")
    )

    class Meta:
        verbose_name = _("promotion project")
        verbose_name_plural = _("promotion projects")
        ordering = ("-year", "name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "name", "beneficiary", "year"], name="promotion_project_once"
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{name: None}) | Q(**{f"{name}__gte": 0}),
                    name=f"promotion_project_{name}",
                    violation_error_message=NEVER_NEGATIVE,
                )
                for name in AMOUNTS
            ),
        )
        indexes = (
            models.Index(fields=["locality", "approved_on"], name="promotion_project_day"),
            models.Index(fields=["locality", "commune"], name="promotion_project_commune"),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.beneficiary}, {self.year})"

    @property
    def days(self) -> dict[str, date | None]:
        """The days of its stages, in their order."""
        return {name: getattr(self, name) for name in DAYS}

    def stage(self, today: date) -> Stage:
        """How far it is on `today`."""
        return stage_of(self.days, self.stopped_on, today)


class AfterFinding(models.TextChoices):
    """How what was supported is used."""

    USED = "used", _("used as meant")
    PARTLY = "partly", _("used in part")
    IDLE = "idle", _("stands idle")
    GONE = "gone", _("sold or moved away")


class AfterCheck(Row):
    """A look at a project after the support: whether it is used, and what came of it."""

    project = models.ForeignKey(
        PromotionProject,
        models.CASCADE,
        related_name="checks",
        verbose_name=_("promotion project"),
    )
    checked = models.DateField(_("looked at on"), help_text=_("The day of the minutes."))
    finding = models.CharField(
        _("how it is used"), max_length=6, choices=AfterFinding, help_text=_("As seen on site.")
    )
    jobs = models.PositiveIntegerField(
        _("jobs added"),
        null=True,
        blank=True,
        help_text=_("Since the support, as the establishment says; 0 when there are none."),
    )
    revenue = money(_("revenue added a year (million VND)"), _("As the establishment says."))
    saving = models.DecimalField(
        _("material or energy saved (%)"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("For one unit of product, compared with before."),
    )
    words = models.CharField(
        _("what was seen"), max_length=500, blank=True, help_text=_("From the minutes.")
    )

    class Meta:
        verbose_name = _("check after support")
        verbose_name_plural = _("checks after support")
        ordering = ("-checked", "project", "pk")
        constraints = (
            models.UniqueConstraint(fields=["project", "checked"], name="after_check_once"),
            models.CheckConstraint(
                condition=Q(saving=None) | Q(saving__gte=0, saving__lte=100),
                name="after_check_saving",
                violation_error_message=_("A share lies between 0 and 100 per cent."),
            ),
        )
        indexes = (models.Index(fields=["locality", "checked"], name="after_check_day"),)

    def __str__(self) -> str:
        return f"{self.project} ({self.checked:%d/%m/%Y})"
