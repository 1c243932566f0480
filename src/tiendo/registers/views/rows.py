"""The list of a register, the page of a row, its form, and its deletion."""

from typing import Any

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import select_template
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tiendo.accounts.access import Request, page
from tiendo.accounts.rights import READ_REGISTERS
from tiendo.registers import services
from tiendo.registers.export import WRITERS
from tiendo.registers.fields import is_key
from tiendo.registers.finding import Found
from tiendo.registers.forms import form_of
from tiendo.registers.mapping import land_of
from tiendo.registers.models import Concerning
from tiendo.registers.register import REGISTERS, Register
from tiendo.registers.scope import Hand, hand_of, refuse_unless
from tiendo.registers.showing import listing_of, record_of
from tiendo.ui.render import render_page


@page(READ_REGISTERS)
def rows(request: Request, register: Register) -> HttpResponseBase:
    """The list of a register as its address asks for it, or the same rows as a file."""
    hand = hand_of(request, register)
    found = Found(hand, request.GET)
    if write := WRITERS.get(request.GET.get("dang", "")):
        return write(found)
    context = listing_of(found)
    return render_page(request, _template(register, "rows"), context, partial="results")


@page(READ_REGISTERS)
def row(request: Request, register: Register, pk: int) -> HttpResponse:
    """Everything that is known of one row."""
    hand = hand_of(request, register)
    found = get_object_or_404(hand.rows(), pk=pk)
    return render_page(request, _template(register, "row"), record_of(request, hand, found))


@require_http_methods(["GET", "POST"])
@page(READ_REGISTERS)
def add(request: Request, register: Register) -> HttpResponse:
    """Enter a new row."""
    hand = hand_of(request, register)
    refuse_unless(hand.may_add)
    fresh = register.model(locality_id=hand.locality_id)
    about = _about(request, hand, fresh)
    return _form(request, hand, fresh, _given(request, register), about)


@require_http_methods(["GET", "POST"])
@page(READ_REGISTERS)
def edit(request: Request, register: Register, pk: int) -> HttpResponse:
    """Correct a row, or confirm that it still is right."""
    hand = hand_of(request, register)
    found = _kept(hand, pk)
    return _form(request, hand, found, {}, None)


def _template(register: Register, name: str) -> str:
    """The page of its own where a register has one, else the common one."""
    own = select_template([f"registers/{register.slug}/{name}.html", f"registers/{name}.html"])
    return own.template.name


def _form(
    request: Request, hand: Hand, fresh: Any, given: dict[str, Any], about: Any
) -> HttpResponse:
    register = hand.register
    sent = request.POST if request.method == "POST" else None
    form = form_of(register)(sent, instance=fresh, hand=hand, initial=given)
    if sent is not None and _entered(request, hand, form):
        messages.success(request, _("Saved: %(row)s") % {"row": form.instance})
        return redirect("registers:row", register, form.instance.pk)
    context = {"register": register, "form": form, "row": fresh, "about": about}
    status = 422 if form.is_bound else 200
    return render_page(request, "registers/form.html", context | land_of(hand), status=status)


@transaction.atomic
def _entered(request: Request, hand: Hand, form: Any) -> bool:
    """Look at what was typed and store it, one person after the other; whether it stands now."""
    services.in_turn(hand.locality_id, form.instance)
    return form.is_valid() and _stored(request, hand, form)


def _stored(request: Request, hand: Hand, form: Any) -> bool:
    reason = form.cleaned_data["reason"].strip()
    if not hand.writes(form.instance):
        form.add_error(None, hand.refusal)
        return False
    try:
        services.write(
            register=hand.register,
            row=form.instance,
            actor=request.user,
            today=request.today,
            reason=reason,
        )
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True


@require_http_methods(["GET", "POST"])
@page(READ_REGISTERS)
def delete(request: Request, register: Register, pk: int) -> HttpResponse:
    """Take a row out of the register, with a reason."""
    hand = hand_of(request, register)
    found = _kept(hand, pk)
    fault, reason = "", request.POST.get("reason", "").strip()[:500]
    if request.method == "POST":
        fault = _removed(request, found, reason)
        if not fault:
            messages.success(request, _("Deleted: %(row)s") % {"row": found})
            return redirect("registers:rows", register)
    context = {"register": register, "row": found, "fault": fault, "reason": reason}
    return render_page(request, "registers/delete.html", context, status=422 if fault else 200)


def _removed(request: Request, found: Any, reason: str) -> str:
    if not reason:
        return _("Say why the row is deleted.")
    try:
        services.remove(row=found, actor=request.user, reason=reason)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _kept(hand: Hand, pk: int) -> Any:
    """A row the person may change: 404 for one not seen, 403 for one that another office keeps."""
    seen = get_object_or_404(hand.rows(), pk=pk)
    refuse_unless(hand.writes(seen))
    return seen


def _given(request: Request, register: Register) -> dict[str, Any]:
    """What an address fills in of a new row: "?cluster=3" from the page of a cluster."""
    given = {name: request.GET[name] for name in register.fields if name in request.GET}
    rows = {name for name in given if register.model._meta.get_field(name).is_relation}
    return {name: said for name, said in given.items() if name not in rows or is_key(said)}


def _about(request: Request, hand: Hand, fresh: Any) -> Any:
    """The row of any register that a new row is about, from "ve=cum-cong-nghiep:3"; None for none."""
    said = request.POST.get("ve") or request.GET.get("ve", "")
    if not said or not isinstance(fresh, Concerning):
        return None
    slug, _mark, key = said.partition(":")
    other = REGISTERS.get(slug)
    if other is None or not is_key(key):
        raise Http404
    found = get_object_or_404(hand_of(request, other).rows(), pk=key)
    fresh.about_type = ContentType.objects.get_for_model(other.model)
    fresh.about_id = found.pk
    return {"said": said, "register": other, "row": found}
