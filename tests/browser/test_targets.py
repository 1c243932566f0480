"""Targets in a real browser: what moves their figures, what changes their verdicts, who is asked, what paper shows."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from axe_playwright_python.sync_playwright import Axe
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from tests.browser.deeds import Visit, visits
from tests.browser.product import Product, example
from tests.browser.test_registers import send

# Targets and the indicator of the example by their place in it.
SHARE, GROWTH, JOBS = "/chi-tieu/1/", "/chi-tieu/2/", "/chi-tieu/6/"
OUTPUT = "/chi-so/1/"
BRIEF = "/ke-hoach/1/giao-ban/"
LOOKED_AT = (
    *("/ke-hoach/1/chi-tieu/", SHARE, GROWTH, JOBS, f"{GROWTH}theo-xa/", BRIEF),
    *("/ke-hoach/1/dan-toi/", "/ke-hoach/1/dan-toi/?chi-tieu=6", "/chi-so/", OUTPUT),
    *(f"{OUTPUT}nhap/", f"{OUTPUT}dan/", "/chi-so/dan/", f"{GROWTH}chi-dao/"),
)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
BEYOND = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALLEST = 8  # points
NEW_JOBS = {
    "Xã, phường, thị trấn": "xã Thường Lạc",
    "Cơ sở sản xuất": "Xưởng Kiểm Nghiệm Việc Làm",
    "Loại việc làm": "công nghiệp, tiểu thủ công nghiệp",
    "Năm": 2024,
    "Quý": "quý III",
    "Số người có việc làm": 40,
    "Số người mất việc, nghỉ việc": 10,
}
ANSWER = "Ba cơ sở lớn tạm ngừng để thay dây chuyền, quý sau chạy lại"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory, chromium: Path) -> Iterator[Product]:
    """An example of our own, which these tests change."""
    with example(tmp_path_factory.mktemp("chi-tieu") / "nha") as product:
        yield product


@pytest.fixture
def see(own: Product, browser: Browser) -> Iterator[Visit]:
    """The pages of those who take part."""
    with visits(browser, own.address) as visit:
        yield visit


def figure(page: Page, address: str) -> str:
    """What a target's page shows large."""
    page.goto(address)
    return page.locator(".verdict .fig .v").inner_text()


def rows_of_jobs(page: Page, address: str, folder: Path) -> Path:
    """The downloaded form of the register of jobs with one row of the third quarter."""
    page.goto(f"{address}/so/viec-lam/nhap/")
    with page.expect_download() as loading:
        page.get_by_role("link", name="Biểu mẫu để điền (.xlsx)").click()
    path = folder / "viec-lam.xlsx"
    loading.value.save_as(path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    heads = {str(cell.value).lower(): cell.column for cell in sheet[1]}
    for place in range(1, sheet.max_column + 1):
        sheet.cell(3, place).value = None
    for head, value in NEW_JOBS.items():
        sheet.cell(3, heads[head.lower()]).value = value
    book.save(path)
    return path


def test_what_a_commune_imports_moves_the_target_that_counts_it(
    own: Product, see: Visit, tmp_path: Path
) -> None:
    leader, commune = see("lanhdao"), see("xathuonglac")
    assert re.match(r"524\b", figure(leader, own.address + JOBS))
    expect(leader.locator(".verdict .words")).to_contain_text("Cần thêm")
    send(commune, rows_of_jobs(commune, own.address, tmp_path))
    expect(commune.locator(".meta")).to_contain_text("1 dòng thêm")
    commune.get_by_role("button", name="Lưu tất cả vào sổ").click()
    expect(commune.get_by_text("Đã lưu 1 dòng")).to_be_visible()
    assert re.match(r"554\b", figure(leader, own.address + JOBS))
    expect(leader.locator(".verdict .words")).not_to_contain_text("Cần thêm")


def test_an_office_is_asked_to_explain_and_answers_from_its_work(own: Product, see: Visit) -> None:
    leader, office = see("lanhdao"), see("kinhte")
    leader.goto(own.address + SHARE)
    expect(leader.locator(".page-head .tag")).to_have_text("Khó đạt")
    leader.get_by_role("link", name="Yêu cầu giải trình").first.click()
    expect(leader.get_by_role("radio", name="Yêu cầu giải trình")).to_be_checked()
    expect(leader.get_by_label("Phòng Kinh tế và Hạ tầng")).to_be_checked()
    leader.get_by_role("button", name="Gửi đơn vị").click()
    expect(leader.locator("#chi-dao")).to_contain_text("Chờ trả lời")

    office.goto(own.address)
    expect(office.locator("main")).to_contain_text("Đề nghị giải trình: Tỷ trọng công nghiệp")
    office.get_by_role("link", name="Đọc và trả lời").click()
    office.get_by_label("Trả lời của đơn vị").fill(ANSWER)
    office.get_by_role("button", name="Gửi trả lời").click()
    expect(office.locator(".toasts")).to_be_visible()

    leader.goto(own.address + SHARE)
    expect(leader.locator("#chi-dao")).to_contain_text(ANSWER)
    leader.goto(own.address + BRIEF)
    expect(leader.locator(".brief")).to_contain_text("Ba cơ sở lớn tạm ngừng")


def test_figures_that_are_pasted_change_chart_and_verdict(own: Product, see: Visit) -> None:
    page = see("kinhte")
    page.goto(own.address + GROWTH)
    expect(page.locator(".page-head .tag")).to_have_text("Chậm")
    chart = page.locator("svg.chart").first.inner_html()
    page.goto(f"{own.address}{OUTPUT}dan/")
    page.get_by_label("Bảng, dán từ Excel").fill("Năm\tSố liệu (tỷ đồng)\n2024\t590")
    page.get_by_role("button", name="Xem trước").click()
    expect(page.locator("main")).to_contain_text("31/12/2024 mới hết: chọn loại số “ước”")
    page.get_by_label("Bảng, dán từ Excel").fill("Năm\tSố liệu (tỷ đồng)\n2024\t590")
    page.get_by_label("Loại số").select_option("estimate")
    page.get_by_role("button", name="Xem trước").click()
    expect(page.get_by_role("table", name="Bảng này sẽ làm gì")).to_contain_text("579")
    page.get_by_role("button", name="Lưu các số này").click()
    expect(page.locator(".toasts")).to_contain_text("Đã lưu 1 số liệu")
    assert figure(page, own.address + GROWTH).startswith("8,17")
    expect(page.locator(".page-head .tag")).to_have_text("Đúng tiến độ")
    assert page.locator("svg.chart").first.inner_html() != chart


@pytest.mark.parametrize("path", LOOKED_AT)
def test_readers_tools_find_nothing_to_blame(own: Product, see: Visit, path: str) -> None:
    page = see("dieuphoi")
    page.goto(own.address + path)
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page, options=RULES | {"resultTypes": ["violations"]})
        blamed = [
            (fault["id"], [node["html"][:120] for node in fault["nodes"]])
            for fault in found.response["violations"]
        ]
        assert (width, blamed, page.evaluate(BEYOND)) == (width, [], 0)


@pytest.mark.parametrize("name", ["lanhdao", "dieuphoi"])
def test_the_page_for_monday_is_one_sheet_that_can_be_read(
    own: Product, see: Visit, name: str
) -> None:
    page = see(name)
    page.goto(own.address + BRIEF)
    with pdfplumber.open(BytesIO(page.pdf(format="A4"))) as sheet:
        assert len(sheet.pages) == 1
        sizes = [each["size"] for each in sheet.pages[0].chars if each["text"].strip()]
        words = sheet.pages[0].extract_text()
    assert min(sizes) >= SMALLEST
    for part in ("1. Quá hạn", "2. Chỉ tiêu chệch", "3. Chờ tôi", "4. Đã hứa"):
        assert part in words
