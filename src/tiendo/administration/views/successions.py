"""Offices that follow others: all of them day by day, and one act entered by hand."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import HAND_OVER, MANAGE_OFFICES, READ
from tiendo.administration.lineages import drawn, share_in_words, turns_of
from tiendo.administration.succession_forms import NewForm, OldForm, lines_of, new_forms
from tiendo.agencies import succeeding
from tiendo.agencies.models import Agency
from tiendo.progress.handover.services import refuse_handed_over
from tiendo.ui.charts.lineage import MOST_LABELS
from tiendo.ui.render import render_page


@require_safe
@page(READ)
def successions(request: Request) -> HttpResponse:
    """Which offices follow which, the newest day first, and what was handed over."""
    turns = [
        (turn, [_shown(family) for family in turn.families])
        for turn in turns_of(request.standing.locality_id)
    ]
    context = {
        "turns": turns,
        "may_manage": request.standing.may(MANAGE_OFFICES),
        "may_hand_over": request.standing.may(HAND_OVER),
    }
    return render_page(request, "administration/successions/list.html", context)


def _shown(family: Any) -> dict[str, Any]:
    """A family drawn for a desk, and line by line for a phone."""
    lines = [(row, share_in_words(row)) for row in family.rows]
    dense = sum(bool(share) for _row, share in lines) > MOST_LABELS
    return {"family": family, "drawing": drawn(family.rows), "lines": lines, "dense": dense}


@page(MANAGE_OFFICES)
def add_succession(request: Request) -> HttpResponse:
    """One act by hand: several old offices, several that follow."""
    locality = request.user.locality
    more = request.POST.get("do") == "more"
    data = None if more else request.POST or None
    old = OldForm(data, initial=_typed(request), locality=locality, today=request.today)
    new = new_forms(request.POST, locality)
    if not more and request.POST and old.is_valid() and _valid(new):
        try:
            rows = succeeding.record(
                lines=lines_of(old, new),
                effective_on=old.cleaned_data["effective_on"],
                document=old.document(),
                actor=request.user,
            )
            words = _("Saved: %(n)s. Prepare the hand-over to see what goes where.")
            messages.success(request, words % {"n": len(rows)})
            return redirect("administration:successions")
        except ValidationError as error:
            old.add_error(None, error.messages)
    status = 422 if old.is_bound else 200
    context = {"old": old, "new": new}
    return render_page(request, "administration/successions/add.html", context, status=status)


def _valid(forms: list[NewForm]) -> bool:
    """Whether all of them are; each is asked, so that each shows its faults."""
    return not [form for form in forms if not form.is_valid()]


def _typed(request: Request) -> dict[str, Any]:
    """What was typed about the old offices so far, when more rows are asked for."""
    names = ("kind", "effective_on", "number", "issued_on")
    typed: dict[str, Any] = {name: request.POST[name] for name in names if name in request.POST}
    ticked = [each for each in request.POST.getlist("predecessors") if each.isdigit()]
    return typed | {"predecessors": ticked}


@require_POST
@page(MANAGE_OFFICES)
def withdraw(request: Request, pk: int) -> HttpResponse:
    """An office goes on after all; nothing of it was handed over yet."""
    agency = get_object_or_404(reach(Agency.objects.all(), request.standing), pk=pk)
    try:
        refuse_handed_over(agency)
        succeeding.withdraw(predecessor=agency, actor=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("“%(name)s” goes on.") % {"name": agency.name})
    return redirect("administration:office", pk)
