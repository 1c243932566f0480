"""The review of a document that has pages: its picture, the frames on it, the keyboard, no script, no faults."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.product import Product, example, log_in
from tests.tiendo.plans.pages import page_image, paged_plan
from vanban.sources import PAGED_FORMATS

CHOSEN = ".draft-on"
PICTURE = ".page-picture"


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory, chromium: Path) -> Iterator[Product]:
    """The worked example, and a plan that came as PDF."""
    folder = tmp_path_factory.mktemp("soat")
    with example(folder / "nha") as running:
        yield running


@pytest.fixture(scope="module")
def review(product: Product, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the review of the PDF."""
    path = tmp_path_factory.mktemp("pdf") / "ke-hoach.pdf"
    path.write_bytes(paged_plan())
    return product.address + product.tiendo("read-in", path, "--as", "dieuphoi").split()[-1]


@pytest.fixture
def opened(page: Page, product: Product, review: str) -> Page:
    """The review of the PDF, at its tasks."""
    log_in(page, product.address)
    page.goto(f"{review}?xem=nhiem-vu")
    return page


def drawn(page: Page, picture: str = f"{PICTURE} img") -> None:
    """The picture is there and shows something."""
    image = page.locator(picture).first
    expect(image).to_have_js_property("complete", True)
    expect(image).not_to_have_js_property("naturalWidth", 0)


def inside(frame: Locator, picture: Locator) -> bool:
    """Whether a frame lies on the picture."""
    one, other = frame.bounding_box(), picture.bounding_box()
    assert one is not None
    assert other is not None
    return (
        other["x"] <= one["x"]
        and one["x"] + one["width"] <= other["x"] + other["width"] + 1
        and other["y"] <= one["y"]
        and one["y"] + one["height"] <= other["y"] + other["height"] + 1
    )


def page_of(card: Locator) -> str:
    return card.get_attribute("data-page") or ""


def test_the_item_looked_at_is_framed_on_the_picture_of_its_page(opened: Page) -> None:
    drawn(opened)
    card = opened.locator(CHOSEN)
    frames = opened.locator(f".spots a[data-name~='{card.get_attribute('id')}']")
    assert opened.locator(PICTURE).get_attribute("data-page") == page_of(card)
    assert frames.count() > 0
    for number in range(frames.count()):
        assert inside(frames.nth(number).locator("rect"), opened.locator(PICTURE))
        assert "q-on" in (frames.nth(number).get_attribute("class") or "")


def test_an_item_on_another_page_brings_its_page(opened: Page) -> None:
    first = opened.locator(PICTURE).get_attribute("data-page")
    elsewhere = opened.locator(f".draft[data-page]:not([data-page='{first}'])").last
    elsewhere.locator("p.verbatim").click()
    expect(opened.locator(PICTURE)).to_have_attribute("data-page", page_of(elsewhere))
    name = elsewhere.get_attribute("id")
    expect(opened.locator(f".spots a.q-on[data-name~='{name}']").first).to_be_visible()
    drawn(opened)


def test_a_frame_leads_to_its_item(opened: Page) -> None:
    frame = opened.locator(".spots a:not(.q-on)").last
    name = frame.get_attribute("data-name")
    frame.locator("rect").dispatch_event("click")
    expect(opened.locator(CHOSEN)).to_have_attribute("id", (name or "").split()[0])


def test_pages_are_turned_and_enlarged_in_place(opened: Page) -> None:
    number = int(opened.locator(PICTURE).get_attribute("data-page") or 0)
    opened.get_by_role("link", name="Trang trước").click()
    expect(opened.locator(PICTURE)).to_have_attribute("data-page", str(number - 1))
    assert "xem=nhiem-vu" in opened.url
    fits = opened.locator(PICTURE).bounding_box()
    opened.get_by_role("link", name="Phóng to").click()
    expect(opened.locator(f"{PICTURE}.page-150")).to_be_visible()
    large = opened.locator(PICTURE).bounding_box()
    assert fits is not None
    assert large is not None
    assert large["width"] > fits["width"] * 1.3
    opened.get_by_role("link", name="Vừa khung").click()
    expect(opened.locator(f"{PICTURE}.page-150")).to_have_count(0)
    opened.reload()
    expect(opened.locator(PICTURE)).to_have_attribute("data-page", str(number - 1))


def test_the_keyboard_steps_through_the_doubtful_items(opened: Page, review: str) -> None:
    opened.goto(review)
    asking = opened.locator(".draft[data-asks]")
    assert asking.count() > 1
    names = [asking.nth(number).get_attribute("id") or "" for number in range(2)]
    expect(opened.locator(CHOSEN)).to_have_attribute("id", names[0])
    opened.keyboard.press("Alt+ArrowDown")
    expect(opened.locator(CHOSEN)).to_have_attribute("id", names[1])
    expect(asking.nth(1)).to_be_focused()
    expect(opened.locator(PICTURE)).to_have_attribute("data-page", page_of(asking.nth(1)))
    opened.keyboard.press("Alt+ArrowUp")
    expect(asking.nth(0)).to_be_focused()
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.closest('.draft').id") == names[0]


def test_without_script_every_place_is_a_link(
    browser: Browser, product: Product, review: str
) -> None:
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, java_script_enabled=False, locale="vi-VN"
    )
    page = context.new_page()
    log_in(page, product.address)
    page.goto(f"{review}?xem=nhiem-vu")
    last = page.locator(".draft[data-line]").last
    name, number = last.get_attribute("id"), page_of(last)
    last.get_by_role("link", name=re.compile(f"trang {number}")).click()
    expect(page.locator(PICTURE)).to_have_attribute("data-page", number)
    expect(page.locator(f".spots a.q-on[data-name~='{name}']").first).to_be_visible()
    page.get_by_role("link", name="Trang trước").click()
    expect(page.locator(PICTURE)).to_have_attribute("data-page", str(int(number) - 1))
    context.close()


@pytest.mark.parametrize("width", [390, 1440])
def test_readers_tools_find_nothing_to_blame(
    browser: Browser, product: Product, review: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    log_in(page, product.address)
    page.goto(f"{review}?xem=nhiem-vu")
    found = Axe().run(page).response["violations"]
    told = [(row["id"], [node["html"][:120] for node in row["nodes"]]) for row in found]
    beyond = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    context.close()
    assert told == []
    assert beyond <= 0


@pytest.mark.skipif(".png" not in PAGED_FORMATS, reason="this reader takes no pictures")
def test_pages_brought_together_are_put_in_order(page: Page, product: Product) -> None:
    log_in(page, product.address)
    page.goto(f"{product.address}/doc-van-ban/moi/")
    files = [
        {"name": f"trang {n}.png", "mimeType": "image/png", "buffer": page_image(f"trang {n}")}
        for n in (10, 9)
    ]
    page.get_by_label("Kế hoạch đã ban hành").set_input_files(files)
    page.get_by_role("button", name="Đọc văn bản này").click()
    shown = page.locator(".thumbs label")
    expect(shown).to_have_text(["trang 9.png", "trang 10.png"])
    drawn(page, ".thumbs img")
    page.get_by_label("trang 10.png").fill("1")
    page.get_by_label("trang 9.png").fill("2")
    page.get_by_role("button", name="Xem theo thứ tự này").click()
    expect(shown).to_have_text(["trang 10.png", "trang 9.png"])
    page.get_by_role("button", name="Bỏ bản đọc").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Văn bản đã đưa vào")


@pytest.fixture
def phone(browser: Browser, product: Product) -> Iterator[Page]:
    """Somebody signed in on a phone."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="vi-VN")
    page = context.new_page()
    log_in(page, product.address)
    yield page
    context.close()


def beyond(page: Page) -> int:
    """By how much the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


def left_of(place: Locator) -> float:
    box = place.bounding_box()
    assert box is not None
    return box["x"]


def top_of(place: Locator) -> float:
    box = place.bounding_box()
    assert box is not None
    return box["y"]


@pytest.mark.parametrize("size", ["150", "200"])
def test_an_enlarged_page_scrolls_within_its_frame_on_a_phone(
    phone: Page, review: str, size: str
) -> None:
    phone.goto(f"{review}?trang=1&co={size}")
    drawn(phone)
    picture = phone.locator(PICTURE).bounding_box()

    assert picture is not None
    assert picture["width"] > 390
    assert beyond(phone) <= 0


def test_the_reason_of_a_doubt_stands_under_its_field_on_a_phone(phone: Page, review: str) -> None:
    phone.goto(review)
    reason = phone.locator(".sum-sure .why").first

    label = reason.locator("xpath=../dt")
    assert abs(left_of(reason) - left_of(label)) <= 1


def test_the_document_of_a_plan_comes_before_what_is_said_of_its_file_on_a_phone(
    phone: Page, product: Product
) -> None:
    phone.goto(f"{product.address}/ke-hoach/1/van-ban/")

    assert top_of(phone.locator(".docpane")) < top_of(phone.locator(".cols > aside"))
    assert beyond(phone) <= 0
