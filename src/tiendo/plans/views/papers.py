"""The papers that a plan in force asks for, proposed for the register of papers owed."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import KEEP_ALL
from tiendo.agencies.models import Agency
from tiendo.papers.registers import PAPERS
from tiendo.plans.models import Plan
from tiendo.plans.paper_forms import PaperForm
from tiendo.plans.papers import Proposed, enter, proposed_papers
from tiendo.ui.render import render_page


@page(KEEP_ALL)
def papers(request: Request, pk: int) -> HttpResponse:
    """What the plan asks to be drawn up, issued, reviewed or submitted; what is ticked goes into the register."""
    plan = get_object_or_404(reach(Plan.objects.all(), request.standing), pk=pk)
    found = proposed_papers(plan, request.today)
    forms = _forms(request, plan, found)
    is_sent = request.method == "POST"
    sound = [form.is_valid() for form in forms]
    if is_sent and all(sound) and _enter(request, plan, forms):
        return redirect("plans:papers", plan.pk)
    context = {
        "plan": plan,
        "forms": forms,
        "entered": [(each, each.entered.stage(request.today)) for each in found if each.entered],
        "register": PAPERS,
        "failed": [form for form in forms if form.errors],
    }
    return render_page(request, "plans/papers.html", context, status=422 if is_sent else 200)


def _forms(request: Request, plan: Plan, found: list[Proposed]) -> list[PaperForm]:
    rows = Agency.objects.filter(locality=plan.locality_id).in_force(request.today)
    offices = [(agency.pk, agency.label) for agency in rows]
    said = request.POST if request.method == "POST" else None
    return [
        PaperForm(said, proposed=each, plan=plan, offices=offices, today=request.today)
        for each in found
        if not each.entered
    ]


def _enter(request: Request, plan: Plan, forms: list[PaperForm]) -> bool:
    """Enter what was ticked and say so; False with the reason on the page where it cannot be."""
    taken = [each for form in forms if (each := form.taken())]
    if not taken:
        messages.error(request, _("Tick the papers to be entered."))
        return False
    try:
        entered = enter(plan=plan, taken=taken, actor=request.user, today=request.today)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return False
    told = ngettext("%(n)s paper is entered.", "%(n)s papers are entered.", len(entered))
    messages.success(request, told % {"n": len(entered)})
    return True
