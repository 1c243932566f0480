"""The document of a plan in force with its marks: each leads to the task, duty or target read there."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from tiendo.plans.marked import Mark, marked
from tiendo.plans.models import Plan
from tiendo.plans.readings import Stored


def blocks_of(plan: Plan, reading: Stored) -> list[Any]:
    """The blocks of the document as `marked.marked` gives them; nothing where the reading is gone."""
    return marked(reading, _marks(plan)) if reading.get("source") else []


def _marks(plan: Plan) -> Iterator[Mark]:
    for task in plan.tasks.only("pk", "quotes"):
        for quote in task.quotes:
            yield Mark(quote, reverse("progress:task", args=[task.pk]), f"viec-{task.pk}")
    targets = reverse("progress:targets", args=[plan.pk])
    for target in plan.targets.only("pk", "quotes"):
        for quote in target.quotes:
            yield Mark(quote, targets, f"chi-tieu-{target.pk}")
