"""The discussion of a task."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import DISCUSS
from tiendo.agencies.models import Agency
from tiendo.history import services as history
from tiendo.plans.models import Task
from tiendo.progress.models import Remark
from tiendo.progress.owing import handling

LONGEST = 5_000


@require_POST
@page(DISCUSS)
def say(request: Request, pk: int) -> HttpResponse:
    """Add a remark to the discussion of a task."""
    task = get_object_or_404(reach(Task.objects.all(), request.standing), pk=pk)
    text = request.POST.get("text", "").strip()[:LONGEST]
    if not text:
        messages.warning(request, _("Nothing was written. Write a few words, then send them."))
        return redirect("progress:task", task.pk)
    agency = Agency.objects.filter(pk__in=request.standing.offices(DISCUSS)).first()
    handling.say(task=task, agency=agency, text=text, actor=request.user, now=timezone.now())
    messages.success(
        request, _("Your words stand in the discussion; the offices of this task read them.")
    )
    return redirect(f"{reverse('progress:task', args=[task.pk])}#trao-doi")


@require_POST
@page(DISCUSS)
def unsay(request: Request, pk: int) -> HttpResponse:
    """Take one's own remark out; it can be taken back for 30 days."""
    row = get_object_or_404(reach(Remark.objects.all(), request.standing), pk=pk)
    if row.author_id != request.user.pk:
        raise PermissionDenied
    history.delete(row, actor=request.user)
    messages.success(request, _("Your remark was taken out."))
    return redirect("progress:task", row.task_id)
