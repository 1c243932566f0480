"""The rows by which a plan says otherwise who owes what."""

from django.db import models

from tiendo.progress.owing.shares import Place, Share


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
