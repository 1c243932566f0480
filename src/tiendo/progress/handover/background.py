"""Hand-overs in the background, with visible progress; what was cut off is taken up when the product starts."""

import logging

from django_tasks import task

from tiendo.accounts.clock import moment
from tiendo.progress.handover import services
from tiendo.progress.models import AT_WORK, HandOver, HandOverState

log = logging.getLogger(__name__)


@task()
def carry_on(hand_over_pk: int) -> None:
    """Do what this hand-over waits for: prepare it, make it, or put it back; nothing when another did."""
    row = HandOver.objects.filter(pk=hand_over_pk).first()
    if row is None:
        return
    try:
        _carry_on(row)
    except Exception:
        # Whatever it stumbles over, the person must see that it stopped, and be able to let it go on.
        log.exception("hand-over %s stopped", row.pk)
        HandOver.objects.filter(pk=row.pk, state__in=AT_WORK).update(stopped_at=moment())


def _carry_on(row: HandOver) -> None:
    if row.state == HandOverState.PREPARING:
        services.prepare(row, moment())
    elif row.state == HandOverState.MOVING:
        services.make(row, moment())
    elif row.state == HandOverState.UNDOING:
        services.put_back(row, moment())


def resume() -> None:
    """Take up what was cut off. Called when the product starts, before its worker does."""
    for key in HandOver.objects.filter(state__in=AT_WORK).values_list("pk", flat=True):
        carry_on.enqueue(key)
