"""What a lead asks of the offices that coordinate, and their answers."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ContributionRequest(models.Model):
    """A lead asks offices for their part in one period of its work, by a day."""

    locality_path = "occurrence__obligation__task__plan__locality"

    occurrence = models.ForeignKey(
        "progress.Occurrence", models.CASCADE, related_name="contribution_requests"
    )
    words = models.TextField(_("what is asked"))
    due = models.DateField(_("answer by"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    recalled_at = models.DateTimeField(null=True)
    recalled_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-asked_at", "-pk")

    def __str__(self) -> str:
        return self.words[:100]


class Contribution(models.Model):
    """What one office owes on a request: its answer is a report on the lead's period, heard and never closing.

    An `invited` body is never pressed. A body without an account answers by an `OutsideLink`.
    """

    locality_path = "request__occurrence__obligation__task__plan__locality"

    request = models.ForeignKey(ContributionRequest, models.CASCADE, related_name="contributions")
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="contributions")
    invited = models.BooleanField(default=False)
    report = models.OneToOneField(
        "progress.Report", models.SET_NULL, null=True, related_name="contribution"
    )

    class Meta:
        ordering = ("agency__sort_key", "pk")
        constraints = (
            models.UniqueConstraint(fields=["request", "agency"], name="contribution_once"),
        )

    def __str__(self) -> str:
        return f"{self.agency}: {self.request}"
