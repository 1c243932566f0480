"""What speaks against entering a decision, each as a sentence: what, where, what to do."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _

from tiendo.plans.heads import is_number
from tiendo.plans.models import Act, Amendment, Clause


def refusals(amendment: Amendment, today: date) -> list[str]:
    """Every reason why this draft cannot be entered as decided today; empty where there is none."""
    clauses = list(amendment.clauses.select_related("task", "target"))
    found = [*_of_the_head(amendment, today)]
    if not clauses:
        found.append(_("The amendment has no clause yet. Add what it changes."))
    found += _not_settled(clauses)
    if amendment.effective_on and not found:
        found += _of_other_decisions(amendment, clauses)
    return found


def _of_the_head(amendment: Amendment, today: date) -> Iterator[str]:
    issued, effective = amendment.issued_on, amendment.effective_on
    if not is_number(amendment.number):
        yield _("Type the number of the decision with its symbol, like 215/QĐ-UBND.")
    if issued is None or effective is None:
        yield _("Type the day of the decision and the day on which it takes effect.")
        return
    if issued > today:
        yield _(
            "The day of issue, %(day)s, is still to come. Correct it, or enter the decision when it was issued."
        ) % {"day": f"{issued:%d/%m/%Y}"}
    if effective < issued:
        yield _("The decision takes effect before it was issued. Correct one of the two days.")
    if amendment.plan.issued_on and effective.isoformat() < amendment.plan.issued_on:
        yield _(
            "The decision takes effect on %(day)s, before the plan itself (%(plan)s). "
            "Correct the day, or choose the plan it changes."
        ) % {"day": f"{effective:%d/%m/%Y}", "plan": amendment.plan}
    others = amendment.plan.amendments.decided().filter(number=amendment.number, issued_on=issued)
    if others.exists():
        yield _("%(number)s was entered already.") % {"number": amendment.number}


def _not_settled(clauses: Iterable[Clause]) -> Iterator[str]:
    """What was read from the decision and nobody looked at."""
    for place, clause in enumerate(clauses, start=1):
        if clause.reading.get("doubts"):
            yield _(
                "Clause %(n)s was read with doubt. Look at it: choose what it is about, "
                "edit it, say that it is right, or leave it out."
            ) % {"n": place}


def _of_other_decisions(amendment: Amendment, clauses: list[Clause]) -> Iterator[str]:
    same_day = amendment.plan.amendments.decided().filter(
        effective_on=amendment.effective_on, withdrawn_on=None
    )
    taken = {
        (clause.task_id, clause.target_id): clause.amendment
        for clause in Clause.objects.filter(amendment__in=same_day).exclude(act=Act.ADD)
    }
    ended = _ended_by_then(amendment)
    for clause in clauses:
        item, place = clause.task or clause.target, (clause.task_id, clause.target_id)
        if item is None:
            continue
        if other := taken.get(place):
            yield _(
                "%(other)s changes “%(item)s” from the same day. "
                "Withdraw it, or leave the clause out."
            ) % {"other": other, "item": item}
        elif place in ended or _ended(item.cancelled_on, amendment.effective_on):
            yield _("“%(item)s” was ended before that day: leave the clause out.") % {"item": item}


def _ended_by_then(amendment: Amendment) -> set[tuple[int | None, int | None]]:
    """The tasks and targets that other decisions will have ended, though their day may be still to come."""
    day = amendment.effective_on or date.max
    ends = Clause.objects.filter(amendment__in=amendment.plan.amendments.decided(), act=Act.END)
    return {
        (clause.task_id, clause.target_id)
        for clause in ends.select_related("amendment")
        if clause.amendment.in_force(day)
    }


def _ended(cancelled_on: date | None, day: date | None) -> bool:
    return cancelled_on is not None and day is not None and cancelled_on <= day
