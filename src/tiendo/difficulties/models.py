"""Difficulties, the offices they were passed on to, and the petitions in which equal ones are gathered."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency, Kind
from tiendo.difficulties.stages import Days, Stage, stage_of
from tiendo.registers.models import Concerning, Row

LONGEST = 300


class Bottleneck(models.TextChoices):
    """The groups that difficulties are sorted into."""

    LAND = "land", _("land and premises")
    CAPITAL = "capital", _("capital and credit")
    PROCEDURES = "procedures", _("administrative procedures")
    WORKS = "works", _("roads, electricity, water")
    LABOUR = "labour", _("labour and skills")
    MARKET = "market", _("market and materials")
    ENVIRONMENT = "environment", _("environment, fire safety")
    TECHNOLOGY = "technology", _("machines and technology")
    PLANNING = "planning", _("planning and building")
    POLICY = "policy", _("mechanisms and policies")
    OTHER = "other", _("other difficulties")


class Source(models.TextChoices):
    """Who says that something stands in the way."""

    ESTABLISHMENT = "establishment", _("establishment")
    HOUSEHOLD = "household", _("household business")
    INVESTOR = "investor", _("investor")
    OFFICE = "office", _("office that carries the plan out")
    OTHER = "other", _("somebody else")


class Outcome(models.TextChoices):
    """What came of a difficulty."""

    IN_HAND = "in-hand", _("in hand")
    REMOVED = "removed", _("removed")
    EXPLAINED = "explained", _("explained: the rules stand")
    HIGHER = "higher", _("left to the level above")
    NOT = "not", _("cannot be removed")


class Satisfaction(models.TextChoices):
    """What the one who raised it said of the answer; empty: not asked."""

    YES = "yes", _("satisfied")
    PARTLY = "partly", _("satisfied in part")
    NO = "no", _("not satisfied")


class Agreed(models.TextChoices):
    """What was decided on a petition."""

    WHOLLY = "wholly", _("agreed")
    PARTLY = "partly", _("agreed in part")
    NOT = "not", _("not agreed")


class Petition(Row):
    """Equal difficulties put as one question before whoever may decide it.

    The plan's last clause is its rule: the standing office gathers, the Committee decides, the decision has a number.
    """

    title = models.CharField(
        _("petition"), max_length=200, help_text=_("What is asked for, in one line.")
    )
    bottleneck = models.CharField(
        _("group of difficulties"),
        max_length=11,
        choices=Bottleneck,
        help_text=_("The one that most of what it gathers belongs to."),
    )
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="+",
        verbose_name=_("gathered by"),
        help_text=_("The standing office of the plan."),
    )
    gathered_on = models.DateField(
        _("gathered on"), help_text=_("The day on which it was drawn up.")
    )
    words = models.TextField(
        _("what is asked"),
        blank=True,
        help_text=_("In full, as it stands in the submission: what stands in the way, what for."),
    )
    addressee = models.CharField(
        _("submitted to"),
        max_length=200,
        blank=True,
        help_text=_("The committee of the locality, or the level above by its letter."),
    )
    put_number = models.CharField(
        _("number of the submission"),
        max_length=60,
        blank=True,
        help_text=_("Of the paper it went with, such as 35/TTr-KTHT."),
    )
    put_on = models.DateField(
        _("submitted on"), null=True, blank=True, help_text=_("The day on the submission.")
    )
    agreed = models.CharField(
        _("result of the decision"),
        max_length=6,
        choices=Agreed,
        blank=True,
        help_text=_("Empty until it is decided."),
    )
    decision = models.CharField(
        _("number of the decision"),
        max_length=60,
        blank=True,
        help_text=_("From the decision or the letter of answer, such as 812/UBND-KT."),
    )
    decided_on = models.DateField(
        _("decided on"), null=True, blank=True, help_text=_("The day on that paper.")
    )
    answer = models.TextField(
        _("what was decided"),
        blank=True,
        help_text=_("In short: what is allowed from when, what is not and why."),
    )

    class Meta:
        verbose_name = _("petition")
        verbose_name_plural = _("petitions")
        ordering = ("-gathered_on", "title", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "title", "gathered_on"], name="petition_once"
            ),
            models.CheckConstraint(
                condition=Q(decided_on=None) | ~Q(agreed=""), name="petition_decided_says_what"
            ),
            models.CheckConstraint(
                condition=Q(decided_on=None) | Q(put_on__isnull=False, put_on__lte=F("decided_on")),
                name="petition_decided_after_submission",
            ),
        )
        indexes = (models.Index(fields=["locality", "gathered_on"], name="petition_day"),)

    def __str__(self) -> str:
        return self.title


class DifficultyQuerySet(models.QuerySet["Difficulty"]):
    def open(self) -> "DifficultyQuerySet":
        """Those that nobody has answered."""
        return self.filter(answered_on=None)

    def loose(self) -> "DifficultyQuerySet":
        """Those that nobody has answered and no petition holds."""
        return self.open().filter(petition=None)


class Difficulty(Row, Concerning):
    """What stands in somebody's way, the office that answers for it, by when, and what came of it.

    `whom` says in words who raised it; `about` is its row in another register where it has one.
    """

    personal: ClassVar = ("whom", "fold")  # households are called by somebody's name
    not_public: ClassVar = True

    what = models.CharField(
        _("difficulty"),
        max_length=LONGEST,
        help_text=_("What stands in the way of what, in one sentence."),
    )
    whom = models.CharField(
        _("raised by"),
        max_length=200,
        help_text=_("Name of the establishment, the investor or the office, always written alike."),
    )
    source = models.CharField(
        _("kind of who raised it"),
        max_length=13,
        choices=Source,
        default=Source.ESTABLISHMENT,
        help_text=_("A household business is one that is registered under a person's name."),
    )
    commune = models.ForeignKey(
        Agency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("commune or ward"),
        limit_choices_to={"kind": Kind.COMMUNE},
        help_text=_("Where it is felt; empty where it is felt in the whole locality."),
    )
    bottleneck = models.CharField(
        _("group of difficulties"),
        max_length=11,
        choices=Bottleneck,
        help_text=_("What has to be unlocked; equal ones are found by it."),
    )
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="+",
        verbose_name=_("office in charge"),
        help_text=_("Who has to answer. To pass it on, use “Pass on” on the page of the row."),
    )
    received_on = models.DateField(
        _("received on"), help_text=_("The day on the letter, the minutes or the report.")
    )
    due_on = models.DateField(
        _("to be answered by"),
        null=True,
        blank=True,
        help_text=_("The last day; working days are counted from the day after it was received."),
    )
    outcome = models.CharField(
        _("outcome"),
        max_length=9,
        choices=Outcome,
        default=Outcome.IN_HAND,
        help_text=_("In hand until there is an answer."),
    )
    answered_on = models.DateField(
        _("answered on"), null=True, blank=True, help_text=_("The day on the letter of answer.")
    )
    answer = models.TextField(
        _("what was answered"),
        blank=True,
        help_text=_("In short, with the number of the letter: what was done, or why it is not."),
    )
    satisfied = models.CharField(
        _("satisfaction"),
        max_length=6,
        choices=Satisfaction,
        blank=True,
        help_text=_("As asked of the one who raised it; leave it empty when nobody asked."),
    )
    petition = models.ForeignKey(
        Petition,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="difficulties",
        verbose_name=_("petition"),
        help_text=_("The one that it was gathered into; empty while it stands alone."),
    )

    objects = DifficultyQuerySet.as_manager()

    class Meta:
        verbose_name = _("difficulty")
        verbose_name_plural = _("difficulties")
        ordering = ("-received_on", "what", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "what", "whom", "received_on"], name="difficulty_once"
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None, outcome="in-hand")
                | Q(answered_on__isnull=False) & ~Q(outcome="in-hand"),
                name="difficulty_answered_says_what",
            ),
            models.CheckConstraint(
                condition=Q(satisfied="") | Q(answered_on__isnull=False),
                name="difficulty_satisfied_when_answered",
            ),
        )
        indexes = (
            models.Index(fields=["locality", "received_on"], name="difficulty_day"),
            models.Index(fields=["locality", "answered_on", "due_on"], name="difficulty_due"),
            models.Index(fields=["locality", "commune"], name="difficulty_commune"),
            models.Index(fields=["locality", "agency"], name="difficulty_office"),
        )

    def __str__(self) -> str:
        return self.what

    @property
    def days(self) -> Days:
        """The days that say how it stands."""
        return Days(self.received_on, self.due_on, self.answered_on)

    def stage(self, today: date) -> Stage:
        """How it stands on `today`."""
        return stage_of(self.days, today)


class Forwarding(models.Model):
    """One office passed a difficulty on to another: written once and never changed."""

    locality_path = "difficulty__locality"

    difficulty = models.ForeignKey(Difficulty, models.CASCADE, related_name="forwardings")
    sender = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="+", verbose_name=_("passed on to")
    )
    forwarded_on = models.DateField(_("passed on on"))
    due_on = models.DateField(_("to be answered by"), null=True)
    words = models.CharField(_("reason for passing on"), max_length=LONGEST)

    class Meta:
        ordering = ("forwarded_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(sender=F("agency")), name="forwarding_to_another_office"
            ),
        )

    def __str__(self) -> str:
        return f"{self.sender.label} → {self.agency.label}"
