"""What offices say about their work, and the files that prove it."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from tiendo.progress.models.work import Occurrence


class WorkState(models.TextChoices):
    """What the office says about the work in its report."""

    IN_PROGRESS = "in-progress", _("in progress")
    DONE = "done", _("done")
    NOT_STARTED = "not-started", _("not started")
    NOTHING_AROSE = "nothing-arose", _("nothing arose this period")


class ReportState(models.TextChoices):
    DRAFT = "draft", _("draft")
    WITH_HEAD = "with-head", _("with the head")
    SENT = "sent", _("sent")
    RETURNED = "returned", _("returned")
    ACCEPTED = "accepted", _("accepted")


SAID = (ReportState.SENT, ReportState.ACCEPTED)


class ReportQuerySet(models.QuerySet["Report"]):
    def said(self) -> "ReportQuerySet":
        """Those that count as said: sent or accepted."""
        return self.filter(state__in=SAID)

    def shown(self) -> "ReportQuerySet":
        """Those that others than the office may read: what is being written is nobody's business."""
        return self.filter(state__in=(*SAID, ReportState.RETURNED))

    def by_who_owes(self) -> "ReportQuerySet":
        """Those of the office that owes the period, or owed it before: not those of offices that help."""
        owing = "occurrence__obligation__agency"
        earlier = "occurrence__earlier_holders__obligation__agency"
        return self.filter(Q(agency=F(owing)) | Q(agency=F(earlier))).distinct()


class Report(models.Model):
    """What an office says about one occurrence. `work_on` is the day on which the work was done, if it was.

    An entry of an office's report in a round has it in `within` and goes its way with it, one state each.
    `key` comes once with every form that is shown: what is sent twice is one. Somebody without an account
    leaves `author_name`.
    """

    locality_path = "occurrence__obligation__task__plan__locality"
    personal = ("author_name",)

    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="reports")
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="reports")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    state = models.CharField(max_length=9, choices=ReportState, default=ReportState.SENT)
    work = models.CharField(_("in this period"), max_length=13, choices=WorkState)
    work_on = models.DateField(_("done on"), null=True, blank=True)
    result = models.TextField(_("what was done"), blank=True)
    percent = models.PositiveSmallIntegerField(_("degree of completion"), null=True, blank=True)
    difficulties = models.TextField(_("difficulties"), blank=True)
    proposals = models.TextField(_("proposals"), blank=True)
    reported_at = models.DateTimeField()
    typed_at = models.DateTimeField(null=True)  # when it was typed, if it came later
    within = models.ForeignKey(
        "progress.OfficeReport", models.CASCADE, null=True, related_name="entries"
    )
    key = models.CharField(max_length=36, null=True, unique=True)  # noqa: DJ001 many have none
    author_name = models.CharField(max_length=150, blank=True)
    stands_in_for = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    note = models.TextField(_("note of the reviewer"), blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True)
    illustrative = models.BooleanField(default=False)
    fold = models.TextField(blank=True)  # its words, to be searched

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ("-reported_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(percent=None) | Q(percent__gte=0, percent__lte=100),
                name="report_percent_in_range",
            ),
            models.UniqueConstraint(
                fields=["within", "occurrence"],
                condition=Q(within__isnull=False),
                name="one_entry_for_each_occurrence",
            ),
        )

    def __str__(self) -> str:
        return f"{self.agency}, {self.occurrence.period}"


class EvidenceKind(models.TextChoices):
    DOCUMENT = "document", _("numbered document")
    MINUTES = "minutes", _("minutes")
    PHOTO = "photo", _("photograph")
    STATEMENT = "statement", _("statement")
    OTHER = "other", _("other")


class Verdict(models.TextChoices):
    """What a reviewer says of a piece of evidence."""

    PROVES = "proves", _("proves it")
    PARTLY = "partly", _("proves a part")
    NOT = "not", _("does not prove it")


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def with_repeats(self) -> "EvidenceQuerySet":
        """Annotated with `repeats`: whether the same file proves another task of the locality as well."""
        task, locality = "report__occurrence__obligation__task", Evidence.locality_path
        same = Evidence.objects.filter(
            sha256=OuterRef("sha256"), **{locality: OuterRef(locality)}
        ).exclude(**{task: OuterRef(task)})
        return self.annotate(repeats=Exists(same.exclude(sha256="")))


class Evidence(models.Model):
    """A file or a link that proves what a report says; `sha256` is of the file's bytes as kept."""

    locality_path = "report__occurrence__obligation__task__plan__locality"

    report = models.ForeignKey(Report, models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=9, choices=EvidenceKind, default=EvidenceKind.OTHER)
    number = models.CharField(_("number and symbol"), max_length=60, blank=True)
    issued_on = models.DateField(_("of the day"), null=True, blank=True)
    name = models.CharField(_("file name"), max_length=255)
    file = models.FileField(upload_to="evidence/%Y/%m", max_length=300, blank=True)
    address = models.URLField(_("link"), max_length=500, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    size = models.PositiveBigIntegerField(default=0)
    media_type = models.CharField(max_length=100, blank=True)
    fold = models.CharField(max_length=400, blank=True)  # its name and number, to be searched
    verdict = models.CharField(max_length=6, choices=Verdict, blank=True)
    verdict_note = models.CharField(max_length=500, blank=True)
    verdict_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(file="") | ~Q(address=""), name="evidence_is_file_or_link"
            ),
        )

    def __str__(self) -> str:
        return self.name
