"""What was done when two establishments became one, kept as long as it can be taken back."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Locality
from tiendo.history.models import Removal
from tiendo.industry.models.enterprises import Enterprise


class Merging(models.Model):
    """An establishment was entered twice: `removal` holds the row that went, `kept` is the one that stays.

    `moved` are the columns that pointed at the other row: {"model", "pk", "column"}; `filled` the values that `kept`
    took over from it, as text by field.
    """

    locality_path = "locality"

    locality = models.ForeignKey(Locality, models.CASCADE, related_name="+")
    kept = models.ForeignKey(Enterprise, models.CASCADE, related_name="mergings")
    removal = models.OneToOneField(Removal, models.CASCADE, related_name="+")
    moved = models.JSONField(default=list)
    filled = models.JSONField(default=dict)
    taken_back_at = models.DateTimeField(_("taken back at"), null=True)

    class Meta:
        verbose_name = _("merging of two establishments")
        verbose_name_plural = _("mergings of establishments")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return str(self.kept)
