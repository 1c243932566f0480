"""The map of a register."""

from django.http import Http404, HttpResponse

from tiendo.accounts.access import Request, page
from tiendo.accounts.rights import READ_REGISTERS
from tiendo.registers.finding import Found
from tiendo.registers.mapping import map_of
from tiendo.registers.register import Register
from tiendo.registers.scope import hand_of
from tiendo.ui.render import render_page


@page(READ_REGISTERS)
def places(request: Request, register: Register) -> HttpResponse:
    """All rows that a list finds, on the map."""
    hand = hand_of(request, register)
    if not register.is_placed:
        raise Http404
    found = Found(hand, request.GET)
    shown = map_of(found, request.GET.get("khung", ""))
    context = {
        "register": register,
        "hand": hand,
        "found": found,
        "shown": shown,
        "sketch": shown.sketch,
        "chips": found.chips(),
        "whole_url": found.but(khung=None),
    }
    return render_page(request, "registers/map.html", context)
