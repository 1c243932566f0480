"""The history of the whole locality: who changed what, when and why."""

from datetime import date, datetime, time
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse, QueryDict
from django.utils.timezone import make_aware
from django.views.decorators.http import require_safe

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import READ_HISTORY
from tiendo.administration.changes import told
from tiendo.administration.history_forms import HistoryForm
from tiendo.history.models import Change
from tiendo.ui.render import render_page

ON_A_PAGE = 50


@require_safe
@page(READ_HISTORY)
def changes(request: Request) -> HttpResponse:
    """The changes, newest first, searched by words and narrowed to a kind of row and to days."""
    rows = reach(Change.objects.all(), request.standing)
    form = HistoryForm(_kinds(rows), _asked(request.GET))
    said = form.cleaned_data if form.is_valid() else {}
    shown = Paginator(_found(rows, said), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": shown,
        "rows": told(shown),
        "form": form,
        "query": request.GET.get("q", ""),
        "active": sum(bool(said.get(name)) for name in ("kind", "first", "last")),
    }
    return render_page(request, "administration/history.html", context)


def _asked(query: QueryDict) -> dict[str, str]:
    names = {"q": "q", "kind": "loai", "first": "tu", "last": "den"}
    return {name: query.get(written, "") for name, written in names.items()}


def _kinds(rows: QuerySet[Change]) -> QuerySet[ContentType]:
    used = rows.order_by().values("content_type").distinct()
    return ContentType.objects.filter(pk__in=used)


def _found(rows: QuerySet[Change], said: dict[str, Any]) -> QuerySet[Change]:
    if words := said.get("q"):
        rows = rows.filter(Q(label__icontains=words) | Q(actor_name__icontains=words))
    if said.get("kind"):
        rows = rows.filter(content_type=said["kind"])
    if isinstance(first := said.get("first"), date):
        rows = rows.filter(at__gte=make_aware(datetime.combine(first, time.min)))
    if isinstance(last := said.get("last"), date):
        rows = rows.filter(at__lte=make_aware(datetime.combine(last, time.max)))
    return rows.select_related("content_type")
