"""A leader speaks of a target: directs the offices behind it, or asks them why it is off course."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from tiendo.accounts.access import Request, page
from tiendo.accounts.clock import moment
from tiendo.accounts.rights import ASK_TO_EXPLAIN
from tiendo.agencies.models import Agency
from tiendo.indicators.judged import judged_all
from tiendo.plans.models import AssignmentRole, Target
from tiendo.progress.dashboard.reading import OFF_COURSE, Line
from tiendo.progress.dashboard.views import found_target
from tiendo.progress.directing import services
from tiendo.progress.directing.forms import DirectForm
from tiendo.progress.directing.views import kinds_of
from tiendo.progress.models import DirectionKind
from tiendo.ui.render import render_page


@page(ASK_TO_EXPLAIN)
def ask(request: Request, pk: int) -> HttpResponse:
    """Say something on a target to the offices behind it; what is off course is asked about in one click."""
    target = found_target(pk, request.standing, request.today)
    offices = {row.pk: row for row in offices_behind(target, request.today)}
    (judged,) = judged_all([target], request.today, target.plan.locality_id)
    line = Line(judged)
    form = DirectForm(
        request.POST or None,
        initial=_proposed(request, line, offices),
        kinds=kinds_of(request.standing),
        offices=list(offices),
        today=request.today,
    )
    if form.is_bound and form.is_valid() and _said(request, form, line, offices):
        messages.success(request, _("Said. The office finds it in its work, with the day."))
        return redirect("dashboard:target", target.pk)
    context = {"target": target, "plan": target.plan, "line": line, "form": form}
    context["offices"] = offices
    status = 422 if form.is_bound else 200
    return render_page(request, "dashboard/ask.html", context, status=status)


def offices_behind(target: Target, today: date) -> list[Agency]:
    """Who can say why a target stands where it stands.

    The office that gives its figure, those that lead the tasks serving it; where there are none the standing office.
    """
    leads = Q(assignments__task__serves__target=target, assignments__role=AssignmentRole.LEAD)
    gives = Q(indicators__bindings__target=target)
    rows = Agency.objects.in_force(today).filter(leads | gives).distinct()
    found = list(rows.order_by("sort_key", "pk"))
    standing = target.plan.standing_agency
    return found or ([standing] if standing else [])


def _proposed(request: Request, line: Line, offices: dict[int, Agency]) -> dict[str, Any]:
    """What the form says to begin with: a question about what is off course, to the office that gives the figure.

    Of a figure that no office gives the standing office is asked.
    """
    due = request.today + services.TIME_TO_ANSWER
    facts: dict[str, Any] = {"due": f"{due:%d/%m/%Y}"}
    indicator, plan = line.judged.indicator, line.target.plan
    first = (indicator and indicator.source_agency_id) or plan.standing_agency_id
    if first in offices:
        facts["agencies"] = [first]
    if line.judged.judgement.verdict in OFF_COURSE:
        facts["kind"] = DirectionKind.EXPLAIN
        facts["words"] = _("Explain: %(target)s. %(verdict)s") % {
            "target": line.target.indicator,
            "verdict": line.short,
        }
    return facts


@transaction.atomic
def _said(request: Request, form: DirectForm, line: Line, offices: dict[int, Agency]) -> bool:
    """Whether it was said to every office; else the form says why not, and it is said to none."""
    said = services.Words(**{name: form.cleaned_data[name] for name in ("kind", "words", "due")})
    facts: dict[str, Any] = {"actor": request.user, "now": moment(), "today": request.today}
    off = line.judged.judgement.verdict in OFF_COURSE
    try:
        with transaction.atomic():
            for agency in form.cleaned_data["agencies"]:
                about = services.TargetOf(line.target, offices[agency.pk], off)
                services.say(about=about, said=said, **facts)
    except ValidationError as problem:
        form.add_error(None, problem)
        return False
    return True
