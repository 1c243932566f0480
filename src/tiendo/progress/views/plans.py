"""The pages of plans: all of them, and one at a glance, by its duties, by its targets, along the years."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import (
    AMEND_HEAD,
    KEEP_ALL,
    READ,
    READ_IN,
    REPORT_FOR_ALL,
    SET_OWING,
)
from tiendo.plans.models import Intake, Plan, TaskKind
from tiendo.plans.papers import proposed_papers
from tiendo.progress.choices import chips_of, timeline_choices
from tiendo.progress.dashboard.reading import counts as verdicts_of
from tiendo.progress.dashboard.reading import lines as target_lines
from tiendo.progress.dashboard.reading import targets_of, verdicts_by_plan
from tiendo.progress.listing import lines, worst_first
from tiendo.progress.looking_back import look_back, then_of
from tiendo.progress.models import Occurrence
from tiendo.progress.opening import open_plan
from tiendo.progress.overview import counts_by_plan, overview
from tiendo.progress.picture import picture
from tiendo.progress.sharing import duties_by_office
from tiendo.progress.wanted import read_wanted
from tiendo.ui.render import render_page
from vanban.text import fold

PLANS_ON_A_PAGE = 25


@page(READ)
def plans(request: Request) -> HttpResponse:
    """The plans that are carried out, the newest first."""
    query = request.GET.get("q", "").strip()
    rows = reach(Plan.objects.all(), request.standing)
    found = rows.filter(fold__contains=fold(query)) if query else rows
    shown = Paginator(found, PLANS_ON_A_PAGE).get_page(request.GET.get("page"))
    counts = counts_by_plan(shown, request.today)
    verdicts = verdicts_by_plan(shown, request.today, request.standing.locality_id)
    context = {
        "page": shown,
        "query": query,
        "rows": [
            (plan, counts[plan.pk], counts[plan.pk].total(), verdicts[plan.pk]) for plan in shown
        ],
        "may_read_in": request.standing.may(READ_IN),
    }
    return render_page(request, "progress/plans.html", context)


@page(READ)
def plan(request: Request, pk: int) -> HttpResponse:
    """How one plan stands today."""
    found = get_object_or_404(
        reach(Plan.objects.select_related("standing_agency", "copied_from"), request.standing),
        pk=pk,
    )
    back = look_back(request)
    then = then_of(found, request.today) if back else None
    context = {
        "plan": found,
        "overview": overview(found, request.today, then),
        "looking_back": back,
        **_targets(found, request, back=back),
        "related": list(found.related.select_related("other")),
        "tied_from": list(found.related_from.select_related("plan")),
        "copies": list(found.copies.all()),
        "may_copy": request.standing.may(READ_IN),
        "may_amend": request.standing.may(AMEND_HEAD),
        "may_set": request.standing.may(SET_OWING),
        "may_load": request.standing.may(REPORT_FOR_ALL),
        "may_keep": request.standing.may(KEEP_ALL),
        "past": Occurrence.objects.of_the_past().filter(obligation__task__plan=found).count(),
    }
    return render_page(request, "progress/plan.html", context)


def _targets(plan: Plan, request: Request, *, back: bool) -> dict[str, Any]:
    """The targets of a plan as they stand on the day, the worst first, and how many have each verdict."""
    targets = targets_of(plan, request.today, back=back)
    rows = target_lines(targets, request.today, plan.locality_id)
    return {"lines": rows, "counts": verdicts_of(rows), "total": len(rows)}


@page(READ)
def duties(request: Request, pk: int) -> HttpResponse:
    """What a plan asks of each office for good, in the order of the document."""
    found = get_object_or_404(reach(Plan.objects.all(), request.standing), pk=pk)
    rows = found.tasks.filter(kind=TaskKind.DUTY)
    shown = lines(worst_first(rows, request.today), request.today)
    context = {
        "plan": found,
        "offices": duties_by_office(shown),
        "count": len(shown),
        "joined": sum(line.task.same_as_id is not None for line in shown),
    }
    return render_page(request, "progress/duties.html", context)


@page(READ)
def timeline(request: Request, pk: int) -> HttpResponse:
    """A plan along the years: one box per period, a line for today."""
    found = get_object_or_404(reach(Plan.objects.all(), request.standing), pk=pk)
    wanted = read_wanted(request.GET)
    choices = timeline_choices(wanted, found, request.standing)
    context = {
        "plan": found,
        "wanted": wanted,
        "choices": choices,
        "chips": chips_of(wanted, choices),
        "picture": picture(found, wanted, request.today),
    }
    return render_page(request, "progress/timeline.html", context)


@require_POST
@page(READ_IN)
def confirm(request: Request, pk: int) -> HttpResponse:
    """Put a reviewed plan in force, or go back to the review with what is still to be settled."""
    intake = get_object_or_404(reach(Intake.objects.all(), request.standing), pk=pk)
    try:
        opened = open_plan(intake=intake, actor=request.user, today=request.today)
    except ValidationError as error:
        for sentence in error.messages:
            messages.error(request, sentence)
        return redirect("plans:review", pk)
    messages.success(request, _("The plan is in force. What is owed stands below."))
    _tell_of_papers(request, opened)
    return redirect("progress:plan", opened.pk)


def _tell_of_papers(request: Request, plan: Plan) -> None:
    """Say how many papers the words of a new plan ask for, to who may enter them."""
    count = len(proposed_papers(plan, request.today)) if request.standing.may(KEEP_ALL) else 0
    if count:
        told = ngettext(
            "The plan asks for %(n)s paper. Enter it under “Papers the plan asks for”.",
            "The plan asks for %(n)s papers. Enter them under “Papers the plan asks for”.",
            count,
        )
        messages.info(request, told % {"n": count})
