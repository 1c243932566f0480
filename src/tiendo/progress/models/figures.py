"""The figures that an office gives with its report in a round."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tiendo.indicators.judging.values import Nature
from tiendo.indicators.models import Indicator, Observation
from tiendo.progress.models.rounds import OfficeReport


class NoFigure(models.TextChoices):
    """Why an office gives no figure; each is an answer."""

    UNKNOWN = "unknown", _("no figure yet, because …")
    NOTHING = "nothing", _("not applicable: there is nothing to measure")


class GivenFigure(models.Model):
    """What an office says of one indicator in its report; it counts as a figure from the day the report is accepted.

    `none` says why there is no `value`; both empty while nothing was said. `observation` is what it became.
    """

    locality_path = "within__round__plan__locality"

    within = models.ForeignKey(OfficeReport, models.CASCADE, related_name="figures")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    value = models.DecimalField(_("figure"), max_digits=24, decimal_places=6, null=True, blank=True)
    none = models.CharField(_("no figure"), max_length=7, choices=NoFigure, blank=True)
    nature = models.CharField(_("nature"), max_length=11, choices=Nature, default=Nature.ESTIMATE)
    why = models.CharField(_("why"), max_length=500, blank=True)
    observation = models.ForeignKey(
        Observation, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("within", "indicator__fold", "pk")
        constraints = (
            models.UniqueConstraint(fields=["within", "indicator"], name="given_figure_once"),
            models.CheckConstraint(
                condition=Q(none="") | Q(value=None), name="given_figure_or_none"
            ),
        )

    def __str__(self) -> str:
        return f"{self.indicator}: {self.get_none_display() if self.none else self.value}"

    @property
    def is_answer(self) -> bool:
        """Whether something was said: a figure, or why there is none."""
        return self.value is not None or bool(self.none)
