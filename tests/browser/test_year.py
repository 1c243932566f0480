"""A round and what surrounds it, day by day as offices live it; each screen says the truth on each of those days."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from tests.browser.deeds import MONTH, Visit, accept, fill, hand_in, open_round
from tests.browser.product import example
from tests.browser.stories import Story
from tiendo.example import people

LABOUR, POLLUTION = "Phòng LĐ-TB&XH", "Phòng TN-MT"
ANSWERING = "UBND xã Long Khánh A"
CODES, FIRST_ROW = 8, 10  # in the sheet of the .xlsx form


@pytest.fixture
def story(tmp_path: Path, browser: Browser) -> Story:
    """The worked example and the people who play in it."""
    with example(tmp_path / "nha") as product:
        return Story(browser, product.environment)


def cell(page: Page, address: str, office: str) -> str:
    """What the grid says of an office in the round of December."""
    page.goto(f"{address}/ke-hoach/1/ky-bao-cao/")
    row = page.locator("tbody tr").filter(has_text=office).first
    return row.locator("td").nth(-2).inner_text().strip()


def ask_communes(page: Page, address: str) -> None:
    """The lead of task 3 asks two communes for their part."""
    page.goto(f"{address}/nhiem-vu/3/")
    page.get_by_role("link", name="Tiếp nhận, người làm").click()
    page.get_by_role("link", name="Đề nghị phối hợp").click()
    page.get_by_label("Nội dung đề nghị").fill("Số buổi tuyên truyền đã mở trong năm")
    page.get_by_label("Trả lời trước ngày").fill("10/12/2024")
    for commune in ("Long Khánh A", "Thường Lạc"):
        page.get_by_label(re.compile(commune)).check()
    page.get_by_role("button", name="Gửi đề nghị").click()
    expect(page.get_by_text("0 trên 2 cơ quan đã trả lời")).to_be_visible()


def answer_by_link(lead: Page, page: Page) -> None:
    """The lead hands a link out; somebody of the commune answers without an account."""
    row = lead.locator(".list-inner li").filter(has_text=ANSWERING)
    row.get_by_role("link", name="Liên kết").click()
    lead.get_by_role("button", name="Tạo liên kết").click()
    page.goto(lead.locator(".address").inner_text())
    page.get_by_label("Họ tên và chức vụ").fill("Ngô Văn Mẫu, Phó Chủ tịch")
    page.get_by_label("Đang thực hiện").check()
    page.get_by_label("Trả lời", exact=True).fill("Đã mở 05 buổi cho 210 người.")
    page.get_by_role("button", name="Gửi trả lời").click()
    expect(page.locator("#said")).to_contain_text("Đã mở 05 buổi")


def open_form(page: Page, address: str, button: str = "Viết báo cáo") -> None:
    """From what the office owes to its report of December."""
    page.goto(address)
    row = page.locator(".todo").filter(has_text=MONTH)
    row.get_by_role("link", name=button, exact=True).click()


def report_by_excel(page: Page, address: str, visit: Visit) -> None:
    """Download the form, fill it in, bring it back, look at what changes, save and send."""
    open_form(page, address)
    with page.expect_download() as download:
        page.get_by_role("link", name="Mẫu báo cáo Excel").click()
    content = filled(Path(download.value.path()).read_bytes())
    page.get_by_role("link", name="Nộp lại mẫu Excel").click()
    sheet = {"name": "mau.xlsx", "mimeType": "application/octet-stream", "buffer": content}
    page.locator("input[type=file]").set_input_files(sheet)
    page.locator("input[type=file] ~ div button").click()
    page.get_by_role("button", name="Lưu thành bản nháp").click()
    expect(page.locator("article.entry textarea").first).to_have_value(
        "Đã phân bổ vốn, gõ trong Excel."
    )
    hand_in(page, visit, address, "truongtaichinh")


def filled(content: bytes) -> bytes:
    """The form as a person fills it in with Excel."""
    book = load_workbook(BytesIO(content))
    sheet = book.worksheets[0]
    columns = {each.value: each.column for each in sheet[CODES] if each.value}
    for row in sheet.iter_rows(min_row=FIRST_ROW):
        if row[0].value:
            sheet.cell(row[0].row, columns["work"]).value = "Đang thực hiện"
            sheet.cell(row[0].row, columns["result"]).value = "Đã phân bổ vốn, gõ trong Excel."
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def report_offline(browser: Browser, address: str, visit: Visit) -> None:
    """On a phone: what is sent without network is kept and goes by itself when it is back."""
    page = visit("xathuonglac")
    page.set_viewport_size({"width": 390, "height": 844})
    open_form(page, address)
    fill(page, "Đã tuyên truyền tại 04 ấp.")
    page.context.set_offline(True)
    page.locator("[name=g-overview]").fill("Gõ lúc mất mạng.")
    page.locator(".savebar button[value=save]").click()
    expect(page.locator(".kept-note")).to_contain_text("Chưa có mạng")
    page.context.set_offline(False)
    expect(page.locator(".toasts")).to_contain_text("Đã lưu nháp lúc", timeout=30_000)
    page.locator(".savebar button[value=send]").click()
    expect(page.locator(".meta .tag")).to_have_text("Đã gửi")


def return_report(page: Page, address: str) -> None:
    """The coordinator returns a report with a note."""
    page.goto(f"{address}/cho-xu-ly/")
    own = page.locator(".waits li").filter(has_text=MONTH).filter(has_text=LABOUR)
    own.get_by_text("Trả lại", exact=True).first.click()
    own.get_by_role("textbox").fill("Ghi rõ số lớp và số học viên.")
    own.get_by_role("button", name="Trả lại").last.click()
    expect(own).to_have_count(0)


def meet_condition(page: Page, address: str) -> None:
    """The decision that task 2 waited for is there."""
    page.goto(f"{address}/cho-xu-ly/")
    page.get_by_role("link", name="Nhập quyết định").first.click()
    page.get_by_label("Đủ điều kiện từ ngày").fill("15/01/2025")
    page.get_by_label("Thời hạn mới").fill("31/12/2025")
    page.get_by_label("Văn bản quyết định").fill("12/QĐ-UBND ngày 15/01/2025")
    page.locator(".savebar .btn-primary").click()
    expect(page.locator(".meta")).to_contain_text("31/12/2025")


def test_a_round_is_played_day_by_day(story: Story, browser: Browser) -> None:
    with story.on("2024-12-02") as (address, visit):
        open_round(visit("dieuphoi"), address)
        ask_communes(visit("kinhte"), address)
        answer_by_link(visit("kinhte"), visit("kinhte").context.browser.new_page())
        assert "Đang chờ" in cell(visit("dieuphoi"), address, LABOUR)
    with story.on("2024-12-16") as (address, visit):
        report_by_excel(visit("taichinh"), address, visit)
        report_offline(browser, address, visit)
        open_form(visit("chuyenvien"), address)
        fill(visit("chuyenvien"), "Đã mở lớp.")
        hand_in(visit("chuyenvien"), visit, address)
        return_report(visit("dieuphoi"), address)
        assert "Bị trả lại" in cell(visit("dieuphoi"), address, LABOUR)
    with story.on("2024-12-18") as (address, visit):
        open_form(visit("chuyenvien"), address, "Sửa báo cáo")
        expect(visit("chuyenvien").get_by_text("Ghi rõ số lớp").first).to_be_visible()
        fill(visit("chuyenvien"), "Đã mở 06 lớp cho 182 học viên.")
        hand_in(visit("chuyenvien"), visit, address)
        accept(visit("dieuphoi"), address, people.LABOUR)
        accept(visit("dieuphoi"), address, "Phòng Tài chính - Kế hoạch")
        accept(visit("dieuphoi"), address, "Ủy ban nhân dân xã Thường Lạc")
        assert "Đúng hạn" in cell(visit("dieuphoi"), address, LABOUR)
        assert "Đang chờ" in cell(visit("dieuphoi"), address, POLLUTION)
    with story.on("2025-01-21") as (address, visit):
        assert "Chưa gửi" in cell(visit("dieuphoi"), address, POLLUTION)
        for name in (
            "moitruong",
            "truongmoitruong",
            "lanhdao",
        ):  # the officer, the head, the leader
            page = visit(name)
            page.goto(f"{address}/nhac-viec/")
            told = page.locator("li.told").filter(has_text=MONTH).filter(has_text=POLLUTION)
            expect(told.first).to_contain_text("quá hạn")
        meet_condition(visit("dieuphoi"), address)
