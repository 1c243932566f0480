"""What enterprises did for productivity, quality and technology."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tiendo.registers.figures import money, never_negative, once, part_of
from tiendo.registers.models import CommuneRow, Concerning


class Means(models.TextChoices):
    """By what an enterprise gets better: systems, tools, measuring, technology."""

    QUALITY = "iso-9001", _("quality system (ISO 9001)")
    ENVIRONMENT = "iso-14001", _("environment system (ISO 14001)")
    ENERGY = "iso-50001", _("energy system (ISO 50001)")
    FOOD = "iso-22000", _("food safety system (ISO 22000, HACCP)")
    TOOLS = "5s", _("productivity tools (5S, Kaizen, Lean)")
    MEASURING = "measuring", _("measuring and testing")
    TRACING = "tracing", _("tracing of origin")
    NEW = "new", _("new technology or line")
    CLEAN = "clean", _("cleaner production")
    HIGH = "high", _("high technology")
    AUTOMATION = "automation", _("automation")
    DIGITAL = "digital", _("digital transformation")
    RESEARCH = "research", _("research and development")


CERTIFIED = (Means.QUALITY, Means.ENVIRONMENT, Means.ENERGY, Means.FOOD)
TECHNOLOGY = (Means.NEW, Means.CLEAN, Means.HIGH, Means.AUTOMATION, Means.DIGITAL)


class Improvement(CommuneRow, Concerning):
    """One thing that an enterprise did to produce more, better or with less, what it cost and what came of it."""

    personal: ClassVar = ("whom", "fold", "__str__")  # households are called by somebody's name

    whom = models.CharField(
        _("establishment"),
        max_length=200,
        help_text=_("Name of the establishment as in the register of establishments."),
    )
    means = models.CharField(
        _("measure taken"),
        max_length=10,
        choices=Means,
        help_text=_("What it mainly is; a further one is a row of its own."),
    )
    words = models.CharField(
        _("what it was"),
        max_length=300,
        blank=True,
        help_text=_("Such as: a dryer with heat pump in place of two coal-fired ones."),
    )
    done_on = models.DateField(
        _("in use since"),
        help_text=_("The day of the certificate or of the acceptance of the line."),
    )
    certificate = models.CharField(
        _("number of the certificate"),
        max_length=60,
        blank=True,
        help_text=_("With the body that gave it; only systems have one."),
    )
    until = models.DateField(
        _("certificate valid to"),
        null=True,
        blank=True,
        help_text=_("As printed on the certificate; blank where there is none."),
    )
    cost = money(
        _("cost (million VND)"), _("All that was spent on it, from contract or acceptance.")
    )
    support = money(
        _("of it support (million VND)"), _("From the decision on support; 0 where there was none.")
    )
    programme = models.CharField(
        _("programme of the support"),
        max_length=200,
        blank=True,
        help_text=_("Such as: industrial promotion, productivity and quality programme."),
    )
    gain = models.DecimalField(
        _("productivity gained (%)"),
        max_digits=6,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Output for each worker against the year before; blank when not measured."),
    )
    effect = models.CharField(
        _("effect"),
        max_length=300,
        blank=True,
        help_text=_("What changed: material, energy, waste, faulty goods, new buyers."),
    )

    class Meta:
        verbose_name = _("productivity and quality measure")
        verbose_name_plural = _("productivity, quality and technology")
        ordering = ("-done_on", "whom", "pk")
        constraints = (
            once("improvement_once", "whom", "means", "done_on"),
            never_negative("improvement_money", "cost", "support"),
            part_of(
                *("improvement_support_within_cost", "support", "cost"),
                _("The support is a part of the cost: it cannot be more."),
            ),
            part_of(
                *("improvement_ends_after_it_begins", "done_on", "until"),
                _("It cannot end before it begins."),
            ),
        )
        indexes = (
            models.Index(fields=["locality", "done_on"], name="improvement_day"),
            models.Index(fields=["locality", "commune"], name="improvement_commune"),
        )

    def __str__(self) -> str:
        return f"{self.whom}: {self.get_means_display()}"
