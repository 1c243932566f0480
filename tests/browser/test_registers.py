"""A commune fills in the form of a register, gets two faults back, mends them, and the task it is tied to moves."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from tests.browser.deeds import Visit
from tests.browser.product import command, example
from tests.browser.stories import Story
from tests.tiendo.industry.enterprises import tax_code

DAY = "2024-12-02"
HERE, THERE = "xathuonglac", "xalongthuan"
NEW = ("Xưởng Kiểm Nghiệm Một", "Xưởng Kiểm Nghiệm Hai")
HEADS = {
    "Mã số thuế": "tax_code",
    "Tên cơ sở": "name",
    "Loại hình": "kind",
    "Xã, phường, thị trấn": "commune",
    "Ngành chính (mã VSIC)": "activity",
    "Phiên bản mã ngành": "version",
    "Năm bắt đầu sản xuất": "began",
    "Vĩ độ": "latitude",
    "Kinh độ": "longitude",
}
COMMON = {
    "kind": "doanh nghiệp tư nhân",
    "commune": "xã Thường Lạc",
    "activity": "1061",
    "version": "VSIC năm 2018",
    "began": 2024,
    "latitude": 10.8,
}


@pytest.fixture
def story(tmp_path: Path, browser: Browser) -> Story:
    """The worked example, with an officer in another commune besides."""
    with example(tmp_path / "nha") as product:
        environment = product.environment
    office = ("--office", "xã Long Thuận", "--full-name", "Người Xã Khác")
    command(environment, "person", THERE, *office, typed="thuc-hanh-2026\nthuc-hanh-2026\n")
    return Story(browser, environment)


def figure(page: Page, address: str) -> int:
    """How many establishments began in the year, as the register counts them."""
    page.goto(f"{address}/so/doanh-nghiep/so-do/co-so-moi/?nam=2024")
    said = page.locator(".meta b").inner_text()
    return int(said) if said.isdigit() else 0


def tie(page: Page, address: str) -> None:
    """The coordinator ties the first task to that figure."""
    page.goto(f"{address}/nhiem-vu/1/so/")
    page.get_by_label("Số liệu của sổ").select_option("doanh-nghiep:co-so-moi")
    page.get_by_label("Mức cần đạt").fill("400")
    page.get_by_role("button", name="Gắn", exact=True).click()
    expect(page.get_by_text("Đã gắn nhiệm vụ với sổ.")).to_be_visible()


def form_of(page: Page, address: str, folder: Path) -> Path:
    """The downloaded form with two rows, a wrong number in one and no name in the other."""
    page.goto(f"{address}/so/doanh-nghiep/nhap/")
    with page.expect_download() as loading:
        page.get_by_role("link", name="Biểu mẫu để điền (.xlsx)").click()
    path = folder / "mau.xlsx"
    loading.value.save_as(path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    rows = [
        COMMON | {"tax_code": "123", "name": NEW[0], "longitude": 105.2},
        COMMON | {"tax_code": tax_code(), "name": None, "longitude": 105.25},
    ]
    names = [HEADS.get(cell.value) for cell in sheet[1]]
    for line, row in enumerate(rows, start=3):
        for place, name in enumerate(names, start=1):
            sheet.cell(line, place).value = row.get(name) if name else None
    book.save(path)
    return path


def mended(page: Page, folder: Path) -> Path:
    """The sheet as it was given back, on its own lines, with what its red cells ask for."""
    with page.expect_download() as loading:
        page.get_by_role("link", name="Bảng có đánh dấu ô cần sửa").click()
    path = folder / "can-sua.xlsx"
    loading.value.save_as(path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    red = [cell.coordinate for row in sheet["A3:B4"] for cell in row if cell.fill.fgColor.rgb]
    assert {"A3", "B4"} <= {place for place in red if is_red(sheet[place])}
    assert sheet["A3"].comment
    sheet["A3"], sheet["B4"] = tax_code(), NEW[1]
    book.save(path)
    return path


def is_red(cell: object) -> bool:
    """Whether a cell is marked as one that cannot stand."""
    return str(cell.fill.fgColor.rgb).endswith("F8D3D0")  # type: ignore[attr-defined]


def send(page: Page, path: Path) -> None:
    """Choose a sheet and have it read."""
    page.get_by_label("Bảng tính (.xlsx hoặc .csv)").set_input_files(path)
    page.get_by_role("button", name="Đọc bảng tính").click()
    expect(page.get_by_role("heading", name=path.name)).to_be_visible()


def test_a_commune_brings_its_sheet_in_and_the_task_moves(story: Story, tmp_path: Path) -> None:
    with story.on(DAY) as (address, visit):
        before = figure(visit("dieuphoi"), address)
        tie(visit("dieuphoi"), address)
        bring(visit(HERE), address, tmp_path)
        assert figure(visit("dieuphoi"), address) == before + 2
        page = visit("dieuphoi")
        page.goto(f"{address}/nhiem-vu/1/")
        tied = page.locator("section.card").filter(has_text="Từ các sổ")
        expect(tied).to_contain_text(re.compile(rf"{before + 2}\s*/ 400"))
        is_hidden_from_others(visit, address)


def bring(page: Page, address: str, folder: Path) -> None:
    """From the form to the rows on the map."""
    send(page, form_of(page, address, folder))
    expect(page.locator(".meta")).to_contain_text("2 dòng cần sửa")
    again = mended(page, folder)
    page.get_by_role("link", name="Chọn tệp khác").click()
    send(page, again)
    expect(page.locator(".meta")).to_contain_text("2 dòng thêm")
    page.get_by_role("button", name="Lưu tất cả vào sổ").click()
    expect(page.get_by_text("Đã lưu 2 dòng")).to_be_visible()
    page.goto(f"{address}/so/doanh-nghiep/?q=kiem+nghiem")
    expect(page.locator("svg.map .pin")).to_have_count(2)
    expect(page.locator("table.reg")).to_contain_text(NEW[1])


def is_hidden_from_others(visit: Visit, address: str) -> None:
    """Another commune's officer sees none of it, neither in the list nor at its address."""
    own = visit(HERE)
    own.goto(f"{address}/so/doanh-nghiep/?q=kiem+nghiem")
    row = own.locator("a.row-link").first.get_attribute("href")
    page = visit(THERE)
    page.goto(f"{address}/so/doanh-nghiep/?q=kiem+nghiem")
    expect(page.get_by_text("Không có dòng nào khớp")).to_be_visible()
    answer = page.goto(f"{address}{row}")
    assert answer is not None
    assert answer.status == 404
