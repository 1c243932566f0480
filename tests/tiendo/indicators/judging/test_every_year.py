"""Goals that hold for every year by itself."""

from datetime import date
from decimal import Decimal

import pytest

from tests.tiendo.indicators.judging.told import AFTER, Told, aim, goal, holds, series
from tiendo.indicators.judging.values import Direction, Form, Verdict, Why

JOBS = aim(Form.EACH_YEAR, "> 550")
ACCIDENTS = aim(Form.EACH_YEAR, "<= 12", direction=Direction.DOWN)
IN_TIME = aim(Form.EACH_YEAR, ">= 95", of_rates=True)
EXACTLY = aim(Form.EACH_YEAR, "= 4", direction=Direction.EXACT)
RUN = "2021 498, 2022 560, 2023 571"

AFTER_THE_TERM = [
    Told(
        "551, 560, 571, 580, 600: every one > 550",
        JOBS,
        series("2021 551, 2022 560, 2023 571, 2024 580, 2025 600"),
        Verdict.MET,
        AFTER,
        {"year": 2025, "gap": -50},
    ),
    Told(
        "550 > 550 does not hold in 2021",
        JOBS,
        series("2021 550, 2022 560, 2023 571, 2024 580, 2025 600"),
        Verdict.MISSED,
        AFTER,
        {"year": 2021, "gap": 0},
    ),
    Told(
        "550 >= 550 does",
        aim(Form.EACH_YEAR, ">= 550"),
        series("2021 550, 2022 560, 2023 571, 2024 580, 2025 600"),
        Verdict.MET,
        AFTER,
    ),
    Told(
        "498 + 700 + 700 + 700 + 700 = 3298 > 5 * 550, but 498 is not: neither sum nor mean counts",
        JOBS,
        series("2021 498, 2022 700, 2023 700, 2024 700, 2025 700"),
        Verdict.MISSED,
        AFTER,
        {"year": 2021},
    ),
    Told(
        "-5 in 2023 is missed, however much the others bring",
        JOBS,
        series("2021 900, 2022 900, 2023 -5, 2024 900, 2025 900"),
        Verdict.MISSED,
        AFTER,
        {"year": 2023},
    ),
    Told(
        "2023 is unknown, all others are met",
        JOBS,
        series("2021 551, 2022 560, 2024 580, 2025 600"),
        Verdict.NO_DATA,
        AFTER,
        {"why": Why.MISSING_YEARS},
    ),
    Told(
        "2023 is unknown, but 498 in 2021 decides",
        JOBS,
        series("2021 498, 2022 560, 2024 580, 2025 600"),
        Verdict.MISSED,
        AFTER,
    ),
    Told(
        "540 in 2021 and 2022, when the goal was 500; 560 since it is 550",
        aim(Form.EACH_YEAR, "> 550", former=((2022, goal("> 500")),)),
        series("2021 540, 2022 540, 2023 560, 2024 560, 2025 560"),
        Verdict.MET,
        AFTER,
    ),
    Told(
        "540 in 2023: the goal of 500 held until 2022 only",
        aim(Form.EACH_YEAR, "> 550", former=((2022, goal("> 500")),)),
        series("2021 540, 2022 540, 2023 540, 2024 560, 2025 560"),
        Verdict.MISSED,
        AFTER,
        {"year": 2023},
    ),
    Told(
        "560 after eleven months of 2025: what is more than 550 stays so",
        JOBS,
        series("2021 551, 2022 551, 2023 551, 2024 551, 2025 560 of 11"),
        Verdict.MET,
        AFTER,
    ),
    Told(
        "540 after eleven months of 2025: nobody knows December",
        JOBS,
        series("2021 551, 2022 551, 2023 551, 2024 551, 2025 540 of 11"),
        Verdict.NO_DATA,
        AFTER,
        {"why": Why.MISSING_YEARS},
    ),
    Told(
        "an estimate among five years",
        JOBS,
        series("2021 551, 2022 560, 2023 571, 2024 580, 2025 600 est"),
        Verdict.MET,
        AFTER,
        {"provisional": True},
    ),
    Told(
        "498 is settled: an estimate elsewhere changes nothing",
        JOBS,
        series("2021 498, 2022 560, 2023 571, 2024 580, 2025 600 est"),
        Verdict.MISSED,
        AFTER,
        {"provisional": False},
    ),
    Told(
        "12, 11, 9, 12, 12: every one <= 12",
        ACCIDENTS,
        series("2021 12, 2022 11, 2023 9, 2024 12, 2025 12"),
        Verdict.MET,
        AFTER,
    ),
    Told(
        "4, 4, 4, 5, 4: 5 is not 4, where only the figure itself counts",
        EXACTLY,
        series("2021 4, 2022 4, 2023 4, 2024 5, 2025 4"),
        Verdict.MISSED,
        AFTER,
        {"year": 2024},
    ),
    Told(
        "4, 4, 4, 5, 4: five are four and one more, where more is better",
        aim(Form.EACH_YEAR, "= 4"),
        series("2021 4, 2022 4, 2023 4, 2024 5, 2025 4"),
        Verdict.MET,
        AFTER,
    ),
]

IN_THE_RUNNING_YEAR = [
    Told(
        "512 after eleven months >= 550 * 11/12 = 504,2; 38 and one more are left",
        JOBS,
        series(RUN + ", 2024 512 of 11"),
        Verdict.ON_COURSE,
        shown={"expected": "504.2", "gap": 38, "months": 11, "year": 2024},
    ),
    Told(
        "500 after eleven months < 504,2; 50 left in a month, the best months had 571/12 = 47,6",
        JOBS,
        series(RUN + ", 2024 500 of 11"),
        Verdict.AT_RISK,
        shown={"required": "50.0", "best": "47.6"},
    ),
    Told(
        "504 after eleven months < 504,2; 46 left in a month <= 47,6",
        JOBS,
        series(RUN + ", 2024 504 of 11"),
        Verdict.BEHIND,
    ),
    Told(
        "one year before shows too little: 100 after eleven months is behind only",
        JOBS,
        series("2021 560, 2022 100 of 11"),
        Verdict.BEHIND,
        date(2022, 12, 1),
    ),
    Told(
        "560 after eleven months > 550 cannot be undone, but 2025 remains",
        JOBS,
        series(RUN + ", 2024 560 of 11"),
        Verdict.ON_COURSE,
    ),
    Told(
        "13 accidents after nine months > 12 cannot be undone",
        ACCIDENTS,
        series("2021 12, 2022 11, 2023 9, 2024 13 of 9"),
        Verdict.AT_RISK,
    ),
    Told(
        "9 after nine months <= 12 * 9/12 = 9",
        ACCIDENTS,
        series("2021 12, 2022 11, 2023 9, 2024 9 of 9"),
        Verdict.ON_COURSE,
    ),
    Told(
        "10 after nine months > 9; 2 may come in three months, 0,67 a month < 0,75, the fewest before",
        ACCIDENTS,
        series("2021 12, 2022 11, 2023 9, 2024 10 of 9"),
        Verdict.AT_RISK,
        shown={"required": "0.67", "best": "0.75"},
    ),
    Told(
        "96% after nine months is not 71% due by then: a rate does not add up",
        IN_TIME,
        series("2021 97, 2022 97, 2023 97, 2024 94 of 9"),
        Verdict.BEHIND,
    ),
    Told(
        "96% after nine months is in step, and not met before the year is over",
        IN_TIME,
        series("2021 97, 2022 97, 2023 97, 2024 96 of 9"),
        Verdict.ON_COURSE,
    ),
    Told(
        "90 and 91% before, 80% so far: 95% was never reached",
        IN_TIME,
        series("2022 90, 2023 91, 2024 80 of 9"),
        Verdict.AT_RISK,
    ),
    Told(
        "3 of exactly 4 after nine months: 4 * 9/12 = 3",
        EXACTLY,
        series("2024 3 of 9"),
        Verdict.ON_COURSE,
    ),
    Told(
        "5 of exactly 4 after nine months are too many already",
        EXACTLY,
        series("2024 5 of 9"),
        Verdict.AT_RISK,
    ),
    Told(
        "540 expected for the whole of 2024 < 550, by an estimate before the year is over",
        JOBS,
        series(RUN + ", 2024 540 est"),
        Verdict.AT_RISK,
        shown={"provisional": True, "gap": 10},
    ),
    Told(
        "nothing of 2024; 571 in 2023 was met",
        JOBS,
        series(RUN),
        Verdict.ON_COURSE,
        shown={"year": 2023},
    ),
    Told(
        "nothing of 2024; 498 in 2023 was missed",
        JOBS,
        series("2021 560, 2022 560, 2023 498"),
        Verdict.BEHIND,
        shown={"year": 2023},
    ),
    Told(
        "2021 runs and has no figure",
        JOBS,
        series(""),
        Verdict.NOT_DUE,
        date(2021, 5, 1),
        {"why": Why.NOT_BEGUN},
    ),
    Told(
        "2021 to 2023 are over and have none",
        JOBS,
        series(""),
        Verdict.NO_DATA,
        shown={"why": Why.NO_FIGURE},
    ),
]


@pytest.mark.parametrize("told", AFTER_THE_TERM, ids=str)
def test_after_the_term_every_year_counts(told):
    holds(told)


@pytest.mark.parametrize("told", IN_THE_RUNNING_YEAR, ids=str)
def test_in_the_running_year_its_months_count(told):
    holds(told)


def test_the_run_tells_of_every_year():
    told = Told("", JOBS, series(RUN + ", 2024 512 of 11"), Verdict.ON_COURSE)
    run = told.judged().run
    verdicts = [Verdict.MISSED, Verdict.MET, Verdict.MET, Verdict.ON_COURSE, Verdict.NOT_DUE]
    assert [(each.year, each.verdict) for each in run] == list(
        zip(range(2021, 2026), verdicts, strict=True)
    )
    assert run[3].figure == Decimal(512)
    assert run[4].figure is None
    assert told.judged().years(Verdict.MISSED) == (2021,)


def test_a_year_that_is_over_without_a_figure_has_no_data():
    told = Told("", JOBS, series("2021 498, 2023 571"), Verdict.ON_COURSE)
    assert told.judged().years(Verdict.NO_DATA) == (2022,)
