"""The how-to pages of those outside the offices that report: followed once, word by word, on the worked example."""

from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.browser.deeds import FRONT, Visit, accept, fill, hand_in, open_round, short
from tests.browser.how_to import SIZE, Follow, of_year, open_bell
from tests.browser.product import Product
from tiendo.example import people

YEAR = "năm 2024"
NEW = "Ủy ban nhân dân xã Long Thuận"  # nobody of it has an account in the example


def test_the_outside_body(follow: Follow, visit: Visit, product: Product) -> None:
    guide = follow("outside-body")
    page = guide.page
    coordinator = visit("dieuphoi")
    open_round(coordinator, product.address)
    link = make_link(coordinator, product.address)
    with guide.step(1):
        page.goto(link)
        guide.picture("outside-body-1.png", page.locator(".meta"))
    with guide.step(2):
        guide.write("Họ tên và chức vụ", "Lâm Thị Mẫu, Phó Chủ tịch")
        guide.press("Đang thực hiện")
        guide.write("Kết quả đã làm", "Đã vận động 120 hội viên.")
    with guide.step(3):
        guide.press("Lưu nháp")
        expect(page.get_by_text("Đã lưu nháp lúc")).to_be_visible()
        guide.look()
        page.goto(link)
        expect(page.get_by_label("Kết quả đã làm")).to_have_value("Đã vận động 120 hội viên.")
    with guide.step(4):
        by_sheet = page.locator("section.card").filter(has_text="Hoặc bằng Excel")
        guide.picture("outside-body-2.png", by_sheet)
        with page.expect_download() as download:
            guide.press("Mẫu báo cáo Excel")
        sheet = typed_in_excel(Path(download.value.path()).read_bytes())
        page.get_by_label("Mẫu dạng .xlsx").set_input_files([sheet])
        guide.press("Xem trước")
    with guide.step(5):
        expect(page.get_by_label("Kết quả đã làm")).to_have_value(IN_EXCEL)
    with guide.step(6):
        guide.press("Gửi báo cáo")
        guide.sees(page.locator(".meta .tag"), "Đã gửi")
    accept(coordinator, product.address, FRONT)
    with guide.step(7):
        page.goto(link)
        guide.sees(page.locator(".meta .tag"), "Đã chấp nhận")
        guide.picture("outside-body-3.png", page.locator(".meta .tag"))
    guide.check()


IN_EXCEL = "Đã vận động 120 hội viên, 35 cơ sở."


def make_link(page: Page, address: str) -> str:
    """The coordinator makes the link for the Front's report of December."""
    page.goto(f"{address}/ke-hoach/1/ky-bao-cao/")
    page.locator("tr").filter(has_text=short(FRONT)).locator("td a").last.click()
    page.get_by_role("link", name="Liên kết cho cơ quan không có tài khoản").click()
    page.get_by_role("button", name="Tạo liên kết").click()
    return page.locator(".address").inner_text()


def typed_in_excel(content: bytes) -> dict[str, Any]:
    """The form, with the result typed into it."""
    book, stream = load_workbook(BytesIO(content)), BytesIO()
    sheet = book.worksheets[0]
    columns = {each.value: each.column for row in sheet.iter_rows(max_row=10) for each in row}
    sheet.cell(sheet.max_row, columns["result"]).value = IN_EXCEL
    book.save(stream)
    return {"name": "mau.xlsx", "mimeType": "application/octet-stream", "buffer": stream.getvalue()}


def test_the_auditor(follow: Follow) -> None:
    guide = follow("auditor", "kiemtra")
    page = guide.page
    with guide.step(1):
        open_bell(guide)
        guide.press("Nhật ký nhắc việc")
        guide.picture("auditor-1.png", page.locator("table"))
    with guide.step(2):
        guide.press("Kỳ báo cáo")
        guide.open(of_year(guide, "Ủy ban nhân dân xã Long Khánh A"))
    with guide.step(3):
        guide.open(page.locator("article.entry h3 a").first)
        guide.press("Mở đúng chỗ trong văn bản")
    with guide.step(4):
        guide.press("Tổng quan")
        guide.press("Xem tình hình vào một ngày đã qua")
        page.locator("input[type=date]").fill("2024-06-30")
        guide.look()
        guide.press("Xem lại")
        expect(page.locator(".lead").first).to_contain_text("30/06/2024")
        guide.picture("auditor-2.png", guide.place("Xem tình hình hôm nay"))
        guide.press("Xem tình hình hôm nay")
    with guide.step(5):
        guide.press("Lịch sử")
        page.locator("form select").first.select_option(label="Báo cáo của cơ quan")
        guide.press("Lọc")
        guide.picture("auditor-3.png", page.locator("form").filter(has_text="Lọc"))
    with guide.step(6):
        guide.press("Đã xóa")
    guide.check()


def test_the_administrator(follow: Follow, visit: Visit, product: Product) -> None:
    guide = follow("administrator", "quantri")
    own, slip = guide.page, {}
    with guide.step(1):
        open_bell(guide)
        guide.press("Nhật ký nhắc việc")
    with guide.step(2):
        guide.press("Người dùng")
        guide.press("Thêm người")
        guide.write("Họ và tên", "Tạ Thị Mẫu")
        guide.write("Tên đăng nhập", "longthuan")
        own.get_by_label("Cơ quan").select_option(label=NEW)
        own.get_by_label("Vai trò").select_option(label="Người báo cáo")
        guide.picture("administrator-1.png", own.get_by_label("Vai trò"))
        guide.press("Thêm người này")
    with guide.step(3):
        guide.press("Làm phiếu đăng nhập")
        guide.press("Hiện phiếu để in")
        expect(own.get_by_role("heading", level=1)).to_have_text("Phiếu đăng nhập")
        guide.picture("administrator-2.png")
        own.wait_for_load_state()
        slip = dict(
            line.split(": ", 1)
            for line in own.locator("main").inner_text().splitlines()
            if ": " in line
        )
    guide.page = own.context.browser.new_context(locale="vi-VN", viewport=SIZE).new_page()
    with guide.step(4):
        guide.page.goto(slip["Mở địa chỉ"])
        guide.write("Tên đăng nhập", "longthuan")
        guide.write("Mã trên phiếu", slip["Mã"])
        guide.press("Tiếp tục chọn mật khẩu")
        fields = guide.page.locator("[type=password]")
        expect(fields.last).to_be_visible()
        guide.page.wait_for_load_state()
        for field in fields.all():
            field.fill(people.PASSWORD)
        guide.press("Đặt mật khẩu và vào")
    with guide.step(5):
        guide.press("Viết báo cáo")
    fill(guide.page, "Đã phân bổ vốn khuyến công.")
    hand_in(guide.page, visit, product.address, period=YEAR)
    accept(visit("dieuphoi"), product.address, NEW, YEAR)
    guide.page.context.close()
    guide.page = own
    with guide.step(6):
        guide.press("Kỳ báo cáo")
        guide.sees(of_year(guide, NEW), "Đúng hạn")
        guide.picture("administrator-3.png", of_year(guide, NEW))
    guide.check()
