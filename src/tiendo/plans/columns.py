"""What a person settled of a task or a target, as the columns of its row, and back."""

from decimal import Decimal
from typing import Any

from tiendo.plans.items import Aim, Due, Work
from tiendo.plans.models import (
    Target,
    TargetWords,
    Task,
    TaskWords,
    words_of,
)

TASK_COLUMNS = words_of(TaskWords)
TARGET_COLUMNS = words_of(TargetWords)


def task_words(work: Work, until_year: int | None) -> dict[str, Any]:
    """The columns of `TaskWords`; `until_year` ends what recurs without a day of its own."""
    return {
        "text": work.text,
        "particulars": {"within": work.due.within} if work.due.within else {},
        "deadline_text": work.due.text[:300],
        "deadline_kind": work.due.kind,
        "starts": work.due.start,
        "ends": work.due.end,
        "recurrence": work.due.recurrence,
        "recurs_until": work.due.end.year if work.due.end else until_year,
        "product": work.product[:300],
    }


def target_words(aim: Aim) -> dict[str, Any]:
    """The columns of `TargetWords`; figures to four places."""
    return {
        "text": aim.text,
        "indicator": aim.indicator[:400],
        "comparator": aim.comparator,
        "strict": aim.strict,
        "low": _figure(aim.low),
        "high": _figure(aim.high),
        "unit": aim.unit[:120],
        "starts": aim.start,
        "ends": aim.end,
        "recurrence": aim.recurrence,
        "average": aim.average,
        "price_basis": aim.price_basis[:120],
    }


def _figure(figure: Decimal | None) -> Decimal | None:
    return None if figure is None else figure.quantize(Decimal("0.0001"))


def work_said(task: Task) -> Work:
    """What the row of a task says, as a person would settle it; the lead that answers first."""
    leads = tuple(row.written for row in task.leads)
    return work_with(task, leads, tuple(row.written for row in task.coordinating))


def work_with(task: Task, leads: tuple[str, ...], coordinating: tuple[str, ...]) -> Work:
    """What the row of a task says, with these offices as the document writes them."""
    return Work(
        text=task.text,
        number=task.number,
        leads=leads,
        coordinating=coordinating,
        due=Due(
            text=task.deadline_text,
            kind=task.deadline_kind,
            start=task.starts,
            end=task.ends,
            recurrence=task.recurrence,
            within=task.particulars.get("within", ""),
        ),
        product=task.product,
    )


def aim_said(target: Target) -> Aim:
    """What the row of a target says, as a person would settle it."""
    return Aim(
        text=target.text,
        indicator=target.indicator,
        comparator=target.comparator,
        low=target.low,
        high=target.high,
        unit=target.unit,
        start=target.starts,
        end=target.ends,
        strict=target.strict,
        recurrence=target.recurrence,
        average=target.average,
        price_basis=target.price_basis,
    )
