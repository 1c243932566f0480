"""The evidence of one report: looked at, added, described, taken away, judged."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tiendo.accounts.access import Request, page
from tiendo.accounts.rights import READ, REVIEW
from tiendo.plans.children import Broken, TooLong
from tiendo.plans.models import Task
from tiendo.progress.models import SAID, Evidence, Report
from tiendo.progress.proofs import services
from tiendo.progress.proofs.forms import AddForm, FactsForm, VerdictForm
from tiendo.progress.proofs.previews import has_preview, preview_of
from tiendo.progress.proofs.reading import may_change, readable, readable_reports, repeats
from tiendo.ui.render import render_page
from vanban.sources import Unreadable


@dataclass(frozen=True, slots=True)
class Line:
    """One piece of evidence as its page shows it."""

    row: Evidence
    size: str
    drawn: bool
    gone: bool
    elsewhere: list[Task]
    form: FactsForm
    verdict: VerdictForm


@page(READ)
def proofs(request: Request, pk: int) -> HttpResponse:
    """Everything that proves one report; its office adds to it until a reviewer has it."""
    report = get_object_or_404(readable_reports(request.standing), pk=pk)
    if request.method != "POST":
        return _page(request, report, {})
    if not may_change(report, request.standing):
        raise PermissionDenied
    form = AddForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, report, {"add": form}, 422)
    said = form.cleaned_data
    facts: dict[str, Any] = {"files": said["evidence"], "address": said["address"]}
    added = services.add(report=report, facts=form.facts(), actor=request.user, **facts)
    if added:
        messages.success(request, _("The evidence is with the report."))
    else:
        messages.info(request, _("This file is with the report already; nothing was added."))
    return redirect("proofs:proofs", report.pk)


def _page(
    request: Request, report: Report, told: dict[str, Any], status: int = 200
) -> HttpResponse:
    request.plan_id = report.occurrence.obligation.task.plan_id  # type: ignore[attr-defined]
    change = may_change(report, request.standing)
    bound = {form.prefix: form for form in told.pop("bound", ())}
    context = {
        "report": report,
        "task": report.occurrence.obligation.task,
        "lines": _lines(report, bound),
        "may_change": change,
        "may_judge": request.standing.may(REVIEW) and report.state in SAID,
        "add": AddForm() if change else None,
        "has_errors": status == 422,
        **told,
    }
    return render_page(request, "proofs/proofs.html", context, status=status)


def _lines(report: Report, bound: dict[str | None, Any]) -> list[Line]:
    rows = list(report.evidence.select_related("verdict_by"))
    for row in rows:
        row.report = report
    same, task = repeats(rows), report.occurrence.obligation.task
    return [
        Line(
            row=row,
            size=services.megabytes(row.size) if row.file else "",
            drawn=has_preview(row),
            gone=bool(row.file) and not row.file.storage.exists(str(row.file.name)),
            elsewhere=[other for other in same.get(row.sha256, []) if other != task],
            form=bound.get(f"f{row.pk}") or _facts(row),
            verdict=bound.get(f"v{row.pk}") or _verdict(row),
        )
        for row in rows
    ]


def _facts(row: Evidence, data: Any = None) -> FactsForm:
    initial = {"kind": row.kind, "number": row.number, "issued_on": row.issued_on}
    return FactsForm(data, initial=initial, prefix=f"f{row.pk}")


def _verdict(row: Evidence, data: Any = None) -> VerdictForm:
    initial = {"verdict": row.verdict, "note": row.verdict_note}
    return VerdictForm(data, initial=initial, prefix=f"v{row.pk}")


def _found(request: Request, pk: int) -> tuple[Evidence, Report]:
    row = get_object_or_404(readable(request.standing), pk=pk)
    return row, get_object_or_404(readable_reports(request.standing), pk=row.report_id)


@require_POST
@page(READ)
def describe(request: Request, pk: int) -> HttpResponse:
    """Say what kind of proof a file is, with number and day of a document."""
    row, report = _found(request, pk)
    if not may_change(report, request.standing):
        raise PermissionDenied
    form = _facts(row, request.POST)
    if not form.is_valid():
        return _page(request, report, {"bound": [form]}, 422)
    services.describe(evidence=row, facts=form.facts(), actor=request.user)
    messages.success(request, _("Saved."))
    return redirect("proofs:proofs", report.pk)


@require_POST
@page(READ)
def remove(request: Request, pk: int) -> HttpResponse:
    """Take a piece of evidence away."""
    row, report = _found(request, pk)
    if not may_change(report, request.standing):
        raise PermissionDenied
    services.remove(evidence=row, actor=request.user)
    messages.success(request, _("The evidence was taken away. It can be put back for 30 days."))
    return redirect("proofs:proofs", report.pk)


@require_POST
@page(REVIEW)
def judge(request: Request, pk: int) -> HttpResponse:
    """A reviewer's verdict on one piece of evidence."""
    row, report = _found(request, pk)
    form = _verdict(row, request.POST)
    if report.state not in SAID or not form.is_valid():
        return _page(request, report, {"bound": [form]}, 422)
    said = form.cleaned_data
    services.judge(evidence=row, verdict=said["verdict"], note=said["note"], actor=request.user)
    messages.success(request, _("Your verdict is saved."))
    return redirect("proofs:proofs", report.pk)


@require_safe
@page(READ)
def preview(request: Request, pk: int) -> HttpResponse:
    """The file as a picture drawn by us; nobody's file is ever shown as a page of ours."""
    row = get_object_or_404(readable(request.standing), pk=pk)
    try:
        drawn = preview_of(row)
    except (LookupError, FileNotFoundError, Unreadable, TooLong, Broken) as error:
        raise Http404 from error
    answer = FileResponse(drawn.open("rb"), content_type="image/png")
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-cache"
    return answer  # type: ignore[return-value]  # streams, and is a response all the same
