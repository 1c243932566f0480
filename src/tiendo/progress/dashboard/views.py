"""The pages of targets: those of a plan worst first, and one with its verdict, chart, figures and sources."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import ASK_TO_EXPLAIN, DEFINE_INDICATORS, READ, Standing
from tiendo.indicators.judged import Judged
from tiendo.indicators.judging.values import Verdict
from tiendo.indicators.models import Obtained
from tiendo.indicators.scope import gives
from tiendo.plans.amending.versions import say_as_on
from tiendo.plans.models import Plan, Target
from tiendo.progress.changes import told_on_target
from tiendo.progress.dashboard.coverage import coverage_of
from tiendo.progress.dashboard.places import has_places
from tiendo.progress.dashboard.reading import Line, counts, fetched, lines, targets_and_ended
from tiendo.progress.dashboard.target import told_of
from tiendo.progress.dashboard.walk import drawn, walk_of
from tiendo.progress.looking_back import look_back
from tiendo.ui.charts.picture import picture
from tiendo.ui.render import render_page


@page(READ)
def targets(request: Request, pk: int) -> HttpResponse:
    """What a plan aims at, the worst first, each in its legal form with its verdict."""
    plan = get_object_or_404(reach(Plan.objects.all(), request.standing), pk=pk)
    back = look_back(request)
    found, ended = targets_and_ended(plan, request.today, back=back)
    rows = lines(found, request.today, plan.locality_id, back=back)
    counted = counts(rows)
    context = {
        "plan": plan,
        "lines": narrowed(rows, request),
        "total": len(rows),
        "counts": counted,
        "wanted": request.GET.get("nhan-dinh", ""),
        "office": request.GET.get("co-quan", ""),
        "offices": offices_of(rows),
        "verdicts": [each for each in Verdict if counted[each.value]],
        "ended": ended,
        "looking_back": back,
        "is_as_of_now": any(row.judged.is_as_of_now for row in rows),
        "coverage": coverage_of(plan, rows),
        "may_define": request.standing.may(DEFINE_INDICATORS),
    }
    return render_page(request, "dashboard/targets.html", context)


def narrowed(rows: list[Line], request: Request) -> list[Line]:
    """The targets with the verdict and of the office that are asked for; all where none is."""
    verdict, office = request.GET.get("nhan-dinh", ""), request.GET.get("co-quan", "")
    if verdict in Verdict.values:
        rows = [row for row in rows if row.verdict == verdict]
    if office:
        rows = [row for row in rows if row.office and str(row.office.pk) == office]
    return rows


def offices_of(rows: list[Line]) -> list[Any]:
    """The offices that give figures for these targets, each once."""
    found = {row.office.pk: row.office for row in rows if row.office}
    return sorted(found.values(), key=lambda office: office.sort_key)


def found_target(pk: int, standing: Standing, day: date, *, back: bool = False) -> Target:
    """A target within reach as it was on a day. Raises Http404."""
    row: Target = get_object_or_404(reach(fetched(Target.objects.all()), standing), pk=pk)
    if back:
        say_as_on(row, day)
    return row


@page(READ)
def target(request: Request, pk: int) -> HttpResponse:
    """A target: what is said of it and why, its chart, its figures, what feeds it and serves it."""
    back = look_back(request)
    row = found_target(pk, request.standing, request.today, back=back)
    told = told_of(row, request.today, row.plan.locality_id, back=back)
    context = {
        "target": row,
        "plan": row.plan,
        "told": told,
        "line": Line(told.judged),
        "chart": picture(told.chart),
        "looking_back": back,
        "said": told_on_target(request, row, back=back),
        "by_commune": has_places(told.judged.definition),
        **may(request, told.judged, back=back),
    }
    return render_page(request, "dashboard/target.html", context)


def may(request: Request, judged: Judged, *, back: bool) -> dict[str, bool]:
    """What the reader can do with a target."""
    standing, indicator = request.standing, judged.indicator
    typed = judged.definition is not None and judged.definition.obtained == Obtained.ENTERED
    return {
        "may_define": standing.may(DEFINE_INDICATORS) and not back,
        "may_ask": standing.may(ASK_TO_EXPLAIN) and not back,
        "may_give": bool(indicator and typed and gives(standing, indicator)) and not back,
    }


@page(READ)
def walk(request: Request, pk: int) -> HttpResponse:
    """What leads to what in a plan: registers, tasks and targets as a picture one can walk."""
    plan = get_object_or_404(reach(Plan.objects.all(), request.standing), pk=pk)
    targets = list(plan.targets.in_force(request.today))
    tasks = list(plan.tasks.filter(cancelled_on=None).order_by("kind", "position"))
    found = walk_of(plan, targets, tasks)
    asked = request.GET.get("chi-tieu", "")
    chosen = next((each for each in targets if str(each.pk) == asked), None)
    context = {"plan": plan, "walk": found, "chosen": chosen, "picture": drawn(found, chosen)}
    return render_page(request, "dashboard/walk.html", context)
