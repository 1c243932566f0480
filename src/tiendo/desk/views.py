"""Where a person lands after signing in."""

from django.http import HttpResponse
from django.shortcuts import redirect

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import READ, READ_IN, REPORT
from tiendo.plans.models import Plan


@page(READ)
def home(request: Request) -> HttpResponse:
    """What the person's work begins with: the own office, the plan at a glance, or reading a plan in."""
    plan = reach(Plan.objects.all(), request.standing).first()
    if plan is None:
        return redirect("plans:intakes" if request.standing.may(READ_IN) else "progress:plans")
    own = request.standing.offices(REPORT)
    if own and not request.standing.may(READ_IN):
        return redirect("progress:office", min(own))
    return redirect("progress:plan", plan.pk)
