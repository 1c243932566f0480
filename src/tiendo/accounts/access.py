"""The check that stands first in every view: no right is 403, out of reach is 404."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import wraps
from typing import Any, TypeVar

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from tiendo.accounts.clock import today
from tiendo.accounts.models import Membership, Role, StandIn, User
from tiendo.accounts.rights import Absent, Held, Right, Standing

Row = TypeVar("Row", bound=Model)
View = Callable[..., HttpResponseBase]
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Request(HttpRequest):
    """What a guarded view is handed: a request of a person whose standing and day are known."""

    user: User
    standing: Standing
    today: date


def standing_of(user: User, day: date) -> Standing:
    """The roles `user` holds on `day` in offices of the own locality, and those of whom he stands in for; one query.

    An auditor is commissioned in person: that role is lent to nobody.
    """
    rows = list(
        Membership.objects.in_force(day)
        .filter(Q(user=user) | _lent(user, day), agency__locality=user.locality_id)
        .select_related("agency__locality", "user")
        .order_by("pk")
    )
    own = [row for row in rows if row.user_id == user.pk]
    if not rows:
        return Standing(user.locality_id, frozenset())
    first = (own or rows)[0].agency
    return Standing(
        user.locality_id,
        _held(rows),
        office=first.label,
        authority=first.locality.short_name or first.locality.name,
        practice=first.locality.practice,
        own=_held(own),
        stands_in_for=_absent(row for row in rows if row.user_id != user.pk),
    )


def _lent(deputy: User, day: date) -> Q:
    """The roles of active people who are away on `day` and whose deputy this is."""
    away = StandIn.objects.in_force(day).filter(deputy=deputy, absent__is_active=True)
    return Q(user__in=away.values("absent")) & ~Q(role=Role.AUDITOR)


def _held(rows: Iterable[Membership]) -> Held:
    return frozenset((Role(row.role), row.agency_id) for row in rows)


def _absent(rows: Iterable[Membership]) -> tuple[Absent, ...]:
    by_person: dict[User, list[Membership]] = {}
    for row in rows:
        by_person.setdefault(row.user, []).append(row)
    return tuple(Absent(user.pk, str(user), _held(held)) for user, held in by_person.items())


def reach(rows: QuerySet[Row], standing: Standing) -> QuerySet[Row]:
    """The rows of `rows` that a person with this standing may see: those of the own locality."""
    path = rows.model.locality_path or "pk"  # type: ignore[attr-defined]
    return rows.filter(**{path: standing.locality_id})


def page(right: Right) -> Callable[[View], View]:
    """Let only signed-in people with `right` into a view; the view finds `request.standing` and `request.today`."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not stand(request).may(right):
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


class AuditorsOnlyRead:
    """Refuse everything that writes to people whose only role is to audit, but for what is about themselves.

    Stands in front of every view, also of those that ask for no right: the one place where it is enforced.
    """

    OWN_MATTERS = frozenset(
        {
            *("account_login", "account_logout", "account_change_password"),
            *("ui:language", "ui:type-size", "accounts:come_in", "accounts:by_link"),
            "accounts:choose_password",
        }
    )

    TAKES_OUT = frozenset({"administration:ask_package"})  # a copy; what is audited stays as it is

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> None:
        """Raise PermissionDenied when an auditor sends anything to an address that is not his own matter."""
        name = request.resolver_match and request.resolver_match.view_name
        allowed = request.method in SAFE or name in self.OWN_MATTERS | self.TAKES_OUT
        if allowed or not request.user.is_authenticated:
            return
        if stand(request).only_reads:
            raise PermissionDenied
