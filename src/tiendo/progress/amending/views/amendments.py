"""What changes a plan: all of it, one decision, its head, entering and withdrawing it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.clock import moment
from tiendo.accounts.rights import AMEND, PROPOSE, READ
from tiendo.plans.amending import services
from tiendo.plans.models import Amendment, AmendmentState, Plan
from tiendo.progress.amending.carrying import bring_into_force
from tiendo.progress.amending.forms import HeadForm, WithdrawForm
from tiendo.progress.amending.showing import shown
from tiendo.ui.render import render_page

HEAD = ("words", "number", "issuer", "issued_on", "effective_on")


def amendment_in_reach(request: Request, pk: int) -> Amendment:
    """The amendment, or 404; a draft is seen only by those who draft."""
    rows = reach(Amendment.objects.select_related("plan"), request.standing)
    if not request.standing.may(AMEND):
        rows = rows.exclude(state=AmendmentState.DRAFT)
    return get_object_or_404(rows, pk=pk)


@page(READ)
def amendments(request: Request, pk: int) -> HttpResponse:
    """The decisions that change a plan, what offices propose, and what was submitted."""
    plan = get_object_or_404(reach(Plan.objects.all(), request.standing), pk=pk)
    may = request.standing.may(AMEND)
    rows = plan.amendments.all() if may else plan.amendments.exclude(state=AmendmentState.DRAFT)
    proposals = plan.proposals.select_related("agency", "task", "target")
    context = {
        "plan": plan,
        "rows": [(row, row.in_force(request.today)) for row in rows],
        "proposals": list(proposals),
        "submissions": list(plan.submissions.all()),
        "may_amend": may,
        "may_propose": bool(request.standing.offices(PROPOSE)),
    }
    return render_page(request, "amending/amendments.html", context)


@page(AMEND)
def begin(request: Request, pk: int) -> HttpResponse:
    """Begin a draft with the head of the decision, as far as it is known."""
    plan = get_object_or_404(reach(Plan.objects.all(), request.standing), pk=pk)
    form = HeadForm(request.POST or None, initial={"issuer": plan.issuer})
    if form.is_bound and form.is_valid():
        now = moment()
        draft = services.begin(plan=plan, head=form.head(), actor=request.user, now=now)
        return redirect("amending:amendment", draft.pk)
    context = {"plan": plan, "form": form}
    return render_page(request, "amending/head.html", context, status=422 if form.is_bound else 200)


@page(READ)
def amendment(request: Request, pk: int) -> HttpResponse:
    """One decision, clause by clause: what the plan said, what it says from the day on."""
    found = amendment_in_reach(request, pk)
    clauses = shown(found)
    context = {
        "plan": found.plan,
        "amendment": found,
        "clauses": clauses,
        "waiting": sum(bool(one.doubts) for one in clauses),
        "in_force": found.in_force(request.today),
        "draft": found.state == AmendmentState.DRAFT,
        "proposals": list(found.proposals.select_related("agency")),
        "may_amend": request.standing.may(AMEND),
    }
    return render_page(request, "amending/amendment.html", context)


@page(AMEND)
def head(request: Request, pk: int) -> HttpResponse:
    """Write the head of a draft."""
    found = amendment_in_reach(request, pk)
    initial = {name: getattr(found, name) for name in HEAD}
    form = HeadForm(request.POST or None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            services.write_head(amendment=found, head=form.head(), actor=request.user)
            return redirect("amending:amendment", found.pk)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"plan": found.plan, "form": form, "amendment": found}
    return render_page(request, "amending/head.html", context, status=422 if form.is_bound else 200)


@require_POST
@page(AMEND)
def decide(request: Request, pk: int) -> HttpResponse:
    """Enter that the decision was issued; what is in force by today is carried out at once."""
    found = amendment_in_reach(request, pk)
    try:
        services.decide(amendment=found, actor=request.user, now=moment())
    except ValidationError as error:
        for sentence in error.messages:
            messages.error(request, sentence)
        return redirect("amending:amendment", found.pk)
    bring_into_force(plan=found.plan, day=request.today, actor=request.user)
    messages.success(request, _entered(found, request))
    return redirect("amending:amendment", found.pk)


def _entered(found: Amendment, request: Request) -> str:
    if found.effective_on and found.effective_on > request.today:
        day = f"{found.effective_on:%d/%m/%Y}"
        return _("Entered. The plan follows it by itself from %(day)s on.") % {"day": day}
    return _("Entered. The plan follows it now; the days before stay as they were.")


@page(AMEND)
def withdraw(request: Request, pk: int) -> HttpResponse:
    """Let a decision hold no longer, from a day on and with a reason."""
    found = amendment_in_reach(request, pk)
    form = WithdrawForm(request.POST or None, today=request.today)
    if form.is_bound and form.is_valid():
        try:
            services.withdraw(amendment=found, actor=request.user, **form.cleaned_data)
            bring_into_force(plan=found.plan, day=request.today, actor=request.user)
            messages.success(request, _("Withdrawn. What held on the days before stays."))
            return redirect("amending:amendment", found.pk)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"plan": found.plan, "amendment": found, "form": form}
    return render_page(
        request, "amending/withdraw.html", context, status=422 if form.is_bound else 200
    )


@require_POST
@page(AMEND)
def give_up(request: Request, pk: int) -> HttpResponse:
    """Delete a draft."""
    found = amendment_in_reach(request, pk)
    try:
        services.give_up(amendment=found, actor=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("amending:amendment", found.pk)
    messages.success(request, _("The draft was deleted; it can be put back for 30 days."))
    return redirect("amending:amendments", found.plan_id)
