"""Inspections of establishments, what was measured at them, and fines."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency
from tiendo.environment.measuring import Band, Parameter, Unit
from tiendo.environment.models.sites import Site
from tiendo.legal.models import BaseKind, LegalBase
from tiendo.registers.figures import never_negative, once
from tiendo.registers.models import Row


class Cause(models.TextChoices):
    """What an inspection is held for."""

    PLANNED = "planned", _("planned inspection")
    COMPLAINT = "complaint", _("inspection after a complaint")
    AGAIN = "again", _("re-inspection")
    OWN = "own", _("monitoring by the establishment itself")


class Outcome(models.TextChoices):
    """What an inspection concludes; empty while the record is not closed."""

    CONFORMS = "conforms", _("conforms")
    FAULTS = "faults", _("faults found, no breach")
    BREACH = "breach", _("breach found")


class Remedied(models.TextChoices):
    """What a re-inspection says of what was asked for earlier."""

    YES = "yes", _("remedied")
    PARTLY = "partly", _("remedied in part")
    NO = "no", _("not remedied")


class InspectionManager(models.Manager["Inspection"]):
    """Inspections with their establishments, by which they are called."""

    def get_queryset(self) -> models.QuerySet["Inspection"]:
        """Every inspection."""
        return super().get_queryset().select_related("site")


class Inspection(Row):
    """One inspection of an establishment, or one report of its own monitoring.

    `again` says what a re-inspection found of what the one before it asked for.
    """

    personal: ClassVar = ("fold", "__str__")  # households are called by somebody's name

    not_public: ClassVar = True

    site = models.ForeignKey(
        Site, models.CASCADE, related_name="inspections", verbose_name=_("establishment")
    )
    on = models.DateField(_("inspected on"), help_text=_("The day on the record."))
    cause = models.CharField(
        _("held as"), max_length=9, choices=Cause, help_text=_("From the decision to inspect.")
    )
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="+",
        verbose_name=_("inspected by"),
        help_text=_("The office that led it, or that received the report."),
    )
    record = models.CharField(
        _("decision and record"),
        max_length=120,
        blank=True,
        help_text=_("Numbers of the decision to inspect and of the record."),
    )
    wastewater = models.BooleanField(
        _("waste water looked at"),
        default=False,
        help_text=_("Marked where the record speaks of it."),
    )
    emissions = models.BooleanField(
        _("emissions looked at"), default=False, help_text=_("Smoke, dust and smell.")
    )
    noise = models.BooleanField(
        _("noise looked at"), default=False, help_text=_("Noise and vibration.")
    )
    waste = models.BooleanField(
        _("solid waste looked at"), default=False, help_text=_("Ordinary and hazardous waste.")
    )
    outcome = models.CharField(
        _("conclusion"),
        max_length=8,
        choices=Outcome,
        blank=True,
        help_text=_("From the notice on the result; blank until there is one."),
    )
    demands = models.CharField(
        _("what was asked for"),
        max_length=300,
        blank=True,
        help_text=_("What the establishment has to put right."),
    )
    remedy_due = models.DateField(
        _("to be put right by"),
        null=True,
        blank=True,
        help_text=_("From the notice on the result."),
    )
    remedied_on = models.DateField(
        _("put right on"), null=True, blank=True, help_text=_("The day it was seen to be right.")
    )
    again = models.CharField(
        _("result of the re-inspection"),
        max_length=6,
        choices=Remedied,
        blank=True,
        help_text=_("Only of a re-inspection: whether what was asked for earlier is right."),
    )

    objects = InspectionManager()

    class Meta:
        verbose_name = _("environment inspection")
        verbose_name_plural = _("environment inspections")
        ordering = ("-on", "site__name", "pk")
        constraints = (
            once("environment_inspection_once", "site", "on", "cause"),
            models.CheckConstraint(
                condition=Q(remedied_on=None) | Q(remedied_on__gte=F("on")),
                name="environment_inspection_remedied_after",
            ),
        )
        indexes = (
            models.Index(fields=["locality", "on"], name="environment_inspection_on"),
            models.Index(fields=["locality", "remedy_due"], name="environment_inspection_due"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """What it is called and found by: the establishment and the day."""
        return f"{self.site}, {self.on:%d/%m/%Y}"


class Measurement(Row):
    """One parameter of one sample, as on the laboratory's slip; the limit is that of the day of the sample."""

    personal: ClassVar = ("fold",)  # households are called by somebody's name

    not_public: ClassVar = True

    inspection = models.ForeignKey(
        Inspection, models.CASCADE, related_name="measurements", verbose_name=_("inspection")
    )
    point = models.CharField(
        _("where the sample was taken"),
        max_length=120,
        help_text=_("Name of the point on the slip, always written alike."),
    )
    sampled_on = models.DateField(_("sampled on"), help_text=_("The day on the slip."))
    sampled_at = models.TimeField(
        _("at (hour)"), null=True, blank=True, help_text=_("Such as 09:30; noise needs it.")
    )
    parameter = models.CharField(
        _("parameter"), max_length=20, choices=Parameter, help_text=_("As on the slip.")
    )
    value = models.DecimalField(
        _("value"), max_digits=16, decimal_places=5, help_text=_("As on the slip, in its own unit.")
    )
    unit = models.CharField(
        _("unit"), max_length=12, choices=Unit, help_text=_("As on the slip; pH has none.")
    )
    method = models.CharField(
        _("method"), max_length=80, blank=True, help_text=_("Number of the standard method.")
    )
    standard = models.ForeignKey(
        LegalBase,
        models.PROTECT,
        related_name="+",
        verbose_name=_("standard"),
        limit_choices_to={"kind": BaseKind.STANDARD},
        help_text=_("The version it is held against, such as QCVN 11-MT:2015/BTNMT."),
    )
    band = models.CharField(
        _("column or area"),
        max_length=12,
        choices=Band,
        help_text=_("A, B or C by the receiving water; of noise the area."),
    )
    factor = models.DecimalField(
        _("factor"),
        max_digits=6,
        decimal_places=3,
        default=1,
        help_text=_("Product of the factors on the slip, such as Kq × Kf; 1 where there is none."),
    )

    class Meta:
        verbose_name = _("measurement")
        verbose_name_plural = _("measurements")
        ordering = ("-sampled_on", "-pk")
        constraints = (
            once(
                "measurement_once", "inspection", "point", "parameter", "sampled_on", "sampled_at"
            ),
            never_negative("measurement_figures", "value"),
            models.CheckConstraint(condition=Q(factor__gt=0), name="measurement_factor"),
        )
        indexes = (
            models.Index(fields=["locality", "sampled_on"], name="measurement_day"),
            models.Index(fields=["inspection", "sampled_on"], name="measurement_inspection"),
        )

    def __str__(self) -> str:
        return f"{self.get_parameter_display()}, {self.point}, {self.sampled_on:%d/%m/%Y}"


class Fine(Row):
    """A fine for a breach that an inspection found."""

    personal: ClassVar = ("fold",)  # households are called by somebody's name

    not_public: ClassVar = True

    inspection = models.ForeignKey(
        Inspection, models.CASCADE, related_name="fines", verbose_name=_("inspection")
    )
    decision = models.CharField(
        _("decision"), max_length=60, help_text=_("Number of the decision on the fine.")
    )
    decided_on = models.DateField(_("decided on"), help_text=_("The day of the decision."))
    breach = models.CharField(
        _("breach"), max_length=300, help_text=_("What it is fined for, with the article.")
    )
    amount = models.DecimalField(
        _("fine (million VND)"),
        max_digits=12,
        decimal_places=3,
        help_text=_("For this one breach, from the decision."),
    )
    paid_on = models.DateField(
        _("fine paid on"),
        null=True,
        blank=True,
        help_text=_("The day on the receipt of the treasury."),
    )

    class Meta:
        verbose_name = _("fine")
        verbose_name_plural = _("environment fines")
        ordering = ("-decided_on", "pk")
        constraints = (
            once("environment_fine_once", "inspection", "decision", "breach"),
            never_negative("environment_fine_figures", "amount"),
        )
        indexes = (models.Index(fields=["locality", "decided_on"], name="environment_fine_day"),)

    def __str__(self) -> str:
        return self.decision
