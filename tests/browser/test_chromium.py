"""The browser of this machine works, before anything of ours is asked of it."""

from playwright.sync_api import Page


def test_the_browser_shows_vietnamese_letters_as_they_were_written(page: Page) -> None:
    page.set_content("<p lang=vi>Tiến độ thực hiện kế hoạch</p>")
    assert page.inner_text("p") == "Tiến độ thực hiện kế hoạch"


def test_the_browser_is_young_enough_for_what_we_promise(browser) -> None:
    assert int(browser.version.split(".")[0]) >= 109
