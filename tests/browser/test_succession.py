"""A plan outlives the offices that began it: amended in January, handed over on 1 July 2025, its past unchanged."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.product import example
from tests.browser.stories import Story

ISSUER = "huyện Hồng Ngự"
OLD, REPORTED = "Phòng Lao động - Thương binh và Xã hội", "Phòng LĐ-TB&XH"
SUCCESSOR = "Phòng Văn hóa - Xã hội"
PAST = "/ke-hoach/1/?ngay=2024-01-31"  # as it stood when 2023 was over


@pytest.fixture
def story(tmp_path: Path, browser: Browser) -> Story:
    """The worked example, to be looked at on several days."""
    with example(tmp_path / "nha") as product:
        return Story(browser, product.environment)


def rates_of_2023(page: Page, address: str) -> str:
    """The words of the two rates as they stood when 2023 was over."""
    page.goto(f"{address}{PAST}")
    card = page.locator("section.card").filter(has=page.get_by_role("heading", name="Hai tỷ lệ"))
    return " ".join(card.inner_text().split())


def amend(page: Page, address: str) -> None:
    """A decision that moves a deadline and a target, entered before it takes effect."""
    page.goto(f"{address}/ke-hoach/1/dieu-chinh/moi/")
    page.get_by_label("Trích yếu quyết định").fill("Điều chỉnh thời hạn và chỉ tiêu")
    page.get_by_label("Số, ký hiệu").fill("3456/QĐ-UBND")
    page.get_by_label("Ngày ban hành").fill("02/12/2024")
    page.get_by_label("Có hiệu lực từ").fill("15/01/2025")
    page.get_by_role("button", name="Tiếp tục: nội dung điều chỉnh").click()
    choose(page, "Tìm vốn cho cụm")
    page.get_by_label("Thời hạn theo lời văn bản").fill("Giai đoạn 2021-2026")
    page.get_by_label("Ngày cuối còn đúng hạn").fill("31/12/2026")
    page.get_by_role("button", name="Lưu nội dung").click()
    choose(page, "ít nhất 12,5%")
    page.get_by_label(re.compile("^Con số")).fill("14")
    page.get_by_role("button", name="Lưu nội dung").click()
    expect(page.get_by_role("alert")).to_contain_text("vẫn ghi 12,5")
    words = page.get_by_label(re.compile("^Chỉ tiêu theo lời văn"))
    words.fill(words.input_value().replace("12,5", "14"))
    page.get_by_role("button", name="Lưu nội dung").click()
    expect(page.get_by_role("row").filter(has_text="Thời hạn")).to_contain_text("2021-2026")
    page.get_by_role("button", name="Quyết định đã ban hành").click()
    expect(page.locator(".meta")).to_contain_text("chưa có hiệu lực")


def choose(page: Page, words: str) -> None:
    """Begin a clause about the item with these words."""
    page.get_by_role("link", name="Thêm nội dung điều chỉnh").first.click()
    page.locator("li").filter(has_text=words).get_by_role("link", name="Sửa đổi").click()


def hand_over(page: Page, address: str) -> None:
    """Confirm what was prepared for the day, and wait until it is done."""
    page.goto(f"{address}/ban-giao/1/")
    page.get_by_role("button", name=re.compile("^Xác nhận")).click()
    page.wait_for_url(f"{address}/ban-giao/1/")
    expect(page.locator("#state .note-ok")).to_be_visible(timeout=60_000)


def test_the_plan_goes_on_under_its_decisions_and_successors(story: Story) -> None:
    with story.on("2024-12-02") as (address, visit):
        page = visit("dieuphoi")
        before = rates_of_2023(page, address)
        assert "%" in before
        amend(page, address)
        page.goto(f"{address}/ke-hoach/1/chi-tieu/")
        expect(page.locator("table.targets")).to_contain_text("12,5%")

    with story.on("2025-01-15") as (address, visit):
        page = visit("dieuphoi")
        page.goto(f"{address}/ke-hoach/1/chi-tieu/")
        row = page.locator("table.targets tr").filter(has_text="3456/QĐ-UBND")
        expect(row).to_contain_text("ít nhất 14%")
        page.goto(f"{address}/ke-hoach/1/nhiem-vu/?q=tim+von")
        page.get_by_role("link", name=re.compile("Tìm vốn cho cụm")).click()
        expect(page.locator(".page-head")).to_contain_text("31/12/2026")
        expect(page.locator(".page-head")).to_contain_text("31/12/2025")

    with story.on("2025-07-01") as (address, visit):
        page = visit("dieuphoi")
        hand_over(page, address)
        page.goto(f"{address}/nhiem-vu/?q=dao+tao+nhan+luc")
        page.get_by_role("link", name=re.compile("Đào tạo nhân lực")).click()
        expect(page.locator("main")).to_contain_text(SUCCESSOR)
        expect(page.locator(".events").first).to_contain_text(REPORTED)
        page.goto(f"{address}/ke-hoach/1/")
        expect(page.locator(".meta").first).to_contain_text(ISSUER)
        assert rates_of_2023(page, address) == before
