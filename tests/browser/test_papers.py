"""The coordinator ticks a paper that the plan asks for; it stands in its register and moves its duty."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.product import Product, example, log_in

PLAN = "/ke-hoach/1/"
WORDS = "Kiến nghị Tỉnh điều chỉnh nếu cần"


@pytest.fixture
def product(tmp_path: Path, chromium: Path) -> Iterator[Product]:
    """The worked example of this test alone."""
    with example(tmp_path / "nha") as running:
        yield running


def test_a_paper_is_ticked_followed_and_moves_its_duty(product: Product, page: Page) -> None:
    log_in(page, product.address, "dieuphoi")
    page.goto(f"{product.address}{PLAN}")
    page.get_by_role("link", name="Văn bản phải ban hành theo kế hoạch").click()
    asked = page.locator("article").filter(has=page.locator(f'input[value="{WORDS}"]'))
    asked.get_by_label("Đưa văn bản này vào sổ").press("Space")
    asked.get_by_label("Trình cơ quan").fill("UBND Tỉnh")
    asked.get_by_label("Đến hạn").fill("31/12/2024")
    asked.get_by_label("Xong văn bản là xong nhiệm vụ").check()
    page.get_by_role("button", name="Đưa văn bản đã chọn vào sổ").click()
    expect(page.locator(".toasts")).to_contain_text("Đã đưa 1 văn bản vào sổ")
    page.get_by_role("link", name=WORDS).click()
    page.get_by_role("link", name="Sửa hoặc xác nhận").click()
    page.get_by_label("Ngày trình").fill("25/11/2024")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("dl").first).to_contain_text("đã trình")
    page.get_by_role("link", name="báo cáo Ủy ban nhân dân Huyện").click()
    expect(page.locator("section").filter(has_text="Từ các sổ").last).to_contain_text("1 / 1")
