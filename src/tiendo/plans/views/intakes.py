"""Documents on their way to a plan: the list, bringing one, watching it being read, giving it up."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import READ_IN
from tiendo.plans import machine, refusals
from tiendo.plans.forms import OrderForm, UploadForm
from tiendo.plans.leaves import put_in_order
from tiendo.plans.models import Intake, Stage
from tiendo.plans.reception import AlreadyHere, discard, receive, receive_pages, start_reading
from tiendo.ui.render import render_page

REFRESH = 3  # seconds between looks at a document that is being read


@require_safe
@page(READ_IN)
def intakes(request: Request) -> HttpResponse:
    """Every document that was brought, the newest first."""
    rows = reach(Intake.objects.defer("reading"), request.standing)
    found = rows.select_related("copied_from", "started_by")
    return render_page(request, "plans/intakes.html", {"intakes": found[:200]})


@page(READ_IN)
def upload(request: Request) -> HttpResponse:
    """Bring a document."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form, before = UploadForm(*sent), None
    if form.is_valid():
        try:
            return redirect("plans:progress", _received(request, form).pk)
        except AlreadyHere as found:
            before = found.intake
        except ValidationError as error:
            form.add_error("file", error)
    status = 422 if form.errors else 409 if before else 200
    context = {"form": form, "before": before, "kinds": machine.kinds()}
    return render_page(request, "plans/upload.html", context, status=status)


def _received(request: Request, form: UploadForm) -> Intake:
    files, locality = form.cleaned_data["file"], request.user.locality
    if form.pages():
        return receive_pages(uploads=files, locality=locality, actor=request.user)
    return receive(upload=files[0], locality=locality, actor=request.user)


@page(READ_IN)
def order(request: Request, pk: int) -> HttpResponse:
    """Put page images in order and let them be read."""
    intake = get_object_or_404(reach(Intake.objects.defer("reading"), request.standing), pk=pk)
    if intake.stage != Stage.ORDERING or intake.document is None:
        return redirect("plans:progress", intake.pk)
    form = OrderForm(request.POST or None, leaves=intake.document.leaves)
    if form.is_valid():
        put_in_order(intake=intake, places=form.cleaned_data, actor=request.user)
        if request.POST.get("action") == "read":
            start_reading(intake=intake, actor=request.user)
            return redirect("plans:progress", intake.pk)
        return redirect("plans:order", intake.pk)
    context = {"form": form, "intake": intake, "leaves": list(enumerate(form, start=1))}
    return render_page(request, "plans/order.html", context, status=422 if form.errors else 200)


@require_safe
@page(READ_IN)
def progress(request: Request, pk: int) -> HttpResponse:
    """How far the reader is; goes on to the review by itself when it is done."""
    intake = get_object_or_404(reach(Intake.objects.defer("reading"), request.standing), pk=pk)
    if intake.stage == Stage.ORDERING:
        return redirect("plans:order", intake.pk)
    done = intake.stage not in (Stage.QUEUED, Stage.READING)
    if done and request.htmx:  # type: ignore[attr-defined]
        return HttpResponse(headers={"HX-Refresh": "true"})
    if done and intake.stage != Stage.FAILED:
        return redirect("plans:review", intake.pk)
    error = refusals.sentence(intake.error) if intake.stage == Stage.FAILED else ""
    context = {"intake": intake, "error": error}
    response = render_page(request, "plans/progress.html", context, partial="state")
    if not error and not request.htmx:  # type: ignore[attr-defined]
        response.headers["Refresh"] = str(REFRESH)
    return response


@require_POST
@page(READ_IN)
def give_up(request: Request, pk: int) -> HttpResponse:
    """Throw a draft away, with its document."""
    intake = get_object_or_404(reach(Intake.objects.all(), request.standing), pk=pk)
    try:
        kept = intake.stage == Stage.READ
        discard(intake=intake, actor=request.user)
        words = _("The draft of %(name)s was thrown away.") % {"name": intake.name}
        again = _("For 30 days it can be put back, under “Deleted”.") if kept else ""
        messages.success(request, f"{words} {again}".strip())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("plans:intakes")
