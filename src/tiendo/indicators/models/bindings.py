"""Which indicator a target is held against, and how."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tiendo.indicators.judging.values import Form, Verdict
from tiendo.indicators.models.definitions import Indicator
from tiendo.plans.models import Target, Task

# What a person can say of a target in words.
WRITABLE = (Verdict.MET, Verdict.MISSED, Verdict.ON_COURSE, Verdict.BEHIND, Verdict.AT_RISK)


class Binding(models.Model):
    """How a target is judged: its form, the indicator, the base. The figures of the goal stay in the target.

    `base_value` is the level of the base year where the series does not have it. `scale` brings the figures to the
    unit of the target. `first_year` is the first year of the term where the plan's words do not say it.
    """

    locality_path = "target__plan__locality"

    target = models.OneToOneField(Target, models.CASCADE, related_name="binding")
    indicator = models.ForeignKey(
        Indicator,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="bindings",
        verbose_name=_("indicator"),
    )
    form = models.CharField(_("form"), max_length=11, choices=Form)
    first_year = models.PositiveSmallIntegerField(_("first year"), null=True, blank=True)
    base_year = models.PositiveSmallIntegerField(_("base year"), null=True, blank=True)
    base_value = models.DecimalField(
        _("level of the base year"), max_digits=24, decimal_places=6, null=True, blank=True
    )
    scale = models.DecimalField(_("scale"), max_digits=18, decimal_places=9, default=1)
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(form="words") | Q(indicator__isnull=False), name="binding_indicator"
            ),
            models.CheckConstraint(condition=Q(scale__gt=0), name="binding_scale"),
        )

    def __str__(self) -> str:
        return f"{self.target} ← {self.indicator or _('in words')}"


class Waypoint(models.Model):
    """A level to be reached at the end of a year on the way to the goal, in the unit of the target."""

    locality_path = "binding__target__plan__locality"

    binding = models.ForeignKey(Binding, models.CASCADE, related_name="waypoints")
    year = models.PositiveSmallIntegerField(_("year"))
    value = models.DecimalField(_("figure"), max_digits=24, decimal_places=6)

    class Meta:
        ordering = ("binding", "year")
        constraints = (models.UniqueConstraint(fields=["binding", "year"], name="waypoint_once"),)

    def __str__(self) -> str:
        return f"{self.year}: {self.value}"


class WrittenVerdict(models.Model):
    """What somebody says of a target in words on a day, and why."""

    locality_path = "target__plan__locality"

    target = models.ForeignKey(Target, models.CASCADE, related_name="verdicts")
    verdict = models.CharField(
        _("verdict"),
        max_length=14,
        choices=[(each.value, each.label) for each in WRITABLE],
    )
    words = models.TextField(_("why"))
    day = models.DateField(_("day"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("-day", "-pk")

    def __str__(self) -> str:
        return f"{self.target}: {self.verdict} ({self.day:%d/%m/%Y})"


class Served(models.Model):
    """A task or duty that works towards a target."""

    locality_path = "target__plan__locality"

    target = models.ForeignKey(Target, models.CASCADE, related_name="served_by")
    task = models.ForeignKey(Task, models.CASCADE, related_name="serves")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["target", "task"], name="served_once"),)

    def __str__(self) -> str:
        return f"{self.task} → {self.target}"
