"""The documents a plan is tied to: what the paper names, and what a person adds."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import AMEND_HEAD
from tiendo.plans import heads
from tiendo.plans.forms import RelatedForm
from tiendo.plans.models import Plan, Related
from tiendo.ui.render import render_page


@page(AMEND_HEAD)
def related(request: Request, pk: int) -> HttpResponse:
    """What the plan is tied to, and a form to add a document."""
    plan = get_object_or_404(reach(Plan.objects.all(), request.standing), pk=pk)
    form = RelatedForm(request.POST or None)
    if form.is_valid():
        facts = dict(form.cleaned_data)
        try:
            heads.relate(plan=plan, relation=facts.pop("relation"), facts=facts, actor=request.user)
            messages.success(request, _("The document is added."))
            return redirect("plans:related", plan.pk)
        except ValidationError as error:
            form.add_error("text", error)
    status = 422 if form.is_bound else 200
    context = {"form": form, "plan": plan, "related": plan.related.select_related("other")}
    return render_page(request, "plans/related.html", context, status=status)


@require_POST
@page(AMEND_HEAD)
def unrelate(request: Request, pk: int) -> HttpResponse:
    """Take away a document that was added by hand."""
    row = get_object_or_404(reach(Related.objects.all(), request.standing), pk=pk)
    try:
        heads.unrelate(row=row, actor=request.user)
        messages.success(request, _("The document is taken away."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("plans:related", row.plan_id)
