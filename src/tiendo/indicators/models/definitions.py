"""What is measured: an indicator and the versions of its definition."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tiendo.indicators.judging.values import Direction


class Gathering(models.TextChoices):
    """How figures of shorter periods, or of parts of the area, become one."""

    SUM = "sum", _("sum")
    MEAN = "mean", _("mean")
    LATEST = "latest", _("the latest")
    MAX = "max", _("the greatest")
    RATIO = "ratio", _("ratio of the sums")


class Calendar(models.TextChoices):
    """Which days make a year: the statistical one is the calendar year, the administrative one closes earlier."""

    STATISTICAL = "statistical", _("statistical, 1 January to 31 December")
    ADMINISTRATIVE = "administrative", _("administrative, 15 December to 14 December")


class Obtained(models.TextChoices):
    ENTERED = "entered", _("entered by an office")
    MEASURE = "measure", _("taken from a register")
    FORMULA = "formula", _("computed from other indicators")


class Indicator(models.Model):
    """Something that is measured year by year; what it means stands in its definitions.

    `code` is how formulas call it. `source_agency` gives the figure, where an office does.
    """

    locality_path = "locality"

    locality = models.ForeignKey("agencies.Locality", models.CASCADE, related_name="+")
    code = models.SlugField(_("code"), max_length=40)
    name = models.CharField(_("name"), max_length=300)
    source_agency = models.ForeignKey(
        "agencies.Agency",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="indicators",
        verbose_name=_("office that gives the figure"),
    )
    fold = models.CharField(max_length=400, editable=False)

    class Meta:
        ordering = ("fold", "pk")
        constraints = (
            models.UniqueConstraint(fields=["locality", "code"], name="indicator_code_once"),
        )

    def __str__(self) -> str:
        return self.name


class Definition(models.Model):
    """A version of what an indicator means: it holds from `first_year` on, the first one for all years before too.

    `frozen_at` is when the first figure was accepted by it: from then on a change makes a new version. Figures of a
    version that is not `comparable` with the one before it are set apart from them by a break. `factor` brings what
    a register or a formula gives to the unit. A `rate` is itself growth of a year in per cent; a `share` lies
    between 0 and 100 per cent.
    """

    locality_path = "indicator__locality"

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="definitions")
    number = models.PositiveSmallIntegerField()
    first_year = models.PositiveSmallIntegerField(_("holds from the year"), null=True)
    comparable = models.BooleanField(_("comparable with the figures before"), default=True)
    why = models.CharField(_("why it was changed"), max_length=300, blank=True)
    text = models.TextField(_("definition"), blank=True)
    unit = models.CharField(_("unit"), max_length=60)
    price_basis = models.CharField(_("price basis"), max_length=60, blank=True)
    area_basis = models.CharField(_("area"), max_length=120, blank=True)
    direction = models.CharField(
        _("direction"), max_length=5, choices=Direction, default=Direction.UP
    )
    share = models.BooleanField(_("a share, between 0 and 100%"), default=False)
    rate = models.BooleanField(_("itself growth of a year, in per cent"), default=False)
    below_zero = models.BooleanField(_("may be below zero"), default=False)
    over_time = models.CharField(
        _("months become a year by"), max_length=6, choices=Gathering, default=Gathering.LATEST
    )
    over_places = models.CharField(
        _("communes become the whole by"), max_length=6, choices=Gathering, default=Gathering.SUM
    )
    calendar = models.CharField(
        _("calendar"), max_length=14, choices=Calendar, default=Calendar.STATISTICAL
    )
    obtained = models.CharField(
        _("how it is obtained"), max_length=7, choices=Obtained, default=Obtained.ENTERED
    )
    formula = models.CharField(_("formula"), max_length=300, blank=True)
    register = models.CharField(_("register"), max_length=40, blank=True)
    measure = models.CharField(_("figure of the register"), max_length=60, blank=True)
    factor = models.DecimalField(_("factor"), max_digits=18, decimal_places=9, default=1)
    frozen_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ("indicator", "number")
        constraints = (
            models.UniqueConstraint(fields=["indicator", "number"], name="definition_once"),
            models.UniqueConstraint(
                fields=["indicator", "first_year"], name="definition_one_from_year"
            ),
            models.CheckConstraint(
                condition=(Q(number=1) & Q(first_year=None))
                | (Q(number__gt=1) & Q(first_year__isnull=False)),
                name="definition_first_holds_before",
            ),
            models.CheckConstraint(
                condition=(Q(obtained="entered") & Q(formula="") & Q(register=""))
                | (Q(obtained="measure") & Q(formula="") & ~Q(register="") & ~Q(measure=""))
                | (Q(obtained="formula") & ~Q(formula="") & Q(register="")),
                name="definition_obtained_one_way",
            ),
            models.CheckConstraint(condition=Q(factor__gt=0), name="definition_factor"),
        )

    def __str__(self) -> str:
        return f"{self.indicator} ({self.number})"
