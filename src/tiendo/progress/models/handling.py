"""How an office handles what it was given: received or refused, by whom it is done, in which steps."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ReceiptKind(models.TextChoices):
    RECEIVED = "received", _("received")
    REFUSED = "refused", _("refused")
    UPHELD = "upheld", _("upheld: it stays with this office")
    RECALLED = "recalled", _("recalled")


class Receipt(models.Model):
    """One step in the receipt of an assignment; the newest says where it stands."""

    locality_path = "obligation__task__plan__locality"

    obligation = models.ForeignKey("progress.Obligation", models.CASCADE, related_name="receipts")
    kind = models.CharField(max_length=8, choices=ReceiptKind)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    reason = models.CharField(_("reason"), max_length=500, blank=True)

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["obligation"],
                condition=models.Q(kind=ReceiptKind.REFUSED),
                name="refused_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.obligation}"


class Handler(models.Model):
    """An officer whom the head names to do what the office owes, with a day inside the office."""

    locality_path = "obligation__task__plan__locality"
    personal = ("__str__",)

    obligation = models.ForeignKey("progress.Obligation", models.CASCADE, related_name="handlers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="handles")
    inner_due = models.DateField(_("ready within the office by"), null=True, blank=True)
    words = models.CharField(_("part"), max_length=300, blank=True)
    named_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    named_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["obligation", "user"],
                condition=models.Q(ended_at=None),
                name="handler_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}: {self.obligation}"


class Step(models.Model):
    """A part of long work, with its own day and person; the share of steps done moves the percent."""

    locality_path = "obligation__task__plan__locality"

    obligation = models.ForeignKey("progress.Obligation", models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(_("step"), max_length=300)
    due = models.DateField(_("by"), null=True, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="steps"
    )
    done_on = models.DateField(null=True)

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.text[:100]


class Remark(models.Model):
    """Something said in the discussion of a task."""

    locality_path = "task__plan__locality"

    task = models.ForeignKey("plans.Task", models.CASCADE, related_name="remarks")
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, null=True, related_name="+")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    text = models.TextField(_("words"))
    fold = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return self.text[:100]
