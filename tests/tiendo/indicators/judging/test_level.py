"""Levels: what is reached by the end of the last year."""

from datetime import date

import pytest

from tests.tiendo.indicators.judging.told import AFTER, Told, aim, holds, series
from tiendo.indicators.judging.values import Direction, Form, Verdict, Why

SHARE = "2020 10.1, 2021 10.3, 2022 10.8, 2023 11.2"
AIM = aim(Form.LEVEL, ">= 12.5")
EXPORT = aim(Form.LEVEL, "= 100")
POOR = aim(Form.LEVEL, "<= 2", direction=Direction.UP)

AT_ITS_END = [
    Told(
        "12,5 >= 12,5",
        AIM,
        series("2020 10.1, 2025 12.5"),
        Verdict.MET,
        AFTER,
        {"gap": 0, "year": 2025},
    ),
    Told(
        "12,5 > 12,5 does not hold",
        aim(Form.LEVEL, "> 12.5"),
        series("2025 12.5"),
        Verdict.MISSED,
        AFTER,
    ),
    Told(
        "12,4999 < 12,5: rounding to 12,5 meets nothing",
        AIM,
        series("2025 12.4999"),
        Verdict.MISSED,
        AFTER,
        {"gap": "0.0001"},
    ),
    Told("75,0001 > 75", aim(Form.LEVEL, "> 75"), series("2025 75.0001"), Verdict.MET, AFTER),
    Told(
        "no base year is needed: 12,6 >= 12,5",
        aim(Form.LEVEL, ">= 12.5", base_year=None),
        series("2025 12.6"),
        Verdict.MET,
        AFTER,
    ),
    Told(
        "2024 had 13,0, but the end of 2025 counts: 12,0 < 12,5",
        AIM,
        series("2024 13.0, 2025 12.0"),
        Verdict.MISSED,
        AFTER,
    ),
    Told(
        "13,0 in 2024 and nothing of 2025: no figure to hold against the goal",
        AIM,
        series("2024 13.0"),
        Verdict.NO_DATA,
        AFTER,
        {"why": Why.NO_FIGURE, "year": 2025},
    ),
    Told(
        "13,0 after nine months of 2025 is not the end of 2025",
        AIM,
        series("2025 13.0 of 9"),
        Verdict.NO_DATA,
        AFTER,
        {"why": Why.NO_FIGURE},
    ),
    Told(
        "12,6 >= 12,5, by an estimate",
        AIM,
        series("2025 12.6 est"),
        Verdict.MET,
        AFTER,
        {"provisional": True},
    ),
    Told(
        "another territory since 2025, but only its last figure counts: 12,6 >= 12,5",
        AIM,
        series("2020 10.1, 2024 11.6, 2025 12.6", 2025),
        Verdict.MET,
        AFTER,
    ),
    Told("1,9 <= 2", POOR, series("2025 1.9"), Verdict.MET, AFTER, {"gap": "-0.1"}),
    Told("2,0 <= 2", POOR, series("2025 2.0"), Verdict.MET, AFTER),
    Told(
        "2,0 < 2 does not hold",
        aim(Form.LEVEL, "< 2"),
        series("2025 2.0"),
        Verdict.MISSED,
        AFTER,
    ),
    Told(
        "2,1 > 2: 'at most' wins over 'more is better'",
        POOR,
        series("2025 2.1"),
        Verdict.MISSED,
        AFTER,
        {"gap": "0.1"},
    ),
    Told(
        "-3 >= -5: a negative year is a figure like any other",
        aim(Form.LEVEL, ">= -5"),
        series("2025 -3"),
        Verdict.MET,
        AFTER,
    ),
    Told(
        "a figure of 2026 is not that of 2025",
        AIM,
        series("2025 12.0, 2026 12.6"),
        Verdict.MISSED,
        AFTER,
    ),
]

ON_THE_WAY = [
    Told(
        "10,1 + 2,4 * 4/5 = 12,02 > 11,6; left 0,9 in one year, best year 0,5 (2021-2022): never reached",
        AIM,
        series(SHARE + ", 2024 11.6 est"),
        Verdict.AT_RISK,
        shown={
            "expected": "12.02",
            "gap": "0.9",
            "required": "0.9",
            "reached": "0.375",
            "best": "0.5",
            "provisional": True,
        },
    ),
    Told(
        "10,1 + 2,4 * 4/5 = 12,02 > 11,9; left 0,6 in one year, best year 0,7 (2023-2024): within reach",
        AIM,
        series(SHARE + ", 2024 11.9"),
        Verdict.BEHIND,
        shown={"required": "0.6", "best": "0.7"},
    ),
    Told(
        "10,1 + 2,4 * 4/5 = 12,02 <= 12,02",
        AIM,
        series(SHARE + ", 2024 12.02"),
        Verdict.ON_COURSE,
    ),
    Told(
        "10,1 + 2,4 * 4/5 = 12,02 > 12,0199",
        AIM,
        series(SHARE + ", 2024 12.0199"),
        Verdict.BEHIND,
    ),
    Told(
        "12,6 >= 12,5 already, but the end of 2025 counts",
        AIM,
        series(SHARE + ", 2024 12.6"),
        Verdict.ON_COURSE,
    ),
    Told(
        "20,5 are left in one year, the best year brought 12,6 (66,9 to 79,5)",
        EXPORT,
        series("2020 45, 2021 51, 2022 58, 2023 66.9, 2024 79.5 est"),
        Verdict.AT_RISK,
        shown={"required": "20.5", "best": "12.6"},
    ),
    Told(
        "two values show one step only: nobody can say what was never reached",
        EXPORT,
        series("2020 45, 2021 46"),
        Verdict.BEHIND,
        date(2021, 12, 20),
        {"expected": "56.0", "required": "13.5", "best": "1.0"},
    ),
    Told(
        "three values, two steps of 1, required (100 - 47) / 3 = 17,7",
        EXPORT,
        series("2020 45, 2021 46, 2022 47"),
        Verdict.AT_RISK,
        date(2022, 12, 20),
        {"required": "17.7", "best": "1.0"},
    ),
    Told(
        "2021 is missing: from 2020 to 2022 no step of one year is known; 45 + 55 * 2/5 = 67 > 47",
        EXPORT,
        series("2020 45, 2022 47"),
        Verdict.BEHIND,
        date(2022, 12, 20),
        {"expected": "67.0", "best": None},
    ),
    Told(
        "after nine months of 2024: 10,1 + 2,4 * 3,75/5 = 11,9 <= 11,9",
        AIM,
        series(SHARE + ", 2024 11.9 of 9"),
        Verdict.ON_COURSE,
        shown={"expected": "11.9"},
    ),
    Told(
        "the same level for the whole year: 12,02 > 11,9",
        AIM,
        series(SHARE + ", 2024 11.9 of 12"),
        Verdict.BEHIND,
        shown={"expected": "12.02"},
    ),
    Told(
        "nothing of 2024 yet; 2023: 10,1 + 2,4 * 3/5 = 11,54 > 11,2; left 1,3 in two years, 0,65 > 0,5",
        AIM,
        series(SHARE),
        Verdict.AT_RISK,
        shown={"year": 2023, "expected": "11.54", "required": "0.65"},
    ),
    Told(
        "12,4 known for the whole of 2025 in December: no year is left for the 0,1",
        AIM,
        series(SHARE + ", 2025 12.4 est"),
        Verdict.AT_RISK,
        date(2025, 12, 20),
    ),
    Told(
        "= 12,5 at the end of 2025 is not more than 12,5, and no year is left",
        aim(Form.LEVEL, "> 12.5"),
        series(SHARE + ", 2025 12.5"),
        Verdict.AT_RISK,
        date(2025, 12, 20),
    ),
    Told(
        "entered: 11 for 2024; 11,6 >= 11, where the straight way asks 12,02",
        aim(Form.LEVEL, ">= 12.5", path="2024 11"),
        series(SHARE + ", 2024 11.6"),
        Verdict.ON_COURSE,
        shown={"expected": "11.0"},
    ),
    Told(
        "entered: 10 for 2022, then 10 + 2,5 * 2/3 = 11,67 for 2024 > 11,6",
        aim(Form.LEVEL, ">= 12.5", path="2022 10"),
        series(SHARE + ", 2024 11.6"),
        Verdict.AT_RISK,
        shown={"expected": "11.67"},
    ),
    Told(
        "falling: 6 - 4 * 2/5 = 4,4 >= 4,3",
        POOR,
        series("2020 6, 2021 5.4, 2022 4.3"),
        Verdict.ON_COURSE,
        date(2022, 12, 30),
        {"expected": "4.4"},
    ),
    Told(
        "falling: 6 - 4 * 2/5 = 4,4 < 4,5; (2 - 4,5) / 3 = -0,83, best year -1,1",
        POOR,
        series("2020 6, 2021 5.6, 2022 4.5"),
        Verdict.BEHIND,
        date(2022, 12, 30),
        {"required": "-0.83", "best": "-1.1"},
    ),
    Told(
        "falling: (2 - 5,6) / 3 = -1,2, best year -0,2",
        POOR,
        series("2020 6, 2021 5.8, 2022 5.6"),
        Verdict.AT_RISK,
        date(2022, 12, 30),
        {"required": "-1.2", "best": "-0.2"},
    ),
    Told(
        "-20 in 2021, then 30 in a year: 10 + 90 * 2/5 = 46 > 10; (100 - 10) / 3 = 30 <= 30",
        EXPORT,
        series("2020 10, 2021 -20, 2022 10"),
        Verdict.BEHIND,
        date(2022, 12, 30),
        {"required": "30.0", "best": "30.0"},
    ),
]


@pytest.mark.parametrize("told", AT_ITS_END, ids=str)
def test_at_its_end_the_last_figure_decides(told):
    holds(told)


@pytest.mark.parametrize("told", ON_THE_WAY, ids=str)
def test_on_the_way_it_is_held_against_the_path(told):
    holds(told)
