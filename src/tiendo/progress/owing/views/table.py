"""Who owes what under a plan, and which of several leads answers."""

from collections import Counter

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import SET_OWING
from tiendo.plans.models import Assignment, Plan
from tiendo.progress.models import Place
from tiendo.progress.owing.forms import TableForm
from tiendo.progress.owing.rules import place_of
from tiendo.progress.owing.services import answer_for, named_offices, set_table, table_of
from tiendo.ui.render import render_page


@page(SET_OWING)
def table(request: Request, pk: int) -> HttpResponse:
    """What offices owe by their place in a task: the default, and what this plan says otherwise."""
    plan = get_object_or_404(reach(Plan.objects.all(), request.standing), pk=pk)
    stored = {place.value: share.value for place, share in table_of(plan).items()}
    form = TableForm(request.POST or None, initial=stored)
    if form.is_bound and form.is_valid():
        set_table(plan=plan, shares=form.shares(), actor=request.user, today=request.today)
        messages.success(request, _("Saved. What each office owes follows from today."))
        return redirect("owing:table", plan.pk)
    counts = _counts(plan, request)
    rows = [(field, *counts[Place(field.name)]) for field in form]
    return render_page(
        request,
        "owing/table.html",
        {"plan": plan, "form": form, "rows": rows},
        status=422 if form.is_bound else 200,
    )


def _counts(plan: Plan, request: Request) -> dict[Place, tuple[int, int]]:
    """For each place how many offices stand in it, and how often."""
    times: Counter[Place] = Counter()
    offices: dict[Place, set[int]] = {place: set() for place in Place}
    for task in plan.tasks.owed().with_offices():
        for agency, named in named_offices(task, request.today):
            place = place_of(named)
            times[place] += 1
            offices[place].add(agency.pk)
    return {place: (len(offices[place]), times[place]) for place in Place}


@require_POST
@page(SET_OWING)
def lead(request: Request, pk: int) -> HttpResponse:
    """Let another of the leads answer for a task."""
    rows = reach(Assignment.objects.select_related("task", "agency", "group"), request.standing)
    row = get_object_or_404(rows.filter(role="lead"), pk=pk)
    answer_for(assignment=row, actor=request.user, today=request.today)
    said = _("%(office)s answers for this task from today.") % {"office": row.whom}
    messages.success(request, said)
    return redirect("progress:task", row.task_id)
