"""From the words of a target to what it is judged by. Pure but for the rows it is handed."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from tiendo.indicators.judging.values import Aim, Comparator, Direction, Form, Goal
from tiendo.indicators.models import Binding, Definition
from tiendo.plans.models import Plan, Target
from tiendo.plans.models.words import TargetWords

GROWTH = re.compile(r"tăng trưởng|tốc độ tăng|tăng (?:bình quân|trung bình)", re.IGNORECASE)
TOLERANCE = "chi-tieu-khoang"  # the norm that says how far "about" reaches
USUAL_TOLERANCE = Decimal(5)  # per cent, where no norm says otherwise


def proposed_form(words: TargetWords) -> Form:
    """The form that the words of a target speak of, to be confirmed by a person.

    Growth "a year" is the mean of the term, unless every year is named by itself.
    """
    if words.low is None:
        return Form.WORDS
    mean = words.average or ("/năm" in words.unit and not words.recurrence)
    if mean and GROWTH.search(f"{words.indicator} {words.text}"):
        return Form.MEAN_GROWTH
    return Form.EACH_YEAR if words.recurrence == "year" else Form.LEVEL


def goal_of(words: TargetWords) -> Goal | None:
    """The figure that a target demands; None for one in words."""
    if words.low is None:
        return None
    comparator = Comparator.RANGE if words.high is not None else words.comparator or "="
    return Goal(Comparator(comparator), words.low, words.high, words.strict)


def term_of(target: TargetWords, plan: Plan, binding: Binding | None) -> tuple[int, int] | None:
    """The first and the last year of a target; None where neither the target nor the plan says until when."""
    last = target.ends.year if target.ends else plan.last_year
    if last is None:
        return None
    said = binding.first_year if binding else None
    first = said or (target.starts.year if target.starts else plan.first_year) or last
    return min(first, last), last


def aim_of(
    target: Target,
    binding: Binding | None,
    definition: Definition | None,
    tolerance: Decimal = USUAL_TOLERANCE,
) -> Aim | None:
    """What `target` is judged by; None where the plan does not say until when.

    Without a binding it has the form that its words speak of.
    """
    if (term := term_of(target, target.plan, binding)) is None:
        return None
    form, (first, last) = Form(binding.form) if binding else proposed_form(target), term
    return Aim(
        form=form,
        goal=None if form is Form.WORDS else goal_of(target),
        direction=Direction(definition.direction) if definition else Direction.UP,
        first_year=first,
        last_year=last,
        base_year=_base_year(form, first, binding),
        former=tuple(_former(target, first, last)) if form is Form.EACH_YEAR else (),
        tolerance=tolerance,
        path=_path(binding),
        of_rates=bool(definition and definition.rate),
    )


def _path(binding: Binding | None) -> tuple[tuple[int, Decimal], ...]:
    """The levels on the way, as they were entered."""
    return tuple((each.year, each.value) for each in binding.waypoints.all()) if binding else ()


def _base_year(form: Form, first: int, binding: Binding | None) -> int | None:
    if form not in (Form.LEVEL, Form.MEAN_GROWTH):
        return None
    return (binding.base_year if binding else None) or first - 1


def _former(target: Target, first: int, last: int) -> Iterable[tuple[int, Goal]]:
    """The goal of each year up to the last at whose end another version of the target was in force than now."""
    if not getattr(target, "amended_by", True):
        return  # no decision changed it
    now, versions = goal_of(target), list(target.versions.all())
    goals: list[tuple[int, Goal]] = []
    for year in range(first, last + 1):
        held = [each for each in versions if _holds(each, date(year, 12, 31))]
        goal = goal_of(held[-1]) if held else now
        if goal:
            goals.append((year, goal))
    changed = [year for year, goal in goals if goal != now]
    yield from (each for each in goals if changed and each[0] <= changed[-1])


def _holds(version: object, day: date) -> bool:
    since, last = version.valid_from, version.valid_to  # type: ignore[attr-defined]
    return (since is None or since <= day) and (last is None or day <= last)
