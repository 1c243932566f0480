"""Putting a confirmed plan in force: what each office owes, period by period, in one transaction."""

from datetime import date
from typing import Any

from django.db import transaction

from tiendo.history import services as history
from tiendo.plans.confirming import confirm_plan, shared_work
from tiendo.plans.models import Intake, Plan
from tiendo.plans.models.documents import Past
from tiendo.progress.joined import join
from tiendo.progress.owing.services import obligations_of
from tiendo.progress.terms import occurrences_of


@transaction.atomic
def open_plan(
    *, intake: Intake, actor: Any, today: date, followed_from: date | None = None
) -> Plan:
    """Write the plan that was reviewed and everything that falls due under it; nothing at all if one part fails.

    Periods that were over before `followed_from` (today unless given) are closed with the reason given at
    intake, or left to be entered. What a person said is work of another plan is joined to it there.
    Raises ValidationError when the review is not finished.
    """
    plan = confirm_plan(intake=intake, actor=actor, today=followed_from or today)
    tasks = plan.tasks.owed().with_offices()
    obligations = history.add_all(obligations_of(plan, tasks, today), actor=actor)
    reason = intake.past_reason if intake.past == Past.CLOSE else ""
    falling_due = [
        row
        for obligation in obligations
        for row in occurrences_of(obligation, followed_from=plan.followed_from, reason=reason)
    ]
    history.add_all(falling_due, actor=actor)
    for task, other in shared_work(plan):
        join(task=task, other=other, actor=actor, today=today)
    return plan
