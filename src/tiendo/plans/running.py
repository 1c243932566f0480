"""The document of a plan in force with its marks: each leads to the task, duty or target read there."""

from collections.abc import Iterator

from django.urls import reverse

from tiendo.plans.marked import Mark
from tiendo.plans.models import Plan


def marks_of(plan: Plan, chosen: str = "") -> Iterator[Mark]:
    """The places of tasks and duties, of their offices and deadlines, and of targets.

    `chosen` is the name of the marks that are looked at: "viec-12".
    """
    for task in plan.tasks.only("pk", "kind", "number", "quotes", "marks"):
        url, name = reverse("progress:task", args=[task.pk]), f"viec-{task.pk}"
        said = f"{task.get_kind_display().capitalize()} {task.number}".rstrip()
        for quote in [*task.quotes, *task.marks]:
            yield Mark(quote, url, name, "q-on" if name == chosen else "", said)
    targets = reverse("progress:targets", args=[plan.pk])
    for target in plan.targets.only("pk", "indicator", "quotes"):
        name = f"chi-tieu-{target.pk}"
        for quote in target.quotes:
            yield Mark(quote, targets, name, "q-on" if name == chosen else "", target.indicator)
