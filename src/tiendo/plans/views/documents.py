"""The document of a plan in force: to be read with its marks, to be downloaded, its head completed."""

import mimetypes

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import AMEND_HEAD, READ, READ_IN
from tiendo.plans.children import Broken, TooLong
from tiendo.plans.files import Missing, path_of
from tiendo.plans.forms import HeadForm
from tiendo.plans.heads import complete_head
from tiendo.plans.leaf import leaf_of, view_of
from tiendo.plans.marked import marked
from tiendo.plans.models import Amendment, AmendmentState, Document, Intake, Plan
from tiendo.plans.pictures import THUMB, picture_of
from tiendo.plans.readings import Stored, is_paged
from tiendo.plans.running import marks_of
from tiendo.ui.render import missing, render_page
from vanban.sources import Unreadable

mimetypes.add_type(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"
)


@require_safe
@page(READ)
def source(request: Request, pk: int) -> HttpResponse:
    """The document of a plan, with what was read from it marked."""
    rows = reach(Plan.objects.select_related("document", "copied_from"), request.standing)
    plan = get_object_or_404(rows, pk=pk)
    related = plan.related.select_related("other")
    context = {
        "plan": plan,
        **_document(request, plan),
        "related": related,
        "issued": "/".join(plan.issued_on.split("-")[::-1]),
        "may_amend": request.standing.may(AMEND_HEAD),
    }
    return render_page(request, "plans/source.html", context, partial="doc")


def _document(request: Request, plan: Plan) -> Stored:
    """A page of the document, or the whole of it where it has no pages; nothing where the reading is gone."""
    intake = Intake.objects.filter(document=plan.document_id).first() if plan.document_id else None
    if intake is None or not intake.reading.get("source"):
        return {}
    reading, marks = intake.reading, marks_of(plan, request.GET.get("o", ""))
    if not is_paged(reading):
        return {"blocks": marked(reading, marks)}
    return {"leaf": leaf_of(reading, marks, view_of(request.GET))}


def _within_reach(request: Request) -> QuerySet[Document]:
    """The documents of plans and of decisions that change them; those under review only for who reads plans in."""
    rows = reach(Document.objects.all(), request.standing)
    if request.standing.may(READ_IN):
        return rows
    decided = Amendment.objects.exclude(state=AmendmentState.DRAFT).values("document")
    return rows.filter(Q(plan__isnull=False) | Q(pk__in=decided))


@require_safe
@page(READ)
def file(request: Request, pk: int) -> HttpResponse:
    """The document as it was brought."""
    document = get_object_or_404(_within_reach(request), pk=pk)
    kind, _encoding = mimetypes.guess_type(document.name)
    try:
        path = path_of(document)
    except Missing:
        return missing(request, document.name)
    return FileResponse(  # type: ignore[return-value]  # streams, and is a response all the same
        path.open("rb"),
        as_attachment=True,
        filename=document.name,
        content_type=kind or "application/octet-stream",
    )


@require_safe
@page(READ)
def picture(request: Request, pk: int, number: int) -> HttpResponse:
    """A page of the document as a picture; who may not see the document finds nothing."""
    document = get_object_or_404(_within_reach(request), pk=pk)
    seen = view_of(request.GET)
    size = THUMB if request.GET.get("co") == THUMB else seen.size
    try:
        drawn = picture_of(document, number, size, seen.turn)
    except (Missing, LookupError, Unreadable, TooLong, Broken) as error:
        raise Http404 from error
    etag = quote_etag(f"{drawn.parent.name[:24]}-{drawn.stem}")
    answer = get_conditional_response(request, etag=etag) or FileResponse(drawn.open("rb"))
    answer.headers["ETag"], answer.headers["Cache-Control"] = etag, "private, no-cache"
    return answer  # type: ignore[return-value]


@page(AMEND_HEAD)
def head(request: Request, pk: int) -> HttpResponse:
    """Complete number and day from the issued copy."""
    plan = get_object_or_404(reach(Plan.objects.all(), request.standing), pk=pk)
    initial = {"number": plan.number, "issued_on": plan.issued_on}
    form = HeadForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            complete_head(plan=plan, actor=request.user, **form.cleaned_data)
            messages.success(request, _("Number and day are saved."))
            return redirect("plans:source", plan.pk)
        except ValidationError as error:
            form.add_error("number", error)
    status = 422 if form.is_bound else 200
    return render_page(request, "plans/head.html", {"form": form, "plan": plan}, status=status)
