"""Each of the eight actors that the plan's last section names does its duty once, from its own screens.

From the reminder in the morning to the report that the coordinator has accepted.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.deeds import (
    FRONT,
    Visit,
    accept,
    fill,
    hand_in,
    open_reminder,
    open_round,
    short,
    visits,
)
from tests.browser.product import command, example
from tests.running import served
from tiendo.example import people

# The actors of section "Tổ chức thực hiện" in its order: number there, office, who writes, who sends.
ACTORS = [
    (
        "1",
        people.LABOUR,
        "chuyenvien",
        "truongphong",
    ),  # the offices of the district, each for itself
    ("2", people.STANDING, "kinhte", "truongkinhte"),
    ("3", people.FINANCE, "taichinh", "truongtaichinh"),
    ("4", people.LAND, "moitruong", "truongmoitruong"),
    ("5", people.LABOUR, "chuyenvien", "truongphong"),
    ("6", people.FARMING, "nongnghiep", "truongnongnghiep"),
    ("7", "Ủy ban nhân dân xã Thường Lạc", "xathuonglac", ""),
]


@pytest.fixture(scope="module")
def carried(
    tmp_path_factory: pytest.TempPathFactory, browser: Browser
) -> Iterator[tuple[str, Visit]]:
    """The worked example on the morning after a round was opened."""
    home = tmp_path_factory.mktemp("thuc-hien") / "nha"
    with example(home) as product, visits(browser, product.address) as visit:
        open_round(visit("dieuphoi"), product.address)
    morning = product.environment | {"TIENDO_TODAY": "2024-12-03"}
    command(morning, "remind")
    with served(morning) as (address, _process), visits(browser, address) as visit:
        yield address, visit


@pytest.mark.parametrize(
    ("number", "office", "name", "head"), ACTORS, ids=[f"{row[0]}-{row[2]}" for row in ACTORS]
)
def test_an_actor_goes_from_the_reminder_to_the_accepted_report(
    carried: tuple[str, Visit], number: str, office: str, name: str, head: str
) -> None:
    address, visit = carried
    page = visit(name)
    open_reminder(page, address)
    expect(page.locator(".eyebrow").first).to_contain_text(office)
    duties = page.locator("article").filter(has_text=re.compile(rf"\b{number}\.\d"))
    expect(duties.first).to_be_visible()
    page.wait_for_load_state()
    if (
        page.get_by_text("Đã chấp nhận").count() == 0
    ):  # the first duty of an office sends the report
        fill(page, "Đã thực hiện theo phân công.")
        hand_in(page, visit, address, head)
        accept(visit("dieuphoi"), address, office)
    open_reminder(page, address)
    expect(page.get_by_text("Đã chấp nhận").first).to_be_visible()
    expect(page.get_by_text("Đã thực hiện theo phân công.").first).to_be_visible()


def test_the_front_which_is_asked_answers_without_an_account(
    carried: tuple[str, Visit], browser: Browser
) -> None:
    address, visit = carried
    coordinator = visit("dieuphoi")
    coordinator.goto(f"{address}/ke-hoach/1/ky-bao-cao/")
    row = coordinator.locator("tr").filter(has_text=short(FRONT))
    row.locator("td a").last.click()
    coordinator.get_by_role("link", name="Liên kết cho cơ quan không có tài khoản").click()
    coordinator.get_by_role("button", name="Tạo liên kết").click()
    page = browser.new_context(locale="vi-VN").new_page()
    page.goto(coordinator.locator(".address").inner_text())
    page.get_by_label("Họ tên và chức vụ").fill("Lâm Thị Mẫu, Phó Chủ tịch")
    fill(page, "Đã vận động đoàn viên, hội viên.")
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.locator(".meta .tag")).to_have_text("Đã gửi")
    accept(coordinator, address, FRONT)
    page.reload()
    expect(page.locator(".meta .tag")).to_have_text("Đã chấp nhận")
    page.context.close()
