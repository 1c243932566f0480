"""Support given, promotion events, and contacts with investors and buyers."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency
from tiendo.registers.models import CommuneRow, Concerning, Row


class Helped(models.TextChoices):
    """Whom an office helps."""

    ESTABLISHMENT = "establishment", _("establishment")
    HOUSEHOLD = "household", _("household business")
    INVESTOR = "investor", _("investor")
    IDEA = "idea", _("start-up idea")


class SupportKind(models.TextChoices):
    """With what an office helps."""

    DOSSIER = "dossier", _("dossier")
    INVESTMENT = "investment", _("guidance on investment procedures")
    ENVIRONMENT = "environment", _("environment scheme")
    PROMOTION_FILE = "khuyen-cong", _("industrial promotion file")
    TRAINING = "training", _("training")
    MARKET = "market", _("finding buyers, e-commerce")
    DIFFICULTY = "difficulty", _("removing a difficulty")
    OTHER = "other", _("other support")


class SupportOutcome(models.TextChoices):
    IN_HAND = "in-hand", _("in hand")
    DONE = "done", _("done")
    NOTHING = "nothing", _("came to nothing")


class Satisfaction(models.TextChoices):
    """What the one who was helped said; empty: not asked."""

    YES = "yes", _("satisfied")
    PARTLY = "partly", _("satisfied in part")
    NO = "no", _("not satisfied")


class SupportGiven(CommuneRow, Concerning):
    """An establishment, an investor or an idea that an office helped, with what, and what came of it.

    `about` is its row in another register where it has one; `whom` says it in words in any case.
    """

    personal: ClassVar = ("whom", "fold", "__str__")  # households are called by somebody's name
    not_public: ClassVar = True

    whom = models.CharField(
        _("who was helped"),
        max_length=200,
        help_text=_("Name of the establishment, the investor or the idea, always written alike."),
    )
    whom_kind = models.CharField(
        _("kind of who was helped"),
        max_length=13,
        choices=Helped,
        default=Helped.ESTABLISHMENT,
        help_text=_("A household business is one that is registered under a person's name."),
    )
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="+",
        verbose_name=_("helped by"),
        help_text=_("The office that gave the help."),
    )
    kind = models.CharField(
        _("kind of support"),
        max_length=11,
        choices=SupportKind,
        help_text=_("What the help was mainly about; other help is a row of its own."),
    )
    words = models.CharField(
        _("with what"),
        max_length=300,
        blank=True,
        help_text=_("Such as: the file for a drying line under the programme of the province."),
    )
    given_on = models.DateField(
        _("helped on"), help_text=_("The day on which the office first helped.")
    )
    outcome = models.CharField(
        _("outcome"),
        max_length=7,
        choices=SupportOutcome,
        default=SupportOutcome.IN_HAND,
        help_text=_("In hand until the one who was helped has what he came for."),
    )
    result = models.CharField(
        _("result"),
        max_length=300,
        blank=True,
        help_text=_("Number of the decision or licence, sum granted, or why nothing came of it."),
    )
    satisfied = models.CharField(
        _("satisfaction"),
        max_length=6,
        choices=Satisfaction,
        blank=True,
        help_text=_("As asked of the one who was helped; leave it empty when nobody asked."),
    )

    class Meta:
        verbose_name = _("support given")
        verbose_name_plural = _("support given")
        ordering = ("-given_on", "whom", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "whom", "kind", "given_on"], name="support_given_once"
            ),
            models.CheckConstraint(
                condition=Q(satisfied="") | ~Q(outcome="in-hand"),
                name="support_satisfied_when_over",
            ),
        )
        indexes = (
            models.Index(fields=["locality", "given_on"], name="support_given_day"),
            models.Index(fields=["locality", "commune"], name="support_given_commune"),
        )

    def __str__(self) -> str:
        return f"{self.whom} ({self.get_kind_display()})"


class EventKind(models.TextChoices):
    INVESTMENT = "investment", _("investment promotion")
    TRADE = "trade", _("trade promotion, fair")
    MEETING = "meeting", _("meeting with enterprises")
    STARTUP = "startup", _("start-up event")
    OTHER = "other", _("other event")


class PromotionEvent(Row):
    """A conference, fair or meeting by which the locality is made known to investors and buyers."""

    name = models.CharField(
        _("event"), max_length=200, help_text=_("As on the invitation, with its year.")
    )
    kind = models.CharField(
        _("kind of event"),
        max_length=10,
        choices=EventKind,
        help_text=_("What it was mainly held for."),
    )
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="+",
        verbose_name=_("organised by"),
        help_text=_("Who organised it or went there for the locality."),
    )
    held_on = models.DateField(
        _("first day"), help_text=_("From the plan of the event; may lie ahead.")
    )
    ended_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Empty when it lasted one day.")
    )
    place = models.CharField(
        _("place"), max_length=200, blank=True, help_text=_("Hall, commune or province.")
    )
    enterprises = models.PositiveIntegerField(
        _("enterprises taking part"),
        null=True,
        blank=True,
        help_text=_("From the list of those present; leave it empty when nobody counted."),
    )
    result = models.TextField(
        _("result"), blank=True, help_text=_("From the report: what was asked, agreed, signed.")
    )

    class Meta:
        verbose_name = _("promotion event")
        verbose_name_plural = _("promotion events")
        ordering = ("-held_on", "name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "name", "held_on"], name="promotion_event_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("held_on")),
                name="promotion_event_ends_after_it_begins",
            ),
        )
        indexes = (models.Index(fields=["locality", "held_on"], name="promotion_event_day"),)

    def __str__(self) -> str:
        return self.name


class ContactOutcome(models.TextChoices):
    """How far a contact has led; from a visit of the site on it led to something."""

    OPEN = "open", _("being talked to")
    VISITED = "visited", _("visited the site")
    MEMORANDUM = "memorandum", _("memorandum signed")
    FILED = "filed", _("filed a dossier")
    INVESTED = "invested", _("invests or buys")
    NOTHING = "nothing", _("came to nothing")


class PromotionContact(Row, Concerning):
    """Somebody who may invest or buy, met at an event or without one; `about` is what they are interested in."""

    personal: ClassVar = ("name", "person", "reached_by", "fold", "__str__")
    not_public: ClassVar = True

    event = models.ForeignKey(
        PromotionEvent,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="contacts",
        verbose_name=_("promotion event"),
        help_text=_("Empty when the contact came about without an event."),
    )
    name = models.CharField(
        _("investor or buyer"),
        max_length=200,
        help_text=_("Name of the company or person, always written alike."),
    )
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="+",
        verbose_name=_("followed by"),
        help_text=_("The office that keeps in touch."),
    )
    contacted_on = models.DateField(
        _("first contact on"), help_text=_("The day of the first talk, such as 11/10/2024.")
    )
    person = models.CharField(
        _("person to talk to"), max_length=120, blank=True, help_text=_("From the visiting card.")
    )
    reached_by = models.CharField(
        _("telephone or email"),
        max_length=120,
        blank=True,
        help_text=_("From the visiting card; only offices that keep this register need it."),
    )
    interest = models.CharField(
        _("interested in"),
        max_length=300,
        help_text=_("The project, site or product, such as a cold store."),
    )
    capital = models.DecimalField(
        _("capital spoken of (million VND)"),
        max_digits=18,
        decimal_places=3,
        null=True,
        blank=True,
        help_text=_("As the contact said; empty when nothing was said."),
    )
    outcome = models.CharField(
        _("outcome"),
        max_length=10,
        choices=ContactOutcome,
        default=ContactOutcome.OPEN,
        help_text=_("The furthest the contact has led so far."),
    )
    result = models.CharField(
        _("result"),
        max_length=300,
        blank=True,
        help_text=_("Such as: visited the site on 25/10/2024; or why nothing came of it."),
    )

    class Meta:
        verbose_name = _("promotion contact")
        verbose_name_plural = _("promotion contacts")
        ordering = ("-contacted_on", "name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "name", "contacted_on"], name="promotion_contact_once"
            ),
            models.CheckConstraint(
                condition=Q(capital=None) | Q(capital__gte=0), name="promotion_contact_capital"
            ),
        )
        indexes = (models.Index(fields=["locality", "contacted_on"], name="promotion_contact_day"),)

    def __str__(self) -> str:
        return self.name
