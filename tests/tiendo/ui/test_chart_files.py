"""A drawing that leaves the page carries its paint, its title, its key and its sentences."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.utils.translation import override

from tests.tiendo.ui.drawings import SVG, WIDTHS, chart, series
from tiendo.ui.charts.chart import Chart, Forecast, Goal, Spread
from tiendo.ui.charts.paper import paint, standalone
from tiendo.ui.charts.plane import NARROW

D = Decimal
EXPECTED = Forecast([Spread(2025, D(11), D(12), D(13))], "80 trên 100")
FULL = chart("10.1 11.6", goals=[Goal(2025, D("12.5"), "≥ 12,5%")], forecast=EXPECTED)


def document(of: Chart, width: int = NARROW) -> ElementTree.Element:
    with override("vi"):
        return ElementTree.fromstring(standalone(of, width))  # noqa: S314  our own drawing


def said(of: Chart) -> list[str]:
    return [each.text or "" for each in document(of).iter(f"{SVG}text")]


def test_every_colour_is_in_the_file():
    assert "var(" not in paint()
    assert "#1f4e8c" in paint()
    assert "/*" not in paint()


def test_every_class_that_is_drawn_has_its_paint_in_the_file():
    used = {
        style
        for each in document(FULL).iter()
        for style in each.get("class", "").split()
        if style != "m"
    }
    assert [style for style in sorted(used) if f".{style}" not in paint()] == ["d1"]


def test_the_file_holds_title_key_and_sentences():
    text = said(FULL)
    assert text[0] == "Tỷ trọng"
    assert {"thực hiện", "chỉ tiêu", "dự báo, khả năng 80 trên 100"} <= set(text)
    assert any(words.startswith("Trục chạy từ") for words in text)


def test_the_file_says_its_language():
    assert document(FULL).get("{http://www.w3.org/XML/1998/namespace}lang") == "vi"


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_of_the_file_lies_below_its_edge(width):
    root = document(FULL, width)
    lowest = max(float(each.get("y", 0)) for each in root.findall(f"{SVG}text"))
    assert lowest < float(root.get("height"))


def test_a_long_title_is_wrapped():
    long = Chart("Tỷ trọng ngành công nghiệp " * 5, "%", [series("1 2")])
    lines = [
        words
        for words in said(long)
        if words.startswith(("Tỷ", "ngành", "công", "trọng", "nghiệp"))
    ]
    assert len(lines) > 2
    assert " ".join(lines) == ("Tỷ trọng ngành công nghiệp " * 5).strip()


def test_a_file_without_figures_says_so():
    assert "Chưa có số liệu" in said(chart("- -"))


def test_a_file_runs_nothing_and_fetches_nothing():
    source = standalone(FULL)
    assert not re.search(r"<script|href=|url\(|\son\w+=", source)
