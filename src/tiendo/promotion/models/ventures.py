"""Start-up ideas and OCOP projects that offices help."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency
from tiendo.promotion.models.projects import NEVER_NEGATIVE, money
from tiendo.registers.models import CommuneRow, Concerning


class VentureKind(models.TextChoices):
    IDEA = "idea", _("start-up idea")
    OCOP = "ocop", _("OCOP project")


class Help(models.TextChoices):
    """With what it is helped, mainly."""

    ADVICE = "advice", _("advice, training")
    TRIAL = "trial", _("money for a trial")
    MACHINE = "machine", _("machinery")
    BRAND = "brand", _("brand, packaging, tracing")
    QUALITY = "quality", _("quality papers")
    MARKET = "market", _("finding buyers, e-commerce")


class VentureStage(models.TextChoices):
    HELPED = "helped", _("being helped")
    DONE = "done", _("produces, sells or has its stars")
    NOTHING = "nothing", _("came to nothing")


class Venture(CommuneRow, Concerning):
    """An idea or OCOP project that an office helps, and what came of it; `about` is its establishment or product."""

    personal: ClassVar = ("owner", "fold")  # households and people with ideas
    not_public: ClassVar = True

    kind = models.CharField(
        _("kind of project"), max_length=4, choices=VentureKind, help_text=_("What it is.")
    )
    name = models.CharField(
        _("idea or project"), max_length=200, help_text=_("As in the application.")
    )
    owner = models.CharField(
        _("whose it is"), max_length=200, help_text=_("Person, household or cooperative.")
    )
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="+",
        verbose_name=_("helped by"),
        help_text=_("The office that gave the help."),
    )
    received_on = models.DateField(
        _("taken up on"), help_text=_("The day from which the office helps.")
    )
    help = models.CharField(
        _("helped with"), max_length=7, choices=Help, help_text=_("What it was mainly about.")
    )
    words = models.CharField(
        _("what for"), max_length=300, blank=True, help_text=_("In a few words.")
    )
    cost = money(_("total cost (million VND)"), _("Of the whole investment, from the estimate."))
    support = money(_("support (million VND)"), _("Money from public sources; 0 for advice alone."))
    decision = models.CharField(
        _("decision"), max_length=100, blank=True, help_text=_("Number and symbol of the decision.")
    )
    stage = models.CharField(
        _("how far it is"),
        max_length=7,
        choices=VentureStage,
        default=VentureStage.HELPED,
        help_text=_("As it is today."),
    )
    ended_on = models.DateField(
        _("outcome since"), null=True, blank=True, help_text=_("Empty while it is being helped.")
    )
    result = models.CharField(
        _("result"),
        max_length=300,
        blank=True,
        help_text=_("Stars, business registered, or why nothing came of it."),
    )

    class Meta:
        verbose_name = _("start-up idea or OCOP project helped")
        verbose_name_plural = _("start-up ideas and OCOP projects helped")
        ordering = ("-received_on", "name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "name", "owner", "received_on"], name="venture_once"
            ),
            models.CheckConstraint(
                condition=(Q(cost=None) | Q(cost__gte=0)) & (Q(support=None) | Q(support__gte=0)),
                name="venture_money",
                violation_error_message=NEVER_NEGATIVE,
            ),
            models.CheckConstraint(
                condition=Q(stage="helped", ended_on=None)
                | ~Q(stage="helped") & Q(ended_on__isnull=False),
                name="venture_ends",
                violation_error_message=_(
                    "While it is being helped there is no day of an outcome; afterwards there is one."
                ),
            ),
        )
        indexes = (
            models.Index(fields=["locality", "received_on"], name="venture_day"),
            models.Index(fields=["locality", "commune"], name="venture_commune"),
        )

    def __str__(self) -> str:
        return self.name
