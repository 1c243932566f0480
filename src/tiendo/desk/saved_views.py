"""Keeping a way to look at a list, and taking it away."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import READ
from tiendo.desk import saved
from tiendo.desk.models import SavedView
from tiendo.progress.rounds.posted import number_in
from tiendo.ui.returning import came_from


@require_POST
@page(READ)
def keep(request: Request) -> HttpResponse:
    """Keep the list as it is looked at now, under a name."""
    address = came_from(request)
    try:
        row = saved.keep(
            user=request.user,
            address=address,
            name=request.POST.get("name", ""),
            office=number_in(request.POST.get("office")) or None,
            standing=request.standing,
        )
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("“%(name)s” is kept above this list.") % {"name": row.name})
    return redirect(address)


@require_POST
@page(READ)
def forget(request: Request, pk: int) -> HttpResponse:
    """Take one's own kept way to look away."""
    row = get_object_or_404(reach(SavedView.objects.all(), request.standing), pk=pk)
    if row.user_id != request.user.pk:
        raise PermissionDenied
    saved.forget(view=row, actor=request.user)
    messages.success(request, _("“%(name)s” was taken away.") % {"name": row.name})
    return redirect(came_from(request, row.path))
