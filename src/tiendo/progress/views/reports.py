"""Saying how far a period has come, that its condition is met, and opening the files that prove it."""

from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.clock import moment
from tiendo.accounts.rights import READ, REPORT, REPORT_FOR_ALL
from tiendo.agencies.models import Agency
from tiendo.progress import services
from tiendo.progress.forms import ConditionForm, DeciderForm, ReportForm
from tiendo.progress.keeping import registers_to_keep
from tiendo.progress.models import Occurrence, Report
from tiendo.progress.proofs.reading import readable
from tiendo.progress.reporters import is_open, reporting_offices
from tiendo.progress.rounds.posted import typed_at
from tiendo.ui.render import missing, render_page

RELATED = ("obligation__agency", "obligation__task__plan")


@page(READ)
def report(request: Request, pk: int) -> HttpResponse:
    """Report on one period, for an office of one's own."""
    row = _occurrence(request, pk)
    offices = list(reporting_offices(row, request.standing, request.today))
    if not offices:
        raise PermissionDenied
    if not is_open(row, request.today):
        messages.warning(
            request, _("This period has not begun: nothing can be reported on it yet.")
        )
        return redirect("progress:task", row.obligation.task_id)
    before = _before(row, offices)
    form = _form(request, row, offices, _copied(before) if request.GET.get("copy") else None)
    if form.is_bound and form.is_valid():
        return _sent(request, row, form)
    context = {
        "form": form,
        "row": row,
        "before": before,
        "to_keep": registers_to_keep(request, [row.obligation.task_id]),
        "files": request.FILES.getlist("evidence"),
    }
    return render_page(
        request, "progress/report.html", context, status=422 if form.is_bound else 200
    )


def _occurrence(request: Request, pk: int) -> Occurrence:
    rows = reach(Occurrence.objects.select_related(*RELATED), request.standing)
    row = get_object_or_404(rows, pk=pk)
    request.plan_id = row.obligation.task.plan_id  # type: ignore[attr-defined]
    return row


def _form(
    request: Request, row: Occurrence, offices: list[Agency], initial: dict[str, str] | None
) -> ReportForm:
    data, files = request.POST or None, request.FILES or None
    today = request.today
    return ReportForm(data, files, occurrence=row, offices=offices, today=today, initial=initial)


def _before(row: Occurrence, offices: list[Agency]) -> Report | None:
    """The newest report on this or an earlier period of the same work: what the office itself said."""
    rows = Report.objects.shown().filter(
        occurrence__obligation=row.obligation_id, occurrence__starts__lte=row.starts
    )
    owes = row.obligation.agency in offices
    rows = rows.by_who_owes() if owes else rows.filter(agency__in=offices)
    return rows.select_related("agency", "occurrence").first()


def _copied(before: Report | None) -> dict[str, str] | None:
    if before is None:
        return None
    return {"result": before.result, "difficulties": before.difficulties}


def _sent(request: Request, row: Occurrence, form: ReportForm) -> HttpResponse:
    agency = form.cleaned_data["agency"]
    absent = None
    if not request.standing.may(REPORT_FOR_ALL):
        absent = request.standing.acts_for(REPORT, agency.pk)
    now = moment()
    stands_in_for = absent.user_id if absent else None
    typed = typed_at(request.POST, now)
    services.report(
        occurrence=row,
        agency=agency,
        words=replace(form.words(), stands_in_for=stands_in_for, typed_at=typed),
        files=form.cleaned_data["evidence"],
        actor=request.user,
        now=now,
    )
    messages.success(request, _("The report was sent. It stands below, newest first."))
    return redirect("progress:task", row.obligation.task_id)


@page(REPORT_FOR_ALL)
def condition(request: Request, pk: int) -> HttpResponse:
    """Say that an outside decision a period waits for is there."""
    row = _occurrence(request, pk)
    if not row.condition or row.condition_met_on:
        return redirect("progress:task", row.obligation.task_id)
    if request.POST.get("do") == "decider":
        return _decider(request, row)
    form = ConditionForm(request.POST or None, occurrence=row, today=request.today)
    if form.is_bound and form.is_valid():
        services.meet_condition(occurrence=row, actor=request.user, **form.cleaned_data)
        messages.success(request, _("The condition is met; the work is followed from that day."))
        return redirect("progress:task", row.obligation.task_id)
    return _waiting(request, row, form, DeciderForm(initial={"decider": row.decider}))


def _decider(request: Request, row: Occurrence) -> HttpResponse:
    """Keep who must decide."""
    decider = DeciderForm(request.POST)
    if not decider.is_valid():
        form = ConditionForm(occurrence=row, today=request.today)
        return _waiting(request, row, form, decider)
    services.name_decider(occurrence=row, actor=request.user, **decider.cleaned_data)
    messages.success(request, _("Kept. It stands in every reminder until the decision is there."))
    return redirect("progress:condition", row.pk)


def _waiting(
    request: Request, row: Occurrence, form: ConditionForm, decider: DeciderForm
) -> HttpResponse:
    home = row.obligation.agency.locality_id
    offices = Agency.objects.filter(locality=home).in_force(request.today)
    context = {"form": form, "decider": decider, "row": row, "offices": offices}
    status = 422 if form.is_bound or decider.is_bound else 200
    return render_page(request, "progress/condition.html", context, status=status)


@page(READ)
def evidence(request: Request, pk: int) -> HttpResponse:
    """A file of evidence, to be saved and never to be shown as a page of ours."""
    row = get_object_or_404(readable(request.standing).exclude(file=""), pk=pk)
    try:
        opened = row.file.open()
    except FileNotFoundError:
        return missing(request, row.name)
    answer = FileResponse(
        opened, as_attachment=True, filename=row.name, content_type=row.media_type
    )
    answer["X-Content-Type-Options"] = "nosniff"
    return answer  # type: ignore[return-value]  # streams, and is a response all the same
