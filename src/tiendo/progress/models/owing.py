"""What an office owes by its place in a task: a default table, and the rows that a plan sets otherwise."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Place(models.TextChoices):
    """Where an office stands in a task of the plan."""

    ACCOUNTABLE = "accountable", _("accountable lead")
    CO_LEAD = "co-lead", _("further lead")
    LEADING_GROUP = "leading-group", _("group that leads")
    COORDINATING = "coordinating", _("coordinating office")
    COORDINATING_GROUP = "coordinating-group", _("coordinating group")
    SUPPORTING = "supporting", _("body that is asked or supports")
    DUTY = "duty", _("office whose duty it is")


class Share(models.TextChoices):
    """What an office does about a task."""

    CLOSES = "closes", _("reports, and closes it")
    ADDS = "adds", _("adds its part")
    ASKED = "asked", _("owes nothing until the lead asks")
    INVITED = "invited", _("may answer; is never pressed")
    NOTHING = "nothing", _("owes nothing")


class OwingRule(models.Model):
    """What offices in one place owe under one plan, where that differs from the default table."""

    locality_path = "plan__locality"

    plan = models.ForeignKey("plans.Plan", models.CASCADE, related_name="owing_rules")
    place = models.CharField(max_length=18, choices=Place)
    share = models.CharField(max_length=7, choices=Share)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["plan", "place"], name="owing_rule_once"),)

    def __str__(self) -> str:
        return f"{self.get_place_display()}: {self.get_share_display()}"
