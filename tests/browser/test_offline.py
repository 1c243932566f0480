"""A phone whose network goes: what was typed stays, is sent later, and goes to nobody else."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.product import Product, log_in

REPORTER, COORDINATOR = "chuyenvien", "dieuphoi"
OVERVIEW = "[name=g-overview]"
KEPT = re.compile(r"Chưa có mạng: đã giữ lúc \d\d:\d\d, tự gửi khi có mạng")


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page of 390 × 844; its console may complain that the network is gone."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="vi-VN")
    yield context.new_page()
    context.close()


def open_form(page: Page, product: Product) -> str:
    """The form of the reporter's office in the newest round; returns its address."""
    log_in(page, product.address, REPORTER)
    page.wait_for_url(re.compile("/co-quan/"))
    link = page.locator("a[href*='/ky-bao-cao/'][href*='/bao-cao/']").last
    address = f"{product.address}{link.get_attribute('href')}"
    page.goto(address)
    return address


def kept_after_a_moment(page: Page) -> list[str]:
    """What the browser still keeps when the script of the page had time to look."""
    kept: list[str] = []
    for _moment in range(50):
        kept = page.evaluate("Object.keys(localStorage).filter(n => n.startsWith('tiendo-kept:'))")
        if not kept:
            break
        page.wait_for_timeout(100)
    return kept


def test_what_was_sent_without_network_goes_by_itself_later(phone: Page, full: Product) -> None:
    open_form(phone, full)
    phone.context.set_offline(True)
    phone.locator(OVERVIEW).fill("Gõ ở xã, lúc mất mạng.")
    phone.locator(".savebar button[value=save]").click()
    expect(phone.locator(".kept-note")).to_have_text(KEPT)
    phone.context.set_offline(False)
    expect(phone.locator(".toasts")).to_contain_text("Đã lưu nháp lúc", timeout=30_000)
    expect(phone.locator(OVERVIEW)).to_have_value("Gõ ở xã, lúc mất mạng.")
    expect(phone.locator(".kept-note")).to_be_hidden()
    assert kept_after_a_moment(phone) == []


def test_what_was_typed_is_there_after_the_page_was_closed(phone: Page, full: Product) -> None:
    address = open_form(phone, full)
    phone.context.set_offline(True)
    phone.locator(OVERVIEW).fill("Chưa kịp lưu thì tắt trang.")
    phone.wait_for_timeout(800)
    phone.context.set_offline(False)
    other = phone.context.new_page()
    phone.close()
    other.goto(address)
    expect(other.locator(".kept-note")).to_contain_text("chưa lưu đã được điền lại")
    expect(other.locator(OVERVIEW)).to_have_value("Chưa kịp lưu thì tắt trang.")
    other.get_by_role("button", name="Bỏ nội dung này").click()
    expect(other.locator(".kept-note")).to_be_hidden()
    expect(other.locator(OVERVIEW)).not_to_have_value("Chưa kịp lưu thì tắt trang.")


def test_it_is_never_shown_to_somebody_else(phone: Page, full: Product) -> None:
    address = open_form(phone, full)
    phone.context.set_offline(True)
    phone.locator(OVERVIEW).fill("Của người gõ.")
    phone.wait_for_timeout(800)
    phone.context.set_offline(False)
    context = phone.context
    context.clear_cookies()
    phone.close()
    other = context.new_page()
    log_in(other, full.address, COORDINATOR)
    other.goto(address)
    assert "Của người gõ." not in other.content()


def test_without_a_script_the_form_is_sent_as_ever(browser: Browser, full: Product) -> None:
    context = browser.new_context(java_script_enabled=False, locale="vi-VN")
    page = context.new_page()
    open_form(page, full)
    page.locator(OVERVIEW).fill("Không cần JavaScript.")
    page.locator(".savebar button[value=save]").click()
    expect(page.locator(".toasts")).to_contain_text("Đã lưu nháp lúc")
    context.close()
