"""The pages of extensions: asking for more time, deciding on it, and the rule of the locality."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import ASK_EXTENSION, DECIDE_EXTENSION, READ, SET_EXTENSION_RULE
from tiendo.agencies.models import Locality
from tiendo.progress.extensions import services
from tiendo.progress.extensions.forms import GRANT, AskForm, DecideForm, RuleForm
from tiendo.progress.models import Extension, ExtensionState, Occurrence
from tiendo.ui.render import render_page

PERIOD = ("obligation__agency", "obligation__task__plan__locality")


@page(READ)
def ask(request: Request, pk: int) -> HttpResponse:
    """Ask for more time on a period of the own office; where none can be asked for, the page says why."""
    rows = Occurrence.objects.select_related(*PERIOD).prefetch_related("extensions")
    row = get_object_or_404(reach(rows, request.standing), pk=pk)
    if not request.standing.may(ASK_EXTENSION, row.obligation.agency_id):
        raise PermissionDenied
    form = AskForm(request.POST or None)
    if form.is_bound and form.is_valid() and written(form, lambda: _ask(request, row, form)):
        messages.success(request, _("Asked. Until it is decided the deadline stays as it is."))
        return redirect("progress:task", row.obligation.task_id)
    why_not = "" if form.is_bound else services.why_not(row, request.today)
    context = {"row": row, "task": row.obligation.task, "form": form, "why_not": why_not}
    return _shown(request, "extensions/ask.html", context, form)


def _ask(request: Request, row: Occurrence, form: AskForm) -> None:
    absent = request.standing.acts_for(ASK_EXTENSION, row.obligation.agency_id)
    away = absent.user_id if absent else None
    wanted = services.Wanted(stands_in_for=away, **form.cleaned_data)
    services.ask(occurrence=row, wanted=wanted, actor=request.user, today=request.today)


def written(form: forms.Form, write: Callable[[], object]) -> bool:
    """Whether it was written; else the form says why not."""
    try:
        write()
    except ValidationError as problem:
        form.add_error(None, problem)
        return False
    return True


def _shown(
    request: Request, template: str, context: dict[str, Any], form: forms.Form
) -> HttpResponse:
    return render_page(request, template, context, status=422 if form.is_bound else 200)


@page(DECIDE_EXTENSION)
def decide(request: Request, pk: int) -> HttpResponse:
    """Grant what an office asks for, or another day, or refuse it."""
    row = _row(request, pk)
    form = DecideForm(request.POST or None, asked_for=row.asked_for)
    if form.is_bound and form.is_valid() and written(form, lambda: _decide(request, row, form)):
        messages.success(request, _decided(form))
        return redirect("progress:task", row.occurrence.obligation.task_id)
    context = {"row": row, "task": row.occurrence.obligation.task, "form": form, "grant": GRANT}
    context["settled"] = row.state != ExtensionState.ASKED
    return _shown(request, "extensions/decide.html", context, form)


def _row(request: Request, pk: int) -> Extension:
    related = [f"occurrence__{path}" for path in PERIOD]
    rows = Extension.objects.select_related("agency", "asked_by", "decided_by", *related)
    return get_object_or_404(reach(rows, request.standing), pk=pk)


def _decide(request: Request, row: Extension, form: DecideForm) -> None:
    facts: dict[str, Any] = {"extension": row, "actor": request.user, "today": request.today}
    facts |= {name: form.cleaned_data[name] for name in ("words", "decision")}
    if form.refuses:
        services.refuse(**facts)
    else:
        services.grant(due=form.cleaned_data["due"], **facts)


def _decided(form: DecideForm) -> str:
    if form.refuses:
        return _("Refused. The office reads your reason; the deadline stays as it was.")
    day = f"{form.cleaned_data['due']:%d/%m/%Y}"
    return _("Granted until %(day)s. The first deadline stays in the rates.") % {"day": day}


@require_POST
@page(READ)
def withdraw(request: Request, pk: int) -> HttpResponse:
    """Take a request of the own office back before it is decided."""
    row = _row(request, pk)
    if not request.standing.may(ASK_EXTENSION, row.occurrence.obligation.agency_id):
        raise PermissionDenied
    try:
        services.withdraw(extension=row, actor=request.user, today=request.today)
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    else:
        messages.success(request, _("Withdrawn. The deadline stays as it is."))
    return redirect("progress:task", row.occurrence.obligation.task_id)


@page(SET_EXTENSION_RULE)
def rule(request: Request) -> HttpResponse:
    """How often a deadline may be extended here, and by which rule."""
    locality = Locality.objects.get(pk=request.standing.locality_id)
    stored = services.rule_of(locality)
    initial = {"at_most": stored.at_most, "source": stored.source}
    form = RuleForm(request.POST or None, initial=initial)
    if form.is_bound and form.is_valid():
        services.set_rule(locality=locality, actor=request.user, **form.cleaned_data)
        messages.success(request, _("Saved. Requests made from now on follow this rule."))
        return redirect("extensions:rule")
    return _shown(request, "extensions/rule.html", {"form": form}, form)
