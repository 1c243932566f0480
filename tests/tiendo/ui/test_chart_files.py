"""A drawing that leaves the page carries its paint, its title, its key and its sentences."""

import re
import sys
from decimal import Decimal
from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.utils.translation import override
from PIL import Image

from tests.tiendo.ui.drawings import SVG, WIDTHS, chart, series
from tiendo.ui.charts import paper
from tiendo.ui.charts.chart import Chart, Forecast, Goal, Spread
from tiendo.ui.charts.paper import paint, png, standalone
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


def test_a_picture_is_as_wide_as_asked_and_shows_the_line_in_ink_blue():
    picture = Image.open(BytesIO(png(FULL, 652, NARROW))).convert("RGB")
    assert picture.width == 652
    colours = {colour for _count, colour in picture.getcolors(1 << 24)}
    assert {(0x1F, 0x4E, 0x8C), (255, 255, 255)} <= colours


def test_pictures_show_vietnamese_letters():
    """A letter that no face has leaves nothing: the words with it would look like those without."""
    with override("vi"):
        pictures = {
            png(Chart(title, "", [series("1 2")]), 326, NARROW) for title in ("Tệ", "T", "Tế")
        }
    assert len(pictures) == 3


def test_letters_that_no_document_may_hold_are_left_out():
    title = next(
        each for each in said(Chart("Tỷ\x0b \x00trọng", "", [series("1 2")])) if "Tỷ" in each
    )
    assert title == "Tỷ trọng"


def test_what_cannot_be_typeset_is_told(monkeypatch):
    monkeypatch.setattr(paper, "WORKER", (sys.executable, "-c", "raise SystemExit('no face')"))
    with pytest.raises(RuntimeError, match="no face"):
        png(FULL, 652)
