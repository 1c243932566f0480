"""Establishments watched for the environment, the lists they stand on, and their papers."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from tiendo.registers.figures import never_negative, once
from tiendo.registers.models import CommuneRow, Concerning, Placed, Row


class Degree(models.TextChoices):
    """Degree of risk of the kind of production: Decree 08/2022/NĐ-CP, Annex II (the three degrees verified)."""

    FIRST = "i", _("degree I, high risk")
    SECOND = "ii", _("degree II, medium risk")
    THIRD = "iii", _("degree III, low risk")
    NONE = "none", _("no kind with a risk")


class ProjectGroup(models.TextChoices):
    """Groups of projects: Law 72/2020/QH14, Article 28 (not verified)."""

    FIRST = "i", _("group I")
    SECOND = "ii", _("group II")
    THIRD = "iii", _("group III")
    FOURTH = "iv", _("group IV")


class Site(CommuneRow, Placed, Concerning):
    """An establishment that is watched for the environment; `about` is its row in another register."""

    personal: ClassVar = ("name", "fold", "__str__")  # households are called by somebody's name
    not_public: ClassVar = True

    name = models.CharField(
        _("establishment"),
        max_length=200,
        help_text=_("As on its certificate, always written alike."),
    )
    organisation = models.BooleanField(
        _("is an organisation"),
        default=True,
        help_text=_("Enterprise or cooperative; not marked: a household, fined like a person."),
    )
    activity = models.CharField(
        _("what it produces"),
        max_length=200,
        help_text=_("In short, such as: fillets of pangasius, 40 tonnes a day."),
    )
    in_cluster = models.BooleanField(
        _("inside a cluster"),
        default=False,
        help_text=_("Marked where it stands in an industrial cluster."),
    )
    degree = models.CharField(
        _("degree of risk"),
        max_length=4,
        choices=Degree,
        blank=True,
        help_text=_("By its kind and capacity: Annex II of Decree 08/2022, from its licence."),
    )
    group = models.CharField(
        _("group of projects"),
        max_length=3,
        choices=ProjectGroup,
        blank=True,
        help_text=_("From the licence or the decision on the impact assessment."),
    )
    discharges = models.CharField(
        _("what it gives off"),
        max_length=300,
        blank=True,
        help_text=_("Waste water, smoke, noise, solid waste, and from where."),
    )
    wastewater = models.DecimalField(
        _("waste water (m³ a day)"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("The highest flow that the licence allows; else as measured."),
    )
    receiver = models.CharField(
        _("receiving water"),
        max_length=200,
        blank=True,
        help_text=_("Canal or river into which it discharges, and column A or B."),
    )
    closed_on = models.DateField(
        _("stopped for good on"), null=True, blank=True, help_text=_("The day it stopped for good.")
    )

    class Meta:
        verbose_name = _("establishment watched for the environment")
        verbose_name_plural = _("establishments watched for the environment")
        ordering = ("name", "pk")
        constraints = (
            once("site_once", "commune", "name"),
            never_negative("site_figures", "wastewater"),
        )
        indexes = (
            models.Index(fields=["locality", "commune"], name="site_commune"),
            models.Index(fields=["locality", "name"], name="site_name"),
        )

    def __str__(self) -> str:
        return self.name


class Level(models.TextChoices):
    """Why an establishment stands on the list: the words of the plan."""

    RISK = "risk", _("at risk of polluting")
    POLLUTING = "polluting", _("polluting")
    SERIOUS = "serious", _("seriously polluting")


class Listing(Row):
    """One stay of an establishment on a list; another level is another row. It ends on `removed_on`."""

    personal: ClassVar = ("fold", "__str__")  # households are called by somebody's name

    not_public: ClassVar = True

    site = models.ForeignKey(
        Site, models.CASCADE, related_name="listings", verbose_name=_("establishment")
    )
    level = models.CharField(
        _("level of pollution"),
        max_length=9,
        choices=Level,
        help_text=_("As in the decision; before one, as the office proposes."),
    )
    why = models.CharField(
        _("why it is listed"),
        max_length=300,
        help_text=_("What was found, where and when: the rule or sample behind it."),
    )
    since = models.DateField(
        _("listed since"), help_text=_("The day of the decision; else of the proposal.")
    )
    decision = models.CharField(
        _("decision"),
        max_length=60,
        blank=True,
        help_text=_("Number of the decision that puts it on the list; blank while proposed."),
    )
    remedy = models.CharField(
        _("what it has to do"),
        max_length=300,
        blank=True,
        help_text=_("From the decision: build a plant, cover the stack, move."),
    )
    remedy_due = models.DateField(
        _("remedy due on"), null=True, blank=True, help_text=_("From the decision.")
    )
    remedied_on = models.DateField(
        _("remedied on"),
        null=True,
        blank=True,
        help_text=_("The day of the record that says the remedy is complete."),
    )
    removed_on = models.DateField(
        _("taken off the list on"),
        null=True,
        blank=True,
        help_text=_("The day of the decision that takes it off, or puts it on another level."),
    )
    removal = models.CharField(
        _("decision that takes it off"),
        max_length=60,
        blank=True,
        help_text=_("Number of that decision."),
    )

    class Meta:
        verbose_name = _("stay on the list")
        verbose_name_plural = _("list of polluting establishments")
        ordering = ("-since", "site__name", "pk")
        constraints = (
            once("listing_once", "site", "level", "since"),
            models.CheckConstraint(
                condition=Q(removed_on=None) | Q(removed_on__gte=F("since")),
                name="listing_ends_after_it_begins",
            ),
        )
        indexes = (models.Index(fields=["locality", "level", "since"], name="listing_level"),)

    def __str__(self) -> str:
        return f"{self.site}: {self.get_level_display()}"


class DossierKind(models.TextChoices):
    """Papers of the environment, those of earlier laws among them."""

    ASSESSMENT = "assessment", _("environmental impact assessment")
    LICENCE = "licence", _("environmental licence")
    REGISTRATION = "registration", _("environmental registration")
    OLD_PLAN = "old-plan", _("environment protection plan or commitment (earlier law)")
    WASTE_CONTRACT = "waste", _("contract for the collection of waste")


class Dossier(Row):
    """A paper of the environment that an establishment has or asks for; in hand while it has no number."""

    personal: ClassVar = ("fold",)  # households are called by somebody's name

    not_public: ClassVar = True

    site = models.ForeignKey(
        Site, models.CASCADE, related_name="dossiers", verbose_name=_("establishment")
    )
    kind = models.CharField(
        _("kind of dossier"),
        max_length=12,
        choices=DossierKind,
        help_text=_("As on its first page."),
    )
    filed_on = models.DateField(
        _("filed on"), null=True, blank=True, help_text=_("The day on the receipt.")
    )
    number = models.CharField(
        _("number"), max_length=60, blank=True, help_text=_("Of the licence, decision or receipt.")
    )
    issued_by = models.CharField(
        _("granted by"), max_length=120, blank=True, help_text=_("Who signed it.")
    )
    issued_on = models.DateField(
        _("granted on"), null=True, blank=True, help_text=_("The day it was signed.")
    )
    valid_to = models.DateField(
        _("valid to"), null=True, blank=True, help_text=_("Its last day; blank where it has none.")
    )

    class Meta:
        verbose_name = _("environment dossier")
        verbose_name_plural = _("environment dossiers")
        ordering = ("-issued_on", "site__name", "pk")
        constraints = (
            once("environment_dossier_once", "site", "kind", "number"),
            models.CheckConstraint(
                condition=Q(number="") | Q(issued_on__isnull=False),
                name="environment_dossier_has_day",
            ),
        )
        indexes = (models.Index(fields=["locality", "valid_to"], name="environment_dossier_end"),)

    def __str__(self) -> str:
        return f"{capfirst(self.get_kind_display())} {self.number}".strip()
