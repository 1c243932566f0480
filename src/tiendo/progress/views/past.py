"""Loading the years before a plan was followed here: results of many periods at once, or closed with a reason."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db import transaction
from django.db.models import QuerySet
from django.forms import BaseFormSet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import REPORT_FOR_ALL
from tiendo.plans.models import Plan
from tiendo.progress import services
from tiendo.progress.forms import PastForms
from tiendo.progress.models import Occurrence
from tiendo.progress.services import ReportWords
from tiendo.ui.render import render_page
from vanban.text import plain

AT_ONCE = 50


@page(REPORT_FOR_ALL)
def past(request: Request, pk: int) -> HttpResponse:
    """The past periods of a plan in one table: enter results, or close the chosen ones."""
    plan = get_object_or_404(reach(Plan.objects.all(), request.standing), pk=pk)
    shown = Paginator(past_periods(plan), AT_ONCE).get_page(request.GET.get("page"))
    if request.method == "POST":
        return _settled(request, plan, shown)
    forms = PastForms(initial=[{"occurrence": row.pk} for row in shown])
    return _page(request, plan, shown, forms)


def past_periods(plan: Plan) -> QuerySet[Occurrence]:
    """The open periods that were over before the plan was followed here, in the order of the document."""
    rows = Occurrence.objects.of_the_past().filter(obligation__task__plan=plan)
    task = "obligation__task__"
    return rows.select_related("obligation__task", "obligation__agency").order_by(
        f"{task}kind", f"{task}position", "due", "pk"
    )


def _page(
    request: Request, plan: Plan, shown: Page, forms: BaseFormSet, problem: str = ""
) -> HttpResponse:
    context = {
        "plan": plan,
        "page": shown,
        "forms": forms,
        "rows": list(zip(shown, forms, strict=False)),
        "problem": problem,
        "has_errors": forms.is_bound,
        "reason": request.POST.get("reason", ""),
    }
    return render_page(
        request, "progress/past.html", context, status=422 if forms.is_bound else 200
    )


def _settled(request: Request, plan: Plan, shown: Page) -> HttpResponse:
    forms = PastForms(request.POST)
    if not forms.is_valid():
        return _page(request, plan, shown, forms)
    if request.POST.get("do") == "close":
        return _closed(request, plan, shown, forms)
    entered = [form.cleaned_data for form in forms if form.cleaned_data.get("work")]
    with transaction.atomic():
        done = sum(_enter(row, request) for row in _rows(plan, entered))
    messages.success(
        request,
        ngettext("%(n)d result was entered.", "%(n)d results were entered.", done) % {"n": done},
    )
    return redirect("progress:past", plan.pk)


def _rows(plan: Plan, entered: Iterable[dict]) -> list[tuple[Occurrence, dict]]:
    """What was entered, each with its period; a period that is no longer open is passed over."""
    said = {row["occurrence"]: row for row in entered}
    return [(row, said[row.pk]) for row in past_periods(plan).filter(pk__in=said)]


def _enter(entered: tuple[Occurrence, dict], request: Request) -> int:
    row, said = entered
    services.report(
        occurrence=row,
        agency=row.obligation.agency,
        words=ReportWords(work=said["work"], work_on=said["work_on"], result=said["result"]),
        files=(),
        actor=request.user,
        now=timezone.now(),
    )
    return 1


def _closed(request: Request, plan: Plan, shown: Page, forms: BaseFormSet) -> HttpResponse:
    chosen = [form.cleaned_data for form in forms if form.cleaned_data.get("chosen")]
    reason = plain(request.POST.get("reason", ""))[:300]
    if not chosen:
        return _page(request, plan, shown, forms, _("Choose the periods that are to be closed."))
    if not reason:
        return _page(request, plan, shown, forms, _("Write the reason why they are not followed."))
    rows = [row for row, _said in _rows(plan, chosen)]
    closed = services.close_past(occurrences=rows, reason=reason, actor=request.user)
    messages.success(
        request,
        ngettext("%(n)d period was closed.", "%(n)d periods were closed.", closed) % {"n": closed},
    )
    return redirect("progress:past", plan.pk)
