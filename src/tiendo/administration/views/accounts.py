"""Sign-in slips, and closing and opening accounts."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from tiendo.accounts import handover, people, slips
from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.models import User
from tiendo.accounts.rights import MANAGE_PEOPLE
from tiendo.administration.people_forms import CloseForm, SlipForm
from tiendo.ui.render import render_page


@never_cache
@page(MANAGE_PEOPLE)
def slip(request: Request, pk: int) -> HttpResponse:
    """Print a slip for a person, or mail the link; asked for by a button, shown once."""
    user = get_object_or_404(reach(User.objects.filter(is_active=True), request.standing), pk=pk)
    form = SlipForm(request.POST or None)
    if form.is_valid():
        days = int(form.cleaned_data["days"])
        if request.POST.get("do") == "mail" and slips.can_mail() and user.email:
            return _mailed(request, user, days)
        return printed(request, (user,), days)
    context = {"form": form, "person": user, "can_mail": slips.can_mail()}
    status = 422 if form.is_bound else 200
    return render_page(request, "administration/people/slip.html", context, status=status)


def printed(request: Request, users: Iterable[User], days: int) -> HttpResponse:
    """The page with the slips of these people, to be printed now: the codes are shown nowhere again."""
    now = timezone.now()
    made = [slips.make(user=user, days=days, now=now, actor=request.user) for user in users]
    address = request.build_absolute_uri(reverse("accounts:come_in"))
    context = {"slips": made, "address": address}
    return render_page(request, "administration/people/slips.html", context)


def _mailed(request: Request, user: User, days: int) -> HttpResponse:
    made = slips.make(
        user=user, days=days, now=timezone.now(), actor=request.user, sent_to=user.email
    )
    link = request.build_absolute_uri(reverse("accounts:by_link", args=[made.code]))
    try:
        slips.mail(printed=made, address=link)
    except slips.NotMailed as error:
        slips.withdraw(user=user, actor=request.user)
        messages.error(
            request,
            _("The letter was not sent. The mail server says: “%(words)s”. Print a slip instead.")
            % {"words": error},
        )
        return redirect("administration:slip", user.pk)
    messages.success(request, _("The link is on its way to “%(to)s”.") % {"to": user.email})
    return redirect("administration:person", user.pk)


@page(MANAGE_PEOPLE)
def deactivate(request: Request, pk: int) -> HttpResponse:
    """Close an account: what is open is shown with its numbers first, and handed over."""
    user = get_object_or_404(reach(User.objects.filter(is_active=True), request.standing), pk=pk)
    left_open = handover.left_open(user)
    sent = request.POST if request.method == "POST" else None
    form = CloseForm(handover.colleagues(user, request.today), left_open, sent)
    if form.is_valid():
        facts = {"user": user, "successor": form.cleaned_data["successor"]}
        try:
            people.deactivate(**facts, today=request.today, actor=request.user)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("The account of “%(name)s” is closed.") % {"name": user})
            return redirect("administration:person", user.pk)
    context = {"form": form, "person": user, "left_open": left_open, "own": user == request.user}
    status = 422 if form.is_bound else 200
    return render_page(request, "administration/people/close.html", context, status=status)


@require_POST
@page(MANAGE_PEOPLE)
def reactivate(request: Request, pk: int) -> HttpResponse:
    """Open a closed account again."""
    user = get_object_or_404(reach(User.objects.filter(is_active=False), request.standing), pk=pk)
    people.reactivate(user=user, actor=request.user)
    messages.success(
        request, _("The account of “%(name)s” is open again. Give it a role.") % {"name": user}
    )
    return redirect("administration:person", user.pk)
