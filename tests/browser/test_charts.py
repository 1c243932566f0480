"""Charts in a real browser: the drawer believes words to be as wide as they are, or wider."""

import pytest

from tests.browser.test_look import COMPONENTS
from tiendo.ui.charts.lettering import TEXT
from tiendo.ui.charts.plane import SMALL_TEXT
from tiendo.ui.charts.room import length

WORDS = """
[...document.querySelectorAll(".chart text")].map(
  (each) => [each.textContent, each.getComputedTextLength(), each.classList.contains("sm")])
"""


@pytest.mark.parametrize("width", [390, 1440])
def test_no_word_is_wider_than_the_drawer_believes(page, live_server, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(live_server.url + COMPONENTS)
    page.evaluate("document.fonts.ready")
    measured = page.evaluate(WORDS)
    shown = [each for each in measured if each[1]]
    assert len(shown) > 40
    assert [
        (words, wide)
        for words, wide, small in shown
        if wide > length(words, SMALL_TEXT if small else TEXT)
    ] == []
