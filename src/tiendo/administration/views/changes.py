"""The history of the whole locality: who changed what, when and why."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse
from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.models import User
from tiendo.accounts.rights import PACK, READ_HISTORY
from tiendo.administration.changes import Told, told
from tiendo.administration.feeds import Asked, feed, stretch
from tiendo.administration.history_forms import WRITTEN, HistoryForm
from tiendo.administration.history_sheet import MOST, sheet_of
from tiendo.administration.kinds import noun_of
from tiendo.agencies.models import Agency
from tiendo.history.models import Change
from tiendo.history.personal import named
from tiendo.ui.render import render_page

ON_A_PAGE = 50


@require_safe
@page(READ_HISTORY)
def changes(request: Request) -> HttpResponse:
    """The changes, newest first, narrowed to words, a kind, days, a record, an office, a person."""
    rows = reach(Change.objects.all(), request.standing)
    form = _form(request, rows)
    asked = form.asked
    after = form.cleaned_data.get("after") or 0 if form.is_valid() else 0
    part = stretch(feed(rows, asked), after, ON_A_PAGE)
    context = {
        "days": _by_day(told(part.rows)),
        "part": part,
        "form": form,
        "query": request.GET.get("q", ""),
        "active": sum(bool(each) for each in (asked.kind, asked.first, asked.last)),
        "chips": _chips(request, asked, rows),
        "most": MOST,
        "may_pack": request.standing.may(PACK),
    }
    return render_page(request, "administration/history/changes.html", context)


@require_safe
@page(READ_HISTORY)
def export_changes(request: Request) -> HttpResponse:
    """The changes asked for as a spreadsheet, newest first, up to a number that the page says."""
    rows = reach(Change.objects.all(), request.standing)
    opened = sheet_of(feed(rows, _form(request, rows).asked))
    return FileResponse(  # type: ignore[return-value]  # streams, and is a response all the same
        opened, as_attachment=True, filename=f"lich-su-{request.today:%Y-%m-%d}.xlsx"
    )


def _form(request: Request, rows: QuerySet[Change]) -> HistoryForm:
    used = rows.order_by().values("content_type").distinct()
    choices: dict[str, QuerySet] = {
        "kind": ContentType.objects.filter(pk__in=used).order_by("pk"),
        "office": reach(Agency.objects.all(), request.standing),
        "person": reach(User.objects.all(), request.standing),
    }
    return HistoryForm(choices, request.GET)


def _by_day(rows: Iterable[Told]) -> list[tuple[Any, list[Told]]]:
    return [(day, list(group)) for day, group in groupby(rows, lambda row: localdate(row.at))]


def _chips(request: Request, asked: Asked, rows: QuerySet[Change]) -> list[dict[str, object]]:
    """What the feed is about besides what the filters show, each with the address without it."""
    found: dict[str, tuple[str, object]] = {}
    if asked.record:
        noun = capfirst(noun_of(asked.record._meta.label_lower))
        found["record"] = (noun, _label_of(asked, rows))
    if asked.office:
        found["office"] = (_("Office"), asked.office)
    if asked.person:
        found["person"] = (_("Person"), asked.person)
    return [
        {"label": label, "said": said, "data": True, "url": _without(request, WRITTEN[name])}
        for name, (label, said) in found.items()
    ]


def _label_of(asked: Asked, rows: QuerySet[Change]) -> str:
    """What the record is called, by the newest change of it: it may be gone."""
    record: Any = asked.record
    kind = ContentType.objects.get_for_model(record)
    newest = rows.filter(content_type=kind, object_id=record.pk).order_by("-at", "-pk")[:1]
    return next((row.label for row in named(newest)), f"#{record.pk}")


def _without(request: Request, name: str) -> str:
    query = request.GET.copy()
    for each in (name, WRITTEN["after"]):
        query.pop(each, None)
    return f"?{query.urlencode()}"
