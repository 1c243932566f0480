"""Ways to look at a list that people keep under a name."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _

from tiendo.accounts.models import User
from tiendo.accounts.rights import Standing
from tiendo.desk.models import SavedView
from tiendo.history import services as history

# The lists that can be looked at in more than one way.
PAGES = frozenset(
    {"progress:tasks", "progress:plan_tasks", "rounds:grid", "desk:calendar", "registers:rows"}
)
MOST = 50

NO_NAME = _("Give this way of looking a name.")
NO_LIST = _("This page is no list that can be kept.")
TOO_MANY = _("You keep 50 ways of looking at this list. Take one away first.")


def seen_by(user: User, standing: Standing, path: str) -> QuerySet[SavedView]:
    """The kept ways to look at one page: one's own, and those shared in an office one works in."""
    offices = {agency for _role, agency in standing.roles}
    mine = Q(user=user) | Q(agency__in=offices)
    return SavedView.objects.filter(mine, path=path).select_related("user", "agency")


@transaction.atomic
def keep(
    *, user: User, address: str, name: str, office: int | None, standing: Standing
) -> SavedView:
    """Keep an address of a list under a name; the same name again means the new address.

    With `office` everybody who works there sees it. Raises ValidationError for what is no list, without a
    name, and for an office one does not work in.
    """
    path, _mark, query = address.partition("?")
    if not name.strip():
        raise ValidationError(NO_NAME)
    if not _is_list(path) or len(query) > 1000 or len(path) > 200:
        raise ValidationError(NO_LIST)
    if office and office not in {agency for _role, agency in standing.roles}:
        raise ValidationError(NO_LIST)
    User.objects.select_for_update().get(pk=user.pk)  # kept twice at once is once
    kept = SavedView.objects.filter(user=user, path=path)
    row = kept.filter(name=name.strip()[:80]).first()
    if row is None and kept.count() >= MOST:
        raise ValidationError(TOO_MANY)
    row = row or SavedView(user=user, path=path, name=name.strip()[:80])
    row.query, row.agency_id = query, office
    history.save(row, actor=user)
    return row


def _is_list(path: str) -> bool:
    try:
        return resolve(path).view_name in PAGES
    except Resolver404:
        return False


def forget(*, view: SavedView, actor: Any) -> None:
    """Take a kept way to look away; it can be taken back for 30 days."""
    history.delete(view, actor=actor)
