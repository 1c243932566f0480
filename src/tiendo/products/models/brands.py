"""Marks and names under which goods of the locality are sold."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tiendo.registers.figures import count, once, part_of
from tiendo.registers.models import CommuneRow, Concerning


class BrandKind(models.TextChoices):
    """By what goods are known: marks and indications of the Law on Intellectual Property, codes of goods."""

    MARK = "mark", _("trade mark")
    COLLECTIVE = "collective", _("collective mark")
    CERTIFICATION = "certification", _("certification mark")
    INDICATION = "indication", _("geographical indication")
    CODE = "code", _("product code (bar code)")


MARKS = (BrandKind.MARK, BrandKind.COLLECTIVE, BrandKind.CERTIFICATION)


class Brand(CommuneRow, Concerning):
    """A mark, an indication or a code, from the day it was applied for."""

    personal: ClassVar = ("owner", "fold")  # households are called by somebody's name

    name = models.CharField(
        _("mark or name"), max_length=200, help_text=_("As applied for, always written alike.")
    )
    kind = models.CharField(
        _("kind of mark"),
        max_length=13,
        choices=BrandKind,
        help_text=_("From the application or the certificate."),
    )
    owner = models.CharField(
        _("owner"),
        max_length=200,
        help_text=_("Who applied for it: an establishment, a cooperative, the committee."),
    )
    goods = models.CharField(
        _("goods"), max_length=300, help_text=_("What is sold under it: rice, dried fish.")
    )
    filed_on = models.DateField(
        _("applied for on"),
        help_text=_("The filing day on the application: validity counts from it."),
    )
    granted_on = models.DateField(
        _("granted on"),
        null=True,
        blank=True,
        help_text=_("The day of the certificate; blank while it is being examined."),
    )
    number = models.CharField(
        _("number of the certificate"),
        max_length=60,
        blank=True,
        help_text=_("From the certificate, when it was granted."),
    )
    renewals = models.PositiveIntegerField(
        _("times renewed"), default=0, help_text=_("0 for the first ten years of a mark.")
    )
    until = models.DateField(
        _("valid to"),
        null=True,
        blank=True,
        help_text=_("As printed; a geographical indication has no last day."),
    )
    users = count(
        _("establishments that use it"),
        _("That may print it on their goods, the owner among them."),
    )
    exported = models.BooleanField(
        _("on exported goods"), default=False, help_text=_("Whether goods are exported under it.")
    )
    given_up = models.BooleanField(
        _("not to be renewed"),
        default=False,
        blank=True,
        help_text=_("The owner gave it up: nobody is reminded of its last day."),
    )

    class Meta:
        verbose_name = _("brand")
        verbose_name_plural = _("brands")
        ordering = ("name", "pk")
        constraints = (
            once("brand_once", "name", "kind"),
            part_of(
                *("brand_granted_after_filing", "filed_on", "granted_on"),
                _("It cannot be granted before it was applied for."),
            ),
            part_of(
                *("brand_ends_after_it_begins", "filed_on", "until"),
                _("It cannot end before it begins."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="indication") | Q(until=None),
                name="brand_indication_without_end",
                violation_error_message=_("A geographical indication has no last day."),
            ),
        )
        indexes = (
            models.Index(fields=["locality", "commune"], name="brand_commune"),
            models.Index(fields=["locality", "until"], name="brand_until"),
        )

    def __str__(self) -> str:
        return self.name
