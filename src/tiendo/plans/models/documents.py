"""A document that came in, and the draft of a plan that a person settles before it is put in force."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Document(models.Model):
    """A file as it was brought, kept unchanged; `sha256` is of its bytes.

    Several page images are kept together in one archive, without compression: `leaves` names them in the
    order in which they are read, [{"name": as brought, "member": in the archive}]. Empty for all other files.
    """

    locality_path = "locality"

    locality = models.ForeignKey("agencies.Locality", models.CASCADE)
    name = models.CharField(_("file name"), max_length=255)
    file = models.FileField(upload_to="documents/%Y/%m", max_length=300)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    leaves = models.JSONField(default=list)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    uploaded_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["locality", "sha256"], name="document_once"),
        )

    def __str__(self) -> str:
        return self.name


class Stage(models.TextChoices):
    ORDERING = "ordering", _("pages to be put in order")
    QUEUED = "queued", _("waiting to be read")
    READING = "reading", _("being read")
    READ = "read", _("to be reviewed")
    FAILED = "failed", _("not read")
    CONFIRMED = "confirmed", _("in force")
    AMENDS = "amends", _("changes a plan")


class Past(models.TextChoices):
    """What becomes of the periods that were over before the plan is followed here."""

    CLOSE = "close", _("close them: not followed in the system")
    LOAD = "load", _("enter their results now, all at once")


class Intake(models.Model):
    """The way of one document to a plan: read, reviewed line by line, confirmed.

    `reading` is what the reader said, unchanged; what a person decides stands beside it.
    A document that cannot be read leaves `error` (a code and its values) and no document. A draft that was
    copied has no document either: `copied_from` is the plan, `first_year` the year it was moved to, and the
    quotes of its items are places in the document of that plan. `plan` is what became of it; what became of
    one that changes a plan (`AMENDS`) is the amendment of its document.
    """

    locality_path = "locality"

    locality = models.ForeignKey("agencies.Locality", models.CASCADE)
    document = models.OneToOneField(Document, models.PROTECT, null=True)
    name = models.CharField(_("file name"), max_length=255)
    stage = models.CharField(max_length=9, choices=Stage, default=Stage.QUEUED)
    percent = models.PositiveSmallIntegerField(default=0)
    pages_done = models.PositiveIntegerField(default=0)
    pages_total = models.PositiveIntegerField(default=0)  # 0: not known, or read all at once
    error = models.JSONField(default=dict)
    reading = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    started_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    read_in = models.FloatField(default=0)  # seconds the reader took

    kind = models.CharField(_("kind of document"), max_length=60, blank=True)
    title = models.TextField(_("title"), blank=True)
    short_title = models.CharField(_("short title"), max_length=120, blank=True)
    number = models.CharField(_("number and symbol"), max_length=60, blank=True)
    issuer = models.CharField(_("issued by"), max_length=200, blank=True)
    issued_on = models.CharField(
        _("day of issue"), max_length=10, blank=True
    )  # as far as known: 2022-02
    standing_agency = models.ForeignKey(
        "agencies.Agency",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("standing office"),
    )
    until_year = models.PositiveSmallIntegerField(
        _("yearly work runs until"), null=True, blank=True
    )
    past = models.CharField(_("past periods"), max_length=5, choices=Past, default=Past.CLOSE)
    past_reason = models.CharField(_("reason"), max_length=300, blank=True)
    copied_from = models.ForeignKey(
        "plans.Plan", models.SET_NULL, null=True, blank=True, related_name="drafts"
    )
    first_year = models.PositiveSmallIntegerField(null=True, blank=True)
    plan = models.OneToOneField(
        "plans.Plan", models.SET_NULL, null=True, blank=True, related_name="intake"
    )

    class Meta:
        ordering = ("-started_at", "-pk")

    def __str__(self) -> str:
        return self.name


class ItemKind(models.TextChoices):
    TARGET = "target", _("target")
    TASK = "task", _("task")
    DUTY = "duty", _("duty")


class ItemState(models.TextChoices):
    PROPOSED = "proposed", _("proposed")
    ACCEPTED = "accepted", _("accepted")
    REMOVED = "removed", _("left out")


class DraftItem(models.Model):
    """One drafted target, task or duty.

    `data` of a target has the keys of the reader's `Target`. Tasks and duties have one shape: number,
    text, leads, coordinating (each {"text", "name", "group", "note"}, as written), accountable (the key
    of one lead's name or ""), deadline ({"text", "kind", "start", "end", "recurrence"}), product,
    section, roles ({role: [as leads]}), funding, remark, milestones ([{"text", "end"}]), and `marks`, the
    places of offices and deadline, each with the field it is `of`. `quotes` are the places of the text
    itself, [{"text", "line", "last_line", "page", "boxes"}], empty when a person added the item by hand.
    An item that was copied keeps in `before` what the old plan says where a year was moved: {"text",
    "deadline", "product"}. `same_work` is the task of another plan with which a person wants it owed and
    reported once; `data["unlike"]` are the keys of those that a person said are other work.
    """

    locality_path = "intake__locality"

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="items")
    kind = models.CharField(max_length=6, choices=ItemKind)
    position = models.FloatField()
    data = models.JSONField(default=dict)
    quotes = models.JSONField(default=list)
    findings = models.JSONField(default=list)
    confidence = models.CharField(max_length=8, default="sure")
    state = models.CharField(max_length=8, choices=ItemState, default=ItemState.PROPOSED)
    joined_to = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="joined"
    )
    same_work = models.ForeignKey(
        "plans.Task", models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("kind", "position", "pk")

    def __str__(self) -> str:
        return str(self.data.get("text") or self.pk)[:120]

    @property
    def number(self) -> str:
        """The number in the document; a target is counted."""
        return str(self.data.get("number") or f"{self.position:g}")


class DraftName(models.Model):
    """An office as written in the document, and which office or group that is.

    `official` is the full name proposed for it; names with one `official` mean one office.
    """

    locality_path = "intake__locality"

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="names")
    text = models.CharField(_("as written"), max_length=300)
    key = models.CharField(max_length=300)
    official = models.CharField(max_length=200)
    is_group = models.BooleanField(default=False)
    agency = models.ForeignKey("agencies.Agency", models.SET_NULL, null=True, blank=True)
    group = models.ForeignKey("agencies.Group", models.SET_NULL, null=True, blank=True)
    settled = models.BooleanField(
        default=False
    )  # a person chose, or the name is known to the letter

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["intake", "key"], name="draft_name_once"),
            models.CheckConstraint(
                condition=Q(agency=None) | Q(group=None), name="draft_name_of_one"
            ),
        )

    def __str__(self) -> str:
        return self.text

    @property
    def whom(self) -> models.Model | None:
        """The office or the group, as far as known."""
        return self.agency or self.group

    @property
    def has_ended(self) -> bool:
        """Whether the office was no more on the day on which the draft was begun."""
        last = self.agency.valid_to if self.agency else None
        return last is not None and last < timezone.localdate(self.intake.started_at)
