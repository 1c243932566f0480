"""Activities by which a scheme is made known, or producers learn of trade and integration."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency, Kind
from tiendo.registers.figures import count, money, never_negative, once
from tiendo.registers.models import Concerning, Row


class Form(models.TextChoices):
    """How people are reached."""

    CONFERENCE = "conference", _("conference, meeting")
    COURSE = "course", _("course, training")
    RADIO = "radio", _("loudspeakers, radio, television")
    LEAFLET = "leaflet", _("leaflet, poster")
    ONLINE = "online", _("website, social networks")
    FAIR = "fair", _("fair, exhibition, market of goods")
    CONTEST = "contest", _("contest")
    OTHER = "other", _("other form")


class Theme(models.TextChoices):
    """What it is about: the words of the plan's tasks on communication and on integration."""

    SCHEME = "scheme", _("the scheme and its plan")
    ROLE = "role", _("the role of industry")
    ECOMMERCE = "e-commerce", _("e-commerce")
    DEFENCE = "defence", _("trade defence")
    INTEGRATION = "integration", _("international integration, free-trade agreements")
    BORDER = "border", _("border trade")
    ORIGIN = "origin", _("origin and quality of goods")
    OTHER = "other", _("another theme")


INTEGRATION = (Theme.ECOMMERCE, Theme.DEFENCE, Theme.INTEGRATION, Theme.BORDER, Theme.ORIGIN)


class Audience(models.TextChoices):
    """Whom it is for."""

    OFFICIALS = "officials", _("officials")
    ENTERPRISES = "enterprises", _("enterprises, cooperatives")
    HOUSEHOLDS = "households", _("household businesses, growers")
    PEOPLE = "people", _("everybody")
    MEMBERS = "members", _("members of organisations")


class Activity(Row, Concerning):
    """One activity, or a series of the same kind in a month: broadcasts of a loudspeaker, posts.

    `commune` is blank for the whole district. Nobody counted is blank; nobody came is 0.
    """

    not_public: ClassVar = True

    title = models.CharField(
        _("name of the activity"),
        max_length=200,
        help_text=_("As in the plan or invitation, with month and year."),
    )
    form = models.CharField(
        _("form"), max_length=10, choices=Form, help_text=_("How people were mainly reached.")
    )
    theme = models.CharField(
        _("theme"), max_length=11, choices=Theme, help_text=_("What it was mainly about.")
    )
    audience = models.CharField(
        _("for whom"), max_length=11, choices=Audience, help_text=_("Most of those reached.")
    )
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="+",
        verbose_name=_("organised by"),
        help_text=_("The office, commune or organisation that held it."),
    )
    commune = models.ForeignKey(
        Agency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("commune or ward"),
        limit_choices_to={"kind": Kind.COMMUNE},
        help_text=_("Where it was held; blank for the whole district."),
    )
    held_on = models.DateField(_("first day"), help_text=_("The day it was held or began."))
    ended_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Empty when it lasted one day.")
    )
    sessions = count(_("how often"), _("Broadcasts, posts or sessions; 1 for a single one."))
    people = count(_("people reached"), _("From the list of those present; blank if not counted."))
    enterprises = count(
        _("enterprises reached"),
        _("Enterprises, cooperatives and household businesses among them."),
    )
    copies = count(
        _("copies handed out"), _("Leaflets, posters, handbooks; 0 where there were none.")
    )
    cost = money(_("cost (million VND)"), _("As settled; 0 where it cost nothing."))
    evidence = models.CharField(
        _("what shows it"),
        max_length=300,
        blank=True,
        help_text=_("List of those present, report, address of the page; files below the row."),
    )

    class Meta:
        verbose_name = _("activity of communication or integration")
        verbose_name_plural = _("communication and integration")
        ordering = ("-held_on", "title", "pk")
        constraints = (
            once("outreach_activity_once", "title", "agency", "held_on"),
            never_negative("outreach_activity_figures", "cost"),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("held_on")),
                name="outreach_activity_ends_after_it_begins",
            ),
        )
        indexes = (
            models.Index(fields=["locality", "held_on"], name="outreach_activity_day"),
            models.Index(fields=["locality", "commune"], name="outreach_activity_commune"),
        )

    def __str__(self) -> str:
        return self.title
