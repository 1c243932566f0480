"""What people are reminded of: by which rules, what was sent, which calendars are out."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """Who is told, in the order of escalation; the standing office asks after decisions."""

    OFFICER = "officer", _("officer who does it")
    HEAD = "head", _("head of the office")
    LEADER = "leader", _("leader in charge")
    COORDINATOR = "coordinator", _("standing office")


class ReminderRule(models.Model):
    """When one audience is told of a thing: on days before its day, on days after it, then every so often.

    `gap` is the least number of days between two mentions of one thing to one person. `every` 0 is never again.
    """

    locality_path = "locality"

    locality = models.ForeignKey("agencies.Locality", models.CASCADE)
    audience = models.CharField(_("who is told"), max_length=11, choices=Audience)
    before = models.JSONField(_("days before"), default=list, blank=True)
    after = models.JSONField(_("days after"), default=list, blank=True)
    every = models.PositiveSmallIntegerField(_("then every"), default=0)
    gap = models.PositiveSmallIntegerField(_("at least days between"), default=2)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["locality", "audience"], name="reminder_rule_once"),
        )

    def __str__(self) -> str:
        return self.get_audience_display()


class Notice(models.Model):
    """What one person was told on one day. `lines` are the things, as `digest.Line` writes them.

    `tried_at` is set before the letter goes and `mailed_at` after, so that a letter is never sent twice.
    """

    locality_path = "user__locality"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    day = models.DateField()
    lines = models.JSONField(default=list)
    made_at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)
    mailed_to = models.EmailField(blank=True)
    failure = models.CharField(max_length=300, blank=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-day", "-pk")
        constraints = (models.UniqueConstraint(fields=["user", "day"], name="notice_once_a_day"),)
        indexes = (models.Index(fields=["day"]),)

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}: {self.user}"


class LastMention(models.Model):
    """When a thing (`Due.key`) was last mentioned to a person, and of which day the asking was that he was told of.

    Written together with the notice, so that the two never say different things.
    """

    locality_path = "user__locality"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    thing = models.CharField(max_length=80)
    day = models.DateField()
    asked_on = models.DateField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["user", "thing"], name="last_mention_once"),)

    def __str__(self) -> str:
        return f"{self.thing}: {self.day:%d/%m/%Y}"


class ReminderWish(models.Model):
    """How a person wants to be reminded: in which language, and whether by mail; without a row, as the defaults say."""

    locality_path = "user__locality"

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="reminder_wish"
    )
    language = models.CharField(
        _("language of the letters"), max_length=2, choices=settings.LANGUAGES, default="vi"
    )
    by_mail = models.BooleanField(_("send me a letter when something is due"), default=True)

    def __str__(self) -> str:
        return str(self.user)


class CalendarFeed(models.Model):
    """A calendar of a person, or of an office for a person, at an address that only he knows.

    `key` is part of what the address is made of: a new one makes the old address useless.
    """

    locality_path = "user__locality"
    personal = ("__str__",)
    unrecorded = ("key",)

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="feeds")
    agency = models.ForeignKey("agencies.Agency", models.CASCADE, null=True, related_name="feeds")
    key = models.CharField(max_length=32)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["user", "agency"], name="feed_of_an_office_once"),
            models.UniqueConstraint(
                fields=["user"], condition=Q(agency=None), name="feed_of_a_person_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} · {self.agency}" if self.agency else str(self.user)


class SavedView(models.Model):
    """A way to look at a list, kept under a name: for oneself, or for everybody in an office.

    `path` is the page and `query` what follows the question mark in its address.
    """

    locality_path = "user__locality"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_views")
    agency = models.ForeignKey("agencies.Agency", models.CASCADE, null=True, related_name="+")
    name = models.CharField(_("name"), max_length=80)
    path = models.CharField(max_length=200)
    query = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(fields=["user", "path", "name"], name="saved_view_once"),
        )
        indexes = (models.Index(fields=["path"], name="saved_view_path"),)

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        """The address of the list, looked at in this way."""
        return f"{self.path}?{self.query}" if self.query else self.path


class DailyRun(models.Model):
    """The work of one morning: who began it holds it until `started_at` is long ago.

    `told_until` is the moment up to which those who were asked for a report were told of it.
    """

    locality_path = "locality"

    locality = models.ForeignKey("agencies.Locality", models.CASCADE)
    day = models.DateField()
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    told_until = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-day",)
        constraints = (models.UniqueConstraint(fields=["locality", "day"], name="daily_run_once"),)

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"
