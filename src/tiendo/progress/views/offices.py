"""The pages of offices: all of them, and what one owes by when."""

from django.db.models import Count, Q
from django.http import Http404, HttpResponse

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import (
    ANSWER,
    APPROVE,
    ASK_EXTENSION,
    READ,
    RECEIVE,
    REPORT,
    REPORT_FOR_ALL,
    Standing,
)
from tiendo.agencies.models import Agency
from tiendo.plans.models import Task
from tiendo.progress.handover.reading import NOTHING, became_of
from tiendo.progress.keeping import registers_to_keep
from tiendo.progress.owed import counted, office_of
from tiendo.ui.render import render_page
from vanban.text import fold


@page(READ)
def offices(request: Request) -> HttpResponse:
    """The offices of the locality with what each of them owes."""
    query = request.GET.get("q", "").strip()
    found = reach(Agency.objects.all(), request.standing)
    found = found.filter(fold__contains=fold(query)) if query else found
    rows = list(found.annotate(owes=Count("obligations")).order_by("sort_key", "pk"))
    counts = counted(rows, request.today)
    past = set(found.ended(request.today).values_list("pk", flat=True))  # type: ignore[attr-defined]
    lists = (
        [(row, counts[row.pk]) for row in rows if row.pk not in past],
        [(row, counts[row.pk]) for row in rows if row.pk in past],
    )
    context = {"lists": lists, "count": len(rows), "ended": len(past), "query": query}
    return render_page(request, "progress/offices.html", context)


@page(READ)
def office(request: Request, pk: int) -> HttpResponse:
    """What one office owes, by when, and what it helps with; to who works there it is the own work."""
    standing, own = request.standing, own_offices(request.standing)
    near = _with_own(standing, pk)
    if pk not in near:
        raise Http404
    person = request.user.pk if pk in own and not standing.may(APPROVE, pk) else None
    tasks = reach(Task.objects.owed(), standing)
    owed = office_of(near[pk], tasks, request.today, person)
    context = {
        "agency": near[pk],
        "owed": owed,
        "to_keep": registers_to_keep(request, owed.tied_tasks) if pk in own else [],
        "mine": pk in own,
        "became": became_of(near[pk]) if near[pk].in_succession else NOTHING,  # type: ignore[attr-defined]
        "others": [near[each] for each in near if each in own],
        "deputy_of": standing.acts_for(REPORT, pk) if pk in own else None,
        "may_report": pk in standing.offices(REPORT) or standing.may(REPORT_FOR_ALL),
        "may_receive": standing.may(RECEIVE, pk),
        "may_approve": standing.may(APPROVE, pk),
        "may_extend": standing.may(ASK_EXTENSION, pk),
        "may_answer": standing.may(ANSWER, pk),
    }
    return render_page(request, "progress/office.html", context)


def _with_own(standing: Standing, pk: int) -> dict[int, Agency]:
    """The office with this key and those where the person works, by their keys, as far as they are in reach."""
    rows = reach(Agency.objects.all(), standing)
    rows = rows.filter(Q(pk=pk) | Q(pk__in=own_offices(standing)))
    rows = rows.with_successions()  # type: ignore[attr-defined]
    return {row.pk: row for row in rows.order_by("sort_key")}


def own_offices(standing: Standing) -> frozenset[int]:
    """The offices for which this person reports, receives or approves."""
    return standing.offices(REPORT) | standing.offices(APPROVE)
