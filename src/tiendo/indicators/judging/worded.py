"""An aim without a figure: the verdict is what somebody wrote last."""

from collections.abc import Sequence
from datetime import date

from tiendo.indicators.judging.values import Aim, Judgement, Verdict, Why, Written


def of_words(aim: Aim, written: Sequence[Written], today: date) -> Judgement:
    """The latest verdict written up to `today`; of one day the last one. None is owed before the term is over."""
    so_far = [each for each in written if each.day <= today]
    if so_far:
        latest = max(enumerate(so_far), key=lambda each: (each[1].day, each[0]))[1]
        return Judgement(verdict=latest.verdict, year=latest.day.year)
    owed = today.year > aim.last_year
    return Judgement(verdict=Verdict.NO_DATA if owed else Verdict.NOT_DUE, why=Why.NO_GOAL)
