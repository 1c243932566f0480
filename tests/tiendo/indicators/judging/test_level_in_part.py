"""Levels with something missing: no base, a break, no figure, no term."""

from datetime import date

import pytest

from tests.tiendo.indicators.judging.told import Told, aim, holds, series
from tiendo.indicators.judging.values import Form, Verdict, Why

SHARE = "2020 10.1, 2021 10.3, 2022 10.8, 2023 11.2"
AIM = aim(Form.LEVEL, ">= 12.5")

WITHOUT_A_BASE = [
    Told(
        "2020 is missing; (11,2 - 10,3) / 2 = 0,45 a year, (12,5 - 11,2) / 2 = 0,65 needed; one step a year: 0,5, 0,4",
        AIM,
        series("2021 10.3, 2022 10.8, 2023 11.2"),
        Verdict.AT_RISK,
        shown={"reached": "0.45", "required": "0.65", "expected": None},
    ),
    Told(
        "2020 is missing; (11,5 - 10,3) / 2 = 0,6 a year, (12,5 - 11,5) / 2 = 0,5 needed",
        AIM,
        series("2021 10.3, 2022 10.8, 2023 11.5"),
        Verdict.ON_COURSE,
    ),
    Told(
        "2020 is missing; one figure shows no pace",
        AIM,
        series("2023 11.2"),
        Verdict.NOT_ASSESSABLE,
        shown={"why": Why.NO_BASE},
    ),
    Told(
        "2020 is missing; 12,6 >= 12,5 needs no base",
        AIM,
        series("2023 12.6"),
        Verdict.ON_COURSE,
    ),
    Told(
        "2020 is missing, entered 11 for 2023: 11,2 >= 11",
        aim(Form.LEVEL, ">= 12.5", path="2023 11"),
        series("2023 11.2"),
        Verdict.ON_COURSE,
    ),
    Told(
        "eleven months of 2020 are no base",
        AIM,
        series("2020 10.1 of 11"),
        Verdict.NO_DATA,
        shown={"why": Why.NO_FIGURE},
    ),
    Told(
        "no base year is named: from 2020 (10,1) on (11,7 - 10,1) / 3 = 0,53 > (12,5 - 11,7) / 2 = 0,4",
        aim(Form.LEVEL, ">= 12.5", base_year=None),
        series("2020 10.1, 2023 11.7"),
        Verdict.ON_COURSE,
    ),
]

BREAKS = [
    Told(
        "2023 measures something else than 2020: no straight way between them",
        AIM,
        series(SHARE, 2023),
        Verdict.NOT_ASSESSABLE,
        shown={"why": Why.BREAK},
    ),
    Told(
        "entered: 11 for 2023; 11,2 >= 11 on either side of a break",
        aim(Form.LEVEL, ">= 12.5", path="2023 11"),
        series(SHARE, 2022),
        Verdict.ON_COURSE,
    ),
    Told(
        "a break before the base year is past caring: 11,54 > 11,2, 0,65 > 0,5",
        AIM,
        series(SHARE, 2020),
        Verdict.AT_RISK,
    ),
    Told(
        "12,6 >= 12,5 holds by the new definition too",
        AIM,
        series("2020 10.1, 2023 12.6", 2022),
        Verdict.ON_COURSE,
    ),
]

NOTHING_YET = [
    Told(
        "2021 is not over, and has no figure",
        AIM,
        series("2020 10.1"),
        Verdict.NOT_DUE,
        date(2021, 6, 1),
        {"why": Why.NOT_BEGUN},
    ),
    Told(
        "2021 is over, and has none",
        AIM,
        series("2020 10.1"),
        Verdict.NO_DATA,
        date(2022, 1, 5),
        {"why": Why.NO_FIGURE},
    ),
    Told(
        "2026-2030 has not begun in 2024, whatever 2023 was",
        aim(Form.LEVEL, ">= 15", first_year=2026, last_year=2030),
        series(SHARE),
        Verdict.NOT_DUE,
        shown={"why": Why.NOT_BEGUN},
    ),
    Told(
        "zero is a figure: 10,1 + 2,4 * 1/5 > 0",
        AIM,
        series("2020 10.1, 2021 0"),
        Verdict.BEHIND,
        date(2021, 12, 31),
        {"figure": 0},
    ),
    Told(
        "a term that ends before it begins is none",
        aim(Form.LEVEL, ">= 1", first_year=2026),
        series(SHARE),
        Verdict.NOT_ASSESSABLE,
        shown={"why": Why.NO_TERM},
    ),
]


@pytest.mark.parametrize("told", WITHOUT_A_BASE, ids=str)
def test_without_a_base_the_mean_pace_decides(told):
    holds(told)


@pytest.mark.parametrize("told", BREAKS, ids=str)
def test_nothing_is_compared_across_a_break(told):
    holds(told)


@pytest.mark.parametrize("told", NOTHING_YET, ids=str)
def test_no_data_not_due_and_zero_are_three_things(told):
    holds(told)
