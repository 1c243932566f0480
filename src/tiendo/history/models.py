"""Who changed what, when, why and under which decision: one table for every model of the application."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _


class Action(models.TextChoices):
    ADD = "add", _("added")
    CHANGE = "change", _("changed")
    DELETE = "delete", _("deleted")


class Change(models.Model):
    """One change of one row. The name of the row and of the person stay readable when both are gone."""

    locality_path = "locality"

    locality = models.ForeignKey("agencies.Locality", models.CASCADE, null=True)
    action = models.CharField(max_length=6, choices=Action)
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
