"""A real Chromium for the tests of this folder, and pages that may not complain."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.chromium import find_chromium
from tests.browser.deeds import Visit, visits
from tests.browser.driver import listening, open_browser
from tests.browser.how_to import SIZE, Follow, Guide
from tests.browser.product import Product, bring_drafts, example, log_in, opened
from tests.machine import lacking

# Playwright keeps an event loop in this thread; Django takes that for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The Chromium of this machine; without one the test does not run."""
    found = find_chromium()
    return found or lacking("chromium", "no Chromium")


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    """One browser for all tests; each opens contexts of its own."""
    with open_browser(chromium) as running:
        yield running


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory, chromium: Path) -> Iterator[Product]:
    """The worked example, served, with a document to be reviewed and one that could not be read."""
    folder = tmp_path_factory.mktemp("day")
    with example(folder / "nha") as product:
        bring_drafts(product, folder)
        yield product


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory, chromium: Path) -> Iterator[Product]:
    """An installation into which nothing was read yet, served."""
    with opened(tmp_path_factory.mktemp("trong") / "nha") as product:
        yield product


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page of 1440 × 900 in Vietnamese; what it complains of on its console fails the test."""
    complaints: list[str] = []
    size: ViewportSize = {"width": 1440, "height": 900}
    with listening(browser, complaints, viewport=size, locale="vi-VN") as opened:
        yield opened
    assert complaints == []


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory, chromium: Path) -> Iterator[Product]:
    """The worked example on a morning after the reminders."""
    with example(tmp_path_factory.mktemp("huong-dan") / "nha") as running:
        running.tiendo("remind")
        yield running


@pytest.fixture(scope="module")
def visit(product: Product, browser: Browser) -> Iterator[Visit]:
    """The pages of the others who have to do something meanwhile."""
    with visits(browser, product.address) as visit:
        yield visit


@pytest.fixture
def follow(product: Product, browser: Browser) -> Iterator[Follow]:
    """A function that lets somebody follow a page."""
    guides: list[Guide] = []

    def start(name: str, user: str = "", size: ViewportSize = SIZE) -> Guide:
        context = browser.new_context(locale="vi-VN", viewport=size, reduced_motion="reduce")
        guides.append(Guide(name, context.new_page()))
        if user:
            log_in(guides[-1].page, product.address, user)
        return guides[-1]

    yield start
    for guide in guides:
        guide.page.context.close()
