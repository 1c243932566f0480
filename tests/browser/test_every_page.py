"""Every page that links lead to: narrow and magnified windows, readers' tools, console, paper."""

import re
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page

from tests.browser.driver import listening
from tests.browser.pages import FOR_A_WHILE, OUTSIDE, WITHOUT_PAGE, find_pages, names_of_addresses
from tests.browser.product import Product, log_in

PAPER = {
    "progress:plan_tasks": "?year=2024&q=khuyen+cong",
    "progress:task": "",
    "progress:plan": "",
    "progress:duties": "",
}
PAPER_WIDTH = 642  # pixels between the margins of an A4 page


MAGNIFIED = 720  # a window of 1440 px at a zoom of 200 %
WIDTHS = (360, 390, MAGNIFIED, 1440)
LISTENED_TO = (390, 1440)
BEYOND = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass(slots=True)
class Walk:
    """What was seen on every page of an installation, each loaded once."""

    pages: dict[str, str] = field(default_factory=dict)
    beyond: dict[tuple[str, int], int] = field(default_factory=dict)  # pixels, by page and width
    blamed: dict[tuple[str, int, str], list[str]] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)

    def look_at(self, page: Page, name: str) -> None:
        """Open the window wider and wider over the page that has been loaded."""
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            self.beyond[name, width] = page.evaluate(BEYOND)
            if width in LISTENED_TO:
                for fault in Axe().run(page).response["violations"]:
                    places = [node["html"][:160] for node in fault["nodes"]]
                    self.blamed[name, width, fault["id"]] = places[:3]


def walked(browser: Browser, product: Product) -> Walk:
    """Every page that links lead to, as somebody who is logged in sees it."""
    walk = Walk()
    with listening(browser, walk.complaints, locale="vi-VN") as page:
        log_in(page, product.address)
        walk.pages = find_pages(page.context.request, product.address) | OUTSIDE
        for name, path in walk.pages.items():
            page.goto(product.address + path)
            walk.look_at(page, name)
    return walk


@pytest.fixture(scope="module")
def through_full(browser: Browser, full: Product) -> Walk:
    """The walk through the worked example."""
    return walked(browser, full)


@pytest.fixture(scope="module")
def through_empty(browser: Browser, empty: Product) -> Walk:
    """The walk through an installation into which nothing was read yet."""
    return walked(browser, empty)


@pytest.fixture(params=["through_full", "through_empty"], ids=["full", "empty"])
def walk(request: pytest.FixtureRequest, through_full: Walk, through_empty: Walk) -> Walk:
    """Both of them."""
    return {"through_full": through_full, "through_empty": through_empty}[request.param]


def test_links_lead_to_every_page(through_full: Walk) -> None:
    names = {name.split()[0] for name in through_full.pages}
    assert names_of_addresses() - names - FOR_A_WHILE == WITHOUT_PAGE


def test_no_page_is_wider_than_its_window(walk: Walk) -> None:
    assert {place: by for place, by in walk.beyond.items() if by > 0} == {}


def test_readers_tools_find_nothing_to_blame(walk: Walk) -> None:
    assert walk.blamed == {}


def test_no_page_complains_on_its_console(walk: Walk) -> None:
    """As it does of inline styles."""
    assert walk.complaints == []
    assert len(walk.pages) > 10


@pytest.mark.parametrize("name", PAPER)
def test_paper_shows_the_filter_and_the_day_and_no_navigation(
    full: Product, through_full: Walk, page: Page, name: str
) -> None:
    log_in(page, full.address)
    page.goto(full.address + through_full.pages[name] + PAPER[name])
    page.emulate_media(media="print")
    for gone in (".side", ".topbar", ".bottombar", ".crumbs a", ".filters", ".page-head .actions"):
        assert not page.locator(gone).first.is_visible(), gone
    head = page.locator(".print-head")
    assert head.is_visible()
    assert re.search(r"\d{2}/12/2024", head.inner_text())
    assert "khuyen cong" in head.inner_text() or "q=" not in PAPER[name]
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_paper_gives_the_words_of_tasks_their_room_and_says_how_many_rows_it_shows(
    full: Product, through_full: Walk, page: Page
) -> None:
    log_in(page, full.address)
    page.goto(f"{full.address}{through_full.pages['progress:plan_tasks']}?kind=all&rows=10")
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
