"""What a draft takes over from plans in force: a whole plan of last year, or work that is reported there."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.clock import moment
from tiendo.accounts.rights import READ_IN
from tiendo.plans import cards, copying, repeats
from tiendo.plans.forms import CopyForm
from tiendo.plans.models import DraftItem, Plan, Task
from tiendo.plans.reception import AlreadyHere
from tiendo.ui.render import render_page

PK_DIGITS = 19  # of the largest number a row can have


@page(READ_IN)
def copy(request: Request, pk: int) -> HttpResponse:
    """Copy a plan as the draft of a later year."""
    plan = get_object_or_404(reach(Plan.objects.all(), request.standing), pk=pk)
    first, last = copying.years_of(plan)
    initial = {"first_year": max(request.today.year, last + 1)}
    form = CopyForm(request.POST or None, initial=initial, after=first)
    if form.is_valid():
        return _copied(request, plan, form.cleaned_data["first_year"])
    context = {
        "form": form,
        "plan": plan,
        "first": first,
        "last": last,
        "counts": copying.counts_of(plan),
        "ended": copying.ended_offices(plan, request.today),
        "draft": copying.open_draft_of(plan),
        "copies": plan.copies.all(),
    }
    return render_page(request, "plans/copy.html", context, status=422 if form.is_bound else 200)


def _copied(request: Request, plan: Plan, first_year: int) -> HttpResponse:
    try:
        now, actor = moment(), request.user
        draft = copying.copy_as_draft(plan=plan, first_year=first_year, actor=actor, now=now)
        messages.success(
            request, _("The draft is made. Look at what is doubtful, then confirm it.")
        )
    except AlreadyHere as found:
        draft = found.intake
        messages.warning(request, _("This plan was copied already; its draft waits here."))
    return redirect("plans:review", draft.pk)


@require_POST
@page(READ_IN)
def share(request: Request, pk: int) -> HttpResponse:
    """Say that an item of a draft is work of a plan in force, or is not, or take either back."""
    item = get_object_or_404(
        reach(DraftItem.objects.select_related("intake"), request.standing), pk=pk
    )
    try:
        _settle(item, request)
    except ValidationError as error:
        messages.error(request, f"{item.number}. {' '.join(error.messages)}")
    return redirect(cards.address(item.intake, cards.ELSEWHERE))


def _settle(item: DraftItem, request: Request) -> None:
    if request.POST.get("do") == "part":
        repeats.part(item=item, actor=request.user)
        return
    sent = request.POST.get("task", "")
    pk = int(sent) if sent.isdecimal() and len(sent) < PK_DIGITS else 0
    task = reach(Task.objects.select_related("plan"), request.standing).filter(pk=pk).first()
    if task is None:
        raise ValidationError(_("Choose the task of another plan that says the same."))
    said = repeats.say_unlike if request.POST.get("do") == "unlike" else repeats.share
    said(item=item, task=task, actor=request.user)
