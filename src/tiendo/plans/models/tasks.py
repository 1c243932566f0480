"""What a plan asks to be done, and of whom."""

from textwrap import shorten

from django.db import models
from django.db.models import Prefetch, Q
from django.utils.translation import gettext_lazy as _

from tiendo.plans.models.plans import Plan
from tiendo.plans.models.words import TaskWords, last_decision


class TaskKind(models.TextChoices):
    TASK = "task", _("task")
    DUTY = "duty", _("duty")


class TaskQuerySet(models.QuerySet["Task"]):
    def owed(self) -> "TaskQuerySet":
        """Without the duties that were joined to a task saying the same."""
        return self.filter(same_as=None)

    def listed(self) -> "TaskQuerySet":
        """With those that are owed together with a task of another plan: each plan shows its own words."""
        return self.filter(Q(same_as=None) | ~Q(same_as__plan=models.F("plan")))

    def with_last_decision(self) -> "TaskQuerySet":
        """Annotated with the decision that changed it last: `amended_by` (its key) and `amended_number`."""
        return self.annotate(**last_decision("task"))

    def with_offices(self) -> "TaskQuerySet":
        """With plan and assignments fetched, in two queries whatever the number of tasks."""
        named = Assignment.objects.select_related("agency__parent", "group")
        return self.select_related("plan").prefetch_related(Prefetch("assignments", named))


class Task(TaskWords):
    """A piece of work the plan gives (from its appendix), or a standing duty (from "Tổ chức thực hiện").

    The words and the deadline are those of the document, or of the amendment in force; what was understood of
    the deadline stands beside them. A duty that repeats a task is joined to it by `same_as` and not owed twice.
    `marks` are the places of offices and deadline. `valid_from` is the day an amendment added it, empty for
    what the plan gave when it was issued; `cancelled_on` the day an amendment ended it.
    """

    locality_path = "plan__locality"

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="tasks")
    kind = models.CharField(max_length=4, choices=TaskKind, default=TaskKind.TASK)
    position = models.PositiveIntegerField()
    number = models.CharField(_("number"), max_length=20, blank=True)
    section = models.CharField(max_length=300, blank=True)
    quotes = models.JSONField(default=list)
    marks = models.JSONField(default=list)
    key = models.BooleanField(_("key task"), default=False)
    key_words = models.CharField(_("the words that say so"), max_length=300, blank=True)
    same_as = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="repeated_by"
    )
    valid_from = models.DateField(null=True)
    cancelled_on = models.DateField(null=True)
    fold = models.TextField()

    objects = TaskQuerySet.as_manager()

    class Meta:
        ordering = ("plan", "kind", "position", "pk")
        indexes = (models.Index(fields=["plan", "kind", "position"]),)

    def __str__(self) -> str:
        words = shorten(self.text, 100, placeholder=" …")
        return f"{self.number}. {words}" if self.number else words

    @property
    def leads(self) -> list["Assignment"]:
        """The assignments of lead offices in force, the accountable one first (prefetched rows are used)."""
        rows = [row for row in self._named if row.role == AssignmentRole.LEAD]
        return sorted(rows, key=lambda row: (not row.accountable, row.position))

    @property
    def coordinating(self) -> list["Assignment"]:
        """The assignments of coordinating offices in force, in the order of the document."""
        return [row for row in self._named if row.role == AssignmentRole.COORDINATING]

    @property
    def _named(self) -> list["Assignment"]:
        """Without those that an amendment ended; one that begins later is stored on its day."""
        return [row for row in self.assignments.all() if row.valid_to is None]


class AssignmentRole(models.TextChoices):
    LEAD = "lead", _("lead")
    COORDINATING = "coordinating", _("coordinating")


class Assignment(models.Model):
    """An office or a group in a task, with the words as written; one lead is accountable."""

    locality_path = "task__plan__locality"

    task = models.ForeignKey(Task, models.CASCADE, related_name="assignments")
    agency = models.ForeignKey(
        "agencies.Agency", models.PROTECT, null=True, related_name="assignments"
    )
    group = models.ForeignKey(
        "agencies.Group", models.PROTECT, null=True, related_name="assignments"
    )
    role = models.CharField(max_length=12, choices=AssignmentRole)
    accountable = models.BooleanField(default=False)
    written = models.CharField(_("as written"), max_length=300)
    position = models.PositiveSmallIntegerField()
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        ordering = ("role", "position", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(agency=None, group__isnull=False) | Q(agency__isnull=False, group=None),
                name="assignment_of_one",
            ),
        )

    def __str__(self) -> str:
        return self.written

    @property
    def whom(self) -> models.Model:
        """The office or the group."""
        return self.agency or self.group  # type: ignore[return-value]
