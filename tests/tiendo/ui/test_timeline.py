"""The timeline draws one box per occurrence, where its days are, with words for readers."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.ui.charts import timeline
from tiendo.ui.charts.timeline import Box, Row, Scale, Span, Timeline
from tiendo.ui.looks import LOOKS

TODAY = date(2024, 12, 2)


def year(number: int, state: str) -> Box:
    return Box(date(number, 1, 1), date(number, 12, 31), state, f"{number}: {state}")


def chart(*rows: Row, today: date = TODAY) -> Timeline:
    spans = (Span(2021, 2025, "Giai đoạn"),)
    return Timeline("Tiến trình", rows, 2021, 2030, today, "Nhiệm vụ", spans)


def row(*boxes: Box, **facts: str) -> Row:
    return Row("3", "Mở lớp tập huấn", "Phòng KT-HT", boxes, **facts)


def drawn(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314  our own drawing


def boxes(svg: str, style: str) -> list[dict]:
    return [each.attrib for each in drawn(svg).iter("rect") if each.get("class") == style]


def test_a_missed_year_stays_beside_the_next_one():
    svg = timeline.wide(
        chart(row(year(2022, "done"), year(2023, "overdue"), year(2024, "due-soon")))
    )
    assert len(boxes(svg, "o-ok")) == len(boxes(svg, "o-bad")) == len(boxes(svg, "o-warn")) == 1


@pytest.mark.parametrize("state", timeline.MARKS)
def test_every_state_can_be_drawn_and_explained(state):
    assert state in LOOKS
    style, _ = timeline.MARKS[state]
    assert boxes(timeline.wide(chart(row(year(2023, state)))), style)
    assert boxes(timeline.key(state), style)


def test_states_differ_without_colour():
    outlined = {"o-silent", "o-wait", "o-next", "plan-bar"}
    plain = [each for each in timeline.MARKS.values() if not each[1]]
    assert {style for style, _ in plain} <= outlined
    assert len(set(timeline.MARKS.values())) == len(timeline.MARKS)


def test_a_span_in_progress_is_filled_up_to_today():
    span = Box(date(2021, 1, 1), date(2025, 12, 31), "in-progress")
    svg = timeline.wide(chart(row(span)))
    whole, past = boxes(svg, "plan-bar")[0], boxes(svg, "past")[0]
    share = float(past["width"]) / float(whole["width"])
    assert share == pytest.approx(1431 / 1826, abs=0.01)


def test_the_line_of_today_is_left_out_when_today_is_not_shown():
    assert "now-head" in timeline.wide(chart(row(year(2023, "done"))))
    assert "now-head" not in timeline.wide(chart(row(year(2023, "done")), today=date(2035, 1, 1)))


def test_boxes_say_in_words_what_they_show():
    titles = [
        each.text for each in drawn(timeline.wide(chart(row(year(2023, "done"))))).iter("title")
    ]
    assert "2023: done" in titles
    assert "Tiến trình" in titles
    strip = drawn(timeline.strip(row(year(2023, "done"), year(2024, "overdue")), chart()))
    assert strip.find("title").text == "2023: done; 2024: overdue"


def test_words_are_escaped():
    evil = Row("1", "<script>", 'a"b', (year(2023, "done"),), url="/?a=1&b=2", remark="<b>")
    svg = timeline.wide(chart(evil))
    assert "<script>" not in svg
    assert drawn(svg).find(".//a").get("href") == "/?a=1&b=2"


def test_a_remark_stands_after_the_last_box_or_inside_where_there_is_no_room():
    beside = timeline.wide(chart(row(year(2024, "overdue"), remark="kỳ 2023 quá hạn 337 ngày")))
    inside = timeline.wide(
        chart(
            row(Box(date(2022, 1, 1), date(2030, 12, 31), "waiting"), remark="chờ đề án của Tỉnh")
        )
    )
    places = [
        float(re.search(r'<text class="s( m)?" x="([\d.]+)"[^>]*>(kỳ|chờ)', svg)[2])
        for svg in (beside, inside)
    ]
    assert places[0] > 693
    assert 476 < places[1] < 1127


def test_a_remark_without_room_follows_the_words_of_its_row():
    years = (year(number, "overdue") for number in range(2022, 2031))
    svg = timeline.wide(chart(row(*years, remark="kỳ 2023 quá hạn 337 ngày", remark_kind="bad")))
    below = drawn(svg).find(".//tspan")
    assert below.text == " · kỳ 2023 quá hạn 337 ngày"
    assert below.get("class") == "s t-bad"


@pytest.mark.parametrize("last", range(2022, 2031))
def test_a_remark_keeps_clear_of_the_line_of_today(last):
    span = Box(date(2022, 1, 1), date(last, 12, 31), "waiting")
    svg = drawn(timeline.wide(chart(row(span, remark="chờ đề án của Tỉnh", remark_kind="wait"))))
    text = next((each for each in svg.iter("text") if "t-wait" in each.get("class", "")), None)
    if text is None:  # it stands below the words, far from the line
        assert svg.find(".//tspan") is not None
        return
    now = float(next(each for each in svg.iter("line") if each.get("class") == "now").get("x1"))
    width = 6.2 * len(text.text)
    left = float(text.get("x")) - (width / 2 if " m" in text.get("class") else 0)
    assert not left < now < left + width


def test_nothing_is_painted_by_style():
    svg = timeline.wide(chart(row(*(year(2021 + i, s) for i, s in enumerate(timeline.MARKS)))))
    assert "style=" not in svg
    assert "fill=" not in svg


@given(
    st.dates(date(2015, 1, 1), date(2035, 12, 31)), st.dates(date(2015, 1, 1), date(2035, 12, 31))
)
def test_later_days_lie_further_right_and_never_outside(one, other):
    scale = Scale(404, 1127, 2021, 2030)
    first, second = sorted((one, other))
    assert 404 <= scale.at(first) <= scale.at(second) <= 1127


def test_a_year_starts_on_its_line():
    scale = Scale(0, 100, 2021, 2030)
    assert scale.at(date(2024, 1, 1)) == 30
    assert scale.at(date(2025, 1, 1)) == 40


def test_no_row_is_no_failure():
    assert drawn(timeline.wide(chart())).get("viewBox") == "0 0 1128 54"


@given(st.text(max_size=200), st.integers(2, 80))
def test_shortened_words_fit(text, letters):
    assert len(timeline.shortened(text, letters)) <= letters
