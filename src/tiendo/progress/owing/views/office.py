"""How an office handles one piece of work: received or refused, by whom, in which steps."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import (
    ASK,
    NAME_OFFICERS,
    READ,
    RECALL,
    RECEIVE,
    REFUSE,
    REPORT_FOR_ALL,
    Right,
)
from tiendo.history import services as history
from tiendo.progress.models import Contribution, Handler, Obligation, Step
from tiendo.progress.owing import handling, receipt
from tiendo.progress.owing.forms import OfficerForm, ReasonForm, StepForm
from tiendo.progress.owing.paper import paper_of
from tiendo.ui.render import render_page


@page(READ)
def obligation(request: Request, pk: int) -> HttpResponse:
    """One piece of work as one office handles it."""
    return _shown(request, _row(request, pk))


def _row(request: Request, pk: int, right: Right | None = None) -> Obligation:
    """The obligation; 404 when out of reach, 403 without `right` over its office."""
    answers = Contribution.objects.select_related("agency", "request", "report")
    rows = Obligation.objects.select_related("agency", "task__plan").prefetch_related(
        "receipts__by",
        "steps__user",
        Prefetch("handlers", Handler.objects.filter(ended_at=None).select_related("user")),
        Prefetch("occurrences__contribution_requests__contributions", answers),
    )
    row = get_object_or_404(reach(rows, request.standing), pk=pk)
    if right and not request.standing.may(right, row.agency_id):
        raise PermissionDenied
    request.plan_id = row.task.plan_id  # type: ignore[attr-defined]
    return row


def _shown(
    request: Request,
    row: Obligation,
    reason: ReasonForm | None = None,
    officer: OfficerForm | None = None,
    step: StepForm | None = None,
) -> HttpResponse:
    facts: dict[str, Any] = {"agency": row.agency, "today": request.today}
    forms = (reason, officer, step)
    may = request.standing.may
    context = {
        "paper": paper_of(row, request.today),
        "reason": reason or ReasonForm(),
        "officer": officer or OfficerForm(**facts),
        "step": step or StepForm(**facts),
        "may_receive": may(RECEIVE, row.agency_id),
        "may_refuse": may(REFUSE, row.agency_id),
        "may_name": may(NAME_OFFICERS, row.agency_id),
        "may_recall": may(RECALL),
        "may_ask": may(ASK, row.agency_id) or may(REPORT_FOR_ALL),
    }
    wrong = any(form is not None for form in forms)
    return render_page(request, "owing/obligation.html", context, status=422 if wrong else 200)


def _done(
    request: Request, row: Obligation, write: Callable[[], object], said: str
) -> HttpResponse:
    """Write and go back to the page with `said`, or with the sentence why nothing was written."""
    try:
        write()
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    else:
        messages.success(request, said)
    return redirect("owing:obligation", row.pk)


def _now(request: Request, form: Form) -> dict[str, Any]:
    """What was typed in a form, by whom, and when it is written."""
    return {**form.cleaned_data, "actor": request.user, "now": timezone.now()}


@require_POST
@page(READ)
def receive(request: Request, pk: int) -> HttpResponse:
    """Say that the office has the work in hand."""
    row = _row(request, pk, RECEIVE)

    def write() -> object:
        return receipt.receive(obligation=row, actor=request.user, now=timezone.now())

    return _done(request, row, write, _("Received. The office that gave the work sees it."))


@require_POST
@page(READ)
def refuse(request: Request, pk: int) -> HttpResponse:
    """Send the work back, once and with a reason."""
    row = _row(request, pk, REFUSE)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _shown(request, row, reason=form)
    said = _("Sent back with your reason. It stays here until the coordinator decides.")
    facts = _now(request, form)
    return _done(request, row, lambda: receipt.refuse(obligation=row, **facts), said)


@require_POST
@page(RECALL)
def recall(request: Request, pk: int) -> HttpResponse:
    """Take the work back, or leave it with the office that refused it."""
    row = _row(request, pk)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _shown(request, row, reason=form)
    facts = _now(request, form)
    if request.POST.get("do") == "uphold":
        stays = _("It stays with the office; your reason was told.")
        return _done(request, row, lambda: receipt.uphold(obligation=row, **facts), stays)
    facts["today"] = request.today
    taken = _("Taken back from the office. What it reported stays.")
    return _done(request, row, lambda: receipt.recall(obligation=row, **facts), taken)


@require_POST
@page(READ)
def name_officer(request: Request, pk: int) -> HttpResponse:
    """Name an officer who does the work."""
    row = _row(request, pk, NAME_OFFICERS)
    form = OfficerForm(request.POST, agency=row.agency, today=request.today)
    if not form.is_valid():
        return _shown(request, row, officer=form)
    facts = {**_now(request, form), "today": request.today}
    named = _("%(name)s does this work and finds it under My work.") % {"name": facts["user"]}
    return _done(request, row, lambda: handling.name_handler(obligation=row, **facts), named)


@require_POST
@page(READ)
def release(request: Request, pk: int) -> HttpResponse:
    """Let an officer no longer do the work."""
    found = get_object_or_404(reach(Handler.objects.all(), request.standing), pk=pk)
    row = _row(request, found.obligation_id, NAME_OFFICERS)
    handling.release_handler(handler=found, actor=request.user, now=timezone.now())
    return redirect("owing:obligation", row.pk)


@require_POST
@page(READ)
def add_step(request: Request, pk: int) -> HttpResponse:
    """Add a step."""
    row = _row(request, pk, RECEIVE)
    form = StepForm(request.POST, agency=row.agency, today=request.today)
    if not form.is_valid():
        return _shown(request, row, step=form)
    handling.add_step(obligation=row, actor=request.user, **form.cleaned_data)
    return redirect("owing:obligation", row.pk)


@require_POST
@page(READ)
def step(request: Request, pk: int) -> HttpResponse:
    """Tick a step, untick it, or take it out."""
    found = get_object_or_404(reach(Step.objects.all(), request.standing), pk=pk)
    row = _row(request, found.obligation_id, RECEIVE)
    if request.POST.get("do") == "remove":
        history.delete(found, actor=request.user)
        gone = _(
            "The step “%(step)s” was taken out; for 30 days the coordinator can bring it back."
        )
        messages.success(request, gone % {"step": found.text})
    else:
        done_on = request.today if request.POST.get("do") == "done" else None
        handling.finish_step(step=found, done_on=done_on, actor=request.user)
    return redirect("owing:obligation", row.pk)
