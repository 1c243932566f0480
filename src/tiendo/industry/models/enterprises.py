"""Enterprises and other production establishments: who they are, what they are marked as, what they made each year."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tiendo.industry.activities import Version, activity
from tiendo.industry.sizes import Size
from tiendo.industry.tax_codes import Found, TaxCodeField, found, is_personal
from tiendo.registers.figures import count, money, never_negative, once, part_of
from tiendo.registers.models import CommuneRow, Placed, Row


class EnterpriseKind(models.TextChoices):
    LIMITED = "limited", _("limited liability company")
    JOINT_STOCK = "joint-stock", _("joint-stock company")
    PRIVATE = "private", _("private enterprise")
    COOPERATIVE = "cooperative", _("cooperative")
    GROUP = "group", _("cooperative group")
    HOUSEHOLD = "household", _("household business")
    DEPENDENT = "dependent", _("branch or dependent unit")
    OTHER = "other", _("other establishment")


class Enterprise(CommuneRow, Placed):
    """An enterprise, a cooperative, a household business or a unit of one, at one place of production.

    `began` is the year in which it began to produce there, `closed` the day on which it stopped for good.
    `size` is what its papers say: what follows from workers and capital is computed beside it.
    """

    # Households are called by somebody's name.
    personal: ClassVar = ("tax_code", "name", "fold", "owner", "telephone", "__str__")
    masked = {"tax_code": lambda row: is_personal(row.tax_code)}

    tax_code = TaxCodeField(
        _("tax code"),
        max_length=20,
        help_text=_(
            "From the registration certificate: 10 digits, 10-3 for a dependent unit; for a household business the "
            "12 digits of the personal number. A further place under the same code adds -00001."
        ),
    )
    name = models.CharField(
        _("name of the establishment"),
        max_length=200,
        help_text=_("As on the registration certificate."),
    )
    kind = models.CharField(
        _("legal form"),
        max_length=11,
        choices=EnterpriseKind,
        help_text=_(
            "From the certificate; a workshop of an enterprise elsewhere is a dependent unit."
        ),
    )
    address = models.CharField(
        _("address"),
        max_length=200,
        blank=True,
        help_text=_("House, road, hamlet: where it produces, not where it is registered."),
    )
    activity_code = models.CharField(
        _("main activity (VSIC code)"),
        max_length=5,
        help_text=_("4 or 5 digits from the registration, such as 1061 for the milling of rice."),
    )
    activity_version = models.CharField(
        _("version of the code"),
        max_length=4,
        choices=Version,
        default=Version.OF_2018,
        help_text=_("Certificates before 15/11/2025 have codes of 2018."),
    )
    began = models.PositiveSmallIntegerField(
        _("year it began to produce"),
        help_text=_("What the owner says; else the year of the first registration."),
    )
    closed = models.DateField(
        _("stopped for good on"), null=True, blank=True, help_text=_("The day it stopped for good.")
    )
    size = models.CharField(
        _("size"),
        max_length=6,
        choices=Size,
        blank=True,
        help_text=_("As the enterprise declared it; household businesses leave it blank."),
    )
    workers = count(_("workers"), _("Paid people and members of the family who work there now."))
    capital = money(
        _("total capital (million VND)"),
        _("From the balance sheet of last year; else the capital registered."),
    )
    owner = models.CharField(
        _("owner or legal representative"),
        max_length=150,
        blank=True,
        help_text=_("Seen by offices only."),
    )
    telephone = models.CharField(
        _("telephone"), max_length=30, blank=True, help_text=_("Of the owner or the establishment.")
    )

    class Meta:
        verbose_name = _("production establishment")
        verbose_name_plural = _("enterprises and production establishments")
        ordering = ("name", "pk")
        constraints = (
            once("enterprise_tax_code_once", "tax_code"),
            never_negative("enterprise_figures", "workers", "capital"),
        )
        indexes = (
            models.Index(fields=["locality", "commune"], name="enterprise_commune"),
            models.Index(fields=["locality", "name"], name="enterprise_name"),
            models.Index(fields=["locality", "activity_code"], name="enterprise_activity"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def activity(self) -> str:
        """The main activity in words and with its code: "xay xát và sản xuất bột thô (1061)"."""
        words = activity(self.activity_version, self.activity_code)
        return f"{words} ({self.activity_code})" if words else self.activity_code

    @property
    def is_demonstration(self) -> bool:
        """Whether the tax code is one made up for practice."""
        return found(self.tax_code) is Found.DEMONSTRATION

    @property
    def open_number(self) -> str:
        """The tax code where it may be searched for: not the personal number of a human being."""
        return "" if is_personal(self.tax_code) else self.tax_code


class EnterpriseYear(Row):
    """What an establishment made in a year, and with how many workers. Unknown is blank; nothing is zero."""

    personal: ClassVar = ("fold", "__str__")

    enterprise = models.ForeignKey(
        Enterprise, models.CASCADE, related_name="years", verbose_name=_("production establishment")
    )
    year = models.PositiveSmallIntegerField(
        _("year"), help_text=_("The calendar year of these figures, such as 2023.")
    )
    output_current = money(
        _("output at current prices (million VND)"),
        _(
            "Gross value of what was produced, from the yearly statistical form of the establishment."
        ),
    )
    output_2010 = money(
        _("output at 2010 prices (million VND)"),
        _("The same quantities at the prices of 2010: for growth."),
    )
    revenue = money(_("revenue (million VND)"), _("Net revenue, from the financial statement."))
    exports = money(
        _("exports (thousand USD)"), _("Customs value (FOB), re-exported goods included.")
    )
    re_exports = money(
        _("of them re-exports (thousand USD)"),
        _("Goods that came in for a time only; 0 where there were none."),
    )
    workers = count(
        _("workers, average of the year"),
        _("From the payroll: the twelve months together by twelve."),
    )
    trained = count(
        _("of them trained workers"),
        _("With a diploma or certificate, or skilled by at least 3 years in the job."),
    )
    vocational = count(_("of them trained in a vocation"), _("Elementary certificate and up."))

    class Meta:
        verbose_name = _("year of an establishment")
        verbose_name_plural = _("production by year")
        ordering = ("-year", "enterprise")
        constraints = (
            models.UniqueConstraint(fields=["enterprise", "year"], name="enterprise_year_once"),
            never_negative(
                "enterprise_year_figures",
                *("output_current", "output_2010", "revenue", "exports", "re_exports"),
                *("workers", "trained", "vocational"),
            ),
            part_of(
                *("enterprise_year_re_exports", "re_exports", "exports"),
                _("Re-exports are a part of the exports: they cannot be more."),
            ),
            part_of(
                *("enterprise_year_trained", "trained", "workers"),
                _("Trained workers are a part of the workers: they cannot be more."),
            ),
            part_of(
                *("enterprise_year_vocational", "vocational", "trained"),
                _("Those trained in a vocation are a part of the trained: they cannot be more."),
            ),
        )
        indexes = (models.Index(fields=["locality", "year"], name="enterprise_year_year"),)

    def __str__(self) -> str:
        return f"{self.enterprise}, {self.year}"


class Flag(models.TextChoices):
    RICE = "rice", _("processes rice")
    PANGASIUS = "pangasius", _("processes pangasius")
    VEGETABLES = "vegetables", _("processes vegetables")
    FRUIT = "fruit", _("processes fruit")
    SUPPORTING = "supporting", _("supporting industry")
    NEW = "new", _("new: product or branch new to the locality")
    HIGH_TECH = "high-tech", _("high technology")
    TO_MOVE = "to-move", _("to be moved into a cluster")


class EnterpriseFlag(Row):
    """What an establishment counts as from a day, until a day: a processor of rice, one to be moved into a cluster."""

    personal: ClassVar = ("fold", "__str__")

    enterprise = models.ForeignKey(
        Enterprise, models.CASCADE, related_name="flags", verbose_name=_("production establishment")
    )
    flag = models.CharField(_("counts as"), max_length=10, choices=Flag)
    since = models.DateField(_("from"), help_text=_("The day from which it counts as this."))
    until = models.DateField(
        _("until"), null=True, blank=True, help_text=_("The day from which it no longer does.")
    )
    paper = models.CharField(
        _("paper that says so"),
        max_length=200,
        blank=True,
        help_text=_("List, decision or record that says so, with number and day."),
    )

    class Meta:
        verbose_name = _("mark of an establishment")
        verbose_name_plural = _("marks of establishments")
        ordering = ("enterprise", "flag", "-since")
        constraints = (
            models.UniqueConstraint(
                fields=["enterprise", "flag", "since"], name="enterprise_flag_once"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="enterprise_flag_ends_after_it_begins",
                violation_error_message=_("It cannot end before it begins."),
            ),
        )
        indexes = (models.Index(fields=["locality", "flag"], name="enterprise_flag_flag"),)

    def __str__(self) -> str:
        return f"{self.enterprise}: {self.get_flag_display()}"
