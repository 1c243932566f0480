"""What was done when two establishments became one, and which of them are two all the same."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Locality
from tiendo.history.models import Removal
from tiendo.industry.models.enterprises import Enterprise


class MergingQuerySet(models.QuerySet["Merging"]):
    def standing(self) -> "MergingQuerySet":
        """Those that were not taken back."""
        return self.filter(taken_back_at=None)


class Merging(models.Model):
    """An establishment was entered twice: `label` is what the row that went was called, `kept` is the one that stays.

    As long as there is a `removal` it can be taken back. `moved` are the columns that pointed at the other row:
    {"model", "pk", "column"}; `filled` the values that `kept` took over from it, as text by field.
    """

    locality_path = "locality"

    locality = models.ForeignKey(Locality, models.CASCADE, related_name="+")
    kept = models.ForeignKey(Enterprise, models.CASCADE, related_name="mergings")
    removal = models.OneToOneField(Removal, models.SET_NULL, null=True, related_name="+")
    label = models.CharField(max_length=200)
    reason = models.CharField(_("reason"), max_length=500)
    merged_at = models.DateTimeField(_("merged at"))
    moved = models.JSONField(default=list)
    filled = models.JSONField(default=dict)
    taken_back_at = models.DateTimeField(_("taken back at"), null=True)

    objects = MergingQuerySet.as_manager()

    class Meta:
        verbose_name = _("merging of two establishments")
        verbose_name_plural = _("mergings of establishments")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return str(self.kept)


class ToldApart(models.Model):
    """Two establishments that are alike and are two all the same: a person said so. `first` has the smaller key."""

    locality_path = "locality"

    locality = models.ForeignKey(Locality, models.CASCADE, related_name="+")
    first = models.ForeignKey(Enterprise, models.CASCADE, related_name="+")
    second = models.ForeignKey(Enterprise, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("two establishments told apart")
        verbose_name_plural = _("establishments told apart")
        constraints = (models.UniqueConstraint(fields=["first", "second"], name="told_apart_once"),)

    def __str__(self) -> str:
        return f"{self.first} ≠ {self.second}"
