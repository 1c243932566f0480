"""Pictures of every page: empty and full, 390 and 1440 px wide, in Vietnamese and English."""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.pages import OUTSIDE, find_pages
from tests.browser.product import Product, bring_drafts, example, log_in, opened

WIDTHS = (390, 1440)
HEIGHT = 900
LANGUAGES = ("vi", "en")


def take_all(browser: Browser, homes: Path, folder: Path) -> Iterator[Path]:
    """Write the pictures of an installation opened empty and of one with the worked example."""
    with opened(homes / "empty") as product:
        yield from take(browser, product, folder / "empty")
    with example(homes / "full") as product:
        bring_drafts(product, homes)
        yield from take(browser, product, folder / "full")


def take(browser: Browser, product: Product, folder: Path) -> Iterator[Path]:
    """Write the pictures of one installation and yield their paths."""
    for language in LANGUAGES:
        for width in WIDTHS:
            context = browser.new_context(
                viewport={"width": width, "height": HEIGHT}, locale="vi-VN", reduced_motion="reduce"
            )
            page = context.new_page()
            place = folder / language / str(width)
            yield from _pictures(page, product, OUTSIDE, place, language)
            log_in(page, product.address)
            pages = find_pages(context.request, product.address)
            yield from _pictures(page, product, pages, place, language)
            context.close()


def _pictures(
    page: Page, product: Product, pages: dict[str, str], folder: Path, language: str
) -> Iterator[Path]:
    speak(page, product.address, language)
    width = page.viewport_size["width"]  # type: ignore[index]
    for name, path in pages.items():
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.goto(product.address + path)
        picture = folder / f"{name.replace(':', '-').replace(' xem=', '-')}.png"
        stretch(page)
        page.screenshot(path=picture)
        yield picture


def stretch(page: Page) -> None:
    """Make the window as high as the page: what sticks to an edge then stands where it ends."""
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({**page.viewport_size, "height": max(HEIGHT, height)})


def speak(page: Page, address: str, language: str) -> None:
    """Choose the language as a person does, by the button in the frame."""
    page.goto(f"{address}/mat-khau/")
    page.locator(f"button[name=language][value={language}]").first.click()
