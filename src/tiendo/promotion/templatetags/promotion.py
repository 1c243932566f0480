"""What pages of promotion show besides the facts: the steps of a project with its sum, the marks of a proposal."""

from typing import Any

from django import template
from django.utils.translation import gettext_lazy as _

from tiendo.accounts.clock import today
from tiendo.promotion.allowing import allowed_for
from tiendo.promotion.faults import sum_words
from tiendo.promotion.models import PromotionProject, SeedCandidate
from tiendo.promotion.scoring import Answer, score_of
from tiendo.promotion.stages import DAYS, OPTIONAL, Stage

register = template.Library()
PAPERS = {Stage.APPROVED: "decision", Stage.CONTRACTED: "contract"}
ANSWERS = {Answer.YES: _("yes"), Answer.NO: _("no"), "": _("not known: no points")}


@register.inclusion_tag("promotion/steps.html")
def project_steps(row: PromotionProject) -> dict[str, Any]:
    """The steps of a project as a line, and what may be given to it at most."""
    allowed = allowed_for(row, row.approved_on or row.applied_on)
    steps = [
        (stage, row.days[name], getattr(row, PAPERS.get(stage, ""), ""))
        for name, stage in DAYS.items()
        if row.days[name] or not (row.stopped_on or name in OPTIONAL)
    ]
    return {
        "project": row,
        "steps": steps,
        "stage": row.stage(today()),
        "allowed": allowed,
        "sum": sum_words(row, allowed) if allowed else "",
        "above": bool(allowed and row.support and row.support > (allowed.sums.most or 0)),
    }


@register.inclusion_tag("promotion/marks.html")
def seed_marks(row: SeedCandidate) -> dict[str, Any]:
    """The points of a proposal with their reasons; `row` comes from the rows of the register."""
    excluded = row.serious == Answer.YES
    marks = row.marks
    return {
        "row": row,
        "marks": [(mark, ANSWERS[mark.answer]) for mark in marks],
        "score": score_of(marks, excluded),
        "of": sum((mark.of for mark in marks), 0),
        "excluded": excluded,
    }
