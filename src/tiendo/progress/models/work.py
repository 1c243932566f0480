"""What is owed by whom, and for which period."""

from datetime import date

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from tiendo.progress.owing.shares import Share
from tiendo.progress.status import (
    DEADLINE,
    Facts,
    Status,
    status_of,
    status_sql,
    urgency_sql,
)


class Obligation(models.Model):
    """A task as one office owes it. A task led by a group is owed by each of its members.

    `share` is what the office does: what `closes` decides how the task stands, what `adds` is heard and
    missed. An obligation that ended (recalled, or the plan's table was changed) keeps its past. One that was
    handed over ended as well; what was open of it is owed under `handed_to`, which holds `since` that day.
    """

    locality_path = "task__plan__locality"

    task = models.ForeignKey("plans.Task", models.CASCADE, related_name="obligations")
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="obligations")
    share = models.CharField(max_length=7, choices=Share, default=Share.CLOSES)
    ended_on = models.DateField(null=True)
    ended_reason = models.CharField(max_length=300, blank=True)
    since = models.DateField(null=True)
    handed_to = models.ForeignKey("self", models.SET_NULL, null=True, related_name="taken_over")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["task", "agency"], name="obligation_once"),)

    def __str__(self) -> str:
        return f"{self.agency}: {self.task}"


class PeriodKind(models.TextChoices):
    YEAR = "year", _("year")
    HALF = "half-year", _("half-year")
    QUARTER = "quarter", _("quarter")
    MONTH = "month", _("month")
    SPAN = "span", _("span of years")
    DAY = "date", _("day")
    PRODUCT = "product", _("document to be made")
    CONDITION = "condition", _("when the condition is met")


class OccurrenceQuerySet(models.QuerySet["Occurrence"]):
    def with_status(self, today: date) -> "OccurrenceQuerySet":
        """Annotated with `state` (a Status) and `urgency` (its place, worst first)."""
        return self.annotate(state=status_sql(today)).annotate(urgency=urgency_sql("state"))

    def worst_first(self) -> "OccurrenceQuerySet":
        """Ordered by urgency, then by the day they fall due; ask `with_status` first."""
        return self.order_by("urgency", DEADLINE.asc(nulls_last=True), "pk")

    def with_deadline(self) -> "OccurrenceQuerySet":
        """With `in_force` to filter and order by: the deadline in force."""
        return self.alias(in_force=DEADLINE)

    def with_requests(self) -> "OccurrenceQuerySet":
        """Annotated with `asks`, the day until which more time is asked for now, and `asked_ever`."""
        every = apps.get_model("progress", "Extension").objects.filter(occurrence=OuterRef("pk"))
        asked = every.filter(state="asked").order_by("pk").values("asked_for")
        return self.annotate(asks=Subquery(asked[:1]), asked_ever=Exists(every))

    def open(self) -> "OccurrenceQuerySet":
        """Those that somebody still owes: not done, not answered, not closed."""
        answered = {"done_on": None, "nothing_on": None, "closed_reason": "", "cancelled_on": None}
        return self.filter(obligation__ended_on=None, **answered)

    def deciding(self) -> "OccurrenceQuerySet":
        """Those that say how their task stands: of offices that close it, or that are asked for it."""
        settled = Q(done_on__isnull=False) | Q(nothing_on__isnull=False) | ~Q(closed_reason="")
        settled |= Q(cancelled_on__isnull=False)
        kept = Q(obligation__handed_to__isnull=False) & settled  # under the office that settled it
        rows = self.filter(Q(obligation__ended_on=None) | kept)
        return rows.exclude(obligation__share=Share.ADDS)

    def of_the_past(self) -> "OccurrenceQuerySet":
        """Those still open that were over before their plan was followed here."""
        rows = self.open().with_deadline()
        return rows.filter(in_force__lt=models.F("watched_from"))  # type: ignore[misc]


class Occurrence(models.Model):
    """One period of an obligation: a year of yearly work, a span, a quarter, a document to be made.

    `due` is the day the document sets and never changes; it is empty while a condition is waited for and
    where the document sets none. `moved_to` is the deadline now in force where it was moved; `NewDue` rows say
    since when and by what. `watched_from` is the first day on which silence counts: an occurrence
    that fell due before it was over before the plan was followed here.
    """

    locality_path = "obligation__task__plan__locality"

    obligation = models.ForeignKey(Obligation, models.CASCADE, related_name="occurrences")
    kind = models.CharField(max_length=9, choices=PeriodKind)
    year = models.PositiveSmallIntegerField(default=0)
    part = models.PositiveSmallIntegerField(default=0)  # quarter, month or half within the year
    starts = models.DateField()
    due = models.DateField(null=True, blank=True)
    moved_to = models.DateField(null=True)
    watched_from = models.DateField()
    condition = models.CharField(_("waits for"), max_length=300, blank=True)
    decider = models.CharField(_("who must decide"), max_length=200, blank=True)
    condition_met_on = models.DateField(null=True)
    cancelled_on = models.DateField(null=True)
    closed_reason = models.CharField(max_length=300, blank=True)  # not followed in the system
    done_on = models.DateField(null=True)
    nothing_on = models.DateField(null=True)  # the office said that nothing arose
    last_reported_on = models.DateField(null=True)

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        ordering = ("starts", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["obligation", "kind", "year", "part"], name="occurrence_once"
            ),
            models.CheckConstraint(
                condition=Q(due=None) | Q(due__gte=models.F("starts")),
                name="occurrence_due_after_start",
            ),
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(nothing_on=None), name="occurrence_done_or_nothing"
            ),
            models.CheckConstraint(
                condition=Q(moved_to=None) | Q(due__isnull=False),
                name="occurrence_moved_from_a_day",
            ),
        )
        indexes = (models.Index(fields=["obligation", "due"]),)

    def __str__(self) -> str:
        return f"{self.period} · {self.obligation}"

    @property
    def period(self) -> str:
        """The period in figures: "2026", "2026/3", "2021-2025"."""
        if self.kind == PeriodKind.SPAN and self.due:
            return f"{self.starts.year}-{self.due.year}"
        return f"{self.year}/{self.part}" if self.part else str(self.year or "")

    @property
    def deadline(self) -> date | None:
        """The deadline in force: the day the document sets, or the one it was moved to."""
        return self.moved_to or self.due

    @property
    def awaited_since(self) -> date:
        """The day since which its condition is waited for: the first day of its period, as the document has it."""
        return self.starts

    @property
    def left_on(self) -> date | None:
        """The day since which its office owes it no longer; None for what was settled before a hand-over."""
        settled = self.done_on or self.nothing_on or self.closed_reason or self.cancelled_on
        kept = settled and self.obligation.handed_to_id is not None
        return None if kept else self.obligation.ended_on

    def status(self, today: date) -> Status:
        """Where this occurrence stands on `today`."""
        return status_of(self.facts, today)

    @property
    def facts(self) -> Facts:
        return Facts(
            starts=self.starts,
            due=self.due,
            moved_to=self.moved_to,
            watched_from=self.watched_from,
            done_on=self.done_on,
            nothing_on=self.nothing_on,
            last_reported_on=self.last_reported_on,
            waiting=bool(self.condition) and self.condition_met_on is None,
            closed=bool(self.closed_reason),
            cancelled_on=self.cancelled_on,
            pressed=self.obligation.share != Share.INVITED,
        )
