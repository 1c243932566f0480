"""What is wrong with a document itself: of one under review, of a plan in force, of a draft that is not kept."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import CHECK_DRAFT, READ, READ_IN
from tiendo.plans.forms import CheckForm
from tiendo.plans.models import Intake, Plan, Stage
from tiendo.plans.readings import Stored
from tiendo.plans.rechecking import check_anew as look_anew
from tiendo.plans.remarks import counted, groups_of, unlooked
from tiendo.plans.screening import checked_draft
from tiendo.ui.render import render_page


@require_safe
@page(READ_IN)
def check(request: Request, pk: int) -> HttpResponse:
    """The remarks on a document under review."""
    intake = get_object_or_404(reach(Intake.objects.all(), request.standing), pk=pk)
    if intake.stage == Stage.CONFIRMED and intake.document_id:
        return redirect("plans:check_plan", intake.plan_id)
    if intake.stage != Stage.READ or not intake.document_id:
        return redirect("plans:progress", intake.pk)
    context = {
        "intake": intake,
        "unchecked": pk,
        **_remarks(intake.reading, reverse("plans:review", args=[pk])),
    }
    return render_page(request, "plans/check.html", context)


@require_safe
@page(READ)
def check_plan(request: Request, pk: int) -> HttpResponse:
    """The remarks on the document of a plan in force."""
    plan = get_object_or_404(reach(Plan.objects.all(), request.standing), pk=pk)
    intake = Intake.objects.filter(document=plan.document_id).first() if plan.document_id else None
    if intake is None:
        raise Http404
    unchecked = intake.pk if request.standing.may(READ_IN) else None
    remarks = _remarks(intake.reading, reverse("plans:source", args=[pk]))
    context = {"plan": plan, "unchecked": unchecked, **remarks}
    return render_page(request, "plans/check.html", context)


@require_POST
@page(READ_IN)
def check_anew(request: Request, pk: int) -> HttpResponse:
    """Look for what is wrong with a document that was read before documents were checked."""
    rows = reach(Intake.objects.select_related("document"), request.standing)
    ready = (Stage.READ, Stage.CONFIRMED)
    intake = get_object_or_404(rows, pk=pk, stage__in=ready, document__isnull=False)
    try:
        look_anew(intake=intake, actor=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("plans:check", pk)


@page(CHECK_DRAFT)
def check_draft(request: Request) -> HttpResponse:
    """Check a file and keep nothing of it."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form, found = CheckForm(*sent), {}
    if form.is_valid():
        try:
            found = _remarks(checked_draft(form.cleaned_data["file"]), "")
        except ValidationError as error:
            form.add_error("file", error)
    subjects = groups_of({"remarks": []}, "")
    context = {"form": form, "file": form.files.get("file"), "subjects": subjects, **found}
    status = 422 if form.errors else 200
    return render_page(request, "plans/check_draft.html", context, status=status)


def _remarks(reading: Stored, url: str) -> Stored:
    groups = groups_of(reading, url)
    return {
        "groups": groups,
        "counted": counted(groups or ()),
        "silent": [group for group in groups or () if not group.remarks],
        "unlooked": unlooked(reading),
    }
