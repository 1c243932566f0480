"""Judgements in words: verdict, gap, then the required pace against the reached one."""

from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given

from tests.tiendo.indicators.judging.drawn import DAYS, aims, serieses
from tests.tiendo.indicators.judging.told import AFTER, END_OF_2024, aim, goal, series
from tiendo.indicators.judging.arithmetic import arithmetic
from tiendo.indicators.judging.rule import judge
from tiendo.indicators.judging.units import Unit, marked, unit_of
from tiendo.indicators.judging.values import (
    Aim,
    Direction,
    Form,
    Judgement,
    Series,
    Verdict,
    Why,
    Written,
)
from tiendo.indicators.judging.words import in_short, sentences

SHARE = "2020 10.1, 2021 10.3, 2022 10.8, 2023 11.2, 2024 11.6 est"
LEVEL, EACH_YEAR = Form.LEVEL, Form.EACH_YEAR
JOBS = aim(EACH_YEAR, "> 550")
JOBS_SO_FAR = "2021 498, 2022 560, 2023 571, 2024 512 of 11"
OUTPUT = "2020 431, 2021 453, 2022 494, 2023 534, 2024 579"


def said(judged: Aim, figures: str, unit: str, today: date = END_OF_2024, *breaks: int) -> str:
    found = judge(judged, series(figures, *breaks), today)
    return " ".join(sentences(found, judged, unit_of(unit)))


VIETNAMESE = [
    (
        aim(LEVEL, ">= 12.5"),
        SHARE,
        "%",
        "Khó đạt. Thấp hơn mức cần có của năm 2024 là 0,4 điểm phần trăm. Để đạt 12,5% phải tăng thêm 0,9 điểm trong"
        " một năm; bốn năm qua bình quân mỗi năm tăng 0,4 điểm; năm tăng nhiều nhất là 0,5 điểm. Nhận định theo số"
        " ước, còn có thể thay đổi.",
    ),
    (
        JOBS,
        JOBS_SO_FAR,
        "lao động/năm",
        "Đúng tiến độ. Vượt mức cần có của 11 tháng năm 2024 là 504,2 lao động. Cần thêm 39 lao động trong tháng 12."
        " Năm 2021 không đạt.",
    ),
    (
        aim(Form.MEAN_GROWTH, "= 8"),
        OUTPUT,
        "%/năm",
        "Khó đạt. Bình quân 2021-2024 tăng 7,7%/năm, thấp hơn chỉ tiêu 0,3 điểm phần trăm. Năm 2025 phải tăng 9,4% để"
        " đạt bình quân 8%; năm tăng cao nhất từ trước là 9,1%.",
    ),
    (
        aim(Form.CUMULATIVE, ">= 2750"),
        "2021 498, 2022 560, 2023 571",
        "lao động",
        "Chậm. Cộng đến hết năm 2023: 1.629 trên 2.750 lao động, còn thiếu 1.121 lao động. Hai năm còn lại mỗi năm"
        " phải có thêm 560,5 lao động; đến nay bình quân mỗi năm được 543 lao động.",
    ),
    (
        aim(LEVEL, "> 75"),
        "2020 72, 2024 74.6 est",
        "%",
        "Đúng tiến độ. Vượt mức cần có của năm 2024 là 74,4%. Để đạt 75% phải tăng thêm 0,4 điểm trong một năm; bốn"
        " năm qua bình quân mỗi năm tăng 0,7 điểm. Nhận định theo số ước, còn có thể thay đổi.",
    ),
    (
        aim(LEVEL, "<= 2"),
        "2020 6, 2021 5.6, 2022 5.2, 2023 4.8",
        "%",
        "Khó đạt. Cao hơn mức cho phép của năm 2023 là 1,2 điểm phần trăm. Để đạt 2% mỗi năm phải giảm thêm 1,4 điểm"
        " trong hai năm; ba năm qua bình quân mỗi năm giảm 0,4 điểm; năm giảm nhiều nhất là 0,4 điểm.",
    ),
]

AFTER_ITS_END = [
    (
        aim(LEVEL, "5..6"),
        "2025 6.2",
        "%",
        "Đạt, vượt khoảng. Cao hơn chỉ tiêu 5-6% là 0,2 điểm phần trăm.",
    ),
    (aim(LEVEL, "5..6"), "2025 5.4", "%", "Đạt. Trong khoảng chỉ tiêu 5-6%."),
    (
        aim(LEVEL, "5..6", direction=Direction.DOWN),
        "2025 4",
        "%",
        "Đạt, dưới khoảng. Thấp hơn chỉ tiêu 5-6% là 1 điểm phần trăm.",
    ),
    (
        aim(LEVEL, "about 20"),
        "2025 18.5",
        "triệu USD",
        "Không đạt. Thấp hơn chỉ tiêu khoảng 20 triệu USD (19 đến 21) là 0,5 triệu USD.",
    ),
    (aim(LEVEL, "> 75"), "2025 75", "%", "Không đạt. Chỉ bằng 75%, chưa qua mức chỉ tiêu."),
    (aim(LEVEL, ">= 12.5"), "2024 12", "%", "Chưa có số liệu. Chưa có số liệu cả năm 2025."),
    (
        aim(Form.MEAN_GROWTH, "= 8"),
        "2025 600",
        "%/năm",
        "Chưa xét được. Chưa có số liệu năm gốc 2020: nhập số của năm này.",
    ),
    (
        aim(Form.CUMULATIVE, ">= 100"),
        "2021 20, 2023 20, 2024 20, 2025 10 of 6",
        "tỷ đồng",
        "Chưa xét được. Chưa có số cả năm của 2022, 2025; chưa có số liệu không phải là số 0.",
    ),
    (
        JOBS,
        "2021 551, 2022 560, 2025 600",
        "lao động",
        "Chưa có số liệu. Chưa có số cả năm của 2023, 2024; chưa có số liệu không phải là số 0.",
    ),
]


@pytest.mark.parametrize(("judged", "figures", "unit", "words"), VIETNAMESE)
def test_on_the_way_the_verdict_comes_first_then_the_gap_then_the_paces(
    judged, figures, unit, words
):
    with override("vi"):
        assert said(judged, figures, unit) == words


@pytest.mark.parametrize(("judged", "figures", "unit", "words"), AFTER_ITS_END)
def test_after_its_end_it_says_how_far_off_it_was(judged, figures, unit, words):
    with override("vi"):
        assert said(judged, figures, unit, AFTER) == words


def test_english_says_the_same():
    with override("en"):
        assert said(JOBS, JOBS_SO_FAR, "workers") == (
            "On course. Above what the first 11 months of 2024 calls for, 504,2 workers."
            " 39 workers more are needed in month 12. 2021 was missed."
        )


@pytest.mark.parametrize(
    ("judged", "figures", "unit", "words"),
    [
        (
            JOBS,
            JOBS_SO_FAR,
            "lao động/năm",
            "Cần thêm 39 lao động trong tháng 12. Năm 2021 không đạt.",
        ),
        (
            aim(Form.MEAN_GROWTH, "= 6.5"),
            "2020 100, 2024 129.1",
            "%/năm",
            "Năm 2025 chỉ cần tăng 6,1%.",
        ),
        (
            aim(LEVEL, "= 60"),
            "2020 50, 2024 58.3",
            "%",
            "Vượt mức cần có của năm 2024 là 58%.",
        ),
        (aim(LEVEL, "= 60"), "", "%", "Từ năm 2021 đến 2025 chưa có số liệu năm nào."),
    ],
)
def test_one_line_says_what_matters_most(judged, figures, unit, words):
    found = judge(judged, series(figures), END_OF_2024)
    with override("vi"):
        assert in_short(found, judged, unit_of(unit)) == words


@pytest.mark.parametrize(
    ("judged", "figures", "unit", "sum_"),
    [
        (aim(Form.MEAN_GROWTH, "= 8"), OUTPUT, "%/năm", "(579 ÷ 431)^(1/4) − 1 = 7,7% < 8%"),
        (
            aim(LEVEL, ">= 12.5"),
            SHARE,
            "%",
            "10,1 + (12,5 − 10,1) × 4/5 = 12,0%; 11,6% < 12,5%",
        ),
        (
            JOBS,
            JOBS_SO_FAR,
            "lao động/năm",
            "550 × 11/12 = 504,2; 512 lao động < 550 lao động",
        ),
        (
            aim(Form.CUMULATIVE, ">= 2750"),
            "2021 498, 2022 -60, 2023 571",
            "lao động",
            "498 + (−60) + 571 = 1.009 lao động < 2.750 lao động",
        ),
        (
            aim(Form.MEAN_GROWTH, "= 8", of_rates=True),
            "2021 5, 2022 9, 2023 8.5",
            "%",
            "(1,05 × 1,09 × 1,085)^(1/3) − 1 = 7,5% < 8%",
        ),
        (aim(LEVEL, "5..6"), "2024 5.5", "%", "5 ≤ 5,5% ≤ 6"),
    ],
)
def test_the_sum_is_written_out(judged, figures, unit, sum_):
    found = judge(judged, series(figures), END_OF_2024)
    assert arithmetic(found, judged, unit_of(unit)) == sum_


def test_a_figure_never_looks_like_the_goal_that_it_is_not():
    judged = aim(LEVEL, ">= 12.5")
    found = judge(judged, series("2025 12.4999"), AFTER)
    assert arithmetic(found, judged, unit_of("%")) == "12,4999% < 12,5%"
    with override("vi"):
        assert "là 0,0001 điểm phần trăm" in sentences(found, judged, unit_of("%"))[1]


def test_a_revised_goal_is_named_for_the_year_it_held():
    judged = aim(EACH_YEAR, "> 550", former=((2022, goal("> 500")),))
    with override("vi"):
        words = said(judged, "2021 560, 2022 490", "lao động")
    assert "Thấp hơn chỉ tiêu 500 lao động là 10 lao động." in words


def test_what_is_counted_has_one_more_to_pass_a_goal():
    assert unit_of("lao động/năm") == Unit("lao động", counted=True)
    assert not unit_of("triệu USD").counted
    assert not unit_of("%/năm").counted


def test_the_unit_says_its_language():
    assert marked("1 lao động <more>", unit_of("lao động")) == (
        '1 <span lang="vi">lao động</span> &lt;more&gt;'
    )
    assert marked("0,4 points", unit_of("%")) == "0,4 points"


def test_a_verdict_in_words_stands_alone():
    judged = Aim(form=Form.WORDS, goal=None, first_year=2021, last_year=2025)
    found = judge(judged, Series(), END_OF_2024, (Written(Verdict.BEHIND, END_OF_2024),))
    with override("vi"):
        assert sentences(found, judged, Unit()) == ["Chậm."]
        assert in_short(found, judged, Unit()) == ""


@pytest.mark.parametrize("why", Why)
def test_every_reason_has_a_sentence(why):
    judged = aim(LEVEL, "= 1")
    found = Judgement(verdict=Verdict.NOT_ASSESSABLE, why=why)
    with override("vi"):
        assert len(sentences(found, judged, Unit())) == 2


@given(aims(), serieses(), DAYS)
def test_every_judgement_can_be_said(judged, figures, today):
    found = judge(judged, figures, today)
    with override("vi"):
        said = [*sentences(found, judged, unit_of("%")), in_short(found, judged, unit_of("cơ sở"))]
    assert all("%(" not in each and "None" not in each and "--" not in each for each in said)
    assert all(each[0].isupper() or not each[0].isalpha() for each in said if each)
    assert isinstance(arithmetic(found, judged, unit_of("%")), str)
