"""What an officer who leaves has open in the work of offices: declared in settings.HANDOVER."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import ngettext

from tiendo.accounts.handover import Mover
from tiendo.accounts.models import User
from tiendo.history import services as history
from tiendo.history.models import Cause
from tiendo.progress.models import Handler, Step


def _handled(user: User) -> QuerySet[Handler]:
    return Handler.objects.filter(user=user, ended_at=None)


def _handled_words(count: int) -> str:
    words = ngettext("named for %(n)d piece of work", "named for %(n)d pieces of work", count)
    return words % {"n": count}


def _hand_work_over(user: User, successor: User, actor: Any) -> None:
    """End what `user` was named for and name `successor`, who may be named for it already."""
    now = timezone.now()
    for row in _handled(user).select_related("obligation__task__plan"):
        row.ended_at = now
        history.save(row, actor=actor, cause=Cause.SHARING)
        if _handled(successor).filter(obligation=row.obligation_id).exists():
            continue
        facts = {"words": row.words, "inner_due": row.inner_due, "named_by": actor}
        taken = Handler(obligation=row.obligation, user=successor, named_at=now, **facts)
        history.save(taken, actor=actor, cause=Cause.SHARING)


def _steps(user: User) -> QuerySet[Step]:
    return Step.objects.filter(user=user, done_on=None)


def _steps_words(count: int) -> str:
    words = ngettext("%(n)d step that is not done", "%(n)d steps that are not done", count)
    return words % {"n": count}


def _hand_steps_over(user: User, successor: User, actor: Any) -> None:
    for row in _steps(user):
        row.user = successor
        history.save(row, actor=actor, cause=Cause.SHARING)


HANDLERS = Mover(_handled, _handled_words, _hand_work_over)
STEPS = Mover(_steps, _steps_words, _hand_steps_over)
