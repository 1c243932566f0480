"""Who changed what, when, why and under which decision: one table for every model of the application."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _


class Action(models.TextChoices):
    ADD = "add", _("added")
    CHANGE = "change", _("changed")
    DELETE = "delete", _("deleted")
    RESTORE = "restore", _("put back")


class Change(models.Model):
    """One change of one row. The name of the row and of the person stay readable when both are gone."""

    locality_path = "locality"

    locality = models.ForeignKey("agencies.Locality", models.CASCADE, null=True)
    action = models.CharField(max_length=7, choices=Action)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    actor_name = models.CharField(max_length=200)
    at = models.DateTimeField(db_index=True)
    reason = models.CharField(max_length=500, blank=True)
    decision = models.CharField(max_length=200, blank=True)
    fields = models.JSONField(default=dict, encoder=DjangoJSONEncoder)  # {name: [before, after]}

    content_type = models.ForeignKey(ContentType, models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    label = models.CharField(max_length=300)

    class Meta:
        ordering = ("-at", "-pk")
        indexes = (models.Index(fields=["content_type", "object_id"]),)

    def __str__(self) -> str:
        return f"{self.get_action_display()} {self.label}"


KEPT = timedelta(days=30)  # for which a deletion can be taken back


class RemovalQuerySet(models.QuerySet["Removal"]):
    def since(self, moment: datetime) -> "RemovalQuerySet":
        """What was deleted from `moment` on, newest first."""
        return self.filter(change__at__gte=moment).order_by("-change__at", "-pk")

    def open(self) -> "RemovalQuerySet":
        """The deletions that were not taken back."""
        return self.filter(restored=None)


class Removal(models.Model):
    """What one deletion took, to be put back as it was; `change` says who deleted it, when and why.

    `rows` are in the order in which they were deleted: {"model", "pk", "fields": {column: value}}.
    `links` are the references that were emptied: {"model", "pk", "column", "value"}.
    `counts` says how many rows of which model there are: {"plans.task": 14}.
    """

    locality_path = "change__locality"

    change = models.OneToOneField(Change, models.CASCADE, related_name="removal")
    restored = models.OneToOneField(Change, models.CASCADE, null=True, related_name="restored")
    rows = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    links = models.JSONField(default=list)
    counts = models.JSONField(default=dict)

    objects = RemovalQuerySet.as_manager()

    def __str__(self) -> str:
        return self.change.label
