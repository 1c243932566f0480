"""A round in a real browser: typed, saved by itself, sent, returned, corrected; two people; no script; keys alone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.product import Product, example, log_in
from tests.browser.test_reporting import tab_to
from tiendo.example import people

SAVE = ".savebar button[value=save]"
RESULTS = "textarea[name$=-result]"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory, chromium: Path) -> Iterator[Product]:
    """An example of our own: what is done here would be seen on other tests' pages."""
    with example(tmp_path_factory.mktemp("ky") / "nha") as product:
        yield product


def somebody(browser: Browser, product: Product, name: str, **facts: object) -> Page:
    """A browser of this person's own."""
    page = browser.new_context(locale="vi-VN", **facts).new_page()  # type: ignore[arg-type]
    log_in(page, product.address, name)
    return page


def open_form(page: Page, product: Product) -> None:
    """Go to the report of the year by the links a person follows."""
    page.goto(product.address)
    page.locator(".side").get_by_role("link", name="Kỳ báo cáo").click()
    row = page.locator(".own-rounds li").filter(has_text="năm 2024").last
    row.get_by_role("link", name="Viết báo cáo").click()
    expect(page.locator(SAVE)).to_be_visible()
    page.wait_for_load_state()


def fill(page: Page, words: str) -> None:
    for choice in page.get_by_role("radio", name="Đang thực hiện").all():
        choice.check()
    for box in page.locator(RESULTS).all():
        box.fill(words)


def test_a_report_goes_its_way_from_the_officer_to_accepted(
    page: Page, browser: Browser, own: Product
) -> None:
    log_in(page, own.address, "chuyenvien")
    open_form(page, own)
    page.locator("[name=g-overview]").fill("Đúng tiến độ")
    expect(page.locator("#saved")).to_contain_text("Đã lưu nháp lúc", timeout=15_000)
    fill(page, "Đã mở 02 lớp cho 60 học viên")
    page.get_by_role("button", name="Gửi trưởng phòng duyệt").click()
    expect(page.locator(".page-head .tag")).to_have_text("Chờ trưởng phòng duyệt")
    address = page.url

    head = somebody(browser, own, "truongphong")
    head.goto(address)
    head.get_by_role("button", name="Duyệt và gửi").click()
    expect(head.locator(".page-head .tag")).to_have_text("Đã gửi")

    desk = somebody(browser, own, people.PEOPLE[0][0])
    desk.goto(address)
    desk.locator(".noting summary").first.click()
    desk.locator(".noting textarea").first.fill("Ghi rõ số lớp")
    desk.get_by_role("button", name="Trả lại báo cáo").click()
    desk.wait_for_url(re.compile("/cho-duyet/"))

    page.goto(address)
    page.get_by_role("link", name="Sửa báo cáo").click()
    expect(page.locator("main")).to_contain_text("Ghi rõ số lớp")
    expect(page.locator(RESULTS)).to_have_count(1)
    fill(page, "Đã mở 03 lớp cho 82 học viên")
    page.get_by_role("button", name="Gửi trưởng phòng duyệt").click()
    expect(page.locator(".page-head .tag")).to_have_text("Chờ trưởng phòng duyệt")
    head.goto(address)
    head.get_by_role("button", name="Duyệt và gửi").click()
    expect(head.locator(".page-head .tag")).to_have_text("Đã gửi")
    desk.goto(address)
    desk.get_by_role("button", name="Chấp nhận báo cáo").click()
    desk.wait_for_url(re.compile("/cho-duyet/"))
    desk.goto(address)
    expect(desk.locator(".page-head .tag")).to_have_text("Đã chấp nhận")
    expect(desk.locator("main")).to_contain_text("Đã mở 03 lớp cho 82 học viên")
    for other in (head, desk):
        other.context.close()


def test_two_people_in_one_report_lose_nothing_even_without_script(
    browser: Browser, own: Product
) -> None:
    one = somebody(browser, own, "xathuonglac", java_script_enabled=False)
    two = somebody(browser, own, "xathuonglac", java_script_enabled=False)
    for page in (one, two):
        open_form(page, own)
    one.locator(RESULTS).first.fill("Lời của người thứ nhất")
    one.locator(SAVE).click()
    expect(one.locator("main")).to_contain_text("Đã lưu nháp lúc")
    two.locator(RESULTS).first.fill("Lời của người thứ hai")
    two.locator(SAVE).click()
    expect(two.locator(".theirs")).to_contain_text("Lời của người thứ nhất")
    expect(two.locator(RESULTS).first).to_have_value("Lời của người thứ hai")
    two.locator("[name=take]").check()
    two.locator(SAVE).click()
    expect(two.locator(RESULTS).first).to_have_value("Lời của người thứ nhất")
    for page in (one, two):
        page.context.close()


def test_a_report_is_written_and_sent_without_a_mouse(browser: Browser, own: Product) -> None:
    page = somebody(browser, own, "xathuonglac")
    open_form(page, own)
    for box in page.locator(RESULTS).all():
        name = box.get_attribute("name") or ""
        tab_to(page, f"[name={name.replace('result', 'work')}]")
        page.keyboard.press("Space")
        tab_to(page, f"[name={name}]")
        page.keyboard.type("Mở 01 lớp")
    tab_to(page, ".savebar button[value=send]")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/bao-cao-ky/"))
    expect(page.locator(".page-head .tag")).to_have_text("Đã gửi")
    page.context.close()


def test_on_a_phone_the_grid_shows_this_year_by_drawings_with_their_key(
    browser: Browser, own: Product
) -> None:
    page = somebody(browser, own, "lanhdao", viewport={"width": 390, "height": 844})
    page.goto(f"{own.address}/ke-hoach/1/ky-bao-cao/")
    boxes = page.locator(".cg tbody tr:not(.group)").first.locator(".cellbox:visible")
    expect(boxes).to_have_count(3)
    expect(page.locator(".key .cellbox")).to_have_count(8)
    spoken = page.get_by_role("link", name=re.compile("Phòng TN-MT.*2024.*quá hạn 74 ngày"))
    expect(spoken).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert (
        page.evaluate(
            "(box => box.scrollWidth - box.clientWidth)(document.querySelector('.cg').parentElement)"
        )
        == 0
    )
    heights = page.locator(".cg tbody tr:not(.group) th").evaluate_all(
        "names => names.map(name => name.offsetHeight)"
    )
    assert max(heights) < 4 * 19, "a name takes three lines at most"
    page.context.close()
