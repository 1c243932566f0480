"""The figures: one row each, kept as they came; a correction is a new row beside the old one."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Kind
from tiendo.indicators.judging.values import Nature
from tiendo.indicators.models.definitions import Indicator


class PeriodKind(models.TextChoices):
    YEAR = "year", _("year")
    HALF = "half", _("half-year")
    NINE = "nine", _("nine months")
    QUARTER = "quarter", _("quarter")
    MONTH = "month", _("month")


class State(models.TextChoices):
    """A figure, or the word that there is none: no row at all means that nothing is known."""

    FIGURE = "figure", _("figure")
    NOT_APPLICABLE = "not-applicable", _("not applicable")


class Dimension(models.TextChoices):
    """By what a figure is a part of the whole, besides the place."""

    WHOLE = "", _("whole")
    SEX = "sex", _("sex")
    SECTOR = "sector", _("sector")
    SIZE = "size", _("size")


class ObservationQuerySet(models.QuerySet["Observation"]):
    def current(self) -> "ObservationQuerySet":
        """Those that no correction has replaced."""
        return self.filter(replaced_at=None)

    def counting(self) -> "ObservationQuerySet":
        """Those that stand for their period, place and part: of several sources the one that was chosen."""
        return self.filter(counts=True)

    def of_the_whole(self) -> "ObservationQuerySet":
        """Those of the whole area and of everybody."""
        return self.filter(place=None, dimension=Dimension.WHOLE)


class Observation(models.Model):
    """The figure of an indicator for a period, a place (None: the whole area) and a part ("": everybody).

    A correction is a new row with the next `version`; the row before it gets `replaced_at` and keeps its value. Of
    figures from several sources one `counts`. `comparable` is False where it was recomposed from successors of the
    area. A ratio keeps `numerator` and `denominator`.
    """

    locality_path = "indicator__locality"

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="observations")
    kind = models.CharField(_("period"), max_length=7, choices=PeriodKind, default=PeriodKind.YEAR)
    year = models.PositiveSmallIntegerField(_("year"))
    part = models.PositiveSmallIntegerField(
        default=0
    )  # 0 of a year, else which half, quarter, month
    place = models.ForeignKey(
        "agencies.Agency",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("commune or ward"),
        limit_choices_to={"kind": Kind.COMMUNE},
    )
    dimension = models.CharField(
        max_length=6, choices=Dimension, default=Dimension.WHOLE, blank=True
    )
    category = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=14, choices=State, default=State.FIGURE)
    value = models.DecimalField(_("figure"), max_digits=24, decimal_places=6, null=True)
    numerator = models.DecimalField(
        _("numerator"), max_digits=24, decimal_places=6, null=True, blank=True
    )
    denominator = models.DecimalField(
        _("denominator"), max_digits=24, decimal_places=6, null=True, blank=True
    )
    nature = models.CharField(
        _("nature"), max_length=11, choices=Nature, default=Nature.PRELIMINARY
    )
    source = models.CharField(_("source"), max_length=200)
    note = models.CharField(_("note"), max_length=500, blank=True)
    counts = models.BooleanField(default=True)
    comparable = models.BooleanField(default=True)
    version = models.PositiveSmallIntegerField(default=1)
    replaced_at = models.DateTimeField(null=True)
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = ObservationQuerySet.as_manager()

    class Meta:
        ordering = ("indicator", "year", "kind", "part", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["indicator", "year", "kind", "part", "dimension", "category", "source"],
                condition=Q(replaced_at=None, place=None),
                name="observation_of_all_once",
            ),
            models.UniqueConstraint(
                fields=[
                    *("indicator", "year", "kind", "part", "dimension", "category"),
                    *("source", "place"),
                ],
                condition=Q(replaced_at=None, place__isnull=False),
                name="observation_of_place_once",
            ),
            models.UniqueConstraint(
                fields=["indicator", "year", "kind", "part", "dimension", "category"],
                condition=Q(counts=True, place=None),
                name="observation_of_all_counts_once",
            ),
            models.UniqueConstraint(
                fields=["indicator", "year", "kind", "part", "dimension", "category", "place"],
                condition=Q(counts=True, place__isnull=False),
                name="observation_of_place_counts_once",
            ),
            models.CheckConstraint(
                condition=Q(counts=False) | Q(replaced_at=None), name="observation_replaced"
            ),
            models.CheckConstraint(
                condition=Q(state="figure", value__isnull=False)
                | Q(state="not-applicable", value=None),
                name="observation_value",
            ),
            models.CheckConstraint(
                condition=(Q(kind="year") | Q(kind="nine")) & Q(part=0)
                | Q(kind="half", part__in=(1, 2))
                | Q(kind="quarter", part__range=(1, 4))
                | Q(kind="month", part__range=(1, 12)),
                name="observation_part",
            ),
            models.CheckConstraint(
                condition=Q(denominator=None) | ~Q(denominator=0), name="observation_denominator"
            ),
        )

    def __str__(self) -> str:
        return f"{self.indicator} {self.year}/{self.part}: {self.value}"


class Divergence(models.Model):
    """Why the figures of several sources for one period differ, in words; every one of them is kept."""

    locality_path = "indicator__locality"

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="divergences")
    kind = models.CharField(max_length=7, choices=PeriodKind, default=PeriodKind.YEAR)
    year = models.PositiveSmallIntegerField()
    part = models.PositiveSmallIntegerField(default=0)
    words = models.TextField(_("why they differ"))

    class Meta:
        ordering = ("indicator", "year", "part")
        constraints = (
            models.UniqueConstraint(
                fields=["indicator", "year", "kind", "part"], name="divergence_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.indicator} {self.year}: {self.words[:80]}"
