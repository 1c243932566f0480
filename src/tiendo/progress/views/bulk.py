"""What is done to many at once: chosen on a list, looked at once more where it cannot be undone, then done."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page
from tiendo.accounts.clock import moment
from tiendo.accounts.rights import READ
from tiendo.progress.bulk import ACTS, Act, Doing, read_chosen
from tiendo.ui.render import render_page
from tiendo.ui.returning import came_from

LONGEST = 300


@require_POST
@page(READ)
def bulk(request: Request) -> HttpResponse:
    """Do one thing to everything that was chosen; first ask, where it cannot be undone."""
    name, keys = _asked(request)
    back = came_from(request, reverse("desk:home"))
    act = ACTS.get(name)
    if act is None:
        return redirect(back)
    if not act.open_to(request.standing):
        raise PermissionDenied
    doing = _doing(request)
    rows = act.rows(read_chosen(keys), doing)
    if not rows:
        messages.warning(request, _("Choose at least one line for which this can be done."))
        return redirect(back)
    lacking = bool(act.words) and not doing.words
    if act.asks and ("confirmed" not in request.POST or lacking):
        return _question(request, act, rows, keys)
    done = act.write(rows, doing)
    for sentence in (str(act.said) % {"n": done.number}, *done.told):
        messages.success(request, sentence)
    return redirect(back)


def _asked(request: Request) -> tuple[str, list[str]]:
    """What is to be done and to which keys: of one button ("nothing:work:12"), or of those ticked."""
    one = request.POST.get("one", "")
    if one:
        name, _colon, key = one.partition(":")
        return name, [key]
    return request.POST.get("do", ""), request.POST.getlist("row")


def _doing(request: Request) -> Doing:
    return Doing(
        standing=request.standing,
        actor=request.user,
        today=request.today,
        now=moment(),
        words=request.POST.get("words", "").strip()[:LONGEST],
    )


def _question(request: Request, act: Act, rows: object, keys: list[str]) -> HttpResponse:
    """The page that asks once more; 422 when the words that are needed were left out."""
    asked_before = "confirmed" in request.POST
    context = {
        "act": act,
        "rows": rows,
        "keys": keys,
        "back": came_from(request, reverse("desk:home")),
        "lacking": asked_before,
        "words": request.POST.get("words", act.starts_with),
    }
    return render_page(request, "progress/bulk.html", context, status=422 if asked_before else 200)
