"""Things change, in a real browser: an office gets more time once, a leader directs and is answered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.product import Product, example, log_in

RULE = "790/QĐ-UBND-HC"
ANSWER = "Thiếu thiết bị đo; đã thuê, kiểm tra xong trước ngày 20."
ORDER = "Báo cáo ngay nguyên nhân chậm."
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory, chromium: Path) -> Iterator[Product]:
    """An example of our own: what is done here would be seen on other tests' pages."""
    with example(tmp_path_factory.mktemp("thay-doi") / "nha") as product:
        yield product


def somebody(browser: Browser, product: Product, name: str, **facts: object) -> Page:
    """A browser of this person's own."""
    page = browser.new_context(locale="vi-VN", **facts).new_page()  # type: ignore[arg-type]
    log_in(page, product.address, name)
    return page


def test_an_office_gets_more_time_and_is_refused_the_second_time(
    page: Page, browser: Browser, own: Product
) -> None:
    log_in(page, own.address, "chuyenvien")
    row = page.locator("li.todo").filter(has_text="8.").filter(has_text="kỳ 2024")
    row.get_by_role("link", name="Đề nghị gia hạn").click()
    page.get_by_label("Hạn mới").fill("31/03/2025")
    address = page.url
    page.get_by_label("Lý do").fill("Doanh nghiệp tuyển theo mùa.")
    page.get_by_role("button", name="Đề nghị gia hạn").click()
    expect(page.locator("#gia-han")).to_contain_text("Doanh nghiệp tuyển theo mùa.")

    desk = somebody(browser, own, "dieuphoi")
    asked = desk.locator(".waits li").filter(has_text="Doanh nghiệp tuyển theo mùa.")
    asked.get_by_role("button", name="Cho gia hạn đến 31/03/2025").click()
    expect(asked).to_have_count(0)

    page.reload()
    expect(page.locator(".page-head")).to_contain_text("hạn gốc 31/12/2024, gia hạn đến 31/03/2025")
    page.goto(address)
    expect(page.locator(".note")).to_contain_text(RULE)
    expect(page.get_by_label("Hạn mới")).to_have_count(0)
    desk.context.close()


def test_a_leader_directs_from_the_phone_in_two_taps_and_is_answered(
    page: Page, browser: Browser, own: Product
) -> None:
    phone = somebody(browser, own, "lanhdao", viewport=PHONE, is_mobile=True, has_touch=True)
    phone.goto(f"{own.address}/cho-xu-ly/")
    late = phone.locator(".waits li:has(.tag-bad-solid)").filter(has_text="Phòng TN-MT").first
    late.get_by_text("Chỉ đạo", exact=True).tap()
    late.locator("form:visible textarea").fill(ORDER)
    late.get_by_role("button", name="Gửi đơn vị").tap()
    expect(phone.locator(".waits .say-lead").filter(has_text=ORDER)).to_be_visible()

    log_in(page, own.address, "moitruong")
    page.locator("li.todo").filter(has_text=ORDER).get_by_role(
        "link", name="Đọc và trả lời"
    ).click()
    told = page.locator("#chi-dao li").filter(has_text=ORDER)
    told.get_by_label("Nội dung trả lời").fill(ANSWER)
    told.get_by_role("button", name="Gửi trả lời").click()
    expect(told.locator(".tag")).to_have_text("Đã trả lời")

    phone.reload()
    expect(phone.locator(".waits li").filter(has_text=ANSWER)).to_be_visible()
    phone.context.close()
