"""Asking offices for their part, and answering."""

from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.clock import moment
from tiendo.accounts.rights import ASK, READ, REPORT, REPORT_FOR_ALL
from tiendo.plans.models import Task
from tiendo.progress.models import Contribution, ContributionRequest, Occurrence
from tiendo.progress.owing import asking
from tiendo.progress.owing.asking import answer_of
from tiendo.progress.owing.forms import AnswerForm, AskForm
from tiendo.progress.owing.services import Helping, helping_with
from tiendo.progress.rounds.posted import typed_at
from tiendo.ui.render import render_page

PERIOD = "obligation__task__plan"


@page(READ)
def ask(request: Request, pk: int) -> HttpResponse:
    """Ask the offices that help with a period for their part by a day."""
    rows = Occurrence.objects.select_related(PERIOD, "obligation__agency")
    row = get_object_or_404(reach(rows, request.standing), pk=pk)
    if not _may_ask(request, row):
        raise PermissionDenied
    form = AskForm(request.POST or None, helping=_helping(row, request), today=request.today)
    if form.is_bound and form.is_valid():
        facts = {**form.cleaned_data, "now": moment(), "today": request.today}
        asked = asking.ask(occurrence=row, actor=request.user, **facts)
        number = len(facts["agencies"])
        said = ngettext("%(n)d office was asked.", "%(n)d offices were asked.", number)
        messages.success(request, said % {"n": number})
        return redirect("owing:obligation", asked.occurrence.obligation_id)
    context = {"row": row, "form": form, "task": row.obligation.task}
    return render_page(request, "owing/ask.html", context, status=422 if form.is_bound else 200)


def _helping(row: Occurrence, request: Request) -> Helping:
    task = Task.objects.with_offices().get(pk=row.obligation.task_id)
    return helping_with(task, row.obligation.agency_id, request.today)


def _may_ask(request: Request, row: Occurrence) -> bool:
    standing = request.standing
    return standing.may(ASK, row.obligation.agency_id) or standing.may(REPORT_FOR_ALL)


@require_POST
@page(READ)
def recall(request: Request, pk: int) -> HttpResponse:
    """Take a request back; the answers that were given stay."""
    rows = ContributionRequest.objects.select_related("occurrence__obligation")
    found = get_object_or_404(reach(rows, request.standing), pk=pk)
    if not _may_ask(request, found.occurrence):
        raise PermissionDenied
    reason = request.POST.get("reason", "").strip()
    asking.recall(request=found, reason=reason, actor=request.user, now=moment())
    messages.success(request, _("The request was taken back. Answers that were given stay."))
    return redirect("owing:obligation", found.occurrence.obligation_id)


@page(READ)
def contribution(request: Request, pk: int) -> HttpResponse:
    """Answer what another office asked of one's own."""
    related = ("request__occurrence__obligation__agency", "request__asked_by", "agency", "report")
    rows = Contribution.objects.select_related(
        *related, "request__occurrence__obligation__task__plan"
    )
    row = get_object_or_404(reach(rows, request.standing), pk=pk)
    standing = request.standing
    if not (standing.may(REPORT, row.agency_id) or standing.may(REPORT_FOR_ALL)):
        raise PermissionDenied
    form = AnswerForm(request.POST or None, request.FILES or None, today=request.today)
    if form.is_bound and form.is_valid() and _answered(request, row, form):
        return redirect("progress:task", row.request.occurrence.obligation.task_id)
    context = {"row": row, "form": form, "answer": answer_of(row, request.today).value}
    return render_page(
        request, "owing/contribution.html", context, status=422 if form.is_bound else 200
    )


def _answered(request: Request, row: Contribution, form: AnswerForm) -> bool:
    """Whether the answer was stored; else the form says why not."""
    now = moment()
    absent = request.standing.acts_for(REPORT, row.agency_id)
    words = replace(
        form.words(),
        typed_at=typed_at(request.POST, now),
        stands_in_for=absent.user_id if absent else None,
    )
    try:
        asking.answer(
            contribution=row,
            words=words,
            files=form.cleaned_data["evidence"],
            actor=request.user,
            now=now,
        )
    except ValidationError as problem:
        form.add_error(None, problem)
        return False
    messages.success(request, _("The answer was sent to the office that leads."))
    return True
