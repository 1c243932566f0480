"""What somebody typed while the session ended is kept until the same person has signed in again.

A form that wants this has a hidden field `person` that says `name_person`; its view stands under `@keeping`
and asks `given_back`. Only text is kept, of one form, and no more than a long report.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render

MOST = 400_000  # characters
NEVER = frozenset({"csrfmiddlewaretoken"})
PLACE = "kept"
SALT = "tiendo.accounts.kept"
View = Callable[..., HttpResponseBase]


def name_person(request: HttpRequest) -> str:
    """What the hidden field `person` of a form says, so that what is typed in it goes back to nobody else."""
    return signing.dumps(request.user.pk, salt=SALT)


def keeping(view: View) -> View:
    """Keep what comes from a form of somebody who is no longer signed in, and lead to the sign-in page."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST" or request.user.is_authenticated:
            return view(request, *args, **kwargs)
        _keep(request)
        if getattr(request, "htmx", None):
            return render(request, "account/session_ended.html")
        return redirect_to_login(request.get_full_path())

    return guarded


def _keep(request: HttpRequest) -> None:
    person = _person(request.POST.get("person", ""))
    fields = {name: values for name, values in request.POST.lists() if name not in NEVER}
    size = sum(len(name) + len(value) for name, values in fields.items() for value in values)
    if person is None or size > MOST:
        return
    request.session[PLACE] = {"path": request.path, "person": person, "fields": fields}


def _person(signed: str) -> int | None:
    try:
        return int(signing.loads(signed, salt=SALT))
    except signing.BadSignature:
        return None


def given_back(request: HttpRequest) -> QueryDict | None:
    """What this person had typed in the form at this address when the session ended; handed out once."""
    kept = request.session.get(PLACE)
    if not kept or kept["path"] != request.path:
        return None
    del request.session[PLACE]
    if kept["person"] != request.user.pk:
        return None
    data = QueryDict(mutable=True)
    for name, values in kept["fields"].items():
        data.setlist(name, values)
    return data
