"""A plan in force: its head, its outline, what it is tied to, its targets."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, When
from django.utils.translation import gettext_lazy as _

from tiendo.plans.models.documents import Document
from tiendo.plans.models.words import TargetWords, last_decision


class Plan(models.Model):
    """A plan that was issued and is carried out.

    `issued_on` is ISO as far as the paper says: "2022-02-21", "2022-02", "2022" or "".
    `followed_from` is the day from which the plan is followed here: what fell due before is not held against anybody.
    """

    locality_path = "locality"

    locality = models.ForeignKey("agencies.Locality", models.CASCADE)
    document = models.OneToOneField(Document, models.PROTECT, null=True)
    kind = models.CharField(_("kind of document"), max_length=60)
    title = models.TextField(_("title"))
    short_title = models.CharField(_("short title"), max_length=120)
    number = models.CharField(_("number and symbol"), max_length=60, blank=True)
    issuer = models.CharField(_("issued by"), max_length=200, blank=True)
    issued_on = models.CharField(_("day of issue"), max_length=10, blank=True)
    standing_agency = models.ForeignKey(
        "agencies.Agency",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("standing office"),
    )
    first_year = models.PositiveSmallIntegerField(null=True)
    last_year = models.PositiveSmallIntegerField(null=True)
    followed_from = models.DateField()
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    confirmed_at = models.DateTimeField()
    copied_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="copies"
    )
    illustrative = models.BooleanField(default=False)  # belongs to the worked example
    fold = models.TextField()

    class Meta:
        ordering = ("-confirmed_at", "-pk")

    def __str__(self) -> str:
        return self.short_title


class Provision(models.Model):
    """A heading or item of the document's outline, in the order of the document; `level` 1 is the highest."""

    locality_path = "plan__locality"

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="provisions")
    position = models.PositiveIntegerField()
    level = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=20, blank=True)
    text = models.TextField()
    line = models.PositiveIntegerField()

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return f"{self.number} {self.text}"[:120]


class Relation(models.TextChoices):
    CARRIES_OUT = "carries_out", _("carries out")
    BASIS = "basis", _("is based on")
    SCHEME = "scheme", _("belongs to the scheme")
    MENTIONS = "mentions", _("names")
    CHILD = "child", _("is carried out by")


class Related(models.Model):
    """A document this plan is tied to: a record even when that document is not here; `other` when it is."""

    locality_path = "plan__locality"

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="related")
    relation = models.CharField(_("relation"), max_length=11, choices=Relation)
    text = models.TextField(_("as written"))
    number = models.CharField(_("number and symbol"), max_length=60, blank=True)
    issued_on = models.CharField(_("day of issue"), max_length=10, blank=True)
    issuer = models.CharField(_("issued by"), max_length=200, blank=True)
    line = models.PositiveIntegerField(null=True)
    other = models.ForeignKey(
        Plan, models.SET_NULL, null=True, blank=True, related_name="related_from"
    )

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.text[:120]


def _in_force(day: date) -> Q:
    """What was added by `day` and has not ended."""
    begun = Q(valid_from=None) | Q(valid_from__lte=day)
    return begun & (Q(cancelled_on=None) | Q(cancelled_on__gt=day))


class TargetQuerySet(models.QuerySet["Target"]):
    def in_force(self, day: date) -> "TargetQuerySet":
        """The targets that the plan sets on `day`: added by then, and not ended."""
        return self.filter(_in_force(day))

    def with_force(self, day: date) -> "TargetQuerySet":
        """Annotated with `holds`: whether the plan sets it on `day`."""
        return self.annotate(holds=Case(When(_in_force(day), then=True), default=False))

    def with_last_decision(self) -> "TargetQuerySet":
        """Annotated with the decision that changed it last: `amended_by` (its key) and `amended_number`."""
        return self.annotate(**last_decision("target"))


class Target(TargetWords):
    """An aim of the plan in its legal form: the words in force now.

    `valid_from` is the day an amendment added it, empty for what the plan set when it was issued;
    `cancelled_on` the day an amendment ended it.
    """

    locality_path = "plan__locality"

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="targets")
    position = models.PositiveIntegerField()
    section = models.CharField(max_length=300, blank=True)
    quotes = models.JSONField(default=list)
    valid_from = models.DateField(null=True)
    cancelled_on = models.DateField(null=True)

    objects = TargetQuerySet.as_manager()

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return self.indicator[:120]
