"""Which fields and offices are in the charge of which leader."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from tiendo.accounts.models import Charge, User
from tiendo.agencies.models import Agency
from tiendo.history import services as history


@transaction.atomic
def put_in_charge(
    *,
    leader: User,
    words: str,
    agencies: Iterable[Agency],
    days: tuple[date | None, date | None],
    actor: Any,
) -> list[Charge]:
    """Put a field and offices in the charge of a leader: a row for each office, or one for the words alone."""
    offices: list[Agency | None] = [*agencies] or [None]
    if not words and offices == [None]:
        raise ValidationError(_("Write the field, or choose an office."))
    first, last = days
    if first and last and last < first:
        raise ValidationError({"valid_to": _("The last day comes before the first one.")})
    rows = [
        Charge(leader=leader, words=words, agency=office, valid_from=first, valid_to=last)
        for office in offices
    ]
    return history.add_all(rows, actor=actor)


def end_charge(*, row: Charge, today: date, actor: Any) -> None:
    """Let a field be in somebody's charge until yesterday; one that has not begun is taken away."""
    if row.valid_from and row.valid_from >= today:
        history.delete(row, actor=actor)
        return
    row.valid_to = today - timedelta(days=1)
    history.save(row, actor=actor)


def in_charge_of(leader: User, day: date) -> frozenset[int]:
    """The offices that `leader` looks after on `day`."""
    rows = leader.charges.in_force(day).exclude(agency=None)
    return frozenset(rows.values_list("agency_id", flat=True))
