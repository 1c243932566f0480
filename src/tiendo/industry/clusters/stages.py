"""At which stage of its life a cluster is. Pure.

The order of stages is that of Decree 32/2024 as offices describe it, from memory and unverified; nothing depends on
it but the words.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Entered(TextChoices):
    """The stages that are entered with their day."""

    PLANNED = "planned", _("planned, waiting for the province")
    DETAILED_PLAN = "detailed-plan", _("detailed plan at 1/500")
    PROJECT = "project", _("infrastructure project and environmental assessment")
    LAND = "land", _("land being recovered and handed over")
    BUILDING = "building", _("infrastructure being built")
    OPERATING = "operating", _("operating")
    EXPANDING = "expanding", _("being expanded")
    ADJUSTED = "adjusted", _("being adjusted")


class Standing(TextChoices):
    """What a cluster is by its decisions, where no stage says more."""

    UNKNOWN = "unknown", _("stage not entered")
    ESTABLISHED = "established", _("established")
    ABOLISHED = "abolished", _("abolished")


def stage_on(
    today: date,
    decided_on: date | None,
    abolished_on: date | None,
    stages: Iterable[tuple[date, str]],
) -> Entered | Standing:
    """The stage of a cluster on a day: abolition ends everything, establishment ends the waiting, else the newest."""
    if abolished_on and abolished_on <= today:
        return Standing.ABOLISHED
    decided = decided_on is not None and decided_on <= today
    reached = [row for row in stages if row[0] <= today]
    if decided:
        reached = [row for row in reached if row[1] != Entered.PLANNED]
    if reached:
        return Entered(max(reached, key=lambda row: row[0])[1])
    return Standing.ESTABLISHED if decided else Standing.UNKNOWN
