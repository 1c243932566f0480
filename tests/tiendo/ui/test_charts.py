"""A chart says what its figures are, no more: no line over a gap, no bar off zero, no word over another."""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tiendo.ui.drawings import (
    WIDTHS,
    boxes,
    chart,
    drawn,
    painted,
    rows_of_figures,
    series,
    words,
)
from tiendo.ui.charts.chart import (
    Break,
    Chart,
    Forecast,
    Goal,
    Kind,
    Level,
    Look,
    Mark,
    Outlook,
    Series,
    Spread,
)
from tiendo.ui.charts.drawing import draw
from tiendo.ui.charts.picture import picture
from tiendo.ui.charts.plane import HEIGHTS, NARROW, SMALL, WIDE
from tiendo.ui.charts.reading import sentences
from tiendo.ui.charts.signs import signs

D = Decimal
AIM = Goal(2025, D("12.5"), "≥ 12,5%")
EXPECTED = Forecast([Spread(2025, D(11), D(12), D(13))], "80 trên 100")


def points(element) -> list[tuple[float, float]]:
    return [tuple(map(float, each.split(","))) for each in element.get("points").split()]


def test_the_series_is_one_line_through_its_dots():
    [line] = painted(draw(chart("10.1 10.3 10.8")), "series")
    dots = painted(draw(chart("10.1 10.3 10.8")), "pt")
    assert points(line) == [(float(dot.get("cx")), float(dot.get("cy"))) for dot in dots]


def test_a_missing_year_is_a_gap():
    lines = painted(draw(chart("10 11 - 12 13")), "series")
    assert [len(points(line)) for line in lines] == [2, 2]


def test_a_year_that_nobody_speaks_of_is_a_gap_too():
    marks = [Mark(2020, D(1)), Mark(2021, D(2)), Mark(2024, D(3)), Mark(2025, D(4))]
    assert len(painted(draw(Chart("", "", [Series("", marks)])), "series")) == 2


def test_no_line_crosses_a_break_and_the_break_says_why():
    broken = chart("10 11 12 13", breaks=[Break(2021, "đến 30/6/2025: huyện")])
    assert [len(points(line)) for line in painted(draw(broken), "series")] == [2, 2]
    assert len(painted(draw(broken), "break")) == 1
    assert "đến 30/6/2025: huyện" in words(draw(broken))


@pytest.mark.parametrize("look", [Look.ESTIMATE, Look.PARTIAL])
def test_the_way_to_a_figure_that_is_not_final_is_dotted(look):
    given = Chart("", "%", [series("10 11 12", y2022=look)])
    assert len(painted(draw(given), "series", "est")) == 1
    assert len(painted(draw(given), "pt", "hollow")) == 1


def test_every_look_has_a_shape_of_its_own():
    looks = dict(zip(("y2020", "y2021", "y2022", "y2023"), Look, strict=True))
    dots = painted(draw(Chart("", "", [series("1 2 3 4", **looks)])), "pt")
    assert len({(dot.tag, "hollow" in dot.get("class")) for dot in dots}) == len(Look)


def test_a_preliminary_figure_is_joined_by_a_full_line():
    given = Chart("", "%", [series("10 11", y2021=Look.PRELIMINARY)])
    assert painted(draw(given), "est") == []


def test_bars_stand_on_zero_and_negative_ones_hang_from_it():
    svg = draw(chart("-2 4 6", Kind.BARS))
    down, *up = painted(svg, "bar")
    zero = float(painted(svg, "axis")[0].get("y1"))
    assert float(down.get("y")) == zero
    for bar in up:
        assert float(bar.get("y")) + float(bar.get("height")) == pytest.approx(zero, abs=0.2)
    assert float(up[1].get("height")) == pytest.approx(3 * float(down.get("height")), abs=0.3)


def test_twice_the_figure_is_twice_the_bar():
    small, large = painted(draw(chart("400 800", Kind.BARS)), "bar")
    assert float(large.get("height")) == pytest.approx(2 * float(small.get("height")), abs=0.2)


def test_zero_is_a_bar_and_no_figure_is_none():
    svg = draw(chart("3 0 -", Kind.BARS))
    assert len(painted(svg, "bar")) == 2
    assert "0" in words(svg)


def test_years_that_met_their_target_are_darker():
    marks = [Mark(2021, D(498), met=False), Mark(2022, D(561), met=True), Mark(2023, D(3))]
    bars = painted(draw(Chart("", "", [Series("", marks)], Kind.BARS)), "bar")
    assert ["missed" in bar.get("class") for bar in bars] == [True, False, True]


def test_bars_nobody_judged_are_all_dark():
    assert painted(draw(chart("498 561", Kind.BARS)), "missed") == []


def test_a_line_without_zero_says_so_and_one_with_zero_does_not():
    with override("vi"):
        assert sentences(chart("10.1 11.6")) == [
            "Trục chạy từ 10% đến 12%, không có mốc 0, để thấy rõ thay đổi."
        ]
    assert sentences(chart("1 11.6")) == []
    assert sentences(chart("10.1 11.6", Kind.BARS)) == []
    assert len(sentences(chart("-11 -9"))) == 1


def test_a_target_is_a_lozenge_with_its_words_and_its_year_is_bold():
    svg = draw(chart("10 11 12", goals=[AIM]))
    assert len(painted(svg, "goal-pt")) == 1
    assert "≥ 12,5%" in words(svg)
    assert "2025" in [each.text for each in painted(svg, "b")]


def test_a_range_is_two_lozenges_and_a_bar_between():
    svg = draw(chart("10 11", goals=[Goal(2025, D(12), "12–15%", high=D(15))]))
    assert (len(painted(svg, "goal-pt")), len(painted(svg, "goal"))) == (2, 1)


def test_a_target_of_every_year_is_a_dashed_line_over_those_years():
    goal = Goal(2025, D(5), "> 5%", since=2021)
    svg = draw(Chart("", "%", [series("4 6", 2021)], Kind.BARS, goals=[goal]))
    [line] = painted(svg, "held")
    assert painted(svg, "goal-pt") == []
    assert float(line.get("x2")) - float(line.get("x1")) > WIDE / 2
    ranged = replace(goal, high=D(6))
    svg = draw(Chart("", "%", [series("4 6", 2021)], Kind.BARS, goals=[ranged]))
    assert (len(painted(svg, "held")), len(painted(svg, "zone"))) == (2, 1)


def test_the_forecast_starts_at_the_last_figure_and_names_its_odds():
    given = chart("10 11 - -", forecast=EXPECTED)
    [band], [dot] = painted(draw(given), "band"), painted(draw(given), "pt")[-1:]
    assert points(band)[0] == (float(dot.get("cx")), float(dot.get("cy")))
    with override("en"):
        assert any("80 trên 100" in sentence for sentence in sentences(given))
        assert any("80 trên 100" in sign.words for sign in signs(given))


def test_years_beyond_the_plan_stand_on_other_ground():
    outlook = Outlook(2025, "tầm nhìn đến 2030")
    svg = draw(chart("10 11", goals=[Goal(2030, D(15), "≥ 15%")], outlook=outlook))
    assert len(painted(svg, "outlook")) == 1
    assert "tầm nhìn đến 2030" in words(svg)


def test_several_lines_end_with_their_names_and_figures():
    several = [series("1 2 3", name="Thường Phước"), series("2 3 4", name="Long Khánh")]
    svg = draw(Chart("", "", several))
    assert {"Thường Phước 3", "Long Khánh 4"} <= set(words(svg))
    assert len({each.get("class") for each in painted(svg, "series")}) == 2
    narrow = words(draw(Chart("", "", several), NARROW))
    assert {"3", "4"} <= set(narrow)
    assert [sign.words for sign in signs(Chart("", "", several))] == ["Thường Phước", "Long Khánh"]


def test_bars_of_several_series_stand_side_by_side():
    several = [series("1 2", name="a"), series("2 3", name="b")]
    bars = painted(draw(Chart("", "", several, Kind.BARS)), "bar")
    spans = sorted((float(b.get("x")), float(b.get("x")) + float(b.get("width"))) for b in bars)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize("width", WIDTHS)
def test_without_any_figure_the_drawing_says_so(width):
    with override("vi"):
        assert words(draw(chart("- -"), width)) == ["Chưa có số liệu"]
        assert words(draw(Chart("", "%", []), width)) == ["Chưa có số liệu"]
        aimed = draw(chart("- -", goals=[AIM]), width)
    assert {"Chưa có số liệu", "≥ 12,5%"} <= set(words(aimed))


def test_the_words_that_there_is_no_figure_make_way_for_a_target():
    aimed = Chart("", "%", [Series("", ())], goals=[Goal(2030, D(5), "5–6%", high=D(6))])
    with override("vi"):
        assert {"Chưa có số liệu", "5–6%"} <= set(words(draw(aimed)))
        assert [sign.words for sign in signs(aimed)] == ["chỉ tiêu"]


def test_a_drawing_without_figures_explains_no_signs():
    assert signs(chart("- -")) == []


def test_whole_figures_have_whole_hairlines():
    given = Chart("", "cụm", [series("0 0 1")])
    assert set(words(draw(given))) >= {"0", "1"}
    assert not [each for each in words(draw(given)) if "," in each]


@pytest.mark.parametrize(
    ("figures", "shown"), [("10.79 11.6", "10,8"), ("4.41 9.784", "4,41"), ("0.0123", "0,0123")]
)
def test_figures_show_three_digits(figures, shown):
    assert shown in words(draw(Chart("", "tấn", [series(figures)])))


def test_huge_figures_are_written_in_a_greater_unit():
    given = Chart("Vốn", "đồng", [series("1200000000000 34000000000000")])
    assert "1.000.000.000.000 đồng" in words(draw(given))
    assert {"1,2", "34,0"} <= set(words(draw(given)))
    with override("vi"):
        assert "34.000.000.000.000" in drawn(draw(given)).findtext("desc")


def test_figures_are_written_as_official_papers_do():
    shown = words(draw(Chart("", "tấn", [series("1234.5 -6")])))
    assert {"1.234,5", "−6,0", "tấn"} <= set(shown)


def test_what_is_not_seen_is_read_out():
    given = Chart(
        "Tỷ trọng",
        "%",
        [series("10.1 - 11.6", y2022=Look.ESTIMATE)],
        path=[Level(2020, D("10.1")), Level(2025, D("12.5"))],
        goals=[AIM],
        forecast=EXPECTED,
        breaks=[Break(2020, "đổi cách tính")],
    )
    with override("vi"):
        tree = drawn(draw(given))
    assert tree.findtext("title") == "Tỷ trọng"
    assert tree.findtext("desc") == (
        "Đơn vị tính: “%”. 2020: 10,1%; 2021: chưa có số; 2022: 11,6% (ước). "
        "Mức cần có: 2020: 10,1%; 2025: 12,5%. Chỉ tiêu 2025: ≥ 12,5%. "
        "Dự báo (khả năng 80 trên 100): 2025: 11% đến 13%. Ngắt sau 2020: đổi cách tính."
    )
    assert tree.get("role") == "img"


def test_a_drawing_is_named_by_its_title_and_its_figures():
    tree = drawn(draw(chart("1 2")))
    assert tree.get("aria-labelledby").split() == [
        tree.find("title").get("id"),
        tree.find("desc").get("id"),
    ]


def test_two_drawings_on_one_page_share_no_id():
    one = chart("1 2")
    drawings = [*picture(one)[:2], draw(chart("1 3")), draw(replace(one, name="again"))]
    ids = [each.get("id") for svg in drawings for each in drawn(svg).iter() if each.get("id")]
    assert len(ids) == len(set(ids)) == 8


def test_words_of_others_are_escaped():
    evil = Chart("<b>&", "<i>", [series("1 2", name="<u>")], goals=[Goal(2024, D(1), "<s>")])
    assert not re.search(r"<[bius]>", draw(evil))


def test_a_drawing_carries_no_paint_of_its_own():
    svg = draw(chart("10 11", goals=[AIM], forecast=EXPECTED, path=[Level(2020, D(10))]))
    assert not re.search(r' (style|fill|stroke|font-size)="', svg)


@pytest.mark.parametrize(
    ("wrong", "words_of_fault"),
    [
        ({"series": [series("1", name=str(n)) for n in range(6)]}, "small multiples"),
        ({"series": [series("1"), series("2")]}, "different names"),
        ({"series": [Series("", [Mark(2020, D(1)), Mark(2020, D(2))])]}, "twice"),
        ({"forecast": replace(EXPECTED, odds=" ")}, "odds"),
        ({"goals": [Goal(2025, D(6), "", high=D(5))]}, "ends below"),
        ({"forecast": Forecast([Spread(2025, D(3), D(2), D(4))], "80")}, "middle"),
        ({"series": [series("NaN")]}, "no number"),
    ],
)
def test_what_could_only_be_drawn_wrongly_is_refused(wrong, words_of_fault):
    with pytest.raises(ValueError, match=words_of_fault):
        replace(chart("1 2"), **wrong)


@st.composite
def charts(draw_one: st.DrawFn) -> Chart:
    """A chart with anything on it."""
    figures = draw_one(rows_of_figures())
    looks = st.sampled_from(Look)
    marks = [Mark(2001 + n, figure, draw_one(looks)) for n, figure in enumerate(figures)]
    aims = [
        Goal(2001 + draw_one(st.integers(0, 31)), D(level), f"≥ {level}%", since=since)
        for level in draw_one(st.lists(st.integers(-50, 900), max_size=2))
        for since in [draw_one(st.sampled_from([None, 2001]))]
    ]
    forecast = draw_one(st.sampled_from([None, Forecast([Spread(2033, D(1), D(2), D(3))], "80")]))
    return Chart(
        "Chỉ tiêu",
        draw_one(st.sampled_from(["%", "lao động", ""])),
        [Series("", marks)],
        draw_one(st.sampled_from(Kind)),
        goals=aims,
        forecast=forecast,
        breaks=draw_one(st.sampled_from([[], [Break(2004, "đến 30/6/2025: huyện")]])),
        path=draw_one(st.sampled_from([[], [Level(2001, D(3)), Level(2009, D(40))]])),
    )


@settings(deadline=None, max_examples=50)
@given(charts(), st.sampled_from(WIDTHS))
def test_no_words_overlap_and_nothing_leaves_the_drawing(given_chart, width):
    svg = draw(given_chart, width)
    assert not re.search(r"\b(nan|inf|NaN|Infinity)\b|E[+-]?\d", re.sub("<desc.*?</desc>", "", svg))
    shown = list(boxes(svg))
    assert not [pair for pair in combinations(shown, 2) if pair[0].meets(pair[1])]
    tall = float(drawn(svg).get("height"))
    assert [box for box in shown if not box.lies_in(width, tall)] == []
    for element in drawn(svg).iter():
        for name in ("x", "x1", "x2", "cx"):
            assert -1 <= float(element.get(name, 0)) <= width + 1
        for name in ("y", "y1", "y2", "cy"):
            assert -1 <= float(element.get(name, 0)) <= tall + 1


@settings(deadline=None, max_examples=50)
@given(charts(), st.sampled_from([WIDE, NARROW]))
def test_the_words_of_targets_never_stand_on_a_lozenge_and_are_never_lost(given_chart, width):
    one = replace(given_chart, goals=[AIM], breaks=(), forecast=None)
    svg = draw(one, width)
    assert "≥ 12,5%" in words(svg)
    assert len(painted(svg, "goal-pt")) == 1


@settings(deadline=None, max_examples=50)
@given(rows_of_figures())
def test_there_is_one_dot_for_every_figure_and_none_for_what_is_missing(figures):
    marks = [Mark(2001 + n, figure) for n, figure in enumerate(figures)]
    svg = draw(Chart("", "", [Series("", marks)]))
    assert len(painted(svg, "pt")) == sum(figure is not None for figure in figures)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_drawing_has_the_size_of_its_place(width):
    tree = drawn(draw(chart("1 2"), width))
    assert (tree.get("width"), tree.get("height")) == (str(width), str(HEIGHTS[width]))


def test_a_small_one_names_only_what_matters():
    figures = "1 2 3 4 5 6 7 8 9 8 7 6"
    assert len(words(draw(chart(figures), SMALL))) < len(words(draw(chart(figures), WIDE)))
