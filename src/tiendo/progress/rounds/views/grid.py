"""The rounds of a plan: the grid of offices and rounds, what waits in it, and what is done to chosen offices."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.clock import moment
from tiendo.accounts.rights import NUDGE, OPEN_ROUND, READ, REPORT, REVIEW
from tiendo.agencies.models import Agency
from tiendo.plans.models import Plan
from tiendo.progress.models import OfficeReport, ReportState
from tiendo.progress.rates.reading import rates_of_plan
from tiendo.progress.rounds import nudging, services, words
from tiendo.progress.rounds.asking import DaysForm
from tiendo.progress.rounds.export import spreadsheet
from tiendo.progress.rounds.grid import grid_of
from tiendo.progress.rounds.posted import number_in
from tiendo.progress.rounds.queue import of_offices, returned, to_review
from tiendo.progress.rounds.words import CELLS
from tiendo.ui.render import render_page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _plan(request: Request, pk: int) -> Plan:
    rows = Plan.objects.select_related("locality", "standing_agency")
    return get_object_or_404(reach(rows, request.standing), pk=pk)


@page(READ)
def grid(request: Request, pk: int) -> HttpResponse:
    """Offices by rounds."""
    plan = _plan(request, pk)
    found = grid_of(plan, request.today, number_in(request.GET.get("nam")))
    open_columns = [column for column in found.columns if column.round.closed_at is None]
    context = {
        "plan": plan,
        "grid": found,
        "running": open_columns,
        "overdue": [
            (column, missing)
            for column in open_columns
            if (missing := column.missing(request.today))
        ],
        "opening": [column.round for column in found.columns if column.round.to_ask],
        "keys": list(CELLS.values()),
        "may_open": request.standing.may(OPEN_ROUND),
        "may_nudge": request.standing.may(NUDGE),
        "own": list(_own(request, plan)),
        **_tabs(plan, "grid"),
    }
    return render_page(request, "progress/rounds/grid.html", context)


def _own(request: Request, plan: Plan) -> QuerySet[OfficeReport]:
    """What the offices of this person still owe in this plan."""
    return of_offices(request.standing.offices(REPORT)).filter(round__plan=plan)


def _tabs(plan: Plan, current: str) -> dict[str, Any]:
    places = [
        ("grid", _("Offices and rounds"), None),
        ("queue", _("Waiting for review"), to_review(plan).count()),
        ("returned", _("Returned"), returned(plan).count()),
        ("rates", _("The two rates"), None),
    ]
    return {
        "tabs": [
            {
                "label": label,
                "count": count,
                "current": name == current,
                "url": reverse(f"rounds:{name}", args=[plan.pk]),
            }
            for name, label, count in places
        ]
    }


@page(READ)
def sheet(request: Request, pk: int) -> HttpResponse:
    """The grid as it is seen, as a spreadsheet."""
    plan = _plan(request, pk)
    found = grid_of(plan, request.today, number_in(request.GET.get("nam")))
    answer = HttpResponse(spreadsheet(plan, found, request.today), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="ky-bao-cao-{plan.pk}.xlsx"'
    return answer


@page(READ)
def queue(request: Request, pk: int) -> HttpResponse:
    """The reports that wait for the coordinator; the chosen ones are accepted at once."""
    plan = _plan(request, pk)
    rows = list(to_review(plan))
    if request.method == "POST":
        return _accepted(request, plan, rows)
    context = {"plan": plan, "rows": rows, "may_review": request.standing.may(REVIEW)}
    return render_page(
        request, "progress/rounds/queue.html", context | {"returned": False} | _tabs(plan, "queue")
    )


def _accepted(request: Request, plan: Plan, rows: list[OfficeReport]) -> HttpResponse:
    if not request.standing.may(REVIEW):
        raise PermissionDenied
    chosen = [row for row in rows if str(row.pk) in request.POST.getlist("report")]
    if not chosen:
        messages.warning(request, _("Tick the reports that are to be accepted."))
    for row in chosen:
        try:
            done = services.accept(report=row, actor=request.user, now=moment())
            services.refuse_decided(done, (ReportState.ACCEPTED,), request.user)
            messages.success(request, words.accepted(row))
        except ValidationError as error:
            messages.warning(request, f"{row.agency.label}: {' '.join(error.messages)}")
    return redirect("rounds:queue", plan.pk)


@page(READ)
def returned_ones(request: Request, pk: int) -> HttpResponse:
    """The reports that were returned and have not come back."""
    plan = _plan(request, pk)
    context = {"plan": plan, "rows": list(returned(plan)), "returned": True}
    return render_page(request, "progress/rounds/queue.html", context | _tabs(plan, "returned"))


@page(READ)
def rates(request: Request, pk: int) -> HttpResponse:
    """Updated on time and completed on time, office by office among those of like load."""
    plan = _plan(request, pk)
    context = {"plan": plan, "rates": rates_of_plan(plan, request.today)}
    return render_page(request, "progress/rounds/rates.html", context | _tabs(plan, "rates"))


def _chosen(request: Request, plan: Plan) -> list[OfficeReport]:
    """The reports not yet in of the offices that were ticked, in rounds that take them."""
    ticked = [number_in(text) for text in request.POST.getlist("office")]
    rows = of_offices(ticked).filter(round__plan=plan)
    one = number_in(request.POST.get("round"))
    return list(rows.filter(round=one) if one else rows)


@require_POST
@page(NUDGE)
def nudge(request: Request, pk: int) -> HttpResponse:
    """Ask the chosen offices for the reports they owe."""
    plan = _plan(request, pk)
    if ticked := _ticked(request):
        chosen = _chosen(request, plan)
        asked = services.nudge(reports=chosen, actor=request.user, now=moment())
        for sentence in nudging.reached(row.agency for row in asked):
            messages.success(request, sentence)
        for sentence in nudging.passed_over(ticked, chosen, asked):
            messages.warning(request, sentence)
    else:
        messages.warning(request, _("Tick offices whose report has not come."))
    return redirect("rounds:grid", plan.pk)


def _ticked(request: Request) -> list[Agency]:
    """The offices that were ticked."""
    keys = [number_in(text) for text in request.POST.getlist("office")]
    return list(reach(Agency.objects.filter(pk__in=keys), request.standing))


@require_POST
@page(OPEN_ROUND)
def give_days(request: Request, pk: int) -> HttpResponse:
    """Give the chosen offices more days, with a reason; first the page that asks, then it is done."""
    plan = _plan(request, pk)
    reports = _chosen(request, plan)
    if not reports:
        messages.warning(request, _("Tick offices whose report has not come."))
        return redirect("rounds:grid", plan.pk)
    sent = "due" in request.POST
    form = DaysForm(request.POST if sent else None)
    ticked = {str(row.pk) for row in reports} & set(request.POST.getlist("report"))
    chosen = [row for row in reports if not sent or str(row.pk) in ticked]
    if sent and form.is_valid() and _given(request, form, chosen):
        return redirect("rounds:grid", plan.pk)
    context = {"plan": plan, "form": form, "reports": reports, "chosen": chosen}
    return render_page(request, "progress/rounds/days.html", context, status=422 if sent else 200)


def _given(request: Request, form: DaysForm, chosen: list[OfficeReport]) -> bool:
    try:
        rows = services.give_days(
            reports=chosen, actor=request.user, now=moment(), **form.cleaned_data
        )
    except ValidationError as error:
        form.add_error("due", error)
        return False
    said = ngettext(
        "%(n)d office has until %(day)s.", "%(n)d offices have until %(day)s.", len(rows)
    )
    messages.success(
        request, said % {"n": len(rows), "day": f"{form.cleaned_data['due']:%d/%m/%Y}"}
    )
    return True
