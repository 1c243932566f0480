"""Coming in by a sign-in slip: the code from paper or the link from a letter, then a password of one's own."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from tiendo.accounts import slips
from tiendo.accounts.forms import ChoosePasswordForm, SlipForm
from tiendo.accounts.models import SignInSlip
from tiendo.accounts.slips import Answer
from tiendo.ui.render import render_page

SLIP = "sign_in_slip"  # in the session: the slip somebody came with, until the password is chosen
SENTENCES: dict[Answer, Promise] = {
    Answer.UNKNOWN: gettext_lazy(
        "There is no slip with this user name and this code. Look at both again; "
        "the code has no 0, O, 1, I, L, U or V."
    ),
    Answer.USED: gettext_lazy(
        "This slip was used already. If that was not you, tell the administrator of your office today."
    ),
    Answer.EXPIRED: gettext_lazy(
        "This slip is past its last day. Ask the administrator of your office for a new one."
    ),
    Answer.WITHDRAWN: gettext_lazy(
        "A newer slip was made after this one. Use that, or ask the administrator for another."
    ),
    Answer.CLOSED: gettext_lazy("This account is closed. Ask the administrator of your office."),
}
NO_LINK = gettext_lazy(
    "This link is not known here. Open it from the letter once more, whole and unchanged, "
    "or ask the administrator of your office for a new one."
)
TOO_OFTEN = gettext_lazy("Too many wrong codes. Try again in an hour, or ask the administrator.")


@never_cache
def come_in(request: HttpRequest) -> HttpResponse:
    """Take the user name and the code of a printed slip."""
    form = SlipForm(request.POST or None)
    if form.is_valid():
        problem = _take(request, form.cleaned_data["code"], form.cleaned_data["username"])
        if problem is None:
            return redirect("accounts:choose_password")
        form.add_error(None, str(problem))
    status = 422 if form.is_bound else 200
    return render_page(request, "accounts/come_in.html", {"form": form}, status=status)


@never_cache
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Take the link of a letter: a click on the button uses it, what only looks at links does not."""
    problem: object = None
    if request.method == "POST":
        problem = _take(request, token, None)
        if problem is None:
            return redirect("accounts:choose_password")
    context = {"problem": problem, "has_errors": problem is not None}
    return render_page(request, "accounts/by_link.html", context, status=422 if problem else 200)


@never_cache
def choose_password(request: HttpRequest) -> HttpResponse:
    """Choose a password after a slip was taken; only then it is used up and the person is in."""
    slip = SignInSlip.objects.select_related("user").filter(pk=request.session.get(SLIP, 0)).first()
    if slip is None or slips.state_of(slip, timezone.now()):
        return _start_again(request, slip)
    form = ChoosePasswordForm(slip.user, request.POST or None)
    if form.is_valid():
        user = slips.use(slip=slip, password=form.cleaned_data["new_password1"], now=timezone.now())
        if user is None:
            return _start_again(request, slip)
        login(request, user)
        request.session.pop(SLIP, None)
        messages.success(request, _("Your password is set. From now on you log in with it."))
        return redirect("desk:home")
    status = 422 if form.is_bound else 200
    context = {"form": form, "person": slip.user}
    return render_page(request, "accounts/choose_password.html", context, status=status)


def _start_again(request: HttpRequest, slip: SignInSlip | None) -> HttpResponse:
    request.session.pop(SLIP, None)
    state = slips.state_of(slip, timezone.now()) if slip else None
    sentence = SENTENCES[state] if state else _("Enter the code of your slip first.")
    messages.error(request, str(sentence))
    return redirect("accounts:come_in")


def _take(request: HttpRequest, code: str, username: str | None) -> object:
    """Remember the slip in the session and return None, or return the sentence why not; wrong codes are counted."""
    key = f"{(username or 'link').lower()}:{get_adapter().get_client_ip(request)}"
    counted: dict[str, Any] = {"action": "slip_failed", "key": key}
    if not ratelimit.consume(request, **counted, dry_run=True):
        return TOO_OFTEN
    found = slips.find(code, timezone.now(), username)
    if isinstance(found, Answer):
        ratelimit.consume(request, **counted)
        unknown_link = username is None and found is Answer.UNKNOWN
        return NO_LINK if unknown_link else SENTENCES[found]
    request.session[SLIP] = found.pk
    return None
