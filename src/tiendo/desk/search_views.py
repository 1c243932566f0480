"""The search of the frame: everything that holds the words."""

from django.http import HttpResponse

from tiendo.accounts.access import Request, page
from tiendo.accounts.rights import READ
from tiendo.desk.search import search as find
from tiendo.ui.render import render_page

LONGEST = 200


@page(READ)
def search(request: Request) -> HttpResponse:
    """What holds the words that were typed, kind by kind."""
    query = request.GET.get("q", "").strip()[:LONGEST]
    found = find(query, request.standing)
    context = {"query": query, "found": found, "total": sum(each.count for each in found)}
    return render_page(request, "desk/search.html", context)
