"""Mean growth over a term: compound, from the level of the base year."""

from datetime import date

import pytest

from tests.tiendo.indicators.judging.told import AFTER, Told, aim, holds, series
from tiendo.indicators.judging.values import Direction, Form, Verdict, Why

AIM = aim(Form.MEAN_GROWTH, "= 8")
RATES = aim(Form.MEAN_GROWTH, "= 8", of_rates=True)
OUTPUT = "2020 431, 2021 453, 2022 494, 2023 534"
CALMED = aim(Form.MEAN_GROWTH, "<= 3", direction=Direction.DOWN)

AFTER_THE_TERM = [
    Told(
        "100 * 1,08^5 = 146,932808 <= 146,932808",
        AIM,
        series("2020 100, 2025 146.932808"),
        Verdict.MET,
        AFTER,
        {"figure": "8.0"},
    ),
    Told(
        "100 * 1,08^5 = 146,9328076800 > 146,9328076799: 8,0% when rounded, and missed",
        AIM,
        series("2020 100, 2025 146.9328076799"),
        Verdict.MISSED,
        AFTER,
        {"figure": "8.0"},
    ),
    Told(
        "100 * 1,08^5 = 146,93280768 is not more than itself",
        aim(Form.MEAN_GROWTH, "> 8"),
        series("2020 100, 2025 146.93280768"),
        Verdict.MISSED,
        AFTER,
    ),
    Told(
        "+50, -20, +20, -10, +5: mean of the rates 9, but 1,5 * 0,8 * 1,2 * 0,9 * 1,05 = 1,3608 < 1,4693",
        AIM,
        series("2020 100, 2021 150, 2022 120, 2023 144, 2024 129.6, 2025 136.08"),
        Verdict.MISSED,
        AFTER,
        {"figure": "6.4"},
    ),
    Told(
        "(140 / 100 - 1) / 5 = 8 a year when divided, but 1,40 < 1,4693",
        AIM,
        series("2020 100, 2025 140"),
        Verdict.MISSED,
        AFTER,
        {"figure": "7.0"},
    ),
    Told(
        "from 2021 on (1,469 / 1,05)^(1/4) = 8,8%, but the base is 2020: 1,469 < 1,4693",
        AIM,
        series("2020 100, 2021 105, 2025 146.9"),
        Verdict.MISSED,
        AFTER,
    ),
    Told(
        "2020 is missing: from 2021 it would be another mean",
        AIM,
        series("2021 105, 2025 160"),
        Verdict.NOT_ASSESSABLE,
        AFTER,
        {"why": Why.NO_BASE},
    ),
    Told(
        "no base year is named",
        aim(Form.MEAN_GROWTH, "= 8", base_year=None),
        series("2020 100, 2025 160"),
        Verdict.NOT_ASSESSABLE,
        AFTER,
        {"why": Why.NO_BASE},
    ),
    Told(
        "2025 is missing: 160 in 2024 does not stand for it",
        AIM,
        series("2020 100, 2024 160"),
        Verdict.NO_DATA,
        AFTER,
        {"why": Why.NO_FIGURE},
    ),
    Told(
        "nine months of 2025 are no year",
        AIM,
        series("2020 100, 2025 160 of 9"),
        Verdict.NO_DATA,
        AFTER,
    ),
    Told(
        "years between may be missing: 1,6 > 1,4693",
        AIM,
        series("2020 100, 2025 160"),
        Verdict.MET,
        AFTER,
    ),
    Told(
        "a negative year between changes nothing: 1,6 > 1,4693",
        AIM,
        series("2020 100, 2022 -10, 2025 160"),
        Verdict.MET,
        AFTER,
    ),
    Told(
        "nothing grows from zero",
        AIM,
        series("2020 0, 2025 160"),
        Verdict.NOT_ASSESSABLE,
        AFTER,
        {"why": Why.NOT_POSITIVE},
    ),
    Told(
        "nor from 100 to -5",
        AIM,
        series("2020 100, 2025 -5"),
        Verdict.NOT_ASSESSABLE,
        AFTER,
        {"why": Why.NOT_POSITIVE},
    ),
    Told(
        "2025 is counted by other prices than 2020",
        AIM,
        series("2020 100, 2025 160", 2023),
        Verdict.NOT_ASSESSABLE,
        AFTER,
        {"why": Why.BREAK},
    ),
    Told(
        "100 * 1,03^5 = 115,9274 >= 115",
        CALMED,
        series("2020 100, 2025 115"),
        Verdict.MET,
        AFTER,
    ),
    Told(
        "100 * 1,03^5 = 115,9274 < 116",
        CALMED,
        series("2020 100, 2025 116"),
        Verdict.MISSED,
        AFTER,
    ),
    Told(
        "1,05^5 = 1,2763 <= 1,3 <= 1,06^5 = 1,3382",
        aim(Form.MEAN_GROWTH, "5..6"),
        series("2020 100, 2025 130"),
        Verdict.MET,
        AFTER,
        {"beyond": False},
    ),
    Told(
        "1,35 > 1,06^5 = 1,3382: met, above the range",
        aim(Form.MEAN_GROWTH, "5..6"),
        series("2020 100, 2025 135"),
        Verdict.MET,
        AFTER,
        {"beyond": True},
    ),
    Told(
        "1,06^5 = 1,3382 < 1,35, where only 5 to 6 will do",
        aim(Form.MEAN_GROWTH, "5..6", direction=Direction.EXACT),
        series("2020 100, 2025 135"),
        Verdict.MISSED,
        AFTER,
    ),
    Told(
        "a loss of 4% a year is more than -5: 0,96^5 = 0,8154 > 0,95^5 = 0,7738",
        aim(Form.MEAN_GROWTH, ">= -5"),
        series("2020 100, 2025 81.54"),
        Verdict.MET,
        AFTER,
    ),
]

ON_THE_WAY = [
    Told(
        "(579 / 431)^(1/4) = 7,7% < 8; 431 * 1,08^5 / 579 = 9,4% for 2025, best year 494/453 = 9,1%",
        AIM,
        series(OUTPUT + ", 2024 579 est"),
        Verdict.AT_RISK,
        shown={"figure": "7.7", "required": "9.4", "best": "9.1", "provisional": True},
    ),
    Told(
        "(582 / 431)^(1/4) = 7,8% < 8; 431 * 1,08^5 / 582 = 8,8% for 2025, best year 9,1%",
        AIM,
        series(OUTPUT + ", 2024 582"),
        Verdict.BEHIND,
        shown={"figure": "7.8", "required": "8.8"},
    ),
    Told(
        "1,08^4 = 1,36048896 <= 1,36048896",
        AIM,
        series("2020 100, 2024 136.048896"),
        Verdict.ON_COURSE,
        shown={"required": "8.0"},
    ),
    Told(
        "1,08^4 = 1,36048896 > 1,36048895",
        AIM,
        series("2020 100, 2024 136.048895"),
        Verdict.BEHIND,
    ),
    Told(
        "two figures, one step of 1%: 1,08^5 / 1,01 over four years is 9,8%, and nobody knows",
        AIM,
        series("2020 100, 2021 101"),
        Verdict.BEHIND,
        date(2022, 3, 1),
        {"required": "9.8", "best": "1.0"},
    ),
    Told(
        "579 for nine months of 2024 is no year: (534 / 431)^(1/3) = 7,4%; then 8,9% a year <= 9,1%",
        AIM,
        series(OUTPUT + ", 2024 579 of 9"),
        Verdict.BEHIND,
        shown={"year": 2023, "figure": "7.4", "required": "8.9", "best": "9.1"},
    ),
    Told(
        "100, 120, 125, 124: 1,24 < 1,08^3 = 1,2597; 1,4693 / 1,24 over two years = 8,9%, best 20%",
        AIM,
        series("2020 100, 2021 120, 2022 125, 2023 124"),
        Verdict.BEHIND,
        shown={"required": "8.9", "best": "20.0"},
    ),
    Told(
        "a year from 1 to -10 is no growth: 1,469 / 1,1 over two years = 15,6%, and of two steps one is left",
        AIM,
        series("2020 100, 2021 1, 2022 -10, 2023 110"),
        Verdict.BEHIND,
        shown={"required": "15.6", "best": "-99.0"},
    ),
    Told(
        "1,46 known for 2025 in December < 1,4693, and no year is left",
        AIM,
        series("2020 100, 2025 146 est"),
        Verdict.AT_RISK,
        date(2025, 12, 20),
    ),
    Told(
        "1,2 > 1,03^4 = 1,1255; the last year would have to fall to 1,1593 / 1,2 = -3,4%; least growth 4%",
        CALMED,
        series("2020 100, 2021 104, 2022 109, 2023 114, 2024 120"),
        Verdict.AT_RISK,
        shown={"required": "-3.4", "best": "4.0"},
    ),
    Told(
        "no figure after the base, and 2021 is not over",
        AIM,
        series("2020 431"),
        Verdict.NOT_DUE,
        date(2021, 9, 1),
    ),
    Told(
        "no figure after the base, and 2021 is over",
        AIM,
        series("2020 431"),
        Verdict.NO_DATA,
        date(2022, 9, 1),
    ),
]

OF_RATES = [
    Told(
        "1,5 * 0,8 * 1,2 * 0,9 * 1,05 = 1,3608 < 1,4693, though (50 - 20 + 20 - 10 + 5) / 5 = 9",
        RATES,
        series("2021 50, 2022 -20, 2023 20, 2024 -10, 2025 5"),
        Verdict.MISSED,
        AFTER,
        {"figure": "6.4"},
    ),
    Told(
        "1,08^5 = 1,08^5",
        RATES,
        series("2021 8, 2022 8, 2023 8, 2024 8, 2025 8"),
        Verdict.MET,
        AFTER,
        {"figure": "8.0"},
    ),
    Told(
        "(7 + 9 + 8 + 8 + 8) / 5 = 8, but 1,07 * 1,09 * 1,08^3 < 1,08^5",
        RATES,
        series("2021 7, 2022 9, 2023 8, 2024 8, 2025 8"),
        Verdict.MISSED,
        AFTER,
    ),
    Told(
        "2023 is missing: four rates do not make a mean of five",
        RATES,
        series("2021 8, 2022 8, 2024 8, 2025 8"),
        Verdict.NOT_ASSESSABLE,
        AFTER,
        {"why": Why.MISSING_YEARS},
    ),
    Told(
        "2025 is missing",
        RATES,
        series("2021 8, 2022 8, 2023 8, 2024 8"),
        Verdict.NO_DATA,
        AFTER,
        {"why": Why.NO_FIGURE},
    ),
    Told(
        "after -100% nothing is left to grow",
        RATES,
        series("2021 8, 2022 -100, 2023 8, 2024 8, 2025 8"),
        Verdict.NOT_ASSESSABLE,
        AFTER,
        {"why": Why.NOT_POSITIVE},
    ),
    Told(
        "no base year is needed: 1,09^3 > 1,08^3",
        aim(Form.MEAN_GROWTH, "= 8", of_rates=True, base_year=None),
        series("2021 9, 2022 9, 2023 9"),
        Verdict.ON_COURSE,
        shown={"required": "6.5"},
    ),
    Told(
        "1,05^3 = 1,1576; 1,4693 / 1,1576 over two years = 12,7%, best 5%",
        RATES,
        series("2021 5, 2022 5, 2023 5"),
        Verdict.AT_RISK,
        shown={"required": "12.7", "best": "5.0"},
    ),
]


@pytest.mark.parametrize("told", AFTER_THE_TERM, ids=str)
def test_after_the_term_the_powers_are_compared(told):
    holds(told)


@pytest.mark.parametrize("told", ON_THE_WAY, ids=str)
def test_on_the_way_the_years_left_are_told_what_they_need(told):
    holds(told)


@pytest.mark.parametrize("told", OF_RATES, ids=str)
def test_rates_multiply(told):
    holds(told)
