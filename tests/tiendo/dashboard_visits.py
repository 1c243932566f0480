"""The pages of targets in the worked example: every one of them, and what a plan shows of all."""

from django.urls import reverse

from tiendo.plans.models import Plan

FILES = {
    "dashboard:svg",
    "dashboard:png",
    "dashboard:sheet",
    "dashboard:targets_sheet",
    "dashboard:places_sheet",
}


def addresses(plan: Plan) -> dict[str, list[str]]:
    """Where targets are looked at."""
    targets = list(plan.targets.all())
    walk = reverse("dashboard:walk", args=[plan.pk])
    listed = reverse("progress:targets", args=[plan.pk])
    return {
        "progress:targets": [
            listed,
            f"{listed}?nhan-dinh=missed",
            f"{listed}?nhan-dinh=x&co-quan=9",
        ],
        "dashboard:target": [reverse("dashboard:target", args=[row.pk]) for row in targets],
        "dashboard:places": [reverse("dashboard:places", args=[row.pk]) for row in targets],
        "dashboard:ask": [reverse("dashboard:ask", args=[targets[0].pk])],
        "dashboard:walk": [walk, f"{walk}?chi-tieu={targets[0].pk}", f"{walk}?chi-tieu=x"],
        "desk:brief": [reverse("desk:brief", args=[plan.pk])],
    }
