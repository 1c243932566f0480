"""The pages of directions and corrective cards."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.clock import moment
from tiendo.accounts.rights import (
    ANSWER,
    ASK_TO_EXPLAIN,
    CLOSE_CARD,
    DIRECT,
    READ,
    Standing,
)
from tiendo.plans.models import Task
from tiendo.progress.directing import cards, services
from tiendo.progress.directing.forms import LONGEST, CardForm, DirectForm
from tiendo.progress.models import (
    CorrectiveCard,
    Direction,
    DirectionKind,
    Obligation,
)
from tiendo.progress.owing.rules import DECIDES
from tiendo.progress.rounds.posted import words_in
from tiendo.ui.render import render_page
from tiendo.ui.returning import came_from


def kinds_of(standing: Standing) -> list[str]:
    """What a person with this standing may say to offices."""
    rights = ((DirectionKind.DIRECT, DIRECT), (DirectionKind.EXPLAIN, ASK_TO_EXPLAIN))
    return [kind.value for kind, right in rights if standing.may(right)]


@page(ASK_TO_EXPLAIN)
def direct(request: Request, pk: int) -> HttpResponse:
    """Direct the offices that owe a task, or ask them to explain, by a day."""
    rows = reach(Task.objects.select_related("plan__locality", "same_as"), request.standing)
    task = get_object_or_404(rows, pk=pk)
    owed = {row.agency_id: row for row in _owed(task)}
    form = DirectForm(
        request.POST or None,
        initial={"due": f"{request.today + services.TIME_TO_ANSWER:%d/%m/%Y}"},
        kinds=kinds_of(request.standing),
        offices=list(owed),
        today=request.today,
    )
    if form.is_bound and form.is_valid() and _said(request, form, owed):
        messages.success(request, _("Said. The office finds it in its work, with the day."))
        return redirect("progress:task", task.pk)
    context = {"task": task, "form": form, "owed": owed}
    return _shown(request, "directing/direct.html", context, form)


def _owed(task: Task) -> list[Obligation]:
    """Who owes the task now, under the one it is joined to where it is."""
    rows = Obligation.objects.filter(task=task.same_as or task, ended_on=None)
    rows = rows.filter(share__in=DECIDES).select_related("agency", "task__plan__locality")
    return list(rows.prefetch_related("occurrences").order_by("agency__sort_key", "pk"))


@transaction.atomic
def _said(request: Request, form: DirectForm, owed: dict[int, Obligation]) -> bool:
    """Whether it was said to every office; else the form says why not, and it is said to none."""
    said = services.Words(**{name: form.cleaned_data[name] for name in ("kind", "words", "due")})
    facts: dict[str, Any] = {"actor": request.user, "now": moment(), "today": request.today}
    try:
        with transaction.atomic():
            for agency in form.cleaned_data["agencies"]:
                services.say(about=owed[agency.pk], said=said, **facts)
    except ValidationError as problem:
        form.add_error(None, problem)
        return False
    return True


def _shown(
    request: Request, template: str, context: dict[str, Any], form: forms.BaseForm
) -> HttpResponse:
    return render_page(request, template, context, status=422 if form.is_bound else 200)


@require_POST
@page(READ)
def answer(request: Request, pk: int) -> HttpResponse:
    """Answer in place what was said to the own office."""
    row = _row(request, pk)
    if not request.standing.may(ANSWER, row.agency_id):
        raise PermissionDenied
    words = words_in(request.POST.get("words"), LONGEST)
    try:
        services.answer(direction=row, words=words, actor=request.user, now=moment())
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    else:
        messages.success(request, _("Answered. Who said it reads your answer."))
    return redirect(came_from(request, _place(row)))


@require_POST
@page(ASK_TO_EXPLAIN)
def recall(request: Request, pk: int) -> HttpResponse:
    """Take one's own words back before they are answered."""
    row = _row(request, pk)
    if row.by_id != request.user.pk:
        raise PermissionDenied
    try:
        services.recall(direction=row, actor=request.user, now=moment())
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    else:
        messages.success(request, _("Taken back. Nothing has to be answered."))
    return redirect(came_from(request, _place(row)))


def _row(request: Request, pk: int) -> Direction:
    rows = Direction.objects.select_related("obligation", "agency")
    return get_object_or_404(reach(rows, request.standing), pk=pk)


def _place(row: Direction) -> str:
    if row.target_id:
        return reverse("dashboard:target", args=[row.target_id])
    if row.obligation:
        return reverse("progress:task", args=[row.obligation.task_id])
    return reverse("rounds:report", args=[row.office_report_id])


@page(READ)
def card(request: Request, pk: int) -> HttpResponse:
    """A corrective card: everybody reads it, the office fills it in, the coordinator closes it."""
    rows = CorrectiveCard.objects.select_related(
        "obligation__agency", "obligation__task__plan", "period", "closed_by"
    )
    row = get_object_or_404(reach(rows, request.standing), pk=pk)
    row.period.obligation = row.obligation
    may_close = request.standing.may(CLOSE_CARD)
    may_fill = may_close or request.standing.may(ANSWER, row.obligation.agency_id)
    if request.method == "POST" and not may_fill:
        raise PermissionDenied
    form = CardForm(request.POST or None, instance=row)
    if form.is_bound and form.is_valid() and _kept(request, row, form, may_close):
        return redirect("directing:card", row.pk)
    context: dict[str, Any] = {"card": row, "task": row.obligation.task, "form": form}
    context |= {"may_fill": may_fill and not row.closed_on, "may_close": may_close}
    return _shown(request, "directing/card.html", context, form)


@transaction.atomic
def _kept(request: Request, row: CorrectiveCard, form: CardForm, may_close: bool) -> bool:
    """Whether the card was kept, and closed where that was asked; else the form says what is missing."""
    closing = request.POST.get("do") == "close"
    if closing and not may_close:
        raise PermissionDenied
    try:
        kept = cards.fill(card=row, values=form.cleaned_data, actor=request.user)
        if closing:
            cards.close(card=kept, actor=request.user, today=request.today)
    except ValidationError as problem:
        form.add_error(None, problem)
        return False
    messages.success(request, _("The card is closed.") if closing else _("The card was saved."))
    return True
