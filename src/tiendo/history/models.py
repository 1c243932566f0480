"""Who changed what, when, why and under which decision: one table for every model of the application.

`Seal`, `SealedChange` and `PersonalValue` make the history one that cannot be altered unnoticed: see `sealing`.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _


class Action(models.TextChoices):
    ADD = "add", _("added")
    CHANGE = "change", _("changed")
    DELETE = "delete", _("deleted")
    RESTORE = "restore", _("put back")
    ERASE = "erase", _("personal values erased")


class Cause(models.TextChoices):
    """Why a target, a deadline or an assignment changed, in a code; `Change.reason` has the words."""

    AMENDMENT = "amendment", _("amendment of the plan")
    EXTENSION = "extension", _("extension of a deadline")
    CORRECTION = "correction", _("correction of an entry error")
    SUCCESSION = "succession", _("succession of offices")
    DIRECTION = "direction", _("direction of a leader")
    SHARING = "sharing", _("sharing out of work")
    RETURN = "return", _("work given back or taken back")
    CONDITION = "condition", _("a condition was met")
    PAST = "past", _("period before the plan was followed here")
    OTHER = "other", _("other reason")


class ChangeQuerySet(models.QuerySet["Change"]):
    def telling(self, words: str) -> "ChangeQuerySet":
        """The changes in whose label or person these words stand, also where a personal value is held apart."""
        held = PersonalValue.objects.filter(value__icontains=words).values("reference")
        said = models.Q(label__icontains=words) | models.Q(actor_name__icontains=words)
        return self.filter(said | models.Q(label__in=held) | models.Q(actor_name__in=held))


class Change(models.Model):
    """One change of one row. The name of the row and of the person stay readable when both are gone.

    Once it is sealed, personal values in `actor_name`, `label` and `fields` are references to a `PersonalValue`:
    read it through `history.personal.named`.
    """

    locality_path = "locality"

    locality = models.ForeignKey("agencies.Locality", models.CASCADE, null=True)
    action = models.CharField(max_length=7, choices=Action)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    actor_name = models.CharField(max_length=200)
    at = models.DateTimeField(db_index=True)
    cause = models.CharField(max_length=10, choices=Cause, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    decision = models.CharField(max_length=200, blank=True)
    fields = models.JSONField(default=dict, encoder=DjangoJSONEncoder)  # {name: [before, after]}

    content_type = models.ForeignKey(ContentType, models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    label = models.CharField(max_length=300)

    objects = ChangeQuerySet.as_manager()

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


class PersonalValue(models.Model):
    """A name, a number or an address of a person, held apart from the history that speaks of it.

    The sealed line has only `reference`, a salted hash. Erasing takes value and salt away; nobody can then guess
    what stood there, and the seals still fit.
    """

    locality_path = "locality"

    locality = models.ForeignKey("agencies.Locality", models.CASCADE, null=True)
    person = models.PositiveBigIntegerField(null=True)  # key of the account
    reference = models.CharField(max_length=70, unique=True)
    salt = models.CharField(max_length=32, blank=True)
    value = models.TextField(blank=True)
    erased = models.ForeignKey(Change, models.CASCADE, null=True, related_name="+")

    class Meta:
        indexes = (models.Index(fields=["person", "locality"], name="personal_value_of"),)

    def __str__(self) -> str:
        return self.value or self.reference


class Seal(models.Model):
    """A batch of changes, closed: `hash` is over the seal before it and the digest of each change in order.

    Each locality has a chain of its own, and the installation one for what belongs to none. Number 0 begins a chain.
    `upto` is the key up to which every change is in the chain; `last` the place of the last one.
    """

    locality_path = "locality"

    locality = models.ForeignKey("agencies.Locality", models.CASCADE, null=True, db_index=False)
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    upto = models.PositiveBigIntegerField()
    last = models.PositiveBigIntegerField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("number",)
        indexes = (models.Index(fields=["locality", "number"], name="seal_in_order"),)
        constraints = (
            models.UniqueConstraint(Coalesce("locality", 0), "number", name="seal_number_once"),
        )

    def __str__(self) -> str:
        return f"{self.number}: {self.hash[:12]}"


class SealedChange(models.Model):
    """The place of one change in the chain of its locality, from 1 on, and the digest of what it said then."""

    locality_path = "locality"

    locality = models.ForeignKey("agencies.Locality", models.CASCADE, null=True, db_index=False)
    place = models.PositiveBigIntegerField()
    change = models.OneToOneField(Change, models.CASCADE, related_name="sealed")
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ("place",)
        indexes = (models.Index(fields=["locality", "place"], name="sealed_in_order"),)
        constraints = (
            models.UniqueConstraint(Coalesce("locality", 0), "place", name="sealed_place_once"),
        )

    def __str__(self) -> str:
        return f"{self.place}: {self.digest[:12]}"


class Stage(models.TextChoices):
    QUEUED = "queued", _("waits to be packed")
    PACKING = "packing", _("is being packed")
    DONE = "done", _("packed")
    FAILED = "failed", _("could not be packed")


class AuditPackage(models.Model):
    """A package for an auditor: asked for by a person, packed in the background, kept for 30 days.

    `sha256` is of the whole file and stands in the history.
    """

    locality_path = "locality"

    locality = models.ForeignKey("agencies.Locality", models.CASCADE)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()
    evidence = models.BooleanField(_("with the files of evidence"), default=True)
    stage = models.CharField(max_length=7, choices=Stage, default=Stage.QUEUED)
    percent = models.PositiveSmallIntegerField(default=0)
    finished_at = models.DateTimeField(null=True)
    file = models.FileField(upload_to="goi-kiem-tra", max_length=200)
    size = models.PositiveBigIntegerField(default=0)  # bytes
    sha256 = models.CharField(max_length=64, blank=True)
    seal = models.CharField(max_length=64, blank=True)  # the last seal in it

    class Meta:
        ordering = ("-asked_at", "-pk")

    def __str__(self) -> str:
        return f"{localtime(self.asked_at):%d/%m/%Y %H:%M}"
