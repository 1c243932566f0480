"""What every row of a register is, who keeps which register, files of rows, sheets brought in, outlines of areas."""

from datetime import date

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency, Kind, Locality


class Row(models.Model):
    """A row of a register. `fold` is what it is searched by, `checked_on` the day it was last entered or confirmed;
    both are written by services.
    """

    locality_path = "locality"

    locality = models.ForeignKey(Locality, models.CASCADE, related_name="+", editable=False)
    fold = models.CharField(max_length=1000, blank=True, editable=False)
    checked_on = models.DateField(_("last confirmed"), null=True, editable=False)

    class Meta:
        abstract = True


class CommuneRow(Row):
    """A row that lies in a commune."""

    commune = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="+",
        verbose_name=_("commune or ward"),
        limit_choices_to={"kind": Kind.COMMUNE},
    )

    class Meta:
        abstract = True


class Placed(models.Model):
    """Where a row stands: a point, or an outline as GeoJSON (longitude before latitude, WGS 84)."""

    latitude = models.DecimalField(
        _("latitude"), max_digits=9, decimal_places=6, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=9, decimal_places=6, null=True, blank=True
    )
    shape = models.JSONField(_("outline (GeoJSON)"), null=True, blank=True)

    class Meta:
        abstract = True


class Concerning(models.Model):
    """What a row is about: any row of any register, or none."""

    about_type = models.ForeignKey(
        ContentType, models.PROTECT, null=True, related_name="+", editable=False
    )
    about_id = models.PositiveBigIntegerField(null=True, editable=False)

    class Meta:
        abstract = True


class Keeper(models.Model):
    """An office that keeps a register for the whole locality; communes keep the rows that lie in them."""

    locality_path = "locality"

    locality = models.ForeignKey(Locality, models.CASCADE)
    register = models.CharField(max_length=40)
    agency = models.ForeignKey(Agency, models.CASCADE)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "register", "agency"], name="register_keeper_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.register}: {self.agency}"


class Attachment(models.Model):
    """A file that belongs to a row of a register: a decision, a photograph, a contract."""

    locality_path = "locality"

    locality = models.ForeignKey(Locality, models.CASCADE)
    content_type = models.ForeignKey(ContentType, models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    file = models.FileField(upload_to="so/%Y/%m", max_length=200)
    name = models.CharField(_("name of the file"), max_length=200)
    title = models.CharField(_("what it is"), max_length=200, blank=True)
    size = models.PositiveBigIntegerField()  # bytes
    sha256 = models.CharField(max_length=64)
    media_type = models.CharField(max_length=100, default="application/octet-stream")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ("added_at", "pk")
        indexes = (models.Index(fields=["content_type", "object_id"], name="attachment_of"),)

    def __str__(self) -> str:
        return self.title or self.name


class Stage(models.TextChoices):
    READING = "reading", _("is being read")
    READ = "read", _("was read; nothing is stored yet")
    WRITING = "writing", _("is being stored")
    DONE = "done", _("was brought in")
    FAILED = "failed", _("could not be read")


class Import(models.Model):
    """A sheet somebody brought: kept as the paper its rows came from.

    `counts` says how many rows would be added, changed, stay, or cannot stand, which heads belong to no field, and
    the language the verdicts are written in; `answers` how figures of a
    column are meant that can be read in two ways; `lines` is the verdict on each row, one JSON object a line.
    """

    locality_path = "locality"

    locality = models.ForeignKey(Locality, models.CASCADE)
    register = models.CharField(max_length=40)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    file = models.FileField(upload_to="so/nhap/%Y/%m", max_length=200)
    name = models.CharField(_("name of the file"), max_length=200)
    stage = models.CharField(max_length=7, choices=Stage, default=Stage.READING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    questions = models.JSONField(default=dict)
    answers = models.JSONField(default=dict)
    lines = models.FileField(upload_to="so/nhap/%Y/%m", max_length=200, blank=True)
    fault = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return self.name


class OutlineQuerySet(models.QuerySet["Outline"]):
    """Questions asked of outlines."""

    def drawn(self, locality_id: int, today: date) -> list["Outline"]:
        """The outlines on a locality's map: of offices that exist on the day, or all where none of them has one."""
        rows = self.filter(locality=locality_id)
        going = models.Q(agency=None) | models.Q(agency__in=Agency.objects.in_force(today))
        return list(rows.filter(going)) or list(rows)


class Outline(models.Model):
    """The outline of an area on the map, as GeoJSON: loaded from a file, or a schematic shape of our own.

    It holds as long as the office whose area it is.
    """

    locality_path = "locality"

    locality = models.ForeignKey(Locality, models.CASCADE)
    agency = models.ForeignKey(Agency, models.CASCADE, null=True)
    name = models.CharField(_("name"), max_length=200)
    shape = models.JSONField()
    schematic = models.BooleanField(default=False)

    objects = OutlineQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name
