"""Reporting rounds: for which period, until which day, and the one report of each office."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Kind
from tiendo.progress.models.reports import ReportState


class RoundKind(models.TextChoices):
    """The periods of Decree 09/2019/NĐ-CP, Article 12, and what a coordinator asks for beside them."""

    MONTH = "month", _("month")
    QUARTER = "quarter", _("quarter")
    HALF = "half-year", _("half-year")
    NINE_MONTHS = "nine-months", _("nine months")
    YEAR = "year", _("year")
    SPECIAL = "special", _("on a special occasion")


class Calendar(models.TextChoices):
    """Which days make a period: 15 to 14 for administrative reports, whole months for statistics."""

    ADMINISTRATIVE = "administrative", _("administrative: from the 15th to the 14th")
    STATISTICAL = "statistical", _("statistical: whole months")


class Round(models.Model):
    """One time at which every office that owes something under a plan reports.

    `starts` and `cut_off` are the first and last day the figures are of. `part` counts within the year
    (quarter, month, half; the special occasions of a year from 1), 0 for a year and nine months.
    While a large round is being opened `to_ask` are the offices that have no report yet, [key, invited] each;
    `halted` when that stopped with an error.
    """

    locality_path = "plan__locality"

    plan = models.ForeignKey("plans.Plan", models.CASCADE, related_name="rounds")
    kind = models.CharField(_("kind"), max_length=11, choices=RoundKind)
    calendar = models.CharField(
        _("calendar"), max_length=14, choices=Calendar, default=Calendar.ADMINISTRATIVE
    )
    year = models.PositiveSmallIntegerField(_("year"))
    part = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(_("called"), max_length=200, blank=True)
    words = models.TextField(_("what offices are asked"), blank=True)
    starts = models.DateField(_("from"))
    cut_off = models.DateField(_("figures until"))
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    opened_at = models.DateTimeField()
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True)
    illustrative = models.BooleanField(default=False)
    to_ask = models.JSONField(default=list)
    halted = models.BooleanField(default=False)

    class Meta:
        ordering = ("cut_off", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["plan", "kind", "calendar", "year", "part"], name="round_once"
            ),
            models.CheckConstraint(
                condition=Q(cut_off__gte=models.F("starts")), name="round_ends_after_it_begins"
            ),
        )

    def __str__(self) -> str:
        words = (RoundKind(self.kind).label, self.part or "", self.year)
        return self.title or " ".join(str(word) for word in words if word)


class RoundDue(models.Model):
    """By which day offices of one kind report in a round: communes before the offices that sum up."""

    locality_path = "round__plan__locality"

    round = models.ForeignKey(Round, models.CASCADE, related_name="dues")
    kind = models.CharField(_("offices"), max_length=12, choices=Kind)
    due = models.DateField(_("report by"))

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["round", "kind"], name="round_due_once"),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.due:%d/%m/%Y}"


class Source(models.TextChoices):
    """The way on which a report came."""

    PAGE = "page", _("on this page")
    SHEET = "sheet", _("by the .xlsx form")
    LINK = "link", _("by a link, without an account")
    OFFLINE = "offline", _("typed while there was no network")


class OfficeReport(models.Model):
    """What one office hands in for a round: a few words of its own, and an entry for each thing it owes.

    `due` moves when the office is given more days, `first_due` never. `version` goes up with every save:
    who saves an older one is told, unless the last save came from the same form, the one that was shown
    with `key`. `first_sent_at` decides whether it came in time. `let_in_at` is when the coordinator let an
    office report although the round was closed.
    """

    locality_path = "round__plan__locality"
    personal = ("author_name",)

    round = models.ForeignKey(Round, models.CASCADE, related_name="reports")
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="office_reports")
    missed_by = models.ForeignKey(
        "agencies.Agency", models.PROTECT, null=True, related_name="+"
    )  # that had not sent it by its day, before it was handed over to `agency`
    invited = models.BooleanField(default=False)  # asked all the same, and never pressed
    first_due = models.DateField()
    due = models.DateField()
    state = models.CharField(max_length=9, choices=ReportState, default=ReportState.DRAFT)
    version = models.PositiveIntegerField(default=0)
    nothing = models.BooleanField(_("nothing arose"), default=False)
    overview = models.TextField(_("in general"), blank=True)
    difficulties = models.TextField(_("difficulties"), blank=True)
    proposals = models.TextField(_("proposals"), blank=True)
    source = models.CharField(max_length=7, choices=Source, default=Source.PAGE)
    author_name = models.CharField(max_length=150, blank=True)  # of somebody without an account
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    stands_in_for = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    saved_at = models.DateTimeField(null=True)
    typed_at = models.DateTimeField(null=True)  # when it was typed, if it came later
    handed_up_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    first_sent_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True)
    note = models.TextField(_("note of the reviewer"), blank=True)
    returns = models.PositiveSmallIntegerField(default=0)
    key = models.CharField(max_length=36, blank=True)
    nudged_at = models.DateTimeField(null=True)  # when it was last asked for
    let_in_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("due", "agency__sort_key", "pk")
        constraints = (
            models.UniqueConstraint(fields=["round", "agency"], name="office_report_once"),
        )
        indexes = (models.Index(fields=["agency", "state", "due"]),)

    def __str__(self) -> str:
        return f"{self.agency}: {self.round}"
