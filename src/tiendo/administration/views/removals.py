"""What was deleted in the last 30 days, and putting it back."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import READ_HISTORY, TAKE_BACK
from tiendo.administration.contents import contents
from tiendo.administration.kinds import counted, noun_of
from tiendo.history import services
from tiendo.history.models import KEPT, Removal
from tiendo.history.personal import named
from tiendo.ui.render import render_page

ON_A_PAGE = 50


@require_safe
@page(READ_HISTORY)
def removals(request: Request) -> HttpResponse:
    """The deletions that can be taken back, and those that were, newest first."""
    shown = Paginator(_removals(request), ON_A_PAGE).get_page(request.GET.get("page"))
    named(row.change for row in shown)
    named(row.restored for row in shown if row.restored)
    context = {
        "page": shown,
        "rows": [(row, *_told(row)) for row in shown],
        "days": KEPT.days,
        "may_take_back": request.standing.may(TAKE_BACK),
    }
    return render_page(request, "administration/removals/list.html", context)


@require_safe
@page(READ_HISTORY)
def removal(request: Request, pk: int) -> HttpResponse:
    """One deletion with every row it took, in the words of their fields."""
    rows = _removals(request).defer(None)
    found = get_object_or_404(rows, pk=pk)
    shown = Paginator(found.rows, ON_A_PAGE).get_page(request.GET.get("page"))
    named(filter(None, (found.change, found.restored)))
    noun, beside, until = _told(found)
    context = {
        "removal": found,
        "noun": noun,
        "beside": beside,
        "until": until,
        "page": shown,
        "contents": contents(shown.object_list),
        "may_take_back": request.standing.may(TAKE_BACK) and not found.restored,
    }
    return render_page(request, "administration/removals/removal.html", context)


@require_POST
@page(TAKE_BACK)
def take_back(request: Request, pk: int) -> HttpResponse:
    """Put back what one deletion took, or say why it cannot be."""
    removal = get_object_or_404(_removals(request), pk=pk)
    named([removal.change])
    try:
        rows = services.restore(removal, actor=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        told = {"what": str(removal), "n": len(rows)}
        messages.success(request, _("“%(what)s” was put back, %(n)s entries in all.") % told)
    return redirect("administration:removals")


def _removals(request: Request) -> QuerySet[Removal]:
    rows = reach(Removal.objects.since(timezone.now() - KEPT), request.standing)
    related = ("change__content_type", "restored")
    return rows.select_related(*related).defer("rows", "links")


def _told(removal: Removal) -> tuple[object, list[str], object]:
    """What kind of thing it was, what went with it, and until when it is kept."""
    kind = removal.change.content_type
    label = f"{kind.app_label}.{kind.model}"
    beside = removal.counts | {label: removal.counts.get(label, 1) - 1}
    others = {name: number for name, number in beside.items() if number}
    return noun_of(label), counted(others), removal.change.at + KEPT
