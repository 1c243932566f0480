"""Whom to help first with seed money: points for what is known, each with its reason. Pure.

The plan asks to choose establishments with strengths and to let public money lead. How many points a criterion is
worth is the locality's own decision, a row from a day to a day; nothing here is law.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Criterion(TextChoices):
    """What gives points."""

    SECTOR = "sector", _("priority sector of the plan")
    EXPORT = "export", _("exports, or supplies who exports")
    TECHNOLOGY = "technology", _("brings in new technology")
    MATERIAL = "material", _("uses raw material of the locality")
    JOBS = "jobs", _("takes in people who leave farm work")
    ENVIRONMENT = "environment", _("environmental papers complete")
    OWN_MONEY = "own-money", _("own money in the investment")


class Answer(TextChoices):
    """What is known of a criterion; blank: not known."""

    YES = "yes", _("yes")
    NO = "no", _("no")


@dataclass(frozen=True, slots=True)
class Mark:
    """The points for one criterion, of how many; `answer` is what is known, "" where nothing is."""

    criterion: Criterion
    points: Decimal
    of: Decimal
    answer: str


Answers = Mapping[str, str]
Points = Mapping[str, Decimal | None]


def marks_of(answers: Answers, own_share: Decimal | None, points: Points) -> Sequence[Mark]:
    """The marks of every criterion that has points; own money gives as large a part as its share in per cent."""
    marks = []
    for criterion in Criterion:
        of = points.get(criterion)
        if of is None:
            continue
        if criterion is Criterion.OWN_MONEY:
            share = own_share or Decimal(0)
            answer = "" if own_share is None else Answer.YES if share else Answer.NO
            part = of * share / 100
        else:
            answer = answers.get(criterion, "")
            part = of if answer == Answer.YES else Decimal(0)
        marks.append(Mark(criterion, part, of, answer))
    return marks


def score_of(marks: Sequence[Mark], excluded: bool) -> Decimal | None:
    """The sum of the marks; 0 for who is excluded, None where no criterion has points."""
    if not marks:
        return None
    return Decimal(0) if excluded else sum((mark.points for mark in marks), Decimal(0))
