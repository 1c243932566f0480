"""What a row of a register is used for: tasks tied to it, proposals that come from it, the report it comes from."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from tiendo.accounts.access import reach
from tiendo.accounts.rights import PROPOSE, Standing
from tiendo.difficulties.models import Difficulty, Petition
from tiendo.plans import links
from tiendo.plans.links import MOST, Use
from tiendo.plans.models import Plan
from tiendo.progress.models import RaisedDifficulty
from tiendo.registers.register import Register


def uses_of(register: Register, row: Any, standing: Standing) -> list[Use]:
    """The tasks tied to a register or this row; of a difficulty its report; of a petition what is proposed for it."""
    tied = links.uses_of(register, row, standing)
    if isinstance(row, Difficulty):
        return [*_reported(row, standing), *tied]
    if isinstance(row, Petition):
        return [*_proposed(row, standing), *tied]
    return tied


def _reported(row: Difficulty, standing: Standing) -> list[Use]:
    raised = reach(RaisedDifficulty.objects.filter(difficulty=row), standing)
    found = raised.select_related("report__agency", "report__occurrence__obligation__task")
    return [
        Use(
            _("Report of %(office)s on %(number)s. %(task)s")
            % {
                "office": each.report.agency.label,
                "number": each.report.occurrence.obligation.task.number,
                "task": each.report.occurrence.obligation.task.text,
            },
            reverse("progress:task", args=[each.report.occurrence.obligation.task_id]),
        )
        for each in found
    ]


def _proposed(row: Petition, standing: Standing) -> list[Use]:
    """What was proposed for a petition, and the plans of which a change can be proposed for it."""
    proposals = reach(row.proposals.select_related("plan"), standing)[:MOST]
    found = [
        Use(
            _("Proposal: %(words)s (%(outcome)s)")
            % {"words": str(each), "outcome": each.get_outcome_display()},
            reverse("amending:proposal", args=[each.pk]),
        )
        for each in proposals
    ]
    if row.decided_on or not standing.may(PROPOSE):
        return found
    plans = reach(Plan.objects.all(), standing)[:MOST]
    return found + [
        Use(
            str(plan),
            f"{reverse('amending:propose', args=[plan.pk])}?kien-nghi={row.pk}",
            _("Propose a change"),
        )
        for plan in plans
    ]
