"""The office that owes the work reports on it: with the mouse, and with the keyboard alone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.product import Product, log_in
from tiendo.example import people

TABS = 200  # more than any page has places to stop at


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on what `selector` describes."""
    for _ in range(TABS):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    pytest.fail(f"Tab never reaches {selector}")


def test_the_office_named_in_the_plan_sees_its_work_and_reports(page: Page, full: Product) -> None:
    log_in(page, full.address, "chuyenvien")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Việc của {people.LABOUR}")
    expect(page.locator(".side").get_by_role("link", name="Việc của tôi")).to_have_attribute(
        "aria-current", "page"
    )
    row = page.locator(".todo").filter(has_text="8. ").filter(has_text="kỳ 2024")
    row.get_by_role("link", name="Báo cáo kỳ 2024").click()
    page.get_by_role("radio", name="Đang thực hiện").check()
    page.get_by_label("Kết quả đã làm").fill("Đã mở thêm 02 lớp may công nghiệp.")
    page.get_by_label("Mức độ hoàn thành").fill("75")
    page.get_by_role("button", name="Gửi báo cáo").click()
    newest = page.locator(".events > li").first
    expect(newest).to_contain_text("Đã mở thêm 02 lớp may công nghiệp.")
    expect(newest).to_contain_text("Lê Minh Tâm")


def test_another_office_cannot_report_on_it(page: Page, full: Product) -> None:
    log_in(page, full.address, "xathuonglac")
    page.goto(f"{full.address}/nhiem-vu/?kind=duty")
    number = page.locator("td.t-no", has_text=re.compile(r"^4\.1$"))
    page.locator("tbody tr").filter(has=number).get_by_role("link").click()
    expect(page.locator(".strip .now")).to_contain_text("2024")
    expect(page.get_by_role("link", name="Báo cáo kỳ 2024")).to_have_count(0)


def test_logging_in_and_reporting_need_no_mouse(page: Page, full: Product) -> None:
    keys = page.keyboard
    page.goto(f"{full.address}/dang-nhap/")
    tab_to(page, "[name=login]")
    keys.type("chuyenvien")
    tab_to(page, "[name=password]")
    keys.type(people.PASSWORD)
    keys.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Việc của")
    tab_to(page, ".todo .acts a[href^='/ky/']")
    keys.press("Enter")
    page.wait_for_url(re.compile("/bao-cao/"))
    tab_to(page, "[name=work]")
    keys.press("Space")
    tab_to(page, "[name=result]")
    keys.type("Gõ bằng bàn phím.")
    tab_to(page, ".savebar button")
    keys.press("Enter")
    expect(page.locator(".events > li").first).to_contain_text("Gõ bằng bàn phím.")
