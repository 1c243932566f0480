"""Legal bases and policies with their validity, and norms: limits that hold from a day to a day."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tiendo.legal.limits import Limit, NormKind
from tiendo.legal.validity import Validity, validity_on
from tiendo.registers.models import Row

ENDS_FIRST = _("Its last day lies before its first.")


class BaseKind(models.TextChoices):
    """Kinds of documents; those of the law are named in the Law on Promulgation of Legal Documents."""

    LAW = "law", _("law or code")
    RESOLUTION = "resolution", _("resolution")
    DECREE = "decree", _("decree")
    CIRCULAR = "circular", _("circular")
    DECISION = "decision", _("decision")
    STANDARD = "standard", _("technical regulation or standard")
    PLAN = "plan", _("plan, programme or scheme")
    PARTY = "party", _("Party document")
    OTHER = "other", _("other")


class Topic(models.TextChoices):
    """What a document or a norm is about."""

    CLUSTERS = "clusters", _("industrial clusters and land")
    PROMOTION = "promotion", _("industrial promotion")
    PRODUCTS = "products", _("OCOP and typical rural products")
    ENTERPRISES = "enterprises", _("enterprises and innovation")
    ENVIRONMENT = "environment", _("environment")
    INVESTMENT = "investment", _("investment")
    BUDGET = "budget", _("budget and public investment")
    LABOUR = "labour", _("labour and training")
    TRADE = "trade", _("trade and export")
    REPORTING = "reporting", _("statistics and reporting")
    OTHER = "other", _("other")


class LegalBase(Row):
    """A document that work rests on: a law, a decree, a decision, a policy of the province.

    `verified`: somebody compared number, days and validity with the document itself.
    """

    symbol = models.CharField(
        _("number and symbol"),
        max_length=60,
        help_text=_("As at the head of the document: “32/2024/NĐ-CP”."),
    )
    kind = models.CharField(_("kind of document"), max_length=10, choices=BaseKind)
    title = models.CharField(
        _("summary"), max_length=500, help_text=_("What it is about, in the words under its name.")
    )
    issuer = models.CharField(
        _("issued by"),
        max_length=120,
        help_text=_("Tells documents with the same number apart: a council of the province."),
    )
    topic = models.CharField(_("field"), max_length=12, choices=Topic, default=Topic.OTHER)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    valid_from = models.DateField(
        _("in force from"),
        null=True,
        blank=True,
        help_text=_("From its last articles; blank while nobody has looked it up."),
    )
    valid_to = models.DateField(
        _("in force to"),
        null=True,
        blank=True,
        help_text=_("The last day it holds; blank while no end is known."),
    )
    replaced_by = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaces",
        verbose_name=_("replaced by"),
        help_text=_("The later document that says it replaces this one."),
    )
    amends = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="amended_by",
        verbose_name=_("amends"),
        help_text=_("The document of which this one changes a part."),
    )
    policy = models.BooleanField(
        _("policy or mechanism"),
        default=False,
        help_text=_("Gives support, a preference or a mechanism that people can ask for."),
    )
    beneficiary = models.CharField(
        _("for whom"),
        max_length=300,
        blank=True,
        help_text=_("Who can ask for what it gives: small firms, cooperatives, households."),
    )
    content = models.TextField(
        _("what it says"),
        blank=True,
        help_text=_("What the plan needs of it, in your own words, with the articles."),
    )
    verified = models.BooleanField(
        _("verified"),
        default=False,
        help_text=_("You compared number, days and validity with the document itself."),
    )
    source = models.CharField(
        _("where it was looked up"),
        max_length=300,
        blank=True,
        help_text=_("Gazette, legal database, file."),
    )

    class Meta:
        verbose_name = _("legal basis or policy")
        verbose_name_plural = _("legal bases and policies")
        ordering = (F("valid_from").desc(nulls_last=True), "symbol", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "symbol", "issuer"], name="legal_base_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="legal_base_ends_after_it_begins",
                violation_error_message=ENDS_FIRST,
            ),
            models.CheckConstraint(
                condition=~Q(replaced_by=F("id")) & ~Q(amends=F("id")),
                name="legal_base_follows_another",
                violation_error_message=_("A document neither replaces nor amends itself."),
            ),
        )
        indexes = (models.Index(fields=["locality", "topic"], name="legal_base_topic"),)

    def __str__(self) -> str:
        return self.symbol

    def validity(self, day: date) -> Validity:
        """Whether it holds on `day`."""
        return validity_on(self.valid_from, self.valid_to, day)


class NormQuerySet(models.QuerySet["Norm"]):
    def in_force(self, day: date) -> "NormQuerySet":
        """The norms that hold on `day`."""
        return self.filter(
            Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day
        ).select_related("base")

    def norm_on(self, code: str, day: date, locality: int) -> "Norm | None":
        """The norm called `code` that holds in a locality on `day`, with its legal basis; None where none does.

        Codes overlap only where somebody gave a reason: then the one that began last holds.
        """
        found = self.in_force(day).filter(locality=locality, code=code)
        return found.order_by("-valid_from", "-pk").first()


class Norm(Row):
    """A limit that a document sets, from a day to a day: a ceiling, a share, a band, a time.

    `verified`: somebody compared the value with the article. A norm that was not is said to be so wherever it decides.
    """

    code = models.CharField(
        _("code"),
        max_length=60,
        help_text=_("The name by which rules find it; the same from one period to the next."),
    )
    title = models.CharField(
        _("what it limits"), max_length=300, help_text=_("Area of one industrial cluster.")
    )
    topic = models.CharField(_("field"), max_length=12, choices=Topic, default=Topic.OTHER)
    kind = models.CharField(_("kind of norm"), max_length=14, choices=NormKind)
    lowest = models.DecimalField(
        _("from (value)"),
        max_digits=18,
        decimal_places=4,
        null=True,
        blank=True,
        help_text=_("For “at least” and for bands; a band reaches from here on."),
    )
    highest = models.DecimalField(
        _("to (value)"),
        max_digits=18,
        decimal_places=4,
        null=True,
        blank=True,
        help_text=_("For ceilings, shares and times; a band reaches to below this value."),
    )
    unit = models.CharField(
        _("unit"), max_length=60, help_text=_("ha, %, million dong a model, working days.")
    )
    beneficiary = models.CharField(
        _("for whom, or for what"),
        max_length=300,
        blank=True,
        help_text=_("Where it does not hold for all: clusters of craft villages, small firms."),
    )
    valid_from = models.DateField(_("holds from"))
    valid_to = models.DateField(
        _("holds to"), null=True, blank=True, help_text=_("Blank while no end is known.")
    )
    base = models.ForeignKey(
        LegalBase,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="norms",
        verbose_name=_("legal basis"),
        help_text=_("A document of the register of legal bases: enter it there first."),
    )
    article = models.CharField(
        _("article"), max_length=120, blank=True, help_text=_("Article 8, clause 2, point a.")
    )
    verified = models.BooleanField(
        _("verified"),
        default=False,
        help_text=_("You compared the value and the days with the article itself."),
    )
    remark = models.TextField(
        _("remark"),
        blank=True,
        help_text=_("What is still to be looked up, or to be read with it."),
    )

    objects = NormQuerySet.as_manager()

    class Meta:
        verbose_name = _("norm")
        verbose_name_plural = _("norms")
        ordering = ("topic", "code", "-valid_from", "pk")
        constraints = (
            models.UniqueConstraint(fields=["locality", "code", "valid_from"], name="norm_once"),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="norm_ends_after_it_begins",
                violation_error_message=ENDS_FIRST,
            ),
            models.CheckConstraint(
                condition=Q(lowest__isnull=False) | Q(highest__isnull=False),
                name="norm_has_value",
                violation_error_message=_("A norm has a value: fill in “from”, “to” or both."),
            ),
            models.CheckConstraint(
                condition=Q(lowest=None) | Q(highest=None) | Q(lowest__lt=F("highest")),
                name="norm_band_rises",
                violation_error_message=_("A band ends above where it begins."),
            ),
        )
        indexes = (models.Index(fields=["locality", "code", "valid_from"], name="norm_by_code"),)

    def __str__(self) -> str:
        return f"{self.title} ({self.limit})"

    @property
    def limit(self) -> Limit:
        """What it says, as the rules take it."""
        return Limit(NormKind(self.kind), self.lowest, self.highest, self.unit)

    @property
    def basis(self) -> str:
        """The document and the article; "" where none was said."""
        return ", ".join(filter(None, (self.article, self.base.symbol if self.base else "")))

    def validity(self, day: date) -> Validity:
        """Whether it holds on `day`."""
        return validity_on(self.valid_from, self.valid_to, day)
