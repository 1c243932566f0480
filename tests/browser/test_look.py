"""The look in a real browser: narrow windows, larger type, keyboard, no script, readers' tools."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

COMPONENTS = "/he-thong/thanh-phan/"
LOGIN = "/dang-nhap/"
PAGES = (COMPONENTS, LOGIN, "/mat-khau/quen/")


def beyond_the_edge(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("larger", [False, True], ids=["normal type", "larger type"])
@pytest.mark.parametrize("width", [360, 720, 1024, 1440])
def test_nothing_sticks_out_of_the_window(page, live_server, path, larger, width):
    """720 px is a window of 1440 px at a zoom of 200 %."""
    if larger:
        page.context.add_cookies(
            [{"name": "tiendo_type", "value": "larger", "url": live_server.url}]
        )
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(live_server.url + path)
    assert beyond_the_edge(page) <= 0


def test_larger_type_enlarges_every_text(page, live_server):
    size = "parseFloat(getComputedStyle(document.querySelector('.table td')).fontSize)"
    page.goto(live_server.url + COMPONENTS)
    before = page.evaluate(size)
    page.click("button.type-size")
    expect(page.locator("button.type-size[value=normal]")).to_be_visible()
    assert page.evaluate(size) == pytest.approx(before * 1.2, abs=0.1)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [390, 1440])
def test_readers_tools_find_nothing_to_blame(browser: Browser, live_server, path, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(live_server.url + path)
    found = [
        (each["id"], [node["html"][:120] for node in each["nodes"]])
        for each in Axe().run(page).response["violations"]
    ]
    context.close()
    assert found == []


def test_the_first_key_offers_to_skip_the_navigation(page, live_server):
    page.goto(live_server.url + LOGIN)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"


def test_a_phone_reaches_filters_and_menu_without_script(browser: Browser, live_server):
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, java_script_enabled=False, locale="vi-VN"
    )
    page = context.new_page()
    page.goto(live_server.url + COMPONENTS)
    choices = page.locator(".filters-fields")
    assert not choices.is_visible()
    page.get_by_text("Bộ lọc, đang dùng 1").click()
    expect(choices).to_be_visible()
    page.goto(live_server.url + COMPONENTS + "#more")
    expect(page.locator("#more")).to_be_visible()
    page.get_by_role("link", name="Đóng").click()
    expect(page.locator("#more")).to_be_hidden()
    context.close()


def test_after_a_mistake_the_summary_is_what_a_reader_hears_first(page, live_server):
    page.goto(live_server.url + COMPONENTS)
    assert page.evaluate("document.activeElement.className") == "error-summary"
    page.click(".error-summary a")
    expect(page.locator("#id_issued")).to_be_focused()


def test_paper_shows_every_word_and_no_button(page, live_server):
    page.goto(live_server.url + COMPONENTS)
    page.emulate_media(media="print")
    assert not page.locator(".topbar").is_visible()
    assert not page.locator(".actions .btn").first.is_visible()
    assert page.locator(".print-head").is_visible()
    assert page.evaluate(
        "[...document.querySelectorAll('.clamp')].every(e => e.scrollHeight <= e.clientHeight + 1)"
    )
