"""Drawings in a row of a table, and many side by side: small, on the same axes, and read out."""

import re

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tiendo.ui.drawings import chart, drawn, painted, rows_of_figures, series, words
from tiendo.ui.charts.chart import Chart, Goal, Kind, Look, Mark, Series
from tiendo.ui.charts.small import HEIGHT, WIDTH, multiples, spark

AIM = Goal(2025, 100, "đạt 100")


def test_a_small_line_ends_in_a_dot_that_is_hollow_for_an_estimate():
    assert len(painted(spark(chart("58 79")), "end")) == 1
    estimated = Chart("", "", [series("58 79", y2021=Look.ESTIMATE)])
    assert len(painted(spark(estimated), "end-open")) == 1


def test_a_small_line_has_gaps_where_figures_are_missing():
    assert len(painted(spark(chart("58 60 - 70 79")), "series")) == 2


def test_a_figure_between_two_gaps_is_a_dot():
    assert len(painted(spark(chart("58 - 70 - 79")), "end")) == 4


def test_small_bars_stand_on_zero_and_are_dark_where_the_year_met_its_target():
    marks = [Mark(2021, 50, met=False), Mark(2022, 100, met=True)]
    svg = spark(Chart("", "", [Series("", marks)], Kind.BARS, goals=[AIM]))
    pale, dark = painted(svg, "bar")
    assert ("missed" in pale.get("class"), "missed" in dark.get("class")) == (True, False)
    assert float(dark.get("height")) == pytest.approx(2 * float(pale.get("height")), abs=0.2)


def test_the_target_is_dashed_across():
    [line] = painted(spark(chart("58 79", goals=[AIM])), "held")
    assert (line.get("x1"), line.get("x2")) == ("0", str(WIDTH))


def test_a_small_drawing_has_no_words_but_is_read_out():
    svg = spark(chart("58 79", goals=[AIM]))
    assert words(svg) == []
    with override("vi"):
        said = drawn(spark(chart("58 79", goals=[AIM]))).get("aria-label")
    assert said == "2020: 58% đến 2021: 79%; chỉ tiêu đạt 100"


def test_without_a_figure_a_small_drawing_says_so():
    with override("vi"):
        for empty in (chart("- -"), Chart("", "", [])):
            assert drawn(spark(empty)).get("aria-label") == "Chưa có số liệu"
            assert painted(spark(empty), "series") == []


@settings(deadline=None, max_examples=60)
@given(rows_of_figures(), st.sampled_from(Kind))
def test_everything_stays_inside(figures, kind):
    marks = [Mark(2001 + n, figure) for n, figure in enumerate(figures)]
    svg = spark(Chart("", "", [Series("", marks)], kind))
    assert not re.search(r"nan|inf|E[+-]?\d", svg)
    for each in drawn(svg).iter():
        places = re.findall(r"([-\d.]+),([-\d.]+)", each.get("points", ""))
        places += [(each.get("x", "0"), each.get("y", "0")), (each.get("cx", 0), each.get("cy", 0))]
        for x, y in places:
            assert -1 <= float(x) <= WIDTH
            assert -1 <= float(y) <= HEIGHT


def test_many_small_ones_share_both_axes():
    one = Chart("Thường Phước", "cơ sở", [series("12 15", 2021)], Kind.BARS)
    other = Chart("Long Khánh", "cơ sở", [series("3 5", 2022)], Kind.BARS)
    first, second = (each.drawing for each in multiples([one, other]))
    assert words(first)[:3] == words(second)[:3]
    high, _ = (float(bar.get("height")) for bar in painted(first, "bar"))
    low, _ = (float(bar.get("height")) for bar in painted(second, "bar"))
    assert high == pytest.approx(4 * low, abs=0.4)
    starts = [float(painted(svg, "bar")[0].get("x")) for svg in (first, second)]
    assert starts[0] < starts[1]


def test_many_without_figures_say_so_each():
    with override("vi"):
        drawings = [each.drawing for each in multiples([chart("-"), chart("- -")])]
        assert [words(svg) for svg in drawings] == [["Chưa có số liệu"]] * 2
    assert multiples([]) == []
