"""Clauses that were read from a decision: choosing what one is about, saying that one is right."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import AMEND
from tiendo.plans.amending import reading_in, services
from tiendo.plans.models import Act, Clause, ItemKind
from tiendo.progress.amending.views.clauses import choices, item_of
from tiendo.progress.rounds.posted import number_in
from tiendo.ui.render import render_page


def _waiting(request: Request, pk: int) -> Clause:
    """A clause that was read and that nobody settled, or 404."""
    rows = Clause.objects.select_related("amendment__plan").exclude(reading={})
    return get_object_or_404(reach(rows, request.standing), pk=pk)


@page(AMEND)
def match(request: Request, pk: int) -> HttpResponse:
    """Choose what a clause that was read is about; then its words stand in the form."""
    found = _waiting(request, pk)
    about = request.POST.get("about", "")
    if found.act == Act.ADD or request.method != "POST" or about not in ItemKind.values:
        context = {**choices(found.amendment, request.GET.get("q", "")), "clause": found}
        return render_page(request, "amending/choose.html", context)
    item = item_of(found.amendment, about, number_in(request.POST.get("item")))
    try:
        clause = reading_in.match(clause=found, item=item, actor=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("amending:match", found.pk)
    if clause.reading:
        messages.warning(request, _("Chosen. The clause is marked: compare it with its words."))
    else:
        messages.success(request, _("Chosen. Look whether the change is what the decision says."))
    return redirect("amending:amendment", clause.amendment_id)


@require_POST
@page(AMEND)
def settle(request: Request, pk: int) -> HttpResponse:
    """Say that a clause that was read is right as it stands."""
    found = _waiting(request, pk)
    try:
        services.settle(clause=found, actor=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("amending:amendment", found.amendment_id)
