"""Every page that links lead to: narrow and magnified windows, readers' tools, console, paper."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tests.browser.pages import FOR_A_WHILE, OUTSIDE, WITHOUT_PAGE, find_pages, names_of_addresses
from tests.browser.product import Product, log_in

PAPER = {
    "progress:plan_tasks": "?year=2024&q=khuyen+cong",
    "progress:task": "",
    "progress:plan": "",
    "progress:duties": "",
}
PAPER_WIDTH = 642  # pixels between the margins of an A4 page


found: dict[str, dict[str, str]] = {}


@pytest.fixture(params=["full", "empty"])
def product(request: pytest.FixtureRequest) -> Product:
    return request.getfixturevalue(request.param)


@pytest.fixture
def logged_in(browser: Browser, product: Product) -> Iterator[Page]:
    """A page of somebody who is logged in; readers' tools may put their script into it."""
    context = browser.new_context(locale="vi-VN", bypass_csp=True)
    page = context.new_page()
    log_in(page, product.address)
    yield page
    context.close()


def pages_of(context: BrowserContext, product: Product) -> dict[str, str]:
    """The pages of this product, found once; `context` is logged in."""
    if product.address not in found:
        found[product.address] = find_pages(context.request, product.address) | OUTSIDE
    return found[product.address]


def test_links_lead_to_every_page(full: Product, browser: Browser) -> None:
    context = browser.new_context(locale="vi-VN")
    log_in(context.new_page(), full.address)
    names = {name.split()[0] for name in pages_of(context, full)}
    context.close()
    assert names_of_addresses() - names - FOR_A_WHILE == WITHOUT_PAGE


@pytest.mark.parametrize("width", [360, 720, 1440])
def test_no_page_is_wider_than_its_window(logged_in: Page, product: Product, width: int) -> None:
    """720 px is a window of 1440 px at a zoom of 200 %."""
    logged_in.set_viewport_size({"width": width, "height": 800})
    beyond = {}
    for name, path in pages_of(logged_in.context, product).items():
        logged_in.goto(product.address + path)
        beyond[name] = logged_in.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
    assert {name: width for name, width in beyond.items() if width > 0} == {}


@pytest.mark.parametrize("width", [390, 1440])
def test_readers_tools_find_nothing_to_blame(logged_in: Page, product: Product, width: int) -> None:
    logged_in.set_viewport_size({"width": width, "height": 900})
    blamed = {}
    for name, path in pages_of(logged_in.context, product).items():
        logged_in.goto(product.address + path)
        for fault in Axe().run(logged_in).response["violations"]:
            blamed[name, fault["id"]] = [node["html"][:160] for node in fault["nodes"]][:3]
    assert blamed == {}


def test_no_page_complains_on_its_console(page: Page, product: Product) -> None:
    """The fixture `page` fails the test when the console speaks, as it does of inline styles."""
    log_in(page, product.address)
    pages = pages_of(page.context, product)
    for path in pages.values():
        page.goto(product.address + path)
    assert len(pages) > 10


@pytest.mark.parametrize("name", PAPER)
def test_paper_shows_the_filter_and_the_day_and_no_navigation(
    full: Product, page: Page, name: str
) -> None:
    log_in(page, full.address)
    path = pages_of(page.context, full)[name]
    page.goto(full.address + path + PAPER[name])
    page.emulate_media(media="print")
    for gone in (".side", ".topbar", ".bottombar", ".crumbs a", ".filters", ".page-head .actions"):
        assert not page.locator(gone).first.is_visible(), gone
    head = page.locator(".print-head")
    assert head.is_visible()
    assert re.search(r"\d{2}/12/2024", head.inner_text())
    assert "khuyen cong" in head.inner_text() or "q=" not in PAPER[name]
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_paper_gives_the_words_of_tasks_their_room_and_says_how_many_rows_it_shows(
    full: Product, page: Page
) -> None:
    log_in(page, full.address)
    path = pages_of(page.context, full)["progress:plan_tasks"]
    page.goto(f"{full.address}{path}?kind=all&rows=10")
    page.set_viewport_size({"width": PAPER_WIDTH, "height": 900})
    page.emulate_media(media="print")
    table, words = page.locator("table.tasks"), page.locator("table.tasks td.t-words").first
    assert width_of(table) <= PAPER_WIDTH
    assert width_of(words) > width_of(table) / 4
    assert "10" in page.locator(".pager > span").inner_text()
    assert not page.locator(".pager a, .sizes a").first.is_visible()


def width_of(element: Locator) -> float:
    """How wide an element is, in pixels."""
    box = element.bounding_box()
    assert box is not None
    return box["width"]
