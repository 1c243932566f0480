"""What a person was told, how the person wants to be told, and the log of all that was sent."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.clock import moment
from tiendo.accounts.rights import READ, READ_REMINDERS
from tiendo.accounts.slips import can_mail
from tiendo.desk.models import Notice, ReminderWish
from tiendo.desk.reminders import services
from tiendo.desk.reminders.digest import told
from tiendo.desk.reminders.forms import WishForm
from tiendo.desk.reminders.letter import groups, joined, when
from tiendo.desk.reminders.places import tabs_of
from tiendo.ui.render import render_page
from vanban.text import fold


@require_safe
@page(READ)
def mine(request: Request) -> HttpResponse:
    """The own notices, the newest first; seeing them takes the number from the bell."""
    return _mine(request, WishForm(instance=_wish(request)))


def _mine(request: Request, form: WishForm) -> HttpResponse:
    rows = Paginator(Notice.objects.filter(user=request.user), 10)
    shown = rows.get_page(request.GET.get("trang"))
    context = {
        "tabs": tabs_of(request),
        "page": shown,
        "notices": [_told(notice) for notice in shown],
        "form": form,
        "can_mail": can_mail(),
        "only_reads": request.standing.only_reads,
    }
    answer = render_page(
        request, "reminders/mine.html", context, status=422 if form.errors else 200
    )
    services.mark_read(user=request.user, now=moment())
    return answer


def _told(notice: Notice) -> dict[str, Any]:
    """One notice with its lines under their headings and in words."""
    lines = [told(line) for line in notice.lines]
    return {
        "row": notice,
        "groups": [
            (heading, [(row, when(row.line, notice.day)) for row in rows])
            for heading, rows in groups(joined(lines), notice.day)
        ],
    }


@require_POST
@page(READ)
def wish(request: Request) -> HttpResponse:
    """Keep how the person wants to be told."""
    form = WishForm(request.POST, instance=_wish(request))
    if not form.is_valid():
        return _mine(request, form)
    services.write_wish(user=request.user, **form.cleaned_data)
    messages.success(request, _("It is kept how you want to be told."))
    return redirect("reminders:mine")


def _wish(request: Request) -> ReminderWish:
    row = ReminderWish.objects.filter(user=request.user).first()
    return row or ReminderWish(user=request.user)


@require_safe
@page(READ_REMINDERS)
def log(request: Request) -> HttpResponse:
    """Who was told of how many things on which day, and what became of the letter."""
    words = request.GET.get("q", "").strip()
    pages = Paginator(_logged(request, words), 50)
    context = {
        "tabs": tabs_of(request),
        "page": pages.get_page(request.GET.get("trang")),
        "query": words,
        "can_mail": can_mail(),
    }
    return render_page(request, "reminders/log.html", context)


def _logged(request: Request, words: str) -> QuerySet[Notice]:
    rows = reach(Notice.objects.all(), request.standing).select_related("user")
    return rows.filter(user__fold__contains=fold(words)) if words else rows
