"""Receiving what is given: where it stands, and the steps that may follow. Refused once, with a reason."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from tiendo.history import services as history
from tiendo.history.models import Cause
from tiendo.progress.models import Obligation, Receipt, ReceiptKind

REFUSED_BEFORE = _("This work was refused once already. It stays until the coordinator recalls it.")
NO_REASON = _("Write why: who gave the work reads it.")
NOT_SENT_BACK = _("The office has not sent this work back, or that was decided already.")
NOT_OPEN = _("This work is no longer owed by this office.")


def standing_of(receipts: Iterable[Receipt]) -> ReceiptKind | None:
    """Where the receipt of one obligation stands, from all its rows in order; None: nobody answered yet."""
    kinds = [row.kind for row in receipts]
    return ReceiptKind(kinds[-1]) if kinds else None


@transaction.atomic
def receive(*, obligation: Obligation, actor: Any, now: datetime) -> Receipt:
    """Say that the office has the work in hand; said twice it is said once."""
    _hold(obligation)
    row = obligation.receipts.filter(kind=ReceiptKind.RECEIVED).first()
    return row or _store(obligation, ReceiptKind.RECEIVED, actor, now)


@transaction.atomic
def refuse(*, obligation: Obligation, reason: str, actor: Any, now: datetime) -> Receipt:
    """Send the work back to who gave it, once and with a reason. Raises ValidationError otherwise."""
    _hold(obligation)
    if obligation.receipts.filter(kind=ReceiptKind.REFUSED).exists():
        raise ValidationError(REFUSED_BEFORE)
    return _store(obligation, ReceiptKind.REFUSED, actor, now, _given(reason))


@transaction.atomic
def uphold(*, obligation: Obligation, reason: str, actor: Any, now: datetime) -> Receipt:
    """Leave refused work with the office, with the reason it is told.

    Raises ValidationError without a reason, and when the office has not sent it back or that is decided.
    """
    _hold(obligation)
    if standing_of(obligation.receipts.order_by("at", "pk")) != ReceiptKind.REFUSED:
        raise ValidationError(NOT_SENT_BACK)
    return _store(obligation, ReceiptKind.UPHELD, actor, now, _given(reason))


@transaction.atomic
def recall(
    *, obligation: Obligation, reason: str, actor: Any, now: datetime, today: date
) -> Receipt:
    """Take the work from the office; what it reported stays. Raises ValidationError without a reason."""
    _hold(obligation)
    row = _store(obligation, ReceiptKind.RECALLED, actor, now, _given(reason))
    obligation.ended_on, obligation.ended_reason = today, row.reason[:300]
    history.save(obligation, actor=actor, cause=Cause.RETURN, reason=row.reason)
    return row


def _hold(obligation: Obligation) -> None:
    """Take the end of the work as it is now and keep others from writing it until the transaction ends."""
    row = Obligation.objects.select_for_update().get(pk=obligation.pk)
    obligation.ended_on, obligation.ended_reason = row.ended_on, row.ended_reason


def _given(reason: str) -> str:
    if not reason.strip():
        raise ValidationError(NO_REASON)
    return reason.strip()


def _store(
    obligation: Obligation, kind: ReceiptKind, actor: Any, now: datetime, reason: str = ""
) -> Receipt:
    if obligation.ended_on:
        raise ValidationError(NOT_OPEN)
    row = Receipt(obligation=obligation, kind=kind, by=actor, at=now, reason=reason)
    cause = Cause.RETURN if reason else ""
    history.save(row, actor=actor, cause=cause, reason=reason)
    return row
