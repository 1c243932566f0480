"""The pages of offices: all of them, and what one owes by when."""

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import READ, REPORT, REPORT_FOR_ALL
from tiendo.agencies.models import Agency
from tiendo.plans.models import Task
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
    context = {"rows": [(row, counts[row.pk]) for row in rows], "query": query}
    return render_page(request, "progress/offices.html", context)


@page(READ)
def office(request: Request, pk: int) -> HttpResponse:
    """What one office owes, by when, and what it helps with."""
    found = get_object_or_404(reach(Agency.objects.all(), request.standing), pk=pk)
    standing = request.standing
    tasks = reach(Task.objects.owed(), standing)
    context = {
        "agency": found,
        "owed": office_of(found, tasks, request.today),
        "may_report": standing.may(REPORT, found.pk) or standing.may(REPORT_FOR_ALL),
    }
    return render_page(request, "progress/office.html", context)
