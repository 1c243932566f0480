"""The head of a plan in force: number and day from the issued copy, and the documents it is tied to."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from tiendo.history import services as history
from tiendo.plans.models import Plan, Related, Relation
from vanban.text import fold, key, plain


@transaction.atomic
def complete_head(*, plan: Plan, number: str, issued_on: str, actor: Any) -> None:
    """Fill in the number and the day of issue; documents that name this plan by its number are tied to it.

    `issued_on` is ISO as far as known. Raises ValidationError for a number without a symbol ("/KH-UBND").
    """
    number = plain(number)
    if number and not is_number(number):
        raise ValidationError(
            _("Type the number with its symbol, like 15/KH-UBND."), code="invalid"
        )
    plan.number, plan.issued_on = number, issued_on
    words = (plan.title, plan.short_title, plan.number, plan.issuer)
    plan.fold = fold(" ".join(words))
    history.save(plan, actor=actor, reason=_("from the issued copy"))
    tie(plan=plan, actor=actor)


def is_number(number: str) -> bool:
    """Whether this is a number with its symbol, like 15/KH-UBND."""
    before, slash, symbol = number.partition("/")
    return bool(slash and symbol) and any(char.isdigit() for char in before)


@transaction.atomic
def relate(*, plan: Plan, relation: str, facts: Mapping[str, str], actor: Any) -> Related:
    """Add a document that a person says this plan is tied to; it is tied to the plan here with its number.

    `facts` are text, number, issued_on (ISO as far as known) and issuer. Raises ValidationError for a
    document that is named already.
    """
    row = Related(plan=plan, relation=relation, **facts)
    known = plan.related.filter(relation=relation)
    if any(key(other.text) == key(row.text) for other in known):
        raise ValidationError(_("This document is named already."))
    history.save(row, actor=actor)
    tie(plan=plan, actor=actor)
    return row


def unrelate(*, row: Related, actor: Any) -> None:
    """Take away a document that was added by hand. Raises ValidationError for one the paper itself names."""
    if row.line is not None:
        raise ValidationError(_("The document itself names it; it stays."))
    history.delete(row, actor=actor)


def tie(*, plan: Plan, actor: Any) -> None:
    """Tie the documents this plan names, and those that name this plan, where their numbers agree.

    A plan that carries this one out becomes a record of this plan too.
    """
    plans = Plan.objects.filter(locality_id=plan.locality_id).exclude(pk=plan.pk).exclude(number="")
    by_number = {key(other.number): other for other in plans}
    for row in plan.related.filter(other=None).exclude(number=""):
        if found := by_number.get(key(row.number)):
            _tie(row, found, actor)
    if plan.number:
        waiting = Related.objects.filter(plan__locality_id=plan.locality_id, other=None)
        for row in waiting.exclude(number="").exclude(plan=plan).select_related("plan"):
            if key(row.number) == key(plan.number):
                _tie(row, plan, actor)


def _tie(row: Related, other: Plan, actor: Any) -> None:
    row.other = other
    history.save(row, actor=actor)
    back = Relation.CHILD if row.relation == Relation.CARRIES_OUT else None
    if back and not other.related.filter(relation=back, other=row.plan).exists():
        child = Related(
            plan=other,
            relation=back,
            text=row.plan.title,
            number=row.plan.number,
            issued_on=row.plan.issued_on,
            issuer=row.plan.issuer,
            other=row.plan,
        )
        history.save(child, actor=actor)
