"""Attaching files to rows, handing them out, taking them away."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from tiendo.accounts.access import Request, page
from tiendo.accounts.clock import moment
from tiendo.accounts.rights import READ_REGISTERS
from tiendo.registers import attaching
from tiendo.registers.contents import TAKEN
from tiendo.registers.register import Register
from tiendo.registers.scope import hand_of, refuse_unless
from tiendo.ui.render import missing


class AttachForm(forms.Form):
    """A file and what it is."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        widget=forms.ClearableFileInput({"accept": ",".join(f".{each}" for each in TAKEN)}),
    )
    title = forms.CharField(
        label=gettext_lazy("What the file is"),
        help_text=gettext_lazy("For example: decision, contract, photograph on site."),
        max_length=200,
        required=False,
    )


@require_POST
@page(READ_REGISTERS)
def attach(request: Request, register: Register, pk: int) -> HttpResponse:
    """Keep a file with a row."""
    row = _row(request, register, pk, writes=True)
    form = AttachForm(request.POST, request.FILES)
    if form.is_valid():
        said = form.cleaned_data
        try:
            attaching.attach(
                row=row, file=said["file"], title=said["title"], actor=request.user, now=moment()
            )
            messages.success(request, _("Attached: %(name)s") % {"name": said["file"].name})
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
    else:
        faults = (str(words) for each in form.errors.values() for words in each)
        messages.error(request, " ".join(faults))
    return redirect("registers:row", register, pk)


@require_safe
@page(READ_REGISTERS)
def attachment(request: Request, register: Register, pk: int, file: int) -> HttpResponseBase:
    """A file of a row, to be saved and never to be shown as a page of ours."""
    row = _row(request, register, pk, writes=False)
    found = get_object_or_404(attaching.attachments_of(row), pk=file)
    try:
        opened = found.file.open("rb")
    except FileNotFoundError:
        return missing(request, found.name)
    answer = FileResponse(
        opened, as_attachment=True, filename=found.name, content_type=found.media_type
    )
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@require_POST
@page(READ_REGISTERS)
def detach(request: Request, register: Register, pk: int, file: int) -> HttpResponse:
    """Take a file away from its row."""
    row = _row(request, register, pk, writes=True)
    found = get_object_or_404(attaching.attachments_of(row), pk=file)
    attaching.detach(attachment=found, actor=request.user)
    messages.success(request, _("Taken away: %(name)s") % {"name": found.name})
    return redirect("registers:row", register, pk)


def _row(request: Request, register: Register, pk: int, *, writes: bool) -> Any:
    hand = hand_of(request, register)
    row = get_object_or_404(hand.rows(), pk=pk)
    refuse_unless(not writes or hand.writes(row))
    return row
