"""What a leader says on work by a day, and the card of work that is late again."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class DirectionKind(models.TextChoices):
    DIRECT = "direct", _("direction")
    EXPLAIN = "explain", _("request to explain")


class Direction(models.Model):
    """Words of a leader to one office on its work, on the report it did not send, or on a target that is off course;
    answered in place by a day.
    """

    locality_path = "locality"

    locality = models.ForeignKey("agencies.Locality", models.CASCADE, related_name="+")
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="directions")
    obligation = models.ForeignKey(
        "progress.Obligation", models.CASCADE, null=True, related_name="directions"
    )
    office_report = models.ForeignKey(
        "progress.OfficeReport", models.CASCADE, null=True, related_name="directions"
    )
    target = models.ForeignKey("plans.Target", models.CASCADE, null=True, related_name="directions")
    kind = models.CharField(max_length=7, choices=DirectionKind, default=DirectionKind.DIRECT)
    words = models.TextField(_("words"))
    due = models.DateField(_("answer by"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    said_at = models.DateTimeField()
    answer = models.TextField(_("answer"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)
    recalled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-said_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(obligation__isnull=False, office_report=None, target=None)
                | Q(obligation=None, office_report__isnull=False, target=None)
                | Q(obligation=None, office_report=None, target__isnull=False),
                name="direction_on_one_thing",
            ),
        )
        indexes = (models.Index(fields=["agency", "due"]),)

    def __str__(self) -> str:
        return f"{self.agency}: {self.words[:100]}"


class CorrectiveCard(models.Model):
    """Opened by itself when two periods of an obligation in a row are late; `period` is the second of them.

    It stands until it is closed, and is closed only when everything on it is filled in.
    """

    locality_path = "obligation__task__plan__locality"
    personal = ("owner",)

    obligation = models.ForeignKey("progress.Obligation", models.CASCADE, related_name="cards")
    period = models.OneToOneField("progress.Occurrence", models.CASCADE, related_name="card")
    opened_on = models.DateField()
    fact = models.TextField(_("what happened"), blank=True)
    cause = models.TextField(_("why"), blank=True)
    action = models.TextField(_("what is done about it"), blank=True)
    owner = models.CharField(_("who does it"), max_length=150, blank=True)
    by = models.DateField(_("by which day"), null=True, blank=True)
    closed_on = models.DateField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ("opened_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["obligation"], condition=Q(closed_on=None), name="one_open_card"
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None)
                | ~(Q(fact="") | Q(cause="") | Q(action="") | Q(owner="") | Q(by=None)),
                name="card_closed_when_filled_in",
            ),
        )

    def __str__(self) -> str:
        return f"{self.obligation}: {self.opened_on:%d/%m/%Y}"
