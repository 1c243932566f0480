"""Where a person lands after signing in, and the one queue of what waits for him."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.models import Role
from tiendo.accounts.rights import READ, READ_IN, REPORT, Standing
from tiendo.desk.acting import ACTIONS, LONGEST, Press
from tiendo.desk.deciding import DECISIONS
from tiendo.desk.waiting import waiting_of
from tiendo.plans.models import Plan
from tiendo.progress.directing.services import TIME_TO_ANSWER
from tiendo.progress.rounds.posted import number_in, words_in
from tiendo.ui.render import render_page


@page(READ)
def home(request: Request) -> HttpResponse:
    """The first screen of the person's role."""
    plan = reach(Plan.objects.all(), request.standing).first()
    if plan is None:
        return redirect("plans:intakes" if request.standing.may(READ_IN) else "progress:plans")
    return redirect(first_screen(request.standing, plan))


def first_screen(standing: Standing, plan: Plan) -> str:
    """Who coordinates begins with the queue, a leader with the plan at a glance, an office with its work."""
    roles = {role for role, _agency in standing.roles}
    at_a_glance = reverse("progress:plan", args=[plan.pk])
    if Role.COORDINATOR in roles:
        return reverse("desk:queue")
    if Role.LEADER in roles:
        return at_a_glance
    if own := standing.offices(REPORT):
        return reverse("progress:office", args=[min(own)])
    return reverse("desk:queue") if Role.ADMINISTRATOR in roles else at_a_glance


@page(READ)
def queue(request: Request) -> HttpResponse:
    """What waits for this person, everything that can be settled with a press where it stands."""
    plans = list(reach(Plan.objects.only("short_title", "locality"), request.standing)[:5])
    context = {
        "waiting": waiting_of(request.user, request.standing, request.today),
        "plans": plans,
        "in_a_week": request.today + TIME_TO_ANSWER,
    }
    return render_page(request, "desk/queue.html", context)


@require_POST
@page(READ)
def act(request: Request) -> HttpResponse:
    """Do what a button of the queue says, and go back to it."""
    action = (ACTIONS | DECISIONS).get(request.POST.get("do", ""))
    if action is None:
        messages.warning(request, _("This button does nothing here. Look at the list again."))
        return redirect("desk:queue")
    words = words_in(request.POST.get("words"), LONGEST)
    press = Press(request, number_in(request.POST.get("row")), words)
    try:
        messages.success(request, action(press))
    except ValidationError as error:
        for sentence in error.messages:
            messages.error(request, sentence)
    return redirect("desk:queue")
