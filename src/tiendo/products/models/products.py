"""Products that were given stars or a mark by a decision, and machines that are made here."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tiendo.registers.figures import count, money, never_negative, once, part_of
from tiendo.registers.models import CommuneRow, Concerning, Placed

ENDS_FIRST = _("It cannot end before it begins.")


class Maker(models.TextChoices):
    """What the owner of a product is."""

    ENTERPRISE = "enterprise", _("enterprise")
    COOPERATIVE = "cooperative", _("cooperative")
    GROUP = "group", _("cooperative group")
    HOUSEHOLD = "household", _("household business")


class Made(CommuneRow, Concerning):
    """A product with who makes it; `about` is the row of the maker in another register."""

    personal: ClassVar = ("maker", "fold", "__str__")  # households are called by somebody's name

    name = models.CharField(
        _("product"), max_length=200, help_text=_("As in the decision, always written alike.")
    )
    maker = models.CharField(
        _("maker"),
        max_length=200,
        help_text=_("Name of the establishment as in the register of establishments."),
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.name} – {self.maker}"


class Awarded(Made):
    """A product that a decision gave something for a time; a new evaluation is a row of its own."""

    decision = models.CharField(
        _("number of the decision"),
        max_length=60,
        help_text=_("As at the head of the decision: “1204/QĐ-UBND”."),
    )
    decided_on = models.DateField(
        _("decided on"), help_text=_("The day of the decision: validity is counted from it.")
    )
    until = models.DateField(
        _("valid to"),
        blank=True,
        help_text=_(
            "The last day it holds, as printed. If no day is printed, leave it blank: the day by the rule is named."
        ),
    )
    given_up = models.BooleanField(
        _("not to be evaluated again"),
        default=False,
        blank=True,
        help_text=_("The maker gave it up: nobody is reminded of its last day."),
    )

    class Meta:
        abstract = True


class OcopGroup(models.TextChoices):
    """The six groups of Decision 148/QĐ-TTg of 2023 (verified)."""

    FOOD = "food", _("food")
    DRINK = "drink", _("drinks")
    HERBAL = "herbal", _("medicinal plants and what is made of them")
    CRAFT = "craft", _("handicrafts")
    ORNAMENTAL = "ornamental", _("ornamental plants and animals")
    TOURISM = "tourism", _("community and ecological tourism")


class Stars(models.TextChoices):
    """What a product is given; with one or two stars it is sent back to be improved."""

    THREE = "3", _("3 stars")
    FOUR = "4", _("4 stars")
    FIVE = "5", _("5 stars")


class Evaluator(models.TextChoices):
    """Whose council decided on the stars."""

    DISTRICT = "district", _("district")
    PROVINCE = "province", _("province")
    CENTRAL = "central", _("central council")


class OcopProduct(Awarded, Placed):
    """A product of “one commune one product” with the stars that were decided, and the score they rest on."""

    maker_kind = models.CharField(
        _("kind of maker"),
        max_length=11,
        choices=Maker,
        help_text=_("A household business is one that is registered under a person's name."),
    )
    group = models.CharField(
        _("product group"), max_length=10, choices=OcopGroup, help_text=_("As in the decision.")
    )
    stars = models.CharField(
        _("stars"), max_length=1, choices=Stars, help_text=_("As decided, whatever the score says.")
    )
    score = models.DecimalField(
        _("score"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Of 100 points, from the minutes of the council; blank when not known."),
    )
    evaluator = models.CharField(
        _("evaluated by"),
        max_length=8,
        choices=Evaluator,
        default=Evaluator.PROVINCE,
        help_text=_("The council that decided; districts decided until July 2025."),
    )
    sales = money(_("sales a year (million VND)"), _("Of last year, as the maker says."))

    class Meta:
        verbose_name = _("OCOP product")
        verbose_name_plural = _("OCOP products")
        ordering = ("name", "maker", "-decided_on", "pk")
        constraints = (
            once("ocop_product_once", "name", "maker", "decided_on"),
            part_of("ocop_product_ends_after_it_begins", "decided_on", "until", ENDS_FIRST),
            never_negative("ocop_product_figures", "score", "sales"),
        )
        indexes = (
            models.Index(fields=["locality", "commune"], name="ocop_product_commune"),
            models.Index(fields=["locality", "until"], name="ocop_product_until"),
        )


class TypicalGroup(models.TextChoices):
    """The four groups of products that are chosen under Circular 26/2014/TT-BCT (verified from the press)."""

    CRAFT = "craft", _("handicrafts")
    PROCESSED = "processed", _("processed farm and aquatic products, drinks")
    MECHANICAL = "mechanical", _("machines, tools, mechanical parts")
    OTHER = "other", _("other products")


class Level(models.TextChoices):
    """For which area a product was chosen; communes choose since districts ended."""

    COMMUNE = "commune", _("commune")
    DISTRICT = "district", _("district")
    PROVINCE = "province", _("province")
    REGION = "region", _("region")
    NATION = "nation", _("nation")


class TypicalProduct(Awarded):
    """A typical product of rural industry, chosen on one level."""

    group = models.CharField(
        _("product group"), max_length=10, choices=TypicalGroup, help_text=_("As in the decision.")
    )
    level = models.CharField(
        _("level"),
        max_length=8,
        choices=Level,
        help_text=_("For which it was chosen; on the next level it is a row of its own."),
    )

    class Meta:
        verbose_name = _("typical product of rural industry")
        verbose_name_plural = _("typical products of rural industry")
        ordering = ("name", "maker", "-decided_on", "pk")
        constraints = (
            once("typical_product_once", "name", "maker", "level", "decided_on"),
            part_of("typical_product_ends_after_it_begins", "decided_on", "until", ENDS_FIRST),
        )
        indexes = (
            models.Index(fields=["locality", "commune"], name="typical_product_commune"),
            models.Index(fields=["locality", "until"], name="typical_product_until"),
        )


class Machine(models.TextChoices):
    """What a machine is for; the plan asks for those that serve farming and processing."""

    HARVESTER = "harvester", _("harvester")
    FIELD = "field", _("machine for the field")
    DRYER = "dryer", _("dryer")
    MILL = "mill", _("rice milling machine")
    AQUATIC = "aquatic", _("machine for processing aquatic products")
    PRODUCE = "produce", _("machine for processing fruit and vegetables")
    PARTS = "parts", _("spare parts")
    OTHER = "other", _("other machine")


class MechanicalProduct(Made):
    """A machine or part that is made in the locality, from the year it was first made in until it is given up."""

    kind = models.CharField(
        _("kind of machine"),
        max_length=9,
        choices=Machine,
        help_text=_("What it is mainly used for."),
    )
    since = models.PositiveSmallIntegerField(
        _("made since (year)"), help_text=_("The year in which the first one was sold.")
    )
    ended_on = models.DateField(
        _("given up on"),
        null=True,
        blank=True,
        help_text=_("The day from which it is made no more."),
    )
    performance = models.CharField(
        _("performance"),
        max_length=120,
        blank=True,
        help_text=_("What one machine does, with its unit: 2 tonnes an hour."),
    )
    made = count(
        _("machines made last year"),
        _("As the maker says; 0 where none was made, blank when not known."),
    )
    listed = models.CharField(
        _("decision that names it"),
        max_length=120,
        blank=True,
        help_text=_("Number and day of the list of key products; blank where none names it."),
    )

    class Meta:
        verbose_name = _("key mechanical product")
        verbose_name_plural = _("key mechanical products")
        ordering = ("name", "maker", "pk")
        constraints = (once("mechanical_product_once", "name", "maker"),)
        indexes = (models.Index(fields=["locality", "commune"], name="mechanical_product_commune"),)
