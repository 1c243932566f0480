"""Which figures meet a goal: bare figures, ranges and "about", by the direction of what is measured."""

from datetime import date
from decimal import Decimal

import pytest

from tests.tiendo.indicators.judging.told import AFTER, Told, aim, holds, series
from tiendo.indicators.judging.rule import judge
from tiendo.indicators.judging.values import Direction, Form, Goal, Series, Verdict

UP, DOWN, EXACT = Direction.UP, Direction.DOWN, Direction.EXACT


def level(text, figure, verdict, sum_, direction=UP, **shown):
    """A case of a level after its term, in one line."""
    judged = aim(Form.LEVEL, text, direction=direction)
    return Told(sum_, judged, series(f"2025 {figure}"), verdict, AFTER, shown)


EQUAL = [
    level("= 100", "100", Verdict.MET, "100 = 100"),
    level("= 100", "104", Verdict.MET, "104 >= 100, as more is better", gap=-4),
    level("= 100", "99.99", Verdict.MISSED, "99,99 < 100, though 100 when rounded"),
    level("= 5", "4.2", Verdict.MET, "4,2 <= 5, as less is better", DOWN),
    level("= 5", "5.01", Verdict.MISSED, "5,01 > 5, where less is better", DOWN),
    level("= 5", "5", Verdict.MET, "5 = 5, and nothing else will do", EXACT),
    level("= 5", "5.01", Verdict.MISSED, "5,01 is not 5", EXACT, gap="0.01"),
    level("= 5", "4.99", Verdict.MISSED, "4,99 is not 5", EXACT, gap="0.01"),
]

RANGE = [
    level("5..6", "5", Verdict.MET, "5 <= 5 <= 6", beyond=False),
    level("5..6", "6", Verdict.MET, "5 <= 6 <= 6", beyond=False),
    level("5..6", "4.99", Verdict.MISSED, "4,99 < 5, though 5,0 when rounded"),
    level("5..6", "6.2", Verdict.MET, "6,2 > 6: met, above the range", beyond=True),
    level("5..6", "6.2", Verdict.MISSED, "6,2 > 6, where less is better", DOWN, gap="0.2"),
    level("5..6", "4", Verdict.MET, "4 < 5: met, below the range", DOWN, beyond=True),
    level("5..6", "6.01", Verdict.MISSED, "6,01 > 6, where only 5 to 6 will do", EXACT),
    level("5..6", "4", Verdict.MISSED, "4 < 5, where only 5 to 6 will do", EXACT),
    level("6..5", "5.5", Verdict.MET, "5 <= 5,5 <= 6, written the other way round", EXACT),
    level("-6..-5", "-4", Verdict.MET, "-4 > -5: met, above the range", beyond=True),
]

ABOUT = [
    level("about 20", "19", Verdict.MET, "20 - 5% = 19 <= 19"),
    level("about 20", "18.99", Verdict.MISSED, "18,99 < 19"),
    level("about 20", "21.5", Verdict.MET, "21,5 > 20 + 5% = 21: above it", beyond=True),
    level("about 20", "21.01", Verdict.MISSED, "21,01 > 21, where only about 20 will do", EXACT),
    level("about 20", "21", Verdict.MET, "21 <= 20 + 5% = 21", EXACT),
    level("about 20", "21", Verdict.MET, "21 <= 21, where less is better", DOWN),
    level("about 20", "21.2", Verdict.MISSED, "21,2 > 21, where less is better", DOWN),
    level("about -20", "-21", Verdict.MET, "-20 - 5% = -21 <= -21"),
    Told(
        "20 - 10% = 18 <= 18,99, where about reaches 10%",
        aim(Form.LEVEL, "about 20", tolerance=Decimal(10)),
        series("2025 18.99"),
        Verdict.MET,
        AFTER,
    ),
    Told(
        "20 is 20 where about reaches nowhere: 19,99 < 20",
        aim(Form.LEVEL, "about 20", tolerance=Decimal(0)),
        series("2025 19.99"),
        Verdict.MISSED,
        AFTER,
    ),
]

ON_THE_WAY = [
    Told(
        "to 5..6, exactly: 3 + 2 * 2/5 = 3,8 <= 3,8",
        aim(Form.LEVEL, "5..6", direction=EXACT),
        series("2020 3, 2022 3.8"),
        Verdict.ON_COURSE,
        date(2022, 12, 31),
        {"expected": "3.8"},
    ),
    Told(
        "down to 5..6, exactly: 9 - 3 * 2/5 = 7,8 < 8; (6 - 8) / 3 = -0,7",
        aim(Form.LEVEL, "5..6", direction=EXACT),
        series("2020 9, 2022 8"),
        Verdict.BEHIND,
        date(2022, 12, 31),
        {"expected": "7.8", "required": "-0.7"},
    ),
    Told(
        "begun inside 5..6, and out of it: 4,5 < 5",
        aim(Form.LEVEL, "5..6", direction=EXACT),
        series("2020 5.5, 2022 4.5"),
        Verdict.BEHIND,
        date(2022, 12, 31),
        {"expected": "5.5"},
    ),
    Told(
        "to about 20: 10 + 9 * 2/5 = 13,6 <= 13,6, as 19 is enough",
        aim(Form.LEVEL, "about 20"),
        series("2020 10, 2022 13.6"),
        Verdict.ON_COURSE,
        date(2022, 12, 31),
        {"expected": "13.6"},
    ),
]


@pytest.mark.parametrize("told", EQUAL, ids=str)
def test_a_bare_figure_goes_by_the_direction(told):
    holds(told)


@pytest.mark.parametrize("told", RANGE, ids=str)
def test_a_range_may_be_passed_on_its_good_side(told):
    holds(told)


@pytest.mark.parametrize("told", ABOUT, ids=str)
def test_about_reaches_as_far_as_is_said(told):
    holds(told)


@pytest.mark.parametrize("told", ON_THE_WAY, ids=str)
def test_the_way_leads_to_the_nearest_edge(told):
    holds(told)


def test_a_goal_that_is_no_number_is_none():
    aimed = aim(Form.LEVEL, "= 1")
    nothing = Goal(aimed.goal.comparator, Decimal("NaN"))
    judged = judge(
        type(aimed)(form=Form.LEVEL, goal=nothing, first_year=2021, last_year=2025), Series(), AFTER
    )
    assert judged.verdict == Verdict.NO_DATA
