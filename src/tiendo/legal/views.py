"""The page on which proposed legal bases and norms are taken into the registers."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from tiendo.accounts.access import Request, page
from tiendo.accounts.rights import READ_REGISTERS
from tiendo.legal.models import LegalBase, Norm
from tiendo.legal.services import propose_norms
from tiendo.legal.starting import open_bases, open_norms
from tiendo.registers.register import REGISTERS
from tiendo.registers.scope import Hand, hand_of, refuse_unless
from tiendo.ui.render import render_page


@require_http_methods(["GET", "POST"])
@page(READ_REGISTERS)
def proposals(request: Request) -> HttpResponse:
    """What is proposed to start from, by field; the ticked rows are taken into the registers."""
    register = REGISTERS["dinh-muc"]
    hand = hand_of(request, register)
    refuse_unless(hand.keeps is None)
    problem = ""
    if request.method == "POST":
        norms, bases = request.POST.getlist("norm"), request.POST.getlist("base")
        if norms or bases:
            return _taken(request, norms, bases)
        problem = _("Tick the norms and documents that shall go into the registers.")
    context = _open(hand) | {"register": register, "problem": problem}
    return render_page(request, "legal/proposals.html", context, status=422 if problem else 200)


def _taken(request: Request, norms: list[str], bases: list[str]) -> HttpResponse:
    locality = request.user.locality
    done = propose_norms(
        locality=locality, actor=request.user, today=request.today, norms=norms, bases=bases
    )
    words = ngettext(
        "%(n)d row is in the registers now. Correct it and compare it with the document.",
        "%(n)d rows are in the registers now. Correct them and compare them with the documents.",
        done,
    )
    messages.success(request, words % {"n": done})
    return redirect("registers:rows", REGISTERS["dinh-muc"])


def _open(hand: Hand) -> dict[str, Any]:
    bases = open_bases(LegalBase.objects.filter(locality=hand.locality_id))
    norms = open_norms(Norm.objects.filter(locality=hand.locality_id))
    return {
        "norms": _by_topic((each, each.row()) for each in norms),
        "bases": _by_topic((each, each.row()) for each in bases),
    }


def _by_topic(pairs: Iterable[tuple[Any, Any]]) -> list[tuple[str, list[tuple[Any, Any]]]]:
    """Proposals with their rows under the words of their field, in the order of the file."""
    ordered = sorted(pairs, key=lambda pair: pair[1].topic)
    groups = groupby(ordered, key=lambda pair: pair[1].get_topic_display())
    return [(words, list(group)) for words, group in groups]
