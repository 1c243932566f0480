"""The same work in several plans: what may be the same, joining it, taking it apart."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import SET_OWING
from tiendo.plans.models import Plan, Task
from tiendo.progress import joined as joining
from tiendo.progress.rounds.posted import number_in
from tiendo.ui.render import render_page


@page(SET_OWING)
def joined(request: Request, pk: int) -> HttpResponse:
    """The tasks of a plan that other plans in force give as well."""
    plan = get_object_or_404(reach(Plan.objects.all(), request.standing), pk=pk)
    context = {
        "plan": plan,
        "proposals": joining.proposals(plan),
        "joined": joining.joined_in(plan),
    }
    return render_page(request, "progress/joined.html", context)


@require_POST
@page(SET_OWING)
def join(request: Request, pk: int) -> HttpResponse:
    """Let a task be owed and reported with one of another plan, or by itself again."""
    tasks = reach(Task.objects.select_related("plan"), request.standing)
    task = get_object_or_404(tasks, pk=pk)
    if request.POST.get("do") == "apart":
        joining.take_apart(task=task, actor=request.user)
        messages.success(request, _("The task is owed by itself again."))
        return redirect("progress:joined", task.plan_id)
    other = tasks.filter(pk=number_in(request.POST.get("other"))).first()
    if other is None:
        messages.warning(request, _("Choose the task of another plan that says the same."))
        return redirect("progress:joined", task.plan_id)
    try:
        joining.join(task=task, other=other, actor=request.user, today=request.today)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("Joined: the work is reported once, and both plans show it."))
    return redirect("progress:joined", task.plan_id)
