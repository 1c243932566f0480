"""The pages of a hand-over: what goes where, work by old office and person, confirming it and putting it back."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.clock import moment
from tiendo.accounts.rights import HAND_OVER, READ
from tiendo.agencies.models import Agency
from tiendo.progress.handover import services
from tiendo.progress.handover.background import carry_on
from tiendo.progress.handover.forms import PlaceForm, WhyForm
from tiendo.progress.handover.reading import NOBODY, lots_of, overview_of, work_for
from tiendo.progress.models import HandOver, HandOverState, MoveState
from tiendo.ui.render import render_page

ROWS = 100


@require_safe
@page(READ)
def hand_over(request: Request, pk: int) -> HttpResponse:
    """What goes where, and how far it is."""
    row = _row(request, pk)
    moved = row.moves.filter(state=MoveState.MOVED).exists() if not row.at_work else False
    context = {
        "row": row,
        "overview": None if row.state == HandOverState.PREPARING else overview_of(row),
        "may": request.standing.may(HAND_OVER),
        "begun": request.today >= row.effective_on,
        "may_undo": moved and row.state in (HandOverState.DONE, HandOverState.READY),
        "percent": 100 * row.done // row.total if row.total else 0,
    }
    return render_page(request, "handover/hand_over.html", context, partial="state")


@require_POST
@page(HAND_OVER)
def prepare(request: Request) -> HttpResponse:
    """Find what is open, in the background."""
    try:
        day = date.fromisoformat(request.POST.get("day", ""))
        row = services.begin_to_prepare(locality=request.user.locality, day=day, actor=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("administration:successions")
    except ValueError:
        messages.error(request, _("This is no day on which offices are followed."))
        return redirect("administration:successions")
    return _in_background(row)


def _in_background(row: HandOver) -> HttpResponse:
    transaction.on_commit(lambda: carry_on.enqueue(row.pk))
    return redirect("handover:hand_over", row.pk)


@page(HAND_OVER)
def work(request: Request, pk: int) -> HttpResponse:
    """The work that goes to one successor, by old office and by person; where it goes and who does it may be chosen."""
    row, new = _row(request, pk), _successor(request)
    rows = work_for(row, new.pk if new else None)
    shown = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    moves = list(shown.object_list)
    form = PlaceForm(request.POST or None, hand_over=row, moves=moves)
    if request.method == "POST" and form.is_valid() and _place(request, row, form):
        return redirect(request.get_full_path())
    context = {
        "row": row,
        "new": new,
        "lots": lots_of(row, moves),
        "page": shown,
        "form": form,
        "count": rows.count(),
        "open": row.state == HandOverState.READY,
    }
    status = 422 if request.method == "POST" else 200
    return render_page(request, "handover/work.html", context, status=status)


def _successor(request: Request) -> Agency | None:
    said = request.GET.get("moi", "")
    key = int(said) if said.isascii() and said.isdigit() and len(said) < 10 else NOBODY
    if key == NOBODY:
        return None
    return get_object_or_404(reach(Agency.objects.all(), request.standing), pk=key)


def _place(request: Request, row: HandOver, form: PlaceForm) -> bool:
    """Place what was ticked; False when it could not be."""
    said = request.POST.getlist("move")
    ticked = [int(each) for each in said if each.isascii() and each.isdigit() and len(each) < 18]
    try:
        count = services.place(hand_over=row, moves=ticked, actor=request.user, **form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, error)
        return False
    messages.success(request, _("Changed: %(n)s.") % {"n": count})
    return True


@require_POST
@page(HAND_OVER)
def confirm(request: Request, pk: int) -> HttpResponse:
    """Let it begin, in the background."""
    row = _row(request, pk)
    try:
        row = services.confirm(hand_over=row, actor=request.user, today=request.today, now=moment())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        if error.code != services.CAME_SINCE:
            return redirect("handover:hand_over", pk)
        row = services.begin_to_prepare(
            locality=row.locality, day=row.effective_on, actor=request.user
        )
    return _in_background(row)


@require_POST
@page(HAND_OVER)
def go_on(request: Request, pk: int) -> HttpResponse:
    """Let what an error stopped go on, in the background."""
    try:
        row = services.go_on(hand_over=_row(request, pk), actor=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("handover:hand_over", pk)
    return _in_background(row)


@page(HAND_OVER)
def undo(request: Request, pk: int) -> HttpResponse:
    """Put it back, with a reason; in the background."""
    row, form = _row(request, pk), WhyForm(request.POST or None)
    if form.is_valid():
        facts: dict[str, Any] = {"actor": request.user, "now": moment()}
        try:
            return _in_background(
                services.begin_to_undo(hand_over=row, reason=form.cleaned_data["reason"], **facts)
            )
        except ValidationError as error:
            form.add_error(None, error)
    context = {"row": row, "form": form, "back": reverse("handover:hand_over", args=[pk])}
    status = 422 if form.is_bound else 200
    return render_page(request, "handover/undo.html", context, status=status)


def _row(request: Request, pk: int) -> HandOver:
    rows = HandOver.objects.select_related("confirmed_by", "undone_by", "prepared_by")
    return get_object_or_404(reach(rows, request.standing), pk=pk)
