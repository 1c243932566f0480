"""Aims in words: the verdict is written."""

from datetime import date

import pytest

from tests.tiendo.indicators.judging.told import AFTER, END_OF_2024, series
from tiendo.indicators.judging.rule import judge
from tiendo.indicators.judging.values import Aim, Form, Series, Verdict, Why, Written

AIM = Aim(form=Form.WORDS, goal=None, first_year=2021, last_year=2025)
IN_2023 = Written(Verdict.BEHIND, date(2023, 12, 15))
IN_2024 = Written(Verdict.ON_COURSE, date(2024, 12, 2))
LATER = Written(Verdict.MET, date(2025, 1, 10))


@pytest.mark.parametrize(
    ("written", "today", "verdict"),
    [
        ((IN_2023, IN_2024), END_OF_2024, Verdict.ON_COURSE),  # of the day itself
        ((IN_2024, IN_2023), END_OF_2024, Verdict.ON_COURSE),  # the later day, not the later line
        ((IN_2023, IN_2024, LATER), END_OF_2024, Verdict.ON_COURSE),  # not what comes tomorrow
        ((LATER,), END_OF_2024, Verdict.NOT_DUE),
        ((), date(2025, 12, 31), Verdict.NOT_DUE),
        ((), date(2026, 1, 1), Verdict.NO_DATA),
        ((LATER,), AFTER, Verdict.MET),
        ((LATER, Written(Verdict.MISSED, LATER.day)), AFTER, Verdict.MISSED),  # written after it
    ],
)
def test_the_latest_word_up_to_today_decides(written, today, verdict):
    assert judge(AIM, Series(), today, written).verdict == verdict


def test_figures_do_not_speak_for_an_aim_in_words():
    judged = judge(AIM, series("2025 100"), AFTER)
    assert (judged.verdict, judged.why) == (Verdict.NO_DATA, Why.NO_GOAL)
