"""Establishments proposed for seed support, and what each criterion is worth."""

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import (
    Case,
    DecimalField,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency
from tiendo.promotion.scoring import Answer, Criterion, Mark, marks_of
from tiendo.registers.models import CommuneRow, Concerning, Row

POINTS = DecimalField(max_digits=8, decimal_places=3)
NOUGHT = Value(Decimal(0), output_field=POINTS)
ASKED = [each for each in Criterion if each is not Criterion.OWN_MONEY]


class SeedCriterion(Row):
    """How many points a criterion gives at most, from a day to a day: the locality decides."""

    criterion = models.CharField(
        _("criterion"), max_length=11, choices=Criterion, help_text=_("What gives the points.")
    )
    points = models.DecimalField(
        _("points at most"),
        max_digits=5,
        decimal_places=1,
        help_text=_("All criteria of a day should come to 100."),
    )
    valid_from = models.DateField(_("holds from"), help_text=_("The day of the decision on it."))
    valid_to = models.DateField(
        _("holds to"), null=True, blank=True, help_text=_("Blank while no end is known.")
    )
    decision = models.CharField(
        _("decision"), max_length=100, blank=True, help_text=_("Number and symbol of the decision.")
    )

    class Meta:
        verbose_name = _("criterion for seed support")
        verbose_name_plural = _("criteria for seed support")
        ordering = ("-valid_from", "criterion", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "criterion", "valid_from"], name="seed_criterion_once"
            ),
            models.CheckConstraint(
                condition=Q(points__gte=0, points__lte=100),
                name="seed_criterion_points",
                violation_error_message=_("Points lie between 0 and 100."),
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="seed_criterion_ends_after_it_begins",
                violation_error_message=_("Its last day lies before its first."),
            ),
        )

    def __str__(self) -> str:
        return f"{capfirst(self.get_criterion_display())} ({self.valid_from:%d/%m/%Y})"


def points_name(criterion: str) -> str:
    """How the points of a criterion are called on a row `with_score`."""
    return f"points_{criterion.replace('-', '_')}"


class SeedQuerySet(models.QuerySet["SeedCandidate"]):
    def with_score(self) -> "SeedQuerySet":
        """Annotated with the points each criterion gave at most on the day of the proposal, and the `score`.

        The score is that of `scoring.score_of`: 0 for who is excluded, None where no criterion had points.
        """
        rows = self.annotate(**{points_name(each): _points(each) for each in Criterion})
        parts = [
            Case(When(**{each: Answer.YES}, then=F(points_name(each))), default=NOUGHT)
            for each in ASKED
        ]
        share = F(points_name(Criterion.OWN_MONEY)) * F("own_share") / Value(Decimal(100))
        own = ExpressionWrapper(share, output_field=POINTS)
        total: Any = Coalesce(own, NOUGHT, output_field=POINTS)
        for part in parts:
            total = total + Coalesce(part, NOUGHT, output_field=POINTS)
        unknown = Q(**{points_name(each): None for each in Criterion})
        return rows.annotate(
            score=Case(
                When(unknown, then=None),
                When(serious=Answer.YES, then=NOUGHT),
                default=ExpressionWrapper(total, output_field=POINTS),
                output_field=POINTS,
            )
        )


def _points(criterion: str) -> Subquery:
    day = OuterRef("proposed_on")
    held = Q(valid_to=None) | Q(valid_to__gte=day)
    rows = SeedCriterion.objects.filter(
        held, locality=OuterRef("locality"), criterion=criterion, valid_from__lte=day
    )
    newest = rows.order_by("-valid_from", "-pk").values("points")[:1]
    return Subquery(newest, output_field=POINTS)


class Chosen(models.TextChoices):
    WAITING = "waiting", _("not decided yet")
    CHOSEN = "chosen", _("chosen for support")
    NOT = "not", _("not chosen")


def answer(label: object, words: object) -> models.CharField:
    """A question to be answered with yes or no, blank while nobody knows."""
    return models.CharField(label, max_length=3, choices=Answer, blank=True, help_text=words)  # type: ignore[arg-type]


class SeedCandidate(CommuneRow, Concerning):
    """An establishment proposed for seed support, with what is known of it; `about` is its row where it has one."""

    name = models.CharField(
        _("name of the establishment"), max_length=200, help_text=_("As in the register of them.")
    )
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="+",
        verbose_name=_("proposed by"),
        help_text=_("The office that proposes it."),
    )
    proposed_on = models.DateField(_("proposed on"), help_text=_("The points of that day count."))
    need = models.CharField(
        _("what it would be helped with"), max_length=300, help_text=_("Such as: a drying line.")
    )
    sector = answer(
        _("priority sector of the plan"), _("Rice, fish, fruit, farm machinery, clean energy.")
    )
    export = answer(_("exports, or supplies who exports"), _("From its contracts of last year."))
    technology = answer(_("brings in new technology"), _("From its investment plan."))
    material = answer(
        _("uses raw material of the locality"), _("Mainly rice, fish or fruit grown here.")
    )
    jobs = answer(_("takes in people who leave farm work"), _("As its commune says."))
    environment = answer(
        _("environmental papers complete"), _("As the office of environment says.")
    )
    own_share = models.DecimalField(
        _("own money in the investment (%)"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Of the whole cost; empty while it is not known."),
    )
    serious = answer(
        _("pollutes seriously"), _("On the list of seriously polluting ones: no support at all.")
    )
    chosen = models.CharField(
        _("choice"),
        max_length=7,
        choices=Chosen,
        default=Chosen.WAITING,
        help_text=_("The points propose; people decide."),
    )
    decided_on = models.DateField(
        _("decided on"), null=True, blank=True, help_text=_("Empty while nobody has decided.")
    )
    reason_words = models.CharField(
        _("why it was decided so"),
        max_length=300,
        blank=True,
        help_text=_("Needed when the choice does not follow the points."),
    )

    objects = SeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("establishment proposed for seed support")
        verbose_name_plural = _("establishments proposed for seed support")
        ordering = ("-proposed_on", "name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "name", "proposed_on"], name="seed_candidate_once"
            ),
            models.CheckConstraint(
                condition=Q(own_share=None) | Q(own_share__gte=0, own_share__lte=100),
                name="seed_candidate_own_share",
                violation_error_message=_("A share lies between 0 and 100 per cent."),
            ),
        )
        indexes = (models.Index(fields=["locality", "commune"], name="seed_candidate_commune"),)

    def __str__(self) -> str:
        return self.name

    @property
    def marks(self) -> list[Mark]:
        """The marks of a row `with_score`, one for each criterion that had points on its day."""
        points = {each.value: getattr(self, points_name(each), None) for each in Criterion}
        answers = {each.value: getattr(self, each) for each in ASKED}
        return list(marks_of(answers, self.own_share, points))
