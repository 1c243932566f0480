"""Difficulties that were taken over from reports into their register."""

from django.db import models

from tiendo.difficulties.models import Difficulty
from tiendo.progress.models.reports import Report


class RaisedDifficulty(models.Model):
    """What a report says stands in the way, as a row of its own that somebody answers for."""

    locality_path = "report__occurrence__obligation__task__plan__locality"

    report = models.ForeignKey(Report, models.CASCADE, related_name="raised")
    difficulty = models.OneToOneField(Difficulty, models.CASCADE, related_name="raised")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return str(self.difficulty)
