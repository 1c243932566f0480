"""Opening a reporting round: first the period, then who is asked by when, then it is open."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import ngettext

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.clock import moment
from tiendo.accounts.rights import OPEN_ROUND
from tiendo.plans.models import Plan
from tiendo.progress.models import Calendar, Round
from tiendo.progress.rounds import services, words
from tiendo.progress.rounds.asking import PeriodForm, Proposal
from tiendo.progress.rounds.background import go_on, open_apart
from tiendo.progress.rounds.opening import AT_ONCE
from tiendo.progress.rounds.schedule import proposals
from tiendo.ui.render import render_page

REFRESH = 3  # seconds between looks at a round that is being opened


@page(OPEN_ROUND)
def open_round(request: Request, pk: int) -> HttpResponse:
    """Choose a period, see what it would mean, open it."""
    plan = get_object_or_404(
        reach(Plan.objects.select_related("locality"), request.standing), pk=pk
    )
    sent = request.POST if request.method == "POST" else request.GET
    period = PeriodForm(sent if "kind" in sent else None, initial=_initial(request))
    if not period.is_bound or not period.is_valid():
        return _page(request, plan, {"period": period}, 422 if period.is_bound else 200)
    said, typed = period.cleaned_data, request.POST if request.method == "POST" else None
    proposal = Proposal(plan, said, request.today, typed)
    told = {"period": period, "proposal": proposal, "name": _name(said)}
    if typed is None:
        return _page(request, plan, told, 200)
    if not proposal.dues.is_valid():
        return _page(request, plan, told, 422)
    try:
        return _opened(request, plan, proposal)
    except ValidationError as error:
        return _page(request, plan, {**told, "problems": error.messages}, 422)


def _initial(request: Request) -> dict[str, Any]:
    kind, year, part = proposals(request.today, Calendar.ADMINISTRATIVE)[-1]
    return {"kind": kind, "year": year, "part": part or None, "calendar": Calendar.ADMINISTRATIVE}


def _name(said: dict[str, Any]) -> str:
    return words.period(said["kind"], said["year"], said["part"], said["title"])


def _page(request: Request, plan: Plan, told: dict[str, Any], status: int) -> HttpResponse:
    running = plan.rounds.exclude(to_ask=[])
    context = {"plan": plan, "shortcuts": _shortcuts(request, plan), "opening": running, **told}
    return render_page(request, "progress/rounds/open.html", context, status=status)


def _shortcuts(request: Request, plan: Plan) -> list[tuple[str, str]]:
    """The periods that run or have just ended and are not open yet, with their addresses."""
    administrative = Calendar.ADMINISTRATIVE
    opened = set(plan.rounds.filter(calendar=administrative).values_list("kind", "year", "part"))
    address = reverse("rounds:open", args=[plan.pk])
    found = []
    for kind, year, part in reversed(proposals(request.today, administrative)):
        asked: dict[str, str | int] = {
            "kind": kind,
            "calendar": administrative,
            "year": year,
            "part": part or "",
        }
        if (kind, year, part) not in opened:
            name = capfirst(words.period(kind, year, part))
            found.append((name, f"{address}?{urlencode(asked)}"))
    return found


def _opened(request: Request, plan: Plan, proposal: Proposal) -> HttpResponse:
    if len(proposal.chosen) > AT_ONCE:
        begun = open_apart(plan=plan, asking=proposal.asking(), actor=request.user, now=moment())
        return redirect("rounds:opening", begun.pk)
    row = services.open_round(plan=plan, asking=proposal.asking(), actor=request.user, now=moment())
    _say_opened(request, row.reports.count())
    return redirect("rounds:grid", plan.pk)


def _say_opened(request: Request, asked: int) -> None:
    said = ngettext(
        "The round is open: %(n)d office, one report.",
        "The round is open: %(n)d offices, one report each.",
        asked,
    )
    messages.success(request, said % {"n": asked})


@page(OPEN_ROUND)
def opening(request: Request, pk: int) -> HttpResponse:
    """How many offices of a large round are asked already; a button lets what stopped go on."""
    rows = reach(Round.objects.select_related("plan"), request.standing)
    row = get_object_or_404(rows, pk=pk)
    if request.method == "POST" and row.to_ask:
        go_on(round_=row)
        return redirect("rounds:opening", row.pk)
    asked, looks_on = row.reports.count(), request.htmx  # type: ignore[attr-defined]
    if not row.to_ask and looks_on:
        return HttpResponse(headers={"HX-Refresh": "true"})
    if not row.to_ask:
        _say_opened(request, asked)
        return redirect("rounds:grid", row.plan_id)
    context = {"row": row, "plan": row.plan, "asked": asked, "total": asked + len(row.to_ask)}
    response = render_page(request, "progress/rounds/opening.html", context, partial="state")
    if not row.halted and not looks_on:
        response.headers["Refresh"] = str(REFRESH)
    return response
