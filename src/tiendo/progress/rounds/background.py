"""Opening large rounds in the background, step by step; what was cut off goes on when the product starts."""

import logging
from datetime import datetime
from typing import Any

from django.db import transaction
from django_tasks import task

from tiendo.plans.models import Plan
from tiendo.progress.models import Round
from tiendo.progress.rounds.opening import Asking, ask_next, begin_round

log = logging.getLogger(__name__)


@task()
def ask_offices(round_pk: int) -> None:
    """Ask every office that a round has still to ask; nothing when another did. An error is noted in the round."""
    row = Round.objects.filter(pk=round_pk).first()
    try:
        while row is not None and ask_next(round_=row):
            pass
    except Exception:
        # Whatever it stumbles over, the coordinator must see that it stopped.
        log.exception("round %s not opened for every office", round_pk)
        Round.objects.filter(pk=round_pk).update(halted=True)


@transaction.atomic
def open_apart(*, plan: Plan, asking: Asking, actor: Any, now: datetime) -> Round:
    """Open a round and let its offices be asked in the background. Raises as `begin_round` does."""
    row = begin_round(plan=plan, asking=asking, actor=actor, now=now)
    if row.to_ask:
        go_on(round_=row)
    return row


def go_on(*, round_: Round) -> None:
    """Ask the rest of the offices after it stopped; harmless while it runs."""
    Round.objects.filter(pk=round_.pk).update(halted=False)
    ask_offices.enqueue(round_.pk)


def resume() -> None:
    """Take up what was cut off. Called when the product starts, before its worker does."""
    for row in Round.objects.exclude(to_ask=[]):
        go_on(round_=row)
