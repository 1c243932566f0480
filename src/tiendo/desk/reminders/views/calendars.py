"""Calendars for the phone: the addresses a person has, and what is fetched at them."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tiendo.accounts.access import Request, page
from tiendo.accounts.clock import moment, today
from tiendo.accounts.rights import READ
from tiendo.desk.models import CalendarFeed
from tiendo.desk.reminders import feeds, services
from tiendo.desk.reminders.places import tabs_of
from tiendo.ui.render import render_page


@require_safe
@page(READ)
def calendars(request: Request) -> HttpResponse:
    """The addresses this person has, how one is put on a phone, and the offices whose calendar he may have."""
    rows = request.user.feeds.select_related("agency")
    base = settings.ADDRESS or request.build_absolute_uri("/").rstrip("/")
    offices = feeds.offices_of(request.user, request.standing, request.today)
    context = {
        "tabs": tabs_of(request),
        "feeds": [_shown(row, base) for row in rows],
        "has_own": any(row.agency_id is None for row in rows),
        "offices": offices.exclude(pk__in=[row.agency_id for row in rows if row.agency_id]),
        "only_reads": request.standing.only_reads,
        "only_here": not settings.ADDRESS,
    }
    return render_page(request, "reminders/calendars.html", context)


def _shown(feed: CalendarFeed, base: str) -> dict[str, Any]:
    address = base + feeds.path_of(feed)
    return {"row": feed, "address": address, "webcal": f"webcal://{address.partition('://')[2]}"}


@require_POST
@page(READ)
def take(request: Request) -> HttpResponse:
    """Give the person an address; where there was one for this calendar it no longer works."""
    agency = None
    if words := request.POST.get("office"):
        offices = feeds.offices_of(request.user, request.standing, request.today)
        agency = get_object_or_404(offices, pk=words if words.isdecimal() else 0)
    renewed = request.user.feeds.filter(agency=agency).exists()
    services.open_feed(user=request.user, agency=agency, now=moment())
    if renewed:
        messages.success(request, _("The new address is ready. The older one no longer works."))
    else:
        messages.success(request, _("The address is ready."))
    return redirect("reminders:calendars")


@require_POST
@page(READ)
def end(request: Request, pk: int) -> HttpResponse:
    """Let an address work no longer."""
    feed = get_object_or_404(request.user.feeds, pk=pk)
    services.end_feed(feed=feed, actor=request.user)
    messages.success(request, _("The address no longer works."))
    return redirect("reminders:calendars")


@require_safe
def feed(request: HttpRequest, pk: int, token: str) -> HttpResponse:
    """The calendar at a secret address; 404 for a wrong one and for who no longer has a role."""
    row = feeds.find(pk, token)
    words = row and feeds.content(row, today(), moment())
    if not words:
        raise Http404
    answer = HttpResponse(words, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="tiendo.ics"'
    answer["Cache-Control"] = "private, max-age=900"
    answer["X-Robots-Tag"] = "noindex"
    return answer
