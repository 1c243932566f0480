"""What ties a task or a duty to the registers: the rows it acts on, the figure that says how far it is."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tiendo.plans.models.tasks import Task


class Count(models.TextChoices):
    """Which figure of a measure belongs to a period of the task."""

    YEAR = "year", _("of the year of the period")
    TO_DATE = "to-date", _("since the plan began")


class Link(models.Model):
    """A task that is answered by a register, one of its rows, or a measure taken from it.

    With `measure` and `goal` the degree of completion is the figure in per cent of the goal and needs no typing.
    `words` are the words of the plan that ask for it.
    """

    locality_path = "task__plan__locality"

    task = models.ForeignKey(Task, models.CASCADE, related_name="links")
    register = models.CharField(_("register"), max_length=40)
    row_id = models.PositiveBigIntegerField(null=True)
    measure = models.CharField(_("figure"), max_length=60, blank=True)
    count = models.CharField(_("counted"), max_length=7, choices=Count, default=Count.YEAR)
    goal = models.DecimalField(_("goal"), max_digits=18, decimal_places=3, null=True)
    words = models.CharField(_("words that ask for it"), max_length=300, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["task", "register", "measure"],
                condition=Q(row_id=None),
                name="link_to_register_once",
            ),
            models.UniqueConstraint(
                fields=["task", "register", "row_id"],
                condition=~Q(row_id=None),
                name="link_to_row_once",
            ),
            models.CheckConstraint(condition=Q(goal=None) | Q(goal__gt=0), name="link_goal"),
        )
        indexes = (models.Index(fields=["register", "row_id"], name="link_from_register"),)

    def __str__(self) -> str:
        return f"{self.task} ← {self.register}"
