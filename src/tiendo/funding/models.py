"""Money: what was allocated from a source in a year, what was committed of it, and what was paid out."""

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import OuterRef, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency
from tiendo.funding.sums import Tally
from tiendo.registers.models import Concerning, Row

MONEY: dict[str, Any] = {"max_digits": 18, "decimal_places": 3}  # million dong

NEVER_NEGATIVE = _("Money is never negative.")


class Source(models.TextChoices):
    """Where money comes from; the plan names the budget of the province and socialised money."""

    CENTRAL = "central", _("central budget")
    PROVINCE = "province", _("budget of the province")
    LOCAL = "local", _("budget of the district or commune")
    SOCIALISED = "socialised", _("socialised money")
    ENTERPRISE = "enterprise", _("money of enterprises")
    CREDIT = "credit", _("credit")


# As papers write them; the name of an allocation is the same in every language, for sheets are read by it.
SHORT: dict[str, str] = {
    Source.CENTRAL: "NSTW",
    Source.PROVINCE: "NST",
    Source.LOCAL: "NSĐP",
    Source.SOCIALISED: "XHH",
    Source.ENTERPRISE: "DN",
    Source.CREDIT: "TD",
}


class AllocationQuerySet(models.QuerySet["Allocation"]):
    def with_sums(self) -> "AllocationQuerySet":
        """Annotated with `committed` and `disbursed`, in million dong; 0 where nothing was."""
        return self.annotate(
            committed=_summed(Commitment.objects.all()),
            disbursed=_summed(Disbursement.objects.all()),
        )


def _summed(rows: Any) -> Coalesce:
    mine = rows.filter(allocation=OuterRef("pk")).order_by().values("allocation")
    money = models.DecimalField(**MONEY)
    return Coalesce(
        Subquery(mine.annotate(sum=Sum("amount")).values("sum"), output_field=money),
        Value(Decimal(0), output_field=money),
    )


class Allocation(Row, Concerning):
    """Money that a paper gives from one source for one purpose in a year.

    What is paid for may be a row of another register; several sources are several allocations.
    """

    year = models.PositiveSmallIntegerField(
        _("budget year"), help_text=_("The year whose budget or plan of capital gives it.")
    )
    source = models.CharField(_("source"), max_length=10, choices=Source)
    purpose = models.CharField(
        _("what it is for"),
        max_length=300,
        help_text=_("The work, scheme or activity, as the decision calls it."),
    )
    number = models.CharField(
        _("decision or agreement"),
        max_length=100,
        help_text=_(
            "Number and symbol of the paper that gives the money; “no number” if it has none."
        ),
    )
    decided_on = models.DateField(_("dated"), null=True, blank=True)
    amount = models.DecimalField(
        _("allocated (million dong)"),
        **MONEY,
        help_text=_("As the decision has it after its last adjustment."),
    )
    giver = models.CharField(
        _("given by"),
        max_length=200,
        blank=True,
        help_text=_("The programme, enterprise, bank or group of givers."),
    )
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("spent by"),
        help_text=_("The office that is given the money to spend."),
    )
    remark = models.TextField(
        _("remark"), blank=True, help_text=_("Adjustments, conditions, money taken back.")
    )

    objects = AllocationQuerySet.as_manager()

    class Meta:
        verbose_name = _("allocation of money")
        verbose_name_plural = _("allocations of money")
        ordering = ("-year", "source", "purpose", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "year", "source", "purpose", "number"], name="allocation_once"
            ),
            models.CheckConstraint(
                condition=Q(amount__gte=0),
                name="allocation_not_negative",
                violation_error_message=NEVER_NEGATIVE,
            ),
        )
        indexes = (
            models.Index(fields=["locality", "year", "source"], name="allocation_year_source"),
            models.Index(fields=["about_type", "about_id"], name="allocation_about"),
        )

    def __str__(self) -> str:
        return f"{self.purpose} ({SHORT.get(self.source, self.source)} {self.year}, {self.number})"

    @cached_property
    def bound(self) -> Tally:
        """What is committed of it, the rows of a sheet looked at so far among it: a sheet is judged as a whole."""
        return Tally(dict(self.commitments.values_list("pk", "amount")))

    @cached_property
    def paid(self) -> Tally:
        """What was paid out of it, counted in the same way."""
        return Tally(dict(self.disbursements.values_list("pk", "amount")))


class Commitment(Row):
    """A contract or agreement by which money of an allocation is bound."""

    allocation = models.ForeignKey(
        Allocation,
        models.PROTECT,
        related_name="commitments",
        verbose_name=_("allocation of money"),
    )
    number = models.CharField(
        _("contract or agreement"), max_length=100, help_text=_("Its number and symbol.")
    )
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    partner = models.CharField(
        _("with whom"),
        max_length=200,
        blank=True,
        help_text=_("The contractor or the one supported."),
    )
    content = models.CharField(
        _("for what"),
        max_length=300,
        blank=True,
        help_text=_("The package or the part of the work, as the contract calls it."),
    )
    amount = models.DecimalField(_("committed (million dong)"), **MONEY)

    class Meta:
        verbose_name = _("commitment of money")
        verbose_name_plural = _("commitments of money")
        ordering = ("allocation", "signed_on", "pk")
        constraints = (
            models.UniqueConstraint(fields=["allocation", "number"], name="commitment_once"),
            models.CheckConstraint(
                condition=Q(amount__gte=0),
                name="commitment_not_negative",
                violation_error_message=NEVER_NEGATIVE,
            ),
        )
        indexes = (models.Index(fields=["locality", "signed_on"], name="commitment_day"),)

    def __str__(self) -> str:
        return self.number


class Disbursement(Row):
    """Money of an allocation that was paid out: one payment, or all of a year under one number."""

    allocation = models.ForeignKey(
        Allocation,
        models.PROTECT,
        related_name="disbursements",
        verbose_name=_("allocation of money"),
    )
    year = models.PositiveSmallIntegerField(
        _("year it counts for"),
        help_text=_("The budget year in whose accounts the payment stands."),
    )
    number = models.CharField(
        _("payment"),
        max_length=100,
        help_text=_(
            "Number of the payment order; “whole year” for a sum of the Treasury's statement."
        ),
    )
    paid_on = models.DateField(_("paid on"), null=True, blank=True)
    amount = models.DecimalField(_("paid out (million dong)"), **MONEY)
    content = models.CharField(
        _("for what"),
        max_length=300,
        blank=True,
        help_text=_("Advance, part paid on completion, settlement."),
    )

    class Meta:
        verbose_name = _("disbursement")
        verbose_name_plural = _("disbursements")
        ordering = ("-year", "-paid_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["allocation", "year", "number"], name="disbursement_once"
            ),
            models.CheckConstraint(
                condition=Q(amount__gte=0),
                name="disbursement_not_negative",
                violation_error_message=NEVER_NEGATIVE,
            ),
        )
        indexes = (models.Index(fields=["locality", "year"], name="disbursement_year"),)

    def __str__(self) -> str:
        return f"{self.number} ({self.year})"
