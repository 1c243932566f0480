"""The pages of reporting rounds over the worked example, in every state a report can be in."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from tiendo.example import people
from tiendo.plans.models import Plan
from tiendo.progress.models import OfficeReport, Round, RoundKind

PAGES = ("grid", "queue", "returned", "rates")
BUTTONS = {f"rounds:{name}" for name in ("nudge", "days", "answer", "review", "let_in")}
FILES = {"rounds:sheet"}


def addresses(plan: Plan) -> dict[str, list[str]]:
    """For every name of a page: the addresses at which it is looked at."""
    found = {f"rounds:{page}": [reverse(f"rounds:{page}", args=[plan.pk])] for page in PAGES}
    rounds = Round.objects.filter(plan=plan).order_by("cut_off")
    reports = OfficeReport.objects.filter(round__plan=plan)
    one_of_each = {(row.state, row.round.closed_at is None): row for row in reports}
    opening = reverse("rounds:open", args=[plan.pk])
    running = rounds.last()
    form = reverse("rounds:form", args=[running.pk])
    office = reports.get(round=running, agency__name=people.LABOUR).agency_id
    return found | {
        "rounds:open": [
            opening,
            f"{opening}?kind=month&calendar=administrative&year=2024&part=11",
            f"{opening}?kind=year&calendar=administrative&year=2001",
        ],
        "rounds:opening": [reverse("rounds:opening", args=[_being_opened(plan, office).pk])],
        "rounds:round": [reverse("rounds:round", args=[row.pk]) for row in rounds],
        "rounds:report": [reverse("rounds:report", args=[row.pk]) for row in one_of_each.values()],
        "rounds:form": [f"{form}?co-quan={office}"],
    }


def _being_opened(plan: Plan, office: int) -> Round:
    """A round of which one office is still to be asked."""
    facts = {"starts": date(2023, 1, 1), "cut_off": date(2023, 1, 31), "to_ask": [[office, False]]}
    row, _new = Round.objects.get_or_create(
        plan=plan,
        kind=RoundKind.MONTH,
        year=2023,
        part=1,
        defaults={**facts, "opened_at": timezone.now()},
    )
    return row
