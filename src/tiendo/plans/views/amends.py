"""A document under review that changes a plan: one button makes the draft of an amendment of it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.clock import moment
from tiendo.accounts.rights import AMEND
from tiendo.plans.amending.reading_in import draft_from, plans_meant
from tiendo.plans.forms import WhichPlanForm
from tiendo.plans.models import Amendment, Intake, Plan
from tiendo.plans.readings import Stored


def offer(request: Request, intake: Intake) -> Stored:
    """What the review says of a document that changes a plan; nothing of any other, or to who may not amend."""
    amending = intake.reading.get("amending")
    if not amending or not intake.document_id or not request.standing.may(AMEND):
        return {}
    plans = reach(Plan.objects.all(), request.standing)
    meant = plans_meant(amending, plans)
    clauses = [
        {**one, "quote": one["quotes"][0]["text"]} for one in amending["clauses"] if one["quotes"]
    ]
    return {
        "amending": {**amending, "date": _printed(amending["date"]), "clauses": clauses},
        "meant": meant[0] if len(meant) == 1 else None,
        "which": WhichPlanForm(plans=plans, meant=meant),
    }


def amendment_of(intake: Intake) -> Amendment | None:
    """The amendment that was drafted from the document; None where there is none any more."""
    return Amendment.objects.filter(document=intake.document_id).first()


def _printed(day: str) -> str:
    return "/".join(day.split("-")[::-1])


@require_POST
@page(AMEND)
def amends(request: Request, pk: int) -> HttpResponse:
    """Draft the amendment, and go on to it."""
    intake = get_object_or_404(reach(Intake.objects.all(), request.standing), pk=pk)
    form = WhichPlanForm(request.POST, plans=reach(Plan.objects.all(), request.standing))
    if not form.is_valid():
        messages.error(request, _("Choose the plan that the document changes."))
        return redirect("plans:review", intake.pk)
    try:
        plan, now = form.cleaned_data["plan"], moment()
        draft = draft_from(intake=intake, plan=plan, actor=request.user, now=now)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("plans:review", intake.pk)
    messages.success(request, _("The draft is made. Look at every clause that is marked."))
    return redirect("amending:amendment", draft.pk)
