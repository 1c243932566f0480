"""Tying a task to the registers, and undoing it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import SET_OWING
from tiendo.plans import links as services
from tiendo.plans.link_forms import LinkForm
from tiendo.plans.models import Link, Task
from tiendo.ui.render import render_page


@require_http_methods(["GET", "POST"])
@page(SET_OWING)
def links(request: Request, pk: int) -> HttpResponse:
    """The registers a task is tied to, and a form for another one."""
    rows = Task.objects.select_related("plan").prefetch_related("links")
    task = get_object_or_404(reach(rows, request.standing), pk=pk)
    request.plan_id = task.plan_id  # type: ignore[attr-defined]
    form = LinkForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            services.tie(link=form.link(task), actor=request.user)
            messages.success(request, _("The task is tied to the register."))
            return redirect("plans:links", task.pk)
        except ValidationError as error:
            form.add_error(None, error)
    told = services.told_of(task, request.today.year)
    context = {"task": task, "form": form, "told": told}
    return render_page(request, "plans/links.html", context, status=422 if form.is_bound else 200)


@require_POST
@page(SET_OWING)
def untie(request: Request, pk: int) -> HttpResponse:
    """Take a tie away."""
    link = get_object_or_404(reach(Link.objects.all(), request.standing), pk=pk)
    services.untie(link=link, actor=request.user)
    messages.success(request, _("The tie was taken away."))
    return redirect("plans:links", link.task_id)
