"""The key that leads into the search box, and nowhere while one types."""

from playwright.sync_api import Browser, expect

from tests.browser.product import Product
from tests.browser.test_rounds import somebody


def test_the_slash_leads_into_the_search_box_and_is_typed_where_one_types(
    browser: Browser, full: Product
) -> None:
    page = somebody(browser, full, "lanhdao")
    page.goto(full.address)
    box = page.locator(".topbar input[type=search]")
    page.keyboard.press("/")
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    page.keyboard.type("15/QĐ")
    expect(box).to_have_value("15/QĐ")
    page.context.close()
