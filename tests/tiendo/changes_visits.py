"""More time asked for and decided, words of leaders, corrective cards, over the worked example."""

from django.urls import reverse

from tiendo.plans.models import Plan
from tiendo.progress.models import CorrectiveCard, Extension, Obligation

BUTTONS = {"extensions:withdraw", "directing:answer", "directing:recall"}
PLAIN = ("extensions:rule",)


def addresses(plan: Plan) -> dict[str, list[str]]:
    """For every name of a page: the addresses at which it is looked at."""
    requests = Extension.objects.order_by("pk")
    late = CorrectiveCard.objects.get()
    nobodys = Obligation.objects.filter(task__plan=plan, task__number="2").first()
    tasks = [late.obligation.task_id, *([nobodys.task_id] if nobodys else [])]
    return {
        "extensions:ask": [reverse("extensions:ask", args=[row.occurrence_id]) for row in requests],
        "extensions:decide": [reverse("extensions:decide", args=[row.pk]) for row in requests],
        "directing:direct": [reverse("directing:direct", args=[pk]) for pk in tasks],
        "directing:card": [reverse("directing:card", args=[late.pk])],
    }
