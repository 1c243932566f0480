"""What people do in a reporting round, as they do it: shared by the tests that follow them."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, expect

from tests.browser.product import log_in
from tiendo.example import people

FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội Huyện"
MONTH = "tháng 12/2024"
ROUND = "?kind=month&calendar=administrative&year=2024&part=12"
Visit = Callable[[str], Page]


@contextmanager
def visits(browser: Browser, address: str) -> Iterator[Visit]:
    """A function that gives the page of somebody who has signed in, the same one every time."""
    pages: dict[str, Page] = {}

    def visit(name: str) -> Page:
        if name not in pages:
            pages[name] = browser.new_context(locale="vi-VN").new_page()
            log_in(pages[name], address, name)
        return pages[name]

    yield visit
    for page in pages.values():
        page.context.close()


def open_round(page: Page, address: str) -> None:
    """The coordinator asks every office for the report of December, and the Front too."""
    page.goto(f"{address}/ke-hoach/1/ky-bao-cao/mo/{ROUND}")
    expect(page.locator(".lead").first).to_contain_text("15 đơn vị")
    page.get_by_label(re.compile(short(FRONT))).check()
    page.get_by_role("button", name="Mở kỳ báo cáo").click()
    expect(page.get_by_text("mỗi đơn vị một báo cáo").first).to_be_visible()


def open_reminder(page: Page, address: str) -> None:
    """From the bell to the report it reminds of."""
    page.goto(address)
    page.get_by_role("link", name=re.compile("Nhắc việc")).first.click()
    told = page.locator("li.told").filter(has_text=MONTH)
    told.first.get_by_role("link").click()


def fill(page: Page, words: str) -> None:
    """Say of every piece of work that it is going on, and what was done."""
    entries = page.locator("article.entry:has([type=radio])")
    expect(entries.first).to_be_visible()
    page.wait_for_load_state()  # what is counted must all be there
    for entry in entries.all():
        entry.get_by_label("Đang thực hiện").check()
        entry.get_by_label("Kết quả đã làm").fill(words)


def hand_in(
    page: Page, visit: Visit, address: str, head: str = "truongphong", period: str = MONTH
) -> None:
    """Send the report of a period, through this head where the office has one."""
    up = page.get_by_role("button", name="Gửi trưởng phòng duyệt")
    if not up.count():
        page.get_by_role("button", name="Gửi báo cáo").click()
        expect(page.locator(".meta .tag")).to_have_text("Đã gửi")
        return
    up.click()
    expect(page.locator(".meta .tag")).to_have_text("Chờ trưởng phòng duyệt")
    approve(visit(head), address, period)


def approve(page: Page, address: str, period: str = MONTH) -> None:
    """The head approves the report of a period and sends it."""
    page.goto(f"{address}/cho-xu-ly/")
    row = page.locator(".waits li").filter(has_text=period)
    row.get_by_role("button", name="Duyệt và gửi").click()
    expect(row).to_have_count(0)


def accept(page: Page, address: str, office: str, period: str = MONTH) -> None:
    """The coordinator accepts what the office sent."""
    page.goto(f"{address}/cho-xu-ly/")
    own = page.locator(".waits li").filter(has_text=period).filter(has_text=short(office))
    own.get_by_role("button", name="Chấp nhận").click()
    expect(own).to_have_count(0)


def short(office: str) -> str:
    """What the office is called in lists."""
    called = {each.name: each.short_name for each in people.OFFICES}
    return called.get(office, office.replace("Ủy ban nhân dân", "UBND"))
