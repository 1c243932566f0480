"""How the procedures of one field went in a quarter, at the office that receives them."""

from django.db import models
from django.db.models import F, Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency
from tiendo.registers.models import Row


class ProcedureField(models.TextChoices):
    """The fields that one-stop shops sort procedures for enterprises into."""

    BUSINESS = "business", _("business registration")
    INVESTMENT = "investment", _("investment")
    LAND = "land", _("land")
    BUILDING = "building", _("building")
    ENVIRONMENT = "environment", _("environment")
    TRADE = "trade", _("industry and trade")
    LABOUR = "labour", _("labour")
    FARMING = "farming", _("agriculture and food safety")
    TAX = "tax", _("tax and fees")
    OTHER = "other", _("other field")


class Quarter(models.TextChoices):
    FIRST = "1", _("quarter I")
    SECOND = "2", _("quarter II")
    THIRD = "3", _("quarter III")
    FOURTH = "4", _("quarter IV")


class ProcedureQuarter(Row):
    """The dossiers of one field that an office had in a quarter, and what was made easier in it.

    A quarter that is over stays with the office that had it: nothing of it goes to a successor.
    """

    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="+",
        verbose_name=_("office that receives"),
        help_text=_("The office or commune whose one-stop shop took the dossiers."),
    )
    field = models.CharField(
        _("field of procedures"),
        max_length=11,
        choices=ProcedureField,
        help_text=_("As the one-stop shop sorts them; only procedures of enterprises."),
    )
    year = models.PositiveSmallIntegerField(_("year"), help_text=_("Such as 2024."))
    quarter = models.CharField(
        _("quarter"), max_length=1, choices=Quarter, help_text=_("A row for each quarter.")
    )
    carried_over = models.PositiveIntegerField(
        _("carried over"),
        default=0,
        help_text=_("Dossiers of earlier quarters that were open on the first day."),
    )
    received = models.PositiveIntegerField(
        _("received in the quarter"), help_text=_("On paper and online together.")
    )
    settled = models.PositiveIntegerField(
        _("settled"), help_text=_("On time and late together; the sum is checked.")
    )
    on_time = models.PositiveIntegerField(
        _("settled on time"), help_text=_("Those that were early are counted too.")
    )
    late = models.PositiveIntegerField(
        _("settled late"),
        help_text=_("After the day on the receipt. Write 0 where there was none."),
    )
    days_saved = models.PositiveIntegerField(
        _("days saved"),
        null=True,
        blank=True,
        help_text=_(
            "Working days by which results came before their day, of all dossiers together."
        ),
    )
    cut = models.PositiveIntegerField(
        _("procedures cut or shortened"),
        null=True,
        blank=True,
        help_text=_("Procedures, not dossiers: with fewer papers or days since this quarter."),
    )
    asked = models.PositiveIntegerField(
        _("asked for satisfaction"),
        null=True,
        blank=True,
        help_text=_("Slips that came back; leave it empty when nobody was asked."),
    )
    satisfied = models.PositiveIntegerField(
        _("satisfied of those asked"),
        null=True,
        blank=True,
        help_text=_("Satisfied and very satisfied together."),
    )

    class Meta:
        verbose_name = _("procedures of a quarter")
        verbose_name_plural = _("procedures for enterprises")
        ordering = ("-year", "-quarter", "field", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "agency", "field", "year", "quarter"],
                name="procedure_quarter_once",
            ),
            models.CheckConstraint(
                condition=Q(settled=F("on_time") + F("late")),
                name="procedure_quarter_settled_is_the_sum",
            ),
            models.CheckConstraint(
                condition=Q(settled__lte=F("carried_over") + F("received")),
                name="procedure_quarter_settled_was_there",
            ),
            models.CheckConstraint(
                condition=Q(satisfied=None) | Q(asked__isnull=False, satisfied__lte=F("asked")),
                name="procedure_quarter_satisfied_were_asked",
            ),
        )
        indexes = (
            models.Index(fields=["locality", "year", "quarter"], name="procedure_quarter_time"),
            models.Index(fields=["locality", "agency"], name="procedure_quarter_office"),
        )

    def __str__(self) -> str:
        return f"{capfirst(self.get_field_display())}, {self.get_quarter_display()}/{self.year}"

    @property
    def open(self) -> int:
        """Dossiers that were not settled on the last day."""
        return self.carried_over + self.received - self.settled
