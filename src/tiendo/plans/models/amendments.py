"""Decisions that change a plan, clause by clause, and the versions of its tasks and targets that follow."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tiendo.plans.models.documents import Document, ItemKind
from tiendo.plans.models.plans import Plan, Target
from tiendo.plans.models.tasks import Task
from tiendo.plans.models.words import TargetWords, TaskWords


class AmendmentState(models.TextChoices):
    DRAFT = "draft", _("being drafted")
    DECIDED = "decided", _("decided")
    WITHDRAWN = "withdrawn", _("withdrawn")


class AmendmentQuerySet(models.QuerySet["Amendment"]):
    def decided(self) -> "AmendmentQuerySet":
        """Those that were decided, in force or not yet, in the order in which they take effect."""
        return self.exclude(state=AmendmentState.DRAFT).order_by("effective_on", "issued_on", "pk")


class Amendment(models.Model):
    """A decision that changes a plan: drafted as a set of clauses, effective on its day.

    One that is withdrawn was in force up to the day before `withdrawn_on`, or never when that day is
    not later than `effective_on`.
    """

    locality_path = "plan__locality"

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="amendments")
    number = models.CharField(_("number and symbol"), max_length=60, blank=True)
    issuer = models.CharField(_("issued by"), max_length=200, blank=True)
    words = models.CharField(_("what it is about"), max_length=300, blank=True)
    issued_on = models.DateField(_("day of issue"), null=True)
    effective_on = models.DateField(_("takes effect on"), null=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="amendments")
    state = models.CharField(max_length=9, choices=AmendmentState, default=AmendmentState.DRAFT)
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    drafted_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    withdrawn_on = models.DateField(null=True)
    withdrawn_reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = AmendmentQuerySet.as_manager()

    class Meta:
        ordering = ("-effective_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(state="draft") | Q(issued_on__isnull=False, effective_on__isnull=False),
                name="amendment_decided_has_days",
            ),
        )

    def __str__(self) -> str:
        return self.number or self.words[:120]

    def in_force(self, day: date) -> bool:
        """Whether it changes the plan on `day`."""
        if self.state == AmendmentState.DRAFT or self.effective_on is None:
            return False
        return self.effective_on <= day and (self.withdrawn_on is None or day < self.withdrawn_on)


class Act(models.TextChoices):
    CHANGE = "change", _("changes")
    ADD = "add", _("adds")
    END = "end", _("ends")


class Clause(models.Model):
    """One thing an amendment does: to a task, a duty or a target of the plan, or by adding one.

    `sets` is what it says anew, in the shape of a draft item's data and only of what differs; all of it
    for what is added. `words` are those of the decision. `carried_on` is the day the rows of the plan
    followed, `undone_on` the day they went back after the decision was withdrawn. `reading` is what the
    reader said of a clause that still waits for a person: {"wordings": [{"field", "old", "new", "joins"}],
    "doubts": [codes of `plans.amending.doubts`], "numbers", "place", "name"}; empty once a person settled it.
    Until then a clause that changes or ends may be about nothing yet.
    """

    locality_path = "amendment__plan__locality"

    amendment = models.ForeignKey(Amendment, models.CASCADE, related_name="clauses")
    position = models.PositiveSmallIntegerField()
    act = models.CharField(max_length=6, choices=Act)
    about = models.CharField(max_length=6, choices=ItemKind)
    task = models.ForeignKey(Task, models.CASCADE, null=True, related_name="clauses")
    target = models.ForeignKey(Target, models.CASCADE, null=True, related_name="clauses")
    sets = models.JSONField(default=dict)
    words = models.TextField(_("in the words of the decision"), blank=True)
    quotes = models.JSONField(default=list)
    reading = models.JSONField(default=dict)
    carried_on = models.DateField(null=True)
    undone_on = models.DateField(null=True)

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(task=None) | Q(target=None), name="clause_about_one_thing"
            ),
        )

    def __str__(self) -> str:
        return f"{self.amendment}, {self.position}"


class Version(models.Model):
    """From which day to which; the first begins with the plan and has no `valid_from`."""

    clause = models.ForeignKey(Clause, models.CASCADE, null=True, related_name="+")
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_from=None)
                | Q(valid_to=None)
                | Q(valid_to__gte=models.F("valid_from")),
                name="%(class)s_ends_after_it_begins",
            ),
        )


class TaskVersion(Version, TaskWords):
    """What a task said from a day to a day."""

    locality_path = "task__plan__locality"

    task = models.ForeignKey(Task, models.CASCADE, related_name="versions")

    class Meta(Version.Meta):
        ordering = ("task", models.F("valid_from").asc(nulls_first=True))

    def __str__(self) -> str:
        return self.text[:120]


class TargetVersion(Version, TargetWords):
    """What a target said from a day to a day."""

    locality_path = "target__plan__locality"

    target = models.ForeignKey(Target, models.CASCADE, related_name="versions")

    class Meta(Version.Meta):
        ordering = ("target", models.F("valid_from").asc(nulls_first=True))

    def __str__(self) -> str:
        return self.indicator[:120]
