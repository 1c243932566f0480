"""All years of a term together."""

from datetime import date

import pytest

from tests.tiendo.indicators.judging.told import AFTER, Told, aim, holds, series
from tiendo.indicators.judging.values import Direction, Form, Verdict, Why

AIM = aim(Form.CUMULATIVE, ">= 2750")
SPENT = aim(Form.CUMULATIVE, "<= 100", direction=Direction.DOWN)
EXACTLY = aim(Form.CUMULATIVE, "= 10", direction=Direction.EXACT)
EARLY = "2021 498, 2022 560, 2023 571"

AFTER_THE_TERM = [
    Told(
        "498 + 560 + 571 + 560 + 561 = 2750",
        AIM,
        series(EARLY + ", 2024 560, 2025 561"),
        Verdict.MET,
        AFTER,
        {"figure": 2750, "gap": 0},
    ),
    Told(
        "498 + 560 + 571 + 560 + 560 = 2749, though four of five years beat 550",
        AIM,
        series(EARLY + ", 2024 560, 2025 560"),
        Verdict.MISSED,
        AFTER,
        {"gap": 1},
    ),
    Told(
        "2750 is not more than 2750",
        aim(Form.CUMULATIVE, "> 2750"),
        series(EARLY + ", 2024 560, 2025 561"),
        Verdict.MISSED,
        AFTER,
    ),
    Told(
        "900 - 50 + 700 + 700 + 499 = 2749: a negative year is taken off",
        AIM,
        series("2021 900, 2022 -50, 2023 700, 2024 700, 2025 499"),
        Verdict.MISSED,
        AFTER,
    ),
    Told(
        "2022 is missing: 2200 may be all or not",
        AIM,
        series("2021 550, 2023 550, 2024 550, 2025 550"),
        Verdict.NOT_ASSESSABLE,
        AFTER,
        {"why": Why.MISSING_YEARS},
    ),
    Told(
        "2022 is missing, and 4 * 700 = 2800 >= 2750 without it",
        AIM,
        series("2021 700, 2023 700, 2024 700, 2025 700"),
        Verdict.MET,
        AFTER,
    ),
    Told(
        "nine months of 2025 are not all of it",
        AIM,
        series(EARLY + ", 2024 560, 2025 500 of 9"),
        Verdict.NOT_ASSESSABLE,
        AFTER,
        {"why": Why.MISSING_YEARS},
    ),
    Told(
        "what came before the term does not count: 550 * 5 = 2750 without 2020",
        aim(Form.CUMULATIVE, "> 2750"),
        series("2020 600, 2021 550, 2022 550, 2023 550, 2024 550, 2025 550"),
        Verdict.MISSED,
        AFTER,
    ),
    Told(
        "20 * 5 = 100 <= 100",
        SPENT,
        series("2021 20, 2022 20, 2023 20, 2024 20, 2025 20"),
        Verdict.MET,
        AFTER,
    ),
    Told(
        "2022 is missing: nobody knows whether 80 is all",
        SPENT,
        series("2021 20, 2023 20, 2024 20, 2025 20"),
        Verdict.NOT_ASSESSABLE,
        AFTER,
    ),
    Told(
        "2022 is missing, and 4 * 30 = 120 > 100 without it",
        SPENT,
        series("2021 30, 2023 30, 2024 30, 2025 30"),
        Verdict.MISSED,
        AFTER,
    ),
    Told(
        "2 * 5 = 10, and no other sum will do",
        EXACTLY,
        series("2021 2, 2022 2, 2023 2, 2024 2, 2025 2"),
        Verdict.MET,
        AFTER,
    ),
    Told(
        "2 * 4 + 1 = 9 is not 10",
        EXACTLY,
        series("2021 2, 2022 2, 2023 2, 2024 2, 2025 1"),
        Verdict.MISSED,
        AFTER,
        {"gap": 1},
    ),
    Told(
        "no year has a figure",
        AIM,
        series("2020 600"),
        Verdict.NO_DATA,
        AFTER,
        {"why": Why.NO_FIGURE},
    ),
]

ON_THE_WAY = [
    Told(
        "498 + 560 + 571 = 1629 < 2750 * 3/5 = 1650; (2750 - 1629) / 2 = 560,5 <= 571",
        AIM,
        series(EARLY),
        Verdict.BEHIND,
        shown={"expected": 1650, "required": "560.5", "best": 571, "reached": 543},
    ),
    Told(
        "498 + 560 + 592 = 1650 >= 1650",
        AIM,
        series("2021 498, 2022 560, 2023 592"),
        Verdict.ON_COURSE,
    ),
    Told(
        "1629 + 512 = 2141 >= 2750 * (3 + 11/12) / 5 = 2154,2 does not hold; 609 in 13 months is 562,2 a year <= 571",
        AIM,
        series(EARLY + ", 2024 512 of 11"),
        Verdict.BEHIND,
        shown={"figure": 2141, "expected": "2154.2", "required": "562.2"},
    ),
    Told(
        "400 * 3 = 1200; (2750 - 1200) / 2 = 775 > 400",
        AIM,
        series("2021 400, 2022 400, 2023 400"),
        Verdict.AT_RISK,
        shown={"required": 775, "best": 400},
    ),
    Told(
        "one year shows too little: 400 < 550 is behind only",
        AIM,
        series("2021 400"),
        Verdict.BEHIND,
        date(2022, 1, 15),
    ),
    Told(
        "entered: 1200 by 2023; 1200 >= 1200",
        aim(Form.CUMULATIVE, ">= 2750", path="2023 1200"),
        series("2021 400, 2022 400, 2023 400"),
        Verdict.ON_COURSE,
    ),
    Told(
        "2022 is missing: 498 + 571 = 1069 < 1650 may only look behind",
        AIM,
        series("2021 498, 2023 571"),
        Verdict.NOT_ASSESSABLE,
        shown={"why": Why.MISSING_YEARS},
    ),
    Told(
        "2022 is missing, and 900 + 900 = 1800 >= 1650 without it",
        AIM,
        series("2021 900, 2023 900"),
        Verdict.ON_COURSE,
    ),
    Told(
        "1000 * 3 = 3000 >= 2750 is enough before the term is over",
        AIM,
        series("2021 1000, 2022 1000, 2023 1000"),
        Verdict.MET,
    ),
    Told(
        "50 + 51 = 101 > 100 is too much before the term is over",
        SPENT,
        series("2021 50, 2022 51"),
        Verdict.MISSED,
    ),
    Told(
        "20 + 20 + 20 = 60 <= 100 * 3/5",
        SPENT,
        series("2021 20, 2022 20, 2023 20"),
        Verdict.ON_COURSE,
    ),
    Told(
        "15 + 25 + 25 = 65 > 60; 35 / 2 = 17,5 a year, the least was 15",
        SPENT,
        series("2021 15, 2022 25, 2023 25"),
        Verdict.BEHIND,
        shown={"required": "17.5", "best": 15},
    ),
    Told(
        "30 + 30 + 30 = 90 > 60; 10 / 2 = 5 a year, the least was 30",
        SPENT,
        series("2021 30, 2022 30, 2023 30"),
        Verdict.AT_RISK,
    ),
    Told(
        "another territory since 2023: the sum stands, and says so",
        AIM,
        series("2021 900, 2022 900, 2023 900", 2023),
        Verdict.ON_COURSE,
        shown={"why": Why.BREAK},
    ),
    Told(
        "2021 is not over",
        AIM,
        series(""),
        Verdict.NOT_DUE,
        date(2021, 4, 1),
    ),
]


@pytest.mark.parametrize("told", AFTER_THE_TERM, ids=str)
def test_after_the_term_the_sum_decides(told):
    holds(told)


@pytest.mark.parametrize("told", ON_THE_WAY, ids=str)
def test_on_the_way_the_sum_so_far_is_held_against_its_share(told):
    holds(told)
