"""The check that stands first in every view: no right is 403, out of reach is 404."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, TypeVar

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse

from tiendo.accounts.clock import today
from tiendo.accounts.models import Role, User
from tiendo.accounts.rights import Right, Standing

Row = TypeVar("Row", bound=Model)
View = Callable[..., HttpResponse]


class Request(HttpRequest):
    """What a guarded view is handed: a request of a person whose standing and day are known."""

    user: User
    standing: Standing
    today: date


def standing_of(user: User, day: date) -> Standing:
    """The roles `user` holds on `day` in offices of the own locality, in one query."""
    held = user.memberships.in_force(day).filter(agency__locality=user.locality_id)
    rows = list(held.select_related("agency__locality").order_by("pk"))
    if not rows:
        return Standing(user.locality_id, frozenset())
    locality = rows[0].agency.locality
    return Standing(
        user.locality_id,
        frozenset((Role(row.role), row.agency_id) for row in rows),
        office=rows[0].agency.label,
        authority=locality.short_name or locality.name,
        practice=locality.practice,
    )


def reach(rows: QuerySet[Row], standing: Standing) -> QuerySet[Row]:
    """The rows of `rows` that a person with this standing may see: those of the own locality."""
    path = rows.model.locality_path or "pk"  # type: ignore[attr-defined]
    return rows.filter(**{path: standing.locality_id})


def page(right: Right) -> Callable[[View], View]:
    """Let only signed-in people with `right` into a view; the view finds `request.standing` and `request.today`."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            stand(request)
            if not request.standing.may(right):  # type: ignore[attr-defined]
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return login_required(guarded)

    return decorate


def stand(request: HttpRequest) -> Standing:
    """Put the person's standing and the day on the request, once; return the standing."""
    if not hasattr(request, "standing"):
        request.today = today()  # type: ignore[attr-defined]
        request.standing = standing_of(request.user, request.today)  # type: ignore[attr-defined,arg-type]
    return request.standing  # type: ignore[attr-defined]
